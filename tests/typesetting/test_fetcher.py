from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.typesetting.pages import source
from typeset.problems import errors
from typeset.typesetting import Press
from typeset.typesetting.fetcher import Refused, allowed_file

PIXEL = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR4nGNgYAAAAAMAASsJ"
    "TYQAAAAASUVORK5CYII="
)


def _png(path: Path) -> Path:
    import base64

    path.write_bytes(base64.b64decode(PIXEL.partition(",")[2]))
    return path


@pytest.mark.parametrize(
    "url",
    ["file:///etc/hostname", "http://localhost:9/x.png", "https://example.org/x.png", "ftp://a/x",
     "file://host/etc/hostname", "FILE:///etc/hostname", "file:///etc/../etc/hostname"],
)  # fmt: skip
def test_refused_url_is_one_error(press: Press, url: str) -> None:
    result = press.open(source(f'<p>a<img src="{url}" alt="x"></p>')).layout().write()
    (problem,) = errors(result.problems)
    assert problem.rule == "refused-url"


def test_refusal_is_told_by_every_layout(press: Press) -> None:
    sheet = press.open(source('<p>a<img src="file:///etc/hostname" alt="x"></p>'))
    assert [problem.rule for problem in sheet.layout().problems] == ["refused-url"]
    assert [problem.rule for problem in sheet.layout().problems] == ["refused-url"]


def test_refused_import_font_and_background(press: Press) -> None:
    css = (
        "@import 'file:///etc/passwd'; p { background: url(file:///etc/group) }"
        "@font-face { font-family: X; src: url(file:///etc/shells) }"
    )
    for _ in range(2):  # the second time the parsed style sheet is used again
        problems = press.open(source("<p>a</p>", css)).layout().write().problems
        refused = " ".join(problem.message for problem in problems if problem.rule == "refused-url")
        assert all(name in refused for name in ("passwd", "group", "shells"))


def test_allowed_photo_and_data_url(press: Press, tmp_path: Path) -> None:
    photo = _png(tmp_path / "my photo.png")
    body = f'<p><img src="{photo.as_uri()}" alt="x"><img src="{PIXEL}" alt="y"></p>'
    assert not press.open(source(body, allowed=(photo,))).layout().write().problems


def test_relative_url_starts_from_base(press: Press, tmp_path: Path) -> None:
    _png(tmp_path / "a.png")
    one = source('<img src="a.png" alt="x">', base=tmp_path, allowed=(tmp_path,))
    assert not press.open(one).layout().write().problems


def test_neighbour_of_the_photo_is_refused(tmp_path: Path) -> None:
    photo, other = _png(tmp_path / "a.png"), _png(tmp_path / "a.png2")
    assert allowed_file(photo.as_uri(), [photo]) == photo.resolve()
    with pytest.raises(Refused, match="outside"):
        allowed_file(other.as_uri(), [photo])


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    theme, secret = tmp_path / "theme", _png(tmp_path / "secret.png")
    theme.mkdir()
    (theme / "link.png").symlink_to(secret)
    (theme / "folder").symlink_to(tmp_path)
    for name in ("link.png", "folder/secret.png", "../secret.png", "%2e%2e/secret.png"):
        with pytest.raises(Refused, match="outside"):
            allowed_file(f"{theme.as_uri()}/{name}", [theme])


def test_only_regular_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", ""):
        with pytest.raises(Refused, match="regular"):
            allowed_file(f"{tmp_path.as_uri()}/{name}", [tmp_path])


def test_attachment_is_refused(press: Press, tmp_path: Path) -> None:
    file = _png(tmp_path / "a.png")
    head = f'<link rel="attachment" href="{file.as_uri()}">'
    result = press.open(source("<p>a</p>", head=head, allowed=(file,))).layout().write()
    assert [problem.rule for problem in result.problems] == ["attachment"]
