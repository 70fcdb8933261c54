"""The typed profile: JSON Resume 1.0, and what real documents need beyond it.

Keys are JSON Resume's (camelCase in YAML, snake_case here). Texts are inline
Markdown, `summary`, `body` and `prose` are Markdown blocks. Unknown keys are errors.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    SerializerFunctionWrapHandler,
    model_serializer,
    model_validator,
)
from pydantic.alias_generators import to_camel

from typeset.profile.dates import PartialDate
from typeset.words import CONTROL, NEWLINE, clean

PRESENT: Literal["present"] = "present"
EndDate = PartialDate | Literal["present"]


def _text(value: str) -> str:
    if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
        raise ValueError("half of a surrogate pair is not a character")
    value = NEWLINE.sub("\n", value)
    if control := CONTROL.search(value):
        raise ValueError(f"the control character U+{ord(control[0]):04X} cannot be printed")
    return clean(value).strip()


Text = Annotated[str, AfterValidator(_text)]
"""Text in NFC without invisible characters; Markdown where the key says so."""


class Model(BaseModel):
    """What all parts share: camelCase keys, no unknown ones."""

    model_config = ConfigDict(
        extra="forbid", alias_generator=to_camel, populate_by_name=True, defer_build=True
    )


class Location(Model):
    """A place in parts, printed in the order given here."""

    address: Text = ""
    postal_code: Text = ""
    city: Text = ""
    region: Text = ""
    country_code: Text = ""


class NetworkProfile(Model):
    """A page or account: `network` names the site, `username` is what is shown."""

    network: Text = ""
    username: Text = ""
    url: Text = ""


class Detail(Model):
    """A contact or fact with no key of its own: a second phone, a permit, a birth date."""

    label: Text = ""
    value: Text


def _no_empty_place(value: Location | str) -> Location | str:
    """A place of which no part is given is none."""
    return "" if value == Location() else value


CONTACT_KEYS = ("location", "phone", "email", "url", "profiles", "details")


class Basics(Model):
    """Who the person is. The contact keys are printed in the order they are written."""

    name: Text = ""
    label: Text = ""
    image: Text = ""
    email: Text = ""
    phone: Text = ""
    url: Text = ""
    location: Annotated[Location | Text, AfterValidator(_no_empty_place)] = ""
    profiles: list[NetworkProfile] = []
    details: list[Detail] = []
    summary: Text = ""
    _order: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _keep_order(cls, value: Any, handler: ModelWrapValidatorHandler[Basics]) -> Basics:
        basics = handler(value)
        if isinstance(value, dict):
            basics._order = tuple(
                key for key in value if key in CONTACT_KEYS and getattr(basics, key)
            )
        return basics

    @property
    def contact_order(self) -> tuple[str, ...]:
        """The contact keys that hold something, in the author's order."""
        filled = [key for key in CONTACT_KEYS if getattr(self, key)]
        known = [key for key in self._order if key in filled]
        return (*known, *(key for key in filled if key not in known))


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
    def _one_form(self) -> Highlight:
        if self.prose and (self.lead or self.text):
            raise ValueError("a highlight is either a bullet (lead, text) or prose, not both")
        if not (self.prose or self.lead or self.text):
            raise ValueError("a highlight needs a text, a lead or prose")
        return self

    @model_serializer(mode="wrap")
    def _to_text(self, handler: SerializerFunctionWrapHandler) -> Any:
        data: dict[str, Any] = handler(self)
        filled = {key: value for key, value in data.items() if value not in ("", [], None)}
        return self.text if set(filled) == {"text"} else filled


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
    """One item of the spine. Without a kind it is prose (`body`), which may be untitled."""

    kind: SectionKind | None = None
    title: Text = ""
    body: Text = ""
    entries: list[Text | GenericEntry] = []

    @model_validator(mode="before")
    @classmethod
    def _from_name(cls, value: Any) -> Any:
        return {"kind": value} if isinstance(value, str) else value

    @model_serializer(mode="wrap")
    def _to_name(self, handler: SerializerFunctionWrapHandler) -> Any:
        data: dict[str, Any] = handler(self)
        filled = {key: value for key, value in data.items() if value not in ("", [], None)}
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
