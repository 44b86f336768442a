// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/pdf/canvas.h"

#include <hpdf.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <vector>

#include "ballot/font_metrics.h"
#include "election/text.h"

namespace kp {
namespace {

// Only fonts-liberation2's files print every Vietnamese letter through libharu; fonts-liberation's lack them (tried on Debian 12).
constexpr const char* kFontFolders[] = {"/usr/share/fonts/truetype/liberation2", "/usr/share/fonts/liberation2",
                                        "/usr/local/share/fonts/liberation2"};
constexpr const char* kFontFiles[] = {"LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf", "LiberationSerif-Italic.ttf",
                                      "LiberationSerif-BoldItalic.ttf"};

std::optional<std::string> fontFile(const char* name) {
  std::error_code ignored;
  for (const char* folder : kFontFolders) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    if (std::filesystem::is_regular_file(path, ignored)) return path.string();
  }
  return std::nullopt;
}

Error pdfError(unsigned long status, unsigned long detail) {
  char code[48];
  std::snprintf(code, sizeof code, "0x%04lX/%lu", status, detail);
  return {ErrorKind::Io,
          trf("Không tạo được tệp PDF (libharu báo lỗi {0}). Dữ liệu phiếu không bị ảnh hưởng; hãy thử lại hoặc kiểm tra bộ nhớ trống.",
              "The PDF could not be made (libharu error {0}). The ballots' data is not affected; try again or check free memory.", code)};
}

}  // namespace

struct Canvas::Impl {
  HPDF_Doc doc = nullptr;
  HPDF_Page page = nullptr;
  std::vector<HPDF_Page> pages;
  std::array<HPDF_Font, 4> fonts{};
  mutable std::optional<Error> error{};

  ~Impl() {
    if (doc) HPDF_Free(doc);
  }
  // libharu keeps its first error; without a handler of ours it is asked after each call.
  bool ok() const {
    if (!error && doc && HPDF_GetError(doc) != HPDF_OK) error = pdfError(HPDF_GetError(doc), HPDF_GetErrorDetail(doc));
    return !error;
  }
  bool drawable() const { return !error && page; }
  float x(double mm) const { return static_cast<float>(mm / kMmPerPt); }
  float y(double mm) const { return HPDF_Page_GetHeight(page) - static_cast<float>(mm / kMmPerPt); }

  bool loadFonts() {
    for (std::size_t i = 0; i < fonts.size(); ++i) {
      const auto file = fontFile(kFontFiles[i]);
      if (!file) {
        error = Error{
            ErrorKind::Io,
            trf("Không tìm thấy phông chữ {0}. Hãy cài gói fonts-liberation2 (apt-get install fonts-liberation2) rồi làm lại.",
                "The font {0} was not found. Install the package fonts-liberation2 (apt-get install fonts-liberation2) and try again.",
                kFontFiles[i])};
        return false;
      }
      const char* name = HPDF_LoadTTFontFromFile(doc, file->c_str(), HPDF_TRUE);
      if (!ok() || !name) return false;
      fonts[i] = HPDF_GetFont(doc, name, "UTF-8");
      if (!ok() || !fonts[i]) return false;
    }
    return true;
  }

  void setInfo(const PdfInfo& info) {
    if (!info.title.empty()) HPDF_SetInfoAttr(doc, HPDF_INFO_TITLE, info.title.c_str());
    if (ok() && !info.author.empty()) HPDF_SetInfoAttr(doc, HPDF_INFO_AUTHOR, info.author.c_str());
    HPDF_Date date{};
    date.ind = ' ';
    if (ok() && std::sscanf(info.createdIso.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &date.year, &date.month, &date.day, &date.hour,
                            &date.minutes, &date.seconds) == 6)
      HPDF_SetInfoDateAttr(doc, HPDF_INFO_CREATION_DATE, date);
    ok();
  }
};

