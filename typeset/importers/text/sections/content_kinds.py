"""The kinds of a section with a known title, where what stands in it may say them better."""

from __future__ import annotations

import re

from typeset.importers.text.content import are_ranged, kinds_told
from typeset.importers.text.heads.words import names, names_owner
from typeset.importers.text.items.printed_pieces import piece_of
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    List,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.sections.titles import kinds_of, shown_title, without_number
from typeset.importers.text.sections.training import of_training
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def kinds_by_content(raw: RawSection, record: Record) -> list[str]:
    """The kinds of a section, in the order in which readers try them: its title's, or others."""
    for rule in RULES:
        if (kinds := rule(raw, record)) is not None:
            return kinds
    return raw.kinds


def _of_dated_lists(raw: RawSection, record: Record) -> list[str] | None:
    """The kind of lists of entries that lasted a time, under one title for skills and experience.

    No skill did; where none names a role, they are projects: "Programming & Design Experience".
    """
    lists = [block for block in raw.blocks if isinstance(block, List)]
    if raw.kinds != ["skills", "work"] or not lists or not are_ranged([*lists], record):
        return None
    firsts = [item.blocks[0] for block in lists for item in block.items if item.blocks]
    heads = [one.lines[0].text for one in firsts if isinstance(one, Paragraph)]
    held = any(names("roles", text, record) for text in heads)
    return _told(raw, ["work"] if held else ["projects"], record)


def _of_posts_first(raw: RawSection, record: Record) -> list[str] | None:
    """Positions before projects, where a title names projects first and most heads name a role.

    "Projects and posts" over "### Freelance surveyor · Hill & Vale", with clients under it.
    """
    if raw.kinds != ["projects", "work"] or kinds_told(raw.title, raw.blocks, record) != ["work"]:
        return None
    return _told(raw, ["work", "projects"], record)


def _of_career_told(raw: RawSection, record: Record) -> list[str] | None:
    """Positions, where "Career Summary" is over headings of entries, most of which lasted."""
    headed = bool(raw.blocks) and isinstance(raw.blocks[0], Heading)
    if raw.kinds != ["summary"] or not headed or not are_ranged(raw.blocks, record):
        return None
    told = kinds_told("", raw.blocks, record)
    return _told(raw, ["work"], record) if told in ([], ["work"]) else None


def _of_links(raw: RawSection, record: Record) -> list[str] | None:
    """Projects, where "Selected Work" is over a list of linked names: no position goes undated."""
    if raw.kinds != ["work"] or not _is_compound(raw, record) or len(raw.blocks) != 1:
        return None
    block = raw.blocks[0]
    items = block.items if isinstance(block, List) else []
    linked = [bool(_LINKED.match(item.text)) for item in items]
    if len(items) < _FEWEST_LINKS or not all(linked):
        return None
    if any(find_date(unlink(item.text)[0], record.vocabulary) for item in items):
        return None
    return _told(raw, ["projects"], record)


_LINKED = re.compile(r"(?:\*\*)?\[[^\]]+\]\(")
_FEWEST_LINKS = 2


def _of_entries(raw: RawSection, record: Record) -> list[str] | None:
    """The kinds that entries tell, under a title of its author's own, or over either kind."""
    either = key(raw.title) in record.vocabulary["careers"]
    if not (_is_compound(raw, record) or either) or raw.kinds not in (["work"], ["education"]):
        return None
    told = kinds_told(raw.title, raw.blocks, record)
    if told == ["work"] != raw.kinds:
        return _told(raw, told, record)  # "Academic", over what one taught
    if raw.kinds != ["work"] or told != ["skills"]:
        return None
    if find_date(to_markdown(raw.blocks), record.vocabulary):
        return None
    return _told(raw, ["skills", "work"], record)  # "Technical Experience" over labelled lists


def _of_trainees(raw: RawSection, record: Record) -> list[str] | None:
    """Positions, where "On-the-job training" is over what one did as a trainee, and no courses."""
    told = {type(block) for block in raw.blocks} >= {Paragraph, List}  # a head, over what was done
    if raw.kinds != ["certificates"] or not told:
        return None
    if kinds_told("", raw.blocks, record) != ["work"]:
        return None
    return _told(raw, ["work"], record)


def _of_topics(raw: RawSection, record: Record) -> list[str] | None:
    """What one knows of each subject, under "Technical Experience": skills, or texts."""
    if not _is_compound(raw, record) or raw.kinds != ["work"]:
        return None
    if not _are_topics(raw.blocks, record):
        return None
    heads = [unlink(unstyle(one.text))[0] for one in raw.blocks if isinstance(one, Heading)]
    if any(kinds_of(text, record.vocabulary) == ["skills"] for text in heads):
        return _told(raw, ["skills"], record)  # over "Programming languages" and "Protocols"
    record.choose(raw.line, "kind-by-content", raw.title, "texts under headings of their own")
    return []


