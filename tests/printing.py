"""Sources as PDFs, each printed once for all tests that ask what holds of its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typeset.document import Document
from typeset.loading import load
from typeset.pipeline import Settings, prepare, render
from typeset.profile import Profile
from typeset.typesetting import Press


@dataclass(frozen=True)
class Printed:
    """A PDF that passed the checks, and what it was made from."""

    pdf: bytes
    pages: int
    document: Document
    profile: Profile


_printed: dict[tuple[Path, str], Printed] = {}


def printed(source: Path, settings: Settings, press: Press) -> Printed:
    """A source rendered with `settings`: those of a path and of equal settings are one."""
    key = (source.resolve(), repr(settings))
    if key not in _printed:
        prepared = prepare(load(source), settings)
        made = render(prepared, press)
        _printed[key] = Printed(made.pdf, made.pages, made.document, prepared.loaded.profile)
    return _printed[key]
