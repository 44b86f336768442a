#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-tidy over our .cpp files, as many at a time as there are cores. A file is looked at again only when it, a header of ours or .clang-tidy changed.
#
# usage: tidy.sh BUILD-FOLDER     (with compile_commands.json; remembers clean files in BUILD-FOLDER/tidy)
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$1
mkdir -p "$build/tidy"

common=$( (cat .clang-tidy; find src scanner reports -name '*.h' -print0 | sort -z | xargs -0 cat) | sha256sum | cut -c1-64)
todo=()
while IFS= read -r -d '' file; do
  grep -qF "/$file\"" "$build/compile_commands.json" || continue
  stamp=$build/tidy/$( (echo "$common $file"; cat "$file") | sha256sum | cut -c1-64)
  [ -e "$stamp" ] || todo+=("$file" "$stamp")
done < <(find src scanner reports -name '*.cpp' -print0 | sort -z)
echo "clang-tidy: $((${#todo[@]} / 2)) files"
[ ${#todo[@]} -eq 0 ] && exit 0

# Each line of a finding carries its file; "N warnings generated" and the like are about headers that are not ours.
export build
printf '%s\0' "${todo[@]}" | xargs -0 -n 2 -P "$(nproc)" bash -c '
  if found=$(clang-tidy -p "$build" --quiet --extra-arg=-Wno-unknown-warning-option "$0" 2>&1); then : >"$1"; else printf "%s\n" "$found" | grep -vE "^([0-9]+ warnings|Suppressed|Use -header)"; exit 1; fi'
