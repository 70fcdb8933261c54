"""The head of an entry → what, for whom, where, when.

A head is the lines before an entry's texts. The date is taken out first; then the title
line is cut in two, and data (words for roles, degrees, organisations) says which side is which.
"""

from __future__ import annotations

import re

from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import (
    EDUCATION,
    KINDS,
    STRONG,
    WORK,
    Kind,
    by_dash,
    cut,
    ends_like_role,
    is_region,
    last_comma,
    may_be_place,
    names,
    order_of,
    place_tail,
)
from typeset.importers.text.dates import is_only_date
from typeset.importers.text.head_parts import EDGES, Head, take_date, with_terms
from typeset.importers.text.honours import is_honours, with_degree, without_honours
from typeset.importers.text.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key


def read_head(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None = None
) -> Head:
    """Read the (line, Markdown) pairs of a head; `given` says which text is which, as tables do."""
    words = KINDS.get(kind, WORK)
    head = Head(lines[0][0])
    roles: list[str] = []
    left: list[tuple[str, str]] = []
    dates = [is_only_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in lines]
    dated_by = dates.index(next(filter(None, dates))) if any(dates) else -1
    for at, (line, marked) in enumerate(lines):
        text, target = unlink(unstyle(marked).strip())
        if re.search(r"\s@\s", text):
            record.use_label(line, "@", "joiner_signs")
        head.url = head.url or target
        before = head.date
        taken = take_date(head, line, text, record) if dated_by in (-1, at) else text
        rest = _full_stop(taken.strip().strip("\t"))
        if head.date is not before:
            rest = with_terms(head, text, rest, bool(left), words, record)
        if left and _names_role(marked, rest, record):
            roles.append(rest)
        if rest:
            left.append((rest, text))
    if not left:
        return head
    if given:
        return _by_columns(head, [text for text, _ in left], given, words, record)
    title, original = left[0]
    metas = [part for meta, _ in left[1:] for part in _meta_parts(meta)]
    if words is EDUCATION:
        metas = [part for meta in metas for part in _before_honours(meta, words, record)]
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
    title, *aside = title.split("\t")
    in_brackets = [part for part in aside if re.fullmatch(r"[(（][^()（）]*[)）]", part.strip())]
    head.remarks += [part.strip()[1:-1] for part in in_brackets]
    title = "\t".join([title, *(part for part in aside if part not in in_brackets)])
    where = ""
    if words is EDUCATION and (stage := _STAGE.fullmatch(title)):
        known = (*(names(list_, stage[1], record) for list_ in (words.what, words.who)),)
        if not any(known) and not is_honours(stage[1], words, record):
            title = stage[2]  # "Secondary: Certificate, School"
            head.remarks.append(stage[1])
    graded = _LAST_BRACKET.fullmatch(title) if words is EDUCATION else None
    inside = re.split(r"[,，、]\s+|[，、]", graded[2]) if graded else []
    if graded and any(is_honours(part, words, record) for part in inside):
        title = graded[1]  # "Degree (GPA 3.6/4.0, first of ten)"
        head.remarks += inside
    if words is EDUCATION:
        title, honours = without_honours(title, words, record)
        head.remarks += honours
    sides = _by_style(lines[0][1], title, record) or _at_sign(title, words)
    signed = len(sides) > 1 and sides == _at_sign(title, words)
    if signed:
        head.what, head.who = sides[0], sides[1]
        head.who, where = place_tail(head.who, words, record)
        head.where = where
        _place(head, [*sides[2:], *metas], words, record)
        return head
    if len(sides) == 2 and is_place(sides[1], record) and not names(words.what, sides[0], record):
        head.where, sides = sides[1], sides[:1]
    if not sides:
        sides, where = cut(title, words, record)
    placed = is_place(where, record) and not names(words.what, sides[0], record)
    if where and (metas or placed or names(words.who, sides[0], record)):
        head.where = where
    elif where:
        sides = [*sides, where]
    if owner := _owner_below(sides, where, metas, words, record):
        metas.remove(owner)
        head.what = title.replace("\t", ", ")
        head.who, head.where = place_tail(owner, words, record)
        _place(head, metas, words, record)
        return head
    if not any(names(words.what, side, record) and not is_place(side, record) for side in sides):
        named = next((meta for meta in metas if _is_what(meta, words, record)), "")
        if named and len(sides) < 3:  # "Org, City" over a line with the role
            metas.remove(named)
            head.what, town = place_tail(named, words, record, known=True)
            head.who = sides[0]
            _place(head, [*sides[1:], town, *metas], words, record)
            return head
    if len(sides) == 1 and roles and roles[0] in metas and not names(words.what, title, record):
        metas.remove(roles[0])  # the line of its own under an organisation is what one was there
        head.what, head.who = roles[0], sides[0]
        _place(head, metas, words, record)
        return head
    apart = words is WORK and head.where and len(sides) == len(metas) == 1
    if apart and is_place(head.where, record) and not is_place(metas[0], record) and not any(
        names(words.what, text, record) for text in (sides[0], metas[0])
    ):  # fmt: skip
        head.what, head.who = metas.pop(), sides[0]  # "Org — Town, ST" over what one was
        return head
    _place_sides(head, sides, metas, words, record)
    if head.what and head.who:
        # Where the place is told apart, only a known one behind the name is another.
        head.who, town = place_tail(head.who, words, record, known=bool(head.where))
        if dash := re.search(r"\s+[–—-]\s+", head.who):
            first, *more = [part for part in (town, *head.where.split(" · ")) if part] or [""]
            last = ", ".join(part for part in (head.who[dash.end() :], first) if part)
            if is_place(last, record):  # "Org — City, ST"
                head.who, town, head.where = head.who[: dash.start()], last, " · ".join(more)
        head.where = " · ".join(part for part in (town, head.where) if part)
    _clear_owner(head, words, record)
    return head