Canvas::Canvas(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Canvas::~Canvas() = default;
Canvas::Canvas(Canvas&&) noexcept = default;
Canvas& Canvas::operator=(Canvas&&) noexcept = default;

Expected<Canvas> Canvas::create(const PdfInfo& info) {
  auto impl = std::make_unique<Impl>();
  impl->doc = HPDF_New(nullptr, nullptr);
  if (!impl->doc) return tl::unexpected<Error>(pdfError(HPDF_FAILD_TO_ALLOC_MEM, 0));
  HPDF_UseUTFEncodings(impl->doc);
  if (impl->ok()) HPDF_SetCurrentEncoder(impl->doc, "UTF-8");
  if (impl->ok()) HPDF_SetCompressionMode(impl->doc, HPDF_COMP_ALL);
  if (impl->ok()) impl->setInfo(info);
  if (impl->ok()) impl->loadFonts();
  if (!impl->ok()) return tl::unexpected<Error>(*impl->error);
  return Canvas(std::move(impl));
}

void Canvas::addPage(double widthMm, double heightMm) {
  if (m_impl->error) return;
  HPDF_Page page = HPDF_AddPage(m_impl->doc);
  if (!m_impl->ok() || !page) return;
  HPDF_Page_SetWidth(page, static_cast<float>(widthMm / kMmPerPt));
  HPDF_Page_SetHeight(page, static_cast<float>(heightMm / kMmPerPt));
  m_impl->pages.push_back(page);
  m_impl->page = page;
  m_impl->ok();
}

int Canvas::pageCount() const { return static_cast<int>(m_impl->pages.size()); }

void Canvas::selectPage(int page) { m_impl->page = m_impl->pages.at(static_cast<std::size_t>(page - 1)); }

void Canvas::text(double xMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray) {
  if (!m_impl->drawable() || utf8.empty()) return;
  HPDF_Page page = m_impl->page;
  const HPDF_Font font = m_impl->fonts[static_cast<std::size_t>(style)];
  HPDF_Page_SetGrayFill(page, static_cast<float>(gray));
  if (m_impl->ok()) HPDF_Page_BeginText(page);
  if (m_impl->ok()) HPDF_Page_SetFontAndSize(page, font, static_cast<float>(sizePt));
  if (m_impl->ok()) HPDF_Page_TextOut(page, m_impl->x(xMm), m_impl->y(baselineMm), utf8.c_str());
  if (m_impl->ok()) HPDF_Page_EndText(page);
  m_impl->ok();
}

void Canvas::textRight(double rightMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray) {
  text(rightMm - textWidthMm(utf8, sizePt, style), baselineMm, sizePt, style, utf8, gray);
}

void Canvas::textCentred(double centreMm, double baselineMm, double sizePt, FontStyle style, const std::string& utf8, double gray) {
  text(centreMm - textWidthMm(utf8, sizePt, style) / 2, baselineMm, sizePt, style, utf8, gray);
}

double Canvas::textWidthMm(const std::string& utf8, double sizePt, FontStyle style) const {
  if (m_impl->error || utf8.empty()) return 0;
  const HPDF_TextWidth width = HPDF_Font_TextWidth(m_impl->fonts[static_cast<std::size_t>(style)],
                                                   reinterpret_cast<const HPDF_BYTE*>(utf8.data()), static_cast<HPDF_UINT>(utf8.size()));
  return m_impl->ok() ? width.width / 1000.0 * sizePt * kMmPerPt : 0;
}

void Canvas::line(double x1Mm, double y1Mm, double x2Mm, double y2Mm, double widthMm, double gray) {
  if (!m_impl->drawable()) return;
  HPDF_Page page = m_impl->page;
  HPDF_Page_SetGrayStroke(page, static_cast<float>(gray));
  if (m_impl->ok()) HPDF_Page_SetLineWidth(page, static_cast<float>(widthMm / kMmPerPt));
  if (m_impl->ok()) HPDF_Page_MoveTo(page, m_impl->x(x1Mm), m_impl->y(y1Mm));
  if (m_impl->ok()) HPDF_Page_LineTo(page, m_impl->x(x2Mm), m_impl->y(y2Mm));
  if (m_impl->ok()) HPDF_Page_Stroke(page);
  m_impl->ok();
}

void Canvas::fillRect(const RectMm& rect, double gray) {
  if (!m_impl->drawable()) return;
  HPDF_Page page = m_impl->page;
  HPDF_Page_SetGrayFill(page, static_cast<float>(gray));
  if (m_impl->ok()) HPDF_Page_Rectangle(page, m_impl->x(rect.x), m_impl->y(rect.y + rect.h), m_impl->x(rect.w), m_impl->x(rect.h));
  if (m_impl->ok()) HPDF_Page_Fill(page);
  m_impl->ok();
}

void Canvas::strokeRect(const RectMm& rect, double widthMm, double gray) {
  if (!m_impl->drawable()) return;
  HPDF_Page page = m_impl->page;
  HPDF_Page_SetGrayStroke(page, static_cast<float>(gray));
  if (m_impl->ok()) HPDF_Page_SetLineWidth(page, static_cast<float>(widthMm / kMmPerPt));
  if (m_impl->ok()) HPDF_Page_Rectangle(page, m_impl->x(rect.x), m_impl->y(rect.y + rect.h), m_impl->x(rect.w), m_impl->x(rect.h));
  if (m_impl->ok()) HPDF_Page_Stroke(page);
  m_impl->ok();
}

Expected<std::string> Canvas::finish() {
  if (m_impl->error) return tl::unexpected<Error>(*m_impl->error);
  HPDF_SaveToStream(m_impl->doc);
  if (!m_impl->ok()) return tl::unexpected<Error>(*m_impl->error);
  HPDF_UINT32 size = HPDF_GetStreamSize(m_impl->doc);
  std::string bytes(size, '\0');
  HPDF_ReadFromStream(m_impl->doc, reinterpret_cast<HPDF_BYTE*>(bytes.data()), &size);
  if (!m_impl->ok()) return tl::unexpected<Error>(*m_impl->error);
  bytes.resize(size);
  return bytes;
}

}  // namespace kp
