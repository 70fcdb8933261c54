"""The fixtures of structured formats: one file each, or a folder of CSV files."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

from typeset.importers import FORMATS, Format, Imported, Source

FOLDER = Path(__file__).parent / "fixtures"
EXPECTED = Path(__file__).parent / "expected"

NAMES = {
    "json_resume": "JSON Resume",
    "rendercv": "RenderCV",
    "yamlresume": "YAMLResume",
    "fresh": "FRESH",
    "europass": "Europass",
    "linkedin": "LinkedIn export",
    "reactive": "Reactive Resume",
    "own_keys": "own keys",
}
"""The folder of each format's fixtures, and its row's name."""

DAMAGED = ("broken", "wrong_types", "entities")
"""Stems of the fixtures that no profile can be made of."""


@dataclass(frozen=True)
class Sample:
    """One fixture."""

    path: Path

    @property
    def kind(self) -> str:
        return self.path.relative_to(FOLDER).parts[0]

    @property
    def expected(self) -> Path:
        """The profile it must become."""
        return EXPECTED / f"{self.kind}-{self.path.stem}.yaml"

    @property
    def format(self) -> Format:
        return next(row for row in FORMATS if row.name == NAMES[self.kind])

    @property
    def source(self) -> Source:
        return Source(self.path)

    @property
    def data(self) -> bytes:
        """The file's bytes; a folder's as a zip."""
        return zipped(self.path) if self.path.is_dir() else self.path.read_bytes()

    def read(self) -> Imported:
        return self.format.read(self.source)

    def read_data(self, data: bytes) -> Imported:
        """Other bytes in the fixture's place, by the reader of its format."""
        return self.format.read(Source(self.path, data))

    def __str__(self) -> str:
        return f"{self.kind}/{self.path.stem}"


def zipped(folder: Path, inside: str = "") -> bytes:
    """The files of a folder as a zip, the same bytes each time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.iterdir()):
            archive.writestr(zipfile.ZipInfo(inside + file.name), file.read_bytes())
    return buffer.getvalue()


def _all() -> list[Sample]:
    return [Sample(path) for kind in NAMES for path in sorted((FOLDER / kind).iterdir())]


SAMPLES = [sample for sample in _all() if sample.path.stem not in DAMAGED]
REFUSED = [sample for sample in _all() if sample.path.stem in DAMAGED]
