"""Every theme sets every specimen without a warning, and programs read it in order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conformance.node import Unavailable
from tests.conformance.pages import has_side_column, looks, specimens
from tests.conformance.readers.programs import PROGRAMS
from tests.conformance.readers.promises import promised
from tests.conformance.readers.reading import judge
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.problems import Severity
from typeset.theming import split_assignments
from typeset.typesetting import Press

SPECIMENS = specimens()
READERS = ("pypdf", "pdfminer", "pdftotext", "pdftotext -raw")
"""PDFium reads whatever is rendered; pdf.js, which needs Node, joins in with `make readers`."""


@pytest.mark.parametrize("look", looks())
@pytest.mark.parametrize("specimen", SPECIMENS)
def test_theme_sets_specimen(look: str, specimen: str, press: Press, tmp_path: Path) -> None:
    theme, *assignments = look.split()
    settings = Settings(theme=theme, options=split_assignments(assignments))
    rendered = render(prepare(load(SPECIMENS[specimen][0]), settings), press)
    assert [str(p) for p in rendered.problems if p.severity is not Severity.NOTE] == []
    file = tmp_path / "specimen.pdf"
    file.write_bytes(rendered.pdf)
    missing = ""
    for reader in READERS:
        try:
            (pages,) = PROGRAMS[reader]([file])
        except Unavailable as error:
            missing = str(error)
            continue
        reading = judge(pages, rendered.document)
        least = promised(reader, two_columns=has_side_column(look))
        assert reading.kept >= least, f"{reader} moves {' '.join(reading.words[:12])}"
    if missing:
        pytest.skip(f"read by {', '.join(READERS[:2])} alone: {missing}")
