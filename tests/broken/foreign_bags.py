# SPDX-License-Identifier: Apache-2.0
"""Bags and tars of any kind, right and wrong, made byte by byte: for archive_faults_test.py."""
import hashlib

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"


def as_bytes(text):
    return text if isinstance(text, bytes) else text.encode()


def header(name, size, kind=b"0", link=b"", mode=b"0000644", owner=b"0000000", user=b""):
    """A header block with a right checksum."""
    block = bytearray(512)
    for at, data in ((0, as_bytes(name)[:100]), (100, mode), (108, owner), (116, owner), (124, b"%011o" % size),
                     (136, b"00000000000"), (156, kind), (157, as_bytes(link)), (257, b"ustar\x0000"), (265, user)):
        block[at:at + len(data)] = data
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def pax(**records):
    out = b""
    for key, value in records.items():
        body = b" " + as_bytes(key) + b"=" + as_bytes(value) + b"\n"
        size = len(body)
        while len(str(size)) + len(body) != size:
            size = len(str(size)) + len(body)
        out += str(size).encode() + body
    return out


def member(name, data=b"", **more):
    name, data = as_bytes(name), as_bytes(data)
    extended = b""
    if len(name) > 100 or any(byte > 127 for byte in name):
        extended = member("PaxHeader/x", pax(path=name), kind=b"x")
    return extended + header(name, len(data), **more) + data + bytes(-len(data) % 512)


END = bytes(1024)


def manifest(files, algorithm="sha256", encoding="utf-8"):
    return "".join(f"{hashlib.new(algorithm, as_bytes(data)).hexdigest()}  {name}\n"
                   for name, data in sorted(files.items()) if name.startswith("data/")).encode(encoding)


def bag(files=None, more=None, algorithm="sha256"):
    """Files of a small bag that is right, with others laid over it; None takes one away."""
    payload = dict(files or {"data/a": "a"})
    out = {"bagit.txt": DECLARATION, **payload, f"manifest-{algorithm}.txt": manifest(payload, algorithm)}
    out.update(more or {})
    return {name: data for name, data in out.items() if data is not None}


def tar(files, top="b", tail=b"", end=END):
    return b"".join(member(f"{top}/{name}", data) for name, data in files.items()) + tail + end
