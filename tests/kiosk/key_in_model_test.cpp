// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/keyin/key_in_model.h"

#include "two_returned.h"

namespace kp::kiosk {
namespace {

class KeyInTest : public KioskTest {
 protected:
  void SetUp() override {
    KioskTest::SetUp();
    signIn(kMember);  // before the head has a PIN each sets their own; afterwards the head has to be there
    m_station->session()->lock();
    signIn(kHead);
    enterTwoReturned(*m_station);
  }
  /// A model as the page makes it, loaded.
  std::unique_ptr<KeyInModel> page() {
    auto model = std::make_unique<KeyInModel>();
    model->setStation(&*m_station);
    until([&] { return model->isLoaded() && model->returned() == 2; });
    return model;
  }
  void key(KeyInModel& model, const char* text) {
    bool stored = false, shown = false;  // loaded again after it was stored
    const auto kept = QObject::connect(&model, &KeyInModel::stored, [&] { stored = true; });
    const auto seen = QObject::connect(&model, &KeyInModel::changed, [&] { shown = stored; });
    model.setTyped(QString::fromLatin1(text));
    until([&] { return !model.isBusy(); });  // while it looks, a key does nothing and what was typed stays
    model.key();
    until([&] { return shown; });
    EXPECT_TRUE(model.typed().isEmpty());
    QObject::disconnect(kept);
    QObject::disconnect(seen);
  }
};

// Caught: a screen that stores what cannot be read, or loses what was typed.
TEST_F(KeyInTest, WrongNumberIsNamedAndNothingIsStored) {
  const auto model = page();
  model->setTyped(QStringLiteral("3 9"));
  EXPECT_TRUE(model->problem().contains(QLatin1Char('9'))) << model->problem().toStdString();
  model->key();
  EXPECT_EQ(model->typed(), QStringLiteral("3 9"));
  EXPECT_TRUE(file().keying().entries("bch", 1)->empty());
}

// Caught: one operator seeing or completing the other's work; a pair that agrees and is not recorded.
TEST_F(KeyInTest, TwoPeopleKeyThePileAndWhatAgreesIsRecorded) {
  {
    const auto first = page();
    EXPECT_EQ(first->slot(), 1);
    key(*first, "4 5");
    key(*first, "1 2");
    EXPECT_EQ(first->keyed(), 2);
    EXPECT_EQ(first->own()->count(), 2);
  }
  m_station->session()->lock();
  signIn(kMember);
  const auto second = page();
  EXPECT_EQ(second->slot(), 2) << "somebody else is operator 1";
  EXPECT_EQ(second->own()->count(), 0) << "only one's own entries";
  key(*second, "4 5");
  EXPECT_EQ(second->agreed(), 1);
  EXPECT_EQ(second->saidKind(), QStringLiteral("good"));
  key(*second, "1 3");
  EXPECT_EQ(second->saidKind(), QStringLiteral("warn"));
  EXPECT_EQ(second->again().toList(), QVariantList{2});
  EXPECT_EQ(*file().sheets().count({"bch", 1, 0}), 1);
}

// Caught: keys typed while the ballot before is on its way to the file: lost, joined to its numbers, or stored for the ballot before it once more.
TEST_F(KeyInTest, KeysTypedBeforeTheNextBallotIsKnownWaitTheirTurn) {
  const auto model = page();
  for (const char* typed : {"4 5", "1 2"}) {
    model->setTyped(QString::fromLatin1(typed));
    model->key();
    EXPECT_TRUE(model->typed().isEmpty()) << "the field takes the next at once";
  }
  model->setTyped(QStringLiteral("3"));  // begun for a ballot there is not
  until([&] { return model->keyed() == 2; });
  EXPECT_EQ(model->typed(), QStringLiteral("3")) << "what is in the field stays there";
  const auto entries = file().keying().entries("bch", 1);
  ASSERT_EQ(entries->size(), 2u);
  for (int i = 0; i < 2; ++i) EXPECT_EQ((*entries)[static_cast<std::size_t>(i)].place.ballot, i + 1);
}

// Caught: an entry that the file refuses and that is gone from the field; entries behind it that go to the wrong ballots.
TEST_F(KeyInTest, WhatCannotBeStoredIsGivenBackAndNothingBehindItIsStored) {
  const auto model = page();
  m_station->session()->lock();  // nobody may key any more
  for (const char* typed : {"4 5", "1 2"}) {
    model->setTyped(QString::fromLatin1(typed));
    model->key();
  }
  until([&] { return !model->error().isEmpty(); });
  EXPECT_EQ(model->typed(), QStringLiteral("4 5"));
  until([&] { return !model->isBusy(); });
  EXPECT_TRUE(file().keying().entries("bch", 1)->empty());
}

// Caught: a preview that strikes other names than those stored.
TEST_F(KeyInTest, PreviewStrikesTheTypedNames) {
  const auto model = page();
  model->setTyped(QStringLiteral("2-3"));
  const QVariantList rows = model->preview().toList();
  ASSERT_EQ(rows.size(), 5);
  for (int i = 0; i < 5; ++i) EXPECT_EQ(rows[i].toMap().value(QStringLiteral("marked")).toBool(), i == 1 || i == 2) << i;
}

}  // namespace
}  // namespace kp::kiosk
