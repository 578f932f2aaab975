# SPDX-License-Identifier: Apache-2.0
"""What stands between two texts, sorted into kinds."""
import dataclasses
import difflib
import glob
import os
import re
import unicodedata
import urllib.parse

ANCHOR_MIN = 6  # Characters of a block that may be looked for further on.
HUNK_MAX = 4000  # Characters on one side that are compared one by one.

# Kinds that are no fault, each with what it must match: (kind, source, PDF).
KINDS = [
    ("hyphen", r"", r"[-‐]"),  # added at the end of a line; only readers without ActualText see it
    # of captions, references, headings
    ("number", r"", r"(?:图|表|圖|図|Figure|Table|그림|표|第)?[\d.()（）\-–一二三四五六七八九十百、章节條条]+"),
    ("mark", r"", r"[•◦▪·✓☐☑✔○●■□–]+"),
]


VALUE_END = re.compile(r"""[\n,，;；:：、\[\]"'|{}]""")
# What sheets add to metadata: words of the colophon and of forms, dates, digests, brackets.
STAMP = re.compile(
    r"(图片缺失|圖片缺失|画像なし|그림없음|Imagenotavailable|版本|版|판|摘要|要旨|요약|Abstract|修订记录|日期|说明|源文|原文|원문|目录|目錄|目次|목차|차례|图|圖|図|그림|Figure|注|提示|重要|警告|注意|危险|危險|ヒント|Note|Tip|Important|Warning|Caution"
    r"|深入|さらに深く|심층탐구|Deepdive|小结|小結|まとめ|정리|Summary|Recap|陷阱|落とし穴|함정|Pitfall|解答|해답|Solution|힌트|Hint|참고|주의"
    r"|你将会学到|你將會學到|このページで学ぶこと|학습내용|Youwilllearn|附件|抄送|印发|Version|Revisions|Sourced?|Contents|Hanqing"
    r"|January|February|March|April|May|June|July|August|September|October|November|December|[0-9a-f]|[年月日]|\W)*")


@dataclasses.dataclass
class Difference:
    kind: str
    source: str
    pdf: str
    before: str
    is_fault: bool


def is_blank(c):
    """White space, and the soft hyphen that stands for an added one where a reader knows no ActualText."""
    return c in "\u00ad" or c.isspace() or unicodedata.category(c) in ("Zs", "Zl", "Zp", "Cc") or c in "\u200b\ufeff"


def squeezed(text):
    return "".join(c for c in text if not is_blank(c))


class Known:
    """Words that a report has from its metadata (front matter, folder defaults, collection, catalogue) and from the
    alternatives of its images, which stand under them as captions or instead of those that are missing."""

    def __init__(self, collection, source, images):
        folders = source.split("/")[:-1]
        files = [os.path.join(*folders[:i], "_defaults.yaml") for i in range(len(folders) + 1)]
        own = front_matter(read(os.path.join(collection, source)))
        texts = [own, "\n".join(own.split())]  # a title may repeat words of the text beside it
        texts += [read(os.path.join(collection, name)) for name in files + ["hanqing.yaml"]]
        texts += [read(path) for path in sorted(glob.glob(os.path.join(glob.escape(collection), "*.csv")))]
        words = {squeezed(word) for text in texts for word in VALUE_END.split(text)}
        words.add(squeezed(os.path.splitext(os.path.basename(source))[0]))  # the title where none is given
        words = {word for word in words if len(word) > 1} | {squeezed(words) for words in images}
        words |= {squeezed(path) for path in image_paths(read(os.path.join(collection, source)))}
        self.words = sorted(words - {""}, key=len, reverse=True)

    def explains(self, added):
        for word in self.words:
            added = added.replace(word, "")
        return STAMP.fullmatch(added) is not None


def image_paths(markdown):
    """Where images lie, as typed and decoded: a missing one leaves a frame that says where it was looked for."""
    typed = re.findall(r"!\[[^\]]*\]\(\s*<?([^)\s>]+)", markdown)
    typed += re.findall(r"""<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)""", markdown, re.IGNORECASE)
    typed += re.findall(r"^\s*\[[^\]]+\]:\s*(\S+)", markdown, re.MULTILINE)
    return set(typed) | {urllib.parse.unquote(path) for path in typed}


def front_matter(text):
    found = re.match(r"---\n(.*?)\n(---|\.\.\.)\n", text.replace("\r", ""), re.DOTALL)
    return found[1] if found else ""


def read(path):
    try:
        with open(path, encoding="utf-8-sig", errors="replace") as file:
            return file.read()
    except OSError:
        return ""


def is_box(pdf, reader):
    """The sign for characters that no face has: one glyph of many meanings, told apart by ActualText alone, which
    mutool does not know."""
    return reader == "mutool" and len(set(pdf)) == 1


def kind_of(source, pdf, known, reader):
    for kind, wanted_source, wanted_pdf in KINDS:
        if re.fullmatch(wanted_source, source) and re.fullmatch(wanted_pdf, pdf):
            return kind, False
    if is_box(pdf, reader):
        return "no glyph", False
    if not source:
        return ("metadata", False) if known.explains(pdf) else ("added", True)
    return ("lost" if not pdf else "changed"), True


def with_moves(found):
    """The first heading becomes the title, which stands before everything else: lost there, found here."""
    for difference in found:
        if difference.kind != "lost":
            continue
        for other in found:
            begins = not other.before or not difference.before
            if not other.source and begins and difference.source in other.pdf:
                difference.kind, difference.is_fault = "title", False
                other.kind, other.is_fault = "metadata", False
                break
    return found


def hunks(source, pdf):
    """Pairs that differ, with where the PDF's begins."""
    if not source or not pdf or len(source) + len(pdf) > HUNK_MAX:
        yield source, pdf, 0
        return
    for op, a, b, c, d in difflib.SequenceMatcher(None, source, pdf, autojunk=False).get_opcodes():
        if op != "equal":
            yield source[a:b], pdf[c:d], c


def between(blocks, extracted, known, reader):
    """Differences of the blocks' text and the extracted one: equal stretches are found block by block."""
    pdf = squeezed(extracted)
    texts = [squeezed(text) for text in blocks]
    if "".join(texts) == pdf:
        return []
    found, at, pending, pending_at = [], 0, "", 0

    def settle(source, begin, end):
        for there, here, offset in hunks(source, pdf[begin:end]):
            place = begin + offset
            kind, is_fault = kind_of(there, here, known, reader)
            found.append(Difference(kind, there, here, pdf[max(0, place - 12):place], is_fault))

    for text in texts:
        if not pending and pdf.startswith(text, at):
            at += len(text)
            continue
        next_at = pdf.find(text, at) if len(text) >= ANCHOR_MIN else -1
        if next_at < 0:
            pending += text
            continue
        settle(pending, at, next_at)
        pending, at = "", next_at + len(text)
    if pending or at < len(pdf):
        settle(pending, at, len(pdf))
    return with_moves(found)
