# SPDX-License-Identifier: Apache-2.0
"""Faults 30 to 35, 42 to 63 and 67 to 76 of the list, as far as they can meet an archive: what pack does with bad names,
what verify says to hostile trees and tars. Each test bears its number. See archive_packages_test.py for the rest."""
import fcntl
import os
import re
import shutil
import socket
import struct
import subprocess
import sys
import threading
import time
import unicodedata
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from archive_case import BAG, Fault, report  # noqa: E402
from foreign_bags import END, as_bytes, bag, header, manifest, member, pax, tar  # noqa: E402
import outside  # noqa: E402


class Together(Fault):
    def holding(self, path):
        lock = open(path, "w")
        self.addCleanup(lock.close)
        fcntl.flock(lock, fcntl.LOCK_EX)
        return lock

    def test_30_two_runs_at_once(self):
        self.built()
        (self.root / "archive").mkdir()
        self.holding(self.root / "archive/.hanqing-lock")
        self.assertIn(b"[archive-locked]", self.pack(status=4).stderr)
        self.assertEqual(os.listdir(self.root / "archive"), [".hanqing-lock"])

    def test_31_another_host_reaches_the_folder_by_another_path(self):
        """flock travels to the server of an NFS; what can be tried here is that the path plays no part."""
        self.built()
        (self.root / "real").mkdir()
        (self.root / "archive").symlink_to("real")
        self.holding(self.root / "real/.hanqing-lock")
        self.pack(status=4)

    def test_32_33_the_lock_of_a_dead_process_is_no_lock(self):
        self.built()
        (self.root / "archive").mkdir()
        (self.root / "archive/.hanqing-lock").write_text("1\n")  # whatever it says: process 1 lives
        self.pack()

    def test_34_verify_while_a_run_writes(self):
        self.sealed()
        (self.root / "archive/.hanqing-9-0.tmp").write_bytes(b"half a tar")
        self.assertEqual(len(self.verify("archive", 0)["bags"]), 1)
        os.rename(self.root / f"archive/{BAG}.seal.txt", self.root / "not yet")
        self.refused("archive", "archive-unsealed", f"{BAG}.tar")

    def test_35_an_auditor_holds_files_open(self):
        path = self.sealed()
        with open(path, "rb") as held:
            before = held.read(100)
            self.write("2024/0.md", report("甲", "改。\n", "identifier: \"0001\"\nversion: \"2\"\n"))
            self.run_program("build", "--year", "2024")
            self.pack("--correct", "更正")
            held.seek(0)
            self.assertEqual(held.read(100), before)
        self.assertTrue(self.verify("archive", 0)["intact"])


