"""The pattern of a date or range, made of the words that the language files give.

The start of a range is point 1 and its end is point 2; see `date_points`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.words.date_points import (
    ORDINAL,
    WORD_ENDS,
    alternatives,
    either,
    links,
    months,
    point,
    where,
)
from typeset.importers.text.words.date_signs import MARK, NO_SIGN, SIGN, TILDES, YEAR, dashes
from typeset.importers.text.words.folding import SAME_LETTERS
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import Vocabulary

_NEAR = r"(?<![\w.,€$£#/+-])(?<![€$£]\s)"  # not within a number, an amount, a word or a path
# After CJK letters a date may begin with no space between, or with a slash, which is no path's.
_BEGIN = rf"(?:{_NEAR}|(?<=\b(?:19|20)\d\d,)(?={YEAR}\b)|(?<={SIGN})|(?<={SIGN}/)|(?<=[*」』）)]/))"
_PART_BEGINS = r"(?:^|(?<=[,，、;·•|:(\[*\t–—-])|(?<=[,，、;·•|:(\[*\t–—-]\s))"
_ENDS = r"(?=\s*(?:$|[)\]|·•,，،;\t]))"

_ENDS_OR_BRACKET = r"(?=\s*(?:$|[()\[\]|·•,，،;*\t]))"

_TILDE = f"[{TILDES}]"
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
    """One date, or two and what joins them, or one that is open; see `dates`.

    It is made of the forms whose words and signs the text has: nine tenths of it are no words, and
    it takes longer to compile than many a text to read.
    """
    dash, until = dashes(vocabulary.date_signs), vocabulary["until"]
    to, open_end = alternatives(until), _open(vocabulary)
    since, since_after = vocabulary["since"], _suffix(vocabulary["since_after"])
    present, between, both = vocabulary["present"], vocabulary["between"], vocabulary["and"]
    before = either(
        (since, rf"(?P<since>{_prefix(since)})"),
        (between, rf"(?P<between>{_prefix(between)})"),
        (until, rf"(?P<before>(?:{to})\s+)"),
        (present, rf"(?P<open_f>{open_end}\s*{dash}\s*)"),
    )
    joined = either(
        (True, rf"\.?\s*{dash}\s*" + where(until, rf"(?:(?:{to})\s+)?")),
        (until, rf"\s+(?:{to})\s+"),
        (between, rf"(?(between)\s+(?:{alternatives(both)})\s+|(?!))"),
        (
            vocabulary.months,
            rf"(?(alone)(?P<both>\s*(?:[/&]|(?:{alternatives(both)})(?=\s))\s*)|(?!))",
        ),
        (True, where(vocabulary["since_after"], rf"(?P<onward>{since_after})?") + r"\s?"),
    )
    until_after = vocabulary["until_after"]
    closed = where(until_after, rf"(?:{_suffix(until_after)})?")
    dangling = rf"(?P<dangling>\s?{dash}(?=\s*(?:\.?$|[)|）·•,\]:：]|\*+(?![\w*])|`|\t))"
    rest = either(
        (
            True,
            rf"(?:{joined})(?:{point(2, vocabulary)}{closed}"
            + where(present, rf"|(?P<open>{open_end})")
            + ")",
        ),
        (True, rf"\s*{dash}\s*(?:{_goes_on(vocabulary)}|{_end_of_start(vocabulary)})"),
        (present, rf"\s?,\s*(?P<open_c>{open_end}){_ENDS_OR_BRACKET}"),
        (until, rf"\s+(?:{to})\s+(?P<short_w>\d\d)(?![\d./-])"),
        (True, rf"{dangling}|{dash}(?=\s{{2}})|\s?{_ARROW}{_NO_DATE_BEHIND})"),
        (vocabulary.open_dashes, rf"(?P<hanging>{dash}(?=\s[*_\[]{{0,3}}[^\W\d_]))"),
        (vocabulary["since_after"], rf"(?P<onwards>{since_after})"),
    )
    first = rf"(?:{point(1, vocabulary)}|{_borrowing(vocabulary)})"
    dates = either(
        (True, _short_range(vocabulary)),
        (vocabulary.months, _days(vocabulary)),
        (True, rf"{_recurring(vocabulary)}{where(before, f'(?:{before})?')}{first}(?:{rest})?"),
    )
    pattern = rf"{_BEGIN}(?:{dates}){_lasting(vocabulary)}"
    return re.compile(
        pattern if vocabulary.signs else pattern.replace(SIGN, NO_SIGN), re.IGNORECASE
    )


def _recurring(vocabulary: Vocabulary) -> str:
    """When within a period, before it at the beginning of a part: "Saturdays since 2014"."""
    words = vocabulary["recurring"]
    often = rf"(?:{_PART_BEGINS}(?P<often>{alternatives(words)}){WORD_ENDS},?\s+)?"
    return where(words, often)


def _borrowing(vocabulary: Vocabulary) -> str:
    """A start that borrows month or year of the end: "Mar – Jun 2019", "3 – 5 March 2019"."""
    month, link, until = months(vocabulary), links(vocabulary), vocabulary["until"]
    word = where(until, rf"|(?:{alternatives(until)})(?=\s)")
    to = rf"\s*(?:{dashes(vocabulary.date_signs)}{word})\s*"
    both = rf"\s*(?:[/&]|(?:{alternatives(vocabulary['and'])})(?=\s))\s*"
    day = rf"\d\d?{ORDINAL}"
    forms = either(
        (
            vocabulary.months,
            rf"(?P<alone>{month})(?:(?={to}{month})|(?={both}{month},?\s+{link}{YEAR}))"
            rf"|(?P<day_a>\d\d?){ORDINAL}(?:\s+{link}(?P<month_a>{month}))?(?={to}{day}\s+{link}{month},?\s+{link}{YEAR})"
            rf"|(?P<month_b>{month})\s+(?P<day_b>\d\d?)(?:st|nd|rd|th)?(?={to}{month}\s+{day},?\s+{YEAR})",
        ),
        (
            True,
            rf"(?P<day_c>\d\d?)\.(?:\s?(?P<month_c>\d\d?)\.)?(?={to}\d\d?\.\s?\d\d?\.\s?{YEAR})",
        ),
    )
    return rf"(?:{forms})"


def _days(vocabulary: Vocabulary) -> str:
    """Days of one month, as Americans write them: "March 3–5, 2019"."""
    return (
        rf"(?P<m_r>{months(vocabulary)})\s+(?P<d_r>\d\d?)(?:st|nd|rd|th)?"
        rf"\s?{dashes(vocabulary.date_signs)}\s?"
        rf"(?P<d_s>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y_r>{YEAR})(?!\d)"
    )


def _end_of_start(vocabulary: Vocabulary) -> str:
    """An end in the year of the start ("2019年3月～5月", "Jun 2014 – August") or its century.

    It may be a day: "19 May 2019 – 24 May". Behind a tilde, a number after a month is one too:
    "2019/3 ~ 5". A share is a grade: "2015 – 78%".
    """
    signs, month = vocabulary.date_signs, months(vocabulary)
    tilde = rf"(?:(?<=/\d{_TILDE})|(?<=/\d\s{_TILDE}\s)|(?<=/\d\d{_TILDE})|(?<=/\d\d\s{_TILDE}\s))"
    return either(
        (
            vocabulary.months,
            rf"(?P<last>{month}){_ENDS}"
            rf"|(?P<day_l>\d\d?){ORDINAL}\s+(?P<month_l>{month}){_ENDS_OR_BRACKET}",
        ),
        (signs & frozenset("月월"), r"(?P<last_n>\d\d?)\s?[月월]"),
        (signs & frozenset(TILDES), rf"{tilde}(?P<last_m>0?[1-9]|1[0-2]){_ENDS}"),
        (True, rf"{MARK}?(?P<short>\d\d)(?![\w/-]|\.\S|\s?[%％])"),
    )


def _goes_on(vocabulary: Vocabulary) -> str:
    """What stands behind the dash of a period that goes on, where it could be no date's word."""
    words = vocabulary["ongoing"]
    forms = either(
        (words, rf"(?:{alternatives(words)}){WORD_ENDS}"),
        (True, r"[?？]|(?:\.{3}|…)(?!\w|\s?\d)"),
        (vocabulary["present"], rf"[(（\[]\s?{_open(vocabulary)}\s?[)）\]]"),
    )
    return rf"(?P<goes_on>{forms})"


