// SPDX-License-Identifier: GPL-3.0-or-later
// Not built: what the test `layers-red` must find.
#pragma once
#include "ledger/store.h"
