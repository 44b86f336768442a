// SPDX-License-Identifier: GPL-3.0-or-later
// The night before and the morning: congress, people, contest, ballots, machine, figures, first pass.
#include <QDir>
#include <QFile>
#include <QImage>

#include "count/access.h"
#include "kiosk/frame/images.h"
#include "scanner/source/page_source.h"
#include "whole_day.h"
#include "wiring/rehearsal_deck.h"

namespace kp::kiosk {
namespace {

const char* const kNames[] = {"Vàng A Chỉnh", "Nguyễn Thị Hòa", "Lý Văn Khương", "Bàn Thị Mai", "Tô Quang Sự"};

}  // namespace

void WholeDayTest::makeCongress() {
  m_hand->click("newCongress"_q);
  m_hand->type("newName"_q, "Đại hội Đảng bộ xã Vân Sơn"_q);
  m_hand->type("newPlace"_q, "Vân Sơn"_q);
  m_hand->type("newDate"_q, "22/11/2026"_q);
  m_hand->type("newSuperior"_q, "ĐẢNG BỘ HUYỆN MẪU"_q);
  m_hand->type("newIssuer"_q, "ĐẢNG BỘ XÃ VÂN SƠN"_q);
  m_hand->type("newPerson"_q, QString::fromUtf8(kTechnician));
  m_hand->click("createNew"_q);
  m_hand->waitFor("person-"_q + QString::fromUtf8(kTechnician));
  login(kTechnician);
}

void WholeDayTest::addPerson(const char* name, Role role) {
  const QString who = QString::fromUtf8(name), words = QString::fromStdString(roleText(role));
  m_hand->type("personName"_q, who);
  m_hand->choose("personRole"_q, words.left(1).toUpper() + words.mid(1));
  m_hand->click("addPerson"_q);
  m_hand->until([&] { return m_hand->isSeen("remove-"_q + who); }, name);
}

void WholeDayTest::enterCommittee() {
  rail("congress");
  m_hand->click("tab-1"_q);
  addPerson(kHead, Role::Head);
  addPerson(kMember, Role::Member);
  addPerson(kSecondMember, Role::Member);
  addPerson(kSupervisor, Role::Supervisor);
  addPerson(kSecretary, Role::Secretary);
}

void WholeDayTest::everybodySetsAPin() {
  for (const char* name : {kMember, kSecondMember, kSupervisor, kSecretary, kHead}) {
    lockScreen();
    login(name);
  }
  lockScreen();
  login(kTechnician);
}

void WholeDayTest::importCandidates() {
  QFile list(dataFolder() + "/danh-sach.csv"_q);
  ASSERT_TRUE(list.open(QIODevice::WriteOnly));
  list.write(
      "STT,Họ và tên,Chức vụ\n1,Tô Quang Sự,Bí thư chi bộ 3\n2,Vàng A Chỉnh,Chủ tịch Hội Nông dân\n3,12345,Trưởng thôn\n4,Bàn Thị Mai,\n5,Lý Văn Khương,\n6,Nguyễn Thị Hòa,\n");
  list.close();
  rail("contest");
  m_hand->click("addContest"_q);
  m_hand->type("contestTitle"_q, "Bầu Ban Chấp hành Đảng bộ xã Vân Sơn"_q);
  m_hand->type("contestSeats"_q, "3"_q);
  m_hand->click("tab-1"_q);
  m_hand->click("importCandidates"_q);
  pick(kOurs, {}, "danh-sach.csv"_q);
  m_hand->until([&] { return m_hand->canTouch("importAdd"_q); }, "the preview of the list");
  EXPECT_TRUE(m_hand->screen().contains("! Không nhận"_q) || m_hand->screen().contains("12345"_q)) << m_hand->screen().toStdString();
  EXPECT_TRUE(m_hand->seen("sortedList"_q)->property("checked").toBool()) << "lists are proposed in the order of given names";
  m_hand->click("importAdd"_q);
  m_hand->until(
      [&] { return mainText() == "Lưu cuộc bầu"_q && m_hand->canTouch("mainAction"_q) && m_hand->screen().contains("Tô Quang Sự"_q); },
      "the list in the contest");
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return mainText() == "Tiếp: In phiếu"_q && m_hand->canTouch("mainAction"_q); }, "the contest to be saved");
  const Contest made = contest();
  EXPECT_EQ(made.seats, 3);
  ASSERT_EQ(made.candidates.size(), 5u) << "the row without a name must not come in";
  for (std::size_t k = 0; k < 5; ++k) EXPECT_EQ(made.candidates[k].name, kNames[k]) << "sorted by given name";
  m_hand->click("mainAction"_q);
}

