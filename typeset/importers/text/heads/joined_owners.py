"""A role and its organisation joined by a word: "Foreman for Calder Steelworks (Halifax)"."""

from __future__ import annotations

import re
from itertools import pairwise

from typeset.importers.text.header.addresses import is_url
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import last_comma
from typeset.importers.text.heads.words import ends_like_role, names
from typeset.importers.text.markup.inline import LINK, masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import any_of, key

_IN_BRACKETS = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]", re.DOTALL)
_SEPARATOR = re.compile(r"\t|\s[–—-]{1,3}\s|[|·•:：@/]\s")
_MOST_WORDS = 3


def linked_owner(
    marked: str, title: str, metas: list[str], record: Record
) -> tuple[str, str, list[str]] | None:
    """The role, the organisation that alone is a link behind it, and what follows them.

    "Engineer, [Moss Labs](https://…) | Lima, Perú": no town that follows is the organisation.
    A word may join them: "Ingénieure à [Moss Labs](https://…) – Paris". A name that stands
    alone, and is a link, is an organisation without a role.
    """
    if not metas and _is_linked_name(marked, title, record):
        return "", title, metas
    links = list(LINK.finditer(marked))
    row = row_of_links(marked)
    name = unlink(unstyle(links[0][0]))[0].strip() if len(links) == 1 else _shown(row)
    before, found, after = title.partition(name) if name else ("", "", "")
    joiners = any_of(record.vocabulary, "joiners")
    role = re.fullmatch(r"(.+?)\s*(?:[,:：|·\t]|\s[–—-])\s*", before) or (
        re.fullmatch(rf"(.+?)\s+(?P<joiner>{joiners})\s*", before) if joiners else None
    )
    follows = re.match(r"\s*(?:[,|·(\t]|[–—-]\s|$)", after)
    if not found or not role or not follows or re.search(r"[|·\t]", role[1]):
        return None
    joiner = role.groupdict().get("joiner") or ""
    sure = key(joiner) in record.vocabulary["sure_joiners"]  # "Contract at [Moss Labs](…)"
    held = names("roles", role[1], record) or ends_like_role(role[1], record)
    held = held or (sure and len(role[1].split()) <= _MOST_WORDS)
    if not held or names("roles", name, record) or is_place(name, record):
        return None
    if joiner:
        record.use_label(0, joiner, "joiners")
    behind = _LETTERS_BEHIND.match(after)
    contract = behind and key(behind[1]) in record.vocabulary["contracts"]
    if (
        behind and not contract and not is_place(behind[1], record)
    ):  # "[Moss Labs](https://…) (MLX) – Ely"
        name, row = f"{row or name} ({behind[1]})", ""
        after = f" {after[behind.end() :]}"
    within = re.fullmatch(r"\s*\(([^()]*)\)\s*", after)
    if within and names("units", within[1], record) and not is_place(within[1], record):
        return role[1], f"{name} ({within[1]})", metas  # "[Moss Labs](https://…) (Salt Unit)"
    rest = within[1] if within else after
    parts = [part.strip(" ,") for part in re.split(r"\s*[|·\t]\s*|\s+[–—-]\s+", rest)]
    return role[1], row or name, [part for part in [*parts, *metas] if part]


_LETTERS_BEHIND = re.compile(r"\s*\(([A-Z]{3,})\)\s*(?=$|[,|·\t]|[–—-]\s)")


def linked_school(marked: str, title: str, record: Record) -> tuple[str, str, str] | None:
    """A degree, the school that a row of links behind it names, and what follows this.

    "BSc in Botany, [Institute of Plants](https://…), [Moss University](https://…), Leeds".
    """
    row = row_of_links(marked)
    before, found, after = title.partition(_shown(row)) if row else ("", "", "")
    taught = before.rstrip(" ,:|·–—-")
    parted = before != taught and (not after or after[0] in " ,(|")
    told = names("schools", found, record) or names("degrees", taught, record)
    if not found or not taught or not parted or not told:
        return None
    return taught, row, after.strip(" ,()|·–—-")


def row_of_links(marked: str) -> str:
    """The links of a text that has several, where nothing but commas stands between them; or ""."""
    links = list(LINK.finditer(marked))
    between = [marked[a.end() : b.start()] for a, b in pairwise(links)]
    row = bool(between) and all(_BETWEEN.fullmatch(text) for text in between)
    return marked[links[0].start() : links[-1].end()] if row else ""


_BETWEEN = re.compile(r"[*_]*,[*_]*\s+[*_]*")


def _shown(row: str) -> str:
    """What a reader sees of a row of links."""
    return LINK.sub(lambda link: unlink(link[0])[0], unstyle(row))


