"""What stands beside the title of letters in the heading: what for, or who writes.

"Cover Letter – Head Baker", "Lettre de motivation : Ada Long".
"""

from __future__ import annotations

import re

from typeset.importers.text.letters.signed import is_same_person
from typeset.importers.text.letters.start import Start
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_BESIDE = re.compile(r"(?P<title>[^:|–—-]+?)(?:\s+[–—-]|\s*[:：]|\s+\|)\s+(?P<rest>\S.*)")


def share_title(title: str, name: str, start: Start, line: int, record: Record) -> str:
    """The title of a letter alone; what stands beside it is the subject, where none is told.

    The `name` of who writes is said there a second time. A title beside a subject stays whole.
    """
    called, rest = cut_title(title, record)
    if not called:
        return title
    if name and is_same_person(rest, name):
        record.use_repeat(line, rest)
    elif start.subject:
        return title
    else:
        record.choose(line, "subject-in-title", rest, "letter.subject")
        start.subject = rest
    return called


def cut_title(text: str, record: Record) -> tuple[str, str]:
    """The title of letters that a text begins with, and what stands beside it; or two ""."""
    match = _BESIDE.fullmatch(text)
    known = match and key(match["title"]) in record.vocabulary["letters"]
    return (match["title"], match["rest"]) if match and known else ("", "")
