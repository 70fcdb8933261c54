"""The spine: sections that say nothing, or come twice."""

from __future__ import annotations

from collections.abc import Iterator

from typeset.checks.lint.rule import Remark, Subject


def empty(subject: Subject) -> Iterator[Remark]:
    """A section that is named and holds nothing."""
    profile = subject.profile
    for index, section in enumerate(profile.sections):
        if section.entries or section.body or section.kind == "contact":
            continue
        if section.kind == "summary":
            filled = bool(profile.basics.summary)
        else:
            filled = bool(section.kind and getattr(profile, section.kind))
        if not filled:
            called = section.title or section.kind or "without a title"
            yield Remark(("sections", index), f"the section {called!r} holds nothing")


def twice(subject: Subject) -> Iterator[Remark]:
    """A section under a title, or of all of a kind, that was there before."""
    seen: set[tuple[str, str]] = set()
    for index, section in enumerate(subject.profile.sections):
        keys = {("title", section.title.casefold())} if section.title else set()
        if section.kind and not section.entries and not section.body:
            keys.add(("kind", section.kind))
        for _, name in sorted(keys & seen):
            yield Remark(("sections", index), f"the section {name!r} is there already")
            break
        seen |= keys
