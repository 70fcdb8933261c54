"""Plain text → blocks: bare headings, bullets with details, label lines, wrapped or hard lines."""

from __future__ import annotations

import re

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.lines import is_own_line
from typeset.importers.text.markup.bar_tables import bar_table
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    List,
    ListItem,
    Paragraph,
    Rule,
)
from typeset.importers.text.markup.hung_terms import hung_terms, with_heads_together
from typeset.importers.text.markup.inline import escape
from typeset.importers.text.markup.leading_periods import Leads
from typeset.importers.text.markup.line_ends import goes_on, is_wrapped, lines_of
from typeset.importers.text.markup.plain_rows import plain_rows
from typeset.importers.text.markup.rows import (
    BULLET,
    FRAMED_LABEL,
    NUMBER,
    UNDERLINE,
    Row,
    begins,
    boxed,
    foot_of,
    is_numbered,
    is_private,
)
from typeset.importers.text.record import Record
from typeset.importers.text.sections.marked_heads import marked_heads
from typeset.importers.text.sections.plain_titles import (
    TITLE_MARK,
    Titles,
    stands_out,
)
from typeset.importers.text.sections.title_margins import margin_of_titles
from typeset.importers.text.sections.titles import kinds_of, shown_title
from typeset.importers.text.words.dates import find_date


def plain_blocks(text: str, record: Record, line: int = 1) -> list[Block]:
    """Read plain text that begins on a line; it is escaped, so that it prints as itself."""
    rows = with_heads_together(plain_rows(text, record, line), record)
    blocks: list[Block] = []
    margin = margin_of_titles(rows, record)
    titles = Titles(rows, record)
    for at in range(len(rows) - 1, 0, -1):
        out = rows[at].text and rows[at].indent == margin and stands_out(rows, at)
        if out or titles.flanked(at):
            rows.insert(at, Row(rows[at].number, 0, ""))  # a title ends the text above it
    heads = marked_heads(rows, record)
    for at, text in heads.items():
        rows[at] = Row(rows[at].number, rows[at].indent, text)  # no bullet of a list above it
    foot = foot_of(rows, margin)
    hung = hung_terms(rows, record)
    leads = Leads(rows, record)
    at = 0
    while at < len(rows):
        if not rows[at].text:
            at += 1
        elif at in hung:
            found, at = hung[at]
            blocks.append(found)
        elif at in heads:
            blocks.append(Heading(3, escape(heads[at]), rows[at].number))
            at += 1
        elif title := _title(titles, at, margin, begun=bool(blocks)):
            blocks.append(title[0])
            at = title[1]
        elif UNDERLINE.fullmatch(rows[at].text):
            blocks.append(Rule(rows[at].number))
            at += 1
        elif BULLET.match(rows[at].text) or is_numbered(rows, at):
            items, at = _list(titles, leads, at)
            blocks.append(items)
        elif table := bar_table(rows, at, record):
            blocks.append(table[0])
            at = table[1]
        else:
            if at == foot:
                blocks.append(Rule(rows[at].number))  # as one sets off words at a page's end
            at = _paragraph(titles, at, blocks)
    return blocks


def _title(titles: Titles, at: int, margin: int, *, begun: bool) -> tuple[Heading, int] | None:
    """The section's title at row `at`, and the index after it: told by its place, frame or looks.

    A frame at the very beginning is that of the name.
    """
    rows, record = titles.rows, titles.record
    row = rows[at]
    marked, title = True, titles.marked(at)
    if at and row.indent == margin and stands_out(rows, at):
        title, marked = titles.flanked(at) or row.text, False
        record.choose(row.number, "title-in-margin", title, "section title")
    elif begun and (size := boxed(rows, at)):
        title = " ".join(one.text for one in rows[at + 1 : at + 1 + size])
        return Heading(2, escape(title), rows[at + 1].number), at + size + 2
    elif UNDERLINE.fullmatch(row.text):
        return None
    elif not title and at in titles.by_looks and not _is_underlined(rows, at):
        title, marked = shown_title(row.text), False
    if not title:
        return None
    unknown = not kinds_of(title, record.vocabulary)
    return Heading(2, escape(title), row.number, marked=marked, titled=unknown), at + 1


