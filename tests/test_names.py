"""Names of files that a person would send."""

from __future__ import annotations

import pytest

from typeset.names import sendable


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("Ada Example", "Resume"), "Ada-Example-Resume"),
        (("Ada/../E.x", "Résumé"), "Ada-E-x-Résumé"),
        (("🦊", "Resume"), "Resume"),
        (("נועה כהן", "קורות חיים"), "נועה-כהן-קורות-חיים"),
        (("", "CV"), "CV"),
    ],
)
def test_words_joined_by_hyphens(parts: tuple[str, ...], name: str) -> None:
    assert sendable(*parts) == name


def test_a_long_name_leaves_room_for_what_it_is() -> None:
    name = sendable("ä" * 500, "Lebenslauf")
    assert name.endswith("-Lebenslauf")
    assert len(name.encode()) <= 120
