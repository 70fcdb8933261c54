"""The subject of a degree that stands away from it: before the school, or in the title's place."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.joined_schools import by_school_joiner
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import PART, comma_parts, place_tail
from typeset.importers.text.heads.places import place
from typeset.importers.text.heads.words import EDUCATION, begins_as_subject, is_subject, names
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import COMMA, SPACED_DASH
from typeset.importers.text.words.vocabulary import key


def subject_before_school(head: Head, record: Record) -> None:
    """ "MA" / "Botany, Hill University": what stands before the school is the degree's subject."""
    _subject_before_dash(head, record)
    ends = comma_parts(head.who, record)
    parts = [head.who[slice(*end)].strip() for end in ends]
    owned = [_names_house(part, record) for part in parts]
    at = owned.index(True) if True in owned else 0
    if not at or not names("degrees", head.what, record) or names("degrees", head.who, record):
        return
    if key(parts[at].partition(" ")[0]) in record.vocabulary["articles"]:
        return  # "Ashby, the University of the Moors": one name
    if any(is_place(part, record) or _is_part(part, record) for part in parts[:at]):
        return
    head.what = ", ".join([head.what.rstrip(" :："), *parts[:at]])
    head.who, town = place_tail(", ".join(parts[at:]), EDUCATION, record, known=bool(head.where))
    head.where = " · ".join(part for part in (town, head.where) if part)


def _subject_before_dash(head: Head, record: Record) -> None:
    """ "MA" / "Botany — Hill University": what a dash parts from the school."""
    *before, school = split_top(head.who, SPACED_DASH) or [""]
    owned = any(_names_house(part, record) for part in before)
    if not before or owned or not names("schools", school, record):
        return
    if not names("degrees", head.what, record) or names("degrees", head.who, record):
        return
    if any(is_place(part, record) for part in before):
        return
    if len(before) > 1 or "," in head.what or head.area:
        head.what = ", ".join([head.what.rstrip(" :："), *before])
    else:
        head.area = before[0]
    head.who, town = place_tail(school, EDUCATION, record, known=bool(head.where))
    head.where = " · ".join(part for part in (town, head.where) if part)


def _names_house(text: str, record: Record) -> bool:
    """Whether a text names a school or a part of one."""
    return any(names(list_, text, record) for list_ in ("schools", "units"))


def without_pursuit(head: Head, record: Record) -> None:
    """ "Studying law at Hill University" / "5th term": what is joined to the school was learned.

    Under a degree it is its subject; another text beside it is a remark.
    """
    if names("schools", head.who.split(" ")[0], record):
        return
    joined = by_school_joiner(head.who, record)
    if len(joined) < _PURSUIT_AND_SCHOOL or (head.area and names("degrees", head.what, record)):
        return
    learned, head.who, *town = joined
    head.where = " · ".join(part for part in (*town, head.where) if part)
    if names("degrees", head.what, record):
        head.area = learned
        return
    head.remarks += [head.what] if head.what else []
    head.what = learned


_PURSUIT_AND_SCHOOL = 2


def _is_part(text: str, record: Record) -> bool:
    """Whether a text before a school is a part of it and no subject: "FCEN", "Law Centre"."""
    owned = PART.fullmatch(text) or names("organisations", text, record)
    return bool(owned) and not names("subjects", text.partition(" ")[0], record)


def faculty_with_school(head: Head, record: Record) -> None:
    """A part of the school, and no degree taken there, in either order.

    "School of Business, Hill University", "Hill University, Faculty of Law".
    """
    first, *others = head.what.split() or [""]
    part = bool(others) and key(others[0]) in record.vocabulary.small_words
    part = (part and names("schools", first, record)) or _is_faculty(head.who, record)
    part = part and names("schools", head.what, record) and names("schools", head.who, record)
    if part and not any(names("degrees", one, record) for one in (head.what, head.who)):
        record.choose(head.line, "faculty-with-school", head.what, "a part of the school's name")
        head.what, head.who = "", f"{head.what}, {head.who}"


def _is_faculty(text: str, record: Record) -> bool:
    """Whether a text begins with the word for a part of a school: "Faculty of Law"."""
    return bool(text) and names("units", text.split()[0], record)


def without_subject(head: Head, title: str, metas: list[str], record: Record) -> list[str]:
    """The parts of the lines under a degree without its subject and how far it got.

    "Master's Degree" / "Electrical Engineering"; "currently enrolled" is no place.
    """
    head.remarks += [part for part in metas if is_state(part, record)]
    left = [part for part in metas if not is_state(part, record)]
    taught = names("degrees", _without_schools(title, record), record)
    if not taught:
        left = [_without_label(part, head.line, record) for part in left]
    left = [part for part in left if not takes_subject(head, part, record)]
    subject = next((part for part in left if is_subject(part, record)), "")
    others = (part for part in left if part != subject)
    taught = taught or any(names("degrees", part, record) for part in others)
    if not subject or not (taught or begins_as_subject(subject, record)) or head.area:
        return left
    head.area = subject
    record.choose(head.line, "subject-of-degree", subject, "area")
    left.remove(subject)
    return left


