"""The head of an entry → what, for whom, where, when.

A head is the lines before an entry's texts. The date is taken out first; then the title
line is cut in two, and data (words for roles, degrees, organisations) says which side is which.
"""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.brackets import clear_owner, left_in_brackets, with_bracket_lines
from typeset.importers.text.heads.cuts import AT, cut
from typeset.importers.text.heads.forms import (
    at_owner,
    at_sign,
    by_style,
    by_two_styles,
)
from typeset.importers.text.heads.grades import before_grades, without_grades, without_score
from typeset.importers.text.heads.joined_owners import page_of_owner, take_page_behind_place
from typeset.importers.text.heads.joints import by_joint, by_linked_school
from typeset.importers.text.heads.named_texts import by_columns
from typeset.importers.text.heads.owner_tails import with_owner_tail
from typeset.importers.text.heads.parts import EDGES, Head, without_span
from typeset.importers.text.heads.place_tails import comma_parts, may_be_place, place_tail
from typeset.importers.text.heads.places import (
    owner_from_place,
    place,
    place_behind_owner,
    school_from_place,
    town_apart,
    without_place,
)
from typeset.importers.text.heads.short_forms import loosen, with_short_forms
from typeset.importers.text.heads.sides import place_sides
from typeset.importers.text.heads.sides_below import (
    by_bold_owner,
    by_lone_role,
    by_owner_below,
    by_placed_owner,
    by_role_below,
)
from typeset.importers.text.heads.subjects import (
    faculty_with_school,
    subject_before_school,
    subject_behind_school,
    take_ongoing,
    under_subject,
    without_labels,
    without_pursuit,
    without_subject,
)
from typeset.importers.text.heads.terms import (
    is_beside_date,
    take_terms_beside_place,
    without_aside,
    without_brackets,
    without_proof,
    without_terms,
    without_terms_between,
)
from typeset.importers.text.heads.texts import take_texts, with_single_dashes
from typeset.importers.text.heads.vessels import without_vessel
from typeset.importers.text.heads.words import EDUCATION, KINDS, WORK, Kind, names
from typeset.importers.text.markup.inline import split_top
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.scripts import COMMA


def read_head(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None = None
) -> Head:
    """Read the (line, Markdown) pairs of a head; `given` says which text is which, as tables do."""
    if any("\\\n" in text for _, text in lines):
        lines = [(line, one) for line, text in lines for one in text.split("\\\n") if one.strip()]
    lines = with_bracket_lines(with_single_dashes(lines), record)
    lines = with_short_forms(lines, "" if given else kind, record)
    lines, lasts = without_span(at_owner(lines, KINDS.get(kind, EDUCATION)), record)
    terms: list[str] = []
    if KINDS.get(kind) is WORK and not given:
        lines, terms = without_terms_between(lines, record)
    head = _read_lines(lines, kind, record, given)
    head.remarks += terms
    head.lasts = lasts if not head.date else ""
    head.remarks += [lasts] if lasts and head.date else []
    if kind == "education" and not (head.date or lasts):
        take_ongoing(head, record)
    head.url = (given or {}).get("url", "") or page_of_owner(lines, head.who) or head.url
    if kind in KINDS and head.what and head.where and not head.who:
        owner_from_place(head, KINDS[kind], record)
    if kind in KINDS and "](" not in head.who:
        clear_owner(head, KINDS[kind], record)
    if KINDS.get(kind) is WORK:
        with_owner_tail(head, lines, record)
        take_terms_beside_place(head, record)
    if kind == "education":
        school_from_place(head, lines, record)
        without_pursuit(head, record)
        faculty_with_school(head, record)
        if not any(AT.search(text) for _, text in lines):
            subject_before_school(head, record)
    take_page_behind_place(head)
    loosen(head)
    return head


