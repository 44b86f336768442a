#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sheets fed twice (docs/measurements.md): makes and reads a deck in parts, one a core, then says who was found, missed and accused. Not one of the fast tests:
# 5,000 ballots take two cores about ten minutes. Parts that are there already are not made again, so a broken-off run goes on where it stopped.
#
# usage: duplicates.sh DUPLICATES OUT [DEFINITION CONTEST [BALLOTS [SEED [PROFILE [FEDTWICE]]]]]
#        default: samples/huyen bch, 5000 ballots, seed 11, office, 0.02
set -euo pipefail
program=$(realpath "$1"); out=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
definition=${3:-$root/samples/huyen/definition.json}; contest=${4:-bch}; ballots=${5:-5000}; seed=${6:-11}; profile=${7:-office}; again=${8:-0.02}
step=250
mkdir -p "$out"
export program definition contest seed profile again out
part() {
  local from=$1 to=$2 file
  file=$(printf '%s/%s-%s-%s-%05d' "$out" "$contest" "$profile" "$seed" "$from")
  [ -e "$file" ] && return
  "$program" make "$definition" "$contest" "$file.part" "$seed" "$from" "$to" "$profile" "$again" && mv "$file.part" "$file"
}
export -f part
for ((from = 0; from < ballots; from += step)); do
  echo "$from $((from + step < ballots ? from + step : ballots))"
done | xargs -P "$(nproc)" -L 1 bash -c 'part "$0" "$1"'
cat "$out/$contest-$profile-$seed"-????? > "$out/$contest-$profile-$seed.deck"
"$program" grade "$out/$contest-$profile-$seed.deck"