def _is_underlined(rows: list[Row], at: int) -> bool:
    """Whether a rule is below a line, perhaps with a remark in brackets between."""
    below = [row.text for row in rows[at + 1 : at + 3]]
    if below and _IN_BRACKETS.fullmatch(below[0]):
        below.pop(0)
    return bool(below) and bool(UNDERLINE.fullmatch(below[0]))


def _paragraph(titles: Titles, at: int, blocks: list[Block]) -> int:
    """Add the paragraph at row `at`, or the underlined heading; the index after it."""
    rows, end = titles.rows, at
    while end < len(rows) and rows[end].text and not (end > at and begins(rows, end)):
        if (
            end > at
            and rows[end].indent < rows[end - 1].indent
            and rows[end].indent <= rows[at].indent
            and not (end == at + 1 and _goes_on_outside(rows[at], rows[end]))
        ):
            break  # further out than the line above: the next thing
        if end > at and TITLE_MARK.match(rows[end].text) and titles.marked(end):
            break
        if end > at and titles.is_crowded(end):
            break
        end += 1
    aside = rows[at + 1 : end] if _IN_BRACKETS.fullmatch(rows[end - 1].text) else []
    under = end < len(rows) and UNDERLINE.fullmatch(rows[end].text) and end == at + 1 + len(aside)
    if under and not is_contact_line(rows[at].text):  # the frame of a head ends below contacts
        sign = rows[end].text[0]
        level = 3 if sign in titles.inner_signs else 1 if sign == "=" else 2
        blocks.append(Heading(level, lines_of(rows[at : at + 1])[0].text, rows[at].number))
        blocks += [Paragraph(lines_of(aside))] if aside else []
        return end + 1
    blocks.append(Paragraph(lines_of(rows[at:end]), indented=rows[at].indent > 0))
    return end


def _goes_on_outside(first: Row, below: Row) -> bool:
    """Whether a paragraph's first line is set in and the next one is not, as typists do."""
    return len(first.text) >= _WRAPPED and below.text[:1].islower()


_WRAPPED = 45
"""Signs that a line has at the least which is full, so that the next one goes on with it."""
_IN_BRACKETS = re.compile(r"\([^()]+\)")


_INNER = ("◦○□◇", "-–—")


def _depth(sign: str) -> int:
    """How deep a bullet's sign stands among others no further in: discs, rings, dashes."""
    return next((depth for depth, signs in enumerate(_INNER, 1) if sign in signs), 0)


def _list(titles: Titles, leads: Leads, at: int) -> tuple[List, int]:
    """The list at row `at`: nested by indentation, details after a blank line and indented."""
    rows, record = titles.rows, titles.record
    indent = rows[at].indent
    first = NUMBER.match(rows[at].text) if not BULLET.match(rows[at].text) else None
    found = List(rows[at].number, start=int(first[1]) if first else None)
    sign = rows[at].text[0]
    while at < len(rows):
        if not rows[at].text:
            following = _next(rows, at)
            if following is None or not _continues(titles, following, indent, sign, found):
                break
            at = following
        row = rows[at]
        mark = (NUMBER if first else BULLET).match(row.text)
        if mark and found.items and not first and _depth(row.text[0]) > _depth(sign):
            nested, at = _list(titles, leads, at)
            found.items[-1].blocks.append(nested)
        elif mark and not first and _depth(row.text[0]) < _depth(sign) and row.indent <= indent:
            break
        elif mark and row.indent <= indent + 1:
            if row.indent < indent - 1:
                break
            at = _item(titles, leads, at, mark.end(), found)
        elif mark or (BULLET.match(row.text) and (row.indent > indent or _is_numbers_own(found))):
            nested, at = _list(titles, leads, at)
            found.items[-1].blocks.append(nested)
        elif row.indent < indent - 1:
            break  # further out than the list: no part of it
        elif row.indent <= indent and (
            is_own_line(row.text, record)
            or titles.is_loud(at, indent)
            or _is_after_end(rows, at)
            or leads.leads_entry(at)
        ):
            break
        elif row.indent > indent or (
            at
            and rows[at - 1].text
            and not UNDERLINE.fullmatch(row.text)
            and not FRAMED_LABEL.match(row.text)
        ):
            end = at
            while end < len(rows) and rows[end].text and not (end > at and begins(rows, end)):
                if end > at and titles.is_loud(end, indent):
                    break
                end += 1
            found.items[-1].blocks.append(Paragraph(lines_of(rows[at:end])))
            at = end
        else:
            break
    return found, at


