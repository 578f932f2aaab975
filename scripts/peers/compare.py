# SPDX-License-Identifier: Apache-2.0
"""Measures the composition of finished PDFs, whoever made them: every figure is read from the positions of glyphs
on the page (`mutool draw -F stext`), so that Hanqing, Typst and XeLaTeX are judged by the same rule.

    python3 scripts/peers/compare.py NAME=FILE.pdf …        one row each, as a Markdown table; equal names add up

Only lines of body text count: set in the commonest size, beginning at the body's left edge or two ems right of it.
"""
import collections
import html
import importlib.machinery
import importlib.util
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
loader = importlib.machinery.SourceFileLoader("kinsoku", str(HERE.parent / "kinsoku"))
kinsoku = importlib.util.module_from_spec(importlib.util.spec_from_loader("kinsoku", loader))
loader.exec_module(kinsoku)

TOKEN = re.compile(r'<page|<font name="[^"]*" size="([\d.]+)"|'
                   r'<char quad="([\d.-]+) [\d.-]+ ([\d.-]+) [^"]*" x="([\d.-]+)" y="([\d.-]+)"[^>]* c="([^"]*)"')
LEADER = re.compile("[.·…\u200b ]{5}")  # a line of a table of contents
PUNCTUATION = set("，、。；：！？（）《》“”‘’「」『』【】〔〕—…·,.;:!?()[]%")


class Char:
    __slots__ = ("left", "right", "x", "size", "c")

    def __init__(self, left, right, x, size, c):
        self.left, self.right, self.x, self.size, self.c = left, right, x, size, c


def pages_of(path):
    """Of each page: baseline -> characters from left to right."""
    text = subprocess.run(["mutool", "draw", "-q", "-F", "stext", str(path)], capture_output=True, text=True).stdout
    pages, size = [], 0.0
    for match in TOKEN.finditer(text):
        if match.group(0) == "<page":
            pages.append(collections.defaultdict(list))
        elif match.group(1):
            size = float(match.group(1))
        else:
            left, right, x, y = map(float, match.group(2, 3, 4, 5))
            pages[-1][round(y)].append(Char(left, right, x, size, html.unescape(match.group(6))))
    return pages


class Line:
    def __init__(self, chars, page, y):
        self.chars = [c for c in sorted(chars, key=lambda c: c.x) if not c.c.isspace()]
        self.page, self.y = page, y

    @property
    def text(self):
        """A blank where more than half an em lies between two characters: after bullets and in tables."""
        return "".join(c.c + " " * (d is not None and d.left - c.right > c.size / 2)
                       for c, d in zip(self.chars, [*self.chars[1:], None]))


def body_of(pages):
    """(lines of body text in order, left edge, right edge, em). Edges are the commonest ones."""
    lines = [Line(chars, page, y) for page, rows in enumerate(pages) for y, chars in sorted(rows.items())]
    lines = [line for line in lines if line.chars and not LEADER.search(line.text)]
    sizes = collections.Counter(round(c.size, 1) for line in lines for c in line.chars if kinsoku.is_han(c.c))
    em = sizes.most_common(1)[0][0]
    body = [line for line in lines if sum(abs(c.size - em) < 0.3 for c in line.chars) * 2 > len(line.chars)]
    left = collections.Counter(round(line.chars[0].x) for line in body).most_common(1)[0][0]
    body = [line for line in body if min(abs(line.chars[0].x - left - n * em) for n in (-0.5, 0, 1.5, 2)) < 0.3 * em]
    ends = collections.Counter(round(line.chars[-1].right) for line in body if kinsoku.is_han(line.chars[-1].c))
    return body, left, ends.most_common(1)[0][0], em


def han_gaps(line, em):
    """Gaps between neighbouring Han, in ems."""
    pairs = zip(line.chars, line.chars[1:])
    is_body = lambda c: kinsoku.is_han(c.c) and abs(c.size - em) < 0.3
    return [(b.x - a.x) / em - 1 for a, b in pairs if is_body(a) and is_body(b)]


def is_squeezed(line, em):
    """A comma or a full stop between Han has less than its em."""
    return any(b.x - a.x < 0.97 * em for a, b in zip(line.chars, line.chars[1:])
               if a.c in "，、；：。" and kinsoku.is_han(b.c))


def count_outside(pages, right, em):
    """Lines that run past the measure by more than the blank half of a mark, headers and numbers aside."""
    return sum(max(c.right for c in row) > right + 0.6 * em for rows in pages for row in rows.values())


class Figures:
    def __init__(self):
        self.pages = self.bytes = self.lines = self.violations = self.orphans = self.paragraphs = 0
        self.han_ends = self.flush = self.outside = self.squeezed = 0
        self.gaps = []  # of each full line: its mean Han–Han gap

    def add(self, path):
        pages = pages_of(path)
        body, left, right, em = body_of(pages)
        self.pages += len(pages)
        self.bytes += os.path.getsize(path)
        self.lines += len(body)
        self.outside += count_outside(pages, right, em)
        for above, below in zip(body, body[1:]):
            begins = below.chars[0].x - left > em  # a first line
            self.paragraphs += begins
            apart = below.page != above.page or below.y - above.y > 2.2 * em
            if above.chars[-1].right < right - 2 * em or begins or apart:
                continue
            self.violations += len(list(kinsoku.faults_between(above.text, below.text)))
            self.judge_full(above, right, em)
            if sum(c not in PUNCTUATION for c in below.text) < 2 and below.chars[-1].right < right - 5 * em:
                self.orphans += 1

    def judge_full(self, line, right, em):
        gaps = han_gaps(line, em)
        self.squeezed += is_squeezed(line, em)
        if gaps:
            self.gaps.append(statistics.mean(gaps))
        if kinsoku.is_han(line.chars[-1].c):
            self.han_ends += 1
            self.flush += abs(line.chars[-1].right - right) <= 0.125 * em

    def row(self):
        share = lambda limit: f"{100 * sum(g > limit for g in self.gaps) / len(self.gaps):.1f} %"
        return [f"{self.pages}", f"{self.bytes / 1024:.0f}", f"{self.lines}", f"{self.violations}", f"{self.outside}",
                f"{100 * self.flush / max(1, self.han_ends):.1f} %", f"{self.orphans} of {self.paragraphs}",
                f"{100 * self.squeezed / max(1, len(self.gaps)):.1f} %", share(0.005), share(0.03), share(0.1),
                f"{max(self.gaps):.3f}", f"{statistics.pstdev(self.gaps):.4f}"]


HEAD = ["", "pages", "KB", "body lines", "forbidden breaks", "lines past the measure", "Han ends flush", "孤字",
        "lines squeezed", "lines opened", "… over 0.03 em", "… over 0.1 em", "widest gap", "spread"]


def main():
    figures = {}
    for argument in sys.argv[1:]:
        name, _, path = argument.partition("=")
        figures.setdefault(name, Figures()).add(path)
    print("| " + " | ".join(HEAD) + " |\n|" + " --- |" * len(HEAD))
    for name, figure in figures.items():
        print("| " + " | ".join([name, *figure.row()]) + " |")


if __name__ == "__main__":
    sys.exit(main() if len(sys.argv) > 1 else print(__doc__) or 2)
