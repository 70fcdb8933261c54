"""XML as positioned nodes, by expat: no entities but XML's own, no network, bounded depth.

An element with nothing but text is that text. Any other is a mapping of its children by
their names without prefixes (a list where a name repeats), of `@attributes`, and of its
text under `#text`.
"""

from __future__ import annotations

import re
from typing import Any
from xml.parsers import expat

from typeset.importers.source import Source
from typeset.importers.structured.mapping import TEXT_KEY
from typeset.problems import Problem, Span, TypesetError
from typeset.profile.nodes import Path, Tree

MAX_DEPTH = 60
MAX_ELEMENTS = 200_000


class _Element:
    def __init__(self, name: str, attributes: dict[str, str], line: int, column: int) -> None:
        self.name = name
        self.attributes = attributes
        self.line = line
        self.column = column
        self.text: list[str] = []
        self.children: list[_Element] = []


def read_xml(source: Source, attributes_kept: frozenset[str]) -> Tree:
    """Parse XML, with the attributes of these names alone.

    Raises `TypesetError` with the place of what is wrong or refused.
    """
    data = source.data
    encoding = "utf-8" if isinstance(source.given, str) else None
    parser = expat.ParserCreate(encoding)
    stack: list[_Element] = [_Element("", {}, 0, 0)]
    count = 0

    def refuse(rule: str, message: str) -> None:
        raise _Refused(rule, message, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if len(stack) > MAX_DEPTH:
            refuse("xml-depth", "this is nested too deeply")
        if count > MAX_ELEMENTS:
            refuse("xml-size", f"this has more than {MAX_ELEMENTS:,} elements")
        kept = {key: value for key, value in attributes.items() if key in attributes_kept}
        line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
        element = _Element(_bare(name), kept, line, column)
        stack[-1].children.append(element)
        stack.append(element)

    def declared(*_: object) -> None:
        refuse("xml-entity", "entities are not read")

    def end(_: str) -> None:
        stack.pop()

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = lambda text: stack[-1].text.append(text)
    parser.EntityDeclHandler = declared
    parser.ExternalEntityRefHandler = lambda *_: 0
    parser.SkippedEntityHandler = declared
    try:
        parser.Parse(data, True)
    except _Refused as error:
        raise TypesetError(_problem(source, *error.args)) from None
    except expat.ExpatError as error:
        message = expat.errors.messages.get(error.code, str(error.code))
        raise TypesetError(
            _problem(source, "xml", f"this is no XML: {message}", error.lineno, error.offset + 1)
        ) from None
    except (ValueError, LookupError) as error:
        raise TypesetError(Problem("xml", str(error), span=Span(source.name))) from None
    tree = Tree({})
    lines = re.split(r"\r\n?|\n", data.decode("utf-8", "replace"))
    _place(stack[0], (), tree, source.name, lines)
    tree.data = _value(stack[0])
    return tree


class _Refused(Exception):
    """What expat would read and this does not."""


def _problem(source: Source, rule: str, message: str, line: int, column: int) -> Problem:
    text = source.data.decode("utf-8", "replace")
    return Problem(rule, message, span=Span.of_line(source.name, text, line, column))


def _bare(name: str) -> str:
    return name.rpartition(":")[2]


def _groups(element: _Element) -> dict[str, list[_Element]]:
    groups: dict[str, list[_Element]] = {}
    for child in element.children:
        groups.setdefault(child.name, []).append(child)
    return groups


def _value(element: _Element) -> Any:
    text = "".join(element.text).strip()
    if not element.children and not element.attributes:
        return text or None
    value: dict[str, Any] = {f"@{key}": found for key, found in element.attributes.items()}
    for name, group in _groups(element).items():
        made = [_value(child) for child in group]
        value[name] = made if len(made) > 1 else made[0]
    if text:
        value[TEXT_KEY] = text
    return value


def _place(element: _Element, path: Path, tree: Tree, name: str, lines: list[str]) -> None:
    excerpt = lines[element.line - 1] if 0 < element.line <= len(lines) else ""
    tree.values[path] = Span(name, element.line, element.column, 1, excerpt)
    for key, group in _groups(element).items():
        for index, child in enumerate(group):
            where = (*path, key, index) if len(group) > 1 else (*path, key)
            _place(child, where, tree, name, lines)
