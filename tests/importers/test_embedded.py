"""A PDF made with `--embed` opens again as the profile of what it shows."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from tests.say import loaded, refused
from typeset.importers.embedded import embedded_profile
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.profile import write_profile
from typeset.typesetting import Press

TEXT = """
lang: en
basics: {name: Odile Varga, phone: +36 1 555 0148, email: odile@example.org}
work: [{name: Acme, position: Head, startDate: 2020, highlights: ['Said "so".', 語 and ö.]}]
unplaced: [{line: 3, text: SECRET}]
"""


@pytest.fixture(scope="module")
def carrying(press: Press) -> bytes:
    return render(prepare(loaded(TEXT), Settings(embed=True)), press).pdf


def test_it_is_carried_byte_for_byte(carrying: bytes) -> None:
    whole = loaded(TEXT).profile
    whole.unplaced = []
    assert embedded_profile(carrying) == write_profile(whole)


def test_it_is_imported(carrying: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    path.write_bytes(carrying)
    imported = load(path).imported
    assert imported
    assert write_profile(imported.profile) == embedded_profile(carrying)
    assert imported.words == imported.placed > 10


def test_nothing_hidden_is_in_the_file(carrying: bytes) -> None:
    with pikepdf.open(io.BytesIO(carrying)) as file:
        streams = [o.read_bytes() for o in file.objects if isinstance(o, pikepdf.Stream)]
    assert not any(b"SECRET" in data for data in streams)
    assert b"SECRET" not in carrying


def test_no_clock_and_the_relationship(carrying: bytes, press: Press) -> None:
    assert render(prepare(loaded(TEXT), Settings(embed=True)), press).pdf == carrying
    with pikepdf.open(io.BytesIO(carrying)) as file:
        # The engine lists it twice; it is one object.
        (item,) = {spec.objgen: spec for spec in file.Root.AF}.values()
        assert (str(item.AFRelationship), str(item.UF)) == ("/Source", "profile.yaml")
        assert str(item.EF.F.Subtype) == "/application/yaml"
        assert str(item.EF.F.Params.ModDate) == "D:20000101000000Z"


def test_without_the_option_nothing_is_carried(press: Press) -> None:
    plain = prepare(loaded(TEXT), Settings())
    pdf = render(plain, press).pdf
    assert embedded_profile(pdf) is None
    assert plain.key != prepare(loaded(TEXT), Settings(embed=True)).key


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"profile.yaml", b"%PDF-" + bytes(2000)])
def test_other_files_carry_nothing(data: bytes) -> None:
    assert embedded_profile(data) is None


def test_a_file_of_that_name_that_is_no_profile(carrying: bytes, tmp_path: Path) -> None:
    path = tmp_path / "cv.pdf"
    with pikepdf.open(io.BytesIO(carrying)) as file:
        del file.attachments["profile.yaml"]
        file.attachments["profile.yaml"] = b"basics: {nme: Ada}"
        file.save(path)
    (problem,) = refused(lambda: load(path))
    assert problem.span is not None
    assert problem.span.path.endswith("cv.pdf/profile.yaml")
