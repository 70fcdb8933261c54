"""The head of an entry → what, for whom, where, when.

A head is the lines before an entry's texts. The date is taken out first; then the title
line is cut in two, and data (words for roles, degrees, organisations) says which side is which.
"""

from __future__ import annotations

import re

from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import STRONG, by_dash, cut
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.head_forms import (
    at_owner,
    at_sign,
    by_columns,
    by_style,
    without_address,
)
from typeset.importers.text.head_parts import EDGES, Head, take_date, with_terms, without_span
from typeset.importers.text.head_sides import (
    LAST_BRACKET,
    OWNERS,
    clear_owner,
    is_what,
    owner_below,
    place,
    place_sides,
    subject_before_school,
    under_subject,
)
from typeset.importers.text.head_words import (
    EDUCATION,
    KINDS,
    WORK,
    Kind,
    names,
)
from typeset.importers.text.honours import (
    before_score,
    is_honours,
    without_honours,
)
from typeset.importers.text.inline import masked, split_top, unlink, unstyle
from typeset.importers.text.joined_owners import for_whom, linked_owner
from typeset.importers.text.place_tails import (
    is_region,
    place_tail,
)
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key


def read_head(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None = None
) -> Head:
    """Read the (line, Markdown) pairs of a head; `given` says which text is which, as tables do."""
    lines, lasts = without_span(at_owner(lines), record)
    head = _read_lines(lines, kind, record, given)
    head.lasts = lasts if not head.date else ""
    head.remarks += [lasts] if lasts and head.date else []
    head.url = (given or {}).get("url", "") or head.url
    if kind in KINDS:
        clear_owner(head, KINDS[kind], record)
    if kind == "education":
        subject_before_school(head, record)
    return head


