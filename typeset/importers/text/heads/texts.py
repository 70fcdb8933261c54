"""The texts that a head's lines hold once links, addresses and the date are taken out."""

from __future__ import annotations

import re

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.forms import without_address
from typeset.importers.text.heads.parts import Head, take_date, with_terms
from typeset.importers.text.heads.words import Kind, names
from typeset.importers.text.markup.inline import masked, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.vocabulary import key


def take_texts(
    head: Head, lines: list[tuple[int, str]], words: Kind, record: Record
) -> tuple[list[tuple[str, str]], list[str]]:
    """(text, the same with its date) of each line that holds more, and the texts that are roles."""
    left: list[tuple[str, str]] = []
    roles: list[str] = []
    dates = [is_only_date(unlink(unstyle(text))[0], record.vocabulary) for _, text in lines]
    dated_by = dates.index(next(filter(None, dates))) if any(dates) else -1
    for at, (line, marked) in enumerate(lines):
        text = _take_address(head, line, marked, at > 0, record)
        text = text if at else _parted_at_name(marked, text, words, record)
        before = head.date
        taken = take_date(head, line, text, record) if dated_by in (-1, at) else text
        rest = _without_stop_behind_place(without_full_stop(taken.strip().strip("\t")), record)
        if head.date is not before:
            rest = with_terms(head, text, rest, bool(left), words, record)
        begin = head.date.begin if head.date and head.date is not before else 0
        held = _ROLE_COLON.fullmatch(text[:begin])
        rest = held[1] if held and rest.rstrip(":") == held[1] else rest
        if left and (held or _names_role(marked, rest, record)):
            roles.append(rest)
        if rest:
            left.append((rest, text))
    return left, roles


