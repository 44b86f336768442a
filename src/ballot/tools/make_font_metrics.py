#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes font_metrics_table.cpp from the LiberationSerif files (Debian package fonts-liberation2). Needs nothing but Python.

usage: make_font_metrics.py [FOLDER] > ../font_metrics_table.cpp
The product does not run this: the table is in the tree, so that a ballot's layout is the same on every machine.
Advances are cut off to whole 1/1000 em, as libharu writes them into the PDF and viewers then place the glyphs.
"""
import struct
import sys

STYLES = ["Regular", "Bold", "Italic", "BoldItalic"]
PUNCTUATION = [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026]
# Latin-1, Latin Extended-A (letters of the Central Highlands' languages), ƀ Ơ ơ Ư ư Ƀ, Vietnamese
# Without the soft hyphen U+00AD: it shows nothing, and two names would look alike.
WANTED = (list(range(0x20, 0x7F)) + list(range(0xA0, 0xAD)) + list(range(0xAE, 0x180)) + [0x180, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x243]
          + list(range(0x1EA0, 0x1EFA)) + PUNCTUATION)
VIETNAMESE = ("AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXYFJWZ" + "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ")


class Font:
    def __init__(self, path):
        self.data = open(path, "rb").read()
        count = struct.unpack_from(">H", self.data, 4)[0]
        self.table = {}
        for i in range(count):
            tag, _, offset, length = struct.unpack_from(">4sLLL", self.data, 12 + 16 * i)
            self.table[tag.decode()] = offset
        head = self.table["head"]
        self.units = struct.unpack_from(">H", self.data, head + 18)[0]
        self.long_loca = struct.unpack_from(">h", self.data, head + 50)[0]
        self.metrics = struct.unpack_from(">H", self.data, self.table["hhea"] + 34)[0]
        self.cmap = self.read_cmap()

    def read_cmap(self):
        base = self.table["cmap"]
        for i in range(struct.unpack_from(">H", self.data, base + 2)[0]):
            platform, encoding, offset = struct.unpack_from(">HHL", self.data, base + 4 + 8 * i)
            if (platform, encoding) == (3, 1):
                return self.read_format4(base + offset)
        sys.exit("no Unicode cmap")

    def read_format4(self, at):
        segments = struct.unpack_from(">H", self.data, at + 6)[0] // 2
        word = lambda where: struct.unpack_from(">H", self.data, where)[0]
        glyph = {}
        for s in range(segments):
            end, start = word(at + 14 + 2 * s), word(at + 16 + 2 * segments + 2 * s)
            delta = word(at + 16 + 4 * segments + 2 * s)
            where = at + 16 + 6 * segments + 2 * s
            offset = word(where)
            for c in range(start, min(end, 0xFFFE) + 1):
                g = c if offset == 0 else word(where + offset + 2 * (c - start))
                if offset == 0 or g:
                    glyph[c] = (g + delta) & 0xFFFF
        return glyph

    def advance(self, c):
        g = min(self.cmap[c], self.metrics - 1)
        return struct.unpack_from(">H", self.data, self.table["hmtx"] + 4 * g)[0] * 1000 // self.units

    def extent(self, c):
        """(lowest, highest) point of the glyph in 1/1000 em, rounded outwards."""
        g, loca = self.cmap[c], self.table["loca"]
        if self.long_loca:
            begin, end = struct.unpack_from(">LL", self.data, loca + 4 * g)
        else:
            begin, end = (2 * v for v in struct.unpack_from(">HH", self.data, loca + 2 * g))
        if begin == end:
            return 0, 0
        _, low, _, high = struct.unpack_from(">hhhh", self.data, self.table["glyf"] + begin + 2)
        return low * 1000 // self.units, -(-high * 1000 // self.units)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/truetype/liberation2"
    fonts = [Font(f"{folder}/LiberationSerif-{style}.ttf") for style in STYLES]
    letters = VIETNAMESE + VIETNAMESE.lower()
    print("// SPDX-License-Identifier: GPL-3.0-or-later")
    print("// Made by tools/make_font_metrics.py from fonts-liberation2; do not edit.")
    print('#include "ballot/font_metrics.h"\n')
    print("namespace kp::detail {\n")
    print("const FontExtents kFontExtents[4] = {")
    for style, font in zip(STYLES, fonts):
        top = max(font.extent(ord(c))[1] for c in letters)
        low = min(font.extent(ord(c))[0] for c in letters)
        print(f"    {{{top}, {font.extent(ord('H'))[1]}, {font.extent(ord('x'))[1]}, {-low}}},  // {style}")
    print("};\n")
    rows = [c for c in WANTED if all(c in font.cmap for font in fonts)]
    print(f"const std::size_t kAdvanceCount = {len(rows)};")
    print("const GlyphAdvance kAdvances[] = {")
    for i in range(0, len(rows), 4):
        print("    " + " ".join("{0x%04X, {%s}}," % (c, ", ".join(str(f.advance(c)) for f in fonts)) for c in rows[i:i + 4]))
    print("};\n\n}  // namespace kp::detail")


main()
