"""What the font of a character in a PDF says: its family, its style, whether it draws icons."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BOLD = re.compile(r"bold|black|heavy|semibold|demi|(?<![a-z])(?:bd|bx|b)$", re.IGNORECASE)
_COMPUTER_MODERN_BOLD = re.compile(
    r"^(?:CM|SF|EC|T[125]|LA|LH|PL)(?:SS)?(?:BX?|BXTI|BXSL|BI|BL|SX|SO|XC|OC|RB)\d+$"
)
"""Knuth's names: a family of two letters, the style, and the size that it is drawn for."""
_ICONS = re.compile(
    r"awesome|academicons|glyphicons|icomoon|ionicons|material-?icons", re.IGNORECASE
)
"""Fonts whose letters are pictures: what they are coded as is not what a reader sees."""
_ITALIC = re.compile(r"italic|oblique|slanted|(?<![a-z])(?:it|ti|sl)(?:\d+)?$|-it$", re.IGNORECASE)
_STYLE = re.compile(
    r"[-, ]*(?:bold|black|heavy|semi|demi|medium|light|regular|book|roman|italic|oblique|mt|ps"
    r"|bd|it|lt|\d+)+$",
    re.IGNORECASE,
)
_NAMELESS = re.compile(r"^(?:CIDFont\+)?[A-Z]{1,2}\d+$")
"""A name that a program made up, which tells neither family nor style."""
_FORCE_BOLD, _SLANTED = 1 << 18, 1 << 6
_MAC_STYLE = 44
"""Where the table `head` of an OpenType font holds its style: bit 0 is bold, bit 1 italic."""


@dataclass(frozen=True, slots=True)
class Font:
    """The font of a character: its family, and whether it is bold, slanted or made of icons."""

    family: str = ""
    strong: bool = False
    em: bool = False
    icons: bool = False


def named_font(name: str, flags: int, *, stroked: bool) -> Font:
    """A font by its name and its flags (PDF 32000-1, table 123).

    Letters that are filled and stroked are bold: so programs draw fonts that have no bold.
    """
    name = re.sub(r"^[A-Z]{6}\+", "", name)
    named = _BOLD.search(name) or _COMPUTER_MODERN_BOLD.match(name)
    return Font(
        _STYLE.sub("", name),
        bool(named) or bool(flags & _FORCE_BOLD) or stroked,
        bool(_ITALIC.search(name)) or bool(flags & _SLANTED),
        bool(_ICONS.search(name)),
    )


def is_nameless(name: str) -> bool:
    """Whether a font's name tells nothing, so that its own program has to."""
    return bool(_NAMELESS.match(name))


def program_style(program: bytes) -> tuple[bool, bool]:
    """Whether an OpenType font says itself that it is bold, and italic; neither for other fonts."""
    count = int.from_bytes(program[4:6])
    for start in range(12, min(12 + 16 * count, len(program)), 16):
        if program[start : start + 4] == b"head":
            offset = int.from_bytes(program[start + 8 : start + 12]) + _MAC_STYLE
            style = int.from_bytes(program[offset : offset + 2])
            return bool(style & 1), bool(style & 2)
    return False, False
