"""A citation in parts, and the publication that a profile holds of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from typeset.importers.text.items.cited_titles import ITALIC, QUOTED
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.words.dates import DateFound

_LETTER = re.compile(r"[^\W\d_\u2e80-\U0001ffff]$")
"""A letter at the end, of a script that ends its sentences with a full stop."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The parts of a citation: `issue` are its volume and pages, `links` are "[pdf](…)".

    `remark` is what is said behind it.
    """

    title: str
    venue: str = ""
    authors: str = ""
    date: DateFound | None = None
    issue: str = ""
    remark: str = ""
    url: str = ""
    links: str = ""

    @property
    def is_marked(self) -> bool:
        """Whether its title is in italics or quotation marks."""
        return bool(QUOTED.fullmatch(self.title) or ITALIC.fullmatch(self.title))

    def entry(self) -> dict[str, Any]:
        """The publication without its day: its summary are authors, pages and remarks."""
        said = [part for part in (self.authors, self.issue, self.remark, self.links) if part]
        if self.authors and len(said) > 1 and _LETTER.search(unstyle(self.authors)):
            said[0] = f"{self.authors}."  # "Holm I. 7, 55–58"
        parts = {"name": self.title, "publisher": self.venue, "url": self.url}
        parts["summary"] = "\n\n".join(said)
        return {name: part for name, part in parts.items() if part}
