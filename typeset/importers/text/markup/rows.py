"""Lines of plain text, and the marks they begin with: bullets, numbers, rules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

WORD_BULLETS = (
    "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06e"
    "\uf02d\uf06c\uf06f\uf071\uf075\uf077\uf09f\uf0a8\uf0e8\uf0f0"
)
"""Bullets of a word processor's fonts of symbols, which it saves as signs of private use."""
BULLET = re.compile(
    rf"(?:-{{2}}|>{{2}})\s+(?=\S)|[•‣◦▪●○■□▸►↳⁃➢➤➔→⇒✓✔✦◆◇❖–—*·∙>»\-{WORD_BULLETS}](?=\s)\s+"
    r"|[•‣◦▪●■▸►\uf0b7\uf0a7](?=\S)|\+(?=\s+[^\W\d_a-zà-ÿ])\s+"
    r"|[・･ㆍ－‧．]\s*(?=\S)|·(?=[\u3040-\u9fff\uac00-\ud7af])"
)
"""Signs before an item.

The middle dots of Japanese and Korean stand close to it.
"""
NUMBER = re.compile(
    r"\[?(\d{1,2})(?:\.\)\s*|[.)]\s+|(?<=\[\d)\]\s+|(?<=\[\d\d)\]\s+|[、．]\s*)(?=\S)"
)
"""The number of an item: "1. ", "2) ", and as lists of references have it, "[3] "."""
FRAMED_LABEL = re.compile(r"[【［〔][^】］〕]{1,12}[】］〕]")
"""A label in a frame that begins a line: "【業務内容】", and no more of the item above it."""
_LETTER_BULLET = re.compile(r"^(?P<indent>[ \t]+)o(?=(?P<gap>[ \t]+)(?P<first>\S))", re.MULTILINE)
_FEWEST_LETTER_BULLETS = 3
_PLUS = re.compile(r"^[ \t]*\+[ \t]+[^\W\d_]", re.MULTILINE)
_ANY_PLUS = re.compile(r"^(?P<indent>[ \t]*)\+(?=[ \t]+[^\W_])", re.MULTILINE)
_LETTERED = re.compile(r"^(?P<indent>[ \t]*)(?P<letter>[a-z])\)(?=[ \t]+\S)", re.MULTILINE)
UNDERLINE = re.compile(r"\s*(?:([=\-_~*–—－＝＿～＊─━═])\1{2,}|([.·])\2{4,})\s*")
_FLANKED = re.compile(
    r"(?P<sign>[*=~#+:|·•–—_>-])(?P=sign)*\s*(?P<title>[^\W\d_](?:[^@|\t:]{0,38}[^\W_])?)"
    r"[:]?\s*(?:(?P=sign)|<)+"
)
"""A text between signs, as plain titles are: "== Skills ==", ">> Work <<"."""
_LED = re.compile(
    r"(?P<sign>([#=~>»@%:/])\2{1,2})[ \t]+(?P<title>[^\W\d_](?:[^@|\t:]{0,38}[^\W_])?)"
)
"""A text behind two signs or three that are no bullet: "## Skills", "// Work"."""
FLANKED_HEAD = re.compile(r"^\s*(?P<sign>[*=~#+-])(?P=sign)+\s+(\S.*\d.*\S)\s+(?P=sign){2,}\s*$")
"""A line with a number between signs, which set it apart as a head: "** Cook, 2019 **"."""
RULED = re.compile(r"_{4,}")
"""A line to write on, or one that leads from one column to the next: no part of a word."""


def is_private(signs: str) -> bool:
    """Whether one of the signs is a bullet of private use."""
    return any("\ue000" <= sign <= "\uf8ff" for sign in signs)


@dataclass(slots=True)
class Row:
    """A line of plain text, without its indent."""

    number: int
    indent: int
    text: str