def _read_lines(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None
) -> Head:
    words = KINDS.get(kind, WORK)
    head = Head(lines[0][0])
    roles: list[str] = []
    left: list[tuple[str, str]] = []
    dates = [is_only_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in lines]
    dated_by = dates.index(next(filter(None, dates))) if any(dates) else -1
    for at, (line, marked) in enumerate(lines):
        text, target = unlink(unstyle(marked).strip())
        text = "" if at and _is_address(text, target) else text
        text = _PICTURES.sub("", text) or text
        if begun := _OPEN_FIRST.match(marked):
            text = f"{begun[2]}\t{text.removeprefix(begun[2]).lstrip()}"
        if at and (owned := _OWNER_FIRST.fullmatch(marked)) and is_place(owned[2], record):
            text = f"{owned[1]}\t{owned[2]}"  # "*Org,* Town, Country"
        if re.search(r"\s@\s", text):
            record.use_label(line, "@", "joiner_signs")
        text, address = without_address(text)
        head.url = head.url or ("" if target.startswith("#") else target) or address
        label = text.rstrip(":： ")
        if at and address and record.vocabulary.column(label) == "url":
            record.use_label(line, label, "labels.url")  # "Project link: https://…"
            text = ""
        before = head.date
        taken = take_date(head, line, text, record) if dated_by in (-1, at) else text
        rest = _full_stop(taken.strip().strip("\t"))
        if head.date is not before:
            rest = with_terms(head, text, rest, bool(left), words, record)
        begin = head.date.begin if head.date and head.date is not before else 0
        held = _ROLE_COLON.fullmatch(text[:begin])
        rest = held[1] if held and rest.rstrip(":") == held[1] else rest
        if left and (held or _names_role(marked, rest, record)):
            roles.append(rest)
        if rest:
            left.append((rest, text))
    if not left:
        return head
    told = {name: text for name, text in (given or {}).items() if name != "url"}
    if told and kind == "projects" and lines[0][1] not in told.values():
        head.whole, head.who = left[0][0], told.get("organisation", "")
        head.where, head.roles = told.get("location", ""), [told["role"]] if "role" in told else []
        return head
    if told:
        return by_columns(head, [text for text, _ in left], told, words, record)
    title, original = left[0]
    metas = [part for meta, _ in left[1:] for part in _without_terms(meta, head, record)]
    if words is EDUCATION:
        metas = [
            part
            for meta in metas
            for one in before_score(meta, record)
            for part in _before_honours(one, words, record)
        ]
    inner = re.search(r"\s*\(([^()]*)\)$", title)
    if inner and head.date and _left_in_brackets(original, inner[1]):
        title, metas = title[: inner.start()].strip(EDGES), [inner[1].strip(EDGES), *metas]
    if kind == "projects":
        title, *aside = title.split("\t")
        head.roles = [part.strip() for part in aside if names("roles", part, record)]
        title = "\t".join([title, *(one for one in aside if one.strip() not in head.roles)])
    if kind not in KINDS:  # a title of another kind is no pair of role and organisation
        head.whole = re.sub(r"\s*\t\s*", " · ", title)
        head.where = " · ".join(metas)
        return head
    if words is EDUCATION:
        title, *scores = before_score(title, record)
        head.remarks += scores
    title, *aside = title.split("\t")
    in_brackets = [part for part in aside if re.fullmatch(r"[(（][^()（）]*[)）]", part.strip())]
    head.remarks += [part.strip()[1:-1] for part in in_brackets]
    title = "\t".join([title, *(part for part in aside if part not in in_brackets)])
    where = ""
    if words is EDUCATION and under_subject(head, title, metas, record):
        return head
    if words is EDUCATION and (stage := _STAGE.fullmatch(title)):
        known = (*(names(list_, stage[1], record) for list_ in (words.what, words.who)),)
        if not any(known) and not is_honours(stage[1], words, record):
            title = stage[2]  # "Secondary: Certificate, School"
            head.remarks.append(stage[1])
    graded = LAST_BRACKET.fullmatch(title) if words is EDUCATION else None
    inside = re.split(r"[,，、]\s+|[，、]", graded[2]) if graded else []
    if graded and any(is_honours(part, words, record) for part in inside):
        title = graded[1]  # "Degree (GPA 3.6/4.0, first of ten)"
        head.remarks += inside
    elif graded and graded[2].islower() and place_tail(graded[1], words, record, known=True)[1]:
        title = graded[1]  # "School, Town (art and design)"
        head.remarks.append(graded[2])
    within = _INNER_BRACKET.search(title) if words is EDUCATION and not graded else None
    if within and re.search(r"\d", within[1]) and is_honours(within[1], words, record):
        title = title[: within.start()] + title[within.end() :]  # "Degree (3.7), School"
        head.remarks.append(within[1])
    if words is EDUCATION:
        title, honours = without_honours(title, words, record)
        head.remarks += honours
    if words is WORK and (joined := for_whom(title, metas, record)):
        head.what, head.who, head.where = joined
        place(head, metas, words, record)
        return head
    if words is WORK and (linked := linked_owner(lines[0][1], title, metas, record)):
        head.what, head.who, metas = linked
        place(head, metas, words, record)
        return head
    sides = by_style(_behind_date(lines[0][1], record), title, record) or at_sign(title, words)
    signed = len(sides) > 1 and sides == at_sign(title, words)
    if signed:
        head.what, head.who = sides[0], sides[1]
        head.who, where = place_tail(head.who, words, record)
        head.where = where
        place(head, [*sides[2:], *metas], words, record)
        return head
    if len(sides) == 2 and is_place(sides[1], record) and not names(words.what, sides[0], record):
        head.where, sides = sides[1], sides[:1]
    if not sides:
        title, head.where = _without_place(title, words, record)
        sides, where = cut(title, words, record)
    schooled = words is EDUCATION and len(sides) == 2 and names(words.who, sides[0], record)
    if (
        schooled
        and is_place(sides[1], record)
        and not (
            names(
                words.what, sides[1].rpartition(",")[0] or sides[1], record
            )  # "MD" is a state too
        )
    ):
        head.where, sides = sides[1], sides[:1]  # "School - Town, ST"
    placed = is_place(where, record) and not names(words.who, where, record)
    if where and (metas or placed or names(words.who, sides[0], record)):
        head.where = ", ".join(part for part in (where, head.where) if part)
    elif where:
        sides = [*sides, where]
    bold = _bold_owner(lines, title, words, record)
    if bold in metas and len(sides) == 2 and not any(
        names(list_, sides[1], record) for list_ in OWNERS
    ):  # fmt: skip
        metas.remove(bold)  # "Support technician, networks" over "**Org** | Town | 2017"
        head.what, head.who = title.replace("\t", ", "), bold
        place(head, metas, words, record)
        return head
    if owner := owner_below(title, sides, where, metas, words, record):
        metas.remove(owner)
        head.what = title.replace("\t", ", ")
        head.who, head.where = place_tail(owner, words, record)
        place(head, metas, words, record)
        return head
    if not any(names(words.what, side, record) and not is_place(side, record) for side in sides):
        held_in = [meta for meta in metas if is_what(meta, words, record)]
        sure = (meta for meta in held_in if names(words.what, meta, record))
        named = next(sure, "".join(held_in[:1]))
        if named and len(sides) < 3:  # "Org, City" over a line with the role
            metas.remove(named)
            head.what, town = place_tail(named, words, record, known=True)
            whole = len(sides) == 2 and f"{sides[0]}, {sides[1]}" in title
            single = whole and any(names(list_, sides[1], record) for list_ in OWNERS)
            head.who = ", ".join(sides) if single else sides[0]  # "Ashby, the School of Design"
            place(head, [*([] if single else sides[1:]), town, *metas], words, record)
            return head
    lone_role = len(sides) == 1 and bool(roles) and roles[0] in metas
    if lone_role and not any(
        names(list_, text, record) for list_, text in ((words.who, roles[0]), (words.what, title))
    ):
        metas.remove(roles[0])  # the line of its own under an organisation is what one was there
        head.what, head.who = roles[0], sides[0]
        place(head, metas, words, record)
        return head
    apart = words is WORK and head.where and len(sides) == len(metas) == 1
    if apart and is_place(head.where, record) and not is_place(metas[0], record) and not any(
        names(words.what, text, record) for text in (sides[0], metas[0])
    ):  # fmt: skip
        head.what, head.who = metas.pop(), sides[0]  # "Org — Town, ST" over what one was
        return head
    place_sides(head, sides, metas, words, record)
    if head.what and head.who:
        # Where the place is told apart, only a known one behind the name is another.
        head.who, town = place_tail(head.who, words, record, known=bool(head.where))
        if dash := re.search(r"\s+[–—-]\s+", head.who):
            first, *more = [part for part in (town, *head.where.split(" · ")) if part] or [""]
            last = ", ".join(part for part in (head.who[dash.end() :], first) if part)
            if is_place(last, record):  # "Org — City, ST"
                head.who, town, head.where = head.who[: dash.start()], last, " · ".join(more)
        head.where = " · ".join(part for part in (town, head.where) if part)
    return head


