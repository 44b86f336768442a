// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/congress/congress_model.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include "formats/definition.h"
#include "kiosk/congress/list_import_model.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class CongressModelTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_model.setStation(&*m_station);
    QObject::connect(&m_model, &CongressModel::said, [this](const QString& what) { m_said = what; });
    until([this] { return m_model.isLoaded(); });
  }
  void untilAnswered() {
    until([this] { return !m_said.isEmpty() || !m_model.error().isEmpty(); });
  }
  /// Waits until the screen knows that this person has a PIN.
  void untilPin(const char* name) {
    const QString who = QString::fromUtf8(name);
    const auto has = [&who](const QVariantList& people) {
      return std::any_of(people.begin(), people.end(), [&who](const QVariant& one) {
        const QVariantMap person = one.toMap();
        return person.value(QStringLiteral("name")) == who && person.value(QStringLiteral("hasPin")).toBool();
      });
    };
    until([&] { return has(m_model.people()) && has(m_station->session()->people()); });
  }
  QString write(const char* name, const std::string& bytes) const {
    const QString path = folder() + QLatin1Char('/') + QLatin1String(name);
    std::ofstream(path.toStdString(), std::ios::binary) << bytes;
    return path;
  }

  CongressModel m_model;
  QString m_said;
};

// Caught: people added on the screen only; the committee changed by somebody who may not.
TEST_F(CongressModelTest, TheHeadAddsAndRemovesPeople) {
  signIn(kHead);
  m_model.addPerson(QStringLiteral("  Giàng  A Páo "), QStringLiteral("member"));
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().load()->committee.back(), (CommitteeMember{"Giàng A Páo", Role::Member}));
  m_said.clear();
  m_model.removePerson(QStringLiteral("Giàng A Páo"));
  untilAnswered();
  EXPECT_EQ(file().congress().load()->committee.size(), 6U);
}

// Caught: the head alone taking somebody in who may rule, or changing a figure, once ballots are known; a screen that does not know that it takes two.
TEST_F(CongressModelTest, OnceABallotIsReadTheCommitteeAndItsFiguresTakeTwo) {
  signIn(kMember);  // a PIN of their own, before the head has one
  signIn(kHead);
  m_model.enterFigures(QStringLiteral("350"), {}, true);
  untilAnswered();
  EXPECT_FALSE(m_model.committeeTakesTwo());
  bool taken = false;
  m_station->acting().ask(
      &m_model,
      [](Ledger& ledger) {
        SheetIntake sheet;
        sheet.expected = "bch";
        sheet.sourceName = "s1.jpg";
        sheet.source = std::make_shared<const SourceFile>("ảnh");
        sheet.reading.contest = "bch";
        return ledger.sheets().append(std::vector{sheet}, {kHead}).has_value();
      },
      [&taken](bool stored) { taken = stored; });
  until([&taken] { return taken; });
  m_model.reload();
  until([this] { return m_model.committeeTakesTwo(); });
  EXPECT_TRUE(m_model.figuresTakeTwo(QStringLiteral("351"), {}, true));
  EXPECT_FALSE(m_model.figuresTakeTwo(QStringLiteral("350"), {}, true)) << "the same again";
  ListImportModel imports;
  imports.setStation(&*m_station);
  imports.setKind(QStringLiteral("delegates"));
  imports.read(write("db.csv", "STT;Họ và tên;Đơn vị\r\n1;Giàng A Páo;Chi bộ 1\r\n2;Lù Thị Mẩy;Chi bộ 2\r\n"));
  until([&] { return imports.isReady(); });
  EXPECT_TRUE(m_model.importTakesTwo(&imports, true)) << "2 delegates instead of 350";
  EXPECT_TRUE(m_model.needsTwoFor(QString::fromUtf8(kSecondMember))) << "a first PIN given now lets its giver rule as two";
  EXPECT_EQ(m_model.helpersFor(QString::fromUtf8(kSecondMember)), QStringList{QString::fromUtf8(kMember)});
  m_said.clear();
  m_model.setPin(QString::fromUtf8(kSecondMember), QStringLiteral("1234"));
  untilAnswered();
  EXPECT_TRUE(m_model.error().contains(QString::fromUtf8(kMember))) << m_model.error().toStdString();
  m_model.clearError();
  m_said.clear();
  m_model.addPerson(QStringLiteral("Giàng A Páo"), QStringLiteral("member"));
  untilAnswered();
  EXPECT_TRUE(m_model.error().contains(QStringLiteral("hai người"))) << m_model.error().toStdString();
  EXPECT_EQ(file().congress().load()->committee.size(), 6U);
  m_model.clearError();
  signSecond(kMember);
  m_model.addPerson(QStringLiteral("Giàng A Páo"), QStringLiteral("member"));
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().load()->committee.back().name, "Giàng A Páo");
}

