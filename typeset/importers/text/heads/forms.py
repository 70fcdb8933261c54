"""Heads whose form says which part is which: a style, a sign."""

from __future__ import annotations

import re

from typeset.importers.text.header.addresses import PAGE, is_page
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.cuts import AT, STRONG
from typeset.importers.text.heads.parts import EDGES, Head
from typeset.importers.text.heads.place_tails import (
    comma_parts,
    is_region,
    is_unit,
    last_comma,
    place_tail,
)
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import (
    EDUCATION,
    WORK,
    Kind,
    names,
    names_owner,
)
from typeset.importers.text.markup.inline import split_top, unescape, unlink
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_points import alternatives
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import SPACED_DASH


def at_owner(lines: list[tuple[int, str]], words: Kind) -> list[tuple[int, str]]:
    """A line "@Org" under a title goes into the title: "Role @ Org"; a school is told anyway."""
    if len(lines) < 2 or not re.match(r"@\s?\w", lines[1][1]) or "@" in lines[0][1]:
        return lines
    (number, title), (line, owner), *others = lines
    if words is not WORK:
        return [lines[0], (line, owner.lstrip("@ ")), *others]
    return [(number, f"{title.rstrip()} @ {owner.lstrip('@ ')}"), *others]


def without_address(text: str) -> tuple[str, str]:
    """A head line without the address that stands between its parts, and this: "Org, https://…"."""
    match = _ADDRESS.search(text)
    if not match or not is_page(match[1]):
        return text, ""
    return (text[: match.start()] + text[match.end() :]).strip(EDGES), unescape(match[1])


_ADDRESS = re.compile(
    rf"(?:^|[\s|,·–—-]\s*|\(\s*)<?({PAGE})>?(?:\s*\))?"
    r"(?=\s*(?:$|[|,·\t])|\s+[–—-])"
)


def at_sign(title: str, words: Kind, record: Record) -> list[str]:
    """ "Role @ Org": the sign says which is which, whatever the words.

    But for a role behind it that the text before it is not: "Org @Site, Role", "Org @ Site | Role".
    So it is with a degree before the sign: "BSc, Botany @ Hill College, University of Leeds".
    """
    sides = split_top(title, AT, 1)
    if len(sides) != 2:
        return []
    if words is not WORK:
        taught = names("degrees", sides[0], record) and not names("schools", sides[0], record)
        return sides if taught else []
    site, _, behind = sides[1].rpartition(",")
    if len(parts := split_top(sides[1], STRONG)) == _SITE_AND_ROLE:
        site, behind = parts
    told = [names(words.what, text, record) for text in (behind, sides[0], site)]
    if site and told == [True, False, False]:
        return [behind.strip(), sides[0], site]
    role, owner = split_top(sides[0], STRONG), split_top(sides[1], _AFTER_OWNER)
    return [" · ".join(role), *owner] if len(role) == 1 else []


_SITE_AND_ROLE = 2
_AFTER_OWNER = re.compile(rf"{STRONG.pattern}|\s+[–—-]\s+")


_STYLED = re.compile(
    r"\s*(\*{1,3})([^*]+)\1\s*(?:[,;:：，、،；]|\.(?=\s)|\s[–—-]|\s(?=\*?[^\W\d_]))\s*"
)


_POINTED = re.compile(r"([,;](?=\*{1,3}\s)|(?<=[^\W\d_]{3})\.(?=\*{1,3}\s[^\W\d_]))(\*{1,3})")
"""What ends a styled part within its style: "**Org,** *Role*", "**Role.** Org, Town"."""


