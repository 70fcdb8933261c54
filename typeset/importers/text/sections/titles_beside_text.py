"""Known titles that a text follows on their line: "OBJECTIVE: To be …", "SKILLS Welding"."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph
from typeset.importers.text.markup.inline import wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import is_computing, known_title
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def title_beside_text(
    block: Paragraph, above: Block | None, level: int, bare: bool, columns: bool, record: Record
) -> list[Block]:
    """A paragraph as a heading of a level, and its text; empty where no title begins it.

    Capitals and tabs alone tell a title only where a source has no marks (`bare`); tabs do where
    known titles have a column (`columns`), and there every title by its last word.
    """
    first, *more = block.lines
    if parts := _run_in_titles(block, level, record):
        return parts
    if bare and (title := _capital_title(first.text, record)):
        heading = Heading(level, title, first.number, marked=False)
        record.choose(first.number, "title-beside-text", first.text, f"section: {title}")
        said = first.text[len(title) :].strip()
        return [heading, Paragraph([Line(first.number, said, first.hard), *more])]
    rows = isinstance(above, Heading) and all("\t" in line.text for line in (first, *more))
    if rows and more:
        return []  # "Languages\tWelsh", "Tools\tlathe" under a title: labels of its rows
    if (bare or columns) and (cells := _before_tab(first.text, above, columns, record)):
        title, said = cells
        heading = Heading(level, title, first.number, marked=False)
        return [heading, Paragraph([Line(first.number, said, first.hard), *more], block.indented)]
    return []


_SAID = ("summary", "references")
_RUN_IN = re.compile(r"(\*\*)?([^:*]{3,40}):(\*\*)?\s+(\S.*)", re.DOTALL)


def _run_in_titles(block: Paragraph, level: int, record: Record) -> list[Block]:
    """A paragraph whose first line is a title and its text, and others perhaps too; or nothing.

    "HOBBIES: rowing" over "LANGUAGES: Welsh".
    """
    result: list[Block] = []
    lines: list[Line] = []
    for line in block.lines:
        title, prose = _run_in(line, len(block.lines) == 1, record) or ("", line)
        if not title and not result:
            return []
        if title:
            lines = []
            result += [Heading(level, title, line.number, marked=False)]
            result += [Paragraph(lines, block.indented)]
        lines.append(prose)
    return result


def _run_in(first: Line, alone: bool, record: Record) -> tuple[str, Line] | None:
    """A title in capitals, or a bold one of prose, that its text follows: "OBJECTIVE: To be …"."""
    style, inner = wholly(first.text)
    if style == "em" and alone and (match := _RUN_IN.fullmatch(inner)):
        said = known_title(match[2], record) == "references"  # "*References: ask …*"
        return (match[2].strip(), Line(first.number, match[4], first.hard)) if said else None
    match = _RUN_IN.fullmatch(first.text)
    kinds = kinds_of(match[2], record.vocabulary) if match else []
    if not match or not kinds:
        return None
    stated = known_title(match[2], record) == "summary"
    prose = (bool(match[1]) or stated) and kinds[0] in _SAID and len(match[4].split()) > 6
    if not prose and not match[2].isupper():
        return None
    return match[2].strip(), Line(first.number, match[4], first.hard)


def _capital_title(text: str, record: Record) -> str:
    """The known title in capitals that a line begins with, before words that are not: "" for none.

    "EDUCATION Northern College of Art"; a gap may stand between.
    """
    words = re.split(" +", text)
    count = next((at for at, word in enumerate(words) if not word.isupper() and word != "&"), 0)
    title = " ".join(words[:count])
    while title and not known_title(title, record):
        title = title.rpartition(" ")[0]
    after = words[len(title.split())] if title else ""
    begun = text.startswith(title) and len(title) > _SHORTEST_CAPITAL
    return title if begun and after[:1].isupper() else ""


_SHORTEST_CAPITAL = 5


def have_column(blocks: list[Block], record: Record) -> bool:
    """Whether several known titles stand left of a tab, each beginning a paragraph."""
    firsts = [block.lines[0].text for block in blocks if isinstance(block, Paragraph)]
    cells = [text.partition("\t")[0] for text in firsts if "\t" in text]
    return sum(bool(kinds_of(cell, record.vocabulary)) for cell in cells) >= _FEWEST_TITLES


_FEWEST_TITLES = 2


def _before_tab(
    text: str, above: Block | None, columns: bool, record: Record
) -> tuple[str, str] | None:
    """A known title in the first column of a line, and the text in the others."""
    beside, tab, said = text.partition("\t")
    kind = record.vocabulary.sections.get(record.vocabulary.joined(beside)) if tab else ""
    if tab and not kind and is_computing(beside, above, record):
        kind = "skills"
    if tab and not kind and columns and not find_date(beside, record.vocabulary):
        kind = next(iter(kinds_of(beside, record.vocabulary)), "")
    told = kind and kind != "contact" and beside[:1].isupper() and said.strip()
    return (beside.strip(), said.strip()) if told else None


_BOLD = re.compile(r"\*\*([^*]{3,40}?)\s*[:：]?\*\*\s*[:：]?\s+([^\s,;–—-].*)", re.DOTALL)


def have_bold_titles(blocks: list[Block], record: Record) -> bool:
    """Whether known titles are bold, two at least alone on their lines: no label is so."""
    alone = [
        block.lines[0].text
        for block in blocks
        if isinstance(block, Paragraph) and wholly(block.lines[0].text)[0] == "strong"
    ]
    return len({known_title(text, record) for text in alone} - {""}) >= _FEWEST_TITLES


def bold_beside_text(block: Paragraph, level: int, record: Record) -> list[Block]:
    """ "**Languages** French, Dutch" as a heading and its text; empty for other lines."""
    first, *more = block.lines
    match = _BOLD.fullmatch(first.text)
    title = match[1] if match else ""
    other = key(title) in record.vocabulary["other_titles"]
    if not match or not (other or known_title(title, record)):
        return []
    record.choose(first.number, "title-beside-text", first.text, f"section: {match[1]}")
    said = Line(first.number, match[2].strip(), first.hard)
    return [Heading(level, match[1], first.number, marked=False), Paragraph([said, *more])]


def bold_behind_text(block: Paragraph, level: int, record: Record) -> list[Block]:
    """ "No. 4711 **Languages**" as a text and the heading of what follows; empty for other lines.

    So converters of pages leave a title that no line's end parted from the text above it.
    """
    *others, last = block.lines
    match = _BOLD_LAST.fullmatch(last.text)
    if not match or not known_title(match[2], record):
        return []
    record.choose(last.number, "title-behind-text", last.text, f"section: {match[2]}")
    said = Line(last.number, match[1], last.hard)
    return [Paragraph([*others, said]), Heading(level, match[2], last.number, marked=False)]


_BOLD_LAST = re.compile(r"([^*]*[^\s*,:;–—-])\s+\*\*([^*:]{3,40}?)\s*[:：]?\*\*", re.DOTALL)
