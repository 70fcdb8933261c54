"""A head in parts, and its date taken out with the words that belong to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from typeset.importers.text.heads.honours import is_honours
from typeset.importers.text.heads.place_tails import is_region, last_comma, may_be_place
from typeset.importers.text.heads.spans import span_before, span_behind
from typeset.importers.text.heads.words import EDUCATION, WORK, Kind, names
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_points import alternatives
from typeset.importers.text.words.dates import DateFound, find_date, is_only_date
from typeset.importers.text.words.vocabulary import key
from typeset.profile.fields import PRESENT

EDGES = " \t,;:|·•–—-~/，、،؛：\n"


_EMPTY = re.compile(r"\(\s*[,;·|–—-]?\s*\)|（\s*）|\[\s*\](?!\()|(?<!\S)\*{2,}(?=\s|$)")
_LEFT_OPEN = re.compile(r"\*{2,}(?=\s|$)")
"""What is left of a style whose other mark stood around the date."""


@dataclass
class Head:
    """An entry's head in parts. `what` is a role, degree or title; `who` the organisation."""

    line: int
    what: str = ""
    who: str = ""
    where: str = ""
    url: str = ""
    date: DateFound | None = None
    date_line: int = 0
    unsure: bool = False
    whole: str = ""
    area: str = ""
    """The subject of a degree, where a line of its own says it."""
    lasts: str = ""
    """How long it lasted, where no dates say so, or that it goes on: "2 years", "ongoing"."""
    roles: list[str] = field(default_factory=list)
    """The roles held in a project."""
    remarks: list[str] = field(default_factory=list)
    """What is left and no place: a grade, a form of contract, an honour."""

    def dates(self, record: Record, single: str = "") -> dict[str, str]:
        """The date's values for the profile; from here on its text counts as used.

        A day, month or year goes under the key `single`, where the entry's kind has one.
        """
        if not self.date:
            ongoing = key(self.lasts) in record.vocabulary["present"]
            told = {"endDate": PRESENT} if ongoing else {}
            return {**told, "dates": self.lasts} if self.lasts else {}
        record.use_date(self.date_line, self.date)
        if single and self.date.start == self.date.end:
            shown = {"dates": self.date.text} if self.date.verbatim else {}
            return {single: self.date.start, **shown}
        values = self.date.values
        lone = self.date.verbatim and self.date.start == self.date.end
        if lone and record.vocabulary.has("completions", self.date.text):
            del values["startDate"]  # "conclusão em 2015": when it ended, and no more
        return values


def without_span(lines: list[tuple[int, str]], record: Record) -> tuple[list[tuple[int, str]], str]:
    """The lines of a head without the bracket or last part of one that says how long it was.

    "Role, Org (2 years)", "Degree, School | 5 years", "Org, Town" over or beside "3 months".
    """
    if any(find_date(text, record.vocabulary) for _, text in lines):
        return lines, ""  # it belongs to the date
    for at, (number, text) in enumerate(lines):
        bracket = _LAST_IN_BRACKETS.search(text)
        said = (bracket[1] or bracket[2]).strip() if bracket else ""
        if bracket and is_span(said, record):
            left = text[: bracket.start()] + bracket[3]
            return [*lines[:at], (number, left), *lines[at + 1 :]], said
        plain = unstyle(text).strip()
        if at and plain[:1].isdigit() and is_span(plain, record):
            return [*lines[:at], *lines[at + 1 :]], plain
    return lines, ""


def with_span_at_date(lines: list[tuple[int, str]], record: Record) -> list[tuple[int, str]]:
    """The lines of a head with the bracket that says how long it was behind the date.

    "Placement, Moss Inn (one week)" over "June 2021".
    """
    held = [at for at, (_, text) in enumerate(lines) if "(" in text or "（" in text]
    for at in held:
        number, text = lines[at]
        span = _SPAN_LAST.fullmatch(text)
        if not span or not (is_span(span[2], record) or _is_counted(span[2], record)):
            continue
        rest = [*lines[:at], (number, span[1] + span[3]), *lines[at + 1 :]]
        for below, (line, dated) in enumerate(rest):
            if found := find_date(dated, record.vocabulary):
                whole = f"{dated[: found.finish]} ({span[2]}){dated[found.finish :]}"
                apart = below != at or found.finish != len(span[1].rstrip("* "))
                rest[below] = (line, whole)
                return rest if apart and "(" not in found.text else lines
    return lines


