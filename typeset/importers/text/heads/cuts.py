"""Cutting a title line in two: words for roles and degrees say where, and which is which."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.comma_cuts import by_comma, is_town_of
from typeset.importers.text.heads.joined_owners import whose
from typeset.importers.text.heads.joined_schools import by_school_joiner
from typeset.importers.text.heads.place_tails import (
    DASH,
    comma_parts,
    last_comma,
    may_be_place,
    owns,
    place_tail,
)
from typeset.importers.text.heads.solid_cuts import are_one_owner, by_hyphen, by_space, with_unit
from typeset.importers.text.heads.stopped_heads import by_stop
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    ends_like_role,
    lists_subjects,
    names,
    names_owner,
)
from typeset.importers.text.markup.inline import masked, split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import COMMA
from typeset.importers.text.words.vocabulary import any_of, key

AT = re.compile(r"\s+@\s*(?=[\w(（])|(?<=\w)@(?=[^\W\da-z_])(?!\S+\.\w)")
"""The sign for "at", which may stand close: "Baker@Moss Inn"; in an address of mail it is none."""
STRONG = re.compile(
    rf"\s*[|｜•·∙⋅]\s*|\s*\t\s*|{AT.pattern}|\s*(?:\\\n)\s*|\s+//\s+|\s*／\s*"
    r"|(?<=\S\S)\u3000+(?=\S\S)"
)


def cut(title: str, words: Kind, record: Record) -> tuple[list[str], str]:
    """The title line in its parts, and its place: at strong separators, else by `CUTS`."""
    strong = with_unit(split_top(title, STRONG), words, record)
    if len(strong) == 2 and not names(words.who, strong[1], record):  # "Role in Ward | Hospital"
        return _joined_in_town(strong[0], strong[1], words, record) or strong, ""
    if len(strong) == 2 and "\u3000" in title and are_one_owner(strong, words, record):
        return [title], ""
    if len(strong) > 1:
        return strong, ""
    for rule in CUTS:
        if parts := rule(title, words, record):
            return parts, ""
    owner, where = place_tail(title, words, record)
    parts = _by_case(owner, words, record)
    if parts and is_place(parts[1], record):
        return parts[:1], ", ".join(part for part in (parts[1], where) if part)
    return parts or [owner], where


def _joined_in_town(held: str, town: str, words: Kind, record: Record) -> list[str]:
    """ "Role at Org" and the town behind it, in three parts; none where a side is no such."""
    joined = _by_joiner(held, words, record) if may_be_place(town, words, record) else []
    return [*joined, town] if len(joined) == 2 else []


def _by_case(title: str, words: Kind, record: Record) -> list[str]:
    """ "Assistant de projet Hill University": a role in small letters, then a name in capitals.

    The name is told by a word for an organisation, or is a known place.
    """
    parts = title.split()
    small = [part.isalpha() and not _is_joining(part, record) and part.islower() for part in parts]
    begins = [n for n in range(2, len(parts)) if small[n - 1] and parts[n][0].isupper()]
    if words is not WORK or not begins or any(small[begins[-1] :]):
        return []
    role, name = " ".join(parts[: begins[-1]]), " ".join(parts[begins[-1] :])
    told = is_place(name, record) or names_owner(name, record)
    held = names(words.what, role, record) and not names(words.what, name, record)
    return [role, name] if told and held else []


def _is_joining(word: str, record: Record) -> bool:
    """Whether a word in small letters may stand within a name: "of", "de", "und"."""
    words = record.vocabulary
    return key(word) in words["joiners"] | words["place_joiners"] or word in words.small_words


def by_dash(title: str, words: Kind, record: Record) -> list[str]:
    """At a dash ("Org — Role", "Role - Org"), where a comma would not cut better."""
    match = DASH.search(masked(title))
    if not match:
        return []
    if match[0].strip() in (":", "："):  # a dash cuts better than a colon before it
        match = next((m for m in DASH.finditer(masked(title)) if m[0].strip() not in ":："), match)
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    if words is EDUCATION and (taught := _last_dash(title, record)):
        return taught
    if words is EDUCATION and (taught := _listed_subjects(title, match, record)):
        return taught
    comma = last_comma(title, record)
    role_left, role_right = names(words.what, left, record), names(words.what, right, record)
    parts = COMMA.split(right)
    last_owns = words is WORK and len(parts) > 1 and names_owner(parts[-1], record)
    if role_left and last_owns:
        role_right = names(words.what, ", ".join(parts[:-1]), record)
    if not left or not right:
        return []
    told = record.vocabulary.column(left) or key(left) in record.vocabulary["placeholders"]
    if words is EDUCATION and role_left and not role_right:
        told = not names(words.who, right, record)  # "Diploma: Ash School", "Diploma: Botany"
    held = last_owns and role_right and not role_left and not names_owner(left, record)
    colon = match[0].strip() in (":", "：")
    if colon and (told or held):
        return []  # "Client: Water utility", "Year out: Assistant, Org": a label of what follows
    inner = last_comma(left, record)
    firm = [names_owner(", ".join(parts[:end]), record) for end in range(1, len(parts))]
    placed = is_place(right, record) and not any(firm)
    if inner and placed and names(words.what, left[:inner], record):
        owner = left[inner + 1 :].strip()
        if not names(words.what, owner, record):
            return [left[:inner].strip(), owner, right]  # "Role, Org - City"
    owned = role_right and not role_left  # "Org, Town: Role"
    if colon and comma and comma < match.start() and not owned:
        return []  # a colon deep in a line explains its last part
    apart = ":" not in match[0] and not role_right
    if apart and (joined := _joined_in_town(left, right, words, record)):
        return joined  # "Role at Org – Town"
    unit = record.vocabulary.has("units", right[: last_comma(right, record)])
    if words is WORK and role_right and not role_left and (town := _role_and_town(right, record)):
        return [left, *town]  # "Org – Role, Town"
    who, where = place_tail(right, words, record, known=unit)
    owned = owns(parts[0], words, record) and not (last_owns and " " not in parts[0])
    owned = owned or (words is EDUCATION and names(words.who, left, record))  # "Gymnasium – Ulm"
    if comma and role_left and not role_right and comma > match.end() and not (where or owned):
        return []  # "Senior Role – Team, Org", "Role – Heritage, Org"
    return [left, who, where] if where and role_left else [left, right]


def _role_and_town(text: str, record: Record) -> list[str]:
    """A role of several words and its town behind a comma; none for other texts."""
    ends = comma_parts(text, record)
    role, town = (text[: ends[-1][0]].rstrip(", "), text[slice(*ends[-1])].strip())
    told = is_place(town, record) or len(town.split()) == 1  # "Head Baker, Night Shift"
    return [role, town] if len(ends) == 2 and told and is_town_of(role, town, WORK, record) else []


def _last_dash(title: str, record: Record) -> list[str]:
    """ "Degree – Subject – School": the school behind the last dash; none for other titles."""
    last = [match for match in DASH.finditer(masked(title)) if match[0].strip() not in ":："]
    if len(last) != 2 or not names("degrees", title[: last[0].start()], record):
        return []
    subject, school = title[last[0].end() : last[1].start()], title[last[1].end() :]
    told = names("schools", school, record) and not names("schools", subject, record)
    return [title[: last[1].start()].strip(), school.strip()] if told else []


def _listed_subjects(title: str, sign: re.Match[str], record: Record) -> list[str]:
    """ "A levels: Art (A), Music (B), School" and "School, A levels: Art (A), Music (B)"."""
    left, ends = title[: sign.start()], comma_parts(title, record)
    degree, *before = reversed([one.strip() for one in left.split(",")])
    if sign[0].strip() not in (":", "：") or not names("degrees", degree, record):
        return []
    if before and not names("degrees", left[: left.rfind(",")], record):
        return [title[left.rfind(",") + 1 :].strip(), left[: left.rfind(",")].strip()]
    *listed, last = (title[slice(*end)].strip() for end in ends)
    graded = bool(listed) and all(_GRADED.search(one) for one in listed)
    if listed and all(_GRADED.search(one) for one in (*listed, last)):
        return [title]  # no school among them
    if (
        not before
        and not graded
        and " " not in last
        and lists_subjects(title[sign.end() :], record)
    ):
        return [title]
    if before or not listed or _GRADED.search(last) or not last[:1].isupper():
        return []
    if not graded and not names("schools", last, record):
        return []
    return [title[: ends[-2][1]].strip(), last]


_GRADED = re.compile(r"[(（][^()（）]{1,12}[)）]$|\s(?:[A-G][*+-]?|\d[.,]?\d?)$")


def _by_slash(title: str, words: Kind, record: Record) -> list[str]:
    """ "Role / Org": only where one side names a role, and nothing else cuts the title.

    Of a degree and a school each side names one.
    """
    parts = split_top(title, _SLASH)
    if len(parts) != 2 or DASH.search(title):
        return []
    roles = [names(words.what, one, record) for one in parts]
    if COMMA.search(title) and (words is not WORK or roles.count(True) != 1):
        return []  # "Org, Town / Role" is cut at the slash
    if words is not WORK and roles != [not names(words.who, one, record) for one in parts]:
        return []
    if not any(roles):
        roles = [ends_like_role(one, record) for one in parts]
    return parts if roles in ([True, False], [False, True]) else []


_SLASH = re.compile(r"\s+/\s+")


def _by_school_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word between a degree and its school: "Degree from School, which may have a comma"."""
    return by_school_joiner(title, record) if words is EDUCATION else []


