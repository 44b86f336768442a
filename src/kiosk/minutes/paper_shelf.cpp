// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/minutes/paper_shelf.h"

#include <QMutex>
#include <map>
#include <set>

#include "election/language_scope.h"
#include "kiosk/frame/images.h"
#include "kiosk/frame/words.h"
#include "reports/pdf/paper_pdf.h"
#include "scanner/source/page_source.h"

namespace kp::kiosk {
namespace {

struct Place {
  std::string stamp;
  ShelvedPaper paper;
};

QMutex mutex;
std::map<std::string, Place>& shelf() {
  static std::map<std::string, Place> places;
  return places;
}

/// Entries that change nothing a paper says. The printed journal lists the making of other papers, so for it those count.
bool isQuiet(const std::string& event, bool journal) {
  static const std::set<Event> always = {Event::SignedIn,       Event::SignedOut,    Event::PinWrong,     Event::Verified,
                                         Event::JournalPrinted, Event::PaperPrinted, Event::SavedToMedium};
  static const std::set<Event> papers = {Event::MinutesMade,    Event::ResultSheetMade, Event::ElectedListMade, Event::RulingsListMade,
                                         Event::ZeroReportMade, Event::ResultsReleased, Event::PackageMade};
  const auto known = parseEvent(event);
  return known && (always.count(*known) > 0 || (!journal && papers.count(*known) > 0));
}

/// The journal's last entry that changed what this paper says.
Expected<std::string> stampOf(const Ledger& ledger, const PaperRequest& request) {
  const bool journal = request.paper == PaperId::Journal;
  const auto entries = ledger.journal().list(journal ? std::string() : request.contest);
  if (!entries) return tl::unexpected<Error>(entries.error());
  std::string stamp;
  for (const JournalEntry& entry : *entries)
    if (!isQuiet(entry.event, journal)) stamp = toHex(entry.hash);
  return stamp;
}

std::string nameOf(const Ledger& ledger, const PaperRequest& request) {
  return ledger.path().string() + '\n' + request.contest + '\n' + std::to_string(static_cast<int>(request.paper));
}

}  // namespace

Expected<ShelvedPaper> PaperShelf::take(const Ledger& ledger, const PaperRequest& request) {
  auto stamp = stampOf(ledger, request);
  if (!stamp) return tl::unexpected<Error>(stamp.error());
  *stamp += '\n' + request.number + '\n' + std::to_string(request.copies);
  const std::string name = nameOf(ledger, request);
  {
    const QMutexLocker lock(&mutex);
    const auto found = shelf().find(name);
    if (found != shelf().end() && found->second.stamp == *stamp) return found->second.paper;
  }
  const auto content = paperContent(ledger, request);
  if (!content) return tl::unexpected<Error>(content.error());
  const LanguageScope vietnamese(Language::Vietnamese);
  auto pdf = paperPdf(*content);
  if (!pdf) return tl::unexpected<Error>(pdf.error());
  const auto pages = countPages(*pdf);
  if (!pages) return tl::unexpected<Error>(pages.error());
  const ShelvedPaper made{PaperImages::keep(std::move(*pdf)), *pages, text(content->code.shortCode), false};
  const QMutexLocker lock(&mutex);
  Place& place = shelf()[name];
  if (place.stamp == *stamp) {  // the other desk made the same one meanwhile, and somebody looks at it
    PaperImages::drop(made.key);
    return place.paper;
  }
  if (!place.paper.key.isEmpty()) PaperImages::drop(place.paper.key);
  place = {*stamp, made};
  return made;
}

Expected<void> PaperShelf::note(Ledger& ledger, const PaperRequest& request, const ShelvedPaper& paper, const Actors& by) {
  if (paper.noted) return {};
  const auto pdf = PaperImages::bytes(paper.key);
  if (!pdf)
    return fail(ErrorKind::NotFound,
                tr("Văn bản vừa được lập lại vì số liệu thay đổi; chưa ghi gì. Hãy xem lại rồi làm tiếp.",
                   "The paper was just made anew because something changed; nothing was written. Look at it, then go on."));
  if (auto noted = notePaper(ledger, request, *pdf, by); !noted) return noted;
  const QMutexLocker lock(&mutex);
  const auto found = shelf().find(nameOf(ledger, request));
  if (found != shelf().end() && found->second.paper.key == paper.key) found->second.paper.noted = true;
  return {};
}

}  // namespace kp::kiosk
