"""What stands beside the parts of an item: a sum, a remark in brackets or in a sentence."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import WORK, names
from typeset.importers.text.items.behind_titles import is_owner
from typeset.importers.text.items.cited_titles import sentence_ends
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

LONGEST_PART = 8
_AMOUNT = re.compile(
    r"(?:[^\W\d_]{0,3}[$€£¥₹]|[A-Z]{3})\s?\d[\d.,'’ ]*\s?(?:[kKmM]\b|[^\W\d_]{4,})?"
    r"|\d[\d.,'’ ]*\s?(?:[kKmM]\s?)?(?:[$€£¥₹]|[A-Z]{3}|kr|Kč|zł|[Ee]uros?|[Ff]ran(?:ken|cs)"
    r"|dollars?|pounds?|руб(?:лей)?|[千百]?[万萬億亿만억천]?\s?[元円원])\.?"
)
"""A sum of money: "CAD 48,000", "£1.2m", "12 000 €"."""
_SUM = re.compile(rf"(?:{_AMOUNT.pattern})(?:\s(?:[a-zà-ÿ].*|\([^()]*\)))?", re.DOTALL)
"""A sum, and what it is for, or who held it: "€12,000 for the museum", "£900 (PI)"."""


def is_sum(part: str) -> bool:
    """Whether a part of an item is a sum of money, perhaps with what it is for."""
    return _SUM.fullmatch(unstyle(part).strip()) is not None


def without_remark(text: str) -> tuple[str, str]:
    """An item, and the sentence or clause that follows it: "Chair, Ash Board; vice chair 2019"."""
    ends = sentence_ends(text)
    rest = text[ends[0][1] :] if ends else ""
    if len(rest.split()) >= _SHORTEST_REMARK and "\t" not in rest:
        return text[: ends[0][0]].rstrip(" ."), rest
    clause = _CLAUSE.fullmatch(text)
    return (clause[1], clause[2]) if clause else (text, "")


def without_bracket(text: str, record: Record) -> tuple[str, str]:
    """An item, and the sum or the part played that ends it in brackets: "Dig, Hoy (supervisor)".

    With whom it was may stand there: "Small Grant, Sea Fund (with J. Holt)".
    """
    match = BRACKETED.fullmatch(text)
    said = match[2].strip() if match else ""
    joined = key(said.split(maxsplit=1)[0]) in record.vocabulary["joiners"] if said else False
    told = joined or names(WORK.what, said, record) or _SMALL.fullmatch(said)
    part = said[:1].islower() and told
    if match and _COUNTED.match(said):
        part = is_owner(match[1].rpartition(",")[2], record)
    return (match[1], said) if match and (part or _SUM.fullmatch(said)) else (text, "")


_SMALL = re.compile(r"[^\W\d_A-Z]{3,}(?: [^\W\d_A-Z]+){0,4}")
"""A bracket of a few words in small letters says more: "(solo)", "(group show)"."""
_COUNTED = re.compile(r"\d{1,3}\s?[^\W\d_A-Z]")  # "(64h a year)", behind an owner
BRACKETED = re.compile(r"([^\t]*[^\s,;·])[\s,;·]*\(([^()]+)\)", re.DOTALL)
_SHORTEST_REMARK = 4
_CLAUSE = re.compile(r"([^;\t]*\S)\s*;\s+([a-zà-ÿ][^\t]*)", re.DOTALL)


def with_commas(text: str, record: Record) -> str:
    """Names that full stops tell apart, with commas: "Soup. Ash Gallery, Leeds."."""
    return ", ".join(between_stops(text, record) or [text])


def between_stops(text: str, record: Record) -> list[str]:
    """The names that full stops tell apart; none where a sentence is one of them."""
    ends = sentence_ends(text)
    starts = [0, *(after for _, after in ends)]
    said = [text[a:b].strip().rstrip(".") for a, b in zip(starts, [*starts[1:], None], strict=True)]
    named = all(in_capitals(unstyle(one), record) for one in said[1:])
    short = all(len(one.split()) <= LONGEST_PART for one in said)
    return said if ends and named and short and "\t" not in text else []


def in_capitals(text: str, record: Record) -> bool:
    """Whether the words of a text begin as those of names do: in no small letter, or small ones."""
    small = record.vocabulary.small_words
    return all(not word[:1].islower() or word in small for word in text.split())
