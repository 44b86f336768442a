// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/archive/archive_search_model.h"

#include <QLocale>
#include <QPointer>

#include "count/archive_search.h"
#include "election/language_scope.h"
#include "kiosk/frame/words.h"
#include "kiosk/result/result_look.h"

namespace kp::kiosk {
namespace {

QVariantMap rowOf(const ArchiveHit& hit) {
  const ArchivedRow& row = hit.row;
  const bool person = row.number.has_value();
  const QString path = text(hit.path.string());
  const QString date = QDate::fromString(text(row.date), Qt::ISODate).toString(QStringLiteral("dd/MM/yyyy"));
  QString figures, outcome;
  if (person && row.votes) {
    figures = row.percent.empty() ? QString::number(*row.votes) : QStringLiteral("%1 · %2").arg(*row.votes).arg(percentText(row.percent));
    outcome = row.elected ? words("✓ Trúng cử", "✓ Elected") : QString();
  } else if (!person && row.returned) {
    figures = words("thu về {0}, hợp lệ {1}", "returned {0}, valid {1}", *row.returned, row.valid.value_or(0));
  }
  if (!row.closed) outcome = words("chưa chốt", "not closed");
  const std::string when = date.isEmpty() ? row.date : date.toStdString();
  const std::string where = person ? row.contest + " – " + row.congress + ", " + when : row.congress + ", " + when;
  const std::string name = hit.path.filename().string();
  const bool package = hit.path.extension() == ".kpz";  // lies beside the file it was made of: told apart
  return {
      {QStringLiteral("key"), path + QLatin1Char('\n') + text(row.contestId) + QLatin1Char('\n') + QString::number(row.number.value_or(0))},
      {QStringLiteral("path"), path},
      {QStringLiteral("file"), text(name)},
      {QStringLiteral("contest"), text(row.contestId)},
      {QStringLiteral("title"), person ? text(row.candidate) : text(row.contest)},
      {QStringLiteral("under"),
       package ? words("{0} · gói lưu trữ {1}", "{0} · package {1}", where, name) : words("{0} · tệp {1}", "{0} · file {1}", where, name)},
      {QStringLiteral("figures"), figures},
      {QStringLiteral("outcome"), outcome},
      {QStringLiteral("isPackage"), package}};
}

}  // namespace

struct ArchiveSearchModel::Found {
  std::vector<QVariantMap> rows;
  QString summary, error;
};

/// The open index and the folder it is of.
struct ArchiveSearchModel::Worker {
  std::string folder;
  std::optional<ArchiveIndex> index;

  Expected<void> use(const std::string& wanted) {
    if (index && folder == wanted) return {};
    auto opened = ArchiveIndex::open(archiveIndexPath(wanted));
    if (!opened) return tl::unexpected<Error>(opened.error());
    index = std::move(*opened);
    folder = wanted;
    return {};
  }
  Found find(const std::string& wanted, const std::string& question) {
    Found found;
    if (const auto ready = use(wanted); !ready) return {{}, {}, text(ready.error().what)};
    const auto hits = searchArchive(*index, question);
    if (!hits) return {{}, {}, text(hits.error().what)};
    for (const ArchiveHit& hit : hits->hits) found.rows.push_back(rowOf(hit));
    const QLocale locale(language() == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English);
    const std::string seconds = locale.toString(hits->seconds, 'f', 3).toStdString();
    found.summary = hits->total > hits->hits.size()
                        ? words("Thấy {0}, hiện {1} dòng đầu · {2} giây", "{0} found, the first {1} shown · {2} s", hits->total,
                                hits->hits.size(), seconds)
                        : words("Thấy {0} · {1} giây", "{0} found · {1} s", hits->total, seconds);
    return found;
  }
};

ArchiveSearchModel::ArchiveSearchModel(QObject* parent)
    : QObject(parent),
      m_worker(std::make_shared<Worker>()),
      m_stop(std::make_shared<std::atomic<bool>>(false)),
      m_hits({"key", "path", "file", "contest", "title", "under", "figures", "outcome", "isPackage"}, this),
      m_state(QStringLiteral("ready")) {
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingRests);
  connect(&m_typing, &QTimer::timeout, this, &ArchiveSearchModel::search);
}

