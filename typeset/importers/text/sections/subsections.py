"""Sections under sections: "Skills and hobbies" over "Languages", "Tools" and "Hobbies"."""

from __future__ import annotations

import re
from itertools import zip_longest

from typeset.importers.text.header.contact_blocks import is_contact_label
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Table,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.bold_titles import by_bold_titles
from typeset.importers.text.sections.colon_titles import by_colon_titles
from typeset.importers.text.sections.groups_of_posts import groups_of_posts
from typeset.importers.text.sections.labelled_tail import labelled_tail
from typeset.importers.text.sections.misspelt_titles import misspelt
from typeset.importers.text.sections.raw_sections import RawSection, title_over
from typeset.importers.text.sections.resumed_entries import with_resumed_entries
from typeset.importers.text.sections.titled_parts import (
    TITLE_AND_LIST,
    groups_of_branches,
    groups_of_degrees,
    groups_of_names,
    groups_of_projects,
    last_titles,
    over_groups,
    sections_below,
    without_titled_items,
)
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.skills.spoken import read_languages
from typeset.importers.text.skills.tables import table_groups
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key

_LISTS = frozenset(
    {"languages", "interests", "certificates", "awards", "references", "publications"}
)
"""Kinds that a title over several lists may hold beside its own."""
_OWN = frozenset({"skills", "interests", "summary", "contact"})


