"""The date grammar: a date or range in a line → start, end, and where it stands.

`Mar 2019 – present`, `2015-20`, `03/2019 to 04/2020`, `2019年3月 ~ 至今`, `since 2021`, `2019 –`.
Where the words say more than the dates can ("summer 2019", "2019 – 2021 (2 years)") they are
kept verbatim and the dates only sort; so is a range whose end comes before its start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from typeset.importers.text.words.date_grammar import FORMS, HAS_YEAR, grammar, narrow
from typeset.importers.text.words.vocabulary import Vocabulary, key
from typeset.profile.dates import PartialDate
from typeset.profile.fields import PRESENT
from typeset.words import tokens

_TERMS = frozenset({"WS", "SS", "Q1", "Q2", "Q3", "Q4", "H1", "H2"})
"""Half-years and quarters, whose short forms are capitals."""
_Groups = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date or range: its values as the profile writes them, and `[begin:end]` in the text."""

    start: str
    end: str
    begin: int
    finish: int
    text: str
    verbatim: bool = False
    backwards: bool = False

    @property
    def values(self) -> dict[str, str]:
        """The profile's keys: `startDate`, `endDate`, and `dates` where the words say more."""
        found = {"startDate": self.start, "endDate": self.end}
        if self.verbatim:
            found["dates"] = self.text
        return {name: value for name, value in found.items() if value}


@lru_cache(maxsize=8192)
def find_date(text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The first date or range in a line; several in a row are one, kept verbatim."""
    plain = narrow(text)
    if not HAS_YEAR.search(plain):
        return None
    pattern = grammar(vocabulary)
    found: list[DateFound] = []
    at = 0
    while match := pattern.search(plain, at):
        at = max(match.end(), at + 1)
        made = _made(match, text, vocabulary)
        if made is None or _is_in_word(made, text):
            continue
        if found and not re.fullmatch(
            r"\s*(?:[,;&/+、，]|\w{1,3})\s*", text[found[-1].finish : made.begin]
        ):
            break
        found.append(made)
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    starts = sorted(one.start for one in found)
    ends = [PRESENT if any(o.end == PRESENT for o in found) else max(o.end for o in found)]
    begin, finish = found[0].begin, found[-1].finish
    return DateFound(starts[0], ends[0], begin, finish, text[begin:finish].strip(), True)


def _is_in_word(found: DateFound, text: str) -> bool:
    """Whether a date begins or ends inside a word: cut out, it would leave one nobody wrote.

    Angles and other signs that mean something are a word with it ("<2019>", "2020+44").
    """
    edges = [
        text[at - 1] + text[at : at + 2].removeprefix("\\")[:1]  # an escape is no sign
        for at in (found.begin, found.finish)
        if 0 < at < len(text)
    ]
    return any(len(edge.strip()) == 2 and len(tokens(edge)) == 1 for edge in edges)


def is_only_date(text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The date that makes up all of `text`, brackets and emphasis apart."""
    found = find_date(text, vocabulary)
    if found and not re.sub(r"[\W_]", "", text[: found.begin] + text[found.finish :]):
        return found
    return None


def _made(match: re.Match[str], text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The values of a match, or None where it is no date after all ("2019-13")."""
    groups = match.groupdict()
    begin, finish = match.span()
    until = False
    if groups["m_x"]:
        start = _iso(_century(groups["y_x"]), groups["m_x"], None, vocabulary)
        end = PRESENT if groups["open_y"] else _iso(
            _century(groups["y_y"]), groups["m_y"], None, vocabulary
        )  # fmt: skip
    elif groups["y_p"]:
        start = _century(groups["y_p"])
        end = PRESENT if groups["open_q"] else _century(groups["y_q"])
    else:
        last = next((n for n in (2, 3, 4) if _year(groups, n)), 0)
        if groups["alone"] and not last:
            return None
        start = _point(groups, 1, vocabulary)
        end = _point(groups, last, vocabulary) if last else ""
        if groups["alone"]:
            start = _iso(_year(groups, last), groups["alone"], None, vocabulary)
        month = groups["m_h1"] if vocabulary.short_years and not last else None
        if month and len(month) == 2 and int(month) > int(_year(groups, 1)[2:]):
            start, end = _year(groups, 1), _year(groups, 1)[:2] + month
        if short := groups["short"] or groups["short_w"] or groups["slash"]:
            end = start[:2] + short
            if end < start[:4]:
                return None
            if groups["slash"] and groups["since"] and groups["about1"]:
                end = PRESENT  # "since winter 2018/19"
        still = groups["open"] or groups["open_w"] or groups["open_z"]
        if still or groups["dangling"] or ((groups["since"] or groups["onward"]) and not end):
            end = PRESENT
        if last and not end:
            return None
        end = end or start
        for name in ("since", "about1"):
            said = groups[name] or ""
            loud = said.isupper() and not text.isupper() and said.strip() not in _TERMS
            if len(said.strip()) > 1 and loud:
                begin = match.end(name)  # "Skerry AB 2017", "Fresno CA 2019": no date's word
                end = start if end == PRESENT and name == "since" else end
                groups[name] = None
        if groups["before"]:  # "until 2019": words that a date alone does not say
            until = start == end and not re.search(r"[^\W_]\s*$", text[:begin])
            begin = begin if until else match.end("before")
    if not start or not end:
        return None
    finish = begin + len(text[begin:finish].rstrip())
    backwards = end != PRESENT and _backwards(start, end)
    more = ("about1", "about2", "about3", "about4", "season1", "season2", "season4",
            "late1", "late2", "late4", "lasts", "era1", "era2", "era4")  # fmt: skip
    verbatim = until or backwards or any(groups[name] for name in more)
    shown = text[begin:finish].strip()
    if backwards:
        return DateFound(start, "", begin, finish, shown, True, True)
    return DateFound(start, end, begin, finish, shown, verbatim)


def _point(groups: _Groups, n: int, vocabulary: Vocabulary) -> str:
    for form in FORMS:
        if year := groups.get(f"y_{form}{n}"):
            if era := groups.get(f"era{n}"):
                year = str(vocabulary.eras[era] + (1 if year == "元" else int(year)))
            month, day = groups.get(f"m_{form}{n}"), groups.get(f"d_{form}{n}")
            if month and day and groups.get(f"s_{form}{n}") == "/" and int(month) > 12 >= int(day):
                month, day = day, month  # "3/15/2024", as Americans write
            return _iso(_century(year), month, day, vocabulary)
    return ""


def _year(groups: _Groups, n: int) -> str:
    return next((_century(year) for form in FORMS if (year := groups.get(f"y_{form}{n}"))), "")


def _century(year: str | None) -> str:
    """Two digits as four: those of this century's first half, or of the last one's second."""
    digits = (year or "").lstrip("'’")
    return digits if len(digits) != 2 else ("19" if int(digits) >= 50 else "20") + digits


def _iso(year: str, month: str | None, day: str | None, vocabulary: Vocabulary) -> str:
    if not year:
        return ""
    number = 0
    if month:
        number = int(month) if month.isdigit() else vocabulary.months.get(key(month), 0)
        if not number:
            return ""
    try:
        return str(PartialDate(*_valid(year, number, day)))
    except ValueError:
        return ""


def _valid(year: str, month: int, day: str | None) -> tuple[int, int | None, int | None]:
    text = year + (f"-{month}" if month else "") + (f"-{day}" if month and day else "")
    date = PartialDate.parse(text)
    return date.year, date.month, date.day


def _backwards(start: str, end: str) -> bool:
    return PartialDate.parse(end).last < PartialDate.parse(start).first
