"""Plain data from YAML → a model, with every problem at its line and column."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from typeset.problems import Problem, TypesetError, did_you_mean
from typeset.profile.fields import Model
from typeset.profile.nodes import Path, Tree

M = TypeVar("M", bound=Model)


def validated(model: type[M], tree: Tree, context: dict[str, bool] | None = None) -> M:
    """The `model` that `tree` holds. Raises `TypesetError` with all problems at once."""
    data = _without_nulls(tree.data)
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        raise TypesetError(_problems(error, tree, data, model)) from None


def _without_nulls(data: Any) -> Any:
    """A key with nothing after it is a key not given; an empty list item stays an error."""
    if isinstance(data, dict):
        return {key: _without_nulls(value) for key, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_without_nulls(value) for value in data]
    return data


def _problems(error: ValidationError, tree: Tree, data: Any, model: type[Model]) -> list[Problem]:
    """pydantic's errors as problems: one for each place, in the order of the file."""
    found: dict[Path, list[dict[str, Any]]] = {}
    for item in error.errors(include_url=False):
        found.setdefault(_real_path(item["loc"], data, _models(model)), []).append(dict(item))
    # A union complains at the value for each member that it is not, and deeper for the one it is.
    outer = {path[:end] for path in found for end in range(len(path))}
    problems = [
        _problem(path, items, tree, model) for path, items in found.items() if path not in outer
    ]
    return sorted(problems, key=lambda p: (p.span.line, p.span.column) if p.span else (0, 0))


def _real_path(loc: tuple[int | str, ...], data: Any, models: frozenset[str]) -> Path:
    """A pydantic location without the names of union members that it interleaves."""
    path: list[str | int] = []
    for position, part in enumerate(loc):
        if isinstance(data, dict) and isinstance(part, str):
            last = position == len(loc) - 1
            if part in data or (last and not _is_member(part, models)):
                path.append(part)
                data = data.get(part)
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            path.append(part)
            data = data[part]
    return tuple(path)


def _is_member(part: str, models: frozenset[str]) -> bool:
    return bool(re.search(r"[\[\]()]", part)) or part in models


@cache
def _models(model: type[BaseModel]) -> frozenset[str]:
    """The names of `model` and of every model inside it."""
    found, waiting = {model}, [model]
    while waiting:
        for field in waiting.pop().model_fields.values():
            inner = set(_inside(field.annotation)) - found
            found |= inner
            waiting += inner
    return frozenset(one.__name__ for one in found)


def _inside(annotation: Any) -> list[type[BaseModel]]:
    """The models that an annotation mentions, in order."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [one for part in getattr(annotation, "__args__", ()) for one in _inside(part)]


_SAYINGS = {
    "string_type": "this is a text, not a list or mapping",
    "list_type": "this is a list: write each item after `- `",
    "model_type": "this is a mapping of keys, not a text",
    "model_attributes_type": "this is a mapping of keys, not a text",
    "dict_type": "this is a mapping of keys",
    "missing": "this key is needed",
    "int_parsing": "this is a whole number",
}


def _problem(path: Path, items: list[dict[str, Any]], tree: Tree, model: type[Model]) -> Problem:
    """The most telling of the errors at one place (a union gives one for each member)."""
    rank = ["value_error", "extra_forbidden", "literal_error"]
    items.sort(key=lambda i: rank.index(i["type"]) if i["type"] in rank else len(rank))
    item = items[0]
    kind, message, hint = item["type"], str(item["msg"]), ""
    span = tree.span(path, key=kind in ("extra_forbidden", "missing"))
    if kind == "extra_forbidden":
        key = str(path[-1])
        message = f"there is no key {key!r} here"
        hint = did_you_mean(key, _keys_beside(model, path))
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


def _keys_beside(model: type[BaseModel], path: Path) -> list[str]:
    """The keys of the model that holds the last part of `path`."""
    holder = model
    for part in path[:-1]:
        if isinstance(part, str):
            fields = {f.alias or name: f for name, f in holder.model_fields.items()}
            if part not in fields:
                return []
            inner = _inside(fields[part].annotation)
            holder = inner[-1] if inner else holder
    return [f.alias or name for name, f in holder.model_fields.items()]
