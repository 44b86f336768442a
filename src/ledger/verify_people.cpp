// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "election/text.h"
#include "ledger/json_text.h"
#include "ledger/pin_rows.h"
#include "ledger/verify.h"

namespace kp {
namespace {

/// Entries in which people are named who need not have signed in: PINs themselves, and leaving.
bool namesWithoutSigningIn(const JournalEntry& entry) {
  return entry.event == toString(Event::CongressCreated) || entry.event == toString(Event::PinSet) ||
         entry.event == toString(Event::SignedOut);
}

/// Goes through the journal and knows at each entry who has which PIN and who has signed in before.
class People {
 public:
  People(Store& store, ChainCheck& check) : m_history(pinHistory(store)), m_check(check) {}

  void meet(const JournalEntry& entry) {
    requireTwo(entry);
    if (entry.event == toString(Event::SignedIn))
      signIn(entry);
    else if (!namesWithoutSigningIn(entry))
      act(entry);
    for (; m_next < m_history.size() && m_history[m_next].seq <= entry.seq; ++m_next) follow(m_pins, m_history[m_next]);
  }

 private:
  /// What no version ever let one person do (domain.md §4). Who was of the committee then is not asked: the use case did, and the chain holds what it wrote.
  void requireTwo(const JournalEntry& entry) {
    if (entry.event != toString(Event::RulingMade) && entry.event != toString(Event::ContestClosed) &&
        entry.event != toString(Event::ContestReopened))
      return;
    if (std::set<std::string>(entry.by.begin(), entry.by.end()).size() >= 2) return;
    m_check.findings.push_back(
        {entry.seq, entry.sheet,
         trf("Mục {0} của nhật ký (quyết định về phiếu, chốt hoặc mở lại cuộc bầu) không ghi đủ hai người như quy định.",
             "Journal entry {0} (a ruling, a closing or a reopening) does not name two people as it must.", entry.seq)});
  }

  void signIn(const JournalEntry& entry) {
    for (const std::string& name : entry.by) {
      m_came.insert(name);
      if (entry.details.empty()) continue;  // of an earlier version, which did not write down the PIN
      const auto pin = m_pins.find(name);
      if (pin != m_pins.end() && entry.details == JsonObject().text("fingerprint", pin->second.fingerprint).str()) continue;
      m_check.findings.push_back({entry.seq, std::nullopt,
                                  trf("{0} đăng nhập ở mục {1} bằng một mã không phải mã của mình lúc đó.",
                                      "{0} signed in at entry {1} with a PIN that was not theirs at the time.", name, entry.seq)});
    }
  }

  void act(const JournalEntry& entry) {
    if (std::none_of(m_pins.begin(), m_pins.end(), [](const auto& pin) { return pin.second.certain; })) {
      // Their ballots may be recorded, with both operators named, when the other one keys them later.
      if (entry.event == toString(Event::BallotKeyed)) m_came.insert(entry.by.begin(), entry.by.end());
      return;
    }
    for (const std::string& name : entry.by) {
      if (m_came.count(name) > 0 || !m_reported.insert(name).second) continue;
      m_check.findings.push_back(
          {entry.seq, entry.sheet,
           trf("{0} có tên ở mục {1} của nhật ký nhưng trước đó chưa hề đăng nhập, dù tệp đã dùng mã cá nhân.",
               "{0} is named in journal entry {1} but had never signed in before, although the file used PINs.", name, entry.seq)});
    }
  }

  std::vector<PinEvent> m_history;
  ChainCheck& m_check;
  std::size_t m_next = 0;
  KnownPins m_pins;
  std::set<std::string> m_came, m_reported;
};

}  // namespace

void verifyPeople(Store& store, const std::vector<JournalEntry>& entries, ChainCheck& check) {
  People people(store, check);
  for (const JournalEntry& entry : entries) people.meet(entry);
  for (const PinProblem& problem : pinProblems(store, knownPins(store)))
    check.findings.push_back({problem.entry, std::nullopt, problem.what()});
}

}  // namespace kp
