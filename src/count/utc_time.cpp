// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/utc_time.h"

#include <cstdio>
#include <ctime>

namespace kp {

std::int64_t secondsOf(const std::string& utc) {
  std::tm time{};
  if (std::sscanf(utc.c_str(), "%4d-%2d-%2dT%2d:%2d:%2d", &time.tm_year, &time.tm_mon, &time.tm_mday, &time.tm_hour, &time.tm_min,
                  &time.tm_sec) != 6)
    return 0;
  time.tm_year -= 1900;
  time.tm_mon -= 1;
  return ::timegm(&time);
}

}  // namespace kp
