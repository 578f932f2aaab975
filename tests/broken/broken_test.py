# SPDX-License-Identifier: Apache-2.0
"""Bad input: names, images, content and fonts as they come. None may end in a crash, a hang or a lost report, and
each is told in Chinese and in English. Tests are named by the numbers of the table below, and a test holds the table."""
import json
import os
import re
import struct
import subprocess
import sys
import time
import unicodedata
import unittest
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "cli"))
import outside  # noqa: E402
from outside import Case, report  # noqa: E402


# Number, fault, and what is said of it: findings of which at least one appears, or what becomes of it.
FAULTS = {
    42: ("twins by normalisation (NFC, NFD)", "output-clash"),
    43: ("twins by case", "output-clash"),
    44: ("twins by width", "output-clash"),
    45: ("a name of 255 bytes", "made, its name cut between characters"),
    46: ("a path over 4,096 bytes", "path-too-long"),
    47: ("folders a thousand deep", "folders-too-deep"),
    48: ("blank, dot, tilde, dash, star at the ends", "made under a safe name"),
    49: ("percent, backslash, quote, newline, tab, control", "made under a safe name"),
    50: ("bidi controls, characters without width", "made under a safe name"),
    51: ("names that are not UTF-8", "name-not-utf8"),
    52: ("names that Windows reserves", "made under a safe name"),
    53: ("beyond the BMP, variation selectors, emoji", "made"),
    54: ("names of the files of a bag", "made"),
    55: ("two reports of one output name", "output-clash"),
    56: ("an ending and nothing else", "passed over"),
    57: ("what other programs leave behind", "passed over"),
    58: ("very many files in one folder", "made"),
    64: ("parent folders in an image path", "image-outside"),
    65: ("absolute, file:, UNC and /proc paths of images", "image-missing image-outside image-remote"),
    66: ("an image from the network", "image-remote"),
    96: ("empty, one byte, BOM only, NUL, UTF-16, GB18030, mixed line ends", "invalid-utf8"),
    97: ("endless lines, quotes, lists, brackets, emphasis", "made or a limit, in time"),
    98: ("a thousand columns, ragged rows, an empty table", "made or table-columns"),
    101: ("missing and private characters, fonts that are none, another face", "glyph-missing font-changed"),
    102: ("links that run, control or never end", "not in the PDF"),
    103: ("headings that jump or are not there", "heading-skipped"),
    104: ("no alternative text", "alternative-missing"),
    105: ("titles with markup, emoji, right-to-left text", "well-formed XMP"),
}


class Table(unittest.TestCase):
    def test_every_number_has_its_test(self):
        tested = {int(n) for n in re.findall(r"def test_(\d+)_", Path(__file__).read_text())}
        self.assertEqual(set(FAULTS) - tested, set())


class Fault(Case):
    def built(self, status=None):
        """Builds, and checks what holds for every input: an answer, a PDF or an error for each report."""
        begin = time.monotonic()
        answer = self.run_json("build", status=status)
        if time.monotonic() - begin < 5:
            self.told_in_both_tongues(answer)
        for row in answer["reports"]:
            if row["status"] == "built":
                self.assertEqual((self.root / "out" / row["output"]).read_bytes()[:5], b"%PDF-", row)
            else:
                self.assertTrue([f for f in row["findings"] if f["weight"] == "error"], row)
        return answer

    def told_in_both_tongues(self, answer):
        rows = lambda a: a["findings"] + [f for r in a["reports"] for f in r["findings"]]
        english = rows(answer)
        if not english:
            return
        chinese = rows(self.run_json("build", status=None, tongue="zh"))
        self.assertEqual([f["name"] for f in chinese], [f["name"] for f in english])
        for finding in english + chinese:
            self.assertNotRegex(finding["message"] + finding.get("hint", ""), r"\{\d\}")
        for finding in chinese:
            self.assertRegex(finding["message"], "[\u4e00-\u9fff]", finding)

    def said(self, answer):
        found = {f["name"] for f in answer["findings"]}
        for row in answer["reports"]:
            found |= {f["name"] for f in row["findings"]}
        return found

    def one(self, body, name="x.md", status=None):
        """The findings about one report, and its row."""
        self.write(name, body if isinstance(body, bytes) else report("题", body))
        answer = self.built(status)
        return self.said(answer), answer["reports"][0]


