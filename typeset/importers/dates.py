"""The date grammar: a date or range in a line → start, end, and where it stands.

`Mar 2019 – present`, `2015-20`, `03/2019 to 04/2020`, `2019年3月 ~ 至今`, `since 2021`, `2019 –`.
Where the words say more than the dates can ("summer 2019", "2019 – 2021 (2 years)") they are
kept verbatim and the dates only sort.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from typeset.importers.vocabulary import Vocabulary, key
from typeset.profile.dates import PartialDate
from typeset.profile.model import PRESENT


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date or range: its values as the profile writes them, and `[begin:end]` in the text."""

    start: str
    end: str
    begin: int
    finish: int
    text: str
    verbatim: bool = False

    @property
    def values(self) -> dict[str, str]:
        """The profile's keys: `startDate`, `endDate`, and `dates` where the words say more."""
        found = {"startDate": self.start, "endDate": self.end}
        if self.verbatim:
            found["dates"] = self.text
        return {name: value for name, value in found.items() if value}


@lru_cache(maxsize=4096)
def find_date(text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The first date or range in a line; several in a row are one, kept verbatim."""
    if not any(character.isdigit() for character in text):
        return None
    grammar = _grammar(vocabulary)
    found: list[DateFound] = []
    at = 0
    while match := grammar.range.search(text, at):
        at = max(match.end(), at + 1)
        made = _made(match, text, vocabulary)
        if made is None:
            continue
        if found and not re.fullmatch(
            r"\s*(?:[,;&/+]|\w{1,3})\s*", text[found[-1].finish : made.begin]
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


def is_only_date(text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The date that makes up all of `text`, brackets and emphasis apart."""
    found = find_date(text, vocabulary)
    if found and not re.sub(r"[\W_]", "", text[: found.begin] + text[found.finish :]):
        return found
    return None


@dataclass(frozen=True, slots=True)
class _Grammar:
    range: re.Pattern[str]


def _grammar_of(months: str, present: str, since: str, until: str, about: str, lasting: str,
                links: str) -> _Grammar:  # fmt: skip
    year = r"(?:19|20)\d\d"
    near = r"(?<![\w.,€$£#/+-])"  # not within a number, an amount, a word or a path
    month = rf"(?:{months})\.?"
    link = rf"(?:(?:{links})\s+)?" if links else ""

    def point(n: int) -> str:
        """One date; its groups end in `n`."""
        return (
            rf"(?:(?P<about{n}>(?:{about})(?![^\W\d_])[./\s-]*)?(?:"
            rf"(?P<y_a{n}>{year})(?P<s_a{n}>[-/.])(?P<m_a{n}>\d\d?)(?P=s_a{n})(?P<d_a{n}>\d\d?)(?!\d)"
            rf"|(?P<d_b{n}>\d\d?)(?P<s_b{n}>[./-])\s?(?P<m_b{n}>\d\d?)(?P=s_b{n})\s?(?P<y_b{n}>{year})(?!\d)"
            rf"|(?P<y_c{n}>{year})\s?[年년]\s?(?:(?P<m_c{n}>\d\d?)\s?[月월](?:\s?(?P<d_c{n}>\d\d?)\s?[日일])?)?"
            rf"|(?P<d_d{n}>\d\d?)(?:st|nd|rd|th|er|\.|º)?\s+{link}(?P<m_d{n}>{month}),?\s+{link}(?P<y_d{n}>{year})(?!\d)"
            rf"|(?P<m_e{n}>{month})\s+(?P<d_e{n}>\d\d?)(?:st|nd|rd|th)?,\s+(?P<y_e{n}>{year})(?!\d)"
            rf"|(?P<m_f{n}>{month})[,/\s-]*{link}(?P<y_f{n}>{year}|['’]\d\d)(?!\d)"
            rf"|(?P<m_g{n}>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y_g{n}>{year})(?!\d)"
            rf"|(?P<y_h{n}>{year})[/.-](?P<m_h{n}>0[1-9]|1[0-2]|[1-9](?=[^\d]|$))(?![\d])"
            rf"|(?P<y_k{n}>{year})\s+(?P<m_k{n}>{month})(?![^\W\d_])"
            rf"|(?P<y_i{n}>{year})(?![\d%]|[.,]\d)"
            r"))"
        )

    dash = r"(?:-{1,3}|–|—|−|~|〜|～|－|→|->|=>|⇒|至)"
    separator = rf"(?:\s*{dash}\s*|\s+(?:{until})\s+)"
    # A month that borrows the year of the range's end: "Mar – Jun 2019".
    first = rf"(?:{point(1)}|(?P<alone>{month})(?=\s*{dash}\s*{month}))"
    two = r"(?P<short>\d\d)(?![\d./-])"
    open_end = rf"(?P<open>(?:{present})(?![^\W\d_]))"
    numeric = (
        rf"(?P<m_x>0?[1-9]|1[0-2])/(?P<y_x>\d\d)\s*(?:{dash}|\s(?:{until})\s)\s*"
        rf"(?:(?P<m_y>0?[1-9]|1[0-2])/(?P<y_y>\d\d)(?!\d)|(?P<open_y>(?:{present})(?![^\W\d_])))"
    )
    lasts = (
        rf"(?P<lasts>\s*[(（][^()（）]{{0,40}}?\d[^()（）]{{0,10}}?\s?(?:{lasting})(?![^\W\d_])"
        r"[^()（）]{0,30}[)）])?"
    )
    pattern = (
        rf"{near}(?:{numeric}|(?P<since>(?:{since})\s+)?{first}"
        rf"(?:{separator}(?:{point(2)}|{open_end}|{two})|/(?P<slash>\d\d)(?!\d)"
        rf"|(?P<dangling>\s?{dash}(?=\s*(?:$|[)|·•,\]*]))))?){lasts}"
    )
    return _Grammar(re.compile(pattern, re.IGNORECASE))


@cache
def _grammar(vocabulary: Vocabulary) -> _Grammar:
    def words(name: str) -> str:
        return _alternatives(vocabulary[name])

    return _grammar_of(
        _alternatives(frozenset(vocabulary.months)), words("present"), words("since"),
        words("until"), words("about"), words("durations"), words("month_year_links"),
    )  # fmt: skip


def _alternatives(words: frozenset[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered)


def _made(match: re.Match[str], text: str, vocabulary: Vocabulary) -> DateFound | None:
    """The values of a match, or None where it is no date after all ("2019-13")."""
    groups = match.groupdict()
    if groups["m_x"]:
        start = _iso(_century(groups["y_x"]), groups["m_x"], None, vocabulary)
        end = PRESENT if groups["open_y"] else _iso(
            _century(groups["y_y"]), groups["m_y"], None, vocabulary
        )  # fmt: skip
    else:
        if groups["alone"] and not _year(groups, 2):
            return None
        start = _point(groups, 1, vocabulary)
        end = _point(groups, 2, vocabulary)
        if groups["alone"]:
            start = _iso(_year(groups, 2), groups["alone"], None, vocabulary)
        if short := groups["short"] or groups["slash"]:
            end = start[:2] + short
        if groups["open"] or groups["dangling"] or (groups["since"] and not end):
            end = PRESENT
        end = end or start
    if not start or not end or (end != PRESENT and _backwards(start, end)):
        return None
    verbatim = bool(groups["about1"] or groups["about2"] or groups["lasts"])
    begin, finish = match.span()
    return DateFound(start, end, begin, finish, text[begin:finish].strip(), verbatim)


def _point(groups: dict[str, str | None], n: int, vocabulary: Vocabulary) -> str:
    for form in "abcdefghki":
        if year := groups.get(f"y_{form}{n}"):
            return _iso(
                _century(year), groups.get(f"m_{form}{n}"), groups.get(f"d_{form}{n}"), vocabulary
            )
    return ""


def _year(groups: dict[str, str | None], n: int) -> str:
    return next(
        (_century(year) for form in "abcdefghki" if (year := groups.get(f"y_{form}{n}"))), ""
    )


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
