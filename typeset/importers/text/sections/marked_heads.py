"""Heads of entries behind a sign of their own, over bullets that stand no further in.

"◆Moss Labs" / "- Cook (2019 – 2020)": so do Japanese and Korean texts set them. With a period in
them they may stand over any text. The sign of section titles ("■職務経歴") marks no heads.
"""

from __future__ import annotations

import re

from typeset.importers.text.markup.rows import BULLET, Row
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import HAN_NUMERALS

_SIGNS = frozenset("◆◇■□●○◯▼▽◎★☆▶▷◉❖")
_FEWEST = 2
_LONGEST = 70


def marked_heads(rows: list[Row], record: Record) -> dict[int, str]:
    """The places of the rows that are such heads, with their texts."""
    found: dict[int, str] = {}
    for sign in sorted({row.text[:1] for row in rows} & _SIGNS):
        places = [at for at, row in enumerate(rows) if row.text[:1] == sign]
        titles = {at: rows[at].text.lstrip(sign).strip() for at in places}
        if len(places) < _FEWEST or any(known_title(text, record) for text in titles.values()):
            continue
        over = sum(_is_over_texts(rows, at, record) for at in places)
        if over * 2 > len(places) and all(_is_head(rows, at, titles[at], record) for at in places):
            record.choose(rows[places[0]].number, "marked-heads", rows[places[0]].text, "entries")
            found |= titles
    return found or _numbered_heads(rows, record) or _counted_heads(rows, record)


def _numbered_heads(rows: list[Row], record: Record) -> dict[int, str]:
    """The places of heads that numbers count ("一、Moss 中学", "(1) 店長"), each over a form.

    Or over lines of which one is a period.
    """
    found = {at: match for at, row in enumerate(rows) if (match := _NUMBERED.match(row.text))}
    titles = {at: match[2].strip() for at, match in found.items()}
    if len(found) < _FEWEST or any(known_title(text, record) for text in titles.values()):
        return {}
    if not all(
        _is_over_form(rows, at, record) or _is_over_period(rows, at, record) for at in found
    ):
        return {}
    for at, match in found.items():
        record.use_label(rows[at].number, match[1], "numbers")
    return titles


_NUMBERED = re.compile(
    rf"([{HAN_NUMERALS}]{{1,2}}(?=[、.．])|[（(](?:\d{{1,2}}|[{HAN_NUMERALS}]{{1,2}})[)）]|[①-⑳])"
    r"[、.．]?\s*(\S.*)"
)


def _counted_heads(rows: list[Row], record: Record) -> dict[int, str]:
    """The places of free heads behind "1." and "2)", each over lines of which one is a period.

    A list elsewhere may be numbered, too: its items are over none.
    """
    matches = {at: match for at, row in enumerate(rows) if (match := _COUNTED.match(row.text))}
    found = {
        at: match
        for at, match in matches.items()
        if _is_head(rows, at, match[2], record) and _is_over_period(rows, at, record)
    }
    if len(found) < _FEWEST:
        return {}
    for at, match in found.items():
        record.use_label(rows[at].number, match[1], "numbers")
    return {at: match[2] for at, match in found.items()}


_COUNTED = re.compile(r"(\d{1,2})[.)]\s+([^\W\d_].*)")


def _is_over_period(rows: list[Row], at: int, record: Record) -> bool:
    """Whether one of the two rows right below a row is a period and nothing else."""
    below = [row.text for row in rows[at + 1 : at + 3]]
    found = [is_only_date(text, record.vocabulary) for text in below if text]
    return any(one is not None and one.start != one.end for one in found)


def _is_over_texts(rows: list[Row], at: int, record: Record) -> bool:
    found = find_date(rows[at].text, record.vocabulary)
    ranged = found is not None and found.start != found.end
    return ranged or _is_over_bullets(rows, at) or _is_over_form(rows, at, record)


def _is_over_form(rows: list[Row], at: int, record: Record) -> bool:
    """Whether the row right below is a labelled one of a form: "期間：2016/08～迄今"."""
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    match = _LABELLED.match(below)
    label = (match[1] or match[2]) if match else ""
    return bool(label) and record.vocabulary.column(label) in ("dates", "role", "organisation")


_LABELLED = re.compile(r"[【［〔]([^】］〕\d]{1,12})[】］〕]|([^:：\d]{1,12}?)\s*[:：]")


def _is_over_bullets(rows: list[Row], at: int) -> bool:
    """Whether a bullet of another sign stands right below a row, no further in."""
    below = rows[at + 1] if at + 1 < len(rows) else rows[at]
    other = below.text[:1] != rows[at].text[0] and bool(BULLET.match(below.text))
    return other and below.indent <= rows[at].indent


def _is_head(rows: list[Row], at: int, text: str, record: Record) -> bool:
    """Whether a row is short, stands free, and has texts under it that are no more of its kind.

    A section's title may stand right above it.
    """
    above = rows[at - 1].text if at else ""
    free = not above or bool(known_title(above, record))
    below = rows[at + 1].text if at + 1 < len(rows) else ""
    whole = text[-1:] not in "。.;,、"
    return free and bool(below) and below[0] != rows[at].text[0] and whole and len(text) <= _LONGEST
