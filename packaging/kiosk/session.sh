#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What kiemphieu-kiosk.service runs: the program alone on the screen under cage, a Wayland compositor that shows one program and switches to no other console.
# Exit: 100 left with the technician's PIN · 0 a self-test that passed · else 1, after which the unit starts it again.
#
# usage: session.sh [OPTION OF kiemphieu-kiosk …]
#   KIEMPHIEU_DATA   folder of congress files (default /var/lib/kiemphieu/daihoi)
#   KIEMPHIEU_PIN    file of the machine's technician's PIN (default /etc/kiemphieu/technician.pin)
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
data=${KIEMPHIEU_DATA:-/var/lib/kiemphieu/daihoi}
pin=${KIEMPHIEU_PIN:-/etc/kiemphieu/technician.pin}
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
  echo "XDG_RUNTIME_DIR chưa có: hãy chạy qua kiemphieu-kiosk.service. / XDG_RUNTIME_DIR is not set: run it through kiemphieu-kiosk.service." >&2
  exit 1
fi
left=$XDG_RUNTIME_DIR/kiemphieu-left
status=$XDG_RUNTIME_DIR/kiemphieu-status
rm -f -- "$left" "$status"
export QT_QPA_PLATFORM=wayland QT_WAYLAND_DISABLE_WINDOWDECORATION=1

# cage ends with a status of its own, so the program's is written down.
show() {
  rm -f -- "$status"
  cage -d -- sh -c 'out=$1; shift; "$@"; echo $? >"$out"' sh "$status" "$here/kiemphieu-kiosk" --data "$data" --machine-pin "$pin" --left-mark "$left" "$@"
}

show "$@"
# Without a word from the program cage did not get so far: no usable 3D driver, as on old machines. Then the processor draws.
if [ ! -e "$status" ] && [ ! -e "$left" ]; then
  echo "Không dùng được 3D, vẽ bằng bộ xử lý. / No usable 3D driver: drawing with the processor." >&2
  export WLR_RENDERER=pixman QT_QUICK_BACKEND=software
  show "$@"
fi
[ -e "$left" ] && exit 100
[ "$(cat -- "$status" 2>/dev/null)" = 0 ] && exit 0
exit 1
