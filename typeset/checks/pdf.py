"""A rendered PDF against its Document: one function and one row in `CHECKS` a check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from typeset.checks.bidi import comparable, has_right_to_left
from typeset.checks.columns import by_column
from typeset.checks.pdffile import PdfPage, read_pdf
from typeset.document import Document, reading_order
from typeset.document.reading import columns
from typeset.problems import Problem
from typeset.words import differences, is_word, tokens

# What a theme may set between texts of the Document: separators, bullets, brackets.
_DECORATION = set("·•◦▪–—-|,:;()/*‣：，、・،")
_SHOWN = 12
"""Words quoted in a message; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF as read back, and what it should be."""

    pages: tuple[PdfPage, ...]
    document: Document
    families: tuple[str, ...]


def check_pdf(
    pdf: bytes, document: Document, families: Iterable[str], pages: slice = slice(None)
) -> list[Problem]:
    """Every problem that the checks find; `families` are the fonts that may be embedded.

    `pages` are those that show the document, where the PDF holds more than one.
    Raises `TypesetError` where the file is not a PDF.
    """
    turned = document.direction if has_right_to_left(reading_order(document)) else ""
    rendered = Rendered(read_pdf(pdf, turned=turned)[pages], document, tuple(families))
    return [problem for check in CHECKS.values() for problem in check(rendered)]


def words_in_order(rendered: Rendered) -> Iterator[Problem]:
    """Every word of the Document, once, in reading order; punctuation is not lost either."""
    expected = [token for text in reading_order(rendered.document) for token in tokens(text)]
    pages = list(_body_tokens(rendered))
    if rendered.document.aside:
        side, main = (
            [token for text in texts for token in tokens(text)]
            for texts in columns(rendered.document)
        )
        pages = by_column(pages, side, main, _is_ornament)
    found = [token for page in pages for token in page]
    if has_right_to_left(expected):
        missing, added = _differences_right_to_left(comparable(expected), comparable(found))
    else:
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


def _differences_right_to_left(
    expected: Sequence[str], found: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Words in order; marks only counted: on which side of a word one was read, no page says."""
    missing, added = differences(
        [token for token in expected if is_word(token)],
        [token for token in found if is_word(token)],
    )
    marks = Counter(token for token in expected if not is_word(token))
    seen = Counter(token for token in found if not is_word(token))
    return (
        [*missing, *(marks - seen).elements()],
        [*added, *(mark for mark in (seen - marks).elements() if mark not in _DECORATION)],
    )


def _body_tokens(rendered: Rendered) -> Iterator[list[str]]:
    """Each page's tokens without its running line: the name or title, and the page's number."""
    document = rendered.document
    head = tokens(document.head.name) or tokens("".join(run.text for run in document.title))
    for number, page in enumerate(rendered.pages, 1):
        found = tokens(page.text)
        if number > 1:
            counts = [str(number), "/", str(len(rendered.pages))], [str(number)]
            for line in (
                [*before, *count] for before in ([*head, "·"], head, []) for count in counts
            ):
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
        elif _is_ornament(token):
            continue
        elif token in expected[position : position + 40]:
            position = expected.index(token, position) + 1
        kept.append(token)
    return list(expected), kept


def _is_ornament(token: str) -> bool:
    return token in _DECORATION and not is_word(token)


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
