#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures of docs/handbook.vi.md: every screen of the kiosk in both languages at 1280×800 and 1920×1080. The sample congress is
# counted by the program itself first, so that the screens show what a committee sees: a deck scanned, a scan cut off, doubtful ballots, two passes, a closed count.
#
# Each picture waits for what it shows: the page read, its paper drawn, its pictures loaded (tests/kiosk/still_coming.h).
#
# usage: screens.sh [OUT-FOLDER [BUILD-FOLDER]]        default: docs/screens build/release; leaves vi/ en/ vi-1920/ en-1920/ in OUT-FOLDER
# Needs ImageMagick to make the pictures small (apt-get install imagemagick).
set -euo pipefail
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/..")
out=$(realpath -m "${1:-$root/docs/screens}"); build=$(realpath "${2:-$root/build/release}")
program=$build/kiemphieu; screens=$build/tests/kiosk_screens; samples=$root/samples
command -v convert >/dev/null || { echo "screens.sh: apt-get install imagemagick" >&2; exit 1; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
export XDG_CONFIG_HOME=$work/config XDG_RUNTIME_DIR=$work HOME=$work

# The day as it stands: nothing counted · the deck scanned, nothing ruled on · everything counted and closed · keyed in by two people · cut off while paper went
# through the scanner.
mkdir -p "$work"/{new,scanned,closed,keyed}
cp "$samples/huyen/mau.kiemphieu" "$work/new/dai-hoi-an-son-thuong.kiemphieu"
cp "$samples/huyen/mau.kiemphieu" "$work/scanned/dai-hoi-an-son-thuong.kiemphieu"
read -ra figures < <(grep '^bch ' "$samples/huyen/figures.txt")
"$program" figures set "$work/scanned/dai-hoi-an-son-thuong.kiemphieu" "${figures[@]}" >/dev/null
"$program" scan "$work/scanned/dai-hoi-an-son-thuong.kiemphieu" --contest bch --pass 1 "$samples/huyen/scans/bch" >/dev/null
"$root/packaging/count-sample.sh" "$program" "$samples/huyen" "$work/papers" >/dev/null
cp "$work/papers/daihoi.kiemphieu" "$work/closed/dai-hoi-an-son-thuong.kiemphieu"
cp "$samples/huyen/mau.kiemphieu" "$work/keyed/dai-hoi-an-son-thuong.kiemphieu"
"$program" figures set "$work/keyed/dai-hoi-an-son-thuong.kiemphieu" "${figures[@]}" >/dev/null
printf '%s\n' '1: 3 8 11-17' '2: 2 9 30-36' '3: 5 7 20-26' '4: 1-9' >"$work/first"
sed 's/^3: 5 7/3: 5 6/' "$work/first" >"$work/second"
"$program" key "$work/keyed/dai-hoi-an-son-thuong.kiemphieu" bch --operator 1 --by "Nguyễn Thị Thục Trinh" <"$work/first" >/dev/null
"$program" key "$work/keyed/dai-hoi-an-son-thuong.kiemphieu" bch --operator 2 --by "Bế Văn Khiêm" <"$work/second" >/dev/null

# Cut off in mid-run: eight sheets through the feeder of tests/source/drivers/pile.cpp; at the ninth, which never comes (a pipe nobody writes to), the program is killed.
mkdir -p "$work"/{cut,sane,pile}
cut=$work/cut/dai-hoi-an-son-thuong.kiemphieu
cp "$samples/huyen/mau.kiemphieu" "$cut"
cp "$cut" "$work/rehearsed.kiemphieu"
"$program" figures set "$cut" "${figures[@]}" >/dev/null
"$program" rehearse "$work/rehearsed.kiemphieu" bch --ballots 8 --seed 12 --profile clean -o "$work/deck" >/dev/null
for scan in "$work"/deck/s*.jpg; do convert "$scan" -colorspace Gray -depth 8 "$work/pile/$(basename "$scan" .jpg).pgm"; done
mkfifo "$work/pile/t.pgm"
echo pile >"$work/sane/dll.conf"
SANE_CONFIG_DIR=$work/sane LD_LIBRARY_PATH=$build/tests KP_PILE=$work/pile "$program" scan "$cut" --contest bch --pass 1 sane:pile:feeder >/dev/null 2>&1 &
run=$!
until [ "$("$program" records "$cut" bch | wc -l)" -eq 8 ]; do sleep 0.1; kill -0 "$run"; done
kill -KILL "$run"
wait "$run" 2>/dev/null && exit 1  # it was to be killed, not to end

# take FOLDER SIZE LANGUAGE STATE [OPTIONS] PAGE…; each time with a copy, since signing in is written down
take() {
  local folder=$out/$1 size=$2 language=$3 state=$4; shift 4
  rm -rf "$work/now"; cp -r "$work/$state" "$work/now"
  "$screens" "$work/now/dai-hoi-an-son-thuong.kiemphieu" "$folder" --size "$size" --lang "$language" "$@"
}
all() {  # all FOLDER SIZE LANGUAGE
  local head=(--sign-in "Lê Hiếu Thảo:2468" --contest bch)
  take "$@" closed start login
  take "$@" new "${head[@]}" congress contest print check
  take "$@" scanned "${head[@]}" figures scan
  take "$1/cut" "${@:2}" cut "${head[@]}" scan
  mv "$out/$1/cut/scan.png" "$out/$1/scan-cut-off.png"; rmdir "$out/$1/cut"
  take "$@" scanned "${head[@]}" --press 1 adjudicate
  take "$@" scanned "${head[@]}" --press '#tabCheck,#tabJournal' supervise
  take "$@" keyed --sign-in "Nguyễn Thị Thục Trinh:2468" --contest bch key-in
  take "$@" closed "${head[@]}" compare result minutes reveal archive
}
rm -rf "$out"/{vi,en,vi-1920,en-1920}
all vi 1280x800 vi
all en 1280x800 en
all vi-1920 1920x1080 vi
all en-1920 1920x1080 en
# A screen has few colours: 48 of them keep its text sharp in a third of the bytes.
find "$out" -name "*.png" -exec convert {} +dither -colors 48 -strip -define png:compression-level=9 {} \;
du -sh "$out"
