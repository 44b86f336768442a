// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/print/learn_model.h"

#include <QFileInfo>
#include <QUrl>

#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "scanner/source/page_source.h"
#include "wiring/forms.h"
#include "wiring/learned_picture.h"

namespace kp::kiosk {
namespace {

/// Pictures as files the screen can load; `kind` keeps those of the form in use apart from those of a finding.
Expected<QStringList> written(const std::vector<Raster>& pages, const QTemporaryDir& folder, const QString& kind) {
  QStringList list;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const QString file = folder.filePath(QStringLiteral("%1-%2.png").arg(kind).arg(i + 1));
    if (!imageOf(pages[i]).save(file))
      return fail(ErrorKind::Io, tr("Máy này không còn chỗ ghi tạm; chưa lưu gì. Hãy giải phóng đĩa rồi thử lại.",
                                    "This machine has no room for temporary files; nothing was saved. Free some disk and try again."));
    list.append(QUrl::fromLocalFile(file).toString());
  }
  return list;
}

Expected<std::vector<Raster>> picturesOf(const Ledger& ledger, const Contest& contest, const LearnedForm& learned) {
  const auto reading = learnedReadingForm(ledger, contest, learned);
  if (!reading) return tl::unexpected<Error>(reading.error());
  std::vector<Raster> pages;
  for (std::size_t i = 0; i < reading->reference.size() && i < learned.pages.size(); ++i) {
    auto page = learnedPicture(reading->reference[i], learned.form.pages[i].geometry, learned.pages[i].names, contest);
    if (!page) return tl::unexpected<Error>(page.error());
    pages.push_back(std::move(*page));
  }
  return pages;
}

}  // namespace

struct LearnModel::Loaded {
  bool learned = false, closed = false;
  int sheets = 0;
  QStringList pictures;
};

void LearnModel::reload() {
  const std::string id = contest();
  if (id != m_contest) begin();
  m_contest = id;
  if (id.empty()) return;
  const int number = ++m_request;
  look(
      [id, number, folder = m_folder](const Ledger& ledger) -> Expected<Loaded> {
        const auto counted = loadContest(ledger, id);
        if (!counted) return tl::unexpected<Error>(counted.error());
        SheetFilter filter;
        filter.contest = id;
        const auto sheets = ledger.sheets().count(filter);
        if (!sheets) return tl::unexpected<Error>(sheets.error());
        Loaded out{counted->learned.has_value(), counted->state.closed, *sheets, {}};
        if (!counted->learned) return out;
        const auto pages = picturesOf(ledger, counted->contest, *counted->learned);
        if (!pages) return tl::unexpected<Error>(pages.error());
        auto files = written(*pages, *folder, QStringLiteral("stored-%1").arg(number));
        if (!files) return tl::unexpected<Error>(files.error());
        out.pictures = std::move(*files);
        return out;
      },
      [this, number](Loaded&& loaded) {
        if (number != m_request) return;
        m_learned = loaded.learned;
        m_closed = loaded.closed;
        m_sheets = loaded.sheets;
        m_storedPictures = loaded.pictures;
        emit changed();
      });
}

bool LearnModel::mayLearn() const {
  return station() && lockedWhy().isEmpty() &&
         (!station()->session()->isSignedIn() || station()->session()->may(QStringLiteral("editCongress")));
}

QString LearnModel::lockedWhy() const {
  if (m_closed) return words("Cuộc bầu này đã chốt kết quả.", "This contest is closed.");
  if (m_sheets > 0)
    return words("Đã nhận {0} tờ phiếu của cuộc bầu này nên không đổi mẫu phiếu được nữa.",
                 "{0} sheets of this contest were taken in, so its ballot can no longer be changed.", m_sheets);
  return {};
}

QString LearnModel::fileNames() const {
  QStringList names;
  for (const QString& path : m_paths) names.append(QFileInfo(path).fileName());
  return names.join(QStringLiteral(", "));
}

