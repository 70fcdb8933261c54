"""The least that does, in few trials, whatever the expectation is worth."""

from __future__ import annotations

from itertools import accumulate
from random import Random

import pytest

from typeset.fitting.search import least


def _trials(saved: list[float], need: float, expected: list[float], start: int) -> tuple[int, int]:
    """The index found, -1 for none, and how many different ones were tried."""
    tried: set[int] = set()

    def excess(index: int) -> float:
        tried.add(index)
        return need - saved[index]

    found = least(excess, expected, start)
    return -1 if found is None else found, len(tried)


def test_it_is_the_least_that_does() -> None:
    """Steps of any size, foretold at least half right, from either end."""
    for seed in range(300):
        chance = Random(seed)
        steps = [chance.uniform(10, 40) for _ in range(chance.randint(0, 60))]
        saved = list(accumulate(steps, initial=0.0))
        expected = list(accumulate((s * chance.uniform(0.6, 1.6) for s in steps), initial=0.0))
        need = chance.uniform(-10, saved[-1] + 20)
        right = next((i for i, much in enumerate(saved) if much >= need), -1)
        for start in (0, len(steps)):
            found, tried = _trials(saved, need, expected, start)
            assert (seed, found) == (seed, right)
            assert tried <= 14


@pytest.mark.parametrize("start", [0, 40])
def test_right_expectation_is_as_good_as_knowing(start: int) -> None:
    exact = [float(20 * index) for index in range(41)]
    assert _trials(exact, 391, exact, start) == (20, 2)


@pytest.mark.parametrize("start", [0, 1000])
@pytest.mark.parametrize("need", [5, 500, 995])
def test_worthless_expectation_costs_little(start: int, need: int) -> None:
    saved = [float(index) for index in range(1001)]
    worthless = [index**3 / 1e6 for index in range(1001)]
    found, tried = _trials(saved, need, worthless, start)
    assert need <= found <= need + 2
    assert tried < 40


def test_a_single_choice() -> None:
    assert _trials([0.0], 1, [0.0], 0) == (-1, 1)
    assert _trials([0.0], -1, [0.0], 0) == (0, 1)
