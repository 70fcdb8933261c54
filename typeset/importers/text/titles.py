"""Section titles → kinds, from the data. The author's title is always kept beside the kind."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.inline import unlink, wholly
from typeset.importers.text.vocabulary import Vocabulary, key

_MARKS = "■◆●▼▽□◇◎○★☆▶►▷▪•◈※〇❖➤➢✦✧"
_ICONS = "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff"
_DECORATED = re.compile(rf"^[{_MARKS}{_ICONS}\s]+|[{_ICONS}\s]+$")
_FRAMED = re.compile(r"[【〔［《<＜\[](.+)[】〕］》>＞\]]", re.DOTALL)
# A number before a title: "1. Experience", "II) Education", "一、教育经历".
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|[IVX]{1,4}[.)]|[一二三四五六七八九十]{1,2}、)\s*")
_SOLID = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")

# A kind that a compound may name by its head alone ("Clinical Experience", "Technical Skills");
# the other kinds' words are too common ("Field Work", "Personal Profile of a Town").
_BY_HEAD = frozenset({"work", "education", "skills", "projects", "certificates", "publications",
                      "awards", "references", "interests"})  # fmt: skip
_LONGEST = 6


def shown_title(text: str) -> str:
    """A heading as a title: its words, without links, icons, frames and a colon at its end."""
    text = _DECORATED.sub("", unlink(text)[0].strip().rstrip(":：").strip()).strip()
    style, inner = wholly(text)
    if style:
        return shown_title(inner)
    framed = _FRAMED.fullmatch(text)
    return framed[1].strip() if framed and "](" not in text else text


def kind_of(title: str, vocabulary: Vocabulary) -> str:
    """The kind a section title names ("Berufserfahrung" is `work`), or "" for a title unknown."""
    words = vocabulary.joined(_NUMBERED.sub("", title.strip(), count=1))
    if words in vocabulary.sections:
        return vocabulary.sections[words]
    bare = re.sub(r"\s*[(（][^()（）]*[)）]$", "", words).strip()
    if bare != words and bare in vocabulary.sections:  # "Experience (selected)"
        return vocabulary.sections[bare]
    first, dash, _ = re.sub(r"\s+[–—-]\s+", " – ", words).partition(" – ")
    if dash and first in vocabulary.sections:  # "Experience – eleven years"
        return vocabulary.sections[first]
    if words.endswith(tuple(f" {ending}" for ending in vocabulary["makings"])):
        return "projects"  # "Tools I have built"
    if _SOLID.search(words):
        return _solid_kind(words.replace(" ", ""), vocabulary)
    parts = words.split()
    if not 1 < len(parts) <= _LONGEST or "&" in parts:
        return ""
    for head, heads in ((parts[-1], vocabulary.head_last), (parts[0], vocabulary.head_first)):
        kind = vocabulary.sections.get(head, "") if head in heads else ""
        if kind in _BY_HEAD:
            return kind
    return ""


def _solid_kind(title: str, vocabulary: Vocabulary) -> str:
    """A title without spaces between its words, by the longest known title that it ends in."""
    if title in vocabulary.sections:
        return vocabulary.sections[title]
    if len(title) > 12 or re.search(r"[。，,.：:&]", title):
        return ""
    ends = (title[at:] for at in range(1, len(title) - 1))
    return next((vocabulary.sections[end] for end in ends if end in vocabulary.sections), "")


def kinds_of(title: str, vocabulary: Vocabulary) -> list[str]:
    """The kinds of a title that names several ("Experience & Education"), in its order."""
    return list(_kinds_of(title, vocabulary))


@lru_cache(maxsize=4096)
def _kinds_of(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if kind := kind_of(title, vocabulary):
        return (kind,)
    parts = [
        part
        for part in vocabulary.joined(title)
        .replace("/", " & ")
        .replace("・", " & ")
        .replace(",", " & ")
        .split("&")
        if part
    ]
    kinds = [kind_of(part, vocabulary) for part in parts]
    return tuple(dict.fromkeys(kinds)) if len(parts) > 1 and all(kinds) else ()


def is_document_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading names the document ("Lebenslauf") rather than a person or section."""
    parts = [key(part) for part in re.split(r"\s*[/|–—-]\s*", title) if part]
    known = vocabulary["documents"]
    return key(title) in known or (len(parts) > 1 and all(part in known for part in parts))


def is_page_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a first line names an about page ("About me") rather than a person."""
    return key(title) in vocabulary["pages"]
