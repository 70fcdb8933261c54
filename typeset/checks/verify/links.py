"""Links that lead where they say, for all who open the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from typeset.checks.facts import Link, PdfFacts
from typeset.checks.verify.check import Finding, Subject

_EMAIL = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"(?:https?://)?(?:www\.)?((?:[\w-]+\.)+[a-z]{2,24})((?:[/?#]\S*)?)", re.IGNORECASE
)
# Without a scheme or a path, `Node.js` and `README.md` look like addresses, too.
_SURELY_A_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov)")
_LEAST = 4.0
"""Points: less cannot be hit with a finger or a mouse."""


def mismatched(subject: Subject) -> Iterator[Finding]:
    """A web or e-mail address that is shown is the one that is followed."""
    shown = shown_texts(subject.facts)
    for link in subject.facts.links:
        text = shown.get(link.object, "")
        if text and link.target and not _agree(text, link.target):
            yield Finding(f"“{text[:80]}” on page {link.page} leads to {link.target[:120]}")


def _agree(text: str, target: str) -> bool:
    """Whether a shown address is its target; words that are no address may lead anywhere."""
    text = re.sub(r"\s+", "", text).strip(".,;()<>[]")
    parts = urlsplit(target)
    scheme, host = parts.scheme.lower(), (parts.hostname or "").removeprefix("www.")
    if _EMAIL.fullmatch(text):
        address = unquote(target.partition(":")[2].partition("?")[0])
        # `ada@social.example` may be an account there, and no mailbox.
        account = scheme in ("http", "https") and host == text.rpartition("@")[2].lower()
        return account or (scheme == "mailto" and address.lower() == text.lower())
    match = _URL.fullmatch(text)
    explicit = "://" in text or text.lower().startswith("www.") or (match and match[2])
    if not match or not (explicit or _SURELY_A_DOMAIN.fullmatch(text)):
        return True
    path = unquote(match[2]).rstrip("/").lower()
    full = unquote(target.partition("://")[2].partition("/")[2]).rstrip("/").lower()
    return host == match[1].lower() and f"/{full}".startswith(path)


def shown_texts(facts: PdfFacts) -> dict[int, str]:
    """The words of each link: of its tag, else those that stand in its area."""
    texts: dict[tuple[int, int], str] = {}
    for stretch in facts.stretches:
        place = (stretch.page, stretch.marked)
        texts[place] = texts.get(place, "") + stretch.text
    found: dict[int, str] = {}
    for tag in facts.tags.walk() if facts.tags else ():
        if tag.role == "Link" and tag.objects:
            text = "".join(texts.get(place, "") for place in tag.contents())
            # One link over two lines is two annotations of one tag: their words go together.
            found.update(dict.fromkeys(tag.objects, " ".join(text.split())))
    for link in facts.links:
        if not found.get(link.object):
            found[link.object] = _standing_in(link, facts)
    return found


def _standing_in(link: Link, facts: PdfFacts) -> str:
    """The pieces of which most lies within a link's area."""
    if link.page > len(facts.sheets):
        return ""
    left, bottom, right, top = link.box
    texts = []
    for piece in facts.sheets[link.page - 1].pieces:
        x, y = (piece.box[0] + piece.box[2]) / 2, (piece.box[1] + piece.box[3]) / 2
        inside = left - 1 <= piece.box[0] and piece.box[2] <= right + 1
        if inside and left <= x <= right and bottom <= y <= top:
            texts.append(piece.text)
    return " ".join("".join(texts).split())


def local(subject: Subject) -> Iterator[Finding]:
    """No link leads into the writer's own machine."""
    for link in subject.facts.links:
        scheme = urlsplit(link.target).scheme.lower() if link.target else ""
        if scheme == "file" or re.match(r"[a-z]:[\\/]|/|\\\\", link.target, re.IGNORECASE):
            yield Finding(f"a link on page {link.page} leads to a file: {link.target[:120]}")
        elif scheme in ("javascript", "data"):
            yield Finding(f"a link on page {link.page} runs a program: {link.target[:60]}")


def broken(subject: Subject) -> Iterator[Finding]:
    """Every link leads somewhere."""
    for link in subject.facts.links:
        if not link.target and not link.inside:
            yield Finding(f"a link on page {link.page} leads nowhere")
            continue
        scheme = urlsplit(link.target).scheme.lower()
        rest = link.target.partition(":")[2].strip("/")
        if scheme in ("http", "https") and "." not in (urlsplit(link.target).hostname or ""):
            yield Finding(f"a link on page {link.page} leads to no address: {link.target[:120]}")
        elif scheme == "mailto" and not _EMAIL.match(rest):
            yield Finding(f"a link on page {link.page} is no e-mail address: {link.target[:120]}")
        elif link.target and not scheme and "://" not in link.target:
            yield Finding(f"a link on page {link.page} is relative: {link.target[:120]}")


def too_small(subject: Subject) -> Iterator[Finding]:
    """Every link has an area that can be hit."""
    small = [
        link.target
        for link in subject.facts.links
        if min(link.box[2] - link.box[0], link.box[3] - link.box[1]) < _LEAST
    ]
    if small:
        yield Finding(
            f"{len(small)} of {len(subject.facts.links)} links have an area too small to be "
            f"clicked, such as {small[0][:80]}"
        )
