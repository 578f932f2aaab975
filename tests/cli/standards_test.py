# SPDX-License-Identifier: Apache-2.0
# Every sample is PDF/A-3a and PDF/UA-1, and PDF/A-2a where the collection asks for that, by a validator that is not ours.
# Usage: standards_test.py PROGRAM      Exit status: 0 compliant, 1 not, 77 veraPDF cannot be had here (in CI: 1).
import os
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SKIPPED = 77


def validate(flavours, folder):
    status = subprocess.run([ROOT + "/scripts/verapdf", "--flavours", flavours, folder], check=False).returncode
    if status == 3:
        print("standards: veraPDF cannot be had here")
        sys.exit(1 if os.environ.get("CI") else SKIPPED)
    return status == 0


def main(program):
    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "samples")
        shutil.copytree(ROOT + "/samples", work, ignore=shutil.ignore_patterns("out", "archive"))
        subprocess.run([program, "build", work, "-q"], check=True)
        good = validate("3a,ua1", work + "/out")
        with open(work + "/hanqing.yaml", "a", encoding="utf-8") as settings:
            settings.write("\nprofile: a2a\n")
        subprocess.run([program, "build", work, "-q"], check=True)
        good = validate("2a,ua1", work + "/out") and good
    return 0 if good else 1


sys.exit(main(sys.argv[1]))
