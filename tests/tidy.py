#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy over our .cpp files, as many at a time as there are cores.

A file is looked at again only when it, a header of ours that it includes (directly or not) or .clang-tidy changed: the hash over these of every file found clean is kept in
tests/tidy.clean, which is committed. clang-tidy 14 takes 4 to 8 seconds a file, a quarter of an hour for the whole tree; a hash says no more than that it found nothing.

usage: tidy.py BUILD-FOLDER [--all] [FOLDER…]     BUILD-FOLDER holds compile_commands.json; --all looks at every file whatever is remembered
exit 0 clean, 1 findings
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLEAN = ROOT / "tests" / "tidy.clean"
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)
ABOUT_OTHERS = re.compile(r"^(\d+ warnings|Suppressed|Use -header)")


def own_header(file, target):
    """The header of ours that an include names, None when it is not ours."""
    for base in (file.parent, ROOT, ROOT / "src"):
        if (base / target).is_file():
            return (base / target).resolve()
    return None


def read_with_headers(file):
    """The file and every header of ours behind it, in a fixed order."""
    seen, todo = set(), [file]
    while todo:
        current = todo.pop()
        if current in seen:
            continue
        seen.add(current)
        todo += [header for target in INCLUDE.findall(current.read_text(encoding="utf-8")) if (header := own_header(current, target))]
    return sorted(seen)


def key_of(file, settings):
    digest = hashlib.sha256(settings)
    for part in read_with_headers(file):
        digest.update(part.relative_to(ROOT).as_posix().encode() + b"\0" + part.read_bytes() + b"\0")
    return f"{digest.hexdigest()[:32]} {file.relative_to(ROOT).as_posix()}"


def tidy(build, file):
    run = subprocess.run(["clang-tidy", "-p", build, "--quiet", "--extra-arg=-Wno-unknown-warning-option", str(file)], capture_output=True, text=True, check=False)
    said = "\n".join(line for line in (run.stdout + run.stderr).splitlines() if not ABOUT_OTHERS.match(line))
    return run.returncode == 0, said


def main():
    build, *rest = sys.argv[1:]
    everything = "--all" in rest
    folders = [word for word in rest if word != "--all"] or ["src", "scanner", "reports"]
    settings = (ROOT / ".clang-tidy").read_bytes()
    compiled = {pathlib.Path(entry["file"]).resolve() for entry in json.loads(pathlib.Path(build, "compile_commands.json").read_text())}
    known = set(CLEAN.read_text().splitlines()) if CLEAN.exists() else set()
    files = sorted(file for folder in folders for file in (ROOT / folder).rglob("*.cpp") if file in compiled)
    keys = {file: key_of(file, settings) for file in files}
    todo = [file for file in files if everything or keys[file] not in known]
    print(f"clang-tidy: {len(todo)} of {len(files)} files", flush=True)
    known &= {keys[file] for file in files} | {line for line in known if not any(line.split(" ", 1)[1].startswith(f + "/") for f in folders)}
    bad = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = {pool.submit(tidy, build, file): file for file in todo}
        for run in concurrent.futures.as_completed(runs):
            clean, said = run.result()
            if clean:
                known.add(keys[runs[run]])
                CLEAN.write_text("".join(sorted(line + "\n" for line in known)))  # kept although the run may be broken off
            else:
                bad += 1
                print(said, flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
