"""What scripts differ in: commas, capitals, and whether spaces set words apart."""

from __future__ import annotations

import re

COMMAS = ",，、،"
"""Commas: Latin, of full width, ideographic and Arabic; for the class of a pattern."""
COMMA = re.compile(rf"\s*[{COMMAS}]\s*")
SPACED_DASH = re.compile(r"\s+[–—-]\s+")
"""A dash between two parts; without spaces it stands within a word or a range."""
CJK_SIGNS = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
"""Kana, Chinese signs and Hangul, for the class of a pattern."""
CJK = re.compile(f"[{CJK_SIGNS}]")
HAN_NUMERALS = "一二三四五六七八九十"
"""Chinese numerals, for the class of a pattern."""
SOLID = re.compile(rf"[\u0e00-\u0eff{CJK_SIGNS}]")
"""Scripts in which words are not set apart by spaces, or are built up without them: Thai too."""


def begins_name(text: str) -> bool:
    """Whether a text begins as a name does, or with a number before one: "12 Chairs"."""
    return begins_large(text) or _NUMBERED.match(text) is not None


_NUMBERED = re.compile(r"\d{1,4}(?:\w\w)?\s+[^\W\d_a-zà-ÿ]")


def begins_large(text: str) -> bool:
    """Whether a text begins with a letter that is no small one: a script may have no capitals."""
    return text[:1].isalpha() and not text[:1].islower()
