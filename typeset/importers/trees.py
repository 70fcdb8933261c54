"""JSON and YAML as positioned nodes; other data may be given the same shape (`Tree`)."""

from __future__ import annotations

from typeset.problems import Problem, Span, TypesetError
from typeset.profile.nodes import Tree, read_nodes

_WHAT: dict[type, str] = {list: "a list", type(None): "empty"}


def read_tree(text: str, path: str) -> Tree:
    """Nodes of a JSON or YAML mapping. Raises `TypesetError` with all that is wrong with it."""
    tree = read_nodes(text, path)
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
