# SPDX-License-Identifier: Apache-2.0
"""The machine fails while the program writes, reads or waits: the old state or the new one, never a mixture; the exit
status says what happened, and the next run goes on. Numbers are those of the list of faults in the docs of testing:

     1-5 kill at any moment of build and pack      6 SIGTERM, Ctrl-C        7 standard output closed
     8-10 disk full, quota                         11 size limit of files   12-15 errors and short reads and writes
     16 rename refused    17 read-only target      18 the target vanishes   19-20 input changes or goes
     21 memory            22 descriptors           23 threads               24 clock      25 temporary folder
     26-28 what lies in the target already         29 power cut             32 stale lock 36 one cache, two runs
"""
import errno
import fcntl
import os
import resource
import shutil
import signal
import subprocess
import time

import outside
from outside import Case, report
from trial import BuildTrial, PackTrial, REFUSED

TRIES = 4  # of each kind here, in a test of minutes; scripts/kills tries every call


class Disk(Case):
    """Faults at calls spread over a whole run, by the layer of tests/faults."""

    def spread(self, trial, what):
        count = trial.calls()
        self.assertGreater(count, TRIES)
        return [f"any {what} {1 + n * count // TRIES}" for n in range(TRIES)]

    def hold(self, trial, what, status, said=None):
        try:
            for fault in self.spread(trial, what):
                root, done = trial.faulty(fault)
                self.assertIn(done.returncode, status, f"{fault}\n{done.stderr.decode()}")
                if done.returncode == REFUSED and said:
                    self.assertIn(said, done.stderr.decode(), fault)
                trial.no_mixture(root)
                if done.returncode >= 0:
                    trial.no_temporaries(root)
                trial.ends_well(root)
        finally:
            trial.close()

    def test_01_05_build_killed_at_any_call(self):
        self.hold(BuildTrial(outside.PROGRAM), "kill", (-signal.SIGKILL,))

    def test_02_05_pack_killed_at_any_call(self):
        self.hold(PackTrial(outside.PROGRAM), "kill", (-signal.SIGKILL,))

    def test_08_build_on_a_disk_that_is_full(self):
        self.hold(BuildTrial(outside.PROGRAM), errno.ENOSPC, (0, REFUSED), "No space left")

    def test_09_pack_on_a_disk_that_is_full(self):
        self.hold(PackTrial(outside.PROGRAM), errno.ENOSPC, (0, REFUSED), "No space left")

    def test_13_build_on_a_disk_with_errors(self):
        self.hold(BuildTrial(outside.PROGRAM), errno.EIO, (0, REFUSED), "Input/output error")

    def test_29_build_when_the_power_goes(self):
        self.hold(BuildTrial(outside.PROGRAM), "cut", (-signal.SIGKILL,))

    def test_29_pack_when_the_power_goes(self):
        self.hold(PackTrial(outside.PROGRAM), "cut", (-signal.SIGKILL,))


