// SPDX-License-Identifier: GPL-3.0-or-later
// Ballots made on the command line are read back before they are written: what stops them, and what must not.
#include <gtest/gtest.h>

#include "program.h"

using namespace kp::testing;

namespace {

// A name whose letters lie badly on the grid is doubted on the program's own clean page (0.27 mm² of solid ink, 0.25 allowed; 1 of 60 lists of invented names): the whole list could
// not be printed, and nobody at a congress could have helped.
TEST(Printing, ANameThatIsOnlyDoubtedStopsNoBallots) {
  const Folder folder;
  const std::string file = folder / "dh.kiemphieu", pdf = folder / "phieu.pdf";
  ASSERT_EQ(run({"congress", "create", file, "--from", std::string(KP_SOURCE_DIR) + "/tests/cli/lists/dense-letters.json"}).code, 0);
  const Ran printed = run({"ballot", "print", file, "x", "--copies", "1", "-o", pdf});
  EXPECT_EQ(printed.code, 0) << printed.err;
  EXPECT_GT(std::filesystem::file_size(pdf), 1000U);
}

}  // namespace
