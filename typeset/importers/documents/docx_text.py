"""One `w:p` → rows of runs, and what else hangs on it: text boxes, pictures, notes' numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from typeset.importers.documents.docx_package import Part
from typeset.importers.documents.docx_styles import RunLook, Style, Styles, child, run_look, val
from typeset.importers.documents.docx_words import (
    SKIPPED,
    is_hidden,
    is_page_number,
    is_second_copy,
    reading_last,
)
from typeset.importers.documents.pieces import Row
from typeset.importers.documents.runs import Run

_BULLET = "\uf0b7"
"""What a symbol font's letter at the start of a paragraph is read as."""
_FIELD_LINK = re.compile(r'\s*HYPERLINK\s+(?!\\)"?([^"\s]+)"?', re.IGNORECASE)
_LEADER = r"\s*(?:\.{6,}|…[.…]+)\s*"
_TYPED_TAB = re.compile(rf"(?<!\b\w) {{3,}}(?!\w\b)|{_LEADER}(?=\w)|^{_LEADER}$")
"""Spaces or a leader of dots as far as the next column; letters set apart have spaces too."""
_DEEPEST = 40


@dataclass
class Paragraph:
    """A paragraph's rows, the looks of its letters, and what hangs on it."""

    rows: list[Row]
    looks: list[tuple[int, RunLook]] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    pictures: int = 0
    deleted: bool = False
    hidden: bool = False
    page_break: bool = False


@dataclass
class _Field:
    instruction: str = ""
    shown: bool = False


class ParagraphReader:
    """Reads the paragraphs of one part."""

    def __init__(self, part: Part, styles: Styles, notes: dict[str, list[Run]]) -> None:
        self.part = part
        self.styles = styles
        self.notes = notes

    def read(self, element: Element, style: Style, number: int) -> Paragraph:
        """Read one paragraph."""
        found = Paragraph([Row(number, [])])
        self._fields: list[_Field] = []
        self._walk(element, found, style, "", 0)
        return found

    def _walk(
        self, parent: Element, found: Paragraph, style: Style, target: str, depth: int
    ) -> None:
        if depth > _DEEPEST:
            return
        for element in parent:
            tag = element.tag
            if tag in ("w:r", "m:r"):
                self._run(element, found, style, target)
            elif tag in ("w:del", "w:moveFrom"):
                found.deleted = found.deleted or next(element.iter("w:delText"), None) is not None
            elif tag == "w:hyperlink":
                relation = self.part.relations.get(element.get("r:id", ""))
                inner = relation.target if relation and relation.outside else target
                if inner:
                    found.links.append(inner)
                self._walk(element, found, style, inner, depth + 1)
            elif tag == "w:fldSimple":
                if not is_page_number(val(element, name="w:instr")):
                    self._walk(element, found, style, target, depth + 1)
            elif tag not in SKIPPED and not is_second_copy(element, parent):
                self._walk(element, found, style, target, depth + 1)

    def _run(self, run: Element, found: Paragraph, style: Style, target: str) -> None:
        properties = child(run, "w:rPr")
        named = self.styles.by_id.get(val(properties, "w:rStyle"))
        look = run_look(properties).over(named.look if named else RunLook()).over(style.look)
        for element in _children(run):
            if self._field(element, found):
                continue
            if element.tag in ("w:drawing", "w:pict", "w:object"):
                boxes = list(_boxes(element))
                found.boxes += boxes
                found.pictures += not boxes and _is_picture(element)
                self._add(found, " ", look, target)
                continue
            if any(f.shown and is_page_number(f.instruction) for f in self._fields):
                continue
            if is_hidden(run):
                self._unseen(element, properties, found)
                continue
            self._content(element, found, look, target or self._link(found))

    def _unseen(self, element: Element, properties: Element | None, found: Paragraph) -> None:
        """A symbol font's letter: a bullet where the paragraph begins, else a picture."""
        if child(properties, "w:vanish") is not None:
            found.hidden = found.hidden or bool(element.text)
        elif not _text(found) and element.tag == "w:t":
            found.rows[-1].runs.append(Run(_BULLET + " "))
        else:
            found.rows[-1].runs.append(Run(" "))

    def _content(self, element: Element, found: Paragraph, look: RunLook, target: str) -> None:
        match element.tag:
            case "w:t" | "m:t":
                text = (element.text or "").replace("\n", " ")
                self._add(found, _TYPED_TAB.sub("\t", text), look, target)
            case "w:tab" | "w:ptab":
                self._add(found, "\t", look, "")
            case "w:noBreakHyphen":
                self._add(found, "-", look, target)
            case "w:ruby":
                self._ruby(element, found, look, target)
            case "w:sym":
                self._add(found, " " if _text(found) else _BULLET + " ", look, "")
            case "w:br" | "w:cr":
                found.page_break = found.page_break or val(element, name="w:type") == "page"
                found.rows.append(Row(found.rows[-1].number, []))
            case "w:footnoteReference" | "w:endnoteReference":
                kind = element.tag[2:-9]
                if note := self.notes.get(f"{kind}:{element.get('w:id', '')}"):
                    found.rows[-1].runs += [Run(" ("), *note, Run(")")]

    def _ruby(self, ruby: Element, found: Paragraph, look: RunLook, target: str) -> None:
        """Letters with how they are read above them, which a line has in brackets behind."""
        for part in reading_last(ruby):
            text = "".join(one.text or "" for one in part.iter("w:t"))
            if text.strip():
                self._add(found, f" ({text})" if part.tag == "w:rt" else text, look, target)

    def _add(self, found: Paragraph, text: str, look: RunLook, target: str) -> None:
        if text:
            found.rows[-1].runs.append(Run(text, bool(look.strong), bool(look.em), target))
            found.looks.append((len(text.strip()), look))

    def _field(self, element: Element, found: Paragraph) -> bool:
        """Follow a field (a link, a page's number) from its instruction to its end."""
        if element.tag == "w:instrText":
            if self._fields:
                self._fields[-1].instruction += element.text or ""
            return True
        if element.tag != "w:fldChar":
            return False
        kind = val(element, name="w:fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].shown = True
            if target := self._link(found):
                found.links.append(target)
        elif kind == "end" and self._fields:
            self._fields.pop()
        return True

    def _link(self, found: Paragraph) -> str:
        for one in reversed(self._fields):
            if one.shown and (match := _FIELD_LINK.match(one.instruction)):
                return match[1]
        return ""


def _children(run: Element) -> Iterator[Element]:
    """What a run holds; of a shape in two forms, the newer one."""
    for element in run:
        if element.tag == "mc:AlternateContent":
            chosen = child(element, "mc:Choice")
            chosen = chosen if chosen is not None else child(element, "mc:Fallback")
            yield from chosen if chosen is not None else ()
        elif element.tag != "w:rPr":
            yield element


def _boxes(element: Element) -> Iterator[Element]:
    """The texts of the text boxes in a drawing."""
    stack = [element]
    while stack:
        at = stack.pop()
        if at.tag == "w:txbxContent":
            yield at
        else:
            stack += [one for one in reversed(at) if not is_second_copy(one, at)]


def _is_picture(element: Element) -> bool:
    return any(one.tag in ("a:blip", "v:imagedata") for one in element.iter())


def _text(found: Paragraph) -> str:
    return "".join(run.text for row in found.rows for run in row.runs).strip()
