// SPDX-License-Identifier: GPL-3.0-or-later
// The disk of the congress file runs full in the middle of the day, under the real program: what was to be stored is not, the screen says so, and after room was made it goes on.
#include <sys/mount.h>
#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <csignal>

#include "counted_kiosk.h"
#include "deck.h"
#include "killed_kiosk.h"

namespace kp::kiosk {
namespace {

/// The fixture's folder on a disk of its own where we may mount one, else a limit on the files of the program.
template <typename Congress>
class OnSmallDisk : public Killed<Congress> {
 protected:
  void SetUp() override {
    m_mounted = mount("none", this->folder().toLocal8Bit().constData(), "tmpfs", 0, "size=48m") == 0;
    std::signal(SIGXFSZ, SIG_IGN);
    Killed<Congress>::SetUp();
  }
  void TearDown() override {
    Killed<Congress>::TearDown();
    this->m_station.reset();
    std::signal(SIGXFSZ, SIG_DFL);
    if (m_mounted) umount2(this->folder().toLocal8Bit().constData(), MNT_DETACH);
  }
  /// Not a byte more goes onto the disk.
  void fill() {
    if (!m_mounted) return limit(0);
    QFile filler(fillerName());
    ASSERT_TRUE(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray page(4096, 'x');
    while (filler.write(page) == page.size()) continue;
  }
  void makeRoom() {
    if (m_mounted)
      QFile::remove(fillerName());
    else
      limit(RLIM_INFINITY);
  }
  /// The screen says that it was not stored and what to do.
  void expectSaid() {
    this->m_kiosk->awaits(m_mounted ? QStringList{QStringLiteral("đã đầy"), QStringLiteral("đĩa đầy")} : QStringList{QStringLiteral("!")});
    EXPECT_TRUE(this->m_kiosk->isSaid("ãy ")) << "what to do: " << this->m_kiosk->screen().toStdString();
  }
  void openAt(const char* name, const char* step, const char* ready) {
    RealKiosk& kiosk = this->open(name);
    kiosk.does({QStringLiteral("click"), QStringLiteral("rail-") + QLatin1String(step)});
    kiosk.awaits({QString::fromUtf8(ready)});
  }

 private:
  QString fillerName() const { return this->folder() + QStringLiteral("/filler"); }
  void limit(rlim_t bytes) const {
    const rlimit now{bytes, RLIM_INFINITY};
    ASSERT_EQ(::prlimit(static_cast<pid_t>(this->m_kiosk->process()), RLIMIT_FSIZE, &now, nullptr), 0);
  }
  bool m_mounted = false;
};

class FullDiskTest : public OnSmallDisk<CountedKioskTest> {};
class FullDiskScanTest : public OnSmallDisk<DeckTest> {};

// Caught: sheets told as stored that are not; a run that cannot go on when there is room again, or takes a sheet twice.
TEST_F(FullDiskScanTest, Scanning) {
  constexpr int kPile = 20;
  makeDeck(QStringLiteral("xap-phieu"), kPile);
  openAt(kHead, "scan", "source-folder");
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("source-folder")});
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("chooseSource")});
  m_kiosk->picks({QStringLiteral("xap-phieu")});
  m_kiosk->awaits({QStringLiteral("Bắt đầu quét")});
  fill();
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  expectSaid();
  const int stored = *file().sheets().count({"bch", 1, 0});
  EXPECT_LT(stored, kPile);
  makeRoom();
  m_kiosk->awaits({QStringLiteral("Quét tiếp")});
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  until([&] { return *file().sheets().count({"bch", 1, 0}) == kPile; });
  m_kiosk->awaits({QStringLiteral("Đã quét hết")});
  kill();
  expectSound();
}

