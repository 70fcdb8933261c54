"""What a school's head says beside degree and school: the stage, the grade, the honours."""

from __future__ import annotations

import re

from typeset.importers.text.heads.brackets import LAST_BRACKET
from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.honours import (
    before_score,
    is_bracketed_honours,
    is_honours,
    without_honours,
)
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import place_tail
from typeset.importers.text.heads.subjects import is_state
from typeset.importers.text.heads.words import EDUCATION, names
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import COMMA, COMMAS
from typeset.importers.text.words.vocabulary import key


def before_grades(text: str, record: Record) -> list[str]:
    """A line under a school's title, cut before its score and its honours."""
    return [part for one in before_score(text, record) for part in _before_honours(one, record)]


def without_score(head: Head, title: str, record: Record) -> str:
    """A title without its labelled mark, which goes to the head's remarks with what follows it.

    A school behind it is the title's: "Degree (GPA 3.7), Hill University, Leeds".
    """
    title, *scores = before_score(title, record)
    if len(scores) > 1 and names(EDUCATION.who, scores[1], record):
        title = f"{title}, {scores.pop(1)}"
    head.remarks += scores
    return title


def without_grades(head: Head, title: str, record: Record) -> str:
    """A school's title without its stage, grade and honours, which go to the head's remarks."""
    title = _without_state(head, _without_stage(head, title, record), record)
    graded = LAST_BRACKET.fullmatch(title)
    if graded:
        title = _without_last_bracket(head, title, graded, record)
    else:
        title = _without_inner_bracket(head, title, record)
    title, honours = without_honours(_without_points(head, title, record), EDUCATION, record)
    head.remarks += honours
    return title


def _without_points(head: Head, title: str, record: Record) -> str:
    """ "Botany, 22.5 ECTS, School": the title without how much was studied."""
    points = record.vocabulary["study_points"]
    parts = split_top(title, COMMA) if re.search(r"\d", title) and "," in title else []
    counted = [(part, one[1]) for part in parts if (one := _POINTS.fullmatch(part))]
    told = [part for part, unit in counted if key(unit) in points or _SHORT_UNIT.fullmatch(unit)]
    if not told or len(told) == len(parts):
        return title
    head.remarks += told
    return ", ".join(part for part in parts if part not in told)


_SHORT_UNIT = re.compile(r"[A-ZÅÄÖ]{2,5}")
"""The letters of what is counted, as each land has its own: "180 HP", "12 CFU"."""
_POINTS = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?\s*([^\W\d_][^\d,]*)")


def _without_stage(head: Head, title: str, record: Record) -> str:
    """ "Secondary: Certificate, School": the title behind the stage of schooling."""
    stage = _STAGE.fullmatch(title)
    if not stage:
        return title
    known = (*(names(list_, stage[1], record) for list_ in (EDUCATION.what, EDUCATION.who)),)
    if any(known) or is_honours(stage[1], EDUCATION, record):
        return title
    head.remarks.append(stage[1])
    return stage[2]


def _without_state(head: Head, title: str, record: Record) -> str:
    """ "Degree | in progress | School", "Degree (unfinished)": the title without that part."""
    parts = split_top(title, STRONG)
    told = [part for part in parts if is_state(part, record)]
    if told and len(told) < len(parts):
        head.remarks += told
        title = "\t".join(part for part in parts if part not in told)
    bracket = LAST_BRACKET.fullmatch(title)
    if bracket and is_state(bracket[2], record):
        head.remarks.append(bracket[2])
        return bracket[1]
    return title


def _without_last_bracket(head: Head, title: str, graded: re.Match[str], record: Record) -> str:
    """The title before the bracket that ends it, where this holds honours or a subject."""
    inside = re.split(rf"[{COMMAS}]\s+|[，、]", graded[2])
    if any(is_bracketed_honours(part, record) for part in inside):
        head.remarks += inside
        return graded[1]  # "Degree (GPA 3.6/4.0, first of ten)"
    apart = "," in graded[1] or place_tail(graded[1], EDUCATION, record, known=True)[1]
    last = graded[1].rpartition(", ")[2]
    taught = last != graded[1] and any(names(list_, last, record) for list_ in ("degrees", "roles"))
    mode = taught and len(graded[2].split()) <= _LONGEST_MODE  # "engineer (part time)"
    if graded[2].islower() and apart and not mode:
        head.remarks.append(graded[2])
        return graded[1]  # "School, Town (art and design)", "Degree, School (part time)"
    return title


_LONGEST_MODE = 2


def _without_inner_bracket(head: Head, title: str, record: Record) -> str:
    """ "Degree (3.7), School": the title without the bracket before a comma that holds a grade."""
    within = _INNER_BRACKET.search(title)
    if not within or not re.search(r"\d", within[1]):
        return title
    if not is_honours(within[1], EDUCATION, record):
        return title
    head.remarks.append(within[1])
    return title[: within.start()] + title[within.end() :]


_STAGE = re.compile(r"([^\W\d_]{3,20}):\s+(\S.*)", re.DOTALL)
_INNER_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）](?=\s*,)")


def _before_honours(text: str, record: Record) -> list[str]:
    """ "School; final grade: good": the school, and the honours behind the semicolon."""
    graded = LAST_BRACKET.fullmatch(text)
    if graded and key(graded[1]) in record.vocabulary["honours"]:
        return [text]  # "First Class (72%)"
    if graded and re.search(r"\d", graded[2]) and is_honours(graded[2], EDUCATION, record):
        return [graded[1], graded[2]]  # "BSc Botany (3.6/4)"
    first, sign, after = text.partition("; ")
    if sign and is_honours(after, EDUCATION, record):
        return [first, after]
    first, sign, after = text.rpartition(", ")
    taken = key(after) in record.vocabulary["honours"] and names(EDUCATION.what, first, record)
    last = (re.search(r"\d", after) or taken) and is_honours(after, EDUCATION, record)
    return [first, after] if sign and last else [text]  # "BSc Botany, GPA: 3.6"
