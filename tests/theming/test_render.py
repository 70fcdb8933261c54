"""Document → HTML: profile text is never markup, never a template; templates run in a sandbox."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.say import document, refused
from tests.theming.test_theme import MINIMAL, make_theme
from typeset.document import Document
from typeset.document.model import Run
from typeset.theming import load_theme, parse_options, render_html
from typeset.theming.render import rich_html

EVIL = '<script>alert(1)</script>{{ 7*7 }}{% raw %}&amp;" onclick="x'


class _Elements(HTMLParser):
    """The names of all elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)


def _html(
    made: Document, *, theme: str = "classic", search: tuple[Path, ...] = (), **given: str
) -> str:
    loaded = load_theme(theme, search)
    return render_html(made, loaded, parse_options(loaded.options, given, theme)).text


FIELDS = {
    "basics": "name label email phone url location summary",
    "work": "name position location description summary",
    "education": "institution studyType area score location summary",
    "volunteer": "organization position dates summary",
    "projects": "name description entity type",
    "publications": "name publisher summary",
    "certificates": "name issuer",
    "awards": "title awarder summary",
    "skills": "name level",
    "languages": "language fluency",
    "interests": "name",
    "references": "name reference",
}
LETTER = "place date subject greeting body closing signature postscript"


def _profile_of(kind: str) -> str:
    """A profile, as JSON, with `EVIL` in every text field: of a résumé, or of a letter."""
    made: dict[str, Any] = {"title": EVIL}
    for key, names in FIELDS.items():
        filled = dict.fromkeys(names.split(), EVIL)
        made[key] = filled if key == "basics" else [filled]
    made["work"][0]["highlights"] = [EVIL, {"lead": EVIL, "text": EVIL}, {"prose": EVIL}]
    made["skills"][0]["keywords"] = [EVIL]
    if kind == "letter":
        recipient = dict.fromkeys(("name", "title", "organisation"), EVIL) | {"address": [EVIL]}
        made["letter"] = dict.fromkeys(LETTER.split(), EVIL) | {"recipient": recipient}
        made["letter"]["enclosures"] = [EVIL]
    return json.dumps(made)


@pytest.mark.parametrize("kind", ["resume", "letter"])
def test_no_text_field_becomes_markup_or_a_template(kind: str) -> None:
    made = document(_profile_of(kind))
    assert made.kind == kind
    html = _html(made)
    found = _Elements()
    found.feed(html)
    assert "script" not in found.names
    assert "onclick" not in found.attributes
    assert "{{ 7*7 }}" in html
    assert html.count("&lt;script&gt;") > (12 if kind == "letter" else 30)


def test_links_hold_characters_alone() -> None:
    """PDF/UA-1 is broken by an element inside a link."""
    html = str(rich_html((Run("well-known page", strong=True, href="https://example.com/?a&b"),)))
    assert html == '<strong><a href="https://example.com/?a&amp;b">well-known page</a></strong>'


def test_compounds_stay_on_one_line() -> None:
    html = str(rich_html((Run("a well-known <b>x-y</b>"),)))
    assert '<span class="nb">well-known</span>' in html
    assert "&lt;b&gt;" in html


def test_line_breaks_of_the_author_stay() -> None:
    assert str(rich_html((Run("a\nb", emphasis=True),))) == "<em>a<br>b</em>"


def test_root_tells_kind_and_choices() -> None:
    html = _html(document("basics: {name: A}\n"), paper="Letter", font="XCharter")
    (classes,) = re.findall(r'<html[^>]* class="([^"]*)"', html)
    assert {"resume", "paper-letter", "font-xcharter"} <= set(classes.split())


@pytest.mark.parametrize(("title", "marked"), [("WORK", True), ("Work", False), ("2019", False)])
def test_a_title_typed_in_capitals_is_known_as_such(title: str, marked: bool) -> None:
    html = _html(document(f"sections: [{{title: '{title}', body: B}}]\n"))
    assert (f'<h2 class="in-capitals">{title}</h2>' in html) is marked


def test_options_follow_the_theme_as_custom_properties() -> None:
    loaded = load_theme("classic")
    values = parse_options(loaded.options, {"accent": "#abc", "scale": "1.1"}, "classic")
    html = render_html(document("basics: {name: A}\n"), loaded, values)
    styles = "".join(style.text for style in html.styles)
    assert "--accent: #abc;" in styles
    assert "--scale: 1.1;" in styles
    assert '--font: "EB Garamond";' in styles


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("a\n{% if %}", 2),
        ("{{ document.nothing }}", None),
        ("{{ nothing }}", None),
        ("{{ 1 / 0 }}", None),
        ("{% include 'gone.html.j2' %}", None),
        ("{{ document.name.__class__.__mro__ }}", None),
        ("{{ [].append(1) }}", None),
        ("{% for x in range(999999999) %}{% endfor %}", None),
    ],
)
def test_broken_or_nosy_template_is_a_problem_of_the_theme(
    tmp_path: Path, template: str, line: int | None
) -> None:
    make_theme(tmp_path, "mine", f"{MINIMAL}extends: classic", resume_html_j2=template)
    made = document("basics: {name: A}\n")
    (problem,) = refused(lambda: _html(made, theme="mine", search=(tmp_path,)))
    assert problem.rule == "template"
    assert str(tmp_path) in str(problem.span)
    if line:
        assert problem.span is not None
        assert problem.span.line == line


def test_child_theme_overrides_one_template(tmp_path: Path) -> None:
    child = "{% extends 'sheet.html.j2' %}{% block main %}<p>mine</p>{% endblock %}"
    make_theme(tmp_path, "mine", f"{MINIMAL}extends: classic", resume_html_j2=child)
    html = _html(document("basics: {name: Ada}\n"), theme="mine", search=(tmp_path,))
    assert "<p>mine</p>" in html
    assert "<h1>Ada</h1>" in html


@pytest.mark.parametrize("theme", ["classic", "executive", "modern", "sidebar"])
def test_no_comma_follows_a_title_that_holds_its_stop(theme: str) -> None:
    made = document(
        "publications:\n"
        "  - {name: '\"Of salt.\"', publisher: Brine, releaseDate: 2019}\n"
        "  - {name: '\"Of sand\"', publisher: Dune, releaseDate: 2020}\n"
        "  - {name: Of Ice Co., publisher: Floe, releaseDate: 2021}\n"
    )
    heads = [
        re.sub("<[^>]*>", "", head)
        for head in re.findall(r'class="entry-title">(.*?)</div>', _html(made, theme=theme))
    ]
    assert heads == ["“Of salt.” Brine", "“Of sand”, Dune", "Of Ice Co., Floe"]
