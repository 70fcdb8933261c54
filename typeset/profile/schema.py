"""The JSON Schema of a profile, for editors and other tools."""

from __future__ import annotations

from typing import Any, get_args

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from typeset.profile.entries import Highlight
from typeset.profile.model import Profile, Section, SectionKind


class _Generator(GenerateJsonSchema):
    """Adds the short forms that validators accept: a bullet or a section as a text."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        if schema["cls"] is Highlight:
            return {"anyOf": [{"type": "string"}, made]}
        if schema["cls"] is Section:
            kinds = [kind for member in get_args(SectionKind) for kind in get_args(member)]
            return {"anyOf": [{"enum": kinds}, made]}
        return made


def profile_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a profile, keys as they are written in YAML."""
    schema = Profile.model_json_schema(
        by_alias=True, schema_generator=_Generator, mode="validation"
    )
    return {"$schema": GenerateJsonSchema.schema_dialect, **schema, "title": "typeset profile"}
