from __future__ import annotations

import io
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.typesetting.pages import page, source
from typeset.problems import Severity
from typeset.typesetting import Press, Source, Stylesheet, families_for, font_library
from typeset.typesetting.coverage import drawn, missing_characters
from typeset.typesetting.library import bundled_folder
from typeset.typesetting.sfnt import faces

SCRIPTS = {
    "Łukasz Ångström": "Source Sans 3",
    "Ελληνικά": "Source Sans 3",
    "Привет": "Source Sans 3",
    "नमस्ते": "Mukta",
    "汉语": "Noto Sans SC",
    "ひらがな": "Noto Sans JP",
    "한국어": "Noto Sans KR",
    "שלום": "Open Sans",
}


def embedded(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        fonts = [item for item in file.objects if isinstance(item, pikepdf.Dictionary)]
        return {
            str(font.BaseFont).partition("+")[2].rstrip(",")
            for font in fonts
            if font.get("/Type") == "/Font"
        }


@pytest.mark.parametrize(("text", "family"), SCRIPTS.items())
def test_each_script_has_its_font(press: Press, text: str, family: str) -> None:
    result = press.open(source(f"<p>{text} <b>{text}</b></p>")).layout().write()
    assert not result.problems
    assert family in result.fonts
    assert set(result.fonts) <= {family, "Source Sans 3"}


def test_latin_opens_no_font_of_another_script(press: Press) -> None:
    offered = press.open(source("<p>Zoë — “fine” • 2024</p>")).families
    assert offered[0] == "Source Sans 3"
    assert not any("Noto Sans " in family or family == "Mukta" for family in offered)


@pytest.mark.parametrize(
    ("lang", "text", "family"),
    [("zh", "直", "SC"), ("ja", "直", "JP"), ("ko", "直", "KR"), ("", "直", "SC"),
     ("", "直か", "JP"), ("zh-Hant", "直か", "SC")],
)  # fmt: skip
def test_language_chooses_among_chinese_japanese_korean(lang: str, text: str, family: str) -> None:
    offered = families_for(drawn(text), ["Source Sans 3"], font_library(), lang)
    assert next(name for name in offered if name.startswith("Noto Sans ")) == f"Noto Sans {family}"


def test_language_of_the_html_chooses(press: Press) -> None:
    html = page("<p>直</p>", lang="ko")
    assert "Noto Sans KR" in press.open(Source(html)).families


def test_the_theme_comes_first(press: Press) -> None:
    offered = families_for(drawn("aяनа"), ["Mukta", "EB Garamond"], font_library())
    assert offered[:2] == ("Mukta", "EB Garamond")


def test_missing_glyph_is_named(press: Press) -> None:
    result = press.open(source("<p>a\U00010910b\U00010910</p>")).layout().write()
    (problem,) = result.problems
    assert problem.rule == "missing-glyph"
    assert "U+10910 PHOENICIAN LETTER PE" in problem.message
    assert "--font-dir" in problem.hint


def test_zero_width_and_control_characters_are_not_missing(press: Press) -> None:
    text = "a\u200bb\u200dc\u00add\u2060e\ufe0ff\u202ag\u202ch\u2011i\u00a0j\u202fk\u2009l"
    assert not press.open(source(f"<p>{text}</p>")).layout().write().problems
    assert not missing_characters(text, ["Source Sans 3"], font_library())


def test_missing_characters_are_found_beforehand() -> None:
    assert missing_characters("aя汉\U00010910", ["Source Sans 3"], font_library()) == (
        "汉",
        "\U00010910",
    )


def test_only_bundled_fonts_are_embedded(press: Press) -> None:
    body = "<p>plain <b>bold</b> <i>italic</i> <code>code</code></p><ul><li>a<ul><li>b</ul></ul>"
    result = press.open(source(body, "code { font-family: monospace }")).layout().write()
    assert not result.problems
    assert embedded(result.pdf) == {"Source-Sans-3", "Source-Sans-3-Bold", "Source-Sans-3-Italic"}


def test_system_font_is_not_used_but_named(press: Press) -> None:
    css = "p { font-family: 'DejaVu Sans', 'Source Sans 3' }"
    result = press.open(source("<p>a</p>", css)).layout().write()
    assert result.fonts == ("Source Sans 3",)
    (problem,) = result.problems
    assert problem.rule == "missing-font"
    assert "DejaVu Sans" in problem.message


def test_bundled_family_must_be_declared(press: Press) -> None:
    result = press.open(source("<p>a</p>", "p { font-family: lato }")).layout().write()
    assert [problem.rule for problem in result.problems] == ["missing-font"]
    assert "theme declares" in result.problems[0].hint


def test_missing_italic_is_a_warning(press: Press) -> None:
    one = source("<p><i>a</i></p>", "p { font-family: Mukta }", families=("Mukta", "Source Sans 3"))
    (problem,) = press.open(one).layout().write().problems
    assert (problem.rule, problem.severity) == ("missing-face", Severity.WARNING)


def test_font_face_is_known(press: Press, tmp_path: Path) -> None:
    file = bundled_folder() / "Lato" / "Lato-Regular.ttf"
    css = f"@font-face {{ font-family: Mine; src: url({file.as_uri()}) }} p {{ font-family: Mine }}"
    result = press.open(source("<p>a</p>", css, allowed=(file,))).layout().write()
    assert not result.problems
    assert any("Lato" in name or "Mine" in name for name in embedded(result.pdf))


def test_font_face_with_a_generic_name_is_refused(press: Press) -> None:
    css = "@font-face { font-family: serif; src: url(data:,) } p { font-family: serif }"
    result = press.open(source("<p>a</p>", css)).layout().write()
    assert [problem.rule for problem in result.problems] == ["generic-font-face"]


def test_folder_of_fonts(press: Press, tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    shutil.copy(bundled_folder() / "Fontin" / "Fontin-Regular.otf", deep / "given.OTF")
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0 no font")
    library = font_library([tmp_path])
    assert library.given == ("fontin",)
    one = source(
        "<p>a</p>", "p { font-family: Fontin }", families=("Fontin",), font_dirs=(tmp_path,)
    )
    result = press.open(one).layout().write()
    assert (result.fonts, result.problems) == (("Fontin",), ())


def test_library_names_every_family_with_its_files() -> None:
    names = font_library().names()
    assert {"EB Garamond", "Noto Sans JP", "Open Sans", "XCharter"} <= set(names)
    assert all(path.is_file() for paths in names.values() for path in paths)


def test_coverage_equals_the_fonts_own_table() -> None:
    ttfont = pytest.importorskip("fontTools.ttLib").TTFont
    for name in ("Mukta/Mukta-Regular.ttf", "XCharter/XCharter-Regular.otf"):
        (face,) = faces(bundled_folder() / name)
        with ttfont(face.path, lazy=True) as font:
            expected = {chr(code) for code in font.getBestCmap()}
        assert face.covers(map(chr, range(0x20000))) == expected


def test_no_system_font_is_opened(tmp_path: Path) -> None:
    code = (
        "import sys; from typeset.typesetting import Source, typeset_html\n"
        "typeset_html(Source(sys.argv[1]))\n"
        "maps = open('/proc/self/maps').read()\n"
        "assert '.ttf' in maps, 'the test sees no font at all'\n"
        "assert '/usr/share/fonts' not in maps and '/.fonts' not in maps, maps"
    )
    html = page("<p style='font-family: DejaVu Sans, Liberation Sans, serif'>a \U00010910</p>")
    subprocess.run([sys.executable, "-c", code, html], check=True, stdout=subprocess.PIPE)


def test_documents_do_not_mix_up_their_font_faces(press: Press) -> None:
    made = []
    for family in ("Lato", "Roboto", "Lato"):
        file = bundled_folder() / family / f"{family}-Regular.ttf"
        style = f"<style>@font-face {{ font-family: Own; src: url({file.as_uri()}) }}</style>"
        one = source("<p>a</p>", "p { font-family: Own }", style, allowed=(file,))
        made.append(press.open(one).layout().write().pdf)
    assert made[0] == made[2] != made[1]  # nothing but the font differs


def test_one_theme_keeps_one_configuration() -> None:
    with Press() as press:
        for text in ("one", "two", "three"):
            press.open(Source(page(text), stylesheets=(Stylesheet("p { margin: 0 }"),)))
        assert len(press._setups) == 1
