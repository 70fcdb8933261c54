"""Partial dates: a year, a month of it, or a day, as JSON Resume writes them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

_FORM = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD` (JSON Resume 1.0's iso8601 pattern)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date. Raises `ValueError` with what is wrong."""
        match = _FORM.fullmatch(text.strip())
        if not match:
            raise ValueError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = (int(part) if part else None for part in match.groups())
        if not year:
            raise ValueError("there is no year 0")
        if month is not None and not 1 <= month <= 12:
            raise ValueError(f"there is no month {month}")
        if month and day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
            raise ValueError(f"there is no day {day} in {year:04}-{month:02}")
        return cls(year, month, day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def first(self) -> tuple[int, int, int]:
        """The first day it can mean, for comparing and sorting."""
        return (self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> tuple[int, int, int]:
        """The last day it can mean."""
        return (self.year, self.month or 12, self.day or 31)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def validate(value: Any) -> PartialDate:
            return value if isinstance(value, PartialDate) else cls.parse(str(value))

        return core_schema.no_info_plain_validator_function(
            validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": r"^\d{4}(-\d{1,2}(-\d{1,2})?)?$"}
