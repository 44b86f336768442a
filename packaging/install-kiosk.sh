#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes this machine a kiosk: Kiểm Phiếu at boot, full screen, with no way out but the technician's PIN. Doing it again changes nothing that is right already.
#
# usage: install-kiosk.sh [--check | --remove] [--pin-stdin] [--replace-desktop] [--root DIR] [--build DIR]
#   --check            says what is installed and what is missing, changes nothing; exit 1 when something is missing
#   --remove           takes everything away again but the congress files and the user who owns them
#   --pin-stdin        reads the technician's PIN from standard input instead of asking for it
#   --replace-desktop  switches off a graphical login that is there (gdm, lightdm, sddm …); without it such a machine is left as it is
#   --root DIR         another root: files only, no users, packages or services of this machine (images, tests)
#   --build DIR        where the programs were built (default build/release)
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
mode=install root= build=$here/../build/release pin_stdin= replace_desktop=
while [ $# -gt 0 ]; do
  case $1 in
    --check) mode=check ;;
    --remove) mode=remove ;;
    --pin-stdin) pin_stdin=1 ;;
    --replace-desktop) replace_desktop=1 ;;
    --root) root=$(realpath "$2"); shift ;;
    --build) build=$2; shift ;;
    *) sed -n '3,12s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 2 ;;
  esac
  shift
done

user=kiemphieu
data=/var/lib/kiemphieu
pin=/etc/kiemphieu/technician.pin
groups=(lp scanner video input)
# from the project, to the machine, rights
files=(
  "$build/kiemphieu-kiosk /opt/kiemphieu/kiemphieu-kiosk 755"
  "$build/kiemphieu /opt/kiemphieu/kiemphieu 755"
  "$build/kiemphieu-feeder /opt/kiemphieu/kiemphieu-feeder 755"
  "$here/kiosk/session.sh /opt/kiemphieu/session.sh 755"
  "$here/kiosk/usb.sh /opt/kiemphieu/usb.sh 755"
  "$here/kiosk/kiemphieu-kiosk.service /etc/systemd/system/kiemphieu-kiosk.service 644"
  "$here/kiosk/kiemphieu-usb@.service /etc/systemd/system/kiemphieu-usb@.service 644"
  "$here/kiosk/90-kiemphieu-usb.rules /etc/udev/rules.d/90-kiemphieu-usb.rules 644"
  "$here/kiosk/pam.conf /etc/pam.d/kiemphieu-kiosk 644"
  "$here/kiosk/logind.conf /etc/systemd/logind.conf.d/kiemphieu.conf 644"
  "$here/kiosk/sysctl.conf /etc/sysctl.d/60-kiemphieu.conf 644"
  "$here/kiosk/README.md /usr/share/doc/kiemphieu/README.md 644"
)
links=(/usr/local/bin/kiemphieu)
units=(/etc/systemd/system/graphical.target.wants/kiemphieu-kiosk.service)
masked=(/etc/systemd/system/ctrl-alt-del.target)

say() { printf '%s\n' "$1 / $2"; }
stop() { printf '%s\n' "$1 / $2" >&2; exit 1; }
of_machine() { [ -z "$root" ]; }
running() { of_machine && [ -d /run/systemd/system ]; }

is_file() { cmp -s "$1" "$root$2" && [ "$(stat -c %a "$root$2")" = "$3" ]; }

put_files() {
  local line from to mode changed=0
  for line in "${files[@]}"; do
    read -r from to mode <<<"$line"
    [ -e "$from" ] || stop "Thiếu $from: hãy dựng chương trình trước (cmake --build --preset release)." "$from is missing: build the programs first (cmake --build --preset release)."
    if is_file "$from" "$to" "$mode"; then continue; fi
    install -D -m "$mode" "$from" "$root$to.new" # beside it, then renamed: a program that runs is not written into
    mv -f "$root$to.new" "$root$to"
    say "  chép $to" "copied"
    changed=1
  done
  mkdir -p "$root/usr/local/bin"
  ln -sfn /opt/kiemphieu/kiemphieu "$root/usr/local/bin/kiemphieu"
  if [ $changed = 0 ]; then say "  mọi tệp đã đúng" "all files are right already"; fi
}