def with_single_dashes(lines: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines of a head with a dash where two hyphens stand for it: "**Role** -- Leeds"."""
    return [(line, _with_dashes(text) if "--" in text else text) for line, text in lines]


def _with_dashes(text: str) -> str:
    """A text with its dashes; hyphens in brackets and links stay as they are."""
    for match in reversed([*_HYPHENS.finditer(masked(text))]):
        text = f"{text[: match.start()]}–{text[match.end() :]}"
    return text


_HYPHENS = re.compile(r"(?<=\s)-{2,3}(?=\s)")


def _take_address(head: Head, line: int, marked: str, below: bool, record: Record) -> str:
    """The text of a line without its address, which goes to `head`; `below` is under a title."""
    plain = _without_page(head, line, _without_pointer(head, unstyle(marked).strip()), record)
    text, target = unlink(plain)
    named = marked.strip().startswith("**") and _DOMAIN.fullmatch(text)
    text = _without_label_of(text, target) if below and target and not named else text
    text = _parted_by_style(marked, text, below, record)
    if re.search(r"\s@\s", text):
        record.use_label(line, "@", "joiner_signs")
    text, address = without_address(text)
    head.url = head.url or ("" if target.startswith("#") else target) or address
    if address and address not in head.url:
        head.remarks.append(f"<{address}>")  # "[Org](https://…) | <https://…>": two pages
    label = text.rstrip(":： ")
    if below and address and record.vocabulary.column(label) == "url":
        record.use_label(line, label, "labels.url")  # "Project link: https://…"
        return ""
    return text


def _without_pointer(head: Head, marked: str) -> str:
    """A line without the link that points on, beside an address: "https://… | [More »](/more)"."""
    pointer = _POINTER.search(marked)
    if not pointer or not without_address(unlink(marked[: pointer.start()])[0])[1]:
        return marked
    head.remarks.append(pointer[1])
    return marked[: pointer.start()]


_POINTER = re.compile(r"\s*(?:[|·•–—-]\s*|\t)(\[[^\[\]]+[»›>→➔➜]\]\([^\s()]+\))$")
"""A link in a column of its own whose words end in an arrow."""


def _without_page(head: Head, line: int, marked: str, record: Record) -> str:
    """A line without the link to a page at its end that says it is one: "Moss Inn [website](…)"."""
    match = _PAGE.search(marked) if marked.endswith((")", "]", ">")) else None
    label = re.sub(r"^\W+|\W+$", "", match["shown"]) if match else ""
    if not match or head.url or not match.start() or "](" in marked[: match.start()]:
        return marked
    if not (list_ := points_on(label, record)):
        return marked
    record.use_label(line, label, list_)
    head.url = match["page"]
    return marked[: match.start()].rstrip()


def points_on(text: str, record: Record) -> str:
    """The list of words that say no more than that they are a link ("code", "Live demo"), or ""."""
    words = record.vocabulary
    labels = words.labels.get("url", frozenset())
    return "labels.url" if key(text) in labels else "pointers" * (key(text) in words["pointers"])


_PAGE = re.compile(
    r"\s*[|·•–—-]?\s*(?P<open>\(|\\?\[)?\[(?P<shown>[^\[\]]{2,40})\]\((?P<page>\S+?)\)(?(open)\\?[)\]])$"
)


def _parted_by_style(marked: str, text: str, below: bool, record: Record) -> str:
    """`text` without pictures, with a tab behind what only its style sets apart."""
    text = _PICTURES.sub("", text) or text
    if begun := _OPEN_FIRST.match(marked):
        text = f"{begun[2]}\t{text.removeprefix(begun[2]).lstrip()}"
    if below and (owned := _OWNER_FIRST.fullmatch(marked)) and is_place(owned[2], record):
        text = f"{owned[1]}\t{owned[2]}"  # "*Org,* Town, Country"
    return text


def _parted_at_name(marked: str, text: str, words: Kind, record: Record) -> str:
    """`text` with a tab before a name that only its style sets apart: "Nurse **Hill Clinic**, Ely".

    What stands before it says what one was, and goes on in no other words behind the name.
    """
    styled = "*" in marked or marked.count("](") == 1
    found = _NAME_WITHIN.match(marked) if styled and "\t" not in text else None
    if not found or not text.startswith(found["before"]):
        return text
    before, name = found["before"], unlink(found["name"] or found["linked"])[0]
    last = key(before.split()[-1])
    joined = last in record.vocabulary.small_words | record.vocabulary["joiners"]
    told = names(words.what, before, record) and not names(words.what, name, record)
    owned = not record.vocabulary["genitives"].isdisjoint(before.casefold().split())
    owned = found["style"] == "*" and owned  # "Présidente du cercle *Ar Vro*": in italics, a name
    told = told and not (joined or owned)
    return f"{before}\t{text.removeprefix(before).lstrip()}" if told else text


_NAME_WITHIN = re.compile(
    r"(?P<before>[^\W\d_][^*\[\]|]*[^\W_]\)?)\s+"
    r"(?:(?P<style>\*{1,3})(?P<name>\[?[^\W\d_a-z][^*]+)(?P=style)|"
    r"\[(?P<linked>[^\W\d_a-z][^\[\]*]+)\]\([^\s()]+\))"
    r"(?=\s*(?:$|[,;|(\t`*]|[–—-]\s))"
)
_PICTURES = re.compile(r"^[\u2600-\u27bf\u2b50\ufe0f\u200d\U0001f000-\U0001faff]+\s*")
_OPEN_FIRST = re.compile(r"\s*(\*{1,3}|`)([^*`]*\d\s?[–—-])\1\s*(?=\*{0,3}[^\W\d_])")
"""A period that goes on, set apart by its style alone: "**2017 –** Role, Org"."""
_OWNER_FIRST = re.compile(r"\*([^*]+?),?\*,?\s+([^*]+)")
_ROLE_COLON = re.compile(r"([^,:：]{3,60}?)\s*[:：]\s*")  # "Product design: 2017 – 2018"


def _without_label_of(text: str, target: str) -> str:
    """A line without what is no more than the address that its link leads to."""
    if _is_address(text, target):
        return ""
    before, sign, last = text.rpartition(" | ")
    return before if sign and _is_address(last, target) else text


def _is_address(text: str, target: str) -> bool:
    """Whether the text of a link is no more than the address that it leads to."""
    if not target:
        return False
    first, second = (_SCHEME.sub("", one).strip("/ ").casefold() for one in (text, target))
    return first == second


_DOMAIN = re.compile(r"(?!www\.)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
"""An address that is a name too, which its style says: "**[Ohm.example](http://ohm.example)**"."""
_SCHEME = re.compile(r"(?:https?://)?(?:www\.)?")


def _names_role(marked: str, rest: str, record: Record) -> bool:
    """Whether a line under the title is set apart from its date, and no place: `*Role*, 2019`."""
    if not rest or is_place(rest, record) or "," in rest or "\t" in rest:
        return False
    emphasis = re.match(r"\*{1,3}([^*]+)\*{1,3}", marked.strip())
    return unstyle(marked).strip() == rest or bool(emphasis and emphasis[1].strip() == rest)


def _without_stop_behind_place(text: str, record: Record) -> str:
    """A head without the full stop behind its place, in a column of its own: "Leeds, UK."."""
    last = text.rpartition("\t")[2]
    stopped = last.endswith(".") and last.count(".") == 1 and len(last) > _SHORTEST_PLACE
    return text[:-1] if stopped and is_place(last[:-1], record) else text


_SHORTEST_PLACE = 4
"""Shorter ones end in the point of an abbreviation: "Va."."""


def without_full_stop(text: str) -> str:
    """A head without the full stop that ends it.

    That of an abbreviation stays, and of a sentence behind a name and a sign.
    """
    _, tab, last = text.rpartition("\t")
    told = bool(tab) and _IN_SMALL_LETTERS.match(last)
    return text[:-1] if _FULL_STOP.search(text) and not told else text


_IN_SMALL_LETTERS = re.compile(r"\S+ (?:[a-zà-ÿ]\S* ){2,}\S")


_FULL_STOP = re.compile(r"(?:\)|[a-zà-ÿ]{4,}|[A-ZÀ-Þ]{5,})\.$|[。；]$")
