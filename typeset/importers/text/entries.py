"""The blocks of a section → entries: an ordered list of rules, one a container shape.

Each rule looks at the whole section and either takes it (a list of raw entries, after
what precedes the first one) or leaves it to the next.
"""

from __future__ import annotations

import re
from functools import partial

from typeset.importers.text.blocks import (
    Block,
    Definitions,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
    Rule,
    Table,
)
from typeset.importers.text.bulleted_heads import heads_without_bullets
from typeset.importers.text.captions import captions_alone, repeated_headings, without_captions
from typeset.importers.text.contact_pieces import SOLID
from typeset.importers.text.contacts import is_place
from typeset.importers.text.dated_sentences import by_dated_sentences
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.entry_bullets import by_bullets, by_degrees, by_semicolons
from typeset.importers.text.entry_lines import by_lines
from typeset.importers.text.entry_looks import by_bold_heads, by_flat_list, by_turns
from typeset.importers.text.entry_tables import EntryRule, by_rows_and_headings, by_table
from typeset.importers.text.head_lines import (
    LONGEST_META_WORDS,
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    ends_sentence,
    is_dated_head,
    is_head_line,
    is_meta,
    is_owner,
    take_metas,
)
from typeset.importers.text.head_shapes import whole_heads
from typeset.importers.text.head_words import KINDS, WORK, names
from typeset.importers.text.inline import unlink, unstyle, wholly
from typeset.importers.text.labelled import by_labels, take_labelled, take_period, unlabelled
from typeset.importers.text.layouts import as_neighbours, schools_last
from typeset.importers.text.owner_lists import owners_as_headings
from typeset.importers.text.period_lines import take_late_date
from typeset.importers.text.periods import by_periods
from typeset.importers.text.place_tails import place_tail
from typeset.importers.text.promotions import by_dated_items, by_styles, held_roles
from typeset.importers.text.record import Record
from typeset.importers.text.run_in import by_run_in
from typeset.importers.text.school_headings import degrees_first, schools_of_degrees
from typeset.importers.text.titles import shown_title
from typeset.importers.text.vocabulary import key