ArchiveSearchModel::~ArchiveSearchModel() { *m_stop = true; }

void ArchiveSearchModel::setStation(Station* station) {
  if (station == m_station) return;
  m_station = station;
  emit stationChanged();
  if (!station) return;
  connect(station, &Station::languageChanged, this, &ArchiveSearchModel::search);
  if (m_folder.isEmpty()) setFolder(station->dataFolder());
}

void ArchiveSearchModel::setFolder(const QString& folder) {
  if (folder == m_folder) return;
  m_folder = folder;
  emit folderChanged();
  refresh();
}

void ArchiveSearchModel::setQuestion(const QString& question) {
  if (question == m_question) return;
  m_question = question;
  emit questionChanged();
  m_typing.start();
}

void ArchiveSearchModel::refresh() {
  *m_stop = true;  // another folder's run is of no more use
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_state = QStringLiteral("indexing");
  m_fraction = 0;
  m_error.clear();
  m_damaged.clear();
  emit searched();
  m_workers.start([worker = m_worker, folder = m_folder.toStdString(), stop = m_stop, guard = QPointer<ArchiveSearchModel>(this),
                   language = kp::language()] {
    const LanguageScope scope(language);
    const auto tell = [&guard, &stop](auto what) {
      QMetaObject::invokeMethod(
          QCoreApplication::instance(),
          [guard, stop, what] {
            if (guard && !*stop) what(*guard);
          },
          Qt::QueuedConnection);
    };
    QString problem;
    QStringList damaged;
    if (const auto ready = worker->use(folder); !ready) {
      problem = text(ready.error().what);
    } else {
      const auto report = refreshArchive(*worker->index, folder, [&](std::size_t done, std::size_t total) {
        tell([done, total](ArchiveSearchModel& model) {
          model.m_fraction = total > 0 ? double(done) / double(total) : 1;
          emit model.searched();
        });
        return !*stop;
      });
      if (!report) problem = text(report.error().what);
      if (report)
        for (const ArchivedFile& file : report->damaged) damaged.append(text(file.path.filename().string() + ": " + file.problem));
    }
    tell([problem, damaged](ArchiveSearchModel& model) {
      model.m_state = QStringLiteral("ready");
      model.m_error = problem;
      model.m_damaged = damaged;
      model.search();
      emit model.searched();
    });
  });
}

void ArchiveSearchModel::search() {
  if (m_folder.isEmpty()) return;
  m_workers.start([worker = m_worker, folder = m_folder.toStdString(), question = m_question.toStdString(), request = ++m_request,
                   guard = QPointer<ArchiveSearchModel>(this), language = kp::language()] {
    const LanguageScope scope(language);
    Found found = worker->find(folder, question);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, request, found = std::move(found)]() mutable {
          if (guard && request == guard->m_request) guard->show(std::move(found));
        },
        Qt::QueuedConnection);
  });
}

void ArchiveSearchModel::show(Found found) {
  m_hits.setRows(std::move(found.rows));
  m_summary = found.summary;
  if (!found.error.isEmpty()) m_error = found.error;
  emit searched();
}

void ArchiveSearchModel::open(const QString& path, const QString& contest) {
  if (path == m_station->file()) return m_station->setContest(contest);
  Station* station = m_station;
  // the page is gone by the time the file is open, so the station waits for itself
  connect(
      station, &Station::congressChanged, station,
      [station, path, contest] {
        if (station->file() == path) station->setContest(contest);
      },
      Qt::SingleShotConnection);
  station->openFile(path);
}

}  // namespace kp::kiosk
