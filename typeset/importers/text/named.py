"""Sections of short items: languages, certificates, publications, awards, interests, references."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

from typeset.importers.text.blocks import (
    Block,
    Definitions,
    Line,
    List,
    Paragraph,
    Table,
)
from typeset.importers.text.bodies import read_body
from typeset.importers.text.dates import DateFound, find_date, is_only_date
from typeset.importers.text.inline import split_top, unlink, unstyle, wholly
from typeset.importers.text.owners import split_owner, split_title
from typeset.importers.text.record import Record
from typeset.importers.text.skills import head_rows, read_skills

_EDGES = " \t,;:|·，；、｜–—-"
Entry = dict[str, Any]


def items_of(blocks: list[Block], record: Record) -> list[tuple[int, str, list[Block]]] | None:
    """The lines or bullets of a section: (line, text, blocks under it); None for other shapes."""
    found: list[tuple[int, str, list[Block]]] = []
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                if not item.text:
                    return None
                found.append((item.line, item.text, item.blocks[1:]))
        elif isinstance(block, Paragraph):
            hard = all(line.hard for line in block.lines[:-1])
            if hard:
                found += [(line.number, line.text, []) for line in block.lines]
            else:
                found.append((block.line, block.text, []))
        elif isinstance(block, Table):
            rows = [*head_rows(block, record), *block.rows]
            numbers = block.numbers[-len(rows) :]
            found += [
                (number, "\t".join(cell for cell in row if cell), [])
                for number, row in zip(numbers, rows, strict=False)
                if any(row)
            ]
        elif isinstance(block, Definitions):
            for term, below in block.items:
                first = below[0] if below else None
                said = f"{term.text}\t{first.text}" if isinstance(first, Paragraph) else term.text
                found.append((term.number, said, below[1 if isinstance(first, Paragraph) else 0 :]))
        else:
            return None
    return found


def _by_dates(block: Block, record: Record) -> Block:
    """A paragraph whose every line has a date of its own: its author ended these lines."""
    if not isinstance(block, Paragraph) or len(block.lines) < 2:
        return block
    plain = [unstyle(line.text).strip() for line in block.lines]
    if any(text[:1].islower() for text in plain):
        return block
    if len(plain) <= 3 and is_only_date(plain[0], record.vocabulary):
        below = [line.text.strip() for line in block.lines[1:]]
        return Paragraph([Line(block.line, "\t".join([*below, plain[0]]))], block.indented)
    starts = [at for at, text in enumerate(plain) if is_only_date(text, record.vocabulary)]
    if len(starts) > 1 and starts[0] == 0 and all(b - a in (2, 3) for a, b in pairwise(starts)):
        groups = [block.lines[a:b] for a, b in pairwise([*starts, len(plain)])]
        joined = ["\t".join(line.text.strip() for line in [*some[1:], some[0]]) for some in groups]
        return Paragraph(
            [Line(some[0].number, text, True) for some, text in zip(groups, joined, strict=True)]
        )
    if not all(find_date(text, record.vocabulary) for text in plain):
        return block
    return Paragraph([Line(line.number, line.text, True) for line in block.lines], block.indented)


def read_interests(blocks: list[Block], record: Record) -> list[Entry] | None:
    """Interests: groups as in skills, or one interest an item."""
    groups = read_skills(blocks, record)
    if groups is None:
        return None
    return [
        entry
        for group in groups
        for entry in (
            [group] if "name" in group else [{"name": word} for word in group["keywords"]]
        )
    ]


_HOURS = re.compile(r"(.+\d\S*)\s+([(（]\d{1,4}\s?[^\W\d][^()（）]{0,12}[)）]\.?)", re.DOTALL)


def _last_date(text: str, record: Record) -> DateFound | None:
    """The date that ends an item, or else its first one: "Incoterms 2020, Chamber, 2021"."""
    first = found = find_date(text, record.vocabulary)
    while found:
        if not re.sub(r"[\W_]", "", text[found.finish :]):
            return found
        more = find_date(text[found.finish :], record.vocabulary)
        found = more and replace(
            more, begin=more.begin + found.finish, finish=more.finish + found.finish
        )
    return first


def date_at_end(text: str, record: Record, bracketed: bool = False) -> tuple[str, DateFound | None]:
    """A date that stands at either end of an item, and the item without it.

    With `bracketed`, one at the end must be in brackets.
    """
    hours = _HOURS.fullmatch(text.rstrip())
    if hours:  # "Welding, 2020 (16 hrs.)"
        rest, found = date_at_end(hours[1], record, bracketed)
        return (f"{rest} {hours[2]}", found) if found else (text, None)
    plain = text.rstrip()
    found = _last_date(plain, record)
    if not found:
        return text, None
    before, after = plain[: found.begin], plain[found.finish :]
    more = re.fullmatch(r"(.*\S)\s*[(（]([^()（）]+)[)）]", plain, re.DOTALL)
    first = find_date(more[2], record.vocabulary) if more else None
    if more and first and 0 < len(more[2]) - len(first.text) <= 20:
        # "(expected 2026)", "（2018年6月取得）": the words beside the date belong to it.
        inside = more[2].strip()
        return more[1], replace(first, text=inside, verbatim=inside != first.text)
    if (
        not re.sub(r"[\W_]", "", after)
        and re.search(r"[(（\[,;|·，；、｜\u3000–—\t-]\s*$", before)
        and "](" not in after
    ):
        bracket = re.search(r"[(（\[]\s*$", before) is not None
        closed = re.match(r"\s*[)）\]]", after) is not None
        if bracket == closed and (bracket or not bracketed):
            return before.rstrip("([（ ").rstrip(_EDGES), found
    if not re.sub(r"[\W_]", "", before) and re.match(r"\s*(?:[):：,|·–—\t]|-\s)|\s+\S", after):
        return after.lstrip(") ").lstrip(_EDGES), found
    return text, None


def _is_citation(text: str, single: str) -> bool:
    """Whether a publication is a sentence, full stop and all, whose year is a part of it."""
    return single == "releaseDate" and text.rstrip().endswith(".")


def date_values(found: DateFound | None, line: int, single: str, record: Record) -> Entry:
    """The date as the entry's own key (`single`) holds it, or as a range; the text is used up."""
    if not found:
        return {}
    values: Entry = dict(found.values)
    if single and found.start == found.end:
        values = {single: found.start, **({"dates": found.text} if found.verbatim else {})}
    record.use_date(line, found)
    return values