void WholeDayTest::printBallots() {
  m_hand->until([&] { return page() == "print"_q && m_hand->canTouch("mainAction"_q); }, "the ballot read back");
  m_hand->type("copies"_q, "20"_q);
  m_hand->click(m_hand->canTouch("savePdf"_q) ? "savePdf"_q : "mainAction"_q);
  saveAs("phieu-bau"_q);
  done(dataFolder() + "/phieu-bau.pdf"_q);
  m_hand->until([&] { return m_hand->canTouch("checkScan"_q); }, "the ballots to be saved");
  const auto pdf = readFile((dataFolder() + "/phieu-bau.pdf"_q).toStdString());
  ASSERT_TRUE(pdf);
  const auto sheet = renderPdfPage(*pdf, 0, 200);  // as a scanner would give it
  ASSERT_TRUE(sheet);
  ASSERT_TRUE(imageOf(*sheet).save(dataFolder() + "/to-in-thu.png"_q));
  m_hand->click("checkScan"_q);
  pick(kOurs, {}, "to-in-thu.png"_q);
  m_hand->until([&] { return !m_hand->textOf("scanBack"_q).contains("chưa đọc lại"_q) && m_hand->canTouch("checkScan"_q); },
                "the printed ballot read back");
  EXPECT_FALSE(m_hand->screen().contains("! "_q)) << m_hand->screen().toStdString();
  EXPECT_EQ(signers(Event::BallotsPrinted), (std::vector<Actors>{{kTechnician}}));
}

void WholeDayTest::checkMachine() {
  rail("check");
  m_hand->choose("rehearsalSize"_q, "20 phiếu, nhanh"_q);
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return m_hand->isSeen("rehearsalWrong"_q); }, "the rehearsal's verdict");
  EXPECT_TRUE(m_hand->screen().contains("Đạt. "_q)) << m_hand->screen().toStdString();
  m_hand->click("part-zero"_q);
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return mainText() == "Lưu tệp PDF…"_q && m_hand->canTouch("mainAction"_q); }, "the zero report");
  EXPECT_EQ(signers(Event::ZeroReportMade), (std::vector<Actors>{{kTechnician}}));
}

constexpr int kSecondScanQuality = 95;  ///< the same paper, another file: the files of the first pass again are no second count (R-36)

QString WholeDayTest::rehearse(const QString& name, const QString& profile, int ballots) {
  const QString made = home() + "/de-"_q + name;
  RehearsalOptions options;
  options.ballots = ballots;
  options.seed = 11;
  options.profile = profile.toStdString();
  bool ended = false;
  const std::string id = contest().id;
  const Actors by = m_station->session()->actors();
  m_station->acting().ask(
      m_station->session(), [=](Ledger& ledger) { return makeRehearsal(ledger, id, options, made.toStdString(), by); },
      [&ended](const Expected<int>& count) {
        EXPECT_TRUE(count) << count.error().what;
        ended = true;
      });
  m_hand->until([&] { return ended; }, "a deck of marked ballots");
  return made;
}

void WholeDayTest::makeDeck(const QString& name, const QString& profile, int ballots, const QString& prefix) {
  const QString made = rehearse(name, profile, ballots), into = home() + "/xap-phieu"_q;
  QDir().mkpath(into);
  for (const QString& scan : QDir(made).entryList({"*.jpg"_q}, QDir::Files))
    ASSERT_TRUE(QFile::copy(made + '/' + scan, into + '/' + prefix + scan));
  truth().add(made, prefix);
}

void WholeDayTest::makeDecks() {
  makeDeck("sach"_q, "clean"_q, kClean, "a-"_q);
  makeDeck("ngo"_q, "ambiguous"_q, kAmbiguous, "b-"_q);
  ASSERT_EQ(truth().votes.size(), std::size_t{kBallots});
  QDir().mkpath(home() + "/xap-phieu-2"_q);
  for (const QString& scan : QDir(home() + "/xap-phieu"_q).entryList({"*.jpg"_q}, QDir::Files))
    ASSERT_TRUE(QImage(home() + "/xap-phieu/"_q + scan).save(home() + "/xap-phieu-2/"_q + scan, "JPG", kSecondScanQuality));
}

void WholeDayTest::enterFigures() {
  rail("figures");
  EXPECT_FALSE(m_hand->canTouch("mainAction"_q)) << "a technician enters no figures";
  lockScreen();
  login(kHead);
  rail("figures");
  m_hand->click("convened"_q);
  for (const char* key : {"pad1", "pad8", "pad↵"}) m_hand->click(QString::fromUtf8(key));
  m_hand->type("present"_q, "18"_q);
  m_hand->type("issued"_q, "18"_q);
  m_hand->type("returned"_q, "19"_q);
  EXPECT_TRUE(m_hand->isSeen("stopText"_q)) << "more returned than issued";
  EXPECT_FALSE(m_hand->canTouch("mainAction"_q));
  m_hand->type("returned"_q, QString::number(kBallots));
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return m_hand->screen().contains("Đã lưu số liệu."_q); }, "the figures to be saved");
}

void WholeDayTest::startScan(const QString& folder) {
  m_hand->click("source-folder"_q);
  m_hand->click("chooseSource"_q);
  pick(kMachine, {folder});
  m_hand->click("mainAction"_q);
  m_hand->until(
      [&] { return model("scanModel")->property("state") == "finished"_q && model("scanModel")->property("papers").toInt() == kBallots; },
      "the scan to end");
}

void WholeDayTest::scanFirstPass() {
  rail("scan");
  startScan("xap-phieu"_q);
  EXPECT_EQ(model("scanModel")->property("balance"), "equal"_q);
  EXPECT_GT(model("scanModel")->property("committee").toInt(), 0) << "the deck has no doubtful ballot; nothing to rule on";
  m_hand->click("mainAction"_q);
  m_hand->until([&] { return page() == "adjudicate"_q; }, "the doubtful ballots");
}

}  // namespace kp::kiosk
