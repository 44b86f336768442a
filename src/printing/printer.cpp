// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/printer.h"

#include <cups/cups.h>

#include <algorithm>
#include <memory>

#include "election/text.h"

namespace kp {
namespace {

constexpr int kConnectMilliseconds = 5000;  ///< the service is on this machine; longer means it hangs

using Connection = std::unique_ptr<http_t, decltype(&httpClose)>;

/// The queues of one answer, freed with it.
class Destinations {
 public:
  explicit Destinations(http_t* http) { m_count = cupsGetDests2(http, &m_list); }
  ~Destinations() { cupsFreeDests(m_count, m_list); }
  Destinations(const Destinations&) = delete;
  Destinations& operator=(const Destinations&) = delete;
  const cups_dest_t* begin() const { return m_list; }
  const cups_dest_t* end() const { return m_list + m_count; }
  const cups_dest_t* find(const std::string& name) const { return cupsGetDest(name.c_str(), nullptr, m_count, m_list); }

 private:
  cups_dest_t* m_list = nullptr;
  int m_count = 0;
};

Expected<Connection> connect() {
  cupsSetServer(nullptr);  // the service named now, not the one that this thread asked first
  Connection http(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1, kConnectMilliseconds, nullptr),
                  &httpClose);
  if (!http)
    return fail(
        ErrorKind::Io,
        tr("Dịch vụ in (CUPS) của máy này không chạy. Chưa có gì được in. Hãy lưu thành tệp PDF rồi in từ máy khác, hoặc nhờ nhân viên kỹ "
           "thuật bật dịch vụ in.",
           "The printing service (CUPS) of this machine is not running. Nothing was printed. Save a PDF and print it from another machine, or "
           "have the technician start the service."));
  return http;
}

std::string optionOf(const cups_dest_t& dest, const char* name) {
  const char* value = cupsGetOption(name, dest.num_options, dest.options);
  return value ? value : "";
}

bool accepts(const cups_dest_t& dest) { return optionOf(dest, "printer-is-accepting-jobs") != "false"; }

std::string stateOf(const cups_dest_t& dest) {
  const std::string trouble = printerTrouble(optionOf(dest, "printer-state-reasons"));
  const std::string state = optionOf(dest, "printer-state");
  if (!trouble.empty()) return trouble;
  if (!accepts(dest))
    return tr("không nhận việc in: bật lại trong phần cài đặt máy in", "takes no jobs: enable it in the printer settings");
  if (state == "5") return tr("đang dừng: xem màn hình của máy in", "stopped: look at the printer's own display");
  return state == "4" ? tr("đang in", "printing") : tr("sẵn sàng", "ready");
}

tl::unexpected<Error> noPrinter(const std::string& name) {
  return fail(ErrorKind::NotFound,
              trf("Không có máy in “{0}” trên máy này. Chưa có gì được in. Hãy chọn máy in khác hoặc lưu thành tệp PDF.",
                  "There is no printer \"{0}\" on this machine. Nothing was printed. Pick another one, or save a PDF.", name));
}

Expected<void> fits(const std::string& pdf, const PrintJob& job) {
  if (pdf.rfind("%PDF-", 0) != 0)
    return fail(ErrorKind::BadInput, tr("Không phải tệp PDF; chưa có gì được in", "This is no PDF; nothing was printed"));
  if (job.copies < 1 || (job.paper != "A4" && job.paper != "A5"))
    return fail(ErrorKind::BadInput, trf("Không in được {0} bản trên giấy {1}; chưa có gì được in",
                                         "{0} copies on {1} cannot be printed; nothing was printed", job.copies, job.paper));
  return {};
}

/// Options that keep the ballot's millimetres and its pages together.
class Options {
 public:
  explicit Options(const PrintJob& job) {
    add("copies", std::to_string(job.copies));
    add("media", job.paper);
    add("sides", job.twoSided ? "two-sided-long-edge" : "one-sided");
    add("print-scaling", "none");
    add("fit-to-page", "false");
    add("multiple-document-handling", "separate-documents-collated-copies");
    add("collate", "true");
  }
  ~Options() { cupsFreeOptions(m_count, m_list); }
  Options(const Options&) = delete;
  Options& operator=(const Options&) = delete;
  int count() const { return m_count; }
  cups_option_t* list() const { return m_list; }

