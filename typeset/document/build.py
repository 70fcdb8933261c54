"""Profile → Document."""

from __future__ import annotations

import datetime
from dataclasses import replace

from typeset.document.head import build_head
from typeset.document.language import Language, load_language
from typeset.document.letter import build_letter, signature_lines
from typeset.document.localize import localize
from typeset.document.markdown import plain, rich
from typeset.document.model import Document, Kind, Marks, Paragraph, Section
from typeset.document.reading import section_texts
from typeset.document.sections import beside_letter, build_sections
from typeset.document.style import Style, with_dates, with_links
from typeset.problems import Problem, Severity, TypesetError
from typeset.profile.model import Profile
from typeset.words import clean, count

DEFAULT_STYLE = Style()

_STATEMENT_WORDS = 12


def build_document(
    profile: Profile,
    *,
    lang: str = "",
    today: datetime.date | None = None,
    style: Style = DEFAULT_STYLE,
) -> tuple[Document, list[Problem]]:
    """The document a profile makes: its letter where it has one, else its résumé.

    `lang` overrides the profile's language; `today` dates a letter that says so; `style`
    is the form of dates and links.
    Raises `TypesetError` where there is nothing to print.
    """
    language, problems = load_language(lang or profile.lang or "en")
    language = with_dates(language, style)
    if profile.unplaced:
        lines = len(profile.unplaced)
        problems.append(
            Problem(
                "unplaced",
                f"{lines} {'line' if lines == 1 else 'lines'} of the source found no place "
                "and will not be printed",
                Severity.WARNING,
                hint="see `unplaced` in the profile",
            )
        )
    letter = build_letter(profile.letter, language, today) if profile.letter else None
    sections, left_out = (
        ((), beside_letter(profile)) if letter else build_sections(profile, language)
    )
    name = plain(rich(profile.basics.name)) or _signed(profile)
    kind: Kind = "letter" if letter else "page" if _is_prose(sections) else "resume"
    head = build_head(profile.basics, name, language)
    document = Document(
        kind=kind,
        lang=language.tag,
        direction="rtl" if language.direction == "rtl" else "ltr",
        name=_called(profile, name, kind, language),
        author=name,
        head=head,
        title=rich(profile.title),
        sections=sections,
        letter=letter,
        subject=clean(plain(letter.subject if letter else head.label)),
        keywords=_keywords(profile, sections),
        marks=Marks(language.comma, language.colon, language.page),
    )
    document = _with_statement(document)
    document = localize(with_links(document) if style.links else document, language)
    if not (name or document.title or sections or letter):
        raise TypesetError(Problem("empty-profile", "there is nothing to print in this profile"))
    return document, problems + left_out


def _with_statement(document: Document) -> Document:
    """A page that no person heads, its opening line set with the title where it is a statement.

    A statement is one short line without a full stop, before the first titled section.
    """
    first = document.sections[0] if document.sections else None
    if document.head.name or document.head.label or not (document.title and first):
        return document
    opening = first.body[0] if first.body and not first.title else None
    if not isinstance(opening, Paragraph) or len(document.sections) < 2:
        return document
    text = plain(opening.text)
    if count([text]) > _STATEMENT_WORDS or "\n" in text or text.endswith((".", ":", "…", "—")):
        return document
    head = replace(document.head, label=opening.text)
    rest = replace(first, body=first.body[1:])
    kept = (rest,) if rest.body or rest.entries or rest.groups else ()
    return replace(document, head=head, sections=(*kept, *document.sections[1:]))


def _is_prose(sections: tuple[Section, ...]) -> bool:
    """Whether more words stand in paragraphs of prose sections than in all others."""
    prose = [section for section in sections if section.kind == "prose"]
    return count(section_texts(prose)) * 2 > count(section_texts(sections))


def _keywords(profile: Profile, sections: tuple[Section, ...]) -> tuple[str, ...]:
    """The names of the skills that the document prints: its metadata tell nothing else."""
    printed = " ".join(text for text in section_texts(sections)).replace("\u00a0", " ")
    names = (plain(rich(skill.name)) for skill in profile.skills)
    return tuple(name for name in names if name and name in printed)


def _signed(profile: Profile) -> str:
    """The name of a letter's writer who is known only by the signature: its first line."""
    signature = profile.letter.signature if profile.letter else ""
    return plain(signature_lines(signature)).split("\n")[0]


def _called(profile: Profile, name: str, kind: Kind, language: Language) -> str:
    """What the PDF is called: `Ada Example – Résumé`, or a page's own title."""
    what = {"letter": language.letter, "resume": language.resume, "page": ""}[kind]
    title = plain(rich(profile.title))
    return " – ".join(part for part in (name, title or what) if part)
