"""Paragraphs of skills → groups: labels in bold or plain, lines over lists, lists in a line."""

from __future__ import annotations

import re
from collections.abc import Callable

from typeset.importers.text.markup.blocks import Line, List, Paragraph
from typeset.importers.text.markup.inline import masked, split_top, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.sections.statements import listed
from typeset.importers.text.skills.badges import badges_in
from typeset.importers.text.skills.levels import Group, is_level, levelled, shown_label, starred
from typeset.importers.text.skills.line_ends import are_a_line_each, whole_lines
from typeset.importers.text.skills.listings import item_words
from typeset.importers.text.skills.name_rows import TAB_LABEL, columned, rows_of_names
from typeset.importers.text.skills.words import (
    BOLD_LABEL,
    PLAIN_LABEL,
    SENTENCE,
    bracketed_group,
    dash_label,
    labelled_group,
    split_keywords,
)
from typeset.importers.text.words.vocabulary import key, vocabulary

_TIGHT_LABEL = re.compile(r"([^\W\d][^:,·|.\t]{2,40}):(?!//)([^\W\d].*)", re.DOTALL)
"""A label without a space behind it ("Systems:Linux, AIX"), among others that have one."""


def paragraph_groups(block: Paragraph) -> list[Group] | None:
    for rule in RULES:
        if groups := rule(block):
            return groups
    return None


def levelled_lines(block: Paragraph, record: Record) -> list[Group] | None:
    """A line for each skill, with how well it is mastered: "SQL ★★★★☆"; or several in a line."""
    if told := starred(" ".join(line.text for line in block.lines)):
        return told
    texts = [unstyle(one.text) if one.text.startswith("*") else one.text for one in block.lines]
    labels = [
        PLAIN_LABEL.fullmatch(text) or dash_label(text) or _before_level(text, record)
        for text in texts
    ]
    groups = [
        labelled_group(label[1], label[2]) if label else {"keywords": [text]}
        for text, label in zip(texts, labels, strict=True)
    ]
    made = levelled(groups, record) if len(groups) > 1 else []
    return made if all("level" in group for group in made) else None


def _before_level(text: str, record: Record) -> re.Match[str] | None:
    """Several skills before how well they all are mastered: "C, Go: basic knowledge"."""
    match = _SEVERAL_LEVELLED.fullmatch(text)
    return match if match and is_level(match[2], record) else None


_SEVERAL_LEVELLED = re.compile(r"([^:：]{1,60}?)\s*[:：]\s*([^:：]+)")


def levelled_words(groups: list[Group], record: Record) -> list[Group]:
    """Skills of one line that each have how well behind a dash or in a bracket, or none."""
    words = groups[0]["keywords"] if len(groups) == 1 and "name" not in groups[0] else []
    plain = [unstyle(word) for word in words]
    inner = [_GRADED.fullmatch(word) or _GRADED_BEHIND.fullmatch(word) for word in plain]
    told = sum(match is not None and is_level(match[2], record) for match in inner)
    if all(match is not None and re.fullmatch(r"\d{1,2}", match[2]) for match in inner):
        told = len(words)  # years, or marks: "Go (3), SQL (5)"
    if len(words) < _FEWEST_GRADED or not all(inner) or told * 2 <= len(words):
        return []
    return [{"name": shown_label(match[1]), "level": match[2]} for match in inner if match]


_GRADED = re.compile(r"([^()（）]+?)\s*[(（]([^()（）]+)[)）]")
_GRADED_BEHIND = re.compile(r"([^–—]+?)\s+[–—-]\s+([^–—]+)")
_FEWEST_GRADED = 3


def _bold_labels(block: Paragraph) -> list[Group] | None:
    """`**Label:** a, b **Label:** c`, wherever the lines break."""
    text = " ".join(line.text for line in block.lines)
    labels = [
        match for match in BOLD_LABEL.finditer(text)
        if match[2] or match[1].rstrip().endswith((":", "："))
    ]  # fmt: skip
    if not labels or text[: labels[0].start()].strip():
        return None
    ends = [*(match.start() for match in labels[1:]), len(text)]
    return [
        labelled_group(match[1], text[match.end() : end])
        for match, end in zip(labels, ends, strict=True)
    ]


