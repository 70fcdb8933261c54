"""Words an author meant to replace: `[Company]`, `{{role}}`, TODO."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key
from typeset.problems import Severity

_BRACKETED = re.compile(
    r"\{\{[^{}\n]{1,60}\}\}|\[([^\[\]\n]{2,40})\](?![(\[:{])|<([^<>\n@/:!]{2,40})>"
)
_LOUD = re.compile(r"\b(?:TODO|TBD|TBA|FIXME|XXX)\b")
_SIGNS = re.compile(r"[\[{<TFX]")
"""Signs without one of which a line holds none."""
_BLANK = re.compile(r"\\?\[([^\[\]]+?)\\?\]")
YOUR = frozenset({"your", "the", "ihr", "votre", "su", "tu"})


def tell_placeholders(record: Record) -> None:
    """Warn of each placeholder, at its place."""
    for number, line in enumerate(record.text.split("\n"), 1):
        if not _SIGNS.search(line):
            continue
        for match in [*_BRACKETED.finditer(line), *_LOUD.finditer(line)]:
            inner = next((group for group in match.groups() if group), "") if match.groups() else ""
            if (inner and not _looks_meant(inner, record)) or (
                match[0].startswith("<") and not inner
            ):
                continue
            record.tell(
                "placeholder",
                f"{match[0]} looks like a placeholder",
                number,
                Severity.WARNING,
                match.start() + 1,
                len(match[0]),
            )


def _looks_meant(inner: str, record: Record) -> bool:
    """`[Company Name]`, `[your role]`, `[DATE]`: words to fill in, not a citation or a tag."""
    if re.search(r"[\d=\"]", inner) or re.fullmatch(r"/?[a-z]+\d?", inner):
        return bool(key(inner) in record.vocabulary["placeholders"])
    words = inner.split()
    if not words or record.vocabulary.joined(inner) in record.vocabulary.sections:
        return False  # a frame around a title
    named = all(word[:1].isupper() or len(word) < 4 for word in words)
    known = record.vocabulary.has("placeholders", inner) or key(words[0]) in YOUR
    return len(words) <= 5 and (named or known)


def blank_words(text: str) -> list[str]:
    """The words of a line that is to be filled in: "[Name of Company]"."""
    inner = _BLANK.fullmatch(text)
    return re.findall(r"[^\W\d_]+", inner[1]) if inner else []
