"""A certificate or prize in a script without spaces → its name, and who gave it.

"急救证书，红十字会", "日本深海学会　奨励賞", "米麵包創意賽，冠軍": a prize or a rank ends as such
names do, what it was won in or given by stands beside it.
"""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import ends_like_owner, names, names_owner
from typeset.importers.text.markup.inline import split_top, unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, HAN_NUMERALS

_COMMA = re.compile(r"\s*[，,／]\s*|\s+/\s+|[ \t]*\t[ \t]*|\u3000+")
_UNSPACED = re.compile(r"\W*[\u3040-\u30ff\u3400-\u9fff]")
_HANGUL = re.compile("[\uac00-\ud7af]")
_SPACE = re.compile(r"[\s\u3000]+")
_PAIR = 2
"""A name and its giver."""


def solid_parts(text: str, name: str, record: Record) -> Entry:
    """The name of an item under its key and its giver; {} where the words do not tell them."""
    hangul = name == "name" and _HANGUL.search(text)  # a prize has its contest before it there
    if not _UNSPACED.match(unstyle(text)) and not hangul:
        return {}
    parts = split_top(text, _COMMA)
    if name == "title":
        parts = [part for one in parts for part in split_top(one, _SPACE)]
        return _prize(parts, record)
    if len(parts) != _PAIR:
        return {}
    given = _gives(parts[1], record) and not _gives(parts[0], record)
    called, giver = (wholly(part)[1] for part in parts)
    return {name: called, "issuer": giver} if given else {}


def _prize(parts: list[str], record: Record) -> Entry:
    """What it was won in or given by stands before a prize or its rank, or behind it."""
    told = [_is_prize(part, record) for part in parts]
    if len(parts) < _PAIR or not all(map(CJK.search, (parts[0], parts[-1]))):
        return {}
    if told[-1] and not told[0]:
        return {"title": " ".join(parts[1:]), "awarder": parts[0]}
    if told[0] and len(parts) == _PAIR and not told[1]:
        return {"title": parts[0], "awarder": parts[1]}
    return {}


def _is_prize(text: str, record: Record) -> bool:
    """Whether a part ends as a prize or a rank: "奨励賞", "第三名", "冠軍"."""
    ending = tuple(record.vocabulary["prize_endings"])
    ranked = re.fullmatch(rf"(?:.*第)?[{HAN_NUMERALS}\d]{{1,3}}[名位等]奖?獎?", text)
    bare = re.sub(r"[（(][^()（）]*[)）]$", "", text)
    return bool(ranked) or bare.endswith(ending) or names("prizes", text, record)


def _gives(text: str, record: Record) -> bool:
    owner = names_owner(text, record)
    return owner or ends_like_owner(text, record)