put_packages() {
  local missing=() package
  while read -r package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done <"$here/kiosk/packages.txt"
  if [ ${#missing[@]} -eq 0 ]; then say "  đủ các gói Debian" "all Debian packages are there"; return; fi
  say "  cài ${#missing[@]} gói Debian: ${missing[*]}" "installing them"
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
}

put_user() {
  local group
  if ! id "$user" >/dev/null 2>&1; then
    useradd --system --user-group --create-home --home-dir "$data" --shell /usr/sbin/nologin --comment "Kiểm Phiếu" "$user"
    say "  tạo người dùng $user, không có mật khẩu" "made the user, who has no password"
  fi
  for group in "${groups[@]}"; do
    getent group "$group" >/dev/null || groupadd --system "$group"
    id -nG "$user" | tr ' ' '\n' | grep -qx "$group" || { usermod -a -G "$group" "$user"; say "  thêm $user vào nhóm $group" "added to the group"; }
  done
  install -d -m 700 -o "$user" -g "$user" "$data" "$data/daihoi"
}

put_pin() {
  local first second
  if [ -e "$root$pin" ] && [ -z "$pin_stdin" ]; then say "  giữ mã kỹ thuật đã đặt" "the technician's PIN stays as it is"; return; fi
  if [ -n "$pin_stdin" ]; then
    read -r first
  else
    read -rsp "Đặt mã kỹ thuật của máy, ít nhất 4 chữ số / Set the technician's PIN, 4 digits or more: " first; echo
    read -rsp "Gõ lại / Again: " second; echo
    [ "$first" = "$second" ] || stop "Hai lần gõ không giống nhau; chưa đặt mã. Hãy chạy lại." "They differ; no PIN was set. Run it again."
  fi
  mkdir -p "$root/etc/kiemphieu"
  printf '%s\n' "$first" | "$build/kiemphieu-kiosk" --set-machine-pin "$root$pin"
  chmod 640 "$root$pin"
  if of_machine; then chgrp "$user" "$root$pin"; fi
  say "  đã đặt mã kỹ thuật" "the technician's PIN is set"
}

put_services() {
  if [ -e "$root/etc/systemd/system/display-manager.service" ]; then
    [ -n "$replace_desktop" ] || stop "Máy có màn hình đăng nhập đồ họa. Chạy lại với --replace-desktop để tắt nó; các việc trên đã làm, kiosk chưa bật." \
      "This machine has a graphical login. Run again with --replace-desktop to switch it off; what stands above is done, the kiosk is not switched on."
    systemctl --root="$root/" disable display-manager.service
    say "  tắt màn hình đăng nhập đồ họa" "graphical login switched off"
  fi
  systemctl -q --root="$root/" enable kiemphieu-kiosk.service
  ln -sfn /lib/systemd/system/graphical.target "$root/etc/systemd/system/default.target"
  systemctl -q --root="$root/" mask ctrl-alt-del.target
  say "  bật kiosk từ lần khởi động sau; tắt Ctrl-Alt-Del" "kiosk on from the next start; Ctrl-Alt-Del off"
  if running; then
    systemctl daemon-reload
    udevadm control --reload
    sysctl -q -p /etc/sysctl.d/60-kiemphieu.conf
  fi
}

remove() {
  local line to file
  if running; then systemctl stop kiemphieu-kiosk.service; fi
  if [ -e "$root/etc/systemd/system/kiemphieu-kiosk.service" ]; then systemctl -q --root="$root/" disable kiemphieu-kiosk.service; fi
  if [ -L "$root${masked[0]}" ]; then systemctl -q --root="$root/" unmask ctrl-alt-del.target; fi
  for line in "${files[@]}"; do
    read -r _ to _ <<<"$line"
    rm -f "$root$to"
  done
  for file in "${links[@]}" "$pin"; do rm -f "$root$file"; done
  for file in /opt/kiemphieu /etc/kiemphieu /usr/share/doc/kiemphieu; do
    if [ -d "$root$file" ]; then rmdir --ignore-fail-on-non-empty "$root$file"; fi
  done
  if running; then systemctl daemon-reload; udevadm control --reload; fi
  say "Đã gỡ. Giữ lại $data (các tệp đại hội) và người dùng $user. Màn hình đăng nhập cũ, nếu có: systemctl enable --now TÊN." \
    "Removed. $data (the congress files) and the user $user stay. A graphical login that was there: systemctl enable --now NAME."
}

faults=0
good() { printf '  ✓ %s\n' "$1 / $2"; }
bad() { printf '  ✗ %s\n' "$1 / $2"; faults=$((faults + 1)); }
note() { printf '  · %s\n' "$1 / $2"; }
check() {
  local line from to mode file group missing
  for line in "${files[@]}"; do
    read -r from to mode <<<"$line"
    if is_file "$from" "$to" "$mode"; then good "$to" "as in the project"; else bad "$to thiếu, khác hoặc sai quyền" "missing, different or with other rights"; fi
  done
  for file in "${units[@]}" "${masked[@]}"; do
    if [ -L "$root$file" ]; then good "$file" "set"; else bad "$file chưa đặt" "not set"; fi
  done
  if [ -s "$root$pin" ] && [ "$(stat -c %a "$root$pin")" = 640 ]; then good "mã kỹ thuật đã đặt, chỉ kiosk đọc được" "technician's PIN set, readable for the kiosk alone"; else bad "mã kỹ thuật chưa đặt hoặc sai quyền" "technician's PIN not set or with other rights"; fi
  if [ -e "$root/etc/systemd/system/display-manager.service" ]; then bad "còn màn hình đăng nhập đồ họa" "a graphical login is still there"; fi
  if of_machine; then check_machine; fi
  [ $faults = 0 ] || stop "Còn $faults điểm phải sửa: chạy lại packaging/install-kiosk.sh." "$faults points to put right: run packaging/install-kiosk.sh again."
  say "Máy đã sẵn sàng." "The machine is ready."
}

check_machine() {
  local group missing found package
  if id "$user" >/dev/null 2>&1; then
    for group in "${groups[@]}"; do
      if id -nG "$user" | tr ' ' '\n' | grep -qx "$group"; then good "$user trong nhóm $group" "in the group"; else bad "$user chưa vào nhóm $group" "not in the group"; fi
    done
  else bad "chưa có người dùng $user" "no such user"; fi
  while read -r package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || bad "thiếu gói $package" "package missing"
  done <"$here/kiosk/packages.txt"
  missing=$(ldd /opt/kiemphieu/kiemphieu-kiosk /opt/kiemphieu/kiemphieu-feeder 2>/dev/null | grep "not found") || missing=
  if [ -z "$missing" ]; then good "đủ thư viện của chương trình" "the program's libraries are there"; else bad "thiếu thư viện: $missing" "libraries missing"; fi
  found=$(lpstat -e 2>/dev/null | tr '\n' ' ') || found=
  if [ -n "$found" ]; then note "máy in: $found" "printers"; else note "chưa thấy máy in nào" "no printer yet"; fi
  found=$(scanimage -f '%d ' 2>/dev/null) || found=
  if [ -n "$found" ]; then note "máy quét: $found" "scanners"; else note "chưa thấy máy quét nào" "no scanner yet"; fi
}

case $mode in
  check) check ;;
  remove)
    if of_machine && [ "$(id -u)" -ne 0 ]; then stop "Cần quyền root: hãy chạy lại bằng sudo." "Root is needed: run it with sudo."; fi
    remove ;;
  install)
    if of_machine && [ "$(id -u)" -ne 0 ]; then stop "Cần quyền root: hãy chạy lại bằng sudo." "Root is needed: run it with sudo."; fi
    if of_machine; then
      say "Gói phần mềm" "Packages"; put_packages
      say "Người dùng và thư mục $data" "User and folder"; put_user
    fi
    say "Chương trình và cấu hình" "Program and settings"; put_files
    say "Mã kỹ thuật" "Technician's PIN"; put_pin
    say "Khởi động" "Start"; put_services
    say "Xong. Xem lại bằng packaging/install-kiosk.sh --check, rồi khởi động lại máy." "Done. Look it over with packaging/install-kiosk.sh --check, then restart the machine." ;;
esac
