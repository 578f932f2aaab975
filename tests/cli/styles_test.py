# SPDX-License-Identifier: Apache-2.0
"""styles/README.md names every property there is, with an example that works; nothing else."""
import re
from pathlib import Path

import outside
from outside import Case, report

REPOSITORY = Path(__file__).resolve().parents[2]
READERS = ["properties", "rules", "pieces", "faces", "official_look"]


def tables():
    """Heading of a section -> rows of its property table, as lists of cells."""
    found, section = {}, ""
    for line in (REPOSITORY / "styles/README.md").read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            section = re.sub(r"[`#]", "", line).split()[-1] if "`" in line else "top"
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("| `") and len(cells) == 5:
            found.setdefault(section, []).append(cells)
    return found


def sheet_of(section, example):
    """A sheet that has the example of one row at its place."""
    if section == "top":
        return example if example.startswith("extends") else "extends: gongwen\n" + example
    whole = {"page": "page: {%s}", "text": "text: {heading1: {%s}}", "faces": "faces: {body: {%s}}", "table": "table: {%s}",
             "pieces": "pieces: [{%s}]", "running": "running: [{%s}]", "official": "official: {%s}"}[section]
    return "extends: report\n" + whole % example


class Documented(Case):
    def test_every_property_has_its_row(self):
        known = set()
        for name in READERS:
            source = (REPOSITORY / f"pipeline/style/{name}.cpp").read_text(encoding="utf-8")
            known |= set(re.findall(r"\b(?:length|text|flag|colour|number|one_of|name|texts|take|fill|read_choice)"
                                    r"\((?:top, )?\"([a-z-]+)\"", source))
        rows = {re.findall(r"`([^`]+)`", row[0])[0] for found in tables().values() for row in found}
        rows |= {"gap", "weight"}  # of head-rule, in its row
        self.assertGreater(len(known), 100)
        self.assertEqual(sorted(known - rows), [])

    def test_every_example_is_understood(self):
        found = tables()
        self.assertEqual(set(found), {"top", "page", "faces", "text", "pieces", "running", "table", "official"})
        self.write("hanqing.yaml", "lang: zh-CN\n")
        names = {}
        for section, rows in found.items():
            for row in rows:
                example = row[3]
                self.assertTrue(example.startswith("`") and example.endswith("`"), row)
                name = f"s{len(names)}"
                names[name] = (section, example[1:-1])
                self.write(f"styles/{name}.yaml", sheet_of(section, example[1:-1]) + "\n")
                self.write(f"{name}.md", report(name, more=f"style: {name}\n"))
        answer = self.run_json("check", ".", status=None)
        told = [f for f in answer["findings"] + [f for r in answer.get("reports", []) for f in r.get("findings", [])]
                if f["name"].startswith("sheet-")]
        self.assertEqual([(f.get("file"), f["name"], f.get("arguments")) for f in told], [])

    def test_a_property_that_is_not_there_is_told_with_its_place(self):
        self.write("hanqing.yaml", "lang: zh-CN\n")
        self.write("styles/own.yaml", "extends: report\ntext:\n  body: {sise: 12pt}\n  quote: {align: justfy}\n")
        self.write("x.md", report("x", more="style: own\n"))
        said = self.run_program("check", ".", status=None).stderr.decode()
        self.assertRegex(said, r"styles/own\.yaml:3:10: error: .*text\.body\.sise.*size")
        self.assertRegex(said, r"styles/own\.yaml:4:18: error: .*text\.quote\.align.*justfy.*did you mean justify")


class Stranger(Case):
    """Ten lines over a shipped style, as somebody does it who has read the first page of the documentation."""

    def test_the_first_example_of_the_documentation_makes_a_report(self):
        text = (REPOSITORY / "styles/README.md").read_text(encoding="utf-8")
        sheet = text.split("```yaml\n", 1)[1].split("```", 1)[0]
        self.assertLessEqual(len(sheet.splitlines()), 15)
        self.write("hanqing.yaml", "organisation: 某某局\nlang: zh-CN\n")
        self.write("styles/我局.yaml", sheet)
        self.write("图/局徽.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle cx="20" cy="20" r="18"/></svg>')
        self.write("报告.md", report("年度报告", "正文。\n", "style: 我局\ncover: true\norganization: 某某局\n"))
        answer = self.run_json("render", "报告.md")
        self.assertEqual([f["name"] for f in answer["report"]["findings"] if f["weight"] != "remark"], [])
        self.assertTrue((self.root / "报告.pdf").read_bytes().startswith(b"%PDF"))

    def test_the_grid_can_be_seen(self):
        self.write("报告.md", report("年度报告", "正文。\n"))
        self.run_program("render", "报告.md", "-o", "plain.pdf")
        self.run_program("render", "报告.md", "-o", "grid.pdf", "--show-grid")
        self.assertGreater((self.root / "grid.pdf").stat().st_size, (self.root / "plain.pdf").stat().st_size)


if __name__ == "__main__":
    outside.main()
