"""An application: its résumé, its letter, and both in one PDF, with an account of every choice."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Literal

from typeset.checks import check_pdf
from typeset.document import Document
from typeset.document.language import load_language
from typeset.files import read_text
from typeset.loading import Loaded, in_language, load
from typeset.names import sendable
from typeset.pipeline import Prepared, Rendered, Settings, prepare, render
from typeset.postings import posting_of
from typeset.problems import Problem, Severity, Span, TypesetError, UsageError, errors
from typeset.profile import Profile
from typeset.profile.addresses import Addressed
from typeset.searching import applies, is_translation
from typeset.tailor import (
    LeftOut,
    Placed,
    Tailored,
    read_application,
    tailor,
    tailor_letter,
)
from typeset.tailor.identity import other_names
from typeset.tailor.leaving import may_leave
from typeset.tailor.posting import relevance
from typeset.tailor.wording import find
from typeset.typesetting import Press, bind

Kind = Literal["resume", "letter", "packet"]


@dataclass(frozen=True)
class Part:
    """One document of an application: what it says, and how it came to say so."""

    kind: Kind
    tailored: Tailored
    prepared: Prepared

    @property
    def name(self) -> str:
        """The name of its file."""
        return _file_name(self.prepared.document, self.kind)


@dataclass(frozen=True)
class Application:
    """An application ready for the engine: the letter, if there is one, then the résumé."""

    placed: Placed
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def key(self) -> str:
        """SHA-256 of everything its PDFs depend on."""
        keys = " ".join(part.prepared.key for part in self.parts)
        return hashlib.sha256(keys.encode()).hexdigest()

    @property
    def keys(self) -> dict[str, str]:
        """The key of each PDF, by name."""
        keys = {part.name: part.prepared.key for part in self.parts}
        return {**keys, self.packet: self.key} if self.packet else keys

    @property
    def packet(self) -> str:
        """The name of the PDF that holds both; empty where there is only one."""
        if len(self.parts) == 1:
            return ""
        return _file_name(self.parts[-1].prepared.document, "packet")


def _file_name(document: Document, kind: Kind) -> str:
    """`Ada-Example-Resume.pdf`, in the document's language."""
    language, _ = load_language(document.lang)
    resume, letter, packet = language.files
    words = {"resume": resume, "letter": letter, "packet": packet}
    return f"{sendable(document.author, words[kind])}.pdf"


@dataclass(frozen=True)
class RenderedApplication:
    """The PDFs of an application and their pages, by name, and what was noticed on the way."""

    pdfs: dict[str, bytes]
    pages: dict[str, int]
    rendered: tuple[Rendered, ...]
    problems: tuple[Problem, ...]


def prepare_application(path: Path, settings: Settings) -> Application:
    """Read the application at `path`, and tailor its documents.

    What `settings` say wins over what the application does. Raises `TypesetError` with
    the problems of its files, and where it would change a fact.
    """
    problems: list[Problem] = []

    def read(file: Path) -> str:
        text, found = read_text(file)
        problems.extend(found)
        return text

    placed = read_application(path, read)
    said = placed.application
    lang = settings.lang or said.lang
    resume = _load(placed, "profile")
    if resume.profile.letter:
        message = f"{resume.path} is a letter"
        hint = "a letter stands under `letter:`, the résumé under `profile:`"
        raise TypesetError(Problem("profile", message, span=placed.span("profile"), hint=hint))
    resume, found = in_language(resume, lang, strict=settings.strict)
    problems += [*resume.problems, *found]
    tailored = tailor(Addressed(resume.profile), placed)
    part, found = _part("resume", resume, tailored, placed, settings)
    problems += found
    parts = [part]
    if said.letter:
        letter = _load(placed, "letter")
        if letter.profile.letter is None:
            message = f"{letter.path} is no letter"
            raise TypesetError(Problem("letter", message, span=placed.span("letter")))
        letter, found = in_language(letter, lang, strict=settings.strict)
        name = resume.profile.basics.name
        problems += [*letter.problems, *found, *other_names(letter.profile, name, letter.path)]
        try:
            written = tailor_letter(Addressed(_from(tailored, letter)), placed)
        except TypesetError as error:
            raise TypesetError(_in_letter(problem, letter) for problem in error.problems) from None
        parts.insert(0, _part("letter", letter, written, placed, settings)[0])
    for part in parts:
        problems += [*part.tailored.problems, *part.prepared.problems, *_summary(part)]
    problems = [problem.at(Span(str(path))) for problem in problems]
    if errors(problems):
        raise TypesetError(problems)
    return Application(placed, tuple(parts), tuple(dict.fromkeys(problems)))


def _load(placed: Placed, key: Literal["profile", "letter"]) -> Loaded:
    """The file that the application names under `key`."""
    path = Path(getattr(placed.application, key))
    what = "an application" if applies(path) else "a translation" if is_translation(path) else ""
    if what:
        message = f"{path} is {what}, not a {key}"
        raise TypesetError(Problem(key, message, span=placed.span(key)))
    try:
        return load(path)
    except UsageError as error:  # the application is wrong, not the command
        raise TypesetError(
            replace(problem, span=placed.span(key), message=f"{path}: {problem.message}")
            for problem in error.problems
        ) from None


