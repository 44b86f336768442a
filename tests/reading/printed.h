// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ballot/code_payload.h"
#include "ballot/form.h"
#include "election/congress.h"
#include "scanner/reading/reader.h"

namespace kp::test {

/// A contest of invented people, its ballot laid out, printed to PDF and prepared for reading: the program's own parts throughout.
class Printed {
 public:
  /// `seats` < names: strike-out; equal: columns. `key` authenticates the codes. `congressName` "": a usual one.
  Printed(std::string contestId, int names, int seats, CodeKey key = {1, 2, 3}, const std::string& congressId = "thu",
          ContestKind kind = ContestKind::Election, const std::string& congressName = "");

  const Contest& contest() const { return m_congress.contests.front(); }
  const CongressInfo& info() const { return m_congress.info; }
  const BallotForm& form() const { return m_form; }
  const PageGeometry& geometry(int page = 0) const { return m_form.pages[static_cast<std::size_t>(page)].geometry; }
  /// A blank page as printed, gray.
  const Raster& page(int index, double dpi) const;
  ReadingForm readingForm() const;
  /// Reads this contest only.
  const Reader& reader() const { return *m_reader; }
  std::uint32_t tag() const { return congressTag(m_congress.info); }
  const CodeKey& key() const { return m_key; }

 private:
  Congress m_congress;
  CodeKey m_key;
  BallotForm m_form;
  std::string m_pdf;
  std::unique_ptr<Reader> m_reader;
  mutable std::map<std::pair<int, int>, Raster> m_pages;
};

/// 12 names for 8 seats (strike-out), 6 for 6 (columns), and 4 for a confidence vote (three boxes each): 12 targets a page; made once.
const Printed& strikeOut();
const Printed& columns();
const Printed& confidence();

}  // namespace kp::test