class Names(Fault):
    def twins(self, first, second):
        self.write(first, report("一"))
        self.write(second, report("二"))
        if len([p for p in self.root.rglob("*.md")]) < 2:
            self.skipTest("this file system takes both names for one")
        answer = self.built(1)
        clashes = [f for r in answer["reports"] for f in r["findings"] if f["name"] == "output-clash"]
        self.assertEqual(len(clashes), 2)
        self.assertEqual(answer["summary"]["made"], 0)

    def test_42_composed_and_decomposed_twins(self):
        self.twins(unicodedata.normalize("NFC", "café.md"), unicodedata.normalize("NFD", "café.md"))

    def test_43_twins_by_case(self):
        self.twins("Report.md", "report.md")

    def test_44_twins_by_width(self):
        self.twins("报告1.md", "报告１.md")

    def test_45_a_name_of_255_bytes(self):
        self.write("汉" * 84 + ".md", report("长"))
        row = self.built(0)["reports"][0]
        self.assertLessEqual(len(os.path.basename(row["output"]).encode()), 255)

    def test_46_a_path_over_4096_bytes(self):
        self.write("x.md", report("x"))
        here = os.open(self.root, os.O_RDONLY)
        for _ in range(25):
            os.mkdir("d" * 200, dir_fd=here)
            inner = os.open("d" * 200, os.O_RDONLY, dir_fd=here)
            os.close(here)
            here = inner
        file = os.open("deep.md", os.O_WRONLY | os.O_CREAT, dir_fd=here)
        os.write(file, report("deep").encode())
        os.close(file)
        os.close(here)
        self.addCleanup(subprocess.run, ["rm", "-rf", str(self.root)])
        answer = self.built(1)
        self.assertIn("path-too-long", self.said(answer))
        self.assertEqual(answer["summary"]["made"], 1)

    def test_47_folders_hundreds_deep(self):
        os.makedirs(self.root / "/".join(["d"] * 500))
        self.write("/".join(["d"] * 500) + "/x.md", report("x"))
        self.write("y.md", report("y"))
        answer = self.built(1)
        self.assertIn("folders-too-deep", self.said(answer))
        self.assertEqual(answer["summary"]["made"], 1)

    def test_48_blanks_dots_tildes_dashes_and_stars_at_the_ends(self):
        for i, name in enumerate((" x .md", "~x~.md", "-x-.md", "*x*.md", "x..md")):
            self.write(f"{i}/{name}", report("x"))
        for row in self.built(0)["reports"]:
            base = os.path.basename(row["output"])
            self.assertEqual(base.strip(" ~-*"), base)

    def test_49_percent_backslash_quote_newline_tab_control(self):
        for i, name in enumerate(("a%.md", "a%0A.md", "a\\b.md", "a\"'.md", "a\nb.md", "a\tb.md", "a\x01\x7f.md")):
            self.write(f"{i}/{name}", report("x"))
        answer = self.built(0)
        self.assertEqual(answer["summary"]["made"], 7)
        for row in answer["reports"]:
            self.assertFalse(set("%\\\"\n\t\x01\x7f") & set(row["output"]), row["output"])

    def test_50_bidi_controls_and_invisible_characters(self):
        self.write("a\u202Efdp.md", "![x](none.png)\n")
        self.write("b\u200B.md", report("b"))
        self.assertEqual([r["output"] for r in self.built(0)["reports"]], ["afdp.pdf", "2024/b.pdf"])
        self.assertNotIn("\u202E", self.run_program("build", "-v").stderr.decode())

    def test_51_names_that_are_not_utf8(self):
        Path(os.fsdecode(bytes(self.root) + b"/\xb1\xa8\xb8\xe6.md")).write_bytes(b"x")
        self.write("y.md", report("y"))
        answer = self.built(1)
        self.assertIn("name-not-utf8", self.said(answer))
        self.assertEqual(answer["summary"]["made"], 1)

    def test_52_names_that_windows_reserves(self):
        for name in ("CON.md", "nul.md", "COM1.md", "a:b.md"):
            self.write(name, report("x"))
        for row in self.built(0)["reports"]:
            self.assertNotIn(os.path.basename(row["output"]).lower(), ("con.pdf", "nul.pdf", "com1.pdf"))
            self.assertNotIn(":", row["output"])

    def test_53_characters_beyond_the_bmp_variation_selectors_emoji(self):
        for name in ("𠮷𰻞.md", "葛\U000E0100.md", "👨‍👩‍👧.md"):
            self.write(name, report("x"))
        self.assertEqual(self.built(0)["summary"]["made"], 3)

    def test_54_names_of_bag_files(self):
        for name in ("bagit.txt.md", "manifest-md5.txt.md", "fetch.txt.md", "data/x.md"):
            self.write(name, report("x"))
        self.assertEqual(self.built(0)["summary"]["made"], 4)

    def test_55_two_reports_of_one_output_name(self):
        self.write("hanqing.yaml", "output-name: '{identifier}'\n")
        for name in ("a", "b"):
            self.write(name + ".md", report(name, more="identifier: J-1\n"))
        self.assertIn("output-clash", self.said(self.built(1)))

    def test_56_an_ending_and_nothing_else(self):
        self.write(".md", "x")
        self.write("y.md", report("y"))
        self.assertEqual([r["source"] for r in self.built(0)["reports"]], ["y.md"])

    def test_57_what_other_programs_leave_behind(self):
        for name in (".DS_Store", "Thumbs.db", "__MACOSX/._x.md", "~$x.md", "._x.md"):
            self.write(name, b"\0\1\2")
        self.write("y.md", report("y"))
        self.assertEqual([r["source"] for r in self.built(0)["reports"]], ["y.md"])

    def test_58_very_many_files_in_one_folder(self):
        for i in range(20_000):
            (self.root / f"_draft{i}.md").touch()
        self.write("y.md", report("y"))
        start = time.time()
        self.assertEqual(self.built(0)["summary"]["made"], 1)
        self.assertLess(time.time() - start, 60)


