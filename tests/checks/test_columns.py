"""Pages of two columns, put back into the Document's order; what is lost or moved stays so."""

from __future__ import annotations

import pytest

from typeset.checks.columns import by_column

SIDE, MAIN = ["a", "b", "c", "d", "e", "f"], ["x", "y", "c", "z", "w"]


@pytest.mark.parametrize(
    ("pages", "whole"),
    [
        (["a b x y", "c d c z", "e f w"], True),
        (["a b x y c", "• c d e z", "f w"], True),  # main begins with what the side goes on with
        (["a b c d e f x y", "c z w"], True),
        (["a b x y", "d c z", "e f w"], False),  # c of the side is lost
        (["a b x y", "d c c z", "e f w"], False),  # c and d are exchanged
    ],
)
def test_each_column_is_whole_and_in_order(pages: list[str], whole: bool) -> None:
    found = by_column([page.split() for page in pages], SIDE, MAIN, "•".__contains__)
    kept = [token for page in found for token in page if token != "•"]
    assert (kept == SIDE + MAIN) is whole
