// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/reveal/hall_slides.h"

#include <QDate>
#include <algorithm>
#include <cmath>

#include "kiosk/frame/kept_title.h"
#include "kiosk/frame/words.h"
#include "wiring/journal_text.h"

namespace kp::kiosk {
namespace {

QString dateText(const CongressInfo& info) {
  const QDate date = QDate::fromString(text(info.date), Qt::ISODate);
  QString when =
      date.isValid() ? words("ngày {0} tháng {1} năm {2}", "{0}/{1}/{2}", date.day(), date.month(), date.year()) : text(info.date);
  return info.place.empty() ? when : text(info.place) + QStringLiteral(", ") + when;
}

HallSlide titleSlide(const ResultLook& look) {
  HallSlide slide;
  slide.title = keptTitle(text(look.counted.congress.info.name));
  slide.under = keptTitle(text(contestWords(look.contest())));
  slide.notes = QStringList{dateText(look.counted.congress.info)};
  return slide;
}

HallSlide figuresSlide(const ResultLook& look) {
  HallSlide slide;
  slide.kind = HallSlide::Kind::Figures;
  slide.title = words("Số liệu bầu cử", "Figures of the vote");
  slide.under = text(contestWords(look.contest()));
  const auto add = [&slide](const QString& label, const QString& value) {
    slide.rows.append(QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value}});
  };
  for (const QVariant& entry : figureRows(look)) {
    const QVariantMap row = entry.toMap();
    const QString key = row.value(QStringLiteral("key")).toString();
    if (key.startsWith(QLatin1String("rule:")) || key == QLatin1String("undecided")) continue;
    add(row.value(QStringLiteral("label")).toString(), row.value(QStringLiteral("value")).toString());
  }
  add(words("Số làm căn cứ tính kết quả", "Base of the result"), QString::number(look.result.outcome.base));
  add(words("Số lượng cần bầu", "To be elected"), QString::number(look.contest().seats));
  if (look.majority() > 0) add(words("Quá bán", "Majority"), words("từ {0} phiếu", "{0} votes or more", look.majority()));
  return slide;
}

QStringList voteColumns(const Contest& contest) {
  if (contest.kind == ContestKind::Confidence) return {words("Cao", "High"), words("Tín nhiệm", "Medium"), words("Thấp", "Low")};
  return {faceOf(contest) == Face::Columns ? words("Đồng ý", "For") : words("Số phiếu", "Votes"), words("Tỷ lệ", "Share")};
}

QVariantMap voteRow(const ResultLook& look, std::size_t i) {
  const CandidateVotes& votes = look.result.tally.votes[i];
  const Outcome& outcome = look.result.outcome;
  QVariantMap row{{QStringLiteral("number"), static_cast<int>(i) + 1}, {QStringLiteral("name"), text(look.contest().candidates[i].name)}};
  if (look.contest().kind == ContestKind::Confidence)
    row[QStringLiteral("values")] = QStringList{QString::number(votes.high), QString::number(votes.medium), QString::number(votes.low)};
  else
    row[QStringLiteral("values")] = QStringList{QString::number(votes.yes), percentText(outcome.percent[i])};
  row[QStringLiteral("fraction")] = outcome.base > 0 ? std::min(1.0, double(look.votesOf(i)) / outcome.base) : 0.0;
  return row;
}

/// Spreads rows evenly over as few slides as hold them, so that the last one is not left with a single name.
void addPages(std::vector<HallSlide>& slides, HallSlide like, const QVariantList& rows, int most) {
  const int count = static_cast<int>(rows.size());
  like.pages = std::max(1, (count + most - 1) / most);
  for (int page = 0; page < like.pages; ++page) {
    HallSlide slide = like;
    slide.page = page + 1;
    slide.rows = rows.mid(count * page / like.pages, count * (page + 1) / like.pages - count * page / like.pages);
    if (slide.page < slide.pages) slide.notes.clear();
    slides.push_back(std::move(slide));
  }
}

QStringList hallNotes(const ResultLook& look) {
  const Outcome& outcome = look.result.outcome;
  QStringList notes;
  if (!outcome.tied.empty())
    notes.append(words("{0} người cùng được {1} phiếu: bầu tiếp để xác định người trúng cử.",
                       "{0} have {1} votes each: a further vote decides.", outcome.tied.size(), look.votesOf(outcome.tied.front())));
  if (outcome.shortfall > 0)
    notes.append(words("Còn thiếu {0} người so với số lượng cần bầu.", "{0} short of the number to be elected.", outcome.shortfall));
  return notes;
}

void addElected(std::vector<HallSlide>& slides, const ResultLook& look) {
  HallSlide slide;
  slide.kind = HallSlide::Kind::Elected;
  slide.under = text(contestWords(look.contest()));
  slide.columns = voteColumns(look.contest());
  slide.notes = hallNotes(look);
  const auto& elected = look.result.outcome.elected;
  slide.title = elected.empty() ? words("Chưa có người trúng cử", "Nobody is elected yet")
                                : words("Trúng cử: {0} người", "Elected: {0}", elected.size());
  if (look.majority() > 0) slide.line = words("Quá bán: {0} phiếu", "Majority: {0} votes", look.majority());
  QVariantList rows;
  for (const std::size_t i : elected) rows.append(voteRow(look, i));
  addPages(slides, slide, rows, slide.notes.isEmpty() ? kHallRows - 1 : kHallRows - 2);
}

QString kindKey(HallSlide::Kind kind) {
  switch (kind) {
    case HallSlide::Kind::Figures: return QStringLiteral("figures");
    case HallSlide::Kind::Votes: return QStringLiteral("votes");
    case HallSlide::Kind::Elected: return QStringLiteral("elected");
    case HallSlide::Kind::Title: break;
  }
  return QStringLiteral("title");
}

}  // namespace

QVariantMap HallSlide::toMap() const {
  return {{QStringLiteral("kind"), kindKey(kind)}, {QStringLiteral("title"), title}, {QStringLiteral("under"), under},
          {QStringLiteral("rows"), rows},          {QStringLiteral("line"), line},   {QStringLiteral("notes"), notes},
          {QStringLiteral("columns"), columns},    {QStringLiteral("page"), page},   {QStringLiteral("pages"), pages}};
}

double readableLetter(double metres) { return metres * std::tan(kReadableMinutes / 60 * M_PI / 180); }

double pictureFor(double metres) { return readableLetter(metres) / kLetterShare; }

std::vector<HallSlide> hallSlides(const ResultLook& look, bool released) {
  std::vector<HallSlide> slides{titleSlide(look)};
  if (!released || !look.closed()) return slides;
  slides.push_back(figuresSlide(look));
  HallSlide votes;
  votes.kind = HallSlide::Kind::Votes;
  votes.title = words("Kết quả theo thứ tự trên phiếu", "Votes in ballot order");
  votes.under = text(contestWords(look.contest()));
  votes.columns = voteColumns(look.contest());
  QVariantList rows;
  for (std::size_t i = 0; i < look.result.tally.votes.size(); ++i) rows.append(voteRow(look, i));
  addPages(slides, votes, rows, kHallRows);
  if (look.contest().kind == ContestKind::Election) addElected(slides, look);
  return slides;
}

}  // namespace kp::kiosk
