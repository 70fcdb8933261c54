"""A résumé kept wholly in front matter, under keys of its author's own → headings and forms.

What a key stands for is data: that of titles for sections, that of table columns for entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of

if TYPE_CHECKING:
    from yaml import Node, SequenceNode

_FEWEST_KNOWN = 2
_LONGEST_TASK = 6
_LABELS = {"organisation": "Organisation", "role": "Role", "dates": "Date", "location": "Place"}
"""Under which label a form's line stands for what a key does."""


@dataclass
class FrontSections:
    """The sections as blocks, the lines that these have of the source, and the keys read."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)


@dataclass
class _Form:
    """One entry: the lines of its head by what they are, its texts and its bullets."""

    head: dict[str, Line] = field(default_factory=dict)
    texts: list[Line] = field(default_factory=list)
    items: list[Line] = field(default_factory=list)


def front_sections(text: str, first: int, body: str, record: Record) -> FrontSections:
    """The sections of front matter that begins on a line, over a body without words.

    Its lists are sections where the keys of two or more are known titles; else there are none.
    """
    import yaml

    found = FrontSections()
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if body.strip() or not isinstance(root, yaml.MappingNode):
        return found
    lists = [
        (str(name.value), value)
        for name, value in root.value
        if isinstance(value, yaml.SequenceNode) and value.value
    ]
    known = [name for name, _ in lists if kinds_of(_title(name), record.vocabulary)]
    if len(known) < _FEWEST_KNOWN:
        return found
    record.choose(first, "front-matter-sections", ", ".join(name for name, _ in lists), "sections")
    for name, value in lists:
        line = Line(first + value.start_mark.line - 1, escape(_title(name)))
        found.taken.add(name)
        found.lines.append(line)
        blocks, lines = _section(value, first, record)
        found.blocks += [Heading(2, line.text, line.number), *blocks]
        found.lines += lines
    return found


def _title(name: str) -> str:
    """A key as a title: "work_experience" is "work experience"."""
    return name.replace("_", " ").replace("-", " ")


def _line(node: Node, first: int) -> Line:
    return Line(first + node.start_mark.line, escape(" ".join(str(node.value).split())))


def _told(node: Node, first: int) -> Iterator[Line]:
    """The texts of a node, without its keys."""
    import yaml

    if isinstance(node, yaml.ScalarNode):
        yield _line(node, first)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _told(one, first)
    elif isinstance(node, yaml.MappingNode):
        for _, one in node.value:
            yield from _told(one, first)


def _section(node: SequenceNode, first: int, record: Record) -> tuple[list[Block], list[Line]]:
    """A list as blocks, of its items or a form for each of its mappings; their lines."""
    import yaml

    if not all(isinstance(one, yaml.MappingNode) for one in node.value):
        items = list(_told(node, first))
        return [_bullets(items)] if items else [], items
    forms = [form for one in node.value for form in _forms(one, first, record)]
    for form in forms:
        task = form.texts[0].text if len(form.texts) > 1 or (form.texts and form.items) else ""
        if "role" not in form.head and 0 < len(task.split()) <= _LONGEST_TASK:
            form.head["role"] = form.texts.pop(0)  # "task", beside "description"
    begins = next((name for name in _LABELS if all(name in form.head for form in forms)), "")
    blocks: list[Block] = []
    told: list[Line] = []
    for form in forms:
        names = sorted(form.head, key=lambda name: name != begins)
        lines = [form.head[name] for name in names]
        head = [
            Line(line.number, f"{_LABELS[name]}: {line.text}", hard=True)
            for name, line in zip(names, lines, strict=True)
        ]
        blocks += [Paragraph(head)] if head else []
        blocks += [Paragraph([line]) for line in form.texts]
        blocks += [_bullets(form.items)] if form.items else []
        told += [*lines, *form.texts, *form.items]
    return blocks, told


def _bullets(lines: list[Line]) -> List:
    return List(lines[0].number, [ListItem(line.number, [Paragraph([line])]) for line in lines])


def _forms(node: Node, first: int, record: Record, above: _Form | None = None) -> list[_Form]:
    """The entries of a mapping: one, or those of the mappings in it, each with what is over them.

    "institution: …, degrees: [{type: …}, {type: …}]" has two.
    """
    import yaml

    form = _Form(dict(above.head) if above else {})
    inner: list[Node] = []
    for name, value in node.value:
        if isinstance(value, yaml.ScalarNode):
            kind = record.vocabulary.column(_title(str(name.value)))
            if kind == "group" and above:
                kind = "role"  # the type of a degree, under its school
            if not str(value.value).strip():
                continue
            if kind in _LABELS and kind not in form.head:
                form.head[kind] = _line(value, first)
            else:
                form.texts.append(_line(value, first))
        elif isinstance(value, yaml.SequenceNode) and all(
            isinstance(one, yaml.MappingNode) for one in value.value
        ):
            inner += value.value
        else:
            form.items += _told(value, first)
    parts = [part for one in inner for part in _forms(one, first, record, form)]
    if parts and (form.texts or form.items):
        parts[0].texts[:0] = form.texts
        parts[0].items[:0] = form.items
    return parts or [form]
