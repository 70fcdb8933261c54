"""Entries in paragraphs that begin with their period: "2016 – 2019: Org, role. What was done."."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.labelled import HEADS, labelled
from typeset.importers.text.heads.lines import Found, RawEntry, cut_sentence
from typeset.importers.text.heads.words import KINDS, ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, Paragraph, Table
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.markup.line_ends import is_wrapped
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.vocabulary import key, label_key

_SIGN = re.compile(r"\s*(?:[:：,.]|\s[–—-])\s+|\t")
_FEWEST = 2
_AFTER_TAB = re.compile(r"[^\t]*\d[^\t]*\t")
"""A period in a column of its own: one such paragraph is as good as two."""
_LAST_STOP = re.compile(r"(?<=[^\W\d_]{4})\.$")


def by_dated_sentences(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs of a period, a sign, a head and sentences, perhaps with lists under them.

    None where the first is none, and where most say no more than a head.
    """
    if styled := _by_styled_dates(blocks, kind, record):
        return styled
    first = blocks[0] if blocks and kind in ("work", "volunteer") else None
    if not first or not _period_first(first, record):
        return None
    starts = [at for at, block in enumerate(blocks) if _period_first(block, record)]
    column = isinstance(first, Paragraph) and _AFTER_TAB.match(first.text)
    if len(starts) < _FEWEST and not column:
        return None
    entries: list[RawEntry] = []
    held = said = 0
    for start, end in pairwise([*starts, len(blocks)]):
        opening = blocks[start]
        block, more = (
            _first_line(opening, record) if isinstance(opening, Paragraph) else (opening, [])
        )
        found = _period_first(block, record)
        below = [*more, *blocks[start + 1 : end]]
        if not found or any(isinstance(one, (Heading, Table)) for one in below):
            return None
        head, rest = _first_sentence(found[1], record)
        role = unlink(unstyle(head))[0].split(",")
        held += any(names("roles", part, record) or ends_like_role(part, record) for part in role)
        said += bool(rest)
        head = _LAST_STOP.sub("", head)
        entry = RawEntry([(block.line, head), (block.line, found[0])], below)
        if rest and _is_owner(rest, record):
            entry.head.insert(1, (block.line, rest.rstrip(". ")))
        elif rest:
            entry.body = [Paragraph([Line(block.line, rest)]), *below]
        entries.append(entry)
    if held * 2 <= len(entries) or said * 2 < len(entries):
        return None
    record.choose(blocks[0].line, "period-before-head", entries[0].head[0][1], "an entry each")
    return [], entries


def _first_line(block: Paragraph, record: Record) -> tuple[Paragraph, list[Block]]:
    """A paragraph up to where its author ended a line, and what is left of it.

    A label begins a line of its own: "2019 – 2021: Cook, Moss Inn" over "Menu: fish".
    """
    lines = block.lines
    end = next(
        (
            at
            for at, (line, below) in enumerate(pairwise(lines), 1)
            if line.hard or _is_said(below, record)
        ),
        len(lines),
    )
    return (Paragraph(lines[:end]), [Paragraph(lines[end:])]) if lines[end:] else (block, [])


def _is_said(line: Line, record: Record) -> bool:
    """Whether a line begins with a label that is none of a head: "Thesis: …", "Project: …"."""
    name, label, _ = labelled(line.text, record)
    told = name not in HEADS or label_key(label) in record.vocabulary["engagement_labels"]
    return told and _LABEL.match(line.text) is not None


_LABEL = re.compile(r"(?:\*\*)?[^\W\d_a-z][^\W\d_]{2,14}(?: [^\W\d_]{2,14})?:(?:\*\*)?\s+\S")


def _period_first(block: Block, record: Record) -> tuple[str, str] | None:
    """The period that a paragraph begins with, and what stands behind its sign.

    Behind a column of periods, the first of several lines is a head and no more.
    """
    text = block.text if isinstance(block, Paragraph) else ""
    found = find_date(text, record.vocabulary)
    sign = _SIGN.match(text, found.finish) if found else None
    if sign and sign[0] == "\t" and isinstance(block, Paragraph) and len(block.lines) > 1:
        return None
    if not found or not sign or found.begin or found.start == found.end:
        return None
    return found.text, text[sign.end() :]


def _first_sentence(text: str, record: Record) -> tuple[str, str]:
    """The head before the first stop, and the rest; a role may end in any sign: "Cook 3ª.".

    What begins a name's own words is no end: "Cook, Gebr. Holm", "Nurse, St. Ann Clinic".
    """
    match = _STOP.match(text)
    last = match[1].split()[-1] if match else ""
    begun = key(last) in record.vocabulary["shortened"] or (match and _NAME_BEGUN.search(match[1]))
    if (
        match
        and not begun
        and names("roles", match[1], record)
        and not names("organisations", match[1], record)
    ):
        return match[1], match[2]
    return cut_sentence(text)


def _is_owner(text: str, record: Record) -> bool:
    """Whether the sentence behind a role is who had it done, and where: "Moss Ltd., Leeds."."""
    plain = unstyle(text)
    short = len(plain.split()) <= _LONGEST_OWNER and plain[:1].isupper()
    stops = len(re.findall(r"(?<=[^\W\d_]{4})\.(?=\s)", plain))
    named = names("organisations", plain, record) or len(plain.split()) <= _SHORT
    return short and named and not stops and not names("roles", plain, record)


_STOP = re.compile(r"([^.]{3,40}[^\s.])\.\s+([^\W\d_a-zà-ÿ].*)", re.DOTALL)
_NAME_BEGUN = re.compile(r",\s+[^\W\d_a-z]\w{0,2}$")
_LONGEST_OWNER = 7
_SHORT = 2
"""Words of what can be nothing but a name."""


