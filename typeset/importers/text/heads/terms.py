"""What stands beside a head and is no part of it: a contract's terms, a remark in a column."""

from __future__ import annotations

import re
from functools import cache

from typeset.importers.text.header.contacts import is_place
from typeset.importers.text.heads.cuts import STRONG
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.heads.place_tails import is_unit, place_tail
from typeset.importers.text.heads.words import EDUCATION, WORK, Kind, names, names_owner
from typeset.importers.text.markup.inline import masked, split_top, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import is_only_date
from typeset.importers.text.words.scripts import COMMA, SPACED_DASH
from typeset.importers.text.words.vocabulary import key


def is_beside_date(text: str, whole: str, record: Record) -> bool:
    """Whether what a line holds beside its date is one bracket, and no place."""
    return bool(_IN_BRACKETS.fullmatch(text)) and text != whole and not is_place(text, record)


_IN_BRACKETS = re.compile(r"\([^()]+\)")


def without_terms(text: str, title: str, head: Head, words: Kind, record: Record) -> list[str]:
    """The parts of a line under a title; the terms of a contract beside others are a remark."""
    whole = words is WORK and _is_post(text, title, record)
    meta = [text] if whole else _meta_parts(text)
    parts = [one for part in meta for one in _beside_place(part, record)]
    terms = [part for part in parts if is_terms(part, record)]
    if not terms or (len(terms) == len(parts) and key(text) in record.vocabulary["contracts"]):
        return parts
    head.remarks += terms
    return [part for part in parts if part not in terms]


def without_terms_between(
    lines: list[tuple[int, str]], record: Record
) -> tuple[list[tuple[int, str]], list[str]]:
    """The lines of a head without the terms of a contract that one sign sets among its parts.

    "Role | Org | Contract | Leeds", "Role – part-time – Org". What says that one worked for
    oneself is whose the role was, but where there are four parts: "Role, Org, Freelance, Leeds".
    """
    found: list[tuple[int, str]] = []
    terms: list[str] = []
    for number, text in lines:
        for sign in _SIGNS:
            text, told = _without_terms_at(sign, text, record)
            terms += told
        found.append((number, text))
    return found, terms


