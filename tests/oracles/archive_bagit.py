#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""archive_bagit.py BAG: is this folder a complete and valid bag by RFC 8493? Knows nothing of Hanqing."""
import hashlib
import os
import re
import sys


def fail(text):
    print("invalid:", text)
    sys.exit(1)


def digest(path, algorithm):
    h = hashlib.new(algorithm)
    with open(path, "rb") as f:
        for block in iter(lambda: f.read(1 << 20), b""):
            h.update(block)
    return h.hexdigest()


def manifest(path):
    entries = {}
    with open(path, encoding="utf-8", newline="") as f:
        for number, line in enumerate(f, 1):
            m = re.fullmatch(r"([0-9a-fA-F]+)[ \t]+\*?([^\r\n]+)\r?\n?", line)
            if not m:
                fail(f"{path}:{number}: not a manifest line")
            name = m[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
            if name.startswith("/") or ".." in name.split("/") or name.startswith("~"):
                fail(f"{path}:{number}: unsafe path")
            if name in entries:
                fail(f"{path}:{number}: {name} twice")
            entries[name] = m[1].lower()
    return entries


def main(bag):
    os.chdir(bag)
    with open("bagit.txt", "rb") as f:
        if f.read() != b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n":
            fail("bagit.txt")
    files = []
    for folder, _, names in os.walk("."):
        files += [os.path.relpath(os.path.join(folder, n), ".") for n in names]
    if any(os.path.islink(f) or not os.path.isfile(f) for f in files):
        fail("something that is no plain file")
    payload = {f for f in files if f.startswith("data/")}
    tags = {f for f in files if not f.startswith("data/") and not re.fullmatch(r"tagmanifest-\w+\.txt", f)}
    found = {"manifest": 0, "tagmanifest": 0}
    for name in sorted(files):
        m = re.fullmatch(r"(tag)?manifest-(\w+)\.txt", name)
        if not m:
            continue
        if m[2] not in hashlib.algorithms_available:
            fail(f"this Python lacks {m[2]}")
        entries = manifest(name)
        expected = tags if m[1] else payload
        if set(entries) != expected:
            fail(f"{name} and the files differ: {sorted(set(entries) ^ expected)[:5]}")
        for path, said in entries.items():
            if digest(path, m[2]) != said:
                fail(f"{path}: {m[2]}")
        found["tagmanifest" if m[1] else "manifest"] += 1
    if found != {"manifest": 3, "tagmanifest": 3}:
        fail(f"manifests: {found}")
    with open("bag-info.txt", encoding="utf-8") as f:
        oxum = [l.split(": ", 1)[1].strip() for l in f if l.startswith("Payload-Oxum: ")]
    if oxum != [f"{sum(os.path.getsize(f) for f in payload)}.{len(payload)}"]:
        fail(f"Payload-Oxum {oxum}")
    print("valid")


main(sys.argv[1])