def with_bullets(text: str) -> str:
    """Plain text whose bullets are the letter o, letters in turn ("a)", "b)") or plus signs.

    A word "o" begins few lines, and hardly two at one indent with a gap behind ("o  Cut timber").
    Where many lines begin with a plus, a number behind one calls nobody: "+ 9 cows".
    """
    if len(_PLUS.findall(text)) >= _FEWEST_LETTER_BULLETS:
        text = _ANY_PLUS.sub(r"\g<indent>•", text)
    letters = [match["letter"] for match in _LETTERED.finditer(text)]
    if any(ord(after) == ord(letter) + 1 for letter, after in pairwise(letters)):
        text = _LETTERED.sub(r"\g<indent>•", text)
    rings = list(_LETTER_BULLET.finditer(text))
    set_off = Counter(match["indent"] for match in rings if match["gap"] != " ")
    many = len(rings) >= _FEWEST_LETTER_BULLETS or max(set_off.values(), default=0) > 1
    marks = many and not any(match["first"].islower() for match in rings)
    return _LETTER_BULLET.sub(r"\g<indent>•", text) if marks else text


def visible_rows(text: str, flanks: frozenset[str]) -> Iterator[tuple[int, str]]:
    """What a reader sees of plain text, line by line: without bullets, list numbers and rules.

    `flanks` are the signs that stand before its titles, or on both sides of them.
    """
    lines = with_bullets(text).split("\n")
    rows = [Row(number, 0, raw.strip()) for number, raw in enumerate(lines, 1)]
    for at, row in enumerate(rows):
        if not row.text or UNDERLINE.fullmatch(row.text):
            continue
        title = flanked(row.text)
        if title and title["sign"] in flanks:
            yield row.number, title["title"]
            continue
        mark = BULLET.match(row.text) or (is_numbered(rows, at) and NUMBER.match(row.text))
        shown = row.text[mark.end() :] if mark else row.text
        yield row.number, RULED.sub(" ", shown)


def flanked(text: str) -> re.Match[str] | None:
    """The `sign` and the `title` of a line set as a title between signs, or behind them."""
    closed = text[-1:] in (text[:1], "<")
    return (_FLANKED.fullmatch(text) if closed else None) or _LED.fullmatch(text)


def is_numbered(rows: list[Row], at: int) -> bool:
    """A number begins a list only where another number follows (`1. Vorsitzender` is a post)."""
    match = NUMBER.match(rows[at].text)
    if not match or (int(match[1]) > 1 and not _list_before(rows, at, int(match[1]))):
        return False
    if "．" in match[0]:  # it numbers titles too, but those do not stand line by line
        beside = [row for row in rows[max(0, at - 1) : at + 2] if row is not rows[at]]
        return any("．" in row.text[:3] and NUMBER.match(row.text) for row in beside)
    following = (row.text for row in rows[at + 1 : at + 12])
    led = at > 0 and rows[at - 1].text.endswith((":", "："))  # "工作内容：" over a list of one
    return (
        led
        or int(match[1]) > 1
        or any((other := NUMBER.match(text)) and int(other[1]) == 2 for text in following)
    )


def _list_before(rows: list[Row], at: int, number: int) -> bool:
    before = (row.text for row in rows[max(0, at - 12) : at])
    return any((other := NUMBER.match(text)) and int(other[1]) == number - 1 for text in before)


def begins(rows: list[Row], at: int) -> bool:
    """Whether a rule, a bullet or a number of a list begins at a row."""
    text = rows[at].text
    return bool(UNDERLINE.fullmatch(text) or BULLET.match(text) or is_numbered(rows, at))


def boxed(rows: list[Row], at: int) -> int:
    """How many lines stand between the rule at `at` and one just like it; 0 for no title."""
    sign = rows[at].text
    last = min(at + _MOST_BOXED + 2, len(rows))
    end = next((i for i in range(at + 1, last) if rows[i].text == sign), at) - at - 1
    inner = rows[at + 1 : at + 1 + end]
    plain = UNDERLINE.fullmatch(sign) and all(
        row.text and len(row.text) <= _LONGEST_BOXED for row in inner
    )
    return end if plain and 1 < end <= _MOST_BOXED else 0


_LONGEST_BOXED = 40
_MOST_BOXED = 3


def foot_of(rows: list[Row], margin: int) -> int:
    """Where text begins in the margin of the titles, below all that is set further in; -1: none."""
    inner = [at for at, row in enumerate(rows) if row.text and row.indent > margin]
    if margin < 0 or not inner:
        return -1
    below = next((at for at in range(inner[-1] + 1, len(rows)) if rows[at].text), -1)
    return below if below > 0 and not rows[below - 1].text else -1
