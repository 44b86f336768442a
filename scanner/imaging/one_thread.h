// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp {

/// OpenCV works on the thread that calls it, in the whole process and from the first call on. Pages are read beside each other, each by one thread: OpenCV's own threads (of TBB) would only
/// stand in their way, and they outlive main(), where they take down what OpenCV keeps for a thread while the program takes down OpenCV itself. Called where reading, learning
/// and drawing begin. Any thread.
void keepToOneThread();

}  // namespace kp
