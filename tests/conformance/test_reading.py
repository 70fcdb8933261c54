"""How readings are judged: what is lost, read twice, or moved."""

from __future__ import annotations

import pytest

from tests.conformance.readers.reading import Kept, judge
from typeset.document import Document
from typeset.document.model import Contact, Entry, Head, Run, Section

DOCUMENT = Document(
    kind="resume",
    lang="en",
    direction="ltr",
    name="Ada Bell – Résumé",
    author="Ada Bell",
    head=Head("Ada Bell", contacts=(Contact("url", "well-known.org"),)),
    sections=(
        Section(
            "work",
            "entries",
            title=(Run("Work"),),
            entries=(
                Entry(title=(Run("Pilot"),), dates="2019"),
                Entry(title=(Run("Cook"),), dates="2012"),
            ),
        ),
    ),
)
READINGS = {
    "in order": (["Ada Bell well-known.org Work", "Pilot 2019 Cook 2012 Ada Bell 2"], Kept.ORDER),
    "number of pages": (["Ada Bell well-known.org Work", "2 / 2 Pilot 2019 Cook 2012"], Kept.ORDER),
    "hyphen taken": (["Ada Bell wellknown.org Work Pilot 2019 Cook 2012"], Kept.ORDER),
    "dates aside": (["Ada Bell well-known.org Work Pilot Cook 2019 2012"], Kept.WORDS),
    "contacts last": (["Ada Bell Work Pilot 2019 Cook 2012 well-known.org"], Kept.WORDS),
    "name last": (["Work Pilot 2019 Cook 2012 Ada Bell well-known.org"], Kept.WORDS),
    "text moved": (["Ada Bell well-known.org Work Cook 2012 Pilot 2019"], Kept.WORDS),
    "name parted": (["Bell well-known.org Ada Work Pilot 2019 Cook 2012"], Kept.WORDS),
    "lost": (["Ada Bell well-known.org Work Pilot 2019 Cook"], Kept.LOST),
    "twice": (["Ada Bell well-known.org Work Pilot 2019 Cook 2012 Cook"], Kept.LOST),
    "parted": (["Ada Bell well-known.org Work Pi lot 2019 Cook 2012"], Kept.LOST),
    "joined": (["Ada Bell well-known.org Work Pilot2019 Cook 2012"], Kept.LOST),
}


@pytest.mark.parametrize("name", READINGS)
def test_a_reading_is_judged(name: str) -> None:
    pages, kept = READINGS[name]
    assert judge(pages, DOCUMENT).kept == kept
