"""Whatever bytes call themselves a PDF: facts or a problem, never an exception of a library."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from contextlib import suppress

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from tests.checks.changed import changed, good_pdf, notes, profile, rules
from tests.drawing import draws
from tests.say import refused
from typeset.checks.verify import verify_pdf
from typeset.problems import TypesetError
from typeset.typesetting import Press


@pytest.fixture(scope="module")
def good(press: Press) -> bytes:
    return good_pdf(press)


@pytest.mark.parametrize("data", [b"", b"%PDF-", b"%PDF-1.7\n%%EOF", b"hello", bytes(100)])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    (problem,) = refused(lambda: verify_pdf(data, "x.pdf"))
    assert problem.rule == "pdf-unreadable"


def test_password_is_said(good: bytes) -> None:
    locked = changed(good, lambda file: None, encryption=pikepdf.Encryption(owner="o", user="u"))
    (problem,) = refused(lambda: verify_pdf(locked, "x.pdf"))
    assert problem.rule == "pdf-encrypted"


def test_scan_is_told_from_a_text() -> None:
    scan = io.BytesIO()
    Image.new("L", (300, 400), 200).save(scan, "PDF")
    report = verify_pdf(scan.getvalue(), "x.pdf", profile())
    (problem,) = (p for p in report.problems if p.rule == "no-text")
    assert "scanned" in problem.message
    assert report.recovered.found == ()


def test_pdf_without_pages_or_text() -> None:
    assert "no-text" in rules(_saved(lambda file: file.add_blank_page()))
    assert "no-text" not in rules(_saved(lambda file: None))


@draws(40)
@given(st.integers(0, 10**9))
def test_damaged_bytes(seed: int) -> None:
    data = bytearray(_GOOD[0])
    chance = random.Random(seed)
    for _ in range(chance.choice([1, 5, 50, 400])):
        data[chance.randrange(len(data))] = chance.randrange(256)
    with suppress(TypesetError):
        verify_pdf(bytes(data), "x.pdf", profile())


_GOOD: list[bytes] = []


@pytest.fixture(scope="module", autouse=True)
def _shared(good: bytes) -> None:
    _GOOD.append(good)


def loop_in_the_tree(file: Pdf) -> None:
    root = file.Root.StructTreeRoot
    element = file.make_indirect(Dictionary(S=Name.P))
    element.K = Array([element, root])
    root.K = Array([element])


def odd_values(file: Pdf) -> None:
    file.Root.Lang = 7
    file.Root.MarkInfo = Array()
    file.Root.StructTreeRoot.K = Array([Array(), Name.X, Dictionary(K=Dictionary())])
    file.pages[0].Annots = Array([7, Dictionary(Subtype=Name.Link, Rect=Name.X, A=8)])
    file.pages[0].Resources.Font = Dictionary(A=1, B=Dictionary(Subtype=Name.Type0))
    file.Root.AF = Array([3, Dictionary()])


def form_in_itself(file: Pdf) -> None:
    form = file.make_stream(b"/F Do", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    form.Resources = Dictionary(XObject=Dictionary(F=form))
    file.pages[0].Resources.XObject = Dictionary(F=form)
    file.pages[0].Contents = file.make_stream(file.pages[0].Contents.read_bytes() + b"\n/F Do\n")


def broken_operators(file: Pdf) -> None:
    file.pages[0].Contents = file.make_stream(b"BT /None 1 Tf (a) Tj 1 Tm Td Q Q EMC [1 (b TJ <")


@pytest.mark.parametrize("change", [loop_in_the_tree, odd_values, form_in_itself, broken_operators])
def test_odd_structures(good: bytes, change: Callable[[Pdf], None]) -> None:
    verify_pdf(changed(good, change), "x.pdf", profile())


def test_unread_part_is_said(good: bytes) -> None:
    def cut(file: Pdf) -> None:
        file.pages[0].Contents = file.make_stream(b"BT [1 (b TJ <<")

    found = rules(changed(good, cut)) | notes(changed(good, cut))
    assert found & {"pdf-partly-unreadable", "no-text"}


def _saved(change: Callable[[Pdf], object]) -> bytes:
    with pikepdf.new() as file:
        change(file)
        out = io.BytesIO()
        file.save(out)
        return out.getvalue()
