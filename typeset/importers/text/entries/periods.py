"""Entries that begin with their period on a line of its own, and go on in lines of one thing each.

So do the job sites of several countries write them out: the period, how long it was, the
employer, its town and trade, the position, what was done.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.head_paragraphs import cut_above_dates
from typeset.importers.text.entries.labelled import labelled
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import SENTENCE_END, Found, RawEntry, is_head_line
from typeset.importers.text.heads.words import KINDS, ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Line, Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.date_points import alternatives
from typeset.importers.text.words.dates import is_only_date

_LONGEST = 8


def by_periods(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """Entries of which each has a line for its role and one for its organisation."""
    if kind == "education":
        blocks = [part for block in blocks for part in _below_stage(block, record)]
    blocks = [part for block in blocks for part in _below_dates(block, record)]
    starts = [at for at, block in enumerate(blocks) if _begins(block, record)]
    if kind not in KINDS or not starts or not _may_stand_before(blocks[: starts[0]]):
        return None
    entries: list[RawEntry] = []
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=True):
        entry = _entry(blocks[start:end], kind, record)
        if not entry:
            return None
        entries.append(entry)
    return blocks[: starts[0]], entries


def _below_dates(block: Block, record: Record) -> list[Block]:
    """A paragraph of several entries cut above the period of each."""
    cut = cut_above_dates(block, record) if isinstance(block, Paragraph) else []
    return cut if cut and _begins(cut[0], record) else [block]


def _begins(block: Block, record: Record) -> bool:
    text = block.lines[0].text if isinstance(block, Paragraph) else ""
    return is_only_date(unstyle(text), record.vocabulary) is not None


def _below_stage(block: Block, record: Record) -> list[Block]:
    """A paragraph cut under the stage of education that stands over its year ("Higher")."""
    if not isinstance(block, Paragraph) or len(block.lines) < 4:
        return [block]
    stage, year, *_ = (unstyle(line.text) for line in block.lines)
    short = len(stage.split()) <= 3 and names("degrees", stage, record)
    if not short or not is_only_date(year, record.vocabulary):
        return [block]
    return [Paragraph(block.lines[:1]), Paragraph(block.lines[1:])]


def _may_stand_before(blocks: list[Block]) -> bool:
    """A word or two over all entries ("Higher education")."""
    return not blocks or (len(blocks) == 1 and isinstance(blocks[0], Paragraph)
                          and len(blocks[0].text.split()) <= 3)  # fmt: skip


def _entry(blocks: list[Block], kind: str, record: Record) -> RawEntry | None:
    """The entry of a period's blocks; None where no lines name both sides of its head."""
    lists = [at for at, block in enumerate(blocks) if not isinstance(block, Paragraph)]
    until = lists[0] if lists else len(blocks)
    paragraphs = [block for block in blocks[:until] if isinstance(block, Paragraph)]
    lines = [line for paragraph in paragraphs for line in paragraph.lines]
    after = blocks[until + 1] if until + 1 < len(blocks) else None
    if isinstance(after, Paragraph) and not any(names("roles", one.text, record) for one in lines):
        lines += after.lines[:1]  # the position, after a list of what the employer does
    date, *below = lines
    lasting = below[0] if below and _lasts(below[0].text, record) else None
    below = below[1:] if lasting else below
    words = KINDS[kind]
    heads = [
        line for line in below[:7]
        if is_head_line(line.text, record) and not labelled(line.text, record)[0]
    ]  # fmt: skip
    told = [(names(words.what, line.text, record), names(words.who, line.text, record))
            for line in heads]  # fmt: skip
    owner = next((one for one, (_, who) in zip(heads, told, strict=True) if who), None)
    role = next((one for one, (what, who) in zip(heads, told, strict=True) if what and not who),
                None)  # fmt: skip
    if kind == "education":
        whole = any(what and who for what, who in told)  # "School, Degree" in one line
        role = None if whole else next((line for line in heads if line is not owner), None)
    elif lasting:
        owner, role = _by_place(heads, owner, role, record)
    short = [line for line in (owner, role) if line and len(line.text.split()) <= _LONGEST + 4]
    bare = len(paragraphs) == 1 and len(below) == 2 and kind != "education" and not lasting
    if len(short) < 2 or bare:
        return None
    assert owner is not None
    assert role is not None
    shown = f"{date.text} ({lasting.text})" if lasting else date.text
    head = [(role.number, role.text), (owner.number, owner.text), (date.number, shown)]
    left = [line for line in below if line not in (owner, role)]
    if left and _is_town(left[0], record) and left[0].number in (owner.number + 1, role.number + 1):
        head.insert(2, (left[0].number, left[0].text))
        left = left[1:]
    given = {"role": role.text, "organisation": owner.text}
    taken = [line for line in lines if line not in left]
    body: list[Block] = []
    for block in blocks:
        kept = (
            [line for line in block.lines if line not in taken]
            if isinstance(block, Paragraph)
            else []
        )
        if kept or not isinstance(block, Paragraph):
            body.append(Paragraph(kept) if kept else block)
    return RawEntry(head, body, given=given)


def _by_place(
    heads: list[Line], owner: Line | None, role: Line | None, record: Record
) -> tuple[Line | None, Line | None]:
    """The lines of an employer and a role under how long it was, where their words tell none.

    Such forms have the employer first, and where it is before the role.
    """
    owner = owner or next((line for line in heads if line is not role), None)
    others = (line for line in heads if line is not owner and not _is_town(line, record))
    return owner, role or next(others, None)


def _is_town(line: Line, record: Record) -> bool:
    plain = unstyle(line.text).strip()
    count = len(plain.split())
    if count > 4 or SENTENCE_END.search(plain) or not plain[:1].isupper():
        return False
    told = any(names(list_, plain, record) for list_ in ("roles", "organisations", "degrees"))
    return is_place(plain, record) or (count < 2 and not told and not ends_like_role(plain, record))


def _lasts(text: str, record: Record) -> bool:
    """Whether a line says only how long a period was: "7 лет 10 месяцев"."""
    units = alternatives(record.vocabulary["durations"])
    return bool(re.fullmatch(rf"(?:\d{{1,2}}\s?(?:{units})\.?(?:\s?(?:,|\w{{1,3}}\s))?\s*){{1,2}}",
                             text.strip(), re.IGNORECASE))  # fmt: skip
