#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the decks of all samples together hold every reason of the record format at least once? Exit 1 and the names of those that are missing or unknown.

Prints which sheets are to raise which reason. That the program does find them there is checked for each sample by compare.py.
"""
import json
import sys
from pathlib import Path

REASONS = """mark-unsure over-vote nothing-voted all-rejected row-both extra-writing second-ink code-unreadable code-not-ours other-contest page-missing
page-repeated seen-before blank-sheet page-damaged not-registered double-feed""".split()

places = {}
for path in sorted(Path(__file__).parent.glob("*/expected.json")):
    for contest, expected in json.loads(path.read_text()).items():
        for promise in expected["reasons"]:
            places.setdefault(promise["why"], []).append(f"{path.parent.name}/{contest}: {' or '.join(promise['files'])}")
for why in REASONS:
    print(f"{why:16} {'; '.join(places.get(why, ['–']))}")
wrong = [why for why in REASONS if why not in places] + [why for why in places if why not in REASONS]
if wrong:
    sys.exit(f"missing or unknown: {', '.join(wrong)}")
