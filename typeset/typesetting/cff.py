"""OpenType fonts with CFF outlines, embedded so that a validator finds every glyph.

Without an `Encoding` in its Top DICT a font that is not CID-keyed has Adobe's Standard
Encoding (Adobe Technical Note 5176, 12). In a composite font a code means a glyph's number
(ISO 32000-1, 9.7.4.2), but veraPDF 1.28 takes it through that encoding, and misses glyph 39
where the subset has no `quoteright`. An encoding without codes says what is meant.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Any

_ENCODING, _ROS, _ESCAPE = 16, (12, 30), 12
_SAYINGS = range(5)
"""The operators of version, Notice, FullName, FamilyName and Weight, which no page needs."""
_FARTHEST = 0x7FFF
"""The largest number of the three bytes that there is room for."""


def encode_nothing(pdf: Any) -> None:
    """Give the CFF fonts of a `pydyf.PDF`, before it is written, an encoding without codes."""
    for item in pdf.objects:
        extra = getattr(item, "extra", None) or {}
        if extra.get("Subtype") == "/OpenType":
            item.stream = [without_codes(b"".join(item.stream))]


def without_codes(font: bytes) -> bytes:
    """The OpenType font with an empty `Encoding`, byte for byte as long as before.

    It takes the room of an entry that only says a name. A font that is CID-keyed, that
    has an encoding, or has no such room, comes back as it is.
    """
    record = _record(font)
    if record < 0:
        return font
    start, length = struct.unpack(">II", font[record + 8 : record + 16])
    table = bytearray(font[start : start + length])
    first, end = _top_dict(table)
    entries = list(_entries(bytes(table[first:end])))
    operators = [operator for _, operator in entries]
    names = [data for data, operator in entries if operator in _SAYINGS and len(data) == 4]
    empty = table.find(b"\0\0", end)  # format 0, no codes
    if _ENCODING in operators or _ROS in operators or not names or not 0 < empty <= _FARTHEST:
        return font
    kept = [data for data, _ in entries if data != names[0]]
    table[first:end] = b"".join(kept) + struct.pack(">BhB", 28, empty, _ENCODING)
    made = bytearray(font)
    made[start : start + length] = table
    struct.pack_into(">I", made, record + 4, _checksum(bytes(table)))
    return bytes(made)


def _record(font: bytes) -> int:
    """Where the directory of an OpenType font tells of its CFF table; -1 where it has none."""
    if font[:4] != b"OTTO":
        return -1
    tables = struct.unpack(">H", font[4:6])[0]
    places = range(12, 12 + 16 * tables, 16)
    return next((place for place in places if font[place : place + 4] == b"CFF "), -1)


def _top_dict(table: bytes | bytearray) -> tuple[int, int]:
    """Where the first Top DICT begins and ends: the header and the Name INDEX stand before."""
    _, names_end = _index(table, table[2])
    begin, _ = _index(table, names_end)
    size = table[names_end + 2]
    second = int.from_bytes(table[names_end + 3 + size : names_end + 3 + 2 * size], "big")
    return begin, begin + second - 1


def _index(table: bytes | bytearray, place: int) -> tuple[int, int]:
    """Where the data of the INDEX at `place` begin, and where it ends (5176, 5)."""
    count, size = int.from_bytes(table[place : place + 2], "big"), table[place + 2]
    begin = place + 3 + (count + 1) * size
    last = int.from_bytes(table[begin - size : begin], "big")
    return begin, begin + last - 1


def _entries(data: bytes) -> Iterator[tuple[bytes, int | tuple[int, int]]]:
    """The entries of a DICT with their operators (5176, 4)."""
    begin = place = 0
    while place < len(data):
        byte = data[place]
        if byte <= 21:
            escaped = byte == _ESCAPE
            place += 2 if escaped else 1
            yield data[begin:place], (byte, data[place - 1]) if escaped else byte
            begin = place
        elif byte == 30:  # a real number, two digits a byte, until one is 0xf
            while 0xF not in (data[place + 1] >> 4, data[place + 1] & 0xF):
                place += 1
            place += 2
        else:
            place += {28: 3, 29: 5}.get(byte, 1 if byte <= 246 else 2)


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
