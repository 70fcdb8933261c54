"""HTML inside Markdown → Markdown: tags dropped, their text, links, lists and breaks kept."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import quote

from typeset.importers.text.markup.inline import escape, parser
from typeset.importers.text.markup.markdown_lines import GAP

_BLOCKS = re.compile(
    "p|div|section|header|footer|article|center|ul|ol|table|tr|dl|dt|dd|address|main|aside|nav"
    "|figure|blockquote|details|summary|hr"
)
_UNSEEN = frozenset({"style", "script", "head", "title", "template"})
_ROW, _CELL = "\ue000", "\ue001"
"""Signs for private use, where the rows and cells of a table begin until its end is read."""
_CLOSED = re.compile(r"</(h[1-6])")
_MARK = re.compile(r"#{1,6}|-")
_TWO_MARKS = re.compile(r"^(#{1,6} )(?:#{1,6} )+")
"""The mark of a heading's tag, and Markdown's under it."""
_STYLES = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_BLOCK_MARK = re.compile(r"#{1,6} |- ")


def _as_target(address: str) -> str:
    """An address as a link's target in Markdown: what cannot stand in one is encoded.

    Blanks may be in names of files, and in what a site's template fills in. An address that no
    Markdown leads to ("file:", "javascript:") is none.
    """
    if not parser().validateLink(address.strip()):
        return ""
    shut = "" if address.count("(") == address.count(")") else "()"
    return re.sub(rf"[\s<>\"\\{shut}]", lambda sign: quote(sign[0]), address.strip())


_PERMALINK = re.compile(r"\[[¶#§]\]\(#[^()\s]*\)")
"""A generator's link from a heading to itself."""


def html_to_markdown(content: str) -> tuple[str, list[int]]:
    """The Markdown of a piece of HTML, and for each line of it the line it came from (from 0)."""
    reader = _Reader(frozenset(_CLOSED.findall(content.lower())))
    reader.feed(content)
    reader.close()
    lines: list[str] = []
    numbers: list[int] = []
    texts = [_spaced(text) for _, text in reader.lines]
    for (number, _), text, below in zip(reader.lines, texts, [*texts[1:], ""], strict=True):
        if text.endswith("\\") and (not below or _BLOCK_MARK.match(f"{below} ")):
            text = text[:-1].rstrip()  # nothing goes on behind the break
        elif text.endswith("\\") and text.startswith("#"):
            text = text[:-1].rstrip()
        if text or (lines and lines[-1]):
            lines.append(text)
            numbers.append(number)
    return "\n".join(lines), numbers


def _spaced(text: str) -> str:
    """A line with single spaces, and tabs where columns begin."""
    text = _PERMALINK.sub("", re.sub(r"[^\S\t]+", " ", GAP.sub("\t", text))).strip()
    return _TWO_MARKS.sub(r"\1", re.sub(r"\s*\t\s*", "\t", text))


def _as_markdown(text: str) -> str:
    """A text of HTML, with Markdown's emphasis in it: many write "<td>**Cook**, Leith</td>"."""
    parts: list[str] = []
    at = 0
    for match in _EMPHASIS.finditer(text) if "*" in text else ():
        mark = match["mark"]
        parts += [escape(text[at : match.start()]), mark, escape(match["text"]), mark]
        at = match.end()
    return "".join([*parts, escape(text[at:])])


_EMPHASIS = re.compile(
    r"(?<![\w*\\])(?P<mark>\*{1,2})(?=[^\s*])(?P<text>[^*]*[^\s*\\])(?P=mark)(?![\w*])"
)


