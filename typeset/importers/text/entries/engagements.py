"""Clients and projects of a position, each with its years, in the bullets under it."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.blocks import Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

_FEWEST = 2
_NAMED = re.compile(
    r"(?P<name>\*\*[^*]+\*\*|[^\W\d_a-zà-ÿ][^*:：()（）]{2,60}?)\s*[(（](?P<when>[^()（）]+)[)）]"
    r"(?:\s*[:：]\s+(?P<said>\S.*)|\.?)",
    re.DOTALL,
)


def with_engagements(entry: RawEntry, record: Record) -> None:
    """Take the last list under a head for engagements, where each item is a name and its years.

    "**Town of Ashby** (2019–2021): the library". Without bold type most names are owners'. A
    paragraph behind them would have no place there: engagements are an entry's last part.
    """
    block = entry.body[-1] if entry.body and not entry.inner else None
    items = block.items if isinstance(block, List) else []
    found: list[tuple[ListItem, re.Match[str]]] = []
    for item in items:
        match = _NAMED.fullmatch(item.text.strip())
        if not match or not is_only_date(match["when"], record.vocabulary):
            return
        found.append((item, match))
    bold = all(match["name"].startswith("**") for _, match in found)
    owners = sum(names_owner(unstyle(match["name"]), record) for _, match in found)
    if len(found) < _FEWEST or not (bold or owners * 2 > len(found)):
        return
    entry.body.pop()
    entry.inner = [_engagement(item, match) for item, match in found]
    record.choose(entry.inner[0].line, "engagements", found[0][1]["name"], "with its years")


def _engagement(item: ListItem, match: re.Match[str]) -> RawEntry:
    """A client as an entry of its own: what was said behind its years stands under it."""
    head = f"{match['name']} ({match['when']})"
    said = [Paragraph([Line(item.line, match["said"])])] if match["said"] else []
    return RawEntry([(item.line, head)], [*said, *item.blocks[1:]])
