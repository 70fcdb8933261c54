"""HTML and Markdown inside a field → blocks, and from them `summary` and `highlights`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from typeset.importers.text.entries.bodies import read_body
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Quote,
    to_markdown,
)
from typeset.importers.text.markup.inline import escape, escape_start, parser, visible
from typeset.words import words

_TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|br|b|strong|i|em|u|s|a|span|h[1-6]|blockquote|code|pre|font|table|tr|td)"
    r"(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"style", "script", "head", "title", "template"})
_STYLES = {"b": "strong", "strong": "strong", "i": "em", "em": "em"}
_PARAGRAPHS = re.compile(
    "p|div|section|article|header|footer|table|tr|dl|dt|dd|address|pre|center|figure"
)
_BULLETS = re.compile(r"^\s*(?:[•●▪◦‣·*–—-])\s+(?=\S)")
MAX_DEPTH = 12
"""Lists within lists, and quotes, in a field; deeper ones are read at this depth."""


def looks_like_html(text: str) -> bool:
    """Whether a text holds tags of HTML."""
    return bool(_TAG.search(text)) or bool(re.search(r"&(?:nbsp|amp|lt|gt|quot|#\d+);", text))


def html_body(text: str) -> tuple[dict[str, Any], str]:
    """`summary` and `highlights` of HTML, and the words that a reader sees of it."""
    blocks, seen = html_blocks(text)
    return read_body(blocks), seen


def html_text(text: str) -> tuple[str, str]:
    """HTML as Markdown blocks, and the words that a reader sees of it."""
    blocks, seen = html_blocks(text)
    return to_markdown(blocks), seen


def markdown_body(text: str) -> dict[str, Any]:
    """`summary` and `highlights` of Markdown; what is no list stays as it is written."""
    tokens = parser().parse(text)
    tops = [token for token in tokens if token.level == 0 and token.map]
    lists = [token for token in tops if token.type == "bullet_list_open"]
    if not lists:
        return {"summary": text.strip()} if text.strip() else {}
    from typeset.importers.text.markup.markdown import markdown_blocks
    from typeset.importers.text.record import Record

    return read_body(markdown_blocks(tokens, Record("", text)))


def plain_body(text: str) -> dict[str, Any]:
    """`summary` and `highlights` of plain text: lines that begin with a bullet are highlights.

    Bullets that were flattened into one line are told apart again by their `•`.
    """
    text = re.sub(r"\s+[•●▪]\s*(?=\S)", "\n• ", f"\n{text}")
    paragraphs: list[list[str]] = [[]]
    highlights: list[dict[str, Any]] = []
    for line in text.split("\n"):
        if mark := _BULLETS.match(line):
            highlights.append({"text": escape(" ".join(line[mark.end() :].split()))})
        elif highlights and line.strip():
            highlights.append({"prose": block_of([line])})
        elif line.strip():
            paragraphs[-1].append(line)
        else:
            paragraphs.append([])
    summary = "\n\n".join(block_of(lines) for lines in paragraphs if lines)
    return {"summary": summary, "highlights": highlights}


def block_of(lines: Iterable[str]) -> str:
    """Plain lines as one Markdown paragraph whose lines end where they did."""
    return "\\\n".join(escape_start(escape(" ".join(line.split()))) for line in lines)


def plain_text(text: str) -> str:
    """Plain text as Markdown blocks that print as it does."""
    paragraphs = [part.strip("\n").split("\n") for part in re.split(r"\n\s*\n", text)]
    return "\n\n".join(block_of(line for line in p if line.strip()) for p in paragraphs if any(p))


def html_blocks(text: str) -> tuple[list[Block], str]:
    """The blocks of HTML, and the words that a reader sees of it. Any text can be read."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_block()
    return reader.blocks, " ".join("".join(reader.seen).split())


@dataclass
class _Run:
    text: str
    styles: frozenset[str]
    target: str


