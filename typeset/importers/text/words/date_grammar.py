"""The pattern of a date or range, made of the words that the language files give.

The start of a range is point 1 and its end is point 2; see `date_points`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.words.date_points import (
    DASH,
    MARK,
    NO_SIGN,
    ORDINAL,
    SIGN,
    WORD_ENDS,
    YEAR,
    alternatives,
    links,
    months,
    point,
)
from typeset.importers.text.words.folding import SAME_LETTERS
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import Vocabulary

_NEAR = r"(?<![\w.,€$£#/+-])(?<![€$£]\s)"  # not within a number, an amount, a word or a path
# After CJK letters a date may begin with no space between, or with a slash, which is no path's.
_BEGIN = rf"(?:{_NEAR}|(?<=\b(?:19|20)\d\d,)(?={YEAR}\b)|(?<={SIGN})|(?<={SIGN}/)|(?<=[*」』）)]/))"
_PART_BEGINS = r"(?:^|(?<=[,，、;·•|:(\[*\t–—-])|(?<=[,，、;·•|:(\[*\t–—-]\s))"
_ENDS = r"(?=\s*(?:$|[)\]|·•,，،;\t]))"

_ENDS_OR_BRACKET = r"(?=\s*(?:$|[()\[\]|·•,，،;*\t]))"

_ARROW = r"[→⇒➔➝]"
_NO_DATE_BEHIND = r"(?=\s*[^\W\d_])(?![^\n]{0,200}\d\d)"
"""An arrow is no sign within a name: one that no date follows says that a period goes on.

