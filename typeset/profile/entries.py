"""What a career is made of: positions, degrees, projects, skills, and their highlights."""

from __future__ import annotations

from typing import Any

from pydantic import (
    ValidationInfo,
    model_serializer,
    model_validator,
)

from typeset.profile.dates import PartialDate
from typeset.profile.fields import KEEP_EMPTY, EndDate, Model, Text, filled_fields


class Highlight(Model):
    """A bullet (`text`, perhaps after a bold `lead`), or a paragraph kept among them (`prose`)."""

    id: Text = ""
    tags: list[Text] = []
    priority: int | None = None
    lead: Text = ""
    text: Text = ""
    prose: Text = ""
    children: list[Highlight] = []

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _one_form(self, info: ValidationInfo) -> Highlight:
        if self.prose and (self.lead or self.text):
            raise ValueError("a highlight is either a bullet (lead, text) or prose, not both")
        given_empty = info.context == KEEP_EMPTY and self.model_fields_set <= {"text"}
        if not (self.prose or self.lead or self.text or given_empty):
            raise ValueError("a highlight needs a text, a lead or prose")
        return self

    @model_serializer(mode="plain")
    def _to_text(self) -> Any:
        filled = filled_fields(self)
        return self.text if set(filled) == {"text"} else filled

    def as_nothing(self) -> str:
        return ""


class Entry(Model):
    """What every entry may have; alone, a generic entry of a section (a grant, a course taught)."""

    id: Text = ""
    tags: list[Text] = []
    start_date: PartialDate | None = None
    end_date: EndDate | None = None
    dates: Text = ""
    location: Text = ""
    url: Text = ""
    summary: Text = ""
    highlights: list[Highlight] = []

    @model_validator(mode="after")
    def _ordered(self) -> Entry:
        start, end = self.start_date, self.end_date
        if start and isinstance(end, PartialDate) and end.last < start.first:
            raise ValueError(f"endDate {end} is before startDate {start}")
        return self


class GenericEntry(Entry):
    """An entry of a section whose kind JSON Resume does not know."""

    title: Text = ""
    organization: Text = ""


class Role(Entry):
    """One of several positions at one employer."""

    position: Text = ""


class Work(Entry):
    """A position at an employer; `roles` for promotions, `engagements` for clients and projects."""

    name: Text = ""
    position: Text = ""
    description: Text = ""
    roles: list[Role] = []
    engagements: list[Work] = []


class Volunteer(Entry):
    """Unpaid work."""

    organization: Text = ""
    position: Text = ""


class Education(Entry):
    """A degree: `studyType` and `area`, or the whole degree in `studyType`."""

    institution: Text = ""
    study_type: Text = ""
    area: Text = ""
    score: Text = ""
    courses: list[Text] = []


class Project(Entry):
    """A project; `roles` are the roles held in it, as JSON Resume has them."""

    name: Text = ""
    description: Text = ""
    keywords: list[Text] = []
    roles: list[Text] = []
    entity: Text = ""
    type: Text = ""


class DatedEntry(Entry):
    """An entry whose day JSON Resume gives under a key of its own."""

    date: PartialDate | None = None


class Award(DatedEntry):
    """A prize."""

    title: Text = ""
    awarder: Text = ""


class Certificate(DatedEntry):
    """A certificate or licence."""

    name: Text = ""
    issuer: Text = ""


class Publication(Entry):
    """A publication or talk."""

    name: Text = ""
    publisher: Text = ""
    release_date: PartialDate | None = None


class Group(Model):
    """A name and what belongs to it."""

    id: Text = ""
    tags: list[Text] = []
    name: Text = ""
    keywords: list[Text] = []


class Skill(Group):
    """A group of skills."""

    level: Text = ""


class Interest(Group):
    """An interest."""


class Language(Model):
    """A language spoken."""

    id: Text = ""
    tags: list[Text] = []
    language: Text = ""
    fluency: Text = ""


class Reference(Model):
    """Who speaks for the person, and what they say."""

    id: Text = ""
    tags: list[Text] = []
    name: Text = ""
    reference: Text = ""
