"""Texts in frames drawn with signs: the frame is a drawing, and a line alone in one is a title."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record

_BORDER = re.compile(
    r"[ \t]*(?:[┌╔╭┏├╠┣└╚╰┗](?P<drawn>[─═━┄┈╌][^┬┴┼│]*)[┐╗╮┓┤╣┫┘╝╯┛]|\+[-=]{4,}\+)[ \t]*"
)
"""The upper, middle or lower side of a frame; what parts it in columns is a table's."""
_SIDE = re.compile(r"[ \t]*[│║┃|](?P<text>.*)[│║┃|][ \t]*")
_LONGEST_TITLE = 60


def without_frames(text: str, record: Record) -> str:
    """The text without the frames around whole lines of it, with as many lines as before.

    One line alone in its frame stands over a rule, and is a title; so does a title drawn into
    a side ("┌─ Skills ───┐") over an empty row.
    """
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        end = _end(lines, at) if _BORDER.fullmatch(lines[at]) else at
        if end > at:
            record.choose(at + 1, "frame", lines[at].strip(), "the drawn frame of a text")
            lines[at : end + 1] = _framed(lines[at : end + 1])
        at = end + 1
    return "\n".join(lines)


def _end(lines: list[str], at: int) -> int:
    """The last side of the frame that begins at a line; `at` where it is none."""
    end, borders = at, [at]
    while end + 1 < len(lines):
        border = _BORDER.fullmatch(lines[end + 1])
        if not border and not _SIDE.fullmatch(lines[end + 1]):
            break
        end += 1
        borders += [end] if border else []
    return borders[-1] if borders[-1] - at > 1 else at


def _framed(lines: list[str]) -> list[str]:
    """The lines of a frame without it."""
    borders = [at for at, line in enumerate(lines) if _BORDER.fullmatch(line)]
    inner = [
        side["text"] if (side := _SIDE.fullmatch(line)) else _drawn_title(line) for line in lines
    ]
    said = [text for text in inner if text.strip()]
    if len(said) == 1 and len(said[0].strip()) <= _LONGEST_TITLE:
        at = inner.index(said[0])
        rest = [""] * (len(lines) - at - 2)
        return [*[""] * at, said[0].strip(), "-" * 5, *rest]
    for at in borders[:-1]:
        if inner[at] and not inner[at + 1].strip():
            inner[at + 1] = "-" * 5
    return [text.rstrip() for text in inner]


def _drawn_title(line: str) -> str:
    """The title drawn into a side of a frame, or ""."""
    border = _BORDER.fullmatch(line)
    drawn = (border["drawn"] if border else "") or ""
    return re.sub(r"^[\s─═━┄┈╌┤├]+|[\s─═━┄┈╌┤├]+$", "", drawn)
