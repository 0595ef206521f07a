#!/usr/bin/env python3
"""Measures the advance widths that map layout uses, and prints them as Swift.

    pip install uharfbuzz
    python3 scripts/advance_widths.py > Sources/Cartography/Text/AdvanceWidths.swift

Fonts: Noto Sans and Noto Sans Khmer (Debian fonts-noto-core, SIL Open Font License 1.1),
Khmer OS (Debian fonts-khmeros, LGPL 2.1). Khmer entries are the larger of the two fonts, so that a
line laid out with them fits whichever of the two a reader has.
"""
import itertools
import sys

import uharfbuzz as hb

NOTO = "/usr/share/fonts/truetype/noto/"
KHMER_OS = "/usr/share/fonts/truetype/khmeros/KhmerOS.ttf"


def load(path):
    face = hb.Face(hb.Blob.from_file_path(path))
    return hb.Font(face), face.upem


def width(font, text):
    """Advance of the shaped text in thousandths of the font size."""
    shaper, upem = font
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(shaper, buffer)
    return sum(position.x_advance for position in buffer.glyph_positions) * 1000 / upem


def latin(font):
    ranges = itertools.chain(range(0x20, 0x7F), range(0xA0, 0x180))
    extra = [0x2009, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x202F, 0x2212]
    return {code: round(width(font, chr(code))) for code in itertools.chain(ranges, extra)}


BASES = [*range(0x1780, 0x17B4), *range(0x17D4, 0x17DC), *range(0x17E0, 0x17EA)]
SUBSCRIPTS = range(0x1780, 0x17A3)
SIGNS = [*range(0x17B6, 0x17D2), 0x17DD]
# A base as wide as most, on which marks neither ligate nor collide.
CARRIER = "\u1798"


def khmer(fonts):
    def widest(text, less=""):
        return max(round(width(font, text) - (width(font, less) if less else 0)) for font in fonts)

    base = {code: widest(chr(code)) for code in BASES}
    subscript = {code: max(0, widest(CARRIER + "\u17d2" + chr(code), CARRIER)) for code in SUBSCRIPTS}
    sign = {code: max(0, widest(CARRIER + chr(code), CARRIER)) for code in SIGNS}
    return base, subscript, sign


def worst_error(fonts, tables):
    """The largest shortfall and excess of the sum of parts over consonant + subscript + vowel."""
    base, subscript, sign = tables
    low, high = 0, 0
    for first, second, vowel in itertools.product(range(0x1780, 0x17A3), [0, *SUBSCRIPTS], [0, *range(0x17B6, 0x17C6)]):
        text = chr(first) + ("\u17d2" + chr(second) if second else "") + (chr(vowel) if vowel else "")
        estimate = base[first] + (subscript[second] if second else 0) + (sign[vowel] if vowel else 0)
        true = max(width(font, text) for font in fonts)
        low, high = min(low, estimate - true), max(high, estimate - true)
    return round(low), round(high)


def swift(name, doc, table):
    lines, line = [], "   "
    for code, value in sorted(table.items()):
        item = f" 0x{code:04X}: {value},"
        if len(line) + len(item) > 98:
            lines.append(line)
            line = "   "
        line += item
    lines.append(line)
    return f"  /// {doc}\n  static let {name}: [UInt32: UInt16] = [\n" + "\n".join(lines) + "\n  ]\n"


regular, bold = load(NOTO + "NotoSans-Regular.ttf"), load(NOTO + "NotoSans-Bold.ttf")
khmer_regular = [load(NOTO + "NotoSansKhmer-Regular.ttf"), load(KHMER_OS)]
khmer_bold = load(NOTO + "NotoSansKhmer-Bold.ttf")
tables = khmer(khmer_regular)
print("worst error of the sum of parts:", worst_error(khmer_regular, tables), file=sys.stderr)
sample = "ការប្រើប្រាស់អ៊ីនធឺណិតរបស់ស្ត្រីនៅរតនគិរី"
for font in [*khmer_regular, khmer_bold]:
    print(width(font, sample), file=sys.stderr)

print("// Made by scripts/advance_widths.py; do not edit.")
print("// Fonts measured: Noto Sans, Noto Sans Khmer (SIL Open Font License 1.1), Khmer OS (LGPL 2.1).\n")
print("/// Advance widths in thousandths of the font size, by Unicode scalar.")
print("enum AdvanceWidths {")
print(
    "\n".join(
        [
            swift("latin", "Latin letters, digits and punctuation, regular.", latin(regular)),
            swift("latinBold", "The same in bold.", latin(bold)),
            swift("khmerBase", "Khmer letters that begin a cluster, digits and punctuation.", tables[0]),
            swift("khmerSubscript", "What a consonant adds as subscript, after U+17D2.", tables[1]),
            swift("khmerSign", "What a dependent vowel or sign adds to its cluster.", tables[2]),
        ]
    ).rstrip()
)
print("}")
