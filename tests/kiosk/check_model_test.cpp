// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/check/check_model.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QRegularExpression>
#include <QUrl>

#include "deck.h"
#include "kiosk/check/role_cards_model.h"
#include "kiosk/contest/contest_model.h"
#include "kiosk/frame/images.h"
#include "kiosk/scan/scanner_list.h"
#include "scanner/source/page_source.h"
#include "wiring/make_paper.h"

namespace kp::kiosk {
namespace {

class CheckTest : public DeckTest {
 protected:
  std::unique_ptr<CheckModel> model() {
    auto made = std::make_unique<CheckModel>();
    made->setStation(&*m_station);
    until([&] { return made->isLoaded(); });
    return made;
  }
  int sheetsInFile() const { return file().sheets().count({}).value(); }
};

// Caught: a rehearsal that reaches the count, or that does not say how it went.
TEST_F(CheckTest, RehearsalIsReadGradedAndNeverReachesTheCount) {
  const auto check = model();
  std::vector<QString> stages;
  QObject::connect(check.get(), &CheckModel::rehearsalChanged, [&] {
    if (stages.empty() || stages.back() != check->stage()) stages.push_back(check->stage());
  });
  QObject::connect(check.get(), &CheckModel::rehearsalChanged, [&] {  // the bar says what the words say
    static const QRegularExpression counted(QStringLiteral(": (\\d+) / (\\d+)"));
    if (const auto match = counted.match(check->rehearsalText()); match.hasMatch()) {
      EXPECT_DOUBLE_EQ(check->fraction(), match.captured(1).toDouble() / match.captured(2).toDouble());
    }
  });
  check->rehearse(6);
  until([&] { return check->stage() == QLatin1String("done") || check->stage() == QLatin1String("failed"); });
  EXPECT_EQ(check->error(), QString());
  EXPECT_EQ(stages, (std::vector<QString>{QStringLiteral("making"), QStringLiteral("reading"), QStringLiteral("done")}));
  EXPECT_EQ(check->sheets(), 6);
  EXPECT_EQ(check->right() + check->toPerson() + check->wrong(), 6 * 5);
  EXPECT_TRUE(check->hasPassed()) << check->rehearsalText().toStdString();
  EXPECT_EQ(sheetsInFile(), 0);
  until([&] { return !check->lastText().isEmpty(); });
  EXPECT_TRUE(check->lastText().contains(QStringLiteral("30"))) << check->lastText().toStdString();
}

// Caught: a bar that is full while four of five sheets are still to be made and read, because it counted ballots.
TEST_F(CheckTest, SheetsAreCountedNotBallots) {
  {
    ContestModel contest;
    contest.setStation(&*m_station);
    until([&] { return contest.isDrafting(); });
    for (int i = 0; i < 70; ++i)
      contest.addCandidate(QStringLiteral("Nguyễn Thị Phương Hoàng %1 %2").arg(QChar(u'A' + i / 26)).arg(QChar(u'A' + i % 26)), QString());
    contest.save();
    until([&] { return !contest.isDirty() && !contest.isBusy(); });
  }
  const auto check = model();
  QStringList said;
  QObject::connect(check.get(), &CheckModel::rehearsalChanged, [&] { said.append(check->rehearsalText()); });
  check->rehearse(3);
  until([&] { return check->stage() == QLatin1String("done") || check->stage() == QLatin1String("failed"); });
  EXPECT_EQ(check->sheets(), 6);
  EXPECT_FALSE(said.filter(QStringLiteral(" / 6")).isEmpty()) << said.join('|').toStdString();
  EXPECT_TRUE(said.filter(QStringLiteral(" / 3")).isEmpty()) << said.join('|').toStdString();
}

// Caught: a rehearsal that only the screen and the journal know of.
TEST_F(CheckTest, TheRehearsalStandsOnTheZeroReport) {
  const auto check = model();
  check->rehearse(6);
  until([&] { return check->stage() == QLatin1String("done") || check->stage() == QLatin1String("failed"); });
  const auto paper = paperContent(file(), {PaperId::ZeroReport, "bch"});
  ASSERT_TRUE(paper) << paper.error().what;
  bool said = false;
  for (const PaperBlock& block : paper->blocks)
    if (const auto* words = std::get_if<Paragraph>(&block)) said = said || words->text.find("Đã đọc 6 tờ thử") != std::string::npos;
  EXPECT_TRUE(said);
}

// Caught: a grade that cannot be bad. One place of the truth is turned round, so exactly that one must come out wrong, by name.
TEST_F(CheckTest, OneFalseTruthIsOneWrongReading) {
  const QString deck = makeDeck(QStringLiteral("deck"), 4);
  QFile truth(deck + QStringLiteral("/truth.jsonl"));
  ASSERT_TRUE(truth.open(QIODevice::ReadWrite));
  QByteArray lines = truth.readAll();
  const QByteArray untouched = R"("c2/name":{"expect":"none")", struck = R"("c2/name":{"expect":"mark")";
  const int at = lines.indexOf(untouched);
  ASSERT_GE(at, 0) << "no ballot of this deck keeps the second name";
  lines.replace(at, untouched.size(), struck);
  truth.resize(0);
  truth.seek(0);
  truth.write(lines);
  truth.close();
  const auto grade = gradeRehearsal(file(), "bch", deck.toStdString());
  ASSERT_TRUE(grade) << grade.error().what;
  ASSERT_EQ(grade->wrong.size(), 1u);
  EXPECT_EQ(grade->wrong[0].candidate, "Nguyễn Thị Hòa");
  EXPECT_EQ(grade->wrong[0].marked, "mark");
  EXPECT_EQ(grade->wrong[0].read, "none");
  EXPECT_FALSE(grade->passed());
  EXPECT_EQ(grade->right + grade->toPerson, 4 * 5 - 1);
  EXPECT_EQ(sheetsInFile(), 0);
}

// Caught: a folder without its truth, or half a deck, that counts as passed.
TEST_F(CheckTest, NoTruthAndHalfADeckAreRefused) {
  const QString deck = makeDeck(QStringLiteral("deck"), 3);
  const auto stopped = gradeRehearsal(file(), "bch", deck.toStdString(), {}, [] { return true; });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().kind, ErrorKind::Refused);
  ASSERT_TRUE(QFile::remove(deck + QStringLiteral("/s00002.jpg")));
  const auto missing = gradeRehearsal(file(), "bch", deck.toStdString());
  ASSERT_FALSE(missing);
  EXPECT_NE(missing.error().what.find("s00002.jpg"), std::string::npos);
  ASSERT_TRUE(QFile::remove(deck + QStringLiteral("/truth.jsonl")));
  const auto none = gradeRehearsal(file(), "bch", deck.toStdString());
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().kind, ErrorKind::NotFound);
}