_STYLED = re.compile(r"(\*{1,3}|`)(?P<date>[^*`]{4,40}?)\s*[:：]?\1\s*[:：–—-]?\s*(?=[^\s.,)\\])")
_FEWEST_STYLED = 3
_LONG = 16
"""Words of a paragraph that is more than a head."""


def _by_styled_dates(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Paragraphs of which most begin with a date set apart by style ("*2019* Cook at …").

    Their first sentences are heads, however long; a line that begins with a date begins one too.
    """
    told = not kind or kind in KINDS
    if not told or not all(isinstance(block, Paragraph) for block in blocks):
        return None
    parts = [part for block in blocks for part in _cut_at_dates(block, record)]
    starts = [at for at, part in enumerate(parts) if _styled_date(part, record)]
    long = any(len(block.text.split()) > _LONG for block in parts if isinstance(block, Paragraph))
    if not long or not starts or starts[0]:
        return None
    styled = sum(bool(_STYLED.match(one.text)) for one in parts if isinstance(one, Paragraph))
    if styled < _FEWEST_STYLED or len(starts) * 2 <= len(parts):
        return None
    ended = _are_lines_ended(parts)
    entries: list[RawEntry] = []
    for part in parts:
        found = _styled_date(part, record)
        if not found or not isinstance(part, Paragraph):
            entries[-1].body.append(part)
            continue
        date, after = found
        alone = ended and after < len(part.lines[0].text)
        first, below = _of_first_line(part) if alone else _first_line(part, record)
        text = first.text[after:]
        cut = _behind_owner(text, kind, record) if kind else _bold_first(text)
        head, rest = cut or cut_sentence(text)
        body: list[Block] = [Paragraph([Line(part.line, rest)])] if rest else []
        body += below
        entries.append(RawEntry([(part.line, head), (part.line, date)], body))
    record.choose(blocks[0].line, "period-before-head", entries[0].head[0][1], "an entry each")
    return [], entries


def _are_lines_ended(parts: list[Block]) -> bool:
    """Whether the author, and no margin, ended the lines of a paragraph: so are those of all.

    "**2019 – 2021** MSc in Botany, Hill University" over "Grade: A".
    """
    return any(
        len(one.lines) > 1 and not is_wrapped([_lead_as_letters(line.text) for line in one.lines])
        for one in parts
        if isinstance(one, Paragraph)
    )


def _lead_as_letters(text: str) -> str:
    """A line with a capital for each sign of the styled date before it, as long as it was."""
    lead = _STYLED.match(text)
    return "D" * lead.end() + text[lead.end() :] if lead else text


def _of_first_line(part: Paragraph) -> tuple[Paragraph, list[Block]]:
    """A paragraph's first line, and what is left of it."""
    first, *others = part.lines
    return Paragraph([first]), [Paragraph(others)] if others else []


def _bold_first(text: str) -> tuple[str, str] | None:
    """The name in bold that a text goes on behind, and what is said: "**Moss Club** Sailing …"."""
    match = _BOLD_FIRST.fullmatch(text)
    return (match[1], match[2]) if match else None


def _behind_owner(text: str, kind: str, record: Record) -> tuple[str, str] | None:
    """An organisation in bold and what one was there, before the clauses on what that was.

    "**Moss Labs** Baker; breads for the whole of the town", "**Hill University** PhD in Botany,
    thesis on the mosses of the moor and their names".
    """
    match = _BOLD_FIRST.fullmatch(text)
    sign = _CLAUSE.search(masked(match[2])) if match else None
    if not match or not sign:
        return None
    held, said = match[2][: sign.start()], match[2][sign.end() :]
    few = len(held.split()) <= _LONGEST_HELD and len(said.split()) >= _SHORTEST_SAID
    if sign[0][0] == ",":
        learned = kind == "education" and names("degrees", held, record)
        few = few and learned and said.lstrip("[*")[:1].islower()
        few = few and len(said.split()) > _LONG
    return (f"{match[1]} {held}", said) if few and said else None


_CLAUSE = re.compile(r"\s*[;；,]\s+")
_LONGEST_HELD = 8
_SHORTEST_SAID = 5
_BOLD_FIRST = re.compile(r"(\*\*[^*]{2,60}\*\*)\s+([^\W_].*)", re.DOTALL)


def _cut_at_dates(block: Block, record: Record) -> list[Block]:
    """A paragraph that begins with a styled date, cut before each further line with a period."""
    if not isinstance(block, Paragraph) or not _STYLED.match(block.text):
        return [block]
    starts = [at for at, line in enumerate(block.lines) if _begins(line.text, record) or not at]
    edges = [*starts, len(block.lines)]
    return [Paragraph(block.lines[a:b], block.indented) for a, b in pairwise(edges)]


def _begins(text: str, record: Record) -> bool:
    found = find_date(unstyle(text), record.vocabulary)
    return found is not None and not found.begin and found.start != found.end


def _styled_date(block: Block, record: Record) -> tuple[str, int] | None:
    """The date that a paragraph begins with, set apart by style, and where it ends.

    A period needs no style in a paragraph cut from one that has it.
    """
    text = block.text if isinstance(block, Paragraph) else ""
    match = _STYLED.match(text)
    if match and is_only_date(match["date"], record.vocabulary):
        return match["date"], match.end()
    found = find_date(text, record.vocabulary)
    plain = re.match(r"\s*[:：–—-]?\s*(?=\S)", text[found.finish :]) if found else None
    if found and plain and not found.begin and found.start != found.end:
        return found.text, found.finish + plain.end()
    return None