def _short_range(vocabulary: Vocabulary) -> str:
    """Years of two digits in numbers, which only a range tells: "9/18 – 3/20", "'12–'14"."""
    signs, until = vocabulary.date_signs, vocabulary["until"]
    dash = dashes(signs)
    word = where(until, rf"|\s(?:{alternatives(until)})\s")
    to = rf"\s*(?:{dash}{word})\s*"
    day = r"(?:(?P<d_{n}>\d\d)[./](?=\d\d[./]\d\d(?!\d)))?"
    month = r"(?:(?P<m_{n}>0?[1-9]|1[0-2])/|(?P<n_{n}>0[1-9]|1[0-2])\.)"
    numeric = rf"{day}{month}(?P<y_{{n}}>\d\d)(?!\d|[./]\d)"
    tilde = rf"\s*{_TILDE}\s*"
    eastern = r"(?P<y_{n}>\d\d)\.\s?(?P<m_{n}>0[1-9]|1[0-2])\.?(?:\s?(?P<d_{n}>\d\d)\.?)?(?!\d)"

    def or_open(letter: str) -> str:
        return where(vocabulary["present"], rf"|(?P<open_{letter}>{_open(vocabulary)})")

    forms = either(
        (
            signs & frozenset(TILDES),
            rf"{eastern.format(n='t')}{tilde}(?:{eastern.format(n='u')}{or_open('u')}|(?P<still>$))",
        ),
        (True, rf"{numeric.format(n='x')}{to}(?:{numeric.format(n='y')}{or_open('y')})"),
        (
            "'" in signs,
            rf"{MARK}(?P<y_v>\d\d)\s*{dash}\s*(?:{MARK}(?P<y_w>\d\d)(?!\d){or_open('w')})",
        ),
    )
    return rf"(?:{forms})"


