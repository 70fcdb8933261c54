"""A Document as YAML that a person can read, and back, whole.

What has its default is left out. A styled line is its characters where it has no style,
else a list of characters and of runs such as `{text: Delta, strong: true}`. A no-break
space, which no eye would see, is written `⍽`, a narrow one `⎵`.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml

from typeset.document import Document
from typeset.document.model import Rich, Run

_SHOWN = str.maketrans({"\u00a0": "⍽", "\u202f": "⎵"})
_HIDDEN = str.maketrans({"⍽": "\u00a0", "⎵": "\u202f"})


def show_spaces(text: str) -> str:
    """`text` with its no-break spaces made visible."""
    return text.translate(_SHOWN)


def hide_spaces(text: str) -> str:
    """What `show_spaces` was given."""
    return text.translate(_HIDDEN)


class _Flow(dict[str, Any]):
    """A mapping written on one line."""


class _Dumper(yaml.SafeDumper):
    """Lists are indented under their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _flow(dumper: _Dumper, data: _Flow) -> yaml.MappingNode:
    return dumper.represent_mapping("tag:yaml.org,2002:map", data, flow_style=True)


def _text(dumper: _Dumper, data: str) -> yaml.ScalarNode:
    style = "|" if "\n" in data and data == data.strip() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(_Flow, _flow)
_Dumper.add_representer(str, _text)


def to_yaml(data: Any, width: int = 110) -> str:
    """Plain data as YAML, keys in their own order."""
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=width)
    return text


def write_document(document: Document) -> str:
    """The Document as YAML."""
    return show_spaces(to_yaml(_plain(document)))


def read_document(text: str) -> Document:
    """The Document that `write_document` wrote."""
    document = _typed(Document, yaml.safe_load(hide_spaces(text)))
    assert isinstance(document, Document)
    return document


def _plain(value: Any) -> Any:
    if isinstance(value, Run):
        filled = _filled(value)
        return value.text if set(filled) == {"text"} else _Flow(filled)
    if isinstance(value, tuple):
        # A line without style is its characters; one run with style stays a list.
        if len(value) == 1 and isinstance(value[0], Run) and isinstance(_plain(value[0]), str):
            return _plain(value[0])
        return [_plain(item) for item in value]
    if is_dataclass(value):
        return {name: _plain(item) for name, item in _filled(value).items()}
    return value


def _filled(value: Any) -> dict[str, Any]:
    """The fields that do not have their default; `kind` always, and first."""
    named = {field.name: field for field in fields(value)}
    kept = {
        name: getattr(value, name)
        for name, field in named.items()
        if field.default is MISSING or getattr(value, name) != field.default or name == "kind"
    }
    return {"kind": kept.pop("kind"), **kept} if "kind" in kept else kept


def _typed(kind: Any, data: Any) -> Any:
    """`data` as the type `kind`, which is made of dataclasses, tuples and unions."""
    if kind == Rich and isinstance(data, str):
        return (Run(data),)
    if kind is Run and isinstance(data, str):
        return Run(data)
    if get_origin(kind) is tuple:
        return tuple(_typed(get_args(kind)[0], item) for item in data)
    if get_origin(kind) in (UnionType, Union):
        members = [member for member in get_args(kind) if member is not NoneType]
        return None if data is None else _typed(_member(members, data), data)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{name: _typed(hints[name], item) for name, item in data.items()})
    return data


def _member(members: list[Any], data: Any) -> Any:
    """The member of a union that `data` is: the only one, or the one of its `kind`."""
    if len(members) == 1:
        return members[0]
    return next(m for m in members if get_args(get_type_hints(m)["kind"]) == (data["kind"],))
