"""Cells that stand side by side are read down their columns, where one person has a column each."""

from __future__ import annotations

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