class Images(Fault):
    def test_64_parent_folders_in_an_image_path(self):
        (self.root / "c").mkdir()
        self.write("secret.png", PNG)
        self.write("c/hanqing.yaml", "lang: zh\n")
        self.write("c/x.md", report("x", "![a](../secret.png)\n\n![b](a/../../secret.png)\n"))
        answer = self.run_json("build", self.root / "c")
        self.assertIn("image-outside", self.said(answer))

    def test_65_absolute_paths_urls_of_files_unc(self):
        self.write("x.md", report("x", "![a](/etc/passwd)\n\n![b](file:///etc/passwd)\n\n![c](\\\\host\\share\\a.png)\n\n"
                                       "![d](/proc/self/environ)\n\n![e](C:\\a.png)\n"))
        answer = self.built(0)
        self.assertTrue(self.said(answer) & {"image-missing", "image-outside", "image-remote"})
        self.assertNotIn(b"root:", (self.root / "out/2024/x.pdf").read_bytes())

    def test_65_a_link_to_a_file_outside_is_not_an_image(self):
        (self.root / "a.png").symlink_to("/etc/passwd")
        found, _ = self.one("![a](a.png)\n", status=0)
        self.assertTrue(found & {"image-outside", "image-missing"})

    def test_66_images_from_the_network_are_never_fetched(self):
        found, row = self.one("![a](http://127.0.0.1:9/a.png)\n\n![b](https://example.org/b.png)\n", status=0)
        self.assertIn("image-remote", found)
        self.assertEqual(row["status"], "built")

    def test_104_no_alternative_text(self):
        self.write("a.png", PNG)
        found, row = self.one("![](a.png)\n", status=0)
        self.assertIn("alternative-missing", found)
        self.assertEqual(row["status"], "built")


