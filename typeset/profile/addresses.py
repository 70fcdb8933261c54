"""Addresses: a name for everything an application or a translation may point at.

`acme-engineer` is an entry, `acme-engineer/halved-compile-times` a highlight of it,
`acme-engineer.position` one of its texts; `basics.summary`, `letter.body` and
`sections.work.title` are texts, too. What the author named (`id`) has that name; all
else derives from the words as they stand, so that a name never depends on a choice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, get_args

from typeset.profile.basics import Location
from typeset.profile.entries import Entry, Highlight
from typeset.profile.fields import Model
from typeset.profile.ids import ARRAYS, BRANCHES, derive_id, entry_ids, given_ids, slug
from typeset.profile.model import Letter, Profile, Section
from typeset.profile.spine import section_names, spine

_TARGET = re.compile(r"\]\([^)]*\)")
"""Where a Markdown link leads: no part of a name."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that can be left out or moved: a section, entry, role, engagement or highlight.

    `parent` is the address of what holds it: of a section's entry, its section's. `others`
    are further sections that name it.
    """

    address: str
    model: Model
    parent: str
    others: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its words, or of an entry those that head it: what a message calls it."""
        model: Any = self.model
        if isinstance(model, Highlight):
            return model.prose or " ".join(filter(None, (model.lead, model.text)))
        if isinstance(model, Section):
            return model.title or model.kind or model.body
        keys = ("position", "study_type", "title", "name", "language", "organization")
        found = [getattr(model, key, "") for key in (*keys, "institution")]
        return ", ".join(filter(None, found)) or self.address


@dataclass(frozen=True, slots=True)
class TextField:
    """One text, list of texts or date of a profile, and where it is kept."""

    address: str
    owner: Model
    field: str

    @property
    def value(self) -> Any:
        return getattr(self.owner, self.field)

    @property
    def is_date(self) -> bool:
        """Whether it is a date in figures, which is no text."""
        return self.field.endswith("date") and not isinstance(self.owner, Letter)

    def put(self, value: Any) -> None:
        """Put a text, or a list of them, in its place."""
        setattr(self.owner, self.field, value)


class Addressed:
    """A copy of a profile in which everything has its address: as its `id`, where it has one.

    The spine is written out. Addresses stay what they are when the copy is changed.
    """

    def __init__(self, profile: Profile) -> None:
        self.profile = profile.model_copy(deep=True)
        self.profile.basics._order = profile.basics._order
        for entries in entry_ids(self.profile).values():
            for name, entry in entries.items():
                entry.id = name  # type: ignore[attr-defined]  # every entry has one
        if not profile.letter:
            self.profile.sections = spine(self.profile)
        self._taken = {str(getattr(one, "id", "")) for _, one in given_ids(self.profile)}
        names = section_names(self.profile.sections, self._taken)
        self.sections = dict(zip(names, self.profile.sections, strict=True))
        for name, section in self.sections.items():
            section._name = name
        for name, section in self.sections.items():
            self._name([e for e in section.entries if isinstance(e, Model)], name)
        for kind in ARRAYS:
            for entry in getattr(self.profile, kind):
                self._name_inside(entry)

    def begin_with(self, section: Section) -> None:
        """Put a section of its kind first, unless there is one."""
        if any(one.kind == section.kind for one in self.profile.sections):
            return
        self.profile.sections = [section, *self.profile.sections]
        names = section_names(self.profile.sections, self._taken)
        self.sections = dict(zip(names, self.profile.sections, strict=True))
        section._name = names[0]
        for cached in ("parts", "texts"):
            vars(self).pop(cached, None)

    def _name(self, members: list[Any], parent: str) -> None:
        for member in members:
            if not member.id:
                member.id = self._free(f"{parent}/{_slug(member)}")
            self._name_inside(member)

    def _name_inside(self, member: Any) -> None:
        for branch in BRANCHES:
            inner = [one for one in getattr(member, branch, []) if isinstance(one, Model)]
            self._name(inner, member.id)

    def _free(self, name: str) -> str:
        unique, number = name, 2
        while unique in self._taken:
            unique, number = f"{name}-{number}", number + 1
        self._taken.add(unique)
        return unique

    @cached_property
    def parts(self) -> dict[str, Part]:
        """Everything that can be left out or moved, in the order of the sections."""
        found: dict[str, Part] = {}
        known = {entry.id: entry for kind in ARRAYS for entry in getattr(self.profile, kind)}
        claimed = {e for one in self.sections.values() for e in one.entries if isinstance(e, str)}
        for name, section in self.sections.items():
            found[name] = Part(name, section, "")
            members: list[Any] = [known[e] if isinstance(e, str) else e for e in section.entries]
            if not section.entries and section.kind in ARRAYS:
                array = getattr(self.profile, section.kind)
                members = [entry for entry in array if entry.id not in claimed]
            for member in members:
                if member.id in found:  # two sections name it
                    first = found[member.id]
                    others = dict.fromkeys((*first.others, name))
                    others.pop(first.parent, None)
                    found[member.id] = replace(first, others=tuple(others))
                else:
                    found |= _parts(member, name)
        for name, entry in known.items():  # what no section shows
            if name not in found:
                found |= _parts(entry, "")
        return found

    @cached_property
    def texts(self) -> dict[str, TextField]:
        """Every text, list of texts and date by address, in the order they are printed."""
        return {text.address: text for text in self._texts()}

    def _texts(self) -> Iterator[TextField]:
        profile = self.profile
        yield TextField("title", profile, "title")
        yield from _fields("basics", profile.basics)
        if isinstance(profile.basics.location, Location):
            yield from _fields("basics.location", profile.basics.location)
        for number, detail in enumerate(profile.basics.details, 1):
            name = slug(detail.label) or str(number)
            yield TextField(f"basics.details.{name}", detail, "value")
        if profile.letter:
            yield from _fields("letter", profile.letter)
            yield from _fields("letter.recipient", profile.letter.recipient)
        for address, part in self.parts.items():
            if isinstance(part.model, Section):
                yield from _fields(f"sections.{address}", part.model)
            elif isinstance(part.model, Highlight):
                yield TextField(address, part.model, "prose" if part.model.prose else "text")
                yield TextField(f"{address}.lead", part.model, "lead")
            else:
                yield from _fields(address, part.model)


def _slug(member: Model) -> str:
    if isinstance(member, Highlight):
        return slug(_TARGET.sub("]", member.lead or member.text or member.prose), 4) or "item"
    return derive_id(member) or (slug(member.dates) if isinstance(member, Entry) else "") or "entry"


def _parts(member: Any, parent: str) -> dict[str, Part]:
    found = {member.id: Part(member.id, member, parent)}
    for branch in BRANCHES:
        for inner in getattr(member, branch, []):
            if isinstance(inner, Model):
                found |= _parts(inner, member.id)
    return found


_NO_TEXTS = ("id", "tags", "kind", "image")


def _fields(address: str, owner: Model) -> Iterator[TextField]:
    """The texts, lists of texts and dates of one model, under their keys."""
    for name, field in type(owner).model_fields.items():
        value = getattr(owner, name)
        annotation = field.annotation
        texts = annotation is str or (name == "location" and isinstance(value, str))
        lists = any(get_args(argument)[:1] == (str,) for argument in get_args(annotation))
        dated = name.endswith("date")
        if name not in _NO_TEXTS and (texts or lists or dated):
            yield TextField(f"{address}.{field.alias or name}", owner, name)
