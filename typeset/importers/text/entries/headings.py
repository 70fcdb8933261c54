"""Entries under headings: what a heading and the lines below it tell, and the entries within."""

from __future__ import annotations

from typeset.importers.text.entries.barred_labels import with_labels_apart
from typeset.importers.text.entries.below_heads import (
    is_place_alone,
    items_above,
    owner_below,
    title_below,
)
from typeset.importers.text.entries.captions import (
    repeated_headings,
    with_captions_beside,
    with_labelled_lines,
    without_captions,
)
from typeset.importers.text.entries.earlier_roles import is_earlier
from typeset.importers.text.entries.employers_said import tells_employer
from typeset.importers.text.entries.labelled import take_bracket, take_labelled, unlabelled
from typeset.importers.text.entries.labelled_periods import take_period
from typeset.importers.text.entries.linked_owners import linked_owner_below
from typeset.importers.text.entries.paired_headings import with_pairs
from typeset.importers.text.entries.period_lines import take_late_date
from typeset.importers.text.entries.position_parts import (
    are_leads,
    are_posts_at,
    as_leads,
    dated_within,
    ended_before,
    names_made,
    names_unit,
    roles_within,
)
from typeset.importers.text.entries.promotions import held_roles
from typeset.importers.text.entries.said_above_roles import role_below_prose, role_below_said
from typeset.importers.text.entries.tables import by_table
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.lines import Found, RawEntry
from typeset.importers.text.heads.metas import take_metas
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Paragraph, Table
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import shown_title
from typeset.importers.text.words.dates import find_date, is_only_date


def by_headings(blocks: list[Block], kind: str, record: Record) -> Found | None:
    """`### Role, Org` with metadata lines, all in the heading, or a stack of headings."""
    headings = [block.level for block in blocks if isinstance(block, Heading)]
    if not headings:
        return None
    level = min(headings)
    blocks = _with_earlier_headed(blocks, level, record) if kind == "work" else blocks
    blocks = with_captions_beside(blocks, level, record)
    starts = [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]
    ends = [*starts[1:], len(blocks)]
    headed = [(blocks[at], blocks[at + 1 : end]) for at, end in zip(starts, ends, strict=True)]
    headed = with_pairs(headed, record) if kind else headed
    texts = [with_labels_apart(below, record) for _, below in headed]
    texts = [with_labelled_lines(text, record) for text in texts] if kind else texts
    again = repeated_headings(texts)
    entries: list[RawEntry] = []
    for (heading, _), below in zip(headed, texts, strict=True):
        rest, told = without_captions(below, again, record)
        # A heading over a line that heads texts of its own ("#### 2019 – 2021", then "##### Role").
        entry = _heading_entry(heading, rest, kind, record)
        entry.body += take_period(entry, told, record)
        entries += [entry, *(ended_before(entry, record) if kind == "work" else [])]
    before = blocks[: starts[0]]
    if first := by_headings(before, kind, record):  # entries, and groups of others behind them
        return first[0], [*first[1], *entries]
    return before, entries


def _with_earlier_headed(blocks: list[Block], level: int, record: Record) -> list[Block]:
    """A bold line for earlier times under the last heading as one of its level: "**Earlier**"."""
    last = max(at for at, block in enumerate(blocks) if isinstance(block, Heading))
    for at, block in enumerate(blocks[last + 1 : -1], last + 1):
        style, title = wholly(block.text) if isinstance(block, Paragraph) else ("", "")
        if style == "strong" and is_earlier(title.strip(" :"), record):
            return [*blocks[:at], Heading(level, title, block.line), *blocks[at + 1 :]]
    return blocks


def _heading_entry(heading: Block, rest: list[Block], kind: str, record: Record) -> RawEntry:
    """The entry of a heading and the blocks under it."""
    assert isinstance(heading, Heading)
    entry = RawEntry([(heading.line, unlabelled(heading, record))])
    take_bracket(entry, record)
    if (line := _line_over(rest, record)) is not None:
        entry.head.append((line.line, line.text))
        rest = rest[1:]
    siblings = _highest_headings(rest)
    if len(siblings) > 1:  # promotions, or projects within
        before, inside = rest[: siblings[0]], rest[siblings[0] :]
        return _over_headings(entry, heading, before, inside, kind, record)
    if held := _employer(entry, heading, rest, kind, record):
        return held
    if kind == "work" and siblings and are_leads(heading, rest, record):
        entry.body = as_leads(rest)
        return entry
    rest = take_period(entry, rest, record)
    if row := _row_below(heading, rest, kind, record):
        return row
    entry.body = _take_head(entry, rest, kind, record)
    if kind == "work":
        take_late_date(entry, record)
    _take_inner(entry, kind, bool(siblings), record)
    return entry


def _line_over(rest: list[Block], record: Record) -> Heading | None:
    """The one heading that is a date or place and no more, over deeper ones of roles, or None.

    "## Moss Ltd" / "#### since 2010" / "##### Head of stores", "##### Clerk".
    """
    first, second = (rest[0], rest[1]) if len(rest) > 1 else (None, None)
    if not isinstance(first, Heading) or not isinstance(second, Heading):
        return None
    alone = second.level > first.level and len(_highest_headings(rest)) == 1
    placed = alone and len(_highest_headings(rest[1:])) > 1 and is_place(first.text, record)
    told = placed or is_only_date(unstyle(first.text), record.vocabulary)
    return first if alone and told else None


