// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/package_readme.h"

#include "election/text.h"

namespace kp {
namespace {

// One text for people in each language; both go into the file, so neither is picked by tr().
constexpr const char* kVietnamese = R"(GÓI HỒ SƠ LƯU TRỮ KIỂM PHIẾU
Đại hội: {0}
Mã đại hội: {1}
Lập lúc (giờ UTC): {2}
Chương trình: Kiểm Phiếu {3}
Khóa công khai của đại hội: {4}
{5}
TRONG GÓI CÓ GÌ
  congress.kiemphieu   tệp đại hội: ảnh phiếu quét, kết quả máy đọc, quyết định của Ban kiểm phiếu, nhật ký
                       (không có mã cá nhân và khóa bí mật)
  definition.json      khai báo đại hội, các cuộc bầu, danh sách bầu cử
  geometry/            kích thước phiếu và vị trí từng ô, từng tên (mm)
  records/             mỗi dòng là một mặt tờ phiếu: máy đọc thấy gì, tính thế nào
  results/             kết quả từng cuộc bầu
  statements/          bản khai kết quả có chữ ký số (cuộc bầu đã chốt)
  papers/              biên bản và các văn bản khác (PDF)
  journal.jsonl        nhật ký, mỗi dòng một việc
  public-key.txt       khóa công khai
  manifest.txt         bản kê: mã băm, cỡ và tên của từng tệp
  manifest.sig         chữ ký số trên bản kê

CÁCH KIỂM TRA
1. Có chương trình Kiểm Phiếu:  kiemphieu verify TÊN-GÓI.kpz
   Chương trình kiểm tra chữ ký và mã băm, mở tệp đại hội, cộng lại từ đầu mọi cuộc bầu từ từng tờ phiếu
   và so với kết quả, biên bản trong gói.
2. Không có chương trình (gói là tệp zip thông thường):
   - so khóa công khai ở trên với khóa trong mã xác thực của biên bản đã ký tay (kiemphieu verify ẢNH-BIÊN-BẢN
     in khóa này ra);
   - b2sum -l 256 TỆP  phải cho đúng mã băm ghi trong manifest.txt;
   - manifest.sig là chữ ký Ed25519 trên toàn bộ manifest.txt, bằng khóa ở dòng "key";
   - cộng các dòng trong records/ theo "validity" và "votes", so với results/ và với biên bản;
   - mỗi dòng nhật ký mang mã băm của dòng trước: sửa hay bỏ một dòng làm sai mọi dòng sau.
)";

constexpr const char* kEnglish = R"(ARCHIVE PACKAGE OF A COUNT
Congress: {0}
Congress id: {1}
Made at (UTC): {2}
Program: Kiểm Phiếu {3}
Public key of the congress: {4}
{5}
WHAT IS IN IT
  congress.kiemphieu   the congress file: scanned ballots, readings, rulings, journal (without PINs and secret keys)
  definition.json      congress, contests and lists
  geometry/            the ballots' measures and the place of each box or name (mm)
  records/             one line for each sheet side: what was seen and what it counts for
  results/             the result of each contest
  statements/          signed statements of the results (closed contests)
  papers/              minutes and other papers (PDF)
  journal.jsonl        the journal, one act a line
  public-key.txt       the public key
  manifest.txt         hash, size and name of every entry
  manifest.sig         the signature over the manifest

HOW TO CHECK IT
1. With the program Kiểm Phiếu:  kiemphieu verify PACKAGE.kpz
   It checks signature and hashes, opens the congress file, counts every contest again from its sheets and compares with the
   results and minutes in the package.
2. Without it (the package is an ordinary zip file):
   - compare the public key above with the one in the verification code of the minutes signed by hand (kiemphieu verify
     PHOTO-OF-MINUTES prints it);
   - b2sum -l 256 FILE  must give the hash in manifest.txt;
   - manifest.sig is an Ed25519 signature over the whole of manifest.txt by the key in its line "key";
   - add up the lines of records/ by "validity" and "votes" and compare with results/ and the minutes;
   - each line of the journal carries a hash over the line before: a line changed or taken out makes all later ones wrong.
)";

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

std::string filled(const char* text, const Congress& congress, const std::string& madeAt, const std::string& program,
                   const std::string& key, const std::string& open) {
  const std::string args[] = {congress.info.name, congress.info.id, madeAt, program, key, open};
  return detail::fill(text, args, std::size(args));
}

}  // namespace

std::string packageReadme(const Congress& congress, const std::string& madeAt, const std::string& program, const std::string& key,
                          const std::vector<std::string>& openContests) {
  std::string openVi, openEn;
  if (!openContests.empty()) {
    openVi = "CHƯA CHỐT khi lập gói: " + joined(openContests) + "\n";
    openEn = "NOT CLOSED when the package was made: " + joined(openContests) + "\n";
  }
  return filled(kVietnamese, congress, madeAt, program, key, openVi) + "\n\n" + filled(kEnglish, congress, madeAt, program, key, openEn);
}

}  // namespace kp