def by_style(marked: str, title: str, record: Record) -> list[str]:
    """`**Role**, Org, City`: what is bold ends where its style does."""
    if "*" not in marked:
        return []
    marked = _POINTED.sub(r"\2\1", marked)
    match = _STYLED.match(marked)
    inner = unlink(match[2])[0].strip() if match else ""
    if match and (joined_by := _joiner_after(marked[match.end() :], record)):
        owner = title[len(inner) :].strip(EDGES) if title.startswith(inner) else ""
        rest = owner[len(joined_by) :].lstrip(" '’")
        behind = _ENDS_NAME.split(rest, maxsplit=1)[0]  # "**Degree** em Botany — School"
        told = names("roles", inner, record) or names_owner(behind, record)
        if told and owner.casefold().startswith(joined_by.casefold()) and "\t" not in title:
            record.use_label(0, joined_by, "joiners")
            return [part for part in (inner, *place_tail(rest, WORK, record)) if part]
    joined = bool(
        match and match[0].endswith(match[1] + " ") and not match[0].rstrip().endswith(",")
    )
    if joined and match and not marked[match.end() :].lstrip("*")[:1].isupper():
        return []  # "**Role** at Org" goes on in its own words
    if not inner or not title.startswith(inner) or "\t" in title:
        return []
    if match and match[0].rstrip()[-1] in ":：" and record.vocabulary.column(inner):
        return []  # "**Client**: Org": a label of what follows
    rest = title[len(inner) :].removeprefix(".").strip(EDGES)
    owned = names("organisations", rest, record)
    both = _BETWEEN.split(inner, maxsplit=1)
    if len(both) == 2 and not owned:
        held = [names("roles", side, record) for side in both]
        town = _is_town(rest, record) and any(held)  # "**Org - Role** - Salem, OR"
        if town or (held == [True, False] and _is_behind_owner(rest, both[1], record)):
            return [*both, rest]
    if dashed := _dashed_town(rest, record):
        return [inner, *dashed]
    posted = _TOWN_COLON.fullmatch(rest)
    if posted and is_place(posted[1], record) and names("roles", posted[2], record):
        return [inner, posted[2], posted[1]]  # "**Org**, Town, Land: Role"
    post = names("roles", rest, record)  # "**Org**, Cook, Leeds": no place of two parts
    if not names("roles", inner, record) and is_place(rest, record) and not owned and not post:
        return [inner, rest]
    barred = split_top(rest, STRONG)
    if any(is_place(part.rpartition(",")[2].strip(), record) for part in barred[1:]):
        return [inner.rstrip(" –—-"), *barred]  # a bar parts more than the commas do
    if _is_one_school(inner, marked[match.end() :] if match else "", rest, record):
        return [inner, *(part for part in place_tail(rest, EDUCATION, record) if part)]
    return _behind_style(inner, rest, record) if rest else []


_TOWN_COLON = re.compile(r"([^:：]+)[:：]\s+(\S.*)", re.DOTALL)


def _behind_style(inner: str, rest: str, record: Record) -> list[str]:
    """What is set apart by its style, and what stands behind it: who, and where."""
    rest, *tail = _BEFORE_DASH.split(rest, maxsplit=1)  # "Org, Town, ST, – with Dr Moss"
    owner, where = place_tail(rest, WORK, record)
    if where and (subject := _subject_before(inner, owner, record)):
        return [f"{inner}, {subject}", owner[len(subject) :].lstrip(", "), where, *tail]
    comma = 0 if where else last_comma(rest, record)
    if names("roles", rest[comma + 1 :], record) and rest[comma + 1 :].lstrip()[:1].islower():
        comma = 0  # "**Org**, Clerk, later Chief Clerk"
    unit = is_unit(rest[comma + 1 :].strip(), record) and names("roles", rest[:comma], record)
    if unit and not names("roles", inner, record):
        comma = 0  # "**Org** – Cook, Night Team"
    held = (
        names("roles", inner, record)
        or (  # "**Reader**, School of Law, Moss University"
            not names_owner(inner, record) and names_owner(rest[:comma], record)
        )
    )
    if held and names_owner(rest[comma + 1 :].strip(), record):
        comma = 0  # "**Role** - Institute of Soils, Plants and Water Laboratory"
    parts = [*([rest[:comma], rest[comma + 1 :]] if comma else [owner, where]), *tail]
    first = inner.rstrip(" –—-")  # "**School -** Degree"
    return [first, *(part.strip() for part in parts if part)]


def _subject_before(role: str, owner: str, record: Record) -> str:
    """What a role is in, between it and its organisation, which has its town behind it; or "".

    "**Analyst**, Night Operations, Moss Insurance, Salem, OR".
    """
    parts = [owner[slice(*end)].strip() for end in comma_parts(owner, record)]
    held = names("roles", role, record) and not names("degrees", role, record)
    if len(parts) != _SUBJECT_AND_OWNER or not held:
        return ""
    owned = any(names(list_, parts[0], record) for list_ in (*_OWNERS, "roles"))
    unit = is_unit(parts[1], record) and not names("organisations", parts[1], record)
    return "" if owned or unit else parts[0]


_SUBJECT_AND_OWNER = 2


