"""The table of formats, and the one door to them. A format is a module and a row.

A row's `matches` is asked with the `Source`, and judges its content; its `read` is called
with the same. Readers are imported only when their format is read.
"""

from __future__ import annotations

import gc
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pydantic import ValidationError

from typeset.importers import document_signs, signs
from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.problems import Problem, Severity, Span, TypesetError
from typeset.words import clean

__all__ = ["FORMATS", "Format", "Source", "import_source", "import_text", "sniff"]


@dataclass(frozen=True, slots=True)
class Format:
    """How to know a format by its content, and how to read it."""

    name: str
    matches: Callable[[Source], bool]
    read: Callable[[Source], Imported]


_PLAIN_SIGNS = (
    re.compile(r"^\S.*\n(?:=+|-{3,}) *$", re.MULTILINE),
    re.compile(r"^> \S", re.MULTILINE),
    re.compile(r"^[*-] \S.*$", re.MULTILINE),
)
"""Signs of Markdown that plain text has as well: titles over rules, quotations, bullets."""
_MARKDOWN_SIGNS = (
    re.compile(r"^ {0,3}#{1,6}\s+\S", re.MULTILINE),
    re.compile(r"\*\*[^\s*][^*\n]*\*\*|(?<!_)__[^_\s][^_\n]*__"),
    re.compile(r"\[[^\]\n]+\]\([^)\s]+\)"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"^\|.*\|\s*\n\|[ :|-]+\|", re.MULTILINE),
    re.compile(
        r"^\s*</?(?:h[1-6]|p|div|table|br|center)\b|</(?:[abi]|em|strong|span)>", re.M | re.I
    ),
    *_PLAIN_SIGNS,
)


_FEWEST = 2
_ITALICS = re.compile(r"(?<![*\w\\])([*_])[^\W_](?:(?!\1).)*[\w.?!]\1(?![*\w])")
"""Words between single signs; beside titles over rules, no plain text has them again and again."""
_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n[\w-]+:.*?\n---[ \t]*\n", re.DOTALL)
_HARD_BREAK = re.compile(r"\S  $", re.MULTILINE)
"""What plain text seldom has, either; beside words between single signs it is Markdown."""
_BOLD_LINE = re.compile(
    r"^\s*(?:[-*+]\s+)?(\*\*|__)(?!\s)[^*_\n]+(?:(?<!\s)\1\s*$|:\1\s)", re.MULTILINE
)
_BOLD_FIRST = re.compile(r"\A\s*(\*\*|__)(?!\s)[^*_\n]+(?<!\s)\1(?![*_\w])")
"""A bold name that begins a text: "**Ada Long** | Leeds"."""
_ONLY_MARKDOWN = re.compile(
    r"\[[^\]\n]+\]\((?:https?://|mailto:)[^)\s]+\)"  # a link
    r"|!\[[^\]\n]*\]\([^()\s]+(?:\s+\"[^\"\n]*\")?\)"  # an image
    r"|^[^\n]*\S[ \t]*\\\n[^\n]*\S[ \t]*\\$"  # lines one after the other that end in a backslash
    r"|^ {0,3}<(?:!--|link\b)"
    r"|^ {0,3}<(?:p|div|section|table|ul|h[1-6])\s[^<>]*(?:class|id|style|align)\s*=[^<>]*>"
    r"|^\{%-?\s*\w[^{}\n]*%\}[ \t]*$"  # a tag of Jekyll, whose pages are Markdown
    r"|^\\(?:[a-z]+(?:\{[^{}\n]*\})?)?[ \t]*$"  # LaTeX's commands of layout for Pandoc
    r"|^\|.*\|\s*\n\|(?:[ :]*-{2,}[ :]*\|)+\s*$"  # a table
    r"|^:{3,}[ \t]*(?:[a-z][\w-]*|\{[#.][^{}\n]*\})[ \t]*:*[ \t]*$"  # Pandoc's division
    r"|\]\{(?:[#.][a-z][\w-]*|[a-z]+=\"[^\"\n]*\")\}",  # Pandoc's span
    re.MULTILINE,
)


def is_markdown(text: str) -> bool:
    """Whether a text is marked up as Markdown: a heading or bold line, or two other signs of it.

    What no one writes in plain text (a link to a page) is enough alone.
    """
    headings, *others = _MARKDOWN_SIGNS
    if any(sign.search(text) for sign in (headings, _BOLD_LINE, _BOLD_FIRST, _ONLY_MARKDOWN)):
        return True
    if all(len(sign.findall(text)) >= _FEWEST for sign in (_PLAIN_SIGNS[0], _ITALICS)):
        return True
    soft = _FRONT_MATTER.match(text) or len(_HARD_BREAK.findall(text)) >= _FEWEST
    if soft and _ITALICS.search(text):
        return True
    bullets = re.search(r"^\s*[•▪●◦‣]\s*\S", text, re.MULTILINE)
    signs = [sign for sign in others if sign.search(text)]
    return not bullets and len(signs) >= 2 and not set(signs) <= set(_PLAIN_SIGNS)


def _read_markdown(source: Source) -> Imported:
    from typeset.importers.text.reading import read_markdown

    return read_markdown(source.plain, source.name)


def _read_plain(source: Source) -> Imported:
    from typeset.importers.text.reading import read_plain

    return read_plain(source.plain, source.name)


def _reader(module: str, function: str) -> Callable[[Source], Imported]:
    """A reader whose module is imported when it is first called."""

    def read(source: Source) -> Imported:
        made: Imported = getattr(import_module(f"typeset.importers.{module}"), function)(source)
        return made

    return read


