// SPDX-License-Identifier: GPL-3.0-or-later
// What the scanning screen says: states, figures and the guide after a jam, in words.
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <set>

#include "kiosk/frame/time_left.h"
#include "kiosk/frame/words.h"
#include "kiosk/scan/scan_model.h"
#include "kiosk/supervise/ballot_view.h"

namespace kp::kiosk {

using State = Scanning::State;

QString ScanModel::state() const {
  switch (m_scanning ? m_scanning->state() : State::Idle) {
    case State::Running: return QStringLiteral("running");
    case State::Pausing: return QStringLiteral("pausing");
    case State::Paused: return QStringLiteral("paused");
    case State::Stopping: return QStringLiteral("stopping");
    case State::Stopped: return QStringLiteral("stopped");
    case State::Failed: return QStringLiteral("failed");
    case State::Finished: return QStringLiteral("finished");
    case State::Idle: break;
  }
  return QStringLiteral("idle");
}

QString ScanModel::stateText() const {
  switch (m_scanning ? m_scanning->state() : State::Idle) {
    case State::Running: return words("Đang quét", "Scanning");
    case State::Pausing:
      return words("Đang dừng tạm, chờ lưu nốt tờ trong máy", "Pausing: the sheets in the machine are still being stored");
    case State::Paused: return words("Tạm dừng", "Paused");
    case State::Stopping: return words("Đang dừng, chờ lưu nốt tờ trong máy", "Stopping: the sheets in the machine are still being stored");
    case State::Stopped: return words("Đã dừng", "Stopped");
    case State::Failed: return words("Máy quét dừng", "Scanning broke off");
    case State::Finished: return words("Đã quét hết", "All scanned");
    case State::Idle: break;
  }
  return words("Chưa quét", "Not scanning");
}

bool ScanModel::isElsewhere() const {
  return m_scanning && m_scanning->state() != State::Idle && m_scanning->request().contest != contest();
}

QString ScanModel::sourceText() const {
  if (m_source.isEmpty()) return words("chưa chọn", "not chosen");
  return m_sourceKind == QLatin1String("scanner") ? m_source : QFileInfo(m_source).absoluteFilePath();
}

QVariantList ScanModel::passChoices() const {
  const int most = m_look.passes.empty() ? 0 : m_look.passes.back();
  QVariantList choices;
  for (int pass = 1; pass <= std::max({most + 1, 1, m_pass}); ++pass) {
    const bool begun = std::count(m_look.passes.begin(), m_look.passes.end(), pass) > 0;
    choices.append(QVariantMap{{QStringLiteral("value"), pass},
                               {QStringLiteral("text"), begun ? words("Lượt {0} (đã có phiếu)", "Pass {0} (has ballots)", pass)
                                                              : words("Lượt {0} (chưa quét)", "Pass {0} (not begun)", pass)}});
  }
  return choices;
}

bool ScanModel::showsPictures() const {
  return station() && (mayLookAtBallots(*station()->session()) || station()->session()->may(QStringLiteral("scan")));
}

QString ScanModel::refusal() const {
  if (m_look.closed)
    return words("Cuộc bầu này đã chốt kết quả nên không nhận thêm phiếu. Muốn nhận thêm, Ban kiểm phiếu phải mở lại ở bước Kết quả.",
                 "This contest is closed and takes no more ballots. To take in more, the committee must reopen it in the step Result.");
  if (m_look.keyed)
    return words("Lượt {0} được nhập bằng bàn phím nên không quét vào lượt này được. Hãy chọn lượt khác.",
                 "Pass {0} is keyed in, so nothing can be scanned into it. Choose another pass.", m_pass);
  return text(m_look.unproved);
}

QVariantMap ScanModel::behind(const QString& line) const {
  const std::vector<int>& ballots = line == QLatin1String("committee") ? m_look.committeeBallots
                                    : line == QLatin1String("seen")    ? m_look.seenBallots
                                    : line == QLatin1String("aside")   ? m_look.asideBallots
                                                                       : m_look.readBallots;
  QVariantList numbers;
  for (const int number : std::set<int>(ballots.begin(), ballots.end())) numbers.append(number);
  return {{QStringLiteral("pass"), m_pass}, {QStringLiteral("numbers"), numbers}};
}

QString ScanModel::expectedText() const {
  if (!m_look.returned) return words("chưa nhập số phiếu thu về", "ballots returned not entered yet");
  if (m_look.pages == 1) return words("trên {0} phiếu thu về", "of {0} ballots returned", *m_look.returned);
  return words("trên {0} tờ ({1} phiếu thu về × {2} tờ)", "of {0} sheets ({1} ballots returned × {2} sheets)", expected(), *m_look.returned,
               m_look.pages);
}

QString ScanModel::balance() const {
  if (expected() < 0) return QStringLiteral("unknown");
  return papers() < expected() ? QStringLiteral("short") : papers() == expected() ? QStringLiteral("equal") : QStringLiteral("over");
}

double ScanModel::fraction() const {
  if (expected() <= 0) return -1;
  return std::clamp(static_cast<double>(papers()) / expected(), 0.0, 1.0);
}

QString ScanModel::timeLeft() const {
  const int perMinute = rate();
  if (!isActive() || perMinute <= 0 || expected() < 0) return {};
  return timeLeftText(std::max(0, expected() - papers()) * 60 / perMinute);
}

QString ScanModel::runText() const {
  if (!m_scanning || m_scanning->state() == State::Idle) return {};
  const IntakeProgress p = m_scanning->progress();
  if (p.alreadyThere > 0)
    return words("Đợt này: {0} ảnh mới, {1} ảnh đã có từ trước (không nhận lại)",
                 "This run: {0} new images, {1} were there before (not taken in again)", p.stored, p.alreadyThere);
  if (m_scanning->files() > 1)
    return words("Đợt này: {0} / {1} tệp ảnh", "This run: {0} of {1} image files", p.stored, m_scanning->files());
  return words("Đợt này: {0} ảnh", "This run: {0} images", p.stored);
}

/// What happened; what is safe and what to do with the paper stands in the guide, so the command line's advice behind the dot is left out.
QString ScanModel::failure() const {
  if (isCutOff())
    return words("Lần quét trước dừng giữa chừng (mất điện, tắt máy hoặc kẹt giấy).",
                 "The last run of scanning broke off (power cut, machine switched off, or a jam).");
  if (!m_scanning || m_scanning->state() != State::Failed) return {};
  return text(m_scanning->error().what).section(QStringLiteral(" · "), 0, 0);
}

/// The program was gone while paper was in the scanner, and nobody has scanned on since.
bool ScanModel::isCutOff() const {
  return m_scanning && m_scanning->state() == State::Idle && wasInterrupted() && m_look.interruptedScanner && !m_look.closed &&
         !m_look.keyed && !m_guideSeen;
}

bool ScanModel::isGuided() const { return m_scanning && !isElsewhere() && (m_scanning->state() == State::Failed || isCutOff()); }

bool ScanModel::feederFailed() const {
  if (isCutOff()) return true;
  return m_scanning && m_scanning->state() == State::Failed && !m_scanning->request().sources.empty() &&
         m_scanning->request().sources.front().rfind("sane:", 0) == 0;
}

QString ScanModel::lastSheetText() const {
  if (m_last.sheet == 0) return words("Chưa lưu tờ nào của lượt này", "No sheet of this pass is stored yet");
  return words("Tờ lưu sau cùng: tờ số {0}, thứ {1} trong xấp {2} ({3})", "Last sheet stored: sheet {0}, number {1} of pile {2} ({3})",
               m_last.sheet, m_last.place, m_last.pile, m_last.source);
}

QVariantList ScanModel::guide() const {
  if (!isGuided()) return {};
  QVariantList lines;
  if (!feederFailed()) {
    lines.append(words("Những ảnh đã lưu vẫn nguyên trong tệp đại hội.", "The images stored are safe in the congress file."));
    lines.append(words("Khắc phục xong, bấm “Quét tiếp”: máy bỏ qua mọi ảnh đã có, nên không ảnh nào bị nhận hai lần.",
                       "When it is put right, press \"Scan on\": every image that is there is skipped, so none is taken in twice."));
    return lines;
  }
  if (m_last.sheet == 0) {
    lines.append(words("Mở máy, lấy hết giấy ra và đặt lại cả xấp vào khay từ tờ đầu.",
                       "Open the scanner, take all paper out and put the whole pile back from the first sheet."));
  } else {
    lines.append(words("Mở máy, lấy các tờ kẹt ra, vuốt phẳng.", "Open the scanner, take out the sheets that are stuck and flatten them."));
    lines.append(words(
        "Tìm trong khay ra tờ giống ảnh bên. Tờ đó và các tờ ra trước nó đã được lưu: để yên, không quét lại.",
        "Find in the output tray the sheet of the picture. It and those that came out before it are stored: leave them, do not scan them again."));
    if (m_last.ofRunBefore)
      lines.append(words(
          "Lần quét này chưa lưu tờ nào, ảnh bên là tờ cuối của lần trước. Nếu xấp ấy đã cất đi: mọi tờ trong khay ra đều chưa lưu.",
          "This run has stored no sheet; the picture is the last one of the run before. If that pile was put away, no sheet in the output tray is stored."));
    lines.append(words("Các tờ ra sau tờ đó và các tờ vừa gỡ ra: đặt lại lên đầu khay nạp, theo đúng thứ tự.",
                       "Sheets that came out after it and those you took out go back on top of the feeder, in the same order."));
  }
  lines.append(words("Bấm “Quét tiếp”.", "Press \"Scan on\"."));
  lines.append(
      m_look.perBallotCodes
          ? words(
                "Không phiếu nào bị tính hai lần: mỗi phiếu có mã riêng, tờ quét lại được nhận ra và chỉ ghi là “đã quét rồi”.",
                "No ballot is counted twice: each has a code of its own, and a sheet scanned again is recognised and only noted as \"seen before\".")
          : words(
                "Nếu lỡ quét lại một tờ, số tờ sẽ nhiều hơn số phiếu thu về: màn hình báo ngay và chương trình không cho chốt kết quả.",
                "If a sheet is scanned again by mistake, there are more sheets than ballots returned: the screen says so at once and the count cannot be closed."));
  return lines;
}

}  // namespace kp::kiosk
