"""What one application says: which documents, for whom, and what of them.

Everything is optional here, since a file may leave to the one it extends what both share.
"""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from typeset.profile.fields import Model, Text
from typeset.profile.model import ThemeChoice


class Selection(Model):
    """What stays, in which order. `include` and `exclude` are tags, the others addresses.

    What bears a tag stays only with one of `include`, where that is given, and never with
    one of `exclude`; what bears none stays. `keep` wins over both, `drop` over all.
    `first` stand before what is beside them; `sections` are those printed, in order.
    """

    include: list[Text] = []
    exclude: list[Text] = []
    drop: list[Text] = []
    keep: list[Text] = []
    first: list[Text] = []
    sections: list[Text] = []


class Pages(Model):
    """The most pages that a document may have."""

    resume: int | None = Field(default=None, ge=1)
    letter: int | None = Field(default=None, ge=1)

    @model_validator(mode="before")
    @classmethod
    def _from_number(cls, value: Any) -> Any:
        return {"resume": value} if isinstance(value, str | int) else value


class Application(Model):
    """One application. Paths are relative to the file that names them.

    `replace` gives texts by address, nested as their author likes; `tags` gives tags to
    addresses, for a base that has none; `fields` fill the letter's placeholders beside
    `role` and `organisation`. `leave_out` lets fitting leave out any highlight, not only
    those to which the profile gives a priority.
    """

    extends: Text = ""
    profile: Text = ""
    letter: Text = ""
    role: Text = ""
    organisation: Text = ""
    fields: dict[str, Text] = {}
    posting: Text = ""
    lang: Text = ""
    theme: ThemeChoice = ThemeChoice()
    pages: Pages = Pages()
    leave_out: bool = Field(default=False, alias="leave-out")
    tags: dict[str, list[Text]] = {}
    select: Selection = Selection()
    replace: dict[str, Any] = {}
