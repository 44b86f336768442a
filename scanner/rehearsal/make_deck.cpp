// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <opencv2/core.hpp>
#include <opencv2/core/utility.hpp>

#include "election/text.h"
#include "scanner/rehearsal/deck.h"

namespace kp {
namespace rehearsal {

std::vector<Why> reasonsOf(const BallotForm& form, const RehearsalOptions& options) {
  const bool names = form.face == Face::StrikeOut, several = form.pages.size() > 1;
  std::vector<Why> out{Why::MarkUnsure, Why::NothingVoted, Why::ExtraWriting, Why::CodeUnreadable, Why::CodeNotOurs};
  if (names)
    out.push_back(Why::OverVote);
  else
    out.push_back(Why::AllRejected), out.push_back(Why::RowBoth);
  if (options.colour) out.push_back(Why::SecondInk);
  if (options.otherContest) out.push_back(Why::OtherContest);
  if (several) out.push_back(Why::PageMissing), out.push_back(Why::PageRepeated);
  out.insert(out.end(), {Why::SeenBefore, Why::BlankSheet, Why::PageDamaged, Why::NotRegistered, Why::DoubleFeed});
  if (options.reasons.empty()) return out;
  std::vector<Why> wanted;
  for (const Why why : options.reasons)
    if (std::find(out.begin(), out.end(), why) != out.end()) wanted.push_back(why);
  return wanted;
}

namespace {

Expected<Profile> parseProfile(const std::string& name) {
  if (name == "clean") return Profile::Clean;
  if (name == "office") return Profile::Office;
  if (name == "harsh") return Profile::Harsh;
  if (name == "ambiguous") return Profile::Ambiguous;
  if (name == "reasons") return Profile::Reasons;
  return fail(ErrorKind::BadInput, trf("Không có kiểu xấp phiếu thử «{0}»; hãy chọn clean, office, harsh, ambiguous hoặc reasons.",
                                       "There is no rehearsal profile “{0}”; choose clean, office, harsh, ambiguous or reasons.", name));
}

Expected<void> checkOptions(const BallotForm& form, const Contest& contest, const RehearsalOptions& o, Profile profile) {
  if (suffixOf(o.format).empty())
    return fail(ErrorKind::BadInput, trf("Không ghi được ảnh kiểu «{0}»; hãy chọn jpg, png, tif hoặc mono.",
                                         "Scans cannot be written as “{0}”; choose jpg, png, tif or mono.", o.format));
  if (o.ballots < 1 || o.ballots > 99999)
    return fail(ErrorKind::BadInput, trf("Số phiếu thử phải từ 1 đến 99999, không phải {0}.",
                                         "The number of rehearsal ballots must be 1 to 99999, not {0}.", o.ballots));
  if (!(o.dpi >= 75 && o.dpi <= 1200))
    return fail(ErrorKind::BadInput,
                tr("Độ phân giải phải từ 75 đến 1200 điểm mỗi inch.", "The resolution must be 75 to 1200 dots per inch."));
  if (o.scansOfEach < 1 || o.scansOfEach > 100)
    return fail(ErrorKind::BadInput, trf("Mỗi tờ phiếu thử được quét 1 đến 100 lần, không phải {0}.",
                                         "Each rehearsal sheet is scanned 1 to 100 times, not {0}.", o.scansOfEach));
  if (o.quality < 0 || o.quality > 100)
    return fail(ErrorKind::BadInput,
                trf("Chất lượng JPEG phải từ 1 đến 100, không phải {0}.", "The JPEG quality must be 1 to 100, not {0}.", o.quality));
  if (form.pages.empty() || contest.candidates.empty())
    return fail(ErrorKind::BadInput, tr("Cuộc bầu chưa có người nào trong danh sách hoặc mẫu phiếu chưa có trang nào.",
                                        "The contest has no candidates or its form has no pages."));
  for (const FormPage& p : form.pages)
    for (const Target& t : p.geometry.targets)
      if (t.candidate >= contest.candidates.size())
        return fail(ErrorKind::BadInput, tr("Mẫu phiếu không thuộc cuộc bầu này; hãy in lại mẫu phiếu.",
                                            "The form is not this contest's; print the form again."));
  if (o.take && (o.format != "jpg" || o.colour || profile == Profile::Reasons))
    return fail(ErrorKind::BadInput, tr("Chỉ ảnh JPEG xám, không nêu lý do, mới giao được không qua tệp.",
                                        "Only gray JPEG scans, without reasons, can be handed over without files."));
  const auto possible = reasonsOf(form, o);
  for (const Why why : o.reasons)
    if (std::find(possible.begin(), possible.end(), why) == possible.end())
      return fail(ErrorKind::BadInput,
                  trf("Xấp phiếu này không nêu được lý do «{0}».", "This deck cannot show the reason “{0}”.", toString(why)));
  const int reasons = static_cast<int>(possible.size());
  if (profile == Profile::Reasons && o.ballots < reasons)
    return fail(ErrorKind::BadInput, trf("Xấp phiếu nêu đủ các lý do cần ít nhất {0} phiếu.",
                                         "A deck that shows every reason needs at least {0} ballots.", reasons));
  return {};
}

Expected<void> makeFolder(const std::filesystem::path& folder) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed)
    return fail(ErrorKind::Io, trf("Không tạo được thư mục {0}; chưa ghi gì. Kiểm tra quyền ghi.",
                                   "Cannot make the folder {0}; nothing was written. Check permissions.", folder.string()));
  if (std::filesystem::exists(folder / "truth.jsonl", failed))
    return fail(ErrorKind::Refused,
                trf("Thư mục {0} đã có một xấp phiếu thử; không ghi đè. Hãy chọn thư mục khác.",
                    "The folder {0} already holds a rehearsal deck, which is not overwritten. Choose another folder.", folder.string()));
  return {};
}

}  // namespace
}  // namespace rehearsal

int reasonCount(const BallotForm& form, const RehearsalOptions& options) {
  return static_cast<int>(rehearsal::reasonsOf(form, options).size());
}

Expected<int> makeDeck(const BallotForm& form, const Contest& contest, const RehearsalOptions& options, const BlankBallot& blank,
                       const std::filesystem::path& folder) {
  cv::setNumThreads(1);  // why: scanner/imaging/one_thread.h
  const auto profile = rehearsal::parseProfile(options.profile);
  if (!profile) return tl::unexpected<Error>(profile.error());
  if (auto ok = rehearsal::checkOptions(form, contest, options, *profile); !ok) return tl::unexpected<Error>(ok.error());
  if (auto ok = rehearsal::makeFolder(folder); !ok) return tl::unexpected<Error>(ok.error());
  try {
    return rehearsal::Deck(form, contest, options, *profile, blank, folder).make();
  } catch (const cv::Exception& e) {
    return fail(ErrorKind::Io,
                trf("Không vẽ hoặc không nén được ảnh phiếu thử ({0}). Các tệp đã ghi vẫn còn; hãy làm lại vào thư mục khác.",
                    "A rehearsal scan could not be drawn or encoded ({0}). Files written are still there; try again in another folder.",
                    std::string(e.what())));
  }
}

}  // namespace kp
