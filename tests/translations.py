#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk speaks English on every screen: nothing is left untranslated, no %1 is lost, and no Vietnamese text stands outside a translated one.

usage: translations.py LUPDATE PROJECT        exit 1 and one line for each fault
It reads the QML afresh into a copy of kiemphieu_en.ts: a text added since, or changed, shows up there as unfinished.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ElementTree
from pathlib import Path

SAYS_BOTH = {"qsTr", "tr", "trf", "words"}  # calls that give a text in the language of the screen
SAME_IN_BOTH = {  # what an English reader is meant to see in Vietnamese
    "Tiếng Việt", "Kiểm Phiếu – kiosk", "190-QĐ/TW", "244-QĐ/TW",
    # titles proposed for a contest: printed on the ballot, whose language is Vietnamese
    "Bầu Ban Chấp hành", "Bầu Ban Thường vụ", "Bầu Bí thư", "Bầu Phó Bí thư", "Bầu Ủy ban Kiểm tra", "Bầu Chủ nhiệm Ủy ban Kiểm tra",
    "Bầu đại biểu chính thức dự đại hội cấp trên", "Bầu đại biểu dự khuyết dự đại hội cấp trên",
}
TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^(]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|`[^`]*`|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|[(){}\[\]]|\S', re.S)


def is_vietnamese(text):
    return any(ord(c) > 127 and ("đ" == c.lower() or unicodedata.decomposition(c)) and unicodedata.category(c).startswith("L") for c in text)


def is_literal(token):
    return token[0] in "\"'`R" and token[-1] in "\"'`"


def literals_outside(path):
    """Vietnamese literals in one language only: in no call of SAYS_BOTH, and not the first of a pair {"Vietnamese", "English"}. Gives (line, literal)."""
    source = path.read_text(encoding="utf-8")
    matches = [m for m in TOKEN.finditer(source) if not m.group().startswith(("//", "/*"))]
    tokens, calls = [m.group() for m in matches] + ["", ""], []
    for i, match in enumerate(matches):
        token = tokens[i]
        if token in "([{":
            calls.append(tokens[i - 1])
        elif token in ")]}" and calls:
            calls.pop()
        elif is_literal(token) and is_vietnamese(token) and not SAYS_BOTH & set(calls):
            paired = tokens[i + 1] == "," and tokens[i + 2][:1] == '"' and not is_vietnamese(tokens[i + 2])
            on_command_line = " / " in token  # help of the command line: both languages in one
            if not (paired or on_command_line or token[1:-1] in SAME_IN_BOTH):
                yield source.count("\n", 0, match.start()) + 1, token


def untranslated(lupdate, project):
    with tempfile.TemporaryDirectory() as folder:
        ts = Path(folder) / "kiemphieu_en.ts"
        shutil.copy(project / "qml/i18n/kiemphieu_en.ts", ts)
        subprocess.run([lupdate, "-silent", "-locations", "none", "-no-obsolete", "-recursive", project / "qml", "-ts", ts], check=True)
        for context in ElementTree.parse(ts).getroot().iter("context"):
            for message in context.iter("message"):
                vietnamese, english = message.findtext("source"), message.find("translation")
                where = f"qml/i18n/kiemphieu_en.ts: {context.findtext('name')}: “{vietnamese}”"
                if english.get("type") or not (english.text or "").strip():
                    yield f"{where} has no English"
                elif sorted(re.findall(r"%\d", vietnamese)) != sorted(re.findall(r"%\d", english.text)):
                    yield f"{where} takes other arguments than “{english.text}”"
                elif is_vietnamese(english.text) and "Kiểm Phiếu" not in english.text:
                    yield f"{where} is still Vietnamese: “{english.text}”"


def main():
    lupdate, project = sys.argv[1], Path(sys.argv[2])
    faults = list(untranslated(lupdate, project)) if (project / "qml/i18n").exists() else []
    letters = {project / "src/kiosk/frame/telex.cpp", project / "src/kiosk/frame/kept_title.cpp"}  # tables of letters and terms, no texts
    for path in sorted({*(project / "qml").rglob("*.qml"), *(project / "src/kiosk").rglob("*.cpp"), *(project / "src/kiosk").rglob("*.h")} - letters):
        faults += [f"{path.relative_to(project)}:{line}: {literal} is seen in Vietnamese only" for line, literal in literals_outside(path)]
    print("\n".join(faults) or "every text is in both languages", f"{len(faults)} texts in one language only", sep="\n")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main())
