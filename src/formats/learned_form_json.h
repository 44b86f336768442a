// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "ballot/learned_form.h"

namespace kp {

/// A learned form as one line of JSON ("kiemphieu-learned/1"), millimetres to 0.001: what the journal keeps of it. Same form, same text.
std::string learnedFormJson(const LearnedForm& form);
/// The inverse. BadInput for anything else, also for numbers out of range.
Expected<LearnedForm> parseLearnedForm(const std::string& json);

}  // namespace kp