def _clear_owner(head: Head, words: Kind, record: Record, employer: bool = False) -> None:
    """Take out of an organisation's name the bracket that says where it is, or on what terms."""
    behind = _LAST_BRACKET.fullmatch(head.where)
    if behind and (behind[2].islower() or is_honours(behind[2], words, record)):
        head.where = behind[1]  # "Town (grade 1.7)"
        head.remarks.append(behind[2])
    inner = _LAST_BRACKET.fullmatch(head.who)
    if not inner or not (head.what or employer):
        return
    if not head.where and is_place(inner[2], record):
        head.who, head.where = inner[1], inner[2]  # "Org (Town)"
    elif (inner[2].islower() and len(inner[2].split()) <= 3) or (
        employer and (inner[2][0].islower() or ":" in inner[2])
    ):
        head.who = inner[1]  # "Org (fixed term)"
        head.remarks.append(inner[2])


_STAGE = re.compile(r"([^\W\d_]{3,20}):\s+(\S.*)", re.DOTALL)
_LAST_BRACKET = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]")


def _at_sign(title: str, words: Kind) -> list[str]:
    """ "Role @ Org": the sign says which is which, whatever the words."""
    sides = split_top(title, _AT, 1) if words is WORK else []
    if len(sides) != 2:
        return []
    role, owner = split_top(sides[0], STRONG), split_top(sides[1], _AFTER_OWNER)
    return [" · ".join(role), *owner] if len(role) == 1 else []


_AT = re.compile(r"\s+@\s+")
_AFTER_OWNER = re.compile(rf"{STRONG.pattern}|\s+[–—-]\s+")


