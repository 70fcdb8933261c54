"""Rows of plain text that a bar parts in two: labels and values, skills and their levels."""

from __future__ import annotations

import re
from itertools import groupby

from typeset.importers.text.record import Record
from typeset.importers.text.skills.levels import is_level

Numbered = tuple[int, str]
_ROW = re.compile(
    r"(?P<indent>[ \t]*)(?P<bar>[|｜])?[ \t]*(?P<label>[^|｜]{1,40}?)[ \t]*[|｜](?P<value>[^|｜]+)"
)
_MARK = re.compile(r"[-*•][ \t]+")
_FEWEST = 2


def unbarred(numbered: list[Numbered], record: Record) -> list[Numbered]:
    """The lines, with such rows as labelled lines ("Phone: 01632 960001") or items of a list.

    A bar that begins each of several rows, and ends none, is their frame.
    """
    result: list[Numbered] = []
    for told, some in groupby(numbered, lambda line: "|" in line[1] or "｜" in line[1]):
        lines = list(some)
        result += _read(lines, record) if told and len(lines) >= _FEWEST else lines
    return result


def _read(lines: list[Numbered], record: Record) -> list[Numbered]:
    rows = [match for _, text in lines if (match := _ROW.fullmatch(text))]
    if len(rows) < len(lines):
        return lines
    labels = [_MARK.sub("", row["label"]).strip(" :：") for row in rows]
    values = [row["value"].strip() for row in rows]
    if all(values) and sum(bool(record.vocabulary.label(label)) for label in labels) >= _FEWEST:
        made = [f"{label}: {value}" for label, value in zip(labels, values, strict=True)]
    elif all(is_level(value, record) for value in values):
        made = [f"- {label}: {value}" for label, value in zip(labels, values, strict=True)]
    elif all(row["bar"] for row in rows):
        made = [text.lstrip().lstrip("|｜").lstrip() for _, text in lines]
    else:
        return lines
    record.choose(lines[0][0], "rows-of-bars", lines[0][1].strip(), made[0])
    return [(number, text) for (number, _), text in zip(lines, made, strict=True)]
