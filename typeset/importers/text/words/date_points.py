"""The pattern of one date: a year, with a month, with a day, in the forms people write.

Each form has a letter, and each group that of its form and the number of the point in a range:
`y_a1`, `m_a1` and `d_a1` are year, month and day of form a.
"""

from __future__ import annotations

import re

from typeset.importers.text.words.date_signs import MARK, SIGN, YEAR, dashes
from typeset.importers.text.words.vocabulary import Vocabulary, longest_first

FORMS = "abcdefghijklmnopqz"
"""The letters of a point's forms."""

WORD_ENDS = r"(?![^\W\d_])"
ORDINAL = r"(?:st|nd|rd|th|er|:[ae]|\.|º|°|ª)?"
_MONTH = r"0[1-9]|1[0-2]"
_CELL_ENDS = r"(?=\s*(?:$|[)\]}|·•,:;\t–—*-]))"
_SMALL = r"(?-i:(?=[a-zß-ÿа-я]))"
_BEFORE_NAME = r"(?=\s+(?-i:[A-ZÀ-ÞА-Я]))"
"""What a season in small letters behind its year stands before: "2020 summer Cook, Moss Inn"."""


def alternatives(words: frozenset[str]) -> str:
    """Words as a pattern, the longest first; one that matches nothing for none."""
    found = "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’׳]").replace('"', '["״”]')
        for word in longest_first(words)
    )
    return _ARABIC.sub(rf"\g<0>{_VOWEL}", found) or r"(?!)"


def either(*forms: tuple[object, str]) -> str:
    """The forms that have what they are made of; without it a form would only take time."""
    return "|".join(form for made_of, form in forms if made_of)


def where(made_of: object, pattern: str) -> str:
    """A pattern of what may stand or not; nothing where it has not what it is made of."""
    return pattern if made_of else ""


_ARABIC = re.compile("[\u0621-\u064a]")
_VOWEL = "[\u064b-\u0652]{0,2}"
"""The signs of vowels that may stand on each letter of Arabic: "حاليًا"."""


def months(vocabulary: Vocabulary) -> str:
    """The names of months, with the point of a short form."""
    return rf"(?:{alternatives(frozenset(vocabulary.months))})\.?{WORD_ENDS}"


def links(vocabulary: Vocabulary) -> str:
    """What may stand between a month and its year: "marzo de 2019"."""
    words = vocabulary["month_year_links"]
    return where(words, rf"(?:(?:{alternatives(words)})\s+)?")


