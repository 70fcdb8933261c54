"""The wording of the whole: who speaks, how much, and what was left to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.checks.lint.language import words_of
from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import all_bullets, texts
from typeset.document.markdown import plain, rich
from typeset.words import words

_LONG_SUMMARY = 90
_BRACKETS = re.compile(r"\\?\[([^\[\]\n]{1,40}?)\\?\](?![(\[:])|<([^<>\n@:/]{1,40})>")
_MARKERS = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b|\{\{[^{}]*\}\}|\blorem ipsum\b", re.IGNORECASE)
_SHOUTED = re.compile(r"\b(?:TODO|FIXME|TBD|XXX+)\b")


def person(subject: Subject) -> Iterator[Remark]:
    """A résumé that says “I” here and leaves it out, or says “she”, there."""
    profile, known = subject.profile, subject.words
    if profile.letter or not known.first:
        return
    spoken = list(all_bullets(profile))
    with_i = [b for b in spoken if _begins_with(b.text, known.first)]
    if with_i and len(spoken) - len(with_i) >= 3 and len(with_i) * 3 <= len(spoken):
        yield Remark(
            with_i[0].path, "this highlight speaks in the first person, most others do not"
        )
    summary = [word.lower() for word in words(profile.basics.summary)]
    if set(summary) & known.first and set(summary) & known.third:
        begins = summary[0] in known.third or profile.basics.name.lower().startswith(summary[0])
        if begins:
            yield Remark(
                ("basics", "summary"), "the summary speaks in the third person, then the first"
            )


def _begins_with(text: str, known: frozenset[str]) -> bool:
    found = words(plain(rich(text)))
    return bool(found) and found[0].lower() in known


def summary(subject: Subject) -> Iterator[Remark]:
    """A summary that is too long to be one."""
    count = len(words(subject.profile.basics.summary))
    if count > _LONG_SUMMARY and subject.profile.work:
        yield Remark(("basics", "summary"), f"the summary has {count} words")


def placeholder(subject: Subject) -> Iterator[Remark]:
    """What a template left to be filled in."""
    for path, text in texts(subject.profile):
        prose = re.sub(r"`[^`]*`", "", text)
        for match in _MARKERS.finditer(prose):
            # In small letters, `todo` may be the name of a program.
            if "{" in match[0] or " " in match[0] or _SHOUTED.fullmatch(match[0]):
                yield Remark(path, f"“{match[0]}” is left to be filled in")
        for match in _BRACKETS.finditer(prose):
            inside = " ".join((match[1] or match[2]).strip(" \\").lower().split())
            if inside in subject.words.blanks or inside.startswith(("insert ", "your ")):
                yield Remark(path, f"“{match[0]}” is left to be filled in")


def template(subject: Subject) -> Iterator[Remark]:
    """A text of `typeset new` that nobody wrote over, in whatever language the rest is."""
    left = set(words_of("en").template)
    for path, text in texts(subject.profile):
        for paragraph in re.split(r"\n\s*\n", text):
            said = " ".join(plain(rich(paragraph)).split())
            if said.lower() in left:
                left.remove(said.lower())
                yield Remark(path, f"“{said}” is what the template says")
