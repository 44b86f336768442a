// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/start/start_model.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <algorithm>

#include "count/access.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/words.h"
#include "wiring/congress_file.h"

namespace kp::kiosk {
namespace {

constexpr std::size_t kLongestFileName = 60;  ///< bytes; fits every file system and one line of the list
constexpr std::size_t kLongestId = 40;        ///< bytes; interfaces.md allows kMaxIdBytes, short ones keep the code on the minutes small
constexpr int kRemembered = 30;               ///< files of other folders kept in the list

QString recentKey() { return QStringLiteral("recentFiles"); }

/// Where a file lies, as people know it: in the program's own folder, or its folder with the whole path.
QString whereIs(const QFileInfo& file, const QString& ownFolder) {
  if (file.absolutePath() != QFileInfo(ownFolder).absoluteFilePath()) return file.absoluteFilePath();
  return words("Thư mục Kiểm Phiếu · {0}", "Kiểm Phiếu folder · {0}", file.fileName().toStdString());
}

/// What the list says of one file; a file that cannot be read stays in the list and says why.
QVariantMap aboutFile(const QString& path, const QString& ownFolder) {
  const QFileInfo info(path);
  QVariantMap about{{QStringLiteral("path"), info.absoluteFilePath()},
                    {QStringLiteral("file"), info.fileName()},
                    {QStringLiteral("where"), whereIs(info, ownFolder)},
                    {QStringLiteral("time"), info.lastModified().toString(QStringLiteral("HH:mm dd/MM/yyyy"))},
                    {QStringLiteral("stamp"), info.lastModified()},
                    {QStringLiteral("name"), info.completeBaseName()},
                    {QStringLiteral("date"), QString()},
                    {QStringLiteral("place"), QString()},
                    {QStringLiteral("contests"), 0},
                    {QStringLiteral("problem"), QString()}};
  const auto ledger = Ledger::open(path.toStdString(), Ledger::Mode::ReadOnly);
  if (!ledger) {
    about[QStringLiteral("problem")] = text(ledger.error().what);
    return about;
  }
  const auto congress = ledger->congress().load();
  if (!congress) {
    about[QStringLiteral("problem")] = text(congress.error().what);
    return about;
  }
  about[QStringLiteral("name")] = text(congress->info.name);
  about[QStringLiteral("date")] = shownDate(text(congress->info.date));
  about[QStringLiteral("place")] = text(congress->info.place);
  about[QStringLiteral("contests")] = static_cast<int>(congress->contests.size());
  return about;
}

QVariantList filesIn(const QString& folder, const QStringList& recent) {
  QStringList paths;
  for (const QFileInfo& info : QDir(folder).entryInfoList({QStringLiteral("*.kiemphieu")}, QDir::Files, QDir::Time))
    paths.append(info.absoluteFilePath());
  for (const QString& path : recent)
    if (!paths.contains(path) && QFileInfo::exists(path)) paths.append(path);
  QVariantList files;
  for (const QString& path : paths) files.append(aboutFile(path, folder));
  std::stable_sort(files.begin(), files.end(), [](const QVariant& a, const QVariant& b) {
    return a.toMap().value(QStringLiteral("stamp")).toDateTime() > b.toMap().value(QStringLiteral("stamp")).toDateTime();
  });
  return files;
}

QVariantMap aboutDefinition(const Congress& congress, const QString& file) {
  QVariantList contests;
  for (const Contest& contest : congress.contests)
    contests.append(QVariantMap{{QStringLiteral("title"), text(contest.title)},
                                {QStringLiteral("seats"), contest.seats},
                                {QStringLiteral("candidates"), static_cast<int>(contest.candidates.size())}});
  QStringList warnings;
  for (const Finding& finding : examine(congress))
    warnings.append(finding.rule.empty() ? text(finding.what) : text(finding.rule) + QStringLiteral(": ") + text(finding.what));
  return {{QStringLiteral("name"), text(congress.info.name)},
          {QStringLiteral("date"), shownDate(text(congress.info.date))},
          {QStringLiteral("place"), text(congress.info.place)},
          {QStringLiteral("kind"), congress.info.kind == CongressKind::Delegates ? words("Đại hội đại biểu", "Congress of delegates")
                                                                                 : words("Đại hội đảng viên", "Congress of members")},
          {QStringLiteral("contests"), contests},
          {QStringLiteral("people"), static_cast<int>(congress.committee.size())},
          {QStringLiteral("needsPerson"), congress.committee.empty()},
          {QStringLiteral("warnings"), warnings},
          {QStringLiteral("file"), file}};
}

std::string typed(const QVariantMap& fields, const char* name) {
  return fields.value(QLatin1String(name)).toString().simplified().toStdString();
}

}  // namespace

QStringList knownRuleSets() { return {QStringLiteral("190-QĐ/TW"), QStringLiteral("244-QĐ/TW")}; }

QVariantList roleChoices() {
  QVariantList roles;
  for (const Role role : {Role::Head, Role::Member, Role::Technician, Role::Supervisor, Role::Secretary})
    roles.append(QVariantMap{{QStringLiteral("value"), text(toString(role))}, {QStringLiteral("text"), capitalised(text(roleText(role)))}});
  return roles;
}

QString isoDate(const QString& typed) {
  const QString plain = typed.trimmed();
  for (const char* format : {"d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy-M-d"}) {
    const QDate date = QDate::fromString(plain, QLatin1String(format));
    if (date.isValid()) return date.toString(Qt::ISODate);
  }
  return {};
}

QString shownDate(const QString& iso) {
  const QDate date = QDate::fromString(iso, Qt::ISODate);
  return date.isValid() ? date.toString(QStringLiteral("dd/MM/yyyy")) : iso;
}

void StartModel::setStation(Station* station) {
  if (station == m_station) return;
  m_station = station;
  emit stationChanged();
  if (!m_station) return;
  connect(m_station, &Station::languageChanged, this, &StartModel::reload);
  connect(m_station, &Station::languageChanged, this, &StartModel::stationChanged);
  connect(m_station, &Station::failed, this, &StartModel::setError);
  reload();
}

QVariantList StartModel::roles() const { return roleChoices(); }
QStringList StartModel::ruleSets() const { return knownRuleSets(); }

void StartModel::reload() {
  inBackground(
      this, [folder = m_station->dataFolder(), recent = QSettings().value(recentKey()).toStringList()] { return filesIn(folder, recent); },
      [this](const QVariantList& files) {
        m_files = files;
        m_loaded = true;
        emit filesChanged();
      });
}

void StartModel::open(const QString& path) {
  setError({});
  QSettings settings;
  QStringList recent = settings.value(recentKey()).toStringList();
  recent.removeAll(path);
  recent.prepend(path);
  settings.setValue(recentKey(), recent.mid(0, kRemembered));
  m_station->openFile(path);
}

void StartModel::readDefinition(const QString& path) {
  setError({});
  setBusy(true);
  inBackground(
      this, [path] { return readCongressDefinition(path.toStdString()); },
      [this](Expected<Congress> congress) {
        setBusy(false);
        if (!congress) {
          setError(text(congress.error().what));
          return;
        }
        m_read = std::move(*congress);
        m_definition = aboutDefinition(m_read, fileFor(text(m_read.info.name)));
        emit definitionChanged();
      });
}

void StartModel::forgetDefinition() {
  m_definition.clear();
  emit definitionChanged();
}

void StartModel::createFromDefinition(const QString& file, const QString& person, const QString& role) {
  Congress congress = m_read;
  if (congress.committee.empty()) {
    const auto known = parseRole(role.toStdString());
    if (!known) return setError(text(known.error().what));
    congress.committee.push_back({person.simplified().toStdString(), *known});
  }
  create(file, std::move(congress));
}

void StartModel::createNew(const QVariantMap& fields) {
  setError({});
  const QString date = isoDate(fields.value(QStringLiteral("date")).toString());
  if (date.isEmpty())
    return setError(words("Ngày đại hội chưa đúng. Hãy ghi ngày/tháng/năm, ví dụ 22/11/2026. Chưa có gì được tạo.",
                          "The date is not a date. Write it as day/month/year, for example 22/11/2026. Nothing has been created."));
  const auto role = parseRole(typed(fields, "role"));
  if (!role) return setError(text(role.error().what));
  const auto kind = parseCongressKind(typed(fields, "kind"));
  if (!kind) return setError(text(kind.error().what));
  Congress congress;
  congress.info.name = typed(fields, "name");
  congress.info.place = typed(fields, "place");
  congress.info.superior = typed(fields, "superior");
  congress.info.issuer = typed(fields, "issuer");
  congress.info.term = typed(fields, "term");
  congress.info.date = date.toStdString();
  congress.info.kind = *kind;
  if (const std::string rules = typed(fields, "rules"); !rules.empty()) congress.info.rules = rules;
  congress.info.id = plainName(congress.info.name, kLongestId);
  if (congress.info.id.empty() && !congress.info.name.empty()) congress.info.id = "dh-" + congress.info.date;
  congress.committee.push_back({typed(fields, "person"), *role});
  const QString file = fields.value(QStringLiteral("file")).toString();
  create(file, std::move(congress));
}

QString StartModel::fileFor(const QString& congressName) const {
  const std::string plain = plainName(congressName.toStdString(), kLongestFileName);
  return QString::fromStdString(plain.empty() ? "dai-hoi" : plain) + QStringLiteral(".kiemphieu");
}

void StartModel::create(const QString& file, Congress congress) {
  QString name = file.trimmed();
  if (name.isEmpty()) name = fileFor(text(congress.info.name));
  if (name.contains(QLatin1Char('/')) || name.startsWith(QLatin1Char('.')))
    return setError(words("Tên tệp không được có dấu “/” hay bắt đầu bằng dấu chấm. Chưa có gì được tạo.",
                          "A file name may not contain “/” or begin with a dot. Nothing has been created."));
  if (!name.endsWith(QLatin1String(".kiemphieu"))) name += QStringLiteral(".kiemphieu");
  const QString path = m_station->dataFolder() + QLatin1Char('/') + name;
  setError({});
  setBusy(true);
  inBackground(
      this, [path, congress = std::move(congress)]() mutable { return createCongressFile(path.toStdString(), std::move(congress)); },
      [this, path](const Expected<void>& made) {
        setBusy(false);
        if (!made) {
          setError(text(made.error().what));
          return;
        }
        forgetDefinition();
        emit created(path);
        open(path);
      });
}

void StartModel::setError(const QString& error) {
  if (error == m_error) return;
  m_error = error;
  emit errorChanged();
}

void StartModel::setBusy(bool busy) {
  m_busy = busy;
  emit busyChanged();
}

}  // namespace kp::kiosk
