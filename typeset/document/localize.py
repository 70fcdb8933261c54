"""A finished Document in its language's spaces and marks.

What `glue` does holds in every language; this is what one language asks for beyond it:
abbreviations that no line breaks, French narrow spaces, no glue where lines may break
between any two characters, and stand-ins for marks that the bundled fonts lack.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import partial
from typing import Any, TypeVar

from typeset.document.glue import NBSP
from typeset.document.language import Language
from typeset.document.model import Contact, Document, Run

NARROW = "\u202f"
"""The narrow no-break space."""

T = TypeVar("T")


def localize(document: Document, language: Language) -> Document:
    """`document` with the spaces and marks of `language`; no word changes."""
    return _mapped(document, partial(localized, language=language))


def localized(text: str, language: Language) -> str:
    """One text of a document in the spaces and marks of `language`."""
    for mark, stand_in in language.substitutes.items():
        text = text.replace(mark, stand_in)
    if language.breaks == "anywhere":
        return text.replace(NBSP, " ")
    for abbreviation in language.abbreviations:
        if " " in abbreviation and " " in text:
            pattern = re.escape(abbreviation).replace(r"\ ", "[ \u00a0]")
            text = re.sub(rf"(?<!\w){pattern}", abbreviation.replace(" ", NBSP), text)
    if language.narrow_before:
        text = re.sub(rf"[ \u00a0](?=[{re.escape(language.narrow_before)}])", NARROW, text)
    return text


def _mapped(value: T, change: Any) -> T:
    """`value` with every text that is read changed; its kinds, links and code stay."""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return tuple(_mapped(item, change) for item in value)  # type: ignore[return-value]
    if isinstance(value, Run):
        return value if value.code else replace(value, text=change(value.text))
    if isinstance(value, Contact):
        return replace(value, text=change(value.text), label=change(value.label))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {
        item.name: _mapped(getattr(value, item.name), change)
        for item in fields(value)
        if item.name != "marks"
    }
    if "dates" in changed:
        changed["dates"] = change(changed["dates"])
    return replace(value, **{k: v for k, v in changed.items() if v != getattr(value, k)})