void LearnModel::begin() {
  m_paths.clear();
  m_pictures.clear();
  m_found.reset();
  m_problem.clear();
  m_finding = false;
  ++m_search;
  emit foundChanged();
}

void LearnModel::addFile(const QString& path) {
  if (m_finding) return;
  m_paths.append(path);
  m_found.reset();
  m_pictures.clear();
  m_problem.clear();
  m_finding = true;
  const int number = ++m_search;
  emit foundChanged();
  using Answer = Expected<Found>;
  // An error here belongs into the popup, beside the files, so it is no error of the page.
  look(
      [id = contest(), paths = m_paths, number, folder = m_folder](const Ledger& ledger) -> Expected<std::shared_ptr<Answer>> {
        std::vector<std::string> files;
        for (const QString& one : paths) {
          auto bytes = readFile(one.toStdString());
          if (!bytes) return std::make_shared<Answer>(tl::unexpected<Error>(bytes.error()));
          files.push_back(std::move(*bytes));
        }
        auto found = findForm(ledger, id, files);
        if (!found) return std::make_shared<Answer>(tl::unexpected<Error>(found.error()));
        auto pictures = written(found->pictures, *folder, QStringLiteral("found-%1").arg(number));
        if (!pictures) return std::make_shared<Answer>(tl::unexpected<Error>(pictures.error()));
        return std::make_shared<Answer>(Found{std::move(*found), std::move(*pictures)});
      },
      [this, number](const std::shared_ptr<Answer>& answer) {
        if (number != m_search) return;
        m_finding = false;
        if (*answer) {
          m_pictures = (*answer)->pictures;
          m_found = std::make_shared<const FoundForm>(std::move((*answer)->form));
        } else {
          m_problem = text(answer->error().what);
        }
        emit foundChanged();
      });
}

QStringList LearnModel::notes() const {
  QStringList list;
  if (m_found)
    for (const std::string& note : m_found->notes) list.append(text(note));
  return list;
}

QVariantList LearnModel::rows() const {
  QVariantList list;
  if (!m_found) return list;
  for (std::size_t page = 0; page < m_found->form.pages.size(); ++page) {
    const auto& names = m_found->form.pages[page].names;
    for (std::size_t i = 0; i < names.size(); ++i)
      list.append(QVariantMap{{QStringLiteral("page"), static_cast<int>(page) + 1},
                              {QStringLiteral("number"), static_cast<int>(names[i].candidate) + 1},
                              {QStringLiteral("name"), text(m_found->form.people[names[i].candidate])},
                              {QStringLiteral("fit"), static_cast<int>(100 * m_found->fits[page][i] + 0.5)}});
  }
  return list;
}

QString LearnModel::summary() const {
  if (!m_found) return {};
  std::size_t targets = 0;
  for (const FormPage& page : m_found->form.form.pages) targets += page.geometry.targets.size();
  return words("Thấy {0} trang, {1} người, {2} chỗ đánh dấu.", "Found: pages {0}, people {1}, places to mark {2}.",
               m_found->form.form.pages.size(), m_found->form.people.size(), targets);
}

void LearnModel::confirm() {
  if (!m_found) return;
  const Actors by = station()->session()->actors();
  act([id = contest(), found = m_found, by](Ledger& ledger) { return doneOr(confirmForm(ledger, id, *found, by)); },
      [this](Done) {
        begin();
        emit said(words("Từ nay phiếu của cuộc bầu này được đọc theo mẫu vừa nhận. Hãy đọc lại một tờ phiếu trắng đã in.",
                        "Ballots of this contest are read by the form just learned. Now read back one printed blank ballot."));
      });
}

void LearnModel::forget() {
  const Actors by = station()->session()->actors();
  act([id = contest(), by](Ledger& ledger) { return doneOr(forgetForm(ledger, id, by)); },
      [this](Done) {
        emit said(words("Đã bỏ mẫu in sẵn; cuộc bầu này dùng lại phiếu do chương trình in.",
                        "The learned form was given up; this contest uses the program's own ballots again."));
      });
}

}  // namespace kp::kiosk
