// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/file_list_model.h"

#include <QDir>
#include <QFile>

#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class FileListModelTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    QDir().mkpath(folder() + QStringLiteral("/Quét buổi sáng"));
    for (const char* name : {"s10.csv", "s2.csv", "ảnh.png", ".ẩn.csv", "DANH SÁCH.CSV"}) {
      QFile file(folder() + QLatin1Char('/') + QString::fromUtf8(name));
      ASSERT_TRUE(file.open(QIODevice::WriteOnly));
      file.write("x");
    }
    m_model.setMediaRoots({});
    m_model.setHome(folder());
  }
  QStringList names() const {
    QStringList list;
    for (int row = 0; row < m_model.count(); ++row) list.append(m_model.data(m_model.index(row), FileListModel::NameRole).toString());
    return list;
  }
  void settle() {
    until([this] { return !m_model.isReading(); });
  }

  FileListModel m_model;
};

// Caught: each picker that begins anew at the first place although everything lies on one stick; one that begins in a folder that is gone.
TEST_F(FileListModelTest, TheNextPickerBeginsWhereTheLastOneEnded) {
  settle();
  m_model.setFolder(folder() + QStringLiteral("/Quét buổi sáng"));
  settle();
  m_model.keepFolder();
  const auto another = [this] {
    auto next = std::make_unique<FileListModel>();
    next->setMediaRoots({});
    next->setHome(folder());
    next->recallFolder();
    next->reload();
    until([&] { return !next->isReading(); });
    return next;
  };
  EXPECT_EQ(another()->folder(), folder() + QStringLiteral("/Quét buổi sáng"));
  QDir().rmdir(folder() + QStringLiteral("/Quét buổi sáng"));
  const auto next = another();
  EXPECT_EQ(next->folder(), folder());
  EXPECT_EQ(next->problem(), QString());
}

// Caught: a copy that lands in the empty folder a stick was mounted on, on the computer's own disk, and is called a copy.
TEST_F(FileListModelTest, AStickThatIsGoneIsNoPlace) {
  const QString mounted = folder() + QStringLiteral("/media/USB-A");
  QDir().mkpath(mounted);
  const auto gone = stickStillThere(mounted, {folder() + QStringLiteral("/media")});
  ASSERT_FALSE(gone);
  EXPECT_NE(gone.error().what.find("USB"), std::string::npos);
  EXPECT_TRUE(stickStillThere(mounted, {QStringLiteral("/media")})) << "a folder of the computer";
  EXPECT_TRUE(stickStillThere(QStringLiteral("/proc/self"), {QStringLiteral("/")})) << "a volume of its own";
}

// Caught: files that do not fit offered for import, hidden ones shown, s10 before s2, folders lost among files.
TEST_F(FileListModelTest, ShowsFoldersFirstAndOnlyFittingFilesInNaturalOrder) {
  const QAbstractItemModelTester tester(&m_model, QAbstractItemModelTester::FailureReportingMode::Warning);
  m_model.setSuffixes({QStringLiteral("csv")});
  m_model.setFolder(folder());
  settle();
  EXPECT_EQ(names(), (QStringList{QStringLiteral("Quét buổi sáng"), QStringLiteral("DANH SÁCH.CSV"), QStringLiteral("s2.csv"),
                                  QStringLiteral("s10.csv")}));
  EXPECT_TRUE(m_model.data(m_model.index(1), FileListModel::DetailRole).toString().contains(QChar(QChar::Nbsp)))
      << "a size stays on one line";
  EXPECT_TRUE(m_model.isWritable());
  m_model.setFoldersOnly(true);
  settle();
  EXPECT_EQ(names(), QStringList{QStringLiteral("Quét buổi sáng")});
}

// Caught: a folder with forty scans that is shown as an empty one, because only folders are listed.
TEST_F(FileListModelTest, AFolderOfScansSaysHowMany) {
  QFile scan(folder() + QStringLiteral("/Quét buổi sáng/s1.PNG"));
  ASSERT_TRUE(scan.open(QIODevice::WriteOnly));
  m_model.setFoldersOnly(true);
  m_model.setSuffixes({QStringLiteral("png"), QStringLiteral("jpg")});
  m_model.setFolder(folder());
  settle();
  EXPECT_EQ(m_model.fitting(), 1);
  EXPECT_EQ(m_model.data(m_model.index(0), FileListModel::DetailRole).toString(), QStringLiteral("1 ảnh, tệp quét"));
  m_model.setFolder(folder() + QStringLiteral("/Quét buổi sáng"));
  settle();
  EXPECT_EQ(m_model.count(), 0);
  EXPECT_EQ(m_model.fitting(), 1);
}

// Caught: the kiosk as a file manager for the whole disk.
TEST_F(FileListModelTest, GoesBackUpToThePlaceItBeganAtAndNoFurther) {
  m_model.setFolder(folder() + QStringLiteral("/Quét buổi sáng"));
  settle();
  EXPECT_TRUE(m_model.canGoUp());
  m_model.goUp();
  settle();
  EXPECT_EQ(m_model.folder(), QDir::cleanPath(folder()));
  EXPECT_FALSE(m_model.canGoUp());
}

// Caught: an empty list, as if the stick were empty, where it was pulled out.
TEST_F(FileListModelTest, AFolderThatIsGoneSaysSo) {
  m_model.setFolder(folder() + QStringLiteral("/usb"));
  settle();
  EXPECT_EQ(m_model.count(), 0);
  EXPECT_TRUE(m_model.problem().contains(QStringLiteral("usb"))) << m_model.problem().toStdString();
}

// Caught: a path out of the folder shown, a name without its suffix, a folder made twice.
TEST_F(FileListModelTest, NamesToWriteStayInTheFolder) {
  m_model.setSuffixes({QStringLiteral("pdf")});
  m_model.setFolder(folder());
  settle();
  EXPECT_EQ(m_model.pathFor(QStringLiteral("phiếu")), folder() + QStringLiteral("/phiếu.pdf"));
  EXPECT_EQ(m_model.pathFor(QStringLiteral("phiếu.PDF")), folder() + QStringLiteral("/phiếu.PDF"));
  EXPECT_EQ(m_model.pathFor(QStringLiteral("../phiếu")), QString());
  EXPECT_EQ(m_model.pathFor(QStringLiteral("  ")), QString());
  m_model.makeFolder(QStringLiteral("Quét buổi sáng"));
  EXPECT_FALSE(m_model.problem().isEmpty());
}

}  // namespace
}  // namespace kp::kiosk
