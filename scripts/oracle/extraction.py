# SPDX-License-Identifier: Apache-2.0
"""What other programs read out of a PDF, with the marks silenced that are not the author's text.

pdftotext and mutool know nothing of tags. So a copy of the file is made in which the operators that show text are taken
out of artifacts and of the elements that the program itself adds; everything else stays at its place."""
import base64
import json
import os
import re
import subprocess

# Elements whose text is the program's, not the author's.
ADDED = {"/TOC", "/Lbl"}
# A line of a content stream: the writer ends each operator with a line feed, and strings may hold one.
LINE = re.compile(rb"(?:\((?:[^\\()]|\\.)*\)|[^\n(])*", re.DOTALL)
MARK = re.compile(rb"^/(\S+?)<<(.*)>>BDC$")
IDENTIFIER = re.compile(rb"/MCID (\d+)")


def is_of(part, types, formulas=True):
    """Body, notes and annotations (ruby) are told apart, since each stands at another place than in the source."""
    if types & ADDED or (not formulas and "/Formula" in types):
        return False
    if part == "ruby":
        return "/RT" in types
    return "/RT" not in types and ("/Note" in types) == (part == "notes")


def run(*command):
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode not in (0, 3):  # qpdf: 3 means warnings
        raise RuntimeError(f"{command[0]}: {done.stderr.decode(errors='replace')[:200]}")
    return done.stdout.decode("utf-8", errors="replace")


class Objects:
    """The objects of a file as qpdf describes them in JSON."""

    def __init__(self, pdf):
        described = run("qpdf", "--json-output", "--json-stream-data=inline", "--decode-level=generalized", pdf)
        self.json = json.loads(described)
        self.table = self.json["qpdf"][1]

    def value(self, reference):
        held = self.table.get(f"obj:{reference}", {}) if isinstance(reference, str) else {"value": reference}
        return held["stream"]["dict"] if "stream" in held else held.get("value")

    def root(self):
        return self.value(self.table["trailer"]["value"]["/Root"])


def kids_of(element):
    kids = element.get("/K", [])
    return kids if isinstance(kids, list) else [kids]


class Marks:
    """For each page and mark, the types of the elements around it."""

    def __init__(self, objects):
        self.objects = objects
        self.around = {}
        for kid in kids_of(objects.value(objects.root()["/StructTreeRoot"])):
            self.walk(kid)

    def walk(self, root):
        waiting = [(root, frozenset(), None)]
        while waiting:
            kid, types, page = waiting.pop()
            if isinstance(kid, int):
                self.around[page, kid] = types
                continue
            element = self.objects.value(kid)
            page = element.get("/Pg", page)
            if "/MCID" in element:
                self.around[page, element["/MCID"]] = types
            elif "/S" in element:
                inner = types | {element["/S"]}
                waiting += [(below, inner, page) for below in kids_of(element)]

    def is_wanted(self, page, mark, part, formulas):
        types = self.around.get((page, mark), frozenset())
        return is_of(part, types, formulas)


def silenced(content, wanted):
    """The operators without those that show text outside of `wanted` marks. One operator stands on each line."""
    lines, open_marks = [], []
    for line in LINE.findall(content):
        if line.endswith(b"BDC"):
            found = MARK.match(line)
            identifier = IDENTIFIER.search(found[2]) if found else None
            open_marks.append(identifier is not None and wanted(int(identifier[1])))
            if not open_marks[-1]:
                line = re.sub(rb"/ActualText<[0-9A-Fa-f]*>", b"", line)
        elif line == b"EMC" and open_marks:
            open_marks.pop()
        elif line.endswith((b"Tj", b"TJ")) and not (open_marks and open_marks[-1]):
            continue
        lines.append(line)
    return b"\n".join(lines)


class Extraction:
    def __init__(self, pdf, folder):
        self.pdf = pdf
        self.folder = folder
        self.objects = Objects(pdf)
        self.marks = Marks(self.objects)
        self.original = {}

    def text(self, reader, part, formulas=True):
        if reader == "struct-text":
            return spoken(run("pdfinfo", "-struct-text", self.pdf), part, formulas)
        file = os.path.join(self.folder, part + ("" if formulas else "-words") + ".pdf")
        if not os.path.exists(file):
            self.write_silenced(file, part, formulas)
        if reader == "pdftotext":
            return run("pdftotext", "-raw", "-enc", "UTF-8", file, "-")
        return run("mutool", "draw", "-q", "-F", "text", file)

    def write_silenced(self, file, part, formulas):
        for page, held in self.objects.table.items():
            value = held.get("value")
            if not isinstance(value, dict) or value.get("/Type") != "/Page":
                continue
            stream = self.objects.table[f"obj:{value['/Contents']}"]["stream"]
            content = self.original.setdefault(page, base64.b64decode(stream["data"]))
            kept = silenced(content, lambda mark: self.marks.is_wanted(page[4:], mark, part, formulas))
            stream["data"] = base64.b64encode(kept).decode()
        with open(file + ".json", "w", encoding="utf-8") as out:
            json.dump(self.objects.json, out)
        run("qpdf", "--json-input", file + ".json", file)


def spoken(struct_text, part, formulas):
    """The quoted texts of pdfinfo's tree in its order, without added elements."""
    out, path = [], []
    for line in struct_text.split("\n"):
        body = line.lstrip(" ")
        depth = len(line) - len(body)
        while path and path[-1][0] >= depth:
            path.pop()
        if body.startswith('"') and body.endswith('"'):
            types = {kind for _, kind in path}
            if is_of(part, types, formulas):
                out.append(body[1:-1])
        elif body and not body.startswith("/") and not body.startswith("Object "):
            path.append((depth, "/" + re.match(r"[A-Za-z0-9]*", body)[0]))
    return "\n".join(out)
