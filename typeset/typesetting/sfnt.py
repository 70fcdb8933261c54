"""What a font file says of itself: family, weight, slant, and the characters it draws.

Only the tables `name`, `OS/2` and `cmap` are read, and of `cmap` only the characters
asked for, so that a font of 65,000 glyphs costs as little as a small one. The source
of every offset is the OpenType specification 1.9.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

#: Fonts that FreeType and WeasyPrint embed as they are.
SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})


@dataclass(frozen=True)
class Face:
    """One font of a file. `weight` is 1–1000 (400 regular, 700 bold).

    `families` are the names that a style sheet may use for it: the typographic family
    and the older four-style one, where they differ.
    """

    path: Path
    families: tuple[str, ...]
    weight: int
    italic: bool
    cmap_offset: int

    def covers(self, characters: Iterable[str]) -> set[str]:
        """Those of `characters` that the font has a glyph for."""
        glyph = self._glyph
        return {character for character in characters if glyph(ord(character))}

    @cached_property
    def _glyph(self) -> Callable[[int], bool]:
        try:
            with self.path.open("rb") as file:
                return _cmap(file, self.cmap_offset)
        except (OSError, struct.error):
            return lambda code: False


def faces(path: Path) -> tuple[Face, ...]:
    """The fonts in the file at `path`; none where it is not a font that can be read."""
    try:
        with path.open("rb") as file:
            if file.read(4) != b"ttcf":
                return (_face(file, path, 0),)
            _, count = struct.unpack(">II", file.read(8))
            starts = struct.unpack(f">{count}I", file.read(4 * count))
            return tuple(_face(file, path, start) for start in starts)
    except (OSError, struct.error, KeyError, UnicodeDecodeError):
        return ()


def _face(file: BinaryIO, path: Path, start: int) -> Face:
    file.seek(start + 4)
    (count,) = struct.unpack(">H6x", file.read(8))
    directory = file.read(16 * count)
    tables = {tag: offset for tag, _, offset, _ in struct.iter_unpack(">4sIII", directory)}
    file.seek(tables[b"OS/2"] + 4)
    (weight,) = struct.unpack(">H", file.read(2))
    file.seek(tables[b"OS/2"] + 62)
    (selection,) = struct.unpack(">H", file.read(2))
    families = _families(file, tables[b"name"])
    return Face(path, families, weight, bool(selection & 0x201), tables[b"cmap"])


def _families(file: BinaryIO, start: int) -> tuple[str, ...]:
    """Name IDs 16 and 1 in English, from the Windows records, else from the Macintosh's."""
    file.seek(start)
    _, count, storage = struct.unpack(">HHH", file.read(6))
    found: dict[int, str] = {}
    records = file.read(12 * count)
    for platform, _, language, name, length, offset in struct.iter_unpack(">6H", records):
        if name not in (1, 16) or (platform, language) not in ((3, 0x409), (1, 0)):
            continue
        if platform == 1 and name in found:
            continue
        file.seek(start + storage + offset)
        text = file.read(length).decode("utf-16-be" if platform == 3 else "mac-roman")
        found[name] = text
    return tuple(dict.fromkeys(found[name] for name in (16, 1) if name in found))


def _cmap(file: BinaryIO, start: int) -> Callable[[int], bool]:
    """Whether a code point has a glyph, by the best Unicode subtable (format 12, else 4)."""
    file.seek(start)
    _, count = struct.unpack(">HH", file.read(4))
    subtables = {}
    for platform, encoding, offset in struct.iter_unpack(">HHI", file.read(8 * count)):
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            file.seek(start + offset)
            (form,) = struct.unpack(">H", file.read(2))
            subtables[form] = start + offset
    if 12 in subtables:
        return _format_12(file, subtables[12])
    if 4 in subtables:
        return _format_4(file, subtables[4])
    return lambda code: False


def _format_12(file: BinaryIO, start: int) -> Callable[[int], bool]:
    file.seek(start + 12)
    (count,) = struct.unpack(">I", file.read(4))
    groups = file.read(12 * count)

    def glyph(code: int) -> bool:
        low, high = 0, count
        while low < high:
            middle = (low + high) // 2
            first, last, index = struct.unpack_from(">III", groups, 12 * middle)
            if code > last:
                low = middle + 1
            elif code < first:
                high = middle
            else:
                return bool(index + code - first)
        return False

    return glyph


def _format_4(file: BinaryIO, start: int) -> Callable[[int], bool]:
    file.seek(start + 2)
    length, _, twice = struct.unpack(">HHH", file.read(6))
    file.seek(start)
    table = file.read(max(length, 16 + 4 * twice))
    ends, starts, deltas, ranges = (14, 16 + twice, 16 + 2 * twice, 16 + 3 * twice)

    def glyph(code: int) -> bool:
        low, high = 0, twice // 2
        while low < high:
            middle = (low + high) // 2
            if struct.unpack_from(">H", table, ends + 2 * middle)[0] < code:
                low = middle + 1
            else:
                high = middle
        if 2 * low >= twice:
            return False
        (first,) = struct.unpack_from(">H", table, starts + 2 * low)
        if code < first:
            return False
        (delta,) = struct.unpack_from(">H", table, deltas + 2 * low)
        (distance,) = struct.unpack_from(">H", table, ranges + 2 * low)
        if not distance:
            return bool((code + delta) & 0xFFFF)
        place = ranges + 2 * low + distance + 2 * (code - first)
        if place + 2 > len(table):
            return False
        return bool(struct.unpack_from(">H", table, place)[0])

    return glyph
