// SPDX-License-Identifier: GPL-3.0-or-later
#include "formats/learned_form_json.h"

#include <cmath>

#include "election/text.h"
#include "formats/json_text.h"

namespace kp {
namespace {

using nlohmann::ordered_json;

constexpr const char* kFormat = "kiemphieu-learned/1";
/// Larger than any paper a scanner takes, mm.
constexpr double kMostMm = 2000;
/// Beyond what a blank is rendered at, dots an inch, and more pages than a file of blanks has.
constexpr double kMostDpi = 1200;
constexpr int kMostPages = 10'000;

double rounded(double millimetres) { return std::round(millimetres * 1000.0) / 1000.0 + 0.0; }

ordered_json rectJson(const RectMm& r) { return {rounded(r.x), rounded(r.y), rounded(r.w), rounded(r.h)}; }

ordered_json targetsJson(const std::vector<Target>& targets) {
  ordered_json out = ordered_json::array();
  for (const Target& t : targets) {
    ordered_json one = {{"candidate", t.candidate}, {"field", toString(t.field)}, {"box", rectJson(t.box)}};
    if (t.lines.size() > 1)
      for (const RectMm& line : t.lines) one["lines"].push_back(rectJson(line));
    out.push_back(std::move(one));
  }
  return out;
}

/// Thrown within this file only: what nlohmann throws for a wrong type is caught beside it.
struct Nonsense {};

RectMm rectOf(const ordered_json& json) {
  const RectMm r{json.at(0).get<double>(), json.at(1).get<double>(), json.at(2).get<double>(), json.at(3).get<double>()};
  for (const double v : {r.x, r.y, r.w, r.h})
    if (!(std::abs(v) <= kMostMm)) throw Nonsense{};
  if (rounded(r.w) <= 0 || rounded(r.h) <= 0) throw Nonsense{};
  return r;
}

/// A whole number below `limit`. nlohmann casts any number to any other: 1e61 as an index is undefined.
std::size_t indexOf(const ordered_json& json, std::size_t limit) {
  if (!json.is_number_unsigned() || json.get<std::uint64_t>() >= limit) throw Nonsense{};
  return json.get<std::size_t>();
}

std::vector<Target> targetsOf(const ordered_json& json, std::size_t people) {
  std::vector<Target> targets;
  for (const ordered_json& one : json) {
    const auto field = parseField(one.at("field").get<std::string>());
    Target t{indexOf(one.at("candidate"), people), field ? *field : throw Nonsense{}, rectOf(one.at("box")), {}};
    if (one.contains("lines"))
      for (const ordered_json& line : one.at("lines")) t.lines.push_back(rectOf(line));
    else if (t.field == Field::Name)
      t.lines.push_back(t.box);
    targets.push_back(std::move(t));
  }
  return targets;
}

void addPage(const ordered_json& json, LearnedForm& form) {
  FormPage page;
  page.geometry.page = static_cast<int>(form.pages.size()) + 1;
  page.geometry.widthMm = json.at("width_mm").get<double>(), page.geometry.heightMm = json.at("height_mm").get<double>();
  if (!(page.geometry.widthMm > 0 && page.geometry.widthMm <= kMostMm && page.geometry.heightMm > 0 && page.geometry.heightMm <= kMostMm))
    throw Nonsense{};
  page.geometry.targets = targetsOf(json.at("targets"), form.people.size());
  LearnedPage from;
  from.blank = json.at("blank").get<std::string>();
  from.index = static_cast<int>(indexOf(json.at("index"), kMostPages)), from.dpi = json.at("dpi").get<double>();
  if (!(from.dpi >= 0 && from.dpi <= kMostDpi)) throw Nonsense{};
  const ordered_json& map = json.at("to_blank");
  for (std::size_t i = 0; i < from.toBlank.size(); ++i) {
    from.toBlank[i] = map.at(i).get<double>();
    if (!std::isfinite(from.toBlank[i])) throw Nonsense{};
  }
  from.names = targetsOf(json.at("names"), form.people.size());
  form.form.pages.push_back(std::move(page));
  form.pages.push_back(std::move(from));
}

Expected<Face> parseFace(const std::string& name) {
  for (const Face face : {Face::StrikeOut, Face::Columns, Face::Confidence})
    if (toString(face) == name) return face;
  throw Nonsense{};
}

}  // namespace

std::string learnedFormJson(const LearnedForm& form) {
  ordered_json pages = ordered_json::array();
  for (std::size_t i = 0; i < form.pages.size(); ++i) {
    const PageGeometry& g = form.form.pages.at(i).geometry;
    const LearnedPage& from = form.pages[i];
    pages.push_back({{"width_mm", rounded(g.widthMm)},
                     {"height_mm", rounded(g.heightMm)},
                     {"blank", from.blank},
                     {"index", from.index},
                     {"dpi", from.dpi},
                     {"to_blank", from.toBlank},
                     {"targets", targetsJson(g.targets)},
                     {"names", targetsJson(from.names)}});
  }
  return jsonText(ordered_json{{"format", kFormat},
                               {"contest", form.form.contest},
                               {"face", toString(form.form.face)},
                               {"people", form.people},
                               {"pages", std::move(pages)}});
}

Expected<LearnedForm> parseLearnedForm(const std::string& text) {
  const auto wrong = [] {
    return fail(ErrorKind::BadInput, tr("Mẫu phiếu in sẵn lưu trong tệp không đọc được. Hãy nhận lại mẫu từ phiếu trắng.",
                                        "The learned form in the file cannot be read. Learn it again from a blank ballot."));
  };
  try {
    const ordered_json json = ordered_json::parse(text);
    if (json.at("format") != kFormat) return wrong();
    LearnedForm form;
    form.form.contest = json.at("contest").get<std::string>();
    form.form.face = *parseFace(json.at("face").get<std::string>());
    form.people = json.at("people").get<std::vector<std::string>>();
    for (const ordered_json& page : json.at("pages")) addPage(page, form);
    if (form.pages.empty()) return wrong();
    return form;
  } catch (const nlohmann::json::exception&) {
    return wrong();
  } catch (const Nonsense&) {
    return wrong();
  }
}

}  // namespace kp
