"""References: who gives them, and what they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from typeset.importers.text.header.addresses import is_phone
from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.particles import PARTICLES
from typeset.importers.text.words.scripts import CJK, begins_large
from typeset.importers.text.words.vocabulary import key

Entry = dict[str, Any]


def read_references(blocks: list[Block], record: Record) -> list[Entry] | None:
    """References: an item or paragraph each, in its author's words."""
    if any(isinstance(block, Heading) for block in blocks):
        return _by_headings(blocks, record)
    blocks = _with_signatures(blocks)
    texts = [
        to_markdown(item.blocks) if isinstance(item, ListItem) else to_markdown([item])
        for block in blocks
        for part in _parted(block, record)
        for item in _items(part, record)
    ]
    return [_referee(text, record) for text in texts if text] or None


def _with_signatures(blocks: list[Block]) -> list[Block]:
    """The blocks, with a quotation and the bullet alone under it, which begins with a name, in one.

    A dash before who said it makes a bullet of it.
    """
    found: list[Block] = []
    for block in blocks:
        item = block.items[0] if isinstance(block, List) and len(block.items) == 1 else None
        last = found[-1] if found else None
        if item and isinstance(last, Paragraph) and _SAID.fullmatch(last.text):
            found[-1] = List(last.line, [ListItem(last.line, [last, *item.blocks])])
        else:
            found.append(block)
    return found


_SAID = re.compile(r"\s*[“\"„«].+[”\"“»]\s*", re.DOTALL)


def _items(part: Block, record: Record) -> Sequence[ListItem | Block]:
    """What a block holds of referees: its items, its terms with what is said of each, its lines."""
    if isinstance(part, Definitions):
        return [Paragraph([replace(term, hard=True), *_lines(said)]) for term, said in part.items]
    if isinstance(part, List):
        return [ListItem(item.line, _name_apart(item.blocks, record)) for item in part.items]
    return _a_line_each(part, record)


def _name_apart(blocks: list[Block], record: Record) -> list[Block]:
    return [*(_with_name_apart(one, record) for one in blocks[:1]), *blocks[1:]]


def _lines(blocks: list[Block]) -> list[Line]:
    lines = [line for block in blocks if isinstance(block, Paragraph) for line in block.lines]
    return [replace(line, hard=True) for line in lines]


def groups_of_referees(raw: RawSection, record: Record) -> list[RawSection]:
    """A section cut at headings that are no names, over referees; [] for others."""
    starts = [at for at, block in enumerate(raw.blocks) if isinstance(block, Heading)]
    heads = [block for block in raw.blocks if isinstance(block, Heading)]
    titles = [unlink(unstyle(head.text))[0].strip() for head in heads]
    groups = [raw.blocks[a + 1 : b] for a, b in pairwise([*starts, len(raw.blocks)])]
    if not starts or starts[0] or any(_is_name(title, record) for title in titles):
        return []
    if all(_is_referee(title, record) for title in titles):
        return []  # "Ann Bell, Director"
    named = [one for group in groups for one in group if _begins_with_name(one, record)]
    if not named or not all(groups):
        return []
    return [
        RawSection(title, head.line, raw.kinds, group)
        for title, head, group in zip(titles, heads, groups, strict=True)
    ]


def _begins_with_name(block: Block, record: Record) -> bool:
    first = block.lines[0].text if isinstance(block, Paragraph) else ""
    return _names_referee(unstyle(first).strip(), record)


def _parted(block: Block, record: Record) -> list[Block]:
    """A paragraph as one for each referee set beside others, and one for "Others on request"."""
    lines = block.lines if isinstance(block, Paragraph) else []
    offers = tuple(record.vocabulary["on_request"])
    at = next((i for i, one in enumerate(lines) if key(one.text).startswith(offers)), len(lines))
    if 0 < at < len(lines):
        return [*_parted(Paragraph(lines[:at]), record), Paragraph(lines[at:])]
    cells = [line.text.split("\t") for line in lines]
    firsts = (
        [_UP_TO_SIGN.split(unlink(unstyle(one))[0].strip())[0] for one in cells[0]] if cells else []
    )
    beside = len(lines) > 1 and len(firsts) > 1 and {len(row) for row in cells} == {len(firsts)}
    if not beside or not all(_is_name(first, record) for first in firsts):
        return [block]
    record.choose(block.line, "referees-beside", lines[0].text, "a column each")
    return [
        Paragraph([Line(line.number, cell, True) for line, cell in zip(lines, column, strict=True)])
        for column in zip(*cells, strict=True)
    ]


_UP_TO_SIGN = re.compile(r"\s*[,(|]")


