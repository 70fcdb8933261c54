"""Fill forms with contents, and read the fields that come of them.

A form is a template of one entry; one that begins with `PLAIN` is of plain text, not Markdown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tests.benchmarks.import_coverage import JOINING, fields, whole_place
from typeset.importers import import_text
from typeset.importers.text.markup.inline import visible_words
from typeset.profile.writing import write_profile

Fields = Counter[tuple[str, str]]
PLAIN = "plain\n"


def filled(form: str, contents: Iterable[Mapping[str, str]]) -> str:
    """A form with each content, one below the other."""
    entry = form.removeprefix(PLAIN)
    text = "".join(entry.format(**content) for content in contents)
    return PLAIN + text if form.startswith(PLAIN) else text


def named(names: str, rows: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    """Contents whose parts have these names: "name role page"."""
    return [dict(zip(names.split(), row, strict=True)) for row in rows]


def read(source: str, *paths: str) -> Fields:
    """The fields at these paths that a document becomes; no word of it is lost."""
    became = import_text(source)
    assert became.words == became.placed
    found = fields(write_profile(became.profile))
    return Counter({key: n for key, n in found.items() if key[0].startswith(paths)})


def read_section(title: str, text: str, kind: str) -> Fields:
    """The fields of a kind that a section of such a title becomes, with another section below."""
    rest = "Skills" if kind != "skills" else "Education"
    below = "Lime, stone, timber" if rest == "Skills" else "BSc Physics, Heath University, 2010"
    if text.startswith(PLAIN):
        head, rest = f"Ada Quill\nada@quill.example\n\n{title.upper()}", rest.upper()
    else:
        head, rest = f"# Ada Quill\n\n## {title}", f"## {rest}"
    return read(f"{head}\n\n{text.removeprefix(PLAIN)}\n\n{rest}\n\n{below}\n", f".{kind}.")


def field(path: str, text: str) -> tuple[str, str]:
    """A field as it is compared: by its words, a place's in no order."""
    return path, whole_place(text) if path == ".basics.location" else " ".join(visible_words(text))


def expected(kind: str, *values: tuple[str, str]) -> Fields:
    """The fields of a kind with these names and texts."""
    return Counter(field(f".{kind}.{name}", text) for name, text in values)


def whole_degree(text: str) -> tuple[str, str]:
    """The field of a whole degree: `studyType` and `area`, without the words that join them."""
    return "degree", " ".join(word for word in text.split() if word not in JOINING)
