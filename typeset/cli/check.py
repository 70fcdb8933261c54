"""`typeset check`: PDFs verified, profiles read critically, applications held to their posting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from typeset.checks.facts import MAX_BYTES
from typeset.checks.facts.view import plain_view
from typeset.checks.lint import lint_profile
from typeset.checks.verify import Report, verify_pdf
from typeset.cli.report import Messages, report
from typeset.document import Document, build_document
from typeset.files import read_bytes
from typeset.importers.embedded import NAME, embedded_profile
from typeset.loading import Loaded, load
from typeset.pipeline import Settings, prepare
from typeset.problems import EnvironmentProblem, Problem, Severity, Span, TypesetError, UsageError
from typeset.profile import read_profile
from typeset.searching import find_sources


@dataclass(frozen=True)
class CheckCommand:
    """What was asked on the command line. `settings` are those that a PDF was made with."""

    paths: tuple[Path, ...]
    profile: Path | None
    settings: Settings
    view: bool
    strict: bool
    messages: Messages
    quiet: bool


def run_check(command: CheckCommand) -> int:
    """Check everything asked; 1 where there are errors, with `strict` also on warnings."""
    given = load(command.profile) if command.profile else None
    code = 0
    for path, data in _files(command.paths):
        try:
            if data is None:
                problems = _of_source(path, command)
            else:
                problems = _of_pdf(path, data, given, command)
        except EnvironmentProblem:
            raise
        except TypesetError as error:
            problems = [problem.at(Span(str(path))) for problem in error.problems]
            code = max(code, error.exit_code)
        report(problems, command.messages, quiet=command.quiet)
        code = max(code, _code(problems, command.strict))
        if command.messages is Messages.TEXT and not command.quiet:
            print(f"{path}: {_counted(problems)}", flush=True)
    return code


def _files(paths: tuple[Path, ...]) -> Iterator[tuple[Path, bytes | None]]:
    """Every file asked: a PDF with its bytes, a profile or source without."""
    for path in paths:
        if not path.is_dir():
            yield path, _pdf(path)
            continue
        pdfs = sorted(file for file in path.rglob("*") if _is_pdf_name(file, path))
        for file in pdfs:
            yield file, _pdf(file) or b""
        try:
            yield from ((found.path, None) for found in find_sources([path]))
        except UsageError:
            if not pdfs:
                raise


def _is_pdf_name(file: Path, root: Path) -> bool:
    hidden = any(part.startswith((".", "_")) for part in file.relative_to(root).parts)
    return file.suffix.lower() == ".pdf" and not hidden and file.is_file()


def _pdf(path: Path) -> bytes | None:
    """The bytes of a PDF, told by its name or its first bytes; None for anything else."""
    if path.suffix.lower() != ".pdf":
        try:
            with path.open("rb") as file:
                if b"%PDF-" not in file.read(1024):
                    return None
        except OSError:
            return None  # reading it as a source says what is wrong with it
    return read_bytes(path, MAX_BYTES)


def _of_source(path: Path, command: CheckCommand) -> list[Problem]:
    """What is to be said of a profile, a source or an application."""
    if not (path.is_file() and find_sources([path])[0].application):
        return _of_profile(path, command)
    from typeset.cli.check_application import check_application

    return check_application(path, command.settings, command.messages, quiet=command.quiet)


def _of_profile(path: Path, command: CheckCommand) -> list[Problem]:
    """What the reading, the document and the rules say of a profile or source."""
    loaded = load(path)
    where = Span(str(path))
    remarks = lint_profile(
        loaded.profile,
        loaded.places,
        name=str(path),
        source=loaded.text,
        today=command.settings.today,
    )
    # What the importer has said already, at its place, is not said twice.
    said = {problem.rule for problem in loaded.problems}
    return [
        *(problem.at(where) for problem in loaded.problems),
        *(problem.at(where) for problem in _of_document(loaded, command.settings)),
        *(problem for problem in remarks if problem.rule not in said),
    ]


def _of_document(loaded: Loaded, settings: Settings) -> list[Problem]:
    """What building the document says; a letter dated `today` needs no day to be read."""
    try:
        return build_document(loaded.profile, lang=settings.lang, today=settings.today)[1]
    except TypesetError as error:
        return [problem for problem in error.problems if problem.rule != "date-today"]


def _of_pdf(path: Path, data: bytes, given: Loaded | None, command: CheckCommand) -> list[Problem]:
    settings = command.settings
    shown, whence = (given, "") if given else _carried(path, data)
    document = _shown_document(shown, settings) if shown else None
    profile = shown.profile if shown else None
    made = verify_pdf(data, str(path), profile, document=document, today=settings.today)
    if command.messages is Messages.TEXT and not command.quiet:
        _print(made, command.view)
    if not whence:
        return list(made.problems)
    note = Problem("compared", f"held against {whence}", Severity.NOTE, Span(str(path)))
    return [note, *made.problems]


def _shown_document(shown: Loaded, settings: Settings) -> Document:
    """The document that a PDF should show; a theme may have set sections of it aside."""
    if not (settings.theme or shown.profile.theme.name):
        return build_document(shown.profile, lang=settings.lang, today=settings.today)[0]
    # No photo is needed to say what the words are, and it may lie elsewhere by now.
    bare = shown.profile.model_copy(deep=True)
    bare.basics.image = ""
    return prepare(replace(shown, profile=bare), settings).document


def _carried(path: Path, data: bytes) -> tuple[Loaded | None, str]:
    """The profile that a PDF carries, else the one that `render` has written beside it."""
    if inside := embedded_profile(data):
        name = f"{path}/{NAME}"
        return Loaded(read_profile(inside, name), Path(name), inside), "the profile inside"
    beside = path.with_suffix(".yaml")
    if beside.is_file():
        return load(beside), str(beside)
    return None, ""


def _print(made: Report, view: bool) -> None:
    """What an applicant system recovers, and the text it has to work with."""
    if view:
        print(plain_view(made.facts), end="\n\n")
    width = max((len(kind) for kind, _ in made.recovered.found), default=0)
    for kind, value in made.recovered.found:
        print(f"  {kind:{width}}  {value}")


def _code(problems: list[Problem], strict: bool) -> int:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return int(any(problem.severity in failing for problem in problems))


def _counted(problems: list[Problem]) -> str:
    """`1 error, 2 warnings`, or that there is nothing."""
    counts = [
        (sum(problem.severity is severity for problem in problems), str(severity))
        for severity in Severity
    ]
    said = [f"{count} {name}{'s' if count > 1 else ''}" for count, name in counts if count]
    return ", ".join(said) or "nothing to say"
