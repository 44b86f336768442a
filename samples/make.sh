#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the sample congresses anew: congress file, decks of scans, what the committee decides on each sheet, the result to be found.
#
# usage: make.sh KIEMPHIEU [SAMPLE…]      (default: every folder with a definition.json)
# Written by hand in a sample: definition.json (the congress) · decks.txt (how each deck is rehearsed; same seed, same deck) · figures.txt (the figures
# entered). Made here: mau.kiemphieu (the congress file the ballots were printed from, with its keys) · scans/CONTEST (scans and truth.jsonl) ·
# rulings.jsonl and expected.json (by decide.py, from the truth and the rules alone; no reading by the program goes into them).
set -euo pipefail
program=$(realpath "$1"); shift
cd "$(dirname "${BASH_SOURCE[0]}")"
[ $# -gt 0 ] || set -- */

for sample; do
  sample=${sample%/}
  [ -e "$sample/definition.json" ] || { echo "$sample: no definition.json" >&2; exit 1; }
  rm -rf "$sample/scans" "$sample/mau.kiemphieu"
  "$program" congress create "$sample/mau.kiemphieu" --from "$sample/definition.json"
  work=$(mktemp -d)  # rehearsing writes into the journal: on a copy, the sample's file has not seen a sheet
  cp "$sample/mau.kiemphieu" "$work/"
  while read -r contest options; do
    [ "$contest" != "#" ] || continue
    # shellcheck disable=SC2086  # options are words
    "$program" rehearse "$work/mau.kiemphieu" "$contest" $options -o "$sample/scans/$contest"
  done <"$sample/decks.txt"
  rm -r "$work"
  python3 decide.py "$sample"
  du -sh "$sample"
done
