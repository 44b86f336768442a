// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledger/event.h"

#include "election/text.h"

namespace kp {

const std::vector<EventText>& eventTexts() {
  static const std::vector<EventText> texts = {
      {Event::CongressCreated, "congress-created", "Lập tệp đại hội", "The congress file was created"},
      {Event::CongressChanged, "congress-changed", "Sửa thông tin đại hội, danh sách bầu cử hoặc Ban kiểm phiếu",
       "The congress, the lists or the counting committee were changed"},
      {Event::RulesChanged, "rules-changed", "Sửa quy tắc kiểm phiếu của một cuộc bầu", "The rule set of a contest was changed"},
      {Event::PinSet, "pin-set", "Đặt mã cá nhân cho một thành viên", "A person's PIN was set"},
      {Event::FiguresSet, "figures-set", "Nhập số liệu đại biểu và số phiếu", "Attendance and ballot figures were entered"},
      {Event::BallotsPrinted, "ballots-printed", "In phiếu bầu", "Ballots were printed"},
      {Event::RehearsalMade, "rehearsal-made", "Tạo xấp phiếu chạy thử", "A rehearsal deck was made"},
      {Event::ZeroReportMade, "zero-report-made", "Lập biên bản số không trước khi kiểm phiếu", "The zero report was made"},
      {Event::ScanStarted, "scan-started", "Bắt đầu quét phiếu", "Scanning was started"},
      {Event::SheetsTakenIn, "sheets-taken-in", "Nhận một loạt trang phiếu vào máy", "A batch of sheets was taken in"},
      {Event::FileRefused, "file-refused", "Để riêng một tệp không đọc được", "A file that could not be read was set aside"},
      {Event::ScanEnded, "scan-ended", "Kết thúc quét phiếu", "Scanning was ended"},
      {Event::RulingMade, "ruling-made", "Ban kiểm phiếu quyết định về một phiếu", "The counting committee ruled on a ballot"},
      {Event::PassesCompared, "passes-compared", "Đối chiếu các lượt kiểm phiếu", "The count passes were compared"},
      {Event::ContestClosed, "contest-closed", "Chốt kết quả kiểm phiếu", "The count was closed"},
      {Event::ContestReopened, "contest-reopened", "Mở lại kết quả kiểm phiếu đã chốt", "The closed count was reopened"},
      {Event::MinutesMade, "minutes-made", "Lập biên bản kiểm phiếu", "The minutes were made"},
      {Event::ResultSheetMade, "result-sheet-made", "Lập bảng kết quả kiểm phiếu", "The result sheet was made"},
      {Event::RulingsListMade, "rulings-list-made", "Lập bảng kê quyết định về phiếu không hợp lệ", "The list of rulings was made"},
      {Event::JournalPrinted, "journal-printed", "In nhật ký kiểm phiếu", "The journal was printed"},
      {Event::ResultsReleased, "results-released", "Công bố kết quả lên màn hình hội trường",
       "The results were released to the hall screen"},
      {Event::PackageMade, "package-made", "Đóng gói hồ sơ lưu trữ", "The archive package was made"},
      {Event::Verified, "verified", "Kiểm tra tính toàn vẹn của tệp", "The file was verified"},
      {Event::FileMigrated, "file-migrated", "Nâng cấp tệp sang định dạng của phiên bản mới",
       "The file was brought to a newer version's format"},
      {Event::SignedIn, "signed-in", "Một người đăng nhập bằng mã cá nhân", "A person signed in with a PIN"},
      {Event::SignedOut, "signed-out", "Một người đăng xuất", "A person signed out"},
      {Event::PinWrong, "pin-wrong", "Nhập sai mã cá nhân", "A wrong PIN was entered"},
      {Event::BallotKeyed, "ballot-keyed", "Một người nhập một phiếu bằng bàn phím", "An operator keyed in a ballot"},
      {Event::KeyingAgreed, "keying-agreed", "Hai người nhập khớp nhau, phiếu được ghi nhận",
       "Both operators keyed the same and the ballots were recorded"},
      {Event::KeyingReferred, "keying-referred", "Hai người nhập khác nhau, phiếu được chuyển Ban kiểm phiếu quyết định",
       "The operators keyed a ballot differently and it was handed to the counting committee"},
      {Event::ListImported, "list-imported", "Nhập danh sách từ tệp", "A list was imported from a file"},
      {Event::RandomCheckMade, "random-check-made", "Kiểm tra ngẫu nhiên phiếu giấy với kết quả máy đọc",
       "Paper ballots drawn at random were checked against the readings"},
      {Event::PaperPrinted, "paper-printed", "In văn bản ra máy in", "A paper was printed"},
      {Event::SavedToMedium, "saved-to-medium", "Chép hồ sơ ra thiết bị lưu trữ và đọc lại để kiểm tra",
       "The package was copied to a medium and read back"},
      {Event::AfterwardsNoted, "afterwards-noted", "Ghi nhận một việc phải làm sau khi công bố kết quả (R-37)",
       "A task that follows the announcement was noted (R-37)"},
      {Event::BlankBallotReadBack, "blank-ballot-read-back", "Đọc lại một phiếu trắng đã in", "A printed blank ballot was read back"},
      {Event::ReadBackWaived, "read-back-waived", "Cho quét phiếu mà không đọc lại phiếu trắng đã in",
       "Scanning was allowed without a printed blank ballot having been read back"},
      {Event::BallotLearned, "ballot-learned", "Nhận mẫu phiếu in sẵn từ phiếu trắng, hoặc bỏ mẫu đã nhận",
       "A form was learned from a blank ballot, or given up"},
      {Event::FiguresRefused, "figures-refused", "Số liệu được nhập nhưng không được nhận", "Figures were given and refused"},
      {Event::ElectedListMade, "elected-list-made", "Lập danh sách trúng cử", "The list of the elected was made"},
      {Event::BallotPrintBegun, "ballot-print-begun", "Bắt đầu đưa phiếu bầu đi in", "Printing of ballots was begun"},
      {Event::BallotPrintFailed, "ballot-print-failed", "Không in được phiếu bầu", "Ballots could not be printed"},
  };
  return texts;
}

std::string toString(Event event) { return eventTexts().at(static_cast<std::size_t>(event)).id; }

Expected<Event> parseEvent(const std::string& id) {
  for (const EventText& text : eventTexts())
    if (text.id == id) return text.event;
  return fail(ErrorKind::BadInput, trf("Không có loại sự kiện nhật ký “{0}”.", "There is no journal event “{0}”.", id));
}

std::string explain(Event event) {
  const EventText& text = eventTexts().at(static_cast<std::size_t>(event));
  return tr(text.vi, text.en);
}

}  // namespace kp