def read_items(blocks: list[Block], name: str, single: str, record: Record) -> list[Entry] | None:
    """One entry an item: its words under `name`, its date under `single`, the rest below it."""
    items = items_of([_by_dates(block, record) for block in blocks], record)
    if not items:
        return None
    entries: list[Entry] = []
    items = [part for item in items for part in _listed(item, single, record)]
    items = [_with_line_below(*item, record) for item in items]
    if len(items) > 1 and all(_ends_in_date(text, record) for _, text, _ in items):
        items = [(line, _ENDS_IN_YEAR.sub("\t", text), below) for line, text, below in items]
    for line, text, below in items:
        text = re.sub(r"^`([^`]+)`\s*", r"\1 ", text)  # a date in a code span
        if single == "date" and re.search(r"\w{3}\. (?:19|20)\d\d\.?$", text):
            text = re.sub(r"(?<=\w{3})\. (?=[^\W_a-zà-ÿ])", "\t", text.rstrip("."))
        if single == "releaseDate" and (titled := _published(line, text, below, single, record)):
            entries.append(titled)
            continue
        text, aside = _behind_date(text, record) if single == "date" else (text, "")
        rest, found = date_at_end(text, record, bracketed=_is_citation(text, single))
        if not rest.strip():
            return None
        shown, target = unlink(rest)
        whole = target and rest.strip().startswith(("[", "<")) and rest.strip().endswith((")", ">"))
        entry: Entry = {name: shown.strip() if whole and rest.count("](") < 2 else rest.strip()}
        if whole and rest.count("](") < 2:
            entry["url"] = target
        else:
            entry |= _owned(line, entry[name], name, record) if single == "date" else {}
        entry[name] = re.sub(r"\s*\t\s*", " · ", entry[name])
        body = read_body(below)
        remark = ", ".join(part for part in (entry.pop("summary", ""), aside) if part)
        body |= _together(remark, body.get("summary", ""))
        entries.append({**entry, **date_values(found, line, single, record), **body})
    return entries


def _listed(
    item: tuple[int, str, list[Block]], single: str, record: Record
) -> list[tuple[int, str, list[Block]]]:
    """The items that one line lists: "PMP (2023), Scrum (2021)", "Star; Medal (2); Badge"."""
    line, text, below = item
    for separator in (_DATED_COMMA, _SEMICOLON) if single == "date" and not below else ():
        parts = split_top(text.rstrip("."), separator)
        dated = sum(bool(find_date(part, record.vocabulary)) for part in parts)
        enough = dated > 1 if separator is _DATED_COMMA else len(parts) > 2 and dated != 1
        short = all(len(part.split()) <= _LONGEST_LISTED for part in parts)
        if enough and short and all(part[:1].isupper() or part[:1].isdigit() for part in parts):
            record.choose(line, "items-in-a-line", text, "an entry each")
            return [(line, part, []) for part in parts]
    return [item]


