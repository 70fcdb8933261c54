"""How long a text is, whatever its script: the measure by which a head is told from a sentence."""

from __future__ import annotations

import re

from typeset.importers.text.words.scripts import SOLID

_SIGNS_IN_WORD = 3
"""About how many signs a word has in scripts without spaces: a compound of two, with a particle."""
_RUN = re.compile(f"(?:{SOLID.pattern})+")


def word_count(text: str) -> int:
    """The words of a text; in scripts that do not part them by spaces, one for each three signs."""
    if not SOLID.search(text):
        return len(text.split())
    runs = (len(run[0]) for run in _RUN.finditer(text))
    apart = sum(any(map(str.isalnum, word)) for word in _RUN.sub(" ", text).split())
    return apart + sum(-(-signs // _SIGNS_IN_WORD) for signs in runs)
