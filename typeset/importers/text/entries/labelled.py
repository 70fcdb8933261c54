"""Lines of entries behind their labels: `Company:`, `Position:`, `From:`, `To:`.

What a label stands for is data, the same as that of table columns.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.period_lines import take_period_row, unquoted
from typeset.importers.text.header.addresses import is_url
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.words import is_role, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.title_signs import known_title
from typeset.importers.text.words.dates import find_date, is_only_date
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import label_key
from typeset.profile.fields import PRESENT

_LABELLED = re.compile(r"([^:：\d]{1,60}?)\s*[:：](?:(?:\s+|(?<=：))(.*)|)", re.DOTALL)
_LONGEST_UNKNOWN = 30
"""The signs of a label of no known meaning at most; those of official forms are longer."""
_FRAMED = re.compile(
    r"[【［〔\[]([^】］〕\]:：\d]{1,12})(?:[】］〕]|\](?!\())\s*[:：]?\s*(.*)", re.DOTALL
)
_SPACED = re.compile(rf"((?:{CJK.pattern}\u3000*){{2,5}})[\u3000\t]+(\S[^:：]*)", re.DOTALL)
"""A label that a wide space sets before its value: "期間　2012年4月～"."""
HEADS = frozenset({"organisation", "role", "dates", "location", "level", "name"})


def labelled(text: str, record: Record) -> tuple[str, str, str]:
    """What a line's label stands for, the label and its value; "" for a line without one."""
    plain = unstyle(text).strip()
    if spaced := _SPACED.fullmatch(plain):  # "期間　2012年4月～"
        name = record.vocabulary.column(label_key(spaced[1]))
        return (name, spaced[1], spaced[2]) if name in HEADS else ("", "", "")
    match = _FRAMED.fullmatch(plain) or _LABELLED.fullmatch(plain)
    if not match:
        return "", "", ""
    name = record.vocabulary.column(match[1])
    if not name and "/" in match[1]:  # "School/College"
        told = {record.vocabulary.column(word) for word in match[1].split("/")} - {""}
        name = told.pop() if len(told) == 1 else ""
    if not name and len(match[1]) > _LONGEST_UNKNOWN:
        return "", "", ""
    return name, match[1], (match[2] or "").strip()


def unlabelled(heading: Heading, record: Record) -> str:
    """The text of an entry's heading without the label before it: "[Project name]: Lamp"."""
    style, inner = wholly(heading.text)
    match = _FRAMED_LABEL.fullmatch(inner if style else heading.text)
    label = match[1].strip() if match else ""
    if not match or record.vocabulary.column(label) != "role" or known_title(label, record):
        return heading.text
    record.use_label(heading.line, label, "labels.role")
    return match[2]


_FRAMED_LABEL = re.compile(
    r"[\[【〔(]?([^:：\d\[\]【】〔〕()]{2,30})[\]】〕)]?\s*[:：]\s*(\S.*)", re.DOTALL
)


def take_bracket(entry: RawEntry, record: Record) -> None:
    """Take the role out of a bracket with its label in a heading: "Moss Ltd (Position: Baker)"."""
    number, text = entry.head[0]
    match = _LABELLED_BRACKET.search(text)
    label = match["label"].strip() if match else ""
    rest = f"{text[: match.start()]}{text[match.end() :]}".strip() if match else ""
    if not match or not rest or record.vocabulary.column(label) != "role":
        return
    record.use_label(number, label, "labels.role")
    entry.head[0] = (number, rest)
    entry.head.append((number, match["role"]))
    entry.given["role"] = match["role"]


_LABELLED_BRACKET = re.compile(
    r"\s*[(（](?P<label>[^()（）:：\d-]{1,20})(?:[:：]|\s-\s|(?<=[^\x00-\xff])-)\s*"
    r"(?P<role>[^()（）\s][^()（）]*?)\s*[)）]"
)
"""A hyphen alone parts a label only in scripts that join no words with it: "(职位-店长)"."""


def under_title(lines: list[Line], record: Record) -> RawEntry | None:
    """An entry whose first line is its title and whose others are labelled; None for others."""
    told = [labelled(line.text, record)[0] for line in lines]
    if len(lines) < 2 or told[0] or not {"dates", "role", "organisation"} & set(told[1:]):
        return None
    if not all(told[1:]):
        return None
    entry = RawEntry([(lines[0].number, lines[0].text)])
    roles = [labelled(line.text, record) for line in lines[1:]]
    if any(name == "role" and has_role(entry, label, record) for name, label, _ in roles):
        return None
    for line in lines[1:]:
        add_line(entry, line, record)
    return entry


