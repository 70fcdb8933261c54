"""Tables of contents: lists of links into the document, whose words its headings hold."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.problems import Severity

_LINK = r"\[[^\[\]\n]+\]\(#[^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)"
_FEWEST = 3
_LIST = re.compile(
    rf"^[ \t]*(?:[-*+]|\d{{1,2}}[.)])[ \t]+{_LINK}[ \t]*\n"
    rf"(?:[ \t]*(?:(?:[-*+]|\d{{1,2}}[.)])[ \t]+{_LINK}[ \t]*)?\n)*"
    rf"[ \t]*(?:[-*+]|\d{{1,2}}[.)])[ \t]+{_LINK}[ \t]*$",
    re.MULTILINE,
)
_ROW = re.compile(rf"^[ \t]*{_LINK}(?:[ \t]*[|·•/–—-]?[ \t]*{_LINK})+[ \t]*$", re.MULTILINE)
_ABOVE = re.compile(r"(?:^|\n)(?:#{1,6}[ \t]*([^\n]+?)[ \t#]*|\*\*([^\n*]+)\*\*[ \t]*)\n\s*\Z")


def without_contents(text: str, record: Record) -> str:
    """Markdown with tables of contents, and the title that says so, as empty lines."""
    if "](#" not in text:
        return text
    titles = record.vocabulary["contents"]
    for pattern in (_LIST, _ROW):
        for match in reversed(list(pattern.finditer(text))):
            if len(re.findall(_LINK, match[0])) < _FEWEST:
                continue
            begin = match.start()
            title = _ABOVE.search(text, 0, begin)
            if title and record.vocabulary.joined(title[1] or title[2]) in titles:
                begin = title.start()
            line = text.count("\n", 0, match.start()) + 1
            record.tell("contents", "a table of contents is left out", line, Severity.NOTE)
            text = text[:begin] + "\n" * text.count("\n", begin, match.end()) + text[match.end() :]
    return text
