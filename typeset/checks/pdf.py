"""A rendered PDF against its Document: one function and one row in `CHECKS` a check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from typeset.checks.pdffile import PdfPage, read_pdf
from typeset.document import Document, reading_order
from typeset.problems import Problem
from typeset.words import differences, is_word, tokens

# What a theme may set between texts of the Document: separators, bullets, brackets.
_DECORATION = set("·•◦▪–—-|,:;()/*‣")
_SHOWN = 12
"""Words quoted in a message; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF as read back, and what it should be."""

    pages: tuple[PdfPage, ...]
    document: Document
    families: tuple[str, ...]


def check_pdf(pdf: bytes, document: Document, families: Iterable[str]) -> list[Problem]:
    """Every problem that the checks find; `families` are the fonts that may be embedded.

    Raises `TypesetError` where the file is not a PDF.
    """
    rendered = Rendered(read_pdf(pdf), document, tuple(families))
    return [problem for check in CHECKS.values() for problem in check(rendered)]


def words_in_order(rendered: Rendered) -> Iterator[Problem]:
    """Every word of the Document, once, in reading order; punctuation is not lost either."""
    expected = [token for text in reading_order(rendered.document) for token in tokens(text)]
    found = [token for page in _body_tokens(rendered) for token in page]
    if expected == found:
        return
    missing, added = differences(*_without_ornaments(expected, found))
    moved = Counter(missing) & Counter(added)
    lost = list((Counter(missing) - moved).elements())
    foreign = list((Counter(added) - moved).elements())
    if lost:
        yield Problem("words-missing", f"the PDF lacks {_quoted(lost)}")
    if foreign:
        yield Problem(
            "words-added", f"the PDF holds what the document does not: {_quoted(foreign)}"
        )
    if moved:
        yield Problem(
            "words-out-of-order",
            f"the PDF is not read in the document's order: {_quoted(list(moved.elements()))}",
        )


def _body_tokens(rendered: Rendered) -> Iterator[list[str]]:
    """Each page's tokens without its running line: the name or title, and the page's number."""
    document = rendered.document
    head = tokens(document.head.name) or tokens("".join(run.text for run in document.title))
    for number, page in enumerate(rendered.pages, 1):
        found = tokens(page.text)
        if number > 1:
            for line in ([*head, "·", str(number)], [*head, str(number)], [str(number)]):
                if found[-len(line) :] == line:
                    found = found[: -len(line)]
                    break
                if found[: len(line)] == line:
                    found = found[len(line) :]
                    break
        yield found


def _without_ornaments(
    expected: Sequence[str], found: Sequence[str]
) -> tuple[list[str], list[str]]:
    """`found` without the marks a theme adds: those that do not stand in `expected` there.

    The two are walked together: a mark of `found` where `expected` has another token
    is an ornament. Marks of the Document stay, and are missed where they are lost.
    """
    kept: list[str] = []
    position = 0
    for token in found:
        here = expected[position] if position < len(expected) else ""
        if token == here:
            position += 1
        elif token in _DECORATION and not is_word(token):
            continue
        elif token in expected[position : position + 40]:
            position = expected.index(token, position) + 1
        kept.append(token)
    return list(expected), kept


def _quoted(words: Sequence[str]) -> str:
    shown = " ".join(words[:_SHOWN])
    more = len(words) - _SHOWN
    return f"“{shown}”" + (f" and {more} more" if more > 0 else "")


def _glyphs_are_characters(rendered: Rendered) -> Iterator[Problem]:
    """No glyph without a character, and none that only looks like one (private use)."""
    for number, page in enumerate(rendered.pages, 1):
        bad = sorted({c for c in page.text if c == "\ufffd" or "\ue000" <= c <= "\uf8ff"})
        if bad:
            codes = ", ".join(f"U+{ord(c):04X}" for c in bad)
            yield Problem("unmapped-glyph", f"page {number} holds glyphs without text: {codes}")


def _fonts_are_bundled(rendered: Rendered) -> Iterator[Problem]:
    """Every font is embedded and of a family that was asked for."""
    families = tuple(_letters(family) for family in rendered.families)
    for font in sorted({f for page in rendered.pages for f in page.fonts}, key=lambda f: f.name):
        if not font.embedded:
            yield Problem("font-not-embedded", f"the font {font.name!r} is not embedded")
        elif not _letters(font.name).startswith(families):
            yield Problem("foreign-font", f"the font {font.name!r} was not asked for")


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def _text_is_on_the_page(rendered: Rendered) -> Iterator[Problem]:
    """No text beyond the edges of its page."""
    for number, page in enumerate(rendered.pages, 1):
        if page.outside:
            text = " ".join(page.outside)[:80]
            yield Problem("text-outside-page", f"page {number} is too narrow for “{text}”")


def _texts_are_apart(rendered: Rendered) -> Iterator[Problem]:
    """No two texts in one place."""
    for number, page in enumerate(rendered.pages, 1):
        for first, second in page.overlaps[:1]:
            yield Problem(
                "overlapping-text", f"page {number} prints “{second[:60]}” over “{first[:60]}”"
            )


CHECKS: dict[str, Callable[[Rendered], Iterator[Problem]]] = {
    "words": words_in_order,
    "glyphs": _glyphs_are_characters,
    "fonts": _fonts_are_bundled,
    "edges": _text_is_on_the_page,
    "overlap": _texts_are_apart,
}
