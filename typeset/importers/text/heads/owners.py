"""Who gave or printed a short item: "Name, Issuer", "Prize — Awarder", "“Title.” *Journal* 41"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.place_tails import comma_parts, is_capital
from typeset.importers.text.heads.words import EDUCATION, WORK, names
from typeset.importers.text.markup.inline import masked, split_top, unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import any_of, key

_DASH = re.compile(r"\s+[–—-]\s+")
_SLASH = re.compile(r"\s+/\s+")
_GIVEN = re.compile(r"([^\W\d_a-zà-ÿ][^\s:]*(?:\s[^\s:]+){0,2})(?::|\s[–—-])\s+(\S.*)", re.DOTALL)
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
    if (inner := _IN_BRACKETS.fullmatch(text)) and _is_state(inner[2], record):
        owned = split_owner(inner[1], record)  # "(ongoing)", "(8 of 9 completed)"
        return Owned(owned.name, owned.owner, owned.remark or inner[2])
    if inner and _gives(inner[1], inner[2], record):
        giver, _, more = inner[2].partition(",")
        if re.match(r"\s*\d", more):  # "(Chamber, 40 hours)"
            return Owned(inner[1], giver, more.strip())
        return Owned(inner[1], inner[2])
    solid = _SOLID_TITLE.fullmatch(text)
    if solid and names(WORK.who, solid[1], record):
        return Owned(solid[2], solid[1])
    if joined := _joined(text, record):
        return joined
    styled = _BOLD_NAME.fullmatch(text)
    if styled and len(styled[2].split()) <= _LONGEST_OWNER and not is_place(styled[2], record):
        return Owned(styled[1], styled[2])
    slashed = split_top(text, _SLASH)
    if len(slashed) == 2 and any(names(kind.who, slashed[1], record) for kind in (WORK, EDUCATION)):
        return Owned(slashed[0], slashed[1])
    strong = split_top(text, STRONG)
    counted = [part for part in strong[1:] if re.match(r"\d", part)]  # "40 hours"
    if len(strong) == 3 and len(counted) == 1:
        kept = [part for part in strong if part not in counted]
        if _may_own(kept[1], record, sure=True):
            return Owned(kept[0], kept[1], counted[0])
    if len(strong) == 2 and _may_own(strong[1], record, sure=True):
        return Owned(strong[0], strong[1])
    given = _GIVEN.fullmatch(text)
    if given and _is_course(given[2], record) and not _is_course(given[1], record):
        return Owned(given[2], given[1])  # "OhmX - Wiring Certificate"
    dash = _DASH.search(masked(text))
    if dash:
        name, after = text[: dash.start()].strip(), text[dash.end() :].strip()
        if after[:1].islower() and len(after.split()) <= 8:
            return Owned(name, remark=after)
        if _may_own(after, record) and (len(unstyle(name).split()) > 1 or _has_initials(after)):
            return Owned(name, after)
    ends = comma_parts(text, record)
    parts = [text[slice(*end)].strip() for end in ends]
    if len(parts) > 1 and _LISTS.search(parts[-1]) and not names(WORK.who, parts[-1], record):
        return Owned(text)  # "Security, Compliance and Identity Fundamentals": one name
    if len(parts) > 1 and [wholly(part)[0] for part in (parts[0], parts[-1])] in _STYLED:
        return Owned(", ".join(parts[:-1]), wholly(parts[-1])[1])  # "Talk, *Conference*"
    if len(parts) > 2 and all(part.isalpha() and part.isupper() for part in parts[1:]):
        return Owned(text)  # "Cabling CEA, CPB, CMC": one name of several
    if parts[-1][:1].islower() and _is_deed(text, record):
        return Owned(text)
    remarks: list[str] = []
    while len(parts) > 1 and _is_remark(parts[-1]):
        remarks.insert(0, parts.pop())
    if len(parts) > 2 and record.vocabulary.has("units", parts[-2].split()[0]):
        parts[-2:] = [", ".join(parts[-2:])]  # "Best thesis, Faculty of Art, Hill University"
    name, remark = ", ".join(parts), ", ".join(remarks)
    if len(parts) == 3 and not dash and _is_held_in(parts[1], parts[2], record):
        return Owned(parts[0], ", ".join(parts[1:]), remark)
    if len(parts) > 1 and not dash and _may_own(parts[-1], record):
        before = ", ".join(parts[:-1])
        told = any(names(kind.who, parts[-1], record) for kind in (WORK, EDUCATION))
        ranked = names("prizes", before, record)
        if len(unstyle(before).split()) > 1 or told or ranked or _has_initials(parts[-1]):
            return Owned(before, parts[-1], remark)
    if len(parts) == 2 and not dash and _is_one_name(parts[0], parts[1], record):
        return Owned(parts[0], parts[1], remark)
    return Owned(name, remark=remark) if remark else Owned(text)


def _is_deed(text: str, record: Record) -> bool:
    """Whether a text says what was done, in small letters: "Led five cooks, ending the wait"."""
    words = unlink(unstyle(text))[0].split()
    small = all(word[:1].islower() for word in words[1:_FEWEST_SMALL])
    return small and len(words) >= _SHORTEST_DEED and not names("prizes", text, record)


_FEWEST_SMALL = 3
_SHORTEST_DEED = 6


def _is_course(text: str, record: Record) -> bool:
    """Whether a name of several words ends in what was taken: "Wiring Certificate"."""
    words = unstyle(text).split()
    return len(words) > 1 and record.vocabulary.column(words[-1]) == "role"


def _is_state(text: str, record: Record) -> bool:
    """Whether a bracket tells how far something is: "ongoing", "8 of 9 completed"."""
    words = record.vocabulary
    state = key(text) in words["present"] | words["expected"]
    counted = text[:1].isdigit() and len(text.split()) > 2 and not find_date(text, words)
    said = len(text.split()) == _STATE_WORDS and text == text.lower() and not re.search(r"\d", text)
    said = said or key(text) in words["prizes"]  # "(shortlist)"
    return state or counted or said  # "renewed yearly"


_STATE_WORDS = 2


def _joined(text: str, record: Record) -> Owned | None:
    """ "Employee of the Month at Holm & Sons": who gave it behind "at" or "from"."""
    for list_ in ("sure_joiners", "giver_joiners"):
        joiners = any_of(record.vocabulary, list_)
        match = (
            re.fullmatch(rf"(.+\S)\s+({joiners})\s+([^\W\d_a-zà-ÿ].*)", text) if joiners else None
        )
        if match and key(match[3].split()[0]) in record.vocabulary["settings"]:
            continue  # "First Aid at Work", "Safety at Sea"
        if match and len(match[1].split()) > 1 and _may_own(match[3], record, sure=True):
            record.use_label(0, match[2], list_)
            return Owned(match[1], match[3].rstrip("."))
    return None


_BOLD_NAME = re.compile(r"\*\*([^*]+)\*\*,\s+([^\W\d_a-zà-ÿ][^,\d*\t]*)")
"""A name that alone is bold, and who gave it: "**Safety Prize**, Moss Labs"."""
_LONGEST_OWNER = 4
_STYLED = (["", "em"], ["strong", "em"])
_LISTS = re.compile(r"^(?:\S+\s+)?(?:and|&)\s+\S")


_LEAD = re.compile(r"\*\*([^*]{3,80}?)\s*(?::\*\*|\*\*\s*:)\s+(\S.*)", re.DOTALL)
_PLAIN_LEAD = re.compile(
    r"((?:[^\W\d_a-zà-ÿ][^\s:.]*\s?){2,5}):\s+([^\W\d_a-zà-ÿ]\S*(?:\s\S+){5,}\.)", re.DOTALL
)
_DASHED = re.compile(r"\*\*([^*]{3,80}?)\*\*\s+[–—-]\s+(\S.*)", re.DOTALL)
_SENTENCE = re.compile(r"(.+?[^\W\d_]{4}[)”\"]?\*{0,2})\.\s+([^\W\d_a-zà-ÿ].*\.)", re.DOTALL)
_SAID = re.compile(r"(.+?\b(?:19|20)\d\d\)?)[.:]\s+([^\W\d_a-zà-ÿ].*)", re.DOTALL)
_SHORTEST_SENTENCE = 4


def split_said(text: str) -> tuple[str, str]:
    """An item, and the sentence that its bold name or its date is followed by; "" for none."""
    dashed = _DASHED.fullmatch(text)
    if dashed and _says(dashed[2]):
        return dashed[1], dashed[2]
    match = (
        _LEAD.fullmatch(text)
        or _PLAIN_LEAD.fullmatch(text)
        or _SAID.fullmatch(text)
        or _SENTENCE.fullmatch(text)
    )
    long = match is not None and len(match[2].split()) >= _SHORTEST_SENTENCE
    return (match[1], match[2]) if match and long and match[2][-1] in ".!" else (text, "")


def _says(text: str) -> bool:
    """Whether words behind a bold name say more of it, and are no name themselves."""
    words = re.findall(r"[^\W\d_]{3,}", unstyle(text))
    capital = sum(not word[0].islower() for word in words)
    return len(words) >= _SHORTEST_SENTENCE and capital * 2 < len(words)


def _is_held_in(owner: str, town: str, record: Record) -> bool:
    """Whether two parts are a name of several words and a town: "Talks Meeting, Dover"."""
    told = any(names(kind.who, town, record) for kind in (WORK, EDUCATION))
    named = len(owner.split()) > 1 and _may_own(owner, record)
    return named and not told and len(town.split()) <= 2 and town[:1].isupper()


def _is_one_name(name: str, text: str, record: Record) -> bool:
    """Whether one capitalised word behind several is who gave it: "First aid, Kızılay"."""
    plain = unstyle(text).strip()
    solid = bool(CJK.fullmatch(plain[:1]))  # scripts that have no capitals
    alone = len(plain.split()) == 1 and plain.isalpha() and (plain[:1].isupper() or solid)
    listed = any(names(list_, plain, record) for list_ in ("levels", "tongues", "roles", "degrees"))
    several = len(unstyle(name).split()) > 1 or (solid and len(name) > _SHORTEST_SOLID)
    land = key(plain) in record.vocabulary["countries"]  # the state that gives a licence
    return alone and several and not listed and (land or not is_place(plain, record))


_SHORTEST_SOLID = 3
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


def _is_remark(text: str) -> bool:
    """Whether what stands behind a comma says more of the item: "no. 4711", "runner-up"."""
    numbered = re.fullmatch(r"\w+\.?\s(?:\d{1,2}|[IVX]+)", text)  # "class 2"
    return text[:1].islower() and not numbered


def _may_own(text: str, record: Record, sure: bool = False) -> bool:
    """Whether a text can be an organisation: known as one, or capitalised as a name is."""
    plain = unlink(unstyle(text))[0].strip(" .")
    words = plain.split()
    if sure and re.fullmatch(r"[\w-]+\.[a-z]{2,10}", plain):  # "(ohm.example)"
        return True
    if re.fullmatch(r"\w+ [A-Z]", plain):  # "Class A"
        return False
    if not words or len(words) > 8 or re.search(r"\d", plain) or plain[:1].islower():
        return False
    if any(names(kind.who, plain, record) for kind in (WORK, EDUCATION)):
        return True
    if any(names(list_, plain, record) for list_ in ("honours", "levels", "roles", "degrees")):
        return False
    capital = all(is_capital(word) or word == "&" or key(word) in _SMALL for word in words)
    return capital and (sure or len(words) > 1 or (plain.isupper() and len(plain) > 1))
