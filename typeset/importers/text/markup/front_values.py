"""Front matter in YAML or TOML → its fields, those within others too, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.importers.text.markup.front_fields import HEADER_LINE, Field

_TOML_LINE = re.compile(r"""([\w-]+)\s*=\s*(["']?)(.*?)\2(?:\s*#.*)?""")
_LATEX_LINE = re.compile(r"\\\\|\\newline\b")


def yaml_fields(text: str, first: int) -> list[Field] | None:
    """The fields of a YAML mapping, those of mappings within it too; None for other texts."""
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    return list(_flat(root, first)) if isinstance(root, yaml.MappingNode) else None


def _flat(
    node: object, first: int, name: str = "", depth: int = 0, top: str = ""
) -> Iterator[Field]:
    import yaml

    if isinstance(node, yaml.MappingNode) and depth < 6:
        values = {str(one.value): value for one, value in node.value}
        label = next((values[one] for one in _LABELS if one in values), None)
        if isinstance(label, yaml.ScalarNode) and "value" in values:  # "label: Mail", "value: …"
            yield from _flat(values["value"], first, str(label.value), depth + 1, top)
            return
        for name_node, value in node.value:
            inner = str(name_node.value)
            yield from _flat(value, first, inner, depth + 1, top or inner)
    elif isinstance(node, yaml.SequenceNode) and depth < 6:
        for value in node.value:
            yield from _flat(value, first, name, depth + 1, top)
    elif isinstance(node, yaml.ScalarNode):
        line = first + node.start_mark.line
        for offset, written in enumerate(str(node.value).split("\n")):
            for part in _LATEX_LINE.split(written):
                if part.strip():
                    yield Field(name, line + offset, part.strip(), top)


_LABELS = ("label", "type", "key", "name", "title")
"""Under which of them a field of a site's own list has its label, beside its `value`."""


def toml_fields(front: re.Match[str], text: str) -> list[Field]:
    """The texts of Hugo's front matter in TOML; those of its tables too."""
    first = text.count("\n", 0, front.start(1)) + 1
    return [
        Field(match[1], first + number, match[3])
        for number, line in enumerate(front[1].split("\n"))
        if (match := _TOML_LINE.fullmatch(line.strip())) and match[3].strip()
    ]


def of_header(fields: list[Field]) -> list[Field]:
    """The fields, with the lines of Oh My CV's header without tags, and not where a link says it.

    `header:` is a list of a `text` each, perhaps with its `link`.
    """
    links = [one.value for one in fields if one.top == "header" and one.name == "link"]
    found: list[Field] = []
    for one in fields:
        if one.top == "header" and one.name == "text":
            text = _TAG.sub("", one.value).strip()
            if not text or any(link.rstrip("/").endswith(text) for link in links):
                continue
            one = Field(HEADER_LINE, one.line, text, one.top)
        found.append(one)
    return found


_TAG = re.compile(r"<[^<>]*>")
