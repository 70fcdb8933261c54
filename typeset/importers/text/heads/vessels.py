"""The ship in a seafarer's head, which is neither rank nor employer: "Second Officer, MV Holm"."""

from __future__ import annotations

import re

from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import WORK, ends_like_role, names
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_APART = re.compile(r"\t|,\s+|;\s+|\s+[|·–—]\s+|\s-\s")
_FEWEST = 2
_STYLE = "*_[(,;"
_QUOTES = "\"'“„«‘"


def without_vessel(
    head: Head, lines: list[tuple[str, str]], record: Record
) -> list[tuple[str, str]]:
    """The lines without the ship, a remark, where a rank and another part are left.

    Each is a text, and the same with its date. With no other part the ship is whom one sailed
    for, as a boat of one's own is.
    """
    for at, (text, dated) in enumerate(lines):
        start, end = _vessel(text, record)
        ship = text[start:end].strip(" ,;|·")
        if not ship:
            continue
        rest = _joined(text[:start], text[end:])
        others = [*lines[:at], *lines[at + 1 :]]
        parts = _parts([rest, *(one for one, _ in others)])
        ranked = any(
            names(WORK.what, part, record) or ends_like_role(part, record) for part in parts
        )
        if len(parts) < _FEWEST or not ranked:
            continue
        record.choose(head.line, "vessel", text, f"said of it: {ship}")
        head.remarks.append(ship)
        before, _, after = dated.partition(ship)
        kept = (rest, _joined(before, after))
        return [*lines[:at], *([kept] if rest else []), *lines[at + 1 :]]
    return lines


def begins_with_vessel(text: str, record: Record) -> bool:
    """Whether the first part of a line is a ship."""
    start, end = _vessel(text, record)
    return start == 0 < end


def _vessel(text: str, record: Record) -> tuple[int, int]:
    """Where a part that begins with a ship's sign stands in a line; (0, 0) for none."""
    if not any("/" in word or word.strip(_STYLE).isupper() for word in text.split()):
        return 0, 0
    cuts = [(match.start(), match.end()) for match in _APART.finditer(masked(text))]
    starts = [0, *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), len(text)]
    for start, end in zip(starts, ends, strict=True):
        sign, _, name = unstyle(text[start:end]).strip().partition(" ")
        lists = ("vessels", "vessel_letters")
        known = any(key(sign) in record.vocabulary[one] for one in lists)
        # "MV", "т/х"; "M/s" is how a firm is written to in India
        written = sign.isupper() or ("/" in sign and sign.islower())
        if known and written and name.lstrip(_QUOTES)[:1].isupper():
            return start, end
    return 0, 0


def _joined(before: str, after: str) -> str:
    """What stands around the ship, with one sign between."""
    before = re.sub(r"(?:\s+[|·–—-]|[,;])\s*$", "", before)
    if not before.strip():
        return re.sub(r"^\s*[,;|·–—-]\s*|^\s+", "", after)
    return before + after


def _parts(texts: list[str]) -> list[str]:
    """The parts of a head's lines."""
    parts = [part for text in texts for part in _APART.split(unlink(unstyle(text))[0])]
    return [part for part in parts if part.strip()]
