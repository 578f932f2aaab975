#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The size of each document as each program makes it, as a table in Markdown.

    sizes.py NAME=FOLDER [NAME=FOLDER …]

A row for each document that lies in every folder under the same name, KB of the file and KB a page for each folder,
and a last row with the sums. The first folder is compared with the others: its KB a page divided by theirs.
"""
import re
import subprocess
import sys
from pathlib import Path


def pages_of(pdf):
    text = subprocess.run(["pdfinfo", pdf], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", text, re.M).group(1))


def measured(folders):
    """{document: [(bytes, pages) of each folder]} of the documents that all folders have, at any depth."""
    found = [{pdf.name: pdf for pdf in folder.rglob("*.pdf")} for folder in folders]
    names = sorted(set.intersection(*map(set, found)))
    return {name: [(of[name].stat().st_size, pages_of(of[name])) for of in found] for name in names}


def row(name, figures):
    cells = [f"{size / 1024:.0f} KB, {pages} p., {size / 1024 / pages:.1f}" for size, pages in figures]
    own = figures[0][0] / figures[0][1]
    return f"| {name} | " + " | ".join(cells + [f"{own / (size / pages):.2f}" for size, pages in figures[1:]]) + " |"


def table(programs):
    """`programs` is [(name, folder)]; the lines of the table."""
    names = [name for name, _ in programs]
    rows = measured([Path(folder) for _, folder in programs])
    sums = [(sum(size for size, _ in column), sum(pages for _, pages in column)) for column in zip(*rows.values())]
    lines = ["| Document | " + " | ".join(names + [f"of {name}" for name in names[1:]]) + " |"]
    lines.append("| --- |" + " --- |" * len(names) + " ---: |" * (len(names) - 1))
    return lines + [row(Path(name).stem, figures) for name, figures in rows.items()] + [row("together", sums)]


if __name__ == "__main__":
    print("\n".join(table([argument.split("=", 1) for argument in sys.argv[1:]])))
