// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/ballots.h"

#include <algorithm>

namespace kp::kiosk {

std::uint16_t PackedReadings::placeOf(const std::string& why) {
  const auto place = std::find(m_whys.begin(), m_whys.end(), why) - m_whys.begin();
  if (place == std::ssize(m_whys)) m_whys.push_back(why);
  return static_cast<std::uint16_t>(place);
}

void PackedReadings::add(const PageReading& reading) {
  Page page;
  page.firstMark = m_marks.size();
  page.marks = reading.marks.size();
  page.rest.page = reading.page;
  page.rest.ballotCode = reading.ballotCode;
  page.rest.reasons = reading.reasons;
  page.rest.spots = reading.spots;
  page.rest.orientation = reading.orientation;
  page.rest.dpi = reading.dpi;
  page.rest.widthPx = reading.widthPx, page.rest.heightPx = reading.heightPx;
  for (const MarkReading& mark : reading.marks) {
    const std::uint16_t why = placeOf(mark.why);
    m_marks.push_back({static_cast<std::uint16_t>(mark.candidate), why, static_cast<std::uint8_t>(mark.field),
                       static_cast<std::uint8_t>(mark.state), static_cast<float>(mark.spot.x), static_cast<float>(mark.spot.y),
                       static_cast<float>(mark.spot.w), static_cast<float>(mark.spot.h)});
  }
  m_pages.push_back(std::move(page));
}

PageReading PackedReadings::operator[](std::size_t index) const {
  const Page& page = m_pages[index];
  PageReading reading = page.rest;
  for (std::size_t i = 0; i < page.marks; ++i) {
    const Mark& packed = m_marks[page.firstMark + i];
    MarkReading mark;
    mark.candidate = packed.candidate;
    mark.field = static_cast<Field>(packed.field);
    mark.state = static_cast<MarkState>(packed.state);
    mark.why = m_whys[packed.why];
    mark.spot = {packed.x, packed.y, packed.w, packed.h};
    reading.marks.push_back(std::move(mark));
  }
  return reading;
}

Expected<SharedBallots> loadBallots(const Ledger& ledger, const std::string& contest, int pass) {
  auto out = std::make_shared<Ballots>();
  auto counted = loadContest(ledger, contest);
  if (!counted) return tl::unexpected<Error>(counted.error());
  out->counted = std::move(*counted);
  const auto& passes = out->counted.passes;
  const bool known = std::find(passes.begin(), passes.end(), pass) != passes.end();
  auto loaded = loadPass(ledger, out->counted, known ? pass : passes.empty() ? 1 : passes.front());
  if (!loaded) return tl::unexpected<Error>(loaded.error());
  out->pass = std::move(*loaded);
  SheetFilter filter{contest, out->pass.pass, 0};
  filter.inkPrints = false;
  const auto walked =
      ledger.sheets().forEach(filter, [&out](const StoredSheet& sheet) {  // one by one: packed, they are never all there at once
        out->readings.add(sheet.reading);
        return out->readings.size() < out->pass.sheets.size();  // a scan may go on meanwhile
      });
  if (!walked) return tl::unexpected<Error>(walked.error());
  auto places = pilePlaces(ledger);
  if (!places) return tl::unexpected<Error>(places.error());
  out->places = std::move(*places);
  auto rulings = ledger.rulings().ofContest(contest);
  if (!rulings) return tl::unexpected<Error>(rulings.error());
  for (StoredRuling& ruling : *rulings) out->rulings[ruling.sheet].push_back(std::move(ruling));
  for (std::size_t i = 0; i < out->pass.assembly.ballots.size(); ++i) out->ballotByNumber.emplace(out->pass.assembly.ballots[i].number, i);
  for (std::size_t i = 0; i < out->pass.sheets.size(); ++i) out->sheetById.emplace(out->pass.sheets[i].id, i);
  return SharedBallots(std::move(out));
}

BallotRef ballotRef(const Ballots& ballots, int number) {
  BallotRef ref;
  ref.number = number;
  const auto refTo = [](const AssembledBallot& ballot) { return BallotRef{ballot.number, &ballot, ballot.sheets}; };
  if (const auto ballot = ballots.ballotByNumber.find(number); ballot != ballots.ballotByNumber.end())
    return refTo(ballots.pass.assembly.ballots[ballot->second]);
  const auto sheet = ballots.sheetById.find(number);
  if (sheet == ballots.sheetById.end()) return ref;
  if (const auto& of = ballots.pass.assembly.ballotOf[sheet->second]) return refTo(ballots.pass.assembly.ballots[*of]);
  ref.sheets = {sheet->second};
  return ref;
}

}  // namespace kp::kiosk
