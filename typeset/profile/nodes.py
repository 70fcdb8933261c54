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
    builder = _Builder(text, path)
    try:
        for event in yaml.parse(text, Loader=Loader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = _blamed(error)
        what = ": ".join(part for part in (error.context, error.problem) if part)
        where = builder.span(mark) if mark else Span(path)
        hint = _yaml_hint(what, where.excerpt)
        builder.problems.append(Problem("yaml", what, span=where, hint=hint))
    except yaml.YAMLError as error:
        builder.problems.append(Problem("yaml", str(error), span=Span(path)))
    if builder.problems:
        raise TypesetError(builder.problems)
    return builder.tree


@dataclass
class _Frame:
    """A list or mapping that is still open."""

    container: Any
    path: Path
    key: str | None = None
    """A mapping's key that has no value yet."""


class _Builder:
    """The tree that a document's events build, and what is wrong with them."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.tree = Tree()
        self.problems: list[Problem] = []
        self.stack: list[_Frame] = []

    def span(self, mark: Any, length: int = 1) -> Span:
        """The place of a mark of the parser's."""
        excerpt = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return Span(self.path, mark.line + 1, mark.column + 1, max(length, 1), excerpt)

    def take(self, event: Any) -> None:
        """Take the next event. The stubs know less of events than libyaml gives."""
        if isinstance(event, yaml.AliasEvent):
            self._refuse("yaml-alias", "aliases are not read", event, "write it out again")
            self._place(None, event)
        elif isinstance(event, yaml.NodeEvent):
            if event.anchor:
                self._refuse("yaml-alias", "anchors are not read", event)
            if getattr(event, "tag", None) not in (None, "!"):
                self._refuse("yaml-tag", "tags are not read", event)
            if isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            else:
                self._open(event)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self.stack.pop()

    def _refuse(self, rule: str, message: str, event: Any, hint: str = "") -> None:
        self.problems.append(Problem(rule, message, span=self.span(event.start_mark), hint=hint))

    def _scalar(self, event: Any) -> None:
        if control := CONTROL.search(NEWLINE.sub("\n", event.value)):
            message = f"the control character U+{ord(control[0]):04X} cannot be printed"
            self._refuse("control-character", message, event, "delete it")
        frame = self.stack[-1] if self.stack else None
        is_key = frame is not None and isinstance(frame.container, dict) and frame.key is None
        empty = event.value in ("", "~", "null") and not event.style
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if start.line == end.line else 1
        self._place(None if empty and not is_key else event.value, event, width)

    def _open(self, event: Any) -> None:
        if len(self.stack) >= MAX_DEPTH:
            self._refuse("yaml-depth", "this is nested too deeply", event)
            raise TypesetError(self.problems)
        container: Any = [] if isinstance(event, yaml.SequenceStartEvent) else {}
        self.stack.append(_Frame(container, self._place(container, event)))

    def _place(self, value: Any, event: Any, length: int = 1) -> Path:
        """Put a finished or opened value where it belongs; its path, empty for a key."""
        where: Path = ()
        if not self.stack:
            if self.tree.values:
                self._refuse("yaml-documents", "a profile is one YAML document", event)
            self.tree.data = value
        else:
            frame = self.stack[-1]
            if isinstance(frame.container, list):
                where = (*frame.path, len(frame.container))
                frame.container.append(value)
            elif frame.key is None:
                self._begin_pair(frame, value, event, length)
                return ()
            else:
                where = (*frame.path, frame.key)
                frame.container[frame.key] = value
                frame.key = None
        self.tree.values[where] = self.span(event.start_mark, length)
        return where

    def _begin_pair(self, frame: _Frame, key: Any, event: Any, length: int) -> None:
        if not isinstance(key, str):
            self._refuse("yaml-key", "a key is a word, not a list or mapping", event)
            key = ""
        elif key in frame.container:
            here = self.span(event.start_mark)
            first = self.tree.keys.get((*frame.path, key), here).line
            self._refuse("duplicate-key", f"{key!r} is already given on line {first}", event)
        else:
            self.tree.keys[(*frame.path, key)] = self.span(event.start_mark, len(key))
        frame.container.setdefault(key, None)
        frame.key = key


def _character(pair: re.Match[str]) -> str:
    """JSON's two halves of a character as YAML's one escape."""
    character = pair[0].encode().decode("unicode-escape").encode("utf-16", "surrogatepass")
    return f"\\U{ord(character.decode('utf-16')):08x}"


def _blamed(error: yaml.MarkedYAMLError) -> Any:
    """Where to look: libyaml stops at the line below a bracket or quotation mark left open."""
    found: Any = error.problem_mark or error.context_mark
    opened: Any = error.context_mark
    left_open = "flow" in (error.context or "") or "quoted" in (error.context or "")
    return opened if left_open and opened and opened.line < found.line else found


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
    if "quoted scalar" in message:
        return "a text that begins with a quotation mark must end with it"
    if "start any token" in message:
        return "a text that begins with %, @ or ` needs quotes"
    return ""
