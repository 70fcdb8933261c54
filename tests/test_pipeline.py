"""The stages in order: what a PDF depends on, what is read as a profile, and photos."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

import typeset
from tests.say import loaded, place, refused
from tests.theming.test_theme import MINIMAL, make_theme
from typeset.loading import load, looks_like_profile
from typeset.pipeline import Settings, is_current, prepare, render
from typeset.problems import UsageError
from typeset.typesetting import Press

TEXT = "basics: {name: Ada}\nwork: [{name: Acme}]\n"
LETTER = "basics: {name: Ada}\nletter: {date: today, body: Hello.}\n"


def _key(text: str = TEXT, **settings: object) -> str:
    return prepare(loaded(text), replace(Settings(), **settings)).key  # type: ignore[arg-type]


# ---- The content key ----


def test_equal_inputs_have_equal_keys() -> None:
    assert _key() == _key()
    assert _key() == _key(TEXT.replace("{name: Ada}", "\n  name: 'Ada'")), "YAML's form is no input"
    assert _key() == _key(options={"scale": "1"}), "a default that is given is the default"
    assert _key() == _key(today=datetime.date(2026, 1, 1)), "a résumé has no day"


def test_key_changes_with_each_input(tmp_path: Path) -> None:
    themes, fonts = tmp_path / "themes", tmp_path / "fonts"
    make_theme(themes, "mine", f"{MINIMAL}extends: classic")
    fonts.mkdir()
    keys = [
        _key(),
        _key(TEXT.replace("Acme", "Acne")),
        _key(options={"paper": "Letter"}),
        _key(options={"scale": "1.01"}),
        _key(lang="de"),
        _key(pages=1),
        _key(pages=2),
        _key(theme="mine", themes_dirs=(themes,)),
        _key(font_dirs=(fonts,)),
        _key(LETTER, today=datetime.date(2026, 1, 1)),
        _key(LETTER, today=datetime.date(2026, 1, 2)),
    ]
    (fonts / "x.ttf").write_bytes(b"x")
    keys.append(_key(font_dirs=(fonts,)))
    (themes / "mine" / "style.css").write_text("h1 { color: red }")
    keys.append(_key(theme="mine", themes_dirs=(themes,)))
    assert len(set(keys)) == len(keys)


def test_key_changes_with_the_photo(tmp_path: Path) -> None:
    keys = set()
    for colour in ("red", "blue"):
        Image.new("RGB", (4, 4), colour).save(tmp_path / "me.png")
        made = loaded("basics: {name: Ada, image: me.png}\n", tmp_path / "me.yaml")
        keys.add(prepare(made, Settings()).key)
    assert len(keys) == 2


def test_the_key_is_the_pdfs_own_id(tmp_path: Path, press: Press) -> None:
    prepared = prepare(loaded(TEXT), Settings())
    path = tmp_path / "me.pdf"
    assert not is_current(path, prepared.key)
    path.write_bytes(b"%PDF-1.7")
    assert not is_current(path, prepared.key)
    path.write_bytes(render(prepared, press).pdf)
    assert is_current(path, prepared.key)
    assert not is_current(path, _key(pages=1))


# ---- Reading ----


@pytest.mark.parametrize(
    ("text", "is_profile"),
    [
        ("basics:\n  name: A\n", True),
        ("# a comment\n\nlang: en\nbasics: {name: A}\n", True),
        ("---\nbasics: {name: A}\n", True),
        ('{"basics": {}}', True),
        ('\n  {"nothing": 1}', True),
        ("Ada Bell\nemail: a@example.com\n", False),
        ("---\ntitle: CV\nlang: en\n---\n\n# Ada\n", False),
        ("---\nname: Ada\nskills: [lime]\n---\n", False),
        ("Dear Sir,\n", False),
        ("Summary: a short one\nand more\n", False),
        ("nmae: A\nbasics: {}\n", True),
    ],
)
def test_what_is_read_as_a_profile(text: str, is_profile: bool) -> None:
    assert looks_like_profile(text) == is_profile


def test_problem_of_a_file_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "me.yaml"
    path.write_text("basics:\n  nmae: A\n")
    (problem,) = refused(lambda: load(path))
    assert str(problem.span) == f"{path}:2:3"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Résumé\nlang: en\n---\n\n# Ada Bell\n\n## Experience\n\n### Head, Acme\n",
        "# Ada Bell\n\nada@example.com\n",
        "Ada Bell\nada@example.com\n\nExperience\n\nHead, Acme, 2020 - 2021\n",
    ],
)
def test_source_is_imported(tmp_path: Path, text: str) -> None:
    path = tmp_path / "me.md"
    path.write_text(text)
    made = load(path)
    assert made.imported is not None
    assert made.profile.basics.name == "Ada Bell"


def test_missing_file_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        load(tmp_path / "no.md")


def test_character_without_a_glyph_is_refused_at_its_place(press: Press) -> None:
    text = "basics:\n  name: Ada \U0001f9ff Bell\n"
    made = replace(loaded(text), text=text)
    problem = refused(lambda: render(prepare(made, Settings()), press))[0]
    assert "U+1F9FF" in problem.message
    assert place(problem) == (2, 13)


# ---- Photos ----


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_photo_is_printed_with_an_alternative_text(tmp_path: Path, press: Press, kind: str) -> None:
    Image.new("RGB", (40, 50), "grey").save(tmp_path / "me.img", kind)
    made = loaded("basics: {name: Ada, image: me.img}\n", tmp_path / "me.yaml")
    pdf = render(prepare(made, Settings()), press).pdf
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert len(file.pages[0].get_images()) == 1
    assert b"/Alt" in pikepdf_text(pdf)


def pikepdf_text(pdf: bytes) -> bytes:
    """The PDF with nothing compressed."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        out = io.BytesIO()
        file.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )
        return out.getvalue()


