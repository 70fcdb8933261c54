from __future__ import annotations

import gc
import io
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf
import pytest

from tests.typesetting.pages import page, source
from typeset.problems import TypesetError
from typeset.typesetting import MAX_CHARACTERS, MAX_WORD, Press, Source, typeset_html
from typeset.typesetting.library import bundled_folder

HEAD = (
    '<meta name="author" content="Ana Ruiz"><meta name="keywords" content="one, two">'
    '<meta name="description" content="A page">'
)


def test_pages_and_fill(press: Press) -> None:
    sheet = press.open(source("<p>line</p>" * 10))
    first, last = sheet.layout().pages
    assert (first.width, first.height, first.top, first.bottom) == (200, 100, 10, 90)
    assert (first.used, first.fill) == (90, 1)
    assert (last.used, last.fill) == (30, 0.25)
    assert (first.lines, last.lines) == (8, 2)


def test_lines_side_by_side_are_one(press: Press) -> None:
    html = "<div style='display: flex'><p>title</p><p>date</p></div><p>text</p>"
    (only,) = press.open(source(html)).layout().pages
    assert only.lines == 2


def test_overrides_win_and_leave_no_trace(press: Press) -> None:
    sheet = press.open(source("<p>line</p>" * 10))
    assert len(sheet.layout("html { line-height: 5pt }").pages) == 1
    assert len(sheet.layout().pages) == 2


def test_margin_text_does_not_count_as_fill(press: Press) -> None:
    css = "@page { @bottom-center { content: counter(page) } }"
    (only,) = press.open(source("<p>line</p>", css)).layout().pages
    assert only.used == 20


def test_empty_page(press: Press) -> None:
    (only,) = press.open(source("")).layout().pages
    assert only.fill == 0


def test_metadata_tags_and_outline(press: Press) -> None:
    one = source("<h1>Ana</h1><h2>Work</h2>", head=HEAD, identifier=b"0123456789abcdef")
    result = press.open(one).layout().write()
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        info = {key: str(value) for key, value in pdf.docinfo.items()}
        assert info["/Title"] == "Test"
        assert info["/Author"] == "Ana Ruiz"
        assert info["/Keywords"] == "one, two"
        assert not {"/CreationDate", "/ModDate"} & set(info)
        assert str(pdf.Root.Lang) == "en"
        assert pdf.Root.MarkInfo.Marked
        assert bytes(pdf.trailer.ID[0]) == b"0123456789abcdef"
        assert b"pdfuaid" in pdf.Root.Metadata.read_bytes()
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Ana"]


def test_second_write_is_the_first(press: Press) -> None:
    layout = press.open(source("<p>a</p>")).layout()
    assert layout.write() is layout.write()


def test_two_layouts_write_the_same(press: Press) -> None:
    sheet = press.open(source("<p>a <b>b</b></p>", identifier=b"x" * 16))
    sheet.layout("p { color: red }").write()
    assert sheet.layout().write().pdf == sheet.layout().write().pdf


CHILD = """
import sys
from pathlib import Path
from typeset.typesetting import Source, typeset_html
from typeset.typesetting import engine
if sys.argv[2] == "plain":
    from contextlib import nullcontext
    engine._ways = lambda: (nullcontext,)
result = typeset_html(Source(Path(sys.argv[1]).read_text(), identifier=b"0123456789abcdef"))
sys.stderr.buffer.write(result.pdf)
"""


def _bytes(folder: Path, html: str, seed: str, way: str) -> bytes:
    folder.mkdir()
    path = folder / "page.html"
    path.write_text(html, "utf-8")
    environment = os.environ | {"PYTHONHASHSEED": seed, "TMPDIR": str(folder)}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-W", "ignore", "-c", CHILD, str(path), way]
    done = subprocess.run(command, capture_output=True, check=True, env=environment, cwd=folder)
    assert done.stdout == b""
    assert [item.name for item in folder.iterdir()] == ["page.html"], "something was left behind"
    return done.stderr


