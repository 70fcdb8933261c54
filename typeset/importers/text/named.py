"""Sections of short items: languages, certificates, publications, awards, interests, references."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.blocks import (
    Block,
    Definitions,
    List,
    ListItem,
    Paragraph,
    Table,
    to_markdown,
)
from typeset.importers.text.bodies import read_body
from typeset.importers.text.dates import DateFound, find_date
from typeset.importers.text.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.skills import head_rows, read_skills
from typeset.importers.text.vocabulary import key

_FLUENCY = re.compile(
    r"(.{2,30}?)\s*(?:[:：]|\s[–—-]|\t)\s*(.+)|(.{2,30}?)\s*[(（](.+)[)）]", re.DOTALL
)
_EDGES = " \t,;:|·–—-"
Entry = dict[str, Any]


def items_of(blocks: list[Block], record: Record) -> list[tuple[int, str, list[Block]]] | None:
    """The lines or bullets of a section: (line, text, blocks under it); None for other shapes."""
    found: list[tuple[int, str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                if not item.text:
                    return None
                found.append((item.line, item.text, item.blocks[1:]))
        elif isinstance(block, Paragraph):
            hard = all(line.hard for line in block.lines[:-1])
            if hard:
                found += [(line.number, line.text, []) for line in block.lines]
            else:
                found.append((block.line, block.text, []))
        elif isinstance(block, Table):
            rows = [*head_rows(block, record), *block.rows]
            numbers = block.numbers[-len(rows) :]
            found += [
                (number, "\t".join(cell for cell in row if cell), [])
                for number, row in zip(numbers, rows, strict=False)
                if any(row)
            ]
        elif isinstance(block, Definitions):
            for term, below in block.items:
                first = below[0] if below else None
                said = f"{term.text}\t{first.text}" if isinstance(first, Paragraph) else term.text
                found.append((term.number, said, below[1 if isinstance(first, Paragraph) else 0 :]))
        else:
            return None
    return found


def read_languages(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Languages with their fluency, or None where too few of them are known as languages."""
    mark = record.mark()
    items = items_of(blocks, record)
    if items is None:
        return None
    texts = [part for _, text, below in items for part in split_languages(text) if not below]
    if any(below for _, _, below in items) or not texts:
        return None
    entries: list[Entry] = []
    known = 0
    for text in texts:
        match = _FLUENCY.fullmatch(unstyle(text).strip())
        name, fluency = ((match[1] or match[3]), (match[2] or match[4])) if match else (text, "")
        name = unstyle(name).strip()
        first, _, level = name.partition(" ")
        if not fluency and level and _is_fluency(first, level, record):
            name, fluency = first, level
        known += record.vocabulary.has("tongues", name)
        entries.append({"language": name, **({"fluency": fluency.strip()} if fluency else {})})
        if len(name.split()) > 4:
            known -= 1
    if known * 2 > len(entries):
        return entries
    record.reset(mark)
    return None


def _is_fluency(name: str, level: str, record: Record) -> bool:
    """Whether a name of a language is followed by how well it is spoken: "Inglês avançado"."""
    words = record.vocabulary
    return words.has("tongues", name) and key(level) in words["levels"]


def split_languages(text: str) -> list[str]:
    """A line of languages, cut at its separators (not within brackets)."""
    separated = [p for part in split_top(text, re.compile(r"\s*[·•|;、؛／]\s*")) for p in [part]]
    if len(separated) > 1:
        return separated
    return split_top(text, re.compile(r"\s*[,，،]\s*"))


def read_interests(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Interests: groups as in skills, or one interest an item."""
    groups = read_skills(blocks, record)
    if groups is None:
        return None
    return [
        entry
        for group in groups
        for entry in (
            [group] if "name" in group else [{"name": word} for word in group["keywords"]]
        )
    ]


def date_at_end(text: str, record: Record, bracketed: bool = False) -> tuple[str, DateFound | None]:
    """A date that stands at either end of an item, and the item without it.

    With `bracketed`, one at the end must be in brackets.
    """
    plain = text.rstrip()
    found = find_date(plain, record.vocabulary)
    if not found:
        return text, None
    before, after = plain[: found.begin], plain[found.finish :]
    if (
        not re.sub(r"[\W_]", "", after)
        and re.search(r"[(（\[,;|·–—\t-]\s*$", before)
        and "](" not in after
    ):
        bracket = re.search(r"[(（\[]\s*$", before) is not None
        closed = re.match(r"\s*[)）\]]", after) is not None
        if bracket == closed and (bracket or not bracketed):
            return before.rstrip("([（ ").rstrip(_EDGES), found
    if not re.sub(r"[\W_]", "", before) and re.match(r"\s*(?:[):：,|·–—\t]|-\s)|\s+\S", after):
        return after.lstrip(") ").lstrip(_EDGES), found
    return text, None


def _is_citation(text: str, single: str) -> bool:
    """Whether a publication is a sentence, full stop and all, whose year is a part of it."""
    return single == "releaseDate" and text.rstrip().endswith(".")


def date_values(found: DateFound | None, line: int, single: str, record: Record) -> Entry:
    """The date as the entry's own key (`single`) holds it, or as a range; the text is used up."""
    if not found:
        return {}
    values: Entry = dict(found.values)
    if single and found.start == found.end:
        values = {single: found.start, **({"dates": found.text} if found.verbatim else {})}
    record.use_date(line, found)
    return values


def read_items(blocks: list[Block], name: str, single: str, record: Record) -> list[Entry] | None:
    """One entry an item: its words under `name`, its date under `single`, the rest below it."""
    items = items_of(blocks, record)
    if not items:
        return None
    entries: list[Entry] = []
    for line, text, below in items:
        text = re.sub(r"^`([^`]+)`\s*", r"\1 ", text)  # a date in a code span
        rest, found = date_at_end(text, record, bracketed=_is_citation(text, single))
        if not rest.strip():
            return None
        shown, target = unlink(rest)
        whole = target and rest.strip().startswith(("[", "<")) and rest.strip().endswith((")", ">"))
        entry: Entry = {name: shown.strip() if whole and rest.count("](") < 2 else rest.strip()}
        if whole and rest.count("](") < 2:
            entry["url"] = target
        entry[name] = re.sub(r"\s*\t\s*", " · ", entry[name])
        entries.append({**entry, **date_values(found, line, single, record), **read_body(below)})
    return entries


def read_references(blocks: list[Block], record: Record) -> list[Entry] | None:
    """References: an item or paragraph each, in its author's words."""
    texts = [
        to_markdown(item.blocks) if isinstance(item, ListItem) else to_markdown([item])
        for block in blocks
        for item in (block.items if isinstance(block, List) else [block])
    ]
    return [{"reference": text} for text in texts if text] or None
