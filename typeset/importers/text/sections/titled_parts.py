"""Parts of a section that are sections of a kind of their own, told by their row of titles.

The words of one title would not do: what stands under it and beside it does.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.bullets import by_bullets
from typeset.importers.text.entries.labelled import labelled
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import SOLID
from typeset.importers.text.words.vocabulary import key

TITLE_AND_LIST = 2
"""Blocks of a part that is a title over one list."""
_TAUGHT = frozenset({"education", "certificates", "awards"})


def groups_of_degrees(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts of education that are titles over lists; none for schools' names.

    "Certificates" is known as a title; "Academic" is one where its list is of degrees, and so is
    "Bachelor's degrees", where each item of each list names one and its date. What a known title
    begins with, cut before its noun ("Higher"), is one over anything: "Высшее" of "Высшее
    образование".
    """
    if section.kinds != ["education"] or any(len(group) != TITLE_AND_LIST for group in groups):
        return []
    kinds: list[str] = []
    staged = False
    if len(groups) > 1 and all(_are_degrees(group, record) for group in groups):
        return ["education"] * len(groups)
    for heading, below in groups:
        assert isinstance(heading, Heading)
        title = unlink(unstyle(heading.text))[0]
        known = [kind for kind in kinds_of(title, record.vocabulary) if kind in _TAUGHT]
        if key(title) in record.vocabulary["school_stages"] and not isinstance(below, Heading):
            known, staged = ["education"], True
        head = find_date(title, record.vocabulary) or any(
            names(list_, title, record) for list_ in ("schools", "degrees")
        )
        mark = record.mark()
        listed = isinstance(below, List) and by_bullets([below], "education", record) is not None
        record.reset(mark)
        kinds += known or (["education"] if listed and not head else [""])
    return kinds if all(kinds) and (staged or set(kinds) != {"education"}) else []


def _are_degrees(group: list[Block], record: Record) -> bool:
    """Whether a title without a school or date stands over a list of dated degrees."""
    heading, below = group
    items = below.items if isinstance(below, List) else []
    title = unlink(unstyle(heading.text))[0] if isinstance(heading, Heading) else ""
    texts = [unlink(unstyle(item.text))[0] for item in items]
    told = all(
        find_date(text, record.vocabulary)
        and names("degrees", " ".join(text.split()[:_FIRST_WORDS]), record)
        for text in texts
    )
    headed = names("schools", title, record) or find_date(title, record.vocabulary)
    return bool(items) and told and not headed


_FIRST_WORDS = 3


def without_titled_items(section: RawSection, record: Record) -> list[RawSection]:
    """Entries in a list cut before its last items that are titles over lists: "- Publications".

    None where no item of the last list is a section's title word for word, or where the list is
    the form of one entry ("Position: …", "Achievements:").
    """
    last = section.blocks[-1] if section.blocks else None
    items = last.items if isinstance(last, List) else []
    kinds: list[str] = []
    for item in reversed(items[1:]):
        over = len(item.blocks) > 1 and isinstance(item.blocks[-1], List)
        kind = known_title(item.text, record) if over else ""
        if kind not in _ITEM_KINDS or kind in section.kinds:
            break
        kinds.insert(0, kind)
    if not kinds or not isinstance(last, List) or section.kinds not in (["work"], ["education"]):
        return []
    count = len(items) - len(kinds)
    if any(labelled(item.text, record)[0] for item in items[:count]):
        return []
    own = [*section.blocks[:-1], List(last.line, items[:count], last.start)]
    parts = [RawSection(section.title, section.line, section.kinds, own)]
    for item, kind in zip(items[count:], kinds, strict=True):
        title = shown_title(unstyle(item.text))
        record.choose(item.line, "section-in-section", title, kind)
        parts.append(RawSection(title, item.line, [kind], item.blocks[1:]))
    return parts


_ITEM_KINDS = frozenset({"publications", "awards", "certificates", "volunteer"})