def _by_joiner(title: str, words: Kind, record: Record) -> list[str]:
    """At a word that joins: "Role at Org", "Role bei Org"."""
    joiners = any_of(record.vocabulary, "joiners")
    joined = rf"\s+({joiners})(?:['’]|\s+)(?=\w)"
    found = list(re.finditer(joined, masked(title), re.IGNORECASE))
    sure_words = record.vocabulary["sure_joiners"]
    joins = (
        m for m in found
        if key(m[1]) in sure_words and not _is_no_owner(title[m.end() :], m[1], record)
    )  # fmt: skip
    match = next(joins, found[0] if found else None)
    if not match:
        return []
    left, right = title[: match.start()].strip(), title[match.end() :].strip()
    sure = key(match[1]) in sure_words and not _is_no_owner(right, match[1], record)
    if words is not WORK:
        return []
    comma = last_comma(title, record)
    inner = bool(comma) and comma < match.start()
    owned = inner and names(words.who, left[comma + 1 :], record)
    role = names("roles", left, record) or ends_like_role(left, record)
    capital = left[:1].isupper() and right[:1].isupper() and not is_place(right, record)
    named = len(left.split()) <= 4 and (capital or names(words.who, right, record))
    if not sure or not (role or named) or owned:
        return []
    record.use_label(0, match[1], "joiners")
    owner, where = place_tail(right, words, record)
    ends = comma_parts(owner, record)
    if not where and len(ends) == 2 and names("roles", left, record):
        name, town = (owner[slice(*end)].strip() for end in ends)
        if is_town_of(name, town, words, record):
            return [left, name, town]  # "Role at Organisation, Town"
    return [part for part in (left, owner, where) if part]


