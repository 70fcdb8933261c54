"""Section titles → kinds, from the data. The author's title is always kept beside the kind."""

from __future__ import annotations

from typeset.importers.vocabulary import Vocabulary, key

# A kind that a compound may name by its head alone ("Clinical Experience", "Technical Skills");
# the other kinds' words are too common ("Field Work", "Personal Profile of a Town").
_BY_HEAD = frozenset({"work", "education", "skills", "projects", "certificates", "publications",
                      "awards", "references", "interests"})  # fmt: skip
_LONGEST = 6


def kind_of(title: str, vocabulary: Vocabulary) -> str:
    """The kind a section title names ("Berufserfahrung" is `work`), or "" for a title unknown."""
    words = vocabulary.joined(title)
    if words in vocabulary.sections:
        return vocabulary.sections[words]
    parts = words.split()
    if not 1 < len(parts) <= _LONGEST or "&" in parts:
        return ""
    for head, heads in ((parts[-1], vocabulary.head_last), (parts[0], vocabulary.head_first)):
        kind = vocabulary.sections.get(head, "") if head in heads else ""
        if kind in _BY_HEAD:
            return kind
    return ""


def kinds_of(title: str, vocabulary: Vocabulary) -> list[str]:
    """The kinds of a title that names several ("Experience & Education"), in its order."""
    if kind := kind_of(title, vocabulary):
        return [kind]
    parts = [part for part in vocabulary.joined(title).replace("/", " & ").split("&") if part]
    kinds = [kind_of(part, vocabulary) for part in parts]
    return list(dict.fromkeys(kinds)) if len(parts) > 1 and all(kinds) else []


def is_document_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a heading names the document ("Lebenslauf") rather than a person or section."""
    return key(title) in vocabulary["documents"]


def is_page_title(title: str, vocabulary: Vocabulary) -> bool:
    """Whether a first line names an about page ("About me") rather than a person."""
    return key(title) in vocabulary["pages"]
