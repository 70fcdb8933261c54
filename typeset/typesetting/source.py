"""What is typeset, and under which rules: the input of this stage."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

#: The most characters that text and style sheets may have together, tags not counted.
#: Two pages have 10,000; the engine takes 6 s and 100 MB for a million.
MAX_CHARACTERS = 2_000_000

#: The longest word, in characters, in scripts that separate words: with `hyphens: auto`
#: one of 2,000 takes 3 s, by the square of its length.
MAX_WORD = 1_000

#: The deepest nesting of elements. The engine gives up at about 150, but only after a
#: time that grows with the square of the depth.
MAX_DEPTH = 200


@dataclass(frozen=True, slots=True)
class Stylesheet:
    """CSS, and the folder or file that its relative URLs start from."""

    text: str
    base: Path | None = None

    @classmethod
    def read(cls, path: Path) -> Stylesheet:
        """The style sheet in the file at `path` (UTF-8)."""
        return cls(path.read_text("utf-8"), path)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the PDF carries; `kind` is its media type, `relationship` PDF's (`Source`)."""

    name: str
    data: bytes
    kind: str
    description: str = ""
    relationship: str = "Source"


@dataclass(frozen=True, slots=True)
class Source:
    """A document to typeset.

    `html`: a whole HTML document; its `lang`, `title` and `meta` elements (author,
        description, keywords, generator, dcterms.created, dcterms.modified) become the
        PDF's. No date is in the PDF unless they give one.
    `base`: the folder or file that its relative URLs start from.
    `stylesheets`: applied in order, as user styles: a `<style>` of the HTML wins over
        them, and theirs over the engine's.
    `allowed`: the folders and files that the page may load; nothing else is.
    `families`: the font families the theme uses; the first stands for every generic name.
    `font_dirs`: folders of fonts beyond the bundled ones.
    `lang`: BCP 47, chooses among Chinese, Japanese and Korean fonts; empty means the
        HTML's own `lang`, which is what the PDF says in any case.
    `identifier`: the PDF's /ID: bytes that tell these inputs from others.
    `attachments`: files that the PDF carries.
    `allowed_warnings`: parts of engine messages that are no problem.
    """

    html: str
    base: Path | None = None
    stylesheets: tuple[Stylesheet, ...] = ()
    allowed: tuple[Path, ...] = ()
    families: tuple[str, ...] = ("Source Sans 3",)
    font_dirs: tuple[Path, ...] = ()
    lang: str = ""
    identifier: bytes = b""
    attachments: tuple[Attachment, ...] = ()
    allowed_warnings: tuple[str, ...] = ()
