"""Marks that begin the lines at a letter's foot: "Enclosures: …", "cc: …", "PS: …"."""

from __future__ import annotations

import re

from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_MARK = re.compile(
    r"((?:p\.?[\s-]*){1,3}(?:s|d)|[^\W\d_]\.\s?[^\W\d_]|[^\s:.]{1,14})(?![^\W\d_])\s*[.:：–—-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*(?:\((?:\d+|s|n|en|e)\)|\d+)$")


def marked(text: str, record: Record) -> tuple[str, str, str]:
    """A line's mark as postscript, enclosures or copies, the mark, and the text after it."""
    match = _MARK.match(text)
    if match and key(re.sub(r"\s", "", match[1])) in record.vocabulary["postscript"]:
        return "postscript", match[1], text[match.end() :].strip()
    label, colon, rest = re.sub("：", ":", text).partition(":")
    if key(label) in record.vocabulary["copies"] and colon:
        return "copies", label, rest.strip()
    bare = _NUMBER.sub("", label).strip()
    if key(bare) in record.vocabulary["enclosures"] and (colon or not rest):
        return "enclosures", label, rest.strip()
    words = text.split()
    if words and key(words[0]) in ("encl", "enc", "encs") and len(words) > 1:
        return "enclosures", words[0], " ".join(words[1:])
    copied = words and key(words[0]) in ("cc", "c.c", "bcc") and len(words) > 1
    if copied and not words[1][0].isdigit():  # a Colombian's number is a "C.C." too
        return "copies", words[0], " ".join(words[1:])
    return "", "", ""


def enclosed(text: str) -> list[str]:
    """What is enclosed, one an item: cut at commas only where each part is short."""
    text = text.strip().removesuffix(".") if text.count(".") == 1 else text
    text = text.replace("\t", " ")
    parts = [part.strip() for part in re.split(r"[;·|,、，،]", text) if part.strip()]
    short = all(len(part.split()) <= 5 for part in parts) and ";" not in text
    return parts if short else [part.strip() for part in re.split(r"[;·|；]", text) if part.strip()]


def without_mark(text: str, mark: str) -> str:
    """A postscript without its mark; emphasis that holds more than the mark stays."""
    signs = r"[\s.:：–—-]*"
    match = re.match(rf"([*_]*){re.escape(mark)}{signs}([*_]*){signs}", text)
    if not match:
        return text
    return text[match.end() :] if match[2] else match[1] + text[match.end() :]
