// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/scan_model.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QThread>
#include <set>

#include "count/closing.h"
#include "deck.h"

namespace kp::kiosk {
namespace {

class ScanTest : public DeckTest {
 protected:
  void TearDown() override {
    if (m_station && Scanning::of(*m_station).isActive()) Scanning::of(*m_station).stop();
  }
  std::unique_ptr<ScanModel> model() {
    auto made = std::make_unique<ScanModel>();
    made->setStation(&*m_station);
    until([&] { return made->isLoaded(); });
    return made;
  }
  static void choose(ScanModel& model, const QString& folder) {
    model.setSourceKind(QStringLiteral("folder"));
    model.setSource(folder);
  }
  static bool rests(const ScanModel& model) { return model.state() != QLatin1String("idle") && !model.isActive(); }
  void returned(int ballots) {
    Figures figures;
    figures.convened = figures.present = figures.issued = figures.returned = ballots;
    bool done = false;
    m_station->acting().ask(
        m_station->session(), [figures](Ledger& ledger) { return enterFigures(ledger, "bch", figures, {}); },
        [&done](const Expected<Figures>& set) {
          EXPECT_TRUE(set) << set.error().what;
          done = true;
        });
    until([&] { return done; });
  }
  /// The same papers once more through the scanner: the same names, other bytes.
  static QString scannedAgain(const QString& deck) {
    const QString again = deck + QStringLiteral("-2");
    QDir().mkpath(again);
    for (const QString& name : QDir(deck).entryList({QStringLiteral("*.jpg")}, QDir::Files))
      EXPECT_TRUE(QImage(deck + QLatin1Char('/') + name).save(again + QLatin1Char('/') + name, "JPG", 90));
    return again;
  }
  /// Source names of the pass, each as often as it is stored.
  std::multiset<std::string> stored(int pass = 1) const {
    std::multiset<std::string> names;
    const Ledger ledger = file();
    const auto walked = ledger.sheets().forEach({"bch", pass, 0}, [&](const StoredSheet& sheet) {
      names.insert(sheet.sourceName);
      return true;
    });
    EXPECT_TRUE(walked);
    return names;
  }
  static std::multiset<std::string> namesIn(const QString& deck) {
    std::multiset<std::string> names;
    for (const QString& name : QDir(deck).entryList({QStringLiteral("*.jpg")}, QDir::Files)) names.insert(name.toStdString());
    return names;
  }
};

// Caught: scanning that starts although nobody read a printed ballot back; a reason that is not said; two people's word that does not help.
TEST_F(ScanTest, NothingIsScannedBeforeAPrintedBallotWasReadBackOrThatWasWaived) {
  const auto scan = model();
  EXPECT_TRUE(scan->isUnproved());
  EXPECT_TRUE(scan->refusal().contains(QStringLiteral("đọc lại"))) << scan->refusal().toStdString();
  ScanRequest request;
  request.sources = {folder().toStdString()};
  request.contest = "bch";
  Scanning::of(*m_station).start(request);
  until([&] { return !Scanning::of(*m_station).isActive(); });
  EXPECT_EQ(Scanning::of(*m_station).state(), Scanning::State::Failed) << "not only the page refuses";
  EXPECT_EQ(file().journal().list()->back().event, toString(Event::CongressCreated));
  Scanning::of(*m_station).dismiss();
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  signSecond(kMember);
  scan->waiveReadBack();
  until([&] { return !scan->isUnproved(); });
  EXPECT_TRUE(scan->refusal().isEmpty());
}

// Caught: a count that differs from what is in the file, a thumbnail without its sheet, a run that does not end.
TEST_F(ScanTest, FolderIsScannedAgainstTheBallotsReturned) {
  const QString deck = makeDeck(QStringLiteral("deck"), 8);
  returned(8);
  const auto scan = model();
  const QAbstractItemModelTester tester(scan->strip(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(scan->state(), QStringLiteral("idle"));
  EXPECT_EQ(scan->expected(), 8);
  EXPECT_EQ(scan->balance(), QStringLiteral("short"));
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 8; });
  EXPECT_EQ(scan->state(), QStringLiteral("finished"));
  EXPECT_EQ(scan->balance(), QStringLiteral("equal"));
  EXPECT_EQ(scan->readBallots() + scan->committee(), 8);
  for (const auto& [line, count] : {std::pair{"read", scan->readBallots()}, {"committee", scan->committee()}, {"seen", scan->seen()}})
    EXPECT_EQ(scan->behind(QString::fromLatin1(line)).value(QStringLiteral("numbers")).toList().size(), count)
        << "the ballots that open behind the number: " << line;
  EXPECT_EQ(scan->seen(), 0);
  EXPECT_EQ(scan->strip()->rowCount(), 8);
  EXPECT_EQ(scan->strip()->data(scan->strip()->index(0), SheetStripModel::SheetRole).toInt(), 8) << "the newest comes first";
  EXPECT_EQ(stored(), namesIn(deck));
  scan->dismiss();
  scan->start();
  until([&] { return rests(*scan); });
  EXPECT_EQ(stored(), namesIn(deck)) << "the same folder again adds nothing";
  EXPECT_TRUE(scan->runText().contains(QStringLiteral("8"))) << scan->runText().toStdString();
}

// Caught: the button that starts the second count, after which the same pile goes into the first.
TEST_F(ScanTest, TheSecondPassBeginsAsOne) {
  const QString deck = makeDeck(QStringLiteral("deck"), 4);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 4; });
  model()->beginPass(2);
  const auto again = model();
  EXPECT_EQ(again->pass(), 2);
  EXPECT_EQ(again->state(), QStringLiteral("idle"));
  EXPECT_EQ(again->source(), QString()) << "which pile, is asked again";
}

