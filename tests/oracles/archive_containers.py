# SPDX-License-Identifier: Apache-2.0
"""Containers as section 4 of archive/FORMAT.md describes them -> (name, bytes) of each member. Used by
archive_format.py."""
import datetime
import zipfile


def octal(field):
    text = field.rstrip(b"\0 ")
    return int(text, 8) if text else 0


def pax_records(data):
    records = {}
    while data:
        size, _, _ = data.partition(b" ")
        record, data = data[len(size) + 1:int(size)], data[int(size):]
        key, _, value = record.partition(b"=")
        if not value.endswith(b"\n"):
            raise ValueError("pax record")
        records[key.decode()] = value[:-1].decode()
    return records


def tar_members(path, date):
    """(name, bytes) of each member, after the header was held against section 4."""
    seconds = int(datetime.datetime.fromisoformat(date + "T00:00:00+00:00").timestamp())
    with open(path, "rb") as tar:
        extended = {}
        while True:
            header = tar.read(512)
            if len(header) != 512:
                raise ValueError("cut off")
            if header == bytes(512):
                if tar.read() != bytes(512):
                    raise ValueError("the end is not two zero blocks")
                return
            blanked = header[:148] + b" " * 8 + header[156:]
            if sum(blanked) != octal(header[148:156]) or header[257:265] != b"ustar\0" + b"00":
                raise ValueError("header")
            size, kind = octal(header[124:136]), header[156:157]
            if "size" in extended and kind == b"0":
                size = int(extended["size"])
            content = tar.read(size)
            padding = tar.read(-size % 512)
            if len(content) != size or padding.strip(b"\0") or len(padding) != -size % 512:
                raise ValueError("content or padding")
            if kind == b"x":
                extended = pax_records(content)
                if not set(extended) <= {"path", "size"}:
                    raise ValueError("pax keys")
                continue
            if kind != b"0" or octal(header[100:108]) != 0o644 or octal(header[108:116]) or octal(header[116:124]):
                raise ValueError("kind, mode or owner")
            if octal(header[136:148]) != seconds or header[157:257].strip(b"\0") or header[265:329].strip(b"\0"):
                raise ValueError("time, link or owner's name")
            prefix, name = header[345:500].rstrip(b"\0"), header[:100].rstrip(b"\0")
            plain = (prefix + b"/" + name if prefix else name).decode("utf-8", "replace")
            yield extended.get("path", plain), content
            extended = {}


def zip_members(path):
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            if entry.compress_type != zipfile.ZIP_STORED or entry.flag_bits & 1 or entry.is_dir():
                raise ValueError(entry.filename)
            yield entry.filename, archive.read(entry)
