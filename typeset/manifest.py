"""What an application's PDFs were made from, and every choice made on the way, as JSON."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from typeset.applications import Application, RenderedApplication
from typeset.inputs import ABSENT
from typeset.pipeline import versions


def manifest(
    application: Application,
    rendered: RenderedApplication,
    inputs: Mapping[Path, str],
    folder: Path,
) -> bytes:
    """The manifest that stands beside the PDFs in `folder`.

    `inputs` are the files that were read, with their SHA-256 digests. Paths are relative
    to `folder`; nothing in it tells the time or the machine.
    """
    said = application.placed.application
    data: dict[str, Any] = {
        "key": application.key,
        "application": _path(application.placed.path, folder),
        "role": said.role,
        "organisation": said.organisation,
        "documents": [
            {
                "kind": part.kind,
                "file": part.name,
                "pages": made.pages,
                "lang": made.document.lang,
                "theme": part.prepared.theme.name,
                "theme_digest": part.prepared.theme.digest,
                "options": part.prepared.values,
                "spacing": made.fitted.account.density,
                "size": made.fitted.account.scale,
                "left_out": [
                    {"address": one.address, "text": one.text, "reason": one.reason}
                    for one in (*part.tailored.left_out, *made.fitted.account.left_out)
                ],
                "reworded": [
                    {"address": one.address, "before": one.before, "after": one.after}
                    for one in part.tailored.reworded
                ],
            }
            for part, made in zip(application.parts, rendered.rendered, strict=True)
        ],
        "files": {name: hashlib.sha256(pdf).hexdigest() for name, pdf in rendered.pdfs.items()},
        "inputs": {
            _path(path, folder): digest
            for path, digest in sorted(inputs.items())
            if digest != ABSENT and not _is_of_themes(path, application)
        },
        "versions": versions(),
        "noticed": [
            {"rule": one.rule, "severity": str(one.severity), "message": one.message}
            for one in rendered.problems
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _is_of_themes(path: Path, application: Application) -> bool:
    """Whether a file is part of a theme, whose digest stands for it."""
    folders = {folder for part in application.parts for folder in part.prepared.theme.folders}
    return any(path.is_relative_to(folder) for folder in folders)


def manifest_key(path: Path) -> str:
    """The application's key in the manifest at `path`; empty where there is none."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return ""
    return str(data.get("key", "")) if isinstance(data, dict) else ""


def _path(path: Path, folder: Path) -> str:
    return Path(os.path.relpath(path, folder)).as_posix()
