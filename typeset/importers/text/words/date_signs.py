"""The signs in dates, and which of them stand in a text."""

from __future__ import annotations

import re
from html import unescape

from typeset.importers.text.words.scripts import CJK_SIGNS

YEAR = r"(?:19|20)\d\d"
MARK = r"['’‘`´′]"
"""What stands for the century; word processors turn it to either side."""
HAS_YEAR = re.compile(r"\d\d|年")
"""What every date holds: two digits of a year, or one of an era."""
HAS_SURE_YEAR = re.compile(rf"{YEAR}|(?:{MARK}|[./-])\s?\d\d|\d\s?[년年]|元\s?年")
"""What it holds where no word makes years of two bare digits: "Dec 17", "WS 17"."""
SIGN = rf"(?-i:[{CJK_SIGNS}])"
"""A CJK sign. In any case, its long ranges would take most of the time the pattern compiles."""
NO_SIGN = r"[^\s\S]"
"""In its place where a text has none: ranges so long take 2 ms to compile each time they stand."""

TILDES = "~∼〜～"
_DASHES = rf"-{{1,5}}|–{{1,2}}|—{{1,2}}|/(?={YEAR}(?!\d))"
_RARE_DASHES = f"\u2010\u2011―−{TILDES}－ー→⇒➔➝至到"
_ARROWS = r"(?:-{1,3}|–)\\?>|=>"
_DOTS = r"\.{2,3}(?=\s?\w)|…(?=\s?\w)"
DASH = rf"(?:{_DASHES}|[{_RARE_DASHES}]|{_ARROWS}|{_DOTS})"

DATE_SIGNS = frozenset(f"{_RARE_DASHES}>…年년月월'")
"""Those without which a form of dates cannot stand in a text: see `signs_in`."""
_CENTURY = re.compile(rf"{MARK}[\W_]{{0,9}}(?:\d\d|<)")
"""A mark before digits, which is no apostrophe; marks of Markdown or HTML may be between."""
_DOTTED = re.compile(r"\.\\?\.|．")


def signs_in(text: str) -> frozenset[str]:
    """Those of `DATE_SIGNS` that stand in a text, be it as entities.

    `…` is there for two dots as well, and `'` for a mark of the century of any form.
    """
    text = unescape(text) if "&" in text else text
    found = DATE_SIGNS.intersection(text) - {"'"}
    if _DOTTED.search(text):
        found |= {"…"}
    return found | {"'"} if _CENTURY.search(text) else found


def dashes(signs: frozenset[str]) -> str:
    """`DASH`, made of those that stand in a text, and of the common ones."""
    rare = "".join(sign for sign in _RARE_DASHES if sign in signs)
    forms = [_DASHES]
    forms += [f"[{rare}]"] * bool(rare) + [_ARROWS] * (">" in signs) + [_DOTS] * ("…" in signs)
    return f"(?:{'|'.join(forms)})"
