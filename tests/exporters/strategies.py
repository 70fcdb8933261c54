"""Profiles at random, with every key that their model has."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st

from typeset.profile import Profile
from typeset.profile.dates import PartialDate
from typeset.profile.entries import GenericEntry, Highlight
from typeset.profile.fields import Model

_TEXTS = st.lists(
    st.text(st.sampled_from("abcdefghijkl"), min_size=6, max_size=9), min_size=1, max_size=3
).map(" ".join)
_DATES = st.integers(100, 2999).map(lambda year: f"{year:04}") | st.builds(
    "{0}-{1:02}".format, st.integers(1900, 2099), st.integers(1, 12)
)


def _values(annotation: Any, depth: int) -> st.SearchStrategy[Any]:
    """Plain data for a field of this type; lists end `depth` levels below."""
    origin, members = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(members[0], depth)
    if origin is Literal:
        return st.sampled_from(members)
    if origin is list:
        return st.lists(_values(members[0], depth - 1), max_size=2) if depth > 0 else st.just([])
    if origin in (Union, UnionType):
        held = [m for m in members if m is not type(None)]
        if GenericEntry in held:  # an id would have to be some entry's
            held = [GenericEntry]
        return st.one_of([_values(member, depth) for member in held])
    if annotation is PartialDate:
        return _DATES
    if annotation is bool:
        return st.booleans()
    if annotation is int:
        return st.integers(1, 9)
    if annotation is Highlight:
        bullet = {"lead": _TEXTS, "text": _TEXTS, "children": _values(list[Highlight], depth)}
        return st.fixed_dictionaries(bullet) | st.fixed_dictionaries({"prose": _TEXTS}) | _TEXTS
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return _models(annotation, depth)
    return _TEXTS


def _models(
    model: type[Model], depth: int, without: tuple[str, ...] = ()
) -> st.SearchStrategy[Any]:
    given: dict[bool, dict[str, Any]] = {True: {}, False: {}}
    for name, info in model.model_fields.items():
        if name not in without:
            given[info.is_required()][info.alias or name] = _values(info.annotation, depth)
    return st.fixed_dictionaries(given[True], optional=given[False]).map(_in_time)


def _in_time(data: dict[str, Any]) -> dict[str, Any]:
    """With dates in their order."""
    if data.get("startDate", "") > data.get("endDate", "9"):
        data["startDate"], data["endDate"] = data["endDate"][:4], data["startDate"]
    return data


PROFILES = _models(Profile, 3, ("json_schema", "theme", "letter")).map(Profile.model_validate)
"""Of a résumé; every word in them is about its own."""