def split_sections(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, with those under headings of another kind as sections of their own."""
    sections = with_resumed_entries(sections, record)
    whole = [part for one in sections for part in labelled_tail(one, record) or [one]]
    return [
        part
        for section in whole
        for part in _by_columns(section, record)
        or _by_labels(section, record)
        or _by_bold_lines(section, record)
        or by_bold_titles(section, record)
        or by_colon_titles(section, record)
        or without_titled_items(section, record)
        or _split(section, record)
    ]


def _by_columns(section: RawSection, record: Record) -> list[RawSection]:
    """A section that is a table whose head has a section's title over each column."""
    table = section.blocks[0] if len(section.blocks) == 1 else None
    if not isinstance(table, Table) or len(table.head) < 2:
        return []
    titles = [shown_title(cell) for cell in table.head]
    kinds = [kinds_of(title, record.vocabulary) for title in titles]
    first, *others = (record.vocabulary.column(title) for title in titles)
    if others == ["level"] and (first == "language" or kinds[0] == section.kinds):
        return []  # "Language | Proficiency" are the columns of one list
    if len({kind for one in kinds for kind in one}) < len(titles) or any(
        len(one) != 1 for one in kinds
    ):
        return []
    record.choose(table.line, "sections-in-columns", " | ".join(titles), "sections")
    parts: list[RawSection] = []
    for at, title in enumerate(titles):
        lines = [
            Line(number, row[at], True)
            for number, row in zip(table.numbers[1:], table.rows, strict=False)
            if row[at]
        ]
        parts.append(RawSection(title, table.line, kinds[at], [Paragraph(lines)] if lines else []))
    return [*title_over(section), *parts]


def _labelled_items(block: Block) -> list[ListItem]:
    """The items of a list, or the labelled lines of a paragraph, wherever a margin ends one."""
    if isinstance(block, List):
        return block.items
    if not isinstance(block, Paragraph):
        return [ListItem(block.line, [block])]
    bold = block.text.startswith("**")
    items: list[Line] = []
    for line in block.lines:
        parts = _BEFORE_BOLD.split(line.text) if bold else [line.text]
        for part in parts:
            begins = part.startswith("**") if bold else _LABELLED.fullmatch(part)
            if items and not begins:
                items[-1] = Line(items[-1].number, f"{items[-1].text} {part}")
            else:
                items.append(Line(line.number, part))
    return [ListItem(item.number, [Paragraph([item])]) for item in items]


_BEFORE_BOLD = re.compile(r"\s+(?=\*\*[^*:：]{2,30}(?:[:：]\*\*|\*\*\s*[:：]))")
_LABELLED = re.compile(r"\**([^:：*,，]{2,30}?)\**\s*[:：]\s*\**\s*(\S.*)", re.DOTALL)


def _by_labels(section: RawSection, record: Record) -> list[RawSection]:
    """A section of "more" whose bullets or lines are sections: "Languages: …", "Hobbies: …"."""
    items = [item for block in section.blocks for item in _labelled_items(block)]
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
            said: list[Block] = [Paragraph([Line(item.line, match[2])])]
            parts += [] if parts else title_over(section)
            parts.append(RawSection(match[1].strip(), item.line, kinds, said))
            open_ = None
        elif open_:
            open_.items.append(item)
        else:
            open_ = List(item.line, [item])
            parts.append(RawSection(above, item.line, [], [open_]))
    return parts


def _by_bold_lines(section: RawSection, record: Record) -> list[RawSection]:
    """Skills whose bold lines over lists are titles, some of another kind; none for others."""
    headed = any(isinstance(block, Heading) for block in section.blocks)
    if section.kinds != ["skills"] or headed:
        return []
    blocks: list[Block] = [
        Heading(_LOWEST, unstyle(block.text), block.line, marked=False)
        if isinstance(block, Paragraph) and isinstance(below, List) and _is_bold_line(block)
        else block
        for block, below in zip_longest(section.blocks, section.blocks[1:])
    ]
    if sum(isinstance(block, Heading) for block in blocks) < _FEWEST_BOLD:
        return []
    parts = _split(RawSection(section.title, section.line, section.kinds, blocks), record)
    return parts if len(parts) > 1 else []


_LOWEST = 6
_FEWEST_BOLD = 2


def _is_bold_line(block: Paragraph) -> bool:
    return len(block.lines) == 1 and wholly(block.text.rstrip(":： "))[0] == "strong"


def _under_titles(blocks: list[Block], record: Record) -> None:
    """Put headings that are only a date under the title before them, where they share its level."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    level = min((heading.level for heading in headings), default=0)
    top = [heading for heading in headings if heading.level == level]
    dates = [find_date(unstyle(one.text), record.vocabulary) for one in top]
    if not any(is_only_date(unstyle(one.text), record.vocabulary) for one in top[1:]):
        return
    for heading, date in zip(top[1:], dates[1:], strict=True):
        if dates[0] is None and date and not date.begin:
            heading.level += 1


def _split(section: RawSection, record: Record) -> list[RawSection]:
    _under_titles(section.blocks, record)
    level = min((b.level for b in section.blocks if isinstance(b, Heading)), default=0)
    starts = [
        at for at, b in enumerate(section.blocks) if isinstance(b, Heading) and b.level == level
    ]
    if not starts:
        return [section]
    ends = [*starts[1:], len(section.blocks)]
    groups = [section.blocks[start:end] for start, end in zip(starts, ends, strict=True)]
    if below := sections_below(groups, section, record):
        return [inner for part in below for inner in _split(part, record)]
    kinds = [
        _kind(group, section, record) or _over_headings(group, section, record) for group in groups
    ]
    if _is_summary(groups[0], section, record) and len(groups) > 1:
        kinds = ["summary", *([""] * (len(groups) - 1))]
    elif taught := groups_of_degrees(groups, section, record):
        kinds = taught
    elif last := (
        groups_of_branches(groups, section, record)
        or groups_of_posts(groups, section, record)
        or last_titles(groups, section, record)
        or groups_of_names(groups, section, record)
        or groups_of_projects(groups, section, record)
    ):
        kinds = last
    elif not any(kinds) or not _may_hold(section, kinds, record):
        return [section]
    if any(kind not in ("", "skills") for kind in kinds):
        kinds = [
            kind or over_groups(group, section) for group, kind in zip(groups, kinds, strict=True)
        ]
    own = _own_kinds(section, kinds)
    first = RawSection(section.title, section.line, section.kinds, section.blocks[: starts[0]])
    parts = [first] if first.blocks else []
    open_ = first if first.blocks else None
    for group, kind in zip(groups, kinds, strict=True):
        heading = group[0]
        assert isinstance(heading, Heading)
        above = "" if parts else section.title
        within = any(isinstance(block, Heading) for block in group[1:])
        named = not section.kinds and sum(map(bool, kinds)) > 1 and not within
        named = named or (section.kinds == ["contact"] and not is_contact_label(heading.text))
        if kind or named:
            title = shown_title(heading.text)
            record.choose(heading.line, "section-in-section", title, kind)
            parts += [] if parts else title_over(section)
            parts.append(RawSection(title, heading.line, [kind] if kind else [], group[1:]))
            open_ = None
        elif open_:
            open_.blocks += group
        else:
            open_ = RawSection(above, heading.line, own, group)
            parts.append(open_)
    return [inner for part in parts for inner in _split(part, record)]


def _own_kinds(section: RawSection, told: list[str]) -> list[str]:
    """The kinds of the parts that no title gives one: both of entries, where none names these."""
    if "skills" in section.kinds:
        return ["skills"]
    entries = set(section.kinds) == {"work", "education"} and not set(section.kinds) & set(told)
    return section.kinds if entries else section.kinds[:1]


def _is_summary(group: list[Block], section: RawSection, record: Record) -> bool:
    """Whether a section of positions begins with prose under a title of a profile's."""
    heading, *below = group
    assert isinstance(heading, Heading)
    told = kinds_of(unlink(unstyle(heading.text))[0], record.vocabulary) == ["summary"]
    prose = bool(below) and all(isinstance(block, Paragraph) for block in below)
    return section.kinds == ["work"] and section.blocks[0] is heading and told and prose


def _over_headings(group: list[Block], section: RawSection, record: Record) -> str:
    """The kind of a part of a section of skills that is a title over groups; "" for others."""
    if section.kinds != ["skills"] or len(group) < TITLE_AND_LIST:
        return ""
    mark = record.mark()
    table = table_groups(group[1], record) if isinstance(group[1], Table) else None
    record.reset(mark)
    named = bool(table) and all("name" in one for one in table or ())
    return "skills" if named or isinstance(group[1], Heading) else ""


def _may_hold(section: RawSection, kinds: list[str], record: Record) -> bool:
    """Whether a section is one that holds others: several kinds, lists, or only "more"."""
    if len(section.kinds) > 1 or not section.kinds:
        more = key(section.title) in record.vocabulary["miscellany"]
        half = sum(map(bool, kinds)) * 2 >= len(kinds) > 2  # "Research" over "Articles", "Thesis"
        return all(kinds) or half or more or bool(section.kinds)
    return section.kinds[0] in _OWN or section.kinds == ["references"]


def _kind(group: list[Block], section: RawSection, record: Record) -> str:
    """The kind of a part, where it is another than that of its section; "" for its own."""
    heading = group[0]
    assert isinstance(heading, Heading)
    title = unlink(unstyle(heading.text))[0]
    found = kinds_of(title, record.vocabulary)
    if not found and section.kinds in ([], ["summary"]) and (nearly := misspelt(title)):
        found = [nearly]
    kind = found[0] if len(found) == 1 and len(group) > 1 else ""
    if kind == "languages":
        mark = record.mark()
        spoken = read_languages(group[1:], record)
        record.reset(mark)
        # among skills, languages may be those of programs
        return kind if spoken or not section.kinds else ""
    if section.kinds in (["summary"], ["contact"]):
        return kind if [kind] != section.kinds else ""  # degrees are told under no profile
    if section.kinds == ["references"]:
        return kind if kind != "references" else ""
    if not section.kinds or (len(section.kinds) > 1 and kind in section.kinds):
        return kind
    if section.kinds == ["skills"] and kind in ("education", "work"):
        below = to_markdown(group[1:])  # a period tells that it is no group of skills
        return kind if find_date(unstyle(below), record.vocabulary) else ""
    return kind if kind in _LISTS and [kind] != section.kinds else ""
