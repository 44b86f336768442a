// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTemporaryDir>
#include <QVariantList>
#include <optional>

#include "../kiosk/kiosk_fixture.h"

namespace kp::kiosk {

/// A congress file in a folder of its own, brought to where a test begins before the kiosk opens it; and, read beside the kiosk, what really happened in it. What cannot be
/// done is thrown at the test.
class CongressAtHand : public QObject {
  Q_OBJECT
  Q_PROPERTY(QString folder READ folder NOTIFY begun)  ///< the kiosk's data folder
  Q_PROPERTY(QString path READ path NOTIFY begun)
  Q_PROPERTY(QString head READ head CONSTANT)
  Q_PROPERTY(QString member READ member CONSTANT)
  Q_PROPERTY(QString secondMember READ secondMember CONSTANT)
  Q_PROPERTY(QString technician READ technician CONSTANT)
  Q_PROPERTY(QString supervisor READ supervisor CONSTANT)
  Q_PROPERTY(QString secretary READ secretary CONSTANT)

 public:
  QString folder() const { return m_folder ? m_folder->path() : QString(); }
  QString path() const { return folder() + QStringLiteral("/dh.kiemphieu"); }
  static QString head() { return QString::fromUtf8(kHead); }
  static QString member() { return QString::fromUtf8(kMember); }
  static QString secondMember() { return QString::fromUtf8(kSecondMember); }
  static QString technician() { return QString::fromUtf8(kTechnician); }
  static QString supervisor() { return QString::fromUtf8(kSupervisor); }
  static QString secretary() { return QString::fromUtf8(kSecretary); }

  /// An empty folder.
  Q_INVOKABLE void begin();
  /// smallCongress() in it, nobody with a PIN.
  Q_INVOKABLE void make();
  /// The same with "1234" as everybody's PIN; the head and a member are signed in for what follows.
  Q_INVOKABLE void makeWithPins();
  /// Everybody of `convened` present, `returned` ballots issued and returned.
  Q_INVOKABLE void figures(const QString& contest, int convened, int returned);
  /// Ballots of "bch" as if read from paper (pass 1 …), each given by the places of the names struck.
  Q_INVOKABLE void count(const QVariantList& struck, int pass = 1);
  /// One pass is enough for this contest.
  Q_INVOKABLE void askForOnePass(const QString& contest);
  Q_INVOKABLE void close(const QString& contest);
  /// Marked ballots as scans in FOLDER/NAME; what is on them was never counted. The printed ballot was read back before.
  Q_INVOKABLE void makeDeck(const QString& name, const QString& profile, int ballots, const QString& contest = QStringLiteral("bch"));
  /// Scans a folder made by makeDeck() as this pass.
  Q_INVOKABLE void scan(const QString& name, const QString& contest, int pass);
  /// A blank ballot as it comes out of the printer and off the scanner: FOLDER/NAME.
  Q_INVOKABLE void printBlank(const QString& contest, const QString& name);
  /// A text file in the folder.
  Q_INVOKABLE void write(const QString& name, const QString& text);
  /// The file is let go, so that the kiosk can open it.
  Q_INVOKABLE void letGo() { m_ledger.reset(); }

  /// Journal entries of an event (event.h): {by: names joined by ", ", contest, details, after}.
  Q_INVOKABLE QVariantList journal(const QString& event) const;
  /// {convened, present, issued, returned, valid, invalid, undecided, closed, votes: [yes by candidate]}; figures nobody entered are −1.
  Q_INVOKABLE QVariantMap result(const QString& contest) const;
  /// {title, seats, names} of every contest.
  Q_INVOKABLE QVariantList contests() const;
  /// "NAME (role)" of the committee and its staff.
  Q_INVOKABLE QStringList people() const;
  /// Stored sheets of a pass.
  Q_INVOKABLE int sheets(const QString& contest, int pass) const;
  /// Names of the files in the folder below FOLDER that fit.
  Q_INVOKABLE QStringList files(const QString& below, const QString& pattern) const;
  /// What the journal's chain says: "" sound, else the first finding.
  Q_INVOKABLE QString chain() const;

 signals:
  void begun();

 private:
  template <typename T>
  bool good(const Expected<T>& made) const;
  Ledger readAgain() const;
  std::optional<QTemporaryDir> m_folder;
  std::optional<Ledger> m_ledger;  ///< while the test prepares
};

}  // namespace kp::kiosk