def last_titles(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts where the last are titles word for word, under dated entries.

    "## Experience", "### Org, 2019 – 2021", "### Certificates": a section a level too low.
    """
    if section.kinds not in (["work"], ["education"]):
        return []
    kinds: list[str] = []
    for heading, *below in reversed(groups):
        assert isinstance(heading, Heading)
        kind = known_title(heading.text, record) if below else ""
        if SOLID.search(heading.text) and not _is_dated_head(heading, below, record):
            # a title ends in what it is: "职业培训"
            kind = kind or "".join(kinds_of(shown_title(unstyle(heading.text)), record.vocabulary))
        if kind in ("", "summary", "contact", *section.kinds):
            break
        kinds.insert(0, kind)
    above = groups[: len(groups) - len(kinds)]
    if not kinds or not above:
        return []
    dated = (find_date(unstyle(to_markdown(group[:2])), record.vocabulary) for group in above)
    return [*([""] * len(above)), *kinds] if all(dated) else []


def _is_dated_head(heading: Heading, below: list[Block], record: Record) -> bool:
    """Whether a heading, or what stands right under it, has a day, as an entry's head has."""
    first = below[0] if below else None
    under = first.text if isinstance(first, Paragraph | Heading) else ""
    texts = (heading.text, *under.split("\n"))
    return any(find_date(unstyle(text), record.vocabulary) for text in texts)


def sections_below(
    groups: list[list[Block]], section: RawSection, record: Record
) -> list[RawSection]:
    """A title nobody knows, over its own text, and the sections set a level too low behind it.

    "## My dream" over a text, "### Education" and whatever follows it; none where the first of
    these is no title of entries, or a day says that the title is an entry's.
    """
    before = section.blocks[: len(section.blocks) - sum(map(len, groups))]
    first = groups[0][0]
    assert isinstance(first, Heading)
    told = known_title(first.text, record) in _OF_ENTRIES and len(groups[0]) > 1
    if section.kinds or not before or not told:
        return []
    if find_date(f"{section.title}\n{to_markdown(before[:1])}", record.vocabulary):
        return []
    parts = [RawSection(section.title, section.line, [], before)]
    for heading, *below in groups:
        assert isinstance(heading, Heading)
        title = shown_title(heading.text)
        kinds = kinds_of(title, record.vocabulary)
        record.choose(heading.line, "section-in-section", title, ", ".join(kinds))
        parts.append(RawSection(title, heading.line, kinds, below))
    return parts


_OF_ENTRIES = frozenset({"work", "education"})


def groups_of_projects(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts of projects of which some are titles over headings of their own.

    "## Projects" over "### Client projects" over "#### Kiln". Several that all are titles of
    projects need none: "### Current projects", "### Earlier projects".
    """
    if section.kinds != ["projects"]:
        return []
    inner = [[one.text for one in group[1:] if isinstance(one, Heading)] for group in groups]
    over = [len(group) > 1 and isinstance(group[1], Heading) for group in groups]
    titles = [unlink(unstyle(head.text))[0] for head, *_ in groups if isinstance(head, Heading)]
    told = [kinds_of(title, record.vocabulary) == ["projects"] for title in titles]
    if len(told) > 1 and all(told) and all(len(group) > 1 for group in groups) and not any(over):
        return ["projects"] * len(groups)
    each = all(over) and not any(find_date(title, record.vocabulary) for title in titles)
    below = [key(name) for found in inner for name in found]
    labels = len({*below}) < len(below) or any(map(record.vocabulary.column, below))
    labels = labels or any(is_only_date(name, record.vocabulary) for some in inner for name in some)
    if labels or not any(over):
        return []  # "#### Tools" and "#### Result", of one project after another; "##### 2019"
    kinds = ["projects" if one and (each or told[at]) else "" for at, one in enumerate(over)]
    return kinds if any(kinds) else []


def groups_of_names(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts of experience that are titles over terms, linked or in bold, undated.

    No position is without its time in all of a section: they are what someone made.
    """
    named = all(
        len(group) == TITLE_AND_LIST
        and isinstance(group[1], Definitions)
        and all(re.match(r"\*\*|\[", term.text) for term, _ in group[1].items)
        for group in groups
    )
    if section.kinds != ["work"] or not named:
        return []
    dated = find_date(to_markdown(section.blocks), record.vocabulary)
    return [] if dated else ["projects"] * len(groups)


def groups_of_branches(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts of experience that are titles over posts: "Research", "Teaching".

    Each is such a word or a known title, the first among them one of posts; none for employers.
    """
    if section.kinds not in (["work"], ["volunteer"]) or len(groups) < _FEWEST_BRANCHES:
        return []
    kinds: list[str] = []
    for heading, *below in groups:
        assert isinstance(heading, Heading)
        title = key(shown_title(unstyle(heading.text)))
        kind = known_title(heading.text, record)
        if not kind and title in record.vocabulary["branches"]:
            kind = section.kinds[0]
        kinds.append(kind if below else "")
    return kinds if all(kinds) and kinds[0] == section.kinds[0] else []


_FEWEST_BRANCHES = 2


def over_groups(group: list[Block], section: RawSection) -> str:
    """The kind of a part of skills, among others, whose heading stands over labelled groups.

    "### Workshop" over "**Hand:** adze, plane" and "**Machines:** lathe".
    """
    block = group[1] if len(group) == TITLE_AND_LIST else None
    items = block.items if isinstance(block, List) else []
    led = [len(item.blocks) == 1 and _LED.match(item.text) for item in items]
    return "skills" if "skills" in section.kinds and len(items) > 1 and all(led) else ""


_LED = re.compile(r"\*\*[^:：*]{2,40}(?:[:：]\s*\*\*|\*\*\s*[:：])\s*\S")
