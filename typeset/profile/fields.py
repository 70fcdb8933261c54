"""What all parts of a profile are made of: their base class, texts and dates."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
)
from pydantic.alias_generators import to_camel

from typeset.profile.dates import PartialDate
from typeset.words import CONTROL, NEWLINE, clean

PRESENT: Literal["present"] = "present"
EndDate = PartialDate | Literal["present"]


def as_text(value: str) -> str:
    """`value` as a profile holds it. Raises `ValueError` for what cannot be printed."""
    if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
        raise ValueError("half of a surrogate pair is not a character")
    value = NEWLINE.sub("\n", value)
    if control := CONTROL.search(value):
        raise ValueError(f"the control character U+{ord(control[0]):04X} cannot be printed")
    return clean(value).strip()


Text = Annotated[str, AfterValidator(as_text)]
"""Text in NFC without invisible characters; Markdown where the key says so."""


class Model(BaseModel):
    """What all parts share: camelCase keys, no unknown ones."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=to_camel, populate_by_name=True, defer_build=True
    )
