"""A role below its position's head: "**Intern:** Wrote …", or "Position: Intern" among facts."""

from __future__ import annotations

import re

from typeset.importers.text.entries.below_heads import is_solid_post
from typeset.importers.text.entries.employers_said import employer_lines
from typeset.importers.text.entries.labelled import has_role, labelled, use_label
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.blocks import Line, List, Paragraph
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK, begins_large

_LEAD = re.compile(
    r"(?:\*\*([^*]{2,40}?)\s*(?::\*\*|\*\*\s*:)|([^\W\d_][^*:,;.!?–—-]{2,40}?)(?:\s?[–—-]|:))"
    r"\s+([^\W\d_a-zà-ÿ].*)",
    re.DOTALL,
)
_LONGEST_ROLE = 3


def take_role(head: Head, raw: RawEntry, record: Record) -> None:
    """Give a position that names no role the one that its first paragraph begins with."""
    first = raw.body[0] if raw.body else None
    if isinstance(first, List) and len(raw.body) == len(first.items) == len(first.items[0].blocks):
        first = first.items[0].blocks[0]
    if head.what or not head.who or raw.inner or not isinstance(first, Paragraph):
        return
    if _take_post(head, raw, record):
        return
    if _is_role_alone(first, head, record):
        record.choose(first.line, "role-below-owner", first.text, head.who)
        head.what = unlink(unstyle(first.text))[0].strip()
        del raw.body[0]
        return
    match = _LEAD.fullmatch(first.lines[0].text) if first is raw.body[0] else None
    role = unlink(unstyle(match[1] or match[2]))[0].strip() if match else ""
    words = role.split()
    if not match or not 0 < len(words) <= _LONGEST_ROLE:
        return
    told = names("roles", words[-1], record) or (
        len(words) > 2 and words[1].islower() and names("roles", words[0], record)
    )  # "Director of Marketing"
    if told and words[0][0].isupper() and words[-1][0].isupper():
        record.choose(first.line, "role-before-text", first.lines[0].text, role)
        head.what = role
        rest = Line(first.line, match[3], first.lines[0].hard)
        raw.body[0] = Paragraph([rest, *first.lines[1:]], first.indented)


def _take_post(head: Head, raw: RawEntry, record: Record) -> bool:
    """Take the line that is a department, or a post in it, where the employer's facts end.

    "事業内容：食品製造" / "製造部 主任" / "【業務内容】": so do scripts without spaces set them.
    """
    lines = [(block, line) for block in raw.body[:_FACTS_AND_POST] if isinstance(block, Paragraph)
             for line in block.lines]  # fmt: skip
    count = employer_lines([line for _, line in lines], record)
    if not count or count == len(lines) or not head.date:
        return False
    block, line = lines[count]
    text = unlink(unstyle(line.text))[0].strip()
    below = len(lines) > count + 1 or len(raw.body) > raw.body.index(block) + 1
    units = tuple(record.vocabulary["units"])
    unit = bool(CJK.match(text)) and text.isalpha() and text.endswith(units)
    if not below or not (is_solid_post(text, record) or unit):
        return False
    record.choose(line.number, "post-below-facts", text, head.who)
    head.what = text
    at = raw.body.index(block)
    left = [one for one in block.lines if one is not line]
    raw.body[at : at + 1] = [Paragraph(left, block.indented)] if left else []
    return True


_FACTS_AND_POST = 2


def _is_role_alone(block: Paragraph, head: Head, record: Record) -> bool:
    """Whether what stands under a dated head is a role and no more: "Server, Bartender"."""
    text = unlink(unstyle(block.text))[0].strip()
    words = re.split(r"\s*[,/&]\s*|\s(?:and)\s", text)
    begins = begins_large(text) and not _UNSPACED.match(text)
    short = len(block.lines) == 1 and len(text.split()) <= _LONGEST_ALONE and begins
    plain = short and head.date is not None and not re.search(r"[\d.:;!?]", text)
    return plain and all(names("roles", word.split()[-1], record) for word in words if word)


_LONGEST_ALONE = 5
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def take_role_label(entry: RawEntry, kind: str, record: Record) -> None:
    """Move "Position: Cook" from the facts under a head that names no role to the head.

    Each of the facts above it has a label too ("Department: Kitchen"), and a line of its own.
    """
    above = [
        part for _, text in entry.head for part in _APART.split(unlink(unstyle(text))[0]) if part
    ]
    if kind not in ("work", "volunteer") or "role" in entry.given or any(
        names("roles", part, record) and not names("organisations", part, record) for part in above
    ):  # fmt: skip
        return  # the "Specialist" of a "Specialist Hospital" holds no post
    for at, block in enumerate(entry.body):
        if not isinstance(block, Paragraph):
            return
        for line in block.lines:
            name, label, value = labelled(line.text, record)
            if not label or (
                len(block.lines) > 1 and not line.hard and line is not block.lines[-1]
            ):
                return
            if name != "role" or not 0 < len(value.split()) <= _LONGEST_VALUE:
                continue
            if has_role(entry, label, record):
                continue  # "Project: Lamp", under "Engineer, Moss University"
            use_label(line.number, label, name, record)
            entry.given["role"] = value.rstrip(".")
            entry.head.append((line.number, entry.given["role"]))
            left = [one for one in block.lines if one is not line]
            entry.body[at : at + 1] = [Paragraph(left, block.indented)] if left else []
            return


_APART = re.compile(r"[,|·\t]\s*|\s[–—-]\s")
_LONGEST_VALUE = 8