def _json(function: str) -> Callable[[Source], Imported]:
    """A reader of JSON, which tells of what strict JSON has not: a comma too many, a comment."""
    read = _reader("structured.json_resume", function)

    def read_json(source: Source) -> Imported:
        imported = read(source)
        if signs.looks_like_json(source) and (problem := _not_strict(source)):
            imported.problems.append(problem)
        return imported

    return read_json


def _not_strict(source: Source) -> Problem | None:
    try:
        json.loads(source.text)
    except json.JSONDecodeError as error:
        span = Span.of_line(source.name, source.text, error.lineno, error.colno)
        message = f"this is no strict JSON ({error.msg}); it is read as YAML"
        return Problem("loose-json", message, Severity.WARNING, span)
    return None


def _has_own_keys(source: Source) -> bool:
    if not signs.looks_like_data(source):
        return False
    if not signs.looks_like_json(source) and "basics" in signs.top_keys(source.text):
        return False  # a profile is not parsed twice
    from typeset.importers.structured.own_keys import is_own_keys

    return is_own_keys(source)


def _carries_profile(source: Source) -> bool:
    from typeset.importers.embedded import carries_profile

    return not source.is_text and carries_profile(source)


FORMATS: tuple[Format, ...] = (
    Format("PDF of ours", _carries_profile, _reader("embedded", "read_embedded")),
    Format("LinkedIn export", signs.is_linkedin, _reader("structured.linkedin", "read_linkedin")),
    Format("DOCX", document_signs.is_docx, _reader("documents.docx", "read_docx")),
    Format("PDF", document_signs.is_pdf, _reader("documents.pdf", "read_pdf")),
    Format("Europass", signs.is_europass, _reader("structured.europass", "read_europass")),
    Format("Reactive Resume", signs.is_reactive, _reader("structured.reactive", "read_reactive")),
    Format("FRESH", signs.is_fresh, _reader("structured.fresh", "read_fresh")),
    Format("RenderCV", signs.is_rendercv, _reader("structured.rendercv", "read_rendercv")),
    Format("YAMLResume", signs.is_yamlresume, _reader("structured.yamlresume", "read_yamlresume")),
    Format("own keys", _has_own_keys, _reader("structured.own_keys", "read_own_keys")),
    Format("JSON Resume", signs.is_json_resume, _json("read_json_resume")),
    Format("JSON", signs.looks_like_json, _json("read_json_profile")),
    Format("HTML page", document_signs.is_page, _reader("documents.page", "read_page")),
    Format("markdown", lambda s: s.is_text and is_markdown(s.plain), _read_markdown),
    Format("text", lambda s: s.is_text, _read_plain),
)
"""Asked in this order; the last one takes every text. What no row takes is refused."""

_TEXTS = frozenset({"markdown", "text"})
_DATA_SUFFIXES = (".yaml", ".yml", ".json")

UNMARKED = frozenset({"JSON", "markdown", "text"})
"""Formats that any text may be: a profile is looked for before them."""


def sniff(source: Source | str) -> Format:
    """The format of a source (or a text), judged by its content.

    Raises `TypesetError` for what no format takes, and for a text that cannot be decoded.
    """
    if isinstance(source, str):
        source = Source(Path("<text>"), source)
    for row in FORMATS:
        if row.matches(source):
            return row
    raise TypesetError(_unknown(source))


def import_source(source: Source | Path) -> Imported:
    """Read a file or folder into a profile; of its name, only an ending of data matters.

    Raises `UsageError` for a path that does not exist, `TypesetError` for what cannot be
    read, of an unknown format, or without words.
    """
    if not isinstance(source, Source):
        source = Source(source)
    if source.is_text and not source.plain.strip():
        raise TypesetError(Problem("empty-file", "the file is empty", span=Span(source.name)))
    found = sniff(source)
    if found.name in _TEXTS:
        _refuse_other_data(source)
    try:
        with _collecting_rarely():
            imported = found.read(source)
    except ValidationError as error:  # a text that no profile can hold: a control character
        messages = dict.fromkeys(
            item["msg"].removeprefix("Value error, ") for item in error.errors()
        )
        where = Span(source.name)
        raise TypesetError(Problem("text", text, span=where) for text in messages) from None
    if not imported.words:
        raise TypesetError(Problem("no-words", "the file holds no words", span=Span(source.name)))
    imported.problems[:0] = source.problems
    return imported


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Fewer searches for garbage meanwhile: they take a sixth of the time, and find little."""
    often = gc.get_threshold()
    gc.set_threshold(max(often[0], _RARELY), *often[1:])
    try:
        yield
    finally:
        gc.set_threshold(*often)


_RARELY = 100_000
"""New objects before a search; some 20 MB of them."""


def _refuse_other_data(source: Source) -> None:
    """Raise `TypesetError` where a file's name claims data, and its text holds no mapping.

    The one place that asks for the ending: it is what the author says that the file is.
    """
    if source.given is None and source.path.suffix.lower() in _DATA_SUFFIXES:
        _ = source.tree


def import_text(text: str, path: str = "<text>") -> Imported:
    """Read a source's text into a profile. `path` is what messages call it.

    Raises `TypesetError` for a text that cannot be read, or without words.
    """
    return import_source(Source(Path(path), clean(text)))


def _unknown(source: Source) -> Problem:
    """Why no format takes a source, and what to do."""
    where = Span(source.name)
    if source.is_folder:
        return Problem(
            "unknown-folder",
            "this folder holds no export that is known",
            span=where,
            hint="an unpacked LinkedIn export holds Profile.csv and Positions.csv",
        )
    what, hint = source.signature
    return Problem(
        "binary-file",
        f"this is {what}, which is not read" if what else "this is a binary file, not text",
        span=where,
        hint=hint or "sources are Markdown, plain text, a profile, or an export that is known",
    )
