// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/geometry_json.h"

#include <cmath>

#include "formats/json_text.h"

namespace kp {
namespace {

using nlohmann::ordered_json;

/// A micrometre is far below what a printer keeps; rounding keeps the file the same on every machine.
double rounded(double millimetres) { return std::round(millimetres * 1000.0) / 1000.0 + 0.0; }

ordered_json rectJson(const RectMm& r) { return {{"x", rounded(r.x)}, {"y", rounded(r.y)}, {"w", rounded(r.w)}, {"h", rounded(r.h)}}; }

ordered_json rectsJson(const std::vector<RectMm>& rects) {
  ordered_json out = ordered_json::array();
  for (const RectMm& rect : rects) out.push_back(rectJson(rect));
  return out;
}

ordered_json pageJson(const PageGeometry& page, const Contest& contest) {
  ordered_json targets = ordered_json::array();
  for (const Target& target : page.targets) {
    ordered_json one = {{"candidate", contest.candidates.at(target.candidate).id}, {"field", toString(target.field)}};
    one.update(rectJson(target.box));
    targets.push_back(std::move(one));
  }
  return {{"page", page.page},
          {"width_mm", rounded(page.widthMm)},
          {"height_mm", rounded(page.heightMm)},
          {"fiducials", rectsJson(page.fiducials)},
          {"codes", rectsJson(page.codes)},
          {"targets", std::move(targets)}};
}

}  // namespace

std::string geometryJson(const BallotForm& form, const Contest& contest) {
  ordered_json pages = ordered_json::array();
  for (const FormPage& page : form.pages) pages.push_back(pageJson(page.geometry, contest));
  const ordered_json out = {
      {"format", "kiemphieu-geometry/1"}, {"contest", form.contest}, {"face", toString(form.face)}, {"pages", std::move(pages)}};
  return jsonText(out, 1) + "\n";
}

}  // namespace kp