"2018→ Moss Labs"; but not "Cook, 2018 → Chef, 2020".
"""

# Digits and marks of other widths and scripts, one for one.
_DIGITS = {
    **{zero + n: str(n) for zero in (0xFF10, 0x0660, 0x06F0, 0x0966) for n in range(10)},
    ord("．"): ".",
    ord("／"): "/",
    **SAME_LETTERS,
}
_OTHER = re.compile(f"[{''.join(map(chr, _DIGITS))}]")


def narrow(text: str) -> str:
    """`text` with the digits of all scripts as 0 to 9, and as words are known; positions stay."""
    return text.translate(_DIGITS) if _OTHER.search(text) else text


@lru_cache(maxsize=16)
def grammar(vocabulary: Vocabulary) -> re.Pattern[str]:
    """One date, or two and what joins them, or one that is open; see `dates`."""
    until = alternatives(vocabulary["until"])
    before = (
        rf"(?P<since>{_prefix(vocabulary['since'])})|(?P<between>{_prefix(vocabulary['between'])})"
        rf"|(?P<before>(?:{until})\s+)|(?P<open_f>{_open(vocabulary)}\s*{DASH}\s*)"
    )
    both = alternatives(vocabulary["and"])
    dash = rf"\.?\s*{DASH}\s*(?:(?:{until})\s+)?"
    joined = (
        rf"(?:{dash}|\s+(?:{until})\s+|(?(between)\s+(?:{both})\s+|(?!))"
        rf"|(?(alone)(?P<both>\s*(?:[/&]|(?:{both})(?=\s))\s*)|(?!))"
        rf"|(?P<onward>{_suffix(vocabulary['since_after'])})?\s?)"
    )
    closed = rf"(?:{_suffix(vocabulary['until_after'])})?"
    rest = (
        rf"(?:{joined}(?:{point(2, vocabulary)}{closed}|(?P<open>{_open(vocabulary)}))"
        rf"|\s*{DASH}\s*(?:{_goes_on(vocabulary)}|{_end_of_start(vocabulary)})"
        rf"|\s?,\s*(?P<open_c>{_open(vocabulary)}){_ENDS_OR_BRACKET}"
        rf"|\s+(?:{until})\s+(?P<short_w>\d\d)(?![\d./-])"
        rf"|(?P<dangling>\s?{DASH}(?=\s*(?:\.?$|[)|）·•,\]:：]|\*+(?![\w*])|`|\t))"
        rf"|{DASH}(?=\s{{2}})|\s?{_ARROW}{_NO_DATE_BEHIND})"
        rf"|(?P<onwards>{_suffix(vocabulary['since_after'])}))?"
    )
    first = rf"(?:{point(1, vocabulary)}|{_borrowing(vocabulary)})"
    pattern = (
        rf"{_BEGIN}(?:{_short_range(vocabulary)}|{_days(vocabulary)}"
        rf"|{_recurring(vocabulary)}(?:{before})?{first}{rest})"
        rf"{_lasting(vocabulary)}"
    )
    return re.compile(
        pattern if vocabulary.signs else pattern.replace(SIGN, NO_SIGN), re.IGNORECASE
    )


def _recurring(vocabulary: Vocabulary) -> str:
    """When within a period, before it at the beginning of a part: "Saturdays since 2014"."""
    words = alternatives(vocabulary["recurring"])
    return rf"(?:{_PART_BEGINS}(?P<often>{words}){WORD_ENDS},?\s+)?"


def _borrowing(vocabulary: Vocabulary) -> str:
    """A start that borrows month or year of the end: "Mar – Jun 2019", "3 – 5 March 2019"."""
    month, link = months(vocabulary), links(vocabulary)
    to = rf"\s*(?:{DASH}|(?:{alternatives(vocabulary['until'])})(?=\s))\s*"
    both = rf"\s*(?:[/&]|(?:{alternatives(vocabulary['and'])})(?=\s))\s*"
    day = rf"\d\d?{ORDINAL}"
    return (
        rf"(?:(?P<alone>{month})(?:(?={to}{month})|(?={both}{month},?\s+{link}{YEAR}))"
        rf"|(?P<day_a>\d\d?){ORDINAL}(?:\s+{link}(?P<month_a>{month}))?(?={to}{day}\s+{link}{month},?\s+{link}{YEAR})"
        rf"|(?P<month_b>{month})\s+(?P<day_b>\d\d?)(?:st|nd|rd|th)?(?={to}{month}\s+{day},?\s+{YEAR})"
        rf"|(?P<day_c>\d\d?)\.(?:\s?(?P<month_c>\d\d?)\.)?(?={to}\d\d?\.\s?\d\d?\.\s?{YEAR}))"
    )


def _days(vocabulary: Vocabulary) -> str:
    """Days of one month, as Americans write them: "March 3–5, 2019"."""
    return (
        rf"(?P<m_r>{months(vocabulary)})\s+(?P<d_r>\d\d?)(?:st|nd|rd|th)?\s?{DASH}\s?"
        rf"(?P<d_s>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y_r>{YEAR})(?!\d)"
    )


def _end_of_start(vocabulary: Vocabulary) -> str:
    """An end in the year of the start ("2019年3月～5月", "Jun 2014 – August") or its century.

    It may be a day: "19 May 2019 – 24 May". Behind a tilde, a number after a month is one too:
    "2019/3 ~ 5".
    """
    tilde = r"(?:(?<=/\d[~∼〜～])|(?<=/\d\s[~∼〜～]\s)|(?<=/\d\d[~∼〜～])|(?<=/\d\d\s[~∼〜～]\s))"
    return (
        rf"(?P<last>{months(vocabulary)}){_ENDS}"
        rf"|(?P<day_l>\d\d?){ORDINAL}\s+(?P<month_l>{months(vocabulary)}){_ENDS_OR_BRACKET}"
        rf"|(?P<last_n>\d\d?)\s?[月월]"
        rf"|{tilde}(?P<last_m>0?[1-9]|1[0-2]){_ENDS}"
        rf"|{MARK}?(?P<short>\d\d)(?![\w/-]|\.\S)"
    )


def _goes_on(vocabulary: Vocabulary) -> str:
    """What stands behind the dash of a period that goes on, where it could be no date's word."""
    words = alternatives(vocabulary["ongoing"])
    return (
        rf"(?P<goes_on>(?:{words}){WORD_ENDS}|[?？]|(?:\.{{3}}|…)(?!\w|\s?\d)"
        rf"|[(（\[]\s?{_open(vocabulary)}\s?[)）\]])"
    )


