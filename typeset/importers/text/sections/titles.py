"""Section titles → kinds, from the data. The author's title is always kept beside the kind."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.markup.inline import unlink, wholly
from typeset.importers.text.sections.chosen_titles import kind_before_comment, kind_behind_choice
from typeset.importers.text.sections.compound_titles import (
    kind_before_tail,
    kind_by_end,
    kind_by_head,
    words_behind,
)
from typeset.importers.text.sections.said_titles import kind_said
from typeset.importers.text.sections.title_forms import closed_up, in_other_number
from typeset.importers.text.words.folding import unaccented
from typeset.importers.text.words.scripts import CJK, HAN_NUMERALS
from typeset.importers.text.words.vocabulary import Vocabulary, any_of, key

_MARKS = "■◆●▼▽□◇◎○★☆▶►▷▪•◈※〇❖➤➢✦✧"
_ICONS = (
    "\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200b-\u200d\U0001f000-\U0001faff"
)
_DECORATED = re.compile(rf"^[{_MARKS}{_ICONS}\s]+|[{_ICONS}\s]+$")
_FRAMED = re.compile(r"[【〔［《<＜\[]([^<>]+)[】〕］》>＞\]]", re.DOTALL)
# A number or letter before a title: "1. Experience", "II) Education", "C. Skills", "一、教育经历",
# "[02] Experience", "02 / Experience".
_NUMBERED = re.compile(
    r"(?:\\?[\[(（【]\d{1,2}\\?[\])）】]|\d{1,2}(?:[.)]|\s+(?:/{1,2}|[|·•–—])(?=\s))"
    rf"|[IVX]{{1,4}}[.)]|[{HAN_NUMERALS}]{{1,2}}、)\s*|[A-Z][.)]\s+(?=[^\W\d_]{{2}})"
)
_EMOJI = re.compile(r"^(?::[a-z][a-z\d_+-]*:\s*)+")
"""Pictures by their names, as GitHub has them: ":books: Education"."""
# What stands behind a title: "Experience (selected)", "職歴＜現職＞", "Employment 2".
_BESIDE = re.compile(
    r"\s*(?:[(（][^()（）]*[)）]|[<＜〈][^<>＜＞〈〉]*[>＞〉]|\\?\[[^\[\]]*\])\s*[:：]?$|\s\d{1,2}$"
)
_TWO_SCRIPTS = re.compile(
    r"([A-Za-z][A-Za-z &,'’.-]{2,}[A-Za-z])\s*[/|·(（–-]?\s*((?=[^\W\d_])[^\x00-\u024f].*?)[)）]?"
)
"""A title in Latin letters and again in others."""


def shown_title(text: str) -> str:
    """A heading as a title: its words, without links, icons, frames and a colon at its end."""
    text = without_icons(unlink(text)[0].strip().rstrip(":：").strip())
    style, inner = wholly(text)
    if style:
        return shown_title(inner)
    framed = _FRAMED.fullmatch(text)
    return framed[1].strip() if framed and "](" not in text else text


def without_icons(text: str) -> str:
    """A text without the pictures before and behind it."""
    return (text if text.isascii() else _DECORATED.sub("", text)).strip()


def without_number(title: str) -> str:
    """A title without the number or letter that counts it: "B. Practice" is "Practice"."""
    match = _NUMBERED.match(title)
    return title[match.end() :] if match else title


def kind_of(title: str, vocabulary: Vocabulary) -> str:
    """The kind a section title names ("Berufserfahrung" is `work`), or "" for a title unknown."""
    title = without_number(_EMOJI.sub("", title.strip()))
    words = closed_up(key(title), vocabulary.sections) or vocabulary.joined(title)
    if kind := _known_kind(title, words, vocabulary):
        return kind
    words = vocabulary.joined(_BESIDE.sub("", title)) or words
    if kind := _kind_in_other_form(title, words, vocabulary):
        return kind
    # Known word for word, whatever it ends in.
    apart = vocabulary.joined(title) in vocabulary["other_sections"]
    if CJK.search(words):
        return "" if apart else kind_by_end(words, vocabulary)  # "학회 활동"
    return (
        kind_behind_choice(words, vocabulary)
        or kind_before_tail(words, " ", vocabulary)
        or kind_by_head(title, words, vocabulary, apart=apart)
    )


def _known_kind(title: str, words: str, vocabulary: Vocabulary) -> str:
    """The kind of a title known word for word, but for what stands beside it and hyphens."""
    if words in vocabulary.sections:
        return vocabulary.sections[words]
    beside = _BESIDE.search(title)
    if beside and vocabulary.sections.get(vocabulary.joined(beside[0])) == "summary":
        return "summary"  # "Experience (overview)"
    bare = vocabulary.joined(_BESIDE.sub("", title))
    forms = (bare, words.replace("-", ""), words.replace("-", " "))
    return next((vocabulary.sections[form] for form in forms if form in vocabulary.sections), "")


def _kind_in_other_form(title: str, words: str, vocabulary: Vocabulary) -> str:
    """The kind of a known title in another number, before a comment, in a sentence, said twice."""
    if other := in_other_number(words, vocabulary):
        return vocabulary.sections[other]
    if kind := kind_before_comment(_BESIDE.sub("", title), vocabulary):
        return kind
    if words.endswith(words_behind(vocabulary, "makings", " ")):
        return "projects"  # "Tools I have built"
    if said := kind_said(title, vocabulary):
        return said
    if twice := _TWO_SCRIPTS.fullmatch(title.strip()):  # "Career Objective 求職目標"
        again = vocabulary.sections.get(vocabulary.joined(twice[2]), "")
        # A compound may end in a title: "Web-デザイナー（フリーランス）".
        return kind_of(twice[1], vocabulary) or again
    return ""


def kinds_of(title: str, vocabulary: Vocabulary) -> list[str]:
    """The kinds of a title that names several ("Experience & Education"), in its order."""
    return list(_kinds_of(title, vocabulary))


@lru_cache(maxsize=4096)
def _kinds_of(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    if joint := _joined_kinds(title, vocabulary):
        return joint
    if kind := kind_of(title, vocabulary):
        return (kind,)
    parts = [part for part in _JOINTS.split(vocabulary.joined(title)) if part.strip()]
    if known := vocabulary.sections.get(" & ".join(part.strip() for part in parts)):
        return (known,)  # "School, apprenticeship"
    if "," in title:  # "Studies in Art, University of Ulm" is no title but an entry
        kinds = [vocabulary.sections.get(part.strip(), "") for part in parts]
    else:
        kinds = [kind_of(part, vocabulary) for part in parts]
        sizes = [len(part.split()) for part in parts]
        alone = len(parts) == 2 and sizes[0] <= _LONGEST_CHOICE and sizes[1] > 1
        if alone and not kinds[0] and kinds[1] in ("work", "skills"):
            return (kinds[1],)  # "Commercial & Sales Experience": both say of what kind it is
        for beside in ("memberships", "training"):  # who allows it, what one was taught for it
            others = [
                kind
                for part, kind in zip(parts, kinds, strict=True)
                if part.strip() not in vocabulary[beside]
            ]
            if len(others) < len(parts) and set(others) == {"certificates"}:
                return ("certificates",)  # "Licences & Memberships", "Training & Licences"
    if len(parts) > 1 and all(kinds):
        return tuple(dict.fromkeys(kinds))
    joined = kind_of(_TIGHT_SLASH.sub("-", title), vocabulary) if "/" in title else ""
    return (joined,) if joined else ()


_JOINTS = re.compile("[&/／・,、]")
"""What stands between titles in one, where their words for "and" are `&`."""
_LONGEST_CHOICE = 2
_TIGHT_SLASH = re.compile(r"(?<=\w)/(?=\w)")
"""A slash within what says of which kind it is: "Web/Mobile Projects"."""


def _joined_kinds(title: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The kinds of two known titles, where "and" is no word of its own: "技能與語言".

    Chinese and Japanese set no spaces; in Arabic and Hebrew it is the next word's first letter.
    """
    match = _two_titles(vocabulary).fullmatch(key(title))
    if not match or match[0] in vocabulary.sections:
        return ()
    kinds = [vocabulary.sections.get(part, "") for part in match.groups() if part]
    return tuple(dict.fromkeys(kinds)) if all(kinds) else ()


