"""Whether the fonts on the page are those that were asked for.

The engine replaces a missing family or face without a word; widths then change.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from typeset.problems import Problem, Severity, did_you_mean

from .fonts import GENERIC
from .library import FontLibrary


def font_problems(
    named: Iterable[tuple[tuple[str, ...], int, bool]],
    offered: Sequence[str],
    declared: Iterable[str],
    library: FontLibrary,
) -> list[Problem]:
    """Families that the page names and that are not there, and faces that they lack.

    `named` is what `boxes.named_families` gives, `declared` the families of
    `@font-face`. A family that is bundled but not offered is missing, too: a theme
    declares what it uses.
    """
    known = {family.lower() for family in (*offered, *declared)} | GENERIC
    problems: dict[Problem, None] = {}
    for families, weight, italic in sorted(named):
        for family in families:
            if family.lower() not in known:
                problems[_missing_family(family, library)] = None
        first = families[0]
        faces = library.faces(first)
        if italic and faces and not any(face.italic for face in faces):
            problems[_missing_face(first, "italic")] = None
        if weight >= 600 and faces and not any(face.weight >= 600 for face in faces):
            problems[_missing_face(first, "bold")] = None
    return list(problems)


def embedded_problems(
    embedded: Iterable[str], offered: Iterable[str], declared: Iterable[str]
) -> list[Problem]:
    """Families in the PDF that nothing asked for: the page is not hermetic."""
    known = {family.lower() for family in (*offered, *declared)}
    return [
        Problem("foreign-font", f"the PDF embeds {family!r}, which nothing asked for")
        for family in sorted(set(embedded))
        if family.lower() not in known
    ]


def generic_problem(family: str) -> Problem:
    """The problem that an `@font-face` takes a generic name."""
    return Problem("generic-font-face", f"an @font-face may not be named {family!r}")


def _missing_family(family: str, library: FontLibrary) -> Problem:
    if family in library:
        hint = f"add {family!r} to the families that the theme declares"
    else:
        hint = did_you_mean(family, library.names())
    return Problem("missing-font", f"the font family {family!r} is not available", hint=hint)


def _missing_face(family: str, face: str) -> Problem:
    message = f"{family!r} has no {face}; another face stands in for it"
    return Problem("missing-face", message, Severity.WARNING)
