"""The kind of a section whose title says nothing, by what stands in it."""

from __future__ import annotations

import re

from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.entries.named_projects import is_project
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.items.behind_titles import is_body
from typeset.importers.text.items.interests import read_interests
from typeset.importers.text.items.items import items_of
from typeset.importers.text.items.published import cite
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    List,
    ListItem,
    Paragraph,
    Table,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.skills.skills import read_skills
from typeset.importers.text.skills.spoken import read_languages
from typeset.importers.text.skills.tongue_titles import read_titled
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_FEWEST_KEYWORDS = 4
_LONGEST_KEYWORD = 5
_MANY = 3


def kinds_told(title: str, blocks: list[Block], record: Record) -> list[str]:
    """The kinds that the blocks of a section tell; none for prose, and where they are unsure."""
    if key(title) in record.vocabulary["miscellany"] | record.vocabulary.labels.get(
        "courses", set()
    ):
        return []  # "More"; "Coursework" over lists that look like those of skills
    if key(title) in record.vocabulary["supervisions"]:
        return []
    mark = record.mark()
    if read_titled(title, 0, blocks, record):
        found = ["languages"]
    elif _are_of_computing(title, blocks, record):
        found = ["skills"]
    elif is_leisure(title, record) and _are_pastimes(blocks, record):
        found = ["interests"]
    else:
        found = _told(blocks, record, untitled=not title)
    record.reset(mark)
    return found


def _are_of_computing(title: str, blocks: list[Block], record: Record) -> bool:
    """Whether a title says that what stands below is of computing, or of one field of skills."""
    if key(title) in record.vocabulary["computing"] and read_skills(blocks, record):
        return True
    return _is_craft(title, record) and _are_keywords(blocks, record)


def _is_craft(title: str, record: Record) -> bool:
    """Whether a title is a field of skills, or ends in one: "Databases", "Compiled languages"."""
    words = key(title).split()
    crafts = record.vocabulary["crafts"]
    return any(" ".join(words[-size:]) in crafts for size in (1, 2, 3) if size <= len(words))


def _are_keywords(blocks: list[Block], record: Record) -> bool:
    """Whether blocks are lists of words or lines of them, and none has a day."""
    plain = all(isinstance(block, (Paragraph, List)) for block in blocks)
    if not blocks or not plain or find_date(unstyle(to_markdown(blocks)), record.vocabulary):
        return False
    groups = read_skills(blocks, record) or []
    words = [word for group in groups for word in group.get("keywords", ())]
    return bool(words) and all(len(word.split()) <= _LONGEST_KEYWORD for word in words)


def is_leisure(title: str, record: Record) -> bool:
    """Whether a title says that what stands below is done elsewhere than at work."""
    words = key(title).split()
    begins = any(" ".join(words[:size]) in record.vocabulary["leisure"] for size in (1, 2, 3, 4))
    return begins and 1 < len(words) <= _LONGEST_TITLE


_LONGEST_TITLE = 6


def _are_pastimes(blocks: list[Block], record: Record) -> bool:
    """Whether blocks are a list of interests, of which none was begun or ended."""
    text = unstyle(to_markdown(blocks))
    return not find_date(text, record.vocabulary) and bool(read_interests(blocks, record))


def _told(blocks: list[Block], record: Record, *, untitled: bool) -> list[str]:
    items = items_of(blocks, record) or []
    if len(items) + len(blocks) > 1 and _are_languages(blocks, items, record):
        return ["languages"]
    if _are_cited(items, record):
        return ["publications"]
    if _are_projects(blocks, record):
        return ["projects"]
    found = raw_entries(blocks, "", record)
    if found and found[1] and not found[0]:
        kinds = [kind_of_entry(entry, record) for entry in found[1]]
        taught = any(
            names("schools", _head_text(entry), record)
            for entry, kind in zip(found[1], kinds, strict=True)
            if kind == "education"
        )  # "Master, Moor Lines" between a mate and a cadet has no degree
        if taught and "work" in kinds and kinds.count("") * 2 <= len(kinds):
            return ["work", "education"]
    if found and (kind := kind_of_entries(found[1], record, untitled=untitled)):
        unpaid = kind == "work" and not untitled and _are_unpaid(found[1], record)
        return ["volunteer" if unpaid else kind]
    return ["skills"] if _are_skills(blocks, record) else []


