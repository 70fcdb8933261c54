"""HTML inside Markdown → Markdown: tags dropped, their text, links, lists and breaks kept."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from typeset.importers.text.inline import escape

_BLOCKS = re.compile(
    "p|div|section|header|footer|article|center|ul|ol|table|tr|dl|dt|dd|address|main|aside|nav"
    "|figure|blockquote|details|summary|hr"
)
_UNSEEN = frozenset({"style", "script", "head", "title", "template"})
_STYLES = {"b": "**", "strong": "**", "i": "*", "em": "*"}


def html_to_markdown(content: str) -> tuple[str, list[int]]:
    """The Markdown of a piece of HTML, and for each line of it the line it came from (from 0)."""
    reader = _Reader()
    reader.feed(content)
    reader.close()
    lines: list[str] = []
    numbers: list[int] = []
    for number, text in reader.lines:
        text = re.sub(r"\s+", " ", text).strip()
        if text or (lines and lines[-1]):
            lines.append(text)
            numbers.append(number)
    return "\n".join(lines), numbers


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[int, str]] = [(0, "")]
        self.hidden = 0
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif re.fullmatch(r"h[1-6]", tag):
            self._break("#" * int(tag[1]) + " ", gap=True)
        elif tag == "li":
            self._break("- ", gap=False)
        elif tag == "br":
            self.lines[-1] = (self.lines[-1][0], self.lines[-1][1] + "\\")
            self._break("")
        elif _BLOCKS.fullmatch(tag):
            self._break("", gap=True)
        elif tag in ("td", "th"):
            self._add(" ")
        elif tag == "a":
            self.targets.append(dict(attrs).get("href") or "")
            self._add("[" if self.targets[-1] else "")
        elif tag in _STYLES:
            self._add(_STYLES[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif _BLOCKS.fullmatch(tag) or re.fullmatch(r"h[1-6]", tag):
            self._break("", gap=True)
        elif tag == "a" and self.targets:
            target = self.targets.pop()
            self._add(f"]({target})" if target else "")
        elif tag in _STYLES:
            self._add(_STYLES[tag])

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        for index, line in enumerate(data.split("\n")):
            if index and self.lines[-1][1].strip():
                self.lines.append((self.getpos()[0] - 1 + index, ""))
            text = escape(re.sub(r"\s+", " ", line))
            # A sign that its tag's name follows in the next piece of data: "<" of "<link".
            self._add(text[:-1] + "\\<" if text.endswith("<") else text)

    def _add(self, text: str) -> None:
        number, line = self.lines[-1]
        if not line.strip():
            number = self.getpos()[0] - 1
        self.lines[-1] = (number, line + text)

    def _break(self, start: str, gap: bool = False) -> None:
        number = self.getpos()[0] - 1
        if gap and self.lines[-1][1].strip():
            self.lines.append((number, ""))
        self.lines.append((number, start))
