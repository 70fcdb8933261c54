"""A line of skills → its label and its keywords, cut at the strongest separator."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import masked, split_top
from typeset.importers.text.skills.levels import Group, shown_label

BOLD_LABEL = re.compile(r"(?:^|(?<=\s))\*\*((?:[^*\\]|\\.){1,60})\*\*\s*([:：–—-](?=\s))?")
PLAIN_LABEL = re.compile(r"([^:：,，、·|.\t]{1,50})(?::\s+|：\s*|\t\s*)(\S.*)", re.DOTALL)
_DASH_LABEL = re.compile(r"([^:：,·|.–—]{1,50})\s+[–—-]\s+(\S.*)", re.DOTALL)
SENTENCE = re.compile(r"[.!?]\s+\w+\s+\w|[。！？]\s*\w")
_SEMICOLON = re.compile(r"\s*[;；؛]\s*")
_SEPARATORS = (
    re.compile(r"\s*[·•∙⋅●]\s*"),
    re.compile(r"\s*[|｜]\s*"),
    _SEMICOLON,
    re.compile(r"\s*[,，、،]\s*"),
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DASHES = re.compile(r"\s+[–—-]\s+")


def dash_label(text: str) -> tuple[str, str, str] | None:
    """ "Excel (pivot tables, macros) – very good": the whole, the label, what belongs to it."""
    match = _DASH_LABEL.fullmatch(masked(text))
    return (text, text[: match.end(1)], text[match.start(2) :]) if match else None


def labelled_group(name: str, text: str, more: list[str] | None = None) -> Group:
    return {"name": shown_label(name), "keywords": [*split_keywords(text), *(more or [])]}


def split_keywords(text: str) -> list[str]:
    """A list in one line, cut at the strongest separator that stands outside of brackets."""
    text = text.strip().rstrip("\\").strip()
    if re.fullmatch(r"(?:`[^`]+`\s*)+", text):  # badges
        return re.findall(r"`([^`]+)`", text)
    mask = masked(text)
    if text.endswith(".") and not text.endswith(("etc.", "...")) and mask.count(". ") == 0:
        text = text[:-1]
        mask = mask[:-1]
    if len(_DASHES.findall(mask)) > 1 and not _SEPARATORS[0].search(mask):
        return split_top(text, _DASHES)
    for separator in _SEPARATORS:
        if separator.search(mask):
            parts = split_top(text, separator)
            dated = all(
                _YEAR.search(part) for part in parts
            )  # "Inn, Bath, 2019; Mill, Wells, 2020"
            if separator is _SEMICOLON and not dated:  # "Go, SQL; LaTeX"
                parts = [one for part in parts for one in split_top(part, _SEPARATORS[-1])]
            return parts
    return [text] if text else []
