"""The head of an entry → what, for whom, where, when.

A head is the lines before an entry's texts. The date is taken out first; then the title
line is cut in two, and data (words for roles, degrees, organisations) says which side is which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.importers.text.contacts import is_place
from typeset.importers.text.cuts import (
    EDUCATION,
    KINDS,
    STRONG,
    WORK,
    Kind,
    by_dash,
    comma_parts,
    cut,
    ends_like_role,
    is_region,
    last_comma,
    names,
    order_of,
    place_tail,
)
from typeset.importers.text.dates import DateFound, find_date
from typeset.importers.text.inline import split_top, unlink, unstyle
from typeset.importers.text.record import Record

_EDGES = " \t,;:|·•–—-~/，、：\n"

_EMPTY = re.compile(r"\(\s*[,;·|–—-]?\s*\)|（\s*）|\[\s*\](?!\()|\*{2,}(?=\s|$)")


@dataclass
class Head:
    """An entry's head in parts. `what` is a role, degree or title; `who` the organisation."""

    line: int
    what: str = ""
    who: str = ""
    where: str = ""
    url: str = ""
    date: DateFound | None = None
    date_line: int = 0
    unsure: bool = False
    turned: bool = False
    whole: str = ""
    aside: str = ""
    """What stands in brackets at the end: a grade, a form of contract."""

    def dates(self, record: Record) -> dict[str, str]:
        """The date's values for the profile; from here on its text counts as used."""
        if not self.date:
            return {}
        record.use_date(self.date_line, self.date)
        return self.date.values


def read_head(
    lines: list[tuple[int, str]], kind: str, record: Record, given: dict[str, str] | None = None
) -> Head:
    """Read the (line, Markdown) pairs of a head; `given` says which text is which, as tables do."""
    words = KINDS.get(kind, WORK)
    head = Head(lines[0][0])
    roles: list[str] = []
    left: list[tuple[str, str]] = []
    for line, marked in lines:
        text, target = unlink(unstyle(marked).strip())
        if re.search(r"\s@\s", text):
            record.use_label(line, "@", "joiner_signs")
        head.url = head.url or target
        rest = _full_stop(_take_date(head, line, text, record))
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
    inner = re.search(r"\s*\(([^()]*)\)$", title)
    if inner and head.date and _left_in_brackets(original, inner[1]):
        title, metas = title[: inner.start()].strip(_EDGES), [inner[1].strip(_EDGES), *metas]
    if kind not in KINDS:  # a title of another kind is no pair of role and organisation
        head.whole = re.sub(r"\s*\t\s*", " · ", title)
        head.where = " · ".join(metas)
        return head
    title, *aside = title.split("\t")
    in_brackets = [part for part in aside if re.fullmatch(r"[(（][^()（）]*[)）]", part.strip())]
    head.aside = " ".join(part.strip()[1:-1] for part in in_brackets)
    title = "\t".join([title, *(part for part in aside if part not in in_brackets)])
    where = ""
    if words is EDUCATION:
        title, honours = _without_honours(title, words, record)
        head.aside = " · ".join(part for part in (head.aside, honours) if part)
    sides = _by_style(lines[0][1], title, record) or _at_sign(title, words)
    signed = len(sides) > 1 and sides == _at_sign(title, words)
    if signed:
        head.what, head.who = sides[0], sides[1]
        head.who, where = place_tail(head.who, words, record)
        head.where = where
        _place(head, [*sides[2:], *metas])
        return head
    if len(sides) == 2 and is_place(sides[1], record) and not names(words.what, sides[0], record):
        head.where, sides = sides[1], sides[:1]
    if not sides:
        sides, where = cut(title, words, record)
    if (where and len(metas) > 0) or (where and names(words.who, sides[0], record)):
        head.where = where
    elif where:
        sides = [*sides, where]
    if owner := _owner_below(sides, where, metas, words, record):
        metas.remove(owner)
        head.what, head.who = title, owner
        _place(head, metas)
        return head
    if not any(names(words.what, side, record) and not is_place(side, record) for side in sides):
        named = next((meta for meta in metas if _is_what(meta, words, record)), "")
        if named and len(sides) < 3:  # "Org, City" over a line with the role
            metas.remove(named)
            head.what, head.who = named, sides[0]
            _place(head, [*sides[1:], *metas])
            return head
    if len(sides) == 1 and roles and roles[0] in metas and not names(words.what, title, record):
        metas.remove(roles[0])  # the line of its own under an organisation is what one was there
        head.what, head.who = roles[0], sides[0]
        _place(head, metas)
        return head
    _place_sides(head, sides, metas, words, record)
    if head.what and head.who:
        head.who, town = place_tail(head.who, words, record)
        if dash := re.search(r"\s+[–—-]\s+", head.who):
            first, *more = [part for part in (town, *head.where.split(" · ")) if part] or [""]
            last = ", ".join(part for part in (head.who[dash.end() :], first) if part)
            if is_place(last, record):  # "Org — City, ST"
                head.who, town, head.where = head.who[: dash.start()], last, " · ".join(more)
        head.where = " · ".join(part for part in (town, head.where) if part)
    return head


