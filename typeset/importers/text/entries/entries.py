"""The blocks of a section → entries: an ordered list of rules, one a container shape.

Each rule looks at the whole section and either takes it (a list of raw entries, after
what precedes the first one) or leaves it to the next.
"""

from __future__ import annotations

from functools import partial

from typeset.importers.text.entries.bulleted_heads import (
    heads_without_bullets,
    heads_without_quotes,
)
from typeset.importers.text.entries.bullets import by_bullets, by_semicolons
from typeset.importers.text.entries.captions import captions_alone
from typeset.importers.text.entries.column_names import without_column_names
from typeset.importers.text.entries.date_rows import by_date_rows
from typeset.importers.text.entries.dated_sentences import by_dated_sentences
from typeset.importers.text.entries.definitions import by_definitions
from typeset.importers.text.entries.degree_lines import by_degrees
from typeset.importers.text.entries.degree_sentences import degrees_cut
from typeset.importers.text.entries.earlier_roles import with_earlier
from typeset.importers.text.entries.headings import by_headings
from typeset.importers.text.entries.help_given import lines_as_items
from typeset.importers.text.entries.histories import by_history
from typeset.importers.text.entries.labelled_forms import by_labels
from typeset.importers.text.entries.layouts import as_neighbours, schools_last
from typeset.importers.text.entries.lines import by_lines
from typeset.importers.text.entries.looks import (
    by_bold_heads,
    by_flat_list,
    by_one_school,
    by_turns,
)
from typeset.importers.text.entries.owners_apart import with_owners_apart
from typeset.importers.text.entries.period_items import by_period_items
from typeset.importers.text.entries.periods import by_periods
from typeset.importers.text.entries.pieces import by_pieces, with_first
from typeset.importers.text.entries.promotions import by_dated_items, by_styles
from typeset.importers.text.entries.role_leads import take_role_label
from typeset.importers.text.entries.role_tables import take_role_table
from typeset.importers.text.entries.run_in import by_names_and_ends, by_run_in
from typeset.importers.text.entries.school_headings import degrees_first
from typeset.importers.text.entries.school_lists import by_schools, schools_of_degrees
from typeset.importers.text.entries.tables import EntryRule, by_rows_and_headings, by_table
from typeset.importers.text.entries.titled_forms import by_titled_forms
from typeset.importers.text.entries.undated import by_undated
from typeset.importers.text.heads.lines import Found
from typeset.importers.text.heads.owner_lists import owners_as_headings
from typeset.importers.text.heads.shapes import whole_heads
from typeset.importers.text.heads.words import KINDS
from typeset.importers.text.markup.blocks import Block
from typeset.importers.text.record import Record


def raw_entries(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """What precedes the first entry, and the entries; None where no rule knows the shape."""
    blocks = captions_alone(blocks, record) if kind in KINDS else blocks
    blocks = without_column_names(blocks, record)
    blocks = heads_without_bullets(blocks, kind, record)
    blocks = heads_without_quotes(blocks, kind, record)
    blocks = lines_as_items(blocks, kind, record)
    blocks = owners_as_headings(whole_heads(blocks, kind, record), kind, record)
    if kind == "education":
        blocks = degrees_first(degrees_cut(blocks, record), record)
    for rule in RULES:
        if found := rule(blocks, kind, record):
            before, entries = schools_of_degrees(*found, record) if kind == "education" else found
            if kind == "education":
                schools_last(entries, record)
            before, entries = with_owners_apart((before, entries), kind, record)
            as_neighbours(entries, kind, record)
            for entry in entries:
                take_role_label(entry, kind, record)
                if kind == "work":
                    take_role_table(entry, record)
            return with_first((before, with_earlier(entries, kind, record)), kind, record)
    return None


RULES: tuple[EntryRule, ...] = (
    by_labels,
    by_titled_forms,
    by_history,
    partial(by_rows_and_headings, read=by_headings),
    by_headings,
    by_styles,
    by_dated_items,
    by_dated_sentences,
    by_date_rows,
    by_run_in,
    by_table,
    by_definitions,
    by_period_items,
    by_names_and_ends,
    by_schools,
    by_bullets,
    by_semicolons,
    by_periods,
    by_lines,
    by_undated,
    by_degrees,
    by_bold_heads,
    by_turns,
    by_flat_list,
    by_one_school,
    by_pieces,
)
"""Marks before looks: headings are entries wherever there are any."""
