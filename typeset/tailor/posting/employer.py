"""What a posting says plainly of the job: the role, and whose it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from typeset.tailor.posting.cutting import SEXES, Word, clauses
from typeset.tailor.posting.language import Language
from typeset.tailor.posting.zones import bare_title, label_of, title_of

_MOST_WORDS = 10
"""Of a role; what is longer is a sentence."""


@dataclass(frozen=True, slots=True)
class Job:
    """The role and the organisation as the posting has them; empty where it does not say."""

    role: str = ""
    organisation: str = ""


def job_of(posting: str, known: Language) -> Job:
    """The role and the organisation, each by its label, the role else by the title."""
    lines = posting.split("\n")
    found: dict[str, str] = {}
    for line in lines:
        name, value = label_of(line, known)
        if name in ("role", "organisation") and len(value.split()) <= _MOST_WORDS:
            found.setdefault(name, value)
    title = title_of(lines, known)
    if "role" not in found and title >= 0:
        found["role"] = bare_title(lines[title])
    role = SEXES.sub("", found.get("role", "")).strip(" -–—|,*")
    if len(role.split()) > _MOST_WORDS:
        role = ""
    return Job(role, found.get("organisation", "").strip(" *"))


def without_employer(posting: str, known: Language) -> str:
    """The posting without its employer's name: no term, however often it is said."""
    full = {job_of(posting, known).organisation}
    for line in posting.split("\n"):
        for clause in clauses(line, known):
            for index, word in enumerate(clause):
                if word.text in known.legal:
                    full.add(" ".join(one.text for one in _capitals(clause[:index])))
    names = {re.sub(_legal(known), "", name).strip(" ,.&") for name in full} | full
    names |= {first for name in names if (first := _own_word(name, posting))}
    longest_first = sorted(filter(None, names), key=lambda name: (-len(name), name))
    if not longest_first:
        return posting
    pattern = "|".join(map(re.escape, longest_first))
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", ";", posting)


def _capitals(words: list[Word]) -> list[Word]:
    """The words with a capital at the end of `words`."""
    start = len(words)
    while start and len(words) - start < _MOST_WORDS and words[start - 1].text[0].isupper():
        start -= 1
    return words[start:]


def _legal(known: Language) -> str:
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(known.legal)))})\.?$"


def _own_word(name: str, posting: str) -> str:
    """The first word of a name, where the posting has it as a name only."""
    first = name.split()[0] if name else ""
    common = re.search(rf"(?<!\w){re.escape(first.lower())}(?!\w)", posting)
    return "" if common or len(first) < 4 else first
