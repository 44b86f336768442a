#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of decks read by `lab`.

usage: score.py contests DEFINITION          the contest ids of a definition
       score.py part DECK CONTEST PROFILE SEED   one deck: its truth.jsonl against records.jsonl and measures.csv, as JSON
       score.py sum FOLDER                   adds up parts; exit 1 when a mark was read wrong
       score.py bias FOLDER                  does a place on the page matter? unsure marks and scores by the row's place, parts of FOLDER together; exit 1 when p < 0.01
       score.py rescans DECK                 one deck whose sheets were scanned several times (lab deck … TIMES): marks read as a mark in one scan and as none in another; exit 1 on one

Wrong is a clear mark read as none or none read as a mark. Doubtful marks (truth "unsure") must go to a person; "mark?" may be read or doubted, never none.
The bound is the rule of three: with no error in n positions the rate is below 3/n with 95 % confidence; with errors, the exact Poisson bound.
"""
import json
import pathlib
import random
import sys
from collections import Counter

BOUNDS = [3.00, 4.74, 6.30, 7.75, 9.15, 10.51, 11.84, 13.15, 14.43, 15.71]  # 95 % upper bound of a Poisson mean after 0, 1, 2 … events
SCORES = 20  # bins of the score, over -1 … 1
BANDS = 8  # of the rows of a page, from the top
SHUFFLES = 2000


def score_part(deck, contest, profile, seed):
    deck = pathlib.Path(deck)
    records = {r["source"]: r for r in map(json.loads, (deck / "records.jsonl").read_text().splitlines())}
    measured = {tuple(line.split(",")[:2]): float(line.split(",")[3]) for line in (deck / "measures.csv").read_text().splitlines()}
    n, wrong = Counter(), []
    scores = {"mark": [0] * SCORES, "none": [0] * SCORES}
    places = Places()
    for truth in map(json.loads, (deck / "truth.jsonl").read_text().splitlines()):
        record = records.get(truth["file"], {"marks": {}, "state": "set-aside"})
        n["sheets"] += 1
        n["sheets_to_person"] += record["state"] != "counted"
        places.add_sheet(truth, record, measured)
        for field, mark in truth["marks"].items():
            expect, got = mark["expect"], record["marks"].get(field)
            n["positions"] += 1
            if got is None:
                n["unread"] += 1
                continue
            if expect == "unsure":
                n["doubtful"] += 1
                n["doubtful_missed"] += got != "unsure"
                continue
            if got == "unsure":
                n["unsure"] += expect != "mark?"
            elif (expect != "none") != (got == "mark"):
                n["wrong"] += 1
                wrong.append(f"{truth['file']} {field}: {mark['class'] or 'empty'} read as {got}")
            if expect in scores:
                value = measured[truth["file"], field]
                scores[expect][min(SCORES - 1, int((value + 1) / 2 * SCORES))] += 1
    return {"contest": contest, "profile": profile, "seed": int(seed), **n, "wrong_marks": wrong, "scores": scores, "places": places.data}


class Places:
    """Where on the page the unsure ones are (VVSG 2.0, 1.1.6-J): by field, since the columns of a ballot hold their own marks. A row's place is its rank on its page."""

    def __init__(self):
        self.data = {}

    def add_sheet(self, truth, record, measured):
        if any(w.startswith("seal") or w == "fold" for w in truth.get("wear", [])):
            return  # seals and folds (a sheet is folded at its half or thirds) have their place on a page, and so have the marks under them
        rows = sorted({field.split("/")[0] for field in truth["marks"]})
        for field in sorted({field.split("/")[1] for field in truth["marks"]}):
            mine = self.data.setdefault(field, {"sheets": {}, "unsure": [], "scores": {k: [[0, 0.0] for _ in range(BANDS)] for k in ("mark", "none")}})
            mine["sheets"][str(len(rows))] = mine["sheets"].get(str(len(rows)), 0) + 1
            unsure = []
            for i, row in enumerate(rows):
                key = f"{row}/{field}"
                expect, got = truth["marks"].get(key, {}).get("expect"), record["marks"].get(key)
                if expect not in ("mark", "none") or got is None:
                    continue
                if got == "unsure":
                    unsure.append(i)
                band = mine["scores"][expect][i * BANDS // len(rows)]
                band[0] += 1
                band[1] += measured[truth["file"], key]
            if unsure:
                mine["unsure"].append([len(rows), unsure])


def chi_square(counts, expected):
    return sum((c - e) ** 2 / e for c, e in zip(counts, expected) if e)


def bias_of(field, parts):
    """Prints the bands of one field and returns the chance of such a spread when places do not matter: the unsure rows of each sheet are turned round the page
    together, so that neighbours under one fold stay neighbours."""
    rng = random.Random(1)
    places = [p["places"][field] for p in parts if field in p["places"]]
    rows = Counter()
    for place in places:
        for size, sheets in place["sheets"].items():
            for i in range(int(size)):
                rows[i * BANDS // int(size)] += sheets
    sheets = [sheet for place in places for sheet in place["unsure"]]

    def spread(turned):
        bands = [0] * BANDS
        for size, unsure in sheets:
            turn = rng.randrange(size) if turned else 0
            for i in unsure:
                bands[(i + turn) % size * BANDS // size] += 1
        return bands

    seen = spread(False)
    expected = [sum(seen) * rows[b] / sum(rows.values()) for b in range(BANDS)]
    as_wide = sum(chi_square(spread(True), expected) >= chi_square(seen, expected) for _ in range(SHUFFLES)) if sheets else SHUFFLES
    chance = (as_wide + 1) / (SHUFFLES + 1)
    print(f"{field}: {sum(rows.values())} positions, {sum(seen)} unsure on {len(sheets)} sheets, p = {chance:.3f}")
    for band in range(BANDS):
        means = []
        for kind in ("mark", "none"):
            count = sum(p["scores"][kind][band][0] for p in places)
            means.append(f"{kind} {sum(p['scores'][kind][band][1] for p in places) / max(1, count):+.4f} ({count})")
        print(f"  rows {band + 1}/{BANDS}: unsure {seen[band]} of {rows[band]} ({100 * seen[band] / max(1, rows[band]):.3f} %)  mean score {'  '.join(means)}")
    return chance


def bias(folder):
    parts = [json.loads(p.read_text()) for p in sorted(pathlib.Path(folder).glob("*.json"))]
    fields = sorted({field for p in parts for field in p["places"]})
    return 1 if min([bias_of(field, parts) for field in fields], default=1) < 0.01 / max(1, len(fields)) else 0


def rescans(deck):
    deck = pathlib.Path(deck)
    records = {r["source"]: r for r in map(json.loads, (deck / "records.jsonl").read_text().splitlines())}
    states, unread = {}, 0
    for truth in map(json.loads, (deck / "truth.jsonl").read_text().splitlines()):
        record = records.get(truth["file"], {"marks": {}})
        unread += not record["marks"]
        for field in truth["marks"]:
            states.setdefault((truth["ballot"], truth["page"], field), []).append(record["marks"].get(field, "unread"))
    turned = [key for key, seen in states.items() if "mark" in seen and "none" in seen]
    sometimes = sum("unsure" in seen and len(set(seen) - {"unread"}) > 1 for seen in states.values())
    print(f"{len(states)} targets, {sum(map(len, states.values()))} readings, {unread} scans unread: mark in one scan and none in another {len(turned)}, "
          f"sometimes unsure {sometimes}, always the same {sum(len(set(s) - {'unread'}) <= 1 for s in states.values())}")
    for key in turned:
        print("  TURNED", *key, *states[key])
    return 1 if turned else 0


def show(name, n):
    positions, wrong = n["positions"] - n["unread"], n["wrong"]
    bound = BOUNDS[min(wrong, len(BOUNDS) - 1)] / max(1, positions)
    missed = f"{n['doubtful_missed']}/{n['doubtful']}"
    print(f"{name:24} {n['sheets']:7} sheets {positions:9} positions  wrong {wrong}  rate < {bound:.1e} (95 %)  unsure {100 * n['unsure'] / max(1, positions):.3f} %"
          f"  sheets to a person {100 * n['sheets_to_person'] / max(1, n['sheets']):.1f} %  doubtful missed {missed}")


def sum_parts(folder):
    total, by = Counter(), {}
    parts = [json.loads(p.read_text()) for p in sorted(pathlib.Path(folder).glob("*.json"))]
    for part in parts:
        counts = Counter({k: v for k, v in part.items() if isinstance(v, int) and k != "seed"})
        total += counts
        by.setdefault((part["profile"], part["contest"]), Counter()).update(counts)
    for (profile, contest), n in sorted(by.items()):
        show(f"{profile} {contest}", n)
    show("all", total)
    print("seeds", *sorted({p["seed"] for p in parts}))
    for part in parts:
        for mark in part["wrong_marks"]:
            print(f"  WRONG {part['contest']} {part['profile']} seed {part['seed']}: {mark}")
    return 1 if total["wrong"] else 0


def main():
    command, *arguments = sys.argv[1:] or ["help"]
    if command == "contests" and len(arguments) == 1:
        print(*(c["id"] for c in json.loads(pathlib.Path(arguments[0]).read_text())["contests"]), sep="\n")
    elif command == "part" and len(arguments) == 4:
        print(json.dumps(score_part(*arguments)))
    elif command in ("sum", "bias", "rescans") and len(arguments) == 1:
        return {"sum": sum_parts, "bias": bias, "rescans": rescans}[command](arguments[0])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


sys.exit(main())
