#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Counts a sample congress from its definition to its papers, the way a counting committee does with the program.
#
# usage: count-sample.sh KIEMPHIEU SAMPLE PAPERS
#   KIEMPHIEU  the program
#   SAMPLE     folder with
#              definition.json   the congress
#              *.kiemphieu       the congress file before the first ballot, whose key the scans carry; without one a new file is made from the definition
#              scans/CONTEST/    the scanned sheets; without them a deck is made by `rehearse` from
#              decks.txt         lines "CONTEST --ballots N --seed S …"
#              figures.txt       lines "CONTEST --convened N --present N --issued N --returned N …"
#              rulings.txt       lines "CONTEST SCAN --vote ID=yes …": what the committee ruled on the doubtful sheets; SCAN is the file's name
#   PAPERS     folder for the congress file and the papers; made anew, only if it is empty or of an earlier run of this script
set -euo pipefail
program=$(realpath "$1"); sample=$(realpath "$2"); papers=$3

if [ -e "$papers" ] && [ -n "$(ls -A "$papers")" ]; then
  [ -e "$papers/.count-sample" ] || { echo "Thư mục “$papers” có tệp khác, không ghi đè. / The folder \"$papers\" holds other files and is left alone." >&2; exit 1; }
  rm -r "$papers"
fi
mkdir -p "$papers"; : >"$papers/.count-sample"; papers=$(realpath "$papers")
file=$papers/daihoi.kiemphieu

# Contest ids, and the two who sign: the head and the first member of the committee.
mapfile -t contests < <(python3 -c 'import json,sys; print(*(c["id"] for c in json.load(open(sys.argv[1]))["contests"]), sep="\n")' "$sample/definition.json")
signers=$(python3 -c 'import json,sys
people = json.load(open(sys.argv[1]))["committee"]
print(next(p["name"] for p in people if p["role"] == "head"), next(p["name"] for p in people if p["role"] == "member"), sep=",")' "$sample/definition.json")

# The words after the contest's id in each line of a file of the sample, one call of "$@" a line.
for_each_line() {
  local list=$1 contest=$2 name rest words; shift 2
  while read -r name rest; do
    [ "$name" = "$contest" ] || continue
    mapfile -t words < <(xargs -n 1 printf '%s\n' <<<"$rest")
    "$@" "${words[@]}" </dev/null
  done <"$list"
}
set_figures() { "$program" figures set "$file" "$contest" "$@" >/dev/null; }
make_deck() { "$program" rehearse "$file" "$contest" "$@" -o "$scans" >/dev/null; }
# The same paper has a sheet number in each pass.
sheets_of() { "$program" records "$file" "$contest" | python3 -c 'import json,sys
print(*(r["sheet"] for r in map(json.loads, sys.stdin) if r["source"] == sys.argv[1]))' "$1"; }
rule() {
  local sheet sheets; sheets=$(sheets_of "$1")
  [ -n "$sheets" ] || { echo "rulings.txt: $contest $1: no such scan" >&2; return 1; }
  for sheet in $sheets; do "$program" rule "$file" "$contest" "$sheet" --by "$signers" "${@:2}" >/dev/null; done
}

prepared=("$sample"/*.kiemphieu)
if [ -e "${prepared[0]}" ]; then
  cp "${prepared[0]}" "$file"
else
  "$program" congress create "$file" --from "$sample/definition.json"
fi
for contest in "${contests[@]}"; do
  scans=$sample/scans/$contest
  if [ ! -e "$scans" ]; then
    scans=$papers/scans/$contest
    for_each_line "$sample/decks.txt" "$contest" make_deck
  fi
  "$program" ballot print "$file" "$contest" --copies 1 -o "$papers/$contest-phieu.pdf" >/dev/null
  "$program" zero-report "$file" "$contest" -o "$papers/$contest-bao-cao-khong.pdf" >/dev/null
  for_each_line "$sample/figures.txt" "$contest" set_figures
  "$program" scan "$file" --contest "$contest" --pass 1 "$scans"
  "$program" scan "$file" --contest "$contest" --pass 2 "$scans"
  for_each_line "$sample/rulings.txt" "$contest" rule
  "$program" result "$file" "$contest"
  "$program" close "$file" "$contest" --by "$signers" >/dev/null
  "$program" minutes "$file" "$contest" -o "$papers/$contest-bien-ban.pdf" >/dev/null
  "$program" result-sheet "$file" "$contest" -o "$papers/$contest-ket-qua.pdf" >/dev/null
  "$program" elected-list "$file" "$contest" -o "$papers/$contest-trung-cu.pdf" >/dev/null
  "$program" rulings-list "$file" "$contest" -o "$papers/$contest-phieu-da-ket-luan.pdf" >/dev/null
  "$program" journal "$file" "$contest" -o "$papers/$contest-nhat-ky.pdf" >/dev/null
  "$program" verify "$papers/$contest-bien-ban.pdf" "$file"
done
"$program" verify "$file"
echo "Giấy tờ / The papers: $papers"
