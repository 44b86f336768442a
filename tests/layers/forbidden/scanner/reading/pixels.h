// SPDX-License-Identifier: GPL-3.0-or-later
// Not built: what the test `layers-red` must find.
#pragma once
#include <opencv2/core.hpp>
#include <some_new_library.hpp>
#include <vector>
