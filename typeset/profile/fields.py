"""What all parts of a profile are made of: their base class, texts and dates."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    PrivateAttr,
    ValidationInfo,
    model_validator,
)
from pydantic.alias_generators import to_camel

from typeset.profile.dates import PartialDate
from typeset.words import CONTROL, NEWLINE, clean

PRESENT: Literal["present"] = "present"
EndDate = PartialDate | Literal["present"]
_SURROGATE = re.compile("[\ud800-\udfff]")


def as_text(value: str) -> str:
    """`value` as a profile holds it. Raises `ValueError` for what cannot be printed."""
    if not value.isascii() and _SURROGATE.search(value):
        raise ValueError("half of a surrogate pair is not a character")
    value = NEWLINE.sub("\n", value)
    if control := CONTROL.search(value):
        raise ValueError(f"the control character U+{ord(control[0]):04X} cannot be printed")
    return clean(value).strip()


Text = Annotated[str, AfterValidator(as_text)]
"""Text in NFC without invisible characters; Markdown where the key says so."""


KEEP_EMPTY = {"keep_empty": True}
"""The validation context in which models remember what was given and holds nothing."""


class Model(BaseModel):
    """What all parts share: camelCase keys, no unknown ones, and memory of what holds nothing.

    A key or list item that was given as `""`, `[]` or `{}`, or as a list or mapping of such
    alone, is no value: nothing prints for it, and nothing counts or checks it. It is only
    remembered, by key and by place in its list, for the files that are written of the model.
    """

    model_config = ConfigDict(
        extra="forbid", alias_generator=to_camel, populate_by_name=True, defer_build=True
    )
    _empty: dict[str, Any] = PrivateAttr(default_factory=dict)
    _gaps: dict[str, dict[int, Any]] = PrivateAttr(default_factory=dict)

    @model_validator(mode="after")
    def _set_aside(self, info: ValidationInfo) -> Self:
        if info.context != KEEP_EMPTY:
            return self
        for name, field in type(self).model_fields.items():
            value, key = getattr(self, name), field.alias or name
            if name not in self.model_fields_set or field.is_required():
                continue
            default = field.get_default(call_default_factory=True)
            if _holds_nothing(value):
                if default is not None:  # that there is a letter says something of itself
                    self._empty[key] = _as_given(value)
                    setattr(self, name, default)
            elif isinstance(value, list) and any(map(_holds_nothing, value)):
                gaps = {i: _as_given(v) for i, v in enumerate(value) if _holds_nothing(v)}
                self._gaps[key] = gaps
                setattr(self, name, [v for i, v in enumerate(value) if i not in gaps])
        return self

    def as_nothing(self) -> Any:
        """What was given for a model that holds nothing."""
        needed = (name for name, field in type(self).model_fields.items() if field.is_required())
        return {**{name: getattr(self, name) for name in needed}, **self._empty}


def filled_fields(model: Model) -> dict[str, Any]:
    """The fields that hold something, for serializers that give a short form.

    Those are plain: pydantic applies one that wraps its own twice, once in a model that was
    built before the model around it.
    """
    values = vars(model)
    return {
        name: values[name] for name in type(model).model_fields if not _holds_nothing(values[name])
    }


def _holds_nothing(value: Any) -> bool:
    if isinstance(value, str):
        return not value
    if isinstance(value, Model):
        return all(_holds_nothing(inner) for inner in vars(value).values())
    if isinstance(value, list):
        return all(map(_holds_nothing, value))
    return value is None or value is False or value == {}


def _as_given(value: Any) -> Any:
    if isinstance(value, Model):
        return value.as_nothing()
    return [_as_given(item) for item in value] if isinstance(value, list) else value
