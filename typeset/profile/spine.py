"""The spine: which sections a résumé has, in which order, and what each is called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container

from typeset.profile.ids import slug
from typeset.profile.model import Profile, Section, SectionKind

CANONICAL_ORDER: tuple[SectionKind, ...] = (
    "summary",
    "work",
    "education",
    "projects",
    "publications",
    "certificates",
    "awards",
    "volunteer",
    "skills",
    "languages",
    "interests",
    "references",
)


def filled_kinds(profile: Profile) -> list[SectionKind]:
    """The kinds that hold something, in canonical order."""
    return [
        kind
        for kind in CANONICAL_ORDER
        if (profile.basics.summary if kind == "summary" else getattr(profile, kind))
    ]


def spine(profile: Profile) -> list[Section]:
    """The author's sections; without any, one for each kind that holds something."""
    return profile.sections or [Section(kind=kind) for kind in filled_kinds(profile)]


def section_names(sections: list[Section], taken: Container[str] = ()) -> list[str]:
    """A name for each section: its kind where it alone has it, else its title as a slug.

    What has been named already keeps its name; no name is one of `taken`.
    """
    kinds = Counter[str | None](section.kind for section in sections)
    names: list[str] = []
    for section in sections:
        own = section.kind if section.kind and kinds[section.kind] == 1 else ""
        words = slug(section.title) or slug(section.body, 4) or section.kind or "section"
        name = section._name or own or words
        unique, number = name, 2
        while unique in names or unique in taken or (kinds[unique] == 1 and not own):
            unique, number = f"{name}-{number}", number + 1
        names.append(unique)
    return names
