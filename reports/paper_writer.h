// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "reports/paper.h"
#include "reports/wording.h"

namespace kp {

/// Collects a paper's blocks; numbers its sections.
class PaperWriter {
 public:
  PaperWriter(const PaperData& data, PaperHead head) {
    m_paper.head = std::move(head);
    m_paper.code = data.code;
    m_paper.createdIso = data.madeAt;
  }
  void section(const std::string& title) { m_paper.blocks.push_back(Heading{std::to_string(++m_section) + ". " + title}); }
  void text(const std::string& text) { m_paper.blocks.push_back(Paragraph{text}); }
  void item(const std::string& text) { m_paper.blocks.push_back(Paragraph{"- " + text}); }
  void note(const std::string& text) { m_paper.blocks.push_back(Paragraph{text, true}); }
  void add(PaperBlock block) { m_paper.blocks.push_back(std::move(block)); }
  Paper take() { return std::move(m_paper); }

 private:
  Paper m_paper;
  int m_section = 0;
};

/// Parts of the minutes that other papers share.
namespace parts {
/// Convened, present, absent; deductions and the base with its arithmetic.
void attendance(PaperWriter& out, const PaperData& data);
/// Issued, returned; valid, invalid by reason with its rule.
void ballots(PaperWriter& out, const PaperData& data);
/// Machine or keyed, passes, program version and hash.
void method(PaperWriter& out, const PaperData& data);
/// TT · Họ và tên · Số phiếu · Tỷ lệ % in ballot order, or the columns of a poll or a confidence vote.
Table results(const PaperData& data);
/// The same four columns of some candidates, in the order given.
Table standing(const PaperData& data, const std::vector<std::size_t>& candidates);
/// What one ballot is called: "phiếu bầu", "phiếu xin ý kiến", "phiếu tín nhiệm".
std::string ballotWord(ContestKind kind);
}  // namespace parts

}  // namespace kp
