// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of the kiosk on an empty file, on a congress, and after a count, in both languages: it opens without a warning of QML and keeps the rules of page_audit.h.
#include <QtQml>

#include "driver.h"
#include "kiosk/frame/window.h"
#include "page_audit.h"
#include "sample_fixture.h"

namespace kp::kiosk {
namespace {

constexpr int kSettle = 260;  ///< ms for a page to be made, to read the file and to draw

const char* const kPages[] = {"congress",   "contest", "print",     "check",  "figures", "scan",   "key-in",
                              "adjudicate", "compare", "supervise", "result", "minutes", "reveal", "archive"};

/// All pages of Main.qml in turn.
void visitAll(Station& station, Window& window) {
  const Driver hand(window.window());
  const QVariantMap known = window.window()->property("pages").toMap();
  ASSERT_EQ(known.size(), static_cast<int>(std::size(kPages))) << "a page of Main.qml is not visited here";
  for (const char* page : kPages) {
    ASSERT_TRUE(known.contains(QString::fromLatin1(page))) << page;
    window.window()->setProperty("page", QString::fromLatin1(page));
    for (const char* language : {"vi", "en"}) {
      station.setLanguage(QString::fromLatin1(language));
      hand.rest(kSettle);
      for (const QString& finding : auditPage(window.window())) ADD_FAILURE() << page << " (" << language << "): " << finding.toStdString();
    }
    station.setLanguage(QStringLiteral("vi"));
  }
  EXPECT_TRUE(window.warnings().isEmpty()) << window.warnings().join(QLatin1Char('\n')).toStdString();
}

// Caught: a page that needs a contest, a ballot or a person to be there; a control without a name, too small, or cut in one of the languages.
TEST(EveryPage, OpensOnAnEmptyCongress) {
  QTemporaryDir folder;
  const QString path = folder.filePath(QStringLiteral("trong.kiemphieu"));
  Congress congress = smallCongress();
  congress.contests.clear();
  congress.committee = {{kTechnician, Role::Technician}};
  ASSERT_TRUE(Ledger::create(path.toStdString(), congress));
  Station station(folder.path());
  Window window(station);
  ASSERT_TRUE(window.show(false, QStringLiteral("congress")));
  station.openFile(path);
  const Driver hand(window.window());
  ASSERT_TRUE(hand.until([&] { return station.isOpen() && !station.congressName().isEmpty(); }, "the file"));
  visitAll(station, window);
}

class EveryPageOfACongress : public KioskTest {};

TEST_F(EveryPageOfACongress, OpensBeforeTheCount) {
  Window window(*m_station);
  ASSERT_TRUE(window.show(false, QStringLiteral("congress")));
  visitAll(*m_station, window);
}

class EveryPageAfterACount : public SampleTest {};

TEST_F(EveryPageAfterACount, OpensWithBallotsAndDoubts) {
  Window window(*m_station);
  ASSERT_TRUE(window.show(false, QStringLiteral("congress")));
  visitAll(*m_station, window);
}

// Caught: the two screens before anybody is signed in.
TEST_F(EveryPageOfACongress, StartAndLogin) {
  m_station->closeFile();
  Window window(*m_station);
  ASSERT_TRUE(window.show(false));
  Driver hand(window.window());
  const auto both = [&](const char* what) {
    for (const char* language : {"vi", "en"}) {
      m_station->setLanguage(QString::fromLatin1(language));
      hand.rest(kSettle);
      for (const QString& finding : auditPage(window.window())) ADD_FAILURE() << what << " (" << language << "): " << finding.toStdString();
    }
    m_station->setLanguage(QStringLiteral("vi"));
    hand.rest(kSettle);
  };
  both("start");
  hand.click(QStringLiteral("openOther"));
  both("file picker");
  hand.click(QStringLiteral("fileCancel"));
  hand.click(QStringLiteral("newCongress"));
  both("new congress");
  m_station->openFile(path());
  hand.until([&] { return hand.canTouch(QStringLiteral("closeFile")); }, "the login");
  both("login");
  hand.click(QStringLiteral("person-") + QString::fromUtf8(kHead));
  both("PIN pad");
  EXPECT_TRUE(window.warnings().isEmpty()) << window.warnings().join(QLatin1Char('\n')).toStdString();
}

// Caught: a colour of the theme that is changed until its letters cannot be read.
TEST_F(EveryPageOfACongress, ColoursOfTheThemeCanBeRead) {
  Window window(*m_station);
  ASSERT_TRUE(window.show(false));
  QQmlComponent reader(&window.engine());
  reader.setData("import QtQml; import KiemPhieu; QtObject { readonly property var theme: Theme }",
                 QUrl(QStringLiteral("qrc:/reader.qml")));
  const std::unique_ptr<QObject> holder(reader.create());
  ASSERT_NE(holder, nullptr) << reader.errorString().toStdString();
  const auto* theme = holder->property("theme").value<QObject*>();
  ASSERT_NE(theme, nullptr);
  const std::pair<const char*, std::vector<const char*>> pairs[] = {
      {"ink", {"ground", "card", "accentSoft", "goodSoft", "warnSoft", "badSoft", "infoSoft", "line"}},
      {"inkSoft", {"ground", "card", "infoSoft", "line"}},
      {"railInk", {"rail", "railNow"}},
      {"railInkSoft", {"rail", "railNow"}},
      {"accentInk", {"accent", "bad", "info", "good"}},
      {"accent", {"card", "ground"}},
      {"good", {"card", "ground", "goodSoft", "infoSoft"}},
      {"warn", {"card", "ground", "warnSoft"}},
      {"bad", {"card", "ground", "badSoft"}},
      {"info", {"card", "ground", "infoSoft"}}};
  for (const auto& [letters, grounds] : pairs)
    for (const char* ground : grounds) {
      const QVariant a = theme->property(letters), b = theme->property(ground);
      ASSERT_TRUE(a.isValid() && b.isValid()) << letters << ground;
      EXPECT_GE(contrastOf(a.value<QColor>(), b.value<QColor>()), kLeastContrast) << letters << " on " << ground;
    }
}

}  // namespace
}  // namespace kp::kiosk
