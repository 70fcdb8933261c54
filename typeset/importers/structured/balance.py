"""The words of a file held against those of the profile that was made of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from typeset.importers.structured.rich import html_blocks, looks_like_html
from typeset.importers.text.markup.inline import visible
from typeset.profile.model import Profile
from typeset.profile.nodes import Path
from typeset.words import clean, words

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
"""Characters that no text may hold."""


def seen(text: str) -> str:
    """What a reader sees of a value that found no place."""
    if looks_like_html(text):
        text = html_blocks(text)[1]
    return clean(CONTROL.sub(" ", text)).strip()


def missing_words(
    needed: dict[Path, list[str]], profile: Profile, used: Counter[str]
) -> dict[Path, list[str]]:
    """The words of taken values that stand nowhere in the profile; `used` ones became values."""
    held = Counter(used)
    for text in _strings(profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")):
        held += Counter(words(visible(text))) | Counter(words(text))
    missing = Counter(word for found in needed.values() for word in found) - held
    result: dict[Path, list[str]] = {}
    lost = {path: _share(found, missing) for path, found in needed.items() if missing}
    for path in sorted(lost, key=lambda path: -lost[path]):  # those that miss the most
        for word in needed[path]:
            if missing[word] > 0:
                missing[word] -= 1
                result.setdefault(path, []).append(word)
    return result


def _share(found: list[str], missing: Counter[str]) -> float:
    return (Counter(found) & missing).total() / max(1, len(found))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, list):
        for value in data:
            yield from _strings(value)
    elif isinstance(data, str):
        yield data
