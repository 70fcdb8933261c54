"""A résumé without any title of a section → sections, by what its lines name."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.content import kind_of_entry, kinds_told
from typeset.importers.text.entries.entries import raw_entries
from typeset.importers.text.heads.lines import RawEntry, is_head_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import Outline, RawSection
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_FEWEST = 3
"""How many dated heads in a row are no prose that happens to name years."""
_RUN_IN = re.compile(r"(?P<title>[^:：]{3,40})[:：]\s+(?P<text>\S.*)", re.DOTALL)
_BESIDE = re.compile(r"\s*\([^()]*\)$")


def by_entries(found: Outline, record: Record) -> Outline:
    """An outline without sections cut at its dated heads; as it is where these are few."""
    if found.sections:
        return _with_first_work(_with_timeline(found, record), record)
    blocks = found.header
    starts = [at for at, block in enumerate(blocks) if at and _is_head(block, record)]
    if len(starts) < _FEWEST:
        return _with_first_work(_with_timeline(found, record), record)
    titled = [at for at, block in enumerate(blocks) if at > starts[0] and _run_in(block, record)]
    result = Outline(blocks[: starts[0]], _cut(blocks, [*starts, *titled], record))
    record.choose(result.sections[0].line, "no-titles", "entries without titles", "by their words")
    return result


def _cut(blocks: list[Block], starts: list[int], record: Record) -> list[RawSection]:
    """Blocks from the first of `starts` on, cut at each; entries of one kind in a row together."""
    sections: list[RawSection] = []
    for start, end in pairwise(sorted({*starts, len(blocks)})):
        part = blocks[start:end]
        if run_in := _run_in(part[0], record):
            title, text = run_in
            kinds = kinds_of(_BESIDE.sub("", title), record.vocabulary)
            section = RawSection(title, text.number, kinds, [Paragraph([text]), *part[1:]])
        else:
            section = RawSection("", part[0].line, _kinds(part, record), part)
        last = sections[-1] if sections else None
        if last and not last.title and not section.title and last.kinds == section.kinds:
            last.blocks += part
        else:
            sections.append(section)
    return sections


def _with_timeline(found: Outline, record: Record) -> Outline:
    """An outline whose header ends in paragraphs that begin with a period each, as sections.

    "2013–2017 Hill College", "2018–2020 Moss Labs", "since 2021 Fern Ltd": a life without titles.
    """
    blocks = found.header
    starts = [at for at, block in enumerate(blocks) if _begins_with_period(block, record)]
    first = starts[0] if starts else len(blocks)
    if len(starts) < _FEWEST or len(starts) * 2 <= len(blocks) - first:
        return found
    record.choose(blocks[first].line, "no-titles", "paragraphs behind periods", "entries")
    made = _cut(blocks, starts, record)
    told = sum(bool(section.kinds) for section in made)
    positions = any("work" in section.kinds for section in made)
    if positions and told >= _TOLD * len(made) and not found.sections:
        made = _with_others_as_work(made)
    return Outline(blocks[:first], [*made, *found.sections])


_TOLD = 2 / 3
"""How many parts of a timeline of studies and positions say which they are."""


def _with_others_as_work(sections: list[RawSection]) -> list[RawSection]:
    """The sections of a timeline with positions, where what names nothing else is one too."""
    result: list[RawSection] = []
    for section in sections:
        if not section.title and not section.kinds:
            section.kinds = ["work"]
        last = result[-1] if result else None
        if last and not last.title and not section.title and last.kinds == section.kinds:
            last.blocks += section.blocks
        else:
            result.append(section)
    return result


def _begins_with_period(block: Block, record: Record) -> bool:
    """Whether the first line of a paragraph is a range of dates and words behind it."""
    text = unstyle(block.lines[0].text).strip() if isinstance(block, Paragraph) else ""
    dated = find_date(text, record.vocabulary) if text else None
    ranged = dated is not None and not dated.begin and dated.start != dated.end
    return ranged and bool(re.match(r"\s*[^\W\d_]", text[dated.finish :] if dated else ""))


def _with_first_work(found: Outline, record: Record) -> Outline:
    """An outline whose header ends in a table or list of positions, which needs no title there."""
    last = found.header[-1] if found.header else None
    titled = any("work" in section.kinds for section in found.sections)
    if titled or not isinstance(last, (Table, List)):
        return found
    told = kinds_told("", [last], record)
    if "work" not in told:
        return found
    record.choose(last.line, "no-titles", "positions without a title", ", ".join(told))
    work = RawSection("", last.line, told, [last])
    return Outline(found.header[:-1], [work, *found.sections])


def _is_head(block: Block, record: Record) -> bool:
    """Whether a paragraph is a dated head and nothing else, and stands out in bold."""
    if not isinstance(block, Paragraph) or not 0 < len(block.lines) <= _FEWEST:
        return False
    short = all(is_head_line(line.text, record) for line in block.lines)
    return short and block.text.startswith("**") and _is_dated(block, record)


def _is_dated(block: Paragraph, record: Record) -> bool:
    return any(find_date(unstyle(line.text), record.vocabulary) for line in block.lines)


def _run_in(block: Block, record: Record) -> tuple[str, Line] | None:
    """A known title and the text that follows it in one paragraph: "**Skills**: a, b"."""
    if isinstance(block, Heading) or not isinstance(block, Paragraph):
        return None
    first = block.lines[0]
    match = _RUN_IN.fullmatch(block.text)
    title = unlink(unstyle(match["title"]))[0].strip() if match else ""
    if not match or not kinds_of(_BESIDE.sub("", title), record.vocabulary):
        return None
    return title, Line(first.number, match["text"].removeprefix("**").strip())


def _kinds(blocks: list[Block], record: Record) -> list[str]:
    """The kind of one entry: of work where it names a role, else none."""
    mark = record.mark()
    found = raw_entries(blocks, "work", record)
    record.reset(mark)
    entry = found[1][0] if found and found[1] else RawEntry([(blocks[0].line, "")])
    text = " ".join(unlink(unstyle(text))[0] for _, text in entry.head)
    if record.vocabulary.sections.get(key(text.partition(" ")[0])) == "volunteer":
        return ["volunteer"]
    kind = kind_of_entry(entry, record)
    if not kind and names("schools", text, record) and not names("roles", text, record):
        kind = "education"
    return [kind] if kind else []
