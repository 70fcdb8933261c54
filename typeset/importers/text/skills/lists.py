"""Lists of skills → groups: labelled bullets, bullets over others, bare bullets, sentences."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Block, List, ListItem, Paragraph
from typeset.importers.text.markup.inline import masked, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.skills.levels import Group, by_levels, is_level, levelled, shown_label
from typeset.importers.text.skills.listings import (
    item_words,
    listings,
    lists_names,
    names_in,
    names_in_all,
)
from typeset.importers.text.skills.words import (
    BOLD_LABEL,
    LONGEST_NAME,
    PLAIN_LABEL,
    SENTENCE,
    bracketed_group,
    dash_label,
    in_clauses,
    labelled_group,
    split_dots,
    split_keywords,
    wide_label,
)
from typeset.importers.text.words.scripts import SOLID, begins_large
from typeset.importers.text.words.vocabulary import key


def list_groups(block: List, record: Record, *, named: bool = False) -> list[Group] | None:
    """Labelled bullets, each a group; or bare bullets, together one group.

    Under a name of their own (`named`), or among clauses, most must be labelled: "Java 8: streams"
    among bare bullets is what its author set apart, as they are.
    """
    if told := _told(block, record) or _clauses(block, record) or _bracketed(block):
        return told
    if begun := _bold_begun(block):
        return begun
    groups: list[Group] = []
    labels = odd = 0
    items = [part for item in block.items for part in _apart(item)]
    for item in map(_with_lines_below, items):
        made = _by_level(item, record) if _is_plain(item) else []
        if not made and (one := _of_item(item)):
            made = [one]
        if not made and item.text and len(item.blocks) == 1:
            made = [{"keywords": [item.text]}]
            odd += 1
        if not made:
            return None
        groups += made
        labels += len(made) > 1 or "name" in made[0]
    if odd and labels < odd * _LABELLED_TO_ODD:
        return None
    if graded := levelled(groups, record):
        return graded
    flat = all(len(item.blocks) == 1 for item in items)
    texts = [item.text.rstrip(" ;；") for item in items]
    long = (text for text in texts if len(text.split()) > _SHORTEST_SENTENCE)
    clauses = sum(not lists_names(text) for text in long) * 2 > len(texts)
    if not labels or ((named or clauses) and flat and labels * 2 <= len(texts)):
        # One bullet alone is a list in a line; of several, each is what its author set apart.
        if len(texts) == 1:
            return [{"keywords": item_words(texts[0])}]
        if not labels and (listed := listings(texts)):
            return [{"keywords": listed}]
        return [{"keywords": names_in_all(texts)}]
    return groups


def _of_item(item: ListItem) -> Group | None:
    """The group of one bullet: behind its label, over other bullets, or bare; None for prose."""
    text = item.text
    if not _is_plain(item):
        return None
    below = [word for inner in item.blocks[1:] for word in inner_words(inner)]
    match = BOLD_LABEL.match(text)
    plain = PLAIN_LABEL.fullmatch(text) or wide_label(text) or dash_label(text)
    if match and (match[2] or match[1].rstrip().endswith((":", "："))):
        return labelled_group(match[1], text[match.end() :], below)
    if match and _is_name_over_text(item):
        told = text[match.end() :].strip()
        short = listings([told], fewest=1)
        return {"name": shown_label(match[1]), "keywords": [*(short or [told]), *below]}
    if match and text[match.end() :].strip().startswith("(") and not below:
        return {"keywords": [unstyle(text)]}
    if plain and not SENTENCE.search(plain[2]):
        return labelled_group(plain[1], plain[2], below)
    if below:
        return {"name": shown_label(text), "keywords": below}
    dotted = len(split_dots(text)) >= _FEWEST_LISTED  # "Git · tests in Python · Node.js", on and on
    if (dotted or len(text.split()) <= _LONGEST_BULLET) and not SENTENCE.search(masked(text)):
        return {"keywords": item_words(text)}
    return None


_LONGEST_BULLET = 14


def _bold_begun(block: List) -> list[Group]:
    """Bullets that each list names behind a label in bold and no sign; none for others."""
    found = [_BOLD_BEGIN.fullmatch(item.text) for item in block.items]
    matches = [match for match in found if match]
    if len(matches) < len(found) or len(found) < _FEWEST_BEGUN:
        return []
    if all(match[1].endswith(".") for match in matches):  # "**Kitchen.** sauces, stock"
        listed = sum(len(split_keywords(match[2])) > 1 for match in matches)
    else:
        listed = sum(lists_names(match[2]) and begins_large(match[2]) for match in matches)
    flat = all(len(item.blocks) == 1 for item in block.items)
    if not flat or listed * 2 <= len(found) or any(SENTENCE.search(one[2]) for one in matches):
        return []
    return [labelled_group(match[1].rstrip("."), match[2]) for match in matches]


_BOLD_BEGIN = re.compile(r"\*\*([^*]{1,40})\*\*\s+([^\W_].*)")
_FEWEST_BEGUN = 2


def _is_name_over_text(item: ListItem) -> bool:
    """Whether an item's first line is a name in bold, and what is said of it stands below."""
    first = item.blocks[0]
    lines = first.lines if isinstance(first, Paragraph) else []
    return len(lines) > 1 and wholly(lines[0].text)[0] == "strong"


def _with_lines_below(item: ListItem) -> ListItem:
    """An item whose first line ends in a colon, with the lines that its author set under it."""
    first = item.blocks[0] if len(item.blocks) == 1 else None
    lines = first.lines if isinstance(first, Paragraph) else []
    label = lines[0].text.rstrip("* ") if lines else ""
    if len(lines) < _LABEL_AND_LINES or not label.endswith((":", "：")):
        return item
    if not all(line.hard for line in lines[:-1]):
        return item
    below = [ListItem(line.number, [Paragraph([line])]) for line in lines[1:]]
    return ListItem(item.line, [Paragraph(lines[:1]), List(below[0].line, below)])


