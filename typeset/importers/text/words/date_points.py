"""The pattern of one date: a year, with a month, with a day, in the forms people write.

Each form has a letter, and each group that of its form and the number of the point in a range:
`y_a1`, `m_a1` and `d_a1` are year, month and day of form a.
"""

from __future__ import annotations

import re

from typeset.importers.text.words.scripts import CJK_SIGNS
from typeset.importers.text.words.vocabulary import Vocabulary, longest_first

FORMS = "abcdefghijklmnopqz"
"""The letters of a point's forms."""

YEAR = r"(?:19|20)\d\d"
MARK = r"['’‘`´′]"
"""What stands for the century; word processors turn it to either side."""
HAS_YEAR = re.compile(r"\d\d|年")
"""What every date holds: two digits of a year, or one of an era."""
HAS_SURE_YEAR = re.compile(rf"{YEAR}|(?:{MARK}|[./-])\s?\d\d|\d\s?[년年]|元\s?年")
"""What it holds where no word makes years of two bare digits: "Dec 17", "WS 17"."""
DASH = (
    r"(?:-{1,5}|\u2010|\u2011|–{1,2}|—{1,2}|―|−|~|∼|〜|～|－|ー|→|(?:-{1,3}|–)\\?>|=>|⇒|➔|➝|至|到"
    r"|\.{2,3}(?=\s?\w)|…(?=\s?\w)|/(?=(?:19|20)\d\d(?!\d)))"
)
WORD_ENDS = r"(?![^\W\d_])"
SIGN = rf"(?-i:[{CJK_SIGNS}])"
"""A CJK sign. In any case, its long ranges would take most of the time the pattern compiles."""
NO_SIGN = r"[^\s\S]"
"""In its place where a text has none: ranges so long take 2 ms to compile each time they stand."""
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


_ARABIC = re.compile("[\u0621-\u064a]")
_VOWEL = "[\u064b-\u0652]{0,2}"
"""The signs of vowels that may stand on each letter of Arabic: "حاليًا"."""


def months(vocabulary: Vocabulary) -> str:
    """The names of months, with the point of a short form."""
    return rf"(?:{alternatives(frozenset(vocabulary.months))})\.?{WORD_ENDS}"


def links(vocabulary: Vocabulary) -> str:
    """What may stand between a month and its year: "marzo de 2019"."""
    return rf"(?:(?:{alternatives(vocabulary['month_year_links'])})\s+)?"