@pytest.mark.parametrize(
    ("image", "content", "rule"),
    [
        ("https://example.com/me.png", None, "photo"),
        ("data:image/png;base64,AAAA", None, "photo"),
        ("file:///etc/hostname", None, "photo"),
        ("gone.png", None, "photo"),
        ("me.png", b"GIF89a", "photo"),
        ("me.svg", b"<svg/>", "photo"),
    ],
)
def test_photo_is_a_jpeg_or_png_beside_the_profile(
    tmp_path: Path, image: str, content: bytes | None, rule: str
) -> None:
    if content:
        (tmp_path / image).write_bytes(content)
    made = loaded(f"basics: {{name: Ada, image: '{image}'}}\n", tmp_path / "me.yaml")
    (problem,) = refused(lambda: prepare(made, Settings()))
    assert problem.rule == rule


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.98])
def test_a_photo_that_breaks_off_is_damaged(tmp_path: Path, kind: str, share: float) -> None:
    whole = io.BytesIO()
    Image.effect_noise((90, 90), 80).save(whole, kind)
    data = whole.getvalue()
    (tmp_path / "me.img").write_bytes(data[: int(len(data) * share)])
    made = loaded("basics: {name: Ada, image: me.img}\n", tmp_path / "me.yaml")
    (problem,) = refused(lambda: prepare(made, Settings()))
    assert "damaged" in problem.message


def test_a_photo_that_holds_no_picture_is_damaged(tmp_path: Path, press: Press) -> None:
    (tmp_path / "me.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 50 + b"IEND")
    made = loaded("basics: {name: Ada, image: me.png}\n", tmp_path / "me.yaml")
    (problem,) = refused(lambda: render(prepare(made, Settings()), press))
    assert problem.message == "the image is damaged"


# ---- The public names ----


def test_the_package_exports_what_it_says() -> None:
    for name in typeset.__all__:
        assert getattr(typeset, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        typeset.nothing  # noqa: B018
