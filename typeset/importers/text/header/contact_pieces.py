"""A contact line cut at its separators."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from typeset.importers.text.header.addresses import (
    EMAIL,
    PHONE,
    around_phone,
    is_phone,
)
from typeset.importers.text.header.contact_values import HAS_SIGN, LABELLED, is_certain, values_of
from typeset.importers.text.markup.inline import LINK, masked, split_top, unstyle
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import vocabulary

_SIGNS = (
    r"\s*(?:(?<![lL])·|·(?![lL])|[|｜¦∣•∙⋅⋄⦁‧♦⬩‖／\u2500-\u25ff]|\t|(?<=\S\S)\u3000+(?=\S\S)"
    r"|(?:(?<=\s)[/–—~-]\s+)?"  # "ann@… / 📱 01632 …"
    r"[\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff\ue000-\uf8ff\x80-\x84\x86-\x9f]\ufe0f?)\s*"
)
_BREAK = r"|\s*\\\n\s*"
_NO_CODE = (
    r"(?!\d{3} ?\d{2,3}\.?(?:\s*[,|·]|$)"
    r"|[$£€¥]\s?\d|\d[\d.,'’]*\s?(?:k\b|[$£€¥]|(?:EUR|CHF|USD|GBP|PLN)\b))"
)
"""A dash cuts a line, but not a town from its postal code ("Madurai – 625 001"), nor a range of
amounts: "£42,000 – £46,000"."""

_NUMBER_SIGN = r"#(?!(?<=\d\s#)\s\d)"
"""No sign between pieces is that of a house, in Colombia: "Calle 12 # 55-17"."""
_NO_PHONE = r"(?:(?<!\b0\d\d)(?<!\b0\d{3})(?<!\b0\d{4})|(?!\s+[–—-]\s+\d))"
"""Nor a telephone's number behind its code: "0371 – 55 00 41"."""
SEPARATOR = re.compile(
    rf"{_SIGNS}|{_NO_PHONE}\s+(?:–|—|~|{_NUMBER_SIGN}|(?:\\?\*){{1,5}}|-{{1,2}}|/{{1,2}})\s+{_NO_CODE}{_BREAK}"
)
_NO_SLASH = re.compile(rf"{_SIGNS}|{_NO_PHONE}\s+[–—]\s+{_NO_CODE}{_BREAK}")
_NO_DASH = re.compile(_SIGNS + _BREAK)
_BARS = re.compile(r"[|｜•·]")

# A full stop ends a part of a listing only before what is a contact.
_COMMAS = re.compile(r"[,;،]\s+|\.\s+(?=\S+@\S|[A-Z][a-z]{0,5}\.?:?\s?[+\d(])")


_BOLD_LABELS = re.compile(r"\*\*[^*]{1,40}(?:[:：]\*\*|\*\*\s*[:：])")


POSTAL = re.compile(
    r"\b\d{4,6}\b|\b(?:\d{3} \d\d|\d\d-\d{3})(?= [^\W\d_a-z])"  # Uppsala, Warsaw
    r"|(?<=[^\W\d_] )\d{3} \d{2,3}$"
    r"|\b[A-Z]\d[\dW] [A-Z\d]{4}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b"
    r"|\b[A-Z]{2} \d{5}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b"
)


def pieces(text: str) -> list[str]:
    """A contact line cut at its separators; labelled facts in a row are cut before each label."""
    parts: list[str] = []
    if _LINKS.fullmatch(text.strip()):
        return _LINK.findall(text)
    text = _with_colon(_with_colons(text))
    text = _LABEL_TAB.sub(r"\1 ", _unframed(_DANGLING.sub("", text)))  # labels, values in columns
    if _is_address(text):
        return [text]
    first, tab, rest = text.partition("\t")
    solid = _SOLID_LABEL.fullmatch(first)
    if tab and "\t" not in rest and (vocabulary().label(unstyle(first)) or solid):
        rest = _COLON_FIRST.sub("", rest)  # "电　话\t：138…"
        text = f"{first}: {rest.replace(chr(0x3000), ' ') if solid else rest}"
    spread = _SPREAD.fullmatch(text)
    if spread and CJK.match(text) and vocabulary().label(spread[1]):
        text = f"{spread[1]}：{spread[2].replace(chr(0x3000), ' ')}"  # "氏名　深山 礼央"
    text = _WIDE_NAME.sub(r"\1 ", text)
    for part in [one for cell in _cut(text) for one in _at_gaps(cell)]:
        starts = [match.start() for match in _BOLD_LABELS.finditer(part)] or _plain_labels(part)
        cuts = [0, *starts[1:], len(part)] if starts[:1] == [0] else [0, *starts, len(part)]
        parts += [part[a:b].strip(" ,;") for a, b in pairwise(cuts)]
    # "+33 6 … ann@example.org": the address in one piece with something else stands alone.
    return [one for part in parts for one in _around_email(part) if one and one not in _BETWEEN]