def _labelled_parts(block: Paragraph) -> list[Group] | None:
    """`Label: a, b; Label: c, d` in one run, wherever the lines break.

    Where more lines than parts begin with a label, the lines are what is labelled.
    """
    text = " ".join(line.text for line in block.lines)
    parts = split_top(text.rstrip("."), _PARTED)
    labels = [PLAIN_LABEL.fullmatch(part) for part in parts]
    lines = sum(PLAIN_LABEL.fullmatch(line.text) is not None for line in block.lines)
    if len(parts) < 2 or not all(labels) or lines > len(parts):
        return None
    return [labelled_group(match[1], match[2]) for match in labels if match]


_PARTED = re.compile(r"[;；.]\s+(?=[^\W\d_a-z])")


def _dashed_lines(block: Paragraph) -> list[Group] | None:
    """`Label - a, b` on each line; some may list one thing alone."""
    labels = [dash_label(line.text) for line in block.lines]
    listed = all(label and len(label[1].split()) < _LONGEST_DASHED for label in labels)
    several = sum(len(split_keywords(label[2])) > 1 for label in labels if label)
    most = several == len(labels) or several * 2 > len(labels) > _FEWEST_DASHED
    if len(labels) < _FEWEST_DASHED or not listed or not most:
        return None
    return [labelled_group(label[1], label[2]) for label in labels if label]


_LONGEST_DASHED = 5
_FEWEST_DASHED = 2


def _labelled_lines(block: Paragraph) -> list[Group] | None:
    """`Label: a, b` on each line; one without a label goes on, unless its author ended that above.

    Then it says a thing of its own, and so do those below it.
    """
    before: list[Group] = []
    after: list[Group] = []
    texts: list[list[str]] = []
    ended = False
    for line in block.lines:
        above, ended = ended, line.hard
        match = PLAIN_LABEL.fullmatch(line.text) or TAB_LABEL.fullmatch(line.text)
        if not match and texts:
            match = _TIGHT_LABEL.fullmatch(line.text)
        if match and len(match[1].split()) <= 6:
            if after:
                return None
            texts.append([match[1], match[2]])
        elif after or (texts and above and _is_apart(line.text, texts[-1][1])):
            after.append({"keywords": item_words(line.text)})
        elif (texts and not line.hard and len(block.lines) > 1) or (
            texts and texts[-1][1].endswith(",")
        ):
            texts[-1][1] += " " + line.text
        elif not texts and line.hard and not SENTENCE.search(masked(line.text)):
            before.append({"keywords": split_keywords(line.text)})
        else:
            return None
    groups = [labelled_group(label, text) for label, text in texts]
    return [*before, *groups, *after] if groups else None


def _is_apart(text: str, above: str) -> bool:
    """Whether a line says a thing of its own under a list that nothing leaves open."""
    goes_on = above.rstrip()[-1:] in ",;&/-" or above.count("(") > above.count(")")
    return text[:1].isupper() and not goes_on and not SENTENCE.search(masked(text))


def _barred_lines(block: Paragraph) -> list[Group] | None:
    """`Label | a, b` on each line, or a label in brackets: `[Label] a, b`."""
    for form in (_BARRED, _FRAMED):
        matches = [form.fullmatch(line.text) for line in block.lines]
        listed = sum(len(split_keywords(match[2])) > 1 for match in matches if match)
        if len(matches) > 1 and all(matches) and listed * 2 > len(matches):
            return [labelled_group(match[1], match[2]) for match in matches if match]
    return None


_BARRED = re.compile(r"([^|·•,;]{1,40}?)\s*[|·•]\s+([^|·•]+)")
_FRAMED = re.compile(r"\\?\[([^\]\[]{1,40}?)\\?\]\s+([^(\s].*)")


def _bold_starts(block: Paragraph) -> list[Group] | None:
    """`**Label** a, b` on each line, without a sign between them."""
    matches = [_BOLD_START.fullmatch(line.text) for line in block.lines]
    if len(matches) < 2 or not all(matches):
        return None
    return [labelled_group(match[1], match[2]) for match in matches if match]