def _apart(item: ListItem) -> list[ListItem]:
    """A labelled item and what stands in paragraphs under it, each an item with its lists."""
    if not PLAIN_LABEL.fullmatch(unstyle(item.text)):
        return [item]
    parts = [ListItem(item.line, item.blocks[:1])]
    for block in item.blocks[1:]:
        if isinstance(block, Paragraph):
            parts.append(ListItem(block.line, []))
        parts[-1].blocks.append(block)
    return parts


_LABELLED_TO_ODD = 3
"""How many labelled bullets go with one that is too long for a skill."""
_LABEL_AND_LINES = 3
_LABEL_AND_LIST = 2


def _by_level(item: ListItem, record: Record) -> list[Group]:
    """Lists of skills under a group, each labelled with how well they are mastered; or none."""
    below = item.blocks[1] if len(item.blocks) == _LABEL_AND_LIST else None
    groups = list_groups(below, record) if isinstance(below, List) else None
    return by_levels({"name": shown_label(item.text)}, groups, record) if groups else []


def _told(block: List, record: Record) -> list[Group]:
    """Skills in bold, most with how well they are known, or a sentence on them; none for others.

    Beside several, one without bold is a remark: "- **Go** - Wrote two tools.", "- Keen to learn".
    """
    groups: list[Group] = []
    levels = sentences = bare = 0
    for item in block.items:
        match = BOLD_LABEL.match(item.text)
        text = item.text[match.end() :].strip(" :：") if match else ""
        if len(item.blocks) > 1:
            return []
        if not match:
            bare += 1
            groups.append({"keywords": [item.text]})
            continue
        sentence = text.endswith(".") and len(text.split()) >= _SHORTEST_SENTENCE
        told: Group = {"level": text} if text else {}
        if is_level(text, record):
            levels += 1
        elif sentence and not _is_listing(text):
            sentences += 1
            told = {"keywords": [text]}
        elif text and key(text.split()[0]) not in record.vocabulary["levels"]:
            return []  # else "excellent, for ten years" among mere words
        groups.append({"name": shown_label(match[1]), **told})
    most = (levels > 1 or sentences) and (levels + sentences) * 2 >= len(groups)
    return groups if most and bare <= (levels + sentences) // _BOLD_TO_BARE else []


_SHORTEST_SENTENCE = 4
_BOLD_TO_BARE = 3
"""How many skills in bold go with a remark that has none."""
_FEWEST_LISTED = 3


def _bracketed(block: List) -> list[Group]:
    """Bullets that are each a label in bold and a bracket with a listing; none for others."""
    found = [bracketed_group(item.text) if len(item.blocks) == 1 else None for item in block.items]
    groups = [group for group in found if group]
    listed = sum(len(group["keywords"]) > 1 for group in groups) * 2 > len(found)
    return groups if len(groups) == len(found) > 1 and listed else []


def _is_listing(text: str) -> bool:
    """Whether what looks like a sentence lists short names: "Git, R, Gwyddion, Inkscape 1.3.".

    "Comfortable with reports, letters, minutes." does not: what goes on is in small letters.
    """
    first, *others = split_keywords(masked(text)) or [""]
    goes_on = len(first.split()) >= _FEWEST_LISTED and all(one[:1].islower() for one in others)
    return (
        len(others) + 1 >= _FEWEST_LISTED
        and not (goes_on and first[:1].isupper())
        and all(len(part.split()) <= _SHORTEST_SENTENCE for part in (first, *others))
    )


def _clauses(block: List, record: Record) -> list[Group]:
    """Labels over clauses in scripts without spaces, that begin with how well: "数据库：熟练掌握".

    Or that say one thing each, too long for a name: "SQL：自分で書けるレベル".
    """
    levels = tuple(word for word in record.vocabulary["levels"] if SOLID.match(word))
    labels = [PLAIN_LABEL.fullmatch(unstyle(item.text)) for item in block.items]
    if not all(labels) or any(len(item.blocks) > 1 for item in block.items):
        return []
    texts = [match[2] for match in labels if match]
    begins = sum(text.startswith(levels) for text in texts) * 2 > len(texts)
    single = len(texts) > 1 and all(len(split_keywords(text)) == 1 for text in texts)
    longest = max(len(SOLID.findall(text)) for text in texts)
    if not begins and not (single and longest >= LONGEST_NAME):
        return []
    record.choose(block.line, "clauses-whole", block.items[0].text, "one keyword")
    groups: list[Group] = []
    for match in (one for one in labels if one):
        text = match[2]
        # "软件：CAD、Rhino、Lumion" stands among them.
        listed = _is_listing(text) and not text.startswith(levels) and not in_clauses(text)
        if not listed and is_level(text, record):
            told: Group = {"level": text}
        else:
            told = {"keywords": split_keywords(text) if listed else [text]}
        groups.append({"name": shown_label(match[1]), **told})
    return groups


def whole_items(block: List, sentences: bool) -> list[Group] | None:
    """Bullets that are clauses, or `sentences` where these may stand: a keyword each."""
    texts = [item.text.rstrip(" ;；") for item in block.items]
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
        word
        for item, more in zip(items, below, strict=True)
        for word in (*(names_in(item.text) if not more else [item.text]), *more)
        if word
    ]


def _is_plain(item: ListItem) -> bool:
    """Whether an item has a text, and under it lists of such items and nothing else."""
    return bool(item.text) and all(
        isinstance(inner, List) and all(_is_plain(one) for one in inner.items)
        for inner in item.blocks[1:]
    )
