"""Names of files that a person would send."""

from __future__ import annotations

import re
import unicodedata

_MOST_BYTES = 90
"""Of a part: file systems take 255 bytes, and a temporary name is longer than its own."""


def sendable(*parts: str) -> str:
    """`Ada-Example-Resume`: the words of `parts` joined by hyphens, their letters kept.

    Nothing is in it that a file system, a mail program or an upload form stumbles over:
    no spaces, and no marks but hyphens. A longer part than a file's name has room for is cut.
    """
    text = " ".join(_short(unicodedata.normalize("NFC", part)) for part in parts)
    kept = "".join(
        c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in text
    )
    return re.sub(r"\s+", "-", kept.strip())


def _short(part: str) -> str:
    return part.encode()[:_MOST_BYTES].decode(errors="ignore")
