"""What a page's own style sheet says of its classes: what stands side by side, what is loud.

Only what tells a reader how a page is built is read, and only rules for classes: a résumé
made of `<div>`s has no other headings than those that its style sheet makes large.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from xml.etree.ElementTree import Element

from typeset.importers.documents.pieces import Look

BASE_SIZE = 12.0
"""The size of text that no rule sets, in points: a browser's 16 pixels."""

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)")
_AT_RULE = re.compile(r"@[^{};@]{0,200}(?:;|\{(?:[^{}]*\{[^{}]*\})*[^{}]*\})")
_CLASS = re.compile(r"(?:^|[\s>+~])[\w*-]*\.([\w-]+)$")
_ROW = re.compile(r"display\s*:\s*(?:inline-)?(?:flex|grid)\b", re.IGNORECASE)
_COLUMN = re.compile(r"flex(?:-direction|-flow)\s*:\s*column", re.IGNORECASE)
_STRONG = re.compile(r"font-weight\s*:\s*(?:bold|bolder|[6-9]00)", re.IGNORECASE)
_EM = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_CAPS = re.compile(r"text-transform\s*:\s*uppercase|font-variant\s*:\s*small-caps", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)(px|pt|em|rem|%)", re.IGNORECASE)
_POINTS = {"px": 0.75, "pt": 1.0, "rem": BASE_SIZE}
_ROW_CLASSES = frozenset({"row", "d-flex", "flex"})
"""Names that style sheets of others' give to what stands side by side."""
_LARGEST_SHEET = 200_000


@dataclass(frozen=True, slots=True)
class ClassStyle:
    """The looks of a class. `size` is in points, or with `relative` a factor; 0 for none."""

    row: bool = False
    strong: bool = False
    em: bool = False
    caps: bool = False
    size: float = 0
    relative: bool = False


Sheet = dict[str, ClassStyle]


def read_sheet(root: Element) -> Sheet:
    """The rules for classes in a page's `<style>` elements; the last for each counts."""
    text = "".join("".join(element.itertext()) for element in root.iter("style"))
    sheet: Sheet = {}
    for rule in _AT_RULE.sub("", _COMMENT.sub("", text[:_LARGEST_SHEET])).split("}"):
        selectors, _, body = rule.partition("{")
        for selector in selectors.split(","):
            if match := _CLASS.search(selector.strip()):
                sheet[match[1]] = _together(sheet.get(match[1], ClassStyle()), _style(body))
    return sheet


def _style(body: str) -> ClassStyle:
    size = _SIZE.search(body)
    value, unit = (float(size[1]), size[2].lower()) if size and size[1].count(".") < 2 else (0, "")
    return ClassStyle(
        row=bool(_ROW.search(body)) and not _COLUMN.search(body),
        strong=bool(_STRONG.search(body)),
        em=bool(_EM.search(body)),
        caps=bool(_CAPS.search(body)),
        size=value / 100 if unit == "%" else value * _POINTS.get(unit, 1.0),
        relative=unit in ("em", "%"),
    )


def _together(first: ClassStyle, more: ClassStyle) -> ClassStyle:
    sized = more if more.size else first
    return ClassStyle(
        first.row or more.row,
        first.strong or more.strong,
        first.em or more.em,
        first.caps or more.caps,
        sized.size,
        sized.relative,
    )


def _styles(element: Element, sheet: Sheet) -> Iterator[ClassStyle]:
    for name in element.get("class", "").split():
        if name in sheet:
            yield sheet[name]
    if inline := element.get("style"):
        yield _style(inline)


def style_of(element: Element, sheet: Sheet) -> ClassStyle:
    """What an element's classes and its own `style` say of it."""
    return reduce(_together, _styles(element, sheet), ClassStyle())


def look_within(look: Look, element: Element, sheet: Sheet) -> Look:
    """How the text of an element looks in text of this look."""
    style = style_of(element, sheet)
    size = style.size * (look.size or BASE_SIZE) if style.relative else style.size
    return Look(
        size or look.size,
        look.strong or style.strong,
        look.em or style.em,
        look.caps or style.caps,
    )


def is_row(element: Element, sheet: Sheet) -> bool:
    """Whether the children of an element stand side by side."""
    named = not _ROW_CLASSES.isdisjoint(element.get("class", "").split())
    column = "flex-column" in element.get("class", "").split()
    return (named or style_of(element, sheet).row) and not column
