"""Lists of skills → groups: labelled bullets, bullets over others, bare bullets, sentences."""

from __future__ import annotations

from typeset.importers.text.markup.blocks import Block, List, ListItem
from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.skills.levels import Group, is_level, levelled, shown_label
from typeset.importers.text.skills.words import (
    BOLD_LABEL,
    PLAIN_LABEL,
    SENTENCE,
    dash_label,
    labelled_group,
    split_keywords,
)
from typeset.importers.text.words.vocabulary import SOLID


def list_groups(block: List, record: Record) -> list[Group] | None:
    """Labelled bullets, each a group; or bare bullets, together one group."""
    if told := _told(block) or _clauses(block, record):
        return told
    groups: list[Group] = []
    for item in block.items:
        text = item.text
        below = [word for inner in item.blocks[1:] for word in inner_words(inner)]
        match = BOLD_LABEL.match(text)
        labelled = bool(match and (match[2] or match[1].rstrip().endswith((":", "："))))
        plain = PLAIN_LABEL.fullmatch(text) or dash_label(text)
        if not _is_plain(item):
            return None
        if by_level := _by_level(item, record):
            groups += by_level
            continue
        if match and labelled:
            groups.append(labelled_group(match[1], text[match.end() :], below))
        elif match and text[match.end() :].strip().startswith("(") and not below:
            groups.append({"keywords": [unstyle(text)]})
        elif plain and not SENTENCE.search(plain[2]):
            groups.append(labelled_group(plain[1], plain[2], below))
        elif below:
            groups.append({"name": shown_label(text), "keywords": below})
        elif len(text.split()) <= 14 and not SENTENCE.search(masked(text)):
            groups.append({"keywords": _item_words(text)})
        else:
            return None
    if graded := levelled(groups, record):
        return graded
    if all("name" not in group for group in groups):
        listing = sum(len(group["keywords"]) > 1 for group in groups)
        if listing * 3 <= len(groups):  # among bullets of one skill each, "CI, CD" is one too
            return [{"keywords": [item.text for item in block.items]}]
        return [{"keywords": [word for group in groups for word in group["keywords"]]}]
    return groups


def _by_level(item: ListItem, record: Record) -> list[Group]:
    """Lists of skills under a group, each labelled with how well they are mastered; or none."""
    lists = [one for inner in item.blocks[1:] if isinstance(inner, List) for one in inner.items]
    labels = [PLAIN_LABEL.fullmatch(unstyle(one.text)) for one in lists if len(one.blocks) == 1]
    told = [match for match in labels if match and is_level(match[1], record)]
    if not told or len(told) < len(lists):
        return []
    groups: list[Group] = [
        {"level": match[1].strip(), "keywords": split_keywords(match[2])} for match in told
    ]
    return [{"name": shown_label(item.text), **groups[0]}, *groups[1:]]


def _told(block: List) -> list[Group]:
    """Skills in bold, of which most say in a sentence how well they are known; none for others."""
    groups: list[Group] = []
    sentences = 0
    for item in block.items:
        match = BOLD_LABEL.match(item.text)
        text = item.text[match.end() :].strip(" :：") if match else ""
        if not match or len(item.blocks) > 1 or (text and not text.endswith(".")):
            return []
        told = len(text.split()) >= _SHORTEST_SENTENCE and not _is_listing(text)
        sentences += told
        if text and not told:
            return []
        groups.append({"name": shown_label(match[1]), **({"level": text} if told else {})})
    return groups if sentences * 2 >= len(groups) else []


_SHORTEST_SENTENCE = 4
_FEWEST_LISTED = 3


def _is_listing(text: str) -> bool:
    """Whether what looks like a sentence lists short names: "Git, R, Gwyddion, Inkscape 1.3."."""
    parts = split_keywords(masked(text))
    return len(parts) >= _FEWEST_LISTED and all(
        len(part.split()) <= _SHORTEST_SENTENCE for part in parts
    )


def _clauses(block: List, record: Record) -> list[Group]:
    """Labels over clauses in Chinese script that begin with how well: "数据库：熟练掌握"."""
    levels = tuple(word for word in record.vocabulary["levels"] if SOLID.match(word))
    labels = [PLAIN_LABEL.fullmatch(unstyle(item.text)) for item in block.items]
    if not all(labels) or any(len(item.blocks) > 1 for item in block.items):
        return []
    begins = sum(match is not None and match[2].startswith(levels) for match in labels)
    if begins * 2 <= len(labels):
        return []
    record.choose(block.line, "clauses-as-levels", block.items[0].text, "level")
    groups: list[Group] = []
    for match in (one for one in labels if one):
        text = match[2]
        # "软件：CAD、Rhino、Lumion" stands among them.
        listed = _is_listing(text) and not text.startswith(levels)
        told = {"keywords": split_keywords(text)} if listed else {"level": text}
        groups.append({"name": shown_label(match[1]), **told})
    return groups


def whole_items(block: List, sentences: bool) -> list[Group] | None:
    """Bullets that are clauses, or `sentences` where these may stand: a keyword each."""
    texts = [item.text for item in block.items]
    longest = _LONGEST_SENTENCE if sentences else _LONGEST_CLAUSE
    long = any(
        len(text.split()) > longest or (SENTENCE.search(masked(text)) and not sentences)
        for text in texts
    )
    flat = all(
        text and len(item.blocks) == 1 for item, text in zip(block.items, texts, strict=True)
    )
    return None if long or not flat else [{"keywords": texts}]


_LONGEST_CLAUSE = 25
_LONGEST_SENTENCE = 45


def inner_words(block: Block) -> list[str]:
    """The items of a list under a label, and those under them; one alone lists what it holds."""
    items = block.items if isinstance(block, List) else []
    if len(items) == 1 and len(items[0].blocks) == 1:
        return split_keywords(items[0].text)
    below = [[word for inner in item.blocks[1:] for word in inner_words(inner)] for item in items]
    return [
        word for item, more in zip(items, below, strict=True) for word in (item.text, *more) if word
    ]


def _is_plain(item: ListItem) -> bool:
    """Whether an item has a text, and under it lists of such items and nothing else."""
    return bool(item.text) and all(
        isinstance(inner, List) and all(_is_plain(one) for one in inner.items)
        for inner in item.blocks[1:]
    )


def _item_words(text: str) -> list[str]:
    """A bullet without a label: a listing in commas is cut, a clause that has some is not."""
    words = split_keywords(text)
    goes_on = [word for word in words[1:] if word[:1].islower() and " " in word]
    return words if not goes_on or not text[:1].isupper() or "," not in text else [text.strip()]
