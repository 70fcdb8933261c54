"""The least of something that does, found in few trials where each costs a layout."""

from __future__ import annotations

from collections.abc import Callable, Sequence

_STALLED = 2
"""After so many trials that did not halve the interval, it is halved without foresight."""


def least(excess: Callable[[int], float], expected: Sequence[float], start: int = 0) -> int | None:
    """The least index of `expected` at which `excess` is not positive; None if it never is.

    `excess` says how much is too much, or, below zero, how much more would fit; it falls
    with the index, about as `expected` says: how much the steps up to an index save in all.
    `start` is tried first, then the index that the trials before foretell (the secant
    through the last two), always within the interval still open. Where `excess` rises in
    places, the result does, but an index before it might, too.
    """
    last = len(expected) - 1
    low, high = -1, last + 1  # the greatest index known to be too little, the least that does
    index, slope, stalled = start, 1.0, 0
    before: tuple[float, float] | None = None
    while True:
        value, width = excess(index), high - low
        low, high = (index, high) if value > 0 else (low, index)
        if high - low == 1 or (value <= 0 and _is_close(expected, index, -value)):
            return high if high <= last else None
        point = expected[index], value
        slope = _slope(before, point) or slope
        before = point
        both = low >= 0 and high <= last
        stalled = stalled + 1 if both and 2 * (high - low) > width else 0
        if stalled < _STALLED:
            index = _first(expected, point[0] + value / slope)
        else:
            index, stalled = (low + high) // 2, 0
        index = min(max(index, low + 1), high - 1)


def _is_close(expected: Sequence[float], index: int, spare: float) -> bool:
    """Whether so little is to spare that the step before must be too little."""
    return index > 0 and 2 * spare < expected[index] - expected[index - 1]


def _slope(before: tuple[float, float] | None, now: tuple[float, float]) -> float | None:
    """How much of what was expected was saved between two trials, within reason."""
    if before is None or before[0] == now[0]:
        return None
    return min(max((before[1] - now[1]) / (now[0] - before[0]), 0.7), 1.4)


def _first(expected: Sequence[float], aim: float) -> int:
    """The first index at which that much is expected to be saved, else the last."""
    return next((i for i, saved in enumerate(expected) if saved >= aim), len(expected) - 1)
