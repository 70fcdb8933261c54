"""What a source is: a file, a folder or a zip; what is refused, and with which words."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.importers.structured.samples import FOLDER, zipped
from typeset import loading
from typeset.importers import FORMATS, Source, import_source, import_text, source
from typeset.problems import TypesetError, UsageError


def _zip(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_folder_shows_its_files(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "a.csv").write_bytes(b"1")
    (tmp_path / "inner/b.csv").write_bytes(b"2")
    (tmp_path / ".hidden").write_bytes(b"3")
    (tmp_path / "link").symlink_to("/etc/hostname")
    found = Source(tmp_path)
    assert found.is_folder
    assert not found.is_text
    assert dict(found.members) == {"a.csv": b"1", "inner/b.csv": b"2"}


def test_a_zip_shows_its_files() -> None:
    found = Source(Path("x"), _zip(a=b"1", b=b"2"))
    assert found.is_zip
    assert dict(found.members) == {"a": b"1", "b": b"2"}
    assert "c" not in found.members


def test_a_text_has_no_members() -> None:
    assert not Source(Path("x"), "text").members


def test_zip_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_MEMBER_BYTES", 1000)
    bomb = Source(Path("bomb"), _zip(Positions=b"0" * 100_000))
    with pytest.raises(TypesetError, match="too large"):
        bomb.members["Positions"]
    monkeypatch.setattr(source, "MAX_TOTAL_BYTES", 1500)
    two = Source(Path("bomb"), _zip(a=b"0" * 900, b=b"0" * 900)).members
    assert two["a"]
    with pytest.raises(TypesetError, match="too large"):
        two["b"]


def test_a_zip_of_too_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_MEMBERS", 2)
    with pytest.raises(TypesetError, match="more than 2 files"):
        import_source(Source(Path("many"), _zip(a=b"", b=b"", c=b"")))


def test_an_encrypted_zip_is_refused() -> None:
    data = bytearray(zipped(FOLDER / "linkedin/minimal"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(TypesetError, match="encrypted"):
        import_source(Source(Path("secret"), bytes(data)))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "PNG"),
        (b"\xff\xd8\xff\xe0\0\0", "JPEG"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "old Office document"),
        (b"{\\rtf1 hello}", "RTF"),
        (b"\x00\x01\x02binary", "binary file"),
        (b"PK\x03\x04 but no zip", "damaged"),
        (b"PK\x05\x06" + b"\0" * 18, "empty zip"),
    ],
)
def test_unknown_files_are_named(data: bytes, said: str) -> None:
    with pytest.raises(TypesetError, match=said):
        import_source(Source(Path("file"), data))


def test_an_unknown_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes")
    with pytest.raises(TypesetError, match="no export that is known"):
        import_source(tmp_path)
    with pytest.raises(UsageError, match="no such file"):
        import_source(tmp_path / "missing")


def test_an_unknown_zip_is_refused() -> None:
    with pytest.raises(TypesetError, match="a zip archive, which is not read"):
        import_source(Source(Path("x"), _zip(photo=b"1")))


def test_empty_sources_are_refused(tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("")
    for given in (tmp_path / "empty.json", Source(Path("x"), ""), Source(Path("x"), b"\n")):
        with pytest.raises(TypesetError, match="empty"):
            import_source(given)
    with pytest.raises(TypesetError, match="no words"):
        import_text('{"basics": {"name": ""}, "work": []}')


def test_the_encoding_that_was_guessed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "latin.json"
    text = '{"basics": {"name": "Zoë Müller", "summary": "Größe und Übung, täglich geübt."}}'
    file.write_bytes(text.encode("latin-1"))
    imported = import_source(file)
    assert "encoding-guessed" in [problem.rule for problem in imported.problems]
    assert imported.profile.basics.name == "Zoë Müller"


def test_xml_is_read_in_the_encoding_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "cv"
    text = (FOLDER / "europass/minimal.xml").read_text("utf-8").replace("Tove", "Zoë")
    for encoding in ("iso-8859-1", "utf-16"):
        declared = f'<?xml version="1.0" encoding="{encoding}"?>{text}'
        file.write_bytes(declared.encode(encoding))
        assert import_source(file).profile.basics.name == "Zoë Ek"
    assert import_text(f'<?xml version="1.0" encoding="ascii"?>{text}').profile.basics.name == (
        "Zoë Ek"
    )


def test_profiles_are_read_as_before(tmp_path: Path) -> None:
    file = tmp_path / "profile"
    file.write_text("basics:\n  name: Jo\nwrok: []\n")
    with pytest.raises(TypesetError, match="did you mean 'work'"):
        loading.load(file)
    file.write_text('{"lang": "de", "basics": {"name": "Jo"}, "work": []}')
    assert loading.load(file).imported is None
    file.write_text('{"lang": "de", "basics": {"nmae": "Jo"}}')
    with pytest.raises(TypesetError, match="did you mean 'name'"):
        loading.load(file)
    assert import_text('{"lang": "de", "basics": {"name": "Jo"}}').profile.lang == "de"


def test_load_takes_exports(tmp_path: Path) -> None:
    loaded = loading.load(FOLDER / "linkedin/rich")
    assert loaded.imported
    assert loaded.profile.basics.name == "Nadia Feldt"
    assert loading.load(FOLDER / "json_resume/rich.json").imported


def test_readers_are_imported_only_when_they_read() -> None:
    code = (
        "import sys; from typeset.importers import import_text\n"
        "import_text('# Jo Lind\\n\\n## Work\\n\\n- Baker, Mill, 2019')\n"
        "heavy = {'xml.parsers.expat', 'pyexpat', 'babel', 'typeset.importers.structured.europass',"
        " 'typeset.importers.structured.linkedin', 'typeset.importers.structured.mapping'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_row_has_a_name_of_its_own() -> None:
    names = [row.name for row in FORMATS]
    assert len(set(names)) == len(names)
    assert names[-1] == "text"


def test_a_table_in_another_encoding_is_read_and_told_of(tmp_path: Path) -> None:
    rows = "Company Name,Title,Started On\nŻółw i Łoś,Kierowniczka ćwiczeń,Mar 2019\n"
    (tmp_path / "Positions.csv").write_bytes(rows.encode("cp1250"))
    imported = import_source(tmp_path)
    assert imported.profile.work[0].name == "Żółw i Łoś"
    told = [problem for problem in imported.problems if problem.rule == "encoding-guessed"]
    assert [str(problem.span.path).endswith("Positions.csv") for problem in told if problem.span]


def test_json_that_is_not_strict_is_read_and_told_of() -> None:
    imported = import_text('{"basics": {"name": "Ada Long",}}\n')
    assert imported.profile.basics.name == "Ada Long"
    (told,) = [problem for problem in imported.problems if problem.rule == "loose-json"]
    assert told.span
    assert told.span.line == 1