@dataclass
class _Frame:
    """An open list item or quotation, and the blocks in it."""

    tag: str
    blocks: list[Block] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.frames = [_Frame("")]
        self.lists: list[List] = []
        self.runs: list[_Run] = []
        self.seen: list[str] = []
        self.styles: list[str] = []
        self.targets: list[str] = []
        self.hidden = 0
        self.level = 0

    @property
    def blocks(self) -> list[Block]:
        return self.frames[0].blocks

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.hidden += 1
        elif tag == "br":
            self._gap("\n")
        elif tag in ("ul", "ol"):
            self.end_block()
            if len(self.lists) < MAX_DEPTH:
                made = List(0, start=1 if tag == "ol" else None)
                self.frames[-1].blocks.append(made)
                self.lists.append(made)
        elif tag == "li":
            self._item(dict(attrs))
        elif tag == "blockquote":
            self.end_block()
            if len(self.frames) < 2 * MAX_DEPTH:
                self.frames.append(_Frame("blockquote"))
        elif re.fullmatch("h[1-6]", tag):
            self.end_block()
            self.level = int(tag[1])
        elif _PARAGRAPHS.fullmatch(tag):
            self.end_block()
        elif tag in ("td", "th"):
            self._gap(" ")
        elif tag == "a":
            self.targets.append((dict(attrs).get("href") or "").strip())
        elif tag in _STYLES:
            self.styles.append(_STYLES[tag])

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.hidden = max(0, self.hidden - 1)
        elif tag == "li":
            self._close("li")
        elif tag in ("ul", "ol"):
            self._close("li")
            if self.lists:
                self.lists.pop()
        elif tag == "blockquote":
            self._close("blockquote")
        elif _PARAGRAPHS.fullmatch(tag) or re.fullmatch("h[1-6]", tag):
            self.end_block()
        elif tag == "a" and self.targets:
            self.targets.pop()
        elif tag in _STYLES and _STYLES[tag] in self.styles:
            self.styles.reverse()
            self.styles.remove(_STYLES[tag])
            self.styles.reverse()

    def handle_data(self, data: str) -> None:
        if self.hidden:
            return
        self.seen.append(data)
        target = self.targets[-1] if self.targets else ""
        self.runs.append(_Run(re.sub(r"\s+", " ", data), frozenset(self.styles), target))

    def _gap(self, text: str) -> None:
        self.runs.append(_Run(text, frozenset(), ""))
        self.seen.append(" ")

    def _item(self, attrs: dict[str, str | None]) -> None:
        """A list item opens; one that was left open beside it is closed."""
        if self.frames[-1].tag == "li" and self.lists and self._owner() is self.lists[-1]:
            self._close("li")
        self.end_block()
        if not self.lists:
            made = List(0)
            self.frames[-1].blocks.append(made)
            self.lists.append(made)
        if attrs.get("data-list") == "bullet":  # the editor Quill writes every list as <ol>
            self.lists[-1].start = None
        if len(self.frames) < 2 * MAX_DEPTH:
            item = ListItem(0)
            self.lists[-1].items.append(item)
            self.frames.append(_Frame("li", item.blocks))

    def _owner(self) -> List | None:
        """The list that holds the open item."""
        blocks = self.frames[-1].blocks
        return next((o for o in self.lists if any(i.blocks is blocks for i in o.items)), None)

    def _close(self, tag: str) -> None:
        self.end_block()
        if self.frames[-1].tag != tag:
            return
        frame = self.frames.pop()
        if tag == "blockquote" and frame.blocks:
            self.frames[-1].blocks.append(Quote(0, frame.blocks))

    def end_block(self) -> None:
        """What was collected becomes a paragraph or heading."""
        lines = _lines(self.runs)
        self.runs = []
        self.seen.append(" ")
        if lines and self.level:
            text = " ".join(line.text for line in lines)
            self.frames[-1].blocks.append(Heading(self.level, text, 0))
        elif lines:
            self.frames[-1].blocks.append(Paragraph(lines))
        self.level = 0


def _lines(runs: list[_Run]) -> list[Line]:
    """Runs of text as the lines of a paragraph, each a canonical piece of inline Markdown."""
    split: list[list[_Run]] = [[]]
    for run in runs:
        if run.text == "\n":
            split.append([])
        else:
            split[-1].append(run)
    texts = [text for part in split if (text := _inline(part))]
    return [Line(0, text, hard=index + 1 < len(texts)) for index, text in enumerate(texts)]


def _inline(runs: list[_Run]) -> str:
    plain = " ".join("".join(run.text for run in runs).split())
    marked = re.sub(r"[ \t]+", " ", "".join(_marked(run) for run in _joined(runs))).strip()
    if words(visible(marked)) == words(plain):
        return marked
    return escape(plain)


def _joined(runs: list[_Run]) -> list[_Run]:
    """Neighbours of one style as one run."""
    made: list[_Run] = []
    for run in runs:
        if made and (made[-1].styles, made[-1].target) == (run.styles, run.target):
            made[-1] = _Run(made[-1].text + run.text, run.styles, run.target)
        else:
            made.append(run)
    return made


def _marked(run: _Run) -> str:
    """A run with its marks about its words, never about the spaces beside them."""
    inner = run.text.strip()
    if not inner:
        return run.text
    before = run.text[: len(run.text) - len(run.text.lstrip())]
    after = run.text[len(run.text.rstrip()) :]
    made = escape(inner)
    if re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>()]+", run.target, re.IGNORECASE):
        made = made if inner == run.target else f"[{made}]({run.target})"
    if "em" in run.styles:
        made = f"*{made}*"
    if "strong" in run.styles:
        made = f"**{made}**"
    return before + made + after
