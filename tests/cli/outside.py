# SPDX-License-Identifier: Apache-2.0
"""The program from outside: temporary collections, runs, and what they say. Used by the *_test.py files."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = None


class Case(unittest.TestCase):
    def setUp(self):
        self.root = Path(tempfile.mkdtemp(prefix="hanqing-outside-")).resolve()
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)

    def write(self, name, text):
        path = self.root / name
        os.makedirs(path.parent, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def collection(self, count=3, settings="organisation: 测试厅\nlang: zh-CN\n"):
        """A small collection whose reports all give a PDF without a warning."""
        self.write("hanqing.yaml", settings)
        for i in range(1, count + 1):
            self.write(f"2024/报告{i}.md", report(f"第{i}号报告", f"正文第{i}段，说明收支情况。\n\n" * (i * 3)))

    def run_program(self, *words, status=0, tongue="en", environment=None, input=None, timeout=300, cwd=None):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.root), "LC_ALL": "C.UTF-8"}
        if "LSAN_OPTIONS" in os.environ:  # what libraries keep for the life of the process is no leak of ours
            env["LSAN_OPTIONS"] = os.environ["LSAN_OPTIONS"]
        env.update(environment or {})
        done = subprocess.run([PROGRAM, "--lang", tongue, *map(str, words)], cwd=cwd or self.root, env=env, input=input,
                              capture_output=True, timeout=timeout)
        if status is not None:
            self.assertEqual(done.returncode, status, f"{words}\n{done.stdout[-2000:]!r}\n{done.stderr.decode(errors='replace')[-4000:]}")
        return done

    def run_json(self, *words, **more):
        return json.loads(self.run_program("--json", *words, **more).stdout)

    def files(self, folder="out"):
        """Name and bytes of everything but what is measured or remembered."""
        top = self.root / folder
        return {str(p.relative_to(top)): p.read_bytes() for p in sorted(top.rglob("*"))
                if p.is_file() and ".hanqing" not in p.parts and p.name != "run.json"}

    def names(self, findings):
        return [f["name"] for f in findings]


def report(title, body="正文。\n", more=""):
    return f"---\ntitle: {title}\ndate: 2024-03-05\n{more}---\n\n{body}"


def main():
    global PROGRAM
    PROGRAM = os.path.abspath(sys.argv.pop(1))
    unittest.main(verbosity=1)