def subject_behind_school(head: Head, title: str, record: Record) -> str:
    """A title without the subject behind its school: "M.A., Hill University, Ecology and Law"."""
    listed = _COLUMNS.sub(", ", title)
    ends = comma_parts(listed, record)
    owned = [names("schools", listed[slice(*end)], record) for end in ends]
    at = owned.index(True) if owned.count(True) == 1 else len(ends)
    after = listed[ends[at + 1][0] :].strip() if at + 1 < len(ends) else ""
    parts = [listed[slice(*end)].strip() for end in ends]
    if not at and (small := _small_subject(parts[1:], record)):
        head.area = small
        record.choose(head.line, "subject-of-degree", small, "area")
        return ", ".join(part for part in parts if part != small)
    town = is_place(after.rpartition(",")[2].strip(), record) or is_place(after, record)
    if town or not is_subject(after, record) or not names("degrees", listed, record):
        return title
    head.area = after
    record.choose(head.line, "subject-of-degree", after, "area")
    return listed[: ends[at][1]].strip()


def _small_subject(parts: list[str], record: Record) -> str:
    """Of two parts behind a school, a degree and what begins in a small letter: this; or "".

    "Hill University, bachelor, plant sciences": what is no degree, honour, mode or state.
    """
    taught = [any(names(list_, part, record) for list_ in ("degrees", "roles")) for part in parts]
    if len(parts) != _DEGREE_AND_SUBJECT or taught.count(True) != 1:
        return ""
    other = parts[taught.index(False)]
    said = is_state(other, record) or key(other) in record.vocabulary["contracts"]
    honours = any(names(list_, other, record) for list_ in ("honours", "prizes"))
    small = other[:1].islower() and not re.search(r"[\d:;(]", other)
    return other if small and not (said or honours or is_place(other, record)) else ""


_DEGREE_AND_SUBJECT = 2
_COLUMNS = re.compile(r"\s*\t\s*")


def is_state(text: str, record: Record) -> bool:
    """Whether a text says how far a degree got, and no more: "in progress", "not completed"."""
    words = record.vocabulary
    return key(text) in words["unfinished"] | words["expected"] | words["present"]


def take_ongoing(head: Head, record: Record) -> None:
    """Take for the date of a degree the words beside it that say it goes on: "In progress".

    Those that say how far it got are no date: "Cursando", beside "Trancado".
    """
    ongoing = record.vocabulary["present"] - record.vocabulary["unfinished"]
    states = [one for one in head.remarks if key(one) in ongoing]
    if len(states) == 1:
        head.lasts = states[0]
        head.remarks.remove(states[0])


def _without_schools(title: str, record: Record) -> str:
    """A title without words for schools, some of which are degrees elsewhere: "Gymnasium"."""
    return " ".join(word for word in title.split() if not names("schools", word, record))


def _without_label(text: str, line: int, record: Record) -> str:
    """The degree behind its label, under a school alone: "Abschluss: Abitur"."""
    label, sign, value = (part.strip() for part in text.partition(":"))
    if not sign or key(label) not in record.vocabulary["majors"]:
        return text
    if not names("degrees", value, record):
        return text
    record.use_label(line, label, "majors")
    return value


def without_labels(head: Head, title: str, record: Record) -> str:
    """A school's title without the labels between its commas: "School, kierunek: Botany".

    The subject goes to the head; the degree stays, without its label ("tytuł: inżynier").
    """
    parts = split_top(title, COMMA) if _LABEL_WITHIN.search(title) else []
    if not any(map(_LABELLED.fullmatch, parts[1:])):
        return title
    left = [part for part in parts if part is parts[0] or not takes_subject(head, part, record)]
    if not any(names("degrees", part, record) for part in left if ":" not in part):
        left = [_without_label(part, head.line, record) for part in left]
    return ", ".join(left)


_LABEL_WITHIN = re.compile(r",[^,]+[:：]\s*\S")


def takes_subject(head: Head, text: str, record: Record) -> bool:
    """Take the subject behind its label, "Fachrichtung: Botanik"; False for other lines."""
    said = labelled_subject(text, record)
    if head.area or not said:
        return False
    label, head.area, aside = said
    head.remarks += [aside] if aside else []
    record.use_label(head.line, label, "fields_of_study")
    return True


def labelled_subject(text: str, record: Record) -> tuple[str, str, str] | None:
    """A label of what a degree is in, the subject, and a bracket in small letters behind it."""
    match = _LABELLED.fullmatch(text)
    if not match or key(match["label"]) not in record.vocabulary["fields_of_study"]:
        return None
    value = match["subject"]
    if names("degrees", value, record) or names("schools", value, record):
        return None
    aside = match["aside"] or ""
    return (
        match["label"],
        value if aside.islower() or not aside else f"{value} ({aside})",
        (aside if aside.islower() else ""),
    )


_LABELLED = re.compile(
    r"(?P<label>[^:：]{2,40}?)\s*[:：]\s*(?P<subject>\S.*?)(?:\s*[(（](?P<aside>[^()（）]+)[)）])?"
)


def under_subject(head: Head, title: str, metas: list[str], record: Record) -> bool:
    """Read a subject over a line with the degree and one with the school; False for others."""
    named = (EDUCATION.what, EDUCATION.who)
    told = [tuple(names(list_, text, record) for list_ in named) for text in (title, *metas)]
    if any(told[0]) or told.count((True, False)) != 1 or told.count((False, True)) != 1:
        return False
    degree, school = told.index((True, False)) - 1, told.index((False, True)) - 1
    head.area, head.what = title.replace("\t", ", "), metas[degree]
    head.who, head.where = place_tail(metas[school], EDUCATION, record)
    others = [text for at, text in enumerate(metas) if at not in (degree, school)]
    place(head, others, EDUCATION, record)
    return True
