"""Positioned nodes that must be those of a mapping, whatever data they come from."""

from __future__ import annotations

from typeset.problems import Problem, Span, TypesetError
from typeset.profile.nodes import Tree

_WHAT: dict[type, str] = {list: "a list", type(None): "empty"}


def as_mapping(tree: Tree, path: str) -> Tree:
    """Nodes that are those of a mapping. Raises `TypesetError` for others."""
    if not isinstance(tree.data, dict):
        what = _WHAT.get(type(tree.data), "a text")
        raise TypesetError(
            Problem(
                "not-a-mapping",
                f"a profile is a mapping of keys, and this is {what}",
                span=tree.span(()) or Span(path),
                hint="it begins with a key such as `basics:`; other texts have other endings",
            )
        )
    return tree
