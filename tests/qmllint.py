#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs qmllint over all QML and fails on anything it says, with one exception: an id of the enclosing file used inside a delegate or another component. Qt 6.4 calls
that "unqualified access" and has no way to say that the component is bound (the ComponentBehavior pragma came with 6.5). A name that is no id of that file fails. Deferred assignments
(a contentItem with ids in it is made at once) are no mistake and not listed. Who hears Return hears the number block's Enter as well: keying in leaves the right hand there.

usage: qmllint.py QMLLINT SOURCE-QML-FOLDER IMPORT-PATH…     exit 0 clean, 1 findings
"""
import json
import pathlib
import re
import subprocess
import sys

BLANK = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def ids_of(text):
    return set(re.findall(r"\bid\s*:\s*([A-Za-z_]\w*)", BLANK.sub("", text)))


def tolerated(warning, source):
    """Whether a warning is the exception of above."""
    if warning["message"] != "Unqualified access":
        return False
    name = re.match(r"\w+", source.split("\n")[warning["line"] - 1][warning["column"] - 1:])
    return bool(name) and name.group() in ids_of(source)


def main():
    lint, folder, *imports = sys.argv[1:]
    files = sorted(pathlib.Path(folder).rglob("*.qml"))
    command = [lint, "--bare", "--deferred-property-id", "disable", "--json", "-"] + [word for path in imports for word in ("-I", path)] + [str(file) for file in files]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = 0
    for entry in json.loads(run.stdout)["files"]:
        source = pathlib.Path(entry["filename"]).read_text(encoding="utf-8")
        if len(re.findall(r"\bKeys\.onReturnPressed:", source)) != len(re.findall(r"\bKeys\.onEnterPressed:", source)):
            found += 1
            print(f'{entry["filename"]}: hears Return and not Enter of the number block, or the other way')
        for warning in entry["warnings"]:
            if warning["type"] == "info" or tolerated(warning, source):
                continue
            found += 1
            print(f'{entry["filename"]}:{warning.get("line", 0)}:{warning.get("column", 0)}: {warning["message"]}')
    print(f"{len(files)} files read, {found} findings")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
