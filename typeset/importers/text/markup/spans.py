"""Markdown that Pandoc made of LaTeX: the author's own commands have become bare `<span>`s.

Such a span sets a phrase apart: one that begins a line is a title or a head, and one that is a
whole line ends it. A span with nothing in it, of whatever page, keeps two texts apart.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"^<span>[^\n]*?</span>", re.MULTILINE)
_PHRASE = re.compile(r"^(<span>[^<>*_\n]+</span>)[ \t]+(?=\S)", re.MULTILINE)
_WHOLE = r"<span>(?:(?!</span>).)*</span>[ \t]*$"
_BESIDE_WHOLE = re.compile(
    rf"(?m)(?<=^){_WHOLE}(?=\n[^\s-])|^(?![ \t]*\|)[^\n]*\S[ \t]*$(?=\n{_WHOLE})"
)
_FEWEST = 3
_EMPTY = re.compile(r"(?<=[^\s>])[ \t]*<span\s[^<>\n]*></span>[ \t]*(?=[^\s<])", re.IGNORECASE)
"""What a page's style makes a gap of: `BSc Botany<span class="fill"></span>2016`."""

_SIDE_BY_SIDE = re.compile(
    r"(?<=[^\s>])</(?:span|b|strong)>(?=<(?:span|b|strong)\s[^<>\n]*\bclass=[^<>\n]*>[^\W\d_\s])",
    re.IGNORECASE,
)
"""Where two texts that a page's style sets apart meet without a blank between them.

`<span class="firm">Moss Labs</span><span class="town">Leeds</span>`.
"""


def with_span_lines(text: str) -> str:
    """The text with a tab behind a phrase that begins a line, and lines ended beside whole spans.

    A tab stands for an empty span, too, and stands between two that have classes of their own.
    The number of its lines stays.
    """
    if "<" not in text:
        return text
    text = _EMPTY.sub("\t", text)
    text = _SIDE_BY_SIDE.sub(lambda end: f"{end[0]}\t", text)
    if len(_OPENING.findall(text)) < _FEWEST:
        return text
    text = _BESIDE_WHOLE.sub(lambda line: line[0].rstrip(" \t\\") + "\\", text)
    return _PHRASE.sub(r"\1\t", text)
