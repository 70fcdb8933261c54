"""Items: the lines, bullets, rows or terms of a section, one by one."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.heads.words import names
from typeset.importers.text.items.dated_rows import soft_rows_as_items
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Line,
    List,
    ListItem,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.skills.tables import head_rows
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import begins_large

Item = tuple[int, str, list[Block]]
"""Its line, its text, and the blocks under it."""


def items_of(blocks: list[Block], record: Record) -> list[Item] | None:
    """The lines or bullets of a section: (line, text, blocks under it); None for other shapes."""
    blocks = unquoted(blocks)
    if _are_bold_over_texts(blocks):
        return _under_bold(blocks, record)
    found: list[Item] = []
    for block in soft_rows_as_items(blocks, record):
        if isinstance(block, List):
            if not all(item.text for item in block.items):
                return None
            found += [_of_bullet(item, record) for item in block.items]
        elif isinstance(block, Paragraph):
            found += _of_paragraph(block)
        elif isinstance(block, Table):
            found += _of_table(block, record)
        elif isinstance(block, Definitions):
            found += _of_definitions(block, record)
        else:
            return None
    return found


def _are_bold_over_texts(blocks: list[Block]) -> bool:
    """Whether a section is lines in bold, two at least, and paragraphs or lists under them."""
    bold = [_is_bold(block) for block in blocks]
    texts = all(isinstance(block, (Paragraph, List)) for block in blocks)
    return texts and bold[:1] == [True] and sum(bold) > 1 and not all(bold)


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and wholly(block.text)[0] == "strong"


def _under_bold(blocks: list[Block], record: Record) -> list[Item]:
    """An item for each line in bold, with what is not bold under it."""
    found: list[Item] = []
    for block in blocks:
        if isinstance(block, Paragraph) and _is_bold(block):
            found.append((block.line, block.text, []))
        else:
            found[-1][2].extend(_lines_apart(block, record))
    return found


def _lines_apart(block: Block, record: Record) -> list[Block]:
    """The lines of a paragraph that its author ended, each alone; one line with the day last."""
    lines = block.lines if isinstance(block, Paragraph) else []
    named = len(lines) == _NAME_AND_DAY and not re.search(r"[\d:,]", lines[0].text)
    if named and is_only_date(unstyle(lines[-1].text), record.vocabulary):
        return [Paragraph([Line(block.line, "\t".join(line.text for line in lines))])]
    ended = len(lines) > 1 and all(line.hard for line in lines[:-1])
    return [Paragraph([line]) for line in lines] if ended else [block]


_NAME_AND_DAY = 2


def _of_bullet(item: ListItem, record: Record) -> Item:
    """A bullet and what stands under it, as lines behind a name in bold with its day do.

    "- **Moss Cup**, Salem *(May 2019)*" over "Led a crew of three."
    """
    first = item.blocks[0]
    lines = first.lines if isinstance(first, Paragraph) else []
    if len(lines) > 1 and lines[0].text.startswith("**"):
        text = unstyle(lines[0].text)
        found = find_date(text, record.vocabulary)
        if found and found.begin and not re.search(r"\w", text[found.finish :]):
            return item.line, lines[0].text, [Paragraph(lines[1:]), *item.blocks[1:]]
    return item.line, item.text, item.blocks[1:]


def _of_paragraph(block: Paragraph) -> list[Item]:
    """A line each where their author ended them, else the whole; a name in bold has its texts."""
    first, *more = block.lines
    styled = [wholly(line.text)[0] == "strong" for line in block.lines]
    if more and first.hard and styled[0] and not any(styled[1:]):
        return [(first.number, first.text, [Paragraph([line]) for line in more])]
    if more and "\t" in first.text and _is_sentence(more):
        return [(first.number, first.text, [Paragraph(more)])]
    if all(line.hard for line in block.lines[:-1]):
        return [(line.number, line.text, []) for line in block.lines]
    if _are_names(block.lines):
        return [(line.number, line.text, []) for line in block.lines]
    if _are_clauses([line.text.rstrip() for line in block.lines]):
        return [(line.number, line.text.rstrip(" ;；."), []) for line in block.lines]
    return [(block.line, block.text, [])]


def _are_names(lines: list[Line]) -> bool:
    """Whether each line is short and begins as a name does, and no margin ended all of them.

    "First aid, Red Cross" over "Forklift licence, Moss Training": a margin so narrow is none, and
    one ends no line that could have held the next word.
    """
    plain = [unstyle(line.text).strip() for line in lines]
    widest = max(map(len, plain))
    room = any(len(a) + 1 + len(b.split()[0]) <= widest for a, b in pairwise(plain) if b)
    apart = all(begins_large(text) and len(text.split()) <= _LONGEST_NAME for text in plain)
    going_on = any(re.search(r"[,;:(&/–—-]$|[.!?]$", text) for text in plain[:-1])
    return apart and not going_on and (room or widest <= _NO_MARGIN)


_LONGEST_NAME = 9
_NO_MARGIN = 38


def _is_sentence(lines: list[Line]) -> bool:
    """Whether lines have no columns, and end as a sentence of several words does."""
    told = " ".join(line.text for line in lines)
    return told.endswith(".") and "\t" not in told and len(told.split()) >= _SHORTEST_SENTENCE


_SHORTEST_SENTENCE = 6


def _are_clauses(lines: list[str]) -> bool:
    """Whether each line ends as the items of a list in a sentence do: "Wiring - Moss School;"."""
    stopped = all(line.endswith((";", "；", ".")) for line in lines[:-1])
    return stopped and sum(line.endswith((";", "；")) for line in lines) >= _FEWEST_CLAUSES


_FEWEST_CLAUSES = 2


def _of_table(block: Table, record: Record) -> list[Item]:
    """A row each, with tabs between the cells that are not empty; a column of texts is below."""
    named = head_rows(block, record)
    rows = [*named, *block.rows]
    numbers = block.numbers[-len(rows) :]
    text = -1 if named else _text_column(block, record)
    found: list[Item] = []
    for number, row in zip(numbers, rows, strict=False):
        said = row[text] if 0 < text < len(row) else ""
        cells = [cell for at, cell in enumerate(row) if cell and not (said and at == text)]
        below: list[Block] = [Paragraph([Line(number, said)])] if said and cells else []
        if any(row):
            found.append((number, "\t".join(cells) or said, below))
    return found


def _text_column(block: Table, record: Record) -> int:
    """The last column, where its head says that it holds texts and its cells are no days; or -1.

    "Details" over "Red Cross, 2019" in each row are the giver and the day.
    """
    at = len(block.head) - 1
    if at < 1 or record.vocabulary.column(unstyle(block.head[at])) != "text":
        return -1
    cells = [unstyle(row[at]) for row in block.rows if len(row) > at and row[at]]
    dates = [find_date(cell, record.vocabulary) for cell in cells]
    ends = [
        one is not None and not cell[one.finish :].strip(" .)")
        for one, cell in zip(dates, cells, strict=True)
    ]
    return -1 if not cells or all(ends) else at


def _of_definitions(block: Definitions, record: Record) -> list[Item]:
    """A term each, with a tab before the paragraph that defines it."""
    found: list[Item] = []
    for term, below in block.items:
        first = below[0] if below else None
        said = term.text
        if isinstance(first, Paragraph):
            said = _of_year(first.text, said, record) or f"{said}\t{first.text}"
        found.append((term.number, said, below[1 if isinstance(first, Paragraph) else 0 :]))
    return found


def _of_year(text: str, year: str, record: Record) -> str:
    """ "2024" over "Talk, Forum, 12 September": the text with its whole day; "" for others."""
    if not re.fullmatch(r"(?:19|20)\d\d", year) or find_date(text, record.vocabulary):
        return ""
    whole = f"{text.rstrip('. ')} {year}"
    found = find_date(whole, record.vocabulary)
    return whole if found and found.finish == len(whole) and len(found.start) > len(year) else ""


def in_columns(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs of a name, a line or two under it and the date last, each as one line of parts."""
    lines = [block.lines if isinstance(block, Paragraph) else [] for block in blocks]
    alike = len(blocks) > 1 and all(1 < len(some) <= _MOST_LINES for some in lines)
    if not alike or not all(_ends_in_date([line.text for line in some], record) for some in lines):
        return blocks
    return [
        Paragraph([Line(some[0].number, "\t".join(line.text.strip() for line in some))])
        for some in lines
    ]


