"""Profile + application → the profile of one document, and an account of every choice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from typeset.problems import Problem, TypesetError, errors
from typeset.profile.addresses import Addressed, TextField
from typeset.profile.model import Section
from typeset.tailor.facts import changed_facts, figures_of, is_fact, judge
from typeset.tailor.placeholders import fill
from typeset.tailor.reading import Placed
from typeset.tailor.selection import LeftOut, select
from typeset.tailor.standing import misplaced
from typeset.tailor.wording import Reworded, Wording, fields_of, put


@dataclass(frozen=True)
class Tailored:
    """What is left of a profile, in its final words, and how that came to be."""

    addressed: Addressed
    left_out: tuple[LeftOut, ...] = ()
    reworded: tuple[Reworded, ...] = ()
    problems: tuple[Problem, ...] = ()


def tailor(base: Addressed, placed: Placed) -> Tailored:
    """The résumé that an application asks for. `base` is changed in place.

    Raises `TypesetError` for addresses and tags that there are not, and for every fact
    that the application would change.
    """
    application = placed.application
    # Facts are compared once more at the end, whatever the rules above them let through.
    untouched = Addressed(base.profile)
    wordings = [one for one in placed.wordings if not _is_letters(one)]
    reworded, problems = _reword(base, wordings)
    left_out: list[LeftOut] = []
    try:
        left_out = select(
            base,
            application.select,
            application.tags,
            lambda key, number: placed.span(*key.split("."), number),
        )
    except TypesetError as error:
        problems += error.problems
    if errors(problems):
        raise TypesetError(problems)
    # Read anew, and so independent of the rules above.
    made = Addressed(base.profile)
    if broken := changed_facts(untouched, made):
        raise TypesetError(broken)
    problems += misplaced(untouched, made)
    return Tailored(base, tuple(left_out), tuple(reworded), tuple(problems))


def tailor_letter(base: Addressed, placed: Placed) -> Tailored:
    """The application's letter: its texts replaced, its placeholders filled.

    `base` is changed in place. Raises `TypesetError` as `tailor` does, and for
    placeholders that the application does not fill.
    """
    application = placed.application
    reworded, problems = _reword(base, [one for one in placed.wordings if _is_letters(one)])
    said = {"role": application.role, "organisation": application.organisation}
    fields = {**{key: text for key, text in said.items() if text}, **application.fields}
    if errors(problems):
        raise TypesetError(problems)
    base.profile = fill(base.profile, fields)
    return Tailored(base, (), tuple(reworded), tuple(problems))


def _is_letters(wording: Wording) -> bool:
    return wording.address.startswith("letter.")


def _reword(base: Addressed, wordings: Iterable[Wording]) -> tuple[list[Reworded], list[Problem]]:
    """Replace texts, in place; that one of them changes a fact is an error."""
    pairs, problems = fields_of(wordings, base)
    figures = figures_of(base)
    problems += [problem for pair in pairs for problem in judge(*pair, figures)]
    changed = [(one, field) for one, field in pairs if _changes(one, field)]
    told = [Reworded(field.address, field.value or "", one.words) for one, field in changed]
    problems += put(changed)
    if any(one.address == "basics.summary" and one.after for one in told):
        base.begin_with(Section(kind="summary"))
    return told, problems


def _changes(wording: Wording, field: TextField) -> bool:
    """Whether the words are others; a fact said again stays as the profile has it."""
    if is_fact(field) and wording.words and not isinstance(wording.words, list):
        return False
    return wording.words != (field.value or type(wording.words)())
