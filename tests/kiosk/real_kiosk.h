// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace kp::kiosk {

/// The real program kiemphieu-kiosk in a process of its own, full screen on Qt's offscreen platform, used by a hand inside it (hand/hand_plugin.cpp). What it cannot do or
/// complains of is a failure of the test.
class RealKiosk {
 public:
  /// Settings, documents and papers lie in `home`; it is asked to open `file`, or what it had open last where that is "".
  RealKiosk(const QString& home, const QString& file);
  /// Kills it if it still runs.
  ~RealKiosk();
  RealKiosk(const RealKiosk&) = delete;
  RealKiosk& operator=(const RealKiosk&) = delete;

  /// Has it done and waits for its answer: "" for acts, what was asked for otherwise.
  QString does(const QStringList& words);
  /// Only says it; the answer is never read.
  void begins(const QStringList& words);
  /// Waits for one of these on the screen, by name or by words; which it was.
  QString awaits(const QStringList& any) { return does(QStringList{QStringLiteral("await")} + any); }
  QString page() { return does({QStringLiteral("property"), QString(), QStringLiteral("page")}); }
  QString screen() { return does({QStringLiteral("screen")}); }
  bool isSaid(const char* words) { return screen().contains(QString::fromUtf8(words)); }

  /// Touches the card, types the PIN, and is on a page.
  void login(const char* name, const QString& pin);
  /// The second of two people, at the prompt that is open: all but the last key.
  void second(const char* name, const QString& pin);
  /// The picker is open: goes to the folder of congress files, into folders, and takes the file or folder that comes last.
  void picks(const QStringList& way) { finds(way), does(kPick); }
  /// The same for saving under this name.
  void savesAs(const QString& name) { names(name), does(kPick); }
  /// The same, and only so long after the last touch.
  void picks(const QStringList& way, unsigned milliseconds) { finds(way), beginsPicking(milliseconds); }
  void savesAs(const QString& name, unsigned milliseconds) { names(name), beginsPicking(milliseconds); }
  /// kill -9.
  void kill();
  qint64 process() const { return m_program.processId(); }

 private:
  static inline const QStringList kPick{QStringLiteral("click"), QStringLiteral("filePick")};
  void goesHome();
  void finds(const QStringList& way);
  void names(const QString& name);
  void beginsPicking(unsigned milliseconds);
  QProcess m_program;
  QByteArray m_heard;
};

}  // namespace kp::kiosk
