"""The typed profile: JSON Resume 1.0, and what real documents need beyond it.

Keys are JSON Resume's (camelCase in YAML, snake_case here). Texts are inline
Markdown, `summary`, `body` and `prose` are Markdown blocks. Unknown keys are errors.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import (
    Field,
    PrivateAttr,
    model_serializer,
    model_validator,
)

from typeset.profile.basics import Basics
from typeset.profile.entries import (
    Award,
    Certificate,
    Education,
    GenericEntry,
    Interest,
    Language,
    Project,
    Publication,
    Reference,
    Skill,
    Volunteer,
    Work,
)
from typeset.profile.fields import Model, Text, filled_fields

ArrayKind = Literal[
    "work",
    "education",
    "volunteer",
    "skills",
    "projects",
    "publications",
    "certificates",
    "awards",
    "languages",
    "interests",
    "references",
]
SectionKind = ArrayKind | Literal["summary", "contact"]


class Section(Model):
    """One item of the spine. Without a kind it is prose (`body`), which may be untitled.

    A kind without a title has the language's own, unless it is `untitled`.
    """

    kind: SectionKind | None = None
    title: Text = ""
    untitled: bool = False
    body: Text = ""
    entries: list[Text | GenericEntry] = []
    _name: str = PrivateAttr(default="")
    """What addresses call it; given once, so that a translated title does not change it."""

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"kind": value} if isinstance(value, str) else value

    @model_serializer(mode="plain")
    def _to_name(self) -> Any:
        filled = filled_fields(self)
        return self.kind if set(filled) == {"kind"} else filled


class Recipient(Model):
    """To whom a letter goes."""

    name: Text = ""
    title: Text = ""
    organisation: Text = ""
    address: list[Text] = []


class Letter(Model):
    """A letter; its sender is `basics`. `body` is Markdown with headings and lists."""

    place: Text = ""
    date: Text = ""
    recipient: Recipient = Recipient()
    subject: Text = ""
    greeting: Text = ""
    body: Text = ""
    closing: Text = ""
    signature: Text = ""
    enclosures: list[Text] = []
    postscript: Text = ""


class ThemeChoice(Model):
    """The theme a document is made for, and its options; the command line wins over both."""

    name: Text = ""
    options: dict[str, Text] = {}


class Meta(Model):
    """JSON Resume's `meta`, and the checks an author has silenced."""

    canonical: Text = ""
    version: Text = ""
    last_modified: Text = ""
    lint: list[Text] = []


class Unplaced(Model):
    """Words of a source that no field took."""

    line: int
    text: Text


class Profile(Model):
    """A résumé, an about page or a letter, with everything its author wrote."""

    json_schema: Text = Field(default="", alias="$schema")
    lang: Text = ""
    title: Text = ""
    basics: Basics = Basics()
    sections: list[Section] = []
    letter: Letter | None = None
    work: list[Work] = []
    education: list[Education] = []
    volunteer: list[Volunteer] = []
    skills: list[Skill] = []
    projects: list[Project] = []
    publications: list[Publication] = []
    certificates: list[Certificate] = []
    awards: list[Award] = []
    languages: list[Language] = []
    interests: list[Interest] = []
    references: list[Reference] = []
    theme: ThemeChoice = ThemeChoice()
    meta: Meta = Meta()
    unplaced: list[Unplaced] = []
