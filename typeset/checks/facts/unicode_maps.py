"""A font's own account of its glyphs: which characters they stand for, and how wide they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from typeset.checks.facts.objects import as_dict, as_list, name

_MAX_RANGE = 70_000

_HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
_BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(?:" + _HEX + rb"|\[(.*?)\])", re.DOTALL)


@dataclass(slots=True)
class FontMap:
    """`text` and `widths` (thousandths of an em) by code; `length` is the bytes of a code."""

    length: int = 1
    text: dict[int, str] = field(default_factory=dict)
    widths: dict[int, float] = field(default_factory=dict)
    width: float = 500.0
    mapped: bool = False

    def decode(self, string: bytes) -> tuple[str, float, int]:
        """Characters, advance in thousandths of an em, and how many codes it was."""
        found, advance, count = [], 0.0, 0
        for start in range(0, len(string) - self.length + 1, self.length):
            code = int.from_bytes(string[start : start + self.length], "big")
            found.append(self.text.get(code) or self._guess(code))
            advance += self.widths.get(code, self.width)
            count += 1
        return "".join(found), advance, count

    def _guess(self, code: int) -> str:
        """A simple font without a map is nearly always in Windows' Latin."""
        if self.length > 1 or self.mapped:
            return "\ufffd"
        return bytes([code]).decode("cp1252", "replace")


def font_map(font: Any) -> FontMap:
    """What a font dictionary says of its codes."""
    made = FontMap()
    if name(font.get("/Subtype")) == "Type0":
        made.length = 2
        _read_cid_widths(font, made)
    else:
        first = int(font.get("/FirstChar", 0) or 0)
        for offset, width in enumerate(as_list(font.get("/Widths"))):
            made.widths[first + offset] = float(width)
    unicode = font.get("/ToUnicode")
    if unicode is not None and hasattr(unicode, "read_bytes"):
        _read_cmap(bytes(unicode.read_bytes()), made)
    return made


def _read_cid_widths(font: Any, made: FontMap) -> None:
    descendants = as_list(font.get("/DescendantFonts"))
    if not descendants:
        return
    descendant = as_dict(descendants[0])
    made.width = float(descendant.get("/DW", 1000) or 1000)
    items, at = as_list(descendant.get("/W")), 0
    while at + 1 < len(items):
        first, second = int(items[at]), items[at + 1]
        if isinstance(second, (int, float)) or not hasattr(second, "__len__"):
            if at + 2 >= len(items):
                break
            for code in range(first, min(int(second), first + _MAX_RANGE) + 1):
                made.widths[code] = float(items[at + 2])
            at += 3
        else:
            for offset, width in enumerate(as_list(second)):
                made.widths[first + offset] = float(width)
            at += 2


def _read_cmap(data: bytes, made: FontMap) -> None:
    made.mapped = True
    for block in _BLOCK.finditer(data):
        kind, body = block[1], block[2]
        if kind == b"codespacerange":
            if pair := _PAIR.search(body):
                made.length = max(1, len(_digits(pair[1])) // 2)
        elif kind == b"bfchar":
            for pair in _PAIR.finditer(body):
                made.text[_number(pair[1])] = _characters(pair[2])
        else:
            for found in _RANGE.finditer(body):
                _read_range(found, made)


def _read_range(found: re.Match[bytes], made: FontMap) -> None:
    first, last = _number(found[1]), _number(found[2])
    last = min(last, first + _MAX_RANGE)
    if found[4] is not None:
        for offset, item in enumerate(re.findall(_HEX, found[4])):
            if first + offset <= last:
                made.text[first + offset] = _characters(item)
        return
    start = _characters(found[3])
    for code in range(first, last + 1):
        if start:
            made.text[code] = start[:-1] + chr(min(ord(start[-1]) + code - first, 0x10FFFF))


def _digits(text: bytes) -> bytes:
    return bytes(re.sub(rb"\s", b"", text))


def _number(text: bytes) -> int:
    return int(_digits(text) or b"0", 16)


def _characters(text: bytes) -> str:
    digits = _digits(text)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()).decode("utf-16-be", "ignore")
