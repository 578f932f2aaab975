# SPDX-License-Identifier: Apache-2.0
"""The guides of docs/ do what they say: every block of commands is run as it stands, in order, on a copy of samples/,
and the guides themselves are built by the program without a warning."""
import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import outside
from outside import Case

ROOT = Path(__file__).resolve().parents[2]
GUIDES = ("author", "archivist", "auditor", "administrator")


def blocks(text):
    return re.findall(r"^```sh\n(.*?)^```$", text, re.M | re.S)


class Guides(Case):
    def prepare(self):
        """A copy of the samples, and `hanqing` among the commands."""
        shutil.copytree(ROOT / "samples", self.root / "samples", ignore=shutil.ignore_patterns("out", "archive"))
        tools = self.root / "tools"
        tools.mkdir()
        (tools / "hanqing").symlink_to(outside.PROGRAM)
        self.environment = dict(os.environ, PATH=f"{tools}:{os.environ['PATH']}", LC_ALL="C.UTF-8", LANGUAGE="zh")

    def type(self, commands):
        """One block, as a reader would: in the collection, stopping at the first command that fails."""
        if commands.startswith("hanqing watch"):
            commands = "exec " + commands  # the signal is for the program
        process = subprocess.Popen(["sh", "-eu", "-c", commands], cwd=self.root / "samples", env=self.environment,
                                   stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)
        expected = 0
        if commands.startswith("exec "):
            begin = time.monotonic()
            while not (self.root / "samples/out/run.json").exists() and time.monotonic() - begin < 60:
                time.sleep(0.1)
            os.killpg(process.pid, signal.SIGINT)
            expected = 130
        said = process.communicate(timeout=300)[0].decode(errors="replace")
        self.assertEqual(process.returncode, expected, f"{commands}\n{said}")
        return said

    def follow(self, name):
        self.prepare()
        found = blocks((ROOT / f"docs/guide-{name}.md").read_text())
        self.assertGreater(len(found), 3)
        for commands in found:
            self.type(commands)

    def test_author(self):
        self.follow("author")
        self.assertTrue((self.root / "samples/调研报告.pdf").exists())
        self.assertTrue((self.root / "samples/out/2024/调研报告.pdf").exists())

    def test_archivist(self):
        self.follow("archivist")
        seals = {p.name for p in (self.root / "samples/archive").glob("*.seal.txt")}
        self.assertEqual(len([s for s in seals if "2024" in s]), 2)
        self.assertEqual(len([s for s in seals if "-r2" in s]) > 0, True, seals)

    def test_auditor(self):
        self.follow("auditor")
        self.assertTrue((self.root / "samples/决算的证明.txt").exists())

    def test_administrator(self):
        self.follow("administrator")

    def test_the_guides_are_built_without_a_warning(self):
        shutil.copytree(ROOT / "docs", self.root / "docs")
        for path in (self.root / "docs").glob("*.md"):
            if not path.name.startswith("guide-"):
                path.unlink()
        answer = self.run_json("build", self.root / "docs", "--fail-if-warnings")
        self.assertEqual(answer["summary"]["made"], len(GUIDES))
        for row in answer["reports"]:
            self.assertEqual([f for f in row["findings"] if f["weight"] != "remark"], [], row["source"])

    def test_every_setting_is_in_the_administrators_guide(self):
        guide = (ROOT / "docs/guide-administrator.md").read_text()
        settings = (ROOT / "pipeline/batch/settings.cpp").read_text()
        keys = re.findall(r'^    \{"([a-z-]+)", "', settings, re.M)
        self.assertGreater(len(keys), 12)
        for key in keys:
            self.assertIn(f"| `{key}` |", guide)


if __name__ == "__main__":
    outside.main()
