"""The blocks that may hold contacts → their lines."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.markup.blocks import (
    Block,
    Code,
    Definitions,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key, vocabulary


def _in_pairs(rows: list[list[str]]) -> bool:
    """Whether rows of four cells are two labels each, with their values beside them.

    One is known at least, and none has a figure.
    """
    labels = [unstyle(cell) for row in rows for cell in row[::2]]
    paired = all(len(row) == _TWO_PAIRS for row in rows)
    told = paired and any(vocabulary().label(label) for label in labels)
    return told and not any(re.search(r"[\d@]", label) for label in labels)


def _are_labels(cells: list[str]) -> bool:
    """Whether the head of a table with one row holds labels: "Phone | E-mail | Hometown".

    Beside two that are known, what holds no figure is one too.
    """
    told = sum(bool(vocabulary().label(unstyle(cell))) for cell in cells)
    plain = all(cell and not re.search(r"[\d@]", cell) for cell in cells)
    return told == len(cells) or (plain and told >= _FEWEST_LABELS)


_FEWEST_LABELS = 2


def _unwrapped(block: Paragraph) -> list[tuple[int, str]]:
    """The lines of a paragraph; one that goes on in small letters is one with what is before."""
    lines: list[tuple[int, str]] = []
    hard = True
    for line in block.lines:
        goes_on = not hard and line.text[:1].islower() and not is_contact_line(line.text)
        if goes_on and len(_WORD.findall(lines[-1][1])) >= _PROSE:
            lines[-1] = (lines[-1][0], f"{lines[-1][1]} {line.text}")
        else:
            lines.append((line.number, line.text))
        hard = line.hard
    return lines


_WORD = re.compile(r"[^\W\d_]+")
_PROSE = 8
"""How many words a line has at least that its author wrapped; figures are none."""


def _under_labels(blocks: list[Block]) -> list[Block]:
    """The blocks, with a contact's label over its value as one line: "## E-mail" over the address.

    A label alone in the line before its value ends in a colon, or is bold: "Address:".
    """
    found: list[Block] = []
    for block in map(as_form, blocks):
        last = found[-1] if found else None
        label = last.text if isinstance(last, Heading) and is_contact_label(last.text) else ""
        if label and isinstance(block, Paragraph):
            first, *more = _labels_over(block.lines)
            line = Line(first.number, f"{unstyle(label).rstrip(':：')}: {first.text}", first.hard)
            found[-1] = Paragraph([line, *more])
        elif isinstance(block, Paragraph):
            found.append(Paragraph(_labels_over(block.lines), block.indented))
        else:
            found.append(block)
    return found


def _labels_over(lines: list[Line]) -> list[Line]:
    """Lines with each label that stands alone in front of the line below, which has none."""
    found: list[Line] = []
    for line in lines:
        above = unstyle(found[-1].text) if found else ""
        marked = above.endswith((":", "：")) or (bool(found) and _is_bold(found[-1]))
        alone = marked and is_contact_label(above) and not _is_bold(line)
        if alone and not LABELLED.fullmatch(unstyle(line.text)):
            label = above.rstrip(" :：")
            found[-1] = Line(line.number, f"{label}: {unstyle(line.text)}", line.hard)
        else:
            found.append(line)
    return found


def _is_bold(line: Line) -> bool:
    return wholly(line.text)[0] == "strong"


def as_contact(block: Block) -> Block:
    """A heading that is a labelled contact as the line that it is: "## Mail: ann@example.org"."""
    label = LABELLED.fullmatch(unstyle(block.text)) if isinstance(block, Heading) else None
    if not isinstance(block, Heading) or not label:
        return block
    told = is_contact_label(label[1]) and is_contact_line(block.text)
    return Paragraph([Line(block.line, block.text, True)]) if told else block


def as_form(block: Block) -> Block:
    """Labels and values in two columns as labelled lines, where two labels at least are known.

    A column holds one thing throughout, so that the labels beside those are labels too:
    "Name    Ann Bell", "Born on    5 May 1990", "E-mail    ann@example.org".
    """
    if not isinstance(block, Paragraph) or len(block.lines) < _SHORTEST_FORM:
        return block
    rows = [unstyle(line.text).split("\t") for line in block.lines]
    labelled = all(
        len(row) == 2 and len(row[0].split()) <= _LONGEST_LABEL and not CJK.match(row[0])
        for row in rows
    )
    if not labelled or sum(bool(vocabulary().label(row[0])) for row in rows) < 2:
        return block
    return Paragraph(
        [
            Line(line.number, f"{label.rstrip(' :：')}: {value.strip()}", hard=True)
            for line, (label, value) in zip(block.lines, rows, strict=True)
        ],
        block.indented,
    )


_SHORTEST_FORM = 3
_LONGEST_LABEL = 4


def is_contact_label(text: str) -> bool:
    """Whether a text is the label of a contact, the name or an account: "E-mail", "GitHub"."""
    known, bare = vocabulary(), unstyle(text).strip().rstrip(":：").strip()
    named = known.label(bare) in ("name", "location", "phone", "email", "url")
    return named or key(bare) in known.account_names


def _item_lines(item: ListItem) -> list[tuple[int, str]]:
    """An item as lines; what few words are listed under its label stands behind that.

    Accounts listed under what they are for are lines of their own: "Messengers:", "Signal: …".
    """
    if len(item.blocks) == 1:
        return [(item.line, item.text)] if item.text else []
    below = item.blocks[1] if len(item.blocks) == _LABEL_AND_LIST else None
    inner = below.items if isinstance(below, List) else []
    short = all(len(one.blocks) == 1 and len(one.text.split()) <= _LISTED for one in inner)
    if not inner or not short or not unstyle(item.text).rstrip().endswith((":", "：")):
        return []
    labels = [unstyle(one.text).partition(":") for one in inner]
    if all(value and is_contact_label(label) for label, _, value in labels):
        return [(item.line, unstyle(item.text)), *((one.line, one.text) for one in inner)]
    return [(item.line, f"{item.text.rstrip()} {', '.join(one.text.strip() for one in inner)}")]


_LABEL_AND_LIST = 2
_LISTED = 5
"""The most words of what a label's list names."""


