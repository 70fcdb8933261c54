"""Lines below an entry's heading or title that tell more of it: its title, owner, dates, place.

A head names one thing, a role or an owner; a short line below it may name the other.
"""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import (
    SENTENCE_END,
    RawEntry,
    cut_sentence,
    ends_sentence,
    is_head_line,
)
from typeset.importers.text.heads.metas import LONGEST_META_WORDS, is_meta, is_owner
from typeset.importers.text.heads.place_tails import is_region, place_tail
from typeset.importers.text.heads.words import KINDS, WORK, names, names_owner
from typeset.importers.text.markup.blocks import Block, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import shown_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import CJK


def title_below(entry: RawEntry, rest: list[Block], kind: str, record: Record) -> list[Block]:
    """Under a heading that is only a date, the first line is the title; the blocks left.

    So is the first item of a list that names an entry, and the sentence that names a degree.
    """
    first = rest[0] if rest else None
    if not all(is_only_date(unstyle(text), record.vocabulary) for _, text in entry.head):
        return rest
    if isinstance(first, List):
        title, *items = first.items
        if not _names_entry(title, bool(items or rest[1:]), record):
            return rest
        record.choose(title.line, "item-under-date", title.text, "an entry's title")
        left: list[Block] = [List(items[0].line, items, first.start)] if items else []
        entry.head.insert(0, (title.line, title.text))
        return [*title.blocks[1:], *left, *rest[1:]]
    if not isinstance(first, Paragraph):
        return rest
    if kind == "education" and (taught := _taught_in_sentence(first, record)):
        entry.head.insert(0, (taught[0].number, taught[0].text))
        return [*([Paragraph(taught[1:])] if taught[1:] else []), *rest[1:]]
    if not is_head_line(first.lines[0].text, record) or SENTENCE_END.search(first.lines[0].text):
        return rest
    entry.head.insert(0, (first.line, first.lines[0].text))
    lines = first.lines[1:]
    return [*([Paragraph(lines)] if lines else []), *rest[1:]]


def _taught_in_sentence(block: Paragraph, record: Record) -> list[Line]:
    """The degree or school that a paragraph begins with as a sentence, and the lines after it.

    "BSc in Botany, Moss University, Leeds. With a year in Lima." A few words alone are what was
    learned, whoever taught it: "First aid course at Larch & Sons."
    """
    line, *below = block.lines
    if not any(one.hard for one in block.lines[:-1]):
        line, below = Line(block.line, block.text), []  # a margin broke it
    text, more = cut_sentence(line.text, _LONGEST_DEGREE)
    title = (text if more else line.text).rstrip(". ")
    ended = (bool(more) and line.text[len(text)] == ".") or bool(
        re.search(r"[^\W\d_]{3,}\)?\.$", line.text)
    )
    told = any(names(list_, title, record) for list_ in ("degrees", "schools"))
    told = told or (not more and not below and len(title.split()) <= _LONGEST_TITLE)
    if not ended or not told or ":" in title or not is_head_line(f"**{title}**", record):
        return []
    said = [Line(line.number, more)] if more else []
    return [Line(line.number, title), *said, *below]


_LONGEST_DEGREE = 28


def _names_entry(item: ListItem, more: bool, record: Record) -> bool:
    """Whether an item under a date is the title of its entry: in bold over others, or alone."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph) or len(first.lines) > 1:
        return False
    if not is_head_line(first.text, record) or SENTENCE_END.search(first.text):
        return False
    if more or len(item.blocks) > 1:
        return wholly(first.text)[0] == "strong"
    told = ("roles", "organisations", "degrees", "schools")
    return any(names(list_, first.text, record) for list_ in told)


def items_above(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Under a heading, first bullets that are the dates or the place belong to the head."""
    first = blocks[0] if blocks else None
    items = list(first.items) if isinstance(first, List) else []
    while items and len(items[0].blocks) == 1 and len(entry.head) < _MOST_LINES:
        text = unlink(unstyle(items[0].text))[0]
        told = [find_date(unstyle(one), record.vocabulary) for _, one in entry.head]
        found = is_only_date(text, record.vocabulary)
        dated = any(told) and not (
            found and [one and one.start for one in told] == [found.start[:4]]
        )
        place = dated and len(text.split()) <= _LONGEST_PLACE and is_place(text, record)
        if not place and (dated or not found):
            break  # "Bread Fair 2022" over "Sep 2022": a year in a name is no date beside one
        entry.head.append((items[0].line, items.pop(0).text))
    if not isinstance(first, List) or len(items) == len(first.items):
        return blocks
    return [*([List(items[0].line, items, first.start)] if items else []), *blocks[1:]]


