#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# CPU time a page of AMC-detect (auto-multiple-choice, the compiled part that looks at a scan), of decoding and of our reader over the same deck, in one run.
# AMC-detect is started for each page, as AMC does; it finds the four outer squares as its corner marks, fits them and measures every box once.
#
# usage: amc.sh BUILD-FOLDER DEFINITION.json CONTEST [BALLOTS [PROFILE [DPI]]]      a contest with boxes on one page
# AMC_DETECT: where the program is; the Debian packages need 1.8 GB with TeX, `apt-get download auto-multiple-choice && dpkg -x` is enough for this one.
set -euo pipefail
build=$(realpath "$1") definition=$(realpath "$2") contest=$3 ballots=${4:-40} profile=${5:-office} dpi=${6:-300}
detect=${AMC_DETECT:-/usr/libexec/AMC/exec/AMC-detect}
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT
mkdir "$work/none"
"$build/tests/lab" form "$definition" "$contest" "$work/form" >/dev/null
"$build/tests/lab" deck "$definition" "$contest" "$work/deck" "$profile" 1 "$ballots" jpg "$dpi" >/dev/null
ours=$("$build/tests/lab" read "$definition" "$contest" "$work/deck" | tail -n 1)
python3 - "$detect" "$work/form/geometry.json" "$dpi" "$work/deck" "$build/tests/lab" "$ours" <<'PY'
import glob, json, re, resource, subprocess, sys

detect, geometry, dpi, deck, lab, ours = sys.argv[1:]
page, px = json.load(open(geometry))["pages"][0], float(dpi) / 25.4


def cpu(command, text=""):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command, input=text, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


middle = [((f["x"] + f["w"] / 2) * px, (f["y"] + f["h"] / 2) * px) for f in page["fiducials"]]
commands = ["optim " + " ".join("%.2f,%.2f" % middle[i] for i in (0, 1, len(middle) - 1, len(middle) - 2))]
commands += ["mesure0 0.8 square %.2f %.2f %.2f %.2f" % (t["x"] * px, (t["x"] + t["w"]) * px, t["y"] * px, (t["y"] + t["h"]) * px) for t in page["targets"]]
start = [detect, "-x", str(page["width_mm"] * px), "-y", str(page["height_mm"] * px), "-d", str(page["fiducials"][0]["w"] * px), "-p", "0.2", "-m", "0.2", "-c", "4", "-t", "0.6", "-o", "1"]
files = sorted(glob.glob(deck + "/*.jpg"))
amc = empty = measured = 0
for path in files:
    empty += cpu(start)[0]
    seconds, out = cpu(start, "\n".join(["load " + path] + commands) + "\n")
    amc += seconds
    measured += out.count("PIX ")
if measured != len(files) * len(page["targets"]):
    sys.exit(f"AMC-detect measured {measured} of {len(files) * len(page['targets'])} boxes")
decode = cpu([lab, "decode", deck])[0] - cpu([lab, "decode", deck + "/../none"])[0]
number = [float(x) for x in re.findall(r"[\d.]+", ours)]
our, n = number[1] + number[2], len(files)
amc, empty, decode = 1000 * amc / n, 1000 * empty / n, 1000 * decode / n
print(f"{n} pages, {len(page['targets'])} boxes, {dpi} dpi: imdecode {decode:.1f} ms CPU a page; AMC-detect {amc:.1f} ({amc - empty:.1f} without its start) = "
      f"{amc / decode:.1f} ({(amc - empty) / decode:.1f}) x decode; ours with decoding {our:.1f} = {our / decode:.2f} x decode, {(amc - empty) / our:.1f} times as fast as AMC-detect")
PY
