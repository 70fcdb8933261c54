"""The head row of a table that is no row of it: what the columns are, or a section's title."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Table,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import key


def without_form_heads(blocks: list[Block], record: Record) -> list[Block]:
    """Tables of labels and values without their head: it is left out, or a section's title."""
    level = min((b.level for b in blocks[1:] if isinstance(b, Heading)), default=2)
    return [one for block in blocks for one in _without_head(block, level, record)]


def _without_head(block: Block, level: int, record: Record) -> Iterator[Block]:
    if isinstance(block, Table) and (titled := _titled_skills(block, level, record)):
        yield from titled
        return
    told = _labelled_rows(block, record) if isinstance(block, Table) else 0
    if not isinstance(block, Table) or not told:
        yield block
        return
    label, value = (unlink(unstyle(cell))[0].strip() for cell in block.head)
    body = Table(block.numbers[1], block.rows[0], block.rows[1:], block.numbers[1:])
    heads = record.vocabulary["form_heads"]
    several = told >= min(2, len(block.rows))
    if several and key(label) in heads and key(value) in heads:  # "Key | Value"
        record.use_label(block.line, label, "form_heads")
        record.use_label(block.line, value, "form_heads")
        yield body
    elif not value and kinds_of(label, record.vocabulary) == ["contact"]:
        record.choose(block.line, "title-in-table", label, "a section's title")
        yield Heading(level, label, block.line)
        yield body
    else:
        yield block


def _titled_skills(table: Table, level: int, record: Record) -> list[Block]:
    """The title of a section of skills that is alone in the head of a table, and these as a list.

    "| Skills | | |" over cells of a skill each: the columns mean nothing.
    """
    title, *others = (unlink(unstyle(cell))[0].strip() for cell in table.head)
    cells = [(at, cell) for at, row in zip(table.numbers[1:], table.rows, strict=False)
             for cell in row if cell]  # fmt: skip
    short = all(len(cell.split()) <= _LONGEST_SKILL and ":" not in cell for _, cell in cells)
    if not others or any(others) or not cells or not short:
        return []
    if kinds_of(title, record.vocabulary) != ["skills"]:
        return []
    record.choose(table.line, "title-in-table", title, "a section's title")
    items = [ListItem(at, [Paragraph([Line(at, cell)])]) for at, cell in cells]
    return [Heading(level, title, table.line), List(cells[0][0], items)]


_LONGEST_SKILL = 4


def _labelled_rows(table: Table, record: Record) -> int:
    """How many rows of a table of two columns begin with the label of a contact or fact."""
    if len(table.head) != 2 or len(table.numbers) != len(table.rows) + 1:
        return 0
    known = record.vocabulary["facts"] | record.vocabulary.account_names
    firsts = [unlink(unstyle(row[0]))[0] for row in table.rows if row]
    return sum(bool(record.vocabulary.label(one)) or key(one) in known for one in firsts)
