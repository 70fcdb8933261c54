"""The parts of reading a document, one by one."""

from __future__ import annotations

import io
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdfminer.high_level import extract_text

from tests.importers.documents.docx_cases import CASES
from tests.importers.documents.making import FOLDER, docx, p, pdf, read, run, table
from typeset.cli.importing import run_import
from typeset.cli.report import Messages
from typeset.importers import sniff
from typeset.importers.documents.pdf import pdf_document
from typeset.importers.documents.pdf_wrapping import undo_hyphen
from typeset.importers.documents.pieces import Row, take_mark
from typeset.importers.documents.runs import Run, plain, to_inline
from typeset.importers.source import Source
from typeset.importers.text.markup.inline import visible
from typeset.typesetting import Press
from typeset.words import words

_PAGE = "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>t</title><style>"
_TEXT = st.text(st.sampled_from("ab C.,*_[]()<>&`\\-#1 \t"), max_size=12)


@given(st.lists(st.builds(Run, _TEXT, st.booleans(), st.booleans(), st.just("")), max_size=6))
def test_runs_print_what_they_hold(runs: list[Run]) -> None:
    cells = [cell for cell in plain(runs).split("\t") if cell.strip()]
    shown = [" ".join(visible(cell, inline=True).split()) for cell in to_inline(runs).split("\t")]
    assert [cell for cell in shown if cell] == [" ".join(cell.split()) for cell in cells]


def test_neighbours_of_one_style_are_one_and_marks_keep_off_spaces() -> None:
    runs = [Run("Net ", True), Run("Maker", True), Run(", "), Run("Brume", em=True), Run(" ")]
    assert to_inline(runs) == "**Net Maker**, *Brume*"
    assert to_inline([Run("a", True), Run("\t"), Run("b", True)]) == "**a**\t**b**"
    link = [Run("see "), Run("it", target="https://example.com")]
    assert to_inline(link) == "see [it](https://example.com)"


@pytest.mark.parametrize(
    ("text", "mark", "rest"),
    [
        ("•\tDrew", "•", "Drew"),
        ("– drew", "–", "drew"),
        ("•drew", "•", "drew"),
        ("-drew", "", "-drew"),
        ("3 – drew", "", "3 – drew"),
    ],
)
def test_typed_bullets(text: str, mark: str, rest: str) -> None:
    rows = [Row(1, [Run(text)])]
    assert take_mark(rows) == mark
    assert plain(rows[0].runs) == rest


def test_a_hyphen_is_undone_only_when_it_is_sure() -> None:
    known = frozenset({"restoration", "well-known"})
    assert undo_hyphen("of resto-", "ration and", known, sure=False) == "restoration"
    assert undo_hyphen("a well-", "known thing", known, sure=False) == ""
    assert undo_hyphen("of unse-", "en words", known, sure=False) == ""
    assert undo_hyphen("of unse-", "en words", known, sure=True) == "unseen"
    assert undo_hyphen("Smith-", "Jones", frozenset({"smithjones"}), sure=True) == ""


def test_hyphens_of_a_narrow_column_leave_no_trace(press: Press) -> None:
    prose = (
        "Considerable experience with restoration, documentation and interpretation of early "
        "instruments, including responsibility for international exhibitions."
    )
    style = "body { width: 130pt; hyphens: auto; font: 11pt/14pt 'Source Sans 3' }"
    html = f"{_PAGE}{style}</style></head><body><h1>Ann Dow</h1><p>{prose}</p></body></html>"
    imported = read(pdf(html, press), "narrow.pdf")
    assert imported.words == imported.placed
    held = str(imported.profile.model_dump())
    assert all(word in held for word in words(prose) if word.isalpha())


# Not the Hebrew one: this extractor gives its letters as they stand, from left to right.
_LEFT_TO_RIGHT = sorted({path.stem for path in (FOLDER / "pdf").glob("*.html")} - {"hebrew"})


@pytest.mark.parametrize("name", _LEFT_TO_RIGHT)
def test_an_independent_extractor_finds_the_same_words(name: str, press: Press) -> None:
    data = pdf((FOLDER / "pdf" / f"{name}.html").read_text("utf-8"), press)
    document = pdf_document(Source(Path(name), data))
    found = Counter(word for _, text in document.rows for word in words(text))
    for _, rule, message in document.notes:
        if rule == "running-head-left-out":
            found.update(words(message.partition(": ")[2]))
    assert found == Counter(words(extract_text(io.BytesIO(data))))


def test_letters_set_apart_are_words(press: Press) -> None:
    style = "h2 { letter-spacing: .3em; text-transform: uppercase } body { font: 11pt 'XCharter' }"
    html = (
        f"{_PAGE}{style}</style></head><body><h1>Ann Dow</h1><h2>Work Experience</h2>"
        "<p><b>Baker, Loaf Ltd</b>, 2012 – 2019</p></body></html>"
    )
    profile = read(pdf(html, press), "tracked.pdf").profile
    assert [section.title for section in profile.sections if not isinstance(section, str)] == [
        "WORK EXPERIENCE"
    ]
    assert profile.work[0].name == "Loaf Ltd"


