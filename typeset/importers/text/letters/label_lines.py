"""Labels that stand alone on the line over what they say: "From", "To", and an address under it."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_LABELS = ("senders", "towards", "attention")


def under_labels(blocks: list[Block], record: Record) -> tuple[list[Block], set[int]]:
    """The blocks without such lines, each label beginning one, and the numbers of lines under "To".

    A label over an empty line is that of the block below it.
    """
    addressed: set[int] = set()
    result: list[Block] = []
    label = ""  # of the lines that follow
    waiting = False  # for the block below
    for block in blocks:
        if not isinstance(block, Paragraph):
            label, waiting = "", False
            result.append(block)
            continue
        label = label if waiting else ""
        begun = 0
        for at, line in enumerate(block.lines):
            if (at > begun or result) and (sender := _sender(line, record)):
                if above := block.lines[begun:at]:
                    addressed |= {one.number for one in above}
                    result.append(Paragraph(above))
                block = Paragraph([*block.lines[:at], sender, *block.lines[at + 1 :]])
                label, begun = "", at
            elif name := _label(line.text, record):
                record.use_label(line.number, unstyle(line.text).strip().rstrip(",:："), name)
                if block.lines[begun:at]:
                    result.append(Paragraph(block.lines[begun:at]))
                label, begun = name, at + 1
            elif label in ("towards", "attention"):
                addressed.add(line.number)
        if block.lines[begun:]:
            result.append(Paragraph(block.lines[begun:], block.indented))
        waiting = bool(label) and not block.lines[begun:]
    return result, addressed


def _sender(line: Line, record: Record) -> Line | None:
    """Who writes, behind the word that says so under the recipient: "от Петровой А. С.".

    In Latin letters such a word may begin a name: "De Vries".
    """
    first, _, name = unstyle(line.text).strip().rstrip(",").partition(" ")
    told = first.islower() and not first.isascii() and key(first) in record.vocabulary["senders"]
    if not told or not name[:1].isupper() or len(name.split()) > _LONGEST_NAME:
        return None
    record.use_label(line.number, first, "senders")
    return Line(line.number, name, line.hard)


_LONGEST_NAME = 4


def _label(text: str, record: Record) -> str:
    """The list of the word that a line is, and nothing else; "" for other lines.

    What honours ("Spett.le"), and "An die", belong to what follows them.
    """
    word = unstyle(text).strip().rstrip(",:：")
    if not word.isalpha() or not word[0].isupper():
        return ""
    return next((name for name in _LABELS if key(word) in record.vocabulary[name]), "")
