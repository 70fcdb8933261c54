"""`typeset diff`: how two variants, or a variant and its base, differ, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from typeset.applications import prepare_application
from typeset.cli.report import Messages
from typeset.loading import in_language, load
from typeset.pipeline import Settings
from typeset.profile.addresses import Addressed
from typeset.searching import find_sources
from typeset.tailor.differences import Difference, differences


def run_diff(first: Path, second: Path, settings: Settings, messages: Messages) -> int:
    """Print every difference between two sources, profiles or applications."""
    one, other = _documents(first, settings), _documents(second, settings)
    found = [
        difference
        for kind in one
        if kind in other
        for difference in differences(one[kind], other[kind])
    ]
    found += [Difference("only in the first", kind) for kind in one if kind not in other]
    found += [Difference("only in the second", kind) for kind in other if kind not in one]
    for difference in found:
        if messages is Messages.TEXT:
            print("\n".join(_lines(difference)))
        else:
            print(json.dumps(asdict(difference), ensure_ascii=False))
    if messages is Messages.TEXT:
        print(f"{len(found) or 'no'} {'difference' if len(found) == 1 else 'differences'}")
    return 0


def _documents(path: Path, settings: Settings) -> dict[str, Addressed]:
    """The résumé and the letter that a file makes, by kind."""
    # A folder may be an export that is read as one.
    if not path.is_dir() and find_sources([path])[0].application:
        parts = prepare_application(path, settings).parts
        return {part.kind: Addressed(part.tailored.addressed.profile) for part in parts}
    loaded, _ = in_language(load(path), settings.lang)
    return {"letter" if loaded.profile.letter else "resume": Addressed(loaded.profile)}


def _lines(difference: Difference) -> Iterator[str]:
    before, after = difference.before, difference.after
    if difference.what == "reworded":
        yield f"~ {difference.address}"
        yield f"    - {before or '(nothing)'}"
        yield f"    + {after or '(nothing)'}"
    elif difference.what == "moved":
        place = f"after {after}" if after else "first"
        yield f"> {difference.address}: {place}, before {f'after {before}' if before else 'first'}"
    else:
        sign, words = ("-", before) if difference.what == "only in the first" else ("+", after)
        yield f"{sign} {difference.address}" + (f": {words}" if words else "")