_MOST_LINES = 4
_LONGEST_PLACE = 5
_LONGEST_OWNER = 6


def is_place_alone(block: Block, record: Record) -> bool:
    """Whether a block is a place and no more."""
    return isinstance(block, Paragraph) and is_place(unstyle(block.text), record)


def owner_below(entry: RawEntry, rest: list[Block], record: Record) -> list[Block]:
    """A short line between a heading that is one thing and the bullets: the other thing."""
    first = rest[0] if rest else None
    if len(rest) == 1 and not (isinstance(first, Paragraph) and is_owner(first, record)):
        return rest
    heading = unlink(unstyle(entry.head[0][1]))[0]
    if found := find_date(heading, record.vocabulary):
        heading = (heading[: found.begin] + heading[found.finish :]).strip(" ()[]|·–—-")
    others = [
        text for _, text in entry.head[1:] if not is_only_date(unstyle(text), record.vocabulary)
    ]
    if others or not isinstance(first, Paragraph) or len(first.lines) > 1:
        return rest
    text = unlink(unstyle(first.text))[0]
    ended = re.search(r"[.:;!?。：]$", text) and ends_sentence(text, record)
    if ended or len(text.split()) > LONGEST_META_WORDS or find_date(text, record.vocabulary):
        return rest
    turns = len(rest) > 2 and all(
        isinstance(one, List if at % 2 else Paragraph) for at, one in enumerate(rest)
    )
    if (turns and CJK.search(text)) or record.vocabulary.column(shown_title(text)) == "text":
        return rest  # lines that each head a list, or are a label: none of them is the post
    owned = names_owner(heading, record)
    bare = place_tail(heading, WORK, record, known=True)[0]
    one = not re.search(r"[,|·@]|\s[–—-]\s", bare) or (is_owner(first, record) and not owned)
    begins = text[:1].isupper() or is_solid_post(text, record)
    town = place_tail(text, WORK, record, known=True)[1]
    longest = LONGEST_META_WORDS if town and is_place(town, record) else _LONGEST_OWNER
    short = len(text.split()) <= longest and begins
    over = len(rest) == 1 or isinstance(rest[1], List) or _begins_with_date(rest[1], record)
    over = over or (names("roles", text, record) and not names("roles", heading, record))
    if not (one and short and over):
        return rest
    solid = is_solid_post(text, record)  # a wide space in it is no separator
    entry.head.append((first.line, first.text.replace("\u3000", " ") if solid else first.text))
    return rest[1:]


def is_solid_post(text: str, record: Record) -> bool:
    """Whether a line is a department and a post in it, or this alone: "商品開発部 主任"."""
    first, *others = text.split() or [""]
    if not CJK.match(text) or len(text) > _LONGEST_POST or re.search(r"[\d、。，：:の的]", text):
        return False
    last = others[-1] if others else first
    ends = tuple(word for word in record.vocabulary["roles"] if CJK.match(word))
    unit = first.endswith(tuple(record.vocabulary["units"]))
    return bool(ends) and (last.endswith(ends) or (unit and bool(others)))


_LONGEST_POST = 24


def _begins_with_date(block: Block, record: Record) -> bool:
    """Whether a block begins with a line of metadata that has a date."""
    if not isinstance(block, Paragraph):
        return False
    line = block.lines[0].text
    return bool(find_date(unstyle(line), record.vocabulary)) and is_meta(line, False, record)


def owner_follows(
    entry: RawEntry, line: Line, below: Line | None, kind: str, record: Record
) -> bool:
    """Whether a short line names the organisation that the title over it does not."""
    text = unlink(unstyle(line.text))[0]
    last = below is None
    if len(entry.head) == 2 and is_only_date(unstyle(entry.head[0][1]), record.vocabulary):
        over = last or _is_prose(below, record)
        return over and kind == "work" and _is_under_role(entry.head[1][1], text, record)
    if len(entry.head) > 1 or not text[:1].isupper():
        return False
    if _names_owner(entry, text, kind, record):
        return True
    if len(text.split()) > 8:
        return False
    list_ = "schools" if kind == "education" else "organisations"
    head = unstyle(entry.head[0][1])
    if kind == "education" and names("organisations", text, record):
        return not names_owner(_EXAMINED.sub("", head), record)
    if names(list_, text, record):
        return not (names(list_, head, record) or _is_said_of_owner(text, record))
    found = find_date(head, record.vocabulary)
    title = (head[: found.begin] + head[found.finish :]).strip() if found else head
    title, town = place_tail(title.strip("\t |·,("), WORK, record)
    one = not re.search(r"[,|·@:]|\s[–—-]\s|\S\t\S", title) and (not town or town != title)
    if one and town and record.vocabulary.has("roles", title):
        return False
    return (
        one
        and (line.hard or (last and bool(town)))
        and not SENTENCE_END.search(text)
        and kind == "work"
    )


