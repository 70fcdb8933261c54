"""A job's key: all that its pages depend on besides the files it is made from."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from typeset.inputs import folder_digest
from typeset.jobs import Job
from typeset.pipeline import Settings, versions
from typeset.theming import find_themes


class RunKey:
    """What all jobs of a run share: the versions, every theme there is, the fonts given.

    Any change of any theme renews all keys: whether it changes a page, the key in the PDF
    tells.
    """

    def __init__(self, settings: Settings) -> None:
        self._shared = {
            "versions": versions(),
            "themes": {
                name: folder_digest(folder)
                for name, folder in find_themes(settings.themes_dirs).items()
            },
            "fonts": [folder_digest(folder) for folder in settings.font_dirs],
        }

    def key(self, job: Job) -> str:
        """SHA-256 over the job, which is pure data, and what the run shares."""
        parts = [self._shared, {**asdict(job), "force": False}]
        return hashlib.sha256(json.dumps(parts, sort_keys=True, default=_text).encode()).hexdigest()


def _text(value: object) -> str:
    if isinstance(value, Path):
        return value.as_posix()
    return str(value)
