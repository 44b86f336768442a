// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/contest/contest_model.h"

#include <fstream>

#include "kiosk/frame/images.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class ContestModelTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_model.setStation(&*m_station);
    QObject::connect(&m_model, &ContestModel::said, [this](const QString& what) { m_said = what; });
    settle();
  }
  /// Waits until the picture and the findings are those of the draft.
  void settle() {
    until([this] { return m_model.isDrafting() && !m_model.isLooking(); });
  }
  void untilAnswered() {
    until([this] { return !m_said.isEmpty() || !m_model.error().isEmpty(); });
  }
  QStringList names() {
    QStringList list;
    for (const Candidate& candidate : m_model.candidates()->list()) list.append(QString::fromStdString(candidate.name));
    return list;
  }
  QStringList rules() {
    QStringList list;
    for (const QVariant& finding : m_model.findings()) list.append(finding.toMap().value(QStringLiteral("rule")).toString());
    return list;
  }

  ContestModel m_model;
  QString m_said;
};

// Caught: the other face shown than the one that is printed, or without its rule.
TEST_F(ContestModelTest, TheFaceFollowsTheNumbersAndSaysWhy) {
  EXPECT_TRUE(m_model.faceWhy().contains(QStringLiteral("R-01"))) << m_model.faceWhy().toStdString();
  m_model.setSeats(5);
  EXPECT_TRUE(m_model.faceWhy().contains(QStringLiteral("R-02")));
  settle();
  EXPECT_TRUE(rules().contains(QStringLiteral("R-03"))) << "a committee without a surplus is warned of";
  EXPECT_TRUE(m_model.mayPrint()) << "a warning does not block";
}

// Caught: a member of the committee as a candidate that can be saved.
TEST_F(ContestModelTest, ACandidateOfTheCommitteeBlocksSaving) {
  m_model.addCandidate(QString::fromUtf8(kMember), QString());
  settle();
  EXPECT_TRUE(rules().contains(QStringLiteral("R-06")));
  EXPECT_FALSE(m_model.mayPrint());
  m_model.save();
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  EXPECT_EQ(file().congress().load()->contest("bch")->candidates.size(), 5U);
}

// Caught: rows that lose their number, move wrongly, or tell views something else than happened.
TEST_F(ContestModelTest, TheListIsEditedInPlace) {
  const QAbstractItemModelTester tester(m_model.candidates(), QAbstractItemModelTester::FailureReportingMode::Warning);
  m_model.addCandidate(QStringLiteral("  LÒ VĂN   ẢNH "), QString());
  EXPECT_EQ(names().back(), QStringLiteral("LÒ VĂN ẢNH"));
  EXPECT_EQ(m_model.candidates()->data(m_model.candidates()->index(5), CandidatesModel::SuggestedRole).toString(),
            QStringLiteral("Lò Văn Ảnh"));
  m_model.takeSuggestions();
  m_model.moveCandidate(5, 0);
  EXPECT_EQ(names().front(), QStringLiteral("Lò Văn Ảnh"));
  m_model.moveCandidate(0, 2);
  EXPECT_EQ(names().at(2), QStringLiteral("Lò Văn Ảnh"));
  m_model.sortNames();
  EXPECT_EQ(names(), (QStringList{QStringLiteral("Lò Văn Ảnh"), QStringLiteral("Vàng A Chỉnh"), QStringLiteral("Nguyễn Thị Hòa"),
                                  QStringLiteral("Lý Văn Khương"), QStringLiteral("Bàn Thị Mai"), QStringLiteral("Tô Quang Sự")}));
  m_model.removeCandidate(0);
  EXPECT_EQ(names().size(), 5);
  EXPECT_EQ(m_model.candidates()->data(m_model.candidates()->index(0), CandidatesModel::NumberRole).toInt(), 1);
}

// Caught: a draft that reaches the file before it is saved, or not at all.
TEST_F(ContestModelTest, NothingIsInTheFileUntilSaved) {
  m_model.addCandidate(QStringLiteral("Lò Văn Ảnh"), QString());
  m_model.setTitle(QStringLiteral("Bầu Ban Chấp hành khóa II"));
  settle();
  EXPECT_TRUE(m_model.isDirty());
  EXPECT_EQ(file().congress().load()->contest("bch")->candidates.size(), 5U);
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  const Congress saved = *file().congress().load();
  EXPECT_EQ(saved.contest("bch")->candidates.size(), 6U);
  EXPECT_EQ(saved.contest("bch")->title, "Bầu Ban Chấp hành khóa II");
  until([this] { return !m_model.isDirty(); });
}

