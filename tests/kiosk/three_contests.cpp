// SPDX-License-Identifier: GPL-3.0-or-later
// What the second and the third contest add to the steps of the first (whole_day_setup.cpp, whole_day_count.cpp).
#include "three_contests.h"

#include <QDir>
#include <QFile>
#include <QImage>

namespace kp::kiosk {
namespace {

/// What each of the two keys for four ballots of two columns; they differ at the third.
const char* const kFirstKeys[] = {"0", "1", "2", "3"};
const char* const kSecondKeys[] = {"0", "1", "1", "3"};
const char* const kSettled = "2";

}  // namespace

void ThreeContestsTest::SetUp() {
  m_oldConfig = qgetenv("SANE_CONFIG_DIR");
  WholeDayTest::SetUp();
  QDir().mkpath(home() + "/sane"_q);
  QDir().mkpath(home() + "/khay"_q);
  QFile conf(home() + "/sane/dll.conf"_q);
  ASSERT_TRUE(conf.open(QIODevice::WriteOnly) && conf.write("pile\n") > 0);
  qputenv("SANE_CONFIG_DIR", (home() + "/sane"_q).toUtf8());
  qputenv("LD_LIBRARY_PATH", KP_DRIVERS);
  qputenv("KP_PILE", (home() + "/khay"_q).toUtf8());
}

void ThreeContestsTest::TearDown() {
  WholeDayTest::TearDown();
  qputenv("SANE_CONFIG_DIR", m_oldConfig);
  qunsetenv("LD_LIBRARY_PATH");
  qunsetenv("KP_PILE");
}

void ThreeContestsTest::drawUp(const char* title, int seats, const std::vector<const char*>& names, const char* passes) {
  rail("contest");
  m_hand->click("addContest"_q);
  m_hand->type("contestTitle"_q, QString::fromUtf8(title));
  m_hand->choose("contestOffice"_q, "Nội dung khác"_q);
  m_hand->type("contestSeats"_q, QString::number(seats));
  m_hand->choose("contestPasses"_q, QString::fromUtf8(passes));
  m_hand->click("tab-1"_q);
  for (const char* name : names) {
    m_hand->type("candidateName"_q, QString::fromUtf8(name));
    m_hand->press(Qt::Key_Return);
  }
  m_hand->until([&] { return mainText() == "Lưu cuộc bầu"_q && m_hand->canTouch("mainAction"_q); }, "the contest to be complete");
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return mainText() == "Tiếp: In phiếu"_q && m_hand->canTouch("mainAction"_q); }, title);
}

void ThreeContestsTest::drawUpTheOthers() {
  drawUp(kDelegates, 2, {"Giàng A Páo", "Lù Thị Mẩy", "Hoàng Văn Quý", "Mùa A Tủa"}, "1 lượt");
  drawUp(kInspection, 3, {"Đèo Văn Bình", "Lò Thị Hương", "Quàng Văn Phúc"}, "2 lượt, phải khớp nhau");
}

void ThreeContestsTest::change(const char* title) {
  m_hand->choose("contestChoice"_q, QString::fromUtf8(title));
  m_hand->until([&] { return contest().title == title; }, title);
}

void ThreeContestsTest::backToTheCommittee() {
  change(kCommittee);
  rail("print");
}

void ThreeContestsTest::enterFour(int present, int returned) {
  rail("figures");
  m_hand->type("convened"_q, QString::number(present));
  m_hand->type("present"_q, QString::number(present));
  m_hand->type("issued"_q, QString::number(present));
  m_hand->type("returned"_q, QString::number(returned));
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return m_hand->screen().contains("Đã lưu số liệu."_q); }, "the figures to be saved");
}

void ThreeContestsTest::delegatesFigures() {
  change(kDelegates);
  enterFour(8, kFed);
}

void ThreeContestsTest::putPileIntoTheScanner() {
  const QString made = rehearse("may-quet"_q, "clean"_q, kFed);
  const QStringList scans = QDir(made).entryList({"*.jpg"_q}, QDir::Files, QDir::Name);
  ASSERT_EQ(scans.size(), kFed);
  truth().seats = contest().seats;
  truth().add(made, {});
  for (int i = 0; i < kFed; ++i) {
    const QString number = QStringLiteral("%1").arg(i + 1, 4, 10, QLatin1Char('0'));
    ASSERT_TRUE(QImage(made + '/' + scans[i]).convertToFormat(QImage::Format_Grayscale8).save(home() + "/khay/"_q + number + ".pgm"_q));
    m_fed[number + ".png"_q] = scans[i];
  }
}