def take_labelled(entry: RawEntry, blocks: list[Block], record: Record) -> list[Block]:
    """Move what is labelled under a heading ("Role: …", "Period: …") to the entry's head.

    Lines count, or the items of a list of which two are labelled so; the blocks that are left.
    """
    opened = unquoted(blocks)
    if opened and labelled(opened[0].lines[0].text, record)[0] in _IN_HEAD:
        blocks = [*opened, *blocks[1:]]
    if not is_dated(entry, record):
        blocks = take_period_row(entry.head, blocks, record)
    first = blocks[0] if blocks else None
    if isinstance(first, List):
        return [*_take_items(entry, first, record), *blocks[1:]]
    lines = first.lines if isinstance(first, Paragraph) else []
    count = 0
    for line in lines:
        name, label, value = labelled(line.text, record)
        told = name in ("url", "location")  # "地址" is where a place is, and a page
        if told and "url" not in entry.given and (target := _address(value)):
            entry.given["url"] = target
            use_label(line.number, label, name, record)
            count += 1
            continue
        if name not in _IN_HEAD or not value or len(value.split()) > _LONGEST_VALUE:
            break
        held = name == "role" and (_is_taught(entry, record) or has_role(entry, label, record))
        if held or name in entry.given:
            break
        client = name == "organisation" and is_dated(entry, record)
        if client and (find_date(value, record.vocabulary) or _is_timed(lines, record)):
            break  # "Client: Moss Town (2019–2021)", or its period in a line of its own
        if name == "dates" and (is_dated(entry, record) or not is_date(value, record)):
            break
        if name != "dates":
            entry.given[name] = value
        entry.head.append((line.number, value))
        use_label(line.number, label, name, record)
        count += 1
    if not count:
        return blocks
    if lines[count:]:
        return [Paragraph(lines[count:]), *blocks[1:]]
    return take_labelled(entry, blocks[1:], record)  # a paragraph a label: "Title: …"


def _is_timed(lines: list[Line], record: Record) -> bool:
    """Whether one of the lines is a period behind its label."""
    told = (labelled(line.text, record) for line in lines)
    return any(name == "dates" and is_date(value, record) for name, _, value in told)


def _address(value: str) -> str:
    """The address that a value is and nothing else, as a link or in plain."""
    shown, target = unlink(value)
    shown = shown.strip(" <>")
    return shown if is_url(shown) and "//" in shown and target in ("", shown) else ""


_ITEM = re.compile(r"(\*{0,3})([^*:：\d]{1,60}?)\s*(?:[:：]\s*\1|\1\s*[:：])\s*(\S.*)", re.DOTALL)
_IN_HEAD = frozenset({"role", "organisation", "dates", "location"})


def _take_items(entry: RawEntry, block: List, record: Record) -> list[Block]:
    """Move the labelled items of a list to the head or texts of an entry; the blocks left."""
    told = [_item_label(item, record) for item in block.items]
    listed = [name == "text" and not value for name, _, value in told]
    if any(listed[:-1]):  # each of several lists has its label, and what follows one its place
        told = [("", "", "") if bare else one for bare, one in zip(listed, told, strict=True)]
    kinds = [name for name, _, _ in told]
    dated = is_dated(entry, record)
    values = [unstyle(value) for name, _, value in told if name == "dates"]
    period = not dated and any(is_date(value, record) for value in values)
    enough = sum(name in _IN_HEAD | {"url", "text"} for name in kinds) >= min(2, len(told))
    enough = enough or _is_post(entry, *told[0][::2], record)
    if not period and not (enough and set(kinds) & (_IN_HEAD | {"url"})):
        return [block]
    taught = _is_taught(entry, record)
    employed = any(names("organisations", unstyle(text), record) for _, text in entry.head)
    texts: list[Block] = []
    lists: list[Block] = []
    left: list[ListItem] = []
    for item, (name, label, value) in zip(block.items, told, strict=True):
        shown, target = unlink(unstyle(value))
        # beside a role it is a part of the employer above it
        inner = name == "organisation" and employed and "role" in (*kinds, *entry.given)
        if name == "text" and enough and not value:
            lists += item.blocks[1:]
        elif name == "text" and enough:
            texts.append(Paragraph([Line(item.line, value)]))
        elif name == "url" and target and enough:
            entry.given.setdefault("url", target)
        elif name == "dates" and find_date(shown, record.vocabulary):
            _add_date(entry, item.line, shown, record)
        elif (
            name in _IN_HEAD - {"dates"}
            and enough
            and not inner
            and not (taught and name == "role")
            and name not in entry.given
            and len(shown.split()) <= _LONGEST_VALUE
        ):
            entry.given[name] = shown
            entry.head.append((item.line, value))
        else:
            left.append(item)
            continue
        use_label(item.line, label, name, record)
    return [*texts, *([List(block.line, left, block.start)] if left else []), *lists]


