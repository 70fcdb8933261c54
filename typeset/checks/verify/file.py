"""The file: what it says of itself, what it claims, what it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.verify.check import Finding, Subject

LARGE = 2_000_000
"""Bytes: the least that portals for applicants are seen to refuse."""
_PATH = re.compile(
    r"file:///?\S+|(?<![\w./])/(?:home|Users|tmp|root|mnt|var)/\S+|\b[A-Za-z]:\\[^\s\"<]+", re.ASCII
)
_DATES = ("CreationDate", "ModDate")


def language(subject: Subject) -> Iterator[Finding]:
    """The file says its language, and it is the document's."""
    said = subject.facts.metadata.lang
    document = subject.document
    if not said:
        yield Finding("the file does not say its language")
    elif document and document.lang.split("-")[0].lower() != said.split("-")[0].lower():
        yield Finding(f"the file says that its language is {said!r}, not {document.lang!r}")


def title(subject: Subject) -> Iterator[Finding]:
    """The file has a title, and windows show it."""
    metadata = subject.facts.metadata
    if not metadata.title.strip():
        yield Finding("the file has no title")
    elif not metadata.shows_title:
        yield Finding("windows show the file's name, not its title (DisplayDocTitle)")


def author(subject: Subject) -> Iterator[Finding]:
    """The file says whose it is."""
    if not subject.facts.metadata.author.strip():
        yield Finding("the file does not name its author")


def paths(subject: Subject) -> Iterator[Finding]:
    """Nothing tells where on whose machine it was made."""
    metadata = subject.facts.metadata
    texts = [*metadata.info.values(), metadata.xmp]
    found = dict.fromkeys(match[0] for text in texts for match in _PATH.finditer(text))
    for path in list(found)[:3]:
        yield Finding(f"the metadata name a file of the machine it was made on: {path[:120]}")


def dates(subject: Subject) -> Iterator[Finding]:
    """Whether the file tells when it was made."""
    info = subject.facts.metadata.info
    said = [f"{key} {info[key]}" for key in _DATES if info.get(key)]
    if said:
        yield Finding(f"the metadata tell when the file was made: {', '.join(said)}")


def claims(subject: Subject) -> Iterator[Finding]:
    """Which standards the file claims; only a validator such as veraPDF can grant them."""
    found = subject.facts.metadata.claims
    if found:
        yield Finding(f"the file claims {' and '.join(found)}", "veraPDF validates the claim")
    else:
        yield Finding("the file claims neither PDF/UA nor PDF/A")


def broken_claims(subject: Subject) -> Iterator[Finding]:
    """Claims that are refuted by what every conforming file has."""
    facts, metadata = subject.facts, subject.facts.metadata
    accessible = [claim for claim in metadata.claims if claim.startswith("PDF/UA")]
    archival = [claim for claim in metadata.claims if claim.startswith("PDF/A")]
    if accessible and facts.tags is None:
        yield Finding(f"the file claims {accessible[0]} and has no tags")
    if accessible and not metadata.lang:
        yield Finding(f"the file claims {accessible[0]} and does not say its language")
    if accessible and not (metadata.title and metadata.shows_title):
        yield Finding(f"the file claims {accessible[0]} and shows no title")
    if archival and any(not font.embedded for font in facts.fonts):
        yield Finding(f"the file claims {archival[0]} and lacks fonts")
    if archival and metadata.encrypted:
        yield Finding(f"the file claims {archival[0]} and is encrypted")


def encrypted(subject: Subject) -> Iterator[Finding]:
    """Some applicant systems refuse a file with restrictions."""
    if subject.facts.metadata.encrypted:
        yield Finding("the file is encrypted", "save it without restrictions")


def scripts(subject: Subject) -> Iterator[Finding]:
    """A file that runs programs is stopped by mail filters."""
    if subject.facts.metadata.scripts:
        yield Finding("the file runs a program when it is opened")


def attachments(subject: Subject) -> Iterator[Finding]:
    """What files it carries."""
    for item in subject.facts.attachments:
        relationship = f" ({item.relationship})" if item.relationship else ""
        yield Finding(f"the file carries {item.name!r}{relationship}, {item.size:,} bytes")


def too_large(subject: Subject) -> Iterator[Finding]:
    """Portals refuse large files."""
    if subject.facts.size > LARGE:
        yield Finding(
            f"the file has {subject.facts.size / 1e6:.1f} MB; portals often refuse more than "
            f"{LARGE / 1e6:.0f}"
        )