_MOST_LINES = 3


def under_dated_names(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs of a name with its day over who gave it, as a list with an item each.

    "Best Essay Prize (2020)" / "Department of Letters" / "Moss University, Leeds": the last line
    is the giver, what stands between is said of it.
    """
    items: list[ListItem] = []
    for block in blocks:
        lines = block.lines if isinstance(block, Paragraph) else []
        first = unstyle(lines[0].text) if 1 < len(lines) <= _MOST_LINES else ""
        found = find_date(first, record.vocabulary)
        if not found or not found.begin or re.search(r"\w", first[found.finish :]):
            return blocks
        below = [unstyle(line.text) for line in lines[1:]]
        if any(_is_other_item(text, record) for text in below):
            return blocks
        name = first[: found.begin].rstrip(" (,–—-")
        head = Line(lines[0].number, f"{name}\t{lines[-1].text.strip()}\t{found.text}")
        said = [Paragraph(lines[1:-1])] if lines[1:-1] else []
        items.append(ListItem(head.number, [Paragraph([head]), *said]))
    if len(items) < _FEWEST_NAMES:
        return blocks
    record.choose(items[0].line, "giver-under-name", items[0].text, "an entry each")
    return [List(items[0].line, items)]


_FEWEST_NAMES = 2


def _is_other_item(text: str, record: Record) -> bool:
    """Whether a line under an item is one of its own, or a sentence on it."""
    dated = find_date(text, record.vocabulary)
    return bool(dated) or names("prizes", text, record) or text.endswith(".")


def _undated_last(lines: list[str], dated: list[bool]) -> bool:
    """Whether names without a date come last, behind as many lines with one, and tell of none.

    "Wiring, Moss School, 2012" / "Welding, 2020" / "Manual handling".
    """
    count = dated.index(False)
    told = any(dated[count:]) or count < max(_FEWEST_NAMES, len(dated) - count)
    named = all(line[:1].isupper() and line[-1:] not in ".,;:" for line in lines[1:])
    return not told and named


def _ends_in_date(lines: list[str], record: Record) -> bool:
    """Whether the last of several lines alone has a date, and ends in it."""
    *others, last = (unstyle(line).strip() for line in lines)
    found = find_date(last, record.vocabulary)
    dated = any(find_date(other, record.vocabulary) for other in others)
    return not dated and found is not None and not re.search(r"\w", last[found.finish :])


def by_dates(block: Block, record: Record) -> Block:
    """A paragraph whose every line has a date of its own: its author ended these lines."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return block
    plain = [unstyle(line.text).strip() for line in block.lines]
    if any(text[:1].islower() for text in plain):
        return block
    if len(plain) <= 3 and is_only_date(plain[0], record.vocabulary):
        below = [line.text.strip() for line in block.lines[1:]]
        return Paragraph([Line(block.line, "\t".join([*below, plain[0]]))], block.indented)
    starts = [at for at, text in enumerate(plain) if is_only_date(text, record.vocabulary)]
    if len(starts) > 1 and starts[0] == 0 and all(b - a in (2, 3) for a, b in pairwise(starts)):
        groups = [block.lines[a:b] for a, b in pairwise([*starts, len(plain)])]
        joined = ["\t".join(line.text.strip() for line in [*some[1:], some[0]]) for some in groups]
        return Paragraph(
            [Line(some[0].number, text, True) for some, text in zip(groups, joined, strict=True)]
        )
    dated = [find_date(text, record.vocabulary) is not None for text in plain]
    if not all(dated) and not _undated_last(plain, dated):
        return block
    return Paragraph([Line(line.number, line.text, True) for line in block.lines], block.indented)
