"""Whatever a file holds: a profile that can be written and read, or errors with their places."""

from __future__ import annotations

import contextlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import draws
from tests.importers.structured.samples import REFUSED, SAMPLES, Sample
from typeset.importers import Imported, Source, import_source, sniff
from typeset.problems import TypesetError
from typeset.profile import read_profile, write_profile

_ONE_EACH = {sample.kind: sample for sample in SAMPLES if sample.path.stem == "rich"}
KINDS = pytest.mark.parametrize("kind", sorted(_ONE_EACH))
JSON_KINDS = pytest.mark.parametrize("kind", ["fresh", "json_resume", "reactive"])


@pytest.mark.parametrize("sample", REFUSED, ids=str)
def test_what_is_broken_is_refused_with_its_place(sample: Sample) -> None:
    with pytest.raises(TypesetError) as refused:
        import_source(sample.source)
    assert all(problem.span and problem.span.line for problem in refused.value.problems)


def test_all_wrong_types_are_told_at_once() -> None:
    for sample in REFUSED:
        if sample.path.stem == "wrong_types":
            with pytest.raises(TypesetError) as refused:
                import_source(sample.source)
            assert len(refused.value.problems) >= 2, sample


def _holds(read: Any) -> None:
    """The promise: nothing else is raised, and what is made can be written and read back."""
    try:
        imported: Imported = read()
    except TypesetError:
        return
    assert 0 <= imported.placed <= imported.words
    assert read_profile(write_profile(imported.profile)) == imported.profile


_PIECES = st.sampled_from(
    [b"", b"{", b"}", b"[", b"]", b'"', b",", b":", b"\n", b"\t", b"<", b">", b"&", b"&amp;", b"'",
     b"\0", b"\xff\xfe", b"\xc3", b"- ", b"\\u0007", b"\\ud800", b"null", b"12", b"true", b"{}",
     b"[]", b"*a", b"&a ", b"!!str ", b"9999-99", b"<!ENTITY x 'y'>", b"]]>", b"\xe2\x80\xae",
     b"<ul><li>", b"**", b"`", b"\xef\xbf\xbe", b"0000", b"2019-13", b"a" * 5000]
)  # fmt: skip
_EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), _PIECES), min_size=1, max_size=4)


def _edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for share, length, piece in edits:
        at = int(share * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@KINDS
@draws(60)
@given(edits=_EDITS)
def test_any_damage_is_survived(kind: str, edits: list[tuple[float, int, bytes]]) -> None:
    sample = _ONE_EACH[kind]
    data = _edited(sample.data, edits)
    _holds(lambda: sample.read_data(data))
    with contextlib.suppress(TypesetError):
        assert sniff(Source(Path("any"), data))


@KINDS
@draws(25)
@given(share=st.floats(0, 1))
def test_any_part_of_a_file_is_survived(kind: str, share: float) -> None:
    sample = _ONE_EACH[kind]
    _holds(lambda: sample.read_data(sample.data[: int(share * len(sample.data))]))


_VALUES: st.SearchStrategy[Any] = st.sampled_from(
    [3, 0.5, True, None, "", "x", [], ["x"], [[["x"]]], {}, {"x": {"y": ["z"]}}, [None], [{}],
     "2019", "Mar 2020 – present", "<p>a<ul><li>b", "\u0007", "a\u2028b", "*" * 50, "x" * 20000]
)  # fmt: skip


def _places(data: Any) -> list[tuple[Any, Any]]:
    """Every place of plain data that can be given another value."""
    found: list[tuple[Any, Any]] = []
    stack = [data]
    while stack:
        value = stack.pop()
        inner = value.items() if isinstance(value, dict) else enumerate(value)
        for key, child in list(inner):
            found.append((value, key))
            if isinstance(child, dict | list):
                stack.append(child)
    return found


@JSON_KINDS
@draws(100)
@given(draw=st.data())
def test_any_value_may_stand_anywhere(kind: str, draw: st.DataObject) -> None:
    sample = _ONE_EACH[kind]
    data = json.loads(sample.path.read_text("utf-8"))
    places = _places(data)
    for _ in range(draw.draw(st.integers(1, 3))):
        container, key = places[draw.draw(st.integers(0, len(places) - 1))]
        container[key] = draw.draw(_VALUES)
    text = json.dumps(data)
    _holds(lambda: sample.read_data(text.encode()))


@JSON_KINDS
def test_deep_nesting_is_refused(kind: str) -> None:
    with pytest.raises(TypesetError):
        _ONE_EACH[kind].read_data(b'{"basics": ' + b"[" * 50_000)
    with pytest.raises(TypesetError):
        _ONE_EACH[kind].read_data(b'{"work": ' + b'{"a":' * 5_000 + b"1" + b"}" * 5_001)


def test_deep_xml_is_refused() -> None:
    data = b"<SkillsPassport>" + b"<a>" * 100_000
    with pytest.raises(TypesetError, match="nested too deeply"):
        _ONE_EACH["europass"].read_data(data)


def test_deep_html_is_read() -> None:
    text = "<ul><li>" * 400 + "<blockquote>" * 400 + "deep"
    data = {"basics": {"name": "N"}, "sections": {"summary": {"content": text}}}
    imported = _ONE_EACH["reactive"].read_data(json.dumps(data).encode())
    assert "deep" in write_profile(imported.profile)


def test_a_damaged_zip_names_its_member() -> None:
    data = bytearray(_ONE_EACH["linkedin"].data)
    info = zipfile.ZipFile(io.BytesIO(bytes(data))).getinfo("Positions.csv")
    data[info.header_offset + 50] ^= 0xFF
    with pytest.raises(TypesetError, match=r"Positions\.csv"):
        _ONE_EACH["linkedin"].read_data(bytes(data))
