#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the libFuzzer programs (preset fuzz, clang) and runs each for some seconds, on a copy of its corpus; a finding stops the run and is kept in build/fuzz/found.
#
# usage: run.sh [SECONDS [NAME…]]     default 600 seconds each, all targets
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-600}
shift $(($# < 1 ? $# : 1))
names=("$@")
[ ${#names[@]} -gt 0 ] || for folder in tests/fuzz/corpus/*/; do names+=("$(basename "$folder")"); done
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz
mkdir -p build/fuzz/found
for name in "${names[@]}"; do
  work=$(mktemp -d)
  cp tests/fuzz/corpus/"$name"/* "$work"
  build/fuzz/tests/fuzz/fuzz_"$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 -artifact_prefix=build/fuzz/found/"$name"- "$work" 2>&1 |
    grep -E "^stat::number_of_executed_units|ERROR|SUMMARY|^Done|artifact_prefix" | sed "s/^/$name: /"
  rm -rf "$work"
done
