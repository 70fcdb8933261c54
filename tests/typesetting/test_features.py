"""Laying out leaves no memory behind."""

from __future__ import annotations

import ctypes
import gc
from collections.abc import Callable

import pytest

from tests.typesetting.pages import source
from typeset.typesetting import Press


class MallInfo2(ctypes.Structure):
    """glibc's account of its heap, in bytes (mallinfo(3))."""

    _fields_ = [
        (name, ctypes.c_size_t)
        for name in (
            *("arena", "ordblks", "smblks", "hblks", "hblkhd", "usmblks", "fsmblks"),
            *("uordblks", "fordblks", "keepcost"),
        )
    ]


@pytest.fixture
def allocated() -> Callable[[], int]:
    """The bytes that C code has allocated and not freed."""
    mallinfo2 = getattr(ctypes.CDLL(None), "mallinfo2", None)
    if mallinfo2 is None:
        pytest.skip("only glibc 2.33 and later says how much is allocated")
    mallinfo2.restype = MallInfo2

    def measure() -> int:
        gc.collect()
        info = mallinfo2()
        return int(info.uordblks + info.hblkhd)

    return measure


def test_texts_with_font_features_leave_nothing_allocated(
    press: Press, allocated: Callable[[], int]
) -> None:
    """A list of features that is not freed is some 150 bytes; here there are 200 a layout."""
    css = "p { font-variant-numeric: oldstyle-nums; letter-spacing: 1px }"
    sheet = press.open(source("<p>line</p>" * 200, css))
    for _ in range(5):
        sheet.layout()
    before = allocated()
    for _ in range(10):
        sheet.layout()
    assert (allocated() - before) / 10 < 3000


def test_spacing_of_one_text_is_not_that_of_the_next(press: Press) -> None:
    """Letter spacing is added to the list of features, which texts must not share."""
    css = "@page { size: 200px 400px } p { font-variant-numeric: oldstyle-nums }"

    def lines(style: str) -> int:
        words = "word " * 30
        html = f"<p style='{style}'>{words}</p><p>{words}</p>"
        (only,) = press.open(source(html, css)).layout().pages
        return only.lines

    plain = lines("")
    assert lines("letter-spacing: 8px") > plain
    assert lines("") == plain
