"""What a posting suggests of a profile: what stands first, what may go, each with its reason.

A proposal has addresses and the posting's own words. It has no text for the résumé:
what a person can say of themselves, only they know.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from typeset.profile.addresses import Addressed, Part
from typeset.profile.entries import Education, Highlight, Language, Skill, Work
from typeset.profile.model import Section
from typeset.tailor.posting.coverage import Covered, coverage, relevance, shown_texts, texts_of
from typeset.tailor.posting.matching import Text
from typeset.tailor.posting.terms import Term

_SETTLED = (Work, Education, Language, Section)
"""What no posting moves or takes away: a career without holes, in the order of its dates."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An address, and why it is chosen."""

    address: str
    reason: str


@dataclass(frozen=True)
class Proposal:
    """What to put first, and what serves none of the terms and so may be left out.

    `serving` has the terms that every part serves, `reasons` says so in words.
    """

    coverage: tuple[Covered, ...]
    first: tuple[Choice, ...]
    idle: tuple[Choice, ...]
    serving: Mapping[str, Sequence[Term]]
    reasons: Mapping[str, str]


def propose(terms: Sequence[Term], base: Addressed) -> Proposal:
    """Weigh the parts of a profile against a posting's terms.

    Highlights of one entry change places where one serves the posting clearly better, and
    groups of skills; positions, degrees and projects keep their order, which is that of
    time.
    """
    serving = {address: _terms_in(terms, part) for address, part in base.parts.items()}
    worth = relevance(terms, base)
    worth |= {
        address: sum(term.weight for term in serving[address])
        for address, part in base.parts.items()
        if isinstance(part.model, Skill)
    }
    number = {term: place for place, term in enumerate(terms, 1)}
    reasons = {address: _reason(found, number) for address, found in serving.items()}
    first = [
        Choice(address, reasons[address])
        for group in _groups(base)
        for address in _moved(group, worth)
    ]
    idle = [
        Choice(address, reasons[address])
        for address, part in base.parts.items()
        if terms and not serving[address] and _may_go(part, base)
    ]
    found = coverage(terms, shown_texts(base), texts_of(base))
    return Proposal(found, tuple(first), tuple(idle), serving, reasons)


def _reason(found: Sequence[Term], number: Mapping[Term, int]) -> str:
    """`serves “SQL”, “audits” (terms 2 and 7)`, or that it serves none."""
    if not found:
        return "serves none of the terms"
    numbers = [str(number[term]) for term in found]
    listed = " and ".join(filter(None, (", ".join(numbers[:-1]), numbers[-1])))
    words = ", ".join(f"“{term.text}”" for term in found)
    return f"serves {words} (term{'s' if len(found) > 1 else ''} {listed})"


def _terms_in(terms: Sequence[Term], part: Part) -> list[Term]:
    """The terms that the words of a part have: of an entry, all that it holds."""
    lang = terms[0].lang if terms else ""
    text = Text.of("\n".join(_words(part.model.model_dump())), lang)
    return [term for term in terms if term.is_in(text)]


_NO_WORDS = ("id", "tags", "kind", "url", "entries")


def _words(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in _NO_WORDS:
                yield from _words(one)


def _groups(base: Addressed) -> Iterable[list[str]]:
    """What may change places among itself: an entry's bullets, a section's groups of skills."""
    groups: dict[tuple[str, type], list[str]] = {}
    fixed = set()
    for address, part in base.parts.items():
        if isinstance(part.model, Highlight | Skill):
            groups.setdefault((part.parent, type(part.model)), []).append(address)
            if isinstance(part.model, Highlight) and part.model.prose:
                fixed.add(part.parent)  # a paragraph among bullets belongs where it stands
    return [group for (parent, _), group in groups.items() if parent not in fixed]


def _moved(group: list[str], worth: Mapping[str, float]) -> list[str]:
    """The fewest to name first, so that each stands before those clearly less useful.

    A difference of less than half a term is no reason to move anything.
    """
    order = sorted(group, key=lambda address: -round(worth.get(address, 0)))
    for size in range(len(group)):
        if order[:size] + [one for one in group if one not in order[:size]] == order:
            return order[:size]
    return []


def _may_go(part: Part, base: Addressed) -> bool:
    """Whether a part may be left out whole: a highlight, or an entry beside the career."""
    if isinstance(part.model, Highlight):
        holder = base.parts.get(part.parent)
        return not part.model.prose and not (holder and isinstance(holder.model, Highlight))
    return bool(part.parent) and not isinstance(part.model, _SETTLED) and _is_entry(part, base)


def _is_entry(part: Part, base: Addressed) -> bool:
    """Whether a section holds it, and no position."""
    return isinstance(base.parts[part.parent].model, Section)