def _short_range(vocabulary: Vocabulary) -> str:
    """Years of two digits in numbers, which only a range tells: "9/18 – 3/20", "'12–'14"."""
    present, until = _open(vocabulary), alternatives(vocabulary["until"])
    to = rf"\s*(?:{DASH}|\s(?:{until})\s)\s*"
    day = r"(?:(?P<d_{n}>\d\d)[./](?=\d\d[./]\d\d(?!\d)))?"
    month = r"(?:(?P<m_{n}>0?[1-9]|1[0-2])/|(?P<n_{n}>0[1-9]|1[0-2])\.)"
    numeric = rf"{day}{month}(?P<y_{{n}}>\d\d)(?!\d|[./]\d)"
    tilde = r"\s*[~∼〜～]\s*"
    eastern = r"(?P<y_{n}>\d\d)\.\s?(?P<m_{n}>0[1-9]|1[0-2])\.?(?:\s?(?P<d_{n}>\d\d)\.?)?(?!\d)"
    return (
        rf"(?:{eastern.format(n='t')}{tilde}(?:{eastern.format(n='u')}|(?P<open_u>{present})|(?P<still>$))"
        rf"|{numeric.format(n='x')}{to}(?:{numeric.format(n='y')}|(?P<open_y>{present}))"
        rf"|{MARK}(?P<y_v>\d\d)\s*{DASH}\s*(?:{MARK}(?P<y_w>\d\d)(?!\d)|(?P<open_w>{present})))"
    )


def _lasting(vocabulary: Vocabulary) -> str:
    """How long it was, or that it is expected, behind a date."""
    lasting = alternatives(vocabulary["durations"])
    expected, often = alternatives(vocabulary["expected"]), alternatives(vocabulary["recurring"])
    span = rf"\d{{1,2}}[.,]?\d?\s?(?:{lasting}){WORD_ENDS}\.?"
    return (
        rf"(?P<lasts>\s*[(（](?:[^\W\d_]{{2,12}}\s){{1,2}}(?:{lasting}){WORD_ENDS}\.?[)）]"
        rf"|\s*[(（][^()（）]{{0,40}}?\d[^()（）]{{0,10}}?\s?(?:{lasting}){WORD_ENDS}"
        rf"[^()（）]{{0,30}}[)）]|\s*[·•|,，،]?\s*{span}(?:\s?(?:,|&|\w{{1,3}})?\s?{span})?"
        rf"(?=\s*(?:$|[)|）·•,，،\]*–—-]))"
        rf"|\s*[(（]\s*(?:{expected}|{alternatives(vocabulary['present'])})\s*[)）]"
        rf"|\s*[(（]\s*(?:{often})\s*[)）]|,\s+(?:{often}){WORD_ENDS}{_ENDS}"
        rf"|,?\s+(?:{expected}){WORD_ENDS}{_ENDS})?"
    )


def _prefix(words: frozenset[str]) -> str:
    """Words before a date: those of solid scripts need no space after them."""
    solid = frozenset(word for word in words if SOLID.search(word))
    return rf"(?:(?:{alternatives(words - solid)})(?:\.?\s+|['’־-])|(?:{alternatives(solid)})\s*)"


def _suffix(words: frozenset[str]) -> str:
    """Words behind a date, or endings of it ("2019-től"); those of solid scripts go on."""
    solid = frozenset(word for word in words if SOLID.search(word))
    return (
        rf"(?:\s?(?:{alternatives(solid)})|[\s'’-]?(?:{alternatives(words - solid)}){WORD_ENDS}\.?)"
    )


def _open(vocabulary: Vocabulary) -> str:
    words = vocabulary["present"]
    solid = frozenset(word for word in words if SOLID.search(word))
    return rf"(?:(?:{alternatives(solid)})|(?:{alternatives(words - solid)})\.?{WORD_ENDS})"
