// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/cli/program.h"

namespace kp::testing {

using nlohmann::json;

/// A definition with one contest "bau" of so many candidates (c1, c2, …) for so many seats; `more` replaces fields of the contest.
json contestFor(int candidates, int seats, json more = json::object());
/// A definition of a congress ("members" or "delegates") with these contests and a committee of a head, two members, a technician, a supervisor and a secretary.
json congressWith(std::vector<json> contests, const std::string& kind = "members");

inline const std::string kHead = "Hà Văn Trưởng", kMember = "Mai Thị Viên", kOtherMember = "Tô Văn Ủy", kTechnician = "Lý Văn Máy",
                         kSupervisor = "Cao Thị Sát", kSecretary = "Đinh Thị Ký";

/// A ballot for the deck tool: "mark" at these fields ("c1/name").
json marked(const std::vector<std::string>& fields);
/// A strike-out ballot that keeps these candidates of so many.
json keeping(int candidates, const std::vector<int>& kept);
/// A columns ballot by a word for each row: 'y' approve, 'n' disapprove, '-' neither, 'b' both.
json rows(const std::string& word);

/// One congress file on its way through the day, driven by the real program; ballots are printed, marked by the deck tool and scanned.
class ContestDay {
 public:
  explicit ContestDay(const json& definition);

  Ran call(const std::vector<std::string>& arguments) const { return run(arguments); }
  /// Runs and expects exit 0 and a quiet stderr where `quiet`.
  Ran ok(const std::vector<std::string>& arguments) const;
  /// Runs and expects exit 1, nothing on stdout and one line on stderr that has `part`.
  void refused(const std::vector<std::string>& arguments, const std::string& part) const;

  /// Prints, renders and marks these ballots into folder/deck; `deck` may be used again with other ballots of the same contest.
  void draw(const std::string& contest, const std::vector<json>& ballots, const std::string& deck = "deck", int copies = 1);
  void scan(const std::string& contest, const std::string& deck = "deck", int pass = 1) const;
  /// draw and scan.
  void cast(const std::string& contest, const std::vector<json>& ballots) { draw(contest, ballots), scan(contest); }
  std::vector<json> records(const std::string& contest) const;
  /// The record of the sheet with this number, in whatever contest's list.
  json record(const std::string& contest, int sheet) const;
  json result(const std::string& contest) const;
  json geometry(const std::string& contest) const;
  Ran rule(const std::string& contest, int sheet, const std::vector<std::string>& ruling,
           const std::string& by = kHead + "," + kMember) const;
  /// convened = present = issued = returned = n, so that the base is n.
  void figures(const std::string& contest, int n) const { figures(contest, n, n); }
  void figures(const std::string& contest, int convened, int returned) const;
  void close(const std::string& contest) const;
  std::string path(const std::string& name) const { return m_folder / name; }
  std::string write(const std::string& name, const std::string& bytes) const { return m_folder.write(name, bytes); }
  const std::string& file() const { return m_file; }

 private:
  Folder m_folder;
  std::string m_file;
};

/// votes[].yes in ballot order.
std::vector<int> yesOf(const json& result);
/// Every sum holds.
void expectSumsHold(const json& result);

}  // namespace kp::testing