def _highest_headings(blocks: list[Block]) -> list[int]:
    """Where the headings of the highest level among the blocks are."""
    level = min((b.level for b in blocks if isinstance(b, Heading)), default=0)
    return [i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.level == level]


def _over_headings(
    entry: RawEntry,
    heading: Heading,
    before: list[Block],
    inside: list[Block],
    kind: str,
    record: Record,
) -> RawEntry:
    """The entry of a heading over several: they lead its lists, or are entries within it."""
    before = take_labelled(entry, before, record)
    entry.body = take_labelled(entry, take_metas(entry, before, record), record)
    if kind == "work" and are_leads(heading, inside, record):
        entry.body += as_leads(inside)
        return entry
    found = by_headings(inside, kind, record)
    entry.inner = found[1] if found else []
    entry.employer = kind == "work" and are_posts_at(entry, record)
    return entry


def _employer(
    entry: RawEntry, heading: Heading, rest: list[Block], kind: str, record: Record
) -> RawEntry | None:
    """The entry of a heading over the roles held there, in bullets or in lines; else None."""
    if kind == "work" and (held := held_roles(entry.head[0], rest, record)):
        return held
    if found := roles_within(heading, rest, kind, record):
        entry.body, entry.inner = found
        about = entry.body[0] if entry.body else None
        timed = isinstance(about, Paragraph) and find_date(about.text, record.vocabulary)
        if about and (timed or is_place_alone(about, record)):
            entry.body = take_metas(entry, entry.body, record)
        entry.employer = True
        return entry
    return None


def _take_head(entry: RawEntry, rest: list[Block], kind: str, record: Record) -> list[Block]:
    """Move to the entry's head what stands under the heading and tells more; the blocks left."""
    about = rest[:1] if _is_post_under_facts(rest, kind, record) else []
    rest = rest[len(about) :]
    while rest and isinstance(rest[0], Heading):
        if kind == "work" and names_made(rest[0], record):
            break
        entry.head.append((rest[0].line, rest[0].text))
        rest = rest[1:]
    if kind == "work" and is_earlier(unstyle(entry.head[0][1]), record):
        return rest  # "Before that", over positions of a line each
    rest = role_below_prose(entry, rest, record) if kind == "work" else rest
    rest = title_below(entry, rest, kind, record)
    rest = take_labelled(entry, rest, record)
    rest = linked_owner_below(entry, rest, kind, record)
    rest = owner_below(entry, rest, record)
    rest = take_labelled(entry, take_metas(entry, rest, record), record)
    rest = role_below_said(entry, rest, record) if kind == "work" else rest
    said = about or (rest[:1] if rest and tells_employer(rest[0], record) else [])
    rest = items_above(entry, rest if about else rest[len(said) :], record)
    return [*said, *owner_below(entry, rest, record)]  # "事業内容：食品の製造" over the post


def _is_post_under_facts(rest: list[Block], kind: str, record: Record) -> bool:
    """Whether the one heading below an employer's facts is the post there, and has no time.

    "事業内容：食品の製造" over "#### 横浜支店 営業"; a system's or project's name is none.
    """
    about, post = (rest[0], rest[1]) if len(rest) > 1 else (None, None)
    if kind != "work" or not about or not isinstance(post, Heading):
        return False
    title = unlink(unstyle(post.text))[0]
    one = len(_highest_headings(rest)) == 1 and not find_date(title, record.vocabulary)
    named = names("roles", title, record) or ends_like_role(title, record)
    named = named or names_unit(RawEntry([(post.line, post.text)]), record)
    return one and named and tells_employer(about, record)


def _take_inner(entry: RawEntry, kind: str, headed: bool, record: Record) -> None:
    """Part the entries within an entry's body: a table's rows, dated lines, or under headings."""
    if len(entry.body) == 1 and isinstance(entry.body[0], Table):
        found = by_table(entry.body, kind, record)  # periods within one position
        if found:
            entry.body, entry.inner = found
    if kind == "work" and (within := dated_within(entry.body, record)):
        entry.body, entry.inner = within
        entry.employer = are_posts_at(entry, record)
    if headed and kind != "education" and any(isinstance(one, Heading) for one in entry.body):
        before, captioned = without_captions(entry.body, frozenset(), record)
        entry.body = [*before, *captioned]
        found = by_headings(entry.body, kind, record)
        if found:  # behind the posts held there, if lines name these
            entry.body, entry.inner = found[0], [*entry.inner, *found[1]]
            entry.employer = entry.employer or (kind == "work" and are_posts_at(entry, record))
            _join_post(entry, record)


def _join_post(entry: RawEntry, record: Record) -> None:
    """Make of an undated employer over one post one entry, as of any position."""
    post = entry.inner[0] if entry.employer and len(entry.inner) == 1 else None
    dated = any(find_date(unstyle(text), record.vocabulary) for _, text in entry.head)
    if not post or dated or post.inner:
        return
    entry.given = {"organisation": unlink(unstyle(entry.head[0][1]))[0], **entry.given}
    entry.head = [*post.head, *entry.head]
    entry.body, entry.inner, entry.employer = [*entry.body, *post.body], [], False


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
