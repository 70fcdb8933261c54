"""Where a profile has a posting's terms, and how much each highlight serves them."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from typeset.profile.addresses import Addressed, Part
from typeset.profile.entries import Highlight
from typeset.profile.model import Section
from typeset.tailor.posting.matching import Text
from typeset.tailor.posting.terms import Term

_AGAIN = 0.4
"""What a second highlight for a term is worth, against the first; a third, again."""


class Status(StrEnum):
    """Where a term is."""

    COVERED = "covered"
    LEFT_OUT = "left out"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Covered:
    """A term, the addresses of the selected texts that have it, and of those left out."""

    term: Term
    selected: tuple[str, ...]
    left_out: tuple[str, ...]

    @property
    def status(self) -> Status:
        """Covered by the selected text, in the base but left out, or not in the base."""
        if self.selected:
            return Status.COVERED
        return Status.LEFT_OUT if self.left_out else Status.ABSENT


def coverage(
    terms: Sequence[Term], selected: Mapping[str, str], base: Mapping[str, str]
) -> tuple[Covered, ...]:
    """Where each term is: in which selected texts, and in which of the base that are not.

    Both map addresses to texts (`texts_of`); the order of what is found is theirs. A text of
    the base that the selection words otherwise is one that it leaves out.
    """
    lang = terms[0].lang if terms else ""
    shown = {address: Text.of(text, lang) for address, text in selected.items()}
    rest = {a: Text.of(text, lang) for a, text in base.items() if selected.get(a) != text}
    rows = []
    for term in terms:
        found = tuple(address for address, text in shown.items() if term.is_in(text))
        left = (address for address, text in rest.items() if term.is_in(text))
        rows.append(Covered(term, found, tuple(one for one in left if one not in found)))
    return tuple(rows)


def shown_texts(addressed: Addressed) -> dict[str, str]:
    """The texts of a profile that a section of it shows, and those at its head."""
    out = {address for address, part in addressed.parts.items() if not _is_shown(part, addressed)}
    summary = any(section.kind == "summary" for section in addressed.profile.sections)
    return {
        address: text
        for address, text in texts_of(addressed).items()
        if address not in out
        and address.rpartition(".")[0] not in out
        and (summary or address != "basics.summary")
    }


def _is_shown(part: Part, addressed: Addressed) -> bool:
    while part.parent:
        part = addressed.parts[part.parent]
    return isinstance(part.model, Section)


def texts_of(addressed: Addressed) -> dict[str, str]:
    """Every text of a profile by address, as `coverage` wants them.

    The letter's are not among them: what a résumé has is asked.
    """
    found: dict[str, str] = {}
    for address, field in addressed.texts.items():
        value = field.value
        values = value if isinstance(value, list) else [value]
        text = "\n".join(one for one in values if isinstance(one, str) and one)
        if text and not address.startswith("letter."):
            found[address] = text
    return found


def relevance(terms: Sequence[Term], addressed: Addressed) -> dict[str, float]:
    """What each highlight adds to the terms covered, by its address, the most useful first.

    A highlight is worth the weights of its terms; those that a more useful one has count
    less. Of equal ones the first in the document is first; those that serve no term have 0.
    Only what a section shows is weighed.
    """
    lang = terms[0].lang if terms else ""
    texts = {
        address: Text.of(part.text, lang)
        for address, part in addressed.parts.items()
        if isinstance(part.model, Highlight) and _is_shown(part, addressed)
    }
    served = {
        address: [term for term in terms if term.is_in(text)] for address, text in texts.items()
    }
    return _greedy(served)


def _greedy(served: Mapping[str, Iterable[Term]]) -> dict[str, float]:
    """The order in which each next one adds most, with what it adds."""
    again: dict[Term, float] = {}
    number = {address: index for index, address in enumerate(served)}

    def gain(address: str) -> float:
        return round(sum(term.weight * again.get(term, 1.0) for term in served[address]), 4)

    waiting = [(-gain(address), number[address], address) for address in served]
    heapq.heapify(waiting)
    order: dict[str, float] = {}
    while waiting:
        before, place, address = heapq.heappop(waiting)
        now = gain(address)
        if now < -before:  # others have taken from it since
            heapq.heappush(waiting, (-now, place, address))
            continue
        order[address] = now
        for term in served[address]:
            again[term] = again.get(term, 1.0) * _AGAIN
    return order
