// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/archive/archive_model.h"

#include <QDir>
#include <QFile>

#include "count/afterwards.h"
#include "count/day.h"
#include "count/journal_fields.h"
#include "counted_kiosk.h"
#include "kiosk/archive/archive_search_model.h"
#include "kiosk/minutes/papers_model.h"
#include "kiosk/print/document_check.h"

namespace kp::kiosk {
namespace {

class ArchiveTest : public CountedKioskTest {
 protected:
  QString stick(const char* name) {
    const QString path = folder() + QLatin1Char('/') + QString::fromLatin1(name);
    QDir().mkpath(path);
    return path;
  }
  QString makePackage(ArchiveModel& archive) {
    archive.makePackage();
    until([&] { return archive.isThere() && archive.isCurrent() && !archive.isBusy(); });
    return folder() + QStringLiteral("/goi-luu-tru/") + archive.packageName();
  }
};

// Caught: a day called finished on the rail while another contest is still open.
TEST_F(ArchiveTest, AContestLeftOpenIsNamed) {
  countNine();
  close();
  onFile([](Ledger& ledger) {
    const Actors by = {kHead};
    ASSERT_TRUE(ledger.journal().append({Event::JournalPrinted, by}));
    for (const Afterwards task : {Afterwards::Sealed, Afterwards::HandedOver, Afterwards::Archived, Afterwards::JournalFiled})
      ASSERT_TRUE(noteAfterwards(ledger, "bch", task, true, by));
    ASSERT_TRUE(
        ledger.journal().append({Event::PackageMade, {}, {}, std::nullopt, {}, {}, fieldsText({{"file", "a.kpz"}, {"hash", "77"}})}));
    for (const char* stick : {"usb-1", "usb-2"})
      ASSERT_TRUE(ledger.journal().append(
          {Event::SavedToMedium,
           {},
           {},
           std::nullopt,
           {},
           {},
           fieldsText({{"file", "a.kpz"}, {"outcome", "agrees"}, {"medium", stick}, {"own-disk", "no"}, {"hash", "77"}})}));
  });
  const auto steps = dayOf(file(), "bch");
  ASSERT_TRUE(steps);
  EXPECT_EQ(steps->back().state, StepState::Now);
  EXPECT_NE(steps->back().why.find("Bầu Bí thư"), std::string::npos) << steps->back().why;
}

// Caught: a package called current that is not; a copy without its reading back; two folders of one disk taken for two media; progress that never ends.
TEST_F(ArchiveTest, PackageIsMadeCopiedAndGoesOutOfDate) {
  countNine();
  const auto archive = made<ArchiveModel>();
  EXPECT_FALSE(archive->openText().isEmpty());
  close();
  bool moved = false;
  QObject::connect(archive.get(), &ArchiveModel::progressed, [&] { moved = moved || archive->fraction() > 0; });
  const QString package = makePackage(*archive);
  EXPECT_TRUE(QFile::exists(package));
  EXPECT_TRUE(moved);
  EXPECT_EQ(archive->work(), QString());
  EXPECT_EQ(m_station->steps()->stateOf(QStringLiteral("minutes")), QStringLiteral("now"))
      << "nobody has printed or saved the minutes in it";
  archive->copyTo(stick("a"));
  until([&] { return archive->copies().size() == 1 && !archive->isBusy(); });
  EXPECT_TRUE(archive->copies()[0].toMap().value(QStringLiteral("agrees")).toBool());
  EXPECT_TRUE(archive->copies()[0].toMap().value(QStringLiteral("text")).toString().contains(QStringLiteral("ổ đĩa của máy này")))
      << "no number of a device";
  archive->copyTo(stick("b"));
  until([&] { return archive->copies().size() == 2 && !archive->isBusy(); });
  EXPECT_EQ(archive->media(), 0) << "both on the disk the congress file is on";
  EXPECT_FALSE(archive->isDone());
  EXPECT_FALSE(archive->hasOldCopies());
  onFile([](Ledger& ledger) { ASSERT_TRUE(reopenContest(ledger, "bch", kBoth, "đếm lại")); });
  until([&] { return !archive->isCurrent(); });
  EXPECT_TRUE(archive->hasOldCopies());
  EXPECT_TRUE(archive->packageText().contains(QString::fromUtf8("Mở lại kết quả"))) << archive->packageText().toStdString();
}

// Caught: a copy to nowhere that is not said.
TEST_F(ArchiveTest, MissingFolderIsSaid) {
  countNine();
  close();
  const auto archive = made<ArchiveModel>();
  makePackage(*archive);
  archive->copyTo(folder() + QStringLiteral("/khong-co"));
  until([&] { return !archive->error().isEmpty(); });
  EXPECT_EQ(archive->work(), QString());
}

// Caught: a changed package or altered minutes that pass; genuine ones that do not.
TEST_F(ArchiveTest, DocumentsAreChecked) {
  countNine();
  close();
  const auto archive = made<ArchiveModel>();
  const QString package = makePackage(*archive);
  const auto checking = std::make_unique<DocumentCheck>();
  checking->setStation(&*m_station);
  const auto check = [&](const QString& path) {
    checking->check(path);
    until([&] { return checking->state() != QLatin1String("checking"); });
  };
  check(package);
  EXPECT_EQ(checking->state(), QStringLiteral("sound")) << checking->findings().join(QLatin1Char('|')).toStdString();
  QFile file(package);
  ASSERT_TRUE(file.open(QIODevice::ReadWrite));
  QByteArray bytes = file.readAll();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  file.seek(0);
  file.write(bytes);
  file.close();
  check(package);
  EXPECT_NE(checking->state(), QStringLiteral("sound"));
  const auto papers = made<PapersModel>();
  until([&] { return !papers->paperKey().isEmpty(); });
  papers->save(stick("giay"));
  until([&] { return QFile::exists(folder() + QStringLiteral("/giay/bien-ban-bch.pdf")) && !papers->isBusy(); });
  const QString minutes = folder() + QStringLiteral("/giay/bien-ban-bch.pdf");
  check(minutes);
  EXPECT_EQ(checking->state(), QStringLiteral("sound")) << checking->findings().join(QLatin1Char('|')).toStdString();
  ASSERT_EQ(checking->votes().size(), 5);
  EXPECT_EQ(checking->votes()[2].toMap().value(QStringLiteral("votes")).toInt(), 6);
  EXPECT_EQ(checking->votes()[2].toMap().value(QStringLiteral("name")).toString(), QString::fromUtf8("Lý Văn Khương"));
  onFile([](Ledger& ledger) { ASSERT_TRUE(reopenContest(ledger, "bch", kBoth, "đếm lại")); });
  check(minutes);
  EXPECT_EQ(checking->state(), QStringLiteral("wrong")) << "minutes of a reopened count are void";
}

// Caught: a package that is none, or minutes that break off, told in the words of the scanning page: "no JPEG … the other sheets are not affected, scan it again".
TEST_F(ArchiveTest, WhatIsNoDocumentIsSpokenOfAsWhatItIsCalled) {
  const auto checking = std::make_unique<DocumentCheck>();
  checking->setStation(&*m_station);
  const auto verdictOf = [&](const char* name, const char* content) {
    const QString path = folder() + QLatin1Char('/') + QString::fromUtf8(name);
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
    file.close();
    checking->check(path);
    until([&] { return checking->state() == QLatin1String("unreadable"); });
    return checking->verdict().toStdString();
  };
  EXPECT_NE(verdictOf("gia.kpz", "no package").find("gói lưu trữ"), std::string::npos) << checking->verdict().toStdString();
  EXPECT_NE(verdictOf("gia.kiemphieu", "no congress").find("tệp đại hội"), std::string::npos) << checking->verdict().toStdString();
  for (const char* name : {"dut.pdf", "hong.jpg"}) {
    const std::string verdict = verdictOf(name, "%PDF-1.4\n1 0 obj\n<<");
    EXPECT_NE(verdict.find("Hãy lấy bản khác"), std::string::npos) << verdict;
    EXPECT_EQ(verdict.find("tờ khác"), std::string::npos) << verdict;
  }
}

// Caught: a person, contest or figure that is not found without diacritics, a slow search, a hit that does not open.
TEST_F(ArchiveTest, PastCongressesAreFoundAndOpened) {
  countNine();
  close();
  ASSERT_TRUE(QDir().mkpath(folder() + QStringLiteral("/cu")));
  onFile([target = folder().toStdString() + "/cu/cu.kiemphieu"](Ledger& ledger) { ASSERT_TRUE(ledger.copyForHandingOn(target)); });
  ArchiveSearchModel search;
  const QAbstractItemModelTester tester(search.hits(), QAbstractItemModelTester::FailureReportingMode::Fatal);
  search.setStation(&*m_station);
  search.setFolder(folder() + QStringLiteral("/cu"));
  search.setQuestion(QStringLiteral("ly van khuong"));
  until([&] { return search.state() == QLatin1String("ready") && search.hits()->rowCount() == 1; });
  EXPECT_EQ(search.error(), QString());
  const QModelIndex first = search.hits()->index(0);
  const auto role = [&](const char* name) { return search.hits()->data(first, search.hits()->roleNames().key(name)).toString(); };
  EXPECT_EQ(role("title"), QString::fromUtf8("Lý Văn Khương"));
  EXPECT_TRUE(role("figures").startsWith(QLatin1Char('6'))) << role("figures").toStdString();
  EXPECT_TRUE(role("under").endsWith(QString::fromUtf8("tệp cu.kiemphieu"))) << "a file is told from the package beside it";
  search.open(role("path"), QStringLiteral("bch"));
  until([&] { return m_station->file() == folder() + QStringLiteral("/cu/cu.kiemphieu") && m_station->isOpen(); });
}

}  // namespace
}  // namespace kp::kiosk
