"""The fields of a degree: what its head says, and what the lines under it add."""

from __future__ import annotations

import re

from typeset.importers.text.entries.school_marks import is_mark, without_label
from typeset.importers.text.entries.schooling import Schooling, courses_told, read_schooling
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import LAST_BRACKET
from typeset.importers.text.heads.honours import is_bracketed_honours, is_honours
from typeset.importers.text.heads.joined_schools import by_school_joiner
from typeset.importers.text.heads.lines import SENTENCE_END, RawEntry
from typeset.importers.text.heads.named_texts import MARKS
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import may_be_place, place_tail
from typeset.importers.text.heads.words import (
    EDUCATION,
    ends_like_owner,
    is_subject,
    lists_subjects,
    names,
)
from typeset.importers.text.markup.blocks import Block, List, Paragraph, to_markdown
from typeset.importers.text.markup.inline import unlink, unstyle, wholly
from typeset.importers.text.parts import Entry
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key


def read_degree(head: Head, raw: RawEntry, record: Record) -> Entry:
    """Degree, school, mark, subject and courses; `head` and `raw` are left without them."""
    graded = LAST_BRACKET.fullmatch(head.what)
    sure = graded and (" " in graded[2] or key(graded[2]) in record.vocabulary["honours"])
    if graded and sure and is_bracketed_honours(graded[2], record):
        head.what, head.remarks = graded[1], [graded[2], *head.remarks]  # "BSc (Second Class)"
    values: Entry = {"studyType": head.what, "institution": head.who}
    named = bool(head.what) and names(EDUCATION.what, head.what, record)
    lone = bool(head.what) and not head.who and not named
    placed = not (named or lone or head.where) and "," in head.what and bool(head.who)
    placed = placed and may_be_place(head.what, EDUCATION, record)
    wanted = lone or placed or not head.what
    taught = read_schooling(raw.body, wanted, record, unnamed=not named)
    if taught.degree and not wanted:  # "Botany, Hill University" over "Degree: Bachelor"
        taught.area = " · ".join(filter(None, [head.what, taught.area]))
    if taught.degree and placed:  # "School – Town, State" over the degree
        head.where, head.what = head.what, ""
    raw.body = taught.rest
    for remark in head.remarks.copy():
        if listed := courses_told(remark, head.line, record):
            taught.courses += listed
            head.remarks.remove(remark)
    if taught.degree:
        values = {"studyType": taught.degree, "institution": head.what if lone else head.who}
        if not values["institution"] and (joined := by_school_joiner(taught.degree, record)):
            values["studyType"], values["institution"], *town = joined
            head.where = " · ".join([*town, *filter(None, [head.where])])
    if named and not values["institution"] and (initials := _INITIALS.match(head.where)):
        values["institution"], head.where = initials[1], head.where[initials.end() :]
    if values["studyType"] and not (values["institution"] or head.where):
        values |= _school_said(raw, record)
    _take_marks(head, raw, taught, values, record)
    _take_area(head, raw, taught, values, record)
    if taught.courses:
        values["courses"] = taught.courses
    staged = head.remarks and key(head.remarks[0]) in record.vocabulary["school_stages"]
    if staged and not (values["studyType"] or "area" in values):
        values["studyType"] = head.remarks.pop(0)  # "Secondary: Hill High School"
    return values


def _take_area(head: Head, raw: RawEntry, taught: Schooling, values: Entry, record: Record) -> None:
    """Put in the degree's subject, or the calling, that the head or the lines under it say."""
    said = any(values.values()) and bool(raw.head)
    if area := head.area or taught.area or _subject_said(head, record):
        values["area"] = area
    elif said and not values["studyType"] and (calling := _calling(raw.body, record)):
        values["studyType"], raw.body = calling, []
    elif area := _area(raw.body, raw.head[-1][0], record) if said else "":
        values["area"], raw.body = area, []
    elif behind := _degree_behind(values["studyType"], record):
        values["area"], values["studyType"] = behind


def _school_said(raw: RawEntry, record: Record) -> Entry:
    """The school that is all that is said of a degree, and where it is; `raw` is left without it.

    "**BSc Botany** (2010). Hill University, Leeds, UK."
    """
    block = raw.body[0] if raw.body else None
    text = unlink(unstyle(block.text))[0].rstrip(".") if isinstance(block, Paragraph) else ""
    short = 0 < len(text.split()) <= _LONGEST_SCHOOL and not re.search(r"[.:;!?]\s|\n", text)
    if not short or not text[:1].isupper() or not names("schools", text.split(",")[0], record):
        return {}
    if any(names(list_, text, record) for list_ in ("degrees", "roles", "honours")):
        return {}
    raw.body = raw.body[1:]
    school, where = place_tail(re.sub(r",([”’»\"])", r"\1,", text), EDUCATION, record)
    return {"institution": school, **({"location": where} if where else {})}


_LONGEST_SCHOOL = 12