def take_page_behind_place(head: Head) -> None:
    """The owner's page behind the town, where the head has no other: "Leeds, moss.example"."""
    town, comma, page = head.where.rpartition(", ")
    if comma and head.url in ("", page) and is_url(page):
        head.where, head.url = town, page


def page_of_owner(lines: list[tuple[int, str]], owner: str) -> str:
    """The page of an organisation whose name is one of several links in a head; "" for others.

    "[Baker](https://…) at [Moss Inn](https://…)": that of the role is not the entry's.
    """
    linked = "\n".join(text for _, text in lines if "](" in text)
    links = [(match[1], match[2]) for match in LINK.finditer(linked)] if owner else []
    named = (target for text, target in links if unstyle(text).strip() == owner)
    return next(named, "") if len(links) > 1 else ""


def _is_linked_name(marked: str, title: str, record: Record) -> bool:
    """Whether a title is a link and no more, and names no role: whose page it leads to."""
    links = list(LINK.finditer(marked))
    alone = len(links) == 1 and unlink(unstyle(links[0][0]))[0].strip() == title
    named = alone and title[:1].isupper() and not is_place(title, record)
    return named and not _is_role(title, record)


def for_whom(title: str, metas: list[str], record: Record) -> list[str]:
    """The role, the organisation and the place in brackets of such a title; none for others.

    "Engineer for Embedded Systems" says what for: the organisation needs a word of its own, or
    its place behind it.
    """
    bracket = _IN_BRACKETS.fullmatch(title)
    where = bracket[2].strip() if bracket and may_be_town(bracket[2], record) else ""
    text = bracket[1] if bracket and where else title
    joiners = any_of(record.vocabulary, "joiners")
    if not joiners or last_comma(text, record) or _SEPARATOR.search(masked(text)):
        return []
    if not all(is_place(meta, record) and may_be_town(meta, record) for meta in metas):
        return []
    found = [
        match
        for match in re.finditer(
            rf"\s+({joiners})\s+(?=(?:\w{{1,4}}\s)?[^\W\d_a-zà-ÿ])", masked(text)
        )
        if _is_role(text[: match.start()], record)
    ]
    if not found or any(key(one[1]) in record.vocabulary["sure_joiners"] for one in found):
        return []
    match = found[0]
    role, owner = text[: match.start()].strip(), text[match.end() :].strip()
    if is_place(owner, record) or names("roles", owner, record):
        return []
    if not (where or metas or names("organisations", owner, record)):
        return []
    record.use_label(0, match[1], "joiners")
    return [role, owner, where]


def whose(title: str, record: Record) -> tuple[str, str] | None:
    """A role and what it is held in, behind an article in the genitive: "Segretaria del Comune …".

    The organisation is a name: a word for one begins it, and others in capitals follow ("du
    cercle celtique Ar Gouel"). With another behind a comma it is what the role is about.
    """
    joiners = any_of(record.vocabulary, "genitives")
    found = (
        re.finditer(rf"\s+({joiners})(?:(?<=')|\s+)(?={_NAMED})", masked(title)) if joiners else ()
    )
    for match in found:
        role, owner = title[: match.start()].strip(), title[match.end() :].strip()
        first, *others = re.split(r"[\s,]+", owner)
        if "," in role or not _is_role(role, record) or names("organisations", role, record):
            return None
        told = names("organisations", first, record) and not names("roles", first, record)
        told = told and not names("units", first, record)
        behind = owner.partition(",")[2]
        if told and others and not names("organisations", behind, record):
            record.use_label(0, match[1], "genitives")
            return role, owner
    return None


_NAMED = r"(?:[^\W\d_]+\s){0,2}[^\W\d_a-zà-ÿ]"
"""A name, perhaps behind what it is in small letters: "Moss Inn", "club nautique Moss"."""


def may_be_town(text: str, record: Record) -> bool:
    """Whether a bracket behind an organisation is a place: a known one, or one name or two."""
    text = text.strip()
    if names("organisations", text, record) or CJK.search(text):
        return is_place(text, record) and not names("organisations", text, record)
    if is_place(text, record):
        return True
    parts = [part.split() for part in text.split(",")]
    told = ("roles", "units", "levels", "degrees", "schools")
    return (
        all(0 < len(words) <= _MOST_WORDS for words in parts)
        and all(re.fullmatch(r"[^\W\d_a-zà-ÿ][\w'’-]*", words[0]) for words in parts)
        and not re.search(r"\d|[A-Z]{2}|[a-z][A-Z]|[+&/]|-\s", text)
        and not any(names(list_, text, record) for list_ in told)
    )


def _is_role(text: str, record: Record) -> bool:
    last = text.split()[-1] if text.split() else ""
    return names("roles", text, record) or ends_like_role(last, record)