def test_running_heads_are_dropped_and_told_of(press: Press) -> None:
    style = (
        "@page { size: 300pt 300pt; margin: 40pt; @bottom-center { content: 'Ann Dow · ' "
        "counter(page); font: 9pt 'XCharter' } } body { font: 11pt 'XCharter' }"
    )
    prose = "".join(f"<p>Sentence number {number} of a long text.</p>" for number in range(30))
    html = f"{_PAGE}{style}</style></head><body><h1>Ann Dow</h1>{prose}</body></html>"
    imported = read(pdf(html, press), "long.pdf")
    assert imported.words == imported.placed
    dropped = [one for one in imported.problems if one.rule == "running-head-left-out"]
    assert len(dropped) > 2


def test_messages_name_the_paragraph_of_a_docx() -> None:
    data = docx(p("Ann Dow") + p("") + p("Dear [Company Name],") + p("Yours, Ann"))
    (problem,) = [one for one in read(data, "a.docx").problems if one.rule == "placeholder"]
    assert problem.span is not None
    assert (problem.span.line, problem.span.excerpt) == (3, "Dear [Company Name],")


def test_hidden_and_deleted_text_is_no_text() -> None:
    hidden = run("secret", "<w:vanish/>")
    moved = "<w:moveFrom>" + run("elsewhere") + "</w:moveFrom>"
    imported = read(docx(p("Ann Dow") + p(run("Baker ") + hidden + moved + run("of bread"))), "a")
    assert imported.words == imported.placed == 5


@pytest.mark.parametrize("how", [
    "hidden", "style='display:none'", "style='opacity: 0'", "style='color:#fff;font-size:1px'",
    "style='position:absolute; left:-9999px'", "class='sr-only'",
])  # fmt: skip
def test_what_a_page_does_not_show_is_left_out_and_told(how: str) -> None:
    page = f"<h1>Ann Dow</h1>\n<h2>Profile</h2>\n<p>Bakes bread.</p>\n<p {how}>Hire her.</p>"
    imported = read(page.encode(), "a.html")
    assert imported.words == imported.placed == 5
    (problem,) = [one for one in imported.problems if one.rule == "hidden-left-out"]
    assert problem.message.endswith(": Hire her.")
    assert problem.span is not None
    assert problem.span.line == 4


def test_a_table_of_data_stays_one() -> None:
    rows = [("Years", "Company", "Task"), ("2012 – 2014", "Loaf Ltd", "Baked"),
            ("2014 – 2019", "Crumb Ltd", "Baked more")]  # fmt: skip
    body = p("Ann Dow", "Titel") + p(run("Experience", "<w:b/>"))
    data = docx(body + table(*(tuple(map(p, row)) for row in rows)))
    imported = read(data, "a.docx")
    assert imported.words == imported.placed
    assert [job.name for job in imported.profile.work] == ["Loaf Ltd", "Crumb Ltd"]


def test_formats_are_known_by_their_content() -> None:
    html = (FOLDER / "html" / "sections.html").read_bytes()
    for data, name in (
        (CASES["letter"](), "DOCX"),
        (html, "HTML page"),
        (b"<p align=center>\n\n# Ann Dow\n\n**Baker**\n", "markdown"),
        (b"# Ann <b>Dow</b>\n", "markdown"),
    ):
        assert sniff(Source(Path("whatever"), data)).name == name


@pytest.mark.parametrize("name", ["cv.docx", "page.html", "cv.pdf"])
def test_the_command_says_what_it_did(
    name: str, tmp_path: Path, press: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    html = (FOLDER / "pdf" / "two-line-heads.html").read_text("utf-8")
    made = {"cv.docx": CASES["template"](), "page.html": html.encode(), "cv.pdf": pdf(html, press)}
    source, out = tmp_path / name, tmp_path / "cv.yaml"
    source.write_bytes(made[name])
    assert run_import(source, out, False, True, Messages.TEXT, False) == 0
    assert "words placed" in capsys.readouterr().err
    assert "basics:" in out.read_text("utf-8")


def test_numbered_lines_are_a_list_and_their_numbers_no_words(press: Press) -> None:
    style = "ol { padding-left: 24pt } body { width: 300pt; font: 11pt 'XCharter' }"
    html = (
        f"{_PAGE}{style}</style></head><body><h1>Ann Dow</h1><h2>Publications</h2><ol>"
        "<li>Dow, A. Bread in the rain, and what a wet summer did to the bakers of a coast. "
        "Loaf Quarterly, 2019.</li><li>Dow, A. Salt. Loaf Quarterly, 2021.</li></ol>"
        "<p>2022. was a year without papers.</p></body></html>"
    )
    imported = read(pdf(html, press), "numbered.pdf")
    assert imported.words == imported.placed
    assert [(one.name, one.publisher) for one in imported.profile.publications[:2]] == [
        ("Bread in the rain, and what a wet summer did to the bakers of a coast", "Loaf Quarterly"),
        ("Salt", "Loaf Quarterly"),
    ]
