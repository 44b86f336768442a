// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/code/qr.h"

#include <stdexcept>

#define ZX_USE_UTF8 1
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

namespace kp {
namespace {

QrFound toFound(const ZXing::Result& result) {
  QrFound found;
  found.text = result.text();
  const auto& corners = result.position();
  for (std::size_t i = 0; i < 4; ++i) found.corners[i] = {static_cast<double>(corners[i].x), static_cast<double>(corners[i].y)};
  return found;
}

ZXing::DecodeHints hintsFor(bool thorough) {
  return ZXing::DecodeHints()
      .setFormats(ZXing::BarcodeFormat::QRCode)
      .setTryHarder(thorough)
      .setTryRotate(false)  // a QR code's finder patterns tell its orientation; turning the image gains nothing
      .setTryDownscale(thorough);
}

}  // namespace

QrSymbol encodeQr(const std::string& text, int errorCorrection) {
  if (text.empty() || errorCorrection < 0 || errorCorrection > 3)
    throw std::invalid_argument("encodeQr: empty text or error correction outside 0…3");
  // ZXing's scale of 1…8 is divided by two for QR codes: 1 L, 3 M, 5 Q, 7 H.
  const auto matrix =
      ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode).setMargin(0).setEccLevel(errorCorrection * 2 + 1).encode(text, 0, 0);
  QrSymbol symbol;
  symbol.modules = matrix.width();
  symbol.dark.reserve(static_cast<std::size_t>(symbol.modules) * symbol.modules);
  for (int y = 0; y < symbol.modules; ++y)
    for (int x = 0; x < symbol.modules; ++x) symbol.dark.push_back(matrix.get(x, y));
  return symbol;
}

std::optional<QrFound> findQr(const unsigned char* data, int width, int height, int strideBytes, bool thorough) {
  if (!data || width < 21 || height < 21) return std::nullopt;
  try {
    const auto result = ZXing::ReadBarcode(ZXing::ImageView(data, width, height, ZXing::ImageFormat::Lum, strideBytes), hintsFor(thorough));
    if (!result.isValid()) return std::nullopt;
    return toFound(result);
  } catch (const std::exception&) {
    return std::nullopt;  // a picture that upsets the decoder holds no code for us
  }
}

std::vector<QrFound> findAllQr(const unsigned char* data, int width, int height, int strideBytes) {
  std::vector<QrFound> found;
  if (!data || width < 21 || height < 21) return found;
  try {
    for (const auto& result :
         ZXing::ReadBarcodes(ZXing::ImageView(data, width, height, ZXing::ImageFormat::Lum, strideBytes), hintsFor(true)))
      if (result.isValid()) found.push_back(toFound(result));
  } catch (const std::exception&) {
    found.clear();
  }
  return found;
}

}  // namespace kp
