# SPDX-License-Identifier: Apache-2.0
"""A report is made again when and only when something that matters to it changed: one kind of change after the other,
and for each the reports that are made."""
import os
import shutil
import subprocess

import outside
from outside import Case, report

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="{}" height="40"/></svg>'
ALL = {"a/one.md", "a/two.md", "b/three.md", "b/image.md"}


class Changes(Case):
    def setUp(self):
        super().setUp()
        self.write("hanqing.yaml", "lang: zh-CN\ncatalogue: 登记表.csv\nexclude: ['**/草稿/**']\n")
        for name in ("a/one.md", "a/two.md", "b/three.md"):
            self.write(name, report(name))
        self.write("b/image.md", report("图", "![说明](../图/a.svg)\n"))
        self.write("图/a.svg", SVG.format(10))
        self.write("登记表.csv", "路径,档号\na/one.md,J-1\nb/three.md,J-3\n")
        self.assertEqual(self.made(), ALL)
        self.assertEqual(self.made(), set())

    def made(self, *words):
        rows = self.run_json("build", *words, status=None)["reports"]
        return {r["source"] for r in rows if r["way"] in ("made", "failed")}

    def change(self, name, text, made):
        self.write(name, text)
        self.assertEqual(self.made(), made, name)
        self.assertEqual(self.made(), set(), name)

    def test_each_kind_of_change_makes_what_it_concerns(self):
        self.change("a/one.md", report("改"), {"a/one.md"})
        self.change("图/a.svg", SVG.format(20), {"b/image.md"})
        self.change("a/_defaults.yaml", "author: 甲\n", {"a/one.md", "a/two.md"})
        self.change("登记表.csv", "路径,档号\na/one.md,J-1\nb/three.md,J-4\n", {"b/three.md"})
        self.change("styles/own.yaml", "extends: report\n", set())  # nobody uses it yet
        self.change("b/_defaults.yaml", "style: own\n", {"b/three.md", "b/image.md"})
        self.change("styles/own.yaml", "extends: report\n# changed\n", {"b/three.md", "b/image.md"})
        self.change("hanqing.yaml", "lang: zh-CN\ncatalogue: 登记表.csv\norganization: 某厅\n", ALL)
        self.change("hanqing.yaml", "lang: zh-CN\ncatalogue: 登记表.csv\norganization: 某厅\nprofile: a2a\n", ALL)

    def test_what_concerns_no_report_makes_none(self):
        self.change("README.txt", "notes\n", set())
        self.change("图/unused.svg", SVG.format(5), set())
        self.change("a/草稿/x.md", report("草稿"), set())
        self.change("登记表.csv", "路径,档号\nb/three.md,J-3\na/one.md,J-1\n", set())  # rows in another order
        self.change("hanqing.yaml", "# words\nlang: zh-CN\ncatalogue: 登记表.csv\nexclude: ['**/草稿/**']\ntime-limit: 99\n", set())
        for path in self.root.rglob("*.md"):
            os.utime(path)
        self.assertEqual(self.made(), set())
        shutil.copy(self.root / "a/one.md", self.root / "copy")
        os.replace(self.root / "copy", self.root / "a/one.md")  # another inode, the same bytes
        self.assertEqual(self.made(), set())

    def test_an_image_that_comes_goes_and_comes_again(self):
        os.rename(self.root / "图/a.svg", self.root / "kept")
        self.assertEqual(self.made(), {"b/image.md"})
        self.assertEqual(self.made(), set())
        os.rename(self.root / "kept", self.root / "图/a.svg")
        self.assertEqual(self.made(), {"b/image.md"})

    def test_other_faces_are_a_change(self):
        found = subprocess.run(["fc-list", ":family=LXGW WenKai", "file"], capture_output=True, text=True).stdout
        serif = subprocess.run(["fc-list", ":family=Noto Serif CJK SC:style=Regular", "file"], capture_output=True, text=True).stdout
        if not found or not serif:
            self.skipTest("the fonts are not installed")
        folder = self.root / "fonts"
        folder.mkdir()
        for listed in {found.split(":")[0], serif.split(":")[0]}:
            shutil.copy(listed.strip(), folder)
        self.assertEqual(self.made("--font-path", folder, "--ignore-system-fonts"), ALL)
        self.assertEqual(self.made("--font-path", folder, "--ignore-system-fonts"), set())
        self.assertEqual(self.made(), ALL)

    def test_two_sheets_that_set_one_role_in_two_faces_do_not_quarrel_over_fonts_lock(self):
        self.write("a/_defaults.yaml", "style: gongwen\n")
        self.made()
        for _ in range(2):
            self.assertNotIn("font-changed", self.names(self.run_json("build", "--force", status=None)["findings"]))

    def test_a_new_report_and_one_that_goes(self):
        self.change("a/new.md", report("新"), {"a/new.md"})
        os.rename(self.root / "a/new.md", self.root / "b/new.md")
        answer = self.run_json("build")
        self.assertEqual([r["source"] for r in answer["reports"] if r["way"] == "made"], ["b/new.md"])
        self.assertEqual(len(answer["removed"]), 1)


if __name__ == "__main__":
    outside.main()
