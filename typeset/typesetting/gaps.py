"""A gap inside a line is a space as wide as the gap, so that programs see one line.

Between a title at the left and its dates at the right, or a heading in the margin and its
text, the engine draws nothing. Programs that look for columns then take what stands at the
right for a column of its own, read after the text: pdfminer where two characters are more
than two widths apart, poppler where two words are more than .3 of their size apart. Here,
while pages are drawn, a text that goes on the line of the one before it, farther away than
that, begins with a space stretched over the gap (`Tz`, ISO 32000-1, 9.3.4). pdfminer needs
no more. Poppler drops a space, but takes a glyph that reads as two characters for a word
like any other, which fills the gap and prints as what it is: so the space says that it
reads as two (`ActualText`, 14.9.4).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Any

_GAP = 0.3
"""Of the font's size: from here on poppler parts columns."""

_LEVEL = 0.2
"""Of the font's size: how far the baselines of one line may lie apart."""

_NO_GLYPH = 0x10000
"""From here on Pango's numbers mean that a font has no glyph for a character."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Where a text was drawn, in CSS pixels on its stream."""

    stream: Any
    left: float
    right: float
    baseline: float


@contextmanager
def spaced() -> Iterator[None]:
    """While it lasts, what WeasyPrint draws on one line has spaces in its gaps."""
    text: Any = import_module("weasyprint.draw.text")
    drawn = text.draw_first_line
    before: _Drawn | None = None

    def draw_first_line(stream: Any, box: Any, overflow: Any, ellipsis: Any, matrix: Any) -> Any:
        nonlocal before
        if box.text.strip():
            *_, left, baseline = matrix.values
            here = _Drawn(stream, left, left + box.width, baseline)
            if before and (gap := _gap(before, here, box.style["font_size"])):
                _draw_space(text, stream, box.pango_layout, *gap, baseline)
            before = here
        return drawn(stream, box, overflow, ellipsis, matrix)

    text.draw_first_line = draw_first_line
    try:
        yield
    finally:
        text.draw_first_line = drawn


def _gap(before: _Drawn, here: _Drawn, size: float) -> tuple[float, float] | None:
    """From where to where nothing stands between two texts of one line, if it is far."""
    # Whichever stands at the left: a line may run from right to left.
    start, end = min(before.right, here.right), max(before.left, here.left)
    level = abs(before.baseline - here.baseline) <= _LEVEL * size
    far = end - start > _GAP * size
    return (start, end) if before.stream is here.stream and level and far else None


def _draw_space(
    module: Any, stream: Any, layout: Any, start: float, end: float, baseline: float
) -> None:
    """Draw a space of the layout's font from `start` to `end`."""
    text = layout.text
    layout.set_text(" ")
    line, _ = layout.get_first_line()
    item = line.runs[0].data
    pango_font, glyph = item.item.analysis.font, item.glyphs.glyphs[0].glyph
    font, size = stream.add_font(pango_font)
    if glyph < _NO_GLYPH and not font.bitmap:
        width = _width(module, stream, font, pango_font, glyph, size)
        font.to_unicode.setdefault(glyph, " ")
        stream.stream.append(b"/Span <</ActualText (  )>> BDC")
        stream.set_font_size(font.hash, size)
        stream.set_text_matrix(1, 0, 0, -1, start, baseline)
        stream.stream.append(f"{(end - start) / (width * size) * 100:.3f} Tz".encode())
        stream.show_text(f"<{glyph:04x}>")
        stream.stream.append(b"100 Tz")
        stream.stream.append(b"EMC")
    layout.set_text(text, justify=True)


def _width(module: Any, stream: Any, font: Any, pango_font: Any, glyph: int, size: float) -> float:
    """A glyph's width in ems, as the PDF will state it; noted in the way WeasyPrint does."""
    if glyph not in font.widths:
        ink, logical = stream.ink_rect, stream.logical_rect
        module.pango.pango_font_get_glyph_extents(pango_font, glyph, ink, logical)
        font.widths[glyph] = round(logical.width * 1000 * module.FROM_UNITS / size)
    return float(font.widths[glyph] / 1000)