// Caught: a zero report that is shown but not journalled, or saved otherwise than shown.
TEST_F(CheckTest, ZeroReportIsMadeShownJournalledAndSaved) {
  const auto check = model();
  EXPECT_FALSE(check->hasBallots());
  EXPECT_EQ(check->zeroText(), QString());
  check->makeZeroReport();
  until([&] { return !check->zeroKey().isEmpty() && !check->zeroText().isEmpty(); });
  EXPECT_GE(check->zeroPages(), 1);
  EXPECT_EQ(m_station->steps()->stateOf(QStringLiteral("check")), QStringLiteral("done"));
  QString saved;
  QObject::connect(check.get(), &CheckModel::savedTo, [&](const QString& path) { saved = path; });
  const QString target = folder() + QStringLiteral("/so-khong.pdf");
  check->saveZeroReport(target);
  until([&] { return !saved.isEmpty(); });
  QFile written(target);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  EXPECT_EQ(written.readAll().toStdString(), *PaperImages::bytes(check->zeroKey()));
  check->saveZeroReport(folder() + QStringLiteral("/khong-co/so-khong.pdf"));
  until([&] { return !check->error().isEmpty(); });
}

// Caught: cards for the people of the day that only the command line makes; a card missing.
TEST_F(CheckTest, RoleCardsAreMadeAndSaved) {
  RoleCardsModel cards;
  cards.setStation(&*m_station);
  cards.make();
  until([&] { return !cards.paperKey().isEmpty(); });
  EXPECT_EQ(cards.pages(), 5);
  EXPECT_EQ(countPages(*PaperImages::bytes(cards.paperKey())).value(), 5);
  QString saved;
  QObject::connect(&cards, &RoleCardsModel::savedTo, [&](const QString& path) { saved = path; });
  cards.save(folder() + QStringLiteral("/the.pdf"));
  until([&] { return !saved.isEmpty(); });
  EXPECT_GT(QFileInfo(saved).size(), 1000);
  cards.sendToPrinter(QStringLiteral("khong-co"));
  until([&] { return !cards.error().isEmpty(); });
  EXPECT_NE(cards.printing()->jobState(), QStringLiteral("running"));
  EXPECT_NE(file().journal().list()->back().event, toString(Event::PaperPrinted)) << "no printer got it";
}

// Caught: scanners that block the screen, a test sheet that is not recognised, or one that lands in the count.
TEST_F(CheckTest, ScannersAreListedAndATestSheetIsReadButNotStored) {
  ScannerList scanners;
  scanners.ask();
  EXPECT_TRUE(scanners.isAsking()) << "asked beside the UI thread";
  until([&] { return scanners.wasAsked(); });
  EXPECT_EQ(scanners.error(), QString());
  EXPECT_EQ(scanners.scanners().size(), 4);
  const QString deck = makeDeck(QStringLiteral("deck"), 1);
  const QString page = folder() + QStringLiteral("/page.pgm");
  ASSERT_TRUE(QImage(deck + QStringLiteral("/s00001.jpg")).convertToFormat(QImage::Format_Grayscale8).save(page));
  const auto check = model();
  check->testScanner(QStringLiteral("sane:pnm:0?filename=") + page);
  EXPECT_TRUE(check->isTesting());
  until([&] { return !check->isTesting(); });
  EXPECT_TRUE(check->isTestGood()) << check->testText().toStdString();
  EXPECT_TRUE(QFile::exists(QUrl(check->testPicture()).toLocalFile()));
  EXPECT_EQ(sheetsInFile(), 0);
  check->testScanner(QStringLiteral("sane:pnm:0?filename=%1&status=yes&status-coveropen=yes").arg(page));
  until([&] { return !check->isTesting(); });
  EXPECT_FALSE(check->isTestGood());
  EXPECT_TRUE(check->testText().contains(QString::fromUtf8("Nắp"))) << check->testText().toStdString();
}

}  // namespace
}  // namespace kp::kiosk
