# SPDX-License-Identifier: Apache-2.0
"""build, render and check as their users see them."""
import json
import os
import signal
import subprocess
import time
from pathlib import Path

import outside
from outside import Case, report


def locked_font():
    """A face of this machine whose licence bits forbid embedding (OS/2 fsType 2)."""
    font = bytearray(Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf").read_bytes())
    for row in range(12, 12 + 16 * int.from_bytes(font[4:6], "big"), 16):
        if font[row:row + 4] == b"OS/2":
            at = int.from_bytes(font[row + 8:row + 12], "big") + 8
            font[at:at + 2] = b"\0\2"
    return bytes(font)


class Build(Case):
    def test_every_report_becomes_a_pdf_by_year(self):
        self.collection()
        answer = self.run_json("build")
        self.assertEqual([r["output"] for r in answer["reports"]], [f"2024/报告{i}.pdf" for i in (1, 2, 3)])
        self.assertEqual(answer["summary"]["made"], 3)
        for row in answer["reports"]:
            self.assertEqual((self.root / "out" / row["output"]).read_bytes()[:5], b"%PDF-")
        csv = (self.root / "out/目录.csv").read_bytes()
        self.assertTrue(csv.startswith(b"\xef\xbb\xbf"))
        self.assertIn("第2号报告".encode(), csv)

    def test_only_what_changed_is_made_again(self):
        self.collection()
        self.run_program("build")
        run = (self.root / "out/run.json").read_bytes()
        self.assertEqual(self.run_json("build")["summary"]["unchanged"], 3)
        self.assertEqual((self.root / "out/run.json").read_bytes(), run)
        self.write("2024/报告2.md", report("改过"))
        summary = self.run_json("build")["summary"]
        self.assertEqual((summary["made"], summary["unchanged"]), (1, 2))
        os.utime(self.root / "2024/报告1.md")  # a new time alone is no change
        self.assertEqual(self.run_json("build")["summary"]["made"], 0)

    def test_settings_defaults_styles_and_images_count_as_changes(self):
        self.collection(2)
        self.write("2024/图.md", report("图", "![说明](a.svg)\n"))
        self.run_program("build", status=None)
        self.assertEqual(self.run_json("build", status=None)["summary"]["made"], 0)
        self.write("2024/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40"/></svg>')
        answer = self.run_json("build")
        self.assertEqual([r["source"] for r in answer["reports"] if r["way"] == "made"], ["2024/图.md"])
        self.write("2024/a.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><circle r="9"/></svg>')
        self.assertEqual(self.run_json("build")["summary"]["made"], 1)
        self.write("2024/_defaults.yaml", "access: internal\n")
        self.assertEqual(self.run_json("build")["summary"]["made"], 3)
        self.write("styles/own.yaml", "extends: report\n")
        self.write("2024/_defaults.yaml", "style: own\n")
        self.assertEqual(self.run_json("build")["summary"]["made"], 3)
        self.write("styles/own.yaml", "extends: report\n# changed\n")
        self.assertEqual(self.run_json("build")["summary"]["made"], 3)

    def test_sheets_that_give_a_role_other_faces_are_no_changed_fonts(self):
        self.collection(2)
        self.write("2024/通知.md", "---\ntitle: 通知\ndate: 2024-03-05\nstyle: gongwen\n---\n\n正文。\n")
        self.run_program("build", status=None)
        self.assertNotIn("font-changed", self.names(self.run_json("build", "--force", status=None)["findings"]))
        lock = (self.root / "fonts.lock").read_text()
        self.assertIn("gongwen:body.han", lock)
        self.write("styles/own.yaml", "extends: letter\n")
        self.write("2024/信.md", "---\ntitle: 信\ndate: 2024-03-05\nstyle: own\n---\n\n正文。\n")
        self.run_program("build", status=None)  # a sheet of its own joins the lock
        self.assertEqual((self.root / "fonts.lock").read_text()[:len(lock)], lock)
        self.assertIn("own:body.han", (self.root / "fonts.lock").read_text())

    def test_a_pdf_that_was_touched_is_made_again(self):
        self.collection(2)
        self.run_program("build")
        before = self.files()
        pdf = self.root / "out/2024/报告1.pdf"
        pdf.write_bytes(pdf.read_bytes()[:-10])
        (self.root / "out/2024/报告2.pdf").unlink()
        self.assertEqual(self.run_json("build")["summary"]["made"], 2)
        self.assertEqual(self.files(), before)

    def test_outputs_of_reports_that_are_gone_go_but_only_ours(self):
        self.collection()
        self.run_program("build")
        self.write("out/2024/mine.pdf", "mine")
        (self.root / "2024/报告1.md").unlink()
        (self.root / "2024/报告2.md").unlink()
        self.write("out/2024/报告2.pdf", "edited")
        answer = self.run_json("build")
        self.assertEqual(answer["removed"], ["2024/报告1.pdf"])
        self.assertIn("output-kept", self.names(answer["findings"]))
        self.assertTrue((self.root / "out/2024/mine.pdf").exists())
        self.assertTrue((self.root / "out/2024/报告2.pdf").exists())

    def test_one_bad_report_does_not_stop_the_rest(self):
        self.collection()
        self.write("2024/坏.md", b"# \xb1\xa8\xb8\xe6\n")
        self.write("2024/坏二.md", "---\ntitle: [\n---\nx\n")
        answer = self.run_json("build", status=1)
        self.assertEqual(answer["summary"]["made"], 3)
        self.assertEqual({r["source"] for r in answer["reports"] if r["status"] == "failed"}, {"2024/坏.md", "2024/坏二.md"})
        for row in answer["reports"]:
            if row["status"] == "failed":
                self.assertTrue(row["findings"] and row["findings"][0]["message"])
        self.assertFalse((self.root / "out/2024/坏.pdf").exists())

    def test_a_font_that_may_not_be_embedded_is_passed_over(self):
        self.collection(1)
        self.write("fonts/locked.ttf", locked_font())
        self.assertEqual(self.run_json("build", "--font-path", str(self.root / "fonts"))["summary"]["made"], 1)

    def test_no_line_of_a_finished_pdf_begins_or_ends_with_what_may_not(self):
        scripts = Path(__file__).resolve().parents[2] / "scripts"
        self.run_program("render", scripts / "peers/hard-text.md", "-o", self.root / "hard.pdf", status=None)
        judged = subprocess.run([scripts / "kinsoku", self.root / "hard.pdf"], capture_output=True, text=True)
        self.assertEqual(judged.returncode, 0, judged.stdout + judged.stderr)
        self.assertGreater(int(judged.stdout.split(" lines")[0].split()[-1]), 50)
        self.assertEqual(subprocess.run([scripts / "kinsoku", "--self-test"]).returncode, 0)

    def test_year_and_only_choose(self):
        self.collection()
        self.write("2023/旧.md", report("旧"))
        self.assertEqual([r["source"] for r in self.run_json("build", "--year", "2023")["reports"]], ["2023/旧.md"])
        self.assertEqual(len(self.run_json("build", "--only", "2024/报告[12].md")["reports"]), 2)
        rows = json.loads((self.root / "out/run.json").read_text())["reports"]
        self.assertEqual(len(rows), 3)

    def test_two_reports_of_one_output_are_both_refused_by_name(self):
        self.collection(1)
        self.write("2024/甲/x.md", report("一"))
        self.write("甲/2024/x.md", report("二"))
        answer = self.run_json("build", status=1)
        clash = [f for r in answer["reports"] for f in r["findings"] if f["name"] == "output-clash"]
        self.assertEqual(len(clash), 2)
        self.assertIn("甲/2024/x.md", clash[0]["message"] + clash[1]["message"])
        self.assertFalse((self.root / "out/2024/甲/x.pdf").exists())

    def test_a_second_run_is_told_who_holds_the_lock(self):
        self.collection(1)
        (self.root / "out/.hanqing").mkdir(parents=True)
        with open(self.root / "out/.hanqing/lock", "w") as lock:
            import fcntl
            fcntl.flock(lock, fcntl.LOCK_EX)
            lock.write("4711 somewhere\n")
            lock.flush()
            done = self.run_program("build", status=4)
            self.assertIn("4711 somewhere", done.stderr.decode())
        self.run_program("build")

    def test_warnings_come_again_with_unchanged_reports(self):
        self.collection(1)
        self.write("2024/缺图.md", report("缺图", "![有](none.png)\n"))
        first = self.run_program("build").stderr
        self.assertIn(b"[image-missing]", first)
        self.assertIn(b"[image-missing]", self.run_program("build").stderr)
        self.run_program("build", "--fail-if-warnings", status=1)

    def test_json_says_all_and_standard_error_nothing(self):
        self.collection(1)
        done = self.run_program("--json", "build")
        self.assertEqual(done.stderr, b"")
        self.assertEqual(json.loads(done.stdout)["schema"], 1)

    def test_a_damaged_run_record_is_named(self):
        self.collection(1)
        self.run_program("build")
        self.write("out/run.json", "{")
        self.assertIn(b"[run-record-unreadable]", self.run_program("build", status=3).stderr)


class Cache(Case):
    def test_the_cache_gives_the_same_bytes_and_heals(self):
        self.collection()
        self.run_program("build")
        plain = self.files()
        cache = self.root / "cache"
        self.assertEqual(self.run_json("build", "--force", "--cache", cache)["summary"]["made"], 3)
        self.assertEqual(self.files(), plain)
        subprocess.run(["rm", "-r", str(self.root / "out")], check=True)
        self.assertEqual(self.run_json("build", "--cache", cache)["summary"]["cached"], 3)
        self.assertEqual(self.files(), plain)
        for entry in cache.rglob("*.pdf"):
            data = bytearray(entry.read_bytes())
            data[len(data) // 2] ^= 1
            entry.write_bytes(data)
        subprocess.run(["rm", "-r", str(self.root / "out")], check=True)
        self.assertEqual(self.run_json("build", "--cache", cache)["summary"]["made"], 3)
        self.assertEqual(self.files(), plain)


class Determinism(Case):
    def test_jobs_time_zone_locale_folder_and_order_change_no_byte(self):
        self.collection(6)
        self.run_program("build", "-j1")
        plain = self.files()
        for environment, words in (({"TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"}, ["-j2"]),
                                   ({"TZ": "America/New_York", "LC_ALL": "ja_JP.eucJP"}, ["-j8"]),
                                   ({"LC_ALL": "xx_YY", "SOURCE_DATE_EPOCH": "1"}, ["-j1"])):
            self.run_program("build", "--force", *words, environment=environment)
            self.assertEqual(self.files(), plain, environment)
        other = self.root / "elsewhere/深处"
        other.mkdir(parents=True)
        for name in ("hanqing.yaml", "2024"):
            subprocess.run(["cp", "-r", str(self.root / name), str(other)], check=True)
        self.run_program("build", other)
        self.assertEqual(self.files("elsewhere/深处/out"), plain)

    def test_render_and_build_only_give_the_bytes_of_build(self):
        self.collection(6)
        self.run_program("build")
        whole = (self.root / "out/2024/报告3.pdf").read_bytes()
        self.run_program("render", "2024/报告3.md", "-o", "r.pdf")
        self.assertEqual((self.root / "r.pdf").read_bytes(), whole)
        done = self.run_program("render", "报告3.md", "-o", "-", cwd=self.root / "2024")
        self.assertEqual(done.stdout, whole)
        subprocess.run(["rm", "-r", str(self.root / "out")], check=True)
        self.run_program("build", "--only", "2024/报告3.md")
        self.assertEqual((self.root / "out/2024/报告3.pdf").read_bytes(), whole)


class Render(Case):
    def test_standard_input_to_standard_output(self):
        done = self.run_program("render", "-", input=report("来自管道").encode())
        self.assertEqual(done.stdout[:5], b"%PDF-")
        self.assertEqual(done.stderr, b"")

    def test_findings_of_standard_input_are_named_by_a_dash(self):
        done = self.run_program("render", "-", "-o", "x.pdf", input=report("x", "![有](none.png)\n").encode())
        self.assertIn(b"-:6:", done.stderr)

    def test_the_command_line_is_nearest(self):
        self.write("x.md", report("文件里的"))
        self.run_program("render", "x.md", "-M", "title=命令行的", "-o", "x.pdf")
        self.assertIn("命令行的", json.dumps(self.run_json("render", "x.md", "-M", "title=命令行的"), ensure_ascii=False))
        self.run_program("render", "x.md", "-M", "nothing", status=2)

    def test_a_report_is_never_overwritten(self):
        self.write("x.md", report("x"))
        before = (self.root / "x.md").read_bytes()
        self.run_program("render", "x.md", "-o", "x.md", status=2)
        self.assertEqual((self.root / "x.md").read_bytes(), before)

    def test_a_missing_file_and_an_unwritable_place(self):
        self.assertIn(b"[read-file]", self.run_program("render", "none.md", status=3).stderr)
        self.write("x.md", report("x"))
        self.assertIn(b"[write-file]", self.run_program("render", "x.md", "-o", "no/such/folder/x.pdf", status=3).stderr)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([outside.PROGRAM, "render", str(self.root / "x.md"), "-o", "-"], stdout=full, stderr=subprocess.PIPE)
        self.assertEqual(done.returncode, 3)

    def test_chinese_is_spoken_with_only_c_utf8_there(self):
        self.write("x.md", report("x", "![有](none.png)\n"))
        done = self.run_program("render", "x.md", tongue="zh")
        self.assertIn("警告：", done.stderr.decode())


class Check(Case):
    def test_check_says_what_build_says_and_writes_nothing(self):
        self.collection(1)
        self.write("2024/缺图.md", report("缺图", "![有](none.png)\n"))
        done = self.run_program("check", ".")
        self.assertIn("2024/缺图.md:6:", done.stderr.decode())
        self.assertFalse((self.root / "out").exists())
        self.run_program("check", "2024/缺图.md", "--fail-if-warnings", status=1)
        self.run_program("check", "2024/报告1.md", "--fail-if-warnings")


class Interrupted(Case):
    def test_ctrl_c_ends_within_a_second_and_the_next_run_goes_on(self):
        self.collection(60)
        self.run_program("build")
        plain = self.files()
        subprocess.run(["rm", "-r", str(self.root / "out")], check=True)
        process = subprocess.Popen([outside.PROGRAM, "build", str(self.root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.time() + 60
        while time.time() < deadline and len(list((self.root / "out").rglob("*.pdf"))) < 3:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        start = time.time()
        status = process.wait(30)
        self.assertLess(time.time() - start, 3)  # a second on a machine that does nothing else
        self.assertIn(status, (0, 130))
        self.assertEqual(list(self.root.rglob("*.tmp")), [])
        self.run_program("build")
        self.assertEqual(self.files(), plain)

    def test_a_killed_run_loses_nothing_and_leaves_nothing(self):
        self.collection(30)
        self.run_program("build")
        plain = self.files()
        for pause in (0.05, 0.15, 0.3, 0.5, 0.8):
            subprocess.run(["rm", "-r", str(self.root / "out")], check=True)
            process = subprocess.Popen([outside.PROGRAM, "build", str(self.root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(pause)
            process.kill()
            process.wait()
            self.run_program("build")
            self.assertEqual(self.files(), plain)
            self.assertEqual(list(self.root.rglob("*.tmp")), [])


if __name__ == "__main__":
    outside.main()
