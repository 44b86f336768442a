// SPDX-License-Identifier: GPL-3.0-or-later
// The count: rulings, second pass, closing, minutes, hall, archive.
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTest>

#include "whole_day.h"

namespace kp::kiosk {

// Caught: a screen that lets people do what their role may not, or where nobody sees why not.
void WholeDayTest::othersMayNotRule() {
  for (const char* name : {kTechnician, kSupervisor, kSecretary}) {
    lockScreen();
    login(name);
    m_hand->until([&] { return page() == "adjudicate"_q && m_hand->screen().contains("không kết luận về phiếu"_q); },
                  "why this person does not rule");
    EXPECT_FALSE(m_hand->isSeen("vote-yes"_q) || m_hand->isSeen("ruleInvalid"_q) || m_hand->isSeen("setAside"_q)) << name;
    m_hand->press(Qt::Key_1);
    EXPECT_FALSE(model("doubts")->property("ready").toBool()) << name;
  }
  lockScreen();
}

QString WholeDayTest::scanShown() const {
  const QVariantList sheets = model("doubts")->property("ballot").toMap().value("sheets"_q).toList();
  const auto sheet = file().sheets().get(sheets.value(0).toMap().value("sheet"_q).toInt());
  EXPECT_TRUE(sheet);
  const QString name = sheet ? QFileInfo(QString::fromStdString(sheet->sourceName)).fileName() : QString();
  for (const auto& [end, scan] : m_fed)
    if (name.endsWith(end)) return scan;
  return name;
}

void WholeDayTest::answerMarks() {
  const QString scan = scanShown();
  ASSERT_EQ(truth().votes.count(scan), 1u) << scan.toStdString();
  const Contest now = contest();
  for (int spot = 0; spot < 5 && !m_hand->canTouch("mainAction"_q); ++spot) {
    const QVariantList spots = model("doubts")->property("spots").toList();
    const int at = model("doubts")->property("spot").toInt();
    const int candidate = at >= 0 ? spots.value(at).toMap().value("candidate"_q, -1).toInt() : -1;
    if (candidate < 0 || !(m_hand->isSeen("vote-yes"_q) && m_hand->isSeen("vote-no"_q))) break;
    const QString vote = truth().votes.at(scan).at(QString::fromStdString(now.candidates[std::size_t(candidate)].id));
    m_hand->click("vote-"_q + vote);
    m_hand->rest(30);
  }
  if (!model("doubts")->property("ready").toBool()) m_hand->click(truth().isValid(scan) ? "ruleValid"_q : "ruleInvalid"_q);
}

void WholeDayTest::ruleOnOne() {
  const int before = waiting();
  if (!model("doubts")->property("deciding").toBool()) m_hand->click("mainAction"_q);
  m_hand->until([&] { return model("doubts")->property("deciding").toBool(); }, "a ballot that waits");
  answerMarks();
  m_hand->click("mainAction"_q);
  if (m_hand->isSeen("secondPin"_q)) second(kMember);
  m_hand->until([&] { return waiting() == before - 1; }, "the ruling to be written down");
  ++m_ruled;
}

void WholeDayTest::ruleOnDoubts() {
  const QString head = QString::fromUtf8(kHead);
  m_hand->click("person-"_q + head);
  m_hand->keys("0000"_q);
  m_hand->press(Qt::Key_Return);
  m_hand->until([&] { return m_hand->isSeen("loginRefused"_q); }, "the wrong PIN refused");
  EXPECT_FALSE(m_station->session()->isSignedIn());
  m_hand->keys(pinOf(kHead));
  m_hand->press(Qt::Key_Return);
  m_hand->until([&] { return m_station->session()->name() == head && m_hand->canTouch("lock"_q); }, "the head");
  ASSERT_EQ(page(), "adjudicate"_q) << "locking lost the place";

  m_hand->until([&] { return waiting() > 0; }, "ballots that wait");
  answerMarks();
  m_hand->click("mainAction"_q);
  m_hand->waitFor("secondPin"_q);
  m_hand->keys("1111"_q);
  m_hand->press(Qt::Key_Return);
  m_hand->until([&] { return m_hand->isSeen("secondRefused"_q); }, "the wrong PIN of the second refused");
  EXPECT_TRUE(signers(Event::RulingMade).empty()) << "one person alone ruled";
  const int before = waiting();
  second(kMember);
  m_hand->until([&] { return waiting() == before - 1; }, "the first ruling");
  ++m_ruled;

  const int left = waiting();
  expectNoWarnings();
  powerCut();
  start();
  m_hand->waitFor("person-"_q + head);
  login(kHead);
  if (left > 0) {
    m_hand->until([&] { return page() == "adjudicate"_q; }, "the place where it was before the power cut");
    m_hand->until([&] { return waiting() == left; }, "the ballots that waited before the power cut");
  } else {
    rail("adjudicate");
  }
  while (waiting() > 0 && !HasFailure()) ruleOnOne();
  EXPECT_EQ(signers(Event::RulingMade).size(), std::size_t(m_ruled));
}

void WholeDayTest::scanSecondPass() {
  rail("compare");
  m_hand->until([&] { return mainText() == "Bắt đầu lượt 2: quét"_q && m_hand->canTouch("mainAction"_q); },
                "the second pass to be offered");
  m_hand->click("mainAction"_q);
  m_hand->until(
      [&] {
        return page() == "scan"_q && m_hand->isSeen("passChoice"_q) && model("scanModel")->property("passChoices").toList().size() > 1;
      },
      "the scanning page");
  const QVariantList passes = model("scanModel")->property("passChoices").toList();
  m_hand->choose("passChoice"_q, passes.value(1).toMap().value("text"_q).toString());
  startScan("xap-phieu-2"_q);
  if (model("scanModel")->property("committee").toInt() > 0) m_hand->click("mainAction"_q);
  rail("adjudicate");
  m_hand->until([&] { return model("doubts")->property("loaded").toBool(); }, "the doubtful ballots");
  ASSERT_EQ(model("doubts")->property("pass").toInt(), 2);
  while (waiting() > 0 && !HasFailure()) ruleOnOne();
}

void WholeDayTest::compare() {
  rail("compare");
  m_hand->until([&] { return mainText() == "Sang kết quả"_q && m_hand->canTouch("mainAction"_q); }, "both passes to agree");
  m_hand->click("compareA-0"_q);
  m_hand->waitFor("ballotsClose"_q);
  m_hand->press(Qt::Key_Escape);
  m_hand->until([&] { return !m_hand->isSeen("ballotsClose"_q); }, "the ballots behind the number to close");
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return page() == "result"_q && mainText() == "Chốt kết quả"_q && m_hand->canTouch("mainAction"_q); },
                "a result that can be closed");
}

