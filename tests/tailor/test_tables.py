"""Tables of recipients: CSV and JSON lines, each error at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from typeset.problems import TypesetError
from typeset.tailor.tables import read_recipients


def _rows(folder: Path, name: str, text: str | bytes) -> list[tuple[dict[str, str], int]]:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    rows, _ = read_recipients(path)
    return [(dict(row.fields), row.place.line) for row in rows]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_csv_with_any_separator(separator: str, tmp_path: Path) -> None:
    text = "name,role\r\nAda Bell,welder\r\n\r\nBo Li,\r\n".replace(",", separator)
    assert _rows(tmp_path, "r.csv", text) == [
        ({"name": "Ada Bell", "role": "welder"}, 2),
        ({"name": "Bo Li", "role": ""}, 4),
    ]


def test_a_cell_of_several_lines_and_the_line_after_it(tmp_path: Path) -> None:
    text = 'name,address\nAda,"1 Main Road\nHull"\nBo\n'
    assert _rows(tmp_path, "r.csv", text) == [
        ({"name": "Ada", "address": "1 Main Road\nHull"}, 2),
        ({"name": "Bo", "address": ""}, 4),
    ]


def test_a_table_from_an_office_program_that_knows_no_utf_8(tmp_path: Path) -> None:
    text = "name;title\nJürgen Groß;Geschäftsführer für Bäder\n".encode("cp1252")
    assert _rows(tmp_path, "r.csv", text)[0][0]["name"] == "Jürgen Groß"


def test_json_lines(tmp_path: Path) -> None:
    text = '{"name": "Ada", "address": ["1 Main Road", "Hull"], "grade": 3.10}\n\n{"name": null}\n'
    assert _rows(tmp_path, "r.jsonl", text) == [
        ({"name": "Ada", "address": "1 Main Road\nHull", "grade": "3.10"}, 1),
        ({"name": ""}, 3),
    ]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("r.csv", "name,role\nAda,x,y\nBo,1,2\n", ["r.csv:2:1: error", "r.csv:3:1: error"]),
        ("r.csv", "name,name\nAda,x\n", ["r.csv:1:1: error: two columns are called 'name'"]),
        ("r.csv", "name,\nAda,x\n", ["a column has no name"]),
        ("r.csv", 'name\n"Ada\n', ["r.csv:2:1: error: this is no CSV"]),
        ("r.csv", "name\n", ["there is no row"]),
        ("r.jsonl", '{"a": \n[1]\n{"a": {}}\n{"a": "\\u0007"}\n{"a": "\\ud800"}', [
            "r.jsonl:1:1", "r.jsonl:2:1: error: this is no row in JSON: it is no object",
            "'a' is no text", "r.jsonl:4:1", "r.jsonl:5:1",
        ]),
        ("r.jsonl", '{"a": true}\n' + "[" * 100_000, ["'a' is no text", "r.jsonl:2:1"]),
    ],
)  # fmt: skip
def test_all_that_is_wrong_is_told_at_its_line(
    name: str, text: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(TypesetError) as raised:
        _rows(Path(), name, text)
    assert len(raised.value.problems) == len(told)
    for problem, words in zip(raised.value.problems, told, strict=True):
        assert words in str(problem)
