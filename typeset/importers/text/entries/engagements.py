"""Clients and projects of a position: bullets with their years, or a form each, under it."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.labelled import add_line, labelled
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import label_key

_FEWEST = 2
_NAMED = re.compile(
    r"(?P<name>\*\*[^*]+\*\*|[^\W\d_a-zà-ÿ][^*:：()（）]{2,60}?)\s*[(（](?P<when>[^()（）]+)[)）]"
    r"(?:\s*[:：]\s+(?P<said>\S.*)|\.?)",
    re.DOTALL,
)


def with_engagements(entry: RawEntry, record: Record) -> None:
    """Take forms under a head for engagements, or the last list, where items are names and years.

    "**Town of Ashby** (2019–2021): the library". Without bold type most names are owners'. A
    paragraph behind them would have no place there: engagements are an entry's last part.
    """
    if not entry.inner and (forms := _forms(entry.body, record)):
        above = [block for block in entry.body if block.line < forms[0].line]
        entry.inner, entry.body = forms, above
        record.choose(forms[0].line, "engagement-forms", forms[0].head[0][1], "an engagement")
        return
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


def is_engagement_form(block: Block, record: Record, dated: bool = True) -> bool:
    """Whether a paragraph is a client's or project's form: "Client: Moss Bank", "Role: Tester".

    It says when that was or what one was there, unless others beside it tell that it is one.
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    told = [labelled(line.text, record) for line in lines]
    if len(told) < _FEWEST or not told[0][2] or not told[1][1]:
        return False
    begun = label_key(told[0][1]) in record.vocabulary["engagement_labels"]
    return begun and (not dated or any(name in ("dates", "role") for name, _, _ in told[1:]))


def _forms(blocks: list[Block], record: Record) -> list[RawEntry]:
    """The engagements whose forms stand among blocks, each with what is below it."""
    starts = [at for at, one in enumerate(blocks) if is_engagement_form(one, record, dated=False)]
    if len(starts) < _FEWEST and not any(is_engagement_form(blocks[at], record) for at in starts):
        return []
    return [
        _of_form(blocks[start], blocks[start + 1 : end], record)
        for start, end in pairwise([*starts, len(blocks)])
    ]


def _of_form(form: Block, below: list[Block], record: Record) -> RawEntry:
    """A client or project by its form, and what was done for it."""
    first, *lines = form.lines if isinstance(form, Paragraph) else []
    _, label, value = labelled(first.text, record)
    record.use_label(first.number, label, "engagement_labels")
    entry = RawEntry([(first.number, value)], given={"organisation": value})
    for line in lines:
        add_line(entry, line, record)
    entry.body += below
    return entry


def _engagement(item: ListItem, match: re.Match[str]) -> RawEntry:
    """A client as an entry of its own: what was said behind its years stands under it."""
    head = f"{match['name']} ({match['when']})"
    said = [Paragraph([Line(item.line, match["said"])])] if match["said"] else []
    return RawEntry([(item.line, head)], [*said, *item.blocks[1:]])
