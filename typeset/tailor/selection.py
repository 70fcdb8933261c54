"""What stays of a profile, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from typeset.problems import Problem, Span, TypesetError, did_you_mean
from typeset.profile.addresses import Addressed, Part
from typeset.profile.fields import Model
from typeset.profile.ids import ARRAYS, BRANCHES
from typeset.profile.model import Section
from typeset.tailor.application import Selection
from typeset.tailor.wording import find, unknown


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of the base that a document does not show, in its own words, and why."""

    address: str
    text: str
    reason: str


Where = Callable[[str, int], Span]
"""The place of the n-th address that stands under a key."""


def select(
    base: Addressed, selection: Selection, tags: Mapping[str, list[str]], where: Where
) -> list[LeftOut]:
    """Take out of `base`, in place, what `selection` does not want, and order the rest.

    `tags` are given to addresses besides those that the parts bear. Raises `TypesetError`
    for addresses and tags that there are not.
    """
    chosen = _Chosen(base, selection, tags, where)
    gone = chosen.left_out()
    # What stands in something left out goes with it, and is said once.
    said = [one for one in gone.values() if not _above(base.parts, one.address, gone)]
    remove(base, gone)
    _order(base, chosen)
    return said


class _Chosen:
    """The selection, its names resolved."""

    def __init__(
        self, base: Addressed, selection: Selection, tags: Mapping[str, list[str]], where: Where
    ) -> None:
        self.parts, self._problems, self._where = base.parts, list[Problem](), where
        self.tags = {address: set(_tags(part)) for address, part in self.parts.items()}
        for tag, names in tags.items():
            for address in self._addresses(names, f"tags.{tag}"):
                self.tags[address].add(tag)
        known = sorted(set().union(*self.tags.values()))
        self.include = self._known(selection.include, known, "select.include")
        self.exclude = self._known(selection.exclude, known, "select.exclude")
        self.drop = set(self._addresses(selection.drop, "select.drop"))
        self.keep = self._addresses(selection.keep, "select.keep")
        self.first = self._addresses(selection.first, "select.first")
        self.sections = self._addresses(selection.sections, "select.sections", sections=True)
        if self._problems:
            raise TypesetError(self._problems)

    def _addresses(self, names: Iterable[str], key: str, *, sections: bool = False) -> list[str]:
        parts = {
            address: part
            for address, part in self.parts.items()
            if not sections or isinstance(part.model, Section)
        }
        found: list[str] = []
        for number, name in enumerate(names):
            part = find(name, parts)
            if part:
                found.append(part.address)
            else:
                what = "section" if sections else "entry, highlight or section"
                self._problems.append(unknown(what, name, parts, self._where(key, number)))
        return found

    def _known(self, tags: list[str], known: list[str], key: str) -> set[str]:
        for number, tag in enumerate(tags):
            if tag not in known:
                hint = did_you_mean(tag, known) or "tags stand in the profile, or under `tags:`"
                self._refuse("tag", f"nothing bears the tag {tag!r}", key, number, hint)
        return set(tags)

    def _refuse(self, rule: str, message: str, key: str, number: int, hint: str) -> None:
        span = self._where(key, number)
        self._problems.append(Problem(rule, message, span=span, hint=hint))

    def left_out(self) -> dict[str, LeftOut]:
        """What goes, by address. What holds something kept stays, too."""
        kept = {holder for one in self.keep for holder in (one, *_holders(self.parts, one))}
        found: dict[str, LeftOut] = {}
        for address, part in self.parts.items():
            if reason := self._reason(address, part, kept):
                found[address] = LeftOut(address, part.text, reason)
        for number, address in enumerate(self.keep):
            if address in found or _above(self.parts, address, found):
                gone = next(
                    one for one in (address, *_holders(self.parts, address)) if one in found
                )
                message = f"{address!r} is kept, but {gone!r} is left out: {found[gone].reason}"
                self._refuse("keep", message, "select.keep", number, "take one of both back")
        if self._problems:
            raise TypesetError(self._problems)
        return found

    def _reason(self, address: str, part: Part, kept: set[str]) -> str:
        tags = self.tags[address]
        if address in self.drop:
            return "dropped"
        if isinstance(part.model, Section) and self.sections and address not in self.sections:
            return "not one of the sections"
        if address in kept:
            return ""
        if unwanted := tags & self.exclude:
            return f"tagged {', '.join(sorted(unwanted))}"
        if tags and self.include and not tags & self.include:
            return f"tagged only {', '.join(sorted(tags))}"
        return ""


def _tags(part: Part) -> list[str]:
    tags: list[str] = getattr(part.model, "tags", [])
    return tags


def _holders(parts: Mapping[str, Part], address: str) -> Iterable[str]:
    """What holds the part at `address`, from the inside out."""
    part = parts[address]
    for holder in filter(None, (part.parent, *part.others)):
        yield holder
        yield from _holders(parts, holder)


def _above(parts: Mapping[str, Part], address: str, gone: Container[str]) -> bool:
    """Whether all that holds the part goes."""
    part = parts[address]
    holders = [one for one in (part.parent, *part.others) if one]
    return bool(holders) and all(one in gone or _above(parts, one, gone) for one in holders)


def remove(base: Addressed, gone: Iterable[str]) -> None:
    """Take the parts at the addresses `gone`, and all inside them, out of `base`."""
    out = set(gone)
    out |= {address for address in base.parts if _above(base.parts, address, out)}
    profile = base.profile
    sections: list[Section] = []
    for name, section in base.sections.items():
        if name in out:
            if section.kind == "summary":
                profile.basics.summary = ""
            continue
        named = bool(section.entries)
        section.entries = [one for one in section.entries if _name(one) not in out]
        # A section of named entries that are all gone would else show all of its kind.
        if named and not section.entries and section.kind in ARRAYS:
            section.kind = None
        if section.entries or section.body or not named:
            sections.append(section)
    profile.sections = sections
    if base.sections and not sections:  # without any, all that no section showed would be
        profile.basics.summary = ""
        for kind in ARRAYS:
            setattr(profile, kind, [])
    for holder, branch in _branches(base):
        members = [one for one in getattr(holder, branch) if _name(one) not in out]
        setattr(holder, branch, members)


def _branches(base: Addressed) -> Iterable[tuple[Any, str]]:
    """Every list of parts: the owner and its field."""
    yield from ((base.profile, kind) for kind in ARRAYS)
    for part in base.parts.values():
        for branch in BRANCHES:
            members = getattr(part.model, branch, [])
            if members and all(isinstance(one, Model) for one in members):
                yield part.model, branch


def _name(member: Any) -> str:
    return member if isinstance(member, str) else str(getattr(member, "id", ""))


def _order(base: Addressed, chosen: _Chosen) -> None:
    """Put the wanted sections in order, then what comes first before what is beside it."""
    names = {id(section): name for name, section in base.sections.items()}
    rank = {address: place for place, address in enumerate(dict.fromkeys(chosen.first))}
    late = len(rank)
    wanted = {name: place for place, name in enumerate(chosen.sections)}
    base.profile.sections.sort(
        key=lambda one: (wanted.get(names[id(one)], 0), rank.get(names[id(one)], late))
    )
    for section in base.profile.sections:
        section.entries.sort(key=lambda one: rank.get(_name(one), late))
    for holder, branch in _branches(base):
        getattr(holder, branch).sort(key=lambda one: rank.get(_name(one), late))
