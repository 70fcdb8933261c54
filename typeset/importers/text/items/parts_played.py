"""The part that one played in a grant, beside its title and funder: "PI", "co-applicant"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.items.behind_titles import is_owner
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import any_of


def without_played(text: str, record: Record) -> tuple[str, list[str]]:
    """An item without the parts that say what one was in it, and these, in their order.

    "Tides, Sea Fund, £900, PI", "Role: PI", "(Co-I, with A. Berg)", "PI, Tides, Sea Fund". What
    one was at a body alone is no such part: "Principal investigator, Sea Fund".
    """
    cells: list[list[str]] = []
    said: list[str] = []
    for cell in _CELLS.split(text):
        parts = [cell[slice(*end)].strip() for end in comma_parts(cell, record)]
        played = [part for part in parts if is_played(part, record)]
        said += [_bare(part) for part in played]
        cells.append([part for part in parts if part and part not in played])
    left = [part for parts in cells for part in parts]
    first = bool(said) and text.lstrip("(").startswith(said[0])
    if not said or not left or (first and len(left) == 1 and is_owner(left[0], record)):
        return text, []
    return "\t".join(", ".join(parts) for parts in cells if parts), said


def told_apart(parts: list[str], text: str) -> str:
    """What is said of an item in the order of its text; a paragraph each where more stood between.

    "£900, PI" of "Tides, £900, PI", but "PI" over "£900" of "PI, Tides, £900".
    """
    plain = _BRACKETS.sub("", text)
    runs: list[str] = []
    for part in sorted(filter(None, parts), key=text.find):
        joined = f"{runs[-1]}, {part}" if runs else ""
        if joined and _BRACKETS.sub("", joined) in plain:
            runs[-1] = joined
        else:
            runs.append(part)
    return "\n\n".join(runs)


def is_played(part: str, record: Record) -> bool:
    """Whether a part says what one was in a grant, perhaps with whom, and no more."""
    known, joiners = (any_of(record.vocabulary, name) for name in ("grant_roles", "joiners"))
    more = rf"(?:\s*\([^()]*\)|(?:[,;:]|\s(?:{joiners}))\s+[^()]+){{0,2}}"
    return re.fullmatch(rf"{_LABEL}(?i:{known}){more}", _bare(unstyle(part))) is not None


def _bare(part: str) -> str:
    """A part without the full stop and the brackets around it."""
    plain = part.strip(" .")
    return plain[1:-1] if plain.startswith("(") and plain.endswith(")") else plain


_BRACKETS = re.compile(r"[()]")
_CELLS = re.compile(r"\t+| · ")
_LABEL = r"(?:[^\W\d_]+\s?[:：]\s*)?"
