"""One letter to many: each row of a table of recipients addresses it anew.

The columns `name`, `title`, `organisation` and `address` give the letter's recipient,
`file` the output's name; every column may stand in the letter as a placeholder. Rows are
plain text, not Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from typeset.problems import Problem, Severity, Span, TypesetError, did_you_mean
from typeset.profile.ids import slug
from typeset.profile.model import Profile, Recipient
from typeset.tailor.placeholders import fill, placeholders, verbatim

RECIPIENT = ("name", "title", "organisation", "address")
"""The columns that give the recipient; in `address` lines end with `;` or a newline."""

FILE = "file"
"""The column that names the output, without its suffix."""

_FILE_NAME = re.compile(r"[^\W_][^/\\:\x00-\x1f]{0,99}")


@dataclass(frozen=True)
class Row:
    """One recipient: the texts of its columns, and where it stands."""

    fields: Mapping[str, str]
    place: Span

    @property
    def file(self) -> str:
        """The name of the output: `file`, else made of the organisation or the name.

        Raises `TypesetError` where there is none, or none that a file can have.
        """
        given = self.fields.get(FILE, "").removesuffix(".pdf")
        named = given or slug(self.fields.get("organisation") or self.fields.get("name", ""))
        if _FILE_NAME.fullmatch(named):
            return named
        message = f"{named!r} cannot be a file's name" if named else "nothing names the output"
        hint = f"give a column {FILE!r}, {RECIPIENT[2]!r} or {RECIPIENT[0]!r}"
        raise TypesetError(Problem("recipient-name", message, span=self.place, hint=hint))


def addressed(letter: Profile, row: Row) -> Profile:
    """A letter to the recipient of a row, its placeholders filled.

    Raises `TypesetError`, at the row, for placeholders that it leaves empty.
    """
    try:
        filled = fill(letter, row.fields)
    except TypesetError as error:
        raise type(error)(problem.at(row.place) for problem in error.problems) from None
    if filled.letter is None:
        return filled
    given = {key: verbatim(row.fields[key]) for key in RECIPIENT[:3] if row.fields.get(key)}
    address = [line.strip() for line in re.split(r"[;\n]", row.fields.get(RECIPIENT[3], ""))]
    lines = {RECIPIENT[3]: [verbatim(line) for line in address if line]} if any(address) else {}
    recipient = Recipient.model_validate(filled.letter.recipient.model_dump() | given | lines)
    changed = filled.letter.model_copy(update={"recipient": recipient})
    return filled.model_copy(update={"letter": changed})


def check_columns(letter: Profile, rows: Sequence[Row]) -> list[Problem]:
    """A warning for each column that the letter does not use, at the first row that has it.

    Raises `TypesetError` for each placeholder that no column fills.
    """
    columns: dict[str, Span] = {}
    for row in rows:
        for name in row.fields:
            columns.setdefault(name, row.place)
    wanted = placeholders(letter)
    if missing := [(name, address) for name, address in wanted if name not in columns]:
        raise TypesetError(
            Problem(
                "placeholder",
                f"{{{name}}} in {address} has no column",
                span=Span(rows[0].place.path),
                hint=did_you_mean(name, columns),
            )
            for name, address in missing
        )
    known = dict.fromkeys([*(name for name, _ in wanted), *RECIPIENT, FILE])
    return [
        Problem(
            "unused-column",
            f"nothing uses the column {name!r}",
            Severity.WARNING,
            Span(place.path),
            did_you_mean(name, known),
        )
        for name, place in columns.items()
        if name not in known
    ]