def test_same_bytes_in_other_folders_hash_seeds_and_ways_to_import(tmp_path: Path) -> None:
    html = page("<h1>Ana</h1><p>one <b>two</b> <i>three</i> ◦ नमस्ते</p><ul><li>x</ul>", HEAD)
    first = _bytes(tmp_path / "a", html, "1", "fast")
    assert first.startswith(b"%PDF-")
    assert first == _bytes(tmp_path / "b c", html, "2", "fast")
    assert first == _bytes(tmp_path / "d", html, "3", "plain")


def test_engine_warning_is_an_error_unless_allowed(press: Press) -> None:
    css = "p { text-wrap: balance; no-such: 1 }"
    rules = [problem.rule for problem in press.open(source("<p>a</p>", css)).layout().problems]
    assert rules == ["engine-warning"] * 2
    one = source("<p>a</p>", css, allowed_warnings=("text-wrap", "no-such"))
    assert not press.open(one).layout().problems


def test_warning_of_the_html_and_of_overrides(press: Press) -> None:
    sheet = press.open(source("<p style='nonsense: 1'>a</p>"))
    assert len(sheet.layout("p { other-nonsense: 1 }").problems) == 2
    assert len(sheet.layout().problems) == 1


def test_broken_image_is_an_error_every_time(press: Press) -> None:
    sheet = press.open(source('<p><img alt="x" src="data:image/png;base64,AAAA"></p>'))
    assert [problem.rule for problem in sheet.layout().problems] == ["photo"]
    assert [problem.rule for problem in sheet.layout().problems] == ["photo"]


def test_no_handler_is_left(press: Press) -> None:
    before = [list(logging.getLogger(name).handlers) for name in ("weasyprint", "fontTools")]
    with pytest.raises(TypesetError):
        press.open(source("<div>" * 3000)).layout()
    after = [list(logging.getLogger(name).handlers) for name in ("weasyprint", "fontTools")]
    assert before == after


def test_deep_nesting_is_a_problem(press: Press) -> None:
    with pytest.raises(TypesetError) as caught:
        press.open(source("<div>" * 190 + "a")).layout()
    assert [problem.rule for problem in caught.value.problems] == ["too-deep"]


def test_failure_of_the_engine_is_a_problem(press: Press, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = press.open(source("<p>a</p>"))

    def fail(**options: object) -> None:
        raise AssertionError("inside the engine")

    monkeypatch.setattr(sheet._html, "render", fail)
    with pytest.raises(TypesetError, match="AssertionError: inside the engine"):
        sheet.layout()


def test_limits() -> None:
    with pytest.raises(TypesetError, match="the most is"):
        typeset_html(Source(page("a " * MAX_CHARACTERS)))
    with pytest.raises(TypesetError, match="a word of more than"):
        typeset_html(Source(page("a" * (MAX_WORD + 1))))


def test_nesting_is_bounded_before_the_engine_runs(press: Press) -> None:
    with pytest.raises(TypesetError, match="nested too deeply"):
        press.open(source("<b>" * 100_000))
    press.open(source("<p>a<br><img alt='' src='data:,'/><svg><g/></svg>" * 300))


def test_text_without_spaces_is_no_long_word(press: Press) -> None:
    assert not press.open(source("<p>" + "汉语" * MAX_WORD)).layout().problems


def test_long_attribute_is_no_long_word(press: Press) -> None:
    press.open(source(f'<p data-x="{"a" * 9999}">a</p>'))


def test_no_temporary_folder_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    file = bundled_folder() / "Lato" / "Lato-Regular.ttf"
    css = f"@font-face {{ font-family: Own; src: url({file.as_uri()}) }} p {{ font-family: Own }}"
    assert not typeset_html(source("<p>a नमस्ते</p>", css, allowed=(file,))).problems
    gc.collect()
    assert not list(temporary.iterdir())
