"""The profile that a PDF of ours carries (`--embed`): opened again, nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from typeset.importers.imported import Imported
from typeset.importers.source import Source
from typeset.profile import read_profile
from typeset.words import count

NAME = "profile.yaml"
"""What the file inside is called."""
MAX_BYTES = 4_000_000
"""As many as a profile may have that is read from a file."""


def embedded_profile(pdf: bytes) -> str | None:
    """The YAML of the profile that a PDF carries; None where it carries none.

    Neither a broken file nor one that opens only with a password is an error here.
    """
    if not pdf.startswith(b"%PDF-"):
        return None
    import pikepdf  # slow to import, and seldom needed

    try:
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True) as file:
            return _profile(file)
    except Exception:  # what a broken file breaks is for those to say who read all of it
        return None


def _profile(file: Any) -> str | None:
    if NAME not in file.attachments:
        return None
    data = file.attachments[NAME].get_file().read_bytes()
    if len(data) > MAX_BYTES:
        return None
    return str(data.decode("utf-8"))


def carries_profile(source: Source) -> bool:
    """Whether a source is a PDF with a profile inside."""
    if source.is_folder or isinstance(source.given, str):
        return False
    return embedded_profile(source.data) is not None


def read_embedded(source: Source) -> Imported:
    """Read the profile inside. Raises `TypesetError` where it is not one (any more)."""
    profile = read_profile(embedded_profile(source.data) or "", f"{source.name}/{NAME}")
    words = count(_strings(profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")))
    return Imported(profile, words, words)


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _strings(item)
