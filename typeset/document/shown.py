"""The profile of what a document shows, and nothing else: what a PDF may carry with it.

Words that are not printed stay at home: `unplaced` lines, sections and entries that are
left out, `meta`, and what only their author sees (tags, priorities, ids that no section
names). For a profile that is printed whole, and has none of these, it is the profile itself.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from pathlib import PurePath, PureWindowsPath
from typing import Any

from typeset.profile.fields import Model
from typeset.profile.ids import ARRAYS, entry_ids
from typeset.profile.model import Meta, Profile, Section

_LABELS: dict[str, Any] = {"tags": [], "priority": None}


def shown_profile(
    profile: Profile, *, lang: str = "", today: datetime.date | None = None
) -> Profile:
    """A copy of `profile` without what its document does not print.

    `lang` and `today` are those that the document was built with.
    """
    shown = profile.model_copy(deep=True)
    shown.basics._order = profile.basics._order
    shown.unplaced, shown.meta = [], Meta()
    shown.lang = lang or profile.lang
    if not re.match("https?://", shown.json_schema):
        shown.json_schema = ""
    shown.basics.image = _name_of(shown.basics.image)
    if shown.letter:
        _keep_letter(shown, today)
    else:
        _keep_sections(shown)
    _unlabel(shown, {name for item in shown.sections for name in _named(item)})
    return shown


def _keep_letter(shown: Profile, today: datetime.date | None) -> None:
    """A letter prints its sender and itself."""
    assert shown.letter is not None
    if shown.letter.date.lower() == "today" and today:
        shown.letter.date = today.isoformat()
    for kind in ARRAYS:
        setattr(shown, kind, [])
    shown.sections, shown.basics.summary = [], ""


def _keep_sections(shown: Profile) -> None:
    """A résumé prints its sections, and of them those that hold something."""
    if not shown.sections:
        return
    ids = entry_ids(shown)
    claimed = {name for item in shown.sections for name in _named(item)}
    printed: set[str] = set()
    kept: list[Section] = []
    for item in shown.sections:
        names = set(_named(item))
        if not item.entries:
            names = set(ids.get(item.kind or "", {})) - claimed
        summary = item.kind == "summary" and shown.basics.summary
        # What a section of contacts holds stands in the head.
        contacts = item.kind == "contact" and shown.basics.contact_order
        if names or item.entries or item.body or summary or contacts:
            kept.append(item)
            printed |= names
    if not any(item.kind == "summary" for item in kept):
        shown.basics.summary = ""
    before = {
        id(entry): name for kind in ARRAYS for name, entry in ids[kind].items() if name in printed
    }
    for kind in ARRAYS:
        entries = [entry for entry in getattr(shown, kind) if id(entry) in before]
        setattr(shown, kind, entries)
    shown.sections = kept
    _keep_names(shown, before, claimed)


def _named(item: Section) -> Iterable[str]:
    return (entry for entry in item.entries if isinstance(entry, str))


def _keep_names(shown: Profile, before: dict[int, str], claimed: set[str]) -> None:
    """An entry that a section names keeps the name, also where entries beside it are gone."""
    for kind in ARRAYS:
        for name, entry in entry_ids(shown)[kind].items():
            old = before[id(entry)]
            if old in claimed and old != name and "id" in type(entry).model_fields:
                setattr(entry, "id", old)  # noqa: B010 - every entry has an id; Model does not


def _unlabel(shown: Profile, named: set[str]) -> None:
    """Take away what only the author sees."""
    waiting: list[Any] = [getattr(shown, kind) for kind in ARRAYS]
    waiting += [item.entries for item in shown.sections]
    bare = {kind: list(names.items()) for kind, names in entry_ids(shown).items()}
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, Model):
            for name, empty in _LABELS.items():
                if name in type(value).model_fields:
                    setattr(value, name, empty)
            given = getattr(value, "id", "")
            if given and given not in named:
                value.id = ""  # type: ignore[attr-defined]
            waiting += [getattr(value, key) for key in _PARTS if hasattr(value, key)]
    # Names that derive change with the names beside them: those that are used are kept.
    after = entry_ids(shown)
    for kind, names in bare.items():
        now = {id(entry): name for name, entry in after[kind].items()}
        for name, entry in names:
            if name in named and now.get(id(entry)) != name:
                entry.id = name  # type: ignore[attr-defined]


_PARTS = ("roles", "engagements", "highlights", "children")


def _name_of(image: str) -> str:
    """A photo's path, unless it tells where on whose machine it lies."""
    if PurePath(image).is_absolute() or PureWindowsPath(image).is_absolute() or image[:1] == "~":
        return PureWindowsPath(image).name
    return image
