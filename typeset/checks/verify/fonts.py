"""The fonts: all there, all with characters."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.checks.verify.check import Finding, Subject


def not_embedded(subject: Subject) -> Iterator[Finding]:
    """A font that is not inside looks otherwise on another machine."""
    for font in subject.facts.fonts:
        if not font.embedded:
            yield Finding(
                f"the font {font.name!r} is not embedded", "export the PDF with its fonts"
            )


def without_unicode(subject: Subject) -> Iterator[Finding]:
    """A font whose glyphs have no characters is read as nothing, or as something else."""
    for font in subject.facts.fonts:
        if not font.unicode:
            yield Finding(f"the font {font.name!r} has no Unicode map ({font.kind})")
