#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each test that docs/reader-evidence.md names must be where it says: `file under tests/: Suite.Test · Suite.Test`. usage: evidence_table.py ROOT"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
table = (root / "docs/reader-evidence.md").read_text(encoding="utf-8")
named, missing = 0, []
for file, tests in re.findall(r"`([a-z_]+/[a-z_]+): ([^`]+)`", table):
    source = root / "tests" / f"{file}.cpp"
    text = source.read_text(encoding="utf-8") if source.exists() else ""
    for test in tests.split(" · "):
        suite, name = test.split(".")
        named += 1
        if not re.search(rf"^TEST(_F|_P)?\({suite}, {name}\)", text, re.MULTILINE):
            missing.append(f"{file}: {test}")
print("\n".join(missing))
print(f"{named} tests named, {len(missing)} missing")
sys.exit(1 if missing or named < 100 else 0)
