"""A profile and a posting → a proposed application, fitted on the pages asked, and proved.

The proposal is tailored and, where pages are asked, laid out before anybody sees it: what
it leaves out is what the engine had no room for.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from pathlib import Path

from typeset.loading import Loaded, in_language, load, translation_of
from typeset.pipeline import Settings, prepare, render
from typeset.postings import Posting, read_posting
from typeset.problems import Problem, Severity, Span, TypesetError
from typeset.profile.addresses import Addressed
from typeset.profile.entries import Highlight
from typeset.tailor import LeftOut, read_application, tailor
from typeset.tailor.leaving import may_leave
from typeset.tailor.posting import relevance
from typeset.tailor.posting.employer import job_of
from typeset.tailor.posting.language import language
from typeset.tailor.posting.proposal import Choice, Proposal, propose
from typeset.tailor.posting.writing import Head, write_proposal
from typeset.typesetting import Press


def propose_application(
    profile: Path, posting: Path, settings: Settings, out: Path | None = None
) -> tuple[str, list[Problem]]:
    """The text of an application, to be written to `out` (or, without it, to this folder).

    Also what was noticed on the way. `settings` give the pages, the theme and the language;
    without a language the posting's is taken where the profile has a translation. Raises
    `TypesetError` for files with errors, and for pages that cannot be met.
    """
    loaded = load(profile)
    if loaded.profile.letter:
        message = "this is a letter; an application is made from a résumé"
        raise TypesetError(Problem("not-a-resume", message, span=Span(str(profile))))
    own = loaded.profile.lang or "en"
    read, problems = read_posting(posting, settings.lang or own)
    lang = settings.lang or (read.lang if translation_of(profile, read.lang) else "")
    loaded, found = in_language(loaded, lang)
    problems = [*loaded.problems, *problems, *found, *_foreign(read, lang or own)]
    proposal = propose(read.terms, Addressed(loaded.profile))
    head = Head(
        profile=_from(out, profile),
        posting=_from(out, posting),
        job=job_of(read.text, language(read.lang)),
        lang=lang if lang != own else "",
        theme=settings.theme,
        pages=settings.pages,
    )
    drop = _no_room(loaded, read, proposal, head, replace(settings, lang=lang))
    text = write_proposal(head, proposal, drop)
    _tailored(loaded, text)
    return text, problems


def _from(out: Path | None, file: Path) -> Path:
    """A path as the application will have it: from the folder that it lies in."""
    return Path(os.path.relpath(file, out.parent if out else Path()))


def _foreign(posting: Posting, lang: str) -> list[Problem]:
    if posting.lang.split("-")[0] == lang.split("-")[0]:
        return []
    message = f"the posting is in {posting.lang!r}, the profile in {lang!r}"
    hint = "only what both write alike is found; a translation beside the profile helps"
    return [Problem("posting-language", message, Severity.WARNING, Span(str(posting.path)), hint)]


def _tailored(loaded: Loaded, text: str) -> Addressed:
    """The profile as the proposed application makes it: it has no errors, or is not given."""
    placed = read_application(Path("proposal.yaml"), lambda _: text)
    return Addressed(tailor(Addressed(loaded.profile), placed).addressed.profile)


def _no_room(
    loaded: Loaded, posting: Posting, proposal: Proposal, head: Head, settings: Settings
) -> list[Choice]:
    """What the pages asked have no room for, the first to go in front.

    That is highlights, the least useful first. Before one goes that serves the posting,
    entries go that do not: as few as will do, the last of the document first.
    """
    if not settings.pages:
        return []
    parts = Addressed(loaded.profile).parts
    idle = [one for one in proposal.idle if not isinstance(parts[one.address].model, Highlight)]
    entries, press = idle[::-1], Press()

    @cache
    def without(count: int) -> list[Choice] | TypesetError:
        text = write_proposal(head, proposal, entries[:count])
        addressed = _tailored(loaded, text)
        worth = relevance(posting.terms, addressed)
        leaving = may_leave(addressed.profile, any_highlight=True, relevance=worth)
        prepared = prepare(replace(loaded, profile=addressed.profile), settings, leaving)
        try:
            gone = render(prepared, press).fitted.account.left_out
        except TypesetError as error:
            return error
        return [Choice(one.address, _reason(one, proposal)) for one in gone]

    def does(count: int) -> bool:
        gone = without(count)
        return not isinstance(gone, TypesetError) and not any(
            proposal.serving[one.address] and not one.reason.startswith("priority") for one in gone
        )

    count = bisect_left(range(len(entries)), True, key=does)
    gone = without(count)
    if isinstance(gone, TypesetError):
        raise gone
    return entries[:count] + gone


def _reason(one: LeftOut, proposal: Proposal) -> str:
    said = proposal.reasons[one.address]
    return f"{one.reason}, {said}" if one.reason.startswith("priority") else said
