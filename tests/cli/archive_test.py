# SPDX-License-Identifier: Apache-2.0
"""From built reports to an archive and back, as its keeper and its auditor do it: pack, seal, prove, verify."""
import json
import os
import pty
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import outside  # noqa: E402
from outside import Case, report  # noqa: E402

SETTINGS = """organization: 测试厅
lang: zh-CN
fonds: T001
numbering: "{全宗号}-{年度}-{保管期限}-{件号:4}"
accept: [archive-gap]
archive:
  keep-fonts: no
"""
READER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "oracles", "archive_format.py")


def sh(command, cwd):
    return subprocess.run(["sh", "-ec", command], cwd=cwd, capture_output=True, text=True)


class Archive(Case):
    def year(self, count=2, year=2024, settings=SETTINGS, more=""):
        """A collection of one year, built."""
        self.write("hanqing.yaml", settings)
        for i in range(1, count + 1):
            text = report(f"第{i}号报告", f"正文第{i}段。\n", f"author: 办公室\n{more}")
            self.write(f"{year}/报告{i}.md", text.replace("2024-03-05", f"{year}-03-05"))
        self.run_program("build")

    def pack(self, *words, year=2024, **more):
        return self.run_program("pack", "--year", year, "--date", f"{year + 1}-01-15", *words, **more)

    def keys(self):
        made = sh("umask 077; openssl genpkey -algorithm ED25519 -out ed.pem; openssl genpkey -algorithm SM2 -out sm2.pem;"
                  "openssl pkey -in ed.pem -pubout -out ed.pub; openssl pkey -in sm2.pem -pubout -out sm2.pub", self.root)
        self.assertEqual(made.returncode, 0, made.stderr)

    def archive(self, name=""):
        return self.root / "archive" / name

    def verify(self, *words, status=0, **more):
        return self.run_json("verify", *words, status=status, **more)

    def said(self, answer):
        return {f["name"] for f in answer["findings"]} | {f["name"] for b in answer["bags"] for f in b["findings"]}


BAG = "T001-2024-永久-公开"


