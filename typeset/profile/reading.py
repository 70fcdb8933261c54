"""YAML → `Profile`, with every problem at its line and column."""

from __future__ import annotations

import re
from typing import Any

from pydantic import BaseModel, ValidationError

from typeset.problems import Problem, Span, TypesetError, did_you_mean
from typeset.profile import basics, entries, model
from typeset.profile.ids import check_ids
from typeset.profile.model import Profile
from typeset.profile.nodes import Path, Tree, read_nodes


def read_profile(text: str, path: str = "<profile>") -> Profile:
    """Read a profile from YAML, or from JSON, which YAML holds but for surrogate pairs.

    `path` is what messages call the text. Raises `TypesetError` with all problems at once.
    """
    return read_placed(text, path)[0]


def read_placed(text: str, path: str = "<profile>") -> tuple[Profile, Tree]:
    """The same, and where each of its keys and values stands in the text."""
    tree = read_nodes(text, path)
    if not isinstance(tree.data, dict):
        raise TypesetError(
            Problem(
                "not-a-profile",
                "a profile is a mapping of keys such as `basics:` and `work:`",
                span=Span(path),
            )
        )
    data = _without_nulls(tree.data)
    try:
        profile = Profile.model_validate(data)
    except ValidationError as error:
        raise TypesetError(_problems(error, tree, data)) from None
    problems = [
        Problem("id", message, span=tree.span(where), hint=hint)
        for where, message, hint in check_ids(profile)
    ]
    if problems:
        raise TypesetError(problems)
    return profile, tree


def _without_nulls(data: Any) -> Any:
    """A key with nothing after it is a key not given; an empty list item stays an error."""
    if isinstance(data, dict):
        return {key: _without_nulls(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_nulls(value) for value in data]
    return data


def _problems(error: ValidationError, tree: Tree, data: Any) -> list[Problem]:
    """pydantic's errors as problems: one for each place, in the order of the file."""
    found: dict[Path, list[dict[str, Any]]] = {}
    for item in error.errors(include_url=False):
        found.setdefault(_real_path(item["loc"], data), []).append(dict(item))
    # A union complains at the value for each member that it is not, and deeper for the one it is.
    outer = {path[:end] for path in found for end in range(len(path))}
    problems = [_problem(path, items, tree) for path, items in found.items() if path not in outer]
    return sorted(problems, key=lambda p: (p.span.line, p.span.column) if p.span else (0, 0))


def _real_path(loc: tuple[int | str, ...], data: Any) -> Path:
    """A pydantic location without the names of union members that it interleaves."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        if isinstance(data, dict) and isinstance(part, str):
            last = position == len(loc) - 1
            if part in data or (last and not _is_member(part)):
                path.append(part)
                data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
    return tuple(path)


def _is_member(part: str) -> bool:
    return bool(re.search(r"[\[\]()]", part)) or part in _models()


def _models() -> dict[str, type[BaseModel]]:
    return {
        name: value
        for module in (basics, entries, model)
        for name, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, BaseModel)
    }


_SAYINGS = {
    "string_type": "this is a text, not a list or mapping",
    "list_type": "this is a list: write each item after `- `",
    "model_type": "this is a mapping of keys, not a text",
    "model_attributes_type": "this is a mapping of keys, not a text",
    "dict_type": "this is a mapping of keys",
    "missing": "this key is needed",
    "int_parsing": "this is a whole number",
}


def _problem(path: Path, items: list[dict[str, Any]], tree: Tree) -> Problem:
    """The most telling of the errors at one place (a union gives one for each member)."""
    rank = ["value_error", "extra_forbidden", "literal_error"]
    items.sort(key=lambda i: rank.index(i["type"]) if i["type"] in rank else len(rank))
    item = items[0]
    kind, message, hint = item["type"], str(item["msg"]), ""
    span = tree.span(path, key=kind in ("extra_forbidden", "missing"))
    if kind == "extra_forbidden":
        key = str(path[-1])
        message = f"there is no key {key!r} here"
        hint = did_you_mean(key, _keys_beside(path))
    elif kind == "value_error":
        message = message.removeprefix("Value error, ")
        if "is before startDate" in message and (end := tree.span((*path, "endDate"))):
            span = end
        if "present" in " ".join(str(other["msg"]) for other in items[1:]):
            hint = "or `present`, for what goes on"
    elif kind == "literal_error":
        allowed = [
            word
            for other in items
            for word in re.findall(r"'([^']+)'", str(other.get("ctx", {}).get("expected", "")))
        ]
        message = f"{item['input']!r} is not known here"
        hint = did_you_mean(str(item["input"]), allowed)
    elif kind in _SAYINGS:
        message = _SAYINGS[kind]
        if kind == "missing":
            message = f"the key {str(item['loc'][-1])!r} is needed"
    return Problem(kind.replace("_", "-"), message, span=span, hint=hint)


def _keys_beside(path: Path) -> list[str]:
    """The keys of the model that holds the last part of `path`."""
    holder: Any = Profile
    for part in path[:-1]:
        if isinstance(part, str):
            fields = {f.alias or name: f for name, f in holder.model_fields.items()}
            if part not in fields:
                return []
            inner = [m for m in _models().values() if _mentions(fields[part].annotation, m)]
            holder = inner[-1] if inner else holder
    return [f.alias or name for name, f in holder.model_fields.items()]


def _mentions(annotation: Any, wanted: type[BaseModel]) -> bool:
    return annotation is wanted or any(
        _mentions(argument, wanted) for argument in getattr(annotation, "__args__", ())
    )
