// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/closed_result.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "count/closing.h"
#include "election/text.h"

namespace kp {
namespace {

using Fields = std::map<std::string, std::string>;

Fields fieldsOfText(const std::string& text) {
  Fields fields;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find("; ", at), text.size());
    const std::string field = text.substr(at, end - at);
    const std::size_t equals = field.find('=');
    if (equals != std::string::npos) fields[field.substr(0, equals)] = field.substr(equals + 1);
    at = end + 2;
  }
  return fields;
}

std::optional<int> numberOf(const std::string& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::optional<int> numberIn(const Fields& fields, const std::string& name) {
  const auto at = fields.find(name);
  return at == fields.end() ? std::nullopt : numberOf(at->second);
}

/// "340/6/0" or "17,1"; an entry that is no number is left out, which makes the list too short.
std::vector<int> numbersOf(const std::string& text, char separator) {
  std::vector<int> numbers;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (const auto number = numberOf(text.substr(at, end - at))) numbers.push_back(*number);
    at = end + 1;
  }
  return numbers;
}

/// The place of a candidate's row ("1" … on the ballot).
std::optional<std::size_t> placeOf(const Contest& contest, const std::string& field) {
  const auto number = numberOf(field);
  if (!number || *number < 1 || static_cast<std::size_t>(*number) > contest.candidates.size()) return std::nullopt;
  return static_cast<std::size_t>(*number) - 1;
}

/// What a field of resultText() is, for people.
std::string nameOf(const Contest& contest, const std::string& field) {
  const std::map<std::string, std::string> words = {
      {"pass", tr("Lượt kiểm", "Pass")},
      {"sheets", tr("Số tờ đã kiểm", "Sheets counted")},
      {"convened", tr("Số triệu tập", "Convened")},
      {"present", tr("Số có mặt", "Present")},
      {"issued", tr("Số phiếu phát ra", "Ballots issued")},
      {"returned", tr("Số phiếu thu về", "Ballots returned")},
      {"base", tr("Số làm căn cứ tính kết quả", "Base of the result")},
      {"valid", tr("Số phiếu hợp lệ", "Valid ballots")},
      {"invalid", tr("Số phiếu không hợp lệ", "Invalid ballots")},
      {"elected", tr("Những người trúng cử (số trên phiếu)", "The elected (numbers on the ballot)")},
      {"tied", tr("Những người ngang phiếu (số trên phiếu)", "Those tied (numbers on the ballot)")},
      {"shortfall", tr("Số chỗ còn thiếu", "Seats left empty")},
  };
  if (const auto word = words.find(field); word != words.end()) return word->second;
  if (field.rfind("invalid.", 0) == 0) return trf("Số phiếu không hợp lệ theo {0}", "Ballots invalid by {0}", field.substr(8));
  const auto& classes = deductionClasses(CongressKind::Members);
  const auto& others = deductionClasses(CongressKind::Delegates);
  if (std::count(classes.begin(), classes.end(), field) + std::count(others.begin(), others.end(), field) > 0) return deductionText(field);
  const auto place = placeOf(contest, field);
  return place ? contest.candidates[*place].name : field;
}

/// What another pairing of the same pages may change; figures that people entered it cannot.
bool hangsOnPairing(const Contest& contest, const std::string& field) {
  static const std::set<std::string> kFields = {"sheets", "valid", "invalid", "elected", "tied", "shortfall"};
  return kFields.count(field) > 0 || field.rfind("invalid.", 0) == 0 || placeOf(contest, field);
}

}  // namespace

Expected<std::optional<JournalEntry>> newestClosing(const Ledger& ledger, const std::string& contest) {
  auto journal = ledger.journal().list(contest);
  if (!journal) return tl::unexpected<Error>(journal.error());
  const auto closing = std::find_if(journal->rbegin(), journal->rend(), [&contest](const JournalEntry& entry) {
    return entry.event == toString(Event::ContestClosed) && entry.contest == contest;
  });
  return closing == journal->rend() ? std::nullopt : std::optional<JournalEntry>(std::move(*closing));
}

