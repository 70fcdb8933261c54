"""Which shown words promise where a link leads."""

from __future__ import annotations

import pytest

from typeset.checks.facts import Link, Metadata, PdfFacts, Piece, SheetFacts
from typeset.checks.verify import file, links
from typeset.checks.verify.check import Subject

HTTPS = "https://example.org"


def _subject(text: str, target: str, *, inside: bool = False) -> Subject:
    """A page of one link, without tags."""
    box = (10.0, 10.0, 90.0, 20.0)
    piece = Piece(text, box, 10, 12, 10, "Any", (0, 0, 0), 0, -1)
    sheet = SheetFacts(1, 100, 100, text, (piece,))
    link = Link(1, box, target, 7, inside)
    return Subject(PdfFacts("x.pdf", 100, (sheet,), links=(link,)))


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("example.org", HTTPS),
        ("www.example.org/me/", f"{HTTPS}/me"),
        ("https://example.org/me", "https://www.example.org/me/"),
        ("example.org/me", f"{HTTPS}/me/and/more"),
        ("example.org/J%C3%B6rg", f"{HTTPS}/Jörg"),
        ("ada@example.org", "mailto:Ada@example.org?subject=Hello"),
        ("ada@example.org", f"{HTTPS}/@ada"),
        ("@ada@example.org", "https://social.example/@ada"),
        ("Node.js", "https://nodejs.example"),
        ("README.md", f"{HTTPS}/readme"),
        ("the manual", "https://anywhere.example"),
        ("(937) 555-0148", "tel:9375550148"),
    ],
)
def test_agrees(text: str, target: str) -> None:
    assert list(links.mismatched(_subject(text, target))) == []


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("example.org", "https://example.com"),
        ("example.org/me", f"{HTTPS}/you"),
        ("https://example.org", "https://example.org.evil.example"),
        ("ada@example.org", "mailto:eve@example.org"),
        ("ada@example.org", "https://example.com/@ada"),
        ("www.example.js", HTTPS),
    ],
)
def test_differs(text: str, target: str) -> None:
    (finding,) = links.mismatched(_subject(text, target))
    assert text in finding.message
    assert target in finding.message


@pytest.mark.parametrize(
    "target", ["file:///home/ada/a.pdf", "C:\\a.pdf", "/a.pdf", "javascript:1"]
)
def test_local(target: str) -> None:
    assert len(list(links.local(_subject("a", target)))) == 1


@pytest.mark.parametrize("target", ["", "https://nowhere", "mailto:", "a.pdf", "#top"])
def test_broken(target: str) -> None:
    assert len(list(links.broken(_subject("a", target)))) == 1


def test_a_link_within_the_document_is_neither() -> None:
    subject = _subject("a", "", inside=True)
    assert not list(links.broken(subject))
    assert not list(links.local(subject))


@pytest.mark.parametrize(
    ("value", "count"),
    [
        ("/home/ada/cv.docx", 1),
        ("C:\\Users\\Ada\\cv.docx", 1),
        ("file:///srv/cv.html", 1),
        ("https://example.org/home/ada", 0),
        ("Head of home/care", 0),
    ],
)
def test_paths(value: str, count: int) -> None:
    subject = Subject(PdfFacts("x.pdf", 1, metadata=Metadata({"Title": value})))
    assert len(list(file.paths(subject))) == count
