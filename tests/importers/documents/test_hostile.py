"""Documents that are broken, locked, hostile or no documents: one TypesetError, nothing else."""

from __future__ import annotations

import io
import random
import time
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.drawing import draws
from tests.importers.documents import docx_cases
from tests.importers.documents.making import FOLDER, docx, p, pdf, read, table, zipped
from typeset.importers import import_source
from typeset.importers.source import Source
from typeset.problems import TypesetError
from typeset.typesetting import Press


@cache
def _documents() -> dict[str, bytes]:
    """One sound document of each kind."""
    page = (FOLDER / "html" / "sections.html").read_bytes()
    html = (FOLDER / "pdf" / "sidebar-right.html").read_text("utf-8")
    with Press() as press:
        return {"a.docx": docx_cases.everything(), "a.html": page, "a.pdf": pdf(html, press)}


def _refused(data: bytes, name: str) -> str:
    with pytest.raises(TypesetError) as caught:
        read(data, name)
    (problem,) = caught.value.problems
    assert problem.span is not None
    assert problem.span.path.startswith(name)
    return problem.rule


def _tried(data: bytes, name: str) -> None:
    """Read it; a TypesetError is an answer, any other exception a fault."""
    try:
        imported = import_source(Source(Path(name), data))
    except TypesetError:
        return
    assert imported.placed <= imported.words


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.pdf"])
@given(seed=st.integers(0, 2**32))
@draws(25)
def test_changed_bytes_are_read_or_refused(name: str, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(_documents()[name])
    for _ in range(dice.randint(1, 40)):
        at = dice.randrange(len(data))
        match dice.randrange(4):
            case 0:
                data[at] = dice.randrange(256)
            case 1:
                del data[at : at + dice.randint(1, 200)]
            case 2:
                data[at:at] = dice.randbytes(dice.randint(1, 30))
            case _:
                data[at:at] = data[at : at + dice.randint(1, 200)]
        if not data:
            break
    _tried(bytes(data), name)


@given(seed=st.integers(0, 2**32))
@draws(25)
def test_changed_xml_is_read_or_refused(seed: int) -> None:
    dice = random.Random(seed)
    body = list("".join([p("Maud Ferrier", "Titel"), table((p("a"), p("b"))), p("c\td")]))
    for _ in range(dice.randint(1, 12)):
        at = dice.randrange(len(body))
        body[at : at + dice.randint(0, 12)] = dice.sample(body, min(6, len(body)))
    _tried(docx("".join(body), styles=docx_cases._STYLES), "a.docx")


@pytest.mark.parametrize("name", ["a.docx", "a.html", "a.pdf"])
@pytest.mark.parametrize("part", [0.01, 0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_read_or_refused(name: str, part: float) -> None:
    data = _documents()[name]
    _tried(data[: int(len(data) * part)], name)


def test_a_pdf_that_is_none_and_one_that_is_locked() -> None:
    assert _refused(b"%PDF-1.7\nnothing", "a.pdf") == "pdf-unreadable"
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(_documents()["a.pdf"])) as file:
        file.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert _refused(locked.getvalue(), "a.pdf") == "pdf-encrypted"


def test_a_pdf_that_only_forbids_changes_is_read() -> None:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(_documents()["a.pdf"])) as file:
        file.save(kept, encryption=pikepdf.Encryption(owner="o", user=""))
    assert read(kept.getvalue(), "a.pdf").profile.basics.name == "Casimir Thorne"


def test_a_scan_says_what_to_do() -> None:
    scan = io.BytesIO()
    Image.new("L", (400, 300), 255).save(scan, "PDF")
    with pytest.raises(TypesetError) as caught:
        read(scan.getvalue(), "scan.pdf")
    (problem,) = caught.value.problems
    assert problem.rule == "pdf-without-text"
    assert "ocr" in problem.hint


@pytest.mark.parametrize("depth", [50, 400])
def test_tables_in_tables_keep_their_words(depth: int) -> None:
    inner = p("the innermost words")
    for number in range(depth):
        inner = table((p(f"level {number}") + inner,))
    imported = read(docx(p("Maud Ferrier") + inner), "deep.docx")
    assert imported.words == imported.placed >= depth


def test_a_page_nested_deeply_keeps_its_words() -> None:
    html = "<html><body><h1>Maud Ferrier</h1>" + "<div>" * 3000 + "the innermost words"
    assert read(html.encode(), "deep.html").placed == 5


def _package(document: bytes, **others: bytes) -> bytes:
    return zipped({"word/document.xml": document, **others})


def test_hostile_packages_are_refused() -> None:
    entity = b"<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><d>&b;</d>"
    outside = b"<!DOCTYPE d [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><d>&a;</d>"
    assert _refused(_package(entity), "a.docx") == "xml-entity"
    assert _refused(_package(outside), "a.docx") == "xml-entity"
    assert _refused(_package(b"<w:document"), "a.docx") == "damaged-docx"
    assert _refused(_package(b"<d>" * 5000 + b"</d>" * 5000), "a.docx") == "xml-size"
    bomb = b"<d>" + b" " * 20_000_000 + b"</d>"
    assert _refused(_package(bomb), "a.docx") == "file-too-large"
    assert _refused(_package(b"<d/>"), "a.docx") == "no-words"


def test_a_page_of_nothing_is_refused() -> None:
    assert _refused(b"<!doctype html><html><body><script>x</script></body></html>", "a.html")


def test_charsets_of_pages() -> None:
    page = '<html><head><meta charset="{}"></head><body><h1>Änne Größl</h1><p>Köchin</p></body>'
    for charset in ("iso-8859-1", "windows-1252", "utf-8", "utf-16"):
        data = page.format(charset).encode(charset)
        assert read(data, "a.html").profile.basics.name == "Änne Größl"


def test_runs_of_unusual_documents_do_not_lose_words() -> None:
    odd: dict[str, Any] = {
        "no styles": docx(p("Maud Ferrier") + p("Experience") + p("Gardener, Larkfield\t2019")),
        "only a table": docx(table((p("Maud Ferrier"), p("maud@example.com")))),
        "only a header": docx("", header1=p("Maud Ferrier")),
        "empty cells": docx(table(("", p("Maud Ferrier")), ("<w:p/>", ""))),
    }
    for name, data in odd.items():
        imported = read(data, f"{name}.docx")
        assert imported.words == imported.placed > 0, name


@pytest.mark.parametrize("sheet", ["/*", "@", "@a{", ".a{", "@a{b{}", "a", ".a .a"])
def test_no_style_sheet_is_a_trap(sheet: str) -> None:
    page = (
        f"<html><style>{sheet * 50_000}</style><body><h1>A</h1><p class='a'>b c</p></body></html>"
    )
    started = time.monotonic()
    _tried(page.encode(), "a.html")
    assert time.monotonic() - started < 3
