"""To whom a letter is written: name, title, organisation and address, from a few lines."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

from typeset.importers.text.header.contact_pieces import is_contact_line
from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.words import is_role
from typeset.importers.text.letters.addressees import (
    addressing,
    begins_address,
    ends_as_unit,
    is_delivery,
    is_department,
    is_office,
    is_part,
    is_person,
    is_unit,
    solid_person,
)
from typeset.importers.text.letters.greeting import greets_crew, is_greeted
from typeset.importers.text.markup.inline import split_top, unlink, unstyle
from typeset.importers.text.placeholders import blank_words
from typeset.importers.text.record import Record
from typeset.importers.text.sections.page_owners import is_person as is_owner
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key

Numbered = tuple[int, str]


def read_recipient(lines: list[Numbered], greeting: str, record: Record) -> dict[str, Any]:
    """Name, title, organisation and address of the lines of a recipient."""
    texts = [unlink(unstyle(text))[0].strip().rstrip(",") for _, text in lines]
    texts = [part for text in texts if text for part in _at_signs(text, record)]
    texts = [part for text in texts for part in solid_person(text, record)]
    commas = texts[0].count(",") if len(texts) == 1 else 0
    first, _, behind = texts[0].partition(",") if commas else ("", "", "")
    if commas == 1 and is_office(first, record) and not addressing(first, record)[0]:
        return {"name": first.strip(), "organisation": behind.strip()}
    listed = commas > 1 or (bool(first) and _stands_for_firm(first, greeting, record))
    if listed:
        texts = [part.strip() for part in texts[0].split(",")]
    texts = _with_label_lines(texts, record)
    texts, whole = [_without_towards(text, record) for text in texts], texts
    attended = {text for text, before in zip(texts, whole, strict=True) if text != before}
    if len(texts) > 1 and key(texts[0]) in record.vocabulary["towards"]:
        if texts[0].isalpha():  # "לכבוד", "An": a label; "Spett.le" is a part of the name
            record.use_label(0, texts.pop(0), "towards")
        else:
            texts[:2] = [f"{texts[0]} {texts[1]}"]
    if len(texts) > 1 and _is_courtesy(texts[0], record) and not is_contact_line(texts[1]):
        texts[:2] = [f"{texts[0]} {texts[1]}"]
    sent = [text for text in texts if is_delivery(text, record)]  # they begin no address
    begins = (i for i, text in enumerate(texts) if begins_address(text, i, record))
    address_at = next((i for i in begins if texts[i] not in sent), len(texts))
    below = [text for text in texts[address_at:] if text in attended]  # "Attn …" under the town
    head = [*texts[:address_at], *below]
    address = [text for text in texts[address_at:] if text not in below]
    sent = [text for text in sent if text in head]
    head = [text for text in head if text not in sent]
    blanks = _blanks(head, record)
    head = [text for text in head if text not in blanks.values()]
    at = -1 if "name" in blanks else _person(head, attended, greeting, record)
    found = blanks | (_named(head[at], record, alone=len(head) == 1) if at >= 0 else {})
    parts = [text for i, text in enumerate(head) if i != at and _is_department(text, record)]
    before = [text for text in head[: max(at, 0)] if text not in parts]
    after = [text for text in head[at + 1 :] if text not in parts]
    towns = [text for text in after[1:] if is_place(text, record)]
    after = [text for text in after if text not in towns]
    left = _titles_and_firm(before, after, found, record)
    if "organisation" not in found and (left or parts):
        rest = left or parts
        firm = next((i for i, text in enumerate(rest) if not is_part(text, record)), 0)
        found["organisation"] = ", ".join(rest) if listed else rest.pop(firm)
        if listed:
            rest.clear()
    if "organisation" in found:
        found["organisation"], town = _firm_and_town(found["organisation"], record)
        towns += [town] if town else []
    result: dict[str, Any] = dict(found)
    if rest := [*sent, *parts, *left, *towns, *address]:
        result["address"] = rest
    return result


def _is_department(text: str, record: Record) -> bool:
    """Whether a line is a department by its words, and no post: "People & Culture Manager"."""
    return is_department(text, record) and is_part(text, record)


def _with_label_lines(texts: list[str], record: Record) -> list[str]:
    """The lines, with one that only says whose attention is asked, and the one below, as one."""
    for at in range(len(texts) - 2, -1, -1):
        if " " in texts[at] and key(texts[at]) in record.vocabulary["attention"]:
            texts = [*texts[:at], f"{texts[at]} {texts[at + 1]}", *texts[at + 2 :]]
    return texts


def _is_courtesy(text: str, record: Record) -> bool:
    """Whether a line is only how the person under it is addressed: "Herrn", "Exmo. Senhor"."""
    known = record.vocabulary["honorifics"] | record.vocabulary["salutations"]
    return len(text.split()) <= _TWO and all(key(word) in known for word in text.split())


def _at_signs(text: str, record: Record) -> list[str]:
    """A line as two, where a sign parts a post or a part of the firm: "Moss School — HR team"."""
    parts = split_top(text, _SIGN)
    told = any(
        test(part.strip("[]<>{}"), record)
        for part in parts[1:]
        for test in (is_department, is_office, is_role)
    )
    return parts if told and len(parts) == _TWO and not re.search(r"\d", text) else [text]


_SIGN = re.compile(r"\s+[–—|·•]\s+")
_TWO = 2


def _firm_and_town(text: str, record: Record) -> tuple[str, str]:
    """An organisation and the town behind its comma: "Moss Bakery, Leeds"."""
    firm, comma, town = text.rpartition(", ")
    told = comma and is_place(town, record) and not record.vocabulary.has("organisations", town)
    return (firm, town) if told else (text, "")


def _stands_for_firm(first: str, greeting: str, record: Record) -> bool:
    """Whether what stands before a comma is greeted, or a part of what follows: "HR, Moss Ltd"."""
    office = is_office(first, record) or is_department(first, record)
    return office or is_greeted(first, greeting)


def _blanks(head: list[str], record: Record) -> dict[str, str]:
    """The lines to be filled in that say themselves what they are: "[Company]", "[Your Name]".

    A part of the organisation is meant only where no line is the whole: "[Department]".
    """
    found: dict[str, str] = {}
    for text in sorted(head, key=lambda text: ends_as_unit(text.strip("[]<>{}"), record)):
        words = blank_words(text)
        firm = any(record.vocabulary.column(word) == "organisation" for word in words)
        named = any(record.vocabulary.label(word) == "name" for word in words)
        post = any(record.vocabulary.column(word) == "role" for word in words)
        if firm or named or post:
            found.setdefault("organisation" if firm else "name" if named else "title", text)
    return found


def _person(head: list[str], attended: set[str], greeting: str, record: Record) -> int:
    """Which line names the person: by their title or the words before it, or as greeted; -1."""
    people = [
        i
        for i, text in enumerate(head)
        if text in attended or (is_person(text, "", record) and not is_office(text, record))
    ]
    # "Bay Ridge Museum" begins as a person does in Turkish ("Bay", Mr).
    titled = [
        i
        for i in people
        if not record.vocabulary.has("organisations", _before_post(head[i], record))
    ]
    firms = [i for i in people if i not in titled and len(head[i].split()) == _TITLE_AND_NAME]
    greeted = [
        i
        for i, text in enumerate(head)
        if is_greeted(text, greeting)
        and not greets_crew(greeting, record)
        and not record.vocabulary.has("organisations", _before_post(text, record))
    ]
    if not (titled or greeted) and _is_over_post(head, record):
        return 0
    offices = [i for i, text in enumerate(head) if is_office(text.partition(",")[0], record)]
    if offices[:1] == [0] and len(head) > 1:  # it stands for a person; the firm below is greeted
        greeted = []
    return next(chain(titled, greeted, offices, firms), -1)


def _is_over_post(head: list[str], record: Record) -> bool:
    """Whether the first line is a name over a post and a firm, beside the post, or over a firm."""
    name, _, beside = head[0].partition(", ") if head else ("", "", "")
    if not name or not is_owner(name) or record.vocabulary.has("organisations", name):
        return False
    if is_role(name, record) or is_department(name, record) or is_unit(name, record):
        return False
    post, firm = (beside, head[1:2]) if beside else ("".join(head[1:2]), head[2:3])
    if not beside and record.vocabulary.has("organisations", post) and not is_unit(post, record):
        return True
    held = is_role(post, record) or is_office(post, record)
    return held and any(not is_department(one, record) for one in firm)


_TITLE_AND_NAME = 2


def _before_post(text: str, record: Record) -> str:
    """A line without the post or firm behind a comma, which may name where it is held."""
    name, _, post = text.partition(",")
    held = is_role(post, record) or record.vocabulary.has("organisations", post)
    legal = key(post.strip()) in record.vocabulary["suffixes"]  # "Moss Bakery, Inc."
    return name if post and held and not legal else text


def _titles_and_firm(
    before: list[str], after: list[str], found: dict[str, str], record: Record
) -> list[str]:
    """Find title and firm in the lines around a person; the lines left, the firm perhaps first."""
    words = record.vocabulary
    for text in before:  # some countries write the firm first
        post = words.has("roles", text.split()[0])  # "Директору школы № 5"
        alone = len(before) == 1 and not after and not post
        firm = (
            alone
            or "title" in found
            or (words.has("organisations", text) and not post)
            or not is_role(text, record)
        )
        name = "organisation" if firm and "organisation" not in found else "title"
        if name in found or (name == "title" and is_part(text, record)):
            after = [text, *after]
        else:
            found[name] = text
    at = next((i for i, text in enumerate(after) if not is_part(text, record)), 0)
    if at and is_role(after[at], record):  # a part of the firm over the post
        after = [after[at], *after[:at], *after[at + 1 :]]
    if after and "title" not in found:
        named = "name" in found
        firm = words.has("organisations", after[0]) or bool(_NAMED.search(after[0]))
        named_person = named and key(found["name"]) not in record.vocabulary["offices"]
        unsaid = named_person and len(after) > 1 and "organisation" not in found and not firm
        unsaid = unsaid and not is_unit(after[0], record)
        post = is_role(after[0], record) and not _is_firm(after[0], record)
        post = post and not is_part(after[0], record)
        if (post and (named or len(after) > 1)) or unsaid:
            found["title"] = after[0]
            after = after[1:]
    return after


_NAMED = re.compile(rf"{CJK.pattern}|«.+»|[„“”\"].+[“”\"]")
"""What stands in an organisation's name and in no post: "Crèche « Les Lutins »"."""


