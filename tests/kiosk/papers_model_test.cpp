// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/minutes/papers_model.h"

#include <QDir>
#include <QFile>

#include "counted_kiosk.h"
#include "election/language_scope.h"
#include "kiosk/frame/images.h"
#include "wiring/journal_text.h"
#include "wiring/printed_statement.h"

namespace kp::kiosk {
namespace {

class PapersTest : public CountedKioskTest {
 protected:
  static bool isDone(const PapersModel& model, const char* key) {
    for (const QVariant& entry : model.checklist())
      if (entry.toMap().value(QStringLiteral("key")) == QLatin1String(key)) return entry.toMap().value(QStringLiteral("done")).toBool();
    return false;
  }
  int entriesOf(Event event) const {
    int found = 0;
    const auto entries = file().journal().list();
    for (const JournalEntry& entry : *entries) found += entry.event == toString(event) ? 1 : 0;
    return found;
  }
};

// Caught: minutes of an open count; a refusal that does not say where to go.
TEST_F(PapersTest, OpenCountIsRefusedWithTheStepThatMendsIt) {
  const auto papers = made<PapersModel>();
  until([&] { return !papers->refusal().isEmpty(); });
  EXPECT_EQ(papers->paperKey(), QString());
  EXPECT_EQ(papers->refusalStep(), QStringLiteral("figures"));
  countNine();
  until([&] { return papers->refusalStep() == QLatin1String("result"); });
  papers->setPaper(QStringLiteral("rulings-list"));
  until([&] { return !papers->paperKey().isEmpty(); });
  papers->setPaper(QStringLiteral("elected-list"));
  until([&] { return !papers->refusal().isEmpty(); });
}

// Caught: a step called done, and minutes called made, although the stick was full or gone and nothing lies anywhere.
TEST_F(PapersTest, WhatCouldNotBeSavedWasNotMade) {
  countNine();
  close();
  const auto papers = made<PapersModel>();
  until([&] { return !papers->paperKey().isEmpty(); });
  papers->save(folder() + QStringLiteral("/khong-co"));
  until([&] { return !papers->error().isEmpty(); });
  EXPECT_EQ(entriesOf(Event::MinutesMade), 0);
  EXPECT_EQ(m_station->steps()->stateOf(QStringLiteral("minutes")), QStringLiteral("now"));
  papers->sendToPrinter(QStringLiteral("khong-co"));
  until([&] { return papers->printing()->jobState() != QLatin1String("running") && !papers->isBusy(); });
  EXPECT_EQ(entriesOf(Event::MinutesMade), 0);
}

// Caught: a paper that is shown with one code and saved or made again with another, although nothing it says has changed.
TEST_F(PapersTest, WhatIsShownIsWhatIsSavedAndReadBack) {
  countNine();
  close();
  const auto papers = made<PapersModel>();
  until([&] { return !papers->paperKey().isEmpty(); });
  EXPECT_GE(papers->pages(), 1);
  EXPECT_EQ(papers->shortCode().size(), 19) << papers->shortCode().toStdString();
  papers->setNumber(QStringLiteral("05"));
  papers->setCopies(4);
  const QString before = papers->paperKey();
  until([&] { return papers->paperKey() != before; });
  const std::string shown = *PaperImages::bytes(papers->paperKey());
  const QString stick = folder() + QStringLiteral("/usb");
  QDir().mkpath(stick);
  QString said;
  QObject::connect(papers.get(), &PapersModel::said, [&](const QString& what) { said = what; });
  papers->save(stick);
  until([&] { return !said.isEmpty(); });
  QFile saved(stick + QStringLiteral("/bien-ban-bch.pdf"));
  ASSERT_TRUE(saved.open(QIODevice::ReadOnly));
  const std::string bytes = saved.readAll().toStdString();
  EXPECT_EQ(bytes, shown);
  const auto printed = readPrintedStatement(bytes);
  ASSERT_TRUE(printed) << printed.error().what;
  EXPECT_EQ(QString::fromStdString(shortCode(printed->statement.statement)), papers->shortCode());
  EXPECT_EQ(printed->statement.statement.votes[2].yes, 6);
  until([&] { return isDone(*papers, "minutes"); });
  said.clear();
  papers->save(stick);
  until([&] { return !said.isEmpty(); });
  EXPECT_EQ(*PaperImages::bytes(papers->paperKey()), shown) << "saving alone makes no other paper";
  EXPECT_EQ(entriesOf(Event::MinutesMade), 1);
  EXPECT_EQ(entriesOf(Event::SavedToMedium), 2);
}

// Caught: the list of the elected journalled as a result sheet, so that its row was never ticked and the sheet's was though nobody had made one.
TEST_F(PapersTest, EachPaperTicksItsOwnRow) {
  countNine();
  close();
  const auto papers = made<PapersModel>();
  const auto isMade = [&papers](const char* key) {
    for (const QVariant& paper : papers->papers())
      if (paper.toMap().value(QStringLiteral("key")) == QLatin1String(key)) return paper.toMap().value(QStringLiteral("made")).toBool();
    return false;
  };
  papers->setPaper(QStringLiteral("elected-list"));
  until([&] { return !papers->paperKey().isEmpty(); });
  const QString stick = folder() + QStringLiteral("/usb");
  QDir().mkpath(stick);
  papers->save(stick);
  until([&] { return isMade("elected-list"); });
  EXPECT_FALSE(isMade("result-sheet"));
}

// Caught: minutes of a count that was opened again still lying on the shelf; ticks of the old count kept for the new; ticks that are kept on one machine instead of in the journal.
TEST_F(PapersTest, ReopenedCountTakesPapersAndTicksAway) {
  countNine();
  close();
  const auto papers = made<PapersModel>();
  until([&] { return !papers->paperKey().isEmpty(); });
  papers->tick(QStringLiteral("sealed"), true);
  until([&] { return isDone(*papers, "sealed"); });
  EXPECT_EQ(entriesOf(Event::AfterwardsNoted), 1);
  const std::string sentence = journalSentence(*file().congress().load(), file().journal().list()->back());
  EXPECT_NE(sentence.find("Niêm phong phiếu bầu: đã làm"), std::string::npos) << "as the printed journal says it: " << sentence;
  const auto other = made<PapersModel>();
  until([&] { return isDone(*other, "sealed"); });
  EXPECT_FALSE(papers->isAllDone());
  papers->tick(QStringLiteral("archived"), true);
  until([&] { return !papers->error().isEmpty(); });
  EXPECT_FALSE(isDone(*papers, "archived")) << "handing over comes first";
  onFile([](Ledger& ledger) { ASSERT_TRUE(reopenContest(ledger, "bch", kBoth, "đếm lại")); });
  until([&] { return papers->paperKey().isEmpty() && !papers->refusal().isEmpty(); });
  EXPECT_FALSE(isDone(*papers, "sealed"));
  close();
  until([&] { return !papers->paperKey().isEmpty(); });
  EXPECT_FALSE(isDone(*papers, "sealed"));
}

// Caught: entries of a scan that stay in the language of the day they were written; those of earlier versions that cannot be read any more.
TEST_F(PapersTest, WhatAScanDidIsSaidInTheReadersLanguage) {
  const Congress congress = *file().congress().load();
  JournalEntry entry;
  entry.event = toString(Event::ScanEnded);
  entry.details = "stored=9; there=1; refused=0; seen=2; twice=0";
  EXPECT_NE(journalSentence(congress, entry).find("Nhận 9 tờ; 1 tờ có từ trước"), std::string::npos) << journalSentence(congress, entry);
  {
    const LanguageScope english(Language::English);
    EXPECT_NE(journalSentence(congress, entry).find("9 sheets taken in; 1 there before"), std::string::npos);
  }
  entry.details = "Nhận 7 tờ; 0 tờ có từ trước";  // version 0.1
  EXPECT_NE(journalSentence(congress, entry).find("Nhận 7 tờ"), std::string::npos);
  entry.event = toString(Event::ScanStarted);
  entry.details = "pass=2; source=/media/usb";
  EXPECT_NE(journalSentence(congress, entry).find("Lượt 2: /media/usb"), std::string::npos);
}

// Caught: a printer that is not there and nobody is told; a print in the journal that never was.
TEST_F(PapersTest, UnknownPrinterIsSaidAndNotJournalled) {
  countNine();
  close();
  const auto papers = made<PapersModel>();
  until([&] { return !papers->paperKey().isEmpty(); });
  papers->sendToPrinter(QStringLiteral("khong-co-may-in-nay"));
  until([&] { return !papers->error().isEmpty(); });
  EXPECT_EQ(entriesOf(Event::PaperPrinted), 0);
  EXPECT_EQ(papers->printing()->jobState(), QString());
}

}  // namespace
}  // namespace kp::kiosk
