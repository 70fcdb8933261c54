"""Titles over lists of whole posts: "### Teaching" over "- Lecturer — Holm College (2018–2022)"."""

from __future__ import annotations

from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import is_head_line
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.markup.blocks import Block, Heading, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.words.dates import find_date


def groups_of_posts(groups: list[list[Block]], section: RawSection, record: Record) -> list[str]:
    """The kinds of the parts of experience that are titles over lists of posts; none for others.

    Each item holds a role and whose it is, so the title is no employer's: it names neither, nor a
    time. Under an employer's the items name no other organisation ("Clerk, Night Desk, 2019").
    """
    if section.kinds not in (["work"], ["volunteer"]):
        return []
    texts: list[tuple[int, str]] = []
    kinds: list[str] = []
    for heading, *below in groups:
        assert isinstance(heading, Heading)
        listed = [block for block in below if isinstance(block, List)]
        if not listed or len(listed) < len(below) or _heads_entry(heading.text, record):
            return []
        kinds.append(known_title(heading.text, record) or section.kinds[0])
        texts += [
            (item.line, item.blocks[0].lines[0].text)
            for block in listed
            for item in block.items
            if item.blocks and isinstance(item.blocks[0], Paragraph)
        ]
    return kinds if len(texts) > len(groups) and _are_posts(texts, record) else []


def _heads_entry(text: str, record: Record) -> bool:
    """Whether a heading is an entry's own: it has a time, a role or an organisation."""
    plain = unlink(unstyle(text))[0]
    dated = find_date(plain, record.vocabulary) is not None
    return dated or names("roles", plain, record) or names_owner(plain, record)


def _are_posts(texts: list[tuple[int, str]], record: Record) -> bool:
    """Whether most lines are a role and its owner, some with a period, some with a known owner."""
    plain = [unlink(unstyle(text))[0] for _, text in texts]
    dated = any(
        (found := find_date(one, record.vocabulary)) and found.start != found.end for one in plain
    )
    if not dated or not all(is_head_line(text, record) for _, text in texts):
        return False
    mark = record.mark()
    heads = [read_head([line], "work", record) for line in texts]
    record.reset(mark)
    whole = [head for head in heads if head.what and head.who]
    owned = any(names_owner(head.who, record) for head in whole)
    held = sum(names("roles", head.what, record) for head in whole)
    return owned and len(whole) * 3 > len(heads) * 2 and held * 2 > len(heads)
