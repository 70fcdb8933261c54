"""Every vertical distance is a multiple of half a line, on every page of single-column themes.

How it is measured: the baseline of each piece of text is read from the PDF's own matrices. The
line is the distance met most often between neighbouring lines of the body's face. Pieces of one
size and face, on one page, have baselines that differ by whole halves of it. Lines of another
size (name, headings, label) take whole halves of a line too, but their baselines lie elsewhere
in them by a constant, which depends on size and face; so they are compared among themselves,
and the body with the body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import pairwise

import pytest

from tests import pdf
from tests.case import CASES, Case
from tests.test_gallery import THEMES
from typeset.loading import load
from typeset.pipeline import prepare, render
from typeset.typesetting import Press
from typeset.words import words

# Of one size and face, in points: what rounding in the PDF may hide, and no eye sees.
TOLERANCE = 0.06

UNFITTED = [
    *("resume-markdown", "beginner-yaml", "promotions", "every-section", "german-photo"),
    *("about-text", "letter-yaml", "letter-markdown", "letter-header-block", "french-letter"),
]
SINGLE_COLUMN = [theme for theme in THEMES if theme != "sidebar"]

Face = tuple[str, float]


@pytest.mark.parametrize("theme", SINGLE_COLUMN)
@pytest.mark.parametrize("name", UNFITTED)
def test_baselines_keep_one_grid_of_half_lines(name: str, theme: str, press: Press) -> None:
    case = Case(CASES / name)
    settings = replace(case.settings, theme=theme, options={}, pages=99)  # 99: nothing is fitted
    rendered = render(prepare(load(case.source), settings), press)
    running = {*words(rendered.document.name), *map(str, range(99))}
    with pdf.opened(rendered.pdf) as document:
        pages = [
            _by_face(page, running if number else set()) for number, page in enumerate(document)
        ]
    half = _line(pages) / 2
    for number, faces in enumerate(pages, 1):
        for face, pieces in faces.items():
            for piece in pieces:
                off = (piece.baseline - pieces[0].baseline) % half
                near = min(off, half - off)
                assert near < TOLERANCE, (
                    f"page {number}, {face}: {piece.text!r} is {near:.2f} pt off the grid"
                )


def _by_face(page: object, running: set[str]) -> dict[Face, list[pdf.Piece]]:
    """The pieces of text of a page but its running line, by face and size."""
    found: dict[Face, list[pdf.Piece]] = defaultdict(list)
    pieces = [piece for piece in pdf.pieces(page) if piece.text.strip()]
    for piece in pieces:
        if running and set(words(piece.text)) <= running:
            continue
        if any(_stands_beside(piece, other) for other in pieces):
            continue
        found[piece.font, round(piece.size, 2)].append(piece)
    return found


def _stands_beside(piece: pdf.Piece, other: pdf.Piece) -> bool:
    """Whether a piece stands on the baseline of larger text beside it, which has its own grid."""
    larger, apart = other.size - piece.size, abs(other.baseline - piece.baseline)
    return (larger > 1 and apart < 1) or (larger > 0.1 and apart < 0.01)


def _line(pages: list[dict[Face, list[pdf.Piece]]]) -> float:
    """The height of a line of the body, in points: its lines' least distance."""
    letters = Counter[Face]()
    for faces in pages:
        letters.update({f: sum(len(p.text) for p in pieces) for f, pieces in faces.items()})
    body = letters.most_common(1)[0][0]
    steps = [
        below - above
        for faces in pages
        for above, below in pairwise(sorted(piece.baseline for piece in faces.get(body, [])))
        if below - above > body[1]
    ]
    near = [step for step in steps if step < min(steps) + TOLERANCE]
    return sum(near) / len(near)