class _Reader(HTMLParser):
    def __init__(self, closed: frozenset[str]) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[int, str]] = [(0, "")]
        self.hidden = 0
        self.targets: list[tuple[str, int, int]] = []
        """The open links: where they lead, and where their text begins: its line, its place."""
        self.tables: list[int] = []
        self.styled: list[str] = []
        self.opened: list[tuple[int, int]] = []
        """Where the text of each open style begins: the line, and the place in it."""
        self.begun = (0, 0)
        self.ended: tuple[str, int, int] | None = None
        """The style that ended last, and where: its lines, and the place in the last one."""
        self.plain = self.headed = False
        self.heading = False  # its text is one line, however it is wrapped
        self.closed = closed
        """The headings' tags that end somewhere."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif tag == "table":
            self._break("", gap=True)
            self.plain, self.headed = not self.tables, False
            self.tables.append(len(self.lines) - 1)
        elif tag == "tr" and self.tables:
            self._break(_ROW, gap=True)
        elif re.fullmatch(r"h[1-6]", tag):
            self.plain = False
            self._break("#" * int(tag[1]) + " ", gap=True)
            self.heading = tag in self.closed  # else it ends with its line
        elif tag == "li":
            self.plain = False
            self._break("- ", gap=False)
        elif tag == "br":
            self.lines[-1] = (self.lines[-1][0], self.lines[-1][1] + "\\")
            self._break("")
        elif _BLOCKS.fullmatch(tag):
            self._break("", gap=True)
        elif tag in ("td", "th"):
            self.headed = self.headed or tag == "th"
            self._add(_CELL if self.tables else " ")
        elif tag == "a":
            target = _as_target(dict(attrs).get("href") or "")
            self._add("[" if target else "")
            self.targets.append((target, len(self.lines) - 1, len(self.lines[-1][1])))
        elif tag in _STYLES:
            self._open(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "table" and self.tables:
            self._end_table(self.tables.pop())
        elif _BLOCKS.fullmatch(tag) or re.fullmatch(r"h[1-6]", tag):
            self.heading = False
            self._break("", gap=True)
        elif tag == "a" and self.targets:
            self._end_link(*self.targets.pop())
        elif tag in self.styled:  # one that nothing opened means nothing
            self._close(tag)

    def close(self) -> None:
        """Read what is left, and end the tables and the styles that are open."""
        super().close()
        while self.tables:  # "<table>" for "</table>"
            self._end_table(self.tables.pop())
        for tag in reversed(self.styled):
            self._add(_STYLES[tag])

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        for index, line in enumerate([data] if self.heading else data.split("\n")):
            above = self.lines[-1][1].strip()
            if index and above and not _MARK.fullmatch(above):
                self.lines.append((self.getpos()[0] - 1 + index, ""))
            text = _as_markdown(re.sub(r"[^\S\u00a0]+", " ", line))
            # A sign that its tag's name follows in the next piece of data: "<" of "<link".
            self._add(text[:-1] + "\\<" if text.endswith("<") else text)

    def _end_table(self, start: int) -> None:
        """A table with a head and a line a cell as Markdown's; of another, the texts with tabs."""
        rows: list[tuple[int, list[str]]] = []
        for number, text in self.lines[start:]:
            parts = text.removeprefix(_ROW).split(_CELL)
            if text.startswith(_ROW):
                rows.append((number, [""]))
            if rows:
                rows[-1][1][-1] += f" {parts[0]}"
                rows[-1][1].extend(parts[1:])
        cells = [(number, [cell.strip() for cell in row[1:]]) for number, row in rows]
        widths = {len(row) for _, row in cells}
        data = self.plain and self.headed and len(widths) == 1 and min(widths) > 1 and not any(
            "|" in cell or "\\" in cell for _, row in cells for cell in row
        )  # fmt: skip
        if data:
            lines = [(number, f"| {' | '.join(row)} |") for number, row in cells]
            lines.insert(1, (lines[0][0], "|---" * widths.pop() + "|"))
            self.lines[start:] = [*self.lines[start : start + 1], *lines]
        else:
            self.lines[start:] = [
                (number, text.replace(_ROW, "").replace(_CELL, "\t"))
                for number, text in self.lines[start:]
            ]
        self._break("", gap=True)

    def _end_link(self, target: str, at: int, begin: int) -> None:
        """End a link; one around blocks, which Markdown has not, is that of their first text."""
        if at >= len(self.lines):
            return  # it began in a table that has ended
        below = [text for _, text in self.lines[at + 1 :]]
        inner = self.lines[at][1][begin:].strip(" \\") or below
        if not target or (
            inner and all(text.strip() and not _BLOCK_MARK.match(text) for text in below)
        ):
            self._add(f"]({target})" if target else "")
            return
        number, line = self.lines[at]
        self.lines[at] = (number, line[: begin - 1] + line[begin:])
        for place, (number, line) in enumerate(self.lines[at:], at):
            marked = _BLOCK_MARK.match(line)
            start = begin - 1 if place == at else marked.end() if marked else 0
            if text := line[start:].strip(" \\"):
                self.lines[place] = (number, f"{line[:start]}[{text}]({target})")
                break

    def _open(self, tag: str) -> None:
        """Begin a style; one of the same name that ended just here goes on."""
        mark = _STYLES[tag]
        number, line = self.lines[-1]
        if self.ended and self.ended == (tag, len(self.lines), len(line)):
            self.lines[-1] = (number, line[: -len(mark)])
            self.opened.append(self.begun)
        else:
            self._add(mark)
            self.opened.append((len(self.lines), len(self.lines[-1][1])))
        self.styled.append(tag)

    def _close(self, tag: str) -> None:
        """End a style where its last word ends; around blanks alone there is none."""
        at = len(self.styled) - 1 - self.styled[::-1].index(tag)
        del self.styled[at]
        count, begin = self.begun = self.opened.pop(at)
        mark = _STYLES[tag]
        number, line = self.lines[-1]
        inner = line[begin:]
        if count != len(self.lines) or inner.strip() == inner != "":
            self._add(mark)
            self.ended = (tag, len(self.lines), len(self.lines[-1][1]))
            return
        before, text = line[: begin - len(mark)], inner.strip()
        lead = " " if inner[:1].isspace() else ""
        tail = " " if text and inner[-1:].isspace() else ""
        marked = f"{mark}{text}{mark}" if text else ""
        self.lines[-1] = (number, f"{before}{lead}{marked}{tail}")

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
