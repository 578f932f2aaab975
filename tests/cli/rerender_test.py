# SPDX-License-Identifier: Apache-2.0
"""verify --rerender: a PDF made again from what travels in it, with all four answers."""
import re
import shutil
import subprocess

import outside
from outside import Case, report

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="{0}" height="40"/></svg>'


class Rerender(Case):
    def setUp(self):
        super().setUp()
        self.write("hanqing.yaml", "organisation: 测试厅\nlang: zh-CN\nfonds: Y001\nretention: 永久\naccess: public\n"
                                   "catalogue: 登记表.csv\naccept: [font-substituted, unknown-key]\n")
        self.write("登记表.csv", "路径,文号,电话\n2024/报告.md,测办〔2024〕1号,010-0000\n")
        self.write("2024/_defaults.yaml", "style: own\nauthor: 编研处\n")
        self.write("styles/report.yaml", "extends: report\ncolophon: ""\n")
        self.write("styles/own.yaml", "extends: report\n")
        self.write("2024/图/a.svg", PICTURE.format(40))
        self.write("2024/报告.md", report("报告", "正文一段。\n\n![说明](图/a.svg)\n\n第二段 with Latin *强调*。\n"))
        self.run_program("build")
        self.pdf = self.root / "out/2024/报告.pdf"

    def verify(self, path=None, status=0, more=()):
        answer = self.run_json("verify", path or self.pdf, "--rerender", *more, status=status)
        return answer["rerenderings"][0]

    def plain(self):
        """The same file with its streams inflated, so that its bytes can be changed in place."""
        path = self.root / "out/2024/plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable", "--normalize-content=n", self.pdf, path], check=True)
        return path

    def changed(self, old, new):
        path = self.plain()
        data = path.read_bytes()
        self.assertEqual(len(old), len(new))
        self.assertIn(old, data)
        path.write_bytes(data.replace(old, new, 1))
        return path

    def test_equal_byte_for_byte(self):
        self.assertEqual(self.verify()["answer"], "equal")
        said = self.run_program("verify", self.pdf, "--rerender").stdout.decode()
        self.assertIn("equal byte for byte", said)

    def test_equal_from_anywhere_while_the_images_are_found(self):
        (self.root / "2024/图/a.svg").rename(self.root / "moved.svg")
        for name in ("2024/报告.md", "2024/_defaults.yaml", "登记表.csv"):
            (self.root / name).unlink()
        shutil.rmtree(self.root / "styles")
        self.assertEqual(self.verify()["answer"], "equal")

    def test_equal_after_inflating(self):
        packed = self.root / "out/packed.pdf"
        subprocess.run(["qpdf", "--object-streams=disable", "--recompress-flate", "--compression-level=1",
                        self.pdf, packed], check=True)
        self.assertEqual(self.verify(packed)["answer"], "equal-inflated")
        self.assertEqual(self.verify(self.plain())["answer"], "equal-inflated")

    def test_different_says_where(self):
        data = self.plain().read_bytes()
        move = re.search(rb"\n(\d)(\S* \S+ Td\n)", data)
        other = b"1" if move[1] != b"1" else b"2"
        answer = self.verify(self.changed(move[0], b"\n" + other + move[2]), status=1)
        self.assertEqual(answer["answer"], "different")
        self.assertEqual([f["name"] for f in answer["findings"]], ["rerender-page"])

    def test_a_changed_source_is_noticed(self):
        answer = self.verify(self.changed("正文一段".encode(), "正文二段".encode()), status=1)
        self.assertEqual([f["name"] for f in answer["findings"]], ["rerender-source"])

    def test_a_missing_image_a_font_and_a_program_make_it_impossible(self):
        self.write("2024/图/a.svg", PICTURE.format(30))
        answer = self.verify(status=3)
        self.assertEqual((answer["answer"], self.names(answer["findings"])), ("not-possible", ["rerender-image"]))
        self.assertIn("2024/图/a.svg", answer["findings"][0]["message"])
        self.write("2024/图/a.svg", PICTURE.format(40))

        fonts = self.root / "fonts"
        fonts.mkdir()
        listed = subprocess.run(["fc-list", ":family=LXGW WenKai:style=Regular", "file"], check=True,
                                capture_output=True).stdout.decode()
        shutil.copy(listed.split(":")[0], fonts)
        answer = self.verify(status=3, more=("--ignore-system-fonts", "--font-path", fonts))
        self.assertEqual(answer["answer"], "not-possible")
        self.assertIn("rerender-font", self.names(answer["findings"]))
        self.assertIn("NotoSerifCJKsc-Regular", " ".join(f["message"] for f in answer["findings"]))

        data = self.pdf.read_bytes()
        stamp = re.search(rb"programDigest>sha256:([0-9a-f]{64})", data)[1]
        other = self.root / "out/other.pdf"
        other.write_bytes(data.replace(stamp, b"1" * 64))
        # Only the stamp (and the /ID, which follows from it) is another: the pages are the same, and that counts.
        self.assertEqual(self.verify(other)["answer"], "equal-inflated")
        path = self.changed(stamp, b"1" * 64)
        data = path.read_bytes()
        move = re.search(rb"\n(\d)(\S* \S+ Td\n)", data)
        path.write_bytes(data.replace(move[0], b"\n" + (b"1" if move[1] != b"1" else b"2") + move[2], 1))
        answer = self.verify(path, status=3)
        self.assertEqual(self.names(answer["findings"]), ["rerender-program", "rerender-page"])

    def test_nothing_attached_and_strangers(self):
        self.write("2024/报告.md", report("报告", "正文。\n", "attach: none\n"))
        self.run_program("build")
        self.assertEqual(self.names(self.verify(status=3)["findings"]), ["rerender-bare"])
        stranger = self.root / "stranger.pdf"
        subprocess.run(["qpdf", "--empty", stranger], check=True)
        self.assertEqual(self.names(self.verify(stranger, status=3)["findings"]), ["rerender-foreign"])
        self.write("broken.pdf", "%PDF-1.7\nnothing")
        self.run_program("verify", self.root / "broken.pdf", "--rerender", status=None)

    def test_what_the_catalogue_keeps_for_itself_is_not_published(self):
        self.run_program("inspect", self.pdf, "--extract", self.root / "extracted")
        record = (self.root / "extracted/build-record.json").read_text()
        self.assertIn("测办〔2024〕1号", record)
        self.assertNotIn("010-0000", record)
        self.assertEqual((self.root / "extracted/报告.md").read_bytes(), (self.root / "2024/报告.md").read_bytes())

    def test_a_sealed_bag(self):
        self.run_program("pack", "--year", "2024", "--unsigned", "--date", "2025-01-15")
        answer = self.run_json("verify", self.root / "archive", "--rerender")
        self.assertEqual([r["answer"] for r in answer["rerenderings"]], ["equal"])


if __name__ == "__main__":
    outside.main()