def _from(resume: Tailored, letter: Loaded) -> Profile:
    """The letter, headed as the résumé is unless it says how to reach its writer itself."""
    own = letter.profile.basics
    if own.email or own.phone or own.location or own.url or own.profiles or own.details:
        return letter.profile
    sender = resume.addressed.profile.basics
    basics = sender.model_copy(deep=True, update={"summary": ""})
    basics._order = sender._order
    lang, spoken = letter.profile.lang, resume.addressed.profile.lang
    if (lang or "en") == spoken.split("-")[0]:  # of a language's countries, the résumé's
        lang = spoken
    return letter.profile.model_copy(update={"basics": basics, "lang": lang})


def _in_letter(problem: Problem, letter: Loaded) -> Problem:
    """The problem at the placeholder that it names, or in the letter as a whole."""
    name = re.match(r"\{[\w-]+\}", problem.message)
    offset = letter.text.find(name[0]) if name else -1
    if not name or offset < 0:
        return problem.at(Span(str(letter.path)))
    line = letter.text.count("\n", 0, offset) + 1
    column = offset - letter.text.rfind("\n", 0, offset)
    return problem.at(Span.of_line(str(letter.path), letter.text, line, column, len(name[0])))


def _summary(part: Part) -> list[Problem]:
    """In a line, what the application changes; the manifest has it in full."""
    said = [
        f"{len(changes)} {what}"
        for changes, what in (
            (part.tailored.left_out, "left out by the selection"),
            (part.tailored.reworded, "reworded"),
        )
        if changes
    ]
    if not said:
        return []
    message = f"{part.name}: {', '.join(said)}; the manifest says what and why"
    return [Problem("tailored", message, Severity.NOTE)]


def _part(
    kind: Kind, loaded: Loaded, tailored: Tailored, placed: Placed, settings: Settings
) -> tuple[Part, list[Problem]]:
    """A tailored document with its theme and options, and what reading the posting told."""
    said = placed.application
    theme = settings.theme or said.theme.name
    options = said.theme.options if said.theme.name in ("", theme) else {}
    pages = said.pages.letter if kind == "letter" else settings.pages or said.pages.resume
    own = replace(
        settings,
        theme=theme,
        options={**options, **settings.options},
        lang=settings.lang or said.lang,
        pages=pages,
    )
    shown = replace(loaded, profile=tailored.addressed.profile)
    lang = shown.profile.lang or "en"
    fits = kind == "resume" and bool(pages)
    leaving, found = _may_leave(tailored, placed, lang) if fits else ((), [])
    try:
        prepared = prepare(shown, own, leaving)
    except UsageError as error:
        if settings.theme or settings.options:
            raise
        raise TypesetError(problem.at(placed.span("theme")) for problem in error.problems) from None
    return Part(kind, tailored, prepared), found


def _may_leave(
    tailored: Tailored, placed: Placed, lang: str
) -> tuple[tuple[LeftOut, ...], list[Problem]]:
    """What fitting may leave out, by the posting's terms where there is one, and its problems."""
    said, parts = placed.application, tailored.addressed.parts
    weights = None
    problems: list[Problem] = []
    if said.posting:
        posting, problems = posting_of(placed, lang)
        weights = relevance(posting.terms, Addressed(tailored.addressed.profile))
    leaving = may_leave(
        tailored.addressed.profile,
        any_highlight=said.leave_out,
        keep={part.address for one in said.select.keep if (part := find(one, parts))},
        relevance=weights,
    )
    return leaving, problems


def render_application(application: Application, press: Press) -> RenderedApplication:
    """Typeset every document of an application, and bind them; each PDF is checked.

    Raises `TypesetError` with the errors of all its documents.
    """
    problems: list[Problem] = list(application.problems)
    rendered: list[Rendered] = []
    failed: list[Problem] = []
    for part in application.parts:
        try:
            rendered.append(render(part.prepared, press))
            problems += rendered[-1].problems
        except TypesetError as error:
            failed += error.problems
    if failed:
        raise TypesetError(failed)
    names = [part.name for part in application.parts]
    pdfs = {name: one.pdf for name, one in zip(names, rendered, strict=True)}
    pages = {name: one.pages for name, one in zip(names, rendered, strict=True)}
    if application.packet:
        pdfs[application.packet] = _bind(application, rendered)
        pages[application.packet] = sum(pages.values())
    return RenderedApplication(pdfs, pages, tuple(rendered), tuple(dict.fromkeys(problems)))


def _bind(application: Application, rendered: list[Rendered]) -> bytes:
    """Letter and résumé in one PDF, checked as each of them was."""
    title = application.packet.removesuffix(".pdf").replace("-", " ")
    keywords = [word for one in rendered for word in one.document.keywords]
    layouts = [one.fitted.layout for one in rendered]
    pdf = bind(layouts, title, list(dict.fromkeys(keywords)), application.key.encode())
    families = [family for one in rendered for family in one.fitted.sheet.families]
    first, problems = 0, list[Problem]()
    for one in rendered:
        pages = slice(first, first + one.pages)
        problems += check_pdf(pdf, one.document, families, pages)
        first += one.pages
    if errors(problems):
        raise TypesetError(problem.at(Span(application.packet)) for problem in problems)
    return pdf