class OneFault(Case):
    def setUp(self):
        super().setUp()
        self.trial = BuildTrial(outside.PROGRAM, 4)
        self.addCleanup(self.trial.close)

    def suffer(self, fault, status, said=None):
        root, done = self.trial.faulty(fault)
        self.assertIn(done.returncode, status, f"{fault}\n{done.stderr.decode()}")
        if said:
            self.assertIn(said, done.stderr.decode(), fault)
        self.trial.no_temporaries(root)
        self.trial.ends_well(root)
        return root

    def test_08_disk_full_from_some_write_on(self):
        for n in (1, 4, 9):
            self.suffer(f"write {errno.ENOSPC} {n}+", (REFUSED,), "No space left")

    def test_10_quota(self):
        self.suffer(f"write {errno.EDQUOT} 3+ .tmp", (REFUSED,), "quota")

    def test_12_one_input_that_cannot_be_read(self):
        root, done = self.trial.faulty(f"read {errno.EIO} 1+ 报告2.md")
        self.assertEqual(done.returncode, REFUSED)
        self.assertIn("报告2.md: error", done.stderr.decode())
        self.assertTrue((root / "out/2024/新报告.pdf").exists(), "the rest goes on")
        self.trial.ends_well(root)

    def test_13_15_an_fsync_that_failed_is_not_believed(self):
        for n in (2, 3, 5):
            self.suffer(f"fsync {errno.EIO} {n}", (REFUSED,), "Input/output error")

    def test_13_close_that_fails(self):
        self.suffer(f"close {errno.EIO} 1 .tmp", (REFUSED,), "Input/output error")

    def test_14_short_writes_and_interrupted_calls_are_no_faults(self):
        self.suffer("write short 1+", (0,))
        self.suffer("read short 1+", (0,))
        self.suffer(f"write {errno.EINTR} 5", (0,))
        self.suffer(f"read {errno.EINTR} 1 报告2.md", (0,))

    def test_16_rename_refused(self):
        self.suffer(f"rename {errno.EXDEV} 1+", (REFUSED,), "cross-device")
        self.suffer(f"rename {errno.EACCES} 2", (REFUSED,), "Permission denied")

    def test_18_the_target_vanishes(self):
        root = self.trial.fresh()
        environment = self.trial.environment("fsync kill 0")
        process = subprocess.Popen(self.trial.command(root), env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None:
            shutil.rmtree(root / "out", ignore_errors=True)
            time.sleep(0.02)
        self.assertIn(process.returncode, (0, REFUSED))
        self.trial.ends_well(root)

    def test_19_input_that_grows_while_it_is_read(self):
        root, done = self.trial.faulty("read grow 1+ 报告2.md")
        self.assertEqual(done.returncode, REFUSED, done.stderr.decode())
        self.assertIn("[file-changed]", done.stderr.decode())
        self.assertTrue((root / "out/2024/新报告.pdf").exists(), "the rest goes on")

    def test_23_no_more_threads(self):
        for n in (1, 2, 3):
            root, done = self.trial.faulty(f"thread {errno.EAGAIN} {n}+")
            self.assertIn(done.returncode, (0, REFUSED), done.stderr.decode())
            self.trial.ends_well(root)

    def test_28_a_finished_pdf_is_damaged_before_the_next_run(self):
        for damage in (lambda p: os.truncate(p, 10), lambda p: p.write_bytes(b"\0" * p.stat().st_size),
                       lambda p: shutil.copy(p.parent / "报告3.pdf", p)):
            root, done = self.trial.faulty("rename kill 5")
            self.assertEqual(done.returncode, -signal.SIGKILL)
            damage(next(p for p in sorted((root / "out/2024").glob("*.pdf")) if p.name != "报告3.pdf"))
            self.trial.ends_well(root)


class Surroundings(Case):
    def start(self, *words, before=":", **more):
        return subprocess.Popen(["sh", "-c", f'{before}; exec "$0" "$@"', outside.PROGRAM, "--lang", "en", *map(str, words)],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)

    def test_06_a_signal_ends_it_cleanly_with_a_huge_report_in_hand(self):
        self.write("2024/巨.md", report("巨", ("收支平衡，账目相符。" * 20 + "\n\n") * 20000))
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            process = self.start("build", self.root)
            time.sleep(0.8)
            process.send_signal(number)
            begin = time.monotonic()
            process.communicate(timeout=60)
            self.assertEqual(process.returncode, 130)
            self.assertLess(time.monotonic() - begin, 3)  # a second on a machine that does nothing else
            self.assertEqual(list(self.root.rglob("*.tmp")), [])

    def test_07_standard_output_is_closed(self):
        self.collection(2)
        process = self.start("--json", "build", self.root)
        process.stdout.close()
        self.assertEqual(process.wait(60), REFUSED)
        process.stderr.close()

    def test_21_little_memory(self):
        if "san" in os.environ.get("LSAN_OPTIONS", "") and self.is_sanitized():
            self.skipTest("sanitizers reserve the whole address space")
        self.collection(4)
        self.run_program("build")
        plain = self.files()
        for megabytes in (60, 150, 250, 400):
            shutil.rmtree(self.root / "out", ignore_errors=True)
            process = self.start("build", self.root, "-j1", before=f"ulimit -v {megabytes * 1024}")
            process.communicate(timeout=60)
            self.assertNotIn(process.returncode, (0,) if megabytes == 60 else ())
            self.assertEqual(list(self.root.rglob("*.tmp")), [])
            self.run_program("build")
            self.assertEqual(self.files(), plain)

    def is_sanitized(self):
        return b"__asan_init" in open(outside.PROGRAM, "rb").read()

    def test_24_clocks_that_are_wrong(self):
        self.collection(3)
        for path, stamp in zip(sorted(self.root.glob("2024/*.md")), (0, 2**31 + 5, 2**33)):
            os.utime(path, (stamp, stamp))
        self.run_program("build")
        self.assertEqual(self.run_json("build")["summary"]["unchanged"], 3)
        path = self.root / "2024/报告2.md"
        path.write_text(report("改", "改过。\n"))
        os.utime(path, (0, 0))
        self.assertEqual(self.run_json("build")["summary"]["made"], 1)

    def test_25_no_folder_for_temporary_files(self):
        self.collection(2)
        self.run_program("build", environment={"TMPDIR": "/no/such/folder"})

    def test_32_33_a_lock_whose_holder_is_dead_or_whose_number_lives_again(self):
        self.collection(1)
        self.write("out/.hanqing/lock", f"{os.getpid()} here\n")
        self.run_program("build")
        with open(self.root / "out/.hanqing/lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.run_program("build", status=4)

    def test_36_two_runs_share_one_cache(self):
        self.collection(8)
        self.run_program("build")
        plain = self.files()
        others = []
        for name in ("a", "b"):
            (self.root / name).mkdir()
            for item in ("hanqing.yaml", "2024"):
                subprocess.run(["cp", "-r", self.root / item, self.root / name], check=True)
        for name in ("a", "b"):
            others.append(self.start("build", self.root / name, "--cache", self.root / "cache"))
        for process in others:
            process.communicate(timeout=120)
            self.assertEqual(process.returncode, 0)
        for name in ("a", "b"):
            self.assertEqual(self.files(f"{name}/out"), plain)

    def test_39_the_target_cannot_be_written(self):
        self.collection(1)
        self.write("out", "a file where the folder should be")
        self.assertIn(b"[make-folder]", self.run_program("build", status=REFUSED).stderr)


class Limits(Case):
    """A report that explodes is stopped and named; the rest goes on."""

    def explode(self, setting, name, body):
        self.collection(2, settings=f"lang: zh-CN\n{setting}\n")
        self.write("2024/巨.md", report("巨", body))
        answer = self.run_json("build", status=1)
        row = next(r for r in answer["reports"] if r["source"] == "2024/巨.md")
        self.assertEqual([f["name"] for f in row["findings"] if f["weight"] == "error"], [name])
        self.assertEqual((row["status"], answer["summary"]["made"]), ("failed", 2))
        self.assertFalse((self.root / "out/2024/巨.pdf").exists())

    def test_pages(self):
        self.explode("page-limit: 3", "page-limit", "收支平衡，账目相符。\n\n" * 400)

    def test_time(self):
        begin = time.monotonic()
        self.explode("time-limit: 1", "time-limit", ("收支平衡，账目相符。" * 20 + "\n\n") * 20000)
        self.assertLess(time.monotonic() - begin, 40)

    def test_memory(self):
        self.explode("memory-limit: 50M", "memory-limit", ("收支平衡，账目相符。" * 20 + "\n\n") * 6000)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    outside.main()