// Caught: R-35 asked for on the screen and lost on the way into the file; a technician added without.
TEST_F(CongressModelTest, TechnicalStaffAreAddedWithWhoIntroducedAndApprovedThem) {
  signIn(kHead);
  m_model.addPerson(QStringLiteral("Giàng A Máy"), QStringLiteral("technician"));
  untilAnswered();
  EXPECT_TRUE(m_model.error().contains(QStringLiteral("R-35"))) << m_model.error().toStdString();
  m_model.clearError();
  m_model.addPerson(QStringLiteral("Giàng A Máy"), QStringLiteral("technician"), QStringLiteral("Ban Tổ chức"),
                    QStringLiteral(" Chủ Tọa Thử"));
  untilAnswered();
  EXPECT_EQ(file().congress().load()->committee.back(), (CommitteeMember{"Giàng A Máy", Role::Technician, "Ban Tổ chức", "Chủ Tọa Thử"}));
  m_said.clear();
  m_model.introduce(QString::fromUtf8(kTechnician), QStringLiteral("Văn phòng"), QStringLiteral("Chủ Tọa Thử"));
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().load()->committee[3].introducedBy, "Văn phòng");
}

TEST_F(CongressModelTest, TechnicalStaffCannotChangeTheCommitteeOnceTheHeadHasAPin) {
  signIn(kHead);
  m_model.setPin(QString::fromUtf8(kTechnician), QStringLiteral("1234"));
  untilAnswered();
  untilPin(kTechnician);
  m_said.clear();
  m_station->session()->lock();
  signIn(kTechnician);
  m_model.addPerson(QStringLiteral("Giàng A Páo"), QStringLiteral("member"));
  untilAnswered();
  EXPECT_TRUE(m_said.isEmpty());
  EXPECT_FALSE(m_model.error().isEmpty());
  EXPECT_EQ(file().congress().load()->committee.size(), 6U);
}

// Caught: a mended place that is on the screen only; a date nobody can read stored.
TEST_F(CongressModelTest, DetailsAreMended) {
  QVariantMap fields = m_model.fields();
  EXPECT_EQ(fields.value(QStringLiteral("date")).toString(), QStringLiteral("22/11/2026"));
  fields[QStringLiteral("place")] = QStringLiteral("Nhà văn hóa Vân Sơn");
  fields[QStringLiteral("date")] = QStringLiteral("31/2/2026");
  m_model.saveInfo(fields);
  EXPECT_FALSE(m_model.error().isEmpty());
  fields[QStringLiteral("date")] = QStringLiteral("1/12/2026");
  m_model.clearError();
  m_model.saveInfo(fields);
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_EQ(file().congress().load()->info.place, "Nhà văn hóa Vân Sơn");
  EXPECT_EQ(file().congress().load()->info.date, "2026-12-01");
}

// Caught: one person setting a new PIN over somebody's head (R of domain.md §4).
TEST_F(CongressModelTest, AForgottenPinTakesTwo) {
  signIn(kMember);
  m_station->session()->lock();
  signIn(kHead);
  m_model.setPin(QString::fromUtf8(kSecondMember), QStringLiteral("1234"));
  untilAnswered();
  untilPin(kSecondMember);
  EXPECT_TRUE(m_model.needsTwoFor(QString::fromUtf8(kMember)));
  EXPECT_EQ(m_model.helpersFor(QString::fromUtf8(kMember)), QStringList{QString::fromUtf8(kSecondMember)});
  m_said.clear();
  m_model.setPin(QString::fromUtf8(kMember), QStringLiteral("9876"));
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
  m_model.clearError();
  m_said.clear();
  signSecond(kSecondMember);
  m_model.setPin(QString::fromUtf8(kMember), QStringLiteral("9876"));
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  EXPECT_TRUE(*file().congress().checkPin(kMember, "9876"));
}

// Caught: a base computed otherwise than R-24 says, or shown without its sum.
TEST_F(CongressModelTest, TheBaseIsWorkedOutAndEnteredForEveryOpenContest) {
  const QVariantMap deductions{{QStringLiteral("absent-no-alternate"), QStringLiteral("2")}};
  const QString sum = m_model.worked(QStringLiteral("350"), deductions).value(QStringLiteral("sum")).toString();
  EXPECT_TRUE(sum.startsWith(QStringLiteral("350 − 2 ("))) << sum.toStdString();
  EXPECT_TRUE(sum.endsWith(QStringLiteral("= 348"))) << sum.toStdString();
  m_model.enterFigures(QStringLiteral("350"), deductions, true);
  untilAnswered();
  EXPECT_EQ(m_model.error(), QString());
  for (const char* contest : {"bch", "bt"}) {
    const auto figures = file().figures().of(contest);
    ASSERT_TRUE(figures);
    EXPECT_EQ(baseOf(*figures), 348) << contest;
  }
  until([this] { return m_model.convened() == 350; });
}

