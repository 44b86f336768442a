// SPDX-License-Identifier: GPL-3.0-or-later
#include "scanner/rehearsal/jpeg_loss.h"

#include <algorithm>
#include <opencv2/core/hal/intrin.hpp>

namespace kp::rehearsal {
namespace {

/// Luminance steps of ITU-T T.81, table K.1, by row; libjpeg scales them by the quality.
constexpr int kSteps[64] = {16, 11,  10,  16, 24, 40, 51, 61, 12,  12,  14,  19,  26, 58, 60, 55,  14,  13,  16,  24, 40, 57,
                            69, 56,  14,  17, 22, 29, 51, 87, 80,  62,  18,  22,  37, 56, 68, 109, 103, 77,  24,  35, 55, 64,
                            81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98,  112, 100, 103, 99};

/// Factors by which the transform of Arai, Agui and Nakajima (1988) leaves its cosines too large; they are worked into the steps.
constexpr float kAan[8] = {1.0F, 1.387039845F, 1.306562965F, 1.175875602F, 1.0F, 0.785694958F, 0.541196100F, 0.275899379F};

/// A square of 8 × 8, row by row, each row as two vectors of four.
using Four = cv::v_float32x4;
using Square = Four[8][2];

Four all(float v) { return cv::v_setall_f32(v); }

/// Cosines down each column (jfdctflt's flow graph).
void forward(Square& a) {
  for (int h = 0; h < 2; ++h) {
    const Four t0 = a[0][h] + a[7][h], t7 = a[0][h] - a[7][h], t1 = a[1][h] + a[6][h], t6 = a[1][h] - a[6][h];
    const Four t2 = a[2][h] + a[5][h], t5 = a[2][h] - a[5][h], t3 = a[3][h] + a[4][h], t4 = a[3][h] - a[4][h];
    const Four e0 = t0 + t3, e3 = t0 - t3, e1 = t1 + t2, e2 = t1 - t2, z1 = (e2 + e3) * all(0.707106781F);
    a[0][h] = e0 + e1, a[4][h] = e0 - e1, a[2][h] = e3 + z1, a[6][h] = e3 - z1;
    const Four o0 = t4 + t5, o1 = t5 + t6, o2 = t6 + t7, z5 = (o0 - o2) * all(0.382683433F);
    const Four z2 = o0 * all(0.541196100F) + z5, z4 = o2 * all(1.306562965F) + z5, z3 = o1 * all(0.707106781F), z11 = t7 + z3,
               z13 = t7 - z3;
    a[5][h] = z13 + z2, a[3][h] = z13 - z2, a[1][h] = z11 + z4, a[7][h] = z11 - z4;
  }
}

/// Values from cosines down each column (jidctflt's flow graph).
void inverse(Square& a) {
  for (int h = 0; h < 2; ++h) {
    const Four e10 = a[0][h] + a[4][h], e11 = a[0][h] - a[4][h], e13 = a[2][h] + a[6][h],
               e12 = (a[2][h] - a[6][h]) * all(1.414213562F) - e13;
    const Four t0 = e10 + e13, t3 = e10 - e13, t1 = e11 + e12, t2 = e11 - e12;
    const Four z13 = a[5][h] + a[3][h], z10 = a[5][h] - a[3][h], z11 = a[1][h] + a[7][h], z12 = a[1][h] - a[7][h];
    const Four t7 = z11 + z13, o11 = (z11 - z13) * all(1.414213562F), z5 = (z10 + z12) * all(1.847759065F);
    const Four t6 = z5 - z10 * all(2.613125930F) - t7, t5 = o11 - t6, t4 = z5 - z12 * all(1.082392200F) - t5;
    a[0][h] = t0 + t7, a[7][h] = t0 - t7, a[1][h] = t1 + t6, a[6][h] = t1 - t6;
    a[2][h] = t2 + t5, a[5][h] = t2 - t5, a[3][h] = t3 + t4, a[4][h] = t3 - t4;
  }
}

/// Rows become columns.
void turn(const Square& a, Square& b) {
  for (int v = 0; v < 2; ++v)
    for (int h = 0; h < 2; ++h)
      cv::v_transpose4x4(a[4 * v][h], a[4 * v + 1][h], a[4 * v + 2][h], a[4 * v + 3][h], b[4 * h][v], b[4 * h + 1][v], b[4 * h + 2][v],
                         b[4 * h + 3][v]);
}

/// One square of the picture: cosines, whole steps, and back. Steps are bytes a row.
void lose(const unsigned char* from, std::size_t fromStep, unsigned char* to, std::size_t toStep, const Square& divide,
          const Square& times) {
  Square a, b;
  for (std::size_t row = 0; row < 8; ++row) {
    cv::v_uint32x4 left, right;
    cv::v_expand(cv::v_load_expand(from + row * fromStep), left, right);
    a[row][0] = cv::v_cvt_f32(cv::v_reinterpret_as_s32(left)) - all(128),
    a[row][1] = cv::v_cvt_f32(cv::v_reinterpret_as_s32(right)) - all(128);
  }
  forward(a);
  turn(a, b);
  forward(b);
  for (int column = 0; column < 8; ++column)
    for (int h = 0; h < 2; ++h) b[column][h] = cv::v_cvt_f32(cv::v_round(b[column][h] * divide[column][h])) * times[column][h];
  inverse(b);
  turn(b, a);
  inverse(a);
  for (std::size_t row = 0; row < 8; ++row)
    cv::v_pack_u_store(to + row * toStep, cv::v_pack(cv::v_round(a[row][0] + all(128)), cv::v_round(a[row][1] + all(128))));
}

}  // namespace

cv::Mat1b jpegLoss(const cv::Mat1b& image, int quality) {
  const int q = std::clamp(quality, 1, 100), scale = q < 50 ? 5000 / q : 200 - 2 * q;
  Square divide, times;  // by column, since the cosines lie turned
  for (int column = 0; column < 8; ++column) {
    float down[8], up[8];
    for (int row = 0; row < 8; ++row) {
      const auto step = static_cast<float>(std::clamp((kSteps[row * 8 + column] * scale + 50) / 100, 1, 255));
      down[row] = 1 / (step * kAan[row] * kAan[column] * 8), up[row] = step * kAan[row] * kAan[column] / 8;
    }
    for (int h = 0; h < 2; ++h) divide[column][h] = cv::v_load(down + 4 * h), times[column][h] = cv::v_load(up + 4 * h);
  }
  cv::Mat1b out(image.size());
  for (int top = 0; top < image.rows; top += 8)
    for (int left = 0; left < image.cols; left += 8) {
      const int height = std::min(8, image.rows - top), width = std::min(8, image.cols - left);
      if (height == 8 && width == 8) {
        lose(image[top] + left, image.step, out[top] + left, out.step, divide, times);
        continue;
      }
      const cv::Rect part(left, top, width, height);  // beyond the picture its last row and column go on
      cv::Mat1b whole;
      cv::copyMakeBorder(image(part), whole, 0, 8 - height, 0, 8 - width, cv::BORDER_REPLICATE | cv::BORDER_ISOLATED);
      lose(whole[0], whole.step, whole[0], whole.step, divide, times);
      whole(cv::Rect(0, 0, width, height)).copyTo(out(part));
    }
  return out;
}

}  // namespace kp::rehearsal
