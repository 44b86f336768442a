// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/scan_model.h"

#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "count/read_back.h"
#include "kiosk/frame/words.h"
#include "kiosk/scan/left_out.h"
#include "wiring/reread.h"

namespace kp::kiosk {

ScanModel::ScanModel(QObject* parent) : PageModel(parent), m_strip(this) {
  m_next.setSingleShot(true);
  connect(&m_next, &QTimer::timeout, this, &ScanModel::lookAgain);
}

void ScanModel::attach() {
  if (m_scanning || !station()) return;
  m_scanning = &Scanning::of(*station());
  connect(m_scanning, &Scanning::stateChanged, this, [this] {
    emit stateChanged();
    emit guideChanged();
    emit progressed();
    reload();
  });
  connect(m_scanning, &Scanning::progressed, this, &ScanModel::progressed);
  connect(m_scanning, &Scanning::bilevelSeen, this, &ScanModel::leftOutChanged);
  connect(&LeftOut::of(*m_scanning), &LeftOut::changed, this, &ScanModel::leftOutChanged);
  connect(station(), &Station::fileChanged, this, [this] { m_looking = false; });  // a closed file answers nothing
}

void ScanModel::reload() {
  attach();
  if (!station() || !station()->isOpen() || contest().empty()) return;
  if (m_recalledFor != contest()) recall();
  lookAgain();
  emit stateChanged();
  emit sourceChanged();
  emit progressed();
}

/// Source and pass as they were left, so that after a power cut "go on" means the same pile.
void ScanModel::recall() {
  m_recalledFor = contest();
  m_guideSeen = false;
  // Of another contest's run only one that goes on, is paused or has to be put right keeps the scanner: one that has ended is over.
  if (const auto state = m_scanning->state(); isElsewhere() && (state == Scanning::State::Finished || state == Scanning::State::Stopped))
    m_scanning->dismiss();
  const QSettings settings;
  const QString key = QStringLiteral("scan/%1/%2").arg(QString::fromLatin1(station()->file().toUtf8().toHex()), station()->contest());
  m_sourceKind = settings.value(key + QStringLiteral("/kind"), m_sourceKind).toString();
  m_source = settings.value(key + QStringLiteral("/source")).toString();
  m_pass = std::max(1, settings.value(key + QStringLiteral("/pass"), 1).toInt());
  if (isActive() && !isElsewhere()) m_pass = m_scanning->request().pass;
  emit passChanged();
}

void ScanModel::remember() const {
  QSettings settings;
  const QString key = QStringLiteral("scan/%1/%2").arg(QString::fromLatin1(station()->file().toUtf8().toHex()), station()->contest());
  settings.setValue(key + QStringLiteral("/kind"), m_sourceKind);
  settings.setValue(key + QStringLiteral("/source"), m_source);
  settings.setValue(key + QStringLiteral("/pass"), m_pass);
}

/// One look at a time; the next one follows while a run is active, later when looking takes long.
void ScanModel::lookAgain() {
  if (!station()->isOpen()) return;
  if (m_looking) {
    m_next.start(kLookEvery);
    return;
  }
  m_looking = true;
  m_lookTime.start();
  const bool scanning = isActive() && !isElsewhere();
  const bool failed = m_scanning && m_scanning->state() == Scanning::State::Failed;
  struct Both {
    PassLook look;
    LastStored last;
  };
  station()->looking().ask(
      this,
      [contest = contest(), pass = m_pass, scanning, failed](const Ledger& ledger) -> Expected<Both> {
        auto look = lookAtPass(ledger, contest, pass, scanning, kLastSheets);
        if (!look) return tl::unexpected<Error>(look.error());
        Both both{std::move(*look), {}};
        if (!failed && !both.look.interruptedScanner) return both;
        auto last = lastStored(ledger, contest, pass);
        if (!last) return tl::unexpected<Error>(last.error());
        both.last = std::move(*last);
        return both;
      },
      [this](Expected<Both> both) {
        m_looking = false;
        if (isActive()) m_next.start(std::max<int>(kLookEvery, static_cast<int>(m_lookTime.elapsed()) * kLookShare));
        if (!both) return setError(text(both.error().what));
        m_last = std::move(both->last);
        showLook(std::move(both->look));
        emit guideChanged();
      });
}

void ScanModel::showLook(PassLook&& look) {
  m_strip.show(std::move(look.last));
  look.last.clear();
  m_look = std::move(look);
  emit looked();
  emit leftOutChanged();
  emit progressed();
  setLoaded();
}

void ScanModel::setSourceKind(const QString& kind) {
  if (kind == m_sourceKind) return;
  m_sourceKind = kind;
  m_source.clear();
  emit sourceChanged();
}

void ScanModel::setSource(const QString& source) {
  if (source == m_source) return;
  m_source = source;
  clearError();  // what was said of the choice before
  emit sourceChanged();
}

void ScanModel::setPass(int pass) {
  if (pass == m_pass || pass < 1) return;
  m_pass = pass;
  m_guideSeen = false;
  emit passChanged();
  if (station() && station()->isOpen()) lookAgain();
}

void ScanModel::start() {
  if (!m_scanning || m_scanning->isActive()) return;
  if (m_source.isEmpty())
    return setError(
        m_sourceKind == QLatin1String("scanner")
            ? words("Chưa chọn máy quét; chưa nhận tờ nào. Hãy nối máy quét rồi bấm “Tìm máy quét”, hoặc quét từ thư mục.",
                    "No scanner is chosen; nothing was taken in. Connect one and press \"Look for scanners\", or scan from a folder.")
            : words("Chưa chọn nơi có ảnh quét; chưa nhận tờ nào. Hãy bấm “Chọn…”.",
                    "No place with scans is chosen; nothing was taken in. Press \"Choose…\"."));
  if (!refusal().isEmpty()) return setError(refusal());
  clearError();
  const auto isOther = [this](int pass) { return pass != m_pass; };
  if (m_sourceKind == QLatin1String("scanner") || std::none_of(m_look.passes.begin(), m_look.passes.end(), isOther)) return begin();
  look(
      [contest = contest(), pass = m_pass, source = m_source.toStdString()](const Ledger& ledger) {
        return passOfSameFiles(ledger, contest, pass, {source});
      },
      [this, contest = contest(), pass = m_pass, source = m_source](const std::optional<int>& same) {
        if (contest != this->contest() || pass != m_pass || source != m_source) return;  // something else was chosen meanwhile
        if (!same) return begin();
        setError(words(
            "Đây chính là các tệp ảnh đã nhận ở lượt {0}; chưa nhận tờ nào. Đọc lại cùng những ảnh ấy không phải là kiểm thêm một lượt (R-36). Hãy quét lại "
            "phiếu giấy rồi chọn thư mục của lần quét mới, hoặc nhập lượt này bằng bàn phím.",
            "These are the very image files of pass {0}; nothing was taken in. Reading the same pictures again is no further count (R-36). Scan the paper "
            "again and choose the folder of the new scans, or key this pass in.",
            *same));
      });
}

void ScanModel::begin() {
  if (!m_scanning || m_scanning->isActive()) return;
  remember();
  m_guideSeen = false;
  ScanRequest request;
  request.sources = {m_source.toStdString()};
  request.contest = contest();
  request.pass = m_pass;
  request.by = station()->session()->actors();
  request.leftOut = LeftOut::of(*m_scanning).begin();
  m_scanning->start(std::move(request));
}

void ScanModel::pause() {
  if (m_scanning) m_scanning->pause();
}
void ScanModel::resume() {
  clearError();
  if (m_scanning) m_scanning->resume();
}
void ScanModel::stop() {
  if (m_scanning) m_scanning->stop();
}
void ScanModel::dismiss() {
  m_guideSeen = true;
  if (m_scanning) m_scanning->dismiss();
  emit guideChanged();
}

/// Scans in pure black and white weigh more than a note that lies among them. Of the run under way, else what the journal knows of the last one: that is still there after a restart.
QString ScanModel::leftOut() const {
  if (!m_scanning || isElsewhere()) return {};
  if (m_scanning->isBilevel()) return text(bilevelWarning());
  const QStringList& now = LeftOut::of(*m_scanning).files();
  if (isActive() || !now.isEmpty()) return LeftOut::said(now.size(), now);
  QStringList names;
  for (const std::string& name : m_look.leftOutNames) names.append(text(name));
  return LeftOut::said(m_look.leftOut, names);
}

void ScanModel::beginPass(int pass) {
  attach();
  if (isActive()) return;
  dismiss();
  m_source.clear();
  setPass(pass);
  remember();
  emit sourceChanged();
}

void ScanModel::waiveReadBack() {
  const Actors by = station()->session()->actors();
  act([contest = contest(), by](Ledger& ledger) { return doneOr(kp::waiveReadBack(ledger, contest, by)); }, [this](Done) { lookAgain(); });
}

}  // namespace kp::kiosk
