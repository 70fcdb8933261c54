"""Glyphs that extractors read right, in scripts whose glyphs are not one for each letter.

WeasyPrint notes for a glyph the text of the first cluster it stands in, and nothing for a
cluster's further glyphs. So in Devanagari `क` is read as `कि` on a whole page, where that
came first, and in Arabic a letter that first stood under a mark is not read at all. Here,
while pages are drawn, texts of Indic and South-East Asian scripts say what they are
(`ActualText`, ISO 32000-1, 14.9.4), and Arabic and Hebrew glyphs are noted one by one:
for these `ActualText` is no remedy, for PDFium and Poppler take it to be in visual order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any

# Devanagari to Sinhala, Thai to Myanmar, Khmer; and what is added to them further on.
_REORDERED = re.compile(
    "[\u0900-\u0dff\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\u1cd0-\u1cff\ua8e0-\ua8ff]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_NO_GLYPH = 0x10000
"""From here on Pango's numbers mean no glyph: an empty one, or a character without any."""

_JOINER = "\u200d"
"""What a glyph reads as that adds no letter: a second dot, a tail. Invisible, and not nothing:
PDFium takes a glyph that reads as nothing by its number."""


@contextmanager
def readable() -> Iterator[None]:
    """While it lasts, what WeasyPrint draws can be read back."""
    text: Any = import_module("weasyprint.draw.text")
    drawn = text.draw_first_line

    def draw_first_line(stream: Any, box: Any, *rest: Any) -> Any:
        if _REORDERED.search(box.text):
            return _with_actual_text(drawn, stream, box, *rest)
        if _RIGHT_TO_LEFT.search(box.text):
            _note_glyphs(text, stream, box.pango_layout)
        return drawn(stream, box, *rest)

    text.draw_first_line = draw_first_line
    try:
        yield
    finally:
        text.draw_first_line = drawn


def _with_actual_text(drawn: Any, stream: Any, box: Any, *rest: Any) -> Any:
    """`box` drawn inside a span that says its text."""
    pydyf: Any = import_module("pydyf")
    properties = pydyf.Dictionary({"ActualText": pydyf.String(box.text)})
    stream.stream.append(b"/Span " + properties.data + b" BDC")
    emojis = drawn(stream, box, *rest)
    stream.stream.append(b"EMC")
    return emojis


def _note_glyphs(module: Any, stream: Any, layout: Any) -> None:
    """Note for every glyph of a line what it reads as, single letters before the rest."""
    module.pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    clusters = [
        (stream.add_font(run.item.analysis.font)[0].to_unicode, letters, glyphs)
        for run in _runs(module, line)
        for letters, glyphs in _clusters(run, text)
    ]
    for known, letters, glyphs in sorted(clusters, key=lambda cluster: len(cluster[2])):
        for glyph, letter in zip(glyphs, _shared(letters, len(glyphs)), strict=True):
            if glyph < _NO_GLYPH:
                known.setdefault(glyph, letter)


def _runs(module: Any, line: Any) -> Iterator[Any]:
    run = line.runs[0]
    while run != module.ffi.NULL:
        yield run.data
        run = run.next


def _clusters(run: Any, text: bytes) -> Iterator[tuple[str, list[int]]]:
    """The letters of each cluster of a run, and its glyphs in the order of the letters."""
    string, offset = run.glyphs, run.item.offset
    glyphs: dict[int, list[int]] = {}
    for index in range(string.num_glyphs):
        glyphs.setdefault(string.log_clusters[index], []).append(string.glyphs[index].glyph)
    starts = sorted(glyphs)
    for start, end in zip(starts, [*starts[1:], run.item.length], strict=True):
        found = glyphs[start][::-1] if run.item.analysis.level % 2 else glyphs[start]
        yield text[offset + start : offset + end].decode(), found


def _shared(letters: str, count: int) -> list[str]:
    """The letters of a cluster shared out to its glyphs."""
    if len(letters) == count:
        return list(letters)
    if len(letters) > count:
        return [*letters[: count - 1], letters[count - 1 :]]
    return [*letters, *[_JOINER] * (count - len(letters))]
