"""Links that a rule cut through, whole again: "Loaf Prize](…)" is left of "[2014 Loaf Prize](…)".

What cuts a text looks for dates, labels and separators; where one stands in the words of a link,
its mark and its target come into two texts. The one with the target is the link then.
"""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.markup.inline import LINK, visible

_END = re.compile(r"(?<!\\)\]\(<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(\)|$)")
_UNENDED = re.compile(r"\[(?!.*\])", re.DOTALL)
_WORD = re.compile(r"[^\s)\].,;:]")


def with_whole_links(data: dict[str, Any]) -> dict[str, Any]:
    """A profile's data with the texts that hold a part of a link as links, or as words."""
    mended: list[str] = []
    made = _mapped(data, mended)
    whole: dict[str, Any] = _mapped(made, None) if mended else made
    return whole


def _mapped(data: Any, mended: list[str] | None) -> Any:
    """The data with ends of links mended, which go to `mended`; without that, with bare begins."""
    if isinstance(data, dict):
        return {name: _mapped(value, mended) for name, value in data.items()}
    if isinstance(data, list):
        return [_mapped(value, mended) for value in data]
    if not isinstance(data, str):
        return data
    if mended is None:
        return data[1:] if _UNENDED.match(data) else data
    if "](" not in data or visible(data).count("](") <= data.count("\\]("):
        return data
    mended.append(data)
    return _ended(data)


def _ended(text: str) -> str:
    """A text whose links begin, if nowhere else, at the first word before their ends."""
    bare = LINK.sub(lambda link: "\x00" * len(link[0]), text)
    ends = list(_END.finditer(bare))
    for at in reversed(range(len(ends))):
        end = ends[at]
        begin = max(bare.rfind("\x00", 0, end.start()) + 1, ends[at - 1].end() if at else 0)
        opened = "[" in bare[begin : end.start()]
        word = _WORD.search(bare, begin, end.start())
        mark = "" if opened else "["
        if word and _is_target(end[1]) and not (opened and end[2]):
            shown = text[word.start() : end.start()]
            link = f"{text[: word.start()]}{mark}{shown}]({end[1]})"
        else:
            link = text[: end.start()]
        text = link + text[end.end() :]
    return text


def _is_target(text: str) -> bool:
    """Whether a target is whole: one that is cut at its colon ("https") is none."""
    return bool(re.search(r"[/.#?]|^mailto:", text))
