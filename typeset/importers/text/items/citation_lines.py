"""Citations in lines, the title first: "**Of Salt**" over "Bell A., Holm I." over "*Brine*, 2019".

Or the title stands over both in one, or as a heading, or over "Brine, 2019" alone.

They are read as the same citations in one line, whose order tells which part is which.
"""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.items.authors import read_names
from typeset.importers.text.items.cited_titles import sentence_ends
from typeset.importers.text.items.dates import date_at_end
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unstyle, wholly
from typeset.importers.text.record import Record


def in_one_line(blocks: list[Block], record: Record) -> list[Block]:
    """The blocks of a section, with each citation in lines as a bullet in one."""
    if pairs := _titles_over_venues(blocks, record):
        return pairs
    return [part for block in blocks for part in _in_one_line(block, record)]


def under_titles(blocks: list[Block], record: Record) -> list[Block]:
    """Publications under headings as bullets, where each has its authors between title and day."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    if not starts or starts[0]:
        return blocks
    items: list[ListItem] = []
    for begin, end in pairwise([*starts, len(blocks)]):
        heading = blocks[begin]
        assert isinstance(heading, Heading)
        first = blocks[begin + 1] if end > begin + 1 else None
        lines = first.lines if isinstance(first, Paragraph) else []
        title = Line(heading.line, f"**{unstyle(heading.text)}**")
        item = _over(title, lines, blocks[begin + 2 : end], record)
        if not item or "[" in title.text:
            return blocks
        items.append(item)
    return [List(blocks[0].line, items)]


def _titles_over_venues(blocks: list[Block], record: Record) -> list[Block]:
    """Paragraphs that are a title over where it appeared and when, as bullets with their parts."""
    items: list[ListItem] = []
    for block in blocks:
        lines = block.lines if isinstance(block, Paragraph) else []
        if len(lines) != len(("title", "venue")) or re.search(r"[*\t\[“\"«]", lines[0].text):
            return []
        venue, found = date_at_end(lines[1].text, record)
        ended = found and not re.search(r"\w", lines[1].text[found.finish :])
        plain = unstyle(venue)
        short = plain[:1].isupper() and not re.search(r"[\t\d\[.;:]", plain)
        if not found or not ended or not short or date_at_end(lines[0].text, record)[1]:
            return []
        if lines[0].text.endswith(".") or "," in plain or read_names(lines[0].text, record).people:
            return []
        text = f"{lines[0].text}\t{venue}\t{found.text}"
        items.append(ListItem(block.line, [Paragraph([Line(block.line, text)])]))
    return [List(blocks[0].line, items)] if len(items) > 1 else []


def _in_one_line(block: Block, record: Record) -> list[Block]:
    if isinstance(block, Paragraph) and (item := _bullet(block, [], record)):
        return [List(block.line, [item])]
    if isinstance(block, List):
        return [List(block.line, [_of_item(item, record) for item in block.items], block.start)]
    return [block]


def _of_item(item: ListItem, record: Record) -> ListItem:
    first = item.blocks[0] if item.blocks else None
    found = _bullet(first, item.blocks[1:], record) if isinstance(first, Paragraph) else None
    return found or item


def _bullet(block: Paragraph, below: list[Block], record: Record) -> ListItem | None:
    """A title over those who wrote it, and where it appeared; what else is said is below."""
    title, *others = block.lines
    if not all(line.hard for line in block.lines[:-1]):
        return None
    return _over(title, others, below, record)


def _over(title: Line, others: list[Line], below: list[Block], record: Record) -> ListItem | None:
    """The bullet of a title, and of the lines under it."""
    if not others:
        return None
    title_text = _title(title.text, record)
    dated = _AUTHORS_AND_YEAR.match(others[0].text)
    who, venue = _authors_and_venue(others[0].text, record)
    who = dated["who"] if dated else who
    if not title_text or not _are_authors(who, record):
        return None
    if dated:
        text = f"{dated['who']}{dated['year']}. {title_text}. {dated['venue']}"
        rest = others[1:]
    elif len(others) > 1 and _YEAR.search(others[1].text):
        text = f"{title_text}. {others[1].text}"
        rest = [others[0], *others[2:]]
    elif _YEAR.search(venue) and not _YEAR.search(title.text[-len("2021.") :]):
        text = f"{title_text}. {venue}"
        rest = [Line(others[0].number, who), *others[1:]]
    else:
        return None
    more = [Paragraph([line]) for line in rest]
    return ListItem(title.number, [Paragraph([Line(title.number, text)]), *more, *below])


def _authors_and_venue(text: str, record: Record) -> tuple[str, str]:
    """Authors, and where it appeared behind their full stop or in italics; all is authors else."""
    italic = text.find(" *")
    ends = [*sentence_ends(text), *([(italic, italic + 1)] if italic > 0 else [])]
    for end, start in ends if len(text) <= _LONGEST_LINE else ():
        who = text[:end].strip()
        if _are_authors(who.rstrip(" ,"), record):
            return who, text[start:]
    return text, ""


_LONGEST_LINE = 2000
"""Characters; the authors are sought at every full stop."""
_AUTHORS_AND_YEAR = re.compile(
    r"(?P<who>[^()]+?)(?P<year>\s*\((?:19|20)\d\d\))\.?\s+(?P<venue>\S.*)"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def _title(text: str, record: Record) -> str:
    """What is a title's line: set apart by its style, its marks or its link; "" for others."""
    text = text.strip().rstrip(".")
    style, inner = wholly(text)
    if style == "strong":
        return f"*{unstyle(inner)}*"
    apart = style == "em" or re.match(r"[“\"«‘]|\[[^\[\]]+\]\([^()]*\)$", text)
    plain = len(text.split()) >= _FEWEST_WORDS and not read_names(text, record).people
    return text if apart or plain else ""


_FEWEST_WORDS = 4


def _are_authors(text: str, record: Record) -> bool:
    """Whether a line is names of people, two at least or one with initials."""
    names = read_names(text, record)
    return names.sure or (names.people and bool(re.search(r"[,;&]|\band\b", text)))
