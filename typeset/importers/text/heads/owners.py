"""Who gave or printed a short item: "Name, Issuer", "Prize — Awarder", "“Title.” *Journal* 41"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.long_names import dash_in, goes_on, is_headed
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.heads.possible_givers import gives, is_small_owner, may_own, says_owner
from typeset.importers.text.heads.said_of_items import is_amount, is_deed, is_remark, is_state
from typeset.importers.text.heads.words import WORK, names, names_owner
from typeset.importers.text.markup.inline import masked, split_top, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, SPACED_DASH
from typeset.importers.text.words.vocabulary import any_of, key

_SLASH = re.compile(r"\s+/\s+")
_COMMA = re.compile(r",\s+")
_GIVEN = re.compile(r"([^\W\d_a-zà-ÿ][^\s:]*(?:\s[^\s:]+){0,2})(?::|\s[–—-])\s+(\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Owned:
    """An item in parts: its name, who gave it, and what else is said of it."""

    name: str
    owner: str = ""
    remark: str = ""


def split_owner(text: str, record: Record, lone: str = "") -> Owned:
    """The parts of an item without its date; its text alone where nothing tells them apart.

    `lone` is the signs behind its name, of "(" and "–", that few items of its section have.
    """
    found = (step(text, record) for step in _STEPS)
    owned = _in_bracket(text, record, lone) or next((one for one in found if one), None)
    owned = owned or _behind_dash(text, record, lone) or _behind_comma(text, record)
    return _without_number(owned)


def _in_bracket(text: str, record: Record, lone: str = "") -> Owned | None:
    """What a bracket at the end tells: who gave it, how long it took, or how far it is."""
    match = _IN_BRACKETS.fullmatch(text)
    if not match:
        return None
    before, inner = match.groups()
    if re.fullmatch(r"\d{1,4}\s?(?![A-Z]$)[^\W\d].{0,12}", inner):  # "(16 hrs.)"
        owned = split_owner(before, record)
        remark = ", ".join(part for part in (owned.remark, f"({inner})") if part)
        return Owned(owned.name, owned.owner, remark)
    if CJK.search(before[-1]) and not names(WORK.who, inner, record):
        return Owned(text)  # "普通自動車免許（AT限定）": which one it is
    if is_state(inner, record):
        owned = split_owner(before, record)  # "(ongoing)", "(8 of 9 completed)"
        return Owned(owned.name, owned.owner, owned.remark or inner)
    if is_amount(inner):
        owned = split_owner(before, record)  # "Travel grant, Moss Society (£850)"
        return Owned(owned.name, owned.owner, ", ".join(filter(None, [owned.remark, inner])))
    if inner.isalpha() and inner.islower():
        owned = split_owner(before, record)  # "Best play, Moss Awards (shortlisted)"
        return Owned(owned.name, owned.owner, inner) if owned.owner and not owned.remark else None
    if not gives(before, inner, record, "(" in lone):
        return None
    giver, _, more = inner.partition(",")
    if re.match(r"\s*\d", more):  # "(Chamber, 40 hours)"
        return Owned(before, giver, more.strip())
    return Owned(before, inner)


def _without_number(owned: Owned) -> Owned:
    """A paper whose number stands right behind its name, with this said of it: "nr 4711/2015"."""
    match = _NUMBERED.fullmatch(owned.name)
    if not match:
        return owned
    return Owned(match[1], owned.owner, ", ".join(filter(None, (match[2], owned.remark))))


_NUMBERED = re.compile(
    r"(.*[^\W\d_]{3}[)”\"]?)\s+((?:№\s?|(?:[Nn][ro]\b|[Nn][º°])\.?\s?|#)(?=(?:\D*\d){4})[\w/.-]+)",
    re.DOTALL,
)


def _before_quoted(text: str, record: Record) -> Owned | None:
    """Who gave it, right before a name in quotation marks."""
    solid = _SOLID_TITLE.fullmatch(text)
    told = solid and names(WORK.who, solid[1], record)
    return Owned(solid[2], solid[1]) if solid and told else None


def _behind_bold(text: str, record: Record) -> Owned | None:
    """Who gave it, behind a name that alone is bold."""
    styled = _BOLD_NAME.fullmatch(text)
    if not styled or len(styled[2].split()) > _LONGEST_OWNER or is_place(styled[2], record):
        return None
    return Owned(styled[1], styled[2])


def _behind_slash(text: str, record: Record) -> Owned | None:
    """Who gave it, behind a slash, by its own words."""
    parts = split_top(text, _SLASH)
    told = len(parts) == 2 and names_owner(parts[1], record)
    return Owned(parts[0], parts[1]) if told else None


def _behind_sign(text: str, record: Record) -> Owned | None:
    """Who gave it, behind a bar or another strong sign, perhaps beside its hours."""
    strong = split_top(text, STRONG)
    counted = [part for part in strong[1:] if re.match(r"\d", part)]  # "40 hours"
    if len(strong) == 3 and len(counted) == 1:
        kept = [part for part in strong if part not in counted]
        if may_own(kept[1], record, sure=True):
            return Owned(kept[0], kept[1], counted[0])
    if len(strong) == 2 and may_own(strong[1], record, sure=True):
        return Owned(strong[0], strong[1])
    if len(strong) == 2 and "\t" in text and is_remark(strong[1]):
        return Owned(strong[0], remark=strong[1])  # in a column of its own: "current"
    return None


def _before_course(text: str, record: Record) -> Owned | None:
    """Who gave a course, before its name: "OhmX - Wiring Certificate"."""
    given = _GIVEN.fullmatch(text)
    if given and _is_course(given[2], record) and not _is_course(given[1], record):
        return Owned(given[2], given[1])
    return None


def _behind_dash(text: str, record: Record, lone: str) -> Owned | None:
    """Who gave it, or a remark in small letters, behind the first dash."""
    dash = dash_in(text, record)
    if not dash:
        return None
    name, after = text[: dash.start()].strip(), text[dash.end() :].strip()
    if after[:1].islower() and len(after.split()) <= 8:
        owned = split_owner(name, record)  # "Prize, Moss Days — for *Brine*"
        return Owned(owned.name, owned.owner, ", ".join(filter(None, (owned.remark, after))))
    told = is_headed(after, record)
    if not told and ("–" in lone or says_owner(after, record)) and not _has_initials(after):
        return None  # "Certified Weaver – Silk Level", "Certified Weaver – Mill House Weaving"
    first, *others = split_top(after, _COMMA)
    if others and says_owner(others[-1], record) and not says_owner(first, record):
        return None  # "Weaver – Silk (SW), Guild of Weavers"
    several = len(unstyle(name).split()) > 1 or wholly(name)[0] == "strong"
    if may_own(after, record) and (several or _has_initials(after)):
        return Owned(name, after)
    return None


def _behind_comma(text: str, record: Record) -> Owned:
    """Who gave it, and remarks, behind the last commas; the text alone where none tells it."""
    ends = comma_parts(text, record)
    parts = [text[slice(*end)].strip() for end in ends] or [text]  # which may be a mark alone
    if len(parts) > 1 and goes_on(parts[0], parts[1], record):
        parts[:2] = [", ".join(parts[:2])]  # "CSM, Certified Sheep Manager"
    ended = next((at for at in range(2, len(parts)) if _is_listed(parts[:at], record)), 1)
    parts[:ended] = [", ".join(parts[:ended])]  # "Wool, Milk & Meat Basics, Moss Academy"
    if _is_listed(parts, record):
        return Owned(text)
    if len(parts) > 1 and [wholly(part)[0] for part in (parts[0], parts[-1])] in _STYLED:
        return Owned(", ".join(parts[:-1]), wholly(parts[-1])[1])  # "Talk, *Conference*"
    if _are_initials(parts[1:]) or _are_initials(parts):
        return Owned(text)
    if len(parts) > 1 and is_small_owner(parts[-1], record):
        return Owned(", ".join(parts[:-1]), parts[-1])
    if parts[-1][:1].islower() and is_deed(text, record):
        return Owned(text)
    remarks: list[str] = []
    while len(parts) > 1 and is_remark(parts[-1]):
        remarks.insert(0, parts.pop())
    if len(parts) > 2 and record.vocabulary.has("units", parts[-2].split()[0]):
        parts[-2:] = [", ".join(parts[-2:])]  # "Best thesis, Faculty of Art, Hill University"
    remark = ", ".join(remarks)
    if remarks and (state := _in_bracket(", ".join(parts), record)):
        return Owned(state.name, state.owner, ", ".join(filter(None, [state.remark, remark])))
    at = _owner_at(parts, record)
    if at and dash_in(text, record) and not _is_behind_dash(parts, at, record):
        at = 0
    if at > 1 and parts[at - 1][:1].isdigit() and is_remark(parts[at - 1]):
        at -= 1  # "Wiring, 16 hours, Moss School"
        remark = ", ".join([parts.pop(at), *remarks])
    if at:
        return Owned(", ".join(parts[:at]), ", ".join(parts[at:]), remark)
    return Owned(", ".join(parts), remark=remark) if remark else Owned(text)


def _is_behind_dash(parts: list[str], at: int, record: Record) -> bool:
    """Whether the last part is who gave what has a dash: "Weaver – Silk Level, Moss Web Guild".

    The dash stands in the name, and the giver is told by its words, has several, or begins it.
    """
    last = unstyle(parts[-1])
    told = unstyle(parts[0]).startswith(f"{last} ")  # "Moss Weaver – Silk Level, Moss"
    several = len(last.split()) > 1 and not is_place(last, record)
    told = told or several or says_owner(last, record)
    return at == len(parts) - 1 and told and not SPACED_DASH.search(masked(last))


def _is_listed(parts: list[str], record: Record) -> bool:
    """Whether parts are one name: "Security, Compliance and Identity Fundamentals"."""
    last = parts[-1]
    if (
        len(parts) == _NAME_AND_FIRM
        and _FIRM.fullmatch(last)
        and len(parts[0].split()) > len(parts)
    ):
        return False  # "Coaching for Sheep, Holm & Sons"
    return len(parts) > 1 and bool(_LISTS.search(last)) and not names(WORK.who, last, record)


_NAME_AND_FIRM = 2
_FIRM = re.compile(r"[^\W\d_a-zà-ÿ]\w+ & [^\W\d_a-zà-ÿ]\w+")


def _are_initials(parts: list[str]) -> bool:
    """Whether all of several parts are capitals: "Cabling CEA, CPB, CMC" is one name of several."""
    return len(parts) > 1 and all(part.isalpha() and part.isupper() for part in parts)


def _owner_at(parts: list[str], record: Record) -> int:
    """Which of the parts between commas begins who gave it; 0 for none."""
    if len(parts) == 3 and _is_held_in(parts[1], parts[2], record):
        return 1
    at = len(parts) - 1
    at -= at > 1 and is_place(parts[at], record)  # "Solo show, Ash Gallery, Bristol"
    told = at > 0 and says_owner(parts[at], record) and may_own(parts[at], record)
    if told and (at > 1 or at + 1 < len(parts)):
        while at > 1 and names_owner(parts[at - 1], record):
            at -= 1  # "Talk prize, Moss Institute, Academy of Ash"
        return at
    if len(parts) > 1 and may_own(parts[-1], record):
        before = ", ".join(parts[:-1])
        told = names_owner(parts[-1], record)
        ranked = names("prizes", before, record)
        ranked = ranked or (_has_initials(before) and is_place(parts[-1], record))  # "RN, New York"
        if len(unstyle(before).split()) > 1 or told or ranked or _has_initials(parts[-1]):
            return len(parts) - 1
    return 1 if len(parts) == 2 and _is_one_name(parts[0], parts[1], record) else 0


def _is_course(text: str, record: Record) -> bool:
    """Whether a name of several words ends in what was taken: "Wiring Certificate"."""
    words = unstyle(text).split()
    return len(words) > 1 and record.vocabulary.column(words[-1]) == "role"


def _joined(text: str, record: Record) -> Owned | None:
    """ "Employee of the Month at Holm & Sons": who gave it behind "at" or "from"."""
    for list_ in ("sure_joiners", "giver_joiners"):
        joiners = any_of(record.vocabulary, list_)
        match = (
            re.fullmatch(rf"(.+\S)\s+({joiners})\s+([^\W\d_a-zà-ÿ].*)", text) if joiners else None
        )
        if match and key(match[3].split()[0]) in record.vocabulary["settings"]:
            continue  # "First Aid at Work", "Safety at Sea"
        if match and match[1].count("[") > match[1].count("]"):
            continue  # "[First Aid at Work](…)"
        told = match and (" " in match[2] or len(match[1].split()) > 1)  # "issued by"
        if match and told and may_own(match[3], record, sure=True):
            record.use_label(0, match[2], list_)
            return Owned(match[1].rstrip(" ,"), match[3].rstrip("."))
    return None


_STEPS: tuple[Callable[[str, Record], Owned | None], ...] = (
    _before_quoted,
    _joined,
    _behind_bold,
    _behind_slash,
    _behind_sign,
    _before_course,
)
"""In this order; what none of them tells, its commas may."""


_BOLD_NAME = re.compile(r"\*\*([^*]+)\*\*,\s+([^\W\d_a-zà-ÿ][^,\d*\t]*)")
"""A name that alone is bold, and who gave it: "**Safety Prize**, Moss Labs"."""
_LONGEST_OWNER = 4
_STYLED = (["", "em"], ["strong", "em"])
_LISTS = re.compile(r"^(?:\S+\s+)?(?:and|&)\s+\S")


def _is_held_in(owner: str, town: str, record: Record) -> bool:
    """Whether two parts are a name of several words and a town: "Talks Meeting, Dover"."""
    told = names_owner(town, record)
    named = len(owner.split()) > 1 and may_own(owner, record)
    return named and not told and len(town.split()) <= 2 and town[:1].isupper()


def _is_one_name(name: str, text: str, record: Record) -> bool:
    """Whether one capitalised word behind several, or a short form, is who gave it.

    "First aid, Kızılay"; behind letters of a name it has small ones: "CCNP, Ohm".
    """
    plain = unstyle(text).strip()
    solid = bool(CJK.fullmatch(plain[:1]))  # scripts that have no capitals
    word = re.sub(r"-|(?<=[^\W\d_]{3})\.(?=[^\W\d_]{2,4}$)", "", plain)  # "Ohm.org"
    alone = len(plain.split()) == 1 and word.isalpha() and (plain[:1].isupper() or solid)
    listed = any(names(list_, plain, record) for list_ in ("levels", "tongues", "roles", "degrees"))
    several = len(unstyle(name).split()) > 1 or (solid and len(name) > _SHORTEST_SOLID)
    several = several or bool(_SHORT_NAME.fullmatch(unstyle(name)))  # "CCNP, Ohm"
    land = key(plain) in record.vocabulary["countries"]  # the state that gives a licence
    return alone and several and not listed and (land or not is_place(plain, record))


_SHORTEST_SOLID = 3
_SHORT_NAME = re.compile(r"[A-Z]{2,}[A-Z\d+-]*")
"""A certificate by its letters, which is no list of them: what follows has small ones."""
# "某某学会“新人奖”": scripts without spaces set nothing else between giver and prize.
_SOLID_TITLE = re.compile(r"([\u3040-\u9fff\uac00-\ud7af]{4,})([“「《『\"].+)", re.DOTALL)
_IN_BRACKETS = re.compile(r"(.+\S)\s*[(（]([^()（）]+)[)）]", re.DOTALL)


def _has_initials(text: str) -> bool:
    """Whether a word of a name is in capitals: "TÜV Nord"."""
    return any(word.isupper() and len(word) > 1 for word in text.split())
