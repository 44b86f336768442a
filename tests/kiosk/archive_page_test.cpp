// SPDX-License-Identifier: GPL-3.0-or-later
// The archive page with copies on sticks of all kinds.
#include "count/journal_fields.h"
#include "counted_kiosk.h"
#include "window_fixture.h"

namespace kp::kiosk {
namespace {

class ArchivePageTest : public OverWindow<CountedKioskTest> {
 protected:
  void SetUp() override {
    OverWindow<CountedKioskTest>::SetUp();
    countNine();
    signIn(kHead);  // a first PIN is nothing that the package below holds
    onFile([](Ledger& ledger) {
      ASSERT_TRUE(
          ledger.journal().append({Event::PackageMade, {}, {}, std::nullopt, {}, {}, fieldsText({{"file", "a.kpz"}, {"hash", "77"}})}));
      copyTo(ledger, "9f3c1a7e-0b52-4d6e-8f13-a2c45b9d0e71", "");
      copyTo(ledger, "usb-2", "LUU TRU HO SO DAI HOI TINH 2026 A");
    });
  }
  static void copyTo(Ledger& ledger, const std::string& medium, const std::string& label) {
    ASSERT_TRUE(ledger.journal().append(
        {Event::SavedToMedium,
         {},
         {},
         std::nullopt,
         {},
         {},
         fieldsText(
             {{"file", "a.kpz"}, {"outcome", "agrees"}, {"medium", medium}, {"label", label}, {"own-disk", "no"}, {"hash", "77"}})}));
  }
  /// Texts of the list of copies; fails for one that is cut.
  QStringList copies() const {
    QStringList texts;
    collect(m_hand->seen(QStringLiteral("copyList")), texts);
    return texts;
  }
  static void collect(const QQuickItem* item, QStringList& texts) {
    if (!item) return;
    if (item->inherits("QQuickText") && item->isVisible()) {
      texts.append(item->property("text").toString());
      EXPECT_FALSE(item->property("truncated").toBool()) << texts.back().toStdString();
    }
    for (const QQuickItem* child : item->childItems()) collect(child, texts);
  }
};

// Caught: "16:02 23/11/2026 · USB kh…ố hiệu …0e71)" in the list of copies: which stick it was cannot be read.
TEST_F(ArchivePageTest, EachStickCanBeRead) {
  open("archive");
  m_hand->until([this] { return copies().size() >= 6; }, "the copies");
  const QString all = copies().join(QLatin1Char('|'));
  EXPECT_TRUE(all.contains(QString::fromUtf8("USB không có tên (số hiệu …0e71)"))) << all.toStdString();
  EXPECT_TRUE(all.contains(QString::fromUtf8("LUU TRU HO SO DAI HOI TINH 2026 A"))) << all.toStdString();
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("2 / 2 thiết bị"))) << m_hand->screen().toStdString();
}

// Caught: "2 / 2 thiết bị" over copies of a package that is out of date.
TEST_F(ArchivePageTest, CopiesOfAnOldPackageCountForNothing) {
  onFile([](Ledger& ledger) { ASSERT_TRUE(ledger.journal().append({Event::ScanStarted, {}, "bch", std::nullopt, {}, {}, ""})); });
  open("archive");
  m_hand->until([this] { return copies().size() >= 6; }, "the copies");
  EXPECT_TRUE(m_hand->screen().contains(QString::fromUtf8("0 / 2 thiết bị"))) << m_hand->screen().toStdString();
  EXPECT_TRUE(m_hand->textOf(QStringLiteral("copiesAbout")).contains(QString::fromUtf8("gói cũ")));
}

}  // namespace
}  // namespace kp::kiosk
