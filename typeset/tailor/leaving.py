"""What fitting may leave out to meet a number of pages, and what of it goes first."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any

from typeset.profile.addresses import Addressed, Part
from typeset.profile.entries import Highlight
from typeset.profile.fields import Model
from typeset.profile.model import Profile, Section
from typeset.tailor.selection import LeftOut
from typeset.tailor.wording import find

_NO_WORDS = {"id", "tags", "highlights", "roles", "engagements", "start_date", "end_date"}


def may_leave(
    profile: Profile,
    *,
    any_highlight: bool = False,
    keep: Iterable[str] = (),
    relevance: Mapping[str, float] | None = None,
) -> tuple[LeftOut, ...]:
    """The highlights that may go, the one to go first in front, each with the reason why it.

    Those with a `priority` may, the lowest first; with `any_highlight` all may, those
    without one last, the least in `relevance` first (by address; what is not in it has 0),
    then the last on the page. What is in `keep`, or in something that is, stays.
    A highlight goes whole, with what is nested in it. A text that leads up to highlights with
    a colon stays, and one of them; so does one of an entry that is nothing but highlights.
    """
    addressed = Addressed(profile)
    named = (find(name, addressed.parts) for name in keep)
    kept = {part.address for part in named if part}
    candidates = {
        part.address: part
        for part in _shown(addressed)
        if isinstance(part.model, Highlight)
        and (part.model.priority is not None or (any_highlight and not leads_up(part.model.prose)))
        and not _is_kept(part, addressed, kept)
    }
    place = {address: number for number, address in enumerate(addressed.parts)}

    def rank(part: Part) -> tuple[bool, int, float, int]:
        assert isinstance(part.model, Highlight)
        priority = part.model.priority
        worth = max((relevance or {}).get(one.id, 0) for one in _family(part.model))
        return priority is None, priority or 0, worth, -place[part.address]

    order = sorted(candidates.values(), key=rank)
    bound = {last for group in _groups(addressed) if (last := _last(group, order))}
    found: list[LeftOut] = []
    gone: set[str] = set()
    for part in order:
        assert isinstance(part.model, Highlight)
        if part.address in bound or part.address in gone:
            continue
        found.append(LeftOut(part.address, _words(part.model, gone), _reason(part, relevance)))
        gone |= {one.id for one in _family(part.model)}
    return tuple(found)


def _reason(part: Part, relevance: Mapping[str, float] | None) -> str:
    assert isinstance(part.model, Highlight)
    if part.model.priority is not None:
        return f"priority {part.model.priority}"
    if relevance is None:
        return "the last of what may go"
    worth = max(relevance.get(one.id, 0) for one in _family(part.model))
    return "serves the posting least" if worth else "serves no term of the posting"


def _shown(addressed: Addressed) -> Iterator[Part]:
    """The parts that some section shows."""
    for part in addressed.parts.values():
        top = part
        while top.parent:
            top = addressed.parts[top.parent]
        if isinstance(top.model, Section):
            yield part


def _is_kept(part: Part, addressed: Addressed, kept: Container[str]) -> bool:
    """Whether it, something in it or something that holds it is kept."""
    assert isinstance(part.model, Highlight)
    if any(one.id in kept for one in _family(part.model)):
        return True
    while part.parent:
        part = addressed.parts[part.parent]
        if part.address in kept:
            return True
    return False


def _family(highlight: Highlight) -> Iterator[Highlight]:
    """A highlight and all that is nested in it."""
    yield highlight
    for child in highlight.children:
        yield from _family(child)


def _words(highlight: Highlight, gone: Container[str]) -> str:
    """The words that go with a highlight where `gone` is gone already, as they are read."""
    members = [one for one in _family(highlight) if one.id not in gone]
    return " ".join(text for one in members for text in (one.lead, one.text, one.prose) if text)


def _groups(addressed: Addressed) -> Iterator[list[str]]:
    """Highlights of which one must stay, by address: else something would lead up to nothing."""
    for part in addressed.parts.values():
        model: Any = part.model
        if isinstance(model, Highlight):
            if leads_up(model.text or model.lead):
                yield [child.id for child in model.children]
            yield from _introduced(model.children, "")
        elif highlights := getattr(model, "highlights", []):
            before = getattr(model, "summary", "") or getattr(model, "description", "")
            yield from _introduced(highlights, before)
            if not _heads(model):
                yield [one.id for one in highlights]


def _introduced(highlights: Iterable[Highlight], before: str) -> Iterator[list[str]]:
    """For each text that leads up to bullets, itself and the bullets after it."""
    group: list[str] | None = [] if leads_up(before) else None
    for one in highlights:
        if one.prose:
            if group:
                yield group
            group = [] if leads_up(one.prose) else None
        elif group is not None:
            group.append(one.id)
    if group:
        yield group


def leads_up(text: str) -> bool:
    """Whether a text ends with a colon, and so leads up to what follows."""
    return text.rstrip(" *_").endswith((":", "："))


def _heads(entry: Model) -> bool:
    """Whether an entry has words besides its highlights."""
    return bool(entry.model_dump(exclude=_NO_WORDS, exclude_defaults=True))


def _last(group: list[str], order: list[Part]) -> str:
    """The member of `group` that would go last, where all may go; else empty."""
    inside = [part.address for part in order if part.address in group]
    return inside[-1] if len(inside) == len(group) else ""
