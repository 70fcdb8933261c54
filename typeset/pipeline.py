"""The stages in order: a source or profile in, a checked PDF out."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import metadata
from pathlib import Path
from typing import cast

from typeset.checks import check_pdf
from typeset.document import Document, Style, build_document, shown_profile
from typeset.document.style import DateStyle
from typeset.files import has_file
from typeset.fitting import Fitted, fit
from typeset.importers import embedded
from typeset.inputs import folder_digest
from typeset.loading import Loaded
from typeset.photo import read_photo
from typeset.problems import Problem, Span, TypesetError, UsageError, errors
from typeset.profile import write_profile
from typeset.profile.addresses import Addressed
from typeset.tailor import LeftOut, leaving
from typeset.tailor.selection import remove
from typeset.theming import Html, Theme, load_theme, parse_options, render_html, stand_aside
from typeset.theming.options import Values
from typeset.theming.theme import STYLE, StyleSheet, read_style
from typeset.typesetting import Attachment, Press, Source, Stylesheet

DEFAULT_THEME = "classic"

NO_STYLE = StyleSheet("")

_VERSIONED = ("typeset", "weasyprint", "rendercv-fonts", "babel", "markdown-it-py", "jinja2")
"""The packages whose releases may change a page."""


@dataclass(frozen=True)
class Settings:
    """How to render: everything a PDF depends on besides its profile.

    `theme` and `options` (as text) win over the profile's own; no theme anywhere means
    `classic`. `pages` is the most there may be; `today` dates
    letters that say so; `themes_dirs` and `font_dirs` are searched before the bundled ones.
    `embed` puts the profile of what is shown into the PDF. `strict` refuses what is not
    translated.
    """

    theme: str = ""
    options: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    pages: int | None = None
    today: datetime.date | None = None
    themes_dirs: tuple[Path, ...] = ()
    font_dirs: tuple[Path, ...] = ()
    embed: bool = False
    strict: bool = False


@dataclass(frozen=True)
class Rendered:
    """A PDF that passed every check, and what was noticed on the way.

    `fitted` tells how it came to its pages, and holds them for binding with others.
    """

    pdf: bytes
    pages: int
    document: Document
    problems: tuple[Problem, ...]
    fitted: Fitted


def prepare(
    loaded: Loaded, settings: Settings, may_leave: tuple[LeftOut, ...] | None = None
) -> Prepared:
    """The document, theme and option values; cheap, and without the engine.

    `may_leave` are the highlights that fitting may leave out, the first to go in front;
    without it those are meant to which the profile gives a priority.
    Raises `UsageError` for an unknown theme or option, `TypesetError` for a profile that
    cannot be printed.
    """
    where = Span(str(loaded.path))
    theme, chosen = _theme(loaded, settings)
    values = parse_options(theme.options, {**chosen, **settings.options}, theme.name)
    try:
        document, problems = build_document(
            loaded.profile, lang=settings.lang, today=settings.today, style=_style_of(values)
        )
    except TypesetError as error:
        raise type(error)(problem.at(where) for problem in error.problems) from None
    document = stand_aside(document, theme, values)
    photo = read_photo(document.head.image, loaded)
    placed = tuple(problem.at(where) for problem in problems)
    style = _style(loaded.path)
    if may_leave is None:
        may_leave = leaving.may_leave(loaded.profile) if settings.pages else ()
    return Prepared(loaded, settings, theme, values, document, photo, placed, style, may_leave)


def _style_of(values: Values) -> Style:
    """What a theme's options say of the Document's words."""
    dates = cast(DateStyle, values.get("date-style", "short"))
    return Style(dates=dates, links=values.get("show-links") == "yes")


def _theme(loaded: Loaded, settings: Settings) -> tuple[Theme, dict[str, str]]:
    """The theme asked for, by the caller, the profile or nobody, and the profile's options for it.

    What is wrong with the profile's own choice is an error of the profile, at its place.
    """
    own = loaded.profile.theme
    name = settings.theme or own.name or DEFAULT_THEME
    try:
        theme = load_theme(name, settings.themes_dirs)
    except UsageError as error:
        if settings.theme:
            raise
        raise _of_profile(error, loaded, "name") from None
    chosen = own.options if own.name in ("", theme.name) else {}
    try:
        parse_options(theme.options, chosen, theme.name)
    except UsageError as error:
        raise _of_profile(error, loaded, "options") from None
    return theme, chosen


def _of_profile(error: UsageError, loaded: Loaded, key: str) -> TypesetError:
    span = loaded.places.span(("theme", key)) if loaded.places else None
    where = span or Span(str(loaded.path))
    return TypesetError(problem.at(where) for problem in error.problems)


def _style(source: Path) -> StyleSheet:
    """The style sheet that an author keeps beside a source, to refine any theme."""
    path = source.parent / STYLE
    return read_style(path) if has_file(path) else NO_STYLE


@cache
def versions() -> tuple[str, ...]:
    """The versions of the packages whose releases may change a page."""
    return tuple(metadata.version(package) for package in _VERSIONED)


@dataclass(frozen=True)
class Prepared:
    """A document ready for its theme."""

    loaded: Loaded
    settings: Settings
    theme: Theme
    values: Values
    document: Document
    photo: bytes
    problems: tuple[Problem, ...]
    style: StyleSheet = NO_STYLE
    may_leave: tuple[LeftOut, ...] = ()

    @cached_property
    def key(self) -> str:
        """SHA-256 of everything the PDF depends on: equal keys, equal PDFs."""
        parts = {
            "versions": versions(),
            "profile": write_profile(self.loaded.profile),
            "theme": self.theme.digest,
            "values": self.values,
            "style": self.style.text,
            "lang": self.settings.lang,
            "pages": self.settings.pages,
            "may-leave": [one.address for one in self.may_leave],
            "embed": self.embedded,
            "date": self.document.letter.dateline if self.document.letter else "",
            "photo": hashlib.sha256(self.photo).hexdigest(),
            "fonts": [folder_digest(folder) for folder in self.settings.font_dirs],
        }
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()

    @cached_property
    def embedded(self) -> str:
        """The profile that the PDF carries: of what it shows; empty where it carries none."""
        settings = self.settings
        if not settings.embed:
            return ""
        shown = shown_profile(self.loaded.profile, lang=settings.lang, today=settings.today)
        return write_profile(shown)

    def without(self, addresses: Iterable[str]) -> Prepared:
        """The same without the highlights at `addresses`: on the page and in what it carries."""
        gone = set(addresses)
        if not gone:
            return self
        base = Addressed(self.loaded.profile)
        remove(base, gone)
        document, _ = build_document(
            base.profile,
            lang=self.settings.lang,
            today=self.settings.today,
            style=_style_of(self.values),
        )
        return replace(
            self,
            loaded=replace(self.loaded, profile=base.profile),
            document=stand_aside(document, self.theme, self.values),
        )

    def html(self) -> Html:
        """The document in its theme's HTML, the author's own style sheet last."""
        html = render_html(self.document, self.theme, self.values, self.photo)
        return replace(html, styles=(*html.styles, self.style)) if self.style.text else html


def render(prepared: Prepared, press: Press | None = None) -> Rendered:
    """Typeset a prepared document, fit it, and check the PDF against it.

    A `press` keeps fonts and style sheets for the next document. Raises `TypesetError`
    with every error of the engine and the checks, and `EnvironmentProblem` where a
    library is missing.
    """
    press = press or Press()

    def without(count: int) -> Prepared:
        return prepared.without(one.address for one in prepared.may_leave[:count])

    try:
        fitted = fit(
            lambda count: press.open(_source(without(count), prepared.key)),
            prepared.theme,
            prepared.values,
            prepared.settings.pages,
            letter=prepared.document.kind == "letter",
            leaving=prepared.may_leave,
        )
    except TypesetError as error:
        where = Span(str(prepared.loaded.path))
        raise type(error)(problem.at(where) for problem in error.problems) from None
    document = without(len(fitted.account.left_out)).document
    written = fitted.layout.write()
    problems = [*prepared.problems, *fitted.problems, *written.problems]
    if not errors(problems):
        problems += check_pdf(written.pdf, document, fitted.sheet.families)
    problems = [problem.at(_place(problem, prepared.loaded)) for problem in problems]
    if errors(problems):
        raise TypesetError(problems)
    return Rendered(written.pdf, len(written.pages), document, tuple(problems), fitted)


def _source(prepared: Prepared, key: str) -> Source:
    """What the engine needs of a document; `key` is the PDF's."""
    html = prepared.html()
    base = html.folders[0]
    return Source(
        html=html.text,
        base=base,
        stylesheets=tuple(Stylesheet(style.text, style.path or base) for style in html.styles),
        allowed=html.folders,
        families=html.families,
        font_dirs=prepared.settings.font_dirs,
        lang=prepared.document.lang,
        identifier=key.encode(),
        attachments=_attachments(prepared),
    )


def _attachments(prepared: Prepared) -> tuple[Attachment, ...]:
    profile = prepared.embedded
    if not profile:
        return ()
    return (
        Attachment(embedded.NAME, profile.encode(), "application/yaml", "The profile of this PDF"),
    )


def _place(problem: Problem, loaded: Loaded) -> Span:
    """The file of a problem; where it names a character the text holds, its line and column."""
    path, text = str(loaded.path), loaded.text
    code = re.search(r"U\+([0-9A-F]{4,6})", problem.message)
    offset = text.find(chr(int(code[1], 16))) if code else -1
    if offset < 0:
        return Span(path)
    start = text.rfind("\n", 0, offset) + 1
    return Span.of_line(path, text, text.count("\n", 0, offset) + 1, offset - start + 1)


def is_current(pdf: Path, key: str) -> bool:
    """Whether the PDF at `pdf` was made from inputs with this key: it is the PDF's own /ID."""
    try:
        with pdf.open("rb") as file:
            file.seek(max(0, pdf.stat().st_size - 4096))
            return f"/ID [({key})".encode() in file.read()
    except OSError:
        return False
