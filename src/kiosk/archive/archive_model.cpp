// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/archive/archive_model.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "kiosk/frame/sticks.h"
#include "kiosk/frame/words.h"
#include "wiring/journal_text.h"
#include "wiring/package_papers.h"
#include "wiring/papers.h"

namespace kp::kiosk {
namespace {

constexpr int kTellEvery = 60;  ///< ms between two reports of progress: more often nobody sees

QString clock(const std::string& utc) {
  const QString local = text(localTime(utc));
  return local.mid(11, 5) + QLatin1Char(' ') + local.mid(8, 2) + QLatin1Char('/') + local.mid(5, 2) + QLatin1Char('/') + local.mid(0, 4);
}

QLocale shownLocale() { return QLocale(language() == Language::Vietnamese ? QLocale::Vietnamese : QLocale::English); }

QString sizeText(std::uint64_t bytes) {
  return shownLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeTraditionalFormat);
}

/// A name in this folder that no package has yet.
std::string freePath(const QString& folder, const std::string& suggested) {
  const QFileInfo wanted(folder + QLatin1Char('/') + text(suggested));
  QString path = wanted.filePath();
  for (int i = 2; QFileInfo::exists(path); ++i)
    path = QStringLiteral("%1/%2-%3.%4").arg(folder, wanted.completeBaseName()).arg(i).arg(wanted.suffix());
  return path.toStdString();
}

/// A medium as people know it: its name; without one, that it has none and the end of its number, which tells two sticks apart.
std::string mediumName(const std::string& label, const std::string& id, bool ownDisk) {
  constexpr std::size_t kEnd = 4;
  if (ownDisk) return tr("ổ đĩa của máy này", "this computer's own disk");
  if (!label.empty()) return trf("USB “{0}”", "USB stick \"{0}\"", label);
  return trf("USB không có tên (số hiệu …{0})", "USB stick without a name (number …{0})",
             id.size() > kEnd ? id.substr(id.size() - kEnd) : id);
}

std::string joined(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : "; ") + name;  // titles have commas
  return list;
}

}  // namespace

ArchiveModel::ArchiveModel(QObject* parent) : PageModel(parent) {
  connect(this, &PageModel::busyChanged, this, [this] {
    if (!isBusy() && !m_work.isEmpty()) end();
  });
}

ArchiveModel::~ArchiveModel() { stop(); }

QString ArchiveModel::folder() const { return station()->dataFolder() + QStringLiteral("/goi-luu-tru"); }

QString ArchiveModel::packagePath() const { return folder() + QLatin1Char('/') + packageName(); }

void ArchiveModel::reload() {
  look(
      [](const Ledger& ledger) -> Expected<Loaded> {
        auto state = archiveState(ledger);
        if (!state) return tl::unexpected<Error>(state.error());
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        Loaded out{std::move(*state), {}, {}};
        for (const JournalEntry& entry : out.state.since)
          out.since = clock(entry.time) + QStringLiteral(" · ") + text(journalSentence(*congress, entry));  // the newest stays
        for (const Contest& contest : congress->contests) {
          const auto of = ledger.congress().state(contest.id);
          if (!of) return tl::unexpected<Error>(of.error());
          if (!of->closed) out.open.push_back(contest.title);
        }
        return out;
      },
      [this](Loaded&& loaded) {
        m_state = std::move(loaded.state);
        m_openContests = std::move(loaded.open);
        m_since = loaded.since;
        m_there = !m_state.packageFile.empty() && QFileInfo::exists(packagePath());
        emit changed();
      });
}

QString ArchiveModel::packageName() const { return QFileInfo(text(m_state.packageFile)).fileName(); }

QString ArchiveModel::packageText() const {
  if (m_state.packageFile.empty()) return words("Chưa lập gói lưu trữ nào.", "No package was made yet.");
  const std::string when = clock(m_state.packageTime).toStdString();
  if (!m_there)
    return words("Lập lúc {0}. Tệp không còn trên máy này; muốn chép thêm, hãy lập gói mới.",
                 "Made {0}. The file is not on this machine any more; to copy again, make a new one.", when);
  const std::string size = sizeText(static_cast<std::uint64_t>(QFileInfo(packagePath()).size())).toStdString();
  if (!m_state.current)
    return words("Lập lúc {0}, {1}. Sau đó có {2} việc mà gói chưa chứa (cuối cùng: {3}): hãy lập gói mới.",
                 "Made {0}, {1}. Since then {2} things happened that it does not hold (last: {3}): make a new one.", when, size,
                 m_state.since.size(), m_since.toStdString());
  return words("Lập lúc {0}, {1}. Chứa đủ mọi thứ đến lúc này.", "Made {0}, {1}. It holds everything up to now.", when, size);
}

QString ArchiveModel::packageHash() const {
  QString shown;
  const QString hash = text(m_state.packageHash);
  for (qsizetype i = 0; i < hash.size(); i += 8) shown += (i == 0 ? QString() : QStringLiteral(" ")) + hash.mid(i, 8);
  return shown;
}