def _read_lines(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None
) -> Head:
    """Read the lines by the first step whose form they have; what none has is told by words."""
    words = KINDS.get(kind, WORK)
    head = Head(lines[0][0])
    left, roles = take_texts(head, lines, words, record)
    if words is WORK and kind in KINDS and not given:
        left = without_vessel(head, left, record)
        roles = [role for role in roles if role not in [text for text, _ in left[:1]]]
    if not left or _by_given(head, lines[0][1], left, kind, given or {}, record):
        return head
    title, metas = _title_and_metas(head, left, words, record)
    if kind not in KINDS:
        _as_whole(head, title, metas, kind, record)
        return head
    if words is EDUCATION:
        title = without_labels(head, without_score(head, title, record), record)
    title = without_aside(head, without_brackets(head, title), words, record)
    if words is EDUCATION and under_subject(head, title, metas, record):
        return head
    if words is EDUCATION:
        title = without_grades(head, title, record)
        title = subject_behind_school(head, title, record)
        if by_linked_school(head, lines[0][1], title, metas, record):
            return head
    if words is WORK and by_joint(head, lines[0][1], title, metas, record):
        return head
    if by_two_styles(head, lines[0][1], title, metas, words, record):
        return head
    signed = at_sign(title, words, record)
    styled = by_style(_behind_date(lines[0][1], record), title, record)
    sides = styled if styled and not (signed and AT.search(styled[0])) else signed
    if len(sides) > 1 and sides == signed:
        _by_sign(head, sides, metas, words, record)
        return head
    title, sides, where = _in_sides(head, title, sides, words, record)
    sides = _take_place(head, sides, where, bool(metas), words, record)
    if (
        by_bold_owner(head, lines, title, sides, metas, words, record)
        or by_owner_below(head, title, sides, where, metas, words, record)
        or by_role_below(head, title, sides, metas, words, record)
        or by_lone_role(head, title, sides, metas, roles, words, record)
        or by_placed_owner(head, sides, metas, words, record)
    ):
        return head
    place_sides(head, sides, metas, words, record)
    if head.what and head.who:
        place_behind_owner(head, words, record)
    return head


def _by_given(
    head: Head,
    first: str,
    left: list[tuple[str, str]],
    kind: str,
    given: dict[str, str],
    record: Record,
) -> bool:
    """Read a head whose texts come with their names, as a table's do; False for others."""
    told = {name: text for name, text in given.items() if name != "url"}
    if told and kind == "projects" and first not in told.values():
        named = {whole: text for text, whole in left if whole in told.values()}
        role = told.get("role", "")
        head.whole, head.who = left[0][0], told.get("organisation", "")
        head.where = told.get("location", "")
        head.roles = [one for one in split_top(named.get(role, role), COMMA) if one]
        head.remarks += [
            text for text, whole in left[1:] if whole not in named and text not in told.values()
        ]
    elif told:
        by_columns(head, left, told, KINDS.get(kind, WORK), record)
        if kind == "work" and head.what and head.who:
            pair = [(head.what, head.what), (head.who, head.who)]
            head.what = without_vessel(head, pair, record)[0][0]
        if kind == "education":
            head.what = without_grades(head, head.what, record)  # "Degree (unfinished)"
    return bool(told)


def _title_and_metas(
    head: Head, left: list[tuple[str, str]], words: Kind, record: Record
) -> tuple[str, list[str]]:
    """The title, and the parts of the lines under it; a bracket that held the date is one."""
    if len(left) > 1 and is_beside_date(*left[0], record):
        head.remarks.append(left[0][0][1:-1].strip())  # "2015 – 2020 (in winter)"
        left = left[1:]
    title, original = left[0]
    if words is EDUCATION:
        title = without_proof(head, title, record)
    metas = [
        part
        for meta, _ in left[1:]
        for part in (
            [meta]
            if _is_degree_twice(meta, words, record)
            else without_terms(meta, title, head, words, record)
        )
    ]
    beside = [meta for meta, whole in left[1:] if is_beside_date(meta, whole, record)]
    head.remarks += [meta[1:-1].strip() for meta in beside]
    metas = [meta for meta in metas if meta not in beside]
    if words is EDUCATION:
        metas = [part for meta in metas for part in before_grades(meta, record)]
        metas = without_subject(head, title, metas, record)
    inner = re.search(r"\s*\(([^()]*)\)$", title)
    if inner and head.date and left_in_brackets(original, inner[1]):
        title, metas = title[: inner.start()].strip(EDGES), [inner[1].strip(EDGES), *metas]
    return title, metas


def _is_degree_twice(text: str, words: Kind, record: Record) -> bool:
    """Whether a degree's short form stands behind it: "Master of Science - MSc, Botany"."""
    match = _SHORT_BEHIND.match(text) if words is EDUCATION else None
    if not match or not names("degrees", match[1], record):
        return False
    like = match[2][0] == match[1][0] and not match[2].isupper()
    return like or names("degrees", match[2], record)


