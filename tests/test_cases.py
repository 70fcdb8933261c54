"""Every stage of every golden case gives what a person has looked at and found right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import pdf
from tests.case import Case, all_cases
from tests.documents import read_document, to_yaml, write_document
from tests.golden import Goldens, orphans
from typeset.pipeline import Rendered
from typeset.typesetting import Press

each_case = pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)


@each_case
def test_no_file_is_orphaned(case: Case) -> None:
    """A file of a case that no stage knows is a mistake, or left over."""
    assert orphans(case.folder, case.known_files()) == []


@each_case
def test_source_to_profile(case: Case, goldens: Goldens) -> None:
    goldens.text(case.path("profile.yaml"), case.make_profile())


@each_case
def test_profile_to_document(case: Case, goldens: Goldens) -> None:
    made = case.make_document()
    assert write_document(read_document(made)) in made, "the Document cannot be read back"
    goldens.text(case.path("document.yaml"), made)


@each_case
def test_document_to_html(case: Case, goldens: Goldens) -> None:
    goldens.text(case.path("document.html"), case.make_html())


@each_case
def test_html_to_pdf(case: Case, goldens: Goldens, press: Press) -> None:
    """The PDF's facts, text, tags and, where the case keeps them, pictures of its pages."""
    rendered = case.make_pdf(press)
    _compare(case.folder, rendered, goldens)
    if case.keeps_pictures:
        goldens.pictures(case.folder, pdf.pictures(rendered.pdf))


@pytest.mark.parametrize(
    ("case", "theme"),
    [(case, theme) for case in all_cases() for theme in case.other_themes],
    ids=lambda value: value.name if isinstance(value, Case) else value,
)
def test_document_to_pdf_in_another_theme(
    case: Case, theme: str, goldens: Goldens, press: Press
) -> None:
    _compare(case.path(theme), case.make_pdf_in(theme, press), goldens)


def _compare(folder: Path, rendered: Rendered, goldens: Goldens) -> None:
    problems = [str(problem.message) for problem in rendered.problems]
    facts = {**({"problems": problems} if problems else {}), **pdf.facts(rendered.pdf)}
    goldens.text(folder / "pdf.yaml", to_yaml(facts, width=200))
    goldens.text(folder / "text.txt", pdf.page_texts(rendered.pdf))
    goldens.text(folder / "tags.txt", pdf.tags(rendered.pdf))
