"""Shapes in which people lay out a DOCX: lines of heads in cells, deep titles, typed columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.importers.documents.making import bold, docx, p, read, run, table
from typeset.importers.documents.looks import settle_headings
from typeset.importers.documents.pieces import Piece, Row
from typeset.importers.documents.runs import Run
from typeset.importers.text.record import Record
from typeset.profile.model import Profile


def _profile(body: str) -> Profile:
    """What is read from a body; each of its words has a place."""
    imported = read(docx(body), "shapes.docx")
    assert imported.words == imported.placed > 0
    return imported.profile


def _facts(profile: Profile) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [
        (one.name, one.position, str(one.location or ""), str(one.start_date))
        for one in profile.work
    ]


_JOBS = (
    ("Larkfield Dyeworks", "Master Dyer", "Boston, MA", "2018", "2023"),
    ("Quern & Sons", "Dyer", "Portland, OR", "2011", "2018"),
)
_READ = [(owner, role, place, start) for owner, role, place, start, _ in _JOBS]
_BULLET = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
_TOP = p(bold("Una Sorley")) + p("una@example.com | 01632 960200") + p(bold("EXPERIENCE"))


def _em(text: str) -> str:
    return run(text, "<w:i/>")


def _cells(owner: str, role: str, place: str, dates: str) -> str:
    rows = ((p(bold(owner)), p(place)), (p(_em(role)), p(_em(dates))))
    return table(*rows)


def _bars(owner: str, role: str, place: str, dates: str) -> str:
    return p(bold(role) + run(f" | {owner} | {dates}")) + p(_em(place))


def _brackets(owner: str, role: str, place: str, dates: str) -> str:
    return p(bold(owner) + run(f" – {place}")) + p(_em(role) + run(f" ({dates})"))


def _spaces(owner: str, role: str, place: str, dates: str) -> str:
    return p(bold(owner) + run(f"          {dates}")) + p(_em(role) + run(f"       {place}"))


def _leaders(owner: str, role: str, place: str, dates: str) -> str:
    return p(bold(owner) + run(f" ……………………{dates}")) + p(_em(role) + run(f".........{place}"))


@pytest.mark.parametrize("head", [_cells, _bars, _brackets, _spaces, _leaders])
def test_the_parts_of_a_head_are_told_apart(head: Callable[..., str]) -> None:
    body = _TOP
    for owner, role, place, start, end in _JOBS:
        body += head(owner, role, place, f"{start} – {end}")
        body += p("Dyed forty bolts of tweed a week.", properties=_BULLET)
    assert _facts(_profile(body)) == _READ


def test_a_table_of_data_stays_one() -> None:
    rows = (("Course", "Taken"), ("Mordants", "2019"), ("Lichens", "2020"))
    profile = _profile(
        _TOP + p("Dyer, Quern & Sons, 2011 – 2018") + p(bold("COURSES"))
        + table(*((p(bold(a)), p(bold(b))) if a == "Course" else (p(a), p(b)) for a, b in rows))
    )  # fmt: skip
    told = profile.model_dump_json()
    assert all(text in told for row in rows[1:] for text in row)


def test_a_label_in_a_cell_stands_before_its_text() -> None:
    body = _TOP + p("Dyer, Quern & Sons, 2011 – 2018")
    body += table((p(bold("Duties")), p("Kept the vats warm.") + p("Bought the madder.")))
    told = _profile(body).model_dump_json()
    assert told.index("Duties") < told.index("vats") < told.index("madder")


def test_titles_may_all_be_deep_headings() -> None:
    texts = ("Una Sorley", "Profile", "I dye cloth.", "Recent Experience", "Dyer, 2011 – 2018")
    levels = (0, 6, 0, 6, 0)
    pieces = [
        Piece([Row(number, [Run(text)])], level=level)
        for number, (text, level) in enumerate(zip(texts, levels, strict=True), start=1)
    ]
    settle_headings([*pieces], Record("a.docx", "\n".join(texts)))
    assert [piece.level for piece in pieces] == [0, 2, 0, 2, 0]


def test_a_name_under_a_title_in_a_side_column_is_the_name() -> None:
    large = run('Una "Nan" Sorley, RN', "<w:b/><w:sz w:val='52'/>")
    size = "<w:sz w:val='22'/>"
    side = p(bold("Contact")) + p(run("una@example.com", size))
    body = side + p(large) + p(bold("Experience"))
    body += p(run("Dyer, Quern & Sons, 2011 – 2018", size)) + p(run("Dyed tweed.", size))
    assert _profile(body).basics.name == 'Una "Nan" Sorley, RN'


def test_how_letters_are_read_stands_behind_them() -> None:
    ruby = (
        "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>さとう</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>佐藤</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    told = _profile(_TOP + p("Dyer, Quern & Sons, 2011 – 2018") + p(run("Taught by ") + ruby))
    assert "佐藤 (さとう)" in told.model_dump_json()


def test_a_formula_has_words_too() -> None:
    names = "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'"
    formula = f"<m:oMath {names}><m:r><m:t>dE = 1.4</m:t></m:r></m:oMath>"
    body = _TOP + p("Dyer, Quern & Sons, 2011 – 2018") + p(run("Matched shades to ") + formula)
    assert "dE = 1.4" in _profile(body).model_dump_json()
