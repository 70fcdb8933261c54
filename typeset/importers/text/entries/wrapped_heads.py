"""Heads of entries that a margin broke into lines."""

from __future__ import annotations

import re

from typeset.importers.text.heads.lines import is_head_line, is_open
from typeset.importers.text.markup.blocks import Line, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date


def unwrapped(block: Paragraph, record: Record) -> list[Line]:
    """A head that a margin wrapped, and its date at the end of the last line, as one line."""
    text = " ".join(line.text.strip() for line in block.lines)
    plain = unlink(unstyle(text))[0]
    found = find_date(plain, record.vocabulary)
    ends = found is not None and not re.sub(r"[\W_]", "", plain[found.finish :])
    first = unlink(unstyle(block.lines[0].text))[0]
    soft = len(block.lines) > 1 and not any(line.hard for line in block.lines[:-1])
    if soft and is_open(first, record) and is_head_line(text, record):
        return [Line(block.line, text)]  # "2018 - PhD in Botany, University of" / "Moss"
    if not (soft and ends) or find_date(first, record.vocabulary) or not is_head_line(text, record):
        return closed(block.lines, record)
    return [Line(block.line, text)]


def closed(lines: list[Line], record: Record) -> list[Line]:
    """Lines, each joined with the next where a margin ended it within a bracket, bold or a date.

    "Baker, **Moss (House of" over "Bread and Cakes)**, Leeds"; "Cook, May–July" over "2015: …";
    a name in quotation marks may be as long as that of a paper is: "Baker, “How to" over "Knead”".
    """
    result: list[Line] = []
    for line in lines:
        above = result[-1] if result else None
        whole = f"{above.text} {line.text}" if above else ""
        soft = above is not None and not above.hard
        if above and soft and _goes_on(above.text, line.text, record):
            result[-1] = Line(above.number, whole, line.hard)
        else:
            result.append(line)
    return result


def _goes_on(above: str, below: str, record: Record) -> bool:
    whole = f"{above} {below}"
    if _is_quoted(above) or _COMMA_BEHIND.search(above):
        return is_head_line(_QUOTED.sub("x", whole), record)
    if _in_brackets(above):
        return is_head_line(whole, record)
    found = find_date(whole, record.vocabulary) if below[:1].isdigit() else None
    return found is not None and found.begin < len(above) < found.finish


def _in_brackets(text: str) -> bool:
    """Whether a bracket or words in bold begin in a line and do not end there."""
    return text.count("(") > text.count(")") or text.count("**") % 2 == 1


_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“]*“")
_COMMA_BEHIND = re.compile(r"[“„«][^“”„«»]+[”“»],$")
"""A comma behind a quotation ends no head: "“How to Knead”," over "*Loaf Fund*"."""


def _is_quoted(text: str) -> bool:
    """Whether a quotation begins in a line and does not end there."""
    rest = _QUOTED.sub("", text)
    return any(mark in rest for mark in "“«„")
