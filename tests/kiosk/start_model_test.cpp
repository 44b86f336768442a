// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/start/start_model.h"

#include <QFile>
#include <QFileInfo>
#include <fstream>

#include "formats/definition.h"
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class StartModelTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    m_model.setStation(&*m_station);
    until([this] { return m_model.isLoaded(); });
  }
  QString write(const char* name, const std::string& bytes) const {
    const QString path = folder() + QLatin1Char('/') + QLatin1String(name);
    std::ofstream(path.toStdString(), std::ios::binary) << bytes;
    return path;
  }
  static QVariantMap form() {
    return {{QStringLiteral("name"), QStringLiteral("Đại hội Chi bộ Đồi Chè")},
            {QStringLiteral("place"), QStringLiteral("Đồi Chè")},
            {QStringLiteral("date"), QStringLiteral("3/2/2027")},
            {QStringLiteral("kind"), QStringLiteral("members")},
            {QStringLiteral("term"), QStringLiteral("2027 - 2030")},
            {QStringLiteral("rules"), QStringLiteral("190-QĐ/TW")},
            {QStringLiteral("person"), QStringLiteral("Đỗ Kỹ Thuật")},
            {QStringLiteral("role"), QStringLiteral("technician")}};
  }

  StartModel m_model;
};

// Caught: a file that is broken taken out of the list silently, or shown like a sound one.
TEST_F(StartModelTest, ListsFilesWithTheirCongressAndSaysWhichCannotBeRead) {
  write("hong.kiemphieu", "no database");
  m_model.reload();
  until([this] { return m_model.files().size() == 2; });
  int sound = 0, broken = 0;
  for (const QVariant& entry : m_model.files()) {
    const QVariantMap file = entry.toMap();
    if (file.value(QStringLiteral("problem")).toString().isEmpty()) {
      ++sound;
      EXPECT_EQ(file.value(QStringLiteral("name")).toString(), QStringLiteral("Đại hội Đảng bộ xã Vân Sơn"));
      EXPECT_EQ(file.value(QStringLiteral("date")).toString(), QStringLiteral("22/11/2026"));
    } else {
      ++broken;
    }
  }
  EXPECT_EQ(sound, 1);
  EXPECT_EQ(broken, 1);
}

// Caught: "/var/lib/…" before people who are afraid of computers; two files of one name, in our folder and on a stick, that look the same.
TEST_F(StartModelTest, AFileIsSaidToLieWherePeopleKnow) {
  QDir().mkpath(folder() + QStringLiteral("/usb"));
  const QString elsewhere = folder() + QStringLiteral("/usb/dh.kiemphieu");
  ASSERT_TRUE(QFile::copy(path(), elsewhere));
  m_model.open(elsewhere);
  m_model.reload();
  until([this] { return m_model.files().size() == 2; });
  QStringList places;
  for (const QVariant& file : m_model.files()) places.append(file.toMap().value(QStringLiteral("where")).toString());
  EXPECT_TRUE(places.contains(QStringLiteral("Thư mục Kiểm Phiếu · dh.kiemphieu"))) << places.join(QLatin1Char('|')).toStdString();
  EXPECT_TRUE(places.contains(elsewhere)) << places.join(QLatin1Char('|')).toStdString();
}

// Caught: an empty form whose congress nobody could sign in to, or with a date of another day.
TEST_F(StartModelTest, AnEmptyFormBecomesACongressFileAndIsOpened) {
  QString path;
  QObject::connect(&m_model, &StartModel::created, [&](const QString& made) { path = made; });
  m_model.createNew(form());
  until([&] { return !path.isEmpty() && m_station->isOpen() && m_station->file() == path; });
  EXPECT_EQ(QFileInfo(path).fileName(), QStringLiteral("dai-hoi-chi-bo-doi-che.kiemphieu"));
  const auto made = Ledger::open(path.toStdString(), Ledger::Mode::ReadOnly);
  ASSERT_TRUE(made) << made.error().what;
  const auto congress = made->congress().load();
  ASSERT_TRUE(congress);
  EXPECT_EQ(congress->info.date, "2027-02-03");
  EXPECT_EQ(congress->info.kind, CongressKind::Members);
  ASSERT_EQ(congress->committee.size(), 1U);
  EXPECT_EQ(congress->committee.front().role, Role::Technician);
}

// Caught: an older congress overwritten by a new one of the same name.
TEST_F(StartModelTest, AnExistingFileIsNeverReplaced) {
  QVariantMap fields = form();
  fields[QStringLiteral("file")] = QStringLiteral("dh.kiemphieu");
  m_model.createNew(fields);
  until([this] { return !m_model.error().isEmpty(); });
  EXPECT_EQ(file().congress().load()->info.id, "dh-thu");
}

// Caught: a wrong date, an empty name or a nameless person that makes a file all the same.
TEST_F(StartModelTest, WhatIsMissingIsSaidAndNothingIsMade) {
  for (const char* field : {"date", "name", "person"}) {
    QVariantMap fields = form();
    fields[QLatin1String(field)] = QString();
    m_model.clearError();
    m_model.createNew(fields);
    until([this] { return !m_model.error().isEmpty() && !m_model.isBusy(); });
    EXPECT_FALSE(m_model.error().isEmpty()) << field;
  }
  EXPECT_EQ(QDir(folder()).entryList({QStringLiteral("*.kiemphieu")}).size(), 1);
}

// Caught: a definition taken without being shown; one that is broken taken at all; warnings swallowed.
TEST_F(StartModelTest, ADefinitionIsShownBeforeItIsMade) {
  Congress congress = smallCongress();
  congress.info.id = "khac";
  congress.info.name = "Đại hội Đảng bộ xã Suối Mơ";
  m_model.readDefinition(write("suoi-mo.json", writeDefinition(congress)));
  until([this] { return !m_model.definition().isEmpty(); });
  EXPECT_EQ(m_model.definition().value(QStringLiteral("contests")).toList().size(), 2);
  EXPECT_FALSE(m_model.definition().value(QStringLiteral("needsPerson")).toBool());
  EXPECT_TRUE(
      m_model.definition().value(QStringLiteral("warnings")).toStringList().join(QLatin1Char(' ')).contains(QStringLiteral("R-05")));
  m_model.createFromDefinition(QStringLiteral("suoi-mo"), QString(), QString());
  until([this] { return m_station->file().endsWith(QStringLiteral("/suoi-mo.kiemphieu")) && m_station->isOpen(); });
}

TEST_F(StartModelTest, ABrokenDefinitionIsRefusedWithTheFinding) {
  m_model.readDefinition(write("hong.json", "{\"format\":\"kiemphieu-congress/1\""));
  until([this] { return !m_model.error().isEmpty(); });
  EXPECT_TRUE(m_model.definition().isEmpty());
}

}  // namespace
}  // namespace kp::kiosk
