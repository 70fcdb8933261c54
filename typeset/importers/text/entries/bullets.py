"""Entries that are the items of a list, or the parts of one sentence."""

from __future__ import annotations

import re

from typeset.importers.text.entries.below_heads import owner_in_sentence
from typeset.importers.text.entries.labelled import take_labelled, under_title
from typeset.importers.text.entries.run_in import RUN_IN
from typeset.importers.text.entries.wrapped_heads import unwrapped
from typeset.importers.text.heads.lines import (
    SENTENCE_END,
    Found,
    RawEntry,
    cut_sentence,
    is_dated_head,
    is_head_line,
)
from typeset.importers.text.heads.metas import LONGEST_META_WORDS, is_owner, take_metas
from typeset.importers.text.heads.parts import without_span
from typeset.importers.text.heads.words import KINDS, names, names_owner
from typeset.importers.text.markup.blocks import (
    Block,
    Heading,
    Line,
    List,
    ListItem,
    Paragraph,
)
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date, is_only_date


def by_bullets(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """A list whose items are entries: each begins with a head that has a date, or a degree."""
    lists = [block for block in blocks if isinstance(block, List)]
    if not lists or any(isinstance(block, Heading) for block in blocks):
        return None
    if not all(isinstance(block, List) for block in blocks[blocks.index(lists[0]) :]):
        return None
    above = [block for block in blocks[: blocks.index(lists[0])] if isinstance(block, Paragraph)]
    if any(_is_dated_above(block, record) for block in above):
        return None  # the lists belong to dated lines over them
    items = [item for found in lists for item in found.items]
    others = [_dated_item(item, kind, record) for item in items]
    heads = [
        None if other and not is_head_line(item.text, record) else _item_head(item, kind, record)
        for item, other in zip(items, others, strict=True)
    ]
    missing = sum(not head for head in heads)
    dated = len(items) > 1 and all(map(any, zip(heads, others, strict=True)))
    if not items or (missing * _MOST_OTHERS > len(items) and not dated):
        return None
    others = [
        other or (None if head else _undated_item(item, kind, record))
        for item, head, other in zip(items, heads, others, strict=True)
    ]
    entries = [entry for pair in zip(heads, others, strict=True) if (entry := pair[0] or pair[1])]
    if len(entries) < len(items):
        return None
    return blocks[: blocks.index(lists[0])], entries


def _is_dated_above(block: Paragraph, record: Record) -> bool:
    """Whether a paragraph over lists is an entry's head: a date in its first line, or as one."""
    first, *others = [unstyle(line.text) for line in block.lines]
    alone = any(is_only_date(text, record.vocabulary) for text in others)
    return alone or find_date(first, record.vocabulary) is not None


_MOST_OTHERS = 3
"""One in as many items may be longer than a head is, or have no date; all, where each is dated."""


def _dated_item(item: ListItem, kind: str, record: Record) -> RawEntry | None:
    """A long item among heads that is one line and ends in its date, as they do.

    One of no known kind may begin with it, and one that names its school.
    """
    text = unstyle(item.text)
    found = find_date(text, record.vocabulary) if kind in {*KINDS, ""} else None
    begins = not kind or (kind == "education" and names("schools", text, record))
    sides = [text[found.finish :], *([text[: found.begin]] if begins else [])] if found else []
    ends = any(not re.sub(r"[\W_]", "", side) for side in sides)
    first = item.blocks[0] if len(item.blocks) == 1 else None
    one = isinstance(first, Paragraph) and not any(line.hard for line in first.lines[:-1])
    plain = ends and one and not re.search(r"[a-zà-ÿ]{4}[.!?;]\s", item.text)
    return RawEntry([(item.line, item.text)]) if plain else None


def _undated_item(item: ListItem, kind: str, record: Record) -> RawEntry | None:
    """A short item without a date among heads that have one: it names a role, and whose."""
    first = item.blocks[0] if item.blocks else None
    if kind not in ("work", "volunteer") or not isinstance(first, Paragraph):
        return None
    plain = unlink(unstyle(first.text))[0]
    headed = is_head_line(first.text, record) and not SENTENCE_END.search(plain)
    if not headed or not (names("roles", plain, record) or names("organisations", plain, record)):
        return None
    record.choose(item.line, "undated-among-dated", plain, "an entry")
    return RawEntry([(line.number, line.text) for line in first.lines], item.blocks[1:])


def _item_head(item: ListItem, kind: str, record: Record) -> RawEntry | None:
    """The entry of an item that begins with a head; None where it begins with none."""
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        return None
    if titled := under_title(first.lines, record):
        titled.body += item.blocks[1:]
        return titled
    below = item.blocks[1:]
    bold = _BOLD_DATE.fullmatch(first.text)
    period = is_only_date(bold[1], record.vocabulary) if bold else None
    if bold and period and (parts := _short_sentences(bold[2])):
        return RawEntry([(first.line, part) for part in (*parts, bold[1])], below)
    run_in = RUN_IN.fullmatch(first.text)
    if run_in and is_only_date(unstyle(run_in[1]), record.vocabulary):  # "**2019** : Role, Org"
        parts = [run_in[2]] if is_head_line(run_in[2], record) else _short_sentences(run_in[2])
        head = [(first.line, part) for part in (*parts, run_in[1])]
        return RawEntry(head, below) if parts else None
    if run_in and find_date(run_in[1], record.vocabulary) and not _is_taught(run_in, kind, record):
        prose = Paragraph([Line(first.line, run_in[2])])
        return RawEntry([(first.line, run_in[1])], [prose, *below])
    return _by_lines(item, first, kind, record)


def _by_lines(item: ListItem, first: Paragraph, kind: str, record: Record) -> RawEntry | None:
    """The entry of an item whose first lines are its head; None without a date or degree."""
    entry = RawEntry([])
    count = 0
    lines = unwrapped(first, record)
    if kind in ("work", "volunteer") and (said := _said_behind_date(lines[0], record)):
        entry.head.append((first.line, said[0]))
        lines = [lines[0], Line(first.line, said[1], lines[0].hard), *lines[1:]]
        count = 1
    for line in lines if not count else ():
        if not is_head_line(line.text, record) or _is_told_below(entry, line, record):
            break
        entry.head.append((line.number, line.text))
        count += 1
    left = lines[count:]
    if not count and not any(line.hard for line in first.lines):
        text, more = cut_sentence(first.text)
        if more and is_head_line(text, record) and find_date(text, record.vocabulary):
            entry.head.append((first.line, text))
            if named := owner_in_sentence(more, kind, record):
                record.choose(first.line, "owner-in-sentence", more, "whose the role is")
            entry.head += [(first.line, part) for part in named]
            left = [] if named else [Line(first.line, more)]
        elif told := _sentence_before_date(first.text, kind, record):
            named = owner_in_sentence(told[1], kind, record)
            entry.head = [(first.line, part) for part in (told[0], *named, told[2])]
            left = [] if named else [Line(first.line, told[1])]
    rest: list[Block] = [Paragraph(left)] if left else []
    entry.body = [*rest, *item.blocks[1:]]
    if not entry.head and kind == "education" and not any(one.hard for one in first.lines):
        return _sentences_entry(item, record)
    if not entry.head:
        return None
    if not any(find_date(text, record.vocabulary) for _, text in entry.head):
        entry.body = take_metas(entry, entry.body, record)
    entry.body = _take_nested(entry, take_labelled(entry, entry.body, record), kind, record)
    dated = any(find_date(text, record.vocabulary) for _, text in entry.head)
    if kind in ("work", "volunteer"):  # "Contract at Moss Labs (6 months)"
        dated = dated or bool(without_span([(item.line, unstyle(entry.head[0][1]))], record)[1])
    schooled = kind == "education" and any(
        record.vocabulary.has("degrees", text) or record.vocabulary.has("schools", text)
        for _, text in entry.head
    )
    return entry if dated or schooled else None


def _sentence_before_date(text: str, kind: str, record: Record) -> tuple[str, str, str] | None:
    """A head, what is said of it, and the period last: "Cook, Moss Inn. Soups. 2013 – 16."."""
    cut = text.rstrip(". ").rfind(". ") + 1  # behind the last sentence
    period = is_only_date(text[cut:], record.vocabulary) if cut and kind in KINDS else None
    head, said = cut_sentence(text[:cut])
    shut = head.count("(") == head.count(")")
    if not period or period.start == period.end or not (said and shut):
        return None
    return (head, said, text[cut:].strip()) if is_head_line(head, record) else None


def _said_behind_date(line: Line, record: Record) -> tuple[str, str] | None:
    """A head up to its date, and what is said behind a colon: "Cook, Moss Inn, 2019: soups"."""
    found = find_date(line.text, record.vocabulary)
    if not found or "," not in line.text[: found.begin]:
        return None
    match = _SAID.match(line.text, found.finish)
    return (line.text[: match.start(1)], match[2]) if match else None


_SAID = re.compile(r"\)?(\s*:\s+)([a-zà-ÿ]{2,}.*)", re.DOTALL)


def _sentences_entry(item: ListItem, record: Record) -> RawEntry | None:
    """A degree whose parts are short sentences, the last one dated: "BA in Art. Bath, 2011."."""
    parts = _short_sentences(item.text)
    found = find_date(unstyle(parts[-1]), record.vocabulary) if parts else None
    if not found or re.search(r"\w", unstyle(parts[-1])[found.finish :]):
        return None
    return RawEntry([(item.line, part) for part in parts], item.blocks[1:])


def _is_taught(run_in: re.Match[str], kind: str, record: Record) -> bool:
    """Whether what follows a school and its dates is the subject: "**School** (2019) – Botany"."""
    school, subject = run_in[1], run_in[2]
    plain = unlink(unstyle(subject))[0]
    short = len(plain.split()) <= _LONGEST_SUBJECT and not SENTENCE_END.search(plain)
    told = names("schools", school, record) and not names("degrees", school, record)
    return kind == "education" and told and short and ":" not in plain


_LONGEST_SUBJECT = 6


def _take_nested(entry: RawEntry, blocks: list[Block], kind: str, record: Record) -> list[Block]:
    """Move the bullets that go on with a head ("- **Role**", "  - *Org, Town, dates*") to it.

    The bullets under the last one of these are the entry's own; the blocks left.
    """
    first = blocks[0] if blocks else None
    items = list(first.items) if isinstance(first, List) else []
    inner: list[Block] = []
    while items and not inner:
        line = items[0].blocks[0] if items[0].blocks else None
        if not isinstance(line, Paragraph) or not _goes_on(entry, line, kind, record):
            break
        inner = items[0].blocks[1:]
        if inner and len(items) > 1:
            return blocks  # bullets of different weight: one of them only looks like a head
        entry.head += [(part.number, part.text) for part in line.lines]
        items.pop(0)
    if not isinstance(first, List) or len(items) == len(first.items):
        return blocks
    rest: list[Block] = [List(items[0].line, items, first.start)] if items else []
    return [*rest, *inner, *blocks[1:]]


def _goes_on(entry: RawEntry, block: Paragraph, kind: str, record: Record) -> bool:
    """Whether a nested bullet is a date, or the organisation that the head does not name."""
    text = unlink(unstyle(block.text))[0]
    if SENTENCE_END.search(text) or not all(is_head_line(one.text, record) for one in block.lines):
        return False
    words = KINDS.get(kind)
    above = " ".join(unstyle(text) for _, text in entry.head)
    new = words is not None and names(words.what, text, record)
    new = new and words is not None and not names(words.what, above, record)
    if not any(find_date(line, record.vocabulary) for _, line in entry.head):
        dated = is_dated_head(block.text, record) or is_only_date(text, record.vocabulary)
        return bool(dated) or new
    owners = ("schools",) if kind == "education" else ("organisations", "schools")
    told = any(names(list_, above, record) for list_ in owners)
    return kind in KINDS and not told and is_owner(block, record)


def _is_told_below(entry: RawEntry, line: Line, record: Record) -> bool:
    """Whether a line is a sentence, however short, under a date or under a whole head.

    "Stores, gates and scales." under "Moss Ltd, Leeds - Foreman (2018 to 2020)".
    """
    above = unstyle(entry.head[-1][1]) if entry.head else ""
    sentence = bool(re.search(r"[\w,] \S*[a-zà-ÿ]{3}\.$", line.text))
    if not sentence or (names_owner(line.text, record) and not _IN_SMALL.fullmatch(line.text)):
        return False
    if len(entry.head) > 1 and is_only_date(above, record.vocabulary):
        return True
    found = find_date(above, record.vocabulary)
    rest = above[: found.begin] or above[found.finish :] if found else ""
    parted = _TWO_SIDED.search(rest.strip(" :,(|–—-"))
    return bool(parted) and is_dated_head(above, record)


_IN_SMALL = re.compile(r"\w+(?: [a-zà-ÿ,-]+){2,}\.")
"""A sentence without a name: "Agency work for museums."."""
_TWO_SIDED = re.compile(r"[,|·@]|\s[–—-]{1,2}\s")


_BOLD_DATE = re.compile(r"\*\*([^*]{4,60}?)\s*[:：]?\*\*\s*[:：]?\s+(\S.*)", re.DOTALL)


def _short_sentences(text: str) -> list[str]:
    """The parts of a head set apart by full stops ("Nurse. Hospital, Town."); none for prose."""
    parts = re.split(r"(?<=[\w)]{3})\.\s+(?=[^\W\d_a-zà-ÿ])", text.strip().rstrip("."))
    short = 1 < len(parts) <= 4 and all(len(part.split()) <= LONGEST_META_WORDS for part in parts)
    return parts if short and not re.search(r"[.!?]\s", " ".join(parts)) else []


def by_semicolons(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """One sentence of several entries, each with its date: "Coach, Club (2018); reader, 2020"."""
    block = blocks[0] if len(blocks) == 1 else None
    if not isinstance(block, Paragraph) or kind not in KINDS:
        return None
    parts = split_top(block.text.rstrip("."), _SEMICOLON)
    dated = [
        is_head_line(part, record) and bool(find_date(unstyle(part), record.vocabulary))
        for part in parts
    ]
    if len(parts) < 2 or not all(dated):
        return None
    record.choose(block.line, "entries-in-a-line", block.text, "an entry each")
    return [], [RawEntry([(block.line, part)]) for part in parts]


_SEMICOLON = re.compile(r";\s+")
