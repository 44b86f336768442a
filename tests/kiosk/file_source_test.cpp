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

// Caught: a stick pulled out in the middle of a scan, told as a wrong name and "nothing was changed" beside the sheets that were taken in.
TEST(FileSource, AStickPulledOutIsSaidAsThat) {
  const QTemporaryDir folder;
  ASSERT_TRUE(folder.isValid());
  const std::filesystem::path stick = folder.filePath(QStringLiteral("usb")).toStdString();
  std::filesystem::create_directory(stick);
  for (const char* name : {"s1.jpg", "s2.jpg"}) std::ofstream(stick / name) << "ảnh";
  auto files = FileSource::open({stick.string()});
  ASSERT_TRUE(files && files->next());
  std::filesystem::remove_all(stick);
  const auto item = files->next();
  ASSERT_FALSE(item);
  EXPECT_EQ(item.error().kind, ErrorKind::NotFound);
  for (const char* said : {"s2.jpg", "usb", "rút ra", "Các ảnh đã nhận vẫn an toàn", "quét tiếp"})
    EXPECT_NE(item.error().what.find(said), std::string::npos) << item.error().what;
  EXPECT_EQ(item.error().what.find(stick.string()), std::string::npos) << "people know no paths";
}

}  // namespace
}  // namespace kp