def _lasting(vocabulary: Vocabulary) -> str:
    """How long it was, or that it is expected, behind a date."""
    durations, expected, often = (
        vocabulary[name] for name in ("durations", "expected", "recurring")
    )
    lasting = alternatives(durations)
    span = rf"\d{{1,2}}[.,]?\d?\s?(?:{lasting}){WORD_ENDS}\.?"
    present = vocabulary["present"]
    hoped, regular = alternatives(expected), alternatives(often)
    forms = either(
        (
            durations,
            rf"\s*[(（](?:[^\W\d_]{{2,12}}\s){{1,2}}(?:{lasting}){WORD_ENDS}\.?[)）]"
            rf"|\s*[(（][^()（）]{{0,40}}?\d[^()（）]{{0,10}}?\s?(?:{lasting}){WORD_ENDS}"
            rf"[^()（）]{{0,30}}[)）]|\s*[·•|,，،]?\s*{span}(?:\s?(?:,|&|\w{{1,3}})?\s?{span})?"
            rf"(?=\s*(?:$|[)|）·•,，،\]*–—-]))",
        ),
        (expected | present, rf"\s*[(（]\s*(?:{hoped}|{alternatives(present)})\s*[)）]"),
        (often, rf"\s*[(（]\s*(?:{regular})\s*[)）]|,\s+(?:{regular}){WORD_ENDS}{_ENDS}"),
        (expected, rf",?\s+(?:{hoped}){WORD_ENDS}{_ENDS}"),
    )
    return where(forms, rf"(?P<lasts>{forms})?")


def _prefix(words: frozenset[str]) -> str:
    """Words before a date: those of solid scripts need no space after them."""
    solid = frozenset(word for word in words if SOLID.search(word))
    spaced = words - solid
    forms = either(
        (spaced, rf"(?:{alternatives(spaced)})(?:\.?\s+|['’־-])"),
        (solid, rf"(?:{alternatives(solid)})\s*"),
    )
    return rf"(?:{forms})"


def _suffix(words: frozenset[str]) -> str:
    """Words behind a date, or endings of it ("2019-től"); those of solid scripts go on."""
    solid = frozenset(word for word in words if SOLID.search(word))
    spaced = words - solid
    forms = either(
        (solid, rf"\s?(?:{alternatives(solid)})"),
        (spaced, rf"[\s'’-]?(?:{alternatives(spaced)}){WORD_ENDS}\.?"),
    )
    return rf"(?:{forms})"


def _open(vocabulary: Vocabulary) -> str:
    words = vocabulary["present"]
    solid = frozenset(word for word in words if SOLID.search(word))
    spaced = words - solid
    forms = either(
        (solid, rf"(?:{alternatives(solid)})"),
        (spaced, rf"(?:{alternatives(spaced)})\.?{WORD_ENDS}"),
    )
    return rf"(?:{forms})"
