// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "evidence/statement.h"

namespace kp {

/// What was read off printed minutes.
struct PrintedStatement {
  SignedStatement statement;
  std::vector<std::string> findings;
  int pages = 0;
};

/// Reads the verification code (mã xác thực) off a paper: a PDF of ours rendered at 300 dpi, or scans and photos of its pages. The signature is checked; whether
/// the key is the congress's only compareWithFile() can say. Pages without a code or with another one are findings. Damaged when no page has one.
Expected<PrintedStatement> readPrintedStatement(const std::string& bytes);

}  // namespace kp
