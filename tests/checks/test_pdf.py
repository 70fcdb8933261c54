"""Each check has a PDF that passes it and one that does not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest

from tests.say import loaded, refused
from typeset.checks import CHECKS, check_pdf
from typeset.document import Document
from typeset.pipeline import Prepared, Settings, prepare
from typeset.problems import Problem
from typeset.typesetting import Press, Source, Stylesheet

TEXT = """
basics: {name: Ada Bell, email: ada@example.com}
work:
  - name: Acme
    position: Head of tools
    startDate: 2020
    endDate: 2021
    highlights:
      - Measured the first bridge in C++.
      - Painted the second tower, twice.
      - Sold 38% of the tools, (nearly) all of them.
"""
FAMILIES = ("EB Garamond",)


@pytest.fixture(scope="module")
def prepared() -> Prepared:
    return prepare(loaded(TEXT), Settings())


@pytest.fixture
def printed(prepared: Prepared, press: Press) -> Callable[..., bytes]:
    """The PDF of the document, its HTML changed by `change` and its style by `css`."""

    def make(change: Callable[[str], str] = str, css: str = "") -> bytes:
        html = prepared.html()
        changed = change(html.text)
        base = html.folders[0]
        source = Source(
            html=changed,
            base=base,
            stylesheets=tuple(
                Stylesheet(style, base) for style in (*(s.text for s in html.styles), css)
            ),
            allowed=html.folders,
            families=(*html.families, "Source Sans 3"),
        )
        return press.open(source).layout().write().pdf

    return make


def _found(pdf: bytes, document: Document, families: tuple[str, ...] = FAMILIES) -> list[Problem]:
    return check_pdf(pdf, document, families)


def _rules(pdf: bytes, prepared: Prepared) -> list[str]:
    return [problem.rule for problem in _found(pdf, prepared.document)]


def test_good_pdf_passes_every_check(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    known = {"words", "glyphs", "fonts", "edges", "overlap"}
    assert set(CHECKS) == known, "a new check needs a bad PDF here"
    assert _rules(printed(), prepared) == []


@pytest.mark.parametrize("gone", ["twice", "38%", "C++", "Ada", "ada@example.com", "2021"])
def test_dropped_word(prepared: Prepared, printed: Callable[..., bytes], gone: str) -> None:
    pdf = printed(lambda html: _in_body(html, gone, ""))
    (problem,) = _found(pdf, prepared.document)
    assert problem.rule == "words-missing"
    assert gone.split("@")[0] in problem.message


@pytest.mark.parametrize(("old", "new"), [("C++", "C"), ("38%", "38"), (", twice", " twice")])
def test_lost_sign_that_means_something(
    prepared: Prepared, printed: Callable[..., bytes], old: str, new: str
) -> None:
    pdf = printed(lambda html: _in_body(html, old, new))
    assert "words-missing" in _rules(pdf, prepared)


def test_swapped_bullets(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    def swap(html: str) -> str:
        items = re.findall(r"<li>.*?</li>", html, re.DOTALL)
        assert len(items) == 3
        return html.replace(items[0] + "\n" + items[1], items[1] + "\n" + items[0])

    assert "words-out-of-order" in _rules(printed(swap), prepared)


def test_order_in_the_file_not_on_the_page(
    prepared: Prepared, printed: Callable[..., bytes]
) -> None:
    """A float is painted before the text around it: it looks right and reads wrong."""
    pdf = printed(css=".entry-head { display: block } .dates { float: right }")
    assert "words-out-of-order" in _rules(pdf, prepared)


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="color: #fff">hidden keywords</p>',
        '<p style="font-size: 0.1pt">hidden keywords</p>',
        '<p style="position: absolute; top: 0; left: 0">hidden keywords</p>',
    ],
)
def test_hidden_text(prepared: Prepared, printed: Callable[..., bytes], hidden: str) -> None:
    pdf = printed(lambda html: html.replace("</main>", f"{hidden}</main>"))
    problem = _found(pdf, prepared.document)[0]
    assert problem.rule == "words-added"
    assert "hidden keywords" in problem.message


def test_word_twice(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    pdf = printed(lambda html: _in_body(html, "twice", "twice twice"))
    assert _rules(pdf, prepared) == ["words-added"]


def test_foreign_font(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    pdf = printed(css='h2 { font-family: "Source Sans 3"; font-variant-caps: normal }')
    (problem,) = _found(pdf, prepared.document)
    assert problem.rule == "foreign-font"
    assert "Source" in problem.message
    assert _found(pdf, prepared.document, (*FAMILIES, "Source Sans 3")) == []


def test_font_not_embedded(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    def strip(file: Any) -> None:
        for item in file.objects:
            if isinstance(item, pikepdf.Dictionary):
                for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                    if key in item:
                        del item[key]

    rules = _rules(_changed(printed(), strip), prepared)
    assert "font-not-embedded" in rules


@pytest.mark.parametrize("code", ["E000", "FFFD", "F8FF"])
def test_glyph_without_a_character(
    prepared: Prepared, printed: Callable[..., bytes], code: str
) -> None:
    def unmap(file: Any) -> None:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream) and b"beginbfchar" in item.read_bytes():
                item.write(
                    re.sub(rb"<0041>\s*$", f"<{code}>".encode(), item.read_bytes(), flags=re.M)
                )

    found = _found(_changed(printed(), unmap), prepared.document)
    assert "unmapped-glyph" in [problem.rule for problem in found]
    assert f"U+{code}" in next(p.message for p in found if p.rule == "unmapped-glyph")


@pytest.mark.parametrize(
    "css",
    [
        "h1 { white-space: nowrap; font-size: 200pt }",
        "h2 { margin-left: -90pt }",
        "header { margin-top: -70pt }",
    ],
)
def test_text_beyond_the_edge(prepared: Prepared, printed: Callable[..., bytes], css: str) -> None:
    assert "text-outside-page" in _rules(printed(css=css), prepared)


def test_running_line_is_no_word_of_the_document(press: Press) -> None:
    """From page two on the name and the page's number stand at the foot."""
    many = "".join(f"      - Bullet {n} is here, and it counts.\n" for n in range(70))
    long = prepare(loaded(TEXT + many), Settings())
    html = long.html()
    source = Source(
        html.text,
        html.folders[0],
        tuple(Stylesheet(style.text, html.folders[0]) for style in html.styles),
        families=html.families,
    )
    pdf = press.open(source).layout().write().pdf
    assert _rules(pdf, long) == []


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_refused(prepared: Prepared, data: bytes) -> None:
    (problem,) = refused(lambda: check_pdf(data, prepared.document, FAMILIES))
    assert problem.rule == "pdf-unreadable"


def _in_body(html: str, old: str, new: str) -> str:
    """Replace in what is printed, not in the head or an address."""
    head, body = html.split("<body>")
    before, found, after = body.rpartition(old)
    assert found
    return f"{head}<body>{before}{new}{after}"


def _changed(pdf: bytes, change: Callable[[Any], None]) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
        return out.getvalue()


def test_text_over_text(prepared: Prepared, printed: Callable[..., bytes]) -> None:
    pdf = printed(css="li + li { margin-top: -13pt }")
    assert "overlapping-text" in _rules(pdf, prepared)
