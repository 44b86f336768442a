// SPDX-License-Identifier: GPL-3.0-or-later
#include "wiring/file_source.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <fstream>

namespace kp {
namespace {

// Caught: a scan that a copier was writing when `--follow` began: read half, set aside, and passed over when it was whole.
TEST(FileSource, FollowingLooksTwiceAtWhatIsThereFromTheStart) {
  const QTemporaryDir folder;
  ASSERT_TRUE(folder.isValid());
  std::ofstream(folder.filePath(QStringLiteral("s1.jpg")).toStdString()) << "half";
  auto files = FileSource::open({folder.path().toStdString()}, true);
  ASSERT_TRUE(files) << files.error().what;
  EXPECT_EQ(files->size(), 0u);
  const auto item = files->next();
  ASSERT_TRUE(item && *item);
  EXPECT_EQ((*item)->name, "s1.jpg");
  EXPECT_EQ(files->size(), 1u);
}

}  // namespace
}  // namespace kp
