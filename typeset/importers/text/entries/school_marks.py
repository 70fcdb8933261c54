"""The marks under a school and in its head: "GPA: 3.7", "Note 1,7", "merit"."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

LABELLED = re.compile(r"(?P<label>[^:：,;.]{2,40}?)\s*[:：]\s*(?P<value>\S.*)", re.DOTALL)
_MARK = re.compile(
    r"(?P<label>[^\W\d_][^\d:：]{1,30}?)\s*[:：]?\s+(?P<value>\d[\d.,]*(?:\s?%|\s?/\s?\d[\d.,]*)?)\.?"
)


def known_label(label: str, record: Record) -> str:
    """The list of labels that a label of marks or courses is in, "" for others."""
    labels = record.vocabulary.labels
    found = (name for name in ("score", "mark", "courses") if key(label) in labels.get(name, ()))
    return next(found, "")


def is_mark(text: str, record: Record) -> bool:
    """Whether a text is a number behind its label, with a colon or none: "Final GPA 3.7"."""
    match = _MARK.fullmatch(text.strip())
    labels = record.vocabulary.labels.get("score", frozenset())
    last = match["label"].split()[-1] if match else ""
    told = match is not None and (key(match["label"]) in labels or key(last) in labels)
    return told or (match is not None and known_label(match["label"], record) == "mark")


def without_label(text: str, line: int, record: Record) -> str:
    """A mark without the label that the profile's key says: "GPA: 3.7", "Note 1,7", "GPA- 3.7"."""
    match = LABELLED.fullmatch(text) or _MARKED.fullmatch(text)
    name = known_label(match["label"].rstrip(" –—-"), record) if match else ""
    if match and name in ("score", "mark"):
        record.use_label(line, match["label"], f"labels.{name}")
        return match["value"]
    return text


_MARKED = re.compile(
    r"(?P<label>[^\W\d_]+|[^\W\d_][^\d:：,;]{0,30}?\s*[–—-])\s+(?P<value>\d.*)", re.DOTALL
)
"""A word and its number, or a dash between: several words are a phrase, "Final mark 18/20"."""


def before_mark(text: str, record: Record) -> list[str]:
    """A text cut at its last comma where a mark stands behind it: "Exam as a joiner, Note 2,1".

    Two in a row stay together: "First class, overall grade 74%".
    """
    first, comma, last = text.rstrip(".").rpartition(", ")
    label = LABELLED.match(text)
    listed = label and known_label(label["label"], record)
    marked = comma and not listed and is_mark(last, record)
    return [first, last] if marked and not record.vocabulary.has("honours", first) else [text]
