"""The content streams, read without PDFium: operators by pikepdf, characters by the file's own
Unicode maps. What it gives is what the marks say: which text belongs to which tag, which is
an artifact, and which is in no mark at all.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from typeset.checks.facts.matrix import IDENTITY, Matrix, product
from typeset.checks.facts.model import Stretch
from typeset.checks.facts.objects import as_dict, name, number
from typeset.checks.facts.unicode_maps import FontMap, font_map

MAX_OPERATORS = 400_000
"""Of one page, its forms included."""
_MAX_FORMS = 8
_SPACE = 0.15
"""Of the font's size: a gap that is a space between words."""


def read_stretches(page: Any, number_: int) -> list[Stretch]:
    """The texts of a page in the order of its content stream, one for each mark."""
    reader = _Reader(number_)
    reader.read(page, as_dict(page.get("/Resources")), 0)
    return [stretch for stretch in reader.stretches if stretch.text.strip()]


@dataclass(frozen=True, slots=True)
class _State:
    ctm: Matrix = IDENTITY
    font: FontMap = field(default_factory=FontMap)
    size: float = 1.0
    character: float = 0.0
    word: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0


@dataclass(frozen=True, slots=True)
class _Mark:
    marked: int
    artifact: bool


class _Reader:
    """The text operators of ISO 32000-1, 9.4, as far as they move the pen."""

    def __init__(self, page: int) -> None:
        self.page, self.stretches = page, list[Stretch]()
        self.state, self.saved = _State(), list[_State]()
        self.line = self.pen = IDENTITY
        self.marks = [_Mark(-1, False)]
        self.end: tuple[float, float] | None = None
        self.left = MAX_OPERATORS
        self.fonts: dict[Any, FontMap] = {}

    def read(self, stream: Any, resources: Any, depth: int) -> None:
        import pikepdf

        marks = len(self.marks)
        for instruction in pikepdf.parse_content_stream(stream):
            self.left -= 1
            if self.left < 0:
                return
            operator = str(instruction.operator)
            if operator == "Do":
                self._form(name(instruction.operands[0]), resources, depth)
            else:
                self._step(operator, instruction.operands, resources)
        del self.marks[marks:]

    def _form(self, name_: str, resources: Any, depth: int) -> None:
        form = as_dict(as_dict(resources.get("/XObject")).get(f"/{name_}"))
        if not form or name(form.get("/Subtype")) != "Form" or depth >= _MAX_FORMS:
            return
        before, saved = self.state, list(self.saved)
        if "/Matrix" in form:
            matrix = _matrix(list(form.get("/Matrix")))
            self.state = replace(self.state, ctm=product(matrix, self.state.ctm))
        self.read(form, as_dict(form.get("/Resources")) or resources, depth + 1)
        self.state, self.saved = before, saved

    def _step(self, operator: str, operands: Any, resources: Any) -> None:
        state = self.state
        if operator == "q":
            self.saved.append(state)
        elif operator == "Q":
            self.state = self.saved.pop() if self.saved else state
        elif operator == "cm":
            self.state = replace(state, ctm=product(_matrix(operands), state.ctm))
        elif operator in ("BMC", "BDC"):
            self.marks.append(self._mark(operands, resources))
        elif operator == "EMC":
            if len(self.marks) > 1:
                self.marks.pop()
        elif operator in _SETTINGS:
            self.state = _SETTINGS[operator](state, number(operands[0]))
        elif operator == "Tf":
            font = self._font(name(operands[0]), resources)
            self.state = replace(state, font=font, size=number(operands[1]))
        else:
            self._text_step(operator, operands)

    def _text_step(self, operator: str, operands: Any) -> None:
        """Where text stands, and its showing (ISO 32000-2, 9.4.2 and 9.4.3)."""
        if operator == "TD":
            self.state = replace(self.state, leading=-number(operands[1]))
        if operator == "BT":
            self.line = self.pen = IDENTITY
        elif operator == "Tm":
            self.line = self.pen = _matrix(operands)
        elif operator in ("Td", "TD"):
            self._move(number(operands[0]), number(operands[1]))
        elif operator in ("T*", "'", '"'):
            self._move(0, -self.state.leading)
        if operator in ("Tj", "'", '"'):
            self._show([operands[-1]])
        elif operator == "TJ":
            self._show(operands[-1])

    def _move(self, x: float, y: float) -> None:
        self.line = self.pen = product((1, 0, 0, 1, x, y), self.line)

    def _mark(self, operands: Any, resources: Any) -> _Mark:
        """A mark; one that says nothing new is of the kind it stands in."""
        outer = self.marks[-1]
        artifact = outer.artifact or (bool(operands) and name(operands[0]) == "Artifact")
        properties: Any = operands[1] if len(operands) > 1 else {}
        if not hasattr(properties, "keys"):
            properties = as_dict(as_dict(resources.get("/Properties")).get(str(properties)))
        if "/MCID" in properties:
            return _Mark(int(properties["/MCID"]), artifact)
        return _Mark(-1 if artifact else outer.marked, artifact)

    def _font(self, name_: str, resources: Any) -> FontMap:
        font = as_dict(as_dict(resources.get("/Font")).get(f"/{name_}"))
        if not font:
            return FontMap()
        key = getattr(font, "objgen", None) or id(font)
        if key == (0, 0) or key not in self.fonts:
            self.fonts[key] = font_map(font)
        return self.fonts[key]

    def _show(self, items: Any) -> None:
        state = self.state
        for item in items:
            if isinstance(item, (int, float)) or not hasattr(item, "__bytes__"):
                self._advance(-number(item) / 1000 * state.size * state.stretch)
                continue
            string = bytes(item)
            text, width, count = state.font.decode(string)
            space = string.count(b" ") * state.word if state.font.length == 1 else 0.0
            self._put(text)
            width = width / 1000 * state.size + count * state.character + space
            self._advance(width * state.stretch)
            self.end = self._place()[:2]

    def _advance(self, x: float) -> None:
        self.pen = product((1, 0, 0, 1, x, 0), self.pen)

    def _place(self) -> tuple[float, float, float]:
        """Where the pen is on the page, and the size of the font there."""
        matrix = product(self.pen, self.state.ctm)
        return matrix[4], matrix[5], abs(self.state.size) * math.hypot(matrix[2], matrix[3])

    def _put(self, text: str) -> None:
        x, y, size = self._place()
        between = "\n" if self.end is None else ""
        if self.end is not None:
            right, height = self.end
            if abs(y - height) > 0.5 * size or x < right - size:
                between = "\n"
            elif x - right > _SPACE * size:
                between = " "
        mark = self.marks[-1]
        last = self.stretches[-1] if self.stretches else None
        if last and (last.marked, last.artifact) == (mark.marked, mark.artifact):
            self.stretches[-1] = replace(last, text=last.text + between + text)
        else:
            self.stretches.append(Stretch(self.page, between + text, mark.marked, mark.artifact))


_SETTINGS: dict[str, Callable[[_State, float], _State]] = {
    "Tc": lambda state, value: replace(state, character=value),
    "Tw": lambda state, value: replace(state, word=value),
    "TL": lambda state, value: replace(state, leading=value),
    "Tz": lambda state, value: replace(state, stretch=value / 100),
}


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (number(operand) for operand in list(operands)[:6])
    return a, b, c, d, e, f
