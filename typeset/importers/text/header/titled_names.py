"""A document's title and a name in one line: "Curriculum vitae di Ada Longo"."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import is_document_title
from typeset.importers.text.words.scripts import begins_large

_OF = frozenset(["di", "de", "of", "van", "von", "för", "av", "do", "da", "del", "for", "du"])
_DATED = re.compile(r"(.+?)\s*[,(|–-]\s*([^,(|–]+?)(\s(?:19|20)\d\d)?\)?")


def title_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A name or headline, and the document's title behind it: "Ann Bell – Nurse, Resume 2014"."""
    match = _DATED.fullmatch(text)
    if not match or not is_document_title(match[2], record.vocabulary):
        return None
    return match[1], match[2] + (match[3] or "")


def titled_name(text: str, record: Record) -> tuple[str, str] | None:
    """A document's title and the name behind it in one line: "Curriculum vitae di Ada Longo"."""
    words = text.split()
    for count in (2, 1):
        title = " ".join(words[:count])
        if not is_document_title(title, record.vocabulary):
            continue
        of = words[count : count + 1]
        joined = bool(of) and (of[0].casefold() in _OF or not re.search(r"\w", of[0]))
        name = words[count + joined :]
        if 1 < len(name) <= 5 and all(begins_large(word) or word in _OF for word in name):
            return " ".join(words[: count + joined]).rstrip(" :–—-|"), " ".join(name)
    return None
