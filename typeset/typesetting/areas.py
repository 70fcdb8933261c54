"""The areas of links: as high as their letters, whatever line height the style sheet gives.

Themes keep lines on a grid with `line-height: 0` on inline elements. The engine takes a
link's area from that height, and no one can click on nothing.
"""

from __future__ import annotations

from typing import Any

#: Of the font's size: above and below the middle of a line's letters.
_HALF = 0.6


def widen_links(document: Any) -> None:
    """Give the links of a `weasyprint.Document` areas that can be clicked."""
    for page in document.pages:
        page.links = [
            (kind, target, _widened(rectangle, box), box)
            for kind, target, rectangle, box in page.links
        ]


def _widened(rectangle: tuple[float, float, float, float], box: Any) -> tuple[float, ...]:
    left, top, right, bottom = rectangle
    reach = _HALF * float(box.style["font_size"])
    middle = (top + bottom) / 2
    return left, min(top, middle - reach), right, max(bottom, middle + reach)
