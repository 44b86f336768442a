// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk_fixture.h"

namespace kp::kiosk {
namespace {

class StepsTest : public KioskTest {};

// Caught: a rail that says "done" before anything was done, or that forgets after a power cut.
TEST_F(StepsTest, RailFollowsTheFileAndOpensWhereTheDayStands) {
  StepsModel* steps = m_station->steps();
  const QAbstractItemModelTester tester(steps, QAbstractItemModelTester::FailureReportingMode::Fatal);
  EXPECT_EQ(steps->rowCount(), 13);
  EXPECT_EQ(steps->stateOf(QStringLiteral("congress")), QStringLiteral("done"));
  EXPECT_EQ(steps->stateOf(QStringLiteral("figures")), QStringLiteral("now"));
  EXPECT_EQ(steps->stateOf(QStringLiteral("scan")), QStringLiteral("waiting"));
  EXPECT_EQ(steps->stateOf(QStringLiteral("minutes")), QStringLiteral("waiting"));
  EXPECT_EQ(steps->firstOpen(), QStringLiteral("print"));
}

// Caught: a label that stays Vietnamese after the language was switched.
TEST_F(StepsTest, LabelsFollowTheLanguageAtOnce) {
  StepsModel* steps = m_station->steps();
  m_station->setLanguage(QStringLiteral("en"));
  until([&] { return steps->data(steps->index(0), StepsModel::WhyRole).isValid(); });
  EXPECT_EQ(steps->data(steps->index(0), StepsModel::LabelRole).toString(), QStringLiteral("Congress"));
  m_station->setLanguage(QStringLiteral("vi"));
  EXPECT_EQ(steps->data(steps->index(0), StepsModel::LabelRole).toString(), QString::fromUtf8("Đại hội"));
}

// Caught: a second kiosk (or the command line) acting on a file that is in use.
TEST_F(StepsTest, FileInUseIsRefusedWithWhoHasIt) {
  Station second(m_folder.path());
  QString failed;
  QObject::connect(&second, &Station::failed, [&](const QString& what) { failed = what; });
  second.openFile(path());
  until([&] { return !failed.isEmpty(); });
  EXPECT_FALSE(second.isOpen());
}

}  // namespace
}  // namespace kp::kiosk
