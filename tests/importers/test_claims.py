"""What bytes and names claim: UTF-16 by its mark, data by an ending; and what is told of prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from typeset.importers import Source, import_source, import_text
from typeset.importers.text.markup.front_matter import split_front_matter
from typeset.importers.text.record import Record
from typeset.importers.utf16 import is_plausible_utf16
from typeset.problems import Severity, TypesetError

TEXTS = (
    "Anna Petrović\nSarajevo, ann@example.org\n\n• glazier – 2019\n",
    "Павел Лосев\nМосква, pavel@example.org\n\nОпыт работы\n",
    "林 美咲\nミサキ\n\n職務経歴：開発者、東京。\n",
    "박서연\n서울\n\n경력: 개발자\n",
    "دانا حداد\nعمّان\n\nالخبرة: مهندسة\n",
)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_texts_in_utf16_are_texts(text: str, encoding: str) -> None:
    mark = b"\xff\xfe" if encoding.endswith("le") else b"\xfe\xff"
    assert is_plausible_utf16(mark + text.encode(encoding))


@pytest.mark.parametrize(
    "data",
    [
        b"\x00garb\x80",
        b"The quick brown fox jumps",
        b"The quick brown fox jumps.",
        bytes(range(256)),
        "\ue000\ue001 private".encode("utf-16-le"),
        "аαאbا".encode("utf-16-le") * 3,
        "12 34 56 78\n".encode("utf-16-le"),
    ],
)
def test_other_bytes_with_its_mark_are_none(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bin.txt"
    path.write_bytes(b"\xff\xfe" + data)
    for source in (Source(path), Source(Path("bin.txt"), b"\xff\xfe" + data)):
        with pytest.raises(TypesetError) as caught:
            import_source(source)
        assert [problem.rule for problem in caught.value.problems] == ["binary-file"]


@pytest.mark.parametrize(
    ("name", "text", "rule", "line"),
    [
        ("cv.yaml", "- a\n- b\n", "not-a-mapping", 1),
        ("cv.yml", "# mine\n\njust words\n", "not-a-mapping", 3),
        ("cv.json", '["a", "b"]\n', "not-a-mapping", 1),
        ("cv.json", '{"basics": {"name": "x"\n', "yaml", 1),
        ("cv.txt", "{'basics': {'name': 'x'\n", "yaml", 1),
        ("cv.txt", '{"basics": {"name" "x"}}\n', "yaml", 1),
        ("cv.txt", '[{"basics": 1}]\n', "not-a-profile", 0),
    ],
)
def test_data_that_is_no_profile(
    name: str, text: str, rule: str, line: int, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text)
    with pytest.raises(TypesetError) as caught:
        import_source(path)
    (problem,) = caught.value.problems
    assert problem.span
    assert (problem.rule, problem.span.line) == (rule, line)


def test_the_same_texts_under_other_names_are_texts(tmp_path: Path) -> None:
    for text in ("- a\n- b\n", "just words\n"):
        path = tmp_path / "cv.txt"
        path.write_text(text)
        assert import_source(path).words


@pytest.mark.parametrize(
    ("summary", "line"),
    [
        ("Cook.\nWorked at Kite, Bergen, 2016-2018\nWorked at Tern, Oslo, 2018-2020", 8),
        ("Cook since long.\n\nBaker, Kite, 2016-2018\n\nCook, Tern, 2018-2020", 9),
        ("Cook, and fond of it.\nPublications\nBread, 2014", 8),
    ],
)
def test_a_summary_that_holds_more_is_told_of(summary: str, line: int) -> None:
    text = (
        f"# Nils Aas\n\nnils@example.org\n\n## Summary\n\n{summary}\n\n## Skills\n\nBread, fish\n"
    )
    imported = import_text(text + "\n## Languages\n\nNorwegian\n\n## Education\n\nNone\n")
    told = [one for one in imported.problems if one.rule == "section-unseen"]
    assert [(one.severity, one.span and one.span.line) for one in told] == [
        (Severity.WARNING, line)
    ]
    assert imported.typed < imported.placed == imported.words


@pytest.mark.parametrize(
    "summary", ["Cook of 2016-2018 fame, who likes bread.", "Cook\nand baker\nwith Skills"]
)
def test_a_summary_that_is_one_is_not(summary: str) -> None:
    imported = import_text(f"# Nils Aas\n\n## Summary\n\n{summary}\n\n## Skills\n\nBread, fish\n")
    assert "section-unseen" not in [one.rule for one in imported.problems]


@pytest.mark.parametrize(
    ("front", "told"),
    [
        ("lang: de\ntheme: modern", []),
        ("lang: de\nlayout: cv\ntheme:\n  name: modern", ["layout: cv"]),
        ("theme: [a, b]\nlang: German, mostly", ["theme: a", "theme: b", "lang: German, mostly"]),
        ("title: nils aas\nlang: 'no'", []),
    ],
)
def test_front_matter_without_a_place_is_told_of(front: str, told: list[str]) -> None:
    text = f"---\n{front}\n---\n# Nils Aas\n\nnils@example.org\n"
    record = Record("cv.md", text)
    split_front_matter(text, record)
    assert [one.message.partition("left out: ")[2] for one in record.problems] == told
    assert all("no text of the document" in one.message for one in record.problems)
    imported = import_text(text)
    assert imported.words == imported.placed == 4
