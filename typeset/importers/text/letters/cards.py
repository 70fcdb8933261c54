"""A name with its contacts in one line under a letter: "Ada Long | ada@example.org"."""

from __future__ import annotations

from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.markup.blocks import Line
from typeset.importers.text.markup.inline import unstyle

_LONGEST_NAME = 4


def card_lines(line: Line) -> list[Line]:
    """The pieces of such a line, a line each; nothing for other lines.

    Between name and contacts a post or town may stand: "Ada Long | Baker | ada@example.org".
    """
    if not is_contact_line(line.text):
        return []
    parts = pieces(line.text)
    words = unstyle(parts[0]).split() if len(parts) > 1 else []
    named = 0 < len(words) <= _LONGEST_NAME and all(word[:1].isupper() for word in words)
    alone = named and not is_contact_line(parts[0]) and not words[-1].endswith((":", ".", "!", "?"))
    return [Line(line.number, part, True) for part in parts] if alone else []