_SPAN_LAST = re.compile(
    r"(.*?\w.*?)\s*[(（]([^()（）]{3,30})[)）](\**\s*(?:[,|·\t].*)?)", re.DOTALL
)


def _is_counted(text: str, record: Record) -> bool:
    """Whether a text counts days or weeks in words, and says no more: "one week"."""
    count, _, lasting = text.rpartition(" ")
    spelled = count.isalpha() and count.islower()
    return spelled and key(lasting) in record.vocabulary["durations"]


def is_span(text: str, record: Record) -> bool:
    """Whether a text says how long something was, and no more: "4 years 9 months"."""
    lasting = alternatives(record.vocabulary["durations"])
    span = (
        rf"[^\d()]{{0,12}}(?:\d+(?:[.,]\d)?\s?\+?\s?(?:{lasting})\b\.?[\s,]*(?:&|\w{{1,3}}\s)?\s?)+"
    )
    return bool(re.fullmatch(span, text, re.IGNORECASE))


_LAST_IN_BRACKETS = re.compile(
    r"(?<=\S)\s*(?:[(（]([^()（）]*\d[^()（）]*)[)）]|(?:[|｜·•,\t]|\s[–—-]\s)\s*(\d[^()|｜·•,\t*]*?))(\**)$"
)
ALL_BRACKET = re.compile(r"[(（]([^()（）]+)[)）]")
_BRACKET = re.compile(r"[(（]([^()（）]*)[)）]")


def with_terms(head: Head, text: str, rest: str, below: bool, words: Kind, record: Record) -> str:
    """`rest` without the words that share a bracket or line with the date and are no place.

    They belong to it: "(eight weeks, summer 2024)", "Oct 2022 – now, weekends". How well a degree
    was taken does not: "2015 – 2018, with distinction".
    """
    assert head.date
    date = head.date
    around = [
        m for m in _BRACKET.finditer(text) if m.start() < date.begin and date.finish < m.end()
    ]
    alone = bool(around) and around[0][1].strip() == date.text  # "before that (2012 – 2014)"
    whole = around[0][1].strip() if around and not (alone and below) else ""
    whole = whole or (text.strip() if below else "")
    more = _EMPTY.sub("", whole.replace(date.text, "", 1)).strip(EDGES)
    aside = ALL_BRACKET.fullmatch(more) if whole.startswith(date.text) else None
    more = aside[1] if aside else more  # "2012 – 2014 (about one day a week)"
    longest = (
        _LONGEST_ASIDE if aside else _LONGEST_TERMS - whole.startswith(f"{more}, ")
    )  # "lessons for adults, since 2018"
    terms = more[:1].islower() and len(more.split()) <= longest and more in rest
    named = may_be_place(more, words, record) or names(words.what, more, record)
    named = named or (words is EDUCATION and is_honours(more, words, record))
    earlier = rest == more and key(more) in record.vocabulary["earlier"]
    if not earlier and (not terms or named):
        return rest
    if re.search(r"\t|\s[|·]\s", whole):
        return rest
    head.date = replace(date, text=whole, verbatim=True)
    record.choose(head.date_line, "terms-of-date", whole, "dates, as written")
    left = re.sub(rf"[(（]?\s*{re.escape(more)}\s*[)）]?", "", rest, count=1)
    return left.strip(EDGES)


def _with_span(found: DateFound, text: str, record: Record) -> DateFound:
    """A date with how long it was beside it, on either side of it; see `heads.spans`."""
    lasting = alternatives(record.vocabulary["durations"])
    begin = span_before(text[: found.begin], lasting)
    finish = found.finish + span_behind(text[found.finish :], lasting, found.start != found.end)
    if (begin, finish) == (found.begin, found.finish):
        return found
    return replace(found, begin=begin, finish=finish, text=text[begin:finish], verbatim=True)