def point(n: int, vocabulary: Vocabulary) -> str:
    """One date; its groups end in `n`."""
    signs, link = vocabulary.date_signs, links(vocabulary)
    dash = dashes(signs)
    month = months(vocabulary) if vocabulary.months else ""
    about = vocabulary["about"] | vocabulary["terms"]
    after_year = vocabulary["after_year"]
    mark = where(after_year, rf"(?:\s?(?:{alternatives(after_year)}){WORD_ENDS}\.?)?")
    ends = vocabulary["day_ends"]
    day_ends = where(ends, rf"|\s?(?:{alternatives(ends)}){WORD_ENDS}\.?")
    eras, terms = alternatives(frozenset(vocabulary.eras)), alternatives(vocabulary["terms"])
    seasons = vocabulary["about_after"] | vocabulary["terms"]
    season = alternatives(seasons)
    spaced = r"[-/\s]" if vocabulary.short_months else r"[-/]"
    in_range = rf"(?=\s?{dash})" if n == 1 else ""  # alone, "201903" is any number
    in_end = rf"|\s+{SIGN}" if n == 2 else ""  # alone, "2012. 9 명" may be a number
    about_it = where(
        about,
        rf"(?P<about{n}>(?:(?:{alternatives(about)}){WORD_ENDS}[.:/\s-]*){{1,2}}{link})?",
    )
    about_year = where(about, rf"|(?(about{n}){MARK}\d\d|(?!))")
    season_behind = where(seasons, rf"(?P<season{n}>{season}|\s(?:{season})(?!{SIGN}))?")
    season_of_year = where(
        seasons,
        rf"(?:,?\s?(?P<late{n}>{season})(?:(?<={SIGN})(?!{SIGN})|{_CELL_ENDS})"
        rf"|\s{_SMALL}(?P<early{n}>{season}){_BEFORE_NAME})?",
    )
    forms = either(
        (
            True,
            rf"(?P<y_a{n}>{YEAR})(?P<s_a{n}>[-/.])(?P<m_a{n}>\d\d?)(?P=s_a{n})(?P<d_a{n}>\d\d?)(?!\d)",
        ),
        (
            True,
            rf"(?P<d_b{n}>\d\d?)(?P<s_b{n}>[./-])\s?(?P<m_b{n}>\d\d?)(?P=s_b{n})\s?(?P<y_b{n}>{YEAR})(?!\d){mark}",
        ),
        (
            signs & _EASTERN,
            rf"(?P<y_c{n}>{YEAR}|{MARK}?\d\d(?=\s?년\s?\d\d?\s?월))(?:\s?[年년]|\s(?=\d\d?\s?[月월]))(?:\s?(?P<m_c{n}>\d\d?)\s?[月월](?:份|\s?(?P<d_c{n}>\d\d?)\s?[日일号])?)?{season_behind}",
        ),
        (
            month,
            rf"(?P<d_d{n}>\d\d?){ORDINAL}(?:[^\S\t]|[./-])+{link}(?P<m_d{n}>{month}),?[\s./-]+{link}(?P<y_d{n}>{YEAR}|(?<=-)\d\d)(?!\d){mark}",
        ),
        (
            month,
            rf"(?P<m_e{n}>{month})\s+(?P<d_e{n}>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y_e{n}>{YEAR})(?!\d){mark}",
        ),
        (month, rf"(?P<m_f{n}>{month})[,/\s-]*{link}(?P<y_f{n}>{YEAR}|{MARK}\d\d)(?!\d){mark}"),
        (True, rf"(?P<m_g{n}>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y_g{n}>{YEAR})(?!\d){mark}"),
        (
            True,
            rf"(?P<y_m{n}>{YEAR})\.\s(?P<m_m{n}>1[0-2]|0?[1-9])(?:\.(?!\d{{3}}|(?:3[2-9]|[4-9]\d)(?!\d)|\d\d?\s?(?:/|GPA))(?:\s?(?P<d_m{n}>\d\d?)(?:\.|(?=\s?{dash}|\s?[)）]|\s\s|\s{SIGN}|$)))?|(?=\s?{dash}|\s?[)）]{in_end}|$)|(?<=\s0\d)(?=\s)|(?<=\s\d\d)(?=\s*[)）,，/|·]|\s+{SIGN}|\s\s))",
        ),
        (True, rf"(?P<y_h{n}>{YEAR})[/.-](?P<m_h{n}>0[1-9]|1[0-2]|[1-9](?=[^\d]|$))(?![\d])"),
        (
            month,
            rf"(?P<y_k{n}>{YEAR}){mark}(?:,?[^\S\t]+|\.\s(?-i:(?=[^\W\d_A-Z]))|[-/](?=[^\W\d_]+\.?(?!\s?{MARK}?\d)))(?P<m_k{n}>{month})(?:\s(?P<d_k{n}>\d\d?)(?:\.{day_ends}|(?=[)）]|$)))?",
        ),
        (
            month,
            rf"(?P<m_l{n}>{month}){spaced}(?P<y_l{n}>\d\d)(?!\d|(?:st|nd|rd|th)?,?\s?(?:{dash}\s?\d\d?,?\s)?{YEAR})",
        ),
        (
            vocabulary.eras,
            rf"(?P<era{n}>{eras})\s?(?P<y_j{n}>\d{{1,3}}|元)\s?年\s?(?:(?P<m_j{n}>\d\d?)\s?月(?:\s?(?P<d_j{n}>\d\d?)\s?日)?)?",
        ),
        (
            "'" in signs,
            rf"{MARK}(?P<y_n{n}>\d\d)\.\s?(?P<m_n{n}>{_MONTH})(?:\.(?P<d_n{n}>\d\d))?(?!\d)",
        ),
        (True, rf"(?P<y_o{n}>{YEAR})(?P<m_o{n}>{_MONTH})(?P<d_o{n}>[0-3]\d)?(?!\d){in_range}"),
        ("年" in signs, rf"(?P<y_q{n}>1[01]\d)\s?年\s?(?P<m_q{n}>\d\d?)\s?月"),
        (
            vocabulary["terms"],
            rf"(?P<term{n}>{terms})[\s-]?{MARK}?(?P<y_p{n}>\d\d)(?![\d%.]|,\d)(?:/(?P<z_p{n}>\d\d)(?!\d))?",
        ),
        (
            True,
            rf"(?P<y_i{n}>{YEAR}{about_year})(?![\d%]|\.\d|,(?!{YEAR}\b)\d)(?:/{MARK}?(?P<z_i{n}>\d\d)(?![\d/]))?{mark}{season_of_year}(?![a-zà-ÿ])",
        ),
        (vocabulary.bare_years, rf"(?:{MARK}|[-–]\s?|(?<=,\s)|^)(?P<y_z{n}>\d\d)(?=,?\s*$)"),
    )
    return rf"(?:{about_it}(?:{forms}))"


_EASTERN = frozenset("年년月월")
"""The signs of years and months, of which numbers need one."""
