"""The numbers that a text gives, however they are written.

`1,000`, `1.000` and `1 000` are one number, as are `40%` and `40 %`, `1.4 million` and
`1,400,000`, `2018–19` and `2018–2019`. Number words count for the profile, so that
`twelve` may become `12`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

_NUMBER = re.compile(
    r"(?P<number>[1-9]\d{0,2}(?:(?P<mark>[.,'’ ])\d{3})(?:(?P=mark)\d{3})*(?!\d)(?:[.,]\d+)?"
    r"|\d+(?:[.,]\d+)?)"
    r"(?:\s?(?P<scale>k|thousand|tsd|tausend|mille|m|mio|mln|million|bn|mrd|billion|milliard)"
    r"(?:s|en|es)?\b)?",
    re.IGNORECASE,
)
_SCALES = {
    **dict.fromkeys(("k", "thousand", "tsd", "tausend", "mille"), 1_000),
    **dict.fromkeys(("m", "mio", "mln", "million"), 1_000_000),
    **dict.fromkeys(("bn", "mrd", "billion", "milliard"), 1_000_000_000),
}

# A day or month is told by its year alone: the rest is written in too many ways.
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(rf"(?<!\d)(?:\d{{1,2}}[./-]){{1,2}}({_YEAR})(?!\d)")
_ISO_DATE = re.compile(rf"(?<!\d)({_YEAR})(?:-(?:0\d|1[0-2])){{1}}(?:-\d\d)?(?!\d)")
_SHORT_RANGE = re.compile(rf"(?<!\d)({_YEAR})(\s?[-–—/]\s?)(\d\d)(?!\d)")

# One to twelve, as documents spell them out, in the languages that this program writes.
_SMALL = """
one two three four five six seven eight nine ten eleven twelve
eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
un deux trois quatre cinq six sept huit neuf dix onze douze
uno dos tres cuatro cinco seis siete ocho nueve diez once doce
uno due tre quattro cinque sei sette otto nove dieci undici dodici
um dois três quatro cinco seis sete oito nove dez onze doze
een twee drie vier vijf zes zeven acht negen tien elf twaalf
en två tre fyra fem sex sju åtta nio tio elva tolv
jeden dwa trzy cztery pięć sześć siedem osiem dziewięć dziesięć jedenaście dwanaście
один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать
ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα δέκα έντεκα δώδεκα
bir iki üç dört beş altı yedi sekiz dokuz on on_bir on_iki
"""
_TENS = """
ten twenty thirty forty fifty sixty seventy eighty ninety hundred
zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert
dix vingt trente quarante cinquante soixante - - - cent
diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa cien
dieci venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento
dez vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem
tien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd
tio tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra
"""
_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"


def _spelt() -> dict[str, int]:
    found = {word: 13 + place for place, word in enumerate(_TEENS.split())}
    for table, step in ((_TENS, 10), (_SMALL, 1)):
        for line in table.strip().splitlines():
            found |= {word: step * place for place, word in enumerate(line.split(), 1)}
    return found


_SPELT = _spelt()


def figures(text: str) -> list[tuple[str, frozenset[float]]]:
    """Each number as it is written, with what it may mean: `5 m` is five, or five million."""
    return list(_figures(text))


def _figures(text: str) -> Iterator[tuple[str, frozenset[float]]]:
    text = _DATE.sub(r" \1 ", text)
    text = _ISO_DATE.sub(r" \1 ", text)
    text = _SHORT_RANGE.sub(_whole_range, text)
    for match in _NUMBER.finditer(text):
        number = _value(match["number"], match["mark"])
        scale = _SCALES[match["scale"].lower()] if match["scale"] else 1
        yield match[0].strip(), frozenset((number, round(number * scale, 6)))


def spelt_out(text: str) -> set[float]:
    """The numbers that a text gives in words: `twelve`, `twenty-five`."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    found = {float(_SPELT[word]) for word in words if word in _SPELT}
    pairs = pairwise(words)
    values = [(_SPELT.get(one, 0), _SPELT.get(other, 0)) for one, other in pairs]
    found |= {float(ten + one) for ten, one in values if ten in range(20, 100, 10) and 0 < one < 10}
    return found | {float(one * 100) for one, ten in values if ten == 100 and 0 < one < 100}


def _whole_range(match: re.Match[str]) -> str:
    first, between, last = match[1], match[2], match[1][:2] + match[3]
    return f"{first}{between}{last}" if last > first else match[0]


def _value(number: str, mark: str | None) -> float:
    if mark:
        number = number.replace(mark, "")
    return float(number.replace(",", "."))
