"""Each kind of the profile's entries as the Document's: one function and one row a kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from typeset.document.dates import date_words, range_words
from typeset.document.glue import glue, glue_blocks, run_text
from typeset.document.head import show_url
from typeset.document.language import Language
from typeset.document.markdown import blocks, plain, rich, safe_href
from typeset.document.model import Block, Entry, Group, Item, List, Paragraph, Rich, Run
from typeset.document.references import reference_blocks
from typeset.profile.dates import PartialDate
from typeset.profile.entries import (
    Award,
    Certificate,
    Education,
    GenericEntry,
    Highlight,
    Interest,
    Project,
    Publication,
    Reference,
    Role,
    Skill,
    Volunteer,
    Work,
)
from typeset.profile.entries import Entry as ProfileEntry
from typeset.profile.entries import Language as SpokenLanguage
from typeset.profile.fields import Model


def build_entry(entry: Model, language: Language) -> Entry:
    """The Document's entry for any dated entry of a profile."""
    return _ENTRIES[type(entry)](entry, language)


def build_group(entry: Model, language: Language, separator: str) -> Group:
    """The Document's line for skills, interests and languages, keywords parted by `separator`."""
    label, keywords = _named(entry, language), getattr(entry, "keywords", [])
    if not keywords:
        return Group(glue(rich(label)))
    return Group(_joined(keywords, separator), glue(rich(label), end=False))


def _named(entry: Model, language: Language) -> str:
    """A skill, interest or language with its level."""
    if isinstance(entry, SpokenLanguage):
        return bracketed(entry.language, entry.fluency, language)
    assert isinstance(entry, Skill | Interest)
    return bracketed(entry.name, entry.level if isinstance(entry, Skill) else "", language)


def join_list(items: Iterable[str], language: Language) -> Rich:
    """Items on one line."""
    items = list(items)
    return _joined(items, separator_for(items, language))


def separator_for(items: Iterable[str], language: Language) -> str:
    """The language's comma, or a raised dot where an item holds a comma itself."""
    comma = language.items.strip()
    return " · " if any(comma in item or "," in item for item in items) else language.items


def bracketed(text: str, remark: str, language: Language) -> str:
    """A name with a remark in brackets: those of its script, which bring their own space."""
    if not remark:
        return text
    return f"{text}（{remark}）" if language.colon == "：" else f"{text} ({remark})".lstrip()


def _joined(items: Iterable[str], separator: str) -> Rich:
    joined: list[Run] = []
    for position, item in enumerate(items):
        if position:
            joined.append(Run(separator))
        joined += rich(item)
    return glue(tuple(joined), end=False)


def _work(work: Work, language: Language) -> Entry:
    entry = Entry(
        title=_line(work.position),
        organization=_linked(work.name, work.url),
        location=_line(work.location),
        dates=_dates(work, language),
        body=_body(work, before=(work.description,)),
        parts=tuple(build_entry(part, language) for part in (*work.roles, *work.engagements)),
    )
    return _headed(entry, language)


def _volunteer(work: Volunteer, language: Language) -> Entry:
    entry = _simple(work, language, title=work.position)
    organization = _linked(work.organization, work.url)
    return _headed(replace(entry, organization=organization), language)


def _education(education: Education, language: Language) -> Entry:
    facts: list[Rich] = []
    if education.score:
        facts.append(_labelled(language.score, rich(education.score), language))
    if education.courses:
        facts.append(_labelled(language.courses, join_list(education.courses, language), language))
    entry = Entry(
        title=_line(_join(language.comma, [education.study_type, education.area])),
        organization=_linked(education.institution, education.url),
        location=_line(education.location),
        dates=_dates(education, language),
        body=_body(education, after=_lines(facts)),
    )
    return _headed(entry, language)


def _headed(entry: Entry, language: Language) -> Entry:
    """`entry` with the employer or school first, where the language begins with it."""
    if language.entry == "position" or not (entry.title and entry.organization):
        return entry
    return replace(entry, title=entry.organization, organization=entry.title)


def _project(project: Project, language: Language) -> Entry:
    facts = [*project.roles, project.type, *project.keywords]
    line = join_list((fact for fact in facts if fact), language)
    return Entry(
        title=_linked(project.name, project.url),
        organization=_line(project.entity),
        location=_line(project.location),
        dates=_dates(project, language),
        body=_body(project, before=(project.description,), after=[Paragraph(line)] if line else []),
    )


def _role(role: Role, language: Language) -> Entry:
    return _simple(role, language, title=role.position, url=role.url)


def _publication(entry: Publication, language: Language) -> Entry:
    """A publication; volume and pages stand behind their journal: "*Tide Letters* 12(3), 4–9"."""
    paragraphs = entry.summary.split("\n\n")
    issue = next((one for one in paragraphs if entry.publisher and _is_issue(one)), "")
    if issue:
        paragraphs.remove(issue)
        entry = entry.model_copy(update={"summary": "\n\n".join(paragraphs)})
    sign = " " if _VOLUME.match(issue) else language.comma
    venue = f"{entry.publisher}{sign}{issue}" if issue else entry.publisher
    return _simple(entry, language, entry.name, entry.url, venue, entry.release_date)


