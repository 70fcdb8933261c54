"""Texts by address: what an application says otherwise, and what a translation says at all.

Both are mappings of addresses to texts, written flat (`basics.summary: …`) or nested
(`basics: {summary: …}`), as their author likes.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from typeset.problems import Problem, Span, TypesetError
from typeset.profile.addresses import Addressed, TextField
from typeset.profile.entries import Highlight
from typeset.profile.fields import as_text
from typeset.profile.nodes import Path, Tree

Words = str | list[str]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Wording:
    """A text, or a list of them, for an address, and where its author wrote it."""

    address: str
    words: Words
    span: Span | None


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text that is not the base's any more."""

    address: str
    before: Words
    after: Words


def read_wordings(tree: Tree, at: Path = ()) -> list[Wording]:
    """The texts in the mapping at `at` of `tree`.

    Raises `TypesetError` for what is neither a text, a list of texts nor a mapping of them,
    and for an address that stands there twice.
    """
    data: Any = tree.data
    for key in at:
        data = data[key]
    found: dict[str, Wording] = {}
    problems: list[Problem] = []

    def refuse(message: str, path: Path) -> None:
        problems.append(Problem("wording", message, span=tree.span(path)))

    def read(value: Any, path: Path, address: str) -> None:
        if isinstance(value, dict):
            for key, inner in value.items():
                read(inner, (*path, key), f"{address}.{key}" if address else key)
        elif _is_words(value) and address:
            if address in found:
                refuse(f"{address!r} is already given at {found[address].span}", path)
            try:
                found[address] = Wording(address, _as_words(value), tree.span(path))
            except ValueError as error:
                refuse(str(error), path)
        elif value is not None or not address:
            refuse(
                "this is a text, or a list of texts, under the address of what it replaces", path
            )

    read(data, at, "")
    if problems:
        raise TypesetError(problems)
    return list(found.values())


def _is_words(value: Any) -> bool:
    items = value if isinstance(value, list) else [value]
    return all(isinstance(one, str) for one in items)


def _as_words(value: Words) -> Words:
    """Words as a profile holds them. Raises `ValueError` for what cannot be printed."""
    if isinstance(value, str):
        return as_text(value)
    items = [as_text(one) for one in value]
    if not all(items):
        raise ValueError("an item of this list is empty")
    return items


def fields_of(
    wordings: Iterable[Wording], base: Addressed
) -> tuple[list[tuple[Wording, TextField]], list[Problem]]:
    """Each wording with the text of `base` that it is for.

    An address that there is not is an error, and so are a list for a text and a text given
    twice in a file; of two files, the later wording is the one that counts.
    """
    pairs: dict[str, tuple[Wording, TextField]] = {}
    problems: list[Problem] = []
    for wording in wordings:
        field = find(wording.address, base.texts)
        if field is None:
            problems.append(unknown("text", wording.address, base.texts, wording.span))
        elif isinstance(field.value, list) != isinstance(wording.words, list):
            form = "a list of texts" if isinstance(field.value, list) else "one text, not a list"
            problems.append(Problem("wording", f"{field.address!r} is {form}", span=wording.span))
        elif field.address in pairs and _one_file(wording, pairs[field.address][0]):
            message = f"{wording.address!r} and {pairs[field.address][0].address!r} are one text"
            problems.append(Problem("wording", message, span=wording.span))
        else:
            pairs[field.address] = (wording, field)
    return list(pairs.values()), problems


def _one_file(one: Wording, other: Wording) -> bool:
    return bool(one.span and other.span and one.span.path == other.span.path)


def put(pairs: Iterable[tuple[Wording, TextField]]) -> list[Problem]:
    """Put the words in their places; a highlight that would be none then is an error."""
    pairs = list(pairs)
    for wording, field in pairs:
        field.put(wording.words)
    problems: list[Problem] = []
    for wording, field in pairs:
        if isinstance(field.owner, Highlight):
            try:
                Highlight.model_validate(field.owner.model_dump())
            except ValidationError as error:
                message = error.errors()[0]["msg"].removeprefix("Value error, ")
                hint = "to leave it out, name it under `select: drop`"
                problems.append(Problem("wording", message, span=wording.span, hint=hint))
    return problems


def unknown(what: str, address: str, known: Iterable[str], span: Span | None) -> Problem:
    """That an address leads nowhere, or to several things."""
    known = list(known)
    ends = [one for one in known if one.endswith(f"/{address}")]
    if ends:
        message = f"{address!r} may be {' or '.join(map(repr, ends))}"
        return Problem("address", message, span=span, hint="write the whole address")
    message = f"there is no {what} with the address {address!r}"
    return Problem("address", message, span=span, hint=near(address, known))


def near(address: str, known: Iterable[str]) -> str:
    """A hint naming what `address` may have meant: in whole, or by its last part."""
    choices = list(known)
    lasts = {_last(choice): choice for choice in choices}
    guess = difflib.get_close_matches(address, choices, n=1) or [
        lasts[last] for last in difflib.get_close_matches(_last(address), list(lasts), n=1)
    ]
    if guess:
        return f"did you mean {guess[0]!r}?"
    return "`typeset validate --addresses` lists them"


def _last(address: str) -> str:
    return address.rpartition("/")[2]


def find(name: str, known: Mapping[str, T]) -> T | None:
    """What `name` stands for: an address, or the end of just one after a slash."""
    if name in known:
        return known[name]
    ends = [address for address in known if address.endswith(f"/{name}")]
    return known[ends[0]] if len(ends) == 1 else None
