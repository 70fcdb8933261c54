"""Words of scripts written without spaces, as far as terms need them.

In Japanese a term is a run of Chinese characters and katakana, which hiragana ends. In
Chinese and Thai a segmenter finds the small words, between which terms stand. What a
posting's language lists as saying little is parted from the rest in all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from typeset.tailor.posting.language import Language

if TYPE_CHECKING:
    from budoux import Parser

_NOUNS = re.compile("[\u3005-\u3007\u30a1-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_HIRAGANA = re.compile("[\u3041-\u309f]+")


def segments(run: str, known: Language) -> list[str]:
    """The run in parts: what may be a term, whole, and the words between."""
    parts: list[str] = []
    before = False
    for part in _parts(run, known):
        says = tells(part, known)
        if says and before and part not in known.wholes and parts[-1] not in known.wholes:
            parts[-1] += part
        else:
            parts.append(part)
        before = says
    return parts


def tells(part: str, known: Language) -> bool:
    """Whether a part may be in a term: it is neither small nor general."""
    little = part in known.stops or part in known.generic
    return not little and not _HIRAGANA.fullmatch(part)


def _parts(run: str, known: Language) -> Iterator[str]:
    for piece in known.listed_words.split(run):
        if not piece:
            continue
        if piece in known.generic or piece in known.wholes:
            yield piece
        elif known.code == "ja":
            yield from re.findall(f"{_NOUNS.pattern}|{_HIRAGANA.pattern}|.", piece)
        elif segmenter := _segmenter(known.code):
            yield from segmenter.parse(piece)
        else:
            yield piece


@cache
def _segmenter(code: str) -> Parser | None:
    import budoux

    if code == "zh":
        return budoux.load_default_simplified_chinese_parser()
    return budoux.load_default_thai_parser() if code == "th" else None
