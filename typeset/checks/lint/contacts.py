"""Ways to reach the person: can they work?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import entries, texts
from typeset.profile.nodes import Path

_EMAIL = re.compile(
    r"[^@\s.,;<>()]+(?:\.[^@\s.,;<>()]+)*@(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}"
)
_INLINE = re.compile(r"\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_FEWEST = 6
"""Digits: the shortest numbers of small countries."""


def email(subject: Subject) -> Iterator[Remark]:
    """An e-mail address that cannot be one."""
    address = subject.profile.basics.email
    if address and not _EMAIL.fullmatch(address.removeprefix("mailto:")):
        yield Remark(("basics", "email"), f"{address!r} cannot be an e-mail address")


def phone(subject: Subject) -> Iterator[Remark]:
    """A phone number with too few digits."""
    number = subject.profile.basics.phone
    digits = sum(c.isdigit() for c in number)
    if number and digits < _FEWEST:
        yield Remark(("basics", "phone"), f"{number!r} has only {digits} digits")


def links(subject: Subject) -> Iterator[Remark]:
    """A link that leads nowhere."""
    for path, url in _urls(subject):
        if not _is_link(url):
            yield Remark(path, f"{url!r} is not a link")
    for path, text in texts(subject.profile):
        for match in _INLINE.finditer(re.sub(r"`[^`]*`", "", text)):
            if not _is_link(match[1]):
                yield Remark(path, f"{match[1]!r} is not a link")


def _urls(subject: Subject) -> Iterator[tuple[Path, str]]:
    basics = subject.profile.basics
    if basics.url:
        yield ("basics", "url"), basics.url
    for index, account in enumerate(basics.profiles):
        if account.url:
            yield ("basics", "profiles", index, "url"), account.url
    for place in entries(subject.profile):
        if place.entry.url:
            yield (*place.path, "url"), place.entry.url


def _is_link(url: str) -> bool:
    """Whether a target is an address of the web, of a mailbox or of a telephone."""
    try:
        parts = urlsplit(url)
        scheme, host = parts.scheme.lower(), parts.hostname or ""
    except ValueError:
        return False
    if any(c.isspace() for c in url):
        return False
    if scheme in ("mailto", "tel"):
        return len(url) > len(scheme) + 3
    if scheme in ("http", "https"):
        return "." in host.strip(".")
    # Without a scheme: a domain, perhaps with a port or a path.
    return bool(re.match(r"(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?:[:/?#]|$)", url)) and not re.search(
        r"^[^/]+\.(?:pdf|docx?|html?|md|txt|png|jpe?g)$", url, re.IGNORECASE
    )