def _are_cited(items: list[tuple[int, str, list[Block]]], record: Record) -> bool:
    """Whether most items are citations with authors and a year, or with a title that is marked."""
    texts = [text for _, text, _ in items if "\t" not in text and not _lasted(text, record)]
    cited = [cite(text, record) for text in texts]
    told = [
        one for one in cited if one and one.venue and (one.is_marked or (one.authors and one.date))
    ]
    return len(told) * 2 > len(items)


def _lasted(text: str, record: Record) -> bool:
    """Whether an item has a period, as nothing has that appeared on a day."""
    found = find_date(unlink(unstyle(text))[0], record.vocabulary)
    return found is not None and found.start != found.end and not found.verbatim


def kind_of_entry(entry: RawEntry, record: Record, *, untitled: bool = False) -> str:
    """Whether a dated entry names a role held for a while (work) or a degree (education).

    In a section without a title a season or quarter is a while, too: "Cook, Ash Inn, Q4 2025".
    """
    text = _head_text(entry)
    found = find_date(text, record.vocabulary)
    if not found:
        return ""
    if entry.given:
        text = " · ".join(entry.given.get(name, "") for name in ("role", "organisation"))
    role = names("roles", text, record)
    lasted = found.start != found.end or (untitled and found.verbatim)
    first = text.partition(",")[0]
    if role and names("roles", first, record) and not names("degrees", first, record):
        return "work" if lasted else ""  # "Tutor, Illustration BA, School of Art"
    if names("degrees", text, record) and (not role or names("schools", text, record)):
        return "education"
    return "work" if role and lasted else ""


def kind_of_entries(entries: list[RawEntry], record: Record, *, untitled: bool = False) -> str:
    """The kind of most entries; beside roles that are known, some by their endings count half."""
    kinds = [kind_of_entry(entry, record, untitled=untitled) for entry in entries]
    if kinds.count("education") * 2 > len(entries):
        return "education"
    endings = sum(
        not kind and _ends_like_role(entry, record)
        for kind, entry in zip(kinds, entries, strict=True)
    )
    sure = kinds.count("work")
    ranged = all(_is_ranged(entry, record) for entry in entries)
    enough = 2 * sure + endings + (ranged and "education" not in kinds) > len(entries)
    return "work" if sure and enough else ""


def _are_unpaid(entries: list[RawEntry], record: Record) -> bool:
    """Whether most entries name what one is without pay: "Trustee", "School governor"."""
    heads = [_head_text(entry) for entry in entries]
    return sum(names("unpaid_roles", head, record) for head in heads) * 2 > len(heads)


def are_ranged(blocks: list[Block], record: Record) -> bool:
    """Whether the blocks are entries of which most lasted for a time."""
    mark = record.mark()
    found = raw_entries(blocks, "volunteer", record)
    record.reset(mark)
    ranged = [_is_ranged(entry, record) for entry in found[1]] if found and not found[0] else []
    return sum(ranged) * 2 >= len(ranged) > 0


def are_held(blocks: list[Block], record: Record) -> bool:
    """Whether the blocks are entries that all name a role and a date."""
    mark = record.mark()
    found = raw_entries(blocks, "work", record)
    record.reset(mark)
    heads = [_head_text(entry) for entry in found[1]] if found and not found[0] else []
    dated = all(find_date(head, record.vocabulary) for head in heads)
    return bool(heads) and dated and all(names("roles", head, record) for head in heads)


def are_unpaid(blocks: list[Block], record: Record) -> bool:
    """Whether the blocks are entries of which most name what one is without pay."""
    mark = record.mark()
    found = raw_entries(blocks, "work", record)
    record.reset(mark)
    return found is not None and not found[0] and _are_unpaid(found[1], record)


def are_mere_lines(blocks: list[Block], record: Record) -> bool:
    """Whether the blocks are entries of a line each, of which nothing more is said."""
    mark = record.mark()
    found = raw_entries(blocks, "work", record)
    record.reset(mark)
    entries = found[1] if found and not found[0] else []
    lines = sum(len({number for number, _ in one.head}) for one in entries)
    return 0 < len(entries) == lines and not any(one.body or one.inner for one in entries)


