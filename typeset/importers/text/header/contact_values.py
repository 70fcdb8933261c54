"""What a piece of a contact line can only be: an address, a number, a page; and its label."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.header.addresses import EMAIL, is_phone, is_url, written_email
from typeset.importers.text.markup.inline import LINK, unescape, unlink, unstyle
from typeset.importers.text.words.vocabulary import vocabulary

LABELLED = re.compile(r"([^:：\[\]@\d]{1,40}?)\s*[:：]\s*(?!//)(.+)", re.DOTALL)
ICON = re.compile(r"^[^\w\s〒+(（\[<*@\"“'\\&>#%=~°×÷±‰$£€¥]+\s*")
HAS_SIGN = re.compile(r"[\d@.:<&{\[(]|\b(?:dot|punkt|point|punto)\b", re.IGNORECASE)
"""A text without any of these holds no address and no number: most lines are told by it."""


@lru_cache(maxsize=4096)
def is_certain(piece: str) -> str:
    """The kind of a piece that can be nothing else: an e-mail, a phone, a page."""
    if not HAS_SIGN.search(piece):
        return ""
    text, target = unlink(unstyle(piece))
    text = unescape(ICON.sub("", text.strip())).strip()
    if (
        target.startswith("mailto:")
        or EMAIL.fullmatch(target)
        or EMAIL.fullmatch(text)
        or written_email(text)
    ):
        return "email"
    if target.startswith("tel:") or is_phone(text):
        return "phone"
    return "url" if is_url(text) or (target and not in_sentence(piece)) else ""


_MOST_BESIDE = 4


def in_sentence(piece: str) -> bool:
    """Whether more words stand around a link than introduce one: "You can also read my [blog]"."""
    beside = LINK.sub("", piece) if "](" in piece else ""
    role = bool(beside) and vocabulary().has("roles", beside)  # "Cook at [The Anchor](https://…)"
    return role or len(re.findall(r"[^\W\d_]+", beside)) > _MOST_BESIDE


ADDRESS_BESIDE = re.compile(r"([^\W\d_][^:@()<>]{1,30}?)\s+[(<]?(https?://[^\s()<>]+)[)>]?")
"""A page's name with its address, nothing but a space or bracket between: "GitHub (https://…)"."""


def values_of(piece: str) -> list[str]:
    """A piece, and without its label."""
    plain = unstyle(piece)
    label = LABELLED.fullmatch(plain)
    if label:
        return [plain, label[2]]
    if beside := ADDRESS_BESIDE.fullmatch(plain):
        return [plain, beside[2]]
    first, _, rest = bare_label(plain)  # "Tel 01632 960001", "Email ann@example.org"
    reached = is_phone(rest) or bool(EMAIL.fullmatch(rest))
    told = reached and vocabulary().label(first) in ("phone", "email", "location")
    return [plain, rest] if told else [plain]


def bare_label(text: str) -> tuple[str, str, str]:
    """A text's first word, the bracket that says which, and the rest: "Tel", "(home)", "0163…"."""
    match = _WHICH.match(text)
    if match:
        return match[1], match[2], text[match.end() :]
    first, _, rest = text.partition(" ")
    return first, "", rest


_WHICH = re.compile(r"([^\W\d_]\S*) (\([^\W\d_][^()\d@]{0,15}\)) ")
