"""A golden case: a folder of `cases/`, one file a stage, and what makes each from the last.

    source.md|txt|json|yaml → profile.yaml → document.yaml → document.html → the PDF

`case.yaml` says what the case proves and how it is rendered, where that is not the default.
With `every_theme` its Document is set in every other theme, too: the facts of each PDF are in
a folder called like the theme.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.documents import hide_spaces, read_document, show_spaces, write_document
from typeset import loading, pipeline
from typeset.document import Document, build_document
from typeset.loading import Loaded
from typeset.pipeline import Prepared, Rendered, Settings
from typeset.problems import Problem
from typeset.profile import Profile, read_profile, write_profile
from typeset.theming import Html, find_themes, load_theme, parse_options, stand_aside
from typeset.typesetting import Press

CASES = Path(__file__).parent / "cases"
_KEYS = {"about", "theme", "options", "pages", "lang", "today", "pictures", "every_theme"}
_FACTS = ("pdf.yaml", "text.txt", "tags.txt")
"""What is kept of a PDF."""
_WITH = {"photo.png", "photo.jpg"}
"""Files that a profile of a case may name."""


@dataclass(frozen=True)
class _Printed(Prepared):
    """A document whose HTML is the case's expected one, not what its theme makes of it."""

    text: str = ""

    def html(self) -> Html:
        return replace(super().html(), text=self.text)


@dataclass(frozen=True)
class Case:
    """One folder. Every stage starts from the expected file of the stage before."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @cached_property
    def config(self) -> dict[str, Any]:
        """`case.yaml`."""
        config: dict[str, Any] = yaml.safe_load(self.path("case.yaml").read_text("utf-8"))
        assert config.get("about"), f"{self.name}: case.yaml does not say what it is about"
        assert set(config) <= _KEYS, f"{self.name}: unknown keys {set(config) - _KEYS}"
        return config

    @cached_property
    def settings(self) -> Settings:
        """How the case is rendered."""
        today = self.config.get("today")
        return Settings(
            theme=self.config.get("theme", "classic"),
            options={key: str(value) for key, value in self.config.get("options", {}).items()},
            lang=self.config.get("lang", ""),
            pages=self.config.get("pages"),
            today=datetime.date.fromisoformat(str(today)) if today else None,
        )

    @property
    def keeps_pictures(self) -> bool:
        return bool(self.config.get("pictures"))

    @property
    def other_themes(self) -> list[str]:
        """The themes that the Document is set in besides the case's own."""
        if not self.config.get("every_theme"):
            return []
        return sorted(set(find_themes(())) - {"base", self.settings.theme})

    def path(self, name: str) -> Path:
        return self.folder / name

    @cached_property
    def source(self) -> Path:
        """The case's source, whatever its format."""
        (source,) = self.folder.glob("source.*")
        return source

    def known_files(self) -> set[str]:
        """Every file that the case may hold; the pictures are counted where they are compared."""
        stages = {"profile.yaml", "document.yaml", "document.html", *_FACTS}
        pictures = {p.name for p in self.folder.glob("page-*.png")} if self.keeps_pictures else ()
        themes = {f"{theme}/{name}" for theme in self.other_themes for name in _FACTS}
        return {"case.yaml", self.source.name, *stages, *pictures, *themes, *_WITH}

    # ---- What was expected of each stage ----

    def profile(self) -> Profile:
        """The expected profile."""
        path = self.path("profile.yaml")
        return read_profile(path.read_text("utf-8"), path.name)

    def document(self) -> Document:
        """The expected Document, without the problems noted beside it."""
        return read_document(self.path("document.yaml").read_text("utf-8"))

    def prepared(self, theme: str = "") -> Prepared:
        """The expected Document with its theme, or with another as that is by default."""
        settings = replace(self.settings, theme=theme, options={}) if theme else self.settings
        return self._prepared(settings)

    def _prepared(self, settings: Settings) -> Prepared:
        theme = load_theme(settings.theme)
        values = parse_options(theme.options, settings.options, theme.name)
        document = stand_aside(self.document(), theme, values)
        image = document.head.image
        return Prepared(
            loaded=Loaded(self.profile(), self.path("profile.yaml")),
            settings=settings,
            theme=theme,
            values=values,
            document=document,
            photo=self.path(image).read_bytes() if image else b"",
            problems=(),
        )

    def printed(self) -> Prepared:
        """The expected HTML, ready to be rendered."""
        html = hide_spaces(self.path("document.html").read_text("utf-8"))
        return _Printed(**vars(self.prepared()), text=html)

    # ---- What each stage gives ----

    def make_profile(self) -> str:
        """`profile.yaml` from the source, its problems as comments at the end."""
        loaded = loading.load(self.source)
        return write_profile(loaded.profile) + _comments(loaded.problems)

    def make_document(self) -> str:
        """`document.yaml` from the expected profile, its problems as comments at the end."""
        settings = self.settings
        made, problems = build_document(self.profile(), lang=settings.lang, today=settings.today)
        return write_document(made) + _comments(problems)

    def make_html(self) -> str:
        """`document.html` from the expected Document; no-break spaces are made visible."""
        return show_spaces(self.prepared().html().text)

    def make_pdf(self, press: Press | None = None) -> Rendered:
        """The PDF from the expected HTML."""
        return pipeline.render(self.printed(), press)

    def make_pdf_in(self, theme: str, press: Press | None = None) -> Rendered:
        """The PDF from the expected Document in another theme."""
        return pipeline.render(self.prepared(theme), press)


def all_cases() -> list[Case]:
    """Every case, by name."""
    return [Case(folder) for folder in sorted(CASES.iterdir()) if folder.is_dir()]


def _comments(problems: Iterable[Problem]) -> str:
    return "".join(f"# {line}\n" for problem in problems for line in _said(problem).splitlines())


def _said(problem: Problem) -> str:
    """The problem without its path, which differs from machine to machine."""
    place = f"{problem.span.line}:{problem.span.column}: " if problem.span else ""
    return f"{place}{problem.severity}: {problem.message} [{problem.rule}]"