class Content(Fault):
    def test_96_empty_one_byte_bom_only(self):
        for name, data in (("a.md", b""), ("b.md", b"x"), ("c.md", b"\xef\xbb\xbf")):
            self.write(name, data)
        self.built()

    def test_96_nul_bytes_and_utf16(self):
        found, row = self.one("题目\n".encode("utf-16"), status=1)
        self.assertIn("invalid-utf8", found)
        self.assertIn("UTF-16", json.dumps(row["findings"]))
        self.write("x.md", b"# a\0b\n")
        self.built()

    def test_96_gb18030_is_recognised(self):
        found, row = self.one("关于二〇二四年度财政预算执行情况的报告\n".encode("gb18030"), status=1)
        self.assertIn("invalid-utf8", found)
        self.assertIn("GB18030", json.dumps(row["findings"]))

    def test_96_mixed_line_ends(self):
        self.one(b"---\r\ntitle: x\r\ndate: 2024-01-01\r\n---\r\n\r\n# a\rb\n\nc\r\n", status=0)

    def test_97_a_very_long_line(self):
        found, row = self.one("字" * 3_000_000)
        self.assertTrue(row["status"] == "built" or "line-too-long" in found)

    def nested(self, text, seconds=60):
        start = time.time()
        self.one(text)
        self.assertLess(time.time() - start, seconds)

    def test_97_a_hundred_thousand_nested_quotes(self):
        self.nested(">" * 100_000 + " x\n")

    def test_97_deep_lists(self):
        self.nested("".join("  " * i + "- x\n" for i in range(1000)))

    def test_97_a_hundred_thousand_brackets(self):
        self.nested("[" * 100_000 + "\n")

    def test_97_a_hundred_thousand_emphasis_marks(self):
        self.nested("*a _b " * 50_000 + "\n")

    def test_98_a_table_of_a_thousand_columns(self):
        found, row = self.one("|" + "a|" * 1000 + "\n|" + "-|" * 1000 + "\n|" + "1|" * 1000 + "\n")
        self.assertTrue(row["status"] == "built" or "table-columns" in found)

    def test_98_ragged_rows_and_an_empty_table(self):
        self.one("|a|b|\n|-|-|\n|1|\n|1|2|3|\n\n|a|\n|-|\n\n||\n|-|\n||\n", status=0)

    def test_101_a_character_that_no_font_has(self):
        found, row = self.one("这里有\U0010FFFD和\U000F0000字。\n", status=0)
        self.assertTrue(found & {"glyph-missing", "private-use"})

    def test_101_a_private_use_character(self):
        found, _ = self.one("造字\uE000。\n", status=0)
        self.assertTrue(found & {"glyph-missing", "private-use"})

    def test_101_fonts_that_are_no_fonts(self):
        self.write("fonts/bad.otf", b"OTTO" + b"\0\1\2\3" * 100)
        self.write("fonts/empty.ttf", b"")
        self.write("x.md", report("x"))
        answer = self.run_json("build", "--font-path", "fonts")
        self.assertEqual(answer["summary"]["made"], 1)
        self.assertIn(b"[", self.run_program("build", "--force", "--font-path", "fonts", "--ignore-system-fonts", status=3).stderr)

    def test_101_another_face_than_the_one_of_fonts_lock(self):
        self.write("hanqing.yaml", "lang: zh\n")
        self.write("x.md", report("x"))
        self.run_program("build")
        lock = self.root / "fonts.lock"
        lines = lock.read_text().splitlines()
        changed = ["\t".join(line.split("\t")[:-1] + ["0" * 64]) if line and not line.startswith("#") else line for line in lines]
        lock.write_text("\n".join(changed) + "\n")
        self.assertIn("font-changed", self.said(self.run_json("build")))
        self.run_program("build", "--accept-fonts")
        self.assertNotIn("font-changed", self.said(self.run_json("build")))

    def test_102_links_that_run_control_or_never_end(self):
        found, row = self.one("[a](javascript:alert(1)) [b](<ht\u0001tp://x>) [c](http://x/" + "y" * 5000 + ")\n", status=0)
        self.assertNotIn(b"javascript:alert", (self.root / "out" / row["output"]).read_bytes())

    def test_103_headings_that_jump_or_are_not_there(self):
        found, _ = self.one("# a\n\n#### b\n\n## c\n", status=0)
        self.assertIn("heading-skipped", found)
        self.one("没有标题。\n", status=0)

    def test_103_five_hundred_headings(self):
        self.one("".join("#" * (1 + i % 6) + f" 第{i}节\n\n文\n\n" for i in range(500)), status=0)

    def test_105_titles_with_markup_emoji_and_right_to_left_text(self):
        self.write("x.md", "---\ntitle: \"<a>&\\\"' ]]> 👍 שלום\"\ndate: 2024-01-01\n---\nx\n")
        self.built(0)
        data = (self.root / "out/2024/x.pdf").read_bytes()
        if b"<x:xmpmeta" in data:  # XMP is never compressed, so that any program finds it
            packet = data[data.index(b"<x:xmpmeta"):data.index(b"</x:xmpmeta>") + 12]
            import xml.dom.minidom
            self.assertIn("<a>&", xml.dom.minidom.parseString(packet).toxml().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))

    def test_109_front_matter_that_is_wrong(self):
        for i, more in enumerate(("date: 2024-02-30\n", "密级: 绝对秘密\n", "retention: 百年\n", "titel: x\n", "year: soon\n")):
            self.write(f"{i}.md", f"---\ntitle: x\n{more}---\nx\n")
        found = self.said(self.built(0))
        self.assertIn("unknown-key", found)
        self.assertIn("bad-value", found)


