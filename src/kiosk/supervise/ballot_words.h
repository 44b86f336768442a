// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "count/contest_count.h"
#include "formats/record_json.h"

// What a ballot, a mark, a reason or a ruling is called on screens, in the language of the thread that asks.
namespace kp::kiosk {

/// What the reader saw where it was not sure (MarkReading::why), as a sentence.
QString markWhyText(const MarkReading& mark);
/// A reason in one sentence, with its own detail where it has one.
QString reasonText(const Reason& reason);
/// A few words for a list: "dấu chưa rõ", "thừa số người".
QString whyShort(Why why);
/// What was seen in one field: "có gạch", "không có dấu", "chưa rõ".
QString markText(Face face, MarkState state);
/// A vote as the committee says it: "Không gạch (bầu)", "Gạch (không bầu)", "Đồng ý" …
QString voteText(Face face, Vote vote);
QString fieldText(Field field);
/// "hợp lệ", "không hợp lệ", "chờ kết luận".
QString validityText(Validity validity);
QString stateText(SheetRecord::State state);
/// Sign of a state beside its text: ✓ counted · ? to be looked at · ★ ruled · – set aside.
QString stateSign(SheetRecord::State state);
/// A rule's text in the current language; "" for an unknown id.
QString ruleWords(const std::string& id);
/// What a ballot counts for, in one line: outcome, rule, and the numbers the rule looks at ("giữ 56 người, được bầu 55").
QString countsText(const Contest& contest, const Judgement& judgement, bool taken);
/// UTC of the file as local time of the room, "14:05:31 22/11".
QString timeText(const std::string& utc);
/// "A, B".
QString namesText(const Actors& by);

}  // namespace kp::kiosk
