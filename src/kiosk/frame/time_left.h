// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace kp::kiosk {

/// "about 40 seconds left", in the language of the screen: rounded up to ten seconds below a minute and a half, to minutes above. `seconds` from 0 up.
QString timeLeftText(int seconds);

}  // namespace kp::kiosk
