#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# From nothing but git and apt to a counted sample congress: installs what is missing, builds, counts samples/tinh and says where the papers are;
# then opens the kiosk where there is one and a display.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packaging/install-packages.sh
cmake --preset release >/dev/null
cmake --build --preset release
packaging/count-sample.sh build/release/kiemphieu samples/tinh papers

if [ -x build/release/kiemphieu-kiosk ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec build/release/kiemphieu-kiosk
fi
