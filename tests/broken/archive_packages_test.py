# SPDX-License-Identifier: Apache-2.0
"""Faults 77 to 95 of the list: packages that must fail with the right words. And the table: ELSEWHERE tells where those of
30 to 35 and 42 to 95 are tested that neither this file nor archive_faults_test.py holds."""
import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from archive_case import BAG, Case, Fault, report  # noqa: E402
from foreign_bags import DECLARATION, as_bytes, bag, manifest, member, tar  # noqa: E402
import outside  # noqa: E402


# Number -> file and words of the test that holds it, for those that are not below.
ELSEWHERE = {
    61: ("tests/archive/hostile_test.cpp", "a bag folder with links"),
    64: ("tests/broken/broken_test.py", "test_64_"),
    65: ("tests/broken/broken_test.py", "test_65_"),
    66: ("tests/broken/broken_test.py", "test_66_"),
    90: ("tests/archive/hostile_test.cpp", "ten million manifest lines"),
    93: ("tests/archive/signature_test.cpp", "time stamps:"),
}
NUMBERS = [*range(30, 36), *range(42, 96)]


class Packages(Fault):
    def flipped(self, path, at):
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        path.write_bytes(data)

    def test_77_one_bit_of_everything(self):
        made = subprocess.run(["sh", "-ec", "umask 077; openssl genpkey -algorithm ED25519 -out k.pem"], cwd=self.root)
        self.assertEqual(made.returncode, 0)
        path = self.sealed("--key", "k.pem")
        good = path.read_bytes()
        places = {"正文".encode(): "甲.md", b"  data/\xe6\x96\x87": "manifest", b"Payload-Oxum": "bag-info.txt", b"premis:": "premis.xml"}
        for text, name in places.items():
            self.flipped(path, good.index(text) + 1)
            self.assertIn(name, str(self.verify(path, 1)))
            path.write_bytes(good)
        for ending, id in ((".seal.txt", ("seal-unreadable", "evidence-digest")), (".ed25519.sig", "seal-signature-wrong"),
                           (".ed25519.pub", "key-wrong"), (".evidence.txt", "evidence")):
            beside = path.with_name(BAG + ending)
            whole = beside.read_bytes()
            self.flipped(beside, len(whole) // 2)
            answer = self.verify(path, 1)
            self.assertTrue([f for f in self.findings(answer) if f["name"].startswith(id)], (ending, self.findings(answer)))
            self.assertIn(BAG + ending, str(answer))
            beside.write_bytes(whole)
        self.verify(path, 0)

    def test_78_79_a_file_missing_a_file_extra(self):
        self.refused(self.tar(more={"data/a": None}), "bag-file-missing", "data/a")
        self.refused(self.tar(tail=member("b/data/z", "x")), "bag-file-extra", "data/z")

    def test_80_a_wrong_oxum(self):
        self.refused(self.tar(more={"bag-info.txt": "Payload-Oxum: 2.1\n"}), "bag-oxum", "2.1")
        self.assertEqual(self.verify(self.tar(more={"bag-info.txt": "Payload-Oxum: 1.1\n"}), 0)["bags"][0]["files"], 1)

    def test_81_manifests_that_list_other_files(self):
        other = manifest({"data/a": "a"}, "sha512")
        files = bag({"data/a": "a", "data/b": "b"}, {"manifest-sha512.txt": other})
        self.refused(self.write("x.tar", tar(files)), "bag-file-unlisted", "data/b")

    def test_82_a_path_twice(self):
        line = manifest({"data/a": "a"})
        self.refused(self.tar(more={"manifest-sha256.txt": line * 2}), "bag-listed-twice", "data/a")
        self.refused(self.tar(more={"manifest-sha256.txt": line + manifest({"data/a": "b"})}), "bag-listed-twice", "data/a")

    def test_83_84_digests_in_capitals_too_short_not_hexadecimal(self):
        line = manifest({"data/a": "a"}).decode()
        self.verify(self.tar(more={"manifest-sha256.txt": line[:64].upper() + line[64:]}), 0)
        self.refused(self.tar(more={"manifest-sha256.txt": line[2:]}), "bag-digest", "data/a")
        self.refused(self.tar(more={"manifest-sha256.txt": "zz" + line[2:]}), "bag-line", "manifest-sha256.txt")

    def test_85_boms_and_line_ends(self):
        line = manifest({"data/a": "a"})
        for text in (line.replace(b"\n", b"\r\n"), line.replace(b"\n", b"\r"), line.rstrip()):
            self.verify(self.tar(more={"manifest-sha256.txt": text}), 0)
        self.refused(self.tar(more={"manifest-sha256.txt": b"\xef\xbb\xbf" + line}), "bag-line", "manifest-sha256.txt")
        self.refused(self.tar(more={"bagit.txt": "\ufeff" + DECLARATION}), "bag-bagit-text", "")

    def test_86_87_odd_declarations(self):
        for text in (DECLARATION.replace(": 1", ":  1"), DECLARATION.replace("1.0", "1.0 "), DECLARATION.split("\n")[0] + "\n", "", "x"):
            self.refused(self.tar(more={"bagit.txt": text}), "bag-bagit-text", "")
        self.refused(self.tar(more={"bagit.txt": DECLARATION.replace("1.0", "9.9")}), "bag-version", "9.9")
        self.refused(self.tar(more={"bagit.txt": DECLARATION.replace("UTF-8", "KLINGON")}), "bag-encoding", "manifest-sha256.txt")

    def test_88_fetch(self):
        self.refused(self.tar(more={"fetch.txt": "http://example.org/a 1 data/a\n"}), "bag-fetch", "")

    def test_89_paths_that_lead_out_of_a_manifest(self):
        line = manifest({"data/a": "a"}).decode()
        for path in ("~/x", "~root/x", "/etc/passwd", "C:/x", "\\\\host\\x", "../x", "data/../../x", "file.lnk\\x"):
            self.refused(self.tar(more={"manifest-sha256.txt": line + line[:66] + path + "\n"}), "bag-line", "2")

    def test_90_a_line_of_a_mebibyte(self):
        self.refused(self.tar(more={"manifest-sha256.txt": "a" * (1 << 20)}), "bag-limit", "manifest-sha256.txt")

    def test_91_one_good_bag_in_the_place_of_another(self):
        path = self.sealed()
        shutil.copytree(self.root / "archive", self.root / "first")
        shutil.rmtree(self.root / "archive")
        self.write("2024/1.md", report("丙", "别的正文。\n", "identifier: \"0002\"\n"))
        self.run_program("build")
        self.pack()
        shutil.copy(path, self.root / "first")
        self.refused(self.root / "first" / path.name, "seal-container", path.name)
        for name in ("seal-tagmanifest", "seal-merkle"):
            self.refused(self.root / "first" / path.name, name, "")

    def test_92_chains(self):
        self.built()
        self.pack()
        for year in ("2025", "2026"):
            self.write(f"{year}/x.md", report("年报", "正文。\n", "identifier: \"0001\"\n").replace("2024-", year + "-"))
            self.run_program("build")
            self.run_program("pack", "--year", year, "--date", f"{year}-12-31")
        self.assertTrue(self.verify("archive", 0)["intact"])
        archive, middle = self.root / "archive", "T001-2025-永久-公开"

        def attack(change, id, mention):
            shutil.rmtree(self.root / "copy", ignore_errors=True)
            shutil.copytree(archive, self.root / "copy")
            change(self.root / "copy")
            self.refused("copy", id, mention)

        def drop(folder):
            for path in folder.glob(middle + "*"):
                path.unlink()

        def swap(folder):
            other = middle.replace("2025", "2026")
            for ending in (".tar", ".seal.txt", ".evidence.txt"):
                one, two = folder / (middle + ending), folder / (other + ending)
                one.rename(folder / "t"), two.rename(one), (folder / "t").rename(two)

        def evidence(folder):
            path = folder / (middle + ".evidence.txt")
            path.write_bytes(path.read_bytes().replace(b"SM3", b"SM3 "))
        attack(drop, "chain-gap", middle)
        attack(swap, "seal-unreadable", middle)
        attack(evidence, "chain-evidence", middle)

    def test_94_what_conformance_suites_hold(self):
        line, info = manifest({"data/a": "a"}).decode(), "bag-info.txt"
        good = {
            "metadata twice": bag(more={info: "Contact-Name: A\nContact-Name: B\n"}),
            "a bag in a bag": bag({"data/bagit.txt": DECLARATION, "data/data/a": "a", "data/manifest-md5.txt": "x"}),
            "encoded names": bag({"data/a%b": "a"}, {"manifest-sha256.txt": line[:66] + "data/a%25b\n"}),
            "a leading ./": bag(more={"manifest-sha256.txt": line[:66] + "./data/a\n"}),
            "blanks": bag({"data/a b  c": "a"}),
            "odd separators": bag(more={"manifest-sha256.txt": line[:64] + " \t \tdata/a\n"}),
            "nothing": bag({"data/.keep": ""}),
            "Latin 1": bag(more={"bagit.txt": DECLARATION.replace("UTF-8", "ISO-8859-1"), info: "Contact-Name: Jos\xe9\n".encode("latin-1")}),
            "UTF-16": bag(more={"bagit.txt": DECLARATION.replace("UTF-8", "UTF-16"), info: "Contact-Name: x\n".encode("utf-16"),
                                "manifest-sha256.txt": line.encode("utf-16")}),
            "0.97": bag(more={"bagit.txt": DECLARATION.replace("1.0", "0.97")}, algorithm="md5"),
            "0.97, two manifests of other files": bag({"data/a": "a", "data/b": "b"}, {
                "bagit.txt": DECLARATION.replace("1.0", "0.97"), "manifest-sha512.txt": manifest({"data/b": "b"}, "sha512")}),
            "a tag folder": bag(more={"notes/x.txt": "anything"}),
            "continued metadata": bag(more={info: "Source-Organization: A\n  and more\nPayload-Oxum: 1.1\n"}),
        }
        for what, files in good.items():
            with self.subTest(what):
                self.verify(self.write("x.tar", tar(files)), 0)
                self.verify(self.folder(files), 0)
        tagged = bag(more={info: "Contact-Name: A\n"})
        tagged["tagmanifest-sha256.txt"] = "".join(f"{hashlib.sha256(as_bytes(tagged[n])).hexdigest()}  {n}\n" for n in ("bagit.txt", info, "manifest-sha256.txt"))
        bad = {
            "a corrupt tag file": ({**tagged, info: "Contact-Name: B\n"}, "bag-digest"),
            "bag-info missing": ({n: d for n, d in tagged.items() if n != info}, "bag-file-missing"),
            "no bagit.txt": (bag(more={"bagit.txt": None}), "bag-no-bagit"),
            "no manifest": (bag(more={"manifest-sha256.txt": None}), "bag-no-manifest"),
            "corrupt data": (bag(more={"data/a": "b"}), "bag-digest"),
            "no encoding line": (bag(more={"bagit.txt": "BagIt-Version: 0.97\n"}), "bag-bagit-text"),
        }
        for what, (files, id) in bad.items():
            with self.subTest(what):
                self.refused(self.write("x.tar", tar(files)), id, "")

    def test_95_rot_is_repaired_up_to_its_limit_and_not_beyond(self):
        if not shutil.which("par2"):
            self.skipTest("par2 is not there")
        path = self.sealed("--repair", "10")
        good = path.read_bytes()
        self.flipped(path, len(good) // 2)
        self.assertTrue(self.verify(path, 1)["bags"][0]["repairable"])
        self.assertIn(b"par2", self.run_program("verify", path, status=1).stdout)
        done = subprocess.run(["par2", "repair", "-q", path.name + ".par2"], cwd=path.parent, capture_output=True)
        self.assertEqual(done.returncode, 0)
        self.assertEqual(path.read_bytes(), good)
        path.write_bytes(bytes(len(good)))
        self.assertFalse(self.verify(path, 1)["bags"][0]["repairable"])


class Table(Case):
    def test_every_number_has_its_test(self):
        here = Path(__file__).resolve().parent
        own = "".join((here / name).read_text() for name in ("archive_faults_test.py", "archive_packages_test.py"))
        tested = {int(n) for names in re.findall(r"def test((?:_\d+)+)_", own) for n in names.strip("_").split("_")}
        root = here.parent.parent
        for number in NUMBERS:
            if number in ELSEWHERE:
                file, words = ELSEWHERE[number]
                self.assertIn(words, (root / file).read_text(), number)
            else:
                self.assertIn(number, tested)


if __name__ == "__main__":
    outside.main()
