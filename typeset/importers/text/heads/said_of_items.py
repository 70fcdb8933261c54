"""What is said of a short item beside its name: its state, a remark, a sentence behind it."""

from __future__ import annotations

import re

from typeset.importers.text.heads.words import names
from typeset.importers.text.markup.inline import unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key

_LEAD = re.compile(r"\*\*([^*]{3,80}?)\s*(?::\*\*|\*\*\s*:)\s+(\S.*)", re.DOTALL)
_PLAIN_LEAD = re.compile(
    r"((?:[^\W\d_a-zà-ÿ][^\s:.]*\s?){2,5}):\s+([^\W\d_a-zà-ÿ]\S*(?:\s\S+){5,}\.)", re.DOTALL
)
_DASHED = re.compile(r"\*\*([^*]{3,80}?)\*\*\s+[–—-]\s+(\S.*)", re.DOTALL)
_SENTENCE = re.compile(r"(.+?[^\W\d_]{4}[)”\"]?\*{0,2})\.\s+([^\W\d_a-zà-ÿ].*\.)", re.DOTALL)
_SAID = re.compile(r"(.+?\b(?:19|20)\d\d\)?)[.:]\s+([^\W\d_a-zà-ÿ].*)", re.DOTALL)
_SHORTEST_SENTENCE = 4


def split_said(text: str) -> tuple[str, str]:
    """An item, and the sentence that its bold name or its date is followed by; "" for none."""
    dashed = _DASHED.fullmatch(text)
    if dashed and _says(dashed[2]):
        return dashed[1], dashed[2]
    match = (
        _LEAD.fullmatch(text)
        or _PLAIN_LEAD.fullmatch(text)
        or _SAID.fullmatch(text)
        or _SENTENCE.fullmatch(text)
    )
    long = match is not None and len(match[2].split()) >= _SHORTEST_SENTENCE
    return (match[1], match[2]) if match and long and match[2][-1] in ".!" else (text, "")


def _says(text: str) -> bool:
    """Whether words behind a bold name say more of it, and are no name themselves."""
    words = re.findall(r"[^\W\d_]{3,}", unstyle(text))
    capital = sum(not word[0].islower() for word in words)
    return len(words) >= _SHORTEST_SENTENCE and capital * 2 < len(words)


def is_state(text: str, record: Record) -> bool:
    """Whether a bracket tells how far something is, or how often: "8 of 9 completed", "yearly"."""
    words = record.vocabulary
    state = key(text) in words["present"] | words["expected"] | words["recurring"]
    counted = text[:1].isdigit() and len(text.split()) > 2 and not find_date(text, words)
    said = len(text.split()) == _STATE_WORDS and text == text.lower() and not re.search(r"\d", text)
    return state or counted or said  # "renewed yearly"


_STATE_WORDS = 2


def is_remark(text: str) -> bool:
    """Whether what stands behind a comma says more of the item: "no. 4711", "3 days"."""
    numbered = re.fullmatch(r"\w+\.?\s(?:\d{1,2}|[IVX]+)", text)  # "class 2"
    lasting = re.fullmatch(r"\d{1,4}(?: [^\W\d_]{1,12}|[hj])\.?", text)
    small = text[:1].islower() and not numbered
    return bool(lasting or _NUMBER.fullmatch(text)) or is_amount(text) or small


def is_amount(text: str) -> bool:
    """Whether a text is a sum of money: "£1.2m", "EUR 900"."""
    return bool(_AMOUNT.fullmatch(text))


_AMOUNT = re.compile(
    r"(?:(?:[A-Z]{1,3}?[$€£¥₹]|[$€£¥₹]|[A-Z]{3} )\s?\d[\d.,  ]*[kKmM]?|\d[\d.,  ]*\s?[$€£¥₹])"
    r"(?:\s(?:a|per|par|pro|por) [^\W\d]+| p\. ?[am]\.)?"
)
_NUMBER = re.compile(
    r"(?:[^\W\d_]{2,14}\.?\s)?(?:[№#]|N(?:o\b|r\b|[º°])\.?)\s?[\w/.-]*\d[\w/.-]*"
    r"|[^\W\d_][a-zà-ÿ]+[.:]?\s#?(?:[A-Z]{1,4}-?\d{3}|\d{5})[\w/-]*"
    r"|(?=(?:\D*\d){6})(?!(?:19|20)\d\d\b)[A-Z]{0,3}[ .-]?\d[\d /.-]*[A-Z]?"
)
"""The number of a paper: "No. E-4711", "Licence RN471"; of six digits and more, "SW 471100-1"."""


def is_deed(text: str, record: Record) -> bool:
    """Whether a text says what was done, in small letters: "Led five cooks, ending the wait"."""
    words = unlink(unstyle(text))[0].split()
    small = all(word[:1].islower() for word in words[1:_FEWEST_SMALL])
    return small and len(words) >= _SHORTEST_DEED and not names("prizes", text, record)


_FEWEST_SMALL = 3
_SHORTEST_DEED = 6
