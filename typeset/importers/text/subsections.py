"""Sections under sections: "Skills and hobbies" over "Languages", "Tools" and "Hobbies"."""

from __future__ import annotations

import re

from typeset.importers.text.blocks import Block, Heading, Line, List, Paragraph
from typeset.importers.text.inline import unlink, unstyle
from typeset.importers.text.outline import RawSection
from typeset.importers.text.record import Record
from typeset.importers.text.spoken import read_languages
from typeset.importers.text.titles import kinds_of, shown_title
from typeset.importers.text.vocabulary import key

_LISTS = frozenset(
    {"languages", "interests", "certificates", "awards", "references", "publications"}
)
"""Kinds that a title over several lists may hold beside its own."""
_OWN = frozenset({"skills", "interests", "summary", "contact"})


def split_sections(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, with those under headings of another kind as sections of their own."""
    return [
        part
        for section in sections
        for part in _by_labels(section, record) or _split(section, record)
    ]


_LABELLED = re.compile(r"\**([^:：*,，]{2,30}?)\**\s*[:：]\s*\**\s*(\S.*)", re.DOTALL)


def _by_labels(section: RawSection, record: Record) -> list[RawSection]:
    """A section of "more" whose bullets are sections in a line: "Languages: …", "Hobbies: …"."""
    block = section.blocks[0] if len(section.blocks) == 1 else None
    items = block.items if isinstance(block, List) else []
    if key(section.title) not in record.vocabulary["miscellany"] or not items:
        return []
    matches = [_LABELLED.fullmatch(item.text) if len(item.blocks) == 1 else None for item in items]
    told = [kinds_of(match[1], record.vocabulary) if match else [] for match in matches]
    if not any(len(kinds) == 1 and kinds[0] in _LISTS | {"skills"} for kinds in told):
        return []
    parts: list[RawSection] = []
    open_: List | None = None
    for item, match, kinds in zip(items, matches, told, strict=True):
        above = "" if parts else section.title
        if match and len(kinds) == 1 and kinds[0] in _LISTS | {"skills"}:
            record.choose(item.line, "section-in-section", match[1], kinds[0])
            title = " · ".join(part for part in (above, match[1].strip()) if part)
            said: list[Block] = [Paragraph([Line(item.line, match[2])])]
            parts.append(RawSection(title, item.line, kinds, said))
            open_ = None
        elif open_:
            open_.items.append(item)
        else:
            open_ = List(item.line, [item])
            parts.append(RawSection(above, item.line, [], [open_]))
    return parts


def _split(section: RawSection, record: Record) -> list[RawSection]:
    level = min((b.level for b in section.blocks if isinstance(b, Heading)), default=0)
    starts = [
        at for at, b in enumerate(section.blocks) if isinstance(b, Heading) and b.level == level
    ]
    if not starts:
        return [section]
    ends = [*starts[1:], len(section.blocks)]
    groups = [section.blocks[start:end] for start, end in zip(starts, ends, strict=True)]
    kinds = [_kind(group, section, record) or _over_headings(group, section) for group in groups]
    if not any(kinds) or not _may_hold(section, kinds, record):
        return [section]
    own = "skills" if "skills" in section.kinds else "".join(section.kinds[:1])
    first = RawSection(section.title, section.line, section.kinds, section.blocks[: starts[0]])
    parts = [first] if first.blocks else []
    open_ = first if first.blocks else None
    for group, kind in zip(groups, kinds, strict=True):
        heading = group[0]
        assert isinstance(heading, Heading)
        above = "" if parts else section.title  # a title over titles: both over the first
        if kind:
            title = shown_title(heading.text)
            record.choose(heading.line, "section-in-section", title, kind)
            title = " · ".join(part for part in (above, title) if part)
            parts.append(RawSection(title, heading.line, [kind], group[1:]))
            open_ = None
        elif open_:
            open_.blocks += group
        else:
            open_ = RawSection(above, heading.line, [own] if own else [], group)
            parts.append(open_)
    return [inner for part in parts for inner in _split(part, record)]


def _over_headings(group: list[Block], section: RawSection) -> str:
    """The kind of a part of a section of skills that is a title over groups; "" for others."""
    over = len(group) > 1 and isinstance(group[1], Heading)
    return "skills" if over and section.kinds == ["skills"] else ""


def _may_hold(section: RawSection, kinds: list[str], record: Record) -> bool:
    """Whether a section is one that holds others: several kinds, lists, or only "more"."""
    if len(section.kinds) > 1 or not section.kinds:
        more = key(section.title) in record.vocabulary["miscellany"]
        return all(kinds) or more or bool(section.kinds)
    return section.kinds[0] in _OWN or section.kinds == ["references"]


def _kind(group: list[Block], section: RawSection, record: Record) -> str:
    """The kind of a part, where it is another than that of its section; "" for its own."""
    heading = group[0]
    assert isinstance(heading, Heading)
    found = kinds_of(unlink(unstyle(heading.text))[0], record.vocabulary)
    kind = found[0] if len(found) == 1 and len(group) > 1 else ""
    if kind == "languages":
        mark = record.mark()
        spoken = read_languages(group[1:], record)
        record.reset(mark)
        return kind if spoken else ""  # among skills, languages may be those of programs
    several = len(section.kinds) > 1
    if section.kinds == ["references"]:
        return kind if kind != "references" else ""
    if not section.kinds or (several and kind in section.kinds):
        return kind
    return kind if kind in _LISTS and [kind] != section.kinds else ""