// Caught: a number typed while the contest before it was still being written, put back by what was written.
TEST_F(ContestModelTest, WhatIsTypedWhileItIsSavedIsKept) {
  m_model.setSeats(2);
  settle();
  m_model.save();
  m_model.setSeats(1);
  untilAnswered();
  settle();
  EXPECT_EQ(file().congress().load()->contest("bch")->seats, 2);
  EXPECT_EQ(m_model.seats(), 1);
  EXPECT_TRUE(m_model.isDirty());
}

// Caught: the typing of one person thrown away because the file was read again.
TEST_F(ContestModelTest, AnUnsavedDraftOutlivesAReload) {
  m_model.addCandidate(QStringLiteral("Lò Văn Ảnh"), QString());
  m_model.reload();
  settle();
  until([this] { return !m_model.isLooking(); });
  EXPECT_EQ(names().size(), 6);
  m_model.revert();
  EXPECT_EQ(names().size(), 5);
}

// Caught: a new contest without a list saved, with an id in use, or not chosen afterwards.
TEST_F(ContestModelTest, ANewContestIsAddedAndChosen) {
  m_model.addNew();
  settle();
  EXPECT_FALSE(m_model.mayPrint());
  m_model.setOffice(QStringLiteral("cap-uy"));
  m_model.setTitle(QStringLiteral("Bầu bổ sung"));
  m_model.addCandidate(QStringLiteral("Lò Văn Ảnh"), QString());
  settle();
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().load()->contests.back().id, "bch-2");
  until([this] { return m_station->contest() == QStringLiteral("bch-2") && m_model.contests().size() == 3; });
  m_said.clear();
  m_model.removeContest();
  untilAnswered();
  EXPECT_EQ(file().congress().load()->contests.size(), 2U);
}

// Caught: a contest begun the moment the one before was saved got that one's id, could not be saved, and no field of the page changes an id.
TEST_F(ContestModelTest, AContestBegunAtOnceAfterAnotherHasAnIdOfItsOwn) {
  const auto drawUp = [this](const char* title) {
    m_model.addNew();
    m_model.setTitle(QString::fromUtf8(title));
    m_model.addCandidate(QStringLiteral("Lò Văn Ảnh"), QString());
  };
  drawUp("Bầu đoàn đại biểu");
  settle();
  const auto next = QObject::connect(
      &m_model, &ContestModel::said, &m_model, [&] { drawUp("Bầu Ủy ban kiểm tra"); }, Qt::SingleShotConnection);
  m_model.save();
  until([this] { return m_model.title() == QStringLiteral("Bầu Ủy ban kiểm tra") && m_model.contests().size() >= 3; });
  QObject::disconnect(next);
  settle();
  m_said.clear();
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  const Congress saved = *file().congress().load();
  ASSERT_EQ(saved.contests.size(), 4U);
  EXPECT_EQ(saved.contests[2].id, "bau");
  EXPECT_EQ(saved.contests[3].id, "bau-2");
}

// Caught: a picture of another ballot than the draft's, pages miscounted, a picture that could be cut out and used as a ballot.
TEST_F(ContestModelTest, TheBallotIsDrawnAsItWillPrint) {
  const QString before = m_model.paperKey();
  ASSERT_FALSE(before.isEmpty());
  EXPECT_EQ(m_model.paperPages(), 1);
  for (int i = 0; i < 60; ++i)
    m_model.addCandidate(QStringLiteral("Nguyễn Thị Phương Hoàng Kim Ngân Số %1").arg(QChar(u'A' + i % 26)), QString());
  settle();
  EXPECT_GT(m_model.paperPages(), 1);
  EXPECT_NE(m_model.paperKey(), before);
  EXPECT_EQ(PaperImages::bytes(before), nullptr) << "the former picture is given back";
  ASSERT_NE(PaperImages::bytes(m_model.paperKey()), nullptr);
  EXPECT_EQ(PaperImages::bytes(m_model.paperKey())->rfind("%PDF-", 0), 0U);
}

