"""What a profile's author gave empty (`Model`), in the files that are written of the profile."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from typeset.profile.fields import Model, filled_fields
from typeset.profile.nodes import Path


def put_back(model: Model, data: dict[str, Any]) -> dict[str, Any]:
    """`data`, which was made of one model, with the keys and list items that hold nothing."""
    made = {key: value for key, value in model._empty.items() if key not in data}
    for key, gaps in model._gaps.items():
        if isinstance(data.get(key), list):
            made[key] = list(data[key])
            for index in sorted(gaps):
                made[key].insert(index, gaps[index])
    return {**data, **made}


def with_empties(model: Model, data: Any) -> Any:
    """The plain data of a model and of all inside it, likewise."""
    if not isinstance(data, dict):  # a short form: a bullet that is its text, a section its kind
        if not (model._empty or model._gaps):
            return data
        data = dict.fromkeys(filled_fields(model), data)  # the one field that holds something
    made = {}
    for key, value, inner in _members(model):
        if key in data and isinstance(value, Model):
            made[key] = with_empties(value, data[key])
        elif key in data and inner:
            pairs = zip(value, data[key], strict=True)
            made[key] = [with_empties(v, d) if isinstance(v, Model) else d for v, d in pairs]
    return put_back(model, {**data, **made})


def gaps_of(model: Model, path: Path = ()) -> Iterator[tuple[Path, frozenset[int]]]:
    """The lists of which items were set aside, by their paths in the file, and which."""
    for key, value, inner in _members(model):
        gaps = frozenset(model._gaps.get(key, ()))
        if gaps:
            yield (*path, key), gaps
        if isinstance(value, Model):
            yield from gaps_of(value, (*path, key))
        elif inner:
            places = (index for index in count() if index not in gaps)
            for index, item in zip(places, value, strict=False):
                if isinstance(item, Model):
                    yield from gaps_of(item, (*path, key, index))


def _members(model: Model) -> Iterator[tuple[str, Any, bool]]:
    """Each field's key and value, and whether it is a list that holds models."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        inner = isinstance(value, list) and any(isinstance(item, Model) for item in value)
        yield field.alias or name, value, inner