def rejoined(parts: list[str], text: str) -> str:
    """Some of the pieces of a text as one again, with the sign that stands between them in it."""
    sign = next((sign for sign in _JOINTS if sign in text), " | ")
    return sign.join(parts)


_JOINTS = (" | ", " · ", " • ")


_LINK = re.compile(r"\[[^\[\]]+\]\([^\s()]+\)")
_LINKS = re.compile(rf"{_LINK.pattern}(?:\s+{_LINK.pattern})+")
"""Links with no more than blanks between them: "[LinkedIn](…) [GitHub](…)"."""


def _with_colons(text: str) -> str:
    """Bold labels that have no colon with one: "**Call** 0… **Write** ann@…", two at least."""
    found = [one for one in _BARE_LABEL.finditer(text) if vocabulary().label(one[1])]
    return _BARE_LABEL.sub(r"**\1:**", text) if len(found) > 1 else text


def _with_colon(text: str) -> str:
    """A known label before a dash and its value ("Телефон — 8-921-…") with a colon for the dash."""
    match = _DASH_LABEL.fullmatch(text)
    label = unstyle(match[1]) if match else ""
    fact = " ".join(label.casefold().split()) in vocabulary()["person_labels"]
    reach = vocabulary().label(label) in ("location", "phone", "email", "url")
    return f"{match[1]}: {match[2]}" if match and (fact or reach) else text


_DASH_LABEL = re.compile(r"([^|·•–—:：\t\d@]{2,30}?)\s+[–—-]\s+(\S.*)")
_BARE_LABEL = re.compile(r"\*\*([^\W\d_][^*:：\d]{0,20})\*\*(?=\s+[^\s:：])")
_BETWEEN = frozenset("/|\\–—-~")
"""Signs that alone between two gaps are no piece: "Tel. 01632 960001  /  ann@example.org"."""
_GAP = re.compile(r"\s{2,}(?=([^\W\d_][^\s:：@]{0,9})\s?[:：](?!//))")


def _at_gaps(part: str) -> list[str]:
    """Labelled facts that gaps keep apart: "姓名：…  性别：…  年龄：…"."""
    if not LABELLED.match(part):
        return [part]
    cuts = [0, *(match.end() for match in _GAP.finditer(masked(part))), len(part)]
    return [part[a:b].strip() for a, b in pairwise(cuts)]


_DANGLING = re.compile(r"\s+(?:[–—~-]|/{1,2}|\\{1,2})$")
"""A sign behind which the next line goes on, or that was to break the line."""
_FRAMED_VALUE = re.compile(r"([^:：\[\]]{1,40}[:：]\s*)\\?\[([^\[\]]+?)\\?\]")
"""A labelled value in brackets, as a template's place to fill in has it: "Mail: [ann@…]"."""
_FRAMES = re.compile(r"\s*\](?:\s*[.·•|,–—-]\s*|\s+)\\?\[\s*")
_CODES = re.compile(r"(?:`[^`]+`\s*){2,}")


_IN_ANGLES = re.compile(rf"\\<({EMAIL.pattern})>")
"""An address between angles that are no mark of Markdown's."""


def _unframed(text: str) -> str:
    """Pieces in brackets or as code, each ("[ ann@… ] . [ 01632 … ]") or all, between bars."""
    text = _IN_ANGLES.sub(r"\1", text.strip())
    if (filled := _FRAMED_VALUE.fullmatch(text)) and is_certain(filled[2]):
        return filled[1] + filled[2]
    if text.endswith("]") and text.startswith(("[", "\\[")):
        framed = _FRAMES.split(text.removeprefix("\\")[1:-1].strip())
        whole = all(one.count("[") == one.count("]") for one in framed)
        told = whole and any(is_certain(part) for one in framed for part in _cut(one))
        return " | ".join(framed) if told else text
    if _CODES.fullmatch(text):
        return " | ".join(one.strip() for one in re.findall("`([^`]+)`", text))
    return text


_LABEL_IN = re.compile(r"(?<=\S)\s+(?=([^\W\d_][^\s:：@]{0,14})\s?[:：]\s*\S)")


def _plain_labels(part: str) -> list[int]:
    """Where labels stand before what is certain, with no sign between: "Tel: 0… Mail: ann@…"."""
    found = [match for match in _LABEL_IN.finditer(masked(part)) if vocabulary().label(match[1])]
    cuts = [0, *(match.start() for match in found), len(part)]
    values = [values_of(part[a:b].strip())[-1] for a, b in pairwise(cuts)]
    return cuts[:-1] if found and all(is_certain(value) for value in values) else []


_LONGEST_SOLID_LABEL = 8
_SOLID_LABEL = re.compile(rf"{CJK.pattern}[^:：]{{0,{_LONGEST_SOLID_LABEL}}}")
_SPREAD = re.compile(r"(\S{2,8})\u3000+(\S.*)")
_WIDE_NAME = re.compile(r"([:：]\s*[\u3040-\u9fff]{1,5})\u3000(?=[\u3040-\u9fff]{1,5}\s*$)")
"""A labelled name's family and given parts, a wide space between: "氏名：深山　礼央"."""
_LABEL_TAB = re.compile(r"([:：])\s*\t\s*")
_COLON_FIRST = re.compile(r"^\s*[:：]\s*")


