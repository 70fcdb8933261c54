"""Whether lines under a name are a listing of contacts, and no prose that names an address."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_blocks import contact_lines, is_contact_label
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key, vocabulary

_LABELS = frozenset({"name", "label", "location", "phone", "email", "url"})


def lists_contacts(block: Block, record: Record) -> bool:
    """Whether a block under a statement is the listing of contacts after all."""
    lines = contact_lines([block]) or []
    told = [is_contact_line(text) or is_labelled(text, record) for _, text in lines]
    return any(told) and is_listing(lines)


def is_labelled(text: str, record: Record) -> bool:
    """Whether a piece of a line begins with the label of a contact: "氏名：青木", "Address: …"."""
    parts = (re.match(r"([^:：]{1,30})[:：]\s*\S", unstyle(piece)) for piece in pieces(text))
    return any(part and record.vocabulary.label(part[1]) in _LABELS for part in parts)


def is_listing(lines: list[tuple[int, str]]) -> bool:
    """Whether lines are a listing of contacts and not prose that names an address."""
    labels = sum(is_contact_label(text.partition(":")[0]) for _, text in lines)
    if labels >= _FEWEST_LABELS and labels * 2 > len(lines):
        return True  # fields of a form, a line each, may hold sentences
    told = sum(is_contact_line(text) for _, text in lines)
    short = all(len(text.split()) <= _LONGEST_REMARK for _, text in lines)
    if short and told >= _FEWEST_CONTACTS and told * 2 >= len(lines):
        return True  # "Own car. Free at once." beside a number and an address
    return not any(
        len(_WORD.findall(piece)) > _LONGEST_PIECE
        or any(
            not (match[1].istitle() and len(match[1]) <= 4)  # "34346 Hann. Münden"
            and not vocabulary().label(match[1])
            and key(match[1]) not in vocabulary()["facts"]
            for match in re.finditer(r"(?<!\w)(\w*[a-zà-ÿ]{3})[.!?]\s+[^\W\d]", piece)
        )
        for _, text in lines
        for piece in pieces(text)
    )


_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_PIECE = 14
"""Words of a piece of a listing; figures are none: "Tél : 03 55 00 41 07 (le soir)"."""
_FEWEST_LABELS = 3
_FEWEST_CONTACTS = 2
_LONGEST_REMARK = 12
