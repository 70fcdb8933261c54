"""Front matter over Markdown: `key: value` lines between two `---`, read as a header's lines."""

from __future__ import annotations

import re

from typeset.importers.blocks import Line
from typeset.importers.inline import escape
from typeset.importers.record import Record
from typeset.importers.vocabulary import key
from typeset.problems import Severity

_FENCED = re.compile(r"\A\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"\s*-?\s*([A-Za-z][\w -]{0,30}):[ \t]+(.+)")
_PERSONAL = ("name", "label", "location", "phone", "email", "url")


def split_front_matter(text: str, record: Record) -> tuple[str, list[Line]]:
    """The text with its front matter blanked, and the fields of it that are about the person.

    Other fields steer a site's machinery and print nothing; they are told of.
    """
    match = _FENCED.match(text)
    if not match or not all(
        _FIELD.fullmatch(line) or re.fullmatch(r"\s*(?:#.*|[\w -]+:|-\s.*)?", line)
        for line in match[1].split("\n")
    ):
        return text, []
    first = text.count("\n", 0, match.start(1)) + 1
    lines: list[Line] = []
    for number, line in enumerate(match[1].split("\n"), first):
        field = _FIELD.fullmatch(line)
        value = field[2].strip().strip("\"'") if field else ""
        if field and value and _is_personal(field[1], record):
            lines.append(Line(number, f"{field[1].strip()}: {escape(value)}", hard=True))
        elif line.strip():
            record.tell("front-matter", f"left out: {line.strip()}", number, Severity.NOTE)
    return "\n" * text.count("\n", 0, match.end()) + text[match.end() :], lines


def _is_personal(label: str, record: Record) -> bool:
    networks = {key(name) for name in record.vocabulary.networks.values()}
    return record.vocabulary.label(label) in _PERSONAL or key(label) in networks
