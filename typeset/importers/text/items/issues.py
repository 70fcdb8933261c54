"""Volume, issue and pages behind the name of where a publication appeared."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key

_TOKEN = re.compile(r"[^\s,;]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_YEARS = re.compile(r"\W*(?:19|20)\d\d(?:\W+(?:19|20)?\d\d)?\W*|['’‘]\d\d\W*")
_BRACKETED_YEAR = re.compile(r"\((?:19|20)\d\d\)")
_ROMAN = re.compile(r"[IVXLC]{2,7}")
_ARTICLE = re.compile(r"[a-z]{1,5}\d{2,}\.?")
"""What journals without pages call an article."""
_MOST_PARTS = 12
"""Volume, issue, pages and the words before each of them."""
_NUMBERED_PAGES = re.compile(r"\d\W+\d|[(（/]")


def cut_issue(venue: str, cited: bool, record: Record) -> tuple[str, str]:
    """The name of a journal or house, and volume, issue and pages that end the text.

    "*Journal of Moss*, 12(3), 44–59"; "Ash Press, 212 pages"; "*Reed Review*, no. 4, pp. 2–9". A
    number alone may be of the name ("Channel 4"), but for one behind italics or behind authors
    (`cited`).
    """
    tokens = list(_TOKEN.finditer(venue))
    words = [token[0] for token in tokens]
    first = len(tokens)
    while first > max(1, len(tokens) - _MOST_PARTS) and _is_part(words, first - 1, record):
        first -= 1
    numbers = sum(_is_number(word, record) for word in words[first:])
    if not numbers or (first == len(tokens) - 1 and not _is_told(venue, tokens[first], cited)):
        return venue, ""
    name, issue = venue[: tokens[first].start()].rstrip(" ,;:."), venue[tokens[first].start() :]
    if not re.search(r"[^\W\d_]{2}", name) or name.count("(") > name.count(")"):
        return venue, ""
    if name.count("*") % 2:  # "*Journal of Moss, 12*(3), 44–59"
        name, issue = f"{name}*", f"*{issue}"
    return name, issue.strip(" ,;:")


def _is_told(venue: str, token: re.Match[str], cited: bool) -> bool:
    """Whether one number is none of the name's: behind a comma, italics or authors, or of pages."""
    before = venue[: token.start()].rstrip()
    apart = before.endswith((",", ";", ":", "*", "，", "»", "》", "』"))
    return apart or cited or bool(_NUMBERED_PAGES.search(token[0]))


def _is_number(token: str, record: Record) -> bool:
    """Whether a part is a number, perhaps with its word: "12(3)", "44–59", "pp.4", "第3号"."""
    plain = unstyle(token).strip("*")
    if not re.search(r"\d", plain) or _YEARS.fullmatch(plain):
        return False
    letters = _LETTERS.findall(plain)
    return all(len(one) == 1 or _is_label(one, record) for one in letters)


def _is_part(words: list[str], at: int, record: Record) -> bool:
    """Whether a word is a number, or stands right beside one that it tells of."""
    if _is_number(words[at], record):
        return True
    if at and _BRACKETED_YEAR.fullmatch(words[at]):  # "112, 3 (2020), 450–462": told again
        return _is_number(words[at - 1], record)
    behind = words[at + 1 : at + 3]
    if at and _ARTICLE.fullmatch(words[at]) and _is_number(words[at - 1], record):
        return True  # "*Moss Ecology* 95: fiz021"
    if _ROMAN.fullmatch(words[at]) and behind and _is_number(behind[0], record):
        return True  # "*Moss Letters*, XXII, 1–13"
    beside = [*words[at - 1 : at], *behind[:1]] if _is_label(words[at], record) else []
    if len(behind) > 1 and _is_label(f"{words[at]} {behind[0]}", record):
        beside = behind[1:]  # "working paper 41"
    return any(_is_number(word, record) for word in beside)


def _is_label(text: str, record: Record) -> bool:
    """Whether words stand beside numbers of volumes and pages: "vol.", "S.", "№".

    A capital alone is a part of a journal's name: "Annals of Moss B 12".
    """
    if len(text) == 1 and text.isupper() and text.isascii():
        return False
    words = record.vocabulary["issues"]
    return text.strip(".:()") in _SIGNS or not words.isdisjoint(
        (key(text), key(text.replace(".", "")))
    )


_SIGNS = ("№", "#", "–", "-", "&")
