#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the scores of clear marks and of untouched targets over all parts of a run (tests/accuracy/run.sh) as SVG on stdout.

usage: plot.py PARTS_FOLDER > docs/scores.svg
The height is the number of targets, logarithmic, so that single ones are seen. Scores between the thresholds are unsure and stand at 0.
"""
import json
import math
import pathlib
import sys

WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 720, 330, 84, 60, 30
THRESHOLD = 0.1  # decide.cpp: a certain mark scores from +0.1, a certain none up to -0.1

parts = [json.loads(p.read_text()) for p in pathlib.Path(sys.argv[1]).glob("*.json")]
scores = {kind: [sum(p["scores"][kind][i] for p in parts) for i in range(len(parts[0]["scores"][kind]))] for kind in ("none", "mark")}
bins = len(scores["none"])
decades = max(1, math.ceil(math.log10(max(max(v) for v in scores.values()) + 1)))


def x(score):
    return LEFT + (WIDTH - LEFT - 20) * (score + 1) / 2


def y(count):
    return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (math.log10(count) + 0.3) / (decades + 0.3) if count else HEIGHT - BOTTOM


svg = [f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">',
       f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
for decade in range(decades + 1):
    svg.append(f'<path d="M{LEFT} {y(10**decade):.1f}H{WIDTH - 20}" stroke="#ddd"/><text x="{LEFT - 6}" y="{y(10**decade) + 4:.1f}" text-anchor="end">{10**decade:,}</text>')
for kind, colour, shift in (("none", "#4477aa", 0), ("mark", "#cc3311", 0.5)):
    step = (x(1) - x(-1)) / bins
    for i, count in enumerate(scores[kind]):
        if count:
            svg.append(f'<rect x="{x(-1) + step * (i + shift) + 1:.1f}" y="{y(count):.1f}" width="{step / 2 - 2:.1f}" height="{HEIGHT - BOTTOM - y(count):.1f}" fill="{colour}"/>')
for score in (-THRESHOLD, THRESHOLD):
    svg.append(f'<path d="M{x(score):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="black" stroke-dasharray="4 3"/>')
for score in (-1, -0.5, 0, 0.5, 1):
    svg.append(f'<text x="{x(score):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{score:+g}</text>')
svg += [f'<text x="{x(0):.1f}" y="{TOP - 10}" text-anchor="middle">unsure</text>',
        f'<text x="{x(-0.55):.1f}" y="{TOP - 10}" text-anchor="middle">none</text>', f'<text x="{x(0.55):.1f}" y="{TOP - 10}" text-anchor="middle">mark</text>',
        f'<rect x="{LEFT}" y="{HEIGHT - 28}" width="12" height="12" fill="#4477aa"/><text x="{LEFT + 18}" y="{HEIGHT - 18}">untouched targets, {sum(scores["none"]):,}</text>',
        f'<rect x="{LEFT + 230}" y="{HEIGHT - 28}" width="12" height="12" fill="#cc3311"/><text x="{LEFT + 248}" y="{HEIGHT - 18}">clear marks, {sum(scores["mark"]):,}</text>',
        f'<text x="{WIDTH - 20}" y="{HEIGHT - 18}" text-anchor="end">score</text>', "</svg>"]
print("\n".join(svg))
