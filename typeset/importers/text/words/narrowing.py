"""The vocabulary for one text: the words of dates that stand in it, and the towns it tells of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from typeset.importers.text.words.date_signs import signs_in
from typeset.importers.text.words.folding import folded
from typeset.importers.text.words.language import language_of
from typeset.importers.text.words.language_files import JOINING
from typeset.importers.text.words.scripts import CJK, SOLID
from typeset.importers.text.words.vocabulary import Vocabulary, key, vocabulary

_DATE_LISTS = ("until", "until_after", "since", "since_after", "between", "present", "expected",
               "ongoing", "about", "about_after", "terms", "after_year", "day_ends",
               "month_year_links", "recurring")  # fmt: skip
"""The lists that the pattern of dates is made of, with the durations, which end words too."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NUMERAL = "|".join(sorted(_ROMAN, key=len, reverse=True))
# A month as a Roman numeral, which begins a date: "IX 2013", "VII–IX 2013", "– II.2015".
_ROMAN_MONTH = re.compile(
    rf"(?:^|[|(*\t–—-])[ *]{{0,4}}(?:({_NUMERAL})\s*[–—-]\s*)?({_NUMERAL})[./ ]\s?(?:19|20)\d\d\b",
    re.MULTILINE,
)
_LETTERS = re.compile(r"[^\W\d_]+")

# What comes before is looked at behind the first character, by which a place is found faster.
_SHORT_YEARS = re.compile(r"((?:1(?<![\d/-]1)9|2(?<![\d/-]2)0)\d\d)([/-])(\d\d)(?![\d/-])")
_TOWNS = (
    re.compile(
        r"\d(?:(?<![\d-].)|(?<=[A-Z]-.)(?<![\d-][A-Z]-.))(?<!(?=(?:19|20)\d\d\s).)"
        r"(?:\d{3,4}(?:-\d{3})?|\d-\d{3}|\d\d \d\d|\d{3} [A-Z]{2})"
        r"[ \t]+([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2})[ \t]*(?=$|[,;|·•()])",
        re.MULTILINE,
    ),
    re.compile(
        r"([A-Z](?<![^\s,|·].)[a-z]+(?: [A-Z][a-z]+)?),?[ ][A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    ),
)
"""A town with its postal code: "67000 Strasbourg", "1011 AB Amsterdam"; "Durham DH1 4LE"."""

_TOWN_AND_LAND = re.compile(
    r"(?:^|[,|·•:(]|\s[–—/-]\s)\s*([^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2})"
    r",[ ]+(?:[A-Z]{2,3},[ ]+)?([^\W\d_a-z][^\d,|·•()\n]{1,30}?)"
    r"\s*(?=$|[|·•/()\t]|\s[–—-]\s)",
    re.MULTILINE,
)
"""A town before its country, as they stand among contacts: "Whitby, UK", "Guelph, ON, Canada"."""
_NO_TOWN = ("schools", "organisations", "units")
"""What stands before a country and is no town: "University of Lisbon, Portugal"."""
_HEADER_LINES = 10
_CONTACT = re.compile(r"@|\+\d")

_LABELLED = re.compile(r"[\s*|>-]*([^\W\d_][^:|*\s]*(?: [^:|*\s]+)?)[\s*]*[:|][\s*|]*([^\s*|].*)")
_PART = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,2}")


def vocabulary_for(text: str) -> Vocabulary:
    """All languages' words, but of those in dates only the ones in `text`; its towns as well.

    A title of two kinds ("Patente", which drives or invents) has that of the text's language, and
    what is a role in others is none there.

    The pattern of dates names each month many times: with the words of all languages it
    takes 80 ms to compile, with those and the signs of one text 10, and finds dates faster.
    """
    known = vocabulary()
    language = language_of(text)
    stands, ends = _finders(text)
    named = known.months | known.own_months.get(language, {})
    months = {month: named[month] for month in filter(stands, named)}
    for roman in {one for match in _ROMAN_MONTH.findall(text) for one in match if one}:
        months[roman.lower()] = _ROMAN.index(roman) + 1
    dates = {name: frozenset(filter(stands, known[name])) for name in _DATE_LISTS}
    dates["after_year"] |= known.own_marks.get(language, frozenset())
    dates["durations"] = frozenset(filter(ends, known["durations"]))
    return replace(
        known,
        months=months,
        eras={era: year for era, year in known.eras.items() if era in text},
        sections=known.sections | known.own_sections.get(language, {}),
        short_years=_has_short_years(text),
        short_months=_has_short_months(text, months, dates["present"]),
        bare_years=len(_BARE_YEARS.findall(text)) >= _FEWEST_BARE,
        open_dashes=_has_open_dashes(text),
        signs=bool(CJK.search(text)),
        date_signs=signs_in(text),
        lists=known.lists
        | dates
        | _joining(text, known)
        | {"roles": known["roles"] - known.no_roles.get(language, frozenset())}
        | {"cities": known["cities"].union(_towns(text, known))},
    )


def _joining(text: str, known: Vocabulary) -> dict[str, frozenset[str]]:
    """The words that join the parts of a head, without those that mean another thing in `text`.

    "Cocinera en Ash Inn": to a Dutch text "en" is "and", as in "Waterschap Lek en Holm".
    """
    language = language_of(text)
    small, own = known.stopwords.get(language), known.joining.get(language)
    if not small or not own:
        return {}
    return {name: known[name] - (small - own[name]) for name in JOINING}


