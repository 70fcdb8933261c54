"""How two variants of a profile differ, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from typeset.profile.addresses import Addressed, Part, TextField
from typeset.profile.model import Section

What = Literal["only in the first", "only in the second", "reworded", "moved"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not the same in both, at its address; `before` and `after` its words.

    Of what moved, they are what it stands after.
    """

    what: What
    address: str
    before: str = ""
    after: str = ""


def differences(first: Addressed, second: Addressed) -> list[Difference]:
    """Every part that only one has, every text that reads otherwise, every part that moved.

    What stands in something that only one has is not told by itself.
    """
    return [
        *_alone(first, second, "only in the first"),
        *_alone(second, first, "only in the second"),
        *_reworded(first, second),
        *_moved(first, second),
    ]


def _alone(here: Addressed, there: Addressed, what: What) -> Iterator[Difference]:
    mine, other = _shown(here), _shown(there)
    for address, part in mine.items():
        if address not in other and (not part.parent or part.parent in other):
            words = ("", part.text) if what == "only in the second" else (part.text, "")
            yield Difference(what, address, *words)


def _shown(profile: Addressed) -> dict[str, Part]:
    """The parts that stand in a section."""
    found: dict[str, Part] = {}
    for address, part in profile.parts.items():
        if isinstance(part.model, Section) or part.parent in found:
            found[address] = part
    return found


def _reworded(first: Addressed, second: Addressed) -> Iterator[Difference]:
    mine, other = _texts(first), _texts(second)
    for address, field in mine.items():
        before, after = (
            _words(field.value),
            _words(other[address].value if address in other else ""),
        )
        if address in other and before != after:
            yield Difference("reworded", address, before, after)


def _texts(profile: Addressed) -> Mapping[str, TextField]:
    """The texts of what is shown, and of the head and the letter."""
    shown = _shown(profile)
    gone = {id(part.model) for address, part in profile.parts.items() if address not in shown}
    return {a: field for a, field in profile.texts.items() if id(field.owner) not in gone}


def _words(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value or "")


def _moved(first: Addressed, second: Addressed) -> Iterator[Difference]:
    """Parts whose neighbour before them, among those in both, is another; the fewest that tell."""
    mine, other = _children(first), _children(second)
    for parent, before in mine.items():
        common = [address for address in before if address in other.get(parent, [])]
        after = [address for address in other.get(parent, []) if address in common]
        for address in _out_of_order(common, after):
            yield Difference(
                "moved", address, _neighbour(common, address), _neighbour(after, address)
            )


def _children(profile: Addressed) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {}
    for address, part in _shown(profile).items():
        children.setdefault(part.parent, []).append(address)
    return children


def _neighbour(order: list[str], address: str) -> str:
    place = order.index(address)
    return order[place - 1] if place else ""


def _out_of_order(before: list[str], after: list[str]) -> list[str]:
    """The fewest members whose move turns one order into the other: all but a longest run kept."""
    ranks = [before.index(address) for address in after]
    runs: list[list[int]] = [[]]
    for place, rank in enumerate(ranks):
        fits = [run for run in runs if not run or ranks[run[-1]] < rank]
        runs.append([*_longest(fits), place])
    kept = set(_longest(runs))
    return [address for place, address in enumerate(after) if place not in kept]


def _longest(runs: list[list[int]]) -> list[int]:
    return max(runs, key=len)
