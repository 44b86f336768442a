// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/frame/images.h"

#include <QQmlComponent>
#include <QQuickItem>
#include <filesystem>
#include <fstream>

#include "window_fixture.h"

namespace kp::kiosk {
namespace {

/// Threads of Workers that this process has now.
int workers() {
  int found = 0;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::string name;
    std::ifstream(task.path() / "comm") >> name;
    found += name == "worker";
  }
  return found;
}

// Caught: a picture that is still being decoded while the program, its window gone, takes OpenCV down: a crash at the end, now and then.
TEST_F(WindowTest, PicturesEndWithTheWindow) {
  const int before = workers();
  show();
  QQmlComponent many(&m_window->engine());
  many.setData(
      "import QtQuick\nItem { Repeater { model: 200; Image { required property int index; asynchronous: true; source: \"image://sheet/\" + index } } }",
      {});
  const std::unique_ptr<QObject> pictures(many.create());
  ASSERT_TRUE(pictures) << many.errorString().toStdString();
  until([&] { return workers() > before; });
  m_hand.reset();
  m_window.reset();
  EXPECT_EQ(workers(), before);
}

}  // namespace
}  // namespace kp::kiosk
