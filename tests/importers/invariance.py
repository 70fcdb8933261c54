"""Other ways to write the same source, and the reading order of a profile."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from typeset.importers import sniff
from typeset.importers.text.accounting import markdown_rows
from typeset.importers.text.markup.columns import one_column
from typeset.importers.text.markup.definitions import undented
from typeset.importers.text.markup.dialects import as_commonmark
from typeset.importers.text.markup.inline import parser
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import vocabulary
from typeset.profile.ids import entry_ids
from typeset.profile.model import Profile
from typeset.words import words


def is_markdown(source: str) -> bool:
    """Whether a fixture is one whose Markdown may be written in another style."""
    return sniff(source).name == "markdown" and "<" not in source


def crlf(source: str) -> str:
    """With the newlines of another system."""
    return source.replace("\n", "\r\n")


def stars(source: str) -> str:
    """With another bullet mark."""
    front = re.match(r"---\n.*?\n---\n", source, re.DOTALL)
    at = front.end() if front else 0
    return source[:at] + re.sub(r"^(\s*)- ", r"\1* ", source[at:], flags=re.MULTILINE)


def underscores(source: str) -> str:
    """With the other mark of emphasis."""
    source = re.sub(r"(?<![\w*])\*\*([^*\n]+)\*\*(?![\w*])", r"__\1__", source)
    return re.sub(r"(?<![\w*])\*([^*\s][^*\n]*)\*(?![\w*])", r"_\1_", source)


def rules(source: str) -> str:
    """With another style of rule."""
    return re.sub(r"\n\n---\n", "\n\n* * *\n", source)


def rewrapped(source: str) -> str:
    """With long paragraphs and bullets broken at 50 characters."""
    lines: list[str] = []
    for line in source.split("\n"):
        prose = re.match(r"(\s*(?:[-*] )?)[A-Za-zÀ-ÿ“]", line)
        ended = line.endswith("  ")  # its author broke it there
        if prose and len(line) > 60 and not (ended or re.search(r"[|·]|&\w+;|\*\*|\t", line)):
            mark = prose[1]
            lines += textwrap.wrap(
                line[len(mark) :], 50, initial_indent=mark, subsequent_indent=" " * len(mark),
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
        else:
            lines.append(line)
    return "\n".join(lines)


CHANGES = (crlf, stars, underscores, rules, rewrapped)


def source_words(source: str) -> list[str]:
    """The visible words of a source in the order in which it is read."""
    if sniff(source).name == "markdown":
        tokens = parser().parse(as_commonmark(undented(source), Record("", "")))
        rows = sorted(markdown_rows(tokens), key=lambda row: row[0])  # those of HTML come last
        return [word for _, row in rows for word in words(row)]
    rows = one_column(list(enumerate(source.split("\n"), 1)), vocabulary())
    return [word for _, row in rows for word in words(row)]


def spine_texts(profile: Profile) -> Iterator[str]:
    """The long texts of a profile in the order of its sections."""
    data = profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    ids = entry_ids(profile)
    named = {
        name: entry
        for kind, names in ids.items()
        for name, entry in zip(names, data.get(kind, ()), strict=False)
    }
    for section in data.get("sections", ()):
        section = {"kind": section} if isinstance(section, str) else section
        kind = section.get("kind", "")
        if section.get("title"):
            yield section["title"]
        if section.get("body"):
            yield section["body"]
        if kind == "summary":
            yield data["basics"]["summary"]
        entries = section.get("entries") or data.get(kind, ())
        for entry in entries:
            yield from entry_texts(named[entry] if isinstance(entry, str) else entry)


def entry_texts(entry: dict[str, Any]) -> Iterator[str]:
    """The texts of an entry but for its head, in order; what it is made with stands in a head."""
    for name in ("description", "summary", "reference"):
        if entry.get(name):
            yield entry[name]
    if not (entry.keys() & {"summary", "highlights", "description"}):
        yield from entry.get("keywords", ())
    for item in entry.get("highlights", ()):
        yield from highlight_texts(item)
    for inner in (*entry.get("roles", ()), *entry.get("engagements", ())):
        if isinstance(inner, dict):
            yield from entry_texts(inner)


def highlight_texts(item: str | dict[str, Any]) -> Iterator[str]:
    """The texts of a highlight and of those under it."""
    if isinstance(item, str):
        yield item
        return
    for name in ("lead", "text", "prose"):
        if item.get(name):
            yield item[name]
    for child in item.get("children", ()):
        yield from highlight_texts(child)
