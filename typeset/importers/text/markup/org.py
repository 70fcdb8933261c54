"""Org mode → Markdown, line for line: headings of stars, timestamps, `term :: text`, keywords."""

from __future__ import annotations

import re

from typeset.importers.text.markup.line_ends import is_wrapped

_SUBHEADING = re.compile(r"^\*{2,6} \S", re.MULTILINE)
_KEYWORD = re.compile(r"#\+(\w+):\s*(.*)")
_TIME = re.compile(r"<([^<>@\s]{3,16}(?: [A-Z][a-z]{1,2})?)>")
_SPAN = re.compile(rf"{_TIME.pattern}\s*--\s*{_TIME.pattern}")
_TERM = re.compile(r"(\s*[-+] )(.{1,40}?) :: +(\S.*)")
_SLANTED = re.compile(r"(?<![\w/:.])/([^/\s](?:[^/\n]*[^/\s])?)/(?![\w/])")
_DRAWER = re.compile(r"\s*:[A-Z_]+:\s*$")


def is_org(text: str) -> bool:
    """Whether a plain text is Org mode: headings of several stars, or its keywords."""
    keywords = re.search(r"^#\+(?:TITLE|AUTHOR|EMAIL|OPTIONS):", text, re.MULTILINE | re.I)
    return bool(_SUBHEADING.search(text)) and bool(keywords or re.search(r"^\* \S", text, re.M))


def org_to_markdown(text: str) -> str:
    """The Markdown of an Org text, with as many lines. Texts keep the ends of theirs."""
    lines = [_line(line) for line in text.split("\n")]
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end] and not _MARKED.match(lines[end]):
            end += 1
        if end - at > 1 and not is_wrapped(lines[at:end]):
            lines[at : end - 1] = [f"{line}\\" for line in lines[at : end - 1]]
        at = max(end, at + 1)
    return "\n".join(lines)


_MARKED = re.compile(r"\s*(?:[-+*] |\d+[.)] |[#|:])")


def _line(line: str) -> str:
    if stars := re.match(r"(\*{1,5}) (?=\S)", line):
        return f"{'#' * (len(stars[1]) + 1)} {_inline(line[stars.end() :])}"
    if keyword := _KEYWORD.match(line):
        name, value = keyword[1].lower(), keyword[2].strip()
        if name in ("title", "author"):
            return f"# {value}"
        return f"- {value}" if name in ("email", "phone", "address") else ""
    if _DRAWER.match(line):
        return ""
    if term := _TERM.match(line):
        return f"{term[1].lstrip()}**{term[2]}:** {_inline(term[3])}"
    bullet = re.match(r"\s*[-+] ", line)
    indent = line[: bullet.end() - 2] if bullet else ""
    # Org sets texts in under their headings, which Markdown would take for code.
    return f"{indent[: max(0, len(indent) - 2) // 2 * 2]}{_inline(line.strip())}" if bullet else (
        _inline(line.strip())
    )  # fmt: skip


def _inline(text: str) -> str:
    text = _SPAN.sub(r"\1 – \2", text)
    return _SLANTED.sub(r"*\1*", _TIME.sub(r"\1", text))
