"""How well a degree was taken, and the parts of its title."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.heads.words import EDUCATION, Kind, names
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_points import alternatives
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

_COMMA = re.compile(r"\s*,\s+")


def without_honours(title: str, words: Kind, record: Record) -> tuple[str, list[str]]:
    """A degree's title line without the honours it was taken with, and these.

    They follow the date, or a comma: "Degree, School, dates, Second Class Upper".
    """
    barred = split_top(title, _BAR)
    if len(barred) == 2 and is_honours(barred[1], words, record):
        return barred[0], [barred[1]]  # "Degree, School | Merit"
    if len(barred) > 1 and (own := without_honours(barred[0], words, record))[1]:
        rest, taken = without_honours(" | ".join([own[0], *barred[1:]]), words, record)
        return rest, [*own[1], *taken]  # "Degree, Merit | School | Town"
    first, *after = title.split("\t")
    if (dash := _LAST_DASH.search(first)) and is_honours(dash[1], words, record):
        first, after = first[: dash.start()], [dash[1], *after]
    taken = [
        part
        for part in after
        if is_honours(part, words, record) and not _ends_in_honours(part, words, record)
    ]
    cells = [first, *(part for part in after if part not in taken)]
    for at, cell in enumerate(cells):
        ends = comma_parts(cell, record)
        if len(ends) > 1 and is_honours(cell[slice(*ends[-1])], words, record):
            taken.insert(0, cell[slice(*ends[-1])].strip())
            cells[at] = cell[: ends[-2][1]].strip()
        elif inner := _inner_honours(cell, ends, record):
            taken.insert(0, cell[slice(*inner)].strip(", "))
            cells[at] = (cell[: inner[0]].rstrip(", ") + cell[inner[1] :]).strip()
    return "\t".join(cells), taken


def _ends_in_honours(text: str, words: Kind, record: Record) -> bool:
    """Whether only the last part of a column is honours: "Guild Print Finishing, Distinction"."""
    ends = comma_parts(text, record)
    told = [is_honours(text[slice(*end)], words, record) for end in ends]
    return len(told) > 1 and told[-1] and not any(told[:-1])


def _inner_honours(
    text: str, ends: list[tuple[int, int]], record: Record
) -> tuple[int, int] | None:
    """Where a part between commas is honours and nothing else: "BA Art, First Class, School"."""
    inner = (end for end in ends[1:-1] if key(text[slice(*end)]) in record.vocabulary["honours"])
    return next(inner, None)


_BAR = re.compile(r"\s*[|｜]\s*")
_LAST_DASH = re.compile(r"\s+[–—-]\s+(\S[^–—]{0,40})$")


def before_score(text: str, record: Record) -> list[str]:
    """ "Town, ST GPA: 3.9": what stands before a labelled mark, and the mark with its label."""
    labels, marks = (
        alternatives(record.vocabulary.labels.get(name, frozenset())) for name in ("score", "mark")
    )
    value = r"(?:\d[\d.,]*(?:\s?%|\s?/\s?\d[\d.]*)?|N/A)"
    match = re.search(
        rf"(?:^|[\s,;|·–—(-]+)((?:(?:{labels})\s*[:：]?|(?:{marks})\s*[:：])\s*{value})\)?(?=$|[\s,;|·])",
        text,
        re.IGNORECASE,
    )
    if not match:
        return [text]
    score, after = match[1], text[match.end() :]
    first = not match.start() and _STAGE.fullmatch(score)
    if first and any(names(list_, after, record) for list_ in (EDUCATION.what, EDUCATION.who)):
        return [text]
    inner, closing, behind = after.partition(")")
    if closing and "(" not in inner and text[: match.start(1)].endswith("("):
        score, after = score + inner, behind  # "(Grade 110/110 cum laude), School"
    bracket = re.fullmatch(r"\s*\(([^()]+)\)", after)
    said = bool(bracket) and is_honours(bracket[1] if bracket else "", EDUCATION, record)
    if said or (re.match(r"\s\w", after) and record.vocabulary.has("honours", after)):
        score, after = score + after, ""  # "110/110 e lode", "1,7 (gut)"
    parts = (text[: match.start()], score, after.strip(" ,;|·"))
    return [part for part in parts if part]


_STAGE = re.compile(r"[^\W\d_]+ \d{1,2}")
"""The years of school that one took before a degree or a school: "Grade 12 Diploma"."""


def is_honours(text: str, words: Kind, record: Record) -> bool:
    """Whether a text is how well a degree was taken: "First Class", "GPA: 3.8/4.0", "81 %"."""
    named = record.vocabulary.has("honours", text) or re.fullmatch(
        r"\s*(?:[^\W\d.]+\.?:?\s*)?(?:\d[.,]\d{1,2}(?:\s*/\s*\d+(?:[.,]\d+)?.{0,12})?|\d{2,3}\s?/\s?\d{2,3}.{0,12}"
        r"|\d{2,3}(?:[.,]\d{1,2})?\s?%)\s*",
        text,
    )
    taught = names(words.what, text, record)
    if key(text) in record.vocabulary["honours"] | record.vocabulary["bare_honours"]:
        return True  # as it is, whatever its words name by themselves
    label, colon, mark = text.partition(":")
    labels = record.vocabulary.labels.get("score", ())
    if colon and key(label) in labels and 0 < len(mark.split()) <= _LONGEST_MARK:
        return True  # "Note: gut"
    return (
        bool(named)
        and not taught
        and not names(words.who, text, record)
        and not is_place(text, record)
    )


_LONGEST_MARK = 3


def is_bracketed_honours(text: str, record: Record) -> bool:
    """Whether a bracket is how well a degree was taken; "BSc (Hons)" is one's name."""
    named = key(text) in record.vocabulary["degree_honours"]
    return not named and is_honours(text, EDUCATION, record)


def with_degree(parts: list[str], words: Kind, record: Record) -> list[str]:
    """School, subject and degree in parts of their own: the degree joins its subject."""
    owned = [part for part in parts if names(words.who, part, record)]
    solid = all(CJK.search(part) for part in parts[:3])
    owned = owned[:1] if solid else owned  # a school; its faculty belongs to what one read there
    if len(parts) < 3 or len(owned) != 1:
        return parts
    at = parts.index(owned[0])
    if at > 1 and names(words.what, parts[0], record) and not CJK.search(parts[0]):
        before = [one for part in parts[:at] for one in split_top(part, _COMMA)]
        taught = [part for part in before if not is_honours(part, words, record)]
        aside = [part for part in before if part not in taught]
        return [", ".join(taught), *parts[at:], *aside]  # "M.B.A., Finance, School"
    more = [
        part
        for part in parts
        if part not in owned and not is_honours(part, words, record)
        and (names(words.what, part, record) or (solid and part[0] not in "(（"))
        and not is_place(part, record)
    ]  # fmt: skip
    if len(more) < 2:
        return parts
    whole = " · ".join(more)
    first = [whole, *owned] if parts.index(more[0]) < parts.index(owned[0]) else [*owned, whole]
    return [*first, *(part for part in parts if part not in owned and part not in more)]
