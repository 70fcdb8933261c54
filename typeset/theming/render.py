"""Document + theme → HTML. The only user of Jinja2; templates never see the profile."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from typeset.document import Document
from typeset.document.model import Marks, Rich, Run
from typeset.problems import Problem, Span, TypesetError
from typeset.theming.aside import aside_kinds
from typeset.theming.bidi import is_left_to_right, left_to_right
from typeset.theming.options import FontFamily, Option, Values
from typeset.theming.rows import contact_rows
from typeset.theming.theme import StyleSheet, Theme


@dataclass(frozen=True)
class Html:
    """A document in HTML, and what its typesetting needs besides.

    `styles` are style sheets in order; `folders` (the theme's) may be read by them, and
    their relative addresses start from the first; `families` are the fonts they name.
    """

    text: str
    styles: tuple[StyleSheet, ...]
    folders: tuple[Path, ...]
    families: tuple[str, ...]


_TEMPLATES = {
    "resume": "resume.html.j2",
    "page": "resume.html.j2",
    "letter": "letter.html.j2",
}


def render_html(document: Document, theme: Theme, values: Values, photo: bytes = b"") -> Html:
    """The document in the theme's HTML, style sheets inside. `photo` is a JPEG or PNG.

    Raises `TypesetError` where a template of the theme is broken.
    """
    rtl = document.direction == "rtl"
    in_letter = None if document.kind == "resume" else theme.config.contact_row_letter
    environment = _environment(theme.folders, in_letter or theme.config.contact_row, rtl)
    fonts = [name for name, option in theme.options.items() if isinstance(option, FontFamily)]
    try:
        text = environment.get_template(_TEMPLATES[document.kind]).render(
            document=document,
            options=values,
            root_class=_root_class(document, theme, values),
            photo=_data_url(photo),
            aside=aside_kinds(theme, values),
        )
    except TemplateError as error:
        where = Span(getattr(error, "filename", None) or str(theme.folders[0]))
        line = getattr(error, "lineno", 0) or 0
        raise TypesetError(
            Problem("template", str(error), span=Span(where.path, line) if line else where)
        ) from None
    except Exception as error:  # a template's own expressions can fail in any way
        message = f"{type(error).__name__}: {error}"
        where = Span(str(theme.folders[0]))
        raise TypesetError(Problem("template", message, span=where)) from error
    families = tuple(dict.fromkeys(str(values[name]) for name in fonts))
    own = (option_style(theme, values), mark_style(document.marks))
    styles = (*theme.styles, *map(StyleSheet, own))
    return Html(text, styles, theme.folders, families)


@cache
def _environment(
    folders: tuple[Path, ...], contact_row: int, rtl: bool
) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["rich"] = partial(rich_html, rtl=rtl)
    environment.filters["text"] = partial(text_html, rtl=rtl)
    environment.filters["dir"] = partial(link_direction, rtl=rtl)
    environment.filters["rows"] = partial(contact_rows, limit=contact_row)
    return environment


def _slug(value: object) -> str:
    return re.sub(r"[^a-z0-9]+", "-", str(value).lower()).strip("-")


def _root_class(document: Document, theme: Theme, values: Values) -> str:
    """The kind of document, and each choice as `<option>-<value>`, for selectors on `:root`."""
    choices = [
        f"{name}-{_slug(values[name])}"
        for name, option in theme.options.items()
        if option.type in ("choice", "font")
    ]
    headless = [] if document.head.name else ["headless"]
    return " ".join([document.kind, *headless, *choices])


def option_style(theme: Theme, values: Values) -> str:
    """The options as custom properties on `:root`, to follow the theme's own style sheet."""
    lines = [_property(name, option, values[name]) for name, option in theme.options.items()]
    return f":root {{ {' '.join(lines)} }}"


def mark_style(marks: Marks) -> str:
    """What style sheets set after a label, as the custom property `--colon`."""
    return f':root {{ --colon: "{marks.colon.rstrip()}"; }}'


def _property(name: str, option: Option, value: str | float) -> str:
    if isinstance(option, FontFamily):
        return f'--{name}: "{value}";'
    return f"--{name}: {value:g};" if isinstance(value, float) else f"--{name}: {value};"


def _data_url(photo: bytes) -> str:
    if not photo:
        return ""
    kind = "png" if photo.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(photo).decode()}"


# A compound is kept on one line: where it breaks at its hyphen, extractors drop the hyphen.
# A Korean word, too, which the engine would break at any syllable.
_COMPOUND = re.compile(
    r"\d[\d.,]*–\d[\d.,]*|"  # a range of pages or years
    r"[^\s<>&;]{1,16}(?:-[^\s<>&;-]{1,16})+|[^\s<>&;\uac00-\ud7a3]{0,8}[\uac00-\ud7a3][^\s<>&;]{1,15}"
)


def rich_html(text: Rich, *, rtl: bool = False) -> Markup:
    """A styled line as HTML. A link holds characters alone (PDF/UA-1: nothing between).

    In a document that runs right to left, what runs left to right is set apart.
    """
    if not rtl:
        return Markup("").join(_run_html(run) for run in text)
    return Markup("").join(
        Markup('<bdi dir="ltr">{}</bdi>').format(rich_html(part)) if ltr else rich_html(part)
        for part, ltr in left_to_right(text)
    )


def text_html(text: str, *, rtl: bool = False) -> Markup:
    """Plain characters as HTML; compounds may break, as in a contact or a date."""
    if not rtl:
        return escape(text)
    return rich_html((Run(text),), rtl=True)


def link_direction(text: str, *, rtl: bool = False) -> Markup:
    """The attribute that keeps an address or number in its own direction on such a page."""
    return Markup(' dir="ltr"') if rtl and is_left_to_right(text) else Markup("")


def _run_html(run: Run) -> Markup:
    lines = [escape(line) for line in run.text.split("\n")]
    if run.href:
        html = Markup("<br>").join(
            Markup('<a href="{}">{}</a>').format(run.href, line) for line in lines
        )
    else:
        html = Markup("<br>").join(
            Markup(_COMPOUND.sub(r'<span class="nb">\g<0></span>', str(line))) for line in lines
        )
    for wanted, tag in ((run.code, "code"), (run.emphasis, "em"), (run.strong, "strong")):
        if wanted:
            html = Markup("<{0}>{1}</{0}>").format(Markup(tag), html)
    return html
