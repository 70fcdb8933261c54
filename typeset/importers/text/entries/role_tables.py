"""Roles at one employer in the rows of a table under its heading: period, post, what was done."""

from __future__ import annotations

from typeset.importers.text.entries.tables import by_table
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.record import Record

_FEWEST = 2


def take_role_table(entry: RawEntry, record: Record) -> None:
    """Move the rows of the only table under an employer into its roles, if each has a period."""
    tables = [block for block in entry.body if isinstance(block, Table)]
    if len(tables) != 1 or entry.inner or len(tables[0].rows) < _FEWEST:
        return
    mark = record.mark()
    found = by_table([tables[0]], "work", record)
    roles = found[1] if found and not found[0] else []
    if len(roles) < _FEWEST or not all({*role.given} - {"dates", "text"} for role in roles):
        record.reset(mark)
        return
    for role in roles:  # a department and a rank stand together as the post
        if "role" not in role.given and (post := role.given.pop("organisation", "")):
            role.given["role"] = post
    record.choose(tables[0].line, "roles-in-table", entry.head[0][1], "a role a row")
    entry.body.remove(tables[0])
    entry.inner = roles
    entry.employer = True