ClosingComparison compareWithClosing(const CountedContest& counted, const ContestResult& result, const std::string& recorded) {
  Fields was = fieldsOfText(recorded), is = fieldsOfText(resultText(counted.contest, result));
  const int method = numberIn(was, "method").value_or(1);
  was.erase("method");
  is.erase("method");
  ClosingComparison found;
  bool onlyPairing = true;
  const auto valueIn = [](const Fields& fields, const std::string& name) {
    const auto at = fields.find(name);
    return at == fields.end() ? std::string("–") : at->second;
  };
  Fields all = was;
  all.insert(is.begin(), is.end());
  for (const auto& [name, value] : all) {
    if (valueIn(was, name) == valueIn(is, name)) continue;
    onlyPairing = onlyPairing && hangsOnPairing(counted.contest, name);
    found.differences.push_back(trf("{0}: khi chốt là {1}, tính lại từ các tờ phiếu là {2}",
                                    "{0}: {1} when closed, {2} recomputed from the sheets", nameOf(counted.contest, name),
                                    valueIn(was, name), valueIn(is, name)));
  }
  found.otherMethod =
      !found.differences.empty() && method < kCountingMethod && counted.pages > 1 && onlyPairing && result.tally.undecided > 0;
  return found;
}

std::string otherMethodText(const ContestResult& result) {
  return trf(
      "Cuộc bầu được chốt theo cách ghép trang phiếu của phiên bản trước. Ghép theo cách hiện nay, {0} phiếu nhiều trang chưa chắc là của "
      "cùng một người nên không tính lại được để so với kết quả đã chốt: chương trình không xác nhận cũng không bác bỏ kết quả ấy. Hãy dùng biên bản đã "
      "ký khi chốt; cần in lại thì mở lại cuộc bầu, Ban kiểm phiếu quyết định các phiếu này rồi chốt.",
      "The contest was closed by the way in which an earlier version paired pages. By today's, {0} ballots of several pages may not be one "
      "voter's, so that nothing can be recomputed to compare with what was closed: the program neither confirms nor refutes that result. Use the minutes signed "
      "at closing; to print them again, reopen the contest, let the committee rule on these ballots, and close.",
      result.tally.undecided);
}

Expected<ContestResult> resultAsClosed(const Contest& contest, const std::string& recorded) {
  const Fields fields = fieldsOfText(recorded);
  ContestResult result;
  result.figures.convened = numberIn(fields, "convened");
  result.figures.present = numberIn(fields, "present");
  result.figures.issued = numberIn(fields, "issued");
  result.figures.returned = numberIn(fields, "returned");
  const auto base = numberIn(fields, "base"), valid = numberIn(fields, "valid"), invalid = numberIn(fields, "invalid");
  const auto elected = fields.find("elected");
  bool whole = base && valid && invalid && elected != fields.end();
  const bool confidence = faceOf(contest) == Face::Confidence;
  for (std::size_t i = 0; whole && i < contest.candidates.size(); ++i) {
    const auto row = fields.find(std::to_string(i + 1));
    const std::vector<int> n = row == fields.end() ? std::vector<int>() : numbersOf(row->second, '/');
    whole = n.size() == (confidence ? 4U : 3U);
    if (!whole) break;
    CandidateVotes votes;
    (confidence ? votes.high : votes.yes) = n[0];
    (confidence ? votes.medium : votes.no) = n[1];
    if (confidence) votes.low = n[2];
    votes.notCounted = n.back();
    result.tally.votes.push_back(votes);
  }
  if (!whole)
    return fail(ErrorKind::BadInput, tr("Nhật ký không ghi đủ kết quả khi chốt", "The journal does not hold the whole result of closing"));
  result.outcome.base = *base;
  result.tally.valid = *valid;
  result.tally.invalid = *invalid;
  for (const int number : numbersOf(elected->second, ','))
    if (const auto place = placeOf(contest, std::to_string(number))) result.outcome.elected.push_back(*place);
  return result;
}

Expected<void> requireAsClosed(const Ledger& ledger, const CountedContest& counted, const ContestResult& result) {
  if (!counted.state.closed) return {};
  const auto closing = newestClosing(ledger, counted.contest.id);
  if (!closing) return tl::unexpected<Error>(closing.error());
  const ClosingComparison found = compareWithClosing(counted, result, *closing ? (*closing)->details : std::string());
  if (found.differences.empty()) return {};
  if (found.otherMethod) return fail(ErrorKind::Refused, otherMethodText(result));
  return fail(
      ErrorKind::Damaged,
      trf("Kết quả tính lại của “{0}” khác với kết quả đã chốt ({1} chỗ; {2}): tệp đã bị sửa ngoài chương trình. Không lập, không ký và không "
          "công bố gì theo số liệu này; biên bản đã in khi chốt vẫn giữ nguyên. Hãy giữ tệp lại để xem xét, kiểm tra bằng “verify” và dùng bản sao lưu.",
          "The recomputed result of \"{0}\" is not the one that was closed ({1} differences; {2}): the file was changed behind the program's back. Nothing "
          "is made, signed or announced by these numbers; minutes printed at closing stand. Keep the file to be looked into, check it with \"verify\" "
          "and use a backup copy.",
          counted.contest.title, found.differences.size(), found.differences.front()));
}

}  // namespace kp