def point(n: int, vocabulary: Vocabulary) -> str:
    """One date; its groups end in `n`."""
    month, link = months(vocabulary), links(vocabulary)
    about = alternatives(vocabulary["about"] | vocabulary["terms"])
    mark = rf"(?:\s?(?:{alternatives(vocabulary['after_year'])}){WORD_ENDS}\.?)?"
    eras = alternatives(frozenset(vocabulary.eras))
    season = alternatives(vocabulary["about_after"] | vocabulary["terms"])
    spaced = r"[-/\s]" if vocabulary.short_months else r"[-/]"
    in_range = rf"(?=\s?{DASH})" if n == 1 else ""  # alone, "201903" is any number
    short = rf"|(?:{MARK}|[-–]\s?|(?<=,\s)|^)(?P<y_z{n}>\d\d)(?=,?\s*$)"
    bare = short if vocabulary.bare_years else ""
    in_end = rf"|\s+{SIGN}" if n == 2 else ""  # alone, "2012. 9 명" may be a number
    return (
        rf"(?:(?P<about{n}>(?:(?:{about}){WORD_ENDS}[.:/\s-]*){{1,2}}{link})?(?:"
        rf"(?P<y_a{n}>{YEAR})(?P<s_a{n}>[-/.])(?P<m_a{n}>\d\d?)(?P=s_a{n})(?P<d_a{n}>\d\d?)(?!\d)"
        rf"|(?P<d_b{n}>\d\d?)(?P<s_b{n}>[./-])\s?(?P<m_b{n}>\d\d?)(?P=s_b{n})\s?(?P<y_b{n}>{YEAR})(?!\d){mark}"
        rf"|(?P<y_c{n}>{YEAR}|{MARK}?\d\d(?=\s?년\s?\d\d?\s?월))(?:\s?[年년]|\s(?=\d\d?\s?[月월]))(?:\s?(?P<m_c{n}>\d\d?)\s?[月월](?:份|\s?(?P<d_c{n}>\d\d?)\s?[日일号])?)?"
        rf"(?P<season{n}>{season}|\s(?:{season})(?!{SIGN}))?"
        rf"|(?P<d_d{n}>\d\d?){ORDINAL}(?:[^\S\t]|[./-])+{link}(?P<m_d{n}>{month}),?[\s./-]+{link}(?P<y_d{n}>{YEAR}|(?<=-)\d\d)(?!\d){mark}"
        rf"|(?P<m_e{n}>{month})\s+(?P<d_e{n}>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y_e{n}>{YEAR})(?!\d){mark}"
        rf"|(?P<m_f{n}>{month})[,/\s-]*{link}(?P<y_f{n}>{YEAR}|{MARK}\d\d)(?!\d){mark}"
        rf"|(?P<m_g{n}>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y_g{n}>{YEAR})(?!\d){mark}"
        rf"|(?P<y_m{n}>{YEAR})\.\s(?P<m_m{n}>1[0-2]|0?[1-9])(?:\.(?!\d{{3}}|(?:3[2-9]|[4-9]\d)(?!\d)|\d\d?\s?(?:/|GPA))(?:\s?(?P<d_m{n}>\d\d?)(?:\.|(?=\s?{DASH}|\s?[)）]|\s\s|\s{SIGN}|$)))?|(?=\s?{DASH}|\s?[)）]{in_end}|$)|(?<=\s0\d)(?=\s)|(?<=\s\d\d)(?=\s*[)）,，/|·]|\s+{SIGN}|\s\s))"
        rf"|(?P<y_h{n}>{YEAR})[/.-](?P<m_h{n}>0[1-9]|1[0-2]|[1-9](?=[^\d]|$))(?![\d])"
        rf"|(?P<y_k{n}>{YEAR})(?:,?[^\S\t]+|\.\s(?-i:(?=[^\W\d_A-Z]))|[-/](?=[^\W\d_]+\.?(?!\s?{MARK}?\d)))(?P<m_k{n}>{month})(?:\s(?P<d_k{n}>\d\d?)\.)?"
        rf"|(?P<m_l{n}>{month}){spaced}(?P<y_l{n}>\d\d)(?!\d|(?:st|nd|rd|th)?,?\s?(?:{DASH}\s?\d\d?,?\s)?{YEAR})"
        rf"|(?P<era{n}>{eras})\s?(?P<y_j{n}>\d{{1,3}}|元)\s?年\s?(?:(?P<m_j{n}>\d\d?)\s?月(?:\s?(?P<d_j{n}>\d\d?)\s?日)?)?"
        rf"|{MARK}(?P<y_n{n}>\d\d)\.\s?(?P<m_n{n}>{_MONTH})(?:\.(?P<d_n{n}>\d\d))?(?!\d)"
        rf"|(?P<y_o{n}>{YEAR})(?P<m_o{n}>{_MONTH})(?P<d_o{n}>[0-3]\d)?(?!\d){in_range}"
        rf"|(?P<y_q{n}>1[01]\d)\s?年\s?(?P<m_q{n}>\d\d?)\s?月"
        rf"|(?P<term{n}>{alternatives(vocabulary['terms'])})[\s-]?{MARK}?(?P<y_p{n}>\d\d)(?![\d%.]|,\d)(?:/(?P<z_p{n}>\d\d)(?!\d))?"
        rf"|(?P<y_i{n}>{YEAR}|(?(about{n}){MARK}\d\d|(?!)))(?![\d%]|\.\d|,(?!{YEAR}\b)\d)(?:/{MARK}?(?P<z_i{n}>\d\d)(?![\d/]))?{mark}"
        rf"(?:,?\s?(?P<late{n}>{season})(?:(?<={SIGN})(?!{SIGN})|{_CELL_ENDS})"
        rf"|\s{_SMALL}(?P<early{n}>{season}){_BEFORE_NAME})?(?![a-zà-ÿ])"
        rf"{bare}))"
    )