_DATED_COMMA = re.compile(r"(?<!\w)[,;]\s*(?=[^\W_])")  # what brackets hold is blank there
_SEMICOLON = re.compile(r"\s*;\s*")
_LONGEST_LISTED = 9


def _behind_date(text: str, record: Record) -> tuple[str, str]:
    """An item that ends in its date, and the remark that followed this: "2016, ref. 2021"."""
    plain = text.rstrip()
    ends = "|".join(re.escape(word) for word in sorted(record.vocabulary["expiry"], reverse=True))
    until = rf"(.*?\S)(?:[\s,;]*[(（]|[,;]\s+|\t)((?:{ends})\.?\s[^()]*\d)[)）]?\.?"
    expires = re.fullmatch(until, plain, re.IGNORECASE | re.DOTALL)
    if ends and expires:
        return expires[1], expires[2]  # until when it holds is not when it was given
    found = find_date(plain, record.vocabulary)
    before, after = (plain[: found.begin], plain[found.finish :]) if found else ("", "")
    if not found or not before.strip(" \t,(") or "](" in after:
        return text, ""
    if behind := re.fullmatch(r"\s*[(（]([^()（）]*[^\W\d_]{2}[^()（）]*)[)）]\.?", after):
        return (plain[: found.finish], behind[1]) if re.search(r"[\s,]$", before) else (text, "")
    inside = re.fullmatch(r"\s*[,;]\s*([^()（）]+)[)）]", after)
    if inside and before.endswith(("(", "（")):
        return f"{plain[: found.finish]})", inside[1]
    beside = re.fullmatch(r"[,;]\s*([^\t]{1,30})", after)
    if beside and before.endswith("\t"):
        return plain[: found.finish], beside[1]
    return text, ""


def _ends_in_date(text: str, record: Record) -> bool:
    """Whether an item ends in a year, or in a date that a sign sets apart."""
    return bool(_ENDS_IN_YEAR.search(text)) or bool(
        date_at_end(_behind_date(text, record)[0], record)[1]
    )


_ENDS_IN_YEAR = re.compile(r"(?<=[^\W\d_)”\"’]) +(?=(?:19|20)\d\d$)")
_LONGEST_LINE_BELOW = 10


def _with_line_below(
    line: int, text: str, below: list[Block], record: Record
) -> tuple[int, str, list[Block]]:
    """An item and the short line under its name that says who gave it, and when."""
    first = below[0] if below else None
    if not isinstance(first, Paragraph) or find_date(unstyle(text), record.vocabulary):
        return line, text, below
    more = first.text
    if len(first.lines) > 1 or len(more.split()) > _LONGEST_LINE_BELOW or "\t" in text:
        return line, text, below
    rest, found = date_at_end(more, record)
    if not found or found.finish < len(more.rstrip(" )")) or re.search(r"[.;!?]\s", rest):
        return line, text, below
    return line, f"{text}\t{more}", below[1:]


def _together(*texts: str) -> Entry:
    summary = "\n\n".join(text for text in texts if text)
    return {"summary": summary} if summary else {}


def _owned(line: int, text: str, name: str, record: Record) -> Entry:
    """The parts of a certificate or award: its name, who gave it, what else is said of it."""
    owned, who = split_owner(text, record), "awarder" if name == "title" else "issuer"
    if owned.owner:
        record.choose(line, "owner-behind-name", text, f"{name}, {who}: {owned.owner}")
    parts = {name: wholly(owned.name)[1], who: owned.owner, "summary": owned.remark}
    return {part: value for part, value in parts.items() if value}


def _published(line: int, text: str, below: list[Block], single: str, record: Record) -> Entry:
    """A publication that begins with its title, {} for others."""
    owned, found = split_title(text, record)
    if not owned.owner:  # a date in the column before the title
        rest, before = date_at_end(text, record)
        owned, found = split_title(rest, record) if before else (owned, None)
        found = found or before
    if not owned.owner:
        return {}  # authors first, as libraries cite: it stays as its author wrote it
    body, remark = read_body(below), owned.remark
    if linked := _LINKED.search(remark):  # "([slides](…))", "Open access: <…>"
        body = {"url": linked["target"] or linked["address"], **body}
        remark = f"{remark[: linked.start()].rstrip(' (:')} {linked['shown'] or ''}".strip()
    if remark:
        return {}  # a citation goes on behind its year, with pages: it stays one sentence
    record.choose(line, "title-first", text, f"name, publisher: {owned.owner}")
    entry = {"name": owned.name, "publisher": owned.owner}
    return {**entry, **date_values(found, line, single, record), **body}


_LINKED = re.compile(
    r"(?:\[(?P<shown>[^\[\]]+)\]\((?P<target>[^\s()]+)\)|<(?P<address>https?://[^\s<>]+)>)\W*$"
)