def _is_name(text: str, record: Record) -> bool:
    """Whether a text is a person's name, or a title and one: "Rev. A. Boyd"."""
    return is_person(text) or _names_referee(text, record)


def _a_line_each(block: Block, record: Record) -> list[Block]:
    """A paragraph whose lines all begin with a name as a paragraph a line; or one a referee.

    Half of them tell more: the name is in bold or has a title ("Mrs"), or what one is or a
    telephone stands behind it: "Ann Bell, Director", "Ann Bell, Moss Inn, 0191 555 0100".
    """
    lines = block.lines if isinstance(block, Paragraph) else []
    named = all(_referee(line.text, record).get("name") for line in lines)
    starts = [at for at, line in enumerate(lines) if _is_referee(line.text, record)]
    held = len(starts)
    starts = starts if starts and not named else _names_in_turn(lines, record)
    if len(starts) > 1 and starts[0] == 0:  # what reaches each is under the name
        parts = [Paragraph(lines[a:b]) for a, b in pairwise([*starts, len(lines)])]
        return [_with_name_apart(part, record) for part in parts]
    if not lines or held * 2 < len(lines) or (held < len(lines) and not named):
        return [_with_name_apart(block, record)]
    return [_in_cells(line) for line in lines]


def _in_cells(line: Line) -> Paragraph:
    """A line, whose first cell is a line of its own where a column parts it."""
    first, tab, rest = line.text.partition("\t")
    cells = [replace(line, text=first, hard=True)] if tab else []
    return Paragraph([*cells, replace(line, text=rest if tab else line.text, hard=False)])


def _names_in_turn(lines: list[Line], record: Record) -> list[int]:
    """Where names stand alone over as many lines each: "Ann Bell", "Director", "ann@…"; or []."""
    starts = [at for at, line in enumerate(lines) if _names_referee(unstyle(line.text), record)]
    groups = [lines[a:b] for a, b in pairwise([*starts, len(lines)])]
    told = all(any(_tells(line.text, record) for line in group[1:]) for group in groups)
    return starts if told and len({len(group) for group in groups}) == 1 else []


def _tells(text: str, record: Record) -> bool:
    """Whether a line says what someone is, or where to reach them."""
    return names("roles", text, record) or is_contact_line(text)


def _with_name_apart(block: Block, record: Record) -> Block:
    """A paragraph whose first line is a name alone, with this on a line of its own.

    So are those below, where each is a few words: what they are, whose, how to reach them.
    """
    first, *others = block.lines if isinstance(block, Paragraph) else [Line(0, "")]
    label, _, name = first.text.partition(": ")
    if others and key(label) in record.vocabulary.labels["name"] and _names_referee(name, record):
        record.use_label(first.number, label, "labels.name")
        first = replace(first, text=name)
    if not others or not _names_referee(unstyle(first.text).strip(), record):
        return block
    apart = all(
        len(one.text.split()) <= _LONGEST_LINE and not _SENTENCE.search(one.text) for one in others
    )
    below = [Line(one.number, one.text, one.hard or apart) for one in others]
    return Paragraph([Line(first.number, first.text, True), *below])


_LONGEST_LINE = 8
_SENTENCE = re.compile(r"[.!?][\"”»]?(?:\s|$)")


def _is_referee(text: str, record: Record) -> bool:
    told = _referee(text, record)
    name = [key(word) for word in told.get("name", "").split()]
    reached = name and _ends_in_phone(told["reference"])
    held = reached or (name and names("roles", told["reference"], record))
    titled = any(word in record.vocabulary["honorifics"] for word in name)
    return bool(held or titled or _BOLD_REFEREE.fullmatch(text))


def _ends_in_phone(text: str) -> bool:
    """Whether what is said of a referee ends in a telephone number, with a label or without."""
    last = re.split(r"\s*[,;|\t]\s*|\s+[–—-]\s+", unlink(unstyle(text))[0].strip(" ."))[-1]
    return is_phone(re.sub(r"^[^\W\d]+[.:]*\s*", "", last))


