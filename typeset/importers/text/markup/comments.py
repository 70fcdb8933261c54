"""Comments of HTML, which nobody prints: told of, and left out where a parser would cut them."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.problems import Severity

COMMENT = re.compile(r"<!--(.*?)(?:-->|\Z)", re.DOTALL)
_WITHIN = re.compile(r"(?:(?<=>)[ \t]*\n|(?<=[^\s`])[ \t])[ \t]*<!--(.*?)-->", re.DOTALL)
"""A comment straight under a tag ("</div>" over "<!--") or behind words."""
_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
"""CommonMark ends the HTML here, so that what comes after it in a comment would be text."""
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)", re.MULTILINE)
_LONGEST_SHOWN = 60


def without_cut_comments(text: str, record: Record) -> str:
    """The text without the comments that a parser would cut in two, line for line.

    What stands in a fence is shown, and is none.
    """

    def left_out(comment: re.Match[str]) -> str:
        if not _EMPTY_LINE.search(comment[1]):
            return comment[0]
        if len(_FENCE.findall(text, 0, comment.start())) % 2:
            return comment[0]
        tell_comment(comment[1], text.count("\n", 0, comment.start(1)) + 1, record)
        return "\n" * comment[0].count("\n")

    end = text.rfind("-->") + 1
    return _WITHIN.sub(left_out, text[: end + 2]) + text[end + 2 :] if end else text


def tell_comment(text: str, line: int, record: Record) -> None:
    """A comment is not printed; its author hears of it."""
    words = " ".join(text.split())
    if words:
        shown = words if len(words) <= _LONGEST_SHOWN else words[: _LONGEST_SHOWN - 3] + "…"
        record.tell("comment", f"a comment is left out: {shown}", line, Severity.NOTE)
