"""What documents of one theme share: the fonts chosen, and the style sheets parsed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

from typeset.problems import Problem, Span

from . import engine
from .coverage import drawn, drawn_by_css, families_for, leading_family
from .fetcher import fetcher
from .fonts import font_configuration
from .guard import engine_failures
from .library import font_library
from .log import collected
from .source import Source, Stylesheet

_MARKUP = re.compile(r"<style\b.*?</style>|<[^>]*>", re.DOTALL)


_MARGINS = tuple(
    f"{edge}-{place}"
    for edge, places in {
        "top": ("left-corner", "left", "center", "right", "right-corner"),
        "bottom": ("left-corner", "left", "center", "right", "right-corner"),
        "left": ("top", "middle", "bottom"),
        "right": ("top", "middle", "bottom"),
    }.items()
    for place in places
)


@dataclass(frozen=True, slots=True)
class Choice:
    """All that a setup depends on: documents with equal choices share one."""

    families: tuple[str, ...]
    lead: str
    font_dirs: tuple[Path, ...]
    folders: tuple[Path, ...]
    stylesheets: tuple[Stylesheet, ...]
    font_styles: tuple[str, ...]
    allowed_warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setup:
    """What documents of one theme share; `problems` were found in its style sheets."""

    families: tuple[str, ...]
    configuration: Any
    stylesheets: tuple[Any, ...]
    counter_style: Any
    color_profiles: dict[str, Any]
    problems: tuple[Problem, ...]


def choice(source: Source) -> Choice:
    """The setup that `source` needs: its theme's families, and those its characters need."""
    library = font_library(source.font_dirs)
    text = _text(source.html)
    characters = drawn(text)
    lang = source.lang or _lang(source.html)
    lead = leading_family(_MARKUP.sub("", text), source.families, library, lang)
    for sheet in source.stylesheets:
        characters |= drawn_by_css(sheet.text)
    return Choice(
        families_for(characters, (*source.families, *((lead,) if lead else ())), library, lang),
        lead,
        source.font_dirs,
        tuple(place for place in source.allowed if place.is_dir()),
        source.stylesheets,
        _font_styles(source.html),
        source.allowed_warnings,
    )


def new_setup(source: Source, chosen: Choice) -> Setup:
    """The fonts of `chosen`, and the style sheets of `source` parsed with them.

    Raises `TypesetError` or `EnvironmentProblem`, as `Press.open` does.
    """
    engine.load()
    counters: Any = import_module("weasyprint.css.counters")
    problems: list[Problem] = []
    fetch = fetcher(source.allowed, problems)
    families, library = chosen.families, font_library(chosen.font_dirs)
    configuration = font_configuration(families, library)
    setup = Setup(families, configuration, (), counters.CounterStyle(), {}, ())
    sheets: list[Any] = []
    for sheet in (*source.stylesheets, *_leading(chosen.lead, source.families)):
        found: list[Problem] = []
        with collected(found, source.allowed_warnings), engine_failures():
            sheets.append(parsed(sheet, fetch, setup))
        problems += [_placed(problem, sheet) for problem in found]
    return Setup(
        families, configuration, tuple(sheets), setup.counter_style, setup.color_profiles,
        tuple(problems),
    )  # fmt: skip


def _placed(problem: Problem, sheet: Stylesheet) -> Problem:
    """A problem of a style sheet at its place in the file; the engine says line and column."""
    place = re.search(r" at (\d+):(\d+)", problem.message)
    if not place or sheet.base is None or sheet.base.is_dir():
        return problem
    message = problem.message.replace(place[0], "").replace(" `", " `").replace(" `,", "`,")
    span = Span.of_line(str(sheet.base), sheet.text, int(place[1]), int(place[2]))
    return replace(problem, message=message, span=span)


def _leading(family: str, asked: Iterable[str]) -> tuple[Stylesheet, ...]:
    """The style that puts `family` before all that the style sheets name, in margins, too.

    What style sheets add themselves, bullets and separators, keeps the theme's family. A
    rule of fontconfig would do it in one place, but Pango 1.50 does not follow it where
    the family that is asked for exists.
    """
    if not family:
        return ()
    asked = tuple(asked)
    rule = f"font-family: {_named(family, *asked)} !important"
    marks = _named(*asked, family)
    margins = "".join(f" @{box} {{ {rule} }}" for box in _MARGINS)
    css = (
        f":root, :root * {{ {rule} }} @page {{{margins} }} "
        f":root *::before, :root *::after {{ font-family: {marks} !important }}"
    )
    return (Stylesheet(css),)


def _named(*families: str) -> str:
    return ", ".join(f'"{family}"' for family in families)


def parsed(sheet: Stylesheet, fetch: Any, setup: Setup) -> Any:
    """One style sheet as WeasyPrint keeps it; its `@font-face` rules are followed now."""
    return engine.load().CSS(
        string=sheet.text,
        base_url=base_url(sheet.base),
        url_fetcher=fetch,
        font_config=setup.configuration,
        counter_style=setup.counter_style,
        color_profiles=setup.color_profiles,
    )


def _text(html: str) -> str:
    """The characters of `html`, references resolved; markup may stay, it is ASCII."""
    if "&" not in html:
        return html
    from html import unescape

    return unescape(html)


def _font_styles(html: str) -> tuple[str, ...]:
    """The styles in `html` that may name fonts: documents share a setup only with theirs."""
    if "@font-face" not in html and "<link" not in html:
        return ()
    return tuple(re.findall(r"<style\b.*?</style>|<link\b[^>]*>", html, re.DOTALL))


def _lang(html: str) -> str:
    found = re.search(r"<html\b[^>]*\blang=[\"']?([\w-]+)", html)
    return found.group(1) if found else ""


def base_url(path: Path | None) -> str | None:
    """The base URL that `path` means; a folder's ends with a slash."""
    if path is None:
        return None
    path = path.absolute()
    return path.as_uri() + "/" * path.is_dir()
