"""The blocks before the first section → name, headline, contacts, and what is prose."""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import unquoted
from typeset.importers.text.header.callings import SENTENCE_END
from typeset.importers.text.header.contact_blocks import as_form
from typeset.importers.text.header.contact_pieces import is_contact_line, pieces
from typeset.importers.text.header.contact_values import LABELLED
from typeset.importers.text.header.facts import fact_sentences
from typeset.importers.text.header.lines import take_lines
from typeset.importers.text.header.listings import lists_contacts
from typeset.importers.text.header.name import take_name
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph, Rule, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.markup.line_ends import goes_on
from typeset.importers.text.parts import Header
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person


def read_header(blocks: list[Block], record: Record) -> Header:
    """Read the header. A first line that names the page makes it an about page, without a name."""
    header = Header()
    above = [as_form(block) for block in unquoted(blocks) if not isinstance(block, Rule)]
    rest = take_name(above, header, record)
    prose: list[Block] = []
    lines = [part for block in rest for part in _above_prose(_as_line(block, record))]
    for block in [part for one in lines for part in _under_headline(one, record)]:
        if prose and not (lists_contacts(block, record) or _tells_facts(block, record)):
            prose.append(block)
        elif not take_lines(block, header, record):
            if not prose and _is_statement(block, header):
                header.prose.append(to_markdown([block]))
            else:
                prose.append(block)
    if text := to_markdown(prose):
        header.prose.append(text)
    _name_among_contacts(header, record)
    return header


def _tells_facts(block: Block, record: Record) -> bool:
    """Whether a paragraph under a statement is facts on the person that full stops end."""
    return isinstance(block, Paragraph) and bool(fact_sentences(block.text, record))


def _name_among_contacts(header: Header, record: Record) -> None:
    """What stands as a headline under contacts, without a name above them, is the name."""
    told = is_role(header.label, record)
    if header.name or header.title or told or not is_person(header.label):
        return
    record.choose(1, "name-among-contacts", header.label, "basics.name")
    header.name, header.label = header.label, ""


_LONG_LINE = 22


def _above_prose(block: Block) -> list[Block]:
    """Lines of contacts, and the paragraph in one long line, or in several, that ends them."""
    if not isinstance(block, Paragraph) or len(block.lines) < 3:
        return [block]
    if at := _where_prose_begins(block.lines):
        return [Paragraph(block.lines[:at]), Paragraph(block.lines[at:])]
    *above, last = block.lines
    short = all(len(line.text.split()) <= _LONG_LINE // 2 and line.hard for line in above)
    if not short or len(last.text.split()) < _LONG_LINE:
        return [block]
    if not any(is_contact_line(part) for line in above for part in pieces(line.text)):
        return [block]
    return [Paragraph(above), Paragraph([last])]


def _where_prose_begins(lines: list[Line]) -> int:
    """Where a text in several full lines begins right below lines of contacts; 0 for nowhere.

    So a page turned into text has no empty line anywhere.
    """
    contacts = [
        at
        for at, line in enumerate(lines[:_FIRST_LINES])
        if any(is_contact_line(part) for part in pieces(line.text))
    ]
    at = contacts[-1] + 1 if contacts else 0
    above = (line for index, line in enumerate(lines[:at]) if index not in contacts)
    below = [len(line.text.split()) for line in lines[at:]]
    short = all(len(line.text.split()) <= _LONG_LINE // 2 for line in above)
    full = len(below) > 1 and sum(below) >= _LONG_LINE and min(below[:-1]) >= _FULL_LINE
    return at if short and full and not goes_on(lines[at - 1].text, lines[at].text) else 0


_FIRST_LINES = 12
"""How many lines of a paragraph may be a person's contacts."""
_FULL_LINE = 7
"""Words of a line that a margin ended, at the least."""


def _as_line(block: Block, record: Record) -> Block:
    """A heading of contacts, a labelled fact or a whole sentence as the line that it is.

    So are facts that full stops end, wherever a margin broke them.
    """
    if isinstance(block, Paragraph) and len(block.lines) > 1 and _tells_facts(block, record):
        return Paragraph([Line(block.line, " ".join(line.text for line in block.lines))])
    if not isinstance(block, Heading):
        return block
    labelled = bool(LABELLED.fullmatch(unstyle(block.text)))
    told = labelled or is_contact_line(block.text) or len(block.text.split()) >= _LONG_LINE
    return Paragraph([Line(block.line, block.text)]) if told else block


def _under_headline(block: Block, record: Record) -> list[Block]:
    """A paragraph under a role in bold or capitals: that line, and what stands under it."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return [block]
    plain = unlink(unstyle(block.lines[0].text))[0]
    bold = wholly(block.lines[0].text)[0] == "strong"
    role = is_role(plain, record)
    below = is_contact_line(block.lines[1].text) or block.lines[1].text.isupper()
    loud = plain.isupper() or (bold and block.lines[0].hard)
    if not loud or not role or below or re.search(r"[\d@]", plain):
        return [block]
    return [Paragraph(block.lines[:1]), Paragraph(block.lines[1:])]


def _is_statement(block: Block, header: Header) -> bool:
    """The line under an about page's title."""
    return (
        bool(header.title)
        and not header.name
        and not header.prose
        and isinstance(block, Paragraph)
        and len(block.lines) == 1
        and not SENTENCE_END.search(block.text)
    )