def _is_one_school(degree: str, marked: str, behind: str, record: Record) -> bool:
    """Whether what stands behind a degree is a school and the parts of it, between commas.

    "**LLB**, Faculty of Law, University of Moss"; or a school as its style holds it together.
    """
    parts = [behind[slice(*end)].strip() for end in comma_parts(behind, record)]
    if len(parts) < _SCHOOL_AND_PART or not names("degrees", degree, record):
        return False
    owned = [any(names(list_, one, record) for list_ in _OWNERS) for one in parts]
    run = _RUN.match(marked)
    held = run is not None and unlink(run[2])[0] == behind.strip(EDGES) and any(owned)
    while parts and is_place(parts[-1], record) and not owned[-1]:
        parts.pop()
        owned.pop()
    taught = any(names("degrees", one, record) for one in parts)
    return (held or (len(parts) >= _SCHOOL_AND_PART and all(owned))) and not taught


_SCHOOL_AND_PART = 2
_OWNERS = ("schools", "units", "organisations")


def by_two_styles(
    head: Head, marked: str, title: str, metas: list[str], words: Kind, record: Record
) -> bool:
    """Read "**Org**, Town, *role*": one part in bold, one in italics, and where it was.

    Where words do not tell which is which, a role in small letters does; else the town stands
    behind the organisation.
    """
    styled = [(run[1], _undated(unlink(run[2])[0], record)) for run in _RUN.finditer(marked)]
    if sorted(len(sign) for sign, _ in styled) != [1, 2] or words is not WORK or "\t" in title:
        return False
    first, second = (text for _, text in styled)
    if not first or not second or first not in title or second not in title.partition(first)[2]:
        return False
    if is_place(second, record):
        return False  # "**Role**, Org, *Salem, OR*": the place is styled, not who it was for
    parts = _between(title, first, second)
    told = [part for part in parts if part]
    where = told[0] if len(told) == 1 else ""
    long = len(where.split()) > _LONGEST_PLACE or not where[:1].isupper()
    if long or any(names(list_, where, record) for list_ in ("roles", "organisations")):
        return False
    held = [names("roles", text, record) or text[:1].islower() for text in (first, second)]
    second_is_role = held == [False, True] or (held[0] == held[1] and bool(parts[1]))
    head.who, head.what = (first, second) if second_is_role else (second, first)
    place(head, [where, *metas], words, record)
    return True


def _undated(text: str, record: Record) -> str:
    """What is set in a style, without its date: "*Role, 2019 – 2021*"."""
    found = find_date(text, record.vocabulary)
    return (text[: found.begin] if found and found.begin else text).strip(" ,.;:–—-(|")


def _between(title: str, first: str, second: str) -> tuple[str, str, str]:
    """What of a title stands before, between and behind two of its parts."""
    before, _, rest = title.partition(first)
    between, _, behind = rest.partition(second)
    return before.strip(EDGES), between.strip(EDGES), behind.strip(EDGES)


_RUN = re.compile(r"(?<!\*)(\*{1,2})(?![*\s])([^*]+?)\1(?!\*)")
_LONGEST_PLACE = 5


def _is_town(text: str, record: Record) -> bool:
    """Whether a text is a place and no more: a known one, or a town and its state or country."""
    town, _, region = text.rpartition(", ")
    return is_place(text, record) or bool(town and is_region(region, town, record))


def _dashed_town(text: str, record: Record) -> list[str]:
    """What stands behind a name in bold, its town by a dash: "**Org**, Role – York, UK".

    Or the town stands before the dash: "**Org**, York – role".
    """
    parts = SPACED_DASH.split(text)
    if len(parts) == 2 and is_place(parts[0], record) and not is_place(parts[1], record):
        return parts[::-1]
    told = len(parts) == 2 and "," not in parts[0] and _is_town(parts[1], record)
    return parts if told else []


def _is_behind_owner(text: str, owner: str, record: Record) -> bool:
    """Whether a text behind a known organisation is a name of a word or two: its town."""
    few = (
        len(text.split()) <= _LONGEST_TOWN
        and text[:1].isupper()
        and not re.search(r"[^\w\s]|\d", text)
    )
    return few and names("organisations", owner, record) and not names("roles", text, record)


_LONGEST_TOWN = 2
_BETWEEN = re.compile(r"\s+[–—-]\s+|\s*[|·]\s*")
_ENDS_NAME = re.compile(r",|\s[–—-]\s")
_BEFORE_DASH = re.compile(r",\s+[–—-]\s+")


def _joiner_after(marked: str, record: Record) -> str:
    """The word behind a role in bold that joins it to its organisation: "**Role** chez Org"."""
    joiners = alternatives(record.vocabulary["joiners"])
    behind = rf"((?i:{joiners}))(?:['’]|\s+)\[?\*{{0,2}}(?=[^\W\d_a-zà-ÿ])"
    found = re.match(behind, marked)
    return found[1] if found else ""