def _is_address(text: str, target: str) -> bool:
    """Whether the text of a link is no more than the address that it leads to."""
    first, second = (_SCHEME.sub("", one).strip("/ ").casefold() for one in (text, target))
    return bool(target) and first == second


_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?")
_BOLD_FIRST = re.compile(r"\*\*([^*|]+)\*\*\s*(?:[|｜·•,–—]|-\s)")


def _bold_owner(lines: list[tuple[int, str]], title: str, words: Kind, record: Record) -> str:
    """What stands in bold before signs under a title that is a role: its organisation; or ""."""
    match = _BOLD_FIRST.match(lines[1][1].strip()) if len(lines) > 1 else None
    name = match[1].strip() if match else ""
    held = words is WORK and names(words.what, title, record)
    other = names(words.what, name, record) or is_place(name, record)
    return name if held and not other else ""


_PICTURES = re.compile(r"^[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]+\s*")
_OWNER_FIRST = re.compile(r"\*([^*]+?),?\*,?\s+([^*]+)")


def _behind_date(marked: str, record: Record) -> str:
    """The Markdown of a title without the date before what only its style sets apart.

    "2016, *Degree, Subject* School": of parts between commas, the commas tell more.
    """
    found = find_date(marked, record.vocabulary)
    rest = marked[found.finish :].lstrip(EDGES) if found and not found.begin else ""
    return rest if _STYLE_ALONE.match(rest) else marked


_STYLE_ALONE = re.compile(r"(\*{1,3})[^*]+\1 [^\W\d_]")


def _without_place(title: str, words: Kind, record: Record) -> tuple[str, str]:
    """A title without the place that stands in a column of its own, and this."""
    cells = split_top(title, STRONG)
    dash = re.fullmatch(r"(.+?)\s+[–—-]\s+([^–—-]+)", masked(title)) if len(cells) == 1 else None
    if dash:
        before, after = title[: dash.end(1)], title[dash.start(2) :]
        town = after.partition(", ")[0]
        if town != after and key(town) in record.vocabulary["cities"]:
            return (before, after) if _is_only_place(after, words, record) else (title, "")
    places = [cell for cell in cells[1:] if _is_only_place(cell, words, record)]
    if len(places) != 1:
        return title, ""
    cells.remove(places[0])
    return "\t".join(cells), places[0]


