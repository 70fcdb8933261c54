"""What a DOCX's styles and numbering say of a paragraph and its runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from typeset.importers.documents.docx_package import Package

_OFF = frozenset({"0", "false", "off", "none"})
_INNER = ("w:pPr", "w:rPr")
SYMBOLS = re.compile(r"symbol|wingdings|webdings|dingbats|fontawesome|font awesome|icons?\b", re.I)
"""Fonts whose letters are pictures."""


@dataclass(frozen=True, slots=True)
class RunLook:
    """How a run looks; None is what its style says."""

    strong: bool | None = None
    em: bool | None = None
    caps: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, under: RunLook) -> RunLook:
        """This, and where it is silent, `under`."""
        values = (
            getattr(under, name) if getattr(self, name) is None else getattr(self, name)
            for name in ("strong", "em", "caps", "hidden", "size", "font")
        )
        return RunLook(*values)


@dataclass(slots=True)
class Style:
    """A style with all that it inherits."""

    name: str = ""
    look: RunLook = RunLook()
    outline: int = -1
    numbering: str = ""
    depth: int = 0
    before: float = 0
    after: float = 0


@dataclass
class Styles:
    """Styles by id, and list levels by numbering id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: Style = field(default_factory=Style)
    numbers: dict[str, dict[int, str]] = field(default_factory=dict)

    def style(self, name: str) -> Style:
        """A style by its id; the default one for what is not known."""
        return self.by_id.get(name, self.default)

    def list_kind(self, number: str, depth: int) -> str:
        """The form of a list's level (`bullet`, `decimal`, …), "" for no list."""
        if not number or number == "0":
            return ""
        levels = self.numbers.get(number, {})
        kind = levels.get(depth, next(iter(levels.values()), "bullet"))
        return "" if kind == "none" else kind


def read_styles(package: Package) -> Styles:
    """The styles and numbering of a DOCX, where it has them."""
    styles = Styles()
    document = package.document
    if part := package.part(document.of_kind("styles")):
        _read_styles(part.root, styles)
    if part := package.part(document.of_kind("numbering")):
        styles.numbers = _numbers(part.root, styles)
    return styles


def val(element: Element | None, path: str = "", name: str = "w:val") -> str:
    """An attribute of a child, "" where there is none."""
    if element is not None and path:
        element = child(element, path)
    return element.get(name, "") if element is not None else ""


def child(element: Element | None, path: str) -> Element | None:
    """A descendant by the names on the way to it."""
    for name in path.split("/"):
        if element is None:
            return None
        element = next((one for one in element if one.tag == name), None)
    return element


def run_look(properties: Element | None) -> RunLook:
    """The look that `w:rPr` says."""
    if properties is None:
        return RunLook()
    size = val(properties, "w:sz")
    fonts = child(properties, "w:rFonts")
    caps = _switch(properties, "w:caps")
    return RunLook(
        strong=_switch(properties, "w:b"),
        em=_switch(properties, "w:i"),
        caps=caps if caps is not None else _switch(properties, "w:smallCaps"),
        hidden=_switch(properties, "w:vanish"),
        size=float(size) / 2 if re.fullmatch(r"\d{1,4}(?:\.\d)?", size) else None,
        font=fonts.get("w:ascii") or fonts.get("w:hAnsi") if fonts is not None else None,
    )


def _switch(properties: Element, name: str) -> bool | None:
    element = child(properties, name)
    return None if element is None else element.get("w:val", "1") not in _OFF


def number(text: str, least: int = 0) -> int:
    """A number written in an attribute; `least` for what is none."""
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else least


def spacing(properties: Element | None, side: str, otherwise: float) -> float:
    """The space before or after a paragraph, in points."""
    text = val(properties, "w:spacing", f"w:{side}")
    return number(text) / 20 if text else otherwise


def _read_styles(root: Element, styles: Styles) -> None:
    elements = {e.get("w:styleId", ""): e for e in root if e.tag == "w:style"}
    base = run_look(child(root, "w:docDefaults/w:rPrDefault/w:rPr"))
    around = child(root, "w:docDefaults/w:pPrDefault/w:pPr")
    before, after = (spacing(around, side, 0) for side in ("before", "after"))
    for name, element in elements.items():
        chain: list[Element] = []
        at: Element | None = element
        while at is not None and at not in chain and len(chain) < 20:
            chain.append(at)
            at = elements.get(val(at, "w:basedOn"))
        paragraph = element.get("w:type", "paragraph") == "paragraph"
        made = Style(look=base if paragraph else RunLook(), before=before, after=after)
        for one in reversed(chain):
            _inherit(made, one)
        made.name = val(element, "w:name").casefold()
        styles.by_id[name] = made
        if element.get("w:default") in ("1", "true") and paragraph:
            styles.default = made
    if not elements:
        styles.default = Style(look=base, before=before, after=after)


def _inherit(style: Style, element: Element) -> None:
    paragraph, run = (child(element, name) for name in _INNER)
    style.look = run_look(run).over(style.look)
    outline = val(paragraph, "w:outlineLvl")
    style.outline = number(outline, -1) if outline else style.outline
    style.numbering = val(paragraph, "w:numPr/w:numId") or style.numbering
    style.depth = number(val(paragraph, "w:numPr/w:ilvl"), style.depth)
    style.before = spacing(paragraph, "before", style.before)
    style.after = spacing(paragraph, "after", style.after)


def _numbers(root: Element, styles: Styles) -> dict[str, dict[int, str]]:
    shapes: dict[str, dict[int, str]] = {}
    for element in root:
        if element.tag == "w:abstractNum":
            shapes[element.get("w:abstractNumId", "")] = {
                number(level.get("w:ilvl", "0")): val(level, "w:numFmt") or "decimal"
                for level in element
                if level.tag == "w:lvl"
            }
    return {
        element.get("w:numId", ""): shapes.get(val(element, "w:abstractNumId"), {})
        for element in root
        if element.tag == "w:num"
    }
