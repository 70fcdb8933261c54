"""Contacts in rows of like length: no row of one left over, no separator at a row's end."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise
from unicodedata import east_asian_width

from typeset.document.model import Contact
from typeset.document.reading import contact_text

_SEPARATOR = 3
"""Characters that a separator and its spaces take."""

_MANY = 16
"""More contacts than this are not balanced, only filled: the ways to part them grow too many."""


def contact_rows(contacts: Sequence[Contact], limit: int) -> list[Sequence[Contact]]:
    """`contacts` in the fewest rows of at most `limit` characters, the longest row shortest.

    A contact longer than `limit` has a row of its own.
    """
    lengths = [_width(contact_text(contact)) + _SEPARATOR for contact in contacts]
    if len(contacts) > _MANY:
        return _filled(contacts, lengths, limit)
    for count in range(1, len(contacts) + 1):
        ways = [
            (0, *cuts, len(contacts)) for cuts in combinations(range(1, len(contacts)), count - 1)
        ]
        best = min(ways, key=lambda way: _longest(way, lengths))
        if count == len(contacts) or _longest(best, lengths) - _SEPARATOR <= limit:
            return [contacts[start:end] for start, end in pairwise(best)]
    return []


def _width(text: str) -> int:
    """How many characters' room a text takes: an ideograph that of two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _longest(way: Sequence[int], lengths: Sequence[int]) -> int:
    return max(sum(lengths[start:end]) for start, end in pairwise(way))


def _filled(
    contacts: Sequence[Contact], lengths: Sequence[int], limit: int
) -> list[Sequence[Contact]]:
    rows: list[list[Contact]] = [[]]
    used = 0
    for contact, length in zip(contacts, lengths, strict=True):
        if rows[-1] and used + length - _SEPARATOR > limit:
            rows.append([])
            used = 0
        rows[-1].append(contact)
        used += length
    return list(rows)