def _owner_below(
    sides: list[str], where: str, metas: list[str], words: Kind, record: Record
) -> str:
    """A line under "Degree, Subject" that names the school, which the title does not.

    So does a line "Name, Town" under "Role, Department".
    """
    if len(sides) != 2 or is_place(sides[1], record):
        return ""
    if not names(words.what, sides[0], record):
        told = (
            words is WORK
            and not where
            and not any(
                names(list_, side, record) for side in sides for list_ in (words.who, words.what)
            )
        )
        sure = (
            m for m in metas if names(words.who, m, record) and not names(words.what, m, record)
        )
        return next(sure, "") if told else ""
    inner = words is WORK and not any(
        key(one) in record.vocabulary["suffixes"] for one in sides[1].split()
    )
    owned = any(names(words.who, side, record) for side in sides)
    for meta in metas:
        owner, town = place_tail(meta, words, record)
        told = names(words.who, meta, record)
        if is_region(town, owner, record) and not told:
            continue
        if not where and not owned and told:
            return meta
        if inner and not is_place(owner, record) and (told or (town and is_place(town, record))):
            return meta
    return ""


def _place(head: Head, more: list[str], words: Kind, record: Record) -> None:
    """Add what is left of a head to its place, or to its remarks where it can be none."""
    inner = _out_of_brackets(more) if words is EDUCATION else []
    head.remarks += inner
    for part in [part for part in more if part and not (inner and part[0] in "(（")]:
        if may_be_place(part, words, record):
            head.where = " · ".join(one for one in (head.where, part) if one)
        else:
            head.remarks.append(part)


def _out_of_brackets(parts: list[str]) -> list[str]:
    """What stands in brackets of its own: "（GPA 3.7/4.0，奖学金）" is two things."""
    inner = [re.fullmatch(r"[(（]([^()（）]+)[)）]", part) for part in parts]
    return [one for match in inner if match for one in re.split(r"[,，、]\s*", match[1])]


def _is_what(text: str, words: Kind, record: Record) -> bool:
    """Whether a line under a title names a role or degree, by its words or its ending."""
    if names(words.what, text, record):
        return True
    return words is WORK and len(text.split()) <= 4 and not is_place(text, record) and (
        ends_like_role(text, record) and not names(words.who, text, record)
    )  # fmt: skip


def read_parts(lines: list[tuple[int, str]], record: Record) -> tuple[Head, list[str]]:
    """A head whose title is one thing: its date taken out, and the parts that are left."""
    head = Head(lines[0][0])
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
    if len(sides) == 1:
        sides = [side for side in place_tail(sides[0], WORK, record) if side]
    head.who, head.where = "".join(sides[:1]), " · ".join([*sides[1:], *parts[1:]])
    _clear_owner(head, WORK, record, employer=True)
    return head


def _by_style(marked: str, title: str, record: Record) -> list[str]:
    """`**Role**, Org, City`: what is bold ends where its style does."""
    match = re.match(r"\s*(\*{1,3})([^*]+)\1\s*(?:[,;]|\s[–—-]|\s(?=[^\W\d_]))\s*", marked)
    inner = unlink(match[2])[0].strip() if match else ""
    joined = bool(
        match and match[0].endswith(match[1] + " ") and not match[0].rstrip().endswith(",")
    )
    if joined and match and not marked[match.end() :][:1].isupper():
        return []  # "**Role** at Org" goes on in its own words
    if not inner or not title.startswith(inner) or "\t" in title:
        return []
    rest = title[len(inner) :].strip(EDGES)
    owned = names("organisations", rest, record)
    if not names("roles", inner, record) and is_place(rest, record) and not owned:
        return [inner, rest]
    owner, where = place_tail(rest, WORK, record)
    comma = 0 if where else last_comma(rest, record)
    parts = [rest[:comma], rest[comma + 1 :]] if comma else [owner, where]
    return [inner, *(part.strip() for part in parts if part)] if rest else []