// Caught: "doubtful ballots" ✓ on the rail while ballots of the second pass wait for the committee.
TEST_F(ScanTest, DoubtsOfTheSecondPassAreOnTheRail) {
  const QString clean = makeDeck(QStringLiteral("clean"), 4), doubtful = makeDeck(QStringLiteral("doubtful"), 4, "ambiguous");
  const auto scan = model();
  for (const QString& deck : {clean, doubtful}) {
    if (deck == doubtful) scan->beginPass(2);
    choose(*scan, deck);
    scan->start();
    until([&] { return rests(*scan) && scan->papers() == 4 && (scan->committee() > 0) == (scan->pass() == 2); });
  }
  until([&] { return m_station->steps()->stateOf(QStringLiteral("adjudicate")) == QLatin1String("now"); });
}

// Caught: sheets lost or doubled by a pause; an acting desk that stays occupied while paused.
TEST_F(ScanTest, PauseFreesTheDeskAndGoingOnFindsEachSheetOnce) {
  const QString deck = makeDeck(QStringLiteral("deck"), 40);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return scan->stored() > 0; });
  scan->pause();
  EXPECT_EQ(scan->state(), QStringLiteral("pausing"));
  until([&] { return rests(*scan); });
  EXPECT_EQ(scan->state(), QStringLiteral("paused"));
  EXPECT_LT(stored().size(), 40u) << "the pause came too late to test anything";
  returned(40);  // an act in between
  scan->resume();
  until([&] { return rests(*scan) && scan->papers() == 40; });
  EXPECT_EQ(scan->state(), QStringLiteral("finished"));
  EXPECT_EQ(stored(), namesIn(deck));
  EXPECT_EQ(Scanning::of(*m_station).progress().stored, 40) << "what was stored before the pause is not forgotten";
}

// Caught: a kill in mid-scan that costs or doubles a sheet, or a kiosk that does not know where it was.
TEST_F(ScanTest, KilledInMidScanItOpensWhereItWasAndTakesTheRest) {
  const QString deck = makeDeck(QStringLiteral("deck"), 60);
  returned(60);
  {
    const auto scan = model();  // the pile is chosen on this screen before the power goes
    choose(*scan, deck);
    scan->start();
    scan->stop();
    until([&] { return rests(*scan); });
  }
  m_station.reset();
  QProcess program;  // the process that dies: the same taking in, in a process of its own
  program.start(QStringLiteral(KP_PROGRAM), {QStringLiteral("scan"), path(), QStringLiteral("--contest"), QStringLiteral("bch"),
                                             QStringLiteral("--threads"), QStringLiteral("1"), deck});
  ASSERT_TRUE(program.waitForStarted());
  const std::size_t before = stored().size();
  until([&] { return stored().size() > before || program.state() == QProcess::NotRunning; });
  program.kill();
  ASSERT_TRUE(program.waitForFinished());
  const std::size_t survived = stored().size();
  ASSERT_GT(survived, before);
  ASSERT_LT(survived, 60u) << "the kill came too late to test anything";

  m_station.emplace(m_folder.path());
  m_station->openFile(path());
  until([this] { return m_station->isOpen() && !m_station->congressName().isEmpty(); });
  const auto scan = model();
  EXPECT_TRUE(scan->wasInterrupted());
  EXPECT_EQ(scan->source(), deck);
  EXPECT_EQ(scan->stored(), static_cast<int>(survived));
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 60; });
  EXPECT_EQ(stored(), namesIn(deck));
  EXPECT_FALSE(scan->wasInterrupted());
}

