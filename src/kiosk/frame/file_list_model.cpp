// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/file_list_model.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QLocale>
#include <QPointer>
#include <QStandardPaths>
#include <QStorageInfo>
#include <algorithm>

#include "election/language_scope.h"
#include "kiosk/frame/words.h"
#include "kiosk/frame/workers.h"

namespace kp::kiosk {
namespace {

/// Everything a thread needs to read the disk without touching the model.
struct Question {
  QString folder, home;
  QStringList suffixes, mediaRoots;
  bool foldersOnly = false;
  bool recalled = false;  ///< the folder was not chosen now: another will do
};

/// Where people picked something last; one stick is used for hours.
QString& lastFolder() {
  static QString folder;
  return folder;
}

bool fits(const QFileInfo& info, const Question& question) {
  if (info.isDir()) return true;
  if (question.foldersOnly) return false;
  return question.suffixes.isEmpty() || question.suffixes.contains(info.suffix(), Qt::CaseInsensitive);
}

QString sizeText(qint64 bytes) {
  const QLocale locale(kp::language() == Language::English ? QLocale::English : QLocale::Vietnamese);
  QString size = locale.formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
  return size.replace(QLatin1Char(' '), QChar(QChar::Nbsp));  // number and unit stay on one line
}

QVariantMap place(const QString& path, const QString& text, bool removable) {
  return {{QStringLiteral("path"), path}, {QStringLiteral("text"), text}, {QStringLiteral("removable"), removable}};
}

/// Files of the suffixes asked for. Those of the folders in a list are counted too, up to what one look at a slow stick may cost.
int countFitting(const QString& folder, const Question& question) {
  if (question.suffixes.isEmpty()) return 0;
  QStringList patterns;
  for (const QString& suffix : question.suffixes) patterns.append(QStringLiteral("*.") + suffix);
  return static_cast<int>(QDir(folder).entryList(patterns, QDir::Files).size());
}

/// Whether the kernel calls the disk of a volume removable. Needed for /mnt only, where fixed disks and folders of containers are mounted too.
bool isOnRemovable(const QByteArray& device) {
  const QString block =
      QFileInfo(QStringLiteral("/sys/class/block/") + QFileInfo(QString::fromUtf8(device)).fileName()).canonicalFilePath();
  for (const char* where : {"/removable", "/../removable"}) {  // of the disk itself, or of the disk of a partition
    QFile flag(block + QLatin1String(where));
    if (!block.isEmpty() && flag.open(QIODevice::ReadOnly)) return flag.readAll().trimmed() == "1";
  }
  return false;
}

/// Sticks are what is mounted below one of the roots; then the program's own folder and the person's.
QVariantList placesOf(const Question& question) {
  QVariantList places;
  QStringList seen;
  for (const QStorageInfo& volume : QStorageInfo::mountedVolumes()) {
    const QString root = volume.rootPath();
    const bool removable = std::any_of(question.mediaRoots.begin(), question.mediaRoots.end(), [&](const QString& below) {
      return root.startsWith(below + QLatin1Char('/')) && (below != QLatin1String("/mnt") || isOnRemovable(volume.device()));
    });
    if (!removable || !volume.isReady() || seen.contains(root)) continue;
    seen.append(root);
    const QString name = volume.name().isEmpty() ? QDir(root).dirName() : volume.name();
    places.append(place(
        root, words("USB: {0} (còn trống {1})", "USB: {0} ({1} free)", name.toStdString(), sizeText(volume.bytesAvailable()).toStdString()),
        true));
  }
  if (!question.home.isEmpty()) places.append(place(question.home, words("Thư mục Kiểm Phiếu", "Kiểm Phiếu folder"), false));
  const QString own = QDir::homePath();
  if (own != question.home && QDir(own).exists()) places.append(place(own, words("Máy này", "This computer"), false));
  return places;
}

/// Whether a folder is there and in one of the places.
bool isPlace(const QString& folder, const QVariantList& places) {
  return QFileInfo(folder).isDir() && std::any_of(places.begin(), places.end(), [&folder](const QVariant& entry) {
           const QString root = entry.toMap().value(QStringLiteral("path")).toString();
           return folder == root || folder.startsWith(root + QLatin1Char('/'));
         });
}

FileListModel::Listing listingOf(const Question& question) {
  FileListModel::Listing out;
  out.places = placesOf(question);
  const bool elsewhere = question.folder.isEmpty() || (question.recalled && !isPlace(question.folder, out.places));
  const QString folder = elsewhere ? out.places.value(0).toMap().value(QStringLiteral("path")).toString() : question.folder;
  out.folder = folder;
  const QFileInfo about(folder);
  if (!about.isDir()) {
    out.problem = words(
        "Không thấy thư mục {0}: thẻ nhớ chưa cắm hoặc đã rút ra. Chưa có gì thay đổi. Hãy cắm lại, rồi chọn lại nơi lưu.",
        "The folder {0} is not there: the stick is not plugged in, or was removed. Nothing was changed. Plug it in, then pick the place again.",
        folder.toStdString());
    return out;
  }
  if (!about.isReadable()) {
    out.problem = words("Không có quyền đọc thư mục {0}. Chưa có gì thay đổi. Hãy chọn thư mục khác.",
                        "This folder cannot be read: {0}. Nothing was changed. Pick another folder.", folder.toStdString());
    return out;
  }
  out.writable = about.isWritable() && !QStorageInfo(folder).isReadOnly();
  out.fitting = countFitting(folder, question);
  for (const QFileInfo& info : QDir(folder).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot | QDir::Readable)) {
    if (!fits(info, question)) continue;
    const QString time = info.lastModified().toString(QStringLiteral("HH:mm dd/MM/yyyy"));
    const int inside = info.isDir() && question.foldersOnly ? countFitting(info.absoluteFilePath(), question) : 0;
    const QString detail = !info.isDir() ? sizeText(info.size()) + QStringLiteral(" · ") + time
                           : inside > 0  ? words("{0} ảnh, tệp quét", "{0} scans", inside)
                                         : QString();
    out.entries.push_back({info.fileName(), info.absoluteFilePath(), detail, info.isDir()});
  }
  QCollator order{QLocale(QLocale::Vietnamese)};
  order.setNumericMode(true);
  order.setCaseSensitivity(Qt::CaseInsensitive);
  std::stable_sort(out.entries.begin(), out.entries.end(), [&order](const FileListModel::Entry& a, const FileListModel::Entry& b) {
    return a.folder != b.folder ? a.folder : order.compare(a.name, b.name) < 0;
  });
  return out;
}

}  // namespace

int FileListModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant FileListModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
  switch (role) {
    case Qt::DisplayRole:
    case NameRole: return entry.name;
    case PathRole: return entry.path;
    case IsFolderRole: return entry.folder;
    case DetailRole: return entry.detail;
    default: return {};
  }
}

QHash<int, QByteArray> FileListModel::roleNames() const {
  return {{NameRole, "name"}, {PathRole, "path"}, {IsFolderRole, "isFolder"}, {DetailRole, "detail"}};
}

void FileListModel::setFolder(const QString& folder) {
  const QString clean = folder.isEmpty() ? QString() : QDir::cleanPath(folder);
  if (clean == m_folder) return;
  m_folder = clean;
  m_recalled = false;
  emit folderChanged();
  reload();
}

void FileListModel::setHome(const QString& home) {
  if (home == m_home) return;
  m_home = home;
  emit homeChanged();
  reload();
}

void FileListModel::setSuffixes(const QStringList& suffixes) {
  if (suffixes == m_suffixes) return;
  m_suffixes = suffixes;
  emit filterChanged();
  reload();
}

void FileListModel::setFoldersOnly(bool foldersOnly) {
  if (foldersOnly == m_foldersOnly) return;
  m_foldersOnly = foldersOnly;
  emit filterChanged();
  reload();
}

