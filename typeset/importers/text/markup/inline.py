"""Inline Markdown in canonical form: escaping, reading back, and cutting at the top level.

Everything here is linear in the text: one scan, or expressions whose alternatives
cannot match the same character twice.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote

from typeset.words import words

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SPECIAL = re.compile(r"[\\`*_<\]&]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ESCAPED = re.compile(rf"\\([!-/:-@\[-`{{-~])|{_ENTITY.pattern}")
_BLOCK_START = re.compile(
    r"(#{1,6}(?=\s|$)|[>]|[-+*](?=\s|$)|(?:={1,}|-{2,}|_{3,}|~{3,})\s*$|~{3,})"
)
_NUMBER_START = re.compile(r"\A(\d{1,9})([.)])(?=\s|$)")
_MARKUP = re.compile(r"[\\`*_<\[&]")
_MARKED_WORD = re.compile(r"[\\`_<\[&]|[\w+#%@=>]\*+[\w+#%@=>]")
_CODE = re.compile(r"(?<![\\`])(`+)(?!`)(.{1,500}?)(?<!`)\1(?!`)", re.DOTALL)
LINK = re.compile(
    r"(?<!\\)\[((?:[^\[\]\\]|\\.){0,500})\]\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\)"
)
_AUTOLINK = re.compile(r"(?<!\\)<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>@]+)>")


_REMEMBERED = 16384
"""Texts of which the last answer is kept: every rule asks anew of the same lines."""


def escape(text: str) -> str:
    """Plain text as inline Markdown that prints as itself, with as few backslashes as it takes."""
    if not _SPECIAL.search(text):
        return text
    begin = len(text) - len(text.lstrip())
    return _SPECIAL.sub(lambda match: _escaped(match[0], text, match.start(), begin), text)


def _escaped(mark: str, text: str, at: int, begin: int) -> str:
    """A mark, escaped if it means something there; `begin` is where the text begins.

    A bracket that closes is what makes a link: the one that opens it may be on a line before.
    """
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if mark == "\\":
        harmless = not re.match(r"[!-/:-@\[-`{-~\n]", after)
    elif mark == "*":
        harmless = before.isspace() and after.isspace() and at > begin
    elif mark == "_":
        harmless = (before.isalnum() and after.isalnum()) or (before.isspace() and after.isspace())
    elif mark == "<":
        harmless = not re.match(r"[A-Za-z/!?]", after)
    elif mark == "&":
        harmless = not _ENTITY.match(text, at)
    else:
        harmless = mark == "]" and after != "("
    return mark if harmless else "\\" + mark


def escape_start(line: str) -> str:
    """A line of inline Markdown so that it does not begin a heading, list, quote or rule."""
    if line[:1].isalpha():
        return line
    if _BLOCK_START.match(line):
        return "\\" + line
    return _NUMBER_START.sub(r"\1\\\2", line, count=1) if line[:1].isdecimal() else line


def unescape(text: str) -> str:
    """The characters of inline Markdown that holds no markup but escapes: an address, a URL."""
    return _ESCAPED.sub(lambda match: match[1] or html.unescape(match[0]), text)


_NO_ADDRESS = re.compile(r"[\s<>\"\\^`{}|\x00-\x1f]")
"""What cannot stand in an address."""


@cache
def parser() -> MarkdownIt:
    """CommonMark with tables, as all sources and texts are read."""
    return new_parser()


def new_parser() -> MarkdownIt:
    """Another such parser, for fewer rules."""
    from markdown_it import MarkdownIt

    class Verbatim(MarkdownIt):
        def normalizeLink(self, url: str) -> str:
            """An address as its author wrote it: what prints it encodes its letters."""
            return _NO_ADDRESS.sub(lambda sign: quote(sign[0]), url)

    return Verbatim("commonmark", {"maxNesting": MAX_NESTING}).enable("table")


@cache
def text_parser() -> MarkdownIt:
    """CommonMark as a profile's texts are printed: HTML in them is text, tables are none."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(
        ["html_block", "html_inline", "reference"]
    )


def visible(text: str, *, inline: bool = False) -> str:
    """What a reader sees of Markdown: its text without marks and targets."""
    if not _MARKUP.search(text) and (
        inline or ("\n" not in text and not re.match(r"[-+#>\d]", text))
    ):
        return text
    tokens = text_parser().parseInline(text) if inline else text_parser().parse(text)
    return " ".join(shown for _, shown in visible_lines(tokens))


def visible_words(text: str, *, inline: bool = False) -> list[str]:
    """The words of `visible`. Marks of emphasis at the edges of words are none to both."""
    if "*" in text and not _MARKED_WORD.search(text) and (inline or "\n" not in text):
        text = text.replace("*", " ")
    return words(visible(text, inline=inline))


