"""Tables of contents: lists of links into the document, or of the words of its headings."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
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
_PLAIN_LIST = re.compile(
    r"^(?:[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+\S[^\n]*\n){2,}"
    r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]+\S[^\n]*$",
    re.MULTILINE,
)
_HEADING = re.compile(r"^#{1,6}[ \t]+([^\n]+?)[ \t#]*$", re.MULTILINE)
_ABOVE = re.compile(r"(?:^|\n)(?:#{1,6}[ \t]*([^\n]+?)[ \t#]*|\*\*([^\n*]+)\*\*[ \t]*)\n\s*\Z")


def without_contents(text: str, record: Record) -> str:
    """Markdown with tables of contents, and the title that says so, as empty lines."""
    titles = record.vocabulary["contents"]
    for match in reversed(_tables(text, record)):
        begin = match.start()
        title = _ABOVE.search(text, 0, begin)
        if title and record.vocabulary.joined(title[1] or title[2]) in titles:
            begin = title.start()
        line = text.count("\n", 0, match.start()) + 1
        record.tell("contents", "a table of contents is left out", line, Severity.NOTE)
        text = text[:begin] + "\n" * text.count("\n", begin, match.end()) + text[match.end() :]
    return text


def _tables(text: str, record: Record) -> list[re.Match[str]]:
    """The tables of contents of a text, in its order."""
    if "](#" in text:
        found = [match for pattern in (_LIST, _ROW) for match in pattern.finditer(text)]
        linked = [match for match in found if len(re.findall(_LINK, match[0])) >= _FEWEST]
        return sorted(linked, key=lambda match: match.start())
    first = _PLAIN_LIST.search(text)
    headings = [match[1] for match in _HEADING.finditer(text, first.end() if first else len(text))]
    if not first or len(headings) < _FEWEST:
        return []
    items = [re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line) for line in first[0].split("\n")]
    words = record.vocabulary.joined
    told = {words(item) for item in items} <= {words(heading) for heading in headings}
    return [first] if told and any(kinds_of(item, record.vocabulary) for item in items) else []