def _by_headings(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Each referee under a heading with the name, and perhaps what they are."""
    starts = [at for at, block in enumerate(blocks) if isinstance(block, Heading)]
    if starts[0]:
        return None
    entries: list[Entry] = []
    for begin, end in pairwise([*starts, len(blocks)]):
        heading = blocks[begin]
        assert isinstance(heading, Heading)
        alone = _names_referee(unstyle(heading.text).strip(), record)
        told = {} if alone or "," not in heading.text else _referee(heading.text, record)
        told = told if told.get("name") else {"name": unstyle(heading.text)}
        said = [told.get("reference", ""), to_markdown(blocks[begin + 1 : end])]
        reference = "\n\n".join(filter(None, said))
        entries.append({**told, **({"reference": reference} if reference else {})})
    return entries


_DEGREES = r"(?:,\s(?:[A-Z][A-Za-z]*[A-Z]|(?:[A-Z][a-z]{0,2}\.){2,})(?=[\s,*:(|\\]|$)){0,3}"
"""Letters behind a name: "Ann Bell, RN", "Ann Bell, Ph.D., MBA"."""
_REFEREE = re.compile(
    rf"(?P<name>[^,;|–—:：，、،(（\t\n]{{2,50}}?{_DEGREES}(?:\s\([^(),\d]{{2,30}}\))?)"
    r"(?:\s*[,;|，、،\t]\s*|\s+[–—-]\s+|\s*\\?\n|:\s+|\s+(?=\())(?P<rest>\S.*)",
    re.DOTALL,
)
_BOLD_REFEREE = re.compile(
    r"(?P<name>\*\*[^*\n]{2,60}\*\*)(?:\s+[–—-]\s+|\s*[:|]\s+|[\s,\\]+)(?P<rest>\S.*)", re.DOTALL
)


_SIGNED = re.compile(
    r"(?P<said>.+[.!?…”“\"»’]\**)\s*\\?(?:\s*[–—-]{1,2}\s*|\n\n)(?P<name>[^\n–—]{3,80})", re.DOTALL
)
"""What someone says, who, and what they are: "“Kind.” — Ann Bell, Moss Inn".

The name may stand in a paragraph of its own instead of behind a dash.
"""


def _signed(text: str) -> Entry:
    """A reference that the name of who gives it ends; {} for others."""
    plain = "\n".join(line.removeprefix("> ").removeprefix(">") for line in text.split("\n"))
    match = _SIGNED.fullmatch(plain.strip())
    signed = unlink(unstyle(match["name"]))[0].strip() if match else ""
    behind = _BEHIND_NAME.fullmatch(signed)
    name, *rest = behind.groups() if behind else (signed,)
    if not match or not is_person(re.split(r"[(,]", name)[0].strip()):
        return {}
    return {"name": name, "reference": "\n\n".join([match["said"], *rest])}


_BEHIND_NAME = re.compile(rf"([^,|]+?{_DEGREES})\s*[,|]\s*(.*)", re.DOTALL)


def _referee(text: str, record: Record) -> Entry:
    """A reference: who gives it, where the text begins or ends with the name, and the rest."""
    if signed := _signed(text):
        return signed
    match = _BOLD_REFEREE.fullmatch(text) or _REFEREE.fullmatch(text)
    name = unstyle(match["name"]).strip(" :") if match else ""
    if not match or not (
        _names_referee(name, record) or _is_called_so(name, match["rest"], record)
    ):
        return {"reference": text}
    told = _QUOTED.fullmatch(match["rest"])
    parts = (told["who"], told["said"]) if told else (match["rest"],)
    return {"name": name, "reference": "\n\n".join(parts)}


def _is_called_so(name: str, said: str, record: Record) -> bool:
    """Whether a name's last word is a trade, and another one is said of who has the name.

    "Petra Koch, Leiterin der Station": families are called so.
    """
    first, _, last = name.rpartition(" ")
    called = bool(first) and names("roles", last, record) and names("roles", said, record)
    return called and _names_referee(f"{first} {first}", record)


_QUOTED = re.compile(r"(?P<who>[^:\n“\"„«]+?)\s*:\s+(?P<said>\*?[“\"„«].+)", re.DOTALL)
"""What a referee is, and what they say: "head of Moss Inn: “Kind.”"."""


def _names_referee(name: str, record: Record) -> bool:
    """Whether a text is a person's name, perhaps behind titles such as "Professor"."""
    name = re.sub(r"\s\([^()]+\)$", "", name)  # "Ann Bell (neighbour)"
    name = re.sub(rf"{_DEGREES}$", "", name)
    words = [word for word in name.split() if key(word) not in record.vocabulary["honorifics"]]
    titled = len(words) < len(name.split())  # the "Lise" of a Mrs is no school
    if len(words) > _NAME and names("roles", words[0], record):
        words = words[1:]  # "Headmistress Ann Bell"
    bare = " ".join(words)  # "Professor" is a title here, and no role
    capital = [word for word in words if begins_large(word) or word in PARTICLES]
    told = not titled and any(
        names(list_, bare, record) for list_ in ("roles", "organisations", "schools")
    )
    person = 1 < len(capital) == len(words) <= 5 or (titled and len(words) == 1)
    person = person or (bool(CJK.match(bare)) and is_person(bare))
    return person and not told and not re.search(r"[\d@,;:|]", name)


_NAME = 2
"""Words of a name before which another one may be what its bearer is."""