def contact_lines(blocks: list[Block]) -> list[tuple[int, str]] | None:
    """The lines of blocks that may hold contacts; None where there are other blocks."""
    lines: list[tuple[int, str]] = []
    for block in _under_labels(blocks):
        if isinstance(block, Paragraph):
            lines += _unwrapped(block)
        elif isinstance(block, List):
            told = [_item_lines(item) for item in block.items]
            if not all(told):
                return None
            lines += [line for one in told for line in one]
        elif isinstance(block, Table):
            lines += _table_lines(block)
        elif isinstance(block, Quote):
            inner = contact_lines(block.blocks)
            if inner is None:
                return None
            lines += inner
        elif isinstance(block, Definitions):
            if not all(isinstance(one, Paragraph) for _, below in block.items for one in below):
                return None
            for term, below in block.items:
                said = " ".join(one.text for one in below if isinstance(one, Paragraph))
                lines.append((term.number, _labelled(term.text, said) if said else term.text))
        elif isinstance(block, Code):
            lines += [(block.line, text) for text in block.text.split("\n") if text.strip()]
        elif not isinstance(block, Rule):
            return None
    return lines


def _table_lines(table: Table) -> list[tuple[int, str]]:
    """The rows of a table of contacts: a label and its value, two such pairs, or contacts."""
    if len(table.rows) == 1 and _are_labels(table.head):  # labels over their values
        pairs = zip(table.head, table.rows[0], strict=True)
        return [(table.line, _labelled(label, value)) for label, value in pairs if value]
    lines: list[tuple[int, str]] = []
    rows = [(table.line, table.head), *zip(table.numbers[1:], table.rows, strict=False)]
    paired = _in_pairs([cells for _, cells in rows])
    for number, cells in rows:
        filled = [cell for cell in cells if cell]
        if paired:
            pairs = zip(cells[::2], cells[1::2], strict=True)
            lines += [(number, _labelled(a, b)) for a, b in pairs if a and b]
        elif len(filled) == len(table.head) == 2 and not re.search(r"\d", filled[0]):
            lines.append((number, _labelled(*filled)))
        elif filled:
            lines.append((number, "\t".join(filled)))
    return lines


_TWO_PAIRS = 4


def _labelled(label: str, value: str) -> str:
    return f"{label.rstrip(':：')}: {value}"
