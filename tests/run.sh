#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that CI checks: format, build with warnings as errors, clang-tidy, then all tests (with the sample congress from end to end).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export QT_QPA_PLATFORM=offscreen

packaging/install-packages.sh
find src scanner reports tests \( -name '*.cpp' -o -name '*.h' \) -print0 | xargs -0 clang-format --dry-run --Werror
cmake --preset ci >/dev/null
cmake --build --preset ci
python3 tests/tidy.py build/ci
ctest --preset ci
