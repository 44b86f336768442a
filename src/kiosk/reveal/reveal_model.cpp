// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/reveal/reveal_model.h"

#include <QLocale>
#include <QQmlEngine>

#include "count/release.h"
#include "kiosk/frame/words.h"

namespace kp::kiosk {
namespace {

constexpr double kHallMetres = 20;  ///< issue 4: readable from 20 m

struct Loaded {
  bool closed = false, released = false;
};

Expected<Loaded> load(const Ledger& ledger, const std::string& contest) {
  const auto state = ledger.congress().state(contest);
  if (!state) return tl::unexpected<Error>(state.error());
  const auto released = isReleased(ledger, contest);
  if (!released) return tl::unexpected<Error>(released.error());
  return Loaded{state->closed, *released};
}

QString stageText(const QString& kind) {
  if (kind == QLatin1String("figures")) return words("Số liệu bầu cử", "Figures");
  if (kind == QLatin1String("votes")) return words("Số phiếu theo thứ tự trên phiếu", "Votes in ballot order");
  if (kind == QLatin1String("elected")) return words("Người trúng cử, từ cao xuống thấp", "The elected, high to low");
  return words("Tên đại hội", "Title");
}

}  // namespace

void RevealModel::reload() {
  if (!m_followed) {
    m_followed = true;
    connect(hall(), &Hall::changed, this, &RevealModel::changed);
  }
  look([contest = contest()](const Ledger& ledger) { return load(ledger, contest); },
       [this](Loaded&& loaded) {
         m_closed = loaded.closed;
         m_released = loaded.released;
         if (hall()->contest().isEmpty()) hall()->take(station()->contest());
         emit changed();
       });
}

bool RevealModel::isMine() const { return hall() && hall()->contest() == station()->contest(); }

QVariantMap RevealModel::upcoming() const { return isMine() ? hall()->slideAt(hall()->place() + 1) : QVariantMap(); }

QString RevealModel::upcomingTitle() const {
  const QString title = upcoming().value(QStringLiteral("title")).toString();
  return title.isEmpty() ? title : QLatin1Char('\n') + title;
}

QVariantList RevealModel::stages() const {
  QVariantList list;
  if (!hall()) return list;
  const QString now = hall()->slide().value(QStringLiteral("kind")).toString();
  bool before = true;
  for (const char* kind : {"title", "figures", "votes", "elected"}) {
    const QString key = QString::fromLatin1(kind);
    const bool current = key == now;
    if (current) before = false;
    const QVariantMap slide = hall()->slide();
    const int pages = slide.value(QStringLiteral("pages")).toInt();
    QString text = stageText(key);
    if (current && pages > 1) text += words(" (trang {0}/{1})", " (page {0} of {1})", slide.value(QStringLiteral("page")).toInt(), pages);
    list.append(QVariantMap{{QStringLiteral("text"), text},
                            {QStringLiteral("state"), current  ? QStringLiteral("now")
                                                      : before ? QStringLiteral("done")
                                                               : QStringLiteral("waiting")}});
  }
  return list;
}

/// The hall is staged by those who may release (domain.md §4); the others look on.
bool RevealModel::mayStage() const {
  const Session* session = station() ? station()->session() : nullptr;
  return session && (!session->isSignedIn() || session->may(QStringLiteral("release")));
}

bool RevealModel::canNext() const { return mayStage() && isMine() && m_released && hall()->place() + 1 < hall()->count(); }

bool RevealModel::canBack() const { return mayStage() && isMine() && hall()->place() > 0; }

QString RevealModel::placeText() const {
  return hall() && hall()->count() > 0 ? QStringLiteral("%1 / %2").arg(hall()->place() + 1).arg(hall()->count()) : QString();
}

QString RevealModel::readableText() const {
  const QLocale locale(language() == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
  return words(
      "Họ tên, số phiếu cao {0} % hình chiếu. Để đọc rõ từ {1} m, chữ phải cao {2} mm: hình chiếu cao từ {3} m.",
      "Names and votes are {0} % of the picture's height. To be read from {1} m they must be {2} mm high: a picture of {3} m or more.",
      locale.toString(kLetterShare * 100, 'f', 1).toStdString(), static_cast<int>(kHallMetres),
      static_cast<int>(readableLetter(kHallMetres) * 1000 + 0.5), locale.toString(pictureFor(kHallMetres), 'f', 1).toStdString());
}

QString RevealModel::releaseText() const {
  return words(
      "Từ lúc này, màn hình hội trường được phép chiếu kết quả của “{0}”. Đại hội đã thấy thì không rút lại được; nhật ký ghi tên hai người.",
      "From now on the hall screen may show the result of \"{0}\". What the congress has seen cannot be taken back; the journal keeps both names.",
      station() ? station()->contestTitle().toStdString() : std::string());
}

void RevealModel::release() {
  const Actors by = station()->session()->actors();
  act([contest = contest(), by](Ledger& ledger) { return doneOr(releaseResult(ledger, contest, by)); },
      [this](Done) {
        m_released = true;
        show();
      });
}

void RevealModel::openHall(QQuickWindow* operators) {
  QQmlEngine* engine = qmlEngine(this);
  if (!engine) return;
  if (!isMine()) show();
  hall()->openWindow(*engine, operators ? operators->screen() : nullptr);
}

void RevealModel::show() {
  hall()->take(station()->contest());
  hall()->first();
  emit changed();
}

void RevealModel::next() {
  if (canNext()) hall()->next();
}

void RevealModel::back() {
  if (canBack()) hall()->back();
}

void RevealModel::toTitle() {
  if (canBack()) hall()->first();
}

}  // namespace kp::kiosk
