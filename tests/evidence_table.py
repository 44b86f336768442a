#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each test that docs/*-evidence.md name must be where they say: `file under tests/: Suite.Test · Suite.Test`, or `qml/tst_Page: function · function` of a Qt Quick test.

usage: evidence_table.py ROOT        exit 1 and one line for each that is missing, or when a document names hardly any
"""
import pathlib
import re
import sys

LEAST_NAMED = 100  # in one document: a table whose form this script no longer knows would pass otherwise


def is_there(text, test, qml):
    if qml:
        return re.search(rf"^\s*function {test}\(", text, re.MULTILINE)
    suite, name = test.split(".")
    return re.search(rf"^TEST(_F|_P)?\({suite}, {name}\)", text, re.MULTILINE)


def missing_in(root, document):
    named, missing = 0, []
    for file, tests in re.findall(r"`([a-z_]+/[A-Za-z_]+): ([^`]+)`", document.read_text(encoding="utf-8")):
        qml = file.startswith("qml/")
        source = root / "tests" / (file + (".qml" if qml else ".cpp"))
        text = source.read_text(encoding="utf-8") if source.exists() else ""
        for test in tests.split(" · "):
            named += 1
            if not is_there(text, test, qml):
                missing.append(f"{document.name}: {file}: {test}")
    print("\n".join(missing + [f"{document.name}: {named} tests named, {len(missing)} missing"]))
    return missing or named < LEAST_NAMED


root = pathlib.Path(sys.argv[1])
documents = sorted((root / "docs").glob("*-evidence.md"))
wrong = [document for document in documents if missing_in(root, document)]
sys.exit(1 if wrong or len(documents) < 2 else 0)
