"""A file of any kind → a profile, in the language asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from typeset.files import has_file, read_text
from typeset.importers import UNMARKED, Imported, import_source, sniff
from typeset.importers import Source as SourceFile
from typeset.problems import Problem, Severity, Span, TypesetError, UsageError
from typeset.profile import Profile
from typeset.profile.addresses import Addressed
from typeset.profile.nodes import Tree, read_nodes
from typeset.profile.reading import read_placed
from typeset.tailor import LANGUAGE_TAG, is_whole, read_wordings, translate


@dataclass(frozen=True)
class Loaded:
    """A profile, the text it came from, and what was noticed.

    `imported` is there if it was not a profile, `places` (of its keys and values) if it was.
    """

    profile: Profile
    path: Path
    text: str = ""
    problems: tuple[Problem, ...] = ()
    imported: Imported | None = None
    places: Tree | None = None


def load(path: Path, *, importing: bool = False) -> Loaded:
    """Read a profile, or a source through the importer that its content asks for.

    The path may be a folder, such as an unpacked export. With `importing`, YAML that is a
    faulty profile is read as JSON Resume where it has its keys and none of ours. Raises
    `UsageError` for a missing file and `TypesetError` for one that cannot be read.
    """
    try:
        return _load(SourceFile(path), path, importing)
    except OSError as error:
        message = f"cannot be read: {error.strerror}"
        raise UsageError(Problem("unreadable-file", message, span=Span(str(path)))) from None


def _load(source: SourceFile, path: Path, importing: bool) -> Loaded:
    known = sniff(source).name
    yaml_resume = known == "JSON Resume" and not source.text.lstrip().startswith("{")
    if yaml_resume or (known in UNMARKED and looks_like_profile(source.text)):
        try:
            profile, places = read_placed(source.text, str(path))
            return Loaded(profile, path, source.text, tuple(source.problems), places=places)
        except TypesetError:
            if not (importing and yaml_resume):
                raise
    imported = import_source(source)
    text = source.text if source.is_text else ""
    return Loaded(imported.profile, path, text, tuple(imported.problems), imported)


def looks_like_profile(text: str) -> bool:
    """Whether `text` is YAML (or JSON) with a profile's keys rather than a document."""
    if text.lstrip().startswith("{"):
        return True
    if re.match(r"\s*---\n.*?\n---\s*(?:\n\s*\S|$)", text, re.DOTALL):
        return False  # front matter, and a document under it or within it
    keys = {f.alias or name for name, f in Profile.model_fields.items()}
    found = re.findall(r"^([$\w]+):(?:\s|$)", text, re.MULTILINE)
    first = re.search(r"^(?!\s*(?:#|---|$)).*", text, re.MULTILINE)
    return bool(first and re.match(r"[$\w]+:(?:\s|$)", first[0]) and keys.intersection(found))


def in_language(loaded: Loaded, lang: str, *, strict: bool = False) -> tuple[Loaded, list[Problem]]:
    """The profile in the language `lang`.

    Its texts are those of the translation that lies beside the source, as
    `resume.de.yaml` beside `resume.md`; everything in it keeps the address it had. What
    is not translated is a warning, or an error where `strict`. Raises `TypesetError` for
    a translation with errors, and for a `lang` that is no language tag.
    """
    if lang and not re.fullmatch(LANGUAGE_TAG, lang):
        hint = "write a tag such as `de` or `pt-BR`"
        raise TypesetError(Problem("language", f"{lang!r} is no language", hint=hint))
    own = loaded.profile.lang or "en"
    path = translation_of(loaded.path, lang) if lang and lang != own else None
    text, problems = read_text(path) if path else ("", [])
    if path is None or is_whole(text):
        if not lang or lang.split("-")[0] == own.split("-")[0]:
            return loaded, []
        severity = Severity.ERROR if strict else Severity.WARNING
        message = f"only dates and labels are in {lang!r}: the words stay in {own!r}"
        hint = f"put a translation beside it: {loaded.path.stem}.{lang}.yaml"
        if path:
            hint = f"{path.name} is no translation but a profile of its own: name that one"
        where = Span(str(loaded.path))
        return loaded, [Problem("not-translated", message, severity, where, hint)]
    addressed = Addressed(loaded.profile)
    addressed.profile.lang = lang
    wordings = read_wordings(read_nodes(text, str(path)))
    problems += translate(addressed, wordings, path, strict=strict)
    return replace(loaded, profile=addressed.profile), problems


def translation_of(source: Path, lang: str) -> Path | None:
    """The translation of `source` beside it: for the whole language tag, else its first part."""
    if not source.name:
        return None
    for tag in dict.fromkeys((lang, lang.split("-")[0])):
        for suffix in (".yaml", ".yml"):
            path = source.with_name(f"{source.stem}.{tag}{suffix}")
            if has_file(path) and path != source:
                return path
    return None
