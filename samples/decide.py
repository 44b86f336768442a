#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the counting committee decides on each sheet of a sample, and the result that must come out.

usage: decide.py SAMPLE
Reads definition.json, figures.txt and scans/CONTEST/truth.jsonl; writes rulings.jsonl and expected.json. It knows the rules R-07 … R-30 in its own words
and nothing of the reader, the tally or their output: a wrong reading or a wrong sum of the program differs from what is written here.

rulings.jsonl, one line a scan: "decision" is what the committee says of the paper when the program puts it before them:
  valid · R-xx (invalid by that rule) · set-aside (no ballot of its own; "note" says why) · seen (a copy of a sheet; the program needs no ruling)
"votes" are those the paper shows to a person; "reason" is the reason the sheet was made to raise, "" for an ordinary ballot.
"""
import json
import re
import sys
from pathlib import Path

SET_ASIDE = {
    "blank-sheet": "Tờ giấy trắng lẫn vào xấp phiếu",
    "not-registered": "Tờ chương trình đại hội lẫn vào xấp phiếu, không phải phiếu bầu",
    "double-feed": "Máy quét kéo hai phiếu cùng lúc; đã tách ra và quét lại ngay sau đó",
}
NOT_ISSUED = ("code-not-ours", "other-contest")  # taken out of the box, so it counts among the returned


def strike_out(contest):
    return contest["kind"] == "election" and len(contest["candidates"]) > contest["seats"]


def judged(contest, votes, marked):
    """R-08 … R-16 for one whole ballot; `marked`: marked boxes of each candidate."""
    yes = sum(v == "yes" for v in votes.values())
    if strike_out(contest):
        return "R-08" if yes > contest["seats"] else "R-09" if yes == 0 else "valid"
    nobody = [c for c, v in votes.items() if v == "none"]
    if len(votes) == 1:
        return "valid" if not nobody else "R-12" if marked[nobody[0]] == 2 else "R-13"
    return "R-15" if len(nobody) == len(votes) else "valid"  # rows with both or neither count for nobody; R-16: all "no" is taken as a valid vote


def decide_ballot(contest, sheets):
    """Decisions on the scans of one ballot, in the order they were fed. A page fed twice counts once: its first picture is put aside."""
    reason = sheets[0]["reason"]
    votes = sheets[0]["votes"]
    marked = {c["id"]: 0 for c in contest["candidates"]}
    last = {sheet["page"]: sheet["file"] for sheet in sheets}
    for sheet in sheets:
        if last[sheet["page"]] == sheet["file"]:
            for target, mark in sheet["marks"].items():
                marked[target.split("/")[0]] += mark["expect"] != "none"
    decision = {"extra-writing": "R-18", "second-ink": "R-19", "page-missing": "R-20"}.get(reason) or judged(contest, votes, marked)
    seen = set()
    for sheet in sheets:
        line = {"file": sheet["file"], "ballot": sheet["ballot"], "page": sheet["page"], "reason": reason, "decision": decision, "votes": votes}
        if reason == "seen-before" and sheet["page"] in seen:
            line.update(decision="seen", note="Cùng một ảnh quét với tờ trước")
        elif reason == "page-repeated" and last[sheet["page"]] != sheet["file"]:
            line.update(decision="set-aside", note="Trang này được quét hai lần; tính theo ảnh sau")
        seen.add(sheet["page"])
        yield line


def decide(contest, truth):
    """(decision lines in feeding order, ballots as (decision, votes))."""
    ballots, aliens = {}, {}
    for sheet in truth:
        sheet.setdefault("reason", "")
        if sheet["page"] == 0:
            aliens[sheet["file"]] = sheet
        else:
            ballots.setdefault(sheet["ballot"], []).append(sheet)
    lines, counted = [], []
    for sheets in ballots.values():
        made = list(decide_ballot(contest, sheets))
        lines += made
        counted.append((made[-1]["decision"] if made[-1]["decision"] != "seen" else made[0]["decision"], made[0]["votes"]))
    for sheet in aliens.values():
        line = {"file": sheet["file"], "ballot": sheet["ballot"], "page": 0, "reason": sheet["reason"], "votes": {}}
        if sheet["reason"] in NOT_ISSUED:
            line["decision"] = "R-07"
            counted.append(("R-07", {}))
        else:
            line.update(decision="set-aside", note=SET_ASIDE[sheet["reason"]])
        lines.append(line)
    return sorted(lines, key=lambda line: line["file"]), counted


def figures_of(text, contest):
    words = next(line.split() for line in text.splitlines() if line.split()[:1] == [contest])
    number = {key: int(words[words.index("--" + key) + 1]) for key in ("convened", "present", "issued", "returned")}
    number["deductions"] = {name: int(n) for name, n in re.findall(r"--deduct (\S+)=(\d+)", " ".join(words))}
    number["absent"] = number["convened"] - number["present"]
    number["base"] = number["convened"] - sum(number["deductions"].values())
    return number


def percent(votes, base):
    """R-30: two decimals, half up, in integers."""
    hundredths = (2 * 10000 * votes + base) // (2 * base)
    return f"{hundredths // 100}.{hundredths % 100:02d}"


def result(contest, figures, counted):
    ids = [c["id"] for c in contest["candidates"]]
    valid = [votes for decision, votes in counted if decision == "valid"]
    invalid = [decision for decision, _ in counted if decision != "valid"]
    rows = [{"candidate": c, "yes": sum(v[c] == "yes" for v in valid), "no": sum(v[c] == "no" for v in valid), "not_counted": sum(v[c] == "none" for v in valid)} for c in ids]
    for row in rows:
        row["percent"] = percent(row["yes"], figures["base"])
    passing = sorted((row for row in rows if 2 * row["yes"] > figures["base"]), key=lambda row: -row["yes"])  # R-25; sorted() keeps ballot order
    elected, tied, seats = passing, [], contest["seats"]
    if len(passing) > seats:
        elected = passing[:seats]
        if passing[seats]["yes"] == passing[seats - 1]["yes"]:
            tied = [row for row in passing if row["yes"] == passing[seats]["yes"]]
            elected = [row for row in elected if row not in tied]
    return {
        "figures": {**figures, "valid": len(valid), "invalid": len(invalid), "undecided": 0},
        "invalid_by_rule": {rule: invalid.count(rule) for rule in sorted(set(invalid))},
        "votes": rows,
        "elected": [row["candidate"] for row in elected],
        "tied": [row["candidate"] for row in tied],
        "shortfall": max(0, seats - len(passing)),
    }


def promised(lines):
    """[why, files]: at least one of the scans must raise it."""
    whys = {}
    for line in lines:
        if line["reason"] and (line["reason"] != "seen-before" or line["decision"] == "seen"):
            whys.setdefault((line["reason"], line["ballot"]), []).append(line["file"])
    return [{"why": why, "files": files} for (why, _), files in whys.items()]


def main():
    sample = Path(sys.argv[1])
    contests = json.loads((sample / "definition.json").read_text())["contests"]
    figures_text = (sample / "figures.txt").read_text()
    rulings, expected = [], {}
    for contest in contests:
        folder = sample / "scans" / contest["id"]
        truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text().splitlines()]
        lines, counted = decide(contest, truth)
        figures = figures_of(figures_text, contest["id"])
        if len(counted) != figures["returned"]:
            sys.exit(f"{sample}/{contest['id']}: the deck holds {len(counted)} ballots, figures.txt says {figures['returned']} were returned")
        rulings += [json.dumps({"contest": contest["id"], **line}, ensure_ascii=False) for line in lines]
        expected[contest["id"]] = {"sheets": len(lines), "reasons": promised(lines), **result(contest, figures, counted)}
        r = expected[contest["id"]]
        print(f"{sample}/{contest['id']}: {len(lines)} scans, {len(counted)} ballots, valid {r['figures']['valid']}, {r['invalid_by_rule']}, "
              f"elected {len(r['elected'])}/{contest['seats']}, tied {len(r['tied'])}")
    (sample / "rulings.jsonl").write_text("\n".join(rulings) + "\n")
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    text = re.sub(r'\{\s+("candidate"[^}]*?)\s+\}', lambda m: "{" + re.sub(r"\s+", " ", m[1]) + "}", text)  # one candidate a line
    (sample / "expected.json").write_text(re.sub(r"\[([^\[\]{}]*)\]", lambda m: "[" + re.sub(r"\s+", " ", m[1]).strip() + "]", text) + "\n")


main()