def _by_genitive(title: str, words: Kind, record: Record) -> list[str]:
    """At an article in the genitive: "Segretaria del Comune di Gualdo", perhaps with its place."""
    held = whose(title, record) if words is WORK else None
    return [part for part in (held[0], *place_tail(held[1], words, record)) if part] if held else []


def _is_no_owner(text: str, joiner: str, record: Record) -> bool:
    """Whether a word that joins has a place alone behind it, or how much one worked.

    "Cuisinier à Paris", "Cuisinier à mi-temps".
    """
    words = record.vocabulary
    partner = key(re.split(r"[\s,]", text, maxsplit=1)[0]) in words["firm_partners"]
    if partner and key(joiner) in words["and"]:
        return True  # "Bakker, Holm en Zonen": a word for "and" in one language joins in another
    if key(joiner) not in words["town_joiners"]:
        return False
    apart = re.split(r",|\s[–—-]\s|\s\x00", masked(text), maxsplit=1)[0]
    first = " ".join(text[: len(apart)].split()[:2])
    named = re.match(r"(?:\w{1,3}\s)?[^\W\d_a-zà-ÿ]", text) or names_owner(first, record)
    return not named or is_place(text[: len(apart)], record)


def _by_semicolon(title: str, words: Kind, record: Record) -> list[str]:
    """At a semicolon, which parts more than a comma: "PhD, Botany; University of Moss".

    Of a role alone, the organisation is behind it, and then the place: "Cook; Moss Labs; Leeds".
    """
    sides = split_top(title, re.compile(r"\s*;\s+"))
    if len(sides) < 2 or not names(words.what, sides[0], record):
        return []
    if words is EDUCATION:
        behind = place_tail(sides[1], words, record)
        return [part for part in (sides[0], *behind) if part] if len(sides) == 2 else []
    told = [names(words.who, sides[0], record), names(words.what, sides[1], record)]
    return sides if len(sides) <= 3 and not any(told) else []


CUTS = (
    by_stop,
    _by_semicolon,
    by_dash,
    by_hyphen,
    _by_slash,
    _by_school_joiner,
    _by_joiner,
    _by_genitive,
    by_comma,
    by_space,
)
