#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/install-kiosk.sh in a root of its own, and the unit's command line for real: cage without a screen, the program in it.
#
# usage: kiosk_install.sh PROJECT BUILD-FOLDER [session]     session: the unit's command line too, under cage
# Caught: a file that is not installed, an install that is not the same the second time, a check that passes on a broken one, what --remove forgets, a unit systemd
# does not take, a session that cannot start the program or does not tell leaving from a crash.
set -euo pipefail
project=$(realpath "$1") build=$(realpath "$2")
folder=$(mktemp -d); chmod 755 "$folder"; trap 'rm -rf "$folder"' EXIT
root=$folder/root; mkdir -p "$root/etc/systemd/system"
install=$project/packaging/install-kiosk.sh
die() { echo "FAILED: $1" >&2; exit 1; }

if "$install" --check --root "$root" --build "$build" >"$folder/out" 2>&1; then die "--check passes where nothing is installed"; fi
printf '445566\n' | "$install" --root "$root" --build "$build" --pin-stdin >"$folder/first"
"$install" --check --root "$root" --build "$build" >"$folder/out" || { cat "$folder/out"; die "--check after installing"; }
printf '445566\n' | "$install" --root "$root" --build "$build" --pin-stdin >"$folder/second"
grep -q "mọi tệp đã đúng" "$folder/second" || die "the second install copies again"
grep -q '^\$argon2id\$' "$root/etc/kiemphieu/technician.pin" || die "the PIN is not hashed"
"$install" --root "$root" --build "$build" >"$folder/third" </dev/null
grep -q "giữ mã kỹ thuật" "$folder/third" || die "installing again asks for the PIN again"
[ "$(readlink "$root/etc/systemd/system/ctrl-alt-del.target")" = /dev/null ] || die "Ctrl-Alt-Del is not masked"

# systemd takes the units; the program's place is the one of this root.
sed "s#/opt/kiemphieu/#$root/opt/kiemphieu/#" "$root/etc/systemd/system/kiemphieu-kiosk.service" >"$folder/kiemphieu-kiosk.service"
sed "s#/opt/kiemphieu/#$root/opt/kiemphieu/#" "$root/etc/systemd/system/kiemphieu-usb@.service" >"$folder/kiemphieu-usb@sdb1.service"
for unit in kiemphieu-kiosk.service kiemphieu-usb@sdb1.service; do
  systemd-analyze verify "$folder/$unit" 2>"$folder/out" || { cat "$folder/out"; die "systemd-analyze verify $unit"; }
  if grep -q "^$unit" "$folder/out"; then cat "$folder/out"; die "systemd complains of $unit"; fi
done

finish() {
  "$install" --remove --root "$root" --build "$build" >"$folder/out"
  left=$(find "$root" -type f -o -type l | grep -v -e default.target) || left=
  [ -z "$left" ] || die "--remove leaves $left"
  echo "kiosk install: good"
  exit 0
}
[ "${3:-}" = session ] || finish

# The session: a self-test under cage without a screen, and what an end means to the unit.
export XDG_RUNTIME_DIR=$folder/run XDG_CONFIG_HOME=$folder/config KIEMPHIEU_DATA=$folder/data KIEMPHIEU_PIN=$root/etc/kiemphieu/technician.pin
export WLR_BACKENDS=headless WLR_LIBINPUT_NO_DEVICES=1 WLR_RENDERER=pixman QT_QUICK_BACKEND=software
mkdir -m 700 "$XDG_RUNTIME_DIR" "$folder/data" "$folder/config"
session=("$root/opt/kiemphieu/session.sh")
if [ "$(id -u)" = 0 ]; then # cage will not run as root, nor does the unit
  chmod 644 "$KIEMPHIEU_PIN"
  chown nobody "$XDG_RUNTIME_DIR" "$folder/data" "$folder/config"
  session=(env HOME="$folder/config" setpriv --reuid=nobody --regid=nogroup --clear-groups "${session[@]}")
fi
timeout 60 "${session[@]}" --self-test >"$folder/out" 2>&1 || { cat "$folder/out"; die "the self-test under cage"; }
grep -q "platform: wayland" "$folder/out" || { cat "$folder/out"; die "the program did not run on cage"; }
"${session[@]}" >"$folder/out" 2>&1 & running=$!
program=
for _ in $(seq 100); do
  program=$(pgrep -f "^$root/opt/kiemphieu/kiemphieu-kiosk --data" || :)
  [ -n "$program" ] && break
  sleep 0.1
done
[ -n "$program" ] || { cat "$folder/out"; die "the program is not running"; }
sleep 1; kill -9 "$program"
code=0; wait "$running" || code=$?
[ "$code" = 1 ] || die "a crash ends the session with $code, the unit restarts on 1"
# Left with a PIN: the mark is there, whatever the program's status.
cat >"$folder/left" <<'L'
#!/bin/sh
while [ "$1" != --left-mark ]; do shift; done
touch "$2"
L
chmod +x "$folder/left"; cp "$folder/left" "$root/opt/kiemphieu/kiemphieu-kiosk"
code=0; "${session[@]}" >"$folder/out" 2>&1 || code=$?
[ "$code" = 100 ] || { cat "$folder/out"; die "leaving ends the session with $code, not 100"; }

finish
