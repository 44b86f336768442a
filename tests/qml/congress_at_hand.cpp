// SPDX-License-Identifier: GPL-3.0-or-later
#include "congress_at_hand.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJSEngine>

#include "../count/builders.h"
#include "count/access.h"
#include "count/closing.h"
#include "count/contest_count.h"
#include "count/read_back.h"
#include "kiosk/frame/images.h"
#include "scanner/source/page_source.h"
#include "wiring/print_ballots.h"
#include "wiring/rehearsal_deck.h"
#include "wiring/scan_run.h"

namespace kp::kiosk {
namespace {

const char* const kPin = "1234";
constexpr unsigned kSeed = 7;
constexpr double kScannerDpi = 200;

QString text(const std::string& bytes) { return QString::fromStdString(bytes); }

}  // namespace

template <typename T>
bool CongressAtHand::good(const Expected<T>& made) const {
  if (!made) qjsEngine(this)->throwError(text(made.error().what));
  return made.has_value();
}

void CongressAtHand::begin() {
  m_ledger.reset();
  m_folder.emplace();
  emit begun();
}

void CongressAtHand::make() {
  begin();
  auto made = Ledger::create(path().toStdString(), smallCongress());
  if (good(made)) m_ledger.emplace(std::move(*made));
}

void CongressAtHand::makeWithPins() {
  make();
  for (const char* name : {kMember, kSecondMember, kTechnician, kSupervisor, kSecretary, kHead})
    if (!good(setPin(*m_ledger, name, kPin, {name}))) return;
  for (const char* name : {kHead, kMember})
    if (!good(signIn(*m_ledger, name, kPin))) return;
}

void CongressAtHand::figures(const QString& contest, int convened, int returned) {
  Figures given;
  given.convened = given.present = convened;
  given.issued = given.returned = returned;
  good(enterFigures(*m_ledger, contest.toStdString(), given, {kHead, kMember}));
}

void CongressAtHand::count(const QVariantList& struck, int pass) {
  const Contest contest = *m_ledger->congress().load()->contest("bch");
  if (!good(m_ledger->journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, "dir"}))) return;
  std::vector<PageReading> readings;
  for (const QVariant& ballot : struck) {
    std::vector<std::size_t> places;
    for (const QVariant& place : ballot.toList()) places.push_back(place.toUInt());
    readings.push_back(testing::ballot(contest, places));
  }
  int stored = pass * 1000;
  good(m_ledger->sheets().append(testing::takenIn(readings, pass, "bch", stored), {}));
}

void CongressAtHand::askForOnePass(const QString& contest) { good(testing::askForOnePass(*m_ledger, contest.toStdString())); }

void CongressAtHand::close(const QString& contest) { good(closeContest(*m_ledger, contest.toStdString(), {kHead, kMember})); }

void CongressAtHand::makeDeck(const QString& name, const QString& profile, int ballots, const QString& contest) {
  RehearsalOptions options;
  options.ballots = ballots;
  options.seed = kSeed;
  options.profile = profile.toStdString();
  if (!good(makeRehearsal(*m_ledger, contest.toStdString(), options, QDir(folder()).filePath(name).toStdString(), {kHead}))) return;
  ReadBackOutcome outcome;
  outcome.pages = 1;
  good(noteReadBack(*m_ledger, contest.toStdString(), outcome, {kHead}));
}

void CongressAtHand::scan(const QString& name, const QString& contest, int pass) {
  ScanRequest request;
  request.sources = {QDir(folder()).filePath(name).toStdString()};
  request.contest = contest.toStdString();
  request.pass = pass;
  request.by = {kHead};
  good(runScan(*m_ledger, request));
}

void CongressAtHand::printBlank(const QString& contest, const QString& name) {
  const auto ballots = makeBallots(*m_ledger, contest.toStdString(), 1);
  if (!good(ballots)) return;
  const auto page = renderPdfPage(ballots->pdf, 0, kScannerDpi);
  if (good(page) && !imageOf(*page).save(QDir(folder()).filePath(name))) qjsEngine(this)->throwError(name);
}

void CongressAtHand::write(const QString& name, const QString& text) {
  QFile file(QDir(folder()).filePath(name));
  if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0) qjsEngine(this)->throwError(file.errorString());
}

Ledger CongressAtHand::readAgain() const {
  auto opened = Ledger::open(path().toStdString(), Ledger::Mode::ReadOnly);
  if (!opened) qFatal("%s", opened.error().what.c_str());
  return std::move(*opened);
}

QVariantList CongressAtHand::journal(const QString& event) const {
  QVariantList out;
  const Ledger ledger = readAgain();
  const auto entries = ledger.journal().list();
  if (!good(entries)) return out;
  for (const JournalEntry& entry : *entries) {
    if (text(entry.event) != event) continue;
    QStringList by;
    for (const std::string& name : entry.by) by.append(text(name));
    out.append(QVariantMap{{QStringLiteral("by"), by.join(QStringLiteral(", "))},
                           {QStringLiteral("contest"), text(entry.contest)},
                           {QStringLiteral("details"), text(entry.details)},
                           {QStringLiteral("after"), text(entry.after)}});
  }
  return out;
}

QVariantMap CongressAtHand::result(const QString& contest) const {
  const Ledger ledger = readAgain();
  const auto counted = loadContest(ledger, contest.toStdString());
  if (!good(counted)) return {};
  const auto result = resultOf(ledger, *counted);
  if (!good(result)) return {};
  QVariantList votes;
  for (const CandidateVotes& one : result->tally.votes) votes.append(one.yes);
  const Figures& figures = result->figures;
  return {{QStringLiteral("convened"), figures.convened.value_or(-1)},
          {QStringLiteral("present"), figures.present.value_or(-1)},
          {QStringLiteral("issued"), figures.issued.value_or(-1)},
          {QStringLiteral("returned"), figures.returned.value_or(-1)},
          {QStringLiteral("valid"), result->tally.valid},
          {QStringLiteral("invalid"), result->tally.invalid},
          {QStringLiteral("undecided"), result->tally.undecided},
          {QStringLiteral("closed"), counted->state.closed},
          {QStringLiteral("votes"), votes}};
}

QVariantList CongressAtHand::contests() const {
  QVariantList out;
  const auto congress = readAgain().congress().load();
  if (!good(congress)) return out;
  for (const Contest& contest : congress->contests) {
    QStringList names;
    for (const Candidate& candidate : contest.candidates) names.append(text(candidate.name));
    out.append(QVariantMap{
        {QStringLiteral("title"), text(contest.title)}, {QStringLiteral("seats"), contest.seats}, {QStringLiteral("names"), names}});
  }
  return out;
}

QStringList CongressAtHand::people() const {
  QStringList out;
  const auto congress = readAgain().congress().load();
  if (!good(congress)) return out;
  for (const CommitteeMember& person : congress->committee)
    out.append(QStringLiteral("%1 (%2)").arg(text(person.name), text(roleText(person.role))));
  return out;
}

int CongressAtHand::sheets(const QString& contest, int pass) const {
  const auto count = readAgain().sheets().count({contest.toStdString(), pass, 0});
  return good(count) ? *count : 0;
}

QStringList CongressAtHand::files(const QString& below, const QString& pattern) const {
  return QDir(QDir(folder()).filePath(below)).entryList({pattern}, QDir::Files, QDir::Name);
}

QString CongressAtHand::chain() const {
  const auto checked = readAgain().journal().verifyChain();
  if (!good(checked) || checked->sound()) return {};
  return text(checked->findings.front().what);
}

}  // namespace kp::kiosk
