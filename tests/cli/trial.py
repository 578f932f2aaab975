# SPDX-License-Identifier: Apache-2.0
"""Runs that are cut short, and what must hold afterwards: every file is the old one or the new one, and the next run
ends where an undisturbed one does. Used by faults_test.py (dozens) and scripts/kills (thousands)."""
import hashlib
import json
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

WORDS = "各单位收支平衡，资产与账目相符，审计未发现重大问题。"
REFUSED = 3


def report(title, paragraphs, date="2024-03-05", more=""):
    body = "".join(f"第{i}段。{WORDS * 3}\n\n" for i in range(paragraphs))
    return f"---\ntitle: {title}\ndate: {date}\n{more}---\n\n# 概况\n\n{body}| 项目 | 数额 |\n| --- | --- |\n| 收入 | 12 |\n"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Broken(Exception):
    """What must hold does not."""


class Trial:
    """A collection in its old state (built, then edited), the states before and after, and a way to run."""

    def __init__(self, program, reports=6):
        self.program = str(program)
        self.layer = str(Path(program).resolve().parent / "fault_layer.so")
        self.home = Path(tempfile.mkdtemp(prefix="hanqing-trial-")).resolve()
        self.old = self.home / "old"
        self.make(reports)
        self.before = self.state(self.old)
        self.after = self.undisturbed()

    def close(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def make(self, reports):
        raise NotImplementedError

    def command(self, root):
        raise NotImplementedError

    def state(self, root):
        raise NotImplementedError

    def write(self, name, text):
        path = self.old / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def environment(self, fault=None):
        env = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LC_ALL": "C.UTF-8"}
        if "LSAN_OPTIONS" in os.environ:
            env["LSAN_OPTIONS"] = os.environ["LSAN_OPTIONS"]
        if fault:
            env |= {"LD_PRELOAD": self.layer, "HANQING_FAULT": fault, "ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"}
        return env

    def run(self, root, fault=None, more=None):
        return subprocess.run(self.command(root), env=self.environment(fault) | (more or {}), capture_output=True, timeout=600)

    def fresh(self):
        root = self.home / "run"
        shutil.rmtree(root, ignore_errors=True)
        subprocess.run(["cp", "-a", str(self.old), str(root)], check=True)
        return root

    def undisturbed(self):
        root = self.fresh()
        done = self.run(root)
        if done.returncode != 0:
            raise Broken(f"the undisturbed run fails: {done.stderr.decode()}")
        return self.state(root)

    def calls(self):
        """How many calls one run makes that a fault may hit."""
        root, count = self.fresh(), self.home / "count"
        self.run(root, "any none 0", {"HANQING_FAULT_COUNT": str(count)})
        return int(count.read_text())

    def killed(self, seconds):
        """A run ended by kill -9 after so long."""
        root = self.fresh()
        process = subprocess.Popen(self.command(root), env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        return root, process.returncode

    def faulty(self, fault):
        root = self.fresh()
        return root, self.run(root, fault)

    def no_mixture(self, root):
        """A run that was refused something says so in its record, which is then a third one."""
        refused = self.says_refused(root)
        for name, value in self.state(root).items():
            if refused and name in ("run.json", "目录.csv"):
                continue
            if value not in (self.before.get(name), self.after.get(name)):
                raise Broken(f"{name} is neither the old nor the new one")

    def says_refused(self, root):
        record = root / "out/run.json"
        return record.exists() and any(r["status"] == "refused" for r in json.loads(record.read_text())["reports"])

    def no_temporaries(self, root):
        left = [str(p) for p in root.rglob(".hanqing-*.tmp")]
        if left:
            raise Broken(f"left behind: {left}")

    def ends_well(self, root):
        """The next run does what is left to do."""
        done = self.run(root)
        if done.returncode != 0:
            raise Broken(f"the next run fails: {done.returncode} {done.stderr.decode()}")
        state = self.state(root)
        wrong = sorted(name for name in state.keys() | self.after.keys() if state.get(name) != self.after.get(name))
        if wrong:
            raise Broken(f"after the next run these differ: {wrong}")
        self.no_temporaries(root)


class BuildTrial(Trial):
    """Two reports are edited, one is new, one is gone; the rest is as it was."""

    def make(self, reports):
        self.write("hanqing.yaml", "organisation: 测试厅\nlang: zh-CN\n")
        for i in range(reports):
            self.write(f"2024/报告{i}.md", report(f"第{i}号报告", 2 + 3 * i))
        done = self.run(self.old)
        if done.returncode != 0:
            raise Broken(f"the first build fails: {done.stderr.decode()}")
        self.write("2024/报告1.md", report("改过的报告", 9))
        self.write("2024/报告2.md", report("也改过的报告", 5))
        self.write("2024/新报告.md", report("新报告", 4))
        (self.old / "2024/报告0.md").unlink()

    def command(self, root):
        return [self.program, "--lang", "en", "build", str(root), "-j2"]

    def state(self, root):
        out, found = root / "out", {}
        for path in sorted(out.rglob("*")):
            name = str(path.relative_to(out))
            if not path.is_file() or name in (".hanqing/lock", ".hanqing/known", ".hanqing/journal") or path.name.endswith(".tmp"):
                continue
            if name == "run.json":
                record = json.loads(path.read_text())
                del record["measured"]
                found[name] = json.dumps(record, sort_keys=True)
            else:
                found[name] = digest(path)
        return found

    def ends_well(self, root):
        super().ends_well(root)
        if (root / "out/.hanqing/journal").exists():
            raise Broken("a journal is left")


class PackTrial(Trial):
    """A built year of two retention periods, that is two bags, signed; and the fonts, nearly all of the bytes."""

    keep_fonts = True

    def make(self, reports):
        self.write("hanqing.yaml", "organisation: 测试厅\nlang: zh-CN\nfonds: X001\naccess: public\n"
                   f"archive:\n  keep-fonts: {'yes' if self.keep_fonts else 'no'}\n")
        for i in range(reports):
            period = "永久" if i % 2 else "30年"
            self.write(f"2024/报告{i}.md", report(f"第{i}号报告", 2 + i, more=f"retention: {period}\nidentifier: X001-{i}\n"))
        subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", str(self.home / "key.pem")], check=True, capture_output=True)
        done = subprocess.run([self.program, "build", str(self.old)], env=self.environment(), capture_output=True)
        if done.returncode != 0:
            raise Broken(f"build fails: {done.stderr.decode()}")

    def command(self, root):
        return [self.program, "--lang", "en", "pack", str(root), "--year", "2024", "--date", "2025-01-05",
                "--key", str(self.home / "key.pem")]

    def state(self, root):
        archive = root / "archive"
        return {str(p.relative_to(archive)): digest(p) for p in sorted(archive.rglob("*"))
                if p.is_file() and not p.name.endswith(".tmp") and p.name not in (".hanqing-lock", ".hanqing-unfinished")}

    def ends_well(self, root):
        """What was sealed to the end is not sealed again."""
        if self.state(root) == self.after:
            self.no_temporaries(root)
        else:
            super().ends_well(root)
        if (root / "archive/.hanqing-unfinished").exists() and self.run(root).returncode != 0:
            raise Broken("a finished year is not recognised")

    def no_mixture(self, root):
        """What lies there without a seal is no archive yet; what has one must verify."""
        state = self.state(root)
        for seal in (name for name in state if name.endswith(".seal.txt")):
            bag = seal.removesuffix(".seal.txt")
            for name in self.after:
                if name.startswith(bag + ".") and state.get(name) != self.after[name]:
                    raise Broken(f"{seal} is there, {name} is not or is another")


class RecordsTrial(PackTrial):
    """The same without the fonts, so that a kill at a random moment meets a record."""

    keep_fonts = False
