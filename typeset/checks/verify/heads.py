"""What a page says by how and where its heads are set, and not by their words.

A document sets positions in one style and employers in another: where an importer, which
goes by words, cuts a title at its comma, the style of the others says that it is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from typeset.checks.facts import PdfFacts
from typeset.checks.facts.heads import Style, styled
from typeset.checks.facts.lines import content_lines
from typeset.document.markdown import plain, rich
from typeset.importers.text.words.vocabulary import key, vocabulary
from typeset.profile import Profile
from typeset.profile.entries import Work
from typeset.words import words

_SECTION = re.compile(r"## (.+)")

Parts = Mapping[str, tuple[str, Style]]
"""The parts of a document's lines and how each is set, by the form in which readers agree."""


def agreed(text: str) -> str:
    """A text as two readers would agree on it: without case, marks and spaces."""
    return " ".join(words(text.casefold()))


def continued(view: str) -> str:
    """A page as Markdown, in which a section called "Earlier" goes on with the work above it."""
    return "\n".join(_continued(view.split("\n")))


def _continued(lines: list[str]) -> Iterator[str]:
    known, section = vocabulary(), ""
    for line in lines:
        if match := _SECTION.fullmatch(line):
            if section == "work" and key(match[1]) in known["earlier"]:
                continue
            section = known.sections.get(key(match[1]), "")
        yield line


def by_style(profile: Profile, facts: PdfFacts) -> Profile:
    """A profile read from a page, in which no title is cut into a position and an employer."""
    parts: Parts = {
        agreed(text): (text, style)
        for sheet in facts.sheets
        for line in content_lines(sheet)
        for text, style in styled(line)
    }
    pairs = [
        (position[1], employer[1])
        for work in profile.work
        if (position := parts.get(_said(work.position)))
        and (employer := parts.get(_said(work.name)))
    ]
    titles = Counter(position for position, employer in pairs if position != employer)
    if not titles:  # nothing but the words tells one from the other
        return profile
    title = titles.most_common(1)[0][0]
    work = [_uncut(work, parts, title) for work in profile.work]
    return profile.model_copy(update={"work": work})


def _uncut(work: Work, parts: Parts, title: Style) -> Work:
    """An entry whose name and position are one part of a line, set as titles are, with that."""
    said = [_said(work.name), _said(work.position)]
    text, style = parts.get(" ".join(said)) or parts.get(" ".join(said[::-1])) or ("", None)
    if all(said) and style == title:
        return work.model_copy(update={"name": "", "position": text})
    return work


def _said(text: str) -> str:
    return agreed(plain(rich(text)))
