// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts in the second pass of scanning: the real program, killed whenever some more sheets are in the file.
#include <QDir>
#include <QImage>
#include <set>

#include "count/closing.h"
#include "deck.h"
#include "killed_kiosk.h"
#include "wiring/scan_run.h"

namespace kp::kiosk {
namespace {

constexpr int kPile = 40;
constexpr int kSecondScanQuality = 95;  ///< the same paper, another file: the files of the first pass again are no second count (R-36)

class KilledScanTest : public Killed<DeckTest> {
 protected:
  template <typename Work>
  void onFile(Work work) {
    bool done = false;
    m_station->acting().ask(m_station->session(), work, [&done](const auto& outcome) {
      EXPECT_TRUE(outcome) << outcome.error().what;
      done = true;
    });
    until([&] { return done; });
  }
  /// The pile counted once, its figures, and its second scans in a folder.
  void firstPass() {
    const std::string deck = makeDeck(QStringLiteral("luot-1"), kPile).toStdString();
    onFile([](Ledger& ledger) {
      Figures figures;
      figures.convened = figures.present = figures.issued = figures.returned = kPile;
      return enterFigures(ledger, "bch", figures, {kHead});
    });
    onFile([deck](Ledger& ledger) {
      ScanRequest request;
      request.sources = {deck};
      request.contest = "bch";
      request.by = {kHead};
      return runScan(ledger, request);
    });
    QDir().mkpath(folder() + QStringLiteral("/luot-2"));
    for (const QString& scan : QDir(folder() + QStringLiteral("/luot-1")).entryList({QStringLiteral("*.jpg")}, QDir::Files))
      ASSERT_TRUE(QImage(folder() + QStringLiteral("/luot-1/") + scan)
                      .save(folder() + QStringLiteral("/luot-2/") + scan, "JPG", kSecondScanQuality));
  }
  /// Names of the sheets of the second pass, as often as they are stored.
  std::multiset<std::string> secondPass() const {
    std::multiset<std::string> names;
    const auto walked = file().sheets().forEach({"bch", 2, 0}, [&names](const StoredSheet& sheet) {
      names.insert(QFileInfo(QString::fromStdString(sheet.sourceName)).fileName().toStdString());
      return true;
    });
    EXPECT_TRUE(walked);
    return names;
  }
  void chooseSecondScans() {
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("rail-compare")});
    m_kiosk->awaits({QStringLiteral("Bắt đầu lượt 2: quét")});
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("source-folder")});
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("chooseSource")});
    m_kiosk->picks({QStringLiteral("luot-2")});
    m_kiosk->awaits({QStringLiteral("Bắt đầu quét lượt 2")});
  }
};

// Caught: sheets that are gone or counted twice after a power cut; a second pass that goes on as a first one, or with the pile of the first.
TEST_F(KilledScanTest, TheSecondPassGoesOnWhereItWas) {
  firstPass();
  open(kHead);
  chooseSecondScans();
  for (const std::size_t cut : {1, 9, 18, 30}) {
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
    until([&] { return secondPass().size() >= cut; });
    kill();
    expectSound();
    const std::size_t stored = secondPass().size();
    ASSERT_LT(stored, kPile) << "the kill came too late to test anything";
    RealKiosk& kiosk = open(kHead);
    EXPECT_EQ(kiosk.page(), QLatin1String("scan")) << "not where it was";
    kiosk.awaits({QStringLiteral("Quét phiếu – lượt 2")});
    kiosk.awaits({QStringLiteral("Lần quét trước dừng giữa chừng")});
    EXPECT_EQ(kiosk.does({QStringLiteral("read"), QStringLiteral("mainAction")}), QStringLiteral("Quét tiếp"));
    EXPECT_TRUE(kiosk.isSaid(std::to_string(stored).c_str())) << kiosk.screen().toStdString();
  }
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  until([&] {
    return m_kiosk->does({QStringLiteral("property"), QStringLiteral("scanModel"), QStringLiteral("state")}) == QLatin1String("finished");
  });
  kill();
  expectSound();
  const std::multiset<std::string> stored = secondPass();
  EXPECT_EQ(stored.size(), std::size_t{kPile});
  EXPECT_EQ(std::set<std::string>(stored.begin(), stored.end()).size(), std::size_t{kPile}) << "a sheet stands twice";
  EXPECT_EQ(*file().sheets().count({"bch", 1, 0}), kPile) << "the first pass is as it was";
}

}  // namespace
}  // namespace kp::kiosk
