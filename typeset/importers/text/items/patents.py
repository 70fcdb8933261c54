"""Patents in a list: the title, the number under which it was granted, and when."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.entries.bodies import read_body, together
from typeset.importers.text.items.dates import date_at_end, date_values
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record

_NUMBER = (  # an office's two letters, and at least five digits: "US 9,999,012", "EP 1234567 B1"
    r"[A-Z]{2}(?:\s[^\W\d_]{3,12}\.?)?(?:\s[Nn]o\.?|\s[Nn]r\.?)?[\s-]?"
    r"(?:\d[\d.,/\s]{3,16}\d)(?:\s?[A-CUY]\d?)?"
)
_SIGN = r"\s*(?:[,:;.|·\t]|\s[–—-]\s)\s*"
_TITLE = r"[“\"„«](?P<{0}>[^“”\"„«»]+)[”\"“»]|(?P<{1}>[^\W\d_][^“”\"„«»]{{4,120}}?)"
_NUMBER_FIRST = re.compile(
    rf"(?P<number>{_NUMBER}){_SIGN}(?:{_TITLE.format('quoted', 'plain')})", re.DOTALL
)
_TITLE_FIRST = re.compile(
    rf"(?:{_TITLE.format('quoted', 'plain')}){_SIGN}\(?(?P<number>{_NUMBER})\)?", re.DOTALL
)


def read_patent(
    line: int, text: str, below: list[Block], single: str, record: Record
) -> dict[str, Any]:
    """A patent's title, with its number as what is said of it; {} for other items."""
    if "](" in text:
        return {}
    rest, found = date_at_end(unlink(unstyle(text))[0].rstrip("."), record)
    match = _NUMBER_FIRST.fullmatch(rest.strip()) or _TITLE_FIRST.fullmatch(rest.strip())
    if not match:
        return {}
    title = (match["quoted"] or match["plain"]).rstrip(",. ")
    record.choose(line, "patent-number", text, f"name: {title}")
    body = read_body(below)
    body |= together(match["number"].strip(), body.get("summary", ""))
    return {"name": title, **date_values(found, line, single, record), **body}
