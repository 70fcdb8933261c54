"""Each document becomes its expected profile, with every word placed and none invented.

HTML lies in `html/`, pages that become PDFs in `pdf/`, each with its profile beside it; DOCX are
made by `docx_cases`.
"""

from __future__ import annotations

import pytest

from tests.golden import Goldens
from tests.importers.documents.docx_cases import CASES
from tests.importers.documents.making import FOLDER, pdf, read
from typeset.importers import Imported
from typeset.problems import Severity
from typeset.profile.writing import HINT, write_profile
from typeset.typesetting import Press

PAGES = sorted(path.stem for path in (FOLDER / "html").glob("*.html"))
PDFS = sorted(path.stem for path in (FOLDER / "pdf").glob("*.html"))


@pytest.mark.parametrize("name", CASES)
def test_docx(name: str, goldens: Goldens) -> None:
    imported = read(CASES[name](), f"{name}.docx")
    _is_whole(imported)
    goldens.text(FOLDER / "docx" / f"{name}.yaml", _written(imported))


@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, goldens: Goldens) -> None:
    imported = read((FOLDER / "html" / f"{name}.html").read_bytes(), f"{name}.html")
    _is_whole(imported)
    goldens.text(FOLDER / "html" / f"{name}.yaml", _written(imported))


@pytest.mark.parametrize("name", PDFS)
def test_pdf(name: str, goldens: Goldens, press: Press) -> None:
    html = (FOLDER / "pdf" / f"{name}.html").read_text("utf-8")
    imported = read(pdf(html, press), f"{name}.pdf")
    _is_whole(imported)
    goldens.text(FOLDER / "pdf" / f"{name}.yaml", _written(imported))


def test_titles_of_entries_by_looks_are_told(press: Press) -> None:
    html = (FOLDER / "pdf" / "entry-titles.html").read_text("utf-8")
    told = [one for one in read(pdf(html, press), "cv.pdf").choices if "entry" in one.became]
    assert {one.rule for one in told} == {"heading-by-looks"}
    assert [one.text for one in told][:2] == [
        "Organ Builder, Harcourt Pipes",
        "Voicer, Lindqvist Orgelbau",
    ]


def test_there_are_enough_and_no_profile_without_its_document() -> None:
    for kind, names in (("docx", CASES), ("html", PAGES), ("pdf", PDFS)):
        assert len(names) >= 5
        assert {path.stem for path in (FOLDER / kind).glob("*.yaml")} == set(names)


def _written(imported: Imported) -> str:
    """The profile, and what was told, as comments at its end."""
    told = "".join(f"# {p.severity}: {p.message} [{p.rule}]\n" for p in imported.problems)
    return write_profile(imported.profile).removeprefix(HINT) + told


def _is_whole(imported: Imported) -> None:
    assert imported.words == imported.placed > 0
    assert not imported.profile.unplaced
    assert all(problem.severity is Severity.NOTE for problem in imported.problems)