_SHORT_BEHIND = re.compile(r"([^\W\d_][^–—|-]*?)\s[–—-]\s([A-Z][\w.]*[A-Z][\w.]*)(?:,\s|$)")


def _as_whole(head: Head, title: str, metas: list[str], kind: str, record: Record) -> None:
    """Read a title of another kind, which is no pair of role and organisation."""
    if kind == "projects":
        title, *aside = title.split("\t")
        head.roles = [part.strip() for part in aside if names("roles", part, record)]
        title = "\t".join([title, *(one for one in aside if one.strip() not in head.roles)])
    head.whole = re.sub(r"\s*\t\s*", " · ", title)
    head.where = " · ".join(metas)


def _by_sign(head: Head, sides: list[str], metas: list[str], words: Kind, record: Record) -> None:
    """Read "Role @ Org, Town"."""
    head.what = sides[0]
    head.who, head.where = place_tail(sides[1], words, record)
    parts = [sides[1][slice(*part)] for part in comma_parts(sides[1], record)]
    if not head.where and len(parts) == 2 and may_be_place(parts[1].strip(), words, record):
        head.who, head.where = parts[0].strip(), parts[1].strip()  # the sign tells the owner
    if head.where and names(words.who, head.where, record) and not is_place(head.where, record):
        head.who, head.where = sides[1], ""  # "Role @ Hospital, University of Leeds"
    place(head, [*sides[2:], *metas], words, record)


def _in_sides(
    head: Head, title: str, sides: list[str], words: Kind, record: Record
) -> tuple[str, list[str], str]:
    """The title, its sides and what stands behind them; a place of its own goes to `head`.

    `sides` are those that the title's style tells, if any.
    """
    where = ""
    if len(sides) == 2 and is_place(sides[1], record) and not names(words.what, sides[0], record):
        head.where, sides = sides[1], sides[:1]
    if not sides:
        title, head.where = without_place(title, words, record)
        sides, where = cut(title, words, record)
    sides = sides if where else town_apart(head, sides, words, record)
    if words is EDUCATION and len(sides) == 2 and _is_school_and_town(sides[0], sides[1], record):
        head.where, sides = sides[1], sides[:1]  # "School - Town, ST"
    if words is EDUCATION and len(sides) == 2 and _are_one_school(title, sides, record):
        sides = [title]  # "University - Faculty"
    return title, sides, where


def _are_one_school(title: str, sides: list[str], record: Record) -> bool:
    """Whether both sides of a dash are a school, and neither a degree."""
    schools = all(names("schools", side, record) for side in sides)
    dashed = bool(re.search(r"\s[–—-]\s", title)) and "," not in title and "\t" not in title
    return schools and dashed and not any(names("degrees", side, record) for side in sides)


def _is_school_and_town(first: str, second: str, record: Record) -> bool:
    """Whether the sides of a title are a school and where it is; "MD" is a state and a degree."""
    if not names(EDUCATION.who, first, record) or not is_place(second, record):
        return False
    return not names(EDUCATION.what, second.rpartition(",")[0] or second, record)


def _take_place(
    head: Head, sides: list[str], where: str, below: bool, words: Kind, record: Record
) -> list[str]:
    """The sides, and what stands behind them where it is one; a place goes to `head`."""
    placed = is_place(where, record) and not names(words.who, where, record)
    if where and (below or placed or names(words.who, sides[0], record)):
        head.where = ", ".join(part for part in (where, head.where) if part)
        return sides
    return [*sides, where] if where else sides


def _behind_date(marked: str, record: Record) -> str:
    """The Markdown of a title without the date before what only its style sets apart.

    "2016, *Degree, Subject* School": of parts between commas, the commas tell more.
    """
    found = find_date(marked, record.vocabulary)
    if found and marked[: found.begin] == "**":  # "**2019 – Degree.** School"
        return "**" + marked[found.finish :].lstrip(EDGES)
    rest = marked[found.finish :].lstrip(EDGES) if found and not found.begin else ""
    return rest if _STYLE_ALONE.match(rest) else marked


_STYLE_ALONE = re.compile(r"(\*{1,3})[^*]+\1 [^\W\d_]")
