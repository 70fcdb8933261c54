"""How many inputs a test draws by chance: the same ones in each run, or many new ones in a search.

`make test` says the same of the same tree. `make fuzz` looks for what no run has drawn yet; a
fault that it finds becomes an `@example`, which all runs try.
"""

from __future__ import annotations

import os
import pkgutil
from collections.abc import Collection
from importlib import import_module

from hypothesis import HealthCheck, settings

import typeset

for _module in pkgutil.walk_packages(typeset.__path__, "typeset."):
    import_module(_module.name)  # Hypothesis draws strings from all modules that are loaded too

TIMES = int(os.environ.get("TYPESET_FUZZ", "0"))
"""How many times as many inputs a search draws; 0 where none is made."""


def draws(examples: int, *, allow: Collection[HealthCheck] = ()) -> settings:
    """The settings of a test that draws so many inputs, without a limit to the time of each."""
    return settings(
        max_examples=examples * max(TIMES, 1),
        derandomize=not TIMES,
        database=None,
        deadline=None,
        suppress_health_check=allow,
    )
