"""Whether bytes that begin with the mark of UTF-16 are a text in it, or begin so by chance."""

from __future__ import annotations

import re
import unicodedata

_ENOUGH = 20_000
"""Characters looked at."""
_MISREAD = frozenset({"Cn", "Co", "Cs", "Cc"})
_EAST = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC"})
_NATIONAL = ("gb2312", "big5", "shift_jis", "euc_kr")
"""The character sets of the East: a text of one country is in one of them, chance in none."""
_BREAKS = re.compile(r"[\s!-~\u3000-\u303f\u30fb\uff01-\uff0f]")


def is_plausible_utf16(data: bytes) -> bool:
    """Whether `data` decodes to letters of scripts that are written together, with breaks."""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError:
        return False
    text = text[:_ENOUGH]
    if any(unicodedata.category(c) in _MISREAD and c not in "\t\n\v\f\r\x85\0" for c in text):
        return False
    letters = [character for character in text if character.isalpha()]
    if "\0" in text or len(letters) * 4 < len(text.strip()):
        return False
    scripts: dict[str, int] = {}
    for letter in letters:
        name = unicodedata.name(letter, "").split(" ")[0].split("-")[0]
        scripts[name] = scripts.get(name, 0) + 1
    foreign = [name for name in scripts if name not in ("LATIN", "FULLWIDTH", "HALFWIDTH")]
    counted = [name for name in foreign if scripts[name] * 10 >= len(letters)]
    eastern = [letter for letter in letters if "\u2e80" <= letter <= "\ud7af"]
    if len(foreign) > 6 or (len(counted) > 1 and not set(counted) <= _EAST):
        return False
    return len(eastern) * 10 < len(letters) or _is_eastern("".join(eastern), text)


def _is_eastern(letters: str, text: str) -> bool:
    """Whether Han, kana and Hangul are those that one country writes, and not without a break."""
    shares = (len(letters.encode(name, "ignore").decode(name)) for name in _NATIONAL)
    return max(shares) * 20 >= len(letters) * 19 and bool(_BREAKS.search(text))
