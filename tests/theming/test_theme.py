"""Themes: found by name, extended, and refused where they are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.say import refused
from typeset.problems import UsageError
from typeset.theming import find_themes, load_theme
from typeset.theming.theme import BUNDLED

MINIMAL = "title: Mine\ndescription: Nothing.\n"


def make_theme(root: Path, name: str, config: str = MINIMAL, **files: str) -> Path:
    """A folder with a theme; `style_css="…"` makes `style.css`, `head_html_j2` `head.html.j2`."""
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text(config)
    for file, text in files.items():
        (folder / file.replace("_", ".")).write_text(text)
    return folder


@pytest.mark.parametrize("name", sorted(set(find_themes([])) - {"base"}))
def test_every_bundled_theme_loads_and_says_what_it_is_for(name: str) -> None:
    theme = load_theme(name)
    assert theme.config.description
    assert theme.folders[-1] == BUNDLED / "base"
    assert theme.fit.density <= 1
    assert theme.fit.scale <= 1
    for option in theme.options.values():
        assert option.parse(str(option.default)) == option.default
        assert option.help


def test_unknown_theme_is_refused_with_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        load_theme("clasic")
    assert caught.value.problems[0].hint == "did you mean 'classic'?"
    (problem,) = refused(lambda: load_theme("zzzzzz"))
    assert "classic" in problem.hint
    assert "base" not in problem.hint


def test_extends_merges_options_and_styles(tmp_path: Path) -> None:
    config = (
        f"{MINIMAL}extends: classic\n"
        "options: {paper: {type: choice, values: [A5], default: A5, help: Small.}}\n"
    )
    folder = make_theme(tmp_path, "mine", config, style_css="/* mine */")
    theme = load_theme("mine", [tmp_path])
    assert theme.folders == (folder, BUNDLED / "classic", BUNDLED / "base")
    assert theme.options["paper"].default == "A5"
    assert "accent" in theme.options
    assert theme.styles[0].path == BUNDLED / "base" / "style.css"
    assert theme.styles[-1].text.endswith("/* mine */")


def test_first_folder_searched_wins(tmp_path: Path) -> None:
    folder = make_theme(tmp_path / "a", "classic")
    make_theme(tmp_path / "b", "classic")
    assert load_theme("classic", [tmp_path / "a", tmp_path / "b"]).folders == (folder,)


def test_digest_follows_every_file(tmp_path: Path) -> None:
    folder = make_theme(tmp_path, "mine", style_css="a")
    before = load_theme("mine", [tmp_path]).digest
    assert load_theme("mine", [tmp_path]).digest == before
    (folder / "style.css").write_text("b")
    after = load_theme("mine", [tmp_path]).digest
    (folder / "new.html.j2").write_text("")
    assert len({before, after, load_theme("mine", [tmp_path]).digest}) == 3


NUMBER = "type: number, help: h, minimum: 0.5, maximum: 2"


@pytest.mark.parametrize(
    ("config", "line", "says"),
    [
        ("title: Mine", 1, "description"),
        (f"{MINIMAL}colour: red", 3, "'colour'"),
        (f"{MINIMAL}contact_row: 0", 3, "greater than or equal to 1"),
        (f"{MINIMAL}fit:\n  scale: 0", 4, "greater than or equal to 0.5"),
        (f"{MINIMAL}fit:\n  density: -1", 4, "greater than or equal to 0.5"),
        (f"{MINIMAL}fit: {{loosest: 0.9}}", 3, "greater than or equal to 1"),
        (f"{MINIMAL}options:\n  x: {{type: slider, help: h}}", 4, "'slider'"),
        (f"{MINIMAL}options:\n  x: {{{NUMBER}, default: 3}}", 4, "0.5 to 2"),
        (f"{MINIMAL}options:\n  x: {{type: color, help: h, default: red}}", 4, "#rgb"),
        (f"{MINIMAL}options:\n  x: {{type: choice, help: h, values: [a], default: b}}", 4, "b"),
        (f"{MINIMAL}options:\n  x y: {{{NUMBER}, default: 1}}", 4, "'x y' is no name"),
        (f"{MINIMAL}options:\n  X: {{{NUMBER}, default: 1}}", 4, "'X' is no name"),
        ("title: [", 2, "node content"),
        ("", 0, "empty"),
        ("[]", 0, "mapping"),
    ],
)
def test_broken_theme_is_refused_at_its_place(
    tmp_path: Path, config: str, line: int, says: str
) -> None:
    make_theme(tmp_path, "mine", config)
    problem = refused(lambda: load_theme("mine", [tmp_path]))[0]
    assert problem.span is not None
    assert problem.span.path.endswith("mine/theme.yaml")
    assert problem.span.line == line
    assert says in problem.message


def test_theme_that_extends_itself_or_nothing_is_refused(tmp_path: Path) -> None:
    make_theme(tmp_path, "a", f"{MINIMAL}extends: b")
    make_theme(tmp_path, "b", f"{MINIMAL}extends: a")
    make_theme(tmp_path, "c", f"{MINIMAL}extends: classik")
    assert refused(lambda: load_theme("a", [tmp_path]))[0].rule == "theme-loop"
    assert refused(lambda: load_theme("c", [tmp_path]))[0].rule == "unknown-theme"
