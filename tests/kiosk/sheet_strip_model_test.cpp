// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/scan/sheet_strip_model.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>

namespace kp::kiosk {
namespace {

// Caught: rows that are reset at each look, so that every thumbnail is loaded again.
TEST(SheetStrip, NewSheetsComeInFrontAndKnownOnesStay) {
  SheetStripModel strip;
  const QAbstractItemModelTester tester(&strip, QAbstractItemModelTester::FailureReportingMode::Fatal);
  const auto sheets = [](int newest, int count) {
    std::vector<SheetLook> list;
    for (int i = 0; i < count; ++i) list.push_back({newest - i, SheetLook::Mark::Read, "s.jpg", "", ""});
    return list;
  };
  int resets = 0, inserted = 0;
  QObject::connect(&strip, &QAbstractItemModel::modelReset, [&] { ++resets; });
  QObject::connect(&strip, &QAbstractItemModel::rowsInserted,
                   [&](const QModelIndex&, int first, int last) { inserted += last - first + 1; });
  strip.show(sheets(3, 3));
  EXPECT_EQ(resets, 1);
  strip.show(sheets(5, 4));
  EXPECT_EQ(resets, 1);
  EXPECT_EQ(inserted, 2);
  EXPECT_EQ(strip.rowCount(), 4);
  for (int row = 0; row < 4; ++row) EXPECT_EQ(strip.data(strip.index(row), SheetStripModel::SheetRole).toInt(), 5 - row);
  auto changed = sheets(5, 4);
  changed[1].mark = SheetLook::Mark::Committee;
  strip.show(changed);
  EXPECT_EQ(strip.data(strip.index(1), SheetStripModel::MarkRole).toString(), QStringLiteral("committee"));
  strip.show(sheets(90, 4));
  EXPECT_EQ(strip.data(strip.index(0), SheetStripModel::SheetRole).toInt(), 90);
  strip.show({});
  EXPECT_EQ(strip.rowCount(), 0);
}

}  // namespace
}  // namespace kp::kiosk
