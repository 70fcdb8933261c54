"""YAML → `Profile`, with every problem at its line and column."""

from __future__ import annotations

from typeset.problems import Problem, Span, TypesetError
from typeset.profile.empties import gaps_of
from typeset.profile.fields import KEEP_EMPTY
from typeset.profile.ids import check_ids
from typeset.profile.model import Profile
from typeset.profile.nodes import Tree, read_nodes
from typeset.profile.validation import validated


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
    profile = validated(Profile, tree, KEEP_EMPTY)
    tree.gaps = dict(gaps_of(profile))
    problems = [
        Problem("id", message, span=tree.span(where), hint=hint)
        for where, message, hint in check_ids(profile)
    ]
    if problems:
        raise TypesetError(problems)
    return profile, tree
