"""The title of an item and who held it, where a sign stands between: "Chair | Ash Society".

A bar, a dot, a tab or "@" parts the two wherever it stands. A dash, a colon, a slash or a
semicolon may be the title's own: words must tell that an organisation stands on one side of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import WORK, ends_like_role, names
from typeset.importers.text.items.behind_titles import behind_title, is_body, is_owner, is_post
from typeset.importers.text.items.item_remarks import in_capitals
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import SOLID, SPACED_DASH, begins_name
from typeset.importers.text.words.vocabulary import any_of, key

_SURE = re.compile(r"\s*\t\s*|\s+[|｜·@]\s+")
_UNSURE = (SPACED_DASH, *map(re.compile, (r"(?<=\w):\s+", r"\s+/\s+", r";\s+")))
_PAIR, _AND_PLACE = 2, 3
_LONGEST_OWNER = 8
COURSE = re.compile(r"[A-Z]{2,6}[ -]?\d{2,4}[A-Z]?")
"""The number of a course: "BOT 231"."""
_FIRST = re.compile(r",\s")


def by_sign(text: str, sums: list[str], record: Record) -> dict[str, str]:
    """The parts of an item at the sign between its title and who held it; {} where none is sure.

    A place may stand behind the owner, with a sign of its own.
    """
    if SOLID.search(text):
        return {}
    sides = split_top(text, _SURE)
    if len(sides) == 1:
        sides = next((some for sign in _UNSURE if (some := _told(text, sign, record))), [])
    if not _PAIR <= len(sides) <= _AND_PLACE or not all(map(begins_name, sides)):
        return {}
    title, owner, *place = sides
    if any(not is_place(one, record) for one in place):
        return {}
    told = owns(owner, record, is_body)
    held = names(WORK.what, owner, record)  # "Salt Days, Leeds", "Chair"
    before = owns(title, record, is_body if held else is_owner) and _is_placed(title, record)
    before = before and not told
    if not told and not before and (is_place(owner, record) or "," in title):
        return {}
    if before:
        title, owner = owner, title
    if len(owner.split()) > _LONGEST_OWNER + bool(told):
        return {}
    return behind_title(title, ", ".join([owner, *place]), sums, record)


def _is_placed(side: str, record: Record) -> bool:
    """Whether nothing but a place stands behind the first comma of a side, if it has one."""
    _, comma, rest = side.partition(", ")
    return not comma or is_place(rest, record)


def _told(text: str, sign: re.Pattern[str], record: Record) -> list[str]:
    """The two sides of a sign, the title first, where one of them alone is an organisation."""
    sides = split_top(text, sign)
    if len(sides) != _PAIR or COURSE.fullmatch(sides[0]):
        return []
    before, behind = owns(sides[0], record), owns(sides[1], record, is_body)
    return sides if behind != before else []


def owns(side: str, record: Record, told: Callable[[str, Record], bool] = is_owner) -> bool:
    """Whether a side begins with an organisation by its words, before any comma."""
    first = _FIRST.split(side)[0]
    named = len(first.split()) > 1 and in_capitals(first, record)
    return named and told(first, record) and not is_post(first, record)


def unjoined(parts: list[str], record: Record) -> list[str]:
    """The parts of an item, with what one was and where as two: "Lecturer at Hill University"."""
    joiners = any_of(record.vocabulary, "joiners") if parts else ""
    pattern = rf"\s+({joiners})\s*(?<=[\s'’])(?=[^\W\d_a-zà-ÿ])"
    for match in re.finditer(pattern, parts[0]) if joiners else ():
        held, owner = parts[0][: match.start()].strip(), parts[0][match.end() :].strip()
        sure = key(match[1]) in record.vocabulary["sure_joiners"]
        told = sure or names(WORK.what, held, record) or ends_like_role(held, record)
        whose = is_owner(owner, record) or owns(owner, record, is_body)
        if told and whose and not is_owner(held, record):
            record.use_label(0, match[1], "joiners")
            return [held, owner, *parts[1:]]
    return parts
