"""Section titles in the margin: "Experience" beside its first entry, on one base line."""

from __future__ import annotations

from typeset.importers.documents.pdf_rows import Line
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.words.vocabulary import vocabulary


def cut_margin_titles(lines: list[Line]) -> list[Line]:
    """The lines with titles in the margin as lines of their own, where several stand there."""
    found = _aligned([line for line in lines if _has_margin_title(line)])
    if len(found) < 2:
        return lines
    # A label beside its values ("Languages   English") looks like its line.
    titled = {id(line) for line in found if _differs(line)}
    made: list[Line] = []
    for line in lines:
        if id(line) in titled:
            made += [Line(line.segments[:1]), Line(line.segments[1:])]
        else:
            made.append(line)
    return made


def _aligned(lines: list[Line]) -> list[Line]:
    """The lines whose first texts begin, or end, at the edge at which most of them do."""
    edges: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        first = line.segments[0]
        edges.setdefault(("left", round(first.left / 2)), []).append(line)
        edges.setdefault(("right", round(first.right / 2)), []).append(line)
    return max(edges.values(), key=len, default=[])


def _has_margin_title(line: Line) -> bool:
    return len(line.segments) > 1 and bool(
        kinds_of(line.segments[0].text.rstrip(":："), vocabulary())
    )


def _differs(line: Line) -> bool:
    """Whether the title looks other than what stands beside it."""
    title, beside = line.segments[0], line.segments[1]
    return (
        title.glyphs[0].font != beside.glyphs[0].font
        or abs(title.size - beside.size) > 0.6
        or title.text.isupper()
    )