void FileListModel::setMediaRoots(const QStringList& roots) {
  m_mediaRoots = roots;
  reload();
}

QString FileListModel::title() const {
  for (const QVariant& entry : m_places) {
    const QString root = entry.toMap().value(QStringLiteral("path")).toString();
    const QString name = entry.toMap().value(QStringLiteral("text")).toString();
    if (m_folder == root) return name;
    if (m_folder.startsWith(root + QLatin1Char('/')))
      return name + QStringLiteral(" › ") + m_folder.mid(root.size() + 1).replace(QLatin1Char('/'), QStringLiteral(" › "));
  }
  return m_folder;
}

bool FileListModel::canGoUp() const {
  // never above the place one began at: the kiosk is no file manager
  return std::none_of(m_places.begin(), m_places.end(),
                      [this](const QVariant& entry) { return entry.toMap().value(QStringLiteral("path")) == m_folder; }) &&
         !m_folder.isEmpty() && m_folder != QLatin1String("/");
}

void FileListModel::reload() {
  Question question{m_folder, m_home, m_suffixes, m_mediaRoots, m_foldersOnly, m_recalled};
  const int request = ++m_request;
  ++m_reading;
  emit readingChanged();
  background().start([guard = QPointer<FileListModel>(this), question = std::move(question), request, language = kp::language()] {
    const LanguageScope scope(language);
    Listing listing = listingOf(question);
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, request, listing = std::move(listing)]() mutable {
          if (guard) guard->take(request, std::move(listing));
        },
        Qt::QueuedConnection);
  });
}

void FileListModel::take(int request, Listing listing) {
  --m_reading;
  if (request == m_request) {
    beginResetModel();
    m_entries = std::move(listing.entries);
    m_problem = listing.problem;
    m_writable = listing.writable;
    m_fitting = listing.fitting;
    m_places = std::move(listing.places);
    if (m_folder.isEmpty() || m_recalled) m_folder = listing.folder;
    m_recalled = false;
    endResetModel();
    emit placesChanged();
    emit folderChanged();
    emit listed();
  }
  emit readingChanged();
}

void FileListModel::goUp() {
  if (canGoUp()) setFolder(QFileInfo(m_folder).absolutePath());
}

void FileListModel::makeFolder(const QString& name) {
  const QString wanted = name.trimmed();
  if (wanted.isEmpty() || wanted.contains(QLatin1Char('/')) || !QDir(m_folder).mkdir(wanted)) {
    m_problem = words(
        "Không tạo được thư mục “{0}” ở đây: tên đã có, tên không dùng được, hoặc nơi này chỉ cho đọc. Hãy chọn tên hoặc nơi khác.",
        "The folder \"{0}\" cannot be made here: the name is taken or cannot be used, or this place is read-only. Pick another name or place.",
        wanted.toStdString());
    emit listed();
    return;
  }
  setFolder(m_folder + QLatin1Char('/') + wanted);
}

QString FileListModel::pathFor(const QString& name) const {
  QString wanted = name.trimmed();
  if (wanted.isEmpty() || wanted.contains(QLatin1Char('/')) || m_folder.isEmpty()) return {};
  if (!m_suffixes.isEmpty() && !m_suffixes.contains(QFileInfo(wanted).suffix(), Qt::CaseInsensitive))
    wanted += QLatin1Char('.') + m_suffixes.first();
  return m_folder + QLatin1Char('/') + wanted;
}

bool FileListModel::exists(const QString& path) const { return QFileInfo::exists(path); }

void FileListModel::keepFolder() const {
  if (!m_folder.isEmpty()) lastFolder() = m_folder;
}

void FileListModel::recallFolder() {
  if (lastFolder().isEmpty() || lastFolder() == m_folder) return;
  m_folder = lastFolder();
  m_recalled = true;
  emit folderChanged();
}

}  // namespace kp::kiosk