_EXAMINED = re.compile(r"\([^()]+\)\s*$")
"""Before whom one was examined, behind what one learned in a firm: "Ausbildung … (IHK)"."""


def _is_said_of_owner(text: str, record: Record) -> bool:
    """Whether a line that names a kind of organisation says what it is: "Village inn, 8 beds."."""
    small = [word for word in text.split() if word[:1].islower()]
    return len(small) * 2 >= len(text.split()) and ends_sentence(text, record)


def _is_prose(line: Line | None, record: Record) -> bool:
    """Whether a line is what was done, no further line of a head: a sentence, or a long one."""
    text = unstyle(line.text) if line else ""
    return ends_sentence(text, record) or len(text.split()) > LONGEST_META_WORDS


def _is_under_role(title: str, text: str, record: Record) -> bool:
    """Whether a line under a date and a role is whom it was for: "Moss Museum, Hexham"."""
    role = unlink(unstyle(title))[0]
    if re.search(r"[,|·@:\t]|\s[–—-]\s", role) or not names("roles", role, record):
        return False
    plain = len(text.split()) <= _LONGEST_TITLE and not re.search(r"[.:;!?]", text)
    capital = sum(word[:1].isupper() for word in text.split()) * 2 > len(text.split())
    return plain and text[:1].isupper() and (capital or names("organisations", text, record))


_LONGEST_TITLE = 8


def _names_owner(entry: RawEntry, text: str, kind: str, record: Record) -> bool:
    """Whether a line is "Organisation, Town" under a title that has its date in a column."""
    title = unlink(unstyle(entry.head[0][1]))[0]
    found = find_date(title, record.vocabulary)
    words = KINDS.get(kind)
    if not found or not words or not re.search(r"[\t(|·]\s*$", title[: found.begin]):
        return False
    if len(text.split()) > 10 or re.search(r"[;:!?]|[a-zà-ÿ]{4,}\.", text):
        return False
    owner, town = place_tail(text, words, record)
    told = names(words.who, owner, record) and not names(words.who, title, record)
    if is_region(town, owner, record):
        return False
    return told or (bool(town) and is_place(town, record) and not is_place(owner, record))


def owner_in_sentence(text: str, kind: str, record: Record) -> list[str]:
    """An organisation and where it is, if a sentence behind a dated role is nothing else.

    "Cook, 2019 – 2021. Moss Inn, Leeds." has names; "Baked bread." has words. [] for the latter.
    """
    plain = unlink(unstyle(text))[0].rstrip(". ")
    named = not re.search(r"(?<!\w)[a-zà-ÿ]{4,}", plain) and not re.search(r"[.!?]$", plain)
    told = "," in plain or names("organisations", plain, record)
    short = len(plain.split()) <= _LONGEST_OWNER and not re.search(r"[:;\d]", plain)
    if kind not in ("work", "volunteer") or not (named and told and short):
        return []
    if names("roles", plain, record):
        return []
    return _STOP.split(_ENDS.sub("", text))


def owner_over_prose(entry: RawEntry, text: str, kind: str, record: Record) -> tuple[str, str]:
    """The first sentence of the line under a dated head, if it only says for whom; and the rest.

    "Moss Academy, Leeds. Two squads and a camp." under "2018 – 2021: Coach". ("", "") for prose.
    """
    owner, rest = cut_sentence(text)
    plain = unlink(unstyle(owner))[0]
    head = " ".join(unlink(unstyle(line))[0] for _, line in entry.head)
    found = find_date(head, record.vocabulary)
    one = found and not re.search(r"[,|·@]", head[: found.begin] + head[found.finish :])
    first = plain.split()[:2]
    capital = len(first) > 1 and all(word[:1].isupper() for word in first)
    if not rest or not one or kind not in ("work", "volunteer") or not capital:
        return "", ""
    if re.search(r"[:;\d]", plain) or names("roles", plain, record):
        return "", ""
    if re.search(r"(?<!\w)[a-zà-ÿ]{4,}", plain):  # "Hill Rovers senior squad"
        named = len(plain.split()) <= _LONGEST_NAME and names("roles", head, record)
    else:
        named = len(plain.split()) <= _LONGEST_TITLE and (
            "," in plain or names("organisations", plain, record)
        )
    return (owner, rest) if named else ("", "")


_LONGEST_NAME = 5
_LONGEST_OWNER = 12
_STOP = re.compile(r"(?<=\w{4})\.\s+")
_ENDS = re.compile(r"(?<=\w\w)\.$")  # "PA." and no "S.A."
