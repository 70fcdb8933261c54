"""The date grammar: a date or range in a line → start, end, and where it stands.

`Mar 2019 – present`, `2015-20`, `03/2019 to 04/2020`, `2019年3月 ~ 至今`, `since 2021`, `2019 –`.
Where the words say more than the dates can ("summer 2019", "2019 – 2021 (2 years)") they are
kept verbatim and the dates only sort; so is a range whose end comes before its start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from typeset.importers.text.words.date_grammar import grammar, narrow
from typeset.importers.text.words.date_signs import HAS_SURE_YEAR, HAS_YEAR
from typeset.importers.text.words.date_values import Groups, is_backwards, span
from typeset.importers.text.words.vocabulary import Vocabulary, key
from typeset.profile.fields import PRESENT
from typeset.words import tokens


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


@lru_cache(maxsize=32768)
def find_date(text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The first date or range in a line; several in a row are one, kept verbatim."""
    plain = narrow(text)
    bare = vocabulary.short_months or vocabulary.bare_years or vocabulary["terms"]
    year = HAS_YEAR if bare else HAS_SURE_YEAR
    if not year.search(plain):
        return None
    pattern = grammar(vocabulary)
    found: list[DateFound] = []
    at = 0
    while year.search(plain, at) and (match := pattern.search(plain, at)):
        at = max(match.end(), at + 1)
        if named := _SEA.search(text, match.start(), match.end()):
            at = named.end()
            continue
        town = _town_within(match, text, vocabulary)
        if town > match.start():
            at = town
            continue
        made = _made(match, text, vocabulary) or _without_number(match, text, vocabulary)
        if made is None or _is_in_word(made, text):
            continue
        if found and not re.fullmatch(
            r"\s*(?:[,;&/+、，،]|\w{1,3})\s*", text[found[-1].finish : made.begin]
        ):
            if len(found) > 1 or not _is_number(found[0], text):
                break
            found.clear()
        found.append(made)
    if not found:
        return None
    if len(found) == 1:
        return found[0]
    starts = sorted(one.start for one in found)
    ends = [PRESENT if any(o.end == PRESENT for o in found) else max(o.end for o in found)]
    monthly = found[0].start[4:] and found[0].end[:4].isdigit()
    if monthly and ends[0] == found[-1].end and len(ends[0]) == _BARE_YEAR:
        ends = [ends[0] + found[0].end[4:_TO_MONTH]]  # "June–August 2017, 2019"
    begin, finish = found[0].begin, found[-1].finish
    return DateFound(starts[0], ends[0], begin, finish, text[begin:finish].strip(), True)


_BARE_YEAR = 4
_TO_MONTH = 7
"""The signs of "2019", and of "2019-08"."""


def _town_within(match: re.Match[str], text: str, vocabulary: Vocabulary) -> int:
    """Where a town ends whose last word, a month's or a season's, begins a match; -1 for none.

    "Rio de Janeiro, 2012", "Tel Aviv" in Hebrew letters, whose second word is the spring.
    """
    for name in ("m_f1", "about1"):
        begin = match.start(name) if name in match.re.groupindex else -1
        if begin < 0:
            continue
        end = begin + len(match[name].rstrip(" \t.:/-"))
        words = list(_WORD.finditer(text, 0, end))[-_LONGEST_TOWN:]
        for word in words[:-1]:
            if word.start() < begin and key(text[word.start() : end]) in vocabulary.places:
                return end
    return -1


_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_TOWN = 3
_SEA = re.compile(r"(?:(?<=\bdel\s)|(?<=\bdo\s))Mar(?=\s?[,\t(|·])")
"""The sea in a name, which is also March cut short: "Escola do Mar, 2019"."""


def _is_number(found: DateFound, text: str) -> bool:
    """Whether a year behind capitals, a name behind it, may be no year where a date follows.

    "Tutor, CHEM 2010 Organic Chemistry, Fall 2019": so courses, standards and forms are numbered.
    """
    around = text[max(found.begin - _LONGEST_CODE, 0) : found.finish + 3]
    return len(found.text) == 4 and _NUMBERED.search(around) is not None


_LONGEST_CODE = 8
_NUMBERED = re.compile(r"(?<![^\s*(,])[A-Z]{3,5}\s\d{4}(?::\s|\s[A-Z])")


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
    if found and not _SIGN.search(text[: found.begin] + text[found.finish :]):
        return found
    return None


_SIGN = re.compile(r"[^\W_]")
"""A letter or digit."""


def _made(match: re.Match[str], text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The values of a match, or None where it is no date after all ("2019-13")."""
    groups = Groups(match.groupdict())
    start, end = span(groups, vocabulary)
    if not start or not end:
        return None
    begin, finish = match.span()
    for name in ("since", "about1"):
        said = (groups[name] or "").strip()
        term = key(said) in vocabulary["terms"]
        if len(said) > 1 and said.isupper() and not text.isupper() and not term:
            begin = match.end(name)  # "Skerry AB 2017", "Fresno CA 2019": no date's word
            groups[name] = None
            start, end = span(groups, vocabulary)
    until = False
    if groups["before"]:  # "until 2019": words that a date alone does not say
        until = start == end and not re.search(r"[^\W_]\s*$", text[:begin])
        begin = begin if until else match.end("before")
    if groups["between"] and start == end:
        begin = match.end("between")  # "de 2019": what begins a range, and there is none
    finish = begin + len(text[begin:finish].rstrip())
    backwards = end != PRESENT and is_backwards(start, end)
    verbatim = until or backwards or any(groups[name] for name in _SAYING_MORE)
    shown = text[begin:finish].strip()
    return DateFound(start, "" if backwards else end, begin, finish, shown, verbatim, backwards)


def _without_number(match: re.Match[str], text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The year before a dash and a number that ends no range: "2019 – 12 Chairs"."""
    if not match.groupdict().get("short") or not _BEHIND.match(text, match.end()):
        return None
    before = text[: match.start("short")].rstrip(" \t–—-")
    year = match.re.match(before, match.start())
    return _made(year, before, vocabulary) if year else None


_BEHIND = re.compile(r"\s+[^\W\d_]")

_SAYING_MORE = ("about1", "about2", "season1", "season2", "late1", "late2", "early1", "early2",
                "term1", "term2", "lasts", "era1", "era2", "open_f", "both", "often")  # fmt: skip
"""The groups whose words the profile's dates cannot say."""


def are_next(one: DateFound, other: DateFound) -> bool:
    """Whether one of two times begins when the other ends, or just behind it."""
    if PRESENT == one.end == other.end:
        return False
    return _meet(one, other) or _meet(other, one)


_MOST_MONTHS = 2
"""How many months may lie between two roles at one employer, and be no time elsewhere."""
_MONTHS = 12


def _meet(first: DateFound, second: DateFound) -> bool:
    """Whether a time ends when, or just before, another begins."""
    if first.end == PRESENT or not first.end or first.start == first.end:
        return False
    months = [_month(day) for day in (first.end, second.start)]
    exact = all("-" in day for day in (first.end, second.start))
    return abs(months[1] - months[0]) <= (_MOST_MONTHS if exact else _MONTHS - 1)


def _month(day: str) -> int:
    """The month of a day, counted from the beginning of our years."""
    year, _, rest = day.partition("-")
    return int(year) * _MONTHS + int(rest[:2] or 1)
