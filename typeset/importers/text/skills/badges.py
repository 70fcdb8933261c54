"""Names in a row without a sign between them, as each is set apart: "`Go` `SQL`"."""

from __future__ import annotations

import re

_BADGES = (r"`[^`]+`", r"\*\*[^*]+\*\*", r"\[[^\]\[]+\]\([^()\s]+\)", r"#[^\W\d_][\w+#-]*")
"""A name set as code, in bold, as a link, or behind a hash."""


def badges_in(text: str) -> list[str]:
    """The names of such a row; none for other texts. One alone is a row where it is code."""
    found = next((re.findall(one, text) for one in _BADGES if _row(one).fullmatch(text)), [])
    if text.startswith("`"):
        return [name.strip("`") for name in found]
    return found if len(found) > 1 else []


def _row(mark: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{mark}\s*)+")