// Caught: an import that drops rows silently, or whose origin the journal does not have.
TEST_F(ContestModelTest, AListIsImportedIntoTheDraftAndJournalledWhenSaved) {
  const QString path = folder() + QStringLiteral("/ds.csv");
  std::ofstream(path.toStdString(), std::ios::binary) << "STT;Họ và tên\r\n1;TẨN LÁO TẢ\r\n2;123\r\n3;Lò Văn Ảnh\r\n";
  ListImportModel imports;
  imports.setStation(&*m_station);
  imports.read(path);
  until([&] { return imports.isReady(); });
  EXPECT_EQ(imports.accepted(), 2);
  EXPECT_EQ(imports.rejected(), 1);
  m_model.takeList(&imports, true);
  EXPECT_EQ(names(), (QStringList{QStringLiteral("Lò Văn Ảnh"), QStringLiteral("Tẩn Láo Tả")}));
  m_said.clear();
  m_model.setSeats(1);
  settle();
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().journal().list()->back().event, toString(Event::ListImported));
}

// Caught: a number of passes that only the command line can set; one lost on saving, given to another contest, or changed by one person after ballots came in.
TEST_F(ContestModelTest, TheNumberOfPassesBelongsToTheContest) {
  EXPECT_EQ(m_model.passes(), 2);
  EXPECT_FALSE(m_model.passesTakeTwo());
  m_model.setPasses(1);
  EXPECT_TRUE(m_model.isDirty());
  m_model.revert();
  EXPECT_EQ(m_model.passes(), 2);
  m_model.setPasses(3);
  settle();
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().rulesOf("bch")->passesRequired, 3);
  EXPECT_EQ(file().congress().rulesOf("bt")->passesRequired, 2);
  until([this] { return !m_model.isDirty() && m_model.passes() == 3; });
  m_model.addNew();
  m_model.setTitle(QStringLiteral("Bầu đoàn đại biểu"));
  m_model.addCandidate(QStringLiteral("Lò Văn Ảnh"), QString());
  m_model.setPasses(1);
  settle();
  m_said.clear();
  m_model.save();
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().rulesOf("bau")->passesRequired, 1);
}

// Caught: the chi ủy changed or taken out by one person when the bí thư's ballots are known, or refused on a screen that never asks for the second person.
TEST_F(ContestModelTest, WhatAContestThatWasReadStandsOnTakesTwo) {
  m_model.setSeats(2);
  EXPECT_FALSE(m_model.saveTakesTwo()) << "nothing is read yet";
  EXPECT_FALSE(m_model.removeTakesTwo());
  m_model.revert();
  bool taken = false;
  m_station->acting().ask(
      &m_model,
      [](Ledger& ledger) {
        Congress congress = *ledger.congress().load();
        congress.contests[1].office = Office::BiThu;
        if (!ledger.congress().save(congress, {})) return false;
        SheetIntake sheet;
        sheet.expected = "bt";
        sheet.sourceName = "s1.jpg";
        sheet.source = std::make_shared<const SourceFile>("ảnh");
        sheet.reading.contest = "bt";
        return ledger.sheets().append(std::vector{sheet}, {}).has_value();
      },
      [&taken](bool stored) { taken = stored; });
  until([&taken] { return taken; });
  m_model.reload();
  until([this] { return m_model.removeTakesTwo(); });
  EXPECT_FALSE(m_model.saveTakesTwo()) << "nothing is changed";
  m_model.setSeats(2);
  EXPECT_TRUE(m_model.saveTakesTwo());
  m_model.setSeats(3);
  m_model.setTitle(QStringLiteral("Bầu Chi ủy"));
  EXPECT_FALSE(m_model.saveTakesTwo()) << "its title decides nothing";
}

// Caught: a list in no order that is printed without a word (domain.md §2: by given name).
TEST_F(ContestModelTest, AListThatIsNotSortedIsSaid) {
  const auto said = [this] {
    for (const QVariant& finding : m_model.findings())
      if (finding.toMap().value(QStringLiteral("text")).toString().contains(QStringLiteral("A, B, C"))) return true;
    return false;
  };
  m_model.sortNames();
  settle();
  EXPECT_FALSE(said());
  m_model.moveCandidate(0, 4);
  settle();
  EXPECT_TRUE(said());
  EXPECT_TRUE(m_model.mayPrint()) << "it does not block";
}

// Caught: a contest changed by somebody whose role may not.
TEST_F(ContestModelTest, TheSecretaryLooksAndChangesNothing) {
  signIn(kSecretary);
  m_model.reload();
  until([this] { return !m_model.lockedWhy().isEmpty(); });
  m_model.setSeats(1);
  EXPECT_EQ(m_model.seats(), 3);
}

}  // namespace
}  // namespace kp::kiosk
