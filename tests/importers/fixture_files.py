"""Fixtures as `title` / `.` / source / `.` / expected YAML / `.`, many to a file.

A folder is a family and a file in it a topic: `positions/promotions.txt`. Letters stand in
`letters`, what a language or a script makes special with its own, and all else with the part of a
résumé, or the way of writing, that it tells of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from typeset.importers import Imported, import_text
from typeset.importers.text import reading

FOLDER = Path(__file__).parent / "fixtures"
UNSEEN_FOLDER = Path(__file__).parent / "unseen"
"""Sources and the profiles that readers made of them by hand.

No rule is written from them, so that what they are read as says how others' sources will be: look
at the figures (`make bench-import`), not at the sources.
"""


@dataclass(frozen=True)
class Fixture:
    """One source and the profile it must become; `file` is the path, without its ending."""

    file: str
    title: str
    source: str
    expected: str

    def __str__(self) -> str:
        return f"{self.file}: {self.title}"

    @property
    def family(self) -> str:
        """The folder its file lies in, or the file where there is none."""
        return self.file.partition("/")[0]


def read_fixtures(folder: Path) -> list[Fixture]:
    """All fixtures below a folder, in order. Raises `ValueError` for one that is cut short."""
    found: list[Fixture] = []
    for path in sorted(folder.rglob("*.txt")):
        file = path.relative_to(folder).with_suffix("").as_posix()
        parts = [part.strip("\n") for part in f"\n{path.read_text('utf-8')}\n".split("\n.\n")]
        if parts[-1] or (len(parts) - 1) % 3:
            raise ValueError(f"{file}: a fixture is `title . source . expected .`")
        for at in range(0, len(parts) - 1, 3):
            title, source, expected = parts[at : at + 3]
            found.append(Fixture(file, title.strip(), source + "\n", expected + "\n"))
    return found


FIXTURES = read_fixtures(FOLDER)
UNSEEN = read_fixtures(UNSEEN_FOLDER)


@cache
def imported(fixture: Fixture) -> Imported:
    """What a fixture's source became; read once for all that is asked of it."""
    with _readers(_remembering):
        return import_text(fixture.source)


def import_again(source: str, fixture: Fixture) -> Imported:
    """What a fixture's source, changed, becomes; and for a reader that gets the same text for it
    as it got before, what it then made of that.

    What a reader gets is the text that is left when newlines are alike, and what is invisible gone.
    """
    imported(fixture)
    with _readers(_recalling):
        return import_text(source)


_READERS = ("read_markdown", "read_plain")
_Reader = Callable[[str, str], Imported]
_read: dict[tuple[str, str, str], Imported] = {}
"""What readers made, by their names, the texts and what these are called."""


@contextmanager
def _readers(instead: Callable[[str, _Reader], _Reader]) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in _READERS:
            patch.setattr(reading, name, instead(name, getattr(reading, name)))
        yield


def _remembering(name: str, read: _Reader) -> _Reader:
    def reader(text: str, path: str) -> Imported:
        made = read(text, path)
        _read[name, text, path] = replace(made, problems=[*made.problems])
        return made

    return reader


def _recalling(name: str, read: _Reader) -> _Reader:
    def reader(text: str, path: str) -> Imported:
        made = _read.get((name, text, path))
        return replace(made, problems=[*made.problems]) if made else read(text, path)

    return reader


def rewrite(fixture: Fixture, found: str) -> Path:
    """Put what a source became in place of what its fixture expected; look at the difference."""
    path = FOLDER / f"{fixture.file}.txt"
    text = path.read_text("utf-8")
    old = f"{fixture.title}\n.\n{fixture.source}.\n{fixture.expected}.\n"
    if old not in text:
        raise ValueError(f"{fixture}: written in another form than it is read")
    path.write_text(text.replace(old, old.replace(fixture.expected, found)), "utf-8")
    return path
