"""A proposal as an application's YAML: every line with its reason as a comment."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from typeset.tailor.posting.coverage import Covered, Status
from typeset.tailor.posting.employer import Job
from typeset.tailor.posting.proposal import Choice, Proposal

_WIDTH = 96
_MOST = 3
"""Places shown of a term; the rest are counted."""


@dataclass(frozen=True)
class Head:
    """What an application says besides its selection. Paths as the file will have them."""

    profile: Path
    posting: Path
    job: Job
    lang: str = ""
    theme: str = ""
    pages: int | None = None


def write_proposal(head: Head, proposal: Proposal, drop: Sequence[Choice] = ()) -> str:
    """The application's text; `drop` are the parts that the pages asked leave no room for."""
    lines = [*_summary(proposal.coverage), ""]
    lines += _head(head)
    left = {choice.address for choice in drop}
    first = [choice for choice in proposal.first if choice.address not in left]
    idle = [choice for choice in proposal.idle if choice.address not in left]
    if first or drop:
        lines += ["", "select:"]
    lines += _listed("first", first, "What serves the posting best stands first in its place.")
    lines += _listed("drop", drop, "What does not fit on the pages asked, the least useful first.")
    if idle:
        lines += ["", *_comment("Serves none of the terms; to leave one out, put it under drop:")]
        lines += [f"#   - {_scalar(choice.address)}" for choice in idle]
    return "\n".join(lines) + "\n"


def _summary(coverage: Sequence[Covered]) -> Iterator[str]:
    """The terms in short: where they are, and which are nowhere."""
    yield "# Proposed by `typeset tailor`. Every line says why; change what you like."
    yield "#"
    if not coverage:
        yield "# No terms were found in the posting."
        return
    yield "# What the posting asks for, the weightiest first, and where the profile has it:"
    width = min(40, max(len(_shown(row.term.text)) for row in coverage))
    for number, row in enumerate(coverage, 1):
        places = [*row.selected[:_MOST]]
        if len(row.selected) > _MOST:
            places.append(f"{len(row.selected) - _MOST} more")
        yield f"#  {number:2}  {_shown(row.term.text):{width}}  {', '.join(places) or '–'}"
    absent = [f"“{_shown(row.term.text)}”" for row in coverage if row.status is Status.ABSENT]
    if absent:
        yield "#"
        text = f"Not in your profile: {', '.join(absent)} (typeset never writes a claim)."
        yield from _comment(text)


def _head(head: Head) -> Iterator[str]:
    yield f"profile: {_scalar(head.profile.as_posix())}"
    yield f"posting: {_scalar(head.posting.as_posix())}"
    for key, value, told in (
        ("role", head.job.role, "guessed from the posting's title"),
        ("organisation", head.job.organisation, "guessed from the posting"),
    ):
        if value:
            yield f"{key}: {_scalar(value)}  # {told}; a letter's {{{key}}}"
        else:
            yield f"# {key}:  # the posting does not say it plainly; a letter's {{{key}}}"
    if head.lang:
        yield f"lang: {_scalar(head.lang)}  # the posting's"
    if head.theme:
        yield f"theme: {{name: {_scalar(head.theme)}}}  # asked for"
    if head.pages:
        yield f"pages: {head.pages}  # asked for"
        yield "leave-out: true  # fitting may leave out more, the least useful first"


def _listed(key: str, choices: Iterable[Choice], why: str) -> Iterator[str]:
    lines = [f"    - {_scalar(choice.address)}  # {_shown(choice.reason)}" for choice in choices]
    if lines:
        yield f"  {key}:  # {why}"
        yield from lines


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _shown(text: str) -> str:
    """A text as one line of a comment."""
    return " ".join(text.split())


def _scalar(text: str) -> str:
    """A text as YAML writes it in a line, quoted where it must be."""
    return yaml.safe_dump([text], default_flow_style=True, allow_unicode=True, width=10**9)[1:-2]
