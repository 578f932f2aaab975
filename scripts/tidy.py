#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Reads the source text itself and holds what the compiler does not: the order of stages, the owners of libraries,
lengths, names, and that each message is worded. ctest runs it as "tidy"; each check is first tried on an example that
breaks its rule and on one that keeps it, so a check that sees nothing is noticed.

    scripts/tidy.py             all files of the checkout
"""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

COLUMNS_MAX = 110
LINES_MAX = 400

# A file may include its own folder and what stands to its left; archive sees base alone, cli sees everything.
ORDER = ["base", "math", "image", "read", "style", "shape", "lines", "pages", "embed", "pdf", "typeset", "batch", "cli"]

# Head of an #include -> library as the table in CMakeLists.txt calls it. Who owns it stands in that table.
LIBRARIES = [
    ("cmark-gfm", "cmark-gfm"), ("gumbo.h", "gumbo"), ("yaml-cpp/", "yaml-cpp"), ("unicode/", "ICU::uc"),
    ("hyphen.h", "hyphen"), ("hb-subset", "harfbuzz-subset"), ("hb", "harfbuzz"), ("ft2build", "freetype"),
    ("freetype/", "freetype"), ("fontconfig/", "fontconfig"), ("podofo/", "podofo"), ("qpdf/", "qpdf"),
    ("libdeflate", "libdeflate"), ("png.h", "png"), ("jpeglib", "jpeg"), ("gif_lib", "gif"), ("webp/", "webp"),
    ("tiff", "tiff"), ("librsvg/", "rsvg"), ("cairo", "cairo"), ("pango/", "pangocairo"), ("archive.h", "libarchive"),
    ("archive_entry.h", "libarchive"), ("openssl/", "OpenSSL::Crypto"), ("boost/filesystem", "Boost::filesystem"),
    ("tbb/", "tbb"), ("oneapi/", "tbb"), ("CLI/", "CLI11"), ("fmt/", "fmt"), ("nlohmann/", "nlohmann_json"),
]

# Names of files that say a role and not a thing.
BANNED_FILE_WORDS = {"util", "utils", "common", "helper", "helpers", "manager", "misc", "stuff"}

# What must not be in product code, what to do instead, and the stages that may.
BANNED = [
    (r"\busing namespace\b", "name what is used", ()),
    (r"^\s*#\s*define\b", "a constant or a function, not a macro", ()),
    (r"\b(TODO|FIXME|XXX)\b", "finish it", ()),
    (r"\bsystem_clock\b|\bstd::time\(|\bgettimeofday\b", "only cli reads the clock", ("cli",)),
    (r"\bgetenv\b|\bsecure_getenv\b", "only cli reads the environment", ("cli",)),
    (r"\bsetlocale\b", "only cli sets the locale", ("cli",)),
    (r"\bstd::(rand|random_device|mt19937)\b", "nothing here may be random", ()),
    (r"\bstd::unordered_", "an order that may reach the output: std::map, or a sorted vector", ()),
]

# Lines that have a reason to differ: a file and the text of the line.
ALLOWED = [
    ("pipeline/shape/word_memo.hpp", "unordered_map"),  # looked up only; never walked
]

# Floating point ranks candidates, times work and draws vector art; it never becomes a coordinate of the page.
FLOATING_HEADERS = ("pipeline/lines/", "pipeline/image/", "pipeline/typeset.hpp", "pipeline/batch/run_record.hpp")


class Source:
    def __init__(self, path, text):
        self.path = path
        self.lines = text.split("\n")
        if self.lines and self.lines[-1] == "":
            self.lines.pop()

    @property
    def stage(self):
        parts = self.path.split("/")
        if parts[0] == "archive":
            return "archive"
        if parts[0] == "pipeline":
            return parts[1] if len(parts) > 2 else "typeset"
        return None

    def is_header(self):
        return self.path.endswith(".hpp")


def complaint(source, number, what):
    return f"{source.path}:{number}: {what}"


def owners_from(cmake):
    """Library -> stages that link it, out of the table of stages."""
    owners = {}
    for name, rest in re.findall(r"^stage\((\w+)\s+([^)]*)\)", cmake, re.M):
        for library in rest.partition("PRIVATE")[2].split():
            owners.setdefault(library, set()).add(name)
    return owners


def check_layers(source):
    """A stage sees what stands to its left."""
    if source.stage is None:
        return
    for number, line in enumerate(source.lines, 1):
        found = re.match(r'\s*#include "(\w+)(/|\.hpp)', line)
        if not found:
            continue
        seen = found[1] if found[2] == "/" else "typeset"
        if source.stage == "cli" or seen == source.stage:
            continue
        if source.stage == "archive":
            if seen != "base":
                yield complaint(source, number, f"archive sees base alone, not {seen}")
        elif seen not in ORDER or ORDER.index(seen) > ORDER.index(source.stage):
            yield complaint(source, number, f"{source.stage} may not look to its right, at {seen}")


def library_of(line):
    """The library whose header this line includes, or None."""
    found = re.match(r"\s*#include <([^>]+)>", line)
    return found and next((library for head, library in LIBRARIES if found[1].startswith(head)), None)


def check_owners(source, owners):
    """A library is seen by the stages that link it."""
    for number, line in enumerate(source.lines, 1):
        library = library_of(line)
        if source.stage and library and source.stage not in owners.get(library, ()):
            yield complaint(source, number, f"{library} is not {source.stage}'s by the table in CMakeLists.txt")


def check_leaks(sources):
    """A header that names a library stays inside its own folder."""
    inner = {}
    for source in sources:
        library = next(filter(None, map(library_of, source.lines)), None)
        if source.is_header() and source.stage and library:
            inner[source.path.removeprefix("pipeline/")] = (source.stage, library)
    for source in sources:
        for number, line in enumerate(source.lines, 1):
            found = re.match(r'\s*#include "([^"]+)"', line)
            stage, library = inner.get(found[1], (None, None)) if found else (None, None)
            if source.stage and stage and stage != source.stage:
                yield complaint(source, number, f"{found[1]} brings {library} out of {stage}")


def check_lengths(source):
    if len(source.lines) > LINES_MAX:
        yield complaint(source, LINES_MAX, f"{len(source.lines)} lines: two things may live in one room here")
    if "/wording/" in source.path:
        return  # a sentence a line is easier to read there than a broken one
    raw_end = None  # inside R"x(…)x", where a line break would be part of the text
    for number, line in enumerate(source.lines, 1):
        begin = re.search(r'R"(\w*)\(', line)
        if len(line) > COLUMNS_MAX and not raw_end and not begin:
            yield complaint(source, number, f"{len(line)} columns: scripts/format breaks them")
        if begin:
            raw_end = f'){begin[1]}"'
        if raw_end and raw_end in line:
            raw_end = None


def check_head(source):
    if not source.lines or source.lines[0] != "// SPDX-License-Identifier: Apache-2.0":
        yield complaint(source, 1, "the first line is the SPDX line")
    elif source.stage and (len(source.lines) < 2 or not source.lines[1].startswith("// ")):
        yield complaint(source, 2, "the second line says what this turns into what")


def check_names(source):
    words = re.split(r"[/_.]", source.path)
    for word in BANNED_FILE_WORDS.intersection(words):
        yield complaint(source, 1, f"'{word}' in a file's name says no thing")


def check_banned(source):
    if source.stage is None:
        return
    for number, line in enumerate(source.lines, 1):
        code = re.sub(r'"(\\.|[^"\\])*"', '""', line)
        for pattern, instead, stages in BANNED:
            if not re.search(pattern, code) or source.stage in stages:
                continue
            if any(source.path == path and text in line for path, text in ALLOWED):
                continue
            yield complaint(source, number, f"{instead}: {line.strip()[:60]}")


def check_floating(source):
    if source.stage is None or not source.is_header() or source.path.startswith(FLOATING_HEADERS):
        return
    for number, line in enumerate(source.lines, 1):
        if re.search(r"\b(double|float)\b", re.sub(r"//.*", "", line)):
            yield complaint(source, number, "floating point in a header: lengths are whole numbers")


def used_messages(source):
    """(line, id) of each message that the code gives a name of in place."""
    text = "\n".join(source.lines)
    calls = (r"(?:\.|->)(?:remark|warning|error)\((?:[^()\"]|\([^()]*\))*?\"([a-z][a-z0-9-]+)\""
             r"|(?:\.|->)(?:once|add)\(\s*Weight::(?:[^()\"]|\([^()]*\))*?\"([a-z][a-z0-9-]+)\""
             r"|\b(?:Failure|Unusable)[({]\s*\"([a-z][a-z0-9-]+)\"")
    for found in re.finditer(calls, text):
        yield text.count("\n", 0, found.start()) + 1, next(group for group in found.groups() if group)


def wordings_from(source):
    """(line, id, [chinese, hint, english, hint]) of each row of a wording table; adjacent literals are joined."""
    text = "\n".join(line for line in source.lines)
    literal = r'"(?:\\.|[^"\\])*"'
    piece = rf"({literal}(?:\s*{literal})*)"
    for found in re.finditer(rf"\{{\s*{piece}\s*,\s*{piece}\s*,\s*{piece}\s*,\s*{piece}\s*,\s*{piece}\s*,?\s*\}}", text):
        fields = ["".join(re.findall(r'"((?:\\.|[^"\\])*)"', group)) for group in found.groups()]
        yield text.count("\n", 0, found.start()) + 1, fields[0], fields[1:]


def check_wording(sources):
    """Each message is worded once, in both languages, with the same arguments."""
    worded = {}
    for source in sources:
        if "/wording/" not in source.path or source.path.endswith("help.cpp"):
            continue
        for number, name, (chinese, chinese_hint, english, english_hint) in wordings_from(source):
            if name in worded:
                yield complaint(source, number, f"{name} is worded twice")
            worded[name] = source
            arguments = [sorted(set(re.findall(r"\{(\d)\}", a + b))) for a, b in
                         ((chinese, chinese_hint), (english, english_hint))]
            if arguments[0] != arguments[1]:
                yield complaint(source, number, f"{name}: Chinese names {arguments[0]}, English {arguments[1]}")
            if not chinese or not english or bool(chinese_hint) != bool(english_hint):
                yield complaint(source, number, f"{name}: one language says less")
    for source in sources:
        if source.stage is None or "/wording/" in source.path:
            continue
        for number, name in used_messages(source):
            if name not in worded:
                yield complaint(source, number, f"{name} has no wording in pipeline/cli/wording")


def check_all(sources, owners):
    for source in sources:
        for check in (check_layers, check_lengths, check_head, check_names, check_banned, check_floating):
            yield from check(source)
        yield from check_owners(source, owners)
    yield from check_leaks(sources)
    yield from check_wording(sources)


def self_test():
    """Each rule with an example that breaks it and one that keeps it."""
    owners = owners_from("stage(pdf pipeline/pdf USES pages PRIVATE qpdf\n  podofo)\n")
    head = "// SPDX-License-Identifier: Apache-2.0\n// A into B.\n"
    wording = Source("pipeline/cli/wording/x.cpp", '{"a-b", "甲 {0}", "", "x {0}", ""},')
    inner = Source("pipeline/pdf/inner.hpp", "#include <qpdf/QPDF.hh>")
    examples = [
        (check_layers, "pipeline/lines/a.cpp", '#include "pages/pages.hpp"', '#include "shape/fonts.hpp"'),
        (check_layers, "archive/a.cpp", '#include "read/record.hpp"', '#include "base/file.hpp"'),
        (check_layers, "pipeline/pdf/a.cpp", '#include "typeset.hpp"', '#include "embed/subset.hpp"'),
        (lambda s: check_owners(s, owners), "pipeline/pdf/a.cpp", "#include <hb.h>", "#include <qpdf/QPDF.hh>"),
        (lambda s: check_leaks([s, inner]), "pipeline/cli/a.cpp", '#include "pdf/inner.hpp"', '#include "pdf/pdf.hpp"'),
        (check_lengths, "pipeline/pdf/a.cpp", "x" * 111, "汉" * 110),
        (check_lengths, "pipeline/pdf/a.cpp", 'R"x(\n)x";' + "x" * 99 + "\n" + "x" * 111, 'R"x(\n' + "x" * 111 + '\n)x"'),
        (check_lengths, "pipeline/pdf/a.cpp", "\n" * 401, "\n" * 400),
        (check_head, "pipeline/pdf/a.cpp", "// A into B.\n", head),
        (check_names, "pipeline/pdf/pdf_utils.cpp", "", None),
        (check_names, "pipeline/pdf/pdf.cpp", None, ""),
        (check_banned, "pipeline/pdf/a.cpp", 'getenv("X");', 'say("getenv");'),
        (check_banned, "pipeline/pdf/a.cpp", "std::unordered_map<int, int> m;", "std::map<int, int> m;"),
        (check_banned, "pipeline/cli/a.cpp", "#define X 1", "std::getenv(name);"),
        (check_floating, "pipeline/pages/a.hpp", "double x;", "Length x;  // no double"),
        (lambda s: check_wording([s, wording]), "pipeline/pdf/a.cpp",
         'notes.warning({}, "a-c");', 'notes.warning(place(1, 2), "a-b");'),
        (lambda s: check_wording([s, wording]), "pipeline/pdf/a.cpp",
         'throw Failure("a-c", {x});', 'throw Failure("a-b", {x});'),
        (lambda s: check_wording([s]), "pipeline/cli/wording/y.cpp",
         '{"a", "甲 {0}", "", "x", ""},', '{"a", "甲 {0}", "", "x"\n " {0}", ""},'),
    ]
    for check, path, bad, good in examples:
        if bad is not None and not list(check(Source(path, bad))):
            yield f"tidy.py: {path}: nothing is said against: {bad[:60]!r}"
        if good is not None and list(check(Source(path, good))):
            yield f"tidy.py: {path}: something is said against: {good[:60]!r}"


def main():
    cmake = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    paths = sorted(path for folder in ("pipeline", "archive", "tests") for ending in ("*.cpp", "*.hpp")
                   for path in (ROOT / folder).rglob(ending))
    sources = [Source(str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")) for path in paths]
    complaints = list(self_test()) + list(check_all(sources, owners_from(cmake)))
    for line in complaints:
        print(line)
    print(f"{len(sources)} files, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