def _finders(text: str) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """What tells whether a word, or each part of a phrase, may stand in `text`, in any case; and
    what tells whether it may be a part of a word there."""
    if not SOLID.search(text):  # where spaces part words, one of each is enough
        text = "\n".join(set(text.split()))
    there = text.lower()
    there += "" if text.isascii() else f"\n{folded(text)}"
    words = set(_LETTERS.findall(there))
    distinct = "\n".join(words)

    def stands(word: str) -> bool:
        if not word.isascii() and SOLID.search(word):
            return inside(word)
        return word in words or (not word.isalpha() and words.issuperset(_LETTERS.findall(word)))

    def inside(word: str) -> bool:
        return all(part in distinct for part in _LETTERS.findall(word))

    return stands, inside


def _has_short_years(text: str) -> bool:
    """Whether "2010-11" is a range of years here and no month."""
    found = [
        (int(year) % 100, int(more), sign == "/") for year, sign, more in _SHORT_YEARS.findall(text)
    ]
    ranges = any(more > 12 and more > year for year, more, _ in found)
    slashed = [more == year + 1 for year, more, slash in found if slash]
    school = bool(slashed) and all(slashed)
    months = any(more <= year and 0 < more <= 12 for year, more, _ in found)
    return (ranges or school) and not months


def _has_open_dashes(text: str) -> bool:
    """Whether a year with a dash right behind it, before words, goes on: "2018– Member, Moss Club".

    A long dash tells so; a hyphen may part the year from them, unless ranges have it too.
    """
    found = _HANGING_DASH.findall(text)
    return "–" in found or 0 < len(found) <= len(_HYPHENED_RANGE.findall(text))


_LINE_AND_YEAR = r"^[ \t>*_•·-]{0,6}(?:\d\d?[./])?(?:19|20)\d\d"
_HANGING_DASH = re.compile(rf"{_LINE_AND_YEAR}([–-])[ ]+[*_\[]{{0,3}}[^\W\d_]", re.MULTILINE)
_HYPHENED_RANGE = re.compile(
    rf"{_LINE_AND_YEAR}-(?:\d\d)?\d\d[ ]+[*_\[]{{0,3}}[^\W\d_]", re.MULTILINE
)
"""A period that begins a line, and a hyphen within it."""


_SHORT_MONTHS = re.compile(
    r"\b(?P<m1>[^\W\d_]{3,12})\.?\s(?P<y1>\d\d)\s*(?:[-–—]|(?<=\s)[^\W\d_]{1,7}(?=\s))\s*"
    r"(?:(?P<m2>[^\W\d_]{3,12})\.?\s(?:(?P<y2>\d\d)(?![\w/]|,?\s(?:19|20)\d\d)|(?P<year>(?:19|20)\d\d))"
    r"|(?P<open>[^\W\d_]+(?:\s[^\W\d_]+)?))"
)


_BARE_YEARS = re.compile(r"[^\W\d_]{2}[)\"”*_]*,? (?:[-–] ?|['’‘])\d\d,?[ \t]*$", re.MULTILINE)
"""A line that ends in a year of two digits behind words: "Ash Gallery -18", "Old Mill, '98"."""
_FEWEST_BARE = 4


def _has_short_months(text: str, months: Mapping[str, int], present: frozenset[str]) -> bool:
    """Whether "Dec 17" is a month of a year: ranges tell so that could not be of days.

    Those are open, or name a year in full, or go on over the turn of a year. Where all might be
    of days, two that do not end before they start are enough.
    """
    told = possible = 0
    for match in _SHORT_MONTHS.finditer(text):
        first, last = months.get(key(match["m1"])), months.get(key(match["m2"] or ""))
        if not first:
            continue
        if match["open"]:
            told += any(key(word) in present for word in (match["open"], match["open"].split()[0]))
        elif last and match["year"]:
            told += 1
        elif last and (int(match["y1"]) + 50) % 100 > (int(match["y2"]) + 50) % 100:
            return False
        elif last:
            possible += 1
            told += last < first or int(match["y1"]) > 31
    return told > 0 or possible > 1


def _towns(text: str, known: Vocabulary) -> Iterator[str]:
    """Towns by their postal codes, and among contacts those before their land or in an address."""
    yield from (key(town) for pattern in _TOWNS for town in pattern.findall(text))
    lines = [line for line in text.split("\n") if line.strip()]
    contacts = [line for line in lines[_HEADER_LINES:] if _CONTACT.search(line)]
    for match in _TOWN_AND_LAND.finditer("\n".join([*lines[:_HEADER_LINES], *contacts])):
        named = bool(CJK.match(match[1]))  # there the larger stands first: "四川 成都"
        named = named or any(known.has(list_, match[1]) for list_ in _NO_TOWN)
        if key(match[2]) in known["countries"] and not named:
            yield key(match[1])
    for line in lines[:_HEADER_LINES]:
        labelled = _LABELLED.fullmatch(line)
        if labelled and key(labelled[1]) in known.labels["location"]:
            _, *after = re.split(r"\s*[,|]\s*", labelled[2])  # the street, or the town itself
            yield from (key(part) for part in after if _PART.fullmatch(part))
