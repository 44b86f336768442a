// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include "election/text.h"
#include "printing/printer.h"

namespace kp {
namespace {

struct Trouble {
  const char* keyword;  ///< IANA "printer-state-reasons", RFC 8011 5.4.12; a suffix -report, -warning, -error may follow
  const char* vi;
  const char* en;
};

constexpr Trouble kTroubles[] = {
    {"media-jam", "kẹt giấy: mở máy in, lấy tờ kẹt ra, đóng nắp lại", "paper jam: open the printer, take the sheet out, close the cover"},
    {"media-empty", "hết giấy: thêm giấy vào khay", "out of paper: fill the tray"},
    {"media-needed", "cần giấy đúng khổ trong khay", "paper of the right size is needed in the tray"},
    {"input-tray-missing", "thiếu khay giấy", "a paper tray is missing"},
    {"cover-open", "nắp máy in đang mở: đóng nắp lại", "the cover is open: close it"},
    {"door-open", "cửa máy in đang mở: đóng lại", "a door is open: close it"},
    {"interlock-open", "cửa máy in đang mở: đóng lại", "a door is open: close it"},
    {"toner-empty", "hết mực: thay hộp mực", "out of toner: replace the cartridge"},
    {"marker-supply-empty", "hết mực: thay hộp mực", "out of ink: replace the cartridge"},
    {"toner-low", "mực sắp hết: nét in có thể nhạt, hãy thay hộp mực trước khi in phiếu",
     "toner is low: print may be faint, replace it before printing ballots"},
    {"marker-supply-low", "mực sắp hết: nét in có thể nhạt, hãy thay hộp mực trước khi in phiếu",
     "ink is low: print may be faint, replace it before printing ballots"},
    {"output-area-full", "khay ra đầy: lấy giấy ra", "the output tray is full: empty it"},
    {"offline", "máy in không trả lời: bật máy, cắm lại dây", "the printer does not answer: switch it on, plug the cable in"},
    {"shutdown", "máy in đã tắt: bật máy", "the printer is off: switch it on"},
    {"timed-out", "máy in không trả lời: bật máy, cắm lại dây", "the printer does not answer: switch it on, plug the cable in"},
    {"connecting-to-device", "đang tìm máy in: kiểm tra máy đã bật và dây đã cắm",
     "looking for the printer: check that it is on and plugged in"},
    {"paused", "hàng đợi in đang tạm dừng, thường do lỗi trước đó: xem máy in, rồi nhờ nhân viên kỹ thuật cho chạy tiếp",
     "the queue is paused, mostly after a fault: look at the printer, then have the technician let it go on"},
    {"cups-missing-filter", "thiếu phần mềm của máy in này: báo người hỗ trợ kỹ thuật",
     "software for this printer is missing: ask technical support"},
};

}  // namespace

std::string printerTrouble(const std::string& reasons) {
  for (const Trouble& trouble : kTroubles)
    if (reasons.find(trouble.keyword) != std::string::npos) return tr(trouble.vi, trouble.en);
  return {};
}

bool stopsPrinting(const std::string& reasons) {
  std::istringstream list(reasons);
  for (std::string reason; std::getline(list, reason, ',');) {
    const bool goesOn = reason.ends_with("-warning") || reason.ends_with("-report") || reason.find("-low") != std::string::npos ||
                        reason.find("connecting-to-device") != std::string::npos;  // every job begins with that one
    if (!goesOn && !printerTrouble(reason).empty()) return true;
  }
  return false;
}

}  // namespace kp