_VOLUME = re.compile(r"\W*\d+\W*(?:[(（,:/*]|$)")
"""A volume's number, which follows the name of a journal without a comma."""
_LONGEST_ISSUE = 40


def _is_issue(text: str) -> bool:
    """Whether a text is volume, issue or pages: numbers, and short words beside them ("pp.")."""
    words = text.split()
    numbers = [bool(re.search(r"\d", word)) for word in words]
    short = all(
        number or re.fullmatch(r"\W?[^\W\d_]{0,5}\W?", word)
        for word, number in zip(words, numbers, strict=True)
    )
    begins = text[:1].isupper() and not words[0].endswith(".")
    return any(numbers) and short and not begins and len(text) <= _LONGEST_ISSUE


def _award(entry: Award, language: Language) -> Entry:
    return _simple(entry, language, entry.title, entry.url, entry.awarder, entry.date)


def _certificate(entry: Certificate, language: Language) -> Entry:
    return _simple(entry, language, entry.name, entry.url, entry.issuer, entry.date)


def _generic(entry: GenericEntry, language: Language) -> Entry:
    return _simple(entry, language, entry.title, entry.url, entry.organization)


def _reference(reference: Reference, language: Language) -> Entry:
    body = reference_blocks(reference.reference, named=bool(reference.name))
    return Entry(title=_line(reference.name), body=glue_blocks(body))


def _group(entry: Model, language: Language) -> Entry:
    """A skill, interest or language among entries of other kinds."""
    line = join_list(getattr(entry, "keywords", []), language)
    return Entry(title=_line(_named(entry, language)), body=(Paragraph(line),) if line else ())


_ENTRIES: dict[type[Model], Callable[[Any, Language], Entry]] = {
    Work: _work,
    Role: _role,
    Volunteer: _volunteer,
    Education: _education,
    Project: _project,
    Publication: _publication,
    Award: _award,
    Certificate: _certificate,
    GenericEntry: _generic,
    Reference: _reference,
    Skill: _group,
    Interest: _group,
    SpokenLanguage: _group,
}


def _simple(
    entry: ProfileEntry,
    language: Language,
    title: str,
    url: str = "",
    organization: str = "",
    date: PartialDate | None = None,
) -> Entry:
    """An entry whose head is a title and an organisation, and whose body is its texts."""
    return Entry(
        title=_linked(title, url),
        organization=_line(organization),
        location=_line(entry.location),
        dates=date_words(date, language) if date else _dates(entry, language),
        body=_body(entry),
    )


def _dates(entry: ProfileEntry, language: Language) -> str:
    return plain(rich(range_words(entry.start_date, entry.end_date, entry.dates, language)))


def _line(text: str) -> Rich:
    return glue(rich(text), end=False)


def _linked(text: str, url: str) -> Rich:
    """A name that leads to its page; the page's address where there is no name."""
    if not text:
        return run_text(show_url(url))
    href = safe_href(url)
    return tuple(
        Run(run.text, run.strong, run.emphasis, run.code, run.href or href) for run in _line(text)
    )


def _join(separator: str, parts: Iterable[str]) -> str:
    return separator.join(part for part in parts if part)


def _labelled(label: str, text: Rich, language: Language) -> Rich:
    return (Run(language.labelled(label)), *text)


def _lines(lines: list[Rich]) -> list[Block]:
    """Lines of one paragraph."""
    joined: list[Run] = []
    for line in lines:
        joined += [*([Run("\n")] if joined else []), *line]
    return [Paragraph(tuple(joined))] if joined else []


def _body(
    entry: ProfileEntry, before: Iterable[str] = (), after: Iterable[Block] = ()
) -> tuple[Block, ...]:
    """Summary, then highlights and prose in the author's order, then `after`."""
    texts = [block for text in (*before, entry.summary) for block in blocks(text)]
    return glue_blocks((*texts, *highlights(entry.highlights), *after))


def highlights(items: Iterable[Highlight]) -> tuple[Block, ...]:
    """Bullets gathered into lists, with the paragraphs that stand between them."""
    found: list[Block] = []
    bullets: list[Item] = []
    for item in items:
        if item.prose:
            if bullets:
                found.append(List(tuple(bullets)))
                bullets = []
            found += blocks(item.prose)
        else:
            bullets.append(Item(rich(item.text), _lead(item), highlights(item.children)))
    if bullets:
        found.append(List(tuple(bullets)))
    return tuple(found)


def _lead(item: Highlight) -> Rich:
    """A lead with the mark that parts it from its text: the author's, else `.` or `:`."""
    lead = rich(item.lead)
    text = plain(rich(item.text))
    if not lead or not text or not plain(lead)[-1].isalnum():
        return lead
    return (*lead, Run("." if text[0].isupper() else ":"))
