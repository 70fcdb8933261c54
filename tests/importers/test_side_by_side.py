"""Cells that stand side by side are read down their columns, where one person has a column each."""

from __future__ import annotations

import pytest

from typeset.importers import import_text

REFEREES = """Lowenna Pask
lowenna@pask.example

REFEREES
Mrs J. Dunlop, Manager               Rev. A. Boyd
Rowan House                          St Ninian's Church
01292 496 020                        01292 496 031
Others on request
"""


def test_referees_in_columns() -> None:
    imported = import_text(REFEREES)
    assert imported.words == imported.placed
    assert [(one.name, one.reference) for one in imported.profile.references] == [
        ("Mrs J. Dunlop", "Manager\\\nRowan House\\\n01292 496 020"),
        ("Rev. A. Boyd", "St Ninian's Church\\\n01292 496 031"),
        ("", "Others on request"),
    ]


HANGING = """Tegen Orchard
tegen@orchard.example

EMPLOYMENT

2016 - 2021        Weaver, Moss Mill Ltd, Selby
                   - Halved the waiting time by setting up a board of
                     {tail}
                   - Four looms

2013 - 2016        Dyer, Tarn Dyeworks Ltd, Goole
                   - Mixed all shades
                   - Kept the vats

2009 - 2013        Helper, Ash Ltd, Goole
                   - Swept
"""


@pytest.mark.parametrize(
    "tail",
    [
        "projects",
        "skills",
        "languages",
        "training",
        "references",
        "courses",
        "other work",
        "Publications",
    ],
)
@pytest.mark.parametrize("mark", "-*•")
def test_a_wrapped_line_that_is_a_title_parts_no_columns(tail: str, mark: str) -> None:
    source = HANGING.format(tail=tail).replace("   - ", f"   {mark} ")
    work = import_text(source).profile.work
    assert [(one.position, one.name, str(one.start_date)) for one in work] == [
        ("Weaver", "Moss Mill Ltd", "2016"),
        ("Dyer", "Tarn Dyeworks Ltd", "2013"),
        ("Helper", "Ash Ltd", "2009"),
    ]
    assert len(work[0].highlights) == 2


def test_columns_that_are_told_are_written_down() -> None:
    left = ["Garden paths laid in brick", "Walls of dry stone", "Fences and gates", "Ponds", ""] * 2
    right = ["", "LANGUAGES", "Breton", "Cornish", "", "HOBBIES", "Rowing", "Chess", "Go", ""]
    rows = "\n".join(f"{one:<40}{two}".rstrip() for one, two in zip(left, right, strict=True))
    imported = import_text(f"Tegen Orchard\ntegen@orchard.example\n\nSKILLS\n{rows}\n")
    assert imported.words == imported.placed
    assert "side-by-side" in [choice.rule for choice in imported.choices]
