"""Definition lists, which CommonMark has not: a term over lines that begin with a colon."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, Definitions, Line, List, Paragraph

_MARK = ": "
DEFINITION = re.compile(r" {0,3}:[ \t]+\S")
"""How the text under a term begins."""
_UNDER_MARK = re.compile(
    r"^( {0,3}:)[ \t]*\n[ \t]*(\w[^\n]*|\*\*[^\n]*)$(?=\n[ \t]*(?:\n|\Z))", re.MULTILINE
)
"""A definition of one line, under its mark."""
_INDENTED = re.compile(r"(?: {4,}|\t)(?=\S)")
_LIST_MARK = re.compile(r"[-*+•]\s|\d{1,2}[.)]\s")


_MARK_OVER = re.compile(r"^ {0,3}:[ \t]+(?=(?:[-*+•]|\d{1,2}[.)])[ \t]+\S|\|)")
"""The mark of a definition that is a list or a table: these stand under the term, in bold then."""
_NUMBERED = re.compile(r"\s*(?::\s+)?\d{1,2}[.)]\s")
"""An item with a number, which another one follows: ": 8. August 1992" is a day."""
_BARE_TERM = re.compile(r" {0,3}[^\W_][^*_`\[\]\n]*")


def undented(text: str) -> str:
    """Markdown whose definitions go on in no indented code: those lines as definitions too."""
    text = _UNDER_MARK.sub(r"\1 \2\n", text)
    if not re.search(r"^ {0,3}:[ \t]+\S", text, re.MULTILINE):
        return text
    lines = text.split("\n")
    inside = False
    for index, line in enumerate(lines):
        if not line.strip():
            continue
        indent = _INDENTED.match(line)
        if inside and indent:
            rest = line[indent.end() :]
            lines[index] = (
                rest if _LIST_MARK.match(rest) or lines[index - 1].strip() else _MARK + rest
            )
        else:
            inside = bool(DEFINITION.match(line))
            below = lines[index + 1] if index + 1 < len(lines) else ""
            mark = _MARK_OVER.match(line)
            if mark and not (_NUMBERED.match(line) and not _NUMBERED.match(below)):
                lines[index] = line[mark.end() :]
                term = next((at for at in range(index - 1, -1, -1) if lines[at].strip()), index)
                if term < index and _BARE_TERM.fullmatch(lines[term]):
                    lines[term] = f"**{lines[term].strip()}**"
    return "\n".join(lines)


def is_definition(text: str) -> bool:
    """Whether a line of a paragraph is a definition, its columns as tabs."""
    return text.startswith((_MARK, _MARK.strip() + "\t"))


def defined(lines: list[Line]) -> list[Block]:
    """The lines of a paragraph as terms and definitions; what stands before the first term."""
    made = Definitions(lines[0].number)
    before: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text[1:].strip() if is_definition(line.text) else line.text
        below = lines[index + 1].text if index + 1 < len(lines) else ""
        if is_definition(line.text):
            if not made.items:  # its term stands above an empty line
                made.items.append((Line(line.number, ""), []))
            made.items[-1][1].append(Paragraph([Line(line.number, text, line.hard)]))
        elif is_definition(below) or not index:
            made.items.append((Line(line.number, text, line.hard), []))
        else:
            last = made.items[-1][1]
            part = last[-1] if last else None
            if isinstance(part, Paragraph):
                part.lines.append(Line(line.number, text, line.hard))
            else:
                before.append(line)
    if before:  # several lines over the first definition: the last of them is the term
        first, *others = made.items
        *above, term = [first[0], *before]
        return [Paragraph(above), Definitions(term.number, [(term, first[1]), *others])]
    return [made]


def joined_definitions(blocks: list[Block]) -> list[Block]:
    """Blocks with neighbouring definitions as one, and loose ones with their term above."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        if isinstance(block, List) and isinstance(last, Definitions):
            last.items[-1][1].append(block)
            continue
        if not isinstance(block, Definitions):
            result.append(block)
            continue
        term, below = block.items[0]
        if not term.text:  # ": text" after a blank line
            block.items.pop(0)
            if isinstance(last, Definitions):
                last.items[-1][1].extend(below)
            elif isinstance(last, Paragraph) and len(last.lines) == 1:
                result.pop()
                block.items.insert(0, (last.lines[0], below))
            else:
                result += below
        if block.items and result and isinstance(above := result[-1], Definitions):
            above.items += block.items
        elif block.items:
            result.append(block)
    return result