void WholeDayTest::othersMayNotClose() {
  for (const char* name : {kTechnician, kSupervisor, kSecretary}) {
    lockScreen();
    login(name);
    m_hand->until([&] { return page() == "result"_q && mainText() == "Chốt kết quả"_q; }, "the result");
    m_hand->rest(100);
    EXPECT_FALSE(m_hand->canTouch("mainAction"_q)) << name;
  }
  lockScreen();
  login(kHead);
}

void WholeDayTest::closeTheCount() {
  m_hand->click("mainAction"_q);
  m_hand->waitFor("secondPin"_q);
  m_hand->press(Qt::Key_Escape);
  m_hand->until([&] { return !m_hand->isSeen("secondPin"_q); }, "the prompt to close");
  EXPECT_TRUE(signers(Event::ContestClosed).empty()) << "closed by one person who took it back";
  m_hand->click("mainAction"_q);
  m_hand->waitFor("secondPin"_q);
  second(kSecondMember);
  m_hand->until([&] { return mainText() == "Lập biên bản"_q && m_hand->canTouch("mainAction"_q); }, "the count to be closed");
  EXPECT_EQ(signers(Event::ContestClosed), (std::vector<Actors>{{kHead, kSecondMember}}));
  m_hand->click("mainAction"_q);
}

