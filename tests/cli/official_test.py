# SPDX-License-Identifier: Apache-2.0
"""GB/T 9704-2012 measured in the finished PDF by another program: poppler's boxes of words and its pictures of pages."""
import html
import re
import shutil
import subprocess
import unittest

import outside
from outside import Case

MM, EM, LINE = 72 / 25.4, 15.75, 29.53125
FRONT = """---
title: 云岭省档案局关于开展检查的通知
style: gongwen
date: 2024-09-06
发文机关标志: 云岭省档案局文件
发文字号: 云档发〔2024〕21号
主送机关: 各市、州档案局，省直各单位
署名: 云岭省档案局
抄送机关: 省委办公厅，省政府办公厅
印发机关: 云岭省档案局办公室
印发日期: 2024-09-07
---

"""
SENTENCE = "各级档案馆应当按照统一部署认真开展自查自纠工作建立台账明确责任人员整改措施完成时限确保不留死角不走过场同时做好记录归档工作。\n\n"


@unittest.skipUnless(shutil.which("pdftotext") and shutil.which("pdftoppm"), "poppler is not there")
class Measured(Case):
    def made(self):
        self.write("x.md", FRONT + SENTENCE * 24)
        self.run_program("render", "x.md", status=None)
        return self.root / "x.pdf"

    def words(self, pdf):
        """Pages of (x, y, right, bottom, text) in points from the upper left corner."""
        boxes = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True).stdout.decode()
        pages = []
        for page in boxes.split("<page ")[1:]:
            pages.append([(*map(float, found[:4]), html.unescape(found[4])) for found in re.findall(
                r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>', page)])
        return pages

    def red_rows(self, pdf, resolution):
        """(row, first column, last column) of every row of page 1 that is red across half the sheet."""
        ppm = subprocess.run(["pdftoppm", "-r", str(resolution), "-f", "1", "-l", "1", str(pdf)], capture_output=True, check=True).stdout
        _, size, _, pixels = ppm.split(b"\n", 3)
        width, height = map(int, size.split())
        rows = []
        for row in range(height):
            line = pixels[row * width * 3:(row + 1) * width * 3]
            middle = line[width * 3 // 2 - width * 3 // 2 % 3:][:3]
            if middle[0] > 150 and middle[1] < 120:
                red = [x for x in range(width) if line[3 * x] > 150 and line[3 * x + 1] < 120]
                if len(red) > width // 2:
                    rows.append((row, red[0], red[-1] + 1))
        return rows

    def test_lines_stand_on_the_grid(self):
        page = [w for w in self.words(self.made())[1] if "—" not in w[4]]
        left, top = 26 * MM, 37 * MM
        rows = sorted({round(w[1], 2) for w in page})
        self.assertEqual(len(rows), 22)
        for k, y in enumerate(rows):
            self.assertAlmostEqual((y - rows[0]) / LINE, k, delta=0.01 * EM / LINE)
        # Boxes of this face reach from 0.88 to -0.12 em, as its em box does.
        self.assertLess(abs(rows[0] - top), 0.5 * MM)
        for word in page:
            column = (word[0] - left) / EM
            self.assertAlmostEqual(column, round(column), delta=0.01, msg=word)
        full = [w for w in page if len(w[4]) == 28]
        self.assertGreater(len(full), 5)
        for word in full:
            self.assertAlmostEqual(word[2] - word[0], 28 * EM, delta=0.01 * EM)

    def test_the_red_rule_is_where_the_standard_wants_it(self):
        pdf, resolution = self.made(), 300
        rows = self.red_rows(pdf, resolution)
        self.assertTrue(rows)
        per_mm = resolution / 25.4
        number = next(w for w in self.words(pdf)[0] if w[4].startswith("云档发"))
        first, last = rows[0][0] / per_mm, (rows[-1][0] + 1) / per_mm
        self.assertAlmostEqual(last - first, 0.5, delta=0.13)  # one pixel is 0.085 mm
        self.assertAlmostEqual(rows[0][1] / per_mm, 28, delta=0.1)
        self.assertAlmostEqual(rows[0][2] / per_mm, 184, delta=0.1)
        self.assertAlmostEqual(first - (number[1] / MM + 15.75 / MM), 4, delta=0.3)


if __name__ == "__main__":
    outside.main()
