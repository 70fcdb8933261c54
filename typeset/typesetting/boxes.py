"""What a laid-out page holds, read from WeasyPrint's boxes (the only user of them)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

#: A CSS pixel is 1/96 inch, a point 1/72.
_POINT = 0.75


@dataclass(frozen=True, slots=True)
class Page:
    """Sizes of one page in points, distances from its top edge.

    `top` and `bottom` bound the area between the margins; `used` is the bottom edge of
    the lowest line or image in it, or `top` where it holds none; `lines` is how many lines
    stand one below the other. Text in margin boxes (page numbers, running heads) does not
    count.
    """

    width: float
    height: float
    top: float
    bottom: float
    used: float
    lines: int

    @property
    def fill(self) -> float:
        """How much of the area between the margins is used: 0 none, 1 all, more: overflow."""
        area = self.bottom - self.top
        return (self.used - self.top) / area if area > 0 else 0.0


def page_facts(page: Any) -> Page:
    """The facts of a `weasyprint.document.Page`."""
    box = page._page_box
    top = box.content_box_y()
    used = max((_bottom(line) for line in _lines(box)), default=top)
    return Page(
        width=_points(page.width),
        height=_points(page.height),
        top=_points(top),
        bottom=_points(top + box.height),
        used=_points(used),
        lines=_count_lines(box),
    )


def _points(pixels: float) -> float:
    return round(pixels * _POINT, 3)


def named_families(pages: Iterable[Any]) -> frozenset[tuple[tuple[str, ...], int, bool]]:
    """What the text of `pages` asks for: families in order, weight, and whether italic."""
    boxes: Any = import_module("weasyprint.formatting_structure.boxes")
    return frozenset(
        (tuple(style["font_family"]), int(style["font_weight"]), style["font_style"] != "normal")
        for page in pages
        for box in page._page_box.descendants(placeholders=True)
        if isinstance(box, boxes.TextBox) and box.text.strip()
        for style in (box.style,)
    )


def _lines(page_box: Any) -> Iterator[Any]:
    boxes: Any = import_module("weasyprint.formatting_structure.boxes")
    for child in page_box.children:
        if isinstance(child, boxes.MarginBox):
            continue
        for box in child.descendants():
            if isinstance(box, boxes.ReplacedBox) or (
                isinstance(box, boxes.LineBox) and box.children
            ):
                yield box


def _count_lines(page_box: Any) -> int:
    """How many lines stand one below the other; those side by side are one."""
    boxes: Any = import_module("weasyprint.formatting_structure.boxes")
    count, bottom = 0, float("-inf")
    lines = [line for line in _lines(page_box) if isinstance(line, boxes.LineBox)]
    for line in sorted(lines, key=lambda line: line.position_y):
        if line.position_y + line.height / 2 > bottom:
            count, bottom = count + 1, _bottom(line)
    return count


def _bottom(box: Any) -> float:
    return float(box.position_y + box.margin_height())
