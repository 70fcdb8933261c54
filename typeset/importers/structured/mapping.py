"""Structured data → profile: a getter that remembers what was taken.

A reader asks `Node`s for their values by key. What it never asked for is listed in
`unplaced` with its path and line, and so is every word of a value that it asked for but
put nowhere: the words of the file are held against those of the profile at the end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pydantic import ValidationError

from typeset.importers.imported import Choice, Imported
from typeset.importers.structured.balance import CONTROL, missing_words, seen
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.words.language import language_of
from typeset.problems import Problem, Severity, Span, TypesetError, errors
from typeset.profile.fields import KEEP_EMPTY
from typeset.profile.model import Profile, Unplaced
from typeset.profile.nodes import Path, Tree
from typeset.words import clean, words

_NEWLINE = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
TEXT_KEY = "#text"
"""Under which an XML element that has attributes or children keeps its own text."""


@dataclass
class Reading:
    """One import under way: the nodes, what was taken of them, and what there is to tell.

    With `loose`, one value stands for a list of one and a list for its first item, as in
    XML, whose elements do not say whether they repeat.
    """

    tree: Tree
    path: str
    loose: bool = False
    problems: list[Problem] = field(default_factory=list)
    taken: dict[Path, str] = field(default_factory=dict)
    skipped: set[Path] = field(default_factory=set)
    choices: list[Choice] = field(default_factory=list)
    used: Counter[str] = field(default_factory=Counter)
    """Words of taken texts that a date's value or a field's own key says."""

    def use(self, text: str) -> None:
        """A part of a taken text became a value, or is what its key says."""
        self.used.update(words(text))

    @property
    def root(self) -> Node:
        """All of the file."""
        return Node(self, (), self.tree.data)

    def span(self, path: Path) -> Span:
        """Where a value stands."""
        return self.tree.span(path) or Span(self.path)

    def tell(self, rule: str, message: str, path: Path, severity: Severity) -> None:
        """Something about a value, at its place."""
        self.problems.append(Problem(rule, message, severity, self.span(path)))

    def refuse(self, path: Path, message: str) -> None:
        """A value of a wrong type: no profile will come of it, but all others are looked at."""
        self.tell("wrong-type", f"{path_text(path)}: {message}", path, Severity.ERROR)

    def finish(self, data: dict[str, Any], *, keep_empty: bool = False) -> Imported:
        """The profile that `data` makes, and what of the file did not get into it.

        With `keep_empty` it remembers what `data` gives empty; else that is not given.
        Raises `TypesetError` for all the values of a wrong type at once.
        """
        if errors(self.problems):
            raise TypesetError(errors(self.problems))
        try:
            given = data if keep_empty else without_empty(data)
            profile = Profile.model_validate(given, context=KEEP_EMPTY if keep_empty else None)
        except (ValidationError, RecursionError) as error:
            raise TypesetError(self._invalid(error)) from None
        needed = {path: words(text) for path, text in self.taken.items() if text}
        missing = missing_words(needed, profile, self.used)
        left = dict(self._left(self.tree.data, ()))
        total = sum(len(found) for found in needed.values())
        lost = {path: " ".join(gone) for path, gone in missing.items()} | left
        for path in sorted(lost, key=self._order):
            text = seen(lost[path]) if path in left else lost[path]
            line = self.span(path).line
            profile.unplaced.append(Unplaced(line=line, text=f"{path_text(path)}: {text}"))
            shown = text if len(text) <= 120 else f"{text[:120]}…"
            message = f"no place was found for {path_text(path)}: {shown}"
            self.tell("unplaced", message, path, Severity.WARNING)
        unread = sum(len(words(seen(text))) for text in left.values())
        placed = total - sum(len(gone) for gone in missing.values())
        if not profile.lang:  # English is what a profile without `lang` is in
            found = language_of("\n".join(self.taken.values()))
            profile.lang = found if found != "en" else ""
        self.problems.sort(key=lambda problem: problem.span.line if problem.span else 0)
        return Imported(profile, total + unread, placed, self.choices, self.problems)

    def _order(self, path: Path) -> tuple[int, int, list[tuple[int, str]]]:
        span = self.span(path)
        steps = [(part, "") if isinstance(part, int) else (-1, part) for part in path]
        return span.line, span.column, steps

    def _invalid(self, error: ValidationError | RecursionError) -> list[Problem]:
        if isinstance(error, RecursionError):
            return [Problem("nested", "this is nested too deeply", span=Span(self.path))]
        return [
            Problem(
                str(item["type"]).replace("_", "-"),
                f"{path_text(tuple(item['loc']))}: {item['msg']}",
                span=self.span(tuple(item["loc"])),
            )
            for item in error.errors(include_url=False)
        ]

    def _left(self, value: Any, path: Path) -> Iterator[tuple[Path, str]]:
        """The values that nothing asked for, with their paths."""
        if path in self.skipped or path in self.taken:
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from self._left(inner, (*path, key))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                yield from self._left(inner, (*path, index))
        elif isinstance(value, str) and value.strip():
            yield path, value


@dataclass(frozen=True)
class Node:
    """A value of the file at its path."""

    reading: Reading
    path: Path
    value: Any

    @cached_property
    def keys(self) -> list[str]:
        """The keys of a mapping that hold something."""
        if not isinstance(self.value, dict):
            return []
        return [key for key, value in self.value.items() if value not in (None, "", [], {})]

    def has(self, *keys: str) -> bool:
        """Whether any of the keys holds something."""
        return not set(keys).isdisjoint(self.keys)

    def child(self, *keys: str) -> Node:
        """The mapping under the first of the keys that holds something, or an empty one."""
        found = self._under(*keys)
        if self.reading.loose:
            found = found._first()
        if found.value is None or isinstance(found.value, dict):
            return found
        if self.reading.loose and isinstance(found.value, str):
            return Node(self.reading, found.path, {TEXT_KEY: found.value})
        self.reading.refuse(found.path, "this is a mapping of keys")
        return Node(self.reading, found.path, None)

    def items(self, *keys: str) -> list[Node]:
        """The items of the list under the first of the keys that holds something."""
        found = self._under(*keys)
        if found.value is None:
            return []
        if not isinstance(found.value, list):
            if self.reading.loose:
                return [found]
            self.reading.refuse(found.path, "this is a list")
            return []
        items = [Node(self.reading, (*found.path, i), v) for i, v in enumerate(found.value)]
        return [item for item in items if item.value is not None]

    def mappings(self, *keys: str) -> list[Node]:
        """The items of a list of mappings."""
        found = []
        for item in self.items(*keys):
            if isinstance(item.value, dict):
                found.append(item)
            elif self.reading.loose:
                found.append(Node(self.reading, item.path, {TEXT_KEY: item.value}))
            else:
                self.reading.refuse(item.path, "this is a mapping of keys")
        return found

    def text(self, *keys: str, how: str = "text") -> str:
        """The text under the first of the keys that holds something, as the file has it.

        `how` is "text" where its words must stand in the profile, "aside" where they are
        kept as a value (a date) or said by another one (a code beside its label).
        """
        found = self._under(*keys) if keys else self
        if self.reading.loose:
            found = found._first()
            if isinstance(found.value, dict):
                found = found._under(TEXT_KEY)
        if isinstance(found.value, dict | list):
            self.reading.refuse(found.path, "this is a text, not a list or mapping")
            return ""
        if found.value is None:
            return ""
        text = _NEWLINE.sub("\n", str(found.value))
        if control := CONTROL.search(text):
            code = f"U+{ord(control[0]):04X}"
            self.reading.refuse(found.path, f"the control character {code} cannot be printed")
            return ""
        text = clean(text).strip()
        path = found.path[:-1] if found.path[-1:] == (TEXT_KEY,) else found.path
        for place in {path, found.path}:
            self.reading.taken[place] = ""
        self.reading.taken[found.path] = text if how == "text" else ""
        return text

    def seen_as(self, text: str, *keys: str) -> None:
        """What a reader sees of a text that was taken: it holds markup."""
        found = self._under(*keys) if keys else self
        if self.reading.loose:
            found = found._first()
            if isinstance(found.value, dict):
                found = found._under(TEXT_KEY)
        if found.path in self.reading.taken:
            self.reading.taken[found.path] = text

    def line(self, *keys: str) -> str:
        """A plain text on one line, as inline Markdown that prints as itself."""
        return escape(" ".join(self.text(*keys).split()))

    def raw(self, *keys: str) -> str:
        """A text on one line that is no Markdown: an address, a number, a name of an account."""
        return " ".join(self.text(*keys).split())

    def texts(self, *keys: str) -> list[str]:
        """The texts of a list."""
        return [text for item in self.items(*keys) if (text := item.text())]

    def lines(self, *keys: str) -> list[str]:
        """The plain texts of a list, as inline Markdown."""
        return [text for item in self.items(*keys) if (text := item.line())]

    def aside(self, *keys: str) -> str:
        """A text whose words need not stand in the profile, since its value does."""
        return self.text(*keys, how="aside")

    def line_of(self, *keys: str) -> int:
        """The line of the file on which a value stands."""
        return self.reading.span((self._under(*keys) if keys else self).path).line

    def skip(self, *keys: str, why: str = "") -> None:
        """Leave out what is no part of the document; `why` is told."""
        for key in keys:
            if self.has(key):
                found = self._under(key)
                self.reading.skipped.add(found.path)
                for path in self.reading.taken:
                    if path[: len(found.path)] == found.path:
                        self.reading.taken[path] = ""
                if why:
                    message = f"{path_text(found.path)} is not read: {why}"
                    self.reading.tell("ignored", message, found.path, Severity.NOTE)

    def skip_all(self) -> None:
        """Leave out all of this, without a word."""
        self.reading.skipped.add(self.path)

    def tell(self, rule: str, message: str, severity: Severity = Severity.NOTE) -> None:
        """Something about this value, at its place."""
        self.reading.tell(rule, message, self.path, severity)

    def _first(self) -> Node:
        if isinstance(self.value, list):
            return Node(self.reading, (*self.path, 0), self.value[0] if self.value else None)
        return self

    def _under(self, *keys: str) -> Node:
        key = next((key for key in keys if key in self.keys), keys[0])
        value = self.value.get(key) if isinstance(self.value, dict) else None
        if value in ("", [], {}):
            value = None
        return Node(self.reading, (*self.path, key), value)


def path_text(path: Path) -> str:
    """A path as it is written: `work[0].company`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")


def without_empty(data: Any) -> Any:
    """Plain data without keys and items that hold nothing."""
    if isinstance(data, dict):
        made = {key: without_empty(value) for key, value in data.items()}
        return {key: value for key, value in made.items() if value not in (None, "", [], {})}
    if isinstance(data, list):
        return [made for item in data if (made := without_empty(item)) not in (None, "", [], {})]
    return data
