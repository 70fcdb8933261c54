"""The period of an entry below its heading: in a quotation, a table, or behind other texts."""

from __future__ import annotations

from typeset.importers.text.heads.lines import RawEntry, is_head_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Line,
    List,
    ListItem,
    Paragraph,
    Quote,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key


def unquoted(blocks: list[Block]) -> list[Paragraph]:
    """The paragraphs of a first block that is set in as a quotation: "> Period: …"."""
    first = blocks[0] if blocks else None
    inner = first.blocks if isinstance(first, Quote) else []
    return [one for one in inner if isinstance(one, Paragraph)] if all(
        isinstance(one, Paragraph) for one in inner
    ) else []  # fmt: skip


def take_period_row(
    head: list[tuple[int, str]], blocks: list[Block], record: Record
) -> list[Block]:
    """Move the period in a first table of labels and values to the head; the blocks left.

    The labels stand in the first column ("Period | 2019 – 2021") or, in a table of one row,
    in its head. A head that only names the columns ("key | value") is left out.
    """
    table = blocks[0] if blocks and isinstance(blocks[0], Table) else None
    mark = record.mark()
    pairs = _pairs(table, record) if table else []
    told = [_is_period(label, value, record) for _, label, value in pairs]
    if True not in told:
        record.reset(mark)
        return blocks
    at = told.index(True)
    number, label, value = pairs.pop(at)
    record.use_label(number, _plain(label), "labels.dates")
    record.choose(number, "period-in-table", f"{label} {value}", "an entry's dates")
    head.append((number, value))
    if len({number for number, _, _ in pairs} | {number}) == 1:
        cells = [(label, value) for _, label, value in pairs]
        return [*labelled_cells(number, cells, number, record), *blocks[1:]]
    rows = [[label, value] for _, label, value in pairs]
    numbers = [number for number, _, _ in pairs]
    return [Table(numbers[0], rows[0], rows[1:], numbers), *blocks[1:]]


def labelled_cells(
    line: int, told: list[tuple[str, str]], head: int, record: Record
) -> list[Block]:
    """A list of the cells that no field is known for, each behind its label in the row `head`."""
    texts = [f"{unstyle(label)}: {cell}" for label, cell in told if cell]
    for text in texts:
        record.choose(line, "cell-under-label", text, "a text of the entry")
    for label, _ in told if texts else ():
        record.use_shared(head, unstyle(label))
    items = [ListItem(line, [Paragraph([Line(line, text)])]) for text in texts]
    return [List(line, items)] if items else []


def _pairs(table: Table, record: Record) -> list[tuple[int, str, str]]:
    """Line, label and value of each fact that a table tells; none for other tables."""
    below = list(zip(table.head, table.rows[0], strict=False)) if len(table.rows) == 1 else []
    if all(table.head) and any(_is_period(label, value, record) for label, value in below):
        return [(table.line, label, value) for label, value in below]
    if len(table.head) != 2 or len(table.numbers) != len(table.rows) + 1:
        return []
    rows = list(zip(table.numbers, [table.head, *table.rows], strict=True))
    heads = record.vocabulary["form_heads"]
    if all(key(cell) in heads for cell in map(_plain, table.head)):
        for cell in table.head:
            record.use_label(table.line, _plain(cell), "form_heads")
        rows = rows[1:]
    return [(number, row[0], row[1]) for number, row in rows if all(row[:2])]


def _is_period(label: str, value: str, record: Record) -> bool:
    dated = is_only_date(_plain(value), record.vocabulary)
    return record.vocabulary.column(_plain(label)) == "dates" and dated is not None


def _plain(cell: str) -> str:
    return unlink(unstyle(cell))[0].strip().rstrip(":：").strip()


def take_late_date(entry: RawEntry, record: Record) -> None:
    """Move a date behind a line on the employer, and the role under it, to an undated head."""
    if any(find_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in entry.head):
        return
    for at, block in enumerate(entry.body[1:_LATEST], start=1):
        if not isinstance(block, Paragraph) or not isinstance(entry.body[at - 1], Paragraph):
            return
        if len(block.lines) > 1 or not is_only_date(unstyle(block.text), record.vocabulary):
            continue
        below = entry.body[at + 1] if at + 1 < len(entry.body) else None
        role = isinstance(below, Paragraph) and len(below.lines) == 1 and (
            names("roles", below.text, record) and is_head_line(below.text, record)
        )  # fmt: skip
        taken = [block, below] if role and isinstance(below, Paragraph) else [block]
        record.choose(block.line, "date-below-text", block.text, "an entry's dates")
        entry.head += [(one.line, one.text) for one in taken]
        del entry.body[at : at + len(taken)]
        return


_LATEST = 3
