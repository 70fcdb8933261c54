"""Who gave or printed a short item: "Name, Issuer", "Prize — Awarder", "“Title.” *Journal* 41"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import EDUCATION, STRONG, WORK, comma_parts, names
from typeset.importers.text.dates import DateFound, find_date, is_only_date
from typeset.importers.text.inline import masked, split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_DASH = re.compile(r"\s+[–—-]\s+")
_TITLED = re.compile(
    r"(?P<title>[“\"„«‘][^”\"“»\n]{3,160}[”\"“»’][.,:]?|\*(?!\*)[^*\n]{3,160}\*[.,:]?)(?P<rest>[\s,.:(–—-].*)?",
    re.DOTALL,
)
_EDGES = " \t,;:|·–—-"
_SMALL = frozenset(
    ["of", "for", "the", "and", "an", "in", "de", "la", "le", "du", "des", "del", "di", "da",
     "do", "dos", "y", "e", "et", "der", "die", "den", "für", "und", "van"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Owned:
    """An item in parts: its name, who gave it, and what else is said of it."""

    name: str
    owner: str = ""
    remark: str = ""


def split_owner(text: str, record: Record) -> Owned:
    """The parts of an item without its date; its text alone where nothing tells them apart."""
    hours = _IN_BRACKETS.fullmatch(text)
    if hours and re.fullmatch(r"\d{1,4}\s?[^\W\d].{0,12}", hours[2]):  # "(16 hrs.)"
        owned = split_owner(hours[1], record)
        remark = ", ".join(part for part in (owned.remark, f"({hours[2]})") if part)
        return Owned(owned.name, owned.owner, remark)
    if (inner := _IN_BRACKETS.fullmatch(text)) and _gives(inner[1], inner[2], record):
        giver, _, more = inner[2].partition(",")
        if re.match(r"\s*\d", more):  # "(Chamber, 40 hours)"
            return Owned(inner[1], giver, more.strip())
        return Owned(inner[1], inner[2])
    solid = _SOLID_TITLE.fullmatch(text)
    if solid and names(WORK.who, solid[1], record):
        return Owned(solid[2], solid[1])
    strong = split_top(text, STRONG)
    counted = [part for part in strong[1:] if re.match(r"\d", part)]  # "40 hours"
    if len(strong) == 3 and len(counted) == 1:
        kept = [part for part in strong if part not in counted]
        if _may_own(kept[1], record, sure=True):
            return Owned(kept[0], kept[1], counted[0])
    if len(strong) == 2 and _may_own(strong[1], record, sure=True):
        return Owned(strong[0], strong[1])
    dash = _DASH.search(masked(text))
    if dash:
        name, after = text[: dash.start()].strip(), text[dash.end() :].strip()
        if after[:1].islower() and len(after.split()) <= 8:
            return Owned(name, remark=after)
        if _may_own(after, record) and (len(unstyle(name).split()) > 1 or _has_initials(after)):
            return Owned(name, after)
    ends = comma_parts(text, record)
    parts = [text[slice(*end)].strip() for end in ends]
    remarks: list[str] = []
    while len(parts) > 1 and _is_remark(parts[-1]):
        remarks.insert(0, parts.pop())
    name, remark = ", ".join(parts), ", ".join(remarks)
    if len(parts) > 1 and not dash and _may_own(parts[-1], record):
        before = ", ".join(parts[:-1])
        told = any(names(kind.who, parts[-1], record) for kind in (WORK, EDUCATION))
        ranked = names("prizes", before, record)
        if len(unstyle(before).split()) > 1 or told or ranked or _has_initials(parts[-1]):
            return Owned(before, parts[-1], remark)
    if len(parts) == 2 and not dash and _is_one_name(parts[0], parts[1], record):
        return Owned(parts[0], parts[1], remark)
    return Owned(name, remark=remark) if remark else Owned(text)


def _is_one_name(name: str, text: str, record: Record) -> bool:
    """Whether one capitalised word behind several is who gave it: "First aid, Kızılay"."""
    plain = unstyle(text).strip()
    alone = len(plain.split()) == 1 and plain.isalpha() and plain[:1].isupper()
    listed = any(names(list_, plain, record) for list_ in ("levels", "tongues", "roles", "degrees"))
    several = len(unstyle(name).split()) > 1
    return alone and several and not listed and not is_place(plain, record)


# "某某学会“新人奖”": scripts without spaces set nothing else between giver and prize.
_SOLID_TITLE = re.compile(r"([\u3040-\u9fff\uac00-\ud7af]{4,})([“「《『\"].+)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(.+\S)\s*[(（]([^()（）]+)[)）]", re.DOTALL)


def _gives(name: str, inner: str, record: Record) -> bool:
    """Whether a bracket behind a name holds who gave it, and no short form or level of it."""
    giver = inner.partition(",")[0].strip()
    letters = "".join(word[0] for word in re.findall(r"\w+", name))
    short = giver.casefold() in letters.casefold()
    listed = any(
        names(list_, giver, record) for list_ in ("tongues", "levels", "degrees", "remote")
    )
    _, *others = split_top(name, _COMMA)
    alone = not any(_may_own(part, record) for part in others)
    return alone and not short and not listed and _may_own(giver, record, sure=True)


_COMMA = re.compile(r"\s*,\s*")


def _has_initials(text: str) -> bool:
    """Whether a word of a name is in capitals: "TÜV Nord"."""
    return any(word.isupper() and len(word) > 1 for word in text.split())


def split_title(text: str, record: Record) -> tuple[Owned, DateFound | None]:
    """A publication or talk that begins with its title, in quotation marks or italics.

    What follows is where it appeared, up to a year in it; what comes after that are pages.
    """
    match = _TITLED.fullmatch(text.strip())
    rest = (match["rest"] or "").strip(_EDGES + ".") if match else ""
    if not match or not rest or is_only_date(unstyle(match["title"]), record.vocabulary):
        return Owned(text), None
    title = match["title"].strip().rstrip(",:")
    found = find_date(rest, record.vocabulary)
    if not found:
        return Owned(title, rest), None
    before, after = (
        rest[: found.begin].rstrip(_EDGES + "("),
        rest[found.finish :].lstrip(_EDGES + ")."),
    )
    return (Owned(title, before, after) if before else Owned(title, after)), found


def _is_remark(text: str) -> bool:
    """Whether what stands behind a comma says more of the item: "no. 4711", "runner-up"."""
    numbered = re.fullmatch(r"\w+\.?\s(?:\d{1,2}|[IVX]+)", text)  # "class 2"
    return text[:1].islower() and not numbered


def _may_own(text: str, record: Record, sure: bool = False) -> bool:
    """Whether a text can be an organisation: known as one, or capitalised as a name is."""
    plain = unlink(unstyle(text))[0].strip(" .")
    words = plain.split()
    if re.fullmatch(r"\w+ [A-Z]", plain):  # "Class A"
        return False
    if not words or len(words) > 8 or re.search(r"\d", plain) or plain[:1].islower():
        return False
    if any(names(kind.who, plain, record) for kind in (WORK, EDUCATION)):
        return True
    if any(names(list_, plain, record) for list_ in ("honours", "levels", "roles", "degrees")):
        return False
    capital = all(word[:1].isupper() or word == "&" or key(word) in _SMALL for word in words)
    return capital and (sure or len(words) > 1 or (plain.isupper() and len(plain) > 1))
