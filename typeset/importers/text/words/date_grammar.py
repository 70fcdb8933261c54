"""The pattern of a date or range, made of the words that the language files give.

Points are numbered 1 and 2; each form of a point has a letter (`y_a1` is the year of form a).
"""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.words.vocabulary import SOLID, Vocabulary

FORMS = "abcdefghkijlm"
"""The letters of a point's forms."""

_YEAR = r"(?:19|20)\d\d"
HAS_YEAR = re.compile(rf"{_YEAR}|['’/-]\d\d|年")
"""What every date holds: a year in full, its last two digits behind a mark, or one of an era."""
_DASH = (
    r"(?:-{1,5}|\u2010|\u2011|–{1,2}|—{1,2}|―|−|~|∼|〜|～|－|ー|→|-{1,3}\\?>|=>|⇒|➔|➝|至|到|\.{2,3}(?=\s?\w)"
    r"|/(?=(?:19|20)\d\d(?!\d)))"
)
_NEAR = r"(?<![\w.,€$£#/+-])(?<![€$£]\s)"  # not within a number, an amount, a word or a path
_SOLID = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
# After CJK letters a date may begin with no space between.
_BEGIN = rf"(?:{_NEAR}|(?<=[{_SOLID}]))"
_WORD_ENDS = r"(?![^\W\d_])"

# Digits and marks of other widths and scripts, one for one.
_DIGITS = {
    **{zero + n: str(n) for zero in (0xFF10, 0x0660, 0x06F0) for n in range(10)},
    ord("．"): ".",
    ord("／"): "/",
}


def narrow(text: str) -> str:
    """`text` with the digits of all scripts as 0 to 9; positions stay."""
    return text if text.isascii() else text.translate(_DIGITS)


@lru_cache(maxsize=16)
def grammar(vocabulary: Vocabulary) -> re.Pattern[str]:
    """One date, or two and what joins them, or one that is open; see `dates`."""

    def words(name: str) -> str:
        return alternatives(vocabulary[name])

    until, lasting = words("until"), words("durations")
    first = (
        rf"(?:{_point(1, vocabulary)}"
        # A month that borrows the year of the range's end: "Mar – Jun 2019".
        rf"|(?P<alone>{_months(vocabulary)})(?=\s*(?:{_DASH}|(?:{until})(?=\s))\s*{_months(vocabulary)}))"
    )
    goes_on = rf"(?:{words('ongoing')}){_WORD_ENDS}|[?？]|(?:\.{{3}}|…)(?!\s?\w)"
    open_end = rf"(?P<open>{_open(vocabulary)}|{goes_on})"
    numeric = (
        rf"(?P<m_x>0?[1-9]|1[0-2])/(?P<y_x>\d\d)\s*(?:{_DASH}|\s(?:{until})\s)\s*"
        rf"(?:(?P<m_y>0?[1-9]|1[0-2])/(?P<y_y>\d\d)(?!\d)|(?P<open_y>{_open(vocabulary)}))"
    )
    span = rf"\d{{1,2}}[.,]?\d?\s?(?:{lasting}){_WORD_ENDS}\.?"
    lasts = (
        rf"(?P<lasts>\s*[(（](?:[^\W\d_]{{2,12}}\s){{1,2}}(?:{lasting}){_WORD_ENDS}\.?[)）]"
        rf"|\s*[(（][^()（）]{{0,40}}?\d[^()（）]{{0,10}}?\s?(?:{lasting}){_WORD_ENDS}"
        rf"[^()（）]{{0,30}}[)）]|\s*[·•|,，]?\s*{span}(?:\s?(?:,|&|\w{{1,3}})?\s?{span})?"
        rf"(?=\s*(?:$|[)）|·•,，\]*–—-]))|\s*[(（]\s*(?:{words('expected')}|{words('present')})\s*[)）])?"
    )
    short = (  # "'12–'14"
        rf"['’](?P<y_p>\d\d)\s*{_DASH}\s*"
        rf"(?:['’](?P<y_q>\d\d)(?!\d)|(?P<open_q>{_open(vocabulary)}))"
    )
    since = _prefix(vocabulary["since"])
    after = rf"(?P<onward>\s?(?:{words('since_after')}))?"
    closed = rf"(?:\s?(?:{words('until_after')}))?"
    pattern = (
        rf"{_BEGIN}(?:{numeric}|{short}|(?:(?P<since>{since})|(?P<before>(?:{until})\s+))?{first}"
        rf"(?:\s*{_DASH}\s*(?:{_point(2, vocabulary)}|{open_end}"
        rf"|(?P<short>\d\d)(?![\w./-])){closed}"
        rf"|\s+(?:{until})\s+(?:{_point(3, vocabulary)}|(?P<open_w>{_open(vocabulary)})"
        rf"|(?P<short_w>\d\d)(?![\d./-]))"
        rf"|/(?P<slash>\d\d)(?!\d)|(?P<dangling>\s?{_DASH}(?=\s*(?:$|[)）|·•,\]]|\*+(?![\w*])|\t))"
        rf"|{_DASH}(?=\s{{2}}))"
        rf"|{after}\s?(?:{_point(4, vocabulary)}{closed}"
        rf"|(?P<open_z>{_open(vocabulary)}))?)?){lasts}"
    )
    return re.compile(pattern, re.IGNORECASE)


