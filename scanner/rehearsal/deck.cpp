// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/deck.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "election/text.h"
#include "scanner/rehearsal/incidents.h"
#include "scanner/rehearsal/jpeg_loss.h"
#include "scanner/rehearsal/wear.h"

namespace kp::rehearsal {
namespace {

/// Streams of chance, so that one part of a deck does not change with another.
enum Stream : std::uint64_t { kDeckStream = 1, kVoterStream = 2, kPageStream = 3, kScannerStream = 4, kAlienStream = 5 };
std::uint64_t stream(Stream s, std::uint64_t index) { return (static_cast<std::uint64_t>(s) << 56) ^ index; }

/// Sheets in a row that go through the same scanner with the same settings.
constexpr int kOfficeRun = 12;

}  // namespace

Deck::Deck(const BallotForm& form, const Contest& contest, const RehearsalOptions& options, Profile profile, const BlankBallot& blank,
           std::filesystem::path folder)
    : m_form(form), m_contest(contest), m_options(options), m_profile(profile), m_blank(blank), m_folder(std::move(folder)) {
  Rng rng(options.seed, stream(kDeckStream, 0));
  m_liked = popularity(contest, rng);
  m_copier = pickCopier(rng, profile == Profile::Harsh);
  if (profile == Profile::Reasons) m_reasons = reasonsOf(form, options);
}

std::optional<Why> Deck::whyOf(int ballot) const {
  if (m_reasons.empty()) return std::nullopt;
  // spread over the deck, ordinary ballots between them where there are enough
  const int step = std::max(1, m_options.ballots / static_cast<int>(m_reasons.size()));
  const int slot = ballot / step;
  if (ballot % step != 0 || slot >= static_cast<int>(m_reasons.size())) return std::nullopt;
  return m_reasons[static_cast<std::size_t>(slot)];
}

std::uint64_t Deck::scannerRun(int ballot, int page) const {
  if (m_profile == Profile::Harsh) return static_cast<std::uint64_t>(ballot) * 32 + static_cast<std::uint64_t>(page);
  return static_cast<std::uint64_t>(ballot / kOfficeRun) * 32;
}

Voter Deck::pickVoter(int ballot, std::optional<Why> why) const {
  Rng rng(m_options.seed, stream(kVoterStream, static_cast<std::uint64_t>(ballot)));
  Voter v;
  v.hand = pickHand(rng, m_profile);
  v.pen = pickPen(rng, m_profile);
  v.otherPen = otherColour(v.pen, rng);
  const bool names = m_form.face == Face::StrikeOut;
  Plan plan = Plan::Usual;
  if (why == Why::OverVote) plan = Plan::OverVote;
  if (why == Why::NothingVoted) plan = names ? Plan::AllRejected : Plan::NothingVoted;
  if (why == Why::AllRejected) plan = Plan::AllRejected;
  if (why == Why::RowBoth) plan = Plan::RowBoth;
  // sheets that show a reason of the paper hold an ordinary vote
  const Profile mistakes = m_profile == Profile::Reasons ? Profile::Clean : m_profile;
  v.intent = vote(m_contest, m_form.face, m_liked, plan, mistakes, rng);
  const std::size_t n = m_contest.candidates.size();
  v.doubtful.assign(n, false);
  if (m_profile == Profile::Office || m_profile == Profile::Harsh)
    for (std::size_t k = 0; k < n; ++k) v.doubtful[k] = rng.chance(m_profile == Profile::Harsh ? 0.004 : 0.0005);
  const bool doubts = (m_profile == Profile::Ambiguous && rng.chance(0.5)) || why == Why::MarkUnsure;
  if (doubts)
    for (int left = rng.integer(1, std::min(2, static_cast<int>(n))); left > 0; --left)
      v.doubtful[static_cast<std::size_t>(rng.integer(0, static_cast<int>(n) - 1))] = true;
  if (m_options.format == "mono") v.faintest = 192;
  v.secondInk = why == Why::SecondInk;
  return v;
}

PageTruth Deck::truthOf(int ballot, int page, const Voter& voter) const {
  PageTruth t;
  t.ballot = ballot, t.page = page, t.intent = voter.intent.name, t.pen = voter.pen.name;
  for (std::size_t k = 0; k < m_contest.candidates.size(); ++k) t.votes.emplace_back(m_contest.candidates[k].id, voter.intent.votes[k]);
  return t;
}

Expected<void> Deck::loadBlank(int ballot) {
  if (!m_pages.empty() && m_contest.ballotCode == BallotCode::Shared) return {};
  auto pages = m_blank(ballot);
  if (!pages) return tl::unexpected<Error>(pages.error());
  if (pages->size() != m_form.pages.size())
    return fail(ErrorKind::BadInput,
                trf("Phiếu trắng có {0} trang nhưng mẫu phiếu có {1} trang; chưa ghi gì thêm, hãy in lại mẫu phiếu.",
                    "The blank ballot has {0} pages but its form has {1}; nothing more was written, print the form again.", pages->size(),
                    m_form.pages.size()));
  m_pages = std::move(*pages);
  return {};
}

Expected<Sheet> Deck::markedPage(int ballot, int page, const Voter& voter, Rng& rng, PageTruth& truth) {
  const PageGeometry& g = m_form.pages[static_cast<std::size_t>(page)].geometry;
  auto sheet = sheetOf(m_pages[static_cast<std::size_t>(page)], g, m_options.colour);
  if (!sheet) return sheet;
  if (m_options.copier) copySheet(*sheet, m_copier, rng);
  tint(*sheet, m_scanner.paper);
  truth = truthOf(ballot, page + 1, voter);
  truth.marks = markPage(*sheet, g, m_contest, voter, m_profile, rng);
  return sheet;
}

Expected<void> Deck::makePage(int ballot, int page, const Voter& voter, std::optional<Why> why) {
  Rng rng(m_options.seed, stream(kPageStream, static_cast<std::uint64_t>(ballot)), m_truth.size() * 64 + static_cast<std::uint64_t>(page));
  Rng scannerRng(m_options.seed, stream(kScannerStream, scannerRun(ballot, page)));
  m_scanner = pickScanner(scannerRng, m_profile, m_options.format == "mono");
  const PageGeometry& g = m_form.pages[static_cast<std::size_t>(page)].geometry;
  PageTruth truth;
  auto sheet = markedPage(ballot, page, voter, rng, truth);
  if (!sheet) return tl::unexpected<Error>(sheet.error());
  if (why) truth.reason = toString(*why);
  if (page == 0 && why == Why::ExtraWriting) writeExtra(*sheet, g, voter.hand, voter.pen, rng);
  truth.wear = wear(*sheet, g, m_scanner.backing, rng, m_profile);
  if (why == Why::CodeUnreadable) blotCodes(*sheet, g, rng);
  if (page == 0 && why == Why::PageDamaged) {
    const RectMm lost = damage(*sheet, g, m_scanner.backing, rng);
    for (std::size_t k = 0; k < g.targets.size(); ++k)
      if (overlaps(lost, g.targets[k].box)) truth.marks[k].expect = Expect::Unsure, truth.marks[k].kind = "damaged";
  }
  for (int again = 1; again < m_options.scansOfEach; ++again)
    if (auto done = scanOut(*sheet, g.targets, rng, truth); !done) return done;
  return scanOut(*sheet, g.targets, rng, std::move(truth));
}

Expected<void> Deck::scanOut(const Sheet& sheet, const std::vector<Target>& targets, Rng& rng, PageTruth truth) {
  Pass pass = pickPass(rng, m_profile);
  const cv::Mat image = scan(sheet, targets, m_scanner, pass, rng);
  char name[32];
  std::snprintf(name, sizeof name, "s%05zu", m_truth.size() + 1);
  truth.file = name + suffixOf(m_options.format), truth.turn = pass.turn, truth.rotation = pass.rotation;
  if (!m_scanner.streaks.empty()) truth.wear.push_back("streak");
  if (m_options.quality > 0) m_scanner.quality = m_options.quality;
  if (auto done = m_options.take ? m_options.take(truth.file, asRead(image))
                                 : writeBytes(m_folder / truth.file, encodeScan(image, m_options.format, m_options.dpi, m_scanner));
      !done)
    return done;
  m_truth.push_back(std::move(truth));
  return {};
}

Raster Deck::asRead(const cv::Mat& image) const {
  const auto kept = std::make_shared<const cv::Mat1b>(jpegLoss(image, m_scanner.quality));
  return {kept->cols, kept->rows, 1, m_scanner.writesDpi ? m_options.dpi : 0, kept, kept->data};
}

Expected<void> Deck::repeatFile(std::size_t earlier, int ballot) {
  PageTruth truth = m_truth[earlier];
  char name[32];
  std::snprintf(name, sizeof name, "s%05zu", m_truth.size() + 1);
  const std::string first = truth.file;
  truth.file = name + suffixOf(m_options.format), truth.ballot = ballot;
  std::ifstream in(m_folder / first, std::ios::binary);
  const std::vector<unsigned char> bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (auto done = writeBytes(m_folder / truth.file, bytes); !done) return done;
  m_truth.push_back(std::move(truth));
  return {};
}

Expected<void> Deck::makeBallot(int ballot) {
  const std::optional<Why> why = whyOf(ballot);
  const Voter voter = pickVoter(ballot, why);
  if (auto loaded = loadBlank(ballot); !loaded) return loaded;
  static const std::vector<Why> aliens = {Why::CodeNotOurs, Why::BlankSheet, Why::NotRegistered, Why::DoubleFeed, Why::OtherContest};
  if (why && std::find(aliens.begin(), aliens.end(), *why) != aliens.end()) return makeAlien(ballot, *why, voter);
  const int pages = static_cast<int>(m_form.pages.size());
  const std::size_t first = m_truth.size();
  for (int page = 0; page < pages; ++page) {
    if (why == Why::PageMissing && page == pages - 1) break;
    if (auto done = makePage(ballot, page, voter, why); !done) return done;
    if (why == Why::PageRepeated && page == 0)
      if (auto done = makePage(ballot, page, voter, why); !done) return done;
  }
  if (why == Why::SeenBefore) return repeatFile(first, ballot);
  return {};
}

Expected<int> Deck::make() {
  for (int ballot = 0; ballot < m_options.ballots; ++ballot)
    if (auto done = makeBallot(ballot); !done) return tl::unexpected<Error>(done.error());
  if (auto done = writeTruth(m_truth, m_folder); !done) return tl::unexpected<Error>(done.error());
  return static_cast<int>(m_truth.size());
}

// ---- sheets that are no ballot of this contest

Expected<Sheet> Deck::alienSheet(int ballot, Why why, const Voter& voter, Rng& rng, PageTruth& truth, std::vector<FedAgain>& again) {
  auto sheet = markedPage(ballot, 0, voter, rng, truth);
  if (!sheet) return sheet;
  const PageGeometry& g = m_form.pages.front().geometry;
  if (why == Why::CodeNotOurs) foreignCodes(*sheet, g);
  if (why == Why::BlankSheet) *sheet = blankSheet(*sheet);
  if (why == Why::NotRegistered) *sheet = otherPrint(*sheet, rng);
  if (why == Why::DoubleFeed) {
    PageTruth hidden;
    Voter second = pickVoter(ballot + 1000003, std::nullopt);
    auto lower = markedPage(ballot, static_cast<int>(m_form.pages.size()) - 1, second, rng, hidden);
    if (!lower) return lower;
    if (m_form.pages.size() == 1) {
      hidden.ballot = m_options.ballots;  // one ballot more than the voters asked for; the reason comes once a deck
      again = {{*sheet, truth}, {*lower, hidden}};
    }
    *sheet = doubleFed(*sheet, *lower, m_scanner.backing, rng);
  }
  if (why == Why::OtherContest) {
    auto pages = m_options.otherContest();
    if (!pages) return tl::unexpected<Error>(pages.error());
    if (pages->empty())
      return fail(ErrorKind::BadInput, tr("Phiếu của cuộc bầu khác không có trang nào; chưa ghi gì thêm.",
                                          "The other contest's ballot has no page; nothing more was written."));
    auto other = sheetOf(pages->front(), g, m_options.colour);
    if (other) tint(*other, m_scanner.paper);
    return other;
  }
  return sheet;
}

Expected<void> Deck::makeAlien(int ballot, Why why, const Voter& voter) {
  Rng rng(m_options.seed, stream(kAlienStream, static_cast<std::uint64_t>(ballot)));
  Rng scannerRng(m_options.seed, stream(kScannerStream, scannerRun(ballot, 0)));
  m_scanner = pickScanner(scannerRng, m_profile, m_options.format == "mono");
  PageTruth truth;
  std::vector<FedAgain> again;
  auto sheet = alienSheet(ballot, why, voter, rng, truth, again);
  if (!sheet) return tl::unexpected<Error>(sheet.error());
  truth.reason = toString(why), truth.page = 0, truth.marks.clear(), truth.votes.clear(), truth.intent = "none";
  auto done = scanOut(*sheet, {}, rng, std::move(truth));
  for (FedAgain& paper : again)
    if (done) done = scanOut(paper.sheet, m_form.pages.front().geometry.targets, rng, std::move(paper.truth));
  return done;
}

}  // namespace kp::rehearsal
