"""Résumés and cover letters, typeset.

The pipeline, each stage a function that returns its value and its problems:

    load(path)                  source or profile file → Loaded (profile, problems)
    build_document(profile)     Profile → Document: sections in order, in final words
    prepare(loaded, settings)   … with a theme and its options → Prepared
    prepared.html()             Document + theme → Html
    render(prepared)            HTML → fitted, typeset, checked → Rendered (pdf, pages, problems)

For example:

    from pathlib import Path
    import typeset

    loaded = typeset.load(Path("resume.md"))
    prepared = typeset.prepare(loaded, typeset.Settings(theme="classic", pages=2))
    Path("resume.pdf").write_bytes(typeset.render(prepared).pdf)

`read_profile` and `write_profile` are YAML in and out, `profile_schema` its JSON Schema,
`import_text` a source's text to a profile, `check_pdf` a PDF held against its document.
What is wrong with an input is one `TypesetError` with all its `problems`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typeset.checks import check_pdf
    from typeset.document import Document, build_document
    from typeset.importers import Imported, import_text
    from typeset.loading import Loaded, load
    from typeset.pipeline import Prepared, Rendered, Settings, prepare, render
    from typeset.problems import (
        EnvironmentProblem,
        Problem,
        Severity,
        Span,
        TypesetError,
        UsageError,
    )
    from typeset.profile import Profile, profile_schema, read_profile, write_profile

__all__ = [
    "Document",
    "EnvironmentProblem",
    "Imported",
    "Loaded",
    "Prepared",
    "Problem",
    "Profile",
    "Rendered",
    "Settings",
    "Severity",
    "Span",
    "TypesetError",
    "UsageError",
    "build_document",
    "check_pdf",
    "import_text",
    "load",
    "prepare",
    "profile_schema",
    "read_profile",
    "render",
    "write_profile",
]

_HOMES = {
    "check_pdf": "checks",
    "Document": "document",
    "build_document": "document",
    "Imported": "importers",
    "import_text": "importers",
    "Loaded": "loading",
    "Prepared": "pipeline",
    "Rendered": "pipeline",
    "Settings": "pipeline",
    "load": "loading",
    "prepare": "pipeline",
    "render": "pipeline",
    "Profile": "profile",
    "profile_schema": "profile",
    "read_profile": "profile",
    "write_profile": "profile",
}


def __getattr__(name: str) -> Any:
    """Import a stage when it is first used (PEP 562): `typeset --help` needs none of them."""
    if name not in __all__:
        raise AttributeError(f"module 'typeset' has no attribute {name!r}")
    return getattr(import_module(f"typeset.{_HOMES.get(name, 'problems')}"), name)
