#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# CPU time of `kiemphieu scan` (start, reading, storing: everything) against that of decoding the same files to gray with OpenCV, in one run.
#
# usage: scan_ratio.sh BUILD-FOLDER DEFINITION.json CONTEST [BALLOTS [PROFILE [FORMAT [DPI]]]]
set -euo pipefail
build=$(realpath "$1") definition=$(realpath "$2") contest=$3 ballots=${4:-200} profile=${5:-office} format=${6:-jpg} dpi=${7:-200}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
"$build/kiemphieu" congress create "$work/c.kiemphieu" --from "$definition" >/dev/null
"$build/kiemphieu" rehearse "$work/c.kiemphieu" "$contest" --ballots "$ballots" --seed 1 --profile "$profile" --format "$format" --dpi "$dpi" -o "$work/deck" >/dev/null
rm -f "$work/deck/truth.jsonl"
cpu() { # seconds of user and system time of a command
  python3 - "$@" <<'PY'
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime)
PY
}
decode=$(cpu "$build/tests/lab" decode "$work/deck")
scan=$(cpu "$build/kiemphieu" scan "$work/c.kiemphieu" --contest "$contest" "$work/deck")
pages=$(find "$work/deck" -type f | wc -l)
python3 -c "
pages, scan, decode = $pages, $scan, $decode
print(f'{pages} pages $format $dpi dpi: scan {1000 * scan / pages:.1f} ms CPU a page, decode {1000 * decode / pages:.1f} ms, ratio {scan / decode:.2f}')"