def _is_firm(text: str, record: Record) -> bool:
    """Whether a line is an organisation by the word it begins or ends with: "Pilots' Guild"."""
    first, *_, last = text.split() if " " in text else (text, text)
    words = record.vocabulary
    named = words.has("organisations", last) or words.has("organisations", first)
    return named and not words.has("roles", first)


def _without_towards(text: str, record: Record) -> str:
    """A line without "To the" or "For the attention of", which say what the key says."""
    name, phrase = addressing(text, record)
    if not name:
        return text
    record.use_label(0, phrase, name)
    return " ".join(text.split()[len(phrase.split()) :])


def _named(text: str, record: Record, *, alone: bool) -> dict[str, str]:
    """A person's name, and their title behind a comma: "Ms Ann Roy, Head Gardener".

    Where the firm has a line of its own, what follows someone's title and name is a post.
    """
    said = re.sub("[，、]", ",", text)
    name, comma, title = (part.strip() for part in said.partition(","))
    known = record.vocabulary
    if (beside := _BESIDE.fullmatch(text)) and is_role(beside[2] or beside[3], record):
        return {"name": beside[1], "title": beside[2] or beside[3]}
    if not comma or (len(name.split()) < _TITLE_AND_NAME and not is_person(name, "", record)):
        return {"name": text}
    if is_role(title, record):
        return {"name": name, "title": title}
    if known.has("organisations", title) or (
        is_office(name, record) and not is_unit(title, record)
    ):
        return {"name": name, "organisation": title}
    post = re.search(r"[^\W\d_]{5}", title) and not is_place(title, record)
    honoured = key(name.split()[0]) in known["honorifics"] and not alone
    return {"name": name, "title": title} if post and honoured else {"name": text}


_BESIDE = re.compile(r"([^()]+?)(?:\s+-\s+([^()]+)|\s+\(([^()]+)\))")
"""A name, and a post behind a dash or in brackets: "Ms Ann Roy (Head Gardener)"."""
