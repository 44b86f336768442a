#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the includes of every .cpp and .h under src, scanner and reports and names each one that its folder may not have.

usage: layers.py ROOT        exit 0 none, 1 some (one line each), 2 wrong usage

The table is the one of CONTRIBUTING.md. An include that is in no list is an error too: a new library is a decision, made here.
"""
import pathlib
import re
import sys

# folder: (our folders it may include besides itself, outside libraries it may include besides the standard library)
EVERYTHING = {"election", "ballot", "ledger", "formats", "evidence", "lists", "count", "scanner", "scanner/source", "scanner/imaging", "scanner/code",
              "scanner/reading", "scanner/rehearsal", "reports", "reports/pdf", "reports/xlsx", "reports/csv", "printing"}
TABLE = {
    "src/election": (set(), {"expected"}),
    "src/ballot": ({"election"}, {"expected", "sodium"}),
    "src/ledger": ({"election", "ballot"}, {"SQLiteCpp", "sodium", "posix"}),
    "src/formats": ({"election", "ballot"}, {"nlohmann-json", "utf8proc"}),
    "src/lists": ({"election", "ballot", "formats", "reports/csv"}, {"libarchive", "pugixml"}),
    "src/evidence": ({"election", "ballot", "ledger"}, {"libarchive", "sodium", "poppler", "posix"}),
    "src/count": ({"election", "ballot", "ledger", "evidence", "formats"}, {"posix"}),
    "src/printing": ({"election"}, {"cups"}),
    "src/wiring": (EVERYTHING, {"posix", "nlohmann-json"}),  # nlohmann: reads the ledger's canonical JSON for the journal's sentences
    # --json tables are put together where they are printed; formats holds the formats that others rely on
    "src/cli": (EVERYTHING | {"wiring"}, {"CLI11", "nlohmann-json", "posix"}),
    "src/kiosk": (EVERYTHING | {"wiring"}, {"Qt", "posix"}),
    "scanner": (set(), set()),
    "scanner/source": ({"election", "ballot", "scanner"}, {"poppler", "libjpeg", "libpng", "libtiff", "posix"}),
    "scanner/feeder": ({"election", "scanner", "scanner/source"}, {"SANE", "posix"}),
    "scanner/imaging": ({"election", "ballot", "scanner"}, {"OpenCV"}),
    "scanner/code": ({"ballot", "scanner"}, {"ZXing"}),
    "scanner/reading": ({"election", "ballot", "scanner", "scanner/imaging", "scanner/code"}, set()),
    "scanner/rehearsal": ({"election", "ballot", "scanner"}, {"OpenCV"}),
    "reports": ({"election", "ballot"}, set()),
    "reports/pdf": ({"election", "ballot", "reports", "scanner/code"}, {"libharu"}),
    "reports/xlsx": ({"election", "ballot", "reports"}, {"libxlsxwriter"}),
    "reports/csv": ({"election", "ballot", "reports"}, set()),
}

LIBRARIES = [
    ("expected", r"tl/expected\.hpp"),
    ("sodium", r"sodium\.h|sodium/.*"),
    ("SQLiteCpp", r"SQLiteCpp/.*|sqlite3\.h"),
    ("nlohmann-json", r"nlohmann/.*"),
    ("utf8proc", r"utf8proc\.h"),
    ("libarchive", r"archive(_entry)?\.h"),
    ("pugixml", r"pugixml\.hpp"),
    ("poppler", r"poppler.*"),
    ("CLI11", r"CLI/.*"),
    ("SANE", r"sane/.*"),
    ("cups", r"cups/.*"),
    ("libjpeg", r"jpeglib\.h|jerror\.h"),
    ("libpng", r"png\.h"),
    ("libtiff", r"tiffio\.h|tiff\.h"),
    ("OpenCV", r"opencv2?/.*"),
    ("ZXing", r"ZXing/.*|ReadBarcode\.h|DecodeHints\.h|MultiFormatWriter\.h|BarcodeFormat\.h|BitMatrix\.h|CharacterSet\.h"),
    ("libharu", r"hpdf.*\.h"),
    ("libxlsxwriter", r"xlsxwriter.*"),
    ("Qt", r"Q[A-Z]\w*|Q[a-zA-Z0-9]*/.*|q[a-z]+\.h"),
    ("posix", r"malloc\.h|sched\.h|pthread\.h|unistd\.h|fcntl\.h|termios\.h|poll\.h|signal\.h|spawn\.h|sys/.*"),
    ("std", r"[a-z_]+"),
    ("std", r"[a-z]mmintrin\.h"),  # the processor's own instructions, with the compiler
    ("std", r"(assert|errno|limits|math|setjmp|signal|stddef|stdint|stdio|stdlib|string|time)\.h"),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def folder_of(relative):
    """The folder of TABLE a file belongs to: the deepest that holds it; None when none does."""
    parent = relative.parent
    while parent != pathlib.PurePosixPath("."):
        if str(parent) in TABLE:
            return str(parent)
        parent = parent.parent
    return None


def own_folder(root, file, target):
    """The folder (without src/) of a quoted include, None when the file is not ours."""
    for base in (file.parent, root, root / "src"):
        found = base / target
        if found.is_file():
            folder = folder_of(pathlib.PurePosixPath(found.resolve().relative_to(root).as_posix()))
            return folder.removeprefix("src/") if folder else None
    return None


def problem(root, file, folder, bracket, target):
    """What is wrong with one include, or None."""
    ours, outside = TABLE[folder]
    if bracket == '"':
        own = own_folder(root, file, target)
        if own:
            return None if own == folder.removeprefix("src/") or own in ours else f'"{target}": {folder} may not use {own}'
    library = next((name for name, pattern in LIBRARIES if re.fullmatch(pattern, target)), None)
    if library is None:
        return f"<{target}>: a header that tests/layers/layers.py does not know"
    if library == "std" or library in outside or library == "expected":
        return None
    return f"<{target}>: {folder} may not use {library}"


def main():
    if len(sys.argv) != 2 or not pathlib.Path(sys.argv[1]).is_dir():
        print(__doc__, file=sys.stderr)
        return 2
    root = pathlib.Path(sys.argv[1]).resolve()
    files = sorted(path for top in ("src", "scanner", "reports") for path in (root / top).rglob("*") if path.suffix in (".cpp", ".h"))
    wrong = []
    for file in files:
        relative = pathlib.PurePosixPath(file.relative_to(root).as_posix())
        folder = folder_of(relative)
        if folder is None:
            wrong.append(f"{relative}: a folder that tests/layers/layers.py does not know")
            continue
        text = file.read_text(encoding="utf-8")
        for match in INCLUDE.finditer(text):
            found = problem(root, file, folder, match.group(1), match.group(2))
            if found:
                wrong.append(f"{relative}:{text.count(chr(10), 0, match.start()) + 1}: {found}")
    for line in wrong:
        print(line)
    print(f"{len(files)} files read, {len(wrong)} forbidden includes")
    return 1 if wrong or not files else 0


sys.exit(main())
