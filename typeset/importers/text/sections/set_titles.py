"""Titles as their author set them: with the number that counts them, or a picture beside them."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import without_icons, without_number
from typeset.words import words

_SIGNS = re.compile(r"^[ \t]*(?:#+|[-*+])?[ \t]*|<[^<>]*>|(?:\s#+)?\s*$")
"""What marks a line as a title in Markdown and HTML, and the ends of lines."""
_PICTURE = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]")
_MARK = "★☆❖➤➢✦✧"
_LONGEST = 120


def set_titles(sections: list[dict[str, Any]], record: Record) -> None:
    """Give the titles of sections the number or picture that their text has: "🎓 Education".

    A title whose first line has none is no such one.
    """
    wanted = {title for one in sections if (title := one.get("title"))}
    found: dict[str, str] = {}
    for line in record.text.splitlines():
        if len(line) > _LONGEST:
            continue
        shown = unlink(unstyle(_SIGNS.sub("", line)))[0].strip(" *_:：")
        bare = shown if shown in wanted else _bare(shown)
        if bare in wanted:
            found.setdefault(bare, shown if _is_set(shown, bare) else bare)
    for section in sections:
        if (title := section.get("title")) in found:
            section["title"] = found[title]
            record.numbers += words(found[title].partition(title)[0])


def _bare(shown: str) -> str:
    return without_number(without_icons(shown)).strip(" *_:：")


def _is_set(shown: str, bare: str) -> bool:
    """Whether what stands beside a title is its number or a picture, not a mark as bullets are."""
    beside = shown.replace(bare, "", 1)
    counted = re.search(r"\w", beside)
    pictures = _PICTURE.findall(beside)
    return bool(counted) or any(one not in _MARK for one in pictures)
