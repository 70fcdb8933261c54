"""Images of Markdown: the photo at the head of a résumé; others leave their words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from typeset.importers.text.record import Record
from typeset.problems import Severity

if TYPE_CHECKING:
    from markdown_it.token import Token

_PHOTO = re.compile(r"(?!\w+:|//)[^?#]+\.(?:jpe?g|png)", re.IGNORECASE)
_TAG = re.compile(r"<img\b[^>]*?\bsrc\s*=\s*[\"']?([^\s\"'>]+)", re.IGNORECASE)
_BADGE = re.compile(r"//(?:img\.)?(?:shields\.io|badgen\.net)/|/badge/", re.IGNORECASE)
"""A picture made of a word or two: "![Fluent](https://img.shields.io/badge/Fluent-80%25-green)"."""
_HEAD_LINES = 20


def take_photo(tokens: list[Token], record: Record) -> str:
    """The path of the photo at a document's head, whose alternative text is none of its words.

    Every other image is told of and not printed. Its alternative text is where it is a link's.
    """
    photo = ""
    headings = 0
    for token in tokens:
        line = token.map[0] + 1 if token.map else 1
        headings += token.type == "heading_open"
        head = line <= _HEAD_LINES and headings <= 2
        _part_badges(token)
        for path, image in _images(token):
            if head and not photo and _PHOTO.fullmatch(path):
                photo = path
                if image is not None:
                    image.content = ""
                continue
            shown = path
            if image is not None and not image.content and _is_between(image, token):
                image.content = "\t"
            elif image is not None and image.content and _BADGE.search(path):
                continue  # its words are what it shows
            elif image is not None and not _is_linked(image, token):
                shown += f" ({image.content})" if image.content else ""
                image.content = ""
            record.tell("image", f"an image is not printed: {shown}", line, Severity.NOTE)
    return photo


def _part_badges(token: Token) -> None:
    """A comma behind each badge that another follows: a row of them is a list of their words."""
    children = token.children or []
    badges = [at for at, child in enumerate(children) if _is_badge(child)]
    for first, second in pairwise(badges):
        between = children[first + 1 : second]
        blank = all(
            one.type in ("text", "softbreak") and not one.content.strip() for one in between
        )
        if blank and children[first].content:
            children[first].content += ","


def _is_badge(child: Token) -> bool:
    return child.type == "image" and bool(_BADGE.search(str(child.attrs.get("src", ""))))


def _is_between(image: Token, token: Token) -> bool:
    """Whether an image without words stands between texts, as an icon before each contact does."""
    children = token.children or []
    at = next(index for index, child in enumerate(children) if child is image)
    before, after = (
        "".join(child.content for child in some) for some in (children[:at], children[at + 1 :])
    )
    return bool(before.strip() and after.strip()) and not _is_linked(image, token)


def _is_linked(image: Token, token: Token) -> bool:
    """Whether an image stands in a link, whose text is the image's."""
    children = token.children or []
    at = next(index for index, child in enumerate(children) if child is image)
    opened = sum(child.type == "link_open" for child in children[:at])
    return opened > sum(child.type == "link_close" for child in children[:at])


def _images(token: Token) -> Iterator[tuple[str, Token | None]]:
    for child in token.children or ():
        if child.type == "image":
            yield str(child.attrs.get("src", "")), child
        elif child.type == "html_inline":
            for match in _TAG.finditer(child.content):
                yield match[1], None
    if token.type == "html_block":
        for match in _TAG.finditer(token.content):
            yield match[1], None
