"""A profile, read as a careful friend would: `lint_profile`. The rules are the rows of `RULES`."""

from typeset.checks.lint.run import lint_profile
from typeset.checks.lint.table import RULES

__all__ = ["RULES", "lint_profile"]