class Packing(Archive):
    def test_signed_stamped_and_verified(self):
        self.year()
        self.keys()
        self.pack("--key", "ed.pem", "--key", "sm2.pem", "--tsq")
        answer = self.verify("archive")
        self.assertEqual([s["state"] for s in answer["bags"][0]["signatures"]], ["unconfirmed", "unconfirmed"])
        text = self.run_program("verify", "archive", tongue="zh").stdout.decode()
        self.assertIn("签名有效，密钥未经您确认", text)
        self.assertEqual(self.run_program("verify", "archive", "--require-signature", status=1).returncode, 1)
        answer = self.verify("archive", "--require-signature", "--key", "ed.pub", "--key", "sm2.pub")
        self.assertEqual([s["state"] for s in answer["bags"][0]["signatures"]], ["valid", "valid"])
        self.assertEqual(answer["bags"][0]["year"], 2024)
        self.assertEqual(subprocess.run([sys.executable, READER, self.archive()], capture_output=True).returncode, 0)

    def test_reading_is_told_on_a_terminal_alone(self):
        self.year()
        self.pack()
        terminal, end = pty.openpty()
        self.addCleanup(os.close, terminal)
        done = subprocess.run([outside.PROGRAM, "--lang", "en", "verify", "archive"], cwd=self.root, stderr=end,
                              stdout=subprocess.PIPE)
        os.close(end)
        self.assertEqual(done.returncode, 0)
        shown = os.read(terminal, 65536).decode()
        self.assertRegex(shown, r"reading \S+\.tar: [0-9.]+ of [0-9.]+ MB, [0-9]+ MB/s, [0-9]+:[0-9]{2} left")
        self.assertNotIn("left", shown.split("\x1b[K")[-1])  # taken away at the end
        self.assertNotIn(b"MB/s", self.run_program("verify", "archive").stderr)

    def test_a_sealed_year_is_never_packed_again(self):
        self.year()
        self.pack()
        before = {p.name: p.read_bytes() for p in self.archive().iterdir()}
        done = self.pack(status=3)
        self.assertIn(b"[archive-sealed]", done.stderr)
        self.assertIn(b"--correct", done.stderr)
        self.assertEqual(before, {p.name: p.read_bytes() for p in self.archive().iterdir()})

    def test_a_correction_is_a_whole_new_bag(self):
        self.year()
        self.pack()
        nothing = self.pack("--correct", "核对")
        self.assertIn(b"nothing to seal", nothing.stdout)
        self.write("2024/报告2.md", report("第2号报告", "改过的正文。\n", "author: 办公室\n"))
        self.assertIn(b"2024 is sealed", self.run_program("build").stderr)
        self.assertEqual(self.run_json("build")["sealed"], [2024])
        self.run_program("build", "--year", "2024")
        refused = self.pack("--correct", "数字有误", status=1)
        self.assertRegex(refused.stderr.decode(), r"\[archive-same-version\]")
        self.assertEqual(len(re.findall(r"[0-9a-f]{64}", refused.stderr.decode())), 2)
        self.write("2024/报告2.md", report("第2号报告", "改过的正文。\n", "author: 办公室\nversion: \"1.1\"\n"))
        self.run_program("build", "--year", "2024")
        self.pack("--correct", "数字有误")
        answer = self.verify("archive")
        self.assertEqual([b["revision"] for b in answer["bags"]], [1, 2])
        self.assertEqual(answer["bags"][1]["supersedes"], BAG)
        table = self.run_program("verify", "archive").stdout.decode()
        self.assertIn(f"superseded by {BAG}-r2", table)
        self.assertEqual(subprocess.run([sys.executable, READER, self.archive()], capture_output=True).returncode, 0)

    def test_a_withdrawn_report_stays_and_says_so(self):
        self.year()
        self.pack()
        self.write("list", "2024/报告2.md\t依据撤销\n")
        self.pack("--correct", "撤销一件", "--withdraw", "list")
        rows = sh(f"tar -xOf 'archive/{BAG}-r2.tar' '{BAG}-r2/metadata/documents.tsv'", self.root).stdout
        self.assertIn("\twithdrawn\t", rows)
        self.write("list", "没有这一件\t依据撤销\n")
        self.assertIn(b"archive-withdrawal-unknown", self.pack("--correct", "x", "--withdraw", "list", status=1).stderr)

    def test_missing_and_stale_reports_stop_the_packing(self):
        self.year()
        self.write("2024/报告3.md", report("第3号报告"))
        self.assertIn(b"[pack-not-built]", self.pack(status=1).stderr)
        self.write("list", "2024/报告3.md\t作者补报\n")
        self.pack("--allow-missing", "list")
        readme = sh(f"tar -xOf 'archive/{BAG}.tar' '{BAG}/data/说明文件.TXT'", self.root).stdout
        self.assertIn("2024/报告3.md：作者补报", readme)

    def test_dry_run_writes_nothing(self):
        self.year()
        text = self.pack("--dry-run").stdout.decode()
        self.assertIn("T001-2024-Y-0001", text)
        self.assertFalse(self.archive().exists())

    def test_marked_reports_are_refused_and_then_kept_apart(self):
        self.year()
        self.write("2024/密件.md", report("密件一份", "内容。\n", "secrecy: 秘密★10年\n"))
        self.run_program("build")
        self.assertIn(b"[archive-secret]", self.pack(status=1).stderr)
        self.write("hanqing.yaml", SETTINGS + "  allow-secrecy: yes\n")
        self.run_program("build")
        self.pack()
        self.assertTrue(self.archive("T001-2024-永久-秘密.tar").exists())
        self.assertNotIn("密件".encode(), self.archive(f"{BAG}.tar").read_bytes())

    def test_a_zip_is_as_good(self):
        self.year()
        self.pack("--zip")
        self.assertEqual(self.verify("archive")["bags"][0]["state"], "intact")
        done = sh(f"unzip -tq archive/{BAG}.zip", self.root)
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_fonts_lie_in_a_bag_of_their_own_once(self):
        self.year(settings=SETTINGS.replace("keep-fonts: no", "keep-fonts: yes"))
        self.pack()
        seal = self.archive(f"{BAG}.seal.txt").read_text()
        bag = re.search(r"^fonts-bag: (fonts-[0-9a-f]{12})$", seal, re.M)[1]
        listed = sh(f"tar -xOf archive/{bag}.tar {bag}/data/字体/字体清单.tsv", self.root).stdout
        identities = {line.split("\t")[0] for line in listed.splitlines()[1:]}
        self.assertTrue(identities & set(re.findall(r"^font: ([0-9a-f]{64}) ", seal, re.M)))
        self.assertTrue(self.verify("archive")["intact"])
        os.rename(self.archive(f"{bag}.seal.txt"), self.root / "kept")
        self.assertFalse(self.verify("archive", status=1)["intact"])

    def test_settings_that_are_not_known_are_said(self):
        self.year(settings=SETTINGS + "  alow-secrecy: yes\n")
        done = self.pack(status=1)
        self.assertRegex(done.stderr.decode(), r"hanqing.yaml:8:3: .*alow-secrecy.*\[archive-setting-unknown\]")

    def test_passphrases_come_from_a_descriptor(self):
        self.year()
        made = sh("umask 077; openssl genpkey -algorithm ED25519 -aes256 -pass pass:秘密 -out ed.pem", self.root)
        self.assertEqual(made.returncode, 0, made.stderr)
        self.assertIn(b"[key-passphrase]", self.pack("--key", "ed.pem", "--passphrase-fd", "0", input=b"wrong\n", status=3).stderr)
        self.pack("--key", "ed.pem", "--passphrase-fd", "0", input="秘密\n".encode())
        os.chmod(self.root / "ed.pem", 0o644)
        self.assertIn(b"chmod 600", self.pack("--correct", "x", "--key", "ed.pem", status=3).stderr)


