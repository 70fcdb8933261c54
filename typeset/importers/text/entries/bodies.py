"""The blocks under an entry's head → `summary` and `highlights`."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.text.header.addresses import is_page_alone
from typeset.importers.text.heads.lines import LABELLED
from typeset.importers.text.markup.blocks import (
    Block,
    List,
    ListItem,
    Paragraph,
    Quote,
    to_markdown,
)
from typeset.importers.text.markup.inline import unescape

_LEAD = re.compile(r"(\*\*(?:[^*\\]|\\.)+\*\*(?:\s*(?:[:.–—-](?=\s|$)|：))?)\s*(.*)", re.DOTALL)
_LONGEST_LEAD = 120


def read_body(blocks: list[Block]) -> dict[str, Any]:
    """`summary` (what stands before the first list) and `highlights` (the rest, in order)."""
    while blocks and isinstance(blocks[0], Quote):  # set in by its author, who quotes nobody
        blocks = [*blocks[0].blocks, *blocks[1:]]
    first = next((i for i, block in enumerate(blocks) if isinstance(block, List)), len(blocks))
    found: dict[str, Any] = {}
    if summary := to_markdown(blocks[:first]):
        found["summary"] = summary
    highlights: list[dict[str, Any]] = []
    for block in blocks[first:]:
        if isinstance(block, List):
            highlights += [made for item in block.items if (made := highlight(item))]
        elif prose := to_markdown([block]):
            highlights.append({"prose": prose})
    if highlights:
        found["highlights"] = highlights
    return found


def with_page(entry: dict[str, Any]) -> dict[str, Any]:
    """An entry without an address, with the one that is all of a bullet or paragraph under it.

    Two of them are no one's page.
    """
    paragraphs = entry.get("summary", "").split("\n\n")
    bullets = entry.get("highlights", [])
    pages = [text for text in paragraphs if _is_page(text)]
    pages += [one["text"] for one in bullets if [*one] == ["text"] and _is_page(one["text"])]
    if "url" in entry or len(pages) != 1:
        return entry
    made = {name: value for name, value in entry.items() if name not in ("summary", "highlights")}
    made["url"] = unescape(pages[0].strip("<>"))
    made |= together(*(text for text in paragraphs if text not in pages))
    left = [one for one in bullets if one.get("text") not in pages]
    return made | ({"highlights": left} if left else {})


def _is_page(text: str) -> bool:
    return is_page_alone(text.removeprefix("<").removesuffix(">"))


def unquoted(blocks: list[Block]) -> list[Block]:
    """Blocks without quotations around them, where their author only set them in."""
    return [inner for one in blocks for inner in (one.blocks if isinstance(one, Quote) else [one])]


def together(*texts: str) -> dict[str, Any]:
    """A summary of texts, a paragraph each; {} where none of them says anything."""
    summary = "\n\n".join(text for text in texts if text)
    return {"summary": summary} if summary else {}


def highlight(item: ListItem) -> dict[str, Any]:
    """A list item as a highlight: a bold or separate lead, its text, nested items as children.

    What stands under a sentence and has a label of its own ("Tools: Nim") is a child, too.
    """
    if not item.blocks:
        return {}
    first, rest = item.blocks[0], item.blocks[1:]
    if not isinstance(first, Paragraph):
        inner = read_body(item.blocks)
        prose = inner.get("summary", "")
        children = inner.get("highlights", [])
        if prose:
            return {"prose": prose, **({"children": children} if children else {})}
        return _hoisted(children)
    lead, text = split_lead(first.text.replace("\t", " "))
    below = rest[0] if rest and not lead and len(text) <= _LONGEST_LEAD else None
    if isinstance(below, Paragraph) and not (text.endswith(".") and LABELLED.match(below.text)):
        lead, text, rest = _without_bold(first.text), below.text, rest[1:]
    found: dict[str, Any] = {"lead": lead} if lead else {}
    found["text"] = text
    children = read_body(rest)
    under = [{"prose": children["summary"]}] if "summary" in children else []
    under += children.get("highlights", [])
    if under:
        found["children"] = under
    return found


def _hoisted(children: list[dict[str, Any]]) -> dict[str, Any]:
    """An item that is only a list: its first item takes its place, the others go under it."""
    if not children:
        return {}
    first, *others = children
    if others:
        first = {**first, "children": [*first.get("children", []), *others]}
    return first


def split_lead(text: str) -> tuple[str, str]:
    """A bold run-in lead with its own punctuation, and the text after it ("" without a lead)."""
    match = _LEAD.fullmatch(text)
    if not match or not match[2]:  # "**Duties**:" over a list is its text
        return "", text
    marked, rest = match[1], match[2]
    bold, _, after = marked.rpartition("**")
    space = " " if after[:1].isspace() and after.strip() else ""  # "**Lamp** – made of brass"
    lead = bold.removeprefix("**").strip() + space + after.strip()
    ends = lead[-1:] in ".:：?!–—-。" or not re.match(r"[\w(]", rest)
    if not ends or re.match(r"[,;)]", rest):
        return "", text
    return lead, rest.strip()


def _without_bold(text: str) -> str:
    match = re.fullmatch(r"\*\*((?:[^*\\]|\\.)+)\*\*", text.strip())
    return match[1] if match else text