def _is_address(text: str) -> bool:
    """Whether a line is a labelled address, whose dashes and slashes are its own."""
    match = LABELLED.fullmatch(unstyle(text))
    if not match or vocabulary().label(match[1]) != "location":
        return False
    shown = LINK.sub(r"\1", match[2]) if "," in LINK.sub("", match[2]) else match[2]
    plain = not re.search(r"[|｜•·\t:：]|\S@\S", shown.replace("No:", ""))
    return plain and not any(is_certain(part) for part in split_top(shown, _NO_SLASH))


def _cut(text: str) -> list[str]:
    """A line at its separators; a slash, tilde or hyphen ("Cook / Baker") cuts only contacts.

    So does a dash between bars: "Belém – Pará | +55 …".
    """
    separator = _NO_DASH if _BARS.search(text) else _NO_SLASH
    if not HAS_SIGN.search(text):
        return split_top(text, separator)
    label = LABELLED.fullmatch(unstyle(text))
    dialled = label is not None and vocabulary().label(label[1]) == "phone"
    if is_phone(label[2] if label and dialled else unstyle(text)):
        return [text]  # "Phone: 01632 – 960 – 001"
    if label and dialled and all(map(is_phone, _SLASH.split(label[2]))):
        return [text]  # "Phone: 01632 960 001 / 01632 960 002": both are under the label
    parts: list[str] = []
    for part in split_top(text, separator):
        cut = split_top(part, SEPARATOR)
        told = [value for one in cut for value in values_of(one)]
        several = sum(any(is_certain(value) for value in values_of(one)) for one in cut) > 1
        whole = not several and any(is_certain(value) for value in values_of(part))
        parts += cut if not whole and any(is_certain(value) for value in told) else [part]
    return parts


_SLASH = re.compile(r"\s+/\s+")


def _around_email(part: str) -> list[str]:
    if not HAS_SIGN.search(part):
        return [part]
    listed = [one.strip() for one in split_top(part, _COMMAS)]
    if len(listed) > 1 and all(any(map(is_certain, values_of(one))) for one in listed):
        return listed  # "Phone 01632 960 001, email ann@moss.example"
    mask = masked(part)
    match = EMAIL.search(mask)
    before, after = (part[: match.start()], part[match.end() :]) if match else ("", "")
    if re.search(r"[^\s,;]$", before) or re.match(r"[^\s,;]", after):
        match = None  # nothing is cut inside a word
    if match and (PHONE.fullmatch(before.strip(" ,;")) or PHONE.fullmatch(after.strip(" ,;"))):
        return [before.strip(" ,;"), match[0], after.strip(" ,;")]
    if match and not re.search(r"[,;]\s*$", before) and not re.match(r"\s*[,;]", after):
        beside = [*around_phone(before), match[0], *around_phone(after)]
        if any(map(is_phone, beside)):
            return beside  # "ann@moss.example 0163… Leeds": nothing but blanks between
    return [piece for sentence in _at_stops(part) for piece in _at_commas(sentence)]


def _at_stops(part: str) -> list[str]:
    """A listing in full stops, half of it certain: "Bonn. ann@example.org. +49 …."."""
    said = split_top(part.removesuffix("."), _STOP)
    certain = [any(is_certain(value) for value in values_of(one)) for one in said]
    others = [one for one, sure in zip(said, certain, strict=True) if not sure]
    whole = all(_IS_WHOLE.search(one) and not vocabulary().label(one) for one in others)
    return said if whole and sum(certain) * 2 >= len(said) else [part]


_STOP = re.compile(r"\.\s+")
_IS_WHOLE = re.compile(r"^(?:[^\s@]+\s){0,3}[^\W\d_]{4,}$|, [A-Z]{2,3}$")
"""A few words of which the last is not one cut short: "Bonn", but not "Reg. No"."""


def _at_commas(part: str) -> list[str]:
    """A listing in commas, cut beside what is certain: "Bonn, +49 …, ann@example.org"."""
    commas = [one.strip() for one in split_top(part, _COMMAS)]
    certain = [any(is_certain(value) for value in values_of(one)) for one in commas]
    if len(commas) < 2 or not any(certain) or any(len(one.split()) > 6 for one in commas):
        return [part]
    result: list[str] = []
    for index, one in enumerate(commas):
        alone = certain[index] or len(values_of(one)) > 1
        if (
            result
            and not alone
            and not (certain[index - 1] or len(values_of(commas[index - 1])) > 1)
        ):
            result[-1] += f", {one}"
        else:
            result.append(one)
    return result


@lru_cache(maxsize=4096)
def is_contact_line(text: str) -> bool:
    """Whether a line holds an e-mail, phone or web address as a piece of its own."""
    return bool(HAS_SIGN.search(text)) and any(
        is_certain(value) for part in pieces(text) for value in values_of(part)
    )