def _is_ranged(entry: RawEntry, record: Record) -> bool:
    """Whether an entry lasted for a time, as positions do."""
    found = find_date(_head_text(entry), record.vocabulary)
    return found is not None and found.start != found.end


def _ends_like_role(entry: RawEntry, record: Record) -> bool:
    sides = re.split(r"\s*[,|·@–—\t]\s*", _head_text(entry))
    return _is_ranged(entry, record) and any(ends_like_role(side, record) for side in sides)


def _head_text(entry: RawEntry) -> str:
    """The lines of an entry's head as they are read, with dots between them."""
    return " · ".join(unlink(unstyle(text))[0] for _, text in entry.head)


def _are_languages(
    blocks: list[Block], items: list[tuple[int, str, list[Block]]], record: Record
) -> bool:
    text = " ".join(text for _, text, _ in items)
    return not find_date(text, record.vocabulary) and read_languages(blocks, record) is not None


def _are_projects(blocks: list[Block], record: Record) -> bool:
    """A list of names in bold with what they were and, of most, when."""
    block = blocks[0] if blocks else None
    if len(blocks) != 1 or not isinstance(block, List) or len(block.items) < 2:
        return False
    named = all(is_project(item) and " " in item.text for item in block.items)
    texts = [unstyle(item.text) for item in block.items]
    dated = sum(bool(find_date(text, record.vocabulary)) for text in texts)
    told = any(names(list_, text, record) for text in texts for list_ in ("roles", "degrees"))
    owned = sum(
        _is_owned(item, text, record) for item, text in zip(block.items, texts, strict=True)
    )
    return named and dated * 2 > len(texts) and not told and owned * 2 < len(texts)


def _is_owned(item: ListItem, text: str, record: Record) -> bool:
    """Whether an item is a name, who held it and when, and no more: "Survey, Salt Institute, 2019".

    The owner may stand first; a project has what it was.
    """
    found = find_date(text, record.vocabulary)
    if not found or len(item.blocks) > 1 or len(text.split()) > _LONGEST_ITEM:
        return False
    sides = _SIDES.split(text[: found.begin] + "\t" + text[found.finish :])
    parts = [part.strip(" ()") for part in sides if part.strip(" ()")]
    large = all(not part[:1].islower() for part in parts)
    return large and len(parts) > 1 and any(is_body(part, record) for part in parts)


_SIDES = re.compile(r"\t|[,:;|·]\s|\s[–—-]\s")
_LONGEST_ITEM = 16


def _are_skills(blocks: list[Block], record: Record) -> bool:
    """Labelled lists of keywords, a table of skills and levels, or words in one line."""
    if not all(isinstance(block, (Paragraph, List, Table, Definitions)) for block in blocks):
        return False
    groups = read_skills(blocks, record)
    if not groups or any(find_date(group.get("name", ""), record.vocabulary) for group in groups):
        return False
    words = [word for group in groups for word in group.get("keywords", ())]
    if any(find_date(word, record.vocabulary) for word in words):
        return False  # "Moss University, 2016- Leeds; read botany"
    long = sum(len(word.split()) > _LONGEST_KEYWORD for word in words)
    named = [group for group in groups if "name" in group]
    if len(named) == len(groups) and not long:
        several = len(words) > len(groups) or all("level" in group for group in groups)
        return len(groups) > 1 and several
    if len(named) > 1 and len(named) == len(groups) - 1:  # a remark beside them
        told = [word for group in named for word in group.get("keywords", ())]
        short = sum(len(word.split()) <= _LONGEST_KEYWORD for word in told)
        return len(told) >= _MANY * len(named) and short * 10 >= len(told) * 9
    if long:
        return False
    if len(named) > 1 and len(words) > len(groups):
        return True  # labelled lists, and words that no label gathers
    text = blocks[0].text if isinstance(blocks[0], Paragraph) else ""
    listed = bool(re.search(r"\s[·•|]\s", text)) or _are_words(text, words, record)
    return len(blocks) == 1 and listed and len(words) >= _FEWEST_KEYWORDS


def _are_words(text: str, words: list[str], record: Record) -> bool:
    """Whether one line between commas is of words, not of the names of people, places or firms."""
    small = sum(word[:1].islower() for word in words[1:]) * 2 >= len(words[1:])
    whole = "\n" in text or re.search(r"\d|[.!?:]$", text)
    return small and not whole and not any(is_place(word, record) for word in words)