 private:
  void add(const char* name, const std::string& value) { m_count = cupsAddOption(name, value.c_str(), m_count, &m_list); }
  int m_count = 0;
  cups_option_t* m_list = nullptr;
};

tl::unexpected<Error> notSent(const std::string& printer) {
  return fail(ErrorKind::Io,
              trf("Không gửi được tới máy in “{0}”: {1}. Chưa có phiếu nào được in. Hãy xem lại máy in, hoặc lưu thành tệp PDF.",
                  "Nothing could be sent to the printer \"{0}\": {1}. No ballot was printed. Look at the printer, or save a PDF.", printer,
                  cupsLastErrorString()));
}

PrintState stateOf(const cups_job_t& job) {
  switch (job.state) {
    case IPP_JSTATE_HELD:
      return job.processing_time > 0 ? PrintState::Stopped : PrintState::Held;  // begun, failed, and held until CUPS tries it again
    case IPP_JSTATE_PROCESSING: return PrintState::Printing;
    case IPP_JSTATE_STOPPED: return PrintState::Stopped;
    case IPP_JSTATE_CANCELED: return PrintState::Cancelled;
    case IPP_JSTATE_ABORTED: return PrintState::Failed;
    case IPP_JSTATE_COMPLETED: return PrintState::Done;
    default: return PrintState::Waiting;
  }
}

std::string sentenceOf(PrintState state) {
  switch (state) {
    case PrintState::Waiting: return tr("Đang chờ máy in.", "Waiting for the printer.");
    case PrintState::Printing: return tr("Máy in đang in.", "Printing.");
    case PrintState::Held:
      return tr("Việc in đang bị giữ lại; hãy cho in tiếp trên máy in.", "The job is held; release it at the printer.");
    case PrintState::Stopped:
      return tr(
          "Máy in báo lỗi nên chưa in xong; việc in còn trong máy và sẽ được thử lại từ đầu. Hãy xem màn hình, giấy, mực và dây của máy in, cất riêng những tờ đã ra; không in nữa thì bấm hủy việc in.",
          "The printer reported a fault and has not finished; the job is still there and will be tried again from its beginning. Look at the printer's display, paper, toner and cable, put aside the sheets that came out; to stop, cancel the job.");
    case PrintState::Cancelled:
      return tr("Việc in đã bị hủy. Hãy đếm lại những tờ đã ra.", "The job was cancelled. Count the sheets that came out.");
    case PrintState::Failed:
      return tr("Máy in báo hỏng giữa chừng. Hãy đếm lại những tờ đã ra, rồi in phần còn thiếu.",
                "The printer failed half-way. Count the sheets that came out, then print what is missing.");
    case PrintState::Done: return tr("Đã in xong. Hãy đếm số tờ.", "Printed. Count the sheets.");
  }
  return {};
}

/// A job that waits, with what its printer says: people must go there, or only know of it.
PrintStatus withTrouble(PrintStatus status, const std::string& reasons) {
  const std::string trouble = printerTrouble(reasons);
  if (status.over() || trouble.empty()) return status;
  if (stopsPrinting(reasons)) return {PrintState::Stopped, trf("Máy in dừng: {0}.", "The printer waits: {0}.", trouble)};
  return {status.state, trf("{0} Lưu ý: {1}.", "{0} Note: {1}.", status.what, trouble)};
}

}  // namespace