def raw_entries(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """What precedes the first entry, and the entries; None where no rule knows the shape."""
    blocks = captions_alone(blocks, record) if kind in KINDS else blocks
    blocks = heads_without_bullets(blocks, kind, record)
    blocks = owners_as_headings(whole_heads(blocks, kind, record), kind, record)
    if kind == "education":
        blocks = degrees_first(blocks, record)
    for rule in RULES:
        if found := rule(blocks, kind, record):
            before, entries = schools_of_degrees(*found, record) if kind == "education" else found
            if kind == "education":
                schools_last(entries, record)
            as_neighbours(entries, kind, record)
            return before, _with_earlier(entries, kind, record)
    return None


def _with_earlier(entries: list[RawEntry], kind: str, record: Record) -> list[RawEntry]:
    """Entries, and those that one line at the end of the last one's texts sums up."""
    result: list[RawEntry] = []
    for entry in entries:
        _take_earlier(entry, record)
        more: list[RawEntry] = []
        while kind == "work" and entry.body and not entry.inner and not entry.earlier:
            last = entry.body[-1]
            one = _earlier(last, record) if isinstance(last, Paragraph) else None
            if not one:
                break
            more.insert(0, one)
            entry.body.pop()
        result += [entry, *more]
    return result


_EARLIER = re.compile(r"(\S+(?:\s\S+){0,2}?)\s*(?:[|·•:：]|\s[–—-])\s*(\S.*)", re.DOTALL)


def _earlier(block: Paragraph, record: Record) -> RawEntry | None:
    entry = RawEntry([(block.line, line.text) for line in block.lines])
    _take_earlier(entry, record)
    return entry if entry.earlier and len(block.lines) == 1 else None


def _take_earlier(entry: RawEntry, record: Record) -> None:
    """Mark an entry whose title begins with a word for earlier times."""
    line, text = entry.head[0]
    match = _EARLIER.fullmatch(unstyle(text))
    if match and key(match[1]) in record.vocabulary["earlier"]:
        entry.earlier = match[1].strip()
        entry.head[0] = (line, match[2])


def by_headings(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """`### Role, Org` with metadata lines, all in the heading, or a stack of headings."""
    headings = [block.level for block in blocks if isinstance(block, Heading)]
    if not headings:
        return None
    level = min(headings)
    starts = [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    ends = [*starts[1:], len(blocks)]
    texts = [blocks[start + 1 : end] for start, end in zip(starts, ends, strict=True)]
    again = repeated_headings(texts)
    entries: list[RawEntry] = []
    for start, below in zip(starts, texts, strict=True):
        rest, told = without_captions(below, again, record)
        # A heading over a line that heads texts of its own ("#### 2019 – 2021", then "##### Role").
        entry = _heading_entry(blocks[start], rest, kind, record)
        entry.body += take_period(entry, told, record)
        entries.append(entry)
    return blocks[: starts[0]], entries


def _heading_entry(heading: Block, rest: list[Block], kind: str, record: Record) -> RawEntry:
    assert isinstance(heading, Heading)
    entry = RawEntry([(heading.line, unlabelled(heading, record))])
    below = [b for b in rest if isinstance(b, Heading)]
    level = min((b.level for b in below), default=0)
    siblings = [i for i, b in enumerate(rest) if isinstance(b, Heading) and b.level == level]
    if len(siblings) > 1:  # promotions, or projects within
        before, inside = rest[: siblings[0]], rest[siblings[0] :]
        before = take_labelled(entry, before, record)
        entry.body = take_labelled(entry, take_metas(entry, before, record), record)
        if kind == "work" and _are_leads(heading, inside, record):
            entry.body += _as_leads(inside)
            return entry
        found = by_headings(inside, kind, record)
        entry.inner = found[1] if found else []
        entry.employer = kind == "work" and all(_names_unit(one, record) for one in entry.inner)
        return entry
    if kind == "work" and (held := held_roles(entry.head[0], rest, record)):
        return held
    if promotions := _promotions(heading, rest, kind, record):
        entry.body, entry.inner = promotions
        if entry.body and _is_place_alone(entry.body[0], record):
            entry.body = take_metas(entry, entry.body, record)
        entry.employer = True
        return entry
    if kind == "work" and siblings and _are_leads(heading, rest, record):
        entry.body = _as_leads(rest)
        return entry
    rest = take_period(entry, rest, record)
    if row := _row_below(heading, rest, kind, record):
        return row
    while rest and isinstance(rest[0], Heading):
        if kind == "work" and _names_made(rest[0], record):
            break
        entry.head.append((rest[0].line, rest[0].text))
        rest = rest[1:]
    rest = _title_below(entry, rest, record)
    rest = take_labelled(entry, rest, record)
    rest = _owner_below(entry, rest, record)
    rest = take_labelled(entry, take_metas(entry, rest, record), record)
    entry.body = _owner_below(entry, _items_above(entry, rest, record), record)
    if kind == "work":
        take_late_date(entry, record)
    if len(entry.body) == 1 and isinstance(entry.body[0], Table):
        found = by_table(entry.body, kind, record)  # periods within one position
        if found:
            entry.body, entry.inner = found
    if kind == "work" and (within := _dated_within(entry.body, record)):
        entry.body, entry.inner = within
    if siblings and kind != "education" and has_headings(entry.body):
        found = by_headings(entry.body, kind, record)
        if found:
            entry.body, entry.inner = found
    return entry


def _row_below(heading: Heading, rest: list[Block], kind: str, record: Record) -> RawEntry | None:
    """The one row of a table under a heading that says what the row is: "Project"."""
    label = shown_title(unlink(unstyle(heading.text))[0])
    table = rest[0] if rest and isinstance(rest[0], Table) else None
    if not table or record.vocabulary.column(label) not in ("role", "organisation"):
        return None
    mark = record.mark()
    found = by_table([table], kind, record)
    if not found or len(found[1]) != 1:
        record.reset(mark)
        return None
    record.use_label(heading.line, label, f"labels.{record.vocabulary.column(label)}")
    found[1][0].body += rest[1:]
    return found[1][0]


def _items_above(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Under a heading, first bullets that are the dates or the place belong to the head."""
    first = blocks[0] if blocks else None
    items = list(first.items) if isinstance(first, List) else []
    while items and len(items[0].blocks) == 1 and len(entry.head) < _MOST_LINES:
        text = unlink(unstyle(items[0].text))[0]
        dated = any(find_date(unstyle(one), record.vocabulary) for _, one in entry.head)
        place = dated and len(text.split()) <= _LONGEST_PLACE and is_place(text, record)
        if not place and (dated or not is_only_date(text, record.vocabulary)):
            break
        entry.head.append((items[0].line, items.pop(0).text))
    if not isinstance(first, List) or len(items) == len(first.items):
        return blocks
    return [*([List(items[0].line, items, first.start)] if items else []), *blocks[1:]]


def _dated_within(blocks: list[Block], record: Record) -> Found | None:
    """Clients or projects in a position: two bold lines or more, each with its range of dates."""
    starts = [
        at
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph)
        and block.text.startswith("**")
        and is_dated_head(block.lines[0].text, record)
    ]
    if len(starts) < _FEWEST_WITHIN:
        return None
    found = by_lines(blocks[starts[0] :], "work", record)
    if not found or found[0] or len(found[1]) != len(starts):
        return None
    record.choose(blocks[starts[0]].line, "dated-within", found[1][0].head[0][1], "a part of it")
    return blocks[: starts[0]], found[1]


_FEWEST_WITHIN = 2
_MOST_LINES = 4
_LONGEST_LEAD = 4
_LONGEST_PLACE = 5


def _names_unit(entry: RawEntry, record: Record) -> bool:
    """Whether a heading begins with a department, in scripts that set no spaces in its name."""
    first, *_ = unlink(unstyle(entry.head[0][1]))[0].split() or [""]
    return bool(SOLID.search(first)) and first.endswith(tuple(record.vocabulary["units"]))


def _names_made(heading: Heading, record: Record) -> bool:
    """Whether a heading within a position names what was made there: "医生端项目"."""
    text = re.sub(r"\s*[(（][^()（）]*[)）]$", "", unlink(unstyle(heading.text))[0].strip())
    return bool(SOLID.search(text)) and text.endswith(record.vocabulary.solid["works"])


def _are_leads(heading: Heading, inside: list[Block], record: Record) -> bool:
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


def _owner_below(entry: RawEntry, rest: list[Block], record: Record) -> list[Block]:
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
    turns = len(rest) > 2 and all(
        isinstance(one, List if at % 2 else Paragraph) for at, one in enumerate(rest)
    )
    if (turns and SOLID.search(text)) or record.vocabulary.column(shown_title(text)) == "text":
        return rest  # lines that each head a list, or are a label: none of them is the post
    owned = any(names(list_, heading, record) for list_ in ("organisations", "schools"))
    one = not re.search(r"[,|·@]|\s[–—-]\s", heading) or (is_owner(first, record) and not owned)
    begins = text[:1].isupper() or _is_solid_post(text, record)
    town = place_tail(text, WORK, record, known=True)[1]
    longest = LONGEST_META_WORDS if town and is_place(town, record) else 6
    ended = re.search(r"[.:;!?。：]$", text) and ends_sentence(text, record)
    short = len(text.split()) <= longest and begins and not ended
    over = len(rest) == 1 or isinstance(rest[1], List) or _begins_with_date(rest[1], record)
    if not (one and short and over) or find_date(text, record.vocabulary):
        return rest
    solid = _is_solid_post(text, record)  # a wide space in it is no separator
    entry.head.append((first.line, first.text.replace("\u3000", " ") if solid else first.text))
    return rest[1:]


def _is_solid_post(text: str, record: Record) -> bool:
    """Whether a line is a department and a post in it, or this alone: "商品開発部 主任"."""
    first, *others = text.split() or [""]
    if not SOLID.match(text) or len(text) > _LONGEST_POST or re.search(r"[\d、。，：:の的]", text):
        return False
    last = others[-1] if others else first
    ends = tuple(word for word in record.vocabulary["roles"] if SOLID.match(word))
    unit = first.endswith(tuple(record.vocabulary["units"]))
    return bool(ends) and (last.endswith(ends) or (unit and bool(others)))


_LONGEST_POST = 24


def _begins_with_date(block: Block, record: Record) -> bool:
    if not isinstance(block, Paragraph):
        return False
    line = block.lines[0].text
    return bool(find_date(unstyle(line), record.vocabulary)) and is_meta(line, False, record)


def _title_below(entry: RawEntry, rest: list[Block], record: Record) -> list[Block]:
    """Under a heading that is only a date, the first line is the title; the blocks left."""
    first = rest[0] if rest else None
    dated = all(is_only_date(unstyle(text), record.vocabulary) for _, text in entry.head)
    if isinstance(first, List) and len(first.items) == len(first.items[0].blocks) == 1:
        only = first.items[0]  # a year over one bullet, which is the degree and its school
        taught = all(names(list_, only.text, record) for list_ in ("degrees", "schools"))
        first = only.blocks[0] if taught else first
    if not dated or not isinstance(first, Paragraph):
        return rest
    if not is_head_line(first.lines[0].text, record) or SENTENCE_END.search(first.lines[0].text):
        return rest
    entry.head.insert(0, (first.line, first.lines[0].text))
    left = first.lines[1:]
    return [*([Paragraph(left)] if left else []), *rest[1:]]


def _promotions(heading: Heading, rest: list[Block], kind: str, record: Record) -> Found | None:
    """Several dated lines under a heading without a date: the roles held there, one by one."""
    if kind != "work" or find_date(heading.text, record.vocabulary):
        return None
    if len(rest) > 1 and isinstance(rest[0], Paragraph) and isinstance(rest[1], Heading):
        return None  # one line, then what stands within the position
    lists = [index for index, block in enumerate(rest) if isinstance(block, List)]
    bold = [block for block in rest if isinstance(block, Paragraph) and block.text[:2] == "**"]
    dated = [block for block in bold if is_dated_head(block.lines[0].text, record)]
    if not (lists or len(dated) > 1) or record.vocabulary.has("roles", unstyle(heading.text)):
        return None
    about: list[Block] = []
    if said := _slanted(rest[0], record):  # where the employer is, or what it does
        about.append(Paragraph([Line(rest[0].line, said)]))
    found = by_lines(rest[len(about) :], kind, record)
    if not found or len(found[1]) < 2 or found[0]:
        return None
    for role in found[1]:
        role.body = _as_leads(role.body)
    return about, found[1]


def _slanted(block: Block, record: Record) -> str:
    """What one undated line in italics says; "" for other blocks."""
    text = block.text if isinstance(block, Paragraph) and len(block.lines) == 1 else ""
    style, said = wholly(text)
    return said if style == "em" and not find_date(said, record.vocabulary) else ""


def _as_leads(blocks: list[Block]) -> list[Block]:
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


def has_headings(blocks: list[Block]) -> bool:
    """Whether there is a heading among the blocks."""
    return any(isinstance(block, Heading) for block in blocks)


def by_definitions(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A period and what was done then, or a position and what is said of it.

    What stands between the definitions goes on with the one before it.
    """
    at = next((i for i, block in enumerate(blocks) if isinstance(block, Definitions)), -1)
    if at < 0:
        return None
    entries: list[RawEntry] = []
    for block in blocks[at:]:
        if not isinstance(block, Definitions):
            entries[-1].body += [] if isinstance(block, Rule) else [block]
            continue
        for term, below in block.items:
            if entries and _goes_on(entries[-1], term.text, below, record):
                entries[-1].head.append((term.number, term.text))
                entries[-1].body += below
            else:
                entries.append(RawEntry([(term.number, term.text)], list(below)))
    for entry in entries:
        first, below = (entry.body[0], entry.body[1:]) if entry.body else (None, [])
        if _is_period(unstyle(entry.head[0][1]), record) and isinstance(first, Paragraph):
            entry.body = _title_of(entry, first, record)
            if not entry.body and below and _is_place_alone(below[0], record):
                below = take_metas(entry, below, record)
            entry.body += below
        else:
            entry.body = take_metas(entry, entry.body, record)
    if not any(find_date(text, record.vocabulary) for one in entries for _, text in one.head):
        return None
    return blocks[:at], entries


def _goes_on(entry: RawEntry, term: str, below: list[Block], record: Record) -> bool:
    """Whether a term whose definition is its town is more of the dated head above it."""
    if len(below) != 1 or find_date(unstyle(term), record.vocabulary):
        return False
    texts = [text for _, text in entry.head]
    texts += [block.text for block in entry.body if isinstance(block, Paragraph)]
    dated = any(is_only_date(unstyle(text), record.vocabulary) for text in texts)
    return dated and _is_place_alone(below[0], record)


def _is_place_alone(block: Block, record: Record) -> bool:
    return isinstance(block, Paragraph) and is_place(unstyle(block.text), record)


def _is_period(text: str, record: Record) -> bool:
    """Whether a term is a date, or a word for now or earlier times and its date."""
    found = find_date(text, record.vocabulary)
    word = key(text[: found.begin]) if found else ""
    told = not word or word in record.vocabulary["earlier"] | record.vocabulary["present"]
    return found is not None and told and not re.search(r"\w", text[found.finish :])


def _title_of(entry: RawEntry, first: Paragraph, record: Record) -> list[Block]:
    """Put the title of a dated entry over its date; what is left of the paragraph."""
    line, *others = first.lines
    if others and not line.hard and is_head_line(first.text, record):
        line, others = Line(line.number, " ".join(one.text for one in first.lines)), []
    if is_head_line(line.text, record) and not re.search(r";\s+[a-zà-ÿ]", line.text):
        entry.head.insert(0, (line.number, line.text))
        return [Paragraph(others)] if others else []
    if not line.hard and others:
        line = Line(line.number, " ".join(one.text for one in first.lines))
        others = []
    head, rest = cut_sentence(line.text)
    if not rest or not is_head_line(head, record):
        return [first]
    entry.head.insert(0, (line.number, head))
    owner, more = cut_sentence(rest)  # "**MA, Weaving**. Hill University, Leeds. With honours"
    owner = owner.rstrip(".") if not more else owner
    told, owned = (
        any(names(list_, text, record) for list_ in ("schools", "organisations"))
        for text in (owner, head)
    )
    short = is_head_line(owner, record) and len(owner.split()) <= _LONGEST_OWNER
    if told and not owned and short:
        entry.head.insert(1, (line.number, owner))
        rest = more
    left = [Line(line.number, rest, line.hard)] if rest else []
    return [Paragraph([*left, *others])] if left or others else []


_LONGEST_OWNER = 9


RULES: tuple[EntryRule, ...] = (
    by_labels,
    partial(by_rows_and_headings, read=by_headings),
    by_headings,
    by_styles,
    by_dated_items,
    by_dated_sentences,
    by_run_in,
    by_table,
    by_definitions,
    by_bullets,
    by_semicolons,
    by_periods,
    by_lines,
    by_degrees,
    by_bold_heads,
    by_turns,
    by_flat_list,
)
"""Marks before looks: headings are entries wherever there are any."""