class Keeping(Archive):
    def test_a_signature_from_elsewhere_a_disposal_a_new_key(self):
        self.year()
        self.keys()
        self.pack("--unsigned")
        seal = f"archive/{BAG}.seal.txt"
        sh(f"openssl pkeyutl -sign -inkey ed.pem -rawin -in {seal} -out made.sig", self.root)
        self.run_program("seal", seal, "--signature", "made.sig", "--cert", "ed.pub")
        self.run_program("seal", seal, "--tsq")
        self.assertTrue(self.archive(f"{BAG}.tsq").exists())
        self.assertTrue(self.verify("archive", "--key", "ed.pub", "--require-signature")["intact"])
        self.run_program("seal", "archive", "--hand-over", "sm2.pub", "--key", "ed.pem", "--date", "2026-01-01")
        self.assertTrue(self.verify("archive", "--key", "ed.pub")["intact"])
        os.remove(self.archive(f"{BAG}.tar"))
        self.assertEqual(self.verify("archive", status=1)["bags"][0]["state"], "missing")
        self.run_program("seal", seal, "--dispose", "期满销毁", status=2)
        self.run_program("seal", seal, "--dispose", "期满销毁", "--approved-by", "某某局", "--key", "sm2.pem")
        answer = self.verify("archive", "--key", "ed.pub", "--require-signature")
        self.assertEqual(answer["bags"][0]["state"], "disposed")
        self.assertEqual(subprocess.run([sys.executable, READER, self.archive()], capture_output=True).returncode, 0)

    def test_one_record_is_proved_without_the_rest(self):
        self.year()
        self.pack()
        self.run_program("prove", f"archive/{BAG}.seal.txt", "T001-2024-Y-0002", "-o", "给他/p.txt", status=3)
        (self.root / "given").mkdir()
        self.run_program("prove", f"archive/{BAG}.seal.txt", "T001-2024-Y-0002", "-o", "given/p.txt")
        pdf = next(p for p in (self.root / "out").rglob("*.pdf") if "2" in p.name)
        self.assertTrue(self.verify(pdf, "--proof", "given/p.txt", "--seal", f"archive/{BAG}.seal.txt")["intact"])
        self.assertIn(b"--proof", self.run_program("verify", pdf, status=2).stderr)
        self.assertEqual(self.verify(f"archive/{BAG}.seal.txt")["bags"][0]["state"], "intact")
        done = sh(f"sh given/check-proof.sh given/p.txt archive/{BAG}.seal.txt '{pdf}'", self.root)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_report_of_what_was_found(self):
        self.year()
        self.pack()
        for ending in ("pdf", "xml"):
            self.run_program("verify", "archive", "--report", f"r.{ending}", "--date", "2026-02-01", tongue="zh")
        self.assertEqual((self.root / "r.pdf").read_bytes()[:5], b"%PDF-")
        text = sh("pdftotext -layout r.pdf -", self.root).stdout
        for words in (BAG, "四性检测", "通过", "没有签名", "2026"):
            self.assertIn(words, text)
        tree = ElementTree.parse(self.root / "r.xml").getroot()
        self.assertEqual(tree.findtext("{*}结果"), "通过")
        self.run_program("verify", "archive", "--report", "r.doc", status=2)
        self.archive("stray.txt").write_text("?")
        self.run_program("verify", "archive", "--report", "s.xml")
        self.assertIn("stray.txt", (self.root / "s.xml").read_text())

    def test_an_audit_in_parts_goes_on_where_it_was(self):
        self.year()
        self.pack()
        self.run_program("verify", "archive", "--sample", "next/3", status=2)
        for part in (1, 2, 3):
            done = self.run_program("verify", "archive", "--sample", "next/3", "--audit", "audit", "--date", "2026-01-01")
            self.assertIn(f"{part} of 3 parts", done.stdout.decode())
        self.assertEqual(self.verify("archive", "--sample", "next/3", "--audit", "audit")["bags"][0]["state"], "skipped")
        lines = (self.root / "audit").read_text().splitlines()
        self.assertEqual([line.split("\t")[1] for line in lines[1:]], ["1/3", "2/3", "3/3"])
        (self.root / "audit").write_text("Hanqing-Audit: 1\nnonsense\n")
        self.assertIn(b"[audit-unreadable]", self.run_program("verify", "archive", "--sample", "1/3", "--audit", "audit", status=3).stderr)

    def test_what_belongs_to_nobody_is_named(self):
        self.year()
        self.pack()
        for name in ("notes.txt", f"{BAG}.seal.txt.bak", f"{BAG}.rsa.sig"):
            self.archive(name).write_text("x")
        answer = self.verify("archive")
        unknown = [f["arguments"][0] for f in answer["findings"] if f["name"] == "archive-file-unknown"]
        self.assertEqual(sorted(unknown), sorted(["notes.txt", f"{BAG}.seal.txt.bak", f"{BAG}.rsa.sig"]))

    def test_missing_years_stand_in_the_table(self):
        self.year(1, 2022)
        self.pack(year=2022)
        self.year(1, 2024)
        self.pack(year=2024)
        lines = self.run_program("verify", "archive").stdout.decode().splitlines()
        years = [line.strip()[:4] for line in lines if re.match(r"\s*(20\d\d|the year)", line)]
        self.assertEqual(self.verify("archive")["missing_years"], [2023])
        self.assertIn("the year 2023 is missing", "\n".join(lines))
        self.assertEqual(years, ["2022", "the ", "2024"])


if __name__ == "__main__":
    outside.main()
