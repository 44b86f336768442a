#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Counts a sample congress from its definition to its papers, the way a counting committee does with the program.
#
# usage: count-sample.sh KIEMPHIEU SAMPLE PAPERS
#   KIEMPHIEU  the program
#   SAMPLE     folder with
#              definition.json   the congress
#              mau.kiemphieu     its file before the first ballot was counted: the scanned ballots carry the codes of this file's key, a new file would call
#                                them forged
#              scans/CONTEST/    the scanned sheets
#              figures.txt       lines "CONTEST --convened N --present N --issued N --returned N …"
#              rulings.jsonl     what the committee says of each sheet when asked (samples/committee.py)
#              expected.json     the result that must come out, worked out without the program (samples/decide.py)
#   PAPERS     folder for the congress file and the papers; made anew, only if it is empty or of an earlier run of this script
set -euo pipefail
samples=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../samples")
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

"$program" congress create "$papers/moi.kiemphieu" --from "$sample/definition.json"
cp "$sample/mau.kiemphieu" "$file"
# The file may be of an earlier version of the program, which is only brought up to date when it is opened to act on it.
"$program" ballot print "$file" "${contests[0]}" --copies 1 -o "$papers/${contests[0]}-phieu.pdf" >/dev/null
diff <("$program" congress show "$papers/moi.kiemphieu" --json) <("$program" congress show "$file" --json) >&2 ||
  { echo "$sample: mau.kiemphieu không khớp definition.json; hãy chạy samples/make.sh. / mau.kiemphieu is not of definition.json; run samples/make.sh." >&2; exit 1; }
rm "$papers/moi.kiemphieu"
for contest in "${contests[@]}"; do
  scans=$sample/scans/$contest
  "$program" ballot print "$file" "$contest" --copies 1 -o "$papers/$contest-phieu.pdf" >/dev/null
  "$program" zero-report "$file" "$contest" -o "$papers/$contest-bao-cao-khong.pdf" >/dev/null
  for_each_line "$sample/figures.txt" "$contest" set_figures
  # A sample has one deck of scans. The same files again are no second count (R-36), so its rules ask for one.
  "$program" contest rules "$file" "$contest" --passes 1 >/dev/null
  "$program" scan "$file" --contest "$contest" --pass 1 "$scans"
  python3 "$samples/committee.py" "$program" "$file" "$contest" 1 "$sample" "$signers"
  "$program" result "$file" "$contest"
  "$program" close "$file" "$contest" --by "$signers" >/dev/null
  "$program" minutes "$file" "$contest" -o "$papers/$contest-bien-ban.pdf" >/dev/null
  "$program" result-sheet "$file" "$contest" -o "$papers/$contest-ket-qua.pdf" >/dev/null
  "$program" elected-list "$file" "$contest" -o "$papers/$contest-trung-cu.pdf" >/dev/null
  "$program" rulings-list "$file" "$contest" -o "$papers/$contest-phieu-da-ket-luan.pdf" >/dev/null
  "$program" journal "$file" "$contest" -o "$papers/$contest-nhat-ky.pdf" >/dev/null
  "$program" verify "$papers/$contest-bien-ban.pdf" "$file"
  python3 "$samples/compare.py" "$program" "$file" "$contest" "$sample"
done
"$program" verify "$file"
echo "Giấy tờ / The papers: $papers"
