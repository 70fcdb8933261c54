"""Project sections: headings, bullets with names, or bullets with sentences for leads."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.entries.bodies import highlight, with_page
from typeset.importers.text.entries.labelled import take_labelled
from typeset.importers.text.entries.labelled_forms import is_form
from typeset.importers.text.entries.labelled_periods import take_date_item
from typeset.importers.text.entries.named_paragraphs import by_named_paragraphs
from typeset.importers.text.entries.named_projects import (
    described,
    is_project,
    mostly_named,
    named_project,
    with_techniques_beside_years,
)
from typeset.importers.text.entries.project_dates import with_last_dates
from typeset.importers.text.entries.project_groups import project_groups
from typeset.importers.text.entries.project_lists import with_lists
from typeset.importers.text.entries.project_pages import with_pages
from typeset.importers.text.entries.project_sides import (
    before_article,
    with_brackets,
    with_description,
    with_lone_pages,
    with_role,
    with_techniques,
)
from typeset.importers.text.entries.project_tables import by_table
from typeset.importers.text.entries.project_years import by_years
from typeset.importers.text.entries.sections import make_entry, read_entries
from typeset.importers.text.entries.techniques import read_project
from typeset.importers.text.heads.heads import read_head
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry, is_head_line
from typeset.importers.text.items.dates import date_at_end, date_values
from typeset.importers.text.markup.blocks import (
    Block,
    Definitions,
    Line,
    List,
    ListItem,
    Paragraph,
    to_markdown,
)
from typeset.importers.text.markup.inline import LINK, unlink, unstyle, wholly
from typeset.importers.text.parts import Entry, Part, spine
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.dates import find_date, is_only_date


def read_projects(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """The projects of a section, with the pages and dates that end what is said of them."""
    parts = with_pages(_read_projects(kind, raw, record), raw.line, record)
    parts = [with_lone_pages(part, raw.line, record) for part in parts]
    parts = [with_lists(part, raw.line, record) for part in parts]
    return with_last_dates(parts, raw.line, record)


def _read_projects(kind: str, raw: RawSection, record: Record) -> list[Part]:
    """Projects under headings; bullets with names; bullets whose leads are sentences stay bullets.

    A lead that is a sentence ("Moved the press to the cellar.") names nothing, so such a list
    becomes one untitled generic entry: its bullets keep lead and detail, in order.
    """
    if named := _by_colons(raw, record) or by_years(raw, record):
        return [Part(spine(raw, kind), kind, named)]
    if len(raw.blocks) == 1 and (named := with_techniques_beside_years(_items(raw.blocks), record)):
        return [Part(spine(raw, kind), kind, named)]
    found = read_entries(kind, raw, record)
    undated = bool(found) and "body" in found[0].section  # some have a date, others none
    if undated and (named := _by_names(raw, record)):
        return [Part(spine(raw, kind), kind, named)]
    if found and any(part.entries for part in found):
        return [_with_sides(part, raw.line, record) for part in found]
    if named := _by_names(raw, record):
        return [Part(spine(raw, kind), kind, named)]
    if named := _by_items(raw, record):
        return [_with_sides(Part(spine(raw, kind), kind, named), raw.line, record)]
    if rows := by_table(raw, record):
        return [Part(spine(raw, kind), kind, rows)]
    if named := by_named_paragraphs(raw, record):
        return [_with_sides(Part(spine(raw, kind), kind, named), raw.line, record)]
    before_groups, groups = project_groups(raw, record)
    if groups and all(parts := [_read_projects(kind, group, record) for group in groups]):
        above = Part({"title": raw.title, "body": to_markdown(before_groups)})
        return [above, *(one for some in parts for one in some)]
    lists = [i for i, block in enumerate(raw.blocks) if isinstance(block, List)]
    if len(lists) != 1 or lists[0] != len(raw.blocks) - 1:
        return []
    block = raw.blocks[-1]
    assert isinstance(block, List)
    bullets = [made for item in block.items if (made := highlight(item))]
    before = to_markdown(raw.blocks[:-1])
    if entries := mostly_named(block.items, record):
        return [Part(spine(raw, kind, before), kind, entries)]
    if any(bullet.get("lead") for bullet in bullets):
        record.choose(raw.line, "sentence-leads", raw.title, "one entry of bullets with leads")
        section = {**spine(raw, "", before), "entries": [{"highlights": bullets}]}
        return [Part(section)]
    return []


def _with_sides(part: Part, line: int, record: Record) -> Part:
    """Projects with what stands beside or under their names in fields of its own."""
    part = with_brackets(with_role(part, record), line, record)
    return with_description(with_techniques(part, line, record), record)


_LONGEST_ITEM_NAME = 14


def _by_items(raw: RawSection, record: Record) -> list[Entry]:
    """A list whose items are names, most of which have bullets under them, or a date behind them.

    "Lock gates – June 2023" beside "Tide table – planned".
    """
    block = raw.blocks[0] if len(raw.blocks) == 1 else None
    items = block.items if isinstance(block, List) else []
    under = sum(len(item.blocks) > 1 for item in items)
    texts = [unlink(unstyle(item.text))[0] for item in items]
    dated = sum(_is_dated(text, record) for text in texts)
    if len(items) < 2 or max(under, dated) * 2 <= len(items):
        return []
    entries: list[Entry] = []
    mark = record.mark()
    titled = all(_is_set_apart(item.text) for item in items)
    titled = titled and any(len(text.split()) > _LONGEST_ITEM_NAME for text in texts)
    for item, text in zip(items, texts, strict=True):
        flat = all(isinstance(inner, List) for inner in item.blocks[1:])
        bare = _DATED_END.sub("", text)
        named = 0 < len(bare.split()) <= _LONGEST_ITEM_NAME and is_head_line(item.text, record)
        named = (named and not SENTENCE_END.search(text)) or _is_set_apart(item.text)
        if not flat or not named:
            record.reset(mark)
            return []
        if titled:  # names like those of papers: a colon or a year is a part of them
            target = unlink(unstyle(item.text))[1]
            entry = {"name": text, **({"url": target} if target else {})}
            entries.append(with_page({**entry, **read_project(item.blocks[1:], record)}))
            continue
        raw_entry = RawEntry([(item.line, item.text)], item.blocks[1:])
        raw_entry.body = take_labelled(raw_entry, raw_entry.body, record)
        raw_entry.body = take_date_item(raw_entry, raw_entry.body, record)
        head = read_head(raw_entry.head, "projects", record, raw_entry.given)
        entries.append(make_entry(head, raw_entry, "projects", record))
    record.choose(raw.line, "names-over-bullets", raw.title, "projects, an item each")
    return entries


_DATED_END = re.compile(r"(?:\s+[–—|-]|,)\s+[^–—|,]{4,30}$")
"""A sign, and what may be a date behind it."""


def _is_dated(text: str, record: Record) -> bool:
    """Whether a sign sets a date apart at a text's end: "Lock gates – June 2023 (Nim)"."""
    end = _DATED_END.search(re.sub(r"\s*\([^()]*\)$", "", text))
    return bool(end and is_only_date(end[0].strip(" –—|,-"), record.vocabulary))