class Names(Fault):
    def packed_names(self, *titles):
        """Names of the PDFs in the bag, of reports with these titles."""
        for folder in ("2024", "out", "archive"):
            shutil.rmtree(self.root / folder, ignore_errors=True)
        self.built([title.replace("\\", "\\\\").replace('"', '\\"').join('""') for title in titles])
        self.pack()
        listing = subprocess.run(["tar", "-tf", self.root / f"archive/{BAG}.tar", "--quoting-style=literal"], capture_output=True, text=True)
        names = [line.rsplit("/", 1)[1] for line in listing.stdout.splitlines() if line.endswith(".pdf") and "/data/" in line]
        for name in names:
            self.assertFalse(set(name) & set('%\\:*?"<>|\n\t\x01\x7f\u202e\u200b'), name)
            self.assertFalse(name[0] in " .~-" or name[-1] in " .", name)
        self.assertEqual(len(names), len(titles))
        self.assertTrue(self.verify("archive", 0)["intact"])
        return names

    def test_42_names_in_two_normalisations(self):
        nfd, nfc = unicodedata.normalize("NFD", "data/é"), unicodedata.normalize("NFC", "data/é")
        self.warned(self.tar({nfd: "x"}, more={"manifest-sha256.txt": manifest({nfc: "x"})}), "bag-normalisation", nfd)
        self.warned(self.tar({nfd: "x", nfc: "y"}), "bag-clash", nfc)

    def test_43_names_that_differ_in_case(self):
        self.warned(self.tar({"data/A": "x", "data/a": "y"}), "bag-clash", "data/A")

    def test_44_names_that_differ_in_width(self):
        self.warned(self.tar({"data/1": "x", "data/１": "y"}), "bag-clash", "data/１")

    def test_45_names_of_255_bytes_and_more(self):
        names = self.packed_names("汉" * 84, "汉" * 200)
        self.assertTrue(all(len(name.encode()) <= 240 for name in names))
        for size in (255, 256):
            self.assertEqual(self.verify(self.tar({"data/" + "n" * size: "x"}), 0)["bags"][0]["files"], 1)

    def test_46_a_path_over_4096_bytes(self):
        self.refused(self.tar({"data/" + "d/" * 2500 + "x": "x"}), "bag-path", "data/d/d/")

    def test_47_a_thousand_folders_deep(self):
        self.assertEqual(self.verify(self.tar({"data/" + "d/" * 1000 + "x": "x"}), 0)["bags"][0]["files"], 1)
        self.folder(bag())
        subprocess.run(["mkdir", "-p", "b/data/" + "d/" * 500], cwd=self.root, check=True)
        self.refused("b", "bag-deep", "data/d/d/")

    def test_48_blanks_dots_tildes_dashes_and_stars_at_the_ends(self):
        self.packed_names(" 空 ", "..点.", "~家", "-rf", "*星*")
        self.refused(self.tar({"~root": "x"}, tail=member("b/~root", "x")), "bag-path", "~root")

    def test_49_percent_backslash_quotes_controls(self):
        self.packed_names("百分之%0A", "反\\斜", "引'号\"", "管|道<>", "问?号:")
        for name in ("data/a\nb", "data/a\tb", "data/a\x01", "data/a\x7f", "data\\a"):
            self.refused(self.write("x.tar", tar(bag(), tail=member(b"b/" + as_bytes(name), "x"))), "bag-path", name[:6])

    def test_50_bidi_controls_and_invisible_characters(self):
        self.assertEqual(sorted(self.packed_names("报\u202e告", "零\u200b宽")), sorted(["报告.pdf", "零宽.pdf"]))

    def test_51_names_that_are_not_utf8(self):
        for raw in (b"\xb1\xa8\xb8\xe6", b"\xff", b"\xed\xa0\x80"):
            self.refused(self.write("x.tar", tar(bag(), tail=member(b"b/data/" + raw, "x"))), "bag-path", "not-utf8")

    def test_52_names_that_windows_reserves(self):
        self.assertEqual(sorted(self.packed_names("CON", "nul", "a:b")), sorted(["_CON.pdf", "_nul.pdf", "a：b.pdf"]))
        self.refused(self.tar(tail=member("b/C:/x", "x")), "bag-path", "C:/x")

    def test_53_rare_han_variation_selectors_emoji(self):
        names = self.packed_names("𠮷𰻞", "葛\U000E0100", "家👨‍👩‍👧")
        self.assertIn("葛\U000E0100.pdf", names)

    def test_54_names_of_bag_files(self):
        self.packed_names("bagit.txt", "data", "manifest-md5.txt", "fetch.txt", "元数据.xml")

    def test_55_two_reports_of_one_number(self):
        self.built()
        self.write("2024/1.md", report("乙", "正文。\n", "identifier: \"0001\"\n"))
        self.run_program("build")
        text = self.pack(status=1).stderr.decode()
        self.assertRegex(text, r"0001.*2024/0.md.*2024/1.md.*\[archive-duplicate-identifier\]")

    def test_56_names_of_which_nothing_is_left(self):
        self.assertEqual(self.packed_names("...", "\u200b"), ["未命名.pdf", "未命名.pdf"])
        self.assertEqual(self.packed_names("2023/2024"), ["2023／2024.pdf"])

    def test_57_what_other_programs_leave_behind(self):
        for name in ("data/.DS_Store", "data/Thumbs.db", "data/__MACOSX/._a", "data/~$x"):
            files = bag()
            files[name] = "\0\1"
            self.refused(self.folder(files), "bag-file-extra", name)

    def test_58_a_hundred_thousand_files_in_one_folder(self):
        files = {f"data/{i:06}": b"" for i in range(100_000)}
        start = time.time()
        self.assertEqual(self.verify(self.tar(files), 0)["bags"][0]["files"], 100_000)
        self.assertLess(time.time() - start, 120)