QString ArchiveModel::openText() const {
  if (m_openContests.empty()) return {};
  return words("Chưa chốt: {0}. Gói lập bây giờ chỉ là hiện trạng, chưa phải kết quả.",
               "Not closed: {0}. A package made now is a state, not a result.", joined(m_openContests));
}

QVariantList ArchiveModel::copies() const {
  QVariantList list;  // newest first
  for (const CopyRecord& copy : m_state.copies) {
    list.prepend(
        QVariantMap{{QStringLiteral("text"),
                     words("{0} · {1}", "{0} · {1}", clock(copy.time).toStdString(), mediumName(copy.label, copy.medium, copy.ownDisk))},
                    {QStringLiteral("detail"),
                     copy.ownDisk && copy.agrees()
                         ? words("{0}; cùng ổ với tệp đại hội nên không tính là thiết bị lưu trữ",
                                 "{0}; the disk the congress file is on, so it does not count as a medium", copyOutcomeText(copy.outcome))
                         : text(copyOutcomeText(copy.outcome))},
                    {QStringLiteral("agrees"), copy.agrees()}});
  }
  return list;
}

bool ArchiveModel::mayPackage() const {
  return station() && (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("package")));
}

QString ArchiveModel::progressText() const {
  if (m_total == 0) return {};
  const double seconds = double(m_time.elapsed()) / 1000;
  const int percent = static_cast<int>(fraction() * 100);
  if (seconds < 1 || m_done == 0) return QStringLiteral("%1 %").arg(percent);
  const double rate = double(m_done) / seconds;
  const auto left = static_cast<long>(double(m_total - m_done) / rate + 0.5);
  return words("{0} % · {1} mỗi giây · còn khoảng {2} giây", "{0} % · {1} a second · about {2} seconds left", percent,
               sizeText(static_cast<std::uint64_t>(rate)).toStdString(), left);
}

/// Called on the desk's thread, many times a second; a page that is gone has stopped it.
ByteProgress ArchiveModel::progress() {
  auto last = std::make_shared<QElapsedTimer>();
  return [stop = m_stop, last, guard = QPointer<ArchiveModel>(this)](std::uint64_t done, std::uint64_t total) {
    if (*stop) return false;
    if (last->isValid() && last->elapsed() < kTellEvery && done < total) return true;
    last->start();
    QMetaObject::invokeMethod(
        QCoreApplication::instance(),
        [guard, done, total] {
          if (!guard) return;
          guard->m_done = done;
          guard->m_total = total;
          emit guard->progressed();
        },
        Qt::QueuedConnection);
    return true;
  };
}

void ArchiveModel::begin(const QString& work) {
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_work = work;
  m_done = m_total = 0;
  m_time.start();
  emit progressed();
}

void ArchiveModel::end() {
  m_work.clear();
  m_done = m_total = 0;
  emit progressed();
}

void ArchiveModel::stop() {
  if (m_stop) *m_stop = true;
}

void ArchiveModel::makePackage() {
  if (!m_work.isEmpty()) return;
  begin(words("Đang lập văn bản và gói lưu trữ…", "Making papers and package…"));
  QDir().mkpath(folder());
  const Actors by = station()->session()->actors();
  act(
      [by, folder = folder(), progress = progress()](Ledger& ledger) -> Expected<MadePackage> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        auto papers = papersForPackage(ledger);
        if (!papers) return tl::unexpected<Error>(papers.error());
        const std::string target = freePath(folder, suggestedPackageName(*congress, ledger.now()));
        return kp::makePackage(ledger, {target, std::move(*papers), programVersion(), by, progress});
      },
      [this](MadePackage&& made) {
        emit said(words("Đã lập gói {0}: {1} tệp, {2}. Bây giờ hãy chép ra hai thiết bị.",
                        "Package {0} made: {1} entries, {2}. Now copy it to two media.", made.path.filename().string(), made.entries.size(),
                        sizeText(made.size).toStdString()));
      });
}

void ArchiveModel::copyTo(const QString& folder) {
  if (!m_work.isEmpty() || !m_there) return;
  begin(words("Đang chép và đọc lại…", "Copying and reading back…"));
  const Actors by = station()->session()->actors();
  act(
      [by, folder, file = packagePath().toStdString(), progress = progress()](Ledger& ledger) -> Expected<MediumCopy> {
        if (const auto there = stickStillThere(folder); !there) return tl::unexpected<Error>(there.error());
        return saveToMedium(ledger, {file, folder.toStdString(), by, progress});
      },
      [this](MediumCopy&& copy) {
        const std::string medium = mediumName(copy.medium.label, copy.medium.id, copy.medium.withCongressFile);
        emit said(
            copy.medium.withCongressFile
                ? words("Đã chép và đọc lại: khớp. Nơi này cùng ổ với tệp đại hội: ổ hỏng thì mất cả hai, nên chép thêm ra USB.",
                        "Copied and read back: it agrees. This is the disk the congress file is on: copy to USB sticks too.")
                : words("Đã chép ra {0} và đọc lại từng byte: khớp.", "Copied to {0} and read back byte by byte: it agrees.", medium));
      });
}

}  // namespace kp::kiosk
