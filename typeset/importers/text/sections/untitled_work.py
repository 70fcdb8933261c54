"""Work under titles of its author's own: "Clients", "My own practice", "Before that"."""

from __future__ import annotations

from typeset.importers.text.content import are_held, are_ranged, are_unpaid, kinds_told
from typeset.importers.text.heads.lines import ends_sentence
from typeset.importers.text.items.listings import is_listing
from typeset.importers.text.items.pursuits import is_pursuit
from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.vocabulary import key

_NO_WORK = ("other_sections", "miscellany", "memberships", "pursuits", "listings", "services",
            "credits")  # fmt: skip
"""Lists of titles that say of what lasted a time that it was no position."""


def with_untitled_work(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, with entries that lasted a time as work where no title says where that is.

    A résumé tells what its author worked: alone, "Service" is none for nothing. Behind work,
    "Before that" is more of it; "Ashore", with roles, is behind "At sea".
    """
    titled = any(section.kinds for section in sections)
    firsts = [at for at, section in enumerate(sections) if "work" in section.kinds]
    open_until = firsts[0] if firsts else len(sections)
    found = -1  # the section behind the last that has been found to be work
    for at, (before, section) in enumerate(zip([None, *sections], sections, strict=False)):
        behind = before is not None and before.kinds == ["work"] and not section.kinds
        earlier = behind and key(section.title) in record.vocabulary["earlier"]
        untitled = titled and at < open_until and _is_untold(section, record)
        beside = behind and found == at and are_held(section.blocks, record)
        if earlier or (untitled and (beside or _lasted(section, record))):
            found = at + 1
            unpaid = beside and not earlier and are_unpaid(section.blocks, record)
            section.kinds = ["volunteer" if unpaid else "work"]
            record.choose(section.line, "untitled-work", section.title, section.kinds[0])
    return _with_lone_work(sections, record)


def _with_lone_work(sections: list[RawSection], record: Record) -> list[RawSection]:
    """The sections, each with whether it is the only work, and whether another has the posts."""
    told = any(
        "work" in one.kinds and not (is_pursuit(one.title, record) or is_listing(one.title, record))
        for one in sections
    )
    posts = [one for one in sections if "work" in one.kinds]
    posts = posts if len(posts) > 1 else []  # none is beside another
    held = [one for one in posts if one.kinds == ["work"] and are_ranged(one.blocks, record)]
    for section in sections:
        section.alone = not told
        section.worked = any(one is not section for one in held)
    return sections


def _is_untold(section: RawSection, record: Record) -> bool:
    """Whether no title tells the kind of a section, or one that duties and unpaid work share."""
    duties = key(section.title) in record.vocabulary["duties"]
    return not section.kinds or (section.kinds == ["volunteer"] and duties)


def _lasted(section: RawSection, record: Record) -> bool:
    """Whether most entries of a section lasted a time, and nothing tells another kind."""
    title = key(section.title)
    barred = any(title in record.vocabulary[name] for name in _NO_WORK)
    if not title or (barred and title not in record.vocabulary["duties"]):
        return False
    first = section.blocks[0] if len(section.blocks) == 1 else None
    if isinstance(first, Paragraph) and ends_sentence(_first_line(first), record):
        return False  # "Passed every spring since 2018."
    told = kinds_told(section.title, section.blocks, record)
    return told in ([], ["work"]) and are_ranged(section.blocks, record)


def _first_line(block: Paragraph) -> str:
    """The line that a paragraph begins with; all of one that a margin cut."""
    return block.lines[0].text if block.lines[0].hard else block.text
