"""What a match of the date grammar says: start and end as the profile writes them."""

from __future__ import annotations

from typeset.importers.text.words.date_points import FORMS
from typeset.importers.text.words.vocabulary import Vocabulary, key
from typeset.profile.dates import PartialDate
from typeset.profile.fields import PRESENT


class Groups(dict[str, str | None]):
    """The named groups of a match; those of forms that cannot stand in the text have no value."""

    def __missing__(self, name: str) -> None:
        return None


_SHORT_RANGES = (("t", "u"), ("x", "y"), ("v", "w"), ("r", "s"))
"""The letters of the two ends of ranges whose years have two digits, and of days of one month."""
_YEARS = {n: tuple((form, f"y_{form}{n}") for form in FORMS) for n in (1, 2)}
"""The groups of a point's year, by the point's number, with the letters of their forms."""
_OPEN = ("open", "open_c", "open_u", "open_w", "open_y", "open_f", "still", "goes_on", "dangling",
         "hanging")  # fmt: skip


def span(groups: Groups, vocabulary: Vocabulary) -> tuple[str, str]:
    """Start and end of a match; a start of "" where it is no date after all ("2019-13")."""
    for first, last in _SHORT_RANGES:
        if groups[f"y_{first}"]:
            start = _numbers(groups, first, "", vocabulary)
            return start, _open(groups) or _numbers(groups, last, first, vocabulary)
    last_year = year_of(groups, 2)
    end = _point(groups, 2, vocabulary)[1] if last_year else ""
    if not year_of(groups, 1):
        start = _borrowed(groups, end, vocabulary) if end else ""
        return start, end
    start, single = _point(groups, 1, vocabulary)
    if last_year and not end:
        return "", ""
    if short := groups["short"] or groups["short_w"]:
        end = start[:2] + short
        return (start, end) if end >= start[:4] else ("", "")
    if groups["month_l"]:
        end = _later(start, groups["month_l"], vocabulary, groups["day_l"])
        return (start, end) if end else ("", "")
    if within := groups["last"] or groups["last_n"] or groups["last_m"]:
        end = _later(start, within, vocabulary)
        return (start, end) if end else ("", "")
    onward = any(groups[name] for name in ("since", "onward", "onwards"))
    open_end = _open(groups) or (PRESENT if onward and not end else "")
    return start, open_end or end or single


def year_of(groups: Groups, n: int) -> str:
    """The year of a point in four digits, or "" where there is no such point."""
    form = _form(groups, n)
    return _century(groups[f"y_{form}{n}"]) if form else ""


def _form(groups: Groups, n: int) -> str:
    """The letter of a point's form, or ""."""
    return next((form for form, name in _YEARS[n] if groups.get(name)), "")


def is_backwards(start: str, end: str) -> bool:
    """Whether a range ends before it starts."""
    return PartialDate.parse(end).last < PartialDate.parse(start).first


def _open(groups: Groups) -> str:
    return PRESENT if any(groups[name] is not None for name in _OPEN) else ""


def _point(groups: Groups, n: int, vocabulary: Vocabulary) -> tuple[str, str]:
    """A point's date, twice but for a school year ("2018/19")."""
    form = _form(groups, n)
    year = groups[f"y_{form}{n}"] if form else ""
    if not year:
        return "", ""
    if era := groups.get(f"era{n}"):
        year = str(vocabulary.eras[era] + (1 if year == "元" else int(year)))
    elif len(year) == 3 and year.isdigit():  # "108年3月", as Taiwan counts
        year = str(1911 + int(year))
    month, day = groups.get(f"m_{form}{n}"), groups.get(f"d_{form}{n}")
    if month and day and groups.get(f"s_{form}{n}") == "/" and int(month) > 12 >= int(day):
        month, day = day, month  # "3/15/2024", as Americans write
    year = _century(year)
    school = groups.get(f"z_{form}{n}")
    if form == "h" and vocabulary.short_years and month and len(month) == 2:
        school, month = (month, None) if int(month) > int(year[2:]) else (None, month)
    if school:
        later = year[:2] + school
        return (year, later) if later >= year else ("", "")
    date = _iso(year, month, day, vocabulary)
    return date, date


def _borrowed(groups: Groups, end: str, vocabulary: Vocabulary) -> str:
    """The start of a range that has no year of its own, nor perhaps a month."""
    month = next((groups[name] for name in ("alone", "month_a", "month_b", "month_c")
                  if groups[name]), None)  # fmt: skip
    day = groups["day_a"] or groups["day_b"] or groups["day_c"]
    return _iso(end[:4], month or end[5:7], day, vocabulary)


def _later(start: str, month: str | None, vocabulary: Vocabulary, day: str | None = None) -> str:
    """The end that names a month alone, or its day: in the year of its start, or in the next."""
    if len(start) < len("2019-05"):
        return ""
    end = _iso(start[:4], month, day, vocabulary)
    return end if end >= start[:7] else _iso(str(int(start[:4]) + 1), month, day, vocabulary)


def _numbers(groups: Groups, letter: str, other: str, vocabulary: Vocabulary) -> str:
    """A date of the groups of a letter; year and month may stand in those of the other."""
    year = groups.get(f"y_{letter}") or groups.get(f"y_{other}")
    month = groups.get(f"m_{letter}") or groups.get(f"n_{letter}") or groups.get(f"m_{other}")
    return _iso(_century(year), month, groups.get(f"d_{letter}"), vocabulary)


def _century(year: str | None) -> str:
    """Two digits as four: those of this century's first half, or of the last one's second."""
    digits = (year or "").lstrip("'’‘`´′")
    return digits if len(digits) != 2 else ("19" if int(digits) >= 50 else "20") + digits


def _iso(year: str, month: str | None, day: str | None, vocabulary: Vocabulary) -> str:
    if not year:
        return ""
    number = 0
    if month:
        number = int(month) if month.isdigit() else vocabulary.months.get(key(month), 0)
        if not number:
            return ""
    text = year + (f"-{number}" if number else "") + (f"-{day}" if number and day else "")
    try:
        return str(PartialDate.parse(text))
    except ValueError:
        return ""