def _by_columns(
    head: Head, texts: list[str], given: dict[str, str], words: Kind, record: Record
) -> Head:
    """A head whose texts come from columns with names."""
    plain = {name: unlink(unstyle(text))[0].strip() for name, text in given.items()}
    head.what, owner = plain.get("role", ""), plain.get("organisation", "")
    if not owner and texts and texts[0] != head.what:
        owner = texts[0]  # a heading, under which a line is labelled as the role
    elif not head.what and texts and texts[0] != owner:
        head.what = texts[0]
    others = [text for text in texts if text not in (head.what, owner)]
    styled = _by_style(given.get("organisation", ""), owner, record)
    if len(styled) > 1:  # "**Org**, Town"
        head.who, head.where = styled[0], ", ".join(styled[1:])
    else:
        head.who, head.where = place_tail(owner, words, record)
    graded = _LAST_BRACKET.fullmatch(head.what) if words is EDUCATION else None
    if graded and is_honours(graded[2], words, record):
        head.what = graded[1]  # "Degree (with honours)"
        head.remarks.append(graded[2])
    inner = _LAST_BRACKET.fullmatch(head.who)
    if inner and words is EDUCATION and names(words.what, inner[2], record):
        head.who, degree = inner[1], inner[2]  # "School (Master)"
        head.what = ", ".join(part for part in (degree, head.what) if part)
    _clear_owner(head, words, record)
    _place(head, others, words, record)
    return head


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


def _before_honours(text: str, words: Kind, record: Record) -> list[str]:
    """ "School; final grade: good": the school, and the honours behind the semicolon."""
    first, sign, after = text.partition("; ")
    return [first, after] if sign and is_honours(after, words, record) else [text]


def _place_sides(
    head: Head, sides: list[str], metas: list[str], words: Kind, record: Record
) -> None:
    """Say what each part of the head is."""
    parts = [part for part in sides if part]
    if words is EDUCATION:
        parts = with_degree(parts, words, record)
    if len(parts) == 1 and metas:
        parts += _from_metas(parts[0], metas, words, record)
    if len(parts) > 2:
        _place(head, [*parts[2:], *metas], words, record)
        metas = []
        parts = _reordered(parts[:2], head, words, record)
    _place(head, metas, words, record)
    if len(parts) == 1:
        only = parts[0]
        if names(words.what, only, record) or (
            not names(words.who, only, record) and words is EDUCATION
        ):
            head.what = only
        else:
            head.who = only
        return
    first, second = parts[0], parts[1]
    order = order_of(first, second, words, record)
    head.unsure, head.turned = order == 0, order < 0
    head.what, head.who = (first, second) if order >= 0 else (second, first)


def _reordered(parts: list[str], head: Head, words: Kind, record: Record) -> list[str]:
    """With three parts or more, a role in third place belongs before the place."""
    rest = head.where.split(" · ")
    if not any(names(words.what, part, record) for part in parts):
        for index, part in enumerate(rest):
            if names(words.what, part, record):
                place = [parts[1], *rest[:index], *rest[index + 1 :]]
                head.where = " · ".join(place)
                return [parts[0], part]
    return parts


def _from_metas(only: str, metas: list[str], words: Kind, record: Record) -> list[str]:
    """The other side of a title that names one, taken out of the lines under it."""
    if names(words.what, only, record) and not names(words.who, only, record):
        owner, where = place_tail(metas[0], words, record)
        parts = metas[0].split(",")
        if not where and len(parts) == 2 and may_be_place(parts[1].strip(), words, record):
            town = parts[1].strip()
            if len(town.split()) <= 2 and not names(words.who, town, record):
                metas[:1] = [parts[0].strip(), town]  # "Org, Town" under a role
        placed = is_place(metas[0], record) and not names(words.who, metas[0], record)
        if placed and (not where or is_region(where, owner, record)):
            return []
        return [metas.pop(0)]
    for index, meta in enumerate(metas):
        if names(words.what, meta, record):
            return [metas.pop(index)]
    taught = words is EDUCATION and names(words.who, only, record)
    subject = taught and metas and not is_honours(metas[0], words, record)
    if (len(metas) > 1 or subject) and not is_place(metas[0], record):
        return [metas.pop(0)]
    if words is WORK and metas and names(words.who, metas[0], record):
        owner, town = place_tail(metas[0], words, record)
        if not names(words.who, only, record) and not is_place(owner, record):
            metas[:1] = [town] if town else []
            return [owner]
    return []