def _degree_behind(text: str, record: Record) -> tuple[str, str] | None:
    """A subject and the degree behind it: "Economics, bachelor", "软件工程 · 本科".

    That one graduated is no degree of a subject, "保育科 卒業"; what Korean sets in a row is one
    phrase.
    """
    match = _SUBJECT_FIRST.fullmatch(text)
    others = ("degrees", "schools", "units")
    if not match or any(names(list_, match[1], record) for list_ in others):
        return None
    if ends_like_owner(match[1], record):
        return None  # "海洋研究所 硕士"
    solid = bool(_HAN.match(text)) and key(match[3]) in record.vocabulary["degrees"]
    solid = solid and key(match[3]) not in record.vocabulary["acts"]
    told = match[2].strip() and is_subject(match[1], record) and names("degrees", match[3], record)
    return (match[1], match[3]) if solid or told else None


_SUBJECT_FIRST = re.compile(r"([^,，、·]+?)(\s*[,，、·]\s*|\s+)([^\s,，、·][^,，、·]*)")
_HAN = re.compile(r"[\u3400-\u9fff]")

_INITIALS = re.compile(r"([A-ZÀ-Þ]{3,})(?:, |$)")
"""A school called by its initials, as no town is: "BSc Physics, UCL, London"."""


def _take_marks(
    head: Head, raw: RawEntry, taught: Schooling, values: Entry, record: Record
) -> None:
    """Put together the marks among the head's remarks and those of the lines under it.

    A short text that is a mark and nothing else is one, where there are none in the head.
    """
    told = {unlink(unstyle(raw.given[name]))[0] for name in MARKS if name in raw.given}
    scores = [
        part
        for part in head.remarks
        if part in told or is_honours(part, EDUCATION, record) or is_mark(part, record)
    ]
    head.remarks = [part for part in head.remarks if part not in scores]
    marks = [
        re.sub(r"(?<=\d)\.$|(?<=[^\W\d_]{4})\.$", "", without_label(part, raw.line, record))
        for part in scores
    ]
    values["score"] = " · ".join([*marks, *taught.scores])
    whole = to_markdown(raw.body)
    short = len(whole) < _LONGEST_MARK and "\n" not in whole and not whole.startswith("- ")
    if not scores and short and is_honours(whole, EDUCATION, record):
        values["score"], raw.body = whole, []


_LONGEST_MARK = 60


def _area(blocks: list[Block], named: int, record: Record) -> str:
    """The subject of a degree: one line under it, by its words or in italics, and nothing else.

    Several subjects are its own on the line where it is `named`.
    """
    block = blocks[0] if len(blocks) == 1 else None
    if isinstance(block, List) and len(block.items) == len(block.items[0].blocks) == 1:
        block = block.items[0].blocks[0]
    style, area = wholly(block.text) if isinstance(block, Paragraph) else ("", "")
    whole = unlink(unstyle(block.text))[0] if isinstance(block, Paragraph) else ""
    whole = _without_point(whole, record)
    if "," not in whole and is_subject(whole, record) and not SENTENCE_END.search(whole):
        return whole  # several are what was taught
    if isinstance(block, Paragraph) and block.line == named and lists_subjects(whole, record):
        return whole.rstrip(".")  # "A levels: Art, Biology, Latin"
    plain = style == "em" and len(area.split()) <= _LONGEST_AREA and not SENTENCE_END.search(area)
    told = any(names(list_, area, record) for list_ in ("schools", "organisations", "honours"))
    told = told or is_place(area, record)
    return area if plain and not told and ":" not in area and not re.search(r"\d", area) else ""


_LONGEST_AREA = 8


def _subject_said(head: Head, record: Record) -> str:
    """The subject that alone is said beside a school: "Hill High School    Botany"."""
    said = head.remarks if len(head.remarks) == 1 else []
    area = next((part for part in said if "," not in part and is_subject(part, record)), "")
    if area:
        head.remarks.remove(area)
    return area


def _without_point(text: str, record: Record) -> str:
    """A title without the point behind it; a sentence has words in small letters.

    "Naval Architecture and Design." loses it, "Studied engineering." does not.
    """
    bare = text.removesuffix(".")
    words = record.vocabulary.small_words
    title = all(word[:1].isupper() or key(word) in words for word in bare.split())
    return bare if title and "." not in bare else text


def _calling(blocks: list[Block], record: Record) -> str:
    """The calling that was learned: one line under a school, and nothing else: "Shipwright."."""
    block = blocks[0] if len(blocks) == 1 else None
    text = unlink(unstyle(block.text))[0] if isinstance(block, Paragraph) else ""
    text = _without_point(text.strip(), record)
    short = 0 < len(text.split()) <= _LONGEST_CALLING and not re.search(r"[\d,.:;|\n]", text)
    owned = any(names(list_, text, record) for list_ in ("schools", "organisations", "units"))
    return text if short and names("roles", text, record) and not owned else ""


_LONGEST_CALLING = 3
