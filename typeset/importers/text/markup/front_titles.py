"""What a title in front matter is: the page's, a name, a calling, or what a letter is about."""

from __future__ import annotations

import re
from dataclasses import replace

from typeset.importers.text.letters.start import begins_application
from typeset.importers.text.markup.front_fields import Field
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import is_document_title, without_remark
from typeset.importers.text.words.vocabulary import key

_BESIDE_NAME = re.compile(r"\s+[–—|-]\s+")


def is_named_below(title: str, lines: list[str]) -> bool:
    """Whether a document begins with the name that its title does: "Ann Bell - Cook - Resume"."""
    name, *others = _BESIDE_NAME.split(title)
    first = next((line for line in lines if line.strip()), "")
    return bool(others) and key(first) == key(name)


def without_name(one: Field, name: str) -> Field:
    """A field without the name that another gives: "Ann Bell - Cook" beside "author: Ann Bell"."""
    before, *behind = _BESIDE_NAME.split(one.value, maxsplit=1)
    if name and behind and name in (key(before), key(behind[0])):
        return replace(one, value=behind[0] if key(before) == name else before)
    return one


def is_page_title(one: Field, kinds: list[str], record: Record) -> bool:
    """Whether a headline is the page's: it ends as a document's title, or names a letter."""
    words = record.vocabulary
    ended = key(one.value.split()[-1]) in words["documents"] and "name" in kinds
    letter = key(without_remark(one.value)) in words["letters"]
    return letter or (ended and not is_document_title(one.value, words))


def kind_of_title(one: Field, kinds: list[str], letter: bool, record: Record) -> str:
    """What a headline is: the person's name or calling, a letter's subject; "" for the document."""
    if is_document_title(one.value, record.vocabulary):
        return ""
    kind = "label"
    name = _BESIDE_NAME.split(one.value)[0]  # "Ann Bell - Head Cook"
    words = name.split()
    if "name" not in kinds and len(words) <= 4 and not record.vocabulary.has("roles", name):
        capitals = all(not word[0].isalpha() or not word.islower() for word in words)
        kind = "name" if capitals else ""
    if kind == "label" and letter and begins_application(one.value, record):
        return kind if "subject" in kinds else "subject"
    return kind
