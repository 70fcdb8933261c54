"""The photo beside a profile: a whole image of a kind that PDF holds, or an error."""

from __future__ import annotations

import re

from typeset.files import read_bytes
from typeset.loading import Loaded
from typeset.problems import Problem, Span, TypesetError, UsageError

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": b"IEND", b"\xff\xd8\xff": b"\xff\xd9"}
"""How a PNG and a JPEG begin, and what stands near the end of a whole one."""
_END = 4096
"""Bytes in which a whole image ends, whatever a camera adds."""


def read_photo(image: str, loaded: Loaded) -> bytes:
    """The declared photo's bytes. Raises `TypesetError` unless it is a whole JPEG or PNG file."""
    if not image:
        return b""
    message, hint = "", ""
    if re.match(r"[a-z][a-z0-9+.-]+:", image, re.IGNORECASE):
        message = f"the image {image!r} is not a file"
        hint = "save it beside the profile; nothing is fetched while rendering"
    else:
        try:
            data = read_bytes(loaded.path.parent / image)
            ends = [end for sign, end in _SIGNATURES.items() if data.startswith(sign)]
            if ends and ends[0] in data[-_END:]:
                return data
            # Of an image that breaks off, the engine would print the half that is there.
            what = "damaged: it breaks off" if ends else "not a JPEG or PNG"
            message = f"the image {image!r} is {what}"
        except UsageError as error:
            message = f"the image {image!r}: {error.problems[0].message}"
    span = loaded.places.span(("basics", "image")) if loaded.places else None
    raise TypesetError(Problem("photo", message, span=span or Span(str(loaded.path)), hint=hint))
