// SPDX-License-Identifier: GPL-3.0-or-later
// libjpeg directly, not through OpenCV: OpenCV returns a half gray page for a file that breaks off and writes libjpeg's warnings to stderr; here every warning
// about lost data is an error, and gray is taken from the luma channel without converting.
#include <csetjmp>
#include <cstdio>
#include <string>

#include <jpeglib.h>

#include <jerror.h>

#include "scanner/source/codecs.h"

namespace kp {
namespace {

struct JpegJob {
  jpeg_decompress_struct info{};
  jpeg_error_mgr errors{};
  std::jmp_buf back{};
  bool damaged = false;
  char message[JMSG_LENGTH_MAX] = "";
};

void leave(j_common_ptr info) {
  auto* job = static_cast<JpegJob*>(info->client_data);
  info->err->format_message(info, job->message);
  std::longjmp(job->back, 1);
}

/// Bytes left over before a marker. Encoders pad by a few; a hole filled with zeros decodes without an error and leaves hundreds.
constexpr int kPaddingBytes = 64;

/// Level −1 is a warning. Those named here mean lost picture data; the others (padding, unusual version numbers) do not.
void note(j_common_ptr info, int level) {
  if (level >= 0) return;
  auto* job = static_cast<JpegJob*>(info->client_data);
  switch (info->err->msg_code) {
    case JWRN_EXTRANEOUS_DATA:
      if (info->err->msg_parm.i[0] <= kPaddingBytes) break;
      [[fallthrough]];
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_MUST_RESYNC:
    case JWRN_JPEG_EOF:
    case JWRN_ARITH_BAD_CODE:
      if (!job->damaged) info->err->format_message(info, job->message);
      job->damaged = true;
      break;
    default: break;
  }
}

void quiet(j_common_ptr) {}

/// Where rows go: straight into the raster, or for CMYK into `line`, converted from there.
struct RowSink {
  std::uint8_t* pixels;
  std::size_t stride;
  std::uint8_t* line;  ///< nullptr when rows go straight
  bool colour;
};

/// Adobe writes CMYK inverted (0 = full ink); black ink multiplies the others.
void convertCmyk(const std::uint8_t* from, std::uint8_t* to, unsigned width, bool inverted, bool colour) {
  for (unsigned x = 0; x < width; ++x, from += 4) {
    unsigned light[4];
    for (int i = 0; i < 4; ++i) light[i] = inverted ? from[i] : 255u - from[i];
    const unsigned red = light[0] * light[3] / 255, green = light[1] * light[3] / 255, blue = light[2] * light[3] / 255;
    if (colour) {
      *to++ = static_cast<std::uint8_t>(blue);
      *to++ = static_cast<std::uint8_t>(green);
      *to++ = static_cast<std::uint8_t>(red);
    } else {
      *to++ = luma(red, green, blue);
    }
  }
}

/// Everything between setjmp and longjmp: no object with a destructor lives here.
bool readRows(JpegJob& job, const unsigned char* data, unsigned long size, const ImageHeader& header, const RowSink& sink) {
  job.info.err = jpeg_std_error(&job.errors);
  job.info.client_data = &job;
  job.errors.error_exit = leave;
  job.errors.emit_message = note;
  job.errors.output_message = quiet;
  if (setjmp(job.back)) return false;
  jpeg_create_decompress(&job.info);
  jpeg_mem_src(&job.info, data, size);
  jpeg_read_header(&job.info, TRUE);
  if (job.info.image_width != static_cast<unsigned>(header.width) || job.info.image_height != static_cast<unsigned>(header.height))
    return false;
  job.info.out_color_space = sink.line ? JCS_CMYK : sink.colour ? JCS_EXT_BGR : JCS_GRAYSCALE;
  jpeg_start_decompress(&job.info);
  const bool inverted = job.info.saw_Adobe_marker;
  while (job.info.output_scanline < job.info.output_height) {
    std::uint8_t* row = sink.pixels + sink.stride * job.info.output_scanline;
    JSAMPROW target = sink.line ? sink.line : row;
    jpeg_read_scanlines(&job.info, &target, 1);
    if (sink.line) convertCmyk(sink.line, row, job.info.output_width, inverted, sink.colour);
    if (job.damaged) return false;
  }
  jpeg_finish_decompress(&job.info);  // reads on to the end marker, so that a missing one is noticed
  return !job.damaged;
}

}  // namespace

Expected<Raster> decodeJpeg(std::string_view bytes, const ImageHeader& header, bool colour) {
  const bool cmyk = header.channels == 4;
  const bool inColour = colour && header.channels >= 3;
  RasterBuffer buffer(header.width, header.height, inColour ? 3 : 1, header.dpi);
  std::vector<std::uint8_t> line(cmyk ? static_cast<std::size_t>(header.width) * 4 : 0);
  const auto job = std::make_unique<JpegJob>();
  const bool whole = readRows(*job, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), header,
                              {buffer.row(0), buffer.stride(), cmyk ? line.data() : nullptr, inColour});
  jpeg_destroy_decompress(&job->info);
  if (!whole) return tl::unexpected(breaksOff(job->message));
  return std::move(buffer).finish();
}

}  // namespace kp
