"""HTML to PDF in two phases: lay out as often as needed, write once.

    with Press() as press:
        sheet = press.open(source)
        layout = sheet.layout(":root { --scale: 0.95 }")
        result = layout.write()

A `Press` keeps one font configuration, with the style sheets parsed, for each set of
fonts and style sheets, and uses it again for the next document: a fresh one for each
document would grow the process without end, one shared by themes would mix up families.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from typeset.problems import Problem, TypesetError

from . import checks, claims, engine
from .areas import widen_links
from .attachments import attach
from .binding import bound, tag_parts
from .boxes import Page, named_families, page_facts
from .breaks import full_lines
from .cff import encode_nothing
from .coverage import gathered
from .fetcher import fetcher
from .gaps import spaced
from .guard import engine_failures, refuse_too_large
from .library import font_library
from .log import collected
from .readable import readable
from .setup import Choice, Setup, base_url, choice, new_setup, parsed
from .source import Source, Stylesheet

#: Pixels per inch that a photo is reduced to: what a printer shows.
PHOTO_DPI = 300


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF. `fonts` are the families it embeds, sorted."""

    pdf: bytes
    pages: tuple[Page, ...]
    fonts: tuple[str, ...]
    problems: tuple[Problem, ...]


class Press:
    """The engine and the setups it keeps. Not for more than one thread at a time."""

    def __init__(self) -> None:
        self._setups: dict[Choice, Setup] = {}

    def __enter__(self) -> Press:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the fonts back. Layouts made before must not be written after."""
        self._setups.clear()

    def open(self, source: Source) -> Sheet:
        """Parse `source`, choose its fonts, and be ready to lay it out.

        Raises `TypesetError` where it is too large or the engine fails on it, and
        `EnvironmentProblem` where the engine or a library is missing.
        """
        refuse_too_large(source)
        weasyprint = engine.load()
        problems: list[Problem] = []
        chosen = choice(source)
        setup = self._setups.get(chosen) or new_setup(source, chosen)
        self._setups[chosen] = setup
        problems.extend(setup.problems)
        fetch = fetcher(source.allowed, problems)
        with collected(problems, source.allowed_warnings), engine_failures():
            base = base_url(source.base)
            html = weasyprint.HTML(string=source.html, base_url=base, url_fetcher=fetch)
        return Sheet(source, setup, html, problems)


class Sheet:
    """A parsed document, ready to be laid out with various overriding styles."""

    def __init__(self, source: Source, setup: Setup, html: Any, problems: list[Problem]) -> None:
        self.source, self._setup, self._html = source, setup, html
        self._problems = problems
        self._images: dict[str, Any] = {}

    @property
    def families(self) -> tuple[str, ...]:
        """The families offered to the page: the theme's, then what its characters need."""
        return self._setup.families

    def layout(self, overrides: str = "") -> Layout:
        """Lay the document out; `overrides` is CSS that follows the style sheets.

        It wins over them at equal specificity, and over a `<style>` of the HTML where
        it says `!important`. Raises `TypesetError` where the engine fails.
        """
        problems = list(self._problems)
        setup, stylesheets = self._setup, list(self._setup.stylesheets)
        fetch = self._html.url_fetcher
        fetch.refusals = problems
        with (
            collected(problems, self.source.allowed_warnings),
            engine_failures(),
            full_lines(),
        ):
            if overrides:
                stylesheets.append(parsed(Stylesheet(overrides), fetch, setup))
            document = self._html.render(
                font_config=setup.configuration,
                counter_style=setup.counter_style,
                color_profiles=setup.color_profiles,
                stylesheets=stylesheets,
                **self.options,
            )
            pages = tuple(page_facts(page) for page in document.pages)
        self._forget_failed_images()
        return Layout(self, document, pages, problems)

    def _forget_failed_images(self) -> None:
        """The engine does not warn twice of an image; the layout that is written must."""
        for key in [key for key, image in self._images.items() if image is None]:
            del self._images[key]

    @property
    def options(self) -> dict[str, Any]:
        """WeasyPrint's rendering options; the same for laying out and writing."""
        return {
            "cache": self._images,
            "dpi": PHOTO_DPI,
            "pdf_identifier": self.source.identifier or None,
            "pdf_tags": True,
            "pdf_variant": claims.VARIANT,
        }


class Layout:
    """Pages as they will be: `pages` with their sizes and how far each is filled."""

    def __init__(
        self, sheet: Sheet, document: Any, pages: tuple[Page, ...], problems: list[Problem]
    ) -> None:
        self._sheet, self._document, self.pages = sheet, document, pages
        self._problems = problems
        self._written: Typeset | None = None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is known before writing; missing glyphs and fonts come with `write`."""
        return tuple(self._problems)

    def write(self) -> Typeset:
        """The PDF, with every problem found on the way. A second call gives the same.

        Raises `TypesetError` where the engine fails.
        """
        if self._written is None:
            self._written = self._write()
        return self._written

    def _write(self) -> Typeset:
        problems, setup, document = self._problems, self._sheet._setup, self._document
        declared = setup.configuration.declared
        with collected(problems, self._sheet.source.allowed_warnings), engine_failures():
            problems += _attachments(document)
            named = named_families(document.pages)
            problems += checks.font_problems(
                named, setup.families, declared, font_library(self._sheet.source.font_dirs)
            )
            claims.claim_accessible(document)
            widen_links(document)
            attach(document, self._sheet.source.attachments)
            with readable(), spaced(), claims.srgb_as_bytes():
                pdf: bytes = document.write_pdf(
                    finisher=lambda _, made: encode_nothing(made), **self._sheet.options
                )
            fonts = {str(font.family) for font in document.fonts.values()}
            refused = sorted(setup.configuration.refused)
            problems += [checks.generic_problem(family) for family in refused]
            problems += checks.embedded_problems(fonts, setup.families, declared)
        return Typeset(
            pdf, self.pages, tuple(sorted(fonts)), tuple(gathered(dict.fromkeys(problems)))
        )


def bind(
    layouts: Sequence[Layout], title: str, keywords: Sequence[str], identifier: bytes
) -> bytes:
    """The pages of several layouts in one PDF, tagged as one document.

    Each was written before, so that its own problems are known. Raises `TypesetError`
    where the engine fails.
    """
    sheets = [layout._sheet for layout in layouts]
    documents = [layout._document for layout in layouts]
    problems: list[Problem] = []
    counts = [len(document.pages) for document in documents]
    languages = [sheet.source.lang for sheet in sheets]

    def finish(_: Any, made: Any) -> None:
        encode_nothing(made)
        tag_parts(made, counts, languages)

    with collected(problems, sheets[0].source.allowed_warnings), engine_failures():
        whole = bound(documents, title, keywords)
        claims.claim_accessible(whole)
        options = {**sheets[0].options, "pdf_identifier": identifier}
        with readable(), spaced(), claims.srgb_as_bytes():
            pdf: bytes = whole.write_pdf(finisher=finish, **options)
    if problems:
        raise TypesetError(problems)
    return pdf


def typeset_html(source: Source) -> Typeset:
    """Typeset one document in one go: see `Press`."""
    with Press() as press:
        return press.open(source).layout().write()


def _attachments(document: Any) -> list[Problem]:
    """A file attached by the HTML would carry the day of the build into the PDF."""
    linked = any(link[0] == "attachment" for page in document.pages for link in page.links)
    if linked or document.metadata.attachments:
        return [Problem("attachment", "the page attaches a file (rel=attachment)")]
    return []
