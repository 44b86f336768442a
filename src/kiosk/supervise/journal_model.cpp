// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/journal_model.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>
#include <algorithm>

#include "formats/search_text.h"
#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"
#include "wiring/journal_text.h"

namespace kp::kiosk {
namespace {

constexpr int kTellEvery = 60;  ///< ms between two reports of progress: more often nobody sees

Expected<std::vector<QVariantMap>> entriesOf(const Ledger& ledger) {
  const auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  const auto journal = ledger.journal().list();
  if (!journal) return tl::unexpected<Error>(journal.error());
  std::vector<QVariantMap> rows;
  for (const JournalEntry& entry : *journal) {
    const QString what = text(journalSentence(*congress, entry)), who = namesText(entry.by), when = timeText(entry.time);
    const std::string all =
        (QString::number(entry.seq) + QLatin1Char(' ') + when + QLatin1Char(' ') + what + QLatin1Char(' ') + who).toStdString();
    rows.push_back({{QStringLiteral("seq"), entry.seq},
                    {QStringLiteral("time"), when},
                    {QStringLiteral("text"), what},
                    {QStringLiteral("by"), who},
                    {QStringLiteral("search"), text(searchText(all))}});
  }
  std::reverse(rows.begin(), rows.end());  // newest first
  return rows;
}

/// Hash in groups of four, so that it can be read out.
QString grouped(const QString& hex) {
  QStringList groups;
  for (qsizetype i = 0; i < hex.size(); i += 4) groups << hex.mid(i, 4);
  return groups.join(QLatin1Char(' '));
}

}  // namespace

JournalModel::JournalModel(QObject* parent) : PageModel(parent), m_rows({"seq", "time", "text", "by"}) {
  m_tick.setInterval(500);
  connect(&m_tick, &QTimer::timeout, this, &JournalModel::verifyChanged);
}

int JournalModel::seconds() const { return m_verifying ? static_cast<int>(m_since.elapsed() / 1000) : 0; }

void JournalModel::reload() {
  look([](const Ledger& ledger) { return entriesOf(ledger); },
       [this](std::vector<QVariantMap> rows) {
         m_all = std::move(rows);
         show();
       });
}

void JournalModel::setSearch(const QString& search) {
  if (search == m_search) return;
  m_search = search;
  show();
}

void JournalModel::show() {
  const auto asked = searchWords(m_search.toStdString());
  std::vector<QVariantMap> rows;
  for (const QVariantMap& row : m_all) {
    const std::string in = row.value(QStringLiteral("search")).toString().toStdString();
    if (std::all_of(asked.begin(), asked.end(), [&in](const std::string& word) { return in.find(word) != std::string::npos; }))
      rows.push_back(row);
  }
  m_rows.setRows(std::move(rows));
  emit changed();
}

JournalModel::~JournalModel() { stop(); }

QString JournalModel::progress() const {
  if (!m_verifying || m_total == 0) return {};
  const QLocale locale(language() == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
  const double seconds = double(m_since.elapsed()) / 1000;
  const int percent = static_cast<int>(fraction() * 100);
  if (seconds < 1 || m_done == 0) return QStringLiteral("%1 %").arg(percent);
  const double rate = fraction() * 100 / seconds;
  return words("{0} % · {1} % mỗi giây · còn khoảng {2} giây", "{0} % · {1} % a second · about {2} seconds left", percent,
               locale.toString(rate, 'f', 1).toStdString(), static_cast<long>((1 - fraction()) * 100 / rate + 0.5));
}

void JournalModel::stop() {
  if (m_stop) *m_stop = true;
}

void JournalModel::verify() {
  if (m_verifying || !station()) return;
  m_verifying = true;
  m_done = m_total = 0;
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_since.start();
  m_tick.start();
  emit verifyChanged();
  auto last = std::make_shared<QElapsedTimer>();
  const VerifyProgress progress = [stop = m_stop, last, guard = QPointer<JournalModel>(this)](std::uint64_t done, std::uint64_t total) {
    if (*stop) return false;
    if (last->isValid() && last->elapsed() < kTellEvery && done < total) return true;
    last->start();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, done, total] {
          if (!guard) return;
          guard->m_done = done;
          guard->m_total = total;
          emit guard->verifyChanged();
        },
        Qt::QueuedConnection);
    return true;
  };
  station()->looking().ask(
      this, [progress](const Ledger& ledger) { return ledger.verifyChain(progress); },
      [this](const Expected<ChainCheck>& check) { showVerdict(check); });
}

void JournalModel::showVerdict(const Expected<ChainCheck>& check) {
  m_verifying = false;
  m_tick.stop();
  m_findings.clear();
  if (!check) {
    m_sound = false;
    m_verdict = text(check.error().what);
  } else {
    m_sound = check->sound();
    for (const ChainFinding& finding : check->findings) m_findings << text(finding.what);
    m_head = grouped(QString::fromStdString(check->head));
    m_verdict = m_sound
                    ? words("Chuỗi nhật ký nguyên vẹn: đã tính lại {0} mục, {1} tờ phiếu, {2} tệp ảnh, {3} kết luận, không có gì bị sửa.",
                            "The chain is sound: {0} entries, {1} sheets, {2} pictures and {3} rulings recomputed, nothing was altered.",
                            check->entries, check->sheets, check->sources, check->rulings)
                    : words("Có {0} chỗ không khớp với nhật ký. Dừng lại và báo Trưởng ban kiểm phiếu; đừng chốt kết quả.",
                            "{0} places do not agree with the journal. Stop and tell the head of the committee; do not close the count.",
                            check->findings.size());
  }
  emit verifyChanged();
}

}  // namespace kp::kiosk
