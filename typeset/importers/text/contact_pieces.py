"""A contact line cut at its separators, and what a piece can only be."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.addresses import EMAIL, PHONE, is_phone, is_url, written_email
from typeset.importers.text.inline import masked, split_top, unescape, unlink, unstyle
from typeset.importers.text.vocabulary import vocabulary

SEPARATOR = re.compile(
    r"\s*(?:[|｜•·∙⋅◦▪■◆♦⬩‖／]|\t|(?<=\S\S)\u3000+(?=\S\S)|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?)\s*"
    r"|\s+(?:–|—|~|-{1,2}|/{1,2})\s+|\s*\\\n\s*"
)


_NO_SLASH = re.compile(SEPARATOR.pattern.replace("|~|-{1,2}|/{1,2}", ""))


# A full stop ends a part of a listing only before what is a contact.
_COMMAS = re.compile(r"[,;،]\s+|\.\s+(?=\S+@\S|[A-Z][a-z]{0,5}\.?:?\s?[+\d(])")


LABELLED = re.compile(r"([^:：\[\]@\d]{1,40}?)\s*[:：]\s*(?!//)(.+)", re.DOTALL)


_BOLD_LABELS = re.compile(r"\*\*[^*]{1,40}(?:[:：]\*\*|\*\*\s*[:：])")


ICON = re.compile(r"^[^\w\s〒+(\[<*@\"“'\\&>#%=~°×÷±‰$£€¥]+\s*")


SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


POSTAL = re.compile(r"\b\d{4,6}\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b[A-Z]{2} \d{5}\b")


def pieces(text: str) -> list[str]:
    """A contact line cut at its separators; labelled facts in a row are cut before each label."""
    parts: list[str] = []
    text = re.sub(r"([:：])\s*\t\s*", r"\1 ", text)  # labels and values in columns
    if _is_address(text):
        return [text]
    first, tab, rest = text.partition("\t")
    solid = re.fullmatch(rf"{SOLID.pattern}[^:：]{{0,{_LONGEST_SOLID_LABEL}}}", first)
    if tab and "\t" not in rest and (vocabulary().label(unstyle(first)) or solid):
        text = f"{first}: {rest.replace(chr(0x3000), ' ') if solid else rest}"
    spread = re.fullmatch(r"(\S{2,8})\u3000+(\S.*)", text)
    if spread and SOLID.match(text) and vocabulary().label(spread[1]):
        text = f"{spread[1]}：{spread[2].replace(chr(0x3000), ' ')}"  # "氏名　深山 礼央"
    for part in _cut(text):
        starts = [match.start() for match in _BOLD_LABELS.finditer(part)]
        cuts = [0, *starts[1:], len(part)] if starts[:1] == [0] else [0, *starts, len(part)]
        parts += [part[a:b].strip(" ,;") for a, b in pairwise(cuts)]
    # "+33 6 … ann@example.org": the address in one piece with something else stands alone.
    return [one for part in parts for one in _around_email(part) if one]


_LONGEST_SOLID_LABEL = 8


def _is_address(text: str) -> bool:
    """Whether a line is a labelled address, whose dashes and slashes are its own."""
    match = LABELLED.fullmatch(unstyle(text))
    if not match or vocabulary().label(match[1]) != "location":
        return False
    plain = not re.search(r"[|｜•·\t:：]|\S@\S", match[2].replace("No:", ""))
    return plain and not any(is_certain(part) for part in split_top(match[2], _NO_SLASH))


def _cut(text: str) -> list[str]:
    """A line at its separators; a slash, tilde or hyphen ("Cook / Baker") cuts only contacts."""
    parts: list[str] = []
    for part in split_top(text, _NO_SLASH):
        cut = split_top(part, SEPARATOR)
        told = (value for one in cut for value in values_of(one))
        whole = any(is_certain(value) for value in values_of(part))
        parts += cut if not whole and any(is_certain(value) for value in told) else [part]
    return parts


def _around_email(part: str) -> list[str]:
    mask = masked(part)
    match = EMAIL.search(mask)
    before, after = (part[: match.start()], part[match.end() :]) if match else ("", "")
    if re.search(r"[^\s,;]$", before) or re.match(r"[^\s,;]", after):
        match = None  # nothing is cut inside a word
    if match and (PHONE.fullmatch(before.strip(" ,;")) or PHONE.fullmatch(after.strip(" ,;"))):
        return [before.strip(" ,;"), match[0], after.strip(" ,;")]
    return _at_commas(part)


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


def is_certain(piece: str) -> str:
    """The kind of a piece that can be nothing else: an e-mail, a phone, a page."""
    text, target = unlink(unstyle(piece))
    text = unescape(ICON.sub("", text.strip())).strip()
    if target.startswith("mailto:") or EMAIL.fullmatch(text) or written_email(text):
        return "email"
    if target.startswith("tel:") or is_phone(text):
        return "phone"
    return "url" if target or is_url(text) else ""


def is_contact_line(text: str) -> bool:
    """Whether a line holds an e-mail, phone or web address as a piece of its own."""
    return any(is_certain(value) for part in pieces(text) for value in values_of(part))


def values_of(piece: str) -> list[str]:
    """A piece, and without its label."""
    plain = unstyle(piece)
    label = LABELLED.fullmatch(plain)
    if label:
        return [plain, label[2]]
    first, _, rest = plain.partition(" ")  # "Tel 01632 960001"
    return [plain, rest] if vocabulary().label(first) == "phone" and is_phone(rest) else [plain]
