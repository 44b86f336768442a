// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "ballot/code_payload.h"
#include "ballot/page_reading.h"
#include "scanner/reading/trace.h"

namespace kp {

/// A sheet without print: specks, a fold or an edge's shadow at most.
bool isBlank(const PageView& view);

/// No code was read, but the fiducials lie as on our pages: a ballot whose codes are spoilt.
bool showsOurMarks(const PageView& view, const PageGeometry& geometry);

/// Two sheets in one picture: the scan is larger than the page and shows a code of ours where this page has none. Where all of the page's squares are seen it is
/// looked for beyond the page's edges only: a search of the whole scan costs as much as everything else.
bool isDoubleFeed(const PageView& view, const Registration& reg, const PageGeometry& geometry, const CodeKey& key, std::uint32_t congress);

/// Torn, folded over or black: a fiducial's place lies on the scan and shows no print.
bool isTorn(const Registration& reg);

/// A target cannot be seen: off the scan, or its own print is missing.
bool hidesTargets(const PageReading& reading);

/// reports marks of one voter in clearly different inks. Compared with the ink of most marks.
void reportSecondInk(const PageView& view, const PageGeometry& geometry, const ReadingTrace& trace, PageReading& out);

/// The box of an area of the page on the original scan.
RectPx spotOf(const PageView& view, const Affine& toView, const RectMm& box);

}  // namespace kp
