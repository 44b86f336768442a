#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Reads rehearsal decks of every contest of a definition, part by part, and adds up what was read wrong. A part that is done is not done again: stop the run at
# any time and start it again with the same folder; parts of several runs or machines may be laid together in its `parts`.
#
# usage: run.sh LAB DEFINITION.json OUT FIRST_SEED LAST_SEED [BALLOTS [PROFILE…]]     default 40 ballots, profiles clean office harsh
# LAB is build/release/tests/lab. One part is one contest, profile and seed. OUT/parts/*.json hold the figures of each; the sum goes to stdout. Exit 1 on a wrong mark.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
lab=$(realpath "$1") definition=$(realpath "$2") out=$3 first=$4 last=$5 ballots=${6:-40}
shift $(($# < 6 ? $# : 6))
profiles=("$@")
[ ${#profiles[@]} -gt 0 ] || profiles=(clean office harsh)
mkdir -p "$out/parts"
for seed in $(seq "$first" "$last"); do
  for contest in $(python3 "$here/score.py" contests "$definition"); do
    for profile in "${profiles[@]}"; do
      part="$out/parts/$contest-$profile-$seed-$ballots.json"
      [ ! -s "$part" ] || continue
      deck=$(mktemp -d)
      "$lab" run "$definition" "$contest" "$deck" "$profile" "$seed" "$ballots" >/dev/null
      python3 "$here/score.py" part "$deck" "$contest" "$profile" "$seed" >"$part.new"
      mv "$part.new" "$part" # only a whole part counts
      rm -rf "$deck"
    done
  done
done
python3 "$here/score.py" sum "$out/parts"
