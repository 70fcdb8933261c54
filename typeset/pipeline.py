"""The stages in order: a source or profile in, a checked PDF out."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import cast

from typeset.checks import check_pdf
from typeset.document import Document, Style, build_document, shown_profile
from typeset.document.style import DateStyle
from typeset.files import read_bytes
from typeset.fitting import fit
from typeset.importers import UNMARKED, Imported, embedded, import_source, sniff
from typeset.importers import Source as SourceFile
from typeset.problems import Problem, Span, TypesetError, UsageError, errors
from typeset.profile import Profile, write_profile
from typeset.profile.nodes import Tree
from typeset.profile.reading import read_placed
from typeset.theming import Html, Theme, load_theme, parse_options, render_html, stand_aside
from typeset.theming.options import Values
from typeset.theming.theme import STYLE, StyleSheet, read_style
from typeset.typesetting import Attachment, Press, Source, Stylesheet

DEFAULT_THEME = "classic"

NO_STYLE = StyleSheet("")

_VERSIONED = ("typeset", "weasyprint", "rendercv-fonts", "babel", "markdown-it-py", "jinja2")
"""The packages whose releases may change a page."""

_PHOTO_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


@dataclass(frozen=True)
class Loaded:
    """A profile, the text it came from, and what was noticed.

    `imported` is there if it was not a profile, `places` (of its keys and values) if it was.
    """

    profile: Profile
    path: Path
    text: str = ""
    problems: tuple[Problem, ...] = ()
    imported: Imported | None = None
    places: Tree | None = None


@dataclass(frozen=True)
class Settings:
    """How to render: everything a PDF depends on besides its profile.

    `theme` and `options` (as text) win over the profile's own; no theme anywhere means
    `classic`. `pages` is the most there may be; `today` dates
    letters that say so; `themes_dirs` and `font_dirs` are searched before the bundled ones.
    `embed` puts the profile of what is shown into the PDF.
    """

    theme: str = ""
    options: dict[str, str] = field(default_factory=dict)
    lang: str = ""
    pages: int | None = None
    today: datetime.date | None = None
    themes_dirs: tuple[Path, ...] = ()
    font_dirs: tuple[Path, ...] = ()
    embed: bool = False


@dataclass(frozen=True)
class Rendered:
    """A PDF that passed every check, and what was noticed on the way."""

    pdf: bytes
    pages: int
    document: Document
    problems: tuple[Problem, ...]


def load(path: Path) -> Loaded:
    """Read a profile, or a source through the importer that its content asks for.

    The path may be a folder, such as an unpacked export. Raises `UsageError` for a missing
    file and `TypesetError` for one that cannot be read.
    """
    source = SourceFile(path)
    if sniff(source).name in UNMARKED and looks_like_profile(source.text):
        profile, places = read_placed(source.text, str(path))
        return Loaded(profile, path, source.text, tuple(source.problems), places=places)
    imported = import_source(source)
    text = source.text if source.is_text else ""
    return Loaded(imported.profile, path, text, tuple(imported.problems), imported)


def looks_like_profile(text: str) -> bool:
    """Whether `text` is YAML (or JSON) with a profile's keys rather than a document."""
    if text.lstrip().startswith("{"):
        return True
    if re.match(r"\s*---\n.*?\n---\s*\n\s*\S", text, re.DOTALL):  # front matter, then a document
        return False
    keys = {f.alias or name for name, f in Profile.model_fields.items()}
    found = re.findall(r"^([$\w]+):(?:\s|$)", text, re.MULTILINE)
    first = re.search(r"^(?!\s*(?:#|---|$)).*", text, re.MULTILINE)
    return bool(first and re.match(r"[$\w]+:(?:\s|$)", first[0]) and keys.intersection(found))


def prepare(loaded: Loaded, settings: Settings) -> Prepared:
    """The document, theme and option values; cheap, and without the engine.

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
    photo = _photo(document.head.image, loaded)
    placed = tuple(problem.at(where) for problem in problems)
    return Prepared(loaded, settings, theme, values, document, photo, placed, _style(loaded.path))


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
    return read_style(path) if path.is_file() else NO_STYLE


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

    @cached_property
    def key(self) -> str:
        """SHA-256 of everything the PDF depends on: equal keys, equal PDFs."""
        parts = {
            "versions": [metadata.version(p) for p in _VERSIONED],
            "profile": write_profile(self.loaded.profile),
            "theme": self.theme.digest,
            "values": self.values,
            "style": self.style.text,
            "lang": self.settings.lang,
            "pages": self.settings.pages,
            "embed": self.embedded,
            "date": self.document.letter.dateline if self.document.letter else "",
            "photo": hashlib.sha256(self.photo).hexdigest(),
            "fonts": [_folder_digest(folder) for folder in self.settings.font_dirs],
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
    html = prepared.html()
    base = html.folders[0]
    source = Source(
        html=html.text,
        base=base,
        stylesheets=tuple(Stylesheet(style.text, style.path or base) for style in html.styles),
        allowed=html.folders,
        families=html.families,
        font_dirs=prepared.settings.font_dirs,
        lang=prepared.document.lang,
        identifier=prepared.key.encode(),
        attachments=_attachments(prepared),
    )
    sheet = (press or Press()).open(source)
    fitted = fit(
        sheet,
        prepared.theme,
        prepared.values,
        prepared.settings.pages,
        letter=prepared.document.kind == "letter",
    )
    written = fitted.layout.write()
    problems = [*prepared.problems, *fitted.problems, *written.problems]
    if not errors(problems):
        problems += check_pdf(written.pdf, prepared.document, sheet.families)
    problems = [problem.at(_place(problem, prepared.loaded)) for problem in problems]
    if errors(problems):
        raise TypesetError(problems)
    return Rendered(written.pdf, len(written.pages), prepared.document, tuple(problems))


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


def _photo(image: str, loaded: Loaded) -> bytes:
    """The declared photo's bytes. Raises `TypesetError` unless it is a JPEG or PNG file."""
    if not image:
        return b""
    message, hint = "", ""
    if re.match(r"[a-z][a-z0-9+.-]+:", image, re.IGNORECASE):
        message = f"the image {image!r} is not a file"
        hint = "save it beside the profile; nothing is fetched while rendering"
    else:
        try:
            data = read_bytes(loaded.path.parent / image)
            if data.startswith(_PHOTO_SIGNATURES):
                return data
            message = f"the image {image!r} is not a JPEG or PNG"
        except UsageError as error:
            message = f"the image {image!r}: {error.problems[0].message}"
    span = loaded.places.span(("basics", "image")) if loaded.places else None
    raise TypesetError(Problem("photo", message, span=span or Span(str(loaded.path)), hint=hint))


def _folder_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
