"""What stands under a school: the degree, its mark, the courses; the rest is what is said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.entries.school_marks import (
    LABELLED,
    before_mark,
    is_mark,
    known_label,
    without_label,
)
from typeset.importers.text.heads.place_tails import comma_parts
from typeset.importers.text.heads.subjects import labelled_subject
from typeset.importers.text.heads.words import EDUCATION, lists_subjects, names
from typeset.importers.text.markup.blocks import Block, Heading, Line, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import COMMAS
from typeset.importers.text.words.vocabulary import key, vocabulary

_LABEL_FIRST = re.compile(r"[^\W\d_a-z][^:：,;.]{1,40}(?::\s|：)")
_PIECES = re.compile(r"\s*;\s+|\s*\t\s*|(?<=[\w)%”»*])\.\s+(?=[^\W\d_a-z])")
_SEPARATOR = re.compile(rf"\s*[{COMMAS};；·•|]\s*(?:and\s+)?")
_LONGEST_DEGREE = 14


@dataclass
class Schooling:
    """The parts of the lines under a school."""

    degree: str = ""
    unnamed: bool = False
    area: str = ""
    scores: list[str] = field(default_factory=list)
    courses: list[str] = field(default_factory=list)
    rest: list[Block] = field(default_factory=list)


def read_schooling(
    blocks: list[Block], wants_degree: bool, record: Record, *, unnamed: bool = False
) -> Schooling:
    """Read the paragraphs and the first list; `wants_degree` where the head says none.

    Where what it says is `unnamed`, no word of a degree's, one behind a label is the degree.
    """
    found = Schooling(unnamed=unnamed or wants_degree)
    blocks = _courses_below(blocks, found, record)
    for at, block in enumerate(blocks):
        if isinstance(block, List):
            items = [item for item in block.items if not _is_taken(item, found, record)]
            if found.unnamed and not found.degree:
                items = [item for item in items if not _takes_degree(item, found, record)]
            if wants_degree and not found.degree:
                items = _after_degree(items, found, record)
            if not found.degree and not found.area and _is_subject(items, record):
                found.area = unlink(unstyle(items.pop().text))[0].strip()
            found.rest += [List(block.line, items, block.start)] if items else []
            found.rest += blocks[at + 1 :]
            break
        if not isinstance(block, Paragraph):
            found.rest += blocks[at:]
            break
        left: list[Line] = []
        for line in _statements(block, record):
            said = _read(line, found, wants_degree and not found.degree and not left, record)
            if said:
                left.append(Line(line.number, said, line.hard))
        if left:
            left[-1].hard = False
            found.rest.append(Paragraph(left, block.indented))
    return found


def _courses_below(blocks: list[Block], found: Schooling, record: Record) -> list[Block]:
    """Take the lists under headings or items that say "Coursework"; the blocks left."""
    left: list[Block] = []
    for at, block in enumerate(blocks):
        above = blocks[at - 1] if at else None
        title = above if isinstance(above, (Heading, Paragraph)) else None
        if title and isinstance(block, List) and _is_courses(title.text, record):
            left.pop()
            record.use_label(title.line, title.text, "labels.courses")
            found.courses += [unstyle(item.text) for item in block.items]
        elif isinstance(block, List):
            items = [item for item in block.items if not _takes_courses(item, found, record)]
            left += [List(block.line, items, block.start)] if items else []
        else:
            left.append(block)
    return left


def _takes_courses(item: ListItem, found: Schooling, record: Record) -> bool:
    """Whether an item is "Coursework" over a list of single lines, which is taken then."""
    below = item.blocks[1] if len(item.blocks) == 2 else None
    if not isinstance(below, List) or not _is_courses(item.text, record):
        return False
    if any(len(one.blocks) > 1 for one in below.items):
        return False
    record.use_label(item.line, unstyle(item.text).rstrip(":："), "labels.courses")
    found.courses += [unstyle(one.text) for one in below.items]
    return True


def _is_courses(text: str, record: Record) -> bool:
    return known_label(unlink(unstyle(text))[0].rstrip(":：").strip(), record) == "courses"


def courses_told(text: str, line: int, record: Record) -> list[str]:
    """The courses that a text of the head lists behind their label: "Modules: Soils, Moss"."""
    label = LABELLED.fullmatch(text)
    if not label or known_label(label["label"], record) != "courses":
        return []
    record.use_label(line, label["label"], "labels.courses")
    return split_top(label["value"].rstrip("."), _SEPARATOR)


def _is_taken(item: ListItem, found: Schooling, record: Record) -> bool:
    """Whether an item is a mark, a subject or a list of courses; these are taken then."""
    text = unlink(unstyle(item.text))[0].strip()
    label = LABELLED.fullmatch(text)
    told = bool(known_label(label["label"], record)) if label else is_mark(text.rstrip("."), record)
    subject = labelled_subject(text, record)
    told = told or (subject is not None and not subject[2])
    if not told or len(item.blocks) > 1:
        return False
    return not _read(Line(item.line, item.text), found, False, record)


def _takes_degree(item: ListItem, found: Schooling, record: Record) -> bool:
    """Whether an item says under a label what was studied, with its degree; it is taken then."""
    text = unlink(unstyle(item.text))[0].strip()
    if found.degree or len(item.blocks) > 1:
        return False
    found.degree = _labelled_degree(text, item.line, record)
    return bool(found.degree)


def _labelled_degree(text: str, line: int, record: Record) -> str:
    """The degree behind a label of what was studied, and nothing else: "学位：本科"; or ""."""
    match = LABELLED.fullmatch(text)
    value = match["value"].strip() if match else ""
    if not match or key(match["label"]) not in record.vocabulary["majors"]:
        return ""
    if not names("degrees", value, record):
        return ""
    record.use_label(line, match["label"], "majors")
    return value


def _after_degree(items: list[ListItem], found: Schooling, record: Record) -> list[ListItem]:
    """The items without the first, where it is the degree, and the only one of them that is.

    What it goes on to say in sentences stays: "BSc Botany. A year abroad at Hill University."
    """
    texts = [unlink(unstyle(item.text))[0].strip() for item in items]
    told = [_is_degree(text, record) for text in texts]
    if not told or not told[0] or told.count(True) > 1 or len(items[0].blocks) > 1:
        return items
    degree, *said = _pieces(texts[0]) if texts[0] == items[0].text.strip() else texts[:1]
    found.degree = degree.rstrip(".") if len(degree) > _SHORTEST_STOPPED else degree
    rest: list[Block] = [Paragraph([Line(items[0].line, ". ".join(said))])]
    return [*([ListItem(items[0].line, rest)] if said else []), *items[1:]]


def _is_subject(items: list[ListItem], record: Record) -> bool:
    """Whether one item alone says what was learned, beginning with a known subject."""
    if len(items) != 1 or len(items[0].blocks) > 1:
        return False
    text = unlink(unstyle(items[0].text))[0].strip()
    first = text.partition(",")[0]
    return key(first) in record.vocabulary["subjects"] and not text.endswith(".")


_SHORTEST_STOPPED = 6
"""Shorter degrees end in the point of an abbreviation: "B.Sc."."""


def _statements(block: Paragraph, record: Record) -> list[Line]:
    """The lines of a paragraph, with those that a margin ended joined to the next."""
    lines = block.lines
    begins = [True, *(_begins(line.text, record) for line in lines[1:])]
    result: list[Line] = []
    for line, new in zip(lines, begins, strict=True):
        if new or (result[-1].hard and not _lists_courses(result[-1].text, record)):
            result.append(Line(line.number, line.text, line.hard))
        else:
            result[-1].text += f" {line.text}"
            result[-1].hard = line.hard
    return result


def _begins(text: str, record: Record) -> bool:
    """Whether a line is a statement of its own: a label, a mark, a school."""
    plain = unlink(unstyle(text))[0].strip()
    told = plain[:1].isupper() and names("schools", plain, record)  # "Exchange at Hill University"
    return told or bool(_LABEL_FIRST.match(plain)) or is_mark(plain.split(". ")[0], record)


def _lists_courses(text: str, record: Record) -> bool:
    label = LABELLED.match(unlink(unstyle(text))[0].strip())
    return label is not None and known_label(label["label"], record) == "courses"


def _read(line: Line, found: Schooling, wants_degree: bool, record: Record) -> str:
    """Take what is known out of a line; the text that is left."""
    plain = unlink(unstyle(line.text))[0].strip()
    left: list[str] = []
    pieces = [part for piece in _pieces(plain) for part in before_mark(piece, record)]
    for at, piece in enumerate(pieces):
        if found.unnamed and (degree := _labelled_degree(piece, line.number, record)):
            found.degree, found.unnamed = degree, False
            continue
        label = LABELLED.fullmatch(piece.rstrip("."))
        name = known_label(label["label"], record) if label else ""
        if name == "courses":
            found.courses += courses_told(piece.rstrip("."), line.number, record)
        elif not found.area and (subject := labelled_subject(piece.rstrip("."), record)):
            label_of, found.area, aside = subject
            record.use_label(line.number, label_of, "fields_of_study")
            left += [aside] if aside else []
        elif (label and name) or is_mark(piece, record):
            found.scores.append(without_label(piece.rstrip("."), line.number, record))
        elif wants_degree and not at and _is_degree(piece, record):
            degree, said = _of_degree(piece)
            if said and not found.area and lists_subjects(said, record):
                found.area, said = said.rstrip("."), ""
            found.degree = degree.rstrip(".") if len(degree) > 6 else degree
            left += [said] if said else []
        else:
            left.append(piece)
    if not (found.degree or found.area or found.courses or found.scores):
        return line.text
    if left == pieces and not wants_degree:
        return line.text
    return ". ".join(part.rstrip(".") if part is not left[-1] else part for part in left)


def _pieces(text: str) -> list[str]:
    """The statements of a line; the full stop of an abbreviation ends none: "M.Sc. Biology"."""
    pieces: list[str] = []
    for piece in split_top(text, _PIECES):
        if pieces and _is_cut_short(pieces[-1]):
            pieces[-1] += f". {piece}"
        else:
            pieces.append(piece)
    return pieces


def _is_cut_short(text: str) -> bool:
    """Whether a text ends in an abbreviation without its point: "7 GCSEs incl"."""
    last = text.split()[-1:]
    return bool(_SHORTENED.search(text)) or (
        bool(last) and key(last[0]) in vocabulary()["shortened"]
    )


_SHORTENED = re.compile(r"\b(?:[^\W\d_]{1,4}\.-?)+[^\W\d_]{1,4}$")


def _is_degree(text: str, record: Record) -> bool:
    """Whether a text begins with a degree: "M.A.T., Secondary Science", "A-levels: …"."""
    ends = comma_parts(text, record)
    first = text[slice(*ends[0])] if ends else text
    first = " ".join(first.partition(":")[0].split()[:_DEGREE_WITHIN])
    told = names(EDUCATION.what, first, record) and not names(EDUCATION.who, first, record)
    graded = len(_GRADED.findall(text)) > 1  # "GCSEs: Maths 5, English 6": said of the school
    return told and not graded and len(text.split()) <= _LONGEST_DEGREE


_GRADED = re.compile(r"\s(?:\d(?:-\d)?|\(\d(?:-\d)?\))(?=[,.]|\s|$)")
"""A subject's grade by its number, as schools up to sixteen years give them."""


_DEGREE_WITHIN = 5
"""Among how many first words it stands: "I am in my second year of a BSc" begins with none."""


def _of_degree(text: str) -> tuple[str, str]:
    """A degree and, behind a colon, what is said of it."""
    match = LABELLED.fullmatch(text)
    return (match["label"], match["value"]) if match else (text, "")