def _is_set_apart(text: str) -> bool:
    """Whether a text is one link, or in bold all through: a name, however long."""
    linked = LINK.fullmatch(text)
    return bool(linked) or wholly(text)[0] == "strong"


_COLON_NAME = re.compile(
    rf"(?P<name>\*\*(?:[^*\\]|\\.)+\*\*|{LINK.pattern}|[^\s:：*\[\]()（）](?:[^:：*\[\]()（）]{{0,40}}))"
    r"(?:\s*[(（](?P<when>https?://[^()\s]+|[^()（）]{2,40})[)）])?\s*[:：](?:\\\n|\s+)(?P<text>[^\s].*)",
    re.DOTALL,
)


def _by_colons(raw: RawSection, record: Record) -> list[Entry]:
    """Items that all are `Name: what it is (dates)`; none for other sections."""
    entries = [_by_colon(item, record) for item in _items(raw.blocks)]
    return entries if all(entries) else []


def _by_colon(item: ListItem, record: Record) -> Entry:
    """A project from `Name: what it is (dates)`; {} for another item."""
    if not item.blocks or is_form(item.blocks[0], record):
        return {}
    match = _COLON_NAME.fullmatch(item.text)
    shown, target = unlink(unstyle(match["name"])) if match else ("", "")
    if not match or len(shown.split()) > 6 or find_date(shown, record.vocabulary):
        return {}
    text, found = date_at_end(match["text"], record, bracketed=True)
    if when := match["when"]:
        text, found = match["text"], is_only_date(when, record.vocabulary)
        address = re.fullmatch(r"https?://\S+", when)
        target = target or (address[0] if address else "")
        if not found and not address:
            if find_date(when, record.vocabulary):
                return {}  # "(2022, Rust)" is more than a part of the name
            shown = f"{shown.strip()} {match[0][match.end('name') : match.end('when') + 1].strip()}"
    entry: Entry = {"name": shown.strip(), **({"url": target} if target else {})}
    values = date_values(found, item.line, "", record)
    said = described(text, bool(target))
    if "description" in said and _is_name_over(item):
        said["summary"] = said.pop("description")
    return with_page({**entry, **said, **values, **read_project(item.blocks[1:], record)})


def _is_name_over(item: ListItem) -> bool:
    """Whether a name and its colon end a line: what is said stands under it, not beside it."""
    first = item.blocks[0]
    ends = isinstance(first, Paragraph) and first.lines[0].text.rstrip("*\\ ")[-1:]
    return bool(ends) and ends in (":", "：")