def alternatives(words: frozenset[str]) -> str:
    """Words as a pattern, the longest first; one that matches nothing for none."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    found = "|".join(
        re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered
    )
    return found or r"(?!)"


def _prefix(words: frozenset[str]) -> str:
    """Words before a date: those of solid scripts need no space after them."""
    solid = frozenset(word for word in words if SOLID.search(word))
    return rf"(?:{alternatives(words - solid)})\s+|(?:{alternatives(solid)})\s*"


def _open(vocabulary: Vocabulary) -> str:
    words = vocabulary["present"]
    solid = frozenset(word for word in words if SOLID.search(word))
    return rf"(?:(?:{alternatives(solid)})|(?:{alternatives(words - solid)})\.?{_WORD_ENDS})"


def _months(vocabulary: Vocabulary) -> str:
    return rf"(?:{alternatives(frozenset(vocabulary.months))})\.?{_WORD_ENDS}"


def _point(n: int, vocabulary: Vocabulary) -> str:
    """One date; its groups end in `n`."""
    month = _months(vocabulary)
    links = alternatives(vocabulary["month_year_links"])
    link = rf"(?:(?:{links})\s+)?"
    about = alternatives(vocabulary["about"])
    mark = rf"(?:\s?(?:{alternatives(vocabulary['after_year'])}){_WORD_ENDS}\.?)?"
    eras = alternatives(frozenset(vocabulary.eras))
    season = alternatives(vocabulary["about_after"])
    return (
        rf"(?:(?P<about{n}>(?:(?:{about}){_WORD_ENDS}[./\s-]*){{1,2}}{link})?(?:"
        rf"(?P<y_a{n}>{_YEAR})(?P<s_a{n}>[-/.])(?P<m_a{n}>\d\d?)(?P=s_a{n})(?P<d_a{n}>\d\d?)(?!\d)"
        rf"|(?P<d_b{n}>\d\d?)(?P<s_b{n}>[./-])\s?(?P<m_b{n}>\d\d?)(?P=s_b{n})\s?(?P<y_b{n}>{_YEAR})(?!\d){mark}"
        rf"|(?P<y_c{n}>{_YEAR})\s?[年년]\s?(?:(?P<m_c{n}>\d\d?)\s?[月월](?:份|\s?(?P<d_c{n}>\d\d?)\s?[日일号])?)?"
        rf"(?P<season{n}>{season})?"
        rf"|(?P<d_d{n}>\d\d?)(?:st|nd|rd|th|er|:[ae]|\.|º|°|ª)?\s+{link}(?P<m_d{n}>{month}),?\s+{link}(?P<y_d{n}>{_YEAR})(?!\d){mark}"
        rf"|(?P<m_e{n}>{month})\s+(?P<d_e{n}>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y_e{n}>{_YEAR})(?!\d){mark}"
        rf"|(?P<m_f{n}>{month})[,/\s-]*{link}(?P<y_f{n}>{_YEAR}|['’]\d\d)(?!\d){mark}"
        rf"|(?P<m_g{n}>0?[1-9]|1[0-2])\s?[/.-]\s?(?P<y_g{n}>{_YEAR})(?!\d){mark}"
        rf"|(?P<y_m{n}>{_YEAR})\.\s(?P<m_m{n}>1[0-2]|0?[1-9])\.(?!\d{{3}}|(?:3[2-9]|[4-9]\d)(?!\d)|\d\d?\s?(?:/|GPA))(?:\s?(?P<d_m{n}>\d\d?)\.)?"
        rf"|(?P<y_h{n}>{_YEAR})[/.-](?P<m_h{n}>0[1-9]|1[0-2]|[1-9](?=[^\d]|$))(?![\d])"
        rf"|(?P<y_k{n}>{_YEAR}),?[^\S\t]+(?P<m_k{n}>{month})"
        rf"|(?P<m_l{n}>{month})-(?P<y_l{n}>\d\d)(?!\d)"
        rf"|(?P<era{n}>{eras})\s?(?P<y_j{n}>\d\d?|元)\s?年\s?(?:(?P<m_j{n}>\d\d?)\s?月(?:\s?(?P<d_j{n}>\d\d?)\s?日)?)?"
        rf"|(?P<y_i{n}>{_YEAR})(?![\d%]|[.,]\d){mark}(?![a-zà-ÿ])(?:\s?(?P<late{n}>{season})(?![{_SOLID}]))?"
        r"))"
    )