def _without_terms_at(sign: re.Pattern[str], text: str, record: Record) -> tuple[str, list[str]]:
    """A line without the first terms among the parts of a sign, and these."""
    cuts = [cut.span() for cut in sign.finditer(masked(text))]
    begins = [0, *(end for _, end in cuts)]
    ends = [*(begin for begin, _ in cuts), len(text)]
    parts = [text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    bare = [unstyle(part).strip("* ") for part in parts]
    count = sum(not is_only_date(part, record.vocabulary) for part in bare) if cuts else 0
    own = record.vocabulary["own_account"] if count == _FEWEST_PARTS else frozenset()
    told = (at for at, one in enumerate(bare) if is_terms(one, record) and key(one) not in own)
    at = next(told, 0) if count >= _FEWEST_PARTS else 0
    if not at:
        return text, []
    style = re.sub(r"[^*]", "", parts[at])  # what ends the style of the whole line
    kept = text[: ends[at - 1]] + (style if len(style) <= _LONGEST_STYLE else "")
    return kept + text[ends[at] :], [bare[at]]


_LONGEST_STYLE = 3
_FEWEST_PARTS = 3
_SIGNS = (re.compile(r"\s*[|｜·•]\s*"), SPACED_DASH, re.compile(r",\s+"))


def take_terms_beside_place(head: Head, record: Record) -> None:
    """Put the terms of a contract that share a bracket with the place among the remarks."""
    head.where, *terms = _beside_place(head.where, record)
    head.remarks += terms


def _beside_place(text: str, record: Record) -> list[str]:
    """A place, and the terms that commas set beside it: "Contract, Remote"; else the text alone."""
    parts = split_top(text, COMMA) if "," in text else []
    terms = [part for part in parts if is_terms(part, record)]
    where = ", ".join(part for part in parts if part not in terms)
    return [where, *terms] if terms and is_place(where, record) else [text]


def _is_post(text: str, title: str, record: Record) -> bool:
    """Whether a line is a role and where in the house: "Clerk – Wages" under "Moss Ltd, Leeds".

    The employer has its town then, or what stands behind the dash is called a unit.
    """
    post = _POST.fullmatch(text)
    if not post or not names("roles", post[1], record) or names("roles", title, record):
        return False
    told = is_place(post[2], record) or names_owner(post[2], record) or is_terms(post[2], record)
    return not told and bool(is_unit(post[2], record) or place_tail(title, WORK, record)[1])


_POST = re.compile(r"([^\t|·–—]+?)\s[–—-]\s([^\W\d_a-zà-ÿ][^\t|·,–—-]*)")


def is_terms(text: str, record: Record) -> bool:
    """Whether a text is the terms of a contract, one or several: "CDI temps plein"."""
    terms = record.vocabulary["contracts"]
    if key(text) in terms:
        return True
    words = [key(word) for word in text.split()]
    known = _words_of(terms)
    left = [word for word in words if word not in known]
    if len(left) * 2 >= len(words):
        return False
    told = any(f" {term} " in f" {' '.join(words)} " for term in terms)
    return told and all(word in record.vocabulary.small_words for word in left)


@cache
def _words_of(terms: frozenset[str]) -> frozenset[str]:
    return frozenset(word for term in terms for word in term.split())


def _meta_parts(text: str) -> list[str]:
    parts = split_top(text, STRONG)
    return [part for one in parts for part in split_top(one, re.compile(r"\s+(?:–|—|-)\s+"))]


def without_brackets(head: Head, title: str) -> str:
    """The title without the columns that are all bracket, which go to the head's remarks."""
    title, *aside = title.split("\t")
    in_brackets = [part for part in aside if re.fullmatch(r"[(（][^()（）]*[)）]", part.strip())]
    head.remarks += [part.strip()[1:-1] for part in in_brackets]
    return "\t".join([title, *(part for part in aside if part not in in_brackets)])


def without_proof(head: Head, title: str, record: Record) -> str:
    """The title of a degree without the column that says how it ended: "Mill course | diploma".

    In a small letter it is no degree's name; it goes to the head's remarks.
    """
    dotted = _DOTTED_PROOF.fullmatch(title)
    known = record.vocabulary["proofs"]
    if dotted and key(dotted[2]) in known:
        title = f"{dotted[1]}\t{dotted[2]}"
    first, *others = title.split("\t")
    proofs = [one for one in others if _PROOF.match(one) and key(_PROOF.sub(r"\1", one)) in known]
    head.remarks += [one.strip() for one in proofs]
    return "\t".join([first, *(one for one in others if one not in proofs)])


_DOTTED_PROOF = re.compile(r"(.*\S)\s+[|·•]\s+([^\W\d_]+)", re.DOTALL)
_PROOF = re.compile(r"\s*([^\W\d_A-Z][^()]*?)\s*(?:\([^()]*\))?\s*$")
"""What begins in a small letter, perhaps with a bracket behind it: "certificate (renewed 2019)"."""


def without_aside(head: Head, title: str, words: Kind, record: Record) -> str:
    """The title without what is behind its date in small letters.

    Behind a degree and its school that is a remark, behind other titles a text of many words.
    """
    before, _, aside = title.partition("\t")
    told = names(words.what, before, record) and names(words.who, before, record)
    told = told and words is EDUCATION and bool(re.fullmatch(r"[^\W\d_A-Z][^\t,]*", aside))
    said = words is WORK and head.date is not None and _is_said(aside)
    if not told and not said:
        return title
    head.remarks.append(aside)  # "School – Degree – 2019 – 2021 – evenings"
    return before


def _is_said(text: str) -> bool:
    """Whether a text tells what was done by its length, and by how few capitals it has."""
    later = text.split()[1:]
    large = sum(word[:1].isupper() for word in later)
    return len(later) >= _FEWEST_SAID and large * 4 < len(later) and not re.search(r"[\t|·]", text)


_FEWEST_SAID = 8
