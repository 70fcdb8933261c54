"""What stands within one position: roles held there, parts of it, headings that lead its lists."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.head_sizes import is_dated_name
from typeset.importers.text.entries.lines import by_lines
from typeset.importers.text.entries.promotions import is_role_in_time
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.joined_owners import may_be_town
from typeset.importers.text.heads.lines import Found, RawEntry, ends_sentence, is_dated_head
from typeset.importers.text.heads.metas import is_meta
from typeset.importers.text.heads.parts import without_span
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.words import WORK, ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import DateFound, are_next, find_date
from typeset.importers.text.words.scripts import CJK


def roles_within(heading: Heading, rest: list[Block], kind: str, record: Record) -> Found | None:
    """Several dated lines under a heading without a date: the roles held there, one by one.

    Under one that says how long one was there a single line may be: "### Moss Ltd (2 years)".
    """
    if kind != "work" or find_date(heading.text, record.vocabulary):
        return None
    if len(rest) > 1 and isinstance(rest[0], Paragraph) and isinstance(rest[1], Heading):
        return None  # one line, then what stands within the position
    lists = [index for index, block in enumerate(rest) if isinstance(block, List)]
    bold = [block for block in rest if isinstance(block, Paragraph) and block.text[:2] == "**"]
    dated = [block for block in bold if _is_dated(block, record)]
    span = without_span([(heading.line, unstyle(heading.text))], record)[1]
    if not (lists or len(dated) > 1) or record.vocabulary.has("roles", unstyle(heading.text)):
        return None
    about: list[Block] = []
    if said := _about(rest, record):
        about.append(Paragraph([Line(rest[0].line, said)]))
    found = by_lines(rest[len(about) :], kind, record)
    if not found or found[0] or len(found[1]) < (1 if span else _FEWEST_WITHIN):
        return None
    for role in found[1]:
        role.body = as_leads(role.body)
    return about, found[1]


def _is_dated(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph begins with a head that holds its time, or is right over it."""
    first, *others = block.lines
    below = others[0].text if others and wholly(first.text)[0] == "strong" else ""
    found = find_date(unstyle(below), record.vocabulary)
    timed = found is not None and found.start != found.end and is_meta(below, False, record)
    return timed or is_dated_head(first.text, record)


def _about(rest: list[Block], record: Record) -> str:
    """Where the employer is or what it does: one undated line in italics, or a sentence over roles.

    So is how long one was there, over roles with their times; "" for other blocks.
    """
    block, below = rest[0], rest[1] if len(rest) > 1 else None
    text = block.text if isinstance(block, Paragraph) and len(block.lines) == 1 else ""
    style, said = wholly(text)
    role = isinstance(below, Paragraph) and below.text[:2] == "**" and _is_dated(below, record)
    if found := find_date(said, record.vocabulary):
        return said if role and found.start != found.end and is_meta(said, False, record) else ""
    return said if style == "em" or (role and not style and ends_sentence(said, record)) else ""


def dated_within(blocks: list[Block], record: Record) -> Found | None:
    """Clients or projects in a position: two bold lines or more, each with its time.

    So are lines right under the head, if each is a role and its time: promotions.
    """
    first = blocks[0] if blocks else None
    lines = first.lines if isinstance(first, Paragraph) else []
    if len(lines) >= _FEWEST_WITHIN and all(is_role_in_time(one.text, record) for one in lines):
        record.choose(lines[0].number, "dated-within", lines[0].text, "a role there")
        return blocks[1:], [RawEntry([(line.number, line.text)]) for line in lines]
    starts = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and _begins_part(block, record)
    ]
    if len(starts) < _FEWEST_WITHIN:
        return None
    found = by_lines(blocks[starts[0] :], "work", record)
    if not found or found[0] or len(found[1]) != len(starts):
        return None
    record.choose(blocks[starts[0]].line, "dated-within", found[1][0].head[0][1], "a part of it")
    return blocks[: starts[0]], found[1]


_FEWEST_WITHIN = 2