// Caught: a run that dies with its page, or that a newly opened page does not find.
TEST_F(ScanTest, LeavingThePageOrLockingItDoesNotTouchTheRun) {
  const QString deck = makeDeck(QStringLiteral("deck"), 30);
  auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return scan->stored() > 0; });
  scan.reset();
  m_station->session()->lock();
  const auto again = model();
  EXPECT_TRUE(again->isActive());
  until([&] { return rests(*again) && again->papers() == 30; });
  EXPECT_EQ(stored(), namesIn(deck));
}

// Caught: a screen that locks itself during a long scan and cannot be unlocked before its end, so that nobody can stop it.
TEST_F(ScanTest, SomebodySignsInWhileTheScanGoesOn) {
  signIn(kHead);
  provePrint("bch");
  Scanning& scanning = Scanning::of(*m_station);
  scanning.setRunner([](Ledger&, const ScanRequest& request) -> Expected<IntakeReport> {
    while (!request.stop()) {  // a feeder that delivers for as long as nobody stops it
      QThread::msleep(5);
      request.progress({});
    }
    return IntakeReport{};
  });
  const auto scan = model();
  choose(*scan, folder());
  scan->start();
  m_station->session()->lock();
  EXPECT_FALSE(m_station->session()->isSignedIn());
  signIn(kHead);
  EXPECT_TRUE(scan->isActive());
  scan->stop();
  until([&] { return rests(*scan); });
  EXPECT_EQ(scan->state(), QStringLiteral("stopped"));
}

// Caught: a file closed under a scan that is still writing into it.
TEST_F(ScanTest, ClosingTheFileEndsTheScanFirst) {
  const QString deck = makeDeck(QStringLiteral("deck"), 30);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return scan->stored() > 0; });
  m_station->closeFile();
  until([&] { return !scan->isActive(); });
  const auto some = stored();
  EXPECT_GT(some.size(), 0u);
  EXPECT_EQ(some.size(), std::set<std::string>(some.begin(), some.end()).size());
}

// Caught: a second pass that goes into the first.
TEST_F(ScanTest, SecondPassIsChosenAndKeptApart) {
  const QString deck = makeDeck(QStringLiteral("deck"), 3);
  const auto scan = model();
  EXPECT_EQ(scan->passChoices().size(), 1) << "there is no second pass before the first";
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 3; });
  scan->dismiss();
  EXPECT_EQ(scan->passChoices().size(), 2);
  scan->setPass(2);
  until([&] { return scan->papers() == 0; });
  choose(*scan, scannedAgain(deck));
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 3; });
  EXPECT_EQ(stored(1), namesIn(deck));
  EXPECT_EQ(stored(2), namesIn(deck));
}

// Caught: the folder of the first pass chosen again for the second: taken in whole, its doubts to be ruled on once more, and only the closing says that it was no count.
TEST_F(ScanTest, TheSameFilesAreNoSecondPass) {
  const QString deck = makeDeck(QStringLiteral("deck"), 3);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 3; });
  scan->beginPass(2);
  until([&] { return scan->papers() == 0; });
  choose(*scan, deck);
  scan->start();
  until([&] { return !scan->error().isEmpty(); });
  EXPECT_TRUE(scan->error().contains(QStringLiteral("lượt 1"))) << scan->error().toStdString();
  EXPECT_EQ(scan->state(), QStringLiteral("idle"));
  EXPECT_TRUE(stored(2).empty());
  choose(*scan, scannedAgain(deck));
  EXPECT_EQ(scan->error(), QString()) << "what was said of the folder before";
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 3; });
  EXPECT_EQ(stored(2), namesIn(deck));
}

