// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp::kiosk {

/// How long a thread of the kiosk may be kept waiting for a core, most urgent first. A frame lasts 16.7 ms and a page takes longer to read than that, so threads that share
/// the cores as equals make the screen stutter (docs/measurements.md, "Frames while sheets come in").
enum class Urgency {
  Screen,  ///< draws and answers touches: before everything else of the machine, where the system allows it (packaging/kiosk/kiemphieu-kiosk.service does)
  Desk,    ///< works on the file: a third of an ordinary thread's share (nice 5, sched(7))
  Pictures,  ///< decodes scans for the screen: a tenth (nice 10)
  Reading,   ///< reads sheets: after the others, and never in their way (SCHED_BATCH)
};

/// Sets it for the calling thread; threads that it starts inherit. They must where Qt paints large areas: its pool of threads paints them, and the screen thread waits for the
/// last piece (gaps of 60 … 160 ms between frames at 1920×1080 while other work held the cores). Each thread of ours says what it is as soon as it begins. Lowering needs no right; false
/// when the system refused, which is usual for Screen outside the kiosk's own unit and changes nothing.
bool setUrgency(Urgency urgency);

/// Reading threads beside a window: a core is left to the screen, and one reads all the same where there is only one.
int readingThreads();

}  // namespace kp::kiosk