class Trees(Fault):
    def test_59_60_links_outside_and_in_a_circle(self):
        self.folder(bag())
        os.symlink("/etc/passwd", self.root / "b/data/l")
        os.symlink(".", self.root / "b/data/circle")
        for name in ("data/l", "data/circle"):
            self.refused("b", "bag-kind", name)

    def test_61_a_file_that_becomes_a_link_is_not_followed(self):
        """Between listing and opening: the digest of what the link leads to would be the listed one."""
        secret = self.write("secret", "listed")
        self.folder(bag({"data/a": "listed"}))
        path, stop = self.root / "b/data/a", threading.Event()

        def toggle():
            while not stop.is_set():
                os.unlink(path)
                os.symlink(secret, path)
                os.unlink(path)
                path.write_text("listed")
        thread = threading.Thread(target=toggle)
        thread.start()
        try:
            for _ in range(10):
                answer = self.run_json("verify", "b", status=None)
                if answer["intact"]:
                    self.assertEqual(answer["bags"][0]["files"], 1)
        finally:
            stop.set()
            thread.join()
        os.unlink(path)
        os.symlink(secret, path)
        self.refused("b", "bag-kind", "data/a")

    def test_62_hard_links(self):
        self.refused(self.tar(tail=member("b/data/h", kind=b"1", link="b/data/a")), "tar-kind", "b/data/h")

    def test_63_pipes_sockets_devices(self):
        self.folder(bag())
        os.mkfifo(self.root / "b/data/pipe")
        os.chdir(self.root / "b/data")
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("socket")
        for name in ("data/pipe", "data/socket"):
            self.refused("b", "bag-kind", name)
        os.mkfifo(self.root / "p.tar")
        self.assertIn(b"[not-a-file]", self.run_program("verify", "p.tar", status=None, timeout=20).stderr)
        tar_path = self.sealed()
        os.unlink(self.root / f"archive/{BAG}.seal.txt")
        os.mkfifo(self.root / f"archive/{BAG}.seal.txt")
        self.run_program("verify", tar_path, status=None, timeout=20)

    def test_67_names_that_lead_out(self):
        for name, id in (("b/../x", "bag-path"), ("/etc/x", "tar-top"), ("./../x", "tar-top"), ("../x", "tar-top"),
                         ("b/data/../../x", "bag-path")):
            self.refused(self.tar(tail=member(name, "x")), id, "x")
        self.assertEqual(sorted(os.listdir(self.root)), ["x.tar"])

    def test_68_links_and_files_through_them(self):
        for tail, name in ((member("b/data/d", kind=b"2", link="/tmp") + member("b/data/d/x", "x"), "b/data/d"),
                           (member("b/data/1", kind=b"2", link="2") + member("b/data/2", kind=b"2", link="/"), "b/data/1"),
                           (member("b/data/h", kind=b"1", link="../../etc/passwd"), "b/data/h")):
            self.refused(self.tar(tail=tail), "tar-kind", name)

    def test_69_members_twice(self):
        for data in ("a", "b"):
            self.refused(self.tar(tail=member("b/data/a", data)), "bag-twice", "data/a")

    def test_70_extended_headers_that_lie(self):
        def lie(records):
            return self.tar(tail=member("p", records, kind=b"x") + member("b/data/q", "x"))
        self.refused(lie(pax(path="/etc/x")), "tar-top", "/etc/x")
        for size in ("-1", "9223372036854775807", "99999999999999999999", "x", ""):
            self.refused(lie(pax(size=size)), "tar-extension", "3072")
        self.refused(lie(pax(size="99999999")), "tar-truncated", "q")
        self.refused(lie(b"999 path=x\n"), "tar-extension", "3072")

    def test_71_extended_headers_without_end(self):
        self.refused(self.tar(tail=header("p", 1 << 32, kind=b"x") + bytes(4096)), "tar-extension", "3072")
        self.refused(self.tar(tail=header("p", 1 << 32, kind=b"L") + bytes(4096)), "tar-extension", "3072")

    def test_72_sparse_files(self):
        self.refused(self.tar(tail=member("b/data/s", "x", kind=b"S")), "tar-kind", "data/s")
        records = pax(**{"GNU.sparse.major": "1", "GNU.sparse.name": "b/data/s", "GNU.sparse.realsize": "99999999999"})
        self.refused(self.tar(tail=member("p", records, kind=b"x") + member("b/data/s", "x")), "tar-kind", "b/data/s")

    def test_73_cut_off_lengthened_unended_miscounted(self):
        whole = tar(bag())
        for size in (1, 511, 512, 700, len(whole) - 1024, len(whole) - 1):
            self.refused(self.write("x.tar", whole[:size]), "tar-truncated", f"byte {size} " if size < len(whole) - 1024 else "byte")
        self.refused(self.write("x.tar", whole + b"more"), "tar-trailing", str(len(whole)))
        self.refused(self.write("x.tar", whole + member("b/data/z", "x")), "tar-trailing", str(len(whole)))
        wrong = bytearray(whole)
        wrong[512 * 2 + 10] ^= 1
        self.refused(self.write("x.tar", bytes(wrong)), "tar-header", "1024")

    def zip(self, files, method=zipfile.ZIP_STORED):
        path = self.root / "x.zip"
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, data in files.items():
                archive.writestr("b/" + name, data)
        return path

    def test_74_zips_that_lie_overlap_or_explode(self):
        self.assertEqual(self.verify(self.zip(bag()), 0)["bags"][0]["state"], "unsealed")
        self.refused(self.zip(bag({"data/a": "0" * 10_000_000}), zipfile.ZIP_DEFLATED), "zip-compressed", "data/a")
        path = self.zip(bag({"data/a": "0" * 1000, "data/b": "1" * 1000}))
        good = path.read_bytes()
        central = good.index(b"PK\1\2")
        other = bytearray(good)
        at = other.index(b"b/data/b", central)  # the directory calls b what the local header calls b: rename it
        other[at:at + 8] = b"b/data/c"
        self.assertFalse(self.verify(self.write("y.zip", bytes(other)), 1)["intact"])
        overlapping = bytearray(good)
        first, second = [m.start() for m in re.finditer(b"PK\1\2", good)][1:3]
        overlapping[second + 42:second + 46] = overlapping[first + 42:first + 46]
        self.assertFalse(self.verify(self.write("y.zip", bytes(overlapping)), 1)["intact"])
        huge = bytearray(good)
        struct.pack_into("<II", huge, first + 20, 0xFFFFFFF0, 0xFFFFFFF0)
        self.assertFalse(self.verify(self.write("y.zip", bytes(huge)), 1)["intact"])
        for size in range(0, len(good), 97):
            self.assertFalse(self.verify(self.write("y.zip", good[:size]), 1)["intact"], size)

    def test_75_odd_modes_and_owners_are_of_no_effect(self):
        path = self.tar(tail=b"", more={"data/a": None, "manifest-sha256.txt": manifest({"data/a": "a"})})
        odd = member("b/data/a", "a", mode=b"0006755", owner=b"0001750", user=b"root")
        path.write_bytes(path.read_bytes()[:-1024] + odd + END)
        self.assertEqual(self.verify(path, 0)["bags"][0]["state"], "unsealed")
        sealed = self.sealed()
        data = bytearray(sealed.read_bytes())
        data[100:107] = b"0006755"  # and without the right checksum
        sealed.write_bytes(data)
        self.refused(sealed, "tar-header", "0")

    def test_76_a_folder_that_may_not_be_read(self):
        if os.geteuid() == 0:
            self.skipTest("root reads everything")
        self.folder(bag())
        (self.root / "b/data/d").mkdir(mode=0)
        self.refused("b", "bag-unreadable", "data/d")


if __name__ == "__main__":
    outside.main()
