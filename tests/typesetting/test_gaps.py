"""What stands far apart on one line is read as one line."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pdfminer.high_level import extract_text

from tests import pdf
from tests.typesetting.pages import source
from typeset.typesetting import Press

APART = "div { display: flex; justify-content: space-between } div p { margin: 0 }"
HEADS = "<div><p>Pilot</p><p>2019</p></div><p>Flew</p><div><p>Cook</p><p>2012</p></div>"


def _content(data: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as file:
        return file.pages[0].Contents.read_bytes()


def test_a_gap_is_one_space(press: Press) -> None:
    data = press.open(source(HEADS, APART)).layout().write().pdf
    assert extract_text(io.BytesIO(data)).split() == ["Pilot", "2019", "Flew", "Cook", "2012"]
    assert _content(data).count(b"/ActualText (  )") == 2


def test_the_space_is_as_wide_as_the_gap(press: Press) -> None:
    data = press.open(source(HEADS, APART)).layout().write().pdf
    with pdf.opened(data) as document:
        title, space, dates, *_ = pdf.pieces(document[0])
    assert [title.text.strip(), space.text.strip(), dates.text] == ["Pilot", "", "2019"]
    assert title.right < 40
    assert dates.left > 160
    assert space.size / title.size > 50  # of a space's width, 2 pt: how far it is stretched


@pytest.mark.parametrize(
    "body",
    [
        "<p>one <b>two</b> three</p>",
        "<p>one<span style='padding-left: .25em'>two</span></p>",
        "<p>one</p><p style='padding-left: 50pt'>two</p>",  # two lines
    ],
)
def test_near_texts_need_none(body: str, press: Press) -> None:
    assert b"ActualText" not in _content(press.open(source(body)).layout().write().pdf)


def test_a_line_that_runs_from_right_to_left(press: Press) -> None:
    body = '<div dir="rtl"><p>שלום</p><p>עולם</p></div>'
    data = (
        press.open(source(body, APART + 'html { font-family: "Open Sans" }')).layout().write().pdf
    )
    assert _content(data).count(b"/ActualText (  )") == 1
    with pdf.opened(data) as document:
        first, _, second = pdf.pieces(document[0])
    assert second.right < first.left
