// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/contest/contest_model.h"

#include <QFileInfo>
#include <algorithm>
#include <set>

#include "count/output_file.h"
#include "count/setup.h"
#include "count/two_people.h"
#include "formats/unicode.h"
#include "kiosk/frame/background.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "lists/list_export.h"
#include "lists/list_import.h"

namespace kp::kiosk {
namespace {

constexpr int kSettleMilliseconds = 250;  ///< after the last key; short enough to feel live, long enough not to draw at each letter

/// Changes R-36 of a contest's rule set; nothing where it says so already.
Expected<void> setPassesOf(Ledger& ledger, const std::string& contest, int passes, const Actors& by) {
  auto rules = ledger.congress().rulesOf(contest);
  if (!rules) return tl::unexpected<Error>(rules.error());
  if (rules->passesRequired == passes) return {};
  rules->passesRequired = passes;
  return setRules(ledger, contest, *rules, by);
}

}  // namespace

ContestModel::ContestModel() {
  m_settle.setSingleShot(true);
  m_settle.setInterval(kSettleMilliseconds);
  connect(&m_settle, &QTimer::timeout, this, &ContestModel::lookAgain);
  connect(&m_candidates, &CandidatesModel::edited, this, &ContestModel::edit);
}

ContestModel::~ContestModel() {
  if (!m_paperKey.isEmpty()) PaperImages::drop(m_paperKey);
}

void ContestModel::reload() {
  look([](const Ledger& ledger) { return storedContests(ledger); }, [this](StoredContests&& loaded) { show(std::move(loaded)); });
}

void ContestModel::show(StoredContests&& loaded) {
  m_congress = std::move(loaded.congress);
  m_contests = std::move(loaded.contests);
  m_elected = std::move(loaded.elected);
  emit listChanged();
  // Begun before this was known, the new one may have the id of the one saved just before it.
  if (const StoredContest* taken = m_isNew && m_draft ? stored(m_draft->id) : nullptr; taken && taken->contest != *m_draft)
    m_draft->id = freeContestId(m_congress, m_draft->office);
  if (m_dirty || m_isNew) {  // somebody's typing is not thrown away because the file changed elsewhere
    emit draftChanged();
    return lookAgain();
  }
  const StoredContest* current = stored(contest());
  if (!current && !m_contests.empty()) current = &m_contests.front();
  if (current) return startDraft(current->contest, false);
  m_draft.reset();
  m_candidates.setList({}, false);
  emit draftChanged();
}

const StoredContest* ContestModel::stored(const std::string& id) const {
  const auto found = std::find_if(m_contests.begin(), m_contests.end(), [&id](const StoredContest& s) { return s.contest.id == id; });
  return found == m_contests.end() ? nullptr : &*found;
}

void ContestModel::startDraft(const Contest& contest, bool isNew) {
  m_draft = contest;
  m_isNew = m_dirty = isNew;
  m_passes = storedPasses();
  m_imported.clear();
  m_candidates.setList(contest.candidates, false);
  emit draftChanged();
  emit listChanged();
  lookAgain();
}

void ContestModel::edit() {
  if (!m_draft) return;
  m_draft->candidates = m_candidates.list();
  const StoredContest* before = stored(m_draft->id);
  m_dirty = m_isNew || !before || before->contest != *m_draft || before->rules.passesRequired != m_passes;
  m_seen = false;
  ++m_lookRequest;  // what is being worked out is of the draft before this change
  emit draftChanged();
  emit lookChanged();
  m_settle.start();
}

std::pair<Congress, std::size_t> ContestModel::withDraft() const {
  Congress congress = m_congress;
  std::size_t index = 0;
  while (index < congress.contests.size() && congress.contests[index].id != m_draft->id) ++index;
  if (index < congress.contests.size() && !m_isNew)
    congress.contests[index] = *m_draft;
  else {
    index = congress.contests.size();
    congress.contests.push_back(*m_draft);
  }
  return {std::move(congress), index};
}

void ContestModel::lookAgain() {
  m_settle.stop();
  if (!m_draft) return;
  const int request = ++m_lookRequest;
  m_seen = false;
  emit lookChanged();
  auto [drafted, place] = withDraft();
  inBackground(
      this, [congress = std::move(drafted), index = place, elected = m_elected] { return lookAt(congress, index, elected); },
      [this, request](DraftLook look) {
        if (request != m_lookRequest) return;  // the draft has changed meanwhile
        const QString before = m_paperKey;
        m_paperKey = look.pdf.empty() ? QString() : PaperImages::keep(std::move(look.pdf));
        look.pdf.clear();
        m_look = std::move(look);
        m_seen = true;
        emit lookChanged();
        if (!before.isEmpty()) PaperImages::drop(before);
      });
}

void ContestModel::pick(const QString& id) {
  m_dirty = m_isNew = false;
  if (const StoredContest* one = stored(id.toStdString())) startDraft(one->contest, false);
  station()->setContest(id);
}

void ContestModel::addNew() {
  Contest contest;
  contest.office = m_contests.empty() ? Office::CapUy : Office::Other;
  contest.title = usualTitle(contest.office);
  contest.id = freeContestId(m_congress, contest.office);
  contest.seats = 1;
  startDraft(contest, true);
}

void ContestModel::revert() {
  m_dirty = m_isNew = false;
  const StoredContest* one = m_draft ? stored(m_draft->id) : nullptr;
  if (!one) one = stored(contest());
  if (!one && !m_contests.empty()) one = &m_contests.front();
  if (one) return startDraft(one->contest, false);
  m_draft.reset();
  m_candidates.setList({}, false);
  emit draftChanged();
  emit listChanged();
}

QVariant ContestModel::kept() const {
  if (!m_draft || !m_dirty) return {};
  return QVariant::fromValue(KeptDraft{*m_draft, m_isNew, m_passes, m_imported});
}

void ContestModel::restore(const QVariant& kept) {
  if (!kept.canConvert<KeptDraft>()) return;
  auto draft = kept.value<KeptDraft>();
  const StoredContest* one = stored(draft.contest.id);
  if (draft.isNew ? one != nullptr : !one || one->closed || one->sheets > 0) return;  // it went on without this draft
  startDraft(draft.contest, draft.isNew);
  m_passes = draft.passes;
  m_imported = std::move(draft.imported);
  edit();
}

QString ContestModel::saveDoubt() const {
  for (const Finding& finding : m_look.findings)
    if (finding.rule == "R-28") return text(finding.what);
  return {};
}

bool ContestModel::takesTwo(const Congress& after) const {
  std::set<std::string> read;
  for (const StoredContest& one : m_contests)
    if (one.read) read.insert(one.contest.id);
  return contestTouched(m_congress, after, read) != nullptr;
}

bool ContestModel::saveTakesTwo() const { return m_draft && takesTwo(withDraft().first); }

bool ContestModel::removeTakesTwo() const {
  if (!m_draft || m_isNew) return false;
  auto [after, index] = withDraft();
  after.contests.erase(after.contests.begin() + static_cast<std::ptrdiff_t>(index));
  return takesTwo(after);
}

void ContestModel::save() {
  if (!editable()) return;
  const Actors by = station()->session()->actors();
  act(
      [contest = *m_draft, isNew = m_isNew, passes = m_passes, lists = m_imported, by](Ledger& ledger) -> Expected<Done> {
        const auto congress = ledger.congress().load();
        if (!congress) return tl::unexpected<Error>(congress.error());
        const Contest* before = congress->contest(contest.id);
        if (isNew || !before || *before != contest) {
          const auto saved = isNew ? addContest(ledger, contest, by) : changeContest(ledger, contest, by);
          if (!saved) return tl::unexpected<Error>(saved.error());
        }
        if (const auto set = setPassesOf(ledger, contest.id, passes, by); !set) return tl::unexpected<Error>(set.error());
        for (const auto& list : lists)
          if (const auto noted = noteList(ledger, *list, contest.id, by); !noted) return tl::unexpected<Error>(noted.error());
        return Done{};
      },
      [this, saved = *m_draft, title = m_draft->title, passes = m_passes](Done) {
        m_isNew = false;
        m_dirty = m_draft && (*m_draft != saved || m_passes != passes);  // somebody typed on meanwhile
        m_imported.clear();
        station()->setContest(text(saved.id));
        emit draftChanged();
        emit said(words("Đã lưu “{0}”.", "\"{0}\" is saved.", title));
      });
}

void ContestModel::savePasses(int passes) {
  if (!m_draft || m_isNew) return;
  const Actors by = station()->session()->actors();
  act([contest = m_draft->id, passes, by](Ledger& ledger) { return doneOr(setPassesOf(ledger, contest, passes, by)); },
      [this, passes](Done) {
        emit said(words("Từ nay cuộc bầu này cần kiểm {0} lượt (R-36).", "This contest now asks for {0} passes (R-36).", passes));
      });
}

void ContestModel::removeContest() {
  if (!m_draft || m_isNew) return revert();
  const Actors by = station()->session()->actors();
  act([id = m_draft->id, by](Ledger& ledger) { return doneOr(kp::removeContest(ledger, id, by)); },
      [this, title = m_draft->title](Done) {
        m_dirty = m_isNew = false;
        emit said(words("Đã bỏ “{0}”.", "\"{0}\" was taken out.", title));
      });
}

QString ContestModel::addCandidate(const QString& name, const QString& note) {
  if (!editable()) return {};
  const QString problem = text(typedNameProblem(nfc(name.simplified().toStdString())));
  if (problem.isEmpty()) m_candidates.add(name, note);
  return problem;
}

QString ContestModel::renameCandidate(int row, const QString& name) {
  if (!editable() || name.simplified().isEmpty()) return {};
  const QString problem = text(typedNameProblem(nfc(name.simplified().toStdString())));
  if (problem.isEmpty()) m_candidates.rename(row, name);
  return problem;
}

void ContestModel::sortNames() {
  if (!editable()) return;
  std::vector<Candidate> list = m_candidates.list();
  std::stable_sort(list.begin(), list.end(),
                   [](const Candidate& a, const Candidate& b) { return compareVietnameseNames(a.name, b.name) < 0; });
  m_candidates.setList(std::move(list), true);
}

void ContestModel::takeSuggestions() {
  if (!editable()) return;
  for (int row = 0; row < m_candidates.count(); ++row)
    if (const QString better = m_candidates.data(m_candidates.index(row), CandidatesModel::SuggestedRole).toString(); !better.isEmpty())
      m_candidates.rename(row, better);
}

void ContestModel::takeList(ListImportModel* import, bool replace) {
  if (!import || !import->list() || !editable()) return;
  std::vector<Candidate> people = candidatesOf(import->list()->preview, import->options());
  m_imported.push_back(import->list());
  const auto count = people.size();
  if (replace)
    m_candidates.setList(std::move(people), true);
  else
    m_candidates.append(std::move(people));
  import->forget();
  emit said(
      words("Đã đưa {0} người vào danh sách. Hãy xem lại rồi bấm Lưu.", "{0} people are in the list now. Look it over, then save.", count));
}

void ContestModel::exportList(const QString& path) {
  if (QFileInfo::exists(path))
    return setError(words("Đã có tệp {0}; tệp cũ còn nguyên. Hãy đặt tên khác.", "{0} exists already and was kept. Choose another name.",
                          path.toStdString()));
  inBackground(
      this, [path, csv = candidatesCsv(m_candidates.list())] { return writeOutputFile(path.toStdString(), csv); },
      [this, path](const Expected<void>& written) {
        if (!written) return setError(text(written.error().what));
        emit said(words("Đã ghi danh sách ra {0}.", "The list was written to {0}.", path.toStdString()));
      });
}

}  // namespace kp::kiosk