class Reading(Fault):
    def test_20_a_report_that_vanishes(self):
        self.write("x.md", report("x"))
        os.symlink("gone.md", self.root / "y.md")
        answer = self.built(0)
        self.assertIn("link-broken", self.said(answer))

    def test_63_pipes_and_sockets_do_not_hang(self):
        os.mkfifo(self.root / "pipe.md")
        os.mkfifo(self.root / "a.png")
        found, _ = self.one("![a](a.png)\n", status=1)
        self.assertIn("not-a-file", found)

    def test_17_a_read_only_output(self):
        if os.geteuid() == 0:
            self.skipTest("root writes everywhere")
        self.write("x.md", report("x"))
        os.chmod(self.root, 0o555)
        self.addCleanup(os.chmod, self.root, 0o755)
        self.run_program("build", status=3)

    def test_22_few_file_descriptors(self):
        self.collection(5)
        done = subprocess.run(["sh", "-c", f"ulimit -n 64; exec {outside.PROGRAM} build -j8 {self.root}"], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_11_a_file_size_limit(self):
        self.collection(2)
        done = subprocess.run(["sh", "-c", f"ulimit -f 8; trap '' XFSZ; exec {outside.PROGRAM} --lang en build {self.root}"], capture_output=True)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(list(self.root.rglob("*.tmp")), [])
        self.run_program("build")


def png(width, height):
    rows = b"".join(b"\0" + b"\x80\x40\x20" * width for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


PNG = png(4, 4)

if __name__ == "__main__":
    outside.main()