def _is_taught(entry: RawEntry, record: Record) -> bool:
    """Whether a head has its degree: "Apprenticeship", over the trade it ended in."""
    return any(names("degrees", unstyle(text), record) for _, text in entry.head)


def has_role(entry: RawEntry, label: str, record: Record) -> bool:
    """Whether a head has its post, where what is labelled is a project of it: "Project: Lamp"."""
    project = label_key(label) in record.vocabulary["engagement_labels"]
    return project and any(is_role(unstyle(text), record) for _, text in entry.head)


_LONGEST_VALUE = 12


def _is_post(entry: RawEntry, name: str, value: str, record: Record) -> bool:
    """Whether a list begins with the post, labelled, under a head that names none."""
    above = [unstyle(text) for _, text in entry.head]
    held = any(names("roles", text, record) for text in above)
    return name == "role" and not held and names("roles", unstyle(value), record)


def is_dated(entry: RawEntry, record: Record) -> bool:
    """Whether a line of the head of an entry holds a date."""
    texts = (unlink(unstyle(text))[0] for _, text in entry.head)
    return any(find_date(text, record.vocabulary) for text in texts)


def is_date(text: str, record: Record) -> bool:
    """Whether a text is a date and nothing else."""
    return is_only_date(unstyle(text), record.vocabulary) is not None


def _item_label(item: ListItem, record: Record) -> tuple[str, str, str]:
    """What the label of an item stands for, the label, and the value as Markdown.

    What stands for texts may have a list of them in place of its value: "Tasks:".
    """
    if len(item.blocks) == 2 and isinstance(item.blocks[1], List):
        name, label, value = labelled(item.text, record)
        return (name, label, "") if name == "text" and not value else ("", "", "")
    match = _ITEM.fullmatch(item.text.strip()) if len(item.blocks) == 1 else None
    name = record.vocabulary.column(match[2]) if match else ""
    return (name, match[2], match[3].strip()) if match and name else ("", "", "")


def add_line(entry: RawEntry, line: Line, record: Record) -> None:
    """Add a line to the head or the texts of an entry."""
    name, label, value = labelled(line.text, record)
    if name in entry.given and label_key(label) in record.vocabulary.labels.get("level", ()):
        name = "level"  # "Grade: Merit", below what it was for
    if name in _ONE and name in entry.given:
        entry.body.append(Paragraph([line]))  # "Project: Claims", below "Designation: Tester"
    elif name in HEADS and (name != "level" or value):
        use_label(line.number, label, name, record)
        name = "role" if name == "name" else name
        if name == "dates":
            _add_date(entry, line.number, _opened(label, value, record), record)
        elif value:
            entry.head.append((line.number, value))
            entry.given[name] = value
    elif name == "text":
        use_label(line.number, label, "text", record)
        if value:
            entry.body.append(Paragraph([Line(line.number, value)]))
    elif label or not _goes_on(entry, line, record):
        entry.body.append(Paragraph([line]))


_ONE = frozenset({"role", "organisation"})
"""What an entry has one of, in its first line that is labelled so; another says more of it."""


def _goes_on(entry: RawEntry, line: Line, record: Record) -> bool:
    """Add a line without a label to the unlabelled one right above it; whether there is one."""
    above = entry.body[-1] if entry.body else None
    if not isinstance(above, Paragraph) or above.lines[-1].number + 1 != line.number:
        return False
    if labelled(above.lines[0].text, record)[1]:
        return False
    above.lines.append(line)
    return True


def use_label(number: int, label: str, name: str, record: Record) -> None:
    """A label dropped; one of two words ("School/College") counts as each of them."""
    parts = [label] if record.vocabulary.column(label) else label.split("/")
    for part in parts:
        record.use_label(number, part, f"labels.{name}")


def _opened(label: str, value: str, record: Record) -> str:
    """A date behind a label that opens a time ("From: 05/2020") with it, for none may end it."""
    text = f"{label} {value}"
    found = is_only_date(text, record.vocabulary)
    return text if found and found.end == PRESENT and find_date(value, record.vocabulary) else value


def _add_date(entry: RawEntry, number: int, value: str, record: Record) -> None:
    """Add a date, or the second one of a range ("To: 05/2020"), to the head."""
    if not value:
        return
    for at, (line, text) in enumerate(entry.head):
        if is_only_date(text, record.vocabulary):
            entry.head[at] = (line, f"{text} – {value}")
            return
    entry.head.append((number, value))