// Caught: a ballot told as stored that is not; what was typed gone with it.
TEST_F(FullDiskTest, KeyingIn) {
  figures(3, 3);
  openAt(kMember, "key-in", "entry");
  m_kiosk->does({QStringLiteral("keys"), QStringLiteral("4 5")});
  fill();
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  expectSaid();
  EXPECT_TRUE(file().keying().entries("bch", 1)->empty());
  makeRoom();
  EXPECT_TRUE(m_kiosk->isSaid("Phiếu số 1 / 3"));
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  m_kiosk->awaits({QStringLiteral("Phiếu số 2 / 3")});
  const auto entries = file().keying().entries("bch", 1);
  ASSERT_EQ(entries->size(), 1u);
  EXPECT_EQ(entries->front().typed, "4 5");
  kill();
  expectSound();
}

// Caught: a ruling or a closing half in the file; a prompt that cannot be used again.
TEST_F(FullDiskTest, RulingAndClosing) {
  figures(4, 4);
  count({{3, 4}, {}, {3, 4}, {3, 4}});
  openAt(kHead, "adjudicate", "ruleInvalid");
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("ruleInvalid")});
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  m_kiosk->awaits({QStringLiteral("secondPin")});
  m_kiosk->second(kMember, kPin);
  fill();
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  expectSaid();
  EXPECT_EQ(happened(Event::RulingMade), 0);
  makeRoom();
  m_kiosk->does({QStringLiteral("keys"), kPin});
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  until([this] { return happened(Event::RulingMade) == 1; });
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("rail-result")});
  m_kiosk->awaits({QStringLiteral("Chốt kết quả")});
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  m_kiosk->awaits({QStringLiteral("secondPin")});
  m_kiosk->second(kMember, kPin);
  fill();
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  expectSaid();
  EXPECT_EQ(happened(Event::ContestClosed), 0);
  makeRoom();
  m_kiosk->does({QStringLiteral("keys"), kPin});
  m_kiosk->does({QStringLiteral("press"), QStringLiteral("Return")});
  m_kiosk->awaits({QStringLiteral("Lập biên bản")});
  kill();
  expectSound();
}

// Caught: half a PDF or package; a journal that says more than there is.
TEST_F(FullDiskTest, PrintingAndPackaging) {
  figures(2, 2);
  count({{3, 4}, {3, 4}});
  signSecond(kMember);
  close();
  openAt(kHead, "archive", "Lập gói lưu trữ");
  fill();
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  expectSaid();
  EXPECT_EQ(happened(Event::PackageMade), 0);
  EXPECT_TRUE(QDir(folder() + QStringLiteral("/goi-luu-tru")).isEmpty(QDir::Files | QDir::Hidden)) << "half a package";
  makeRoom();
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  m_kiosk->awaits({QStringLiteral("Chép ra thiết bị…")});
  QDir(folder()).mkdir(QStringLiteral("usb"));
  m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
  fill();
  m_kiosk->picks({QStringLiteral("usb")});
  expectSaid();
  EXPECT_TRUE(QDir(folder() + QStringLiteral("/usb")).isEmpty(QDir::Files | QDir::Hidden)) << "half a copy";
  makeRoom();
  kill();
  expectSound();
}

TEST_F(FullDiskTest, BallotsAsAPdf) {
  openAt(kHead, "print", "mainAction");
  m_kiosk->does({QStringLiteral("click"), m_kiosk->awaits({QStringLiteral("savePdf"), QStringLiteral("mainAction")})});
  fill();
  m_kiosk->savesAs(QStringLiteral("phieu"));
  expectSaid();
  EXPECT_EQ(happened(Event::BallotsPrinted), 0);
  EXPECT_FALSE(QFile::exists(folder() + QStringLiteral("/phieu.pdf")));
  makeRoom();
  m_kiosk->does({QStringLiteral("click"), m_kiosk->awaits({QStringLiteral("savePdf"), QStringLiteral("mainAction")})});
  m_kiosk->savesAs(QStringLiteral("phieu"));
  until([this] { return happened(Event::BallotsPrinted) == 1; });
  EXPECT_TRUE(QFile::exists(folder() + QStringLiteral("/phieu.pdf")));
  kill();
  expectSound();
}

}  // namespace
}  // namespace kp::kiosk
