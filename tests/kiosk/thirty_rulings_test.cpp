// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty rulings in five minutes by a newcomer (issue 4), as far as a machine can tell: the keys each ruling takes and how long people wait for the screen are counted and
// timed in the real window; how long somebody looks at a ballot is taken from outside and said.
#include <QProcess>
#include <cstdio>

#include "deck.h"
#include "kiosk/adjudicate/doubts_model.h"
#include "kiosk/scan/scanning.h"
#include "still_coming.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

constexpr int kRulings = 30;
constexpr double kLook = 6;      ///< s a ballot: to find the spot, look at the mark and name it, as a newcomer does …
constexpr double kFurther = 3;   ///< … and at each further doubtful place of it
constexpr double kKey = 0.6;     ///< s a key by somebody who looks for it, twice an office typist's
constexpr double kKeysEach = 3;  ///< a key for each doubtful place of a ballot that has one or two, and Enter
constexpr double kWait = 5;      ///< s for the next ballot on a machine busy with other tests; 0.3 s are usual

/// 42 names for 33 seats, as the sample district; a head and members.
class ThirtyRulingsTest : public OverWindow<DeckTest> {
 protected:
  void SetUp() override {
    OverWindow<DeckTest>::SetUp();
    m_station.reset();
    for (const char* end : {"", "-wal", "-shm", ".lock"}) QFile::remove(path() + QLatin1String(end));
    QProcess create;
    create.start(QStringLiteral(KP_PROGRAM), {QStringLiteral("congress"), QStringLiteral("create"), path(), QStringLiteral("--from"),
                                              QStringLiteral(KP_SOURCE_DIR "/samples/huyen/definition.json")});
    ASSERT_TRUE(create.waitForFinished(kPatience) && create.exitCode() == 0) << create.readAll().toStdString();
    m_station.emplace(folder());
    m_station->openFile(path());
    until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  }
  /// The names of head and first member, in this order, with PINs; the head is signed in.
  std::pair<std::string, std::string> signInTwo() {
    const auto congress = file().congress().load();
    std::string head, member;
    for (const auto& person : congress->committee) {
      if (person.role == Role::Head) head = person.name;
      if (person.role == Role::Member && member.empty()) member = person.name;
    }
    signIn(member);
    m_station->session()->lock();
    signIn(head);
    return {head, member};
  }
  void scan(const QString& deck) {
    Scanning& scanning = Scanning::of(*m_station);
    ScanRequest request;
    request.sources = {deck.toStdString()};
    request.contest = "bch";
    request.by = m_station->session()->actors();
    scanning.start(request);
    until([&] { return !scanning.isActive(); });
    ASSERT_EQ(scanning.state(), Scanning::State::Finished) << scanning.error().what;
  }
  void press(Qt::Key key) {
    m_hand->press(key);
    ++m_keys;
  }
  /// What people wait for after a key, s.
  template <typename Done>
  double waited(Done done) {
    QElapsedTimer timer;
    timer.start();
    EXPECT_TRUE(m_hand->until([&] { return done() && !stillComing(m_window->window()->contentItem()); }, "the next ballot"));
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
  }
  int m_keys = 0, m_places = 0;
};

// Caught: a ruling that takes more keys than an answer for each place and one to write it down; a second PIN asked for each; a next ballot that people wait for.
TEST_F(ThirtyRulingsTest, TakeFewKeysAndNoWaiting) {
  signInTwo();
  scan(makeDeck(QStringLiteral("deck"), 90, "ambiguous"));
  open("adjudicate");
  auto* doubts = m_window->window()->findChild<DoubtsModel*>(QStringLiteral("doubts"));
  ASSERT_TRUE(doubts);
  waited([&] { return doubts->isLoaded() && doubts->isDeciding(); });
  ASSERT_GE(doubts->property("waiting").toInt(), kRulings) << "the deck has too few doubtful ballots";
  double longest = 0, all = 0;
  const auto ruled = [this] { return static_cast<int>(file().rulings().ofContest("bch")->size()); };
  for (int done = 0; done < kRulings; ++done) {
    for (int answers = 0; !doubts->isReady(); ++answers) {  // each doubtful place has its question; 1 answers it
      ASSERT_LT(answers, 50);
      ++m_places;
      press(Qt::Key_1);
    }
    const int position = doubts->property("position").toInt();
    press(Qt::Key_Return);
    if (done == 0) {  // the second person signs once for all of them
      m_hand->keys(QStringLiteral("1234"));
      m_keys += 4;
      press(Qt::Key_Return);
    }
    const double wait = waited([&] { return doubts->property("position").toInt() != position && doubts->isDeciding(); });
    longest = std::max(longest, wait);
    all += wait;
  }
  EXPECT_GE(ruled(), kRulings);
  const double people = kRulings * kLook + (m_places - kRulings) * kFurther + m_keys * kKey;
  std::printf(
      "%d rulings at %d doubtful places: %d keys (%.1f a ruling); waiting for the screen %.1f s in all, %.2f s at most; a newcomer: %.0f s\n",
      kRulings, m_places, m_keys, double(m_keys) / kRulings, all, longest, people + all);
  EXPECT_LE(m_keys, kRulings * kKeysEach);
  EXPECT_LE(longest, kWait);
}

}  // namespace
}  // namespace kp::kiosk
