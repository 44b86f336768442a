// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "reports/paper.h"

/// Words of official papers. They are Vietnamese whatever language the program speaks, so nothing here goes through tr().
namespace kp::wording {

inline constexpr const char* kParty = "ĐẢNG CỘNG SẢN VIỆT NAM";
/// A fact nobody entered: a line to fill in by hand.
inline constexpr const char* kDots = "....................";
inline constexpr const char* kShortDots = ".......";

/// A number in Vietnamese words, −999,999,999 … 999,999,999: 15 "mười lăm", 21 "hai mươi mốt", 105 "một trăm linh năm", 24 "hai mươi tư".
std::string numberInWords(long number);
/// "348 (ba trăm bốn mươi tám)".
std::string withWords(long number);
/// An ordinal after "lần thứ": 1 "nhất", 2 "hai", 4 "tư".
std::string ordinal(int number);

/// ISO date or time → "ngày 15 tháng 10 năm 2015" (36-HD/VPTW: days below 10, January and February with a leading zero);
/// anything else → the same with dotted lines.
std::string dateInWords(const std::string& iso);
/// "2015-10-15T08:30:12…" → "08:30:12 15/10/2015"; text that is no such time comes back unchanged.
std::string shortTime(const std::string& iso);

/// Capitals of a Vietnamese text (NFC UTF-8); other characters unchanged.
std::string capitals(const std::string& text);
/// "97.70" → "97,70".
std::string decimalComma(std::string percent);
/// A span of years as one word: "2015 - 2020" → "2015-2020".
std::string unbroken(std::string span);
/// What cannot be printed (ballot/font_metrics.h: printable) becomes "?": for texts from outside, such as names of files in the journal.
std::string legible(const std::string& text);
/// Hexadecimal digits in groups of eight, so that they can be read out and broken over lines.
std::string grouped(const std::string& hex);
std::string join(const std::vector<std::string>& parts, const std::string& between);

/// "đại biểu" at a congress of delegates, "đảng viên" at one of members.
std::string people(CongressKind kind);
std::string roleText(Role role);
/// A deduction class in the words of 190-QĐ/TW Điều 30 and 244-QĐ/TW Điều 32.
std::string deduction(const std::string& deductionClass);
/// Why a ballot is invalid, in the words usual in minutes; for a rule without one the rule's own text.
std::string invalidReason(const std::string& rule);
/// "190-QĐ/TW Điều …" of a rule, "" when unknown.
std::string ruleSource(const std::string& rule);

/// What is done, in lower case, to stand after "kiểm phiếu": "bầu Ban Chấp hành …", with round and run-off.
std::string actOf(const Contest& contest);
/// The head of a paper of this congress. `kind` e.g. "BIÊN BẢN", `symbol` e.g. "BB".
PaperHead headOf(const PaperData& data, const std::string& kind, const std::string& symbol, const std::string& subject);
/// T/M ĐOÀN CHỦ TỊCH left, T/M BAN KIỂM PHIẾU, TRƯỞNG BAN right, the committee's members under them.
Signatures committeeSignatures(const PaperData& data, bool withPresidium);
/// The committee's head; "" when none is entered.
std::string headName(const PaperData& data);

}  // namespace kp::wording
