"""Headings that look like titles of sections and belong to entries: by their names and places."""

from __future__ import annotations

import re
from collections import Counter

from typeset.importers.text.markup.blocks import Heading
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kind_of, shown_title
from typeset.importers.text.words.vocabulary import key

ENTRY_KINDS = frozenset({"work", "education", "volunteer", "projects", "publications"})
"""Kinds of sections that hold entries with heads."""

_KIND_FIRST = re.compile(r"([^:：\d]{2,20}?)\s*[:：]\s*\S.*", re.DOTALL)
_FEWEST_NAMED = 2


def kinds_before_names(headings: list[Heading], record: Record) -> dict[int, str]:
    """The lines of headings that are entries with their kind before them, and this kind.

    "Project: Clock", "Own project: Lamp": two of a kind or more, on one level.
    """
    found: dict[tuple[int, str], list[int]] = {}
    for heading in headings:
        match = _KIND_FIRST.fullmatch(unlink(unstyle(heading.text))[0].strip())
        kind = kind_of(match[1], record.vocabulary) if match else ""
        if kind in ENTRY_KINDS:
            found.setdefault((heading.level, kind), []).append(heading.line)
    return {
        line: kind
        for (_, kind), lines in found.items()
        for line in lines
        if len(lines) >= _FEWEST_NAMED
    }


def without_entries(
    known: list[Heading], others: list[Heading], entries: dict[int, str]
) -> list[Heading]:
    """The known titles without those of a level on which titles stand in entries.

    They do under the headings of `entries`, and where one comes again and again under others
    that are no titles: "## Clock", "### Tasks", "## Lamp", "### Tasks". So does a label before
    its facts: "### Tools: lathe, file", "### Tools: saw".
    """
    under: Counter[tuple[int, str]] = Counter()
    within: set[int] = set()
    for at, heading in enumerate(others):
        above = (one for one in reversed(others[:at]) if one.level < heading.level)
        owner = next(above, None)
        if owner and owner.line in entries:
            within.add(heading.level)
        elif owner and not any(owner is one for one in known):
            under[heading.level, _said(heading)] += 1
    told = {(heading.level, _said(heading)) for heading in known}
    within |= {level for level, title in told if under[level, title] > 1}
    return [heading for heading in known if heading.level not in within]


def _said(heading: Heading) -> str:
    """The words of a heading in the form of `key`: its label, where it says more behind one."""
    match = _KIND_FIRST.fullmatch(unlink(unstyle(heading.text))[0].strip())
    return key(match[1] if match else shown_title(heading.text))