void WholeDayTest::saveMinutes() {
  m_hand->until(
      [&] {
        return page() == "minutes"_q && m_hand->canTouch("mainAction"_q) &&
               !model("papersModel")->property("shortCode").toString().isEmpty();
      },
      "the minutes");
  QDir().mkpath(home() + "/usb"_q);
  m_hand->click(m_hand->canTouch("savePaper"_q) ? "savePaper"_q : "mainAction"_q);
  pick(kMachine, {"usb"_q});
  m_hand->until(
      [&] {
        return !QDir(home() + "/usb"_q).entryList({"*.pdf"_q}, QDir::Files).isEmpty() && !model("papersModel")->property("busy").toBool();
      },
      "the minutes on the stick");
  EXPECT_EQ(signers(Event::MinutesMade).back(), (Actors{kHead}));
}

void WholeDayTest::leaveHall() {
  if (m_mouse) return m_hand->click("closeHall"_q);
  const auto hall = [] { return qobject_cast<QQuickWindow*>(QGuiApplication::focusWindow()); };
  m_hand->until([&] { return hall() && hall()->objectName() == "hallWindow"_q; }, "the hall's picture on this screen");
  QTest::keyClick(hall(), Qt::Key_Escape);
  m_hand->until([&] { return m_hand->canTouch("openHall"_q); }, "the hall's picture to go");
  m_window->window()->requestActivate();  // as a window manager does
  m_hand->until([&] { return m_window->window()->isActive(); }, "the operator's window");
}

void WholeDayTest::reveal() {
  rail("reveal");
  m_hand->until([&] { return mainText() == "Công bố kết quả"_q && m_hand->canTouch("mainAction"_q); }, "announcing to be offered");
  EXPECT_FALSE(m_hand->isSeen("hallBack"_q)) << "something reached the hall before two people released it";
  m_hand->click("mainAction"_q);
  m_hand->waitFor("secondPin"_q);
  second(kMember);
  m_hand->until([&] { return mainText() == "Tiếp  ›"_q && m_hand->canTouch("mainAction"_q); }, "the first page for the hall");
  EXPECT_EQ(signers(Event::ResultsReleased), (std::vector<Actors>{{kHead, kMember}}));
  m_hand->click("openHall"_q);
  leaveHall();
  int slides = 0;
  for (; mainText() == "Tiếp  ›"_q && slides < 40; ++slides) {
    m_hand->click("mainAction"_q);
    m_hand->rest(40);
  }
  EXPECT_EQ(mainText(), "Đã chiếu hết"_q);
  EXPECT_GE(slides, 2) << "figures, votes, elected";
}

void WholeDayTest::archive() {
  rail("archive");
  m_hand->until([&] { return mainText() == "Lập gói lưu trữ"_q && m_hand->canTouch("mainAction"_q); }, "the archive");
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return mainText() == "Chép ra thiết bị…"_q && m_hand->canTouch("mainAction"_q); }, "the package");
  for (const char* stick : {"usb-1", "usb-2"}) {
    const QString name = QString::fromUtf8(stick);
    QDir().mkpath(home() + '/' + name);
    m_hand->click("mainAction"_q);
    pick(kMachine, {name});
    m_hand->until(
        [&] { return !QDir(home() + '/' + name).entryList({"*.kpz"_q}, QDir::Files).isEmpty() && m_hand->canTouch("mainAction"_q); },
        stick);
  }
  m_hand->until([&] { return model("archiveModel")->property("copies").toList().size() == 2; }, "both copies in the list");
  EXPECT_EQ(signers(Event::PackageMade), (std::vector<Actors>{{kHead}}));
}

}  // namespace kp::kiosk
