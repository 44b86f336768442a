// SPDX-License-Identifier: GPL-3.0-or-later
#include "count/system_reason.h"

#include <cerrno>
#include <cstring>

#include "election/text.h"

namespace kp {

std::string systemReason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT: return tr("hết chỗ trống", "no space left");
    case EROFS: return tr("nơi này chỉ cho đọc", "this place is read-only");
    case EACCES:
    case EPERM: return tr("không có quyền ghi", "no permission");
    case ENOENT:
    case ENOTDIR: return tr("thư mục không còn", "the folder is gone");
    case ENODEV:
    case ENXIO: return tr("thiết bị đã rút ra", "the device was removed");
    case EIO: return tr("thiết bị báo lỗi đọc, ghi", "the device reports an error");
    case EFBIG: return tr("tệp quá lớn cho thiết bị này", "the file is too large for this device");
    case ENAMETOOLONG: return tr("tên tệp quá dài", "the file name is too long");
    default: return std::strerror(error);
  }
}

}  // namespace kp
