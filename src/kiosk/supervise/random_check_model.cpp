// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/supervise/random_check_model.h"

#include <algorithm>

#include "kiosk/frame/words.h"
#include "kiosk/supervise/ballot_words.h"

namespace kp::kiosk {
namespace {

QString answerText(const std::optional<PaperAnswer>& answer) {
  if (!answer) return words("Chưa xem", "Not looked at");
  switch (*answer) {
    case PaperAnswer::Agrees: return words("✓ Khớp", "✓ Agrees");
    case PaperAnswer::Differs: return words("≠ Khác", "≠ Differs");
    case PaperAnswer::NotFound: break;
  }
  return words("? Không tìm thấy tờ phiếu", "? Paper not found");
}

/// What the paper must show: names struck, or names with anything but agree; long lists by number.
QString readingText(const Contest& contest, const DrawnBallot& drawn) {
  const bool strike = faceOf(contest) == Face::StrikeOut;
  QStringList struck;
  for (std::size_t i = 0; i < drawn.votes.size(); ++i) {
    if (drawn.votes[i] == Vote::No) struck << QString::number(i + 1);
    if (drawn.votes[i] != Vote::Yes && drawn.votes[i] != Vote::No)
      struck << words("{0} ({1})", "{0} ({1})", i + 1, voteText(faceOf(contest), drawn.votes[i]).toStdString());
  }
  const std::string numbers = struck.join(QStringLiteral(", ")).toStdString();
  const std::string outcome = drawn.validity == Validity::Invalid ? validityText(drawn.validity).toStdString() + " " + drawn.rule
                                                                  : validityText(drawn.validity).toStdString();
  if (struck.isEmpty())
    return strike ? words("Không gạch ai; {0}", "Nobody struck; {0}", outcome)
                  : words("Đồng ý tất cả; {0}", "Agrees with all; {0}", outcome);
  return strike ? words("Gạch số {0}; {1}", "Struck: {0}; {1}", numbers, outcome)
                : words("Không phải Đồng ý: {0}; {1}", "Not Agree: {0}; {1}", numbers, outcome);
}

QString placesText(const DrawnBallot& drawn) {
  QStringList places;
  for (const PilePlace& p : drawn.places)
    places << words("Xấp {0}, tờ thứ {1} trong {2} (tờ số {3})", "Pile {0}, number {1} of {2} (sheet {3})", p.pile, p.place, p.ofPile,
                    p.sheet);
  return places.join(QStringLiteral("; "));
}

}  // namespace

struct RandomCheckModel::Loaded {
  CountedContest counted;
  std::vector<RandomCheck> checks;
  int total = 0, pass = 1;
  std::optional<int> toChange;
};

RandomCheckModel::RandomCheckModel(QObject* parent)
    : PageModel(parent), m_rows({"ballot", "place", "reading", "answer", "answerText", "note", "changed"}) {
  connect(this, &PageModel::stationChanged, this, [this] {
    if (station()) connect(station()->session(), &Session::changed, this, &RandomCheckModel::changed);
  });
}

bool RandomCheckModel::mayCheck() const { return station() && station()->session()->may(QStringLiteral("randomCheck")); }

void RandomCheckModel::reload() {
  const std::string id = contest();
  if (id.empty()) return;
  look(
      [id](const Ledger& ledger) -> Expected<Loaded> {
        Loaded out;
        auto counted = loadContest(ledger, id);
        if (!counted) return tl::unexpected<Error>(counted.error());
        out.counted = std::move(*counted);
        out.pass = out.counted.passes.empty() ? 1 : out.counted.passes.front();
        const auto pass = loadPass(ledger, out.counted, out.pass);
        if (!pass) return tl::unexpected<Error>(pass.error());
        out.total = static_cast<int>(pass->judgements().size());
        const auto figures = ledger.figures().of(id);
        if (!figures) return tl::unexpected<Error>(figures.error());
        out.toChange = ballotsToChangeOutcome(out.counted, resultOf(out.counted, *pass, *figures));
        auto checks = randomChecks(ledger, id);
        if (!checks) return tl::unexpected<Error>(checks.error());
        out.checks = std::move(*checks);
        return out;
      },
      [this, id](Loaded loaded) {
        if (id == contest()) show(std::move(loaded));
      });
}

void RandomCheckModel::show(Loaded loaded) {
  m_total = loaded.total;
  m_pass = loaded.pass;
  m_toChange = loaded.toChange;
  m_drawings = static_cast<int>(loaded.checks.size());
  const auto total = static_cast<std::size_t>(m_total);
  m_suggested = m_total == 0 ? 0 : static_cast<int>(ballotsToDraw(total, std::max(1, m_toChange.value_or(std::max(1, m_total / 10)))));
  m_check.reset();
  if (!loaded.checks.empty()) m_check = std::move(loaded.checks.back());
  std::vector<QVariantMap> rows;
  if (m_check)
    for (const DrawnBallot& drawn : m_check->ballots)
      rows.push_back({{QStringLiteral("ballot"), drawn.ballot},
                      {QStringLiteral("place"), placesText(drawn)},
                      {QStringLiteral("reading"), readingText(loaded.counted.contest, drawn)},
                      {QStringLiteral("answer"), drawn.answer ? QString::fromStdString(toString(*drawn.answer)) : QString()},
                      {QStringLiteral("answerText"), answerText(drawn.answer)},
                      {QStringLiteral("note"), text(drawn.note)},
                      {QStringLiteral("changed"), drawn.changedSince}});
  m_rows.setRows(std::move(rows));
  emit changed();
}

QString RandomCheckModel::story() const {
  if (!m_check) return {};
  return words("Rút {0} trong {1} phiếu lúc {2}; xúc xắc: {3}; người ghi: {4}.", "{0} of {1} ballots drawn at {2}; dice: {3}; by {4}.",
               m_check->ballots.size(), m_check->total, timeText(m_check->time).toStdString(), m_check->seed,
               namesText(m_check->by).toStdString());
}

bool RandomCheckModel::isGood() const { return m_check && m_check->open() == 0 && m_check->agree() == m_check->ballots.size(); }

QString RandomCheckModel::finding() const {
  if (!m_check || m_check->open() > 0) return {};
  if (const auto most = differingPerMilleAtMost(*m_check)) {
    if (*most == 0) return words("Đã so tất cả các phiếu: mọi phiếu đều khớp.", "All ballots were compared: every one agrees.");
    return words("Cả {0} phiếu đều khớp: với độ tin cậy 95 %, số phiếu đọc sai ít hơn {1},{2} % tổng số.",
                 "All {0} agree: with 95 % confidence fewer than {1}.{2} % of all ballots are read differently.", m_check->ballots.size(),
                 *most / 10, *most % 10);
  }
  return words(
      "Có {0} phiếu khác và {1} phiếu không tìm thấy: Ban kiểm phiếu xem từng phiếu này, kết luận hoặc quét lại, rồi kiểm tra lượt mới.",
      "{0} differ and {1} were not found: the committee looks at each, rules or scans again, then checks anew.", m_check->differ(),
      m_check->notFound());
}

QString RandomCheckModel::advice() const {
  if (m_total == 0) return words("Chưa có phiếu nào để kiểm tra.", "There is no ballot to check yet.");
  if (!m_toChange) return words("Nên rút {0} trong {1} phiếu.", "{0} of {1} ballots should be drawn.", m_suggested, m_total);
  if (m_suggested >= m_total)
    return words("Nên xem cả {0} phiếu: từ {1} phiếu đọc sai trở lên, kết quả trúng cử có thể thay đổi.",
                 "All {0} ballots should be looked at: {1} or more read wrongly could change who is elected.", m_total,
                 std::max(1, *m_toChange));
  return words(
      "Nên rút {0} trong {1} phiếu. Từ {2} phiếu đọc sai trở lên, kết quả trúng cử có thể thay đổi; nếu {0} phiếu rút ra đều khớp, có thể tin đến 95 % là không có chừng ấy phiếu sai.",
      "{0} of {1} ballots should be drawn. {2} or more read wrongly could change who is elected; if all {0} drawn agree, one can be 95 % confident that there are not so many.",
      m_suggested, m_total, std::max(1, *m_toChange));
}

int RandomCheckModel::rolls(const QString& typed) const {
  int rolls = 0;
  for (const QChar c : typed) {
    if (c.isSpace() || c == QLatin1Char(',')) continue;
    if (c < QLatin1Char('1') || c > QLatin1Char('6')) return -1;
    ++rolls;
  }
  return rolls;
}

void RandomCheckModel::draw(const QString& dice, int count) {
  if (!station()) return;
  act([id = contest(), pass = m_pass, dice = dice.toStdString(), count, by = station()->session()->actors()](
          Ledger& ledger) { return drawSample(ledger, id, pass, dice, static_cast<std::size_t>(std::max(0, count)), by); },
      [](const RandomCheck&) {});
}

void RandomCheckModel::answer(int ballot, const QString& answer, const QString& note) {
  const auto parsed = parsePaperAnswer(answer.toStdString());
  if (!m_check || !parsed || !station()) return;
  act([id = m_check->id, ballot, given = *parsed, note = note.toStdString(),
       by = station()->session()->actors()](Ledger& ledger) { return recordAnswer(ledger, id, ballot, given, note, by); },
      [](const RandomCheck&) {});
}

}  // namespace kp::kiosk
