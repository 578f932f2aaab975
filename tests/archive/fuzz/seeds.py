#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py TARGET FOLDER: where the fuzz targets of the archive begin: small inputs that are right."""
import io
import os
import sys
import zipfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "broken"))
from foreign_bags import bag, manifest, member, pax, tar  # noqa: E402


def zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr("b/" + name, data)
    return out.getvalue()


ours = bag({"data/a": "a", "data/文件目录.XML": '<?xml version="1.0" encoding="UTF-8"?>\n<文件目录>\n</文件目录>\n'},
           {"metadata/documents.tsv": "identifier\tversion\tstate\trole\torigin\tpath\tsize\tsha256\tsha512\tsm3\n",
            "bag-info.txt": "Payload-Oxum: 1.1\n"})
odd = tar(bag(), tail=member("p", pax(path="b/data/q", size="1"), kind=b"x") + member("b/data/q", "x") + member("b/d/", kind=b"5"))
xml = ('<?xml version="1.0" encoding="UTF-8"?>\n<r>\n  <档号信息>\n    <档号>1</档号>\n  </档号信息>\n  <内容描述>\n    <题名>a&amp;b</题名>\n'
       '  </内容描述>\n  <文件>\n    <档号>1</档号>\n  </文件>\n</r>\n').encode()
digests = "".join(f"tagmanifest-{a}: 00\n" for a in ("sha256", "sha512", "sm3"))
seal = ("Hanqing-Seal: 1\nbag: X\nrevision: 1\ndate: 2025-01-15\nsequence: 1\ndocuments: 1\npayload-files: 1\npayload-bytes: 1\n"
        f"container-bytes: 1\nSHA256 (X.tar) = 00\n{digests}merkle-root: 00\nfont: 00 Name\nkey: sm2 00\n").encode()
proof = b"Hanqing-Proof: 1\nseal: X.seal.txt\nseal-sha256: 00\nmerkle-root: 00\nfile: 00  data/a\nindex: 0\nsize: 2\nhash: 00\n"
key = (b"-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=\n-----END PUBLIC KEY-----\n")
SEEDS = {
    "container": [tar(bag()), tar(ours), odd, zipped(bag()), zipped(ours)],
    "tar": [bytes([size]) + data for size in (0, 100, 255) for data in (tar(bag()), odd)],
    "manifest": [b"\0" + manifest({"data/a": "a", "data/b b": "b"}), b"\0BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                 b"\1" + ours["metadata/documents.tsv"].encode() + b"1\t1\tcurrent\tpdf\ta%09\tdata/x\t5\taa\tbb\tcc\n", b"\2" + xml,
                 "\3a/é/%:?/..".encode()],
    "seal": [b"\0" + seal, b"\1Hanqing-Evidence: 1\nbag: X\nSHA256 (X.tar) = 00\nSM3 (X.seal.txt) = 00\n", b"\2" + proof, b"\3" + key,
             b"\4" + bytes.fromhex("30053003020100")],
}
for number, seed in enumerate(SEEDS[sys.argv[1]]):
    with open(os.path.join(sys.argv[2], f"seed{number}"), "wb") as file:
        file.write(seed)
