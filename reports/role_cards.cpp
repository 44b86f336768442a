// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/role_cards.h"

namespace kp {
namespace {

using Part = RoleCard::Part;

Part pinPart() {
  return {"Mã cá nhân",
          {"Tự gõ, không để ai thấy; ít nhất 4 chữ số. Rời máy thì bấm “Khóa”.",
           "Gõ sai ba lần liền thì phải chờ ít giây; mỗi lần sai đều ghi vào nhật ký.",
           "Quên mã: hai người khác của Ban kiểm phiếu đã có mã cùng đặt lại."},
          false};
}

RoleCard head() {
  return {Role::Head,
          "TRƯỞNG BAN KIỂM PHIẾU",
          "Điều hành việc kiểm phiếu; cùng một ủy viên kết luận, chốt và công bố.",
          {{"Việc trong ngày",
            {"Đặt mã cá nhân trước mọi người; kiểm tra danh sách Ban kiểm phiếu ở bước “Đại hội”.",
             "Xem lại cuộc bầu, danh sách, mẫu phiếu; ký biên bản số không trước khi phát phiếu.",
             "Ghi số được triệu tập, có mặt, phát ra; mở hòm, đếm tay rồi ghi số thu về.",
             "Thu về nhiều hơn phát ra: dừng, báo Đoàn Chủ tịch. Không bao giờ tự rút bớt phiếu.",
             "Cùng một ủy viên kết luận từng phiếu ở bước “Phiếu cần xem”. Máy chỉ đề xuất.",
             "Hai lượt kiểm khớp, các phép cộng khớp: cùng một ủy viên bấm “Chốt kết quả”.",
             "Ký biên bản; cùng một ủy viên cho công bố; niêm phong phiếu, bàn giao Đoàn Chủ tịch."},
            true},
           {"Cần hai người (Trưởng ban và một ủy viên)", {"Kết luận về phiếu · chốt · mở lại kết quả đã chốt · công bố."}, false},
           {"Khi có chuyện",
            {"Phép cộng không khớp: xem dòng có dấu “!”, đếm lại bằng tay, sửa số nhập nhầm; không chốt khi chưa rõ.",
             "Bằng phiếu ở suất cuối, hoặc bầu thiếu: báo Đại hội quyết định, rồi “Tạo vòng bầu tiếp”.",
             "Mất điện: bật máy, mở lại; mọi tờ đã lưu còn nguyên."},
            false},
           pinPart()}};
}

RoleCard member() {
  return {
      Role::Member,
      "ỦY VIÊN BAN KIỂM PHIẾU",
      "Phát phiếu, thu phiếu, quét hoặc nhập phiếu; cùng Trưởng ban kết luận.",
      {{"Việc trong ngày",
        {"Đặt mã cá nhân ở màn hình đăng nhập: chạm tên mình, gõ mã mới hai lần.",
         "Phát phiếu đúng số đại biểu có mặt; mở hòm, đếm tay hai lần trước khi quét.",
         "Vỗ xấp phiếu cho phẳng, gỡ ghim, đặt vào máy quét, bấm “Bắt đầu quét”.", "Nhìn số tờ đã nhận và số phiếu thu về: phải bằng nhau.",
         "Không có máy quét: hai người nhập độc lập từng phiếu, không xem của nhau.",
         "Cùng Trưởng ban kết luận phiếu cần xem: nhìn ảnh, nhìn quy tắc, rồi mới quyết định.",
         "Quét lượt 2 cả xấp; xem bước “Đối chiếu”; ký biên bản."},
        true},
       {"Khi có chuyện",
        {"Kẹt giấy: làm theo từng việc trên màn hình. Tờ đã lưu đặt lại cũng không bị tính hai lần.",
         "Hai người nhập lệch: mỗi người tự nhập lại từ tờ phiếu; không hỏi nhau.",
         "Phiếu có gì lạ: không tự bỏ ra. Đưa vào máy như mọi phiếu, rồi kết luận trên màn hình."},
        false},
       {"Không làm",
        {"Không viết, đánh dấu lên phiếu (trừ số thứ tự ở góc khi nhập bằng bàn phím). Không chụp ảnh phiếu. Không ai một mình kết luận phiếu."},
        false},
       pinPart()}};
}

RoleCard technician() {
  return {
      Role::Technician,
      "NHÂN VIÊN KỸ THUẬT",
      "Chuẩn bị và chạy máy; không kết luận phiếu, không nhập số liệu.",
      {{"Hôm trước",
        {"Lập đại hội, nhập danh sách, in thử một phiếu, quét lại phiếu in thử ở bước “In phiếu”.",
         "Bước “Kiểm tra máy”: chạy thử 50 phiếu phải “Đạt”; quét thử một tờ.",
         "Chuẩn bị bộ lưu điện, hai USB trống, giấy, mực, máy in, màn hình thứ hai cho hội trường."},
        true},
       {"Trong ngày",
        {"Đăng nhập bằng mã của mình; in biên bản số không cho Trưởng ban và người giám sát ký.",
         "Nạp phiếu khi ủy viên đưa; hai lượt, cả xấp.",
         "Sau khi chốt: lập gói lưu trữ, chép ra hai USB khác nhau; chờ dòng “đọc lại khớp” rồi mới rút."},
        true},
       {"Khi có chuyện",
        {"Kẹt giấy: bấm “Tạm dừng”, gỡ giấy, làm theo hướng dẫn trên màn hình, bấm “Quét tiếp”.",
         "Mất điện: bật máy, mở chương trình; nó tự mở lại đúng chỗ. Bấm “Quét tiếp”.",
         "Máy quét hỏng: quét ở máy khác thành PDF hoặc thư mục ảnh, hoặc chuyển sang “Nhập phiếu”.",
         "Máy in không in: “Lưu ra USB…”, in ở máy khác."},
        false},
       {"Không làm", {"Không nối mạng. Không cài gì thêm. Không mở tệp đại hội bằng chương trình khác. Không xem hộ mã của ai."}, false},
       pinPart()}};
}

RoleCard supervisor() {
  return {
      Role::Supervisor,
      "GIÁM SÁT, ĐOÀN CHỦ TỊCH",
      "Xem được tất cả, không đổi được gì; mời ai cũng tự kiểm lại được.",
      {{"Việc trong ngày",
        {"Trước khi phát phiếu: xem biên bản số không ghi mọi người đều 0 phiếu, rồi ký.",
         "Chứng kiến mở hòm, đếm tay; nhớ số thu về và so với số trên màn hình quét.",
         "Màn hình “Giám sát”: mở bất kỳ lá phiếu nào, so ảnh với điều máy đọc và điều Ban kết luận.",
         "Kiểm tra ngẫu nhiên: gieo xúc xắc trước hội trường, gõ từng số; lấy đúng tờ giấy, so với màn hình.",
         "Tab “Nhật ký”: bấm “Kiểm tra chuỗi nhật ký”, phải khớp.",
         "Sau khi chốt: so mã ngắn trên mọi trang biên bản, mọi bản: phải giống nhau."},
        true},
       {"Hỏi được gì",
        {"“Con số này từ đâu ra?” – chạm vào con số, các lá phiếu làm nên nó hiện ra.",
         "“Ai đã kết luận?” – mỗi kết luận có quy tắc, hai tên và giờ; cả điều máy đọc cũng còn nguyên.",
         "“Có ai sửa không?” – mọi việc nằm trong nhật ký nối chuỗi; sửa một chỗ là lộ."},
        false},
       {"Dừng lại khi", {"Thu về nhiều hơn phát ra · phép cộng không khớp · xúc xắc rút phải tờ không khớp · chuỗi nhật ký đứt."}, false},
       pinPart()}};
}

RoleCard secretary() {
  return {Role::Secretary,
          "THƯ KÝ",
          "In, trình ký, lưu biên bản và giấy tờ của cuộc kiểm phiếu.",
          {{"Việc trong ngày",
            {"Trước khi phát phiếu: in biên bản số không, trình ký, giữ lại.",
             "Sau khi chốt: bước “Biên bản”, ghi số văn bản, số bản chính; xem từng trang trên màn hình.",
             "In đủ số bản; soát tên người, số phiếu, chức danh; trình Trưởng ban và Đoàn Chủ tịch ký.",
             "In thêm: bảng kết quả, danh sách trúng cử, bảng kê phiếu đã kết luận, nhật ký.",
             "Lưu PDF ra USB; chờ máy báo đã đọc lại và khớp rồi mới rút.",
             "Đánh dấu các việc sau công bố (R-37): niêm phong, bàn giao, hai bản chép."},
            true},
           {"Kiểm tra một biên bản",
            {"Mã ngắn dưới mỗi trang giống nhau ở mọi trang, mọi bản.",
             "Bước “Lưu trữ”, “Kiểm tra tài liệu”: chọn tệp PDF hoặc ảnh chụp các trang; máy nói khớp hay không."},
            false},
           {"Khi có chuyện",
            {"Máy in không in: lưu ra USB, in ở máy khác; tệp PDF là bản đúng.",
             "Kết quả bị mở lại: biên bản đã in không còn giá trị; gạch chéo, giữ lại, in bản mới.",
             "Đánh máy sai tên đại hội: Trưởng ban quyết định; đừng sửa tay trên bản in."},
            false},
           pinPart()}};
}

}  // namespace

std::vector<RoleCard> roleCards() { return {head(), member(), technician(), supervisor(), secretary()}; }

}  // namespace kp
