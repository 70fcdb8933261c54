"""The table of formats that a profile can be written in. A format is a module and a row."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from typeset.exporters.exported import Exported
from typeset.exporters.json_resume import export_json_resume
from typeset.profile import Profile


@dataclass(frozen=True, slots=True)
class Format:
    """What a format is called, how its files end, and what makes one of a profile."""

    title: str
    suffix: str
    export: Callable[[Profile], Exported]


FORMATS: dict[str, Format] = {
    "json": Format("JSON Resume", ".json", export_json_resume),
}
"""By the name that `--format` takes."""
