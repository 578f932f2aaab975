# SPDX-License-Identifier: Apache-2.0
"""What the tests of archive faults share: small sealed years, foreign bags, and what is said about them."""
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from outside import Case, report  # noqa: E402
from foreign_bags import END, bag, tar  # noqa: E402

BAG = "T001-2024-永久-公开"
SETTINGS = "organization: 测试厅\nlang: zh-CN\nfonds: T001\narchive:\n  keep-fonts: no\n"
WORDED = set()  # names whose Chinese words were looked at


class Fault(Case):
    def verify(self, path, status, *words, tongue="en"):
        return self.run_json("verify", path, *words, status=status, tongue=tongue)

    def findings(self, answer):
        return answer["findings"] + [f for b in answer["bags"] for f in b["findings"]]

    def refused(self, path, name, mention, *words):
        """Exit 1, and an error of this name whose words mention the file or offset; in Chinese too, with advice."""
        answer = self.verify(path, 1, *words)
        self.one_of(answer, name, mention)
        if name not in WORDED:
            WORDED.add(name)
            self.one_of(self.verify(path, 1, *words, tongue="zh"), name, mention)
        return answer

    def one_of(self, answer, name, mention):
        found = [f for f in self.findings(answer) if f["name"] == name]
        self.assertTrue(found, (name, [(f["name"], f["arguments"]) for f in self.findings(answer)]))
        self.assertIn(mention, " ".join(f["message"] for f in found))
        self.assertTrue(all(f.get("hint") for f in found), found[0])

    def warned(self, path, name, mention):
        self.one_of(self.verify(path, 0), name, mention)

    def tar(self, files=None, tail=b"", end=END, **more):
        return self.write("x.tar", tar(bag(files, **more), tail=tail, end=end))

    def folder(self, files):
        shutil.rmtree(self.root / "b", ignore_errors=True)
        for name, data in files.items():
            self.write("b/" + name, data)
        return self.root / "b"

    def built(self, titles=("甲", "乙"), settings=SETTINGS):
        self.write("hanqing.yaml", settings)
        for i, title in enumerate(titles):
            self.write(f"2024/{i}.md", report(title, "正文。\n", f"identifier: \"{i + 1:04}\"\n"))
        self.run_program("build")

    def pack(self, *words, status=0):
        return self.run_program("pack", "--year", "2024", "--date", "2025-01-15", *words, status=status)

    def sealed(self, *words):
        self.built()
        self.pack(*words)
        return self.root / "archive" / f"{BAG}.tar"
