"""Publications and talks: an entry a citation, or a title with where it appeared."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from typeset.importers.text.entries.bodies import read_body, together
from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.citation_parts import Citation
from typeset.importers.text.items.citations import read_citation
from typeset.importers.text.items.dates import date_values
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date

# "**Title**, where": an author in bold stands before a title in italics or quotation marks.
_BOLD_TITLE = re.compile(r"\*\*([^*\n]{3,160}?)[.,:]?\*\*([.,:;]?\s[^*“\"„«]*)", re.DOTALL)

_TITLE_VENUE_DAY = 3


def read_publication(
    line: int, text: str, below: list[Block], single: str, record: Record
) -> dict[str, Any]:
    """A publication in the form of a citation, perhaps with its day in a column; {} for others."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    days = [cell for cell in cells if is_only_date(cell, record.vocabulary)]
    rest = " ".join(cell for cell in cells if cell not in days)
    day = is_only_date(days[0], record.vocabulary) if len(days) == 1 else None
    titled = day and len(cells) == _TITLE_VENUE_DAY and cells[-1] == days[0]
    if not titled and (len(cells) - len(days) != 1 or len(days) > 1):
        return {}
    authors = read_names(cells[0], record.vocabulary).people
    cited = Citation(cells[0], cells[1]) if titled and not authors else cite(rest, record)
    if not cited or (day and cited.date) or not (cited.venue or cited.authors):
        return {}
    record.choose(line, "citation", rest, f"name: {cited.title}")
    body, entry = read_body(below), cited.entry()
    body |= together(entry.pop("summary", ""), body.get("summary", ""))
    return {**entry, **date_values(cited.date or day, line, single, record), **body}


def cite(text: str, record: Record) -> Citation | None:
    """The citation that an item is, whose title may be set apart in bold."""
    bold = _BOLD_TITLE.fullmatch(text)
    if bold and read_names(bold[1], record.vocabulary).sure:
        bold = None  # "**AS Ferro**, I Holm. Title. …": oneself among the authors
    cited = read_citation(f"*{bold[1]}*{bold[2]}" if bold else text, record)
    if cited and bold and bold[1] not in cited.title:  # an author in bold, not the title
        bold, cited = None, read_citation(text, record)
    if not cited:
        return None
    cited = replace(cited, venue=cited.venue.lstrip("–— "))  # "**Title** — where"
    return replace(cited, title=bold[1]) if bold else cited