Expected<std::vector<Printer>> listPrinters() {
  const auto http = connect();
  if (!http) return tl::unexpected<Error>(http.error());
  std::vector<Printer> printers;
  const Destinations destinations(http->get());
  for (const cups_dest_t& dest : destinations) {
    if (dest.instance) continue;  // saved settings of a queue, not a printer
    Printer printer;
    printer.name = dest.name;
    printer.description = optionOf(dest, "printer-info");
    if (printer.description.empty()) printer.description = printer.name;
    printer.location = optionOf(dest, "printer-location");
    printer.isDefault = dest.is_default != 0;
    printer.accepting = accepts(dest);
    printer.state = stateOf(dest);
    printers.push_back(std::move(printer));
  }
  std::sort(printers.begin(), printers.end(),
            [](const Printer& a, const Printer& b) { return a.isDefault != b.isDefault ? a.isDefault : a.name < b.name; });
  return printers;
}

Expected<int> sendPdf(const std::string& pdf, const PrintJob& job) {
  if (const auto fit = fits(pdf, job); !fit) return tl::unexpected<Error>(fit.error());
  const auto http = connect();
  if (!http) return tl::unexpected<Error>(http.error());
  const Destinations destinations(http->get());
  const cups_dest_t* dest = destinations.find(job.printer);
  if (!dest) return noPrinter(job.printer);
  if (!accepts(*dest))
    return fail(ErrorKind::Refused,
                trf("Máy in “{0}” đang không nhận việc in. Chưa có gì được in. Hãy bật lại trong phần cài đặt máy in.",
                    "The printer \"{0}\" takes no jobs. Nothing was printed. Enable it in the printer settings.", job.printer));
  const Options options(job);
  const int id = cupsCreateJob(http->get(), job.printer.c_str(), job.title.c_str(), options.count(), options.list());
  if (id <= 0) return notSent(job.printer);
  const bool sent =
      cupsStartDocument(http->get(), job.printer.c_str(), id, job.title.c_str(), CUPS_FORMAT_PDF, 1) == HTTP_STATUS_CONTINUE &&
      cupsWriteRequestData(http->get(), pdf.data(), pdf.size()) == HTTP_STATUS_CONTINUE &&
      cupsFinishDocument(http->get(), job.printer.c_str()) <= IPP_STATUS_OK_CONFLICTING;
  if (!sent) {
    const auto error = notSent(job.printer);
    cupsCancelJob2(http->get(), job.printer.c_str(), id, 0);  // half a job must not come out later
    return error;
  }
  return id;
}

Expected<PrintStatus> printStatus(const std::string& printer, int job) {
  const auto http = connect();
  if (!http) return tl::unexpected<Error>(http.error());
  cups_job_t* jobs = nullptr;
  const int count = cupsGetJobs2(http->get(), &jobs, printer.c_str(), 0, CUPS_WHICHJOBS_ALL);
  const auto* found = std::find_if(jobs, jobs + std::max(count, 0), [job](const cups_job_t& j) { return j.id == job; });
  const bool known = count > 0 && found != jobs + count;
  const PrintState state = known ? stateOf(*found) : PrintState::Waiting;
  cupsFreeJobs(std::max(count, 0), jobs);
  if (!known)
    return fail(ErrorKind::NotFound,
                trf("Máy in “{0}” không còn biết việc in số {1}. Hãy đếm những tờ đã ra.",
                    "The printer \"{0}\" does not know job {1} any more. Count the sheets that came out.", printer, job));
  const Destinations destinations(http->get());
  const cups_dest_t* dest = destinations.find(printer);
  return withTrouble({state, sentenceOf(state)}, dest ? optionOf(*dest, "printer-state-reasons") : std::string());
}

Expected<void> cancelPrint(const std::string& printer, int job) {
  const auto http = connect();
  if (!http) return tl::unexpected<Error>(http.error());
  if (cupsCancelJob2(http->get(), printer.c_str(), job, 0) > IPP_STATUS_OK_CONFLICTING)
    return fail(ErrorKind::Io, trf("Không hủy được việc in số {0}: {1}. Hãy hủy trên máy in.",
                                   "Job {0} could not be cancelled: {1}. Cancel it at the printer.", job, cupsLastErrorString()));
  return {};
}

}  // namespace kp
