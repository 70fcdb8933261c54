"""Every vertical distance is a multiple of half a line, on every page of a theme's documents.

How it is measured: the baseline of each piece of text is read from the PDF's own matrices.
Pieces of one size and face, on one page, have baselines that differ by whole halves of the
theme's line. Lines of another size (name, headings, label) take whole halves of a line too, but
their baselines lie elsewhere in them by a constant, which depends on size and face; so they are
compared among themselves, and the body with the body.
"""

from __future__ import annotations

from collections import defaultdict

import pytest

from tests import pdf
from tests.case import CASES, Case
from typeset.pipeline import load, prepare, render
from typeset.typesetting import Press

# Of one size and face, in points: what rounding in the PDF may hide, and no eye sees.
TOLERANCE = 0.02

# base size × leading, as themes/classic/style.css has them, for each kind of document.
LINES = {"resume": 10.8 * 1.2, "page": 11 * 1.236, "letter": 11.4 * 1.236}

PLAIN = [
    *("resume-markdown", "beginner-yaml", "promotions", "every-section", "german-photo"),
    *("about-text", "letter-yaml", "letter-markdown", "letter-header-block", "french-letter"),
]


@pytest.mark.parametrize("name", PLAIN)
def test_baselines_keep_one_grid_of_half_lines(name: str, press: Press) -> None:
    case = Case(CASES / name)
    rendered = render(prepare(load(case.source), case.settings), press)
    assert rendered.problems == (), "a fitted document has other lines"
    half = LINES[rendered.document.kind] / 2
    with pdf.opened(rendered.pdf) as document:
        for number, page in enumerate(document, 1):
            for face, pieces in _by_face(page).items():
                first = pieces[0].baseline
                for piece in pieces:
                    off = (piece.baseline - first) % half
                    near = min(off, half - off)
                    assert near < TOLERANCE, (
                        f"page {number}, {face}: {piece.text!r} is {near:.2f} pt off the grid"
                    )


def _by_face(page: object) -> dict[tuple[str, float], list[pdf.Piece]]:
    """The pieces of text of a page but its running line, by face and size."""
    found: dict[tuple[str, float], list[pdf.Piece]] = defaultdict(list)
    foot = 841.9 - 56  # classic's margin at the foot, in which the running line stands
    for piece in pdf.pieces(page):
        if piece.text.strip() and piece.baseline < foot:
            found[piece.font, round(piece.size, 2)].append(piece)
    return found