def _date_in(text: str, record: Record) -> DateFound | None:
    """The date of a line: that of its last column, or else the first one.

    "Crane driving, Moss School | certificate (renewed 2019) | 2014".
    """
    found = find_date(text, record.vocabulary)
    at = text.rfind("\t") + 1
    if not found or not found.begin or found.finish >= at:
        return found
    last = is_only_date(text[at:], record.vocabulary)
    return replace(last, begin=last.begin + at, finish=last.finish + at) if last else found


_SAID_BEHIND = re.compile(r"\s*[)）]\s*[:：]\s")
_OPEN_OR_CLOSED = re.compile(r"[(\[（)\]）]")
_TERMS_LAST = re.compile(r"\(([^\W\d_]+(?:[ -][^\W\d_]+)?)\)")
_LONGEST_ASIDE = 6
"""The most words of a bracket behind a date, alone on its line, that belong to it."""
_LONGEST_TERMS = 3
"""The most words that belong to a date; before it and a comma, one fewer."""


def take_date(head: Head, line: int, text: str, record: Record) -> str:
    """`text` without its date, which goes to `head` (the first one only)."""
    found = _date_in(text, record) if head.date is None else None
    if not found:
        return text.strip().strip("\t")
    spanned = _with_span(found, text, record)
    if spanned != found:
        record.choose(line, "terms-of-date", spanned.text, "dates, as written")
        found = spanned
    head.date, head.date_line = found, line
    rest = text[: found.begin].rstrip() + "\x01" + text[found.finish :].lstrip()
    if _OPEN_OR_CLOSED.search(rest):
        rest = re.sub(r"[(\[（]\s*\x01\s*(?:[)\]）]|$)", "\x01", rest)
        rest = re.sub(r"([(\[（])\s*\x01[\s,;·|–—-]*", r"\1", rest)
        rest = re.sub(r"[\s,;·|–—-]*\x01\s*([)\]）])", r"\1", rest)
    before, _, after = rest.partition("\x01")
    before, after = before.rstrip(EDGES), after.lstrip(EDGES + ".")
    terms = re.match(r"\(([^()]{2,25})\)\s+(\S.*)", after) if not before else None
    if terms and terms[1].islower():
        head.remarks.append(terms[1])  # "2010 – 2012 (part time)  Org, role"
        after = terms[2]
    ranged = before and found.start != found.end
    behind = _TERMS_LAST.fullmatch(after) if ranged else None
    if behind and behind[1].islower() and not may_be_place(behind[1], WORK, record):
        # "Org, 2010 – 2012 (volunteer)"
        head.date = replace(found, text=text[found.begin :].strip(EDGES), verbatim=True)
        record.choose(line, "terms-of-date", head.date.text, "dates, as written")
        after = ""
    listed = bool(before) and re.match(r"\s*,", text[found.finish :])
    if listed and last_comma(before, record):  # "Role, Org, dates, Town, Country"
        return f"{before}, {after}".strip(EDGES)
    if listed:  # "Role, dates, Org, City."
        comma = last_comma(after, record)
        town = last_comma(after[:comma], record)
        if town and is_region(after[comma + 1 :].strip(" ."), "", record):
            comma = town  # "Role, dates, Org, City, ST."
        after = f"{after[:comma]}\t{after[comma + 1 :]}".rstrip(".") if comma else after
    said = _SAID_BEHIND.match(text[found.finish :]) is not None  # "Role, Org (2009): few words"
    small = after[:1].islower() and after.split()[0].islower()
    if before and small and (said or len(after.split()) > _LONGEST_TERMS):
        head.remarks.append(after)  # "Treasurer, Society (2024) — budget of …"
        after = ""
    joint = "\t" if before and after else ""
    bare = _EMPTY.sub("", before + joint + after)
    return (_LEFT_OPEN.sub("", bare) if bare.count("**") % 2 else bare).strip(EDGES)