def joins_titles(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title is known ones, joined by "and" and commas: "Awards and Interests"."""
    parts = [part.strip() for part in _JOINTS.split(vocabulary.joined(title)) if part.strip()]
    apart = len(parts) > 1 and all(part in vocabulary.sections for part in parts)
    return apart or bool(_joined_kinds(title, vocabulary))


_LETTER = re.compile("[\u0590-\u06ff]")
"""One of Arabic or Hebrew."""


@lru_cache(maxsize=64)
def _two_titles(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Two titles with a word for "and" between them, or one letter at the second's beginning."""
    letters = "".join(sorted(word for word in vocabulary["and"] if _LETTER.fullmatch(word)))
    return re.compile(
        f"([\u3040-\u9fff]{{2,6}}?)(?:{any_of(vocabulary, 'and')}|、)([\u3040-\u9fff]{{2,6}})"
        f"|([\u0590-\u06ff ]{{3,}}?) [{letters}]([\u0590-\u06ff ]{{3,}})"
    )


def kinds_in(title: str, vocabulary: Vocabulary) -> list[str]:
    """The kinds of the known ones among titles joined in one: "Certificates / Driving"."""
    parts = [part.strip() for part in re.split(r"[&/／・、]", vocabulary.joined(title))]
    if not 1 < len(parts) <= _MOST_JOINED or not all(
        0 < len(part.split()) <= _LONGEST_JOINED for part in parts
    ):
        return []
    return list(dict.fromkeys(kind for part in parts if (kind := kind_of(part, vocabulary))))


_MOST_JOINED = 4
_LONGEST_JOINED = 3


def without_remark(title: str) -> str:
    """A title without the parenthesis or number behind it."""
    return _BESIDE.sub("", title)


def is_own_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a title of many words is known by all of them, or by what it says of oneself.

    "Esperienze (poche ma vere)", "What I can do"; of a compound only the head is known.
    """
    bare = without_remark(title)
    words = vocabulary.joined(bare)
    known = words in vocabulary.sections or kind_behind_choice(words, vocabulary)
    return bool(known or kind_said(bare, vocabulary))


def is_document_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading names the document ("Lebenslauf") rather than a person or section.

    Its year may stand behind it: "Resume 2024", "Currículo em 2019".
    """
    title = _OF_YEAR.sub("", title)
    parts = [key(part) for part in re.split(r"\s*[/|–—-]\s*", title) if part]
    known = vocabulary["documents"]
    if (
        key(title) in known
        or closed_up(key(title), known)
        or unaccented(key(title)) in known
        or (len(parts) > 1 and all(part in known for part in parts))
    ):
        return True
    words = key(title).split()
    for at in range(max(_SHORTEST_OPEN, len(words) - _LONGEST_TAIL), len(words)):
        if words[at] in vocabulary.small_words and " ".join(words[:at]) in known:
            return True  # "Application for employment at sea"
    slug = re.fullmatch(r"[a-z\d]+(?:[-_.][a-z\d]+)+", title)  # a repository's name: "my-cv"
    return bool(slug) and any(part in known for part in re.split(r"[-_.]", title))


_SHORTEST_OPEN = 3
"""Words of a document's title behind which more may say what for."""
_LONGEST_TAIL = 4
_OF_YEAR = re.compile(r"(?<=\w)(?:\s+[^\W\d_]{2})?[\s,(–—-]+(?:19|20)\d\d\)?$")


def is_page_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a first line names an about page ("About me") rather than a person."""
    return key(title) in vocabulary["pages"]
