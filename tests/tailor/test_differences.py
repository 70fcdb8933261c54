"""How two variants differ, in words."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tests.tailor.base import base, tailored
from typeset.profile.addresses import Addressed
from typeset.profile.model import Profile, Section
from typeset.tailor.differences import differences


def test_a_variant_beside_its_base(tmp_path: Path) -> None:
    made = tailored(
        tmp_path,
        "select: {drop: [awards, wrote-the-shop-s], first: [skills]}\n"
        "replace: {basics.label: Turret clocks}\n",
    )
    found = differences(base(), Addressed(made.addressed.profile))
    said = {(one.what, one.address.rpartition("/")[2], one.before, one.after) for one in found}
    assert said == {
        ("only in the first", "awards", "awards", ""),
        ("only in the first", "wrote-the-shop-s", "Wrote the shop's price list.", ""),
        ("reworded", "basics.label", "Clockmaker", "Turret clocks"),
        ("moved", "skills", "volunteer", ""),
    }


def test_a_profile_does_not_differ_from_itself() -> None:
    assert differences(base(), base()) == []


@given(st.permutations(range(6)))
def test_moves_are_the_fewest_that_tell(order: list[int]) -> None:
    one = Profile(sections=[Section(title=f"s{n}") for n in range(6)])
    other = Profile(sections=[Section(title=f"s{n}") for n in order])
    moved = [d.address for d in differences(Addressed(one), Addressed(other))]
    stay = [f"s{n}" for n in order if f"s{n}" not in moved]
    assert stay == sorted(stay)
    longest = max(
        (bin(mask).count("1") for mask in range(64) if _rises([n for n in order if mask >> n & 1])),
    )
    assert len(moved) == 6 - longest


def _rises(numbers: list[int]) -> bool:
    return numbers == sorted(numbers)