def _is_after_end(rows: list[Row], at: int) -> bool:
    """Whether a line begins anew under one whose sentence ends before any margin does."""
    above, text = rows[at - 1].text, rows[at].text
    return above.endswith(".") and text[:1].isupper() and not is_wrapped([above, text])


def _next(rows: list[Row], at: int) -> int | None:
    while at < len(rows) and not rows[at].text:
        at += 1
    return at if at < len(rows) else None


def _continues(titles: Titles, at: int, indent: int, sign: str, found: List) -> bool:
    """Whether a list that began with a sign goes on at a row, behind an empty one."""
    row = titles.rows[at]
    below = titles.rows[at + 1].text if at + 1 < len(titles.rows) else ""
    if titles.marked(at) or UNDERLINE.fullmatch(below):
        return False  # a title over its rule, however far in the middle it stands
    if row.indent > indent:
        return not UNDERLINE.fullmatch(row.text)
    mark = NUMBER if found.start is not None else BULLET
    under = BULLET.match(row.text) and _is_numbers_own(found)
    other = sign != row.text[0] and is_private(sign + row.text[0])  # a head's, over its text's
    return row.indent == indent and bool(mark.match(row.text) or under) and not other


def _is_numbers_own(found: List) -> bool:
    """Whether bullets no further in than numbers belong under these: the first has some."""
    return found.start is not None and (len(found.items) == 1 or len(found.items[0].blocks) > 1)


_HEAD = 2
"""The lines of an item that may be a head, and no text that a margin cut."""


_LONGEST_TITLE = 4


def _is_over(first: Row, width: int, below: list[Row]) -> bool:
    """Whether an item's few words stand over lines set further in than they are: its title."""
    title = first.text[width:].strip()
    short = len(title.split()) <= _LONGEST_TITLE and title[:1].isupper() and title[-1:].isalnum()
    inner = all(row.indent >= first.indent + width + _FURTHER_IN for row in below)
    return bool(below) and short and inner and not is_wrapped([title, *(r.text for r in below)])


_FURTHER_IN = 2


def _item(titles: Titles, leads: Leads, at: int, width: int, found: List) -> int:
    """Add the item at row `at` with the lines that continue it; the index after it."""
    rows, record = titles.rows, titles.record
    item = ListItem(rows[at].number)
    first = Row(rows[at].number, 0, rows[at].text[width:].strip())
    end = at + 1
    while end < len(rows) and rows[end].text and not begins(rows, end):
        above, text = rows[end - 1].text, rows[end].text
        if FRAMED_LABEL.match(text) or titles.is_loud(end, rows[at].indent):
            break
        wrapped = is_wrapped([above, text]) or goes_on(above, text)
        out = rows[end].indent <= rows[at].indent
        if out and (not wrapped or is_own_line(text, record) or leads.leads_entry(end)):
            break
        end += 1
    continued = [Row(row.number, 0, row.text) for row in rows[at + 1 : end]]
    if _is_over(rows[at], width, rows[at + 1 : end]):
        item.blocks += [Paragraph(lines_of([first])), Paragraph(lines_of(continued))]
        found.items.append(item)
        return end
    lines = lines_of([first, *continued])
    found_date = find_date(lines[-1].text, record.vocabulary) if len(lines) == _HEAD else None
    ranged = found_date is not None and found_date.start != found_date.end
    ends = found_date is not None and not lines[-1].text[found_date.finish :].strip(" ).")
    for line in lines:  # a head in two lines ends with its period: "Moss Ltd", "Baker, 2018 – 2020"
        line.hard = line.hard and ranged and ends
    item.blocks.append(Paragraph(lines))
    found.items.append(item)
    return end
