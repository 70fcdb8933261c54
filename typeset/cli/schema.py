"""`typeset schema`: the JSON Schema of a profile."""

from __future__ import annotations

import json
from pathlib import Path

from typeset.files import write_atomic
from typeset.profile import profile_schema


def run_schema(out: Path | None) -> int:
    """Print the schema, or write it to `out`."""
    text = json.dumps(profile_schema(), ensure_ascii=False, indent=2) + "\n"
    if out:
        write_atomic(out, text)
    else:
        print(text, end="")
    return 0