_BOLD_START = re.compile(r"\*\*([^*]{1,40})\*\*\s+([^\s*].*)")


def _bracketed(block: Paragraph) -> list[Group] | None:
    """`**Label** (a, b, c)` and nothing else: what stands in the brackets is the list."""
    group = bracketed_group(block.text)
    return [group] if group and len(group["keywords"]) > 1 else None


def _label_over_list(block: Paragraph) -> list[Group] | None:
    """A label line, then a line of ` · ` (or commas) with what belongs to it, and so on."""
    lines = block.lines
    if SENTENCE.search(masked(" ".join(line.text for line in lines))):
        return None  # a paragraph, however it is wrapped
    if len(lines) < 2 or key(lines[0].text.split()[0]) in vocabulary()["selves"]:
        return None  # "I look after" goes on on the next line
    groups: list[Group] = []
    current: tuple[str, list[str]] | None = None
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if _is_label(line, below, current):
            if current and not current[1]:
                return None
            if current:
                groups.append(labelled_group(current[0], " ".join(current[1])))
            current = (line.text, [])
        elif current:
            current[1].append(line.text)
        else:
            return None
    if not current or not current[1] or (not groups and whole_lines(lines)):
        return None
    told = bool(groups) or ":" in current[0]
    if not told and len(current[1]) > 1 and all(line.hard for line in lines[:-1]):
        return None  # a line each, whatever the first one is
    return [*groups, labelled_group(current[0], " ".join(current[1]))]


def _is_label(line: Line, below: Line | None, current: tuple[str, list[str]] | None) -> bool:
    mask = masked(line.text)
    if below is None or len(line.text) > 50 or re.search(r"[·•|,;]", mask):
        return False
    if (current and not current[1]) or badges_in(line.text):
        return False  # the list under a label may hold a single word
    listed = bool(re.search(r"[·•|,;]", masked(below.text)))
    return listed or wholly(line.text)[0] == "strong"


def _plain_list(block: Paragraph) -> list[Group] | None:
    """A line of keywords without a label; sentences are prose."""
    text = " ".join(line.text for line in block.lines)
    if whole := whole_lines(block.lines):
        return [{"keywords": whole}]
    if are_a_line_each(block.lines):
        rows = [line.text.rstrip(",;") for line in block.lines]
        keywords = [word for row in rows for word in split_keywords(row)]
    else:
        keywords = split_keywords(text)
    if (
        not keywords
        or SENTENCE.search(masked(text))
        or key(text.split()[0]) in vocabulary()["selves"]
        or max(len(masked(word).split()) for word in keywords)
        > _LONGEST_KEYWORD[text.endswith(".")]
    ):
        return None
    if len(keywords) == 1 and text.endswith("."):
        return None
    if text.endswith("。") and max(map(len, keywords)) > _LONGEST_SOLID:
        return None
    return [{"keywords": keywords}]


_LONGEST_KEYWORD = (9, 7)
"""How many words a keyword has at most: in a list, and in one that ends as a sentence does."""

_LONGEST_SOLID = 12
"""How many characters a keyword has at most in scripts without spaces."""


def _statements(block: Paragraph) -> list[Group] | None:
    """Lines that say one thing each ("Backend tools such as PHP and Nginx"), as they are."""
    found = listed(block)
    items = [item.text for item in found.items] if isinstance(found, List) else []
    told = sum(text.endswith(".") and len(text.split()) > _LONGEST_STATEMENT for text in items)
    return [{"keywords": items}] if items and told * 2 <= len(items) else None


_LONGEST_STATEMENT = 14
"""Words of a line that is still a skill: longer ones tell a story, a paragraph each."""


RULES: tuple[Callable[[Paragraph], list[Group] | None], ...] = (
    columned,
    _bold_labels,
    _barred_lines,
    _bold_starts,
    _bracketed,
    _labelled_parts,
    _dashed_lines,
    rows_of_names,
    _labelled_lines,
    _label_over_list,
    _plain_list,
    _statements,
)
