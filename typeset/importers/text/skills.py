"""Skill sections → groups of a name and keywords.

Labels in bold on lines that Markdown runs together, labelled bullets, a label line over a
` · ` list, tables of a label and a list, plain lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from typeset.importers.text.blocks import Block, Definitions, Heading, Line, List, Paragraph, Table
from typeset.importers.text.inline import masked, split_top, unstyle, wholly
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_BOLD_LABEL = re.compile(r"(?:^|(?<=\s))\*\*((?:[^*\\]|\\.){1,60})\*\*\s*([:：–—-](?=\s))?")
_PLAIN_LABEL = re.compile(r"([^:：,，、·|.]{1,50})(?::\s+|：\s*)(\S.*)", re.DOTALL)
_DASH_LABEL = re.compile(r"([^:：,·|.–—]{1,50})\s+[–—-]\s+(\S.*)", re.DOTALL)
_SEPARATORS = (
    re.compile(r"\s*[·•∙⋅●]\s*"),
    re.compile(r"\s*[|｜]\s*"),
    re.compile(r"\s*[;；؛]\s*"),
    re.compile(r"\s*[,，、،]\s*"),
)
_SENTENCE = re.compile(r"[.!?]\s+\w+\s+\w")
Group = dict[str, Any]


def read_skills(blocks: list[Block], record: Record) -> list[Group] | None:
    """The groups of a skill section, or None where a block is no list of skills."""
    groups: list[Group] = []
    for index, block in enumerate(blocks):
        made: list[Group] | None = None
        if isinstance(block, Heading):
            below = blocks[index + 1] if index + 1 < len(blocks) else None
            if below is None or isinstance(below, Heading):
                return None
            groups.append({"name": unstyle(block.text)})
            continue
        if isinstance(block, Paragraph):
            made = _paragraph(block)
        elif isinstance(block, List):
            made = _list(block, record)
        elif isinstance(block, Table):
            made = _table(block, record)
        elif isinstance(block, Definitions):
            made = _definitions(block)
        if made is None:
            return None
        open_ = groups and "keywords" not in groups[-1]
        if open_ and all("name" not in group for group in made):
            groups[-1]["keywords"] = [word for group in made for word in group["keywords"]]
        else:
            groups += made
    return groups or None


def _paragraph(block: Paragraph) -> list[Group] | None:
    for rule in RULES:
        if groups := rule(block):
            return groups
    return None


def _bold_labels(block: Paragraph) -> list[Group] | None:
    """`**Label:** a, b **Label:** c`, wherever the lines break."""
    text = " ".join(line.text for line in block.lines)
    labels = [
        match for match in _BOLD_LABEL.finditer(text)
        if match[2] or match[1].rstrip().endswith((":", "："))
    ]  # fmt: skip
    if not labels or text[: labels[0].start()].strip():
        return None
    ends = [*(match.start() for match in labels[1:]), len(text)]
    return [
        _group(match[1], text[match.end() : end]) for match, end in zip(labels, ends, strict=True)
    ]


def _labelled_lines(block: Paragraph) -> list[Group] | None:
    """`Label: a, b` on each line; a line without a label continues the one before."""
    before: list[Group] = []
    texts: list[list[str]] = []
    for line in block.lines:
        match = _PLAIN_LABEL.fullmatch(line.text)
        if match and len(match[1].split()) <= 6:
            texts.append([match[1], match[2]])
        elif (texts and not line.hard and len(block.lines) > 1) or (
            texts and texts[-1][1].endswith(",")
        ):
            texts[-1][1] += " " + line.text
        elif not texts and line.hard and not _SENTENCE.search(masked(line.text)):
            before.append({"keywords": split_keywords(line.text)})
        else:
            return None
    groups = [_group(label, text) for label, text in texts]
    return [*before, *groups] if groups else None


def _label_over_list(block: Paragraph) -> list[Group] | None:
    """A label line, then a line of ` · ` (or commas) with what belongs to it, and so on."""
    lines = block.lines
    if len(lines) < 2:
        return None
    groups: list[Group] = []
    current: tuple[str, list[str]] | None = None
    for index, line in enumerate(lines):
        below = lines[index + 1] if index + 1 < len(lines) else None
        if _is_label(line, below, current):
            if current and not current[1]:
                return None
            if current:
                groups.append(_group(current[0], " ".join(current[1])))
            current = (line.text, [])
        elif current:
            current[1].append(line.text)
        else:
            return None
    if current and current[1]:
        groups.append(_group(current[0], " ".join(current[1])))
        return groups
    return None


def _is_label(line: Line, below: Line | None, current: tuple[str, list[str]] | None) -> bool:
    mask = masked(line.text)
    if below is None or len(line.text) > 50 or re.search(r"[·•|,;]", mask):
        return False
    if current and not current[1]:
        return False  # the list under a label may hold a single word
    listed = bool(re.search(r"[·•|,;]", masked(below.text)))
    return listed or wholly(line.text)[0] == "strong"


def _plain_list(block: Paragraph) -> list[Group] | None:
    """A line of keywords without a label; sentences are prose."""
    text = " ".join(line.text for line in block.lines)
    if all(line.hard for line in block.lines[:-1]) and len(block.lines) > 1:
        text = ", ".join(line.text.rstrip(",;") for line in block.lines)
    keywords = split_keywords(text)
    if (
        not keywords
        or _SENTENCE.search(masked(text))
        or max(len(word.split()) for word in keywords) > 9
    ):
        return None
    if len(keywords) == 1 and text.endswith("."):
        return None
    return [{"keywords": keywords}]


RULES: tuple[Callable[[Paragraph], list[Group] | None], ...] = (
    _bold_labels,
    _labelled_lines,
    _label_over_list,
    _plain_list,
)


def _list(block: List, record: Record) -> list[Group] | None:
    """Labelled bullets, each a group; or bare bullets, together one group."""
    groups: list[Group] = []
    for item in block.items:
        text = item.text
        below = [word for inner in item.blocks[1:] for word in _inner_words(inner)]
        match = _BOLD_LABEL.match(text)
        labelled = bool(match and (match[2] or match[1].rstrip().endswith((":", "："))))
        plain = _PLAIN_LABEL.fullmatch(text) or _DASH_LABEL.fullmatch(text)
        if any(not isinstance(inner, List) for inner in item.blocks[1:]) or not text:
            return None
        if match and labelled:
            groups.append(_group(match[1], text[match.end() :], below))
        elif match and text[match.end() :].strip().startswith("(") and not below:
            groups.append({"keywords": [unstyle(text)]})
        elif plain and not _SENTENCE.search(plain[2]):
            groups.append(_group(plain[1], plain[2], below))
        elif below:
            groups.append({"name": _label(text), "keywords": below})
        elif len(text.split()) <= 14 and not _SENTENCE.search(masked(text)):
            groups.append({"keywords": split_keywords(text)})
        else:
            return None
    if levelled := _levelled(groups, record):
        return levelled
    if all("name" not in group for group in groups):
        return [{"keywords": [word for group in groups for word in group["keywords"]]}]
    return groups


_LEVEL = re.compile(
    r"(?P<name>.+?)\s*(?:[:：]|\s[–—-]|\s·|\t)?\s*"
    r"(?:(?P<bare>[★☆⭐●○◐◯■□▪▫◆◇✦✧]{2,10}|\d{1,3}\s?%|\d{1,2}\s?/\s?\d{1,2})|[(（](?P<inner>[^()（）]+)[)）])",
    re.DOTALL,
)


def _levelled(groups: list[Group], record: Record) -> list[Group]:
    """Skills that each say how well they are mastered; none where most do not."""
    made: list[Group] = []
    count = 0
    for group in groups:
        words = group["keywords"]
        if "name" in group and len(words) == 1 and _is_level(words[0], record):
            made.append({"name": group["name"], "level": words[0]})
            count += 1
            continue
        match = _LEVEL.fullmatch(words[0]) if len(words) == 1 and "name" not in group else None
        level = (match["bare"] or match["inner"] or "") if match else ""
        if match and level and _is_level(level, record):
            made.append({"name": _label(match["name"]), "level": level.strip()})
            count += 1
        elif "name" in group or len(words) != 1:
            return []
        else:
            made.append({"name": words[0]})
    return made if count * 2 > len(groups) and count > 1 else []


def _is_level(text: str, record: Record) -> bool:
    """Stars, a percentage, a mark out of ten, years, or a word such as "advanced"."""
    text = text.strip()
    signs = re.fullmatch(r"[★☆⭐●○◐◯■□▪▫◆◇✦✧]{2,10}|\d{1,3}\s?%|\d{1,2}\s?/\s?\d{1,2}", text)
    years = re.fullmatch(r"[~>≥]?\d{1,2}\+?\s?(\S+)", text)
    lasting = years is not None and key(years[1]) in record.vocabulary["durations"]
    return bool(signs) or lasting or key(text) in record.vocabulary["levels"]


def _inner_words(block: Block) -> list[str]:
    return [item.text for item in block.items if item.text] if isinstance(block, List) else []


def _table(block: Table, record: Record) -> list[Group] | None:
    """Rows of a label and what belongs to it; a head row of words is a row of its own."""
    if len(block.head) != 2:
        return None
    rows = [row for row in (*head_rows(block, record), *block.rows) if any(row)]
    if all(name and _is_level(text, record) for name, text in rows):
        return [{"name": _label(name), "level": text} for name, text in rows]
    return [
        _group(name, text) if name else {"keywords": split_keywords(text)} for name, text in rows
    ]


def head_rows(block: Table, record: Record) -> list[list[str]]:
    """The head of a table as a row of its own; none where it only names the columns."""
    cells = [unstyle(cell) for cell in block.head]
    names = [record.vocabulary.label(cell) for cell in cells]
    if not all(name for name, cell in zip(names, cells, strict=True) if cell):
        return [block.head]
    for name, cell in zip(names, cells, strict=True):
        if name:
            record.use_label(block.line, cell, f"labels.{name}")
    return []


def _definitions(block: Definitions) -> list[Group] | None:
    """Each term a group; its definitions are lists."""
    groups: list[Group] = []
    for term, below in block.items:
        if not below or not all(isinstance(inner, (Paragraph, List)) for inner in below):
            return None
        words = [w for b in below if isinstance(b, Paragraph) for w in split_keywords(b.text)]
        words += [word for inner in below for word in _inner_words(inner)]
        groups.append({"name": _label(term.text), "keywords": words})
    return groups


def _group(name: str, text: str, more: list[str] | None = None) -> Group:
    return {"name": _label(name), "keywords": [*split_keywords(text), *(more or [])]}


def _label(text: str) -> str:
    return unstyle(text).strip().rstrip(":：").strip()


def split_keywords(text: str) -> list[str]:
    """A list in one line, cut at the strongest separator that stands outside of brackets."""
    text = text.strip().rstrip("\\").strip()
    if re.fullmatch(r"(?:`[^`]+`\s*)+", text):  # badges
        return re.findall(r"`([^`]+)`", text)
    mask = masked(text)
    if text.endswith(".") and not text.endswith(("etc.", "...")) and mask.count(". ") == 0:
        text = text[:-1]
        mask = mask[:-1]
    for separator in _SEPARATORS:
        if separator.search(mask):
            return split_top(text, separator)
    return [text] if text else []
