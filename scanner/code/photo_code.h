// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kp {

/// Looks for a QR code whose text begins with `prefix` in a photo or scan of a paper: uneven light, blur, noise, perspective, any turning. The gray
/// image is given by its first pixel, size
/// and stride in bytes. Tries it as it is, then with the light made even, at several scales, sharpened and smoothed; up to about 20 looks. nullopt
/// when none finds one. A code's own
/// error correction decides whether it was read: no attempt can give a wrong text.
std::optional<std::string> findTextInPhoto(const unsigned char* data, int width, int height, int strideBytes, std::string_view prefix);

}  // namespace kp