def _begins_part(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph begins in bold with its time, or in italics with a role and its time."""
    first = block.lines[0].text
    if not block.text.startswith("**"):
        return block.text.startswith("*") and is_role_in_time(first, record)
    dated = is_dated_head(first, record) or is_dated_name(first, record)
    return dated or _ends_in_date(block, record)


def ended_before(entry: RawEntry, record: Record) -> list[RawEntry]:
    """Take the entries out of a position that all ended before it began: they stand behind it."""
    own = _periods(entry, record)
    inner = [_periods(one, record) for one in entry.inner]
    if entry.employer or len(own) != 1 or not all(len(one) == 1 for one in inner):
        return []
    begin = own[0].start[:4]
    if not all(one[0].start[:4] < begin and one[0].end[:4] <= begin for one in inner):
        return []
    found, entry.inner = entry.inner, []
    return found


def _periods(entry: RawEntry, record: Record) -> list[DateFound]:
    """The dates in the lines of a head."""
    found = [find_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in entry.head]
    return [one for one in found if one]


def _ends_in_date(block: Paragraph, record: Record) -> bool:
    """Whether a line is a name, perhaps with its town, and a date: "**Moss Lab**, Ely, *2018*"."""
    plain = unlink(unstyle(block.text))[0]
    found = find_date(plain, record.vocabulary) if len(block.lines) == 1 else None
    before = plain[: found.begin].split() if found else []
    last = found is not None and not re.search(r"\w", plain[found.finish :])
    return last and 0 < len(before) <= _LONGEST_NAMED


_LONGEST_NAMED = 8


def names_unit(entry: RawEntry, record: Record) -> bool:
    """Whether a heading, or what stands behind its time, begins with a department.

    So it does in scripts that set no spaces in its name: "2019年4月～現在　製造第二部 主任".
    """
    title = unlink(unstyle(entry.head[0][1]))[0].strip()
    found = find_date(title, record.vocabulary)
    title = title[found.finish :].lstrip(" \u3000:：|／/") if found and not found.begin else title
    first, *_ = re.split(r"[\s（(／/|]", title, maxsplit=1)
    return bool(CJK.search(first)) and first.endswith(tuple(record.vocabulary["units"]))


def are_posts_at(entry: RawEntry, record: Record) -> bool:
    """Whether a heading is an owner and no role, over nothing but roles with their times.

    These may be told by the owner's departments. Its time stands beside it, or its town ("Owner,
    Town", or a line below), or this beside each of these times.
    Of three roles or more, one need not be told by its words; nor under a known organisation,
    where none of them names another: "Clerk, Night Desk" under "Moss Bank".
    """

    def told(one: RawEntry) -> tuple[bool, bool]:
        texts = [unlink(unstyle(text))[0] for _, text in one.head]
        dated = any(find_date(text, record.vocabulary) for text in texts)
        ended = ends_like_role(texts[0], record) and not names("organisations", texts[0], record)
        return dated, ended or names("roles", texts[0], record)

    if entry.inner and all(names_unit(one, record) for one in entry.inner):
        return True
    inner = [told(one) for one in entry.inner]
    unsure = sum(not held for _, held in inner)
    if not inner or not all(dated for dated, _ in inner):
        return False
    title = unlink(unstyle(entry.head[0][1]))[0]
    where = [text for _, text in entry.head[1:] if is_place(unstyle(text), record)]
    alone = len(entry.head) == 1 and told(entry) == (False, False) and "," not in title
    if alone and names("organisations", title, record) and len(inner) > max(unsure, 1):
        return unsure < _FEWEST_WITHIN and not any(_owns(one, record) for one in entry.inner)
    if unsure > (len(inner) > _FEWEST_WITHIN):
        return False
    if told(entry) == (True, False):
        return not any(_owns(one, record) for one in (entry, *entry.inner))
    if told(entry) != (False, False):
        return False
    if len(inner) > 1 and not unsure and "(" not in title and _is_promotion(entry, title, record):
        return True
    owner, comma, town = title.rpartition(", ")
    first, _, tail = title.partition(", ")
    if where:
        owner, comma = first, ""  # "Moss Court, Northern District" over its town
    elif is_place(tail, record):
        owner, town = first, tail  # "Moss Ltd, Leeds, UK"
    towns = {_beside_time(one, record) for one in entry.inner} if not comma else {town}
    towns = towns if any(towns) or not where else set(where)
    return (
        not re.search(r"[,(]", owner)
        and len(towns) == 1
        and all(may_be_town(one, record) for one in towns)
    )


def _is_promotion(entry: RawEntry, title: str, record: Record) -> bool:
    """Whether the roles under an owner, with its town and state or none, are one after the other.

    Each has a title of its own: "Head of Sales, North" over "Key Account Manager". So have none
    that were for clients, whose holder stays what they are: "Consultant, Moss Bank".
    """
    owner, where = place_tail(title, WORK, record, known=True)
    if "," in owner or any(_owns(one, record) for one in entry.inner):
        return False
    if where and not is_place(where, record):
        return False
    held = {re.split(_PART, unlink(unstyle(one.head[0][1]))[0])[0] for one in entry.inner}
    times = [found[0] for one in entry.inner if len(found := _periods(one, record)) == 1]
    return len(held) == len(times) == len(entry.inner) and all(
        are_next(first, second) for first, second in pairwise(times)
    )


def _owns(entry: RawEntry, record: Record) -> bool:
    """Whether a head names whom a role was for, or that its holder was their own employer."""
    title = unlink(unstyle(entry.head[0][1]))[0]
    if entry.inner:
        return record.vocabulary.has("contracts", title)
    others = [part for part in _PART.split(title) if not names("roles", part, record)]
    return any(
        names(list_, part, record) for list_ in ("organisations", "schools") for part in others
    )


_PART = re.compile(r",\s|\s[|·–—@-]\s|\t")
"""Between a role and whose it was: "Hotel Manager, Moss Lodge" has its "Hotel" in the role."""


def _beside_time(entry: RawEntry, record: Record) -> str:
    """What stands beside the period on the line under an entry's title: "Leeds, 2019 – 2021"."""
    text = unlink(unstyle(entry.head[1][1]))[0] if len(entry.head) == _TITLE_AND_TIME else ""
    found = find_date(text, record.vocabulary)
    return (text[: found.begin] + text[found.finish :]).strip(" ,|·()–—-") if found else ""


_TITLE_AND_TIME = 2


def names_made(heading: Heading, record: Record) -> bool:
    """Whether a heading within a position names what was made there: "医生端项目"."""
    text = re.sub(r"\s*[(（][^()（）]*[)）]$", "", unlink(unstyle(heading.text))[0].strip())
    return bool(CJK.search(text)) and text.endswith(record.vocabulary.solid["works"])


def are_leads(heading: Heading, inside: list[Block], record: Record) -> bool:
    """Whether short headings lead lists in an entry whose own heading says it all.

    Where it names the role, a role in such a heading is a duty; else it is one held there.
    """
    text = unlink(unstyle(heading.text))[0]
    dated = find_date(text, record.vocabulary)
    title = (text[: dated.begin] + text[dated.finish :]).strip() if dated else ""
    whole = re.search(r"[,|·@]|\s(?:[–—-]|at)\s", title)
    titles = [unlink(unstyle(block.text))[0] for block in inside if isinstance(block, Heading)]
    named = () if names("roles", text, record) else ("roles", "organisations")
    led = all(
        len(title.split()) <= (2 if named else _LONGEST_LEAD)
        and not find_date(title, record.vocabulary)
        and not any(names(list_, title, record) for list_ in named)
        for title in titles
    )
    lists = all(isinstance(block, (Heading, List)) for block in inside)
    return bool(whole) and led and lists and isinstance(inside[0], Heading)


_LONGEST_LEAD = 4


def as_leads(blocks: list[Block]) -> list[Block]:
    """A role holds no entries: a heading within it leads the list under it."""
    result: list[Block] = []
    for block in blocks:
        last = result[-1] if result else None
        led = isinstance(last, List) and len(last.items) == 1 and len(last.items[0].blocks) == 1
        if isinstance(block, Heading):
            term = Paragraph([Line(block.line, block.text)])
            result.append(List(block.line, [ListItem(block.line, [term])]))
        elif led and isinstance(last, List) and isinstance(block, List):
            item = last.items[0]  # the list is not changed: another rule may read it again
            result[-1] = List(last.line, [ListItem(item.line, [*item.blocks, block])], last.start)
        else:
            result.append(block)
    return result
