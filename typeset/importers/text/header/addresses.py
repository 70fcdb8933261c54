"""E-mail, telephone and web addresses, by their looks."""

from __future__ import annotations

import re

from typeset.importers.text.markup.inline import unescape
from typeset.importers.text.words.vocabulary import key, vocabulary

EMAIL = re.compile(r"(?:[\w.+%'-]{1,64}|\*{2,32})@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


PHONE = re.compile(
    r"(?:\+|00|\(\+\d{1,3}\)\s?)?[\d(][\d\s().\-–/]{5,24}\d(?:\s*(?:x|ext\.?|#)\s*\d{1,6})?", re.I
)


URL = re.compile(
    r"(?:https?://|www\.)[^\s<>|]+|(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,12}(?:/[^\s<>|]*)?", re.I
)


_AT = r"\s*(?:[\[({<]\s*(?:at|ät|arroba|@)\s*[\])}>]|\s(?:at|arroba)\s)\s*"


_DOT = r"\s*(?:[\[({<]\s*(?:dot|punkt|point|punto|\.)\s*[\])}>]|\s(?:dot|punkt|punto)\s|\.)\s*"


_WRITTEN = re.compile(
    rf"(?P<user>[\w+-]+(?:(?:{_DOT})[\w+-]+)*)(?:{_AT})(?P<host>[\w-]+(?:(?:{_DOT})[\w-]+)+)", re.I
)


_LONGEST_ADDRESS = 100
_HAS_AT = re.compile(r"[\[({<&@]|\s(?:at|arroba)\s", re.IGNORECASE)
_PURPOSE = re.compile(r"\s+\([^\W\d_](?:[^()\d]|(?<!\d)\d{1,2}(?!\d)){0,30}\)$")
"""What a number is for, or when it is answered: "(evenings)", "(after 18:30)"."""


_MASKED = re.compile(r"(?<![^\W\d_])(?:x{2,}|X{2,}|\*{2,}|•{2,}|(?<=\d)(?:x+|X+|\*+))(?![^\W\d_])")


def written_email(text: str) -> str:
    """The address that a text spells out against robots ("ann at example dot org"), or ""."""
    if len(text) >= _LONGEST_ADDRESS or not _HAS_AT.search(text):
        return ""
    match = _WRITTEN.fullmatch(unescape(text).strip())
    if not match or EMAIL.fullmatch(text):
        return ""
    user, host = (re.sub(_DOT, ".", part, flags=re.I) for part in (match["user"], match["host"]))
    address = f"{user}@{host}"
    sure = re.search(r"[\[({<]", text) or host.rpartition(".")[2].lower() in vocabulary()["domains"]
    return address if sure and EMAIL.fullmatch(address) else ""


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number (7 to 15 digits; no two dates, no postal code).

    What it is for may stand behind it: "07700 900 118 (evenings)". Digits may be masked:
    "(555) XXX-XXXX", "0774 *** ***".
    """
    text = _PURPOSE.sub("", text) if "(" in text else text
    text = _MASKED.sub(lambda masked: "0" * len(masked[0]), text) if _MASKED.search(text) else text
    return (
        bool(PHONE.fullmatch(text))
        and 7 <= sum(character.isdigit() for character in text) <= 15
        and not _SPAN.fullmatch(text)
        and not re.fullmatch(r"\d{4,5}-\d{3}|\d{5}-\d{4}", text)
        and not re.fullmatch(r"\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d\d-\d\d", text)
    )


_YEAR, _MONTH, _DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"\d{1,2}"
_WHEN = (
    rf"(?:{_YEAR}|{_MONTH}[./-]{_YEAR}|{_YEAR}[./-]{_MONTH}(?:[./-]{_DAY})?"
    rf"|{_DAY}[./-]{_DAY}[./-]{_YEAR})"
)
_SPAN = re.compile(rf"{_WHEN}\s*[-–/]\s*{_WHEN}")
"""From one date to another, in digits: "2016 – 2019", "2016/12-2019/03", "04/2019 - 11.2021"."""


def is_url(text: str) -> bool:
    """Whether a text is a web address (a bare domain needs a known ending or a path)."""
    host, _, path = re.sub(r"^https?://", "", text, flags=re.I).partition("/")
    if not URL.fullmatch(text) or "@" in host or ".." in text:
        return False
    ending = host.rpartition(".")[2].lower()
    counted = _SHORT_OF_NUMBER.fullmatch(host)
    degrees = vocabulary()["degrees"]  # "B.Com"
    return (
        text.lower().startswith(("http", "www."))
        or bool(path)
        or (ending in vocabulary()["domains"] and not (counted or key(text) in degrees))
    )


PAGE = r"(?:https?://|www\.|(?:[a-z\d-]{1,63}\.){1,4}[a-z]{2,12}/)[^\s<>()|\[\]]*[\w/=~-]"
"""An address in a text, as `is_page` proves it: with its scheme, or small letters and a path."""


def is_page(text: str) -> bool:
    """Whether what `PAGE` found is an address: "moss.org/lamp", and not "node.js/express"."""
    host = text.partition("/")[0]
    known = host.rpartition(".")[2] in vocabulary()["domains"]
    return known or text.startswith(("http", "www."))


def is_page_alone(text: str) -> bool:
    """Whether a text is an address and no more."""
    return bool(_PAGE_ALONE.fullmatch(text)) and is_page(text)


_PAGE_ALONE = re.compile(PAGE)


_SHORT_OF_NUMBER = re.compile(r"[^\W\d_]{1,3}\.(?:No|Nr)")
"""What stands before a number, and is called as a country's sites are: "H.No. 221"."""


def is_same_page(shown: str, address: str) -> bool:
    """Whether two addresses differ by no more than the scheme, "www." and a slash at the end."""

    def bare(text: str) -> str:
        shown = re.sub("[\u200b\u2060]", "", text.lower())  # signs without width
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", shown).rstrip("/")

    return bare(shown) == bare(address)


def around_phone(text: str) -> list[str]:
    """A few words cut around the telephone's number in them: "0163… Moss End, Ayr"."""
    match = _PHONE_ALONE.search(text)
    if not match or len(text.split()) > _MOST_WORDS or re.search("[:：]", text):
        parts = [text]
    else:
        parts = [text[: match.start()], match[0], text[match.end() :]]
    return [one for part in parts if (one := part.strip(" ,;"))]


_PHONE_ALONE = re.compile(rf"(?<!\S)(?:{PHONE.pattern})(?=[\s,;]|$)", re.IGNORECASE)
_MOST_WORDS = 9
