"""Texts that are printed over one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Box = tuple[float, float, float, float]
"""Left, bottom, right, top of what the glyphs ink, in points."""

_SHARE = 0.4
"""Of the lower text's height, and of the narrower one's width: less is a tight line."""


def overlapping(texts: Iterable[tuple[Callable[[], str], Box]]) -> Iterator[tuple[str, str]]:
    """Each two texts with letters or digits that stand in one place; the upper one first.

    A text is asked for only where its box meets another.
    """
    placed = sorted(((box, text) for text, box in texts), key=lambda item: -item[0][3])
    open_: list[tuple[Box, Callable[[], str]]] = []
    for box, text in placed:
        # What ends above this one's top can meet neither it nor anything after it.
        open_ = [item for item in open_ if item[0][1] < box[3]]
        for other, above in open_:
            if _share(box, other, 1, 3) > _SHARE and _share(box, other, 0, 2) > _SHARE:
                first, second = above().strip(), text().strip()
                if _has_letters(first) and _has_letters(second):
                    yield first, second
        open_.append((box, text))


def _has_letters(text: str) -> bool:
    return any(c.isalnum() for c in text)


def _share(one: Box, two: Box, low: int, high: int) -> float:
    """How much of the smaller of two extents lies in the other."""
    smaller = min(one[high] - one[low], two[high] - two[low])
    common = min(one[high], two[high]) - max(one[low], two[low])
    return common / smaller if smaller > 0 else 0.0