void ThreeContestsTest::scanThePile() {
  rail("scan");
  m_hand->click("source-scanner"_q);
  m_hand->click("waiveReadBack"_q);  // the pile is on the table and no blank ballot is left
  m_hand->waitFor("secondPin"_q);
  second(kMember);
  m_hand->until([&] { return !signers(Event::ReadBackWaived).empty(); }, "the decision of two");
  EXPECT_EQ(signers(Event::ReadBackWaived), (std::vector<Actors>{{kHead, kMember}}));
  if (model("scanModel")->property("source").toString().isEmpty()) m_hand->click("findScanners"_q);
  m_hand->until([&] { return mainText() == "Bắt đầu quét"_q && m_hand->canTouch("mainAction"_q); }, "a scanner");
  m_hand->until([&] { return model("scanModel")->property("source").toString().contains("pile"_q); }, "the scanner in the list");
  m_hand->click("mainAction"_q);
  m_hand->until(
      [&] { return model("scanModel")->property("state") == "finished"_q && model("scanModel")->property("papers").toInt() == kFed; },
      "the pile to go through the scanner");
  EXPECT_EQ(model("scanModel")->property("balance"), "equal"_q);
}

void ThreeContestsTest::ruleOnDelegates() {
  rail("adjudicate");
  m_hand->until([&] { return model("doubts")->property("loaded").toBool(); }, "the doubtful ballots");
  while (waiting() > 0 && !HasFailure()) ruleOnOne();
}

void ThreeContestsTest::close() {
  rail("result");
  m_hand->until([&] { return mainText() == "Chốt kết quả"_q && m_hand->canTouch("mainAction"_q); }, "a result that can be closed");
  m_hand->click("mainAction"_q);
  m_hand->waitFor("secondPin"_q);
  second(kMember);
  m_hand->until([&] { return mainText() == "Lập biên bản"_q && m_hand->canTouch("mainAction"_q); }, "the count to be closed");
  m_hand->click("mainAction"_q);
}

void ThreeContestsTest::saveMinutesAs(int nth) {
  m_hand->until(
      [&] {
        return page() == "minutes"_q && m_hand->canTouch("mainAction"_q) &&
               !model("papersModel")->property("shortCode").toString().isEmpty();
      },
      "the minutes");
  m_hand->click(m_hand->canTouch("savePaper"_q) ? "savePaper"_q : "mainAction"_q);
  pick(kMachine, {"usb"_q});
  m_hand->until(
      [&] {
        return QDir(home() + "/usb"_q).entryList({"*.pdf"_q}, QDir::Files).size() == nth &&
               !model("papersModel")->property("busy").toBool();
      },
      "the minutes on the stick");
}

void ThreeContestsTest::closeDelegates() { close(); }
void ThreeContestsTest::saveDelegatesMinutes() { saveMinutesAs(2); }

void ThreeContestsTest::inspectionFigures() {
  change(kInspection);
  enterFour(4, 4);
}

void ThreeContestsTest::key(int ballot, const char* entry) {
  m_hand->until([&] { return m_hand->screen().contains("Phiếu số %1 / 4"_q.arg(ballot)) && m_hand->canTouch("entry"_q); }, "the ballot");
  m_hand->keys(QString::fromUtf8(entry));
  m_hand->press(Qt::Key_Return);
}

void ThreeContestsTest::bothKeyTheirPile() {
  const std::pair<const char*, const char* const*> people[] = {{kMember, kFirstKeys}, {kSecondMember, kSecondKeys}};
  for (const auto& [name, keys] : people) {
    lockScreen();
    login(name);
    rail("key-in");
    const std::size_t before = signers(Event::BallotKeyed).size();
    for (int ballot = 1; ballot <= 4; ++ballot) key(ballot, keys[ballot - 1]);
    m_hand->until([&] { return signers(Event::BallotKeyed).size() == before + 4; }, "four ballots keyed");
  }
  m_hand->until([&] { return m_hand->isSeen("again-3"_q); }, "the ballot that comes back");
  EXPECT_EQ(*file().sheets().count({contest().id, 1, 0}), 3);
}

void ThreeContestsTest::settleTheDifference() {
  m_hand->click("again-3"_q);
  key(3, kSettled);
  m_hand->until([&] { return signers(Event::BallotKeyed).size() == 9; }, "the ballot keyed again by the second");
  lockScreen();
  login(kMember);
  rail("key-in");
  m_hand->click("again-3"_q);
  key(3, kSettled);
  m_hand->until([&] { return mainText() == "Sang Phiếu cần xem"_q && m_hand->canTouch("mainAction"_q); }, "the pile to be keyed");
  EXPECT_EQ(*file().sheets().count({contest().id, 1, 0}), 4);
  lockScreen();
  login(kHead);
}

void ThreeContestsTest::closeInspection() { close(); }
void ThreeContestsTest::saveInspectionMinutes() { saveMinutesAs(3); }

}  // namespace kp::kiosk
