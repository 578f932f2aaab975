#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""seeds.py TARGET FOLDER: where the fuzz target of the pictures begins: one small picture of each kind."""
import os
import struct
import sys
import zlib


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(colour, channels, bits=8, more=b""):
    """2 × 2, rows of zeros."""
    row = b"\0" * (1 + (2 * channels * bits + 7) // 8)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 2, bits, colour, 0, 0, 0)) + more
            + chunk(b"IDAT", zlib.compress(row * 2)) + chunk(b"IEND", b""))


def segment(marker, data):
    return b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data


def jpeg(components):
    """8 × 8 and grey throughout: each table has the one symbol that is needed."""
    parts = range(1, components + 1)
    frame = b"\x08" + struct.pack(">HHB", 8, 8, components) + b"".join(bytes([i, 0x11, 0]) for i in parts)
    table = b"\x01" + b"\0" * 16
    scan = bytes([components]) + b"".join(bytes([i, 0]) for i in parts) + b"\0\x3f\0"
    return (b"\xff\xd8" + segment(0xE0, b"JFIF\0\1\1\1\0\x48\0\x48\0\0") + segment(0xDB, b"\0" + b"\1" * 64) + segment(0xC0, frame)
            + segment(0xC4, b"\x00" + table) + segment(0xC4, b"\x10" + table) + segment(0xDA, scan)
            + bytes([0xFF >> 2 * components]) + b"\xff\xd9")


def gif(frames):
    screen = b"GIF89a" + struct.pack("<HHBBB", 2, 1, 0x80, 0, 0) + b"\x10\x20\x30\x40\x50\x60"
    frame = b"\x21\xf9\4\1\0\0\1\0" + b"\x2c" + struct.pack("<HHHHB", 0, 0, 2, 1, 0) + b"\2\2\x44\x0a\0"
    return screen + frame * frames + b";"


def tiff():
    entries = [(256, 4, 1, 2), (257, 4, 1, 1), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (273, 4, 1, 8), (277, 3, 1, 1),
               (278, 4, 1, 1), (279, 4, 1, 2)]
    folder = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries) + b"\0" * 4
    return b"II*\0" + struct.pack("<I", 10) + b"\x20\x90" + folder


def webp():
    pixels = bytes.fromhex("2f00000010071011118888fe07")
    return b"RIFF" + struct.pack("<I", 26) + b"WEBPVP8L" + struct.pack("<I", 13) + pixels + b"\0"


def bmp():
    """2 × 2, 24 bits, rows filled up to four bytes."""
    return b"BM" + struct.pack("<IIIIiiHHIIiiII", 70, 0, 54, 40, 2, 2, 1, 24, 0, 16, 0, 0, 0, 0) + b"\1\2\3\4\5\6\0\0" * 2


def svg(inside):
    return ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20" '
            f'viewBox="0 0 40 20">{inside}</svg>').encode()


shapes = svg('<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient><g id="u"><rect width="5" height="5"/></g>'
             '</defs><path d="M0 0C1 2 3 4 5 6A1 1 0 0 1 9 9z" fill="url(#g)" opacity=".5"/><use xlink:href="#u" x="9"/>')
words = svg('<title>图</title><style>text{font-size:4px}</style><text x="1" y="9">馆藏<tspan dy="2">a</tspan></text><image href="a.png"/>')
SEEDS = {"pictures": [png(0, 1), png(2, 3), png(6, 4), png(3, 1, 1, chunk(b"PLTE", b"\1\2\3\4\5\6") + chunk(b"tRNS", b"\0")), png(4, 2, 16),
                      jpeg(1), jpeg(3), gif(1), gif(2), tiff(), webp(), bmp(), shapes, words]}
for number, seed in enumerate(SEEDS[sys.argv[1]]):
    with open(os.path.join(sys.argv[2], f"seed{number}"), "wb") as file:
        file.write(seed)
