"""A citation in parts, and the publication that a profile holds of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from typeset.importers.text.items.cited_titles import ITALIC, QUOTED
from typeset.importers.text.words.dates import DateFound


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
        parts = {"name": self.title, "publisher": self.venue, "url": self.url}
        parts["summary"] = "\n\n".join(said)
        return {name: part for name, part in parts.items() if part}
