#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counting committee of a sample: rules through `kiemphieu rule` on whatever the program puts before it.

usage: committee.py KIEMPHIEU FILE CONTEST PASS SAMPLE HEAD,MEMBER
It answers what it is asked and nothing more: marks in doubt by SAMPLE/rulings.jsonl, then whether the ballot is valid. Prints what it was asked about.
"""
import json
import subprocess
import sys
from pathlib import Path

program, file, contest, pass_number, sample, by = sys.argv[1:]
decisions = {}
for text in (Path(sample) / "rulings.jsonl").read_text().splitlines():
    line = json.loads(text)
    if line["contest"] == contest:
        decisions[line["file"]] = line


def records():
    out = subprocess.run([program, "records", file, contest, "--pass", pass_number], check=True, stdout=subprocess.PIPE, text=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def rule(record, *ruling):
    subprocess.run([program, "rule", file, contest, str(record["sheet"]), "--by", by, *ruling], check=True, stdout=subprocess.DEVNULL)


def vote(votes):
    return [word for candidate, value in votes.items() for word in ("--vote", f"{candidate}={value}")]


def on_unread(record, decision, transcribed):
    """A sheet the program could make no ballot of."""
    kind = decision["decision"]
    if kind == "seen":
        return
    if kind == "set-aside":
        rule(record, "--set-aside", decision["note"])
    elif decision["ballot"] in transcribed:
        rule(record, "--set-aside", "Đã ghi cùng trang khác của phiếu này")
    else:
        transcribed.add(decision["ballot"])
        rule(record, *(vote(decision["votes"]) if decision["votes"] else ["--invalid", kind]))


def on_ballot(sheets, decision):
    """A ballot in doubt: first the marks nobody has decided, on whichever page, then the ballot."""
    kind, record = decision["decision"], sheets[0]
    unsure = [candidate for sheet in sheets for candidate, value in sheet["votes"].items() if value == "unsure"]
    if kind == "set-aside":
        rule(record, "--set-aside", decision["note"])
    elif unsure and decision["votes"]:
        rule(record, *vote({c: decision["votes"][c] for c in unsure}))
    elif kind == "valid":
        rule(record, "--valid")
    else:
        rule(record, "--invalid", kind)


first = records()
in_ballots = {decisions[r["source"]]["ballot"] for r in first if r["ballot"] is not None and r["page"]}
for record in first:
    if record["state"] == "set-aside":
        on_unread(record, decisions[record["source"]], in_ballots)
asked = []
for question in ("marks", "ballot"):
    waiting, ballots = [r for r in records() if r["state"] == "review"], {}
    for record in waiting:
        ballots.setdefault(record["ballot"], []).append(record)
    for sheets in ballots.values():
        on_ballot(sheets, decisions[sheets[0]["source"]])
    if question == "marks":
        asked = [f"{r['source']} ({', '.join(sorted({why['why'] for why in r['reasons']}))})" for r in waiting]
for record in first:
    if record["state"] == "set-aside":
        asked.append(f"{record['source']} ({', '.join(sorted({why['why'] for why in record['reasons']}))})")
print(f"{contest}, lượt {pass_number}: Ban kiểm phiếu xem {len(asked)} tờ / the committee looked at {len(asked)} sheets: {'; '.join(sorted(asked))}")