def _is_only_place(text: str, words: Kind, record: Record) -> bool:
    """Whether a text is a known place, or a town and its state or country: "Salem, OR"."""
    town, _, region = text.rpartition(", ")
    named = len(town.split()) <= 3 and all(word[:1].isupper() for word in town.split())
    known = named and (not town or is_region(region, town, record))
    return known and is_place(text, record) and not names(words.who, text, record)


_OPEN_FIRST = re.compile(r"\s*(\*{1,3}|`)([^*`]*\d\s?[–—-])\1\s*(?=[^\W\d_])")
"""A period that goes on, set apart by its style alone: "**2017 –** Role, Org"."""
_ROLE_COLON = re.compile(r"([^,:：]{3,60}?)\s*[:：]\s*")  # "Product design: 2017 – 2018"
_STAGE = re.compile(r"([^\W\d_]{3,20}):\s+(\S.*)", re.DOTALL)
_INNER_BRACKET = re.compile(r"\s*[(（]([^()（）]+)[)）](?=\s*,)")


def read_parts(lines: list[tuple[int, str]], record: Record) -> tuple[Head, list[str]]:
    """A head whose title is one thing: its date taken out, and the parts that are left."""
    lines, lasts = without_span(lines, record)
    head = Head(lines[0][0], lasts=lasts)
    parts: list[str] = []
    for line, marked in lines:
        text, target = unlink(unstyle(marked).strip())
        head.url = head.url or target
        parts += split_top(_full_stop(take_date(head, line, text, record)), STRONG)
    return head, parts


def read_role(lines: list[tuple[int, str]], record: Record) -> Head:
    """The head of a role at an employer named above it: `*Role, Team* · dates · place`."""
    head, parts = read_parts(lines, record)
    head.what, head.where = "".join(parts[:1]), " · ".join(parts[1:])
    return head


def read_employer(lines: list[tuple[int, str]], record: Record) -> Head:
    """The head of an employer whose roles stand below it: `**Org** – City`."""
    head, parts = read_parts(lines, record)
    sides = [side for part in parts[:1] for side in (by_dash(part, WORK, record) or [part])]
    if len(sides) == 2 and len(sides[1].split()) > _LONGEST_TOWN and not is_place(sides[1], record):
        sides = parts[:1]  # "RNLI – Royal National Lifeboat Institution"
    if len(sides) == 1:
        sides = [side for side in place_tail(sides[0], WORK, record) if side]
    head.who, head.where = "".join(sides[:1]), " · ".join([*sides[1:], *parts[1:]])
    clear_owner(head, WORK, record, employer=True)
    return head


_LONGEST_TOWN = 3


def _names_role(marked: str, rest: str, record: Record) -> bool:
    """Whether a line under the title is set apart from its date, and no place: `*Role*, 2019`."""
    if not rest or is_place(rest, record) or "," in rest or "\t" in rest:
        return False
    emphasis = re.match(r"\*{1,3}([^*]+)\*{1,3}", marked.strip())
    return unstyle(marked).strip() == rest or bool(emphasis and emphasis[1].strip() == rest)


def _full_stop(text: str) -> str:
    """A head without the full stop that ends it; that of an abbreviation stays."""
    return text[:-1] if re.search(r"(?:\)|[a-zà-ÿ]{4,})\.$", text) else text


def _left_in_brackets(original: str, inner: str) -> bool:
    """Whether a bracket held the date before it was taken out."""
    return inner.strip() != "" and f"({inner})" not in original


def _meta_parts(text: str) -> list[str]:
    parts = split_top(text, STRONG)
    return [part for one in parts for part in split_top(one, re.compile(r"\s+(?:–|—|-)\s+"))]


def _without_terms(text: str, head: Head, record: Record) -> list[str]:
    """The parts of a line under a title; the terms of a contract beside others are a remark."""
    parts = _meta_parts(text)
    terms = [part for part in parts if key(part) in record.vocabulary["contracts"]]
    if not terms or len(terms) == len(parts):
        return parts
    head.remarks += terms
    return [part for part in parts if part not in terms]


def _before_honours(text: str, words: Kind, record: Record) -> list[str]:
    """ "School; final grade: good": the school, and the honours behind the semicolon."""
    first, sign, after = text.partition("; ")
    if sign and is_honours(after, words, record):
        return [first, after]
    first, sign, after = text.rpartition(", ")
    graded = sign and re.search(r"\d", after) and is_honours(after, words, record)
    return [first, after] if graded else [text]  # "BSc Botany, GPA: 3.6"