def visible_lines(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The visible text of block tokens, with the source lines they begin on (from 1)."""
    line = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else line
        if token.type == "inline":
            yield from _visible_inline(token.children or [], line)
        elif token.type in ("code_block", "fence"):
            for offset, content in enumerate(token.content.split("\n")):
                yield line + offset + (token.type == "fence"), content


BREAK_TAG = re.compile(r"<(?:br|/?(?:p|div|li|ul|ol|tr|td|center|section|h[1-6]))\b", re.IGNORECASE)
"""A tag of HTML at which a line ends, within a line of Markdown."""


def _visible_inline(children: Sequence[Token], line: int) -> Iterator[tuple[int, str]]:
    parts: list[str] = []
    for child in children:
        if child.type in ("text", "code_inline", "text_special", "image"):
            parts.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            yield line, "".join(parts)
            parts, line = [], line + 1
        elif child.type == "html_inline" and BREAK_TAG.match(child.content):
            parts.append(" ")
    yield line, "".join(parts)


def targets(tokens: Sequence[Token]) -> Iterator[tuple[int, str]]:
    """The targets of all links of block tokens, with their lines."""
    for token in tokens:
        for child in token.children or ():
            if child.type == "link_open":
                yield (token.map[0] + 1 if token.map else 0), str(child.attrs.get("href", ""))


@lru_cache(maxsize=_REMEMBERED)
def wholly(text: str) -> tuple[str, str]:
    """The style that covers all of `text` ("strong", "em", "code" or "") and what it covers."""
    text = text.strip()
    if both := _BOLD_ITALIC.fullmatch(text):
        return "strong", f"*{both[1].strip()}*"
    for style, pattern in _WHOLE.items():
        if match := pattern.fullmatch(text):
            return style, match[1].strip()
    return "", text


_WHOLE = {
    "strong": re.compile(r"\*\*((?:[^*\\]|\\.|\*(?!\*)|(?<=\s)\*\*(?=\s))+)\*\*(?!\*)", re.DOTALL),
    "em": re.compile(r"\*((?:[^*\\]|\\.)+)\*", re.DOTALL),
    "code": re.compile(r"`([^`]+)`"),
}
_BOLD_ITALIC = re.compile(r"\*{3}((?:[^*\\]|\\.)+)\*{3}", re.DOTALL)


def unstyle(text: str) -> str:
    """Inline Markdown without emphasis and code marks; links stay."""
    return _unstyled(text) if "*" in text or "`" in text else text


@lru_cache(maxsize=_REMEMBERED)
def _unstyled(text: str) -> str:
    if "`" in text:
        text = _CODE.sub(lambda match: escape(match[2]), text)
        text = re.sub(r"(?<!\\)`+", "", text)
    return re.sub(r"(?<!\\)\*+(?!\s)|(?<![\\\s])\*+", "", text)


def unlink(text: str) -> tuple[str, str]:
    """`text` with links as their words, and the first target ("" without links)."""
    if "](" not in text and "<" not in text:
        return text, ""
    found = [match[2] for match in LINK.finditer(text)]
    found += [match[1] for match in _AUTOLINK.finditer(text)]
    return _AUTOLINK.sub(r"\1", LINK.sub(r"\1", text)), found[0] if found else ""


MAX_NESTING = 20
"""How deep blocks are read in each other; a list in a list is two deep."""

_DECIMAL = re.compile(r"(?<=\d),(?=\d{1,3}(?!\d))")
_BRACKET = re.compile(r"[()\[\]（）［］【】<]")


_QUOTED = re.compile(
    r"(?<!\w)\"(?=\S)[^\"\n]{1,80}(?<=\S)\"(?!\w)|“[^“”\n]{1,80}”|«[^«»\n]{1,80}»"
    r"|「[^「」\n]{1,80}」|『[^『』\n]{1,80}』|《[^《》\n]{1,80}》"
)
"""A title in quotation marks, of one line."""


@lru_cache(maxsize=_REMEMBERED)
def masked(text: str) -> str:
    """`text` with links, code, decimal commas, titles in quotation marks and all in brackets
    blanked, at the same length.

    Separators are looked for in it, so that those inside a link, a parenthesis or a title do
    not cut.
    """
    text = _DECIMAL.sub("\x00", text)
    text = _QUOTED.sub(lambda match: "\x00" * len(match[0]), text)
    if not _BRACKET.search(text):
        return text
    for pattern in (LINK, _AUTOLINK):
        text = pattern.sub(lambda match: "\x00" * len(match[0]), text)
    result = list(text)
    stack: list[int] = []
    for bracket in _BRACKET.finditer(text):
        index = bracket.start()
        if bracket[0] in "([（［【":
            stack.append(index)
        elif bracket[0] in ")]）］】" and stack:
            start = stack.pop()
            if not stack:
                result[start : index + 1] = "\x00" * (index + 1 - start)
    return "".join(result)


def split_top(text: str, separator: re.Pattern[str], limit: int = 0) -> list[str]:
    """The parts of `text` between separators that stand outside of links and brackets."""
    mask = masked(text)
    parts: list[str] = []
    start = 0
    for match in separator.finditer(mask):
        if limit and len(parts) == limit:
            break
        parts.append(text[start : match.start()].strip())
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]
