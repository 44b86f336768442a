#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of decks read by `lab`.

usage: score.py contests DEFINITION          the contest ids of a definition
       score.py part DECK CONTEST PROFILE SEED   one deck: its truth.jsonl against records.jsonl and measures.csv, as JSON
       score.py sum FOLDER                   adds up parts; exit 1 when a mark was read wrong

Wrong is a clear mark read as none or none read as a mark. Doubtful marks (truth "unsure") must go to a person; "mark?" may be read or doubted, never none.
The bound is the rule of three: with no error in n positions the rate is below 3/n with 95 % confidence; with errors, the exact Poisson bound.
"""
import json
import pathlib
import sys
from collections import Counter

BOUNDS = [3.00, 4.74, 6.30, 7.75, 9.15, 10.51, 11.84, 13.15, 14.43, 15.71]  # 95 % upper bound of a Poisson mean after 0, 1, 2 … events
SCORES = 20  # bins of the score, over -1 … 1


def score_part(deck, contest, profile, seed):
    deck = pathlib.Path(deck)
    records = {r["source"]: r for r in map(json.loads, (deck / "records.jsonl").read_text().splitlines())}
    measured = {tuple(line.split(",")[:2]): float(line.split(",")[3]) for line in (deck / "measures.csv").read_text().splitlines()}
    n, wrong = Counter(), []
    scores = {"mark": [0] * SCORES, "none": [0] * SCORES}
    for truth in map(json.loads, (deck / "truth.jsonl").read_text().splitlines()):
        record = records.get(truth["file"], {"marks": {}, "state": "set-aside"})
        n["sheets"] += 1
        n["sheets_to_person"] += record["state"] != "counted"
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
    return {"contest": contest, "profile": profile, "seed": int(seed), **n, "wrong_marks": wrong, "scores": scores}


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
    elif command == "sum" and len(arguments) == 1:
        return sum_parts(arguments[0])
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


sys.exit(main())
