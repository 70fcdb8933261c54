"""YAML as positioned nodes: every scalar is text, every node knows its place.

Built from libyaml's event stream with an explicit stack, so that no nesting
can exhaust the C stack (its composer crashes at 30,000 brackets), and with the
silent surprises of YAML refused: aliases, anchors, tags, duplicate keys.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from typeset.problems import Problem, Span, TypesetError
from typeset.words import CONTROL, NEWLINE

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

MAX_DEPTH = 40
"""Nested mappings and lists; the deepest profile written by hand has nine."""

_SURROGATES = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")

Path = tuple[str | int, ...]


@dataclass
class Tree:
    """Plain data (dict, list, str, None) and where each key and value stands."""

    data: Any = None
    values: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    gaps: dict[Path, frozenset[int]] = field(default_factory=dict)
    """Items of lists that paths do not count, since they hold nothing."""

    def span(self, path: Path, *, key: bool = False) -> Span | None:
        """The place of the nearest node at or above `path`, of its key if asked."""
        path = self._counted(path) if self.gaps else path
        for end in range(len(path), -1, -1):
            places = (self.keys, self.values) if key else (self.values, self.keys)
            for spans in places:
                if path[:end] in spans:
                    return spans[path[:end]]
        return None

    def _counted(self, path: Path) -> Path:
        """`path` with the items counted that hold nothing."""
        made: Path = ()
        for part in path:
            if isinstance(part, int):
                for gap in sorted(self.gaps.get(made, ())):
                    part += gap <= part
            made = (*made, part)
        return made


def read_nodes(text: str, path: str) -> Tree:
    """Parse one YAML (or JSON) document. Raises `TypesetError` with all that is wrong."""
    if text.lstrip().startswith("{"):  # in YAML's plain texts a backslash is a backslash
        text = _SURROGATES.sub(_character, text)
    lines = text.split("\n")
    problems: list[Problem] = []
    tree = Tree()

    def span(mark: Any, length: int = 1) -> Span:
        excerpt = lines[mark.line] if mark.line < len(lines) else ""
        return Span(path, mark.line + 1, mark.column + 1, max(length, 1), excerpt)

    def refuse(rule: str, message: str, mark: Any, hint: str = "") -> None:
        problems.append(Problem(rule, message, span=span(mark), hint=hint))

    # One frame a container: the container, its path, and a mapping's key still without a value.
    stack: list[tuple[Any, Path, str | None]] = []

    def place(value: Any, event: Any, length: int) -> Path | None:
        """Put a finished or opened value where it belongs; its path, or None for a key."""
        if not stack:
            if tree.values:
                refuse("yaml-documents", "a profile is one YAML document", event.start_mark)
            tree.data = value
            tree.values[()] = span(event.start_mark, length)
            return ()
        container, at, key = stack[-1]
        if isinstance(container, list):
            where: Path = (*at, len(container))
            container.append(value)
        elif key is None:
            if not isinstance(value, str):
                refuse("yaml-key", "a key is a word, not a list or mapping", event.start_mark)
                value = ""
            elif value in container:
                first = tree.keys.get((*at, value), span(event.start_mark)).line
                refuse(
                    "duplicate-key", f"{value!r} is already given on line {first}", event.start_mark
                )
            else:
                tree.keys[(*at, value)] = span(event.start_mark, len(value))
            container.setdefault(value, None)
            stack[-1] = (container, at, value)
            return None
        else:
            where = (*at, key)
            container[key] = value
            stack[-1] = (container, at, None)
        tree.values[where] = span(event.start_mark, length)
        return where

    try:
        for event in yaml.parse(text, Loader=Loader):
            start: Any = event.start_mark  # the stubs know less of events than libyaml gives
            end: Any = event.end_mark
            if isinstance(event, yaml.AliasEvent):
                refuse("yaml-alias", "aliases are not read", start, "write it out again")
                place(None, event, 1)
            elif isinstance(event, yaml.NodeEvent):
                if event.anchor:
                    refuse("yaml-alias", "anchors are not read", start)
                if getattr(event, "tag", None) not in (None, "!"):
                    refuse("yaml-tag", "tags are not read", start)
                if isinstance(event, yaml.ScalarEvent):
                    if control := CONTROL.search(NEWLINE.sub("\n", event.value)):
                        code = f"U+{ord(control[0]):04X}"
                        message = f"the control character {code} cannot be printed"
                        refuse("control-character", message, start, "delete it")
                    empty = event.value in ("", "~", "null") and not event.style
                    is_key = bool(stack) and isinstance(stack[-1][0], dict) and stack[-1][2] is None
                    one_line = start.line == end.line
                    width = end.column - start.column if one_line else 1
                    place(None if empty and not is_key else event.value, event, width)
                else:
                    container: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
                    if len(stack) >= MAX_DEPTH:
                        refuse("yaml-depth", "this is nested too deeply", start)
                        raise TypesetError(problems)
                    where = place(container, event, 1)
                    stack.append((container, where if where is not None else (), None))
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                stack.pop()
    except yaml.MarkedYAMLError as error:
        mark: Any = error.problem_mark or error.context_mark
        what = ": ".join(part for part in (error.context, error.problem) if part)
        where_ = span(mark) if mark else Span(path)
        problems.append(Problem("yaml", what, span=where_, hint=_yaml_hint(what, where_.excerpt)))
    except yaml.YAMLError as error:
        problems.append(Problem("yaml", str(error), span=Span(path)))
    if problems:
        raise TypesetError(problems)
    return tree


def _character(pair: re.Match[str]) -> str:
    """JSON's two halves of a character as YAML's one escape."""
    character = pair[0].encode().decode("unicode-escape").encode("utf-16", "surrogatepass")
    return f"\\U{ord(character.decode('utf-16')):08x}"


def _yaml_hint(message: str, line: str) -> str:
    """What an author most often did, for libyaml's commonest complaints."""
    if "\t" in line:
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in message:
        return "a text that holds ': ' needs quotes"
    if "block end" in message or "block mapping" in message:
        return "check the indentation, and quote a text that begins with a quotation mark"
    if "flow mapping" in message or "flow sequence" in message:
        return "a text that begins with { or [ needs quotes; an opened bracket must be closed"
    if "start any token" in message:
        return "a text that begins with %, @ or ` needs quotes"
    return ""
