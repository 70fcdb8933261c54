"""Labelled lines over a letter, as a memo or an e-mail has them: "From: …", "To: …", "cc: …"."""

from __future__ import annotations

import re

from typeset.importers.text.letters.day import LABELLED
from typeset.importers.text.letters.marks import enclosed, marked
from typeset.importers.text.markup.blocks import Line
from typeset.importers.text.markup.inline import escape, unescape, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_MAILBOX = re.compile(r"\"?([^\"<>@]+?)\"?\s+<?(?:mailto:)?([^\s<>@]+@[^\s<>]+?)>?")


def memo(line: Line, record: Record) -> tuple[str, list[str]]:
    """A line of a memo's or e-mail's head ("From: …", "To: …"): its kind, and its texts."""
    text = unescape(unstyle(line.text)).strip()
    match = LABELLED.fullmatch(text)
    words = text.split()
    if wholly(line.text)[0] and key(" ".join(words[:2])) in record.vocabulary["towards"]:
        return "towards", [text]  # "*To the Search Committee, …*"
    for name in ("towards", "attention", "senders"):
        if not match or key(match[1]) not in record.vocabulary[name]:
            continue
        value = match[2].strip()
        record.use_label(line.number, match[1], name)
        box = _MAILBOX.fullmatch(value)
        texts = [part.strip() for part in box.groups() if part] if box else [value]
        return "towards" if name == "attention" else name, [escape(text) for text in texts]
    if match and key(match[1]) in record.vocabulary["deliveries"]:
        return "towards", [escape(text)]  # "Via email: ann@example.org"
    if match and key(match[1]) in record.vocabulary["copies"]:
        return "copies", [line.text]
    kind, mark, rest = marked(unstyle(line.text), record)
    if kind == "enclosures" and rest:
        record.use_label(line.number, mark, kind)
        return kind, enclosed(rest)
    return "", []