def _of_points(raw: RawSection, record: Record) -> list[str] | None:
    """No kind, where what would be a summary is lists under titles: the strengths of a person.

    A functional résumé argues by them ("What I bring"); a summary is a text or one list.
    """
    if raw.kinds == ["summary"] and len(raw.blocks) == 1 and isinstance(raw.blocks[0], Definitions):
        record.choose(raw.line, "kind-by-content", raw.title, "terms and what is said of each")
        return []
    pairs = [*zip(raw.blocks[::2], raw.blocks[1::2], strict=False)]
    listed = all(_is_title(head) and isinstance(below, List) for head, below in pairs)
    if raw.kinds != ["summary"] or len(pairs) < _FEWEST_POINTS or len(raw.blocks) % 2 or not listed:
        return None
    record.choose(raw.line, "kind-by-content", raw.title, "lists under titles of their own")
    return []


_FEWEST_POINTS = 2


def _is_title(block: Block) -> bool:
    bold = isinstance(block, Paragraph) and wholly(block.text)[0] == "strong"
    return bold or isinstance(block, Heading)


def _of_profile(raw: RawSection, record: Record) -> list[str] | None:
    """A summary, where a title nobody knows is a profile's with a word beside it, over prose.

    "Profil académique", "Teaching profile"; what has a time is no profile's text.
    """
    title = key(shown_title(without_number(unstyle(raw.title)))).split()
    if raw.kinds or len(title) != _NOUN_AND_WORD:
        return None
    told = not record.vocabulary["profile_nouns"].isdisjoint((title[0], title[-1]))
    prose = bool(raw.blocks) and all(isinstance(block, Paragraph) for block in raw.blocks)
    text = to_markdown(raw.blocks) if told and prose else ""
    if len(text.split()) <= _LONGEST_LINE or find_date(text, record.vocabulary):
        return None
    return _told(raw, ["summary"], record)


_NOUN_AND_WORD = 2


def _of_groups(raw: RawSection, record: Record) -> list[str] | None:
    """Skills, where lists under headings name no date, degree or school.

    "Qualifications" may be over these, or over what someone studied.
    """
    heads = [block.text for block in raw.blocks if isinstance(block, Heading)]
    items = [item.text for block in raw.blocks if isinstance(block, List) for item in block.items]
    listed = all(isinstance(block, (List, Heading)) for block in raw.blocks)
    if raw.kinds != ["education"] or not listed or not 1 < len(heads) < len(items):
        return None
    taught = any(
        find_date(text, record.vocabulary)
        or names("degrees", text, record)
        or names("schools", text, record)
        for text in (unlink(unstyle(one))[0] for one in (*heads, *items))
    )
    return None if taught else _told(raw, ["skills"], record)


def _of_printed(raw: RawSection, record: Record) -> list[str] | None:
    """Publications, where "Selected Work" is over titles that each have where and when they came.

    "“The Quiet Weir” – The Salt Herald, March 2022"; what is a link has as many words as a title.
    """
    block = raw.blocks[0] if raw.kinds == ["projects"] and len(raw.blocks) == 1 else None
    if not isinstance(block, List) or len(block.items) < _FEWEST_LINKS:
        return None
    pieces = [piece_of(item.text, record) for item in block.items]
    long = sum(len(one.title.split()) >= _SHORTEST_TITLE for one in pieces if one)
    told = all(pieces) and long * 2 > len(pieces)
    return _told(raw, ["publications"], record) if told else None


_SHORTEST_TITLE = 3


def _told(raw: RawSection, kinds: list[str], record: Record) -> list[str]:
    """Kinds that the content told, which is recorded."""
    record.choose(raw.line, "kind-by-content", raw.title, kinds[0])
    return kinds


def _is_compound(raw: RawSection, record: Record) -> bool:
    """Whether a title is known by its parts alone: "Technical Experience"."""
    return record.vocabulary.joined(raw.title) not in record.vocabulary.sections


def _are_topics(blocks: list[Block], record: Record) -> bool:
    """Whether headings cut a text that tells no positions.

    No heading, short line or short item has a date or a role.
    """
    heads = [block for block in blocks if isinstance(block, Heading)]
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    texts += [item.text for block in blocks if isinstance(block, List) for item in block.items]
    short = [text for text in texts if len(text.split()) <= _LONGEST_LINE]
    texts = [unstyle(text) for text in (*(one.text for one in heads), *short)]
    told = any(find_date(one, record.vocabulary) or names("roles", one, record) for one in texts)
    return len(heads) > 1 and isinstance(blocks[0], Heading) and not told


_LONGEST_LINE = 12


def _of_more(raw: RawSection, record: Record) -> list[str] | None:
    """No kind, where a title that may be a profile's is one over "more": "Дополнительно"."""
    more = raw.kinds == ["summary"] and key(raw.title) in record.vocabulary["miscellany"]
    return [] if more else None


def _of_registers(raw: RawSection, record: Record) -> list[str] | None:
    """Certificates, where "Registration" is over bullets that each have who gave it, and when."""
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    texts = [unstyle(item.text) for item in block.items] if isinstance(block, List) else []
    dated = [find_date(text, record.vocabulary) for text in texts]
    given = all(text.count(",") > 1 or names_owner(text, record) for text in texts)
    if raw.kinds or key(raw.title) not in record.vocabulary["registers"]:
        return None
    return _told(raw, ["certificates"], record) if texts and all(dated) and given else None


RULES = (
    _of_more,
    _of_registers,
    _of_dated_lists,
    _of_posts_first,
    _of_career_told,
    _of_links,
    _of_printed,
    _of_entries,
    _of_trainees,
    _of_topics,
    _of_points,
    _of_profile,
    _of_groups,
    of_training,
)
