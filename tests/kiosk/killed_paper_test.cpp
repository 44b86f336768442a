// SPDX-License-Identifier: GPL-3.0-or-later
// Power cuts while ballots go to the printer or into a PDF, and while the package is made and saved to a medium: the real program, killed later and later.
#include <QDir>
#include <QFile>

#include "../printing/private_cups.h"
#include "count/medium.h"
#include "counted_kiosk.h"
#include "killed_kiosk.h"

namespace kp::kiosk {
namespace {

constexpr unsigned kLater = 35;     ///< ms from one cut to the next
constexpr unsigned kLatest = 5000;  ///< ms: the act has to be done by then, on a busy machine too
const char* const kCutOff = "bị cắt ngang (mất điện hoặc tắt máy)";

class KilledPrintTest : public Killed<CountedKioskTest> {
 protected:
  int unended() const { return happened(Event::BallotPrintBegun) - happened(Event::BallotsPrinted) - happened(Event::BallotPrintFailed); }
  /// Opened again after a cut it says what people must do, and only then.
  void openPrintPage(int cutsSaid) {
    RealKiosk& kiosk = open(kHead);
    kiosk.does({QStringLiteral("click"), QStringLiteral("rail-print")});
    kiosk.awaits({QStringLiteral("mainAction")});
    EXPECT_EQ(kiosk.isSaid(kCutOff), unended() > cutsSaid) << kiosk.screen().toStdString();
  }
};

// Caught: ballots on paper that no journal knows, since they were journalled when the printer had them; a screen that says nothing of it.
TEST_F(KilledPrintTest, NoBallotIsOnPaperThatTheJournalDoesNotKnow) {
  ASSERT_TRUE(test::PrivateCups::isThere()) << "no cupsd here (packaging/install-packages.sh)";
  const test::PrivateCups cups;
  ASSERT_TRUE(cups.runs());
  int settled = 0;  // unended ones before the last whole printing
  for (unsigned later = 0; happened(Event::BallotsPrinted) == 0 && later < kLatest && !HasFailure(); later += kLater) {
    openPrintPage(settled);
    m_kiosk->does({QStringLiteral("choose"), QStringLiteral("printer"), QStringLiteral("tot: sẵn sàng")});
    m_kiosk->does({QStringLiteral("type"), QStringLiteral("copies"), QStringLiteral("20")});
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
    m_kiosk->awaits({QStringLiteral("promptYes")});
    m_kiosk->begins({QStringLiteral("click"), QStringLiteral("promptYes")});
    QThread::msleep(later);
    kill();
    expectSound();
    int out = 0;
    for (int job = 1; job < 100; ++job) out += cups.printed(job).empty() ? 0 : 1;
    EXPECT_LE(out, happened(Event::BallotPrintBegun));
  }
  EXPECT_EQ(happened(Event::BallotsPrinted), 1);
  settled = unended();
  openPrintPage(settled);
}

// Caught: half a PDF under the name people look for.
TEST_F(KilledPrintTest, APdfIsWholeOrNotThere) {
  for (unsigned later = 0; happened(Event::BallotsPrinted) == 0 && later < kLatest && !HasFailure(); later += kLater) {
    openPrintPage(0);
    m_kiosk->does({QStringLiteral("type"), QStringLiteral("copies"), QStringLiteral("500")});
    m_kiosk->does({QStringLiteral("click"), m_kiosk->awaits({QStringLiteral("savePdf"), QStringLiteral("mainAction")})});
    const QString name = QStringLiteral("phieu-%1").arg(later);
    m_kiosk->savesAs(name, later);
    kill();
    expectSound();
    QFile pdf(folder() + QLatin1Char('/') + name + QStringLiteral(".pdf"));
    EXPECT_TRUE(pdf.exists() || happened(Event::BallotsPrinted) == 0) << "the journal says more than there is";
    if (!pdf.open(QIODevice::ReadOnly)) continue;
    EXPECT_TRUE(pdf.readAll().trimmed().endsWith("%%EOF"));
    EXPECT_GT(happened(Event::BallotPrintBegun), 0);
  }
  EXPECT_EQ(happened(Event::BallotsPrinted), 1);
}

class KilledPackageTest : public Killed<CountedKioskTest> {
 protected:
  void openArchive() {
    RealKiosk& kiosk = open(kHead);
    kiosk.does({QStringLiteral("click"), QStringLiteral("rail-archive")});
    kiosk.awaits({QStringLiteral("Lập gói lưu trữ"), QStringLiteral("Chép ra thiết bị…")});
  }
  QStringList packages(const QString& under) const {
    return QDir(folder() + QLatin1Char('/') + under).entryList({QStringLiteral("*.kpz")}, QDir::Files);
  }
  void expectVerifies(const QString& package) const {
    QProcess program;
    program.start(QStringLiteral(KP_PROGRAM), {QStringLiteral("verify"), package});
    EXPECT_TRUE(program.waitForFinished(-1));
    EXPECT_EQ(program.exitCode(), 0) << program.readAllStandardOutput().toStdString() << program.readAllStandardError().toStdString();
  }
  Expected<ArchiveState> state() const { return archiveState(file()); }
};

// Caught: half a package under a name that looks whole, on this machine or on the medium; a copy told as made before it was read back; a leftover that stands in the way of the
// next try.
TEST_F(KilledPackageTest, APackageIsWholeOrNotThere) {
  figures(2, 2);
  count({{3, 4}, {3, 4}});
  signSecond(kMember);
  close();
  for (unsigned later = 0; happened(Event::PackageMade) == 0 && later < kLatest && !HasFailure(); later += kLater) {
    openArchive();
    m_kiosk->begins({QStringLiteral("click"), QStringLiteral("mainAction")});
    QThread::msleep(later);
    kill();
    expectSound();
    for (const QString& package : packages(QStringLiteral("goi-luu-tru")))
      expectVerifies(folder() + QStringLiteral("/goi-luu-tru/") + package);
  }
  ASSERT_EQ(happened(Event::PackageMade), 1);
  QDir(folder()).mkdir(QStringLiteral("usb"));
  const auto copied = [this] {
    const auto now = state();
    EXPECT_TRUE(now);
    return std::any_of(now->copies.begin(), now->copies.end(), [](const CopyRecord& copy) { return copy.agrees(); });
  };
  for (unsigned later = 0; !copied() && later < kLatest && !HasFailure(); later += 7) {
    openArchive();
    m_kiosk->awaits({QStringLiteral("Chép ra thiết bị…")});
    m_kiosk->does({QStringLiteral("click"), QStringLiteral("mainAction")});
    m_kiosk->picks({QStringLiteral("usb")}, later);
    kill();
    expectSound();
    for (const QString& package : packages(QStringLiteral("usb"))) expectVerifies(folder() + QStringLiteral("/usb/") + package);
    EXPECT_TRUE(!copied() || packages(QStringLiteral("usb")).size() == 1) << "told as saved and not there";
  }
  EXPECT_EQ(packages(QStringLiteral("usb")).size(), 1);
  EXPECT_EQ(QDir(folder() + QStringLiteral("/usb")).entryList(QDir::Files | QDir::Hidden).size(), 1) << "leftovers on the stick";
}

}  // namespace
}  // namespace kp::kiosk