def _items(blocks: list[Block]) -> list[ListItem]:
    """One list's items, or paragraphs as items: each with the lists under it; none for others."""
    first = blocks[0] if blocks else None
    if isinstance(first, List):
        return first.items if len(blocks) == 1 else []
    items: list[ListItem] = []
    bold = sum(_begins_bold(block) for block in blocks)
    for block in blocks:
        if bold > 1 and items and isinstance(block, Paragraph) and not _begins_bold(block):
            items[-1].blocks.append(block)  # what is said of "**Lamp** – a light" in more words
        elif isinstance(block, Paragraph):
            items += [ListItem(part.line, [part]) for part in _at_names(block)]
        elif isinstance(block, List) and items:
            items[-1].blocks.append(block)
        else:
            return []
    return items


def _begins_bold(block: Block) -> bool:
    """Whether a paragraph begins with a project's name in bold."""
    bold = isinstance(block, Paragraph) and block.text.startswith("**")
    return bold and is_project(ListItem(block.line, [block]))


_NAME_FIRST = re.compile(
    r"\*\*[^*]+\*\*\s*(?:\([^()]*\))?\s*(?:[:：]|[–—-]\s)"
    r"|[^\W_][^*:：.()（）]{0,60}\([^()]{0,12}\b(?:19|20)\d\d\)[:：]\s"
)
"""A name in bold, or one with its year in brackets: "**Lamp**: …", "Lamp (2020): …"."""


_PLAIN_FIRST = re.compile(
    r"[^\W_][^*:：.!?,()–—]{0,40}(?: \([^()]{2,40}\))?(?:[:：]|\s[–—-])\s+\S.{20}"
)
"""A name without a mark, and a sentence behind it."""


def _at_names(block: Paragraph) -> list[Paragraph]:
    """A paragraph cut before each line that begins with a name, where its first does."""
    if all(line.text.count("\t") == 1 for line in block.lines):  # names in a column of their own
        return [Paragraph([line]) for line in block.lines]
    starts = [at for at, line in enumerate(block.lines) if _NAME_FIRST.match(line.text)]
    if not starts:
        ended = [True, *(line.hard for line in block.lines)]
        starts = [
            at for at, line in enumerate(block.lines)
            if ended[at] and _PLAIN_FIRST.match(line.text)
        ]  # fmt: skip
    if len(starts) < 2 or starts[0]:
        return [block]
    return [Paragraph(block.lines[a:b]) for a, b in pairwise([*starts, len(block.lines)])]


_PLAIN_NAME = re.compile(
    r"(?P<name>[^\s*\[\]()（）:：.!?,]+(?: [^\s*\[\]()（）:：.!?,]+){0,4}?)"
    r"(?:\s+[–—-]\s+|\s*\t\s*|\s*[(（]<?(?P<url>https?://[^\s()<>]+)>?[)）]\s+)(?P<text>\S.*)",
    re.DOTALL,
)


def _by_names(raw: RawSection, record: Record) -> list[Entry]:
    """Paragraphs or terms that all begin with a name: in bold, linked, or before a dash."""
    items = _items(raw.blocks)
    if len(raw.blocks) == 1 and isinstance(raw.blocks[0], Definitions):
        items = [_defined(term, below) for term, below in raw.blocks[0].items]
    entries: list[Entry] = []
    for item in items:
        plain = _PLAIN_NAME.fullmatch(item.text)
        if is_project(item):
            entries.append(named_project(item, record))
        elif plain and not find_date(plain["name"], record.vocabulary):
            entry: Entry = {"name": plain["name"], **described(plain["text"], bool(plain["url"]))}
            entry |= {"url": plain["url"]} if plain["url"] else {}
            entries.append(with_page({**entry, **read_project(item.blocks[1:], record)}))
        elif (cut := before_article(item.text, record))[0]:
            said = {"name": cut[0], "description": cut[1]}
            entries.append(with_page({**said, **read_project(item.blocks[1:], record)}))
        elif (entries or len(items) > 1) and (one := _by_colon(item, record)):
            entries.append(one)
        else:
            return []
    if entries:
        record.choose(raw.line, "names-first", raw.title, "projects, by the names they begin with")
    return entries


def _defined(term: Line, below: list[Block]) -> ListItem:
    """A project whose name is a term over what is said of it."""
    first, rest = (below[0], below[1:]) if below else (None, [])
    said = first.text if isinstance(first, Paragraph) else ""
    rest = rest if said else below
    name = term.text if "**" in term.text or "](" in term.text else f"**{term.text}**"
    return ListItem(term.number, [Paragraph([Line(term.number, f"{name} {said}".strip())]), *rest])