def _at_sign(title: str, words: Kind) -> list[str]:
    """ "Role @ Org": the sign says which is which, whatever the words."""
    sides = split_top(title, _AT, 1) if words is WORK else []
    if len(sides) != 2:
        return []
    role, owner = split_top(sides[0], STRONG), split_top(sides[1], _AFTER_OWNER)
    return [" · ".join(role), *owner] if len(role) == 1 else []


_AT = re.compile(r"\s+@\s+")
_AFTER_OWNER = re.compile(rf"{STRONG.pattern}|\s+[–—-]\s+")


def _without_honours(title: str, words: Kind, record: Record) -> tuple[str, str]:
    """A degree's title line without the honours it was taken with, and these.

    They follow the date, or a comma: "Degree, School, dates, Second Class Upper".
    """
    first, *after = title.split("\t")
    taken = [part for part in after if _is_honours(part, words, record)]
    ends = comma_parts(first, record)
    if len(ends) > 2 and _is_honours(first[slice(*ends[-1])], words, record):
        taken.insert(0, first[slice(*ends[-1])].strip())
        first = first[: ends[-2][1]].strip()
    return "\t".join([first, *(part for part in after if part not in taken)]), " · ".join(taken)


def _is_honours(text: str, words: Kind, record: Record) -> bool:
    named = record.vocabulary.has("honours", text) or re.fullmatch(
        r"\s*(?:[A-Za-z.]+:?\s*)?\d[.,]\d{1,2}(?:\s*/\s*\d+(?:[.,]\d+)?)?\s*", text
    )
    return bool(named) and not names(words.who, text, record) and not is_place(text, record)


def _owner_below(
    sides: list[str], where: str, metas: list[str], words: Kind, record: Record
) -> str:
    """A line under "Degree, Subject" that names the school, which the title does not."""
    if where or len(sides) != 2 or any(names(words.who, side, record) for side in sides):
        return ""
    if not names(words.what, sides[0], record) or is_place(sides[1], record):
        return ""
    return next((meta for meta in metas if names(words.who, meta, record)), "")


def _place(head: Head, more: list[str]) -> None:
    """Add what is left of a head to its place."""
    head.where = " · ".join(part for part in (head.where, *more) if part)


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
        parts += split_top(_full_stop(_take_date(head, line, text, record)), STRONG)
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
    rest = title[len(inner) :].strip(_EDGES)
    if not names("roles", inner, record) and is_place(rest, record):
        return [inner, rest]
    owner, where = place_tail(rest, WORK, record)
    comma = 0 if where else last_comma(rest, record)
    parts = [rest[:comma], rest[comma + 1 :]] if comma else [owner, where]
    return [inner, *(part.strip() for part in parts if part)] if rest else []


def _by_columns(
    head: Head, texts: list[str], given: dict[str, str], words: Kind, record: Record
) -> Head:
    """A head whose texts come from columns with names."""
    head.what, owner = given.get("role", ""), given.get("organisation", "")
    others = [text for text in texts if text not in (head.what, owner)]
    head.who, head.where = place_tail(owner, words, record)
    _place(head, others)
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


def _take_date(head: Head, line: int, text: str, record: Record) -> str:
    """`text` without its date, which goes to `head` (the first one only)."""
    found = find_date(text, record.vocabulary) if head.date is None else None
    if not found:
        return text.strip().strip("\t")
    head.date, head.date_line = found, line
    rest = text[: found.begin].rstrip() + "\x01" + text[found.finish :].lstrip()
    rest = re.sub(r"[(\[（]\s*\x01\s*[)\]）]", "\x01", rest)
    rest = re.sub(r"([(\[（])\s*\x01[\s,;·|–—-]*", r"\1", rest)
    rest = re.sub(r"[\s,;·|–—-]*\x01\s*([)\]）])", r"\1", rest)
    before, _, after = rest.partition("\x01")
    before, after = before.rstrip(_EDGES), after.lstrip(_EDGES + ".")
    if before and re.match(r"\s*,", text[found.finish :]):  # "Role, dates, Org, City."
        comma = last_comma(after, record)
        after = f"{after[:comma]}\t{after[comma + 1 :]}".rstrip(".") if comma else after
    joint = "\t" if before and after else ""
    return _EMPTY.sub("", before + joint + after).strip(_EDGES)


def _meta_parts(text: str) -> list[str]:
    parts = split_top(text, STRONG)
    return [part for one in parts for part in split_top(one, re.compile(r"\s+(?:–|—|-)\s+"))]


def _place_sides(
    head: Head, sides: list[str], metas: list[str], words: Kind, record: Record
) -> None:
    """Say what each part of the head is."""
    parts = [part for part in sides if part]
    if len(parts) == 1 and metas:
        parts += _from_metas(parts[0], metas, words, record)
    if len(parts) > 2:
        _place(head, [*parts[2:], *metas])
        metas = []
        parts = _reordered(parts[:2], head, words, record)
    _place(head, metas)
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
        if is_place(metas[0], record) and (not where or is_region(where, owner, record)):
            return []
        return [metas.pop(0)]
    for index, meta in enumerate(metas):
        if names(words.what, meta, record):
            return [metas.pop(index)]
    if len(metas) > 1 and not is_place(metas[0], record):
        return [metas.pop(0)]
    return []