// Caught: one sheet scanned again alone, and given to both passes, is refused by the second, which then never has it.
TEST_F(ScanTest, ASheetScannedAgainAloneIsGivenToBothPasses) {
  const QString deck = makeDeck(QStringLiteral("deck"), 6), alone = folder() + QStringLiteral("/alone");
  ASSERT_TRUE(QDir().mkpath(alone));
  ASSERT_TRUE(QFile::rename(deck + QStringLiteral("/s00006.jpg"), alone + QStringLiteral("/s00006.jpg")));
  const auto scan = model();
  const auto give = [&](const QString& source, int papers) {
    choose(*scan, source);
    scan->start();
    until([&] { return (rests(*scan) && scan->papers() == papers) || !scan->error().isEmpty(); });
    EXPECT_EQ(scan->error(), QString());
    scan->dismiss();
  };
  give(deck, 5);
  give(alone, 6);
  scan->beginPass(2);
  until([&] { return scan->papers() == 0; });
  give(scannedAgain(deck), 5);
  give(alone, 6);
  choose(*scan, deck);
  scan->start();
  until([&] { return !scan->error().isEmpty(); });
  EXPECT_TRUE(scan->error().contains(QStringLiteral("lượt 1"))) << "a pile of five is no sheet scanned again";
}

// Caught: a jam that only says "error": the guide names the last sheet stored, and the run goes on from there.
TEST_F(ScanTest, JamSaysWhichSheetIsTheLastOneStored) {
  const QString deck = makeDeck(QStringLiteral("deck"), 4);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan) && scan->papers() == 4; });
  scan->dismiss();
  const QString page = folder() + QStringLiteral("/page.pgm");
  ASSERT_TRUE(QImage(deck + QStringLiteral("/s00001.jpg")).convertToFormat(QImage::Format_Grayscale8).save(page));
  scan->setSourceKind(QStringLiteral("scanner"));
  scan->setSource(QStringLiteral("sane:pnm:0?filename=%1&status=yes&status-jammed=yes").arg(page));
  scan->start();
  until([&] { return rests(*scan) && scan->lastSheet() > 0; });
  EXPECT_EQ(scan->state(), QStringLiteral("failed"));
  EXPECT_TRUE(scan->feederFailed());
  EXPECT_TRUE(scan->failure().contains(QString::fromUtf8("kẹt giấy"))) << scan->failure().toStdString();
  EXPECT_EQ(scan->lastSheet(), 4);
  EXPECT_TRUE(scan->lastSheetText().contains(QStringLiteral("s00004.jpg"))) << scan->lastSheetText().toStdString();
  EXPECT_GE(scan->guide().size(), 4);
  EXPECT_EQ(stored().size(), 4u);
}

// Caught: a role that may not scan and does, or a refusal that says nothing; pictures of handwriting before somebody who neither rules nor scans.
TEST_F(ScanTest, SecretaryIsRefusedAndNothingIsStored) {
  signIn(kSecretary);  // sets a first PIN of their own, which nobody but the head may give once the head has one
  signIn(kHead);
  const QString deck = makeDeck(QStringLiteral("deck"), 2);
  signIn(kSecretary);
  const auto scan = model();
  choose(*scan, deck);
  scan->start();
  until([&] { return rests(*scan); });
  EXPECT_EQ(scan->state(), QStringLiteral("failed"));
  EXPECT_FALSE(scan->failure().isEmpty());
  EXPECT_TRUE(stored().empty());
  EXPECT_FALSE(scan->showsPictures());
  signIn(kHead);
  EXPECT_TRUE(model()->showsPictures());
}

// Caught: a start without a source that starts something, or says nothing.
TEST_F(ScanTest, WithoutASourceItSaysWhatToChoose) {
  const auto scan = model();
  scan->start();
  EXPECT_EQ(scan->state(), QStringLiteral("idle"));
  EXPECT_FALSE(scan->error().isEmpty());
}

}  // namespace
}  // namespace kp::kiosk