// Caught: more deducted than convened, or words, entered as a figure.
TEST_F(CongressModelTest, FiguresThatCannotBeAreSaidBeforeTheyAreEntered) {
  const QVariantMap many{{QStringLiteral("absent-no-alternate"), QStringLiteral("12")}};
  EXPECT_FALSE(m_model.worked(QStringLiteral("10"), many).value(QStringLiteral("problem")).toString().isEmpty());
  EXPECT_FALSE(m_model.worked(QStringLiteral("mười"), {}).value(QStringLiteral("problem")).toString().isEmpty());
  m_model.enterFigures(QString(), {}, true);
  EXPECT_FALSE(m_model.error().isEmpty());
}

// Caught: an export that does not read back to the same congress, or overwrites a file.
TEST_F(CongressModelTest, TheDefinitionIsExportedAndReadsBack) {
  const QString path = folder() + QStringLiteral("/xuat.json");
  m_model.exportDefinition(path);
  untilAnswered();
  std::ifstream stream(path.toStdString(), std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  const auto read = parseDefinition(bytes.str());
  ASSERT_TRUE(read) << read.error().what;
  EXPECT_EQ(*read, *file().congress().load());
  m_said.clear();
  m_model.exportDefinition(path);
  untilAnswered();
  EXPECT_FALSE(m_model.error().isEmpty());
}

// Caught: rows of a list dropped without a word; rejected rows taken; a list that leaves no trace in the journal.
TEST_F(CongressModelTest, ACommitteeListIsShownRowByRowAndTaken) {
  signIn(kHead);
  ListImportModel imports;
  imports.setStation(&*m_station);
  imports.setKind(QStringLiteral("committee"));
  const QAbstractItemModelTester tester(imports.rows(), QAbstractItemModelTester::FailureReportingMode::Warning);
  imports.read(write("ban.csv", "STT;Họ và tên;Vai trò\r\n1;Giàng A Páo;Ủy viên\r\n2;;Ủy viên\r\n3;Lù Thị Mẩy;Thư ký\r\n"));
  until([&] { return imports.isReady() || !imports.problem().isEmpty(); });
  EXPECT_EQ(imports.problem(), QString());
  EXPECT_EQ(imports.accepted(), 2);
  EXPECT_EQ(imports.rejected(), 1);
  imports.setOnlyProblems(true);
  ASSERT_EQ(imports.rows()->count(), 1);
  EXPECT_FALSE(imports.rows()->rows().front().value(QStringLiteral("why")).toString().isEmpty());
  QString taken;
  QObject::connect(&imports, &ListImportModel::taken, [&](const QString& what) { taken = what; });
  imports.takeCommittee(false);
  until([&] { return !taken.isEmpty() || !imports.error().isEmpty(); });
  EXPECT_EQ(imports.error(), QString());
  EXPECT_EQ(file().congress().load()->committee.size(), 8U);
  EXPECT_EQ(file().journal().list()->back().event, toString(Event::ListImported));
}

// Caught: the figures of a delegates' list entered otherwise than shown.
TEST_F(CongressModelTest, ADelegatesListProposesFigures) {
  signIn(kHead);
  ListImportModel imports;
  imports.setStation(&*m_station);
  imports.setKind(QStringLiteral("delegates"));
  imports.read(write("db.csv", "STT;Họ và tên;Đơn vị\r\n1;Giàng A Páo;Chi bộ 1\r\n2;Lù Thị Mẩy;Chi bộ 2\r\n3;Tẩn Láo Tả;Chi bộ 3\r\n"));
  until([&] { return imports.isReady(); });
  EXPECT_EQ(imports.figures(), QStringLiteral("3 = 3"));
  QString taken;
  QObject::connect(&imports, &ListImportModel::taken, [&](const QString& what) { taken = what; });
  imports.takeDelegates(true);
  until([&] { return !taken.isEmpty() || !imports.error().isEmpty(); });
  EXPECT_EQ(imports.error(), QString());
  EXPECT_EQ(file().figures().of("bt")->convened, 3);
}

// Caught: a file that is no table ends the program or seems to be an empty list.
TEST_F(CongressModelTest, WhatIsNoTableSaysSo) {
  ListImportModel imports;
  imports.setStation(&*m_station);
  imports.setKind(QStringLiteral("committee"));
  imports.read(write("gia.xlsx", "not a workbook"));
  until([&] { return !imports.problem().isEmpty(); });
  EXPECT_FALSE(imports.isReady());
}

}  // namespace
}  // namespace kp::kiosk
