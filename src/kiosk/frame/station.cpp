// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/station.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QTimer>
#include <functional>
#include <optional>

#include "kiosk/frame/words.h"
#include "wiring/journal_text.h"

namespace kp::kiosk {
namespace {

/// What the rail, the header and the login cards show.
struct Overview {
  Congress congress;
  std::vector<bool> closed;  ///< by contest
  std::vector<std::string> withPin;
  std::vector<StepStatus> steps;
};

Expected<Overview> overviewOf(const Ledger& ledger, const std::string& contest) {
  Overview out;
  auto congress = ledger.congress().load();
  if (!congress) return tl::unexpected<Error>(congress.error());
  out.congress = std::move(*congress);
  for (const Contest& c : out.congress.contests) {
    const auto state = ledger.congress().state(c.id);
    out.closed.push_back(state && state->closed);
  }
  auto withPin = ledger.congress().withPin();
  if (!withPin) return tl::unexpected<Error>(withPin.error());
  out.withPin = std::move(*withPin);
  const bool known = out.congress.contest(contest) != nullptr;
  const std::string first = out.congress.contests.empty() ? std::string() : out.congress.contests.front().id;
  auto steps = dayOf(ledger, known ? contest : first);
  if (!steps) return tl::unexpected<Error>(steps.error());
  out.steps = std::move(*steps);
  return out;
}

/// Where the kiosk left off, so that it opens there after a power cut.
QString lastContestKey(const QString& file) { return QStringLiteral("contest/") + QString::fromLatin1(file.toUtf8().toHex()); }

constexpr int kBusyMilliseconds = 250,
              kBusyTries = 40;  ///< 10 s: a program that was killed lets go of the file only when the system has cleared it away

/// Opens; a file that is in use is tried again, so that a kiosk started anew right after a crash opens where it was.
void openPatiently(Desk& desk, const QString& path, QObject* context, int tries,
                   const std::function<void(const std::optional<Error>&)>& done) {
  desk.open(path, context, [&desk, path, context, tries, done](const std::optional<Error>& error) {
    if (!error || error->kind != ErrorKind::Busy || tries == 0) return done(error);
    QTimer::singleShot(kBusyMilliseconds, context,
                       [&desk, path, context, tries, done] { openPatiently(desk, path, context, tries - 1, done); });
  });
}

}  // namespace

Station::Station(QString dataFolder, QObject* parent) : QObject(parent), m_dataFolder(std::move(dataFolder)), m_session(*this) {}

int Station::contestIndex() const {
  for (int i = 0; i < m_contests.size(); ++i)
    if (m_contests[i].toMap().value(QStringLiteral("id")) == m_contest) return i;
  return -1;
}

QString Station::contestTitle() const {
  for (const QVariant& entry : m_contests) {
    const QVariantMap contest = entry.toMap();
    if (contest.value(QStringLiteral("id")) == m_contest) return contest.value(QStringLiteral("title")).toString();
  }
  return {};
}

QString Station::language() const { return kp::language() == Language::English ? QStringLiteral("en") : QStringLiteral("vi"); }

void Station::setLanguage(const QString& language) {
  const Language wanted = language == QLatin1String("en") ? Language::English : Language::Vietnamese;
  if (wanted == kp::language()) return;
  kp::setLanguage(wanted);
  emit languageChanged();
  refresh();
}

void Station::openFile(const QString& path) {
  if (m_opening) return;
  m_opening = true;
  emit fileChanged();
  m_session.forget();
  openPatiently(m_acting, path, this, kBusyTries, [this, path](const std::optional<Error>& error) {
    if (error) {
      m_opening = false;
      m_open = false;
      m_looking.close();
      emit fileChanged();
      emit failed(QString::fromStdString(error->what));
      return;
    }
    m_file = path;
    m_looking.open(path, this, [this](const std::optional<Error>& second) {
      m_opening = false;
      m_open = !second;
      if (second) {
        m_acting.close();
        emit fileChanged();
        emit failed(QString::fromStdString(second->what));
        return;
      }
      opened();
    });
  });
}

void Station::opened() {
  QSettings settings;
  settings.setValue(QStringLiteral("file"), m_file);
  m_contest = settings.value(lastContestKey(m_file)).toString();
  emit fileChanged();
  emit contestChanged();
  emit placeChanged();
  refresh();
}

void Station::closeFile() {
  m_session.lock();
  m_acting.close();
  m_looking.close();
  m_open = false;
  m_file.clear();
  m_congressName.clear();
  m_contest.clear();
  m_contests.clear();
  m_steps.setSteps({});
  m_session.forget();
  QSettings().remove(QStringLiteral("file"));
  emit fileChanged();
  emit congressChanged();
  emit contestChanged();
  emit placeChanged();
}

void Station::setContest(const QString& contest) {
  if (contest == m_contest) return;
  m_contest = contest;
  QSettings().setValue(lastContestKey(m_file), contest);
  emit contestChanged();
  emit placeChanged();
  refresh();
}

QVariantList Station::knownFiles() const {
  QVariantList files;
  const QDir folder(m_dataFolder);
  for (const QFileInfo& info : folder.entryInfoList({QStringLiteral("*.kiemphieu")}, QDir::Files, QDir::Time))
    files.append(QVariantMap{{QStringLiteral("path"), info.absoluteFilePath()},
                             {QStringLiteral("name"), info.completeBaseName()},
                             {QStringLiteral("time"), info.lastModified().toString(QStringLiteral("HH:mm dd/MM/yyyy"))}});
  return files;
}

void Station::refresh() {
  if (!m_open) return;
  m_looking.ask(
      this, [contest = m_contest.toStdString()](const Ledger& ledger) { return overviewOf(ledger, contest); },
      [this](const Expected<Overview>& overview) {
        if (!overview) {
          emit failed(QString::fromStdString(overview.error().what));
          return;
        }
        m_congressName = QString::fromStdString(overview->congress.info.name);
        m_contests.clear();
        for (std::size_t i = 0; i < overview->congress.contests.size(); ++i) {
          const Contest& c = overview->congress.contests[i];
          m_contests.append(QVariantMap{
              {QStringLiteral("id"), QString::fromStdString(c.id)},
              {QStringLiteral("title"), text(contestWords(c))},
              {QStringLiteral("face"), QString::fromStdString(toString(faceOf(c)))},
              {QStringLiteral("round"), c.round},
              {QStringLiteral("closed"), static_cast<bool>(overview->closed[i])},
              {QStringLiteral("value"), text(c.id)},
              {QStringLiteral("text"),
               keptTitle(overview->closed[i] ? words("{0} (đã chốt)", "{0} (closed)", contestWords(c)) : text(contestWords(c)))}});
        }
        if (!overview->congress.contest(m_contest.toStdString())) {
          m_contest = overview->congress.contests.empty() ? QString() : QString::fromStdString(overview->congress.contests.front().id);
          emit contestChanged();
        }
        m_session.setPeople(overview->congress, overview->withPin);
        m_steps.setSteps(overview->steps);
        emit congressChanged();
        emit placeChanged();
      });
}

}  // namespace kp::kiosk
