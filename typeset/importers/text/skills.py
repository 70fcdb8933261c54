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
from typeset.importers.text.skill_levels import is_level, levelled, shown_label

_BOLD_LABEL = re.compile(r"(?:^|(?<=\s))\*\*((?:[^*\\]|\\.){1,60})\*\*\s*([:：–—-](?=\s))?")
_PLAIN_LABEL = re.compile(r"([^:：,，、·|.\t]{1,50})(?::\s+|：\s*|\t\s*)(\S.*)", re.DOTALL)
_TAB_LABEL = re.compile(r"([^\t]{1,40})\t+\s*(\S.*)", re.DOTALL)
_DASH_LABEL = re.compile(r"([^:：,·|.–—]{1,50})\s+[–—-]\s+(\S.*)", re.DOTALL)
_SEMICOLON = re.compile(r"\s*[;；؛]\s*")
_SEPARATORS = (
    re.compile(r"\s*[·•∙⋅●]\s*"),
    re.compile(r"\s*[|｜]\s*"),
    _SEMICOLON,
    re.compile(r"\s*[,，、،]\s*"),
)
_DASHES = re.compile(r"\s+[–—-]\s+")
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
        if isinstance(block, Paragraph) and _names_list(blocks, index):
            groups.append({"name": shown_label(block.text)})
            continue
        if isinstance(block, Paragraph):
            made = _levelled_lines(block, record) or _paragraph(block)
            if made and not (groups and "keywords" not in groups[-1]):
                made = _levelled_words(made, record) or made
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


def _names_list(blocks: list[Block], index: int) -> bool:
    """Whether a short line names the list under it: in bold, or all lines and lists alternate."""
    block = blocks[index]
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Paragraph) or not isinstance(below, (List, Paragraph)):
        return False
    if not _is_short_name(block):
        return False
    if wholly(block.text)[0] == "strong":
        return isinstance(below, List) or wholly(below.text)[0] != "strong"
    return len(blocks) > 2 and all(
        (isinstance(one, List) or (isinstance(one, Paragraph) and not _is_short_name(one)))
        if at % 2
        else (isinstance(one, Paragraph) and _is_short_name(one))
        for at, one in enumerate(blocks)
    )


def _is_short_name(block: Paragraph) -> bool:
    text = block.text.rstrip(":： ")
    short = len(block.lines) == 1 and len(text.split()) <= _LONGEST_NAME
    return short and not re.search(r"[·•|,;.\t:：]", masked(text))


_LONGEST_NAME = 6


def _dash_label(text: str) -> tuple[str, str, str] | None:
    """ "Excel (pivot tables, macros) – very good": the whole, the label, what belongs to it."""
    match = _DASH_LABEL.fullmatch(masked(text))
    return (text, text[: match.end(1)], text[match.start(2) :]) if match else None


def _levelled_lines(block: Paragraph, record: Record) -> list[Group] | None:
    """A line for each skill, with how well it is mastered: "SQL ★★★★☆"."""
    labels = [_PLAIN_LABEL.fullmatch(line.text) or _dash_label(line.text) for line in block.lines]
    groups = [
        _group(label[1], label[2]) if label else {"keywords": [line.text]}
        for line, label in zip(block.lines, labels, strict=True)
    ]
    made = levelled(groups, record) if len(groups) > 1 else []
    return made if all("level" in group for group in made) else None


def _columned(block: Paragraph) -> list[Group] | None:
    """A line of keywords, each in a column of its own."""
    words = block.text.split("\t")
    listed = len(block.lines) == 1 and len(words) > 2 and all(word.strip() for word in words)
    if not listed or re.search(r"[,;:：·|]\s", masked(block.text)):
        return None
    return [{"keywords": [word.strip() for word in words]}]


def _levelled_words(groups: list[Group], record: Record) -> list[Group]:
    """Skills of one line that each have a bracket with how well they are mastered, or none."""
    words = groups[0]["keywords"] if len(groups) == 1 and "name" not in groups[0] else []
    inner = [_GRADED.fullmatch(word) for word in words]
    told = sum(match is not None and is_level(match[2], record) for match in inner)
    if len(words) < _FEWEST_GRADED or not all(inner) or told * 2 <= len(words):
        return []
    return [{"name": shown_label(match[1]), "level": match[2]} for match in inner if match]


_GRADED = re.compile(r"([^()（）]+?)\s*[(（]([^()（）]+)[)）]")
_FEWEST_GRADED = 3


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
        match = _PLAIN_LABEL.fullmatch(line.text) or _TAB_LABEL.fullmatch(line.text)
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


def _bold_starts(block: Paragraph) -> list[Group] | None:
    """`**Label** a, b` on each line, without a sign between them."""
    matches = [_BOLD_START.fullmatch(line.text) for line in block.lines]
    if len(matches) < 2 or not all(matches):
        return None
    return [_group(match[1], match[2]) for match in matches if match]


_BOLD_START = re.compile(r"\*\*([^*]{1,40})\*\*\s+([^\s*].*)")


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
    _columned,
    _bold_labels,
    _bold_starts,
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
        plain = _PLAIN_LABEL.fullmatch(text) or _dash_label(text)
        if any(not isinstance(inner, List) for inner in item.blocks[1:]) or not text:
            return None
        if match and labelled:
            groups.append(_group(match[1], text[match.end() :], below))
        elif match and text[match.end() :].strip().startswith("(") and not below:
            groups.append({"keywords": [unstyle(text)]})
        elif plain and not _SENTENCE.search(plain[2]):
            groups.append(_group(plain[1], plain[2], below))
        elif below:
            groups.append({"name": shown_label(text), "keywords": below})
        elif len(text.split()) <= 14 and not _SENTENCE.search(masked(text)):
            groups.append({"keywords": split_keywords(text)})
        else:
            return None
    if graded := levelled(groups, record):
        return graded
    if all("name" not in group for group in groups):
        return [{"keywords": [word for group in groups for word in group["keywords"]]}]
    return groups


def _inner_words(block: Block) -> list[str]:
    return [item.text for item in block.items if item.text] if isinstance(block, List) else []


def _table(block: Table, record: Record) -> list[Group] | None:
    """Rows of a label and what belongs to it; a head row of words is a row of its own."""
    if columns := _columns(block, record):
        return columns
    if len(block.head) == 3:
        return _table_of_levels(block, record)
    if len(block.head) != 2:
        return None
    rows = [row for row in (*head_rows(block, record), *block.rows) if any(row)]
    graded = _column(unstyle(block.head[1]), record) == "level" and len(rows) == len(block.rows)
    if rows and all(name and (graded or is_level(text, record)) for name, text in rows):
        return [{"name": shown_label(name), "level": text} for name, text in rows]
    return [
        _group(name, text) if name else {"keywords": split_keywords(text)} for name, text in rows
    ]


def _columns(block: Table, record: Record) -> list[Group]:
    """A table whose head names groups, with what belongs to each under it; none for others."""
    heads = [unstyle(cell).strip() for cell in block.head]
    cells = [cell for row in block.rows for cell in row if cell]
    short = all(cell and len(cell.split()) <= 3 for cell in heads) and all(
        len(cell.split()) <= 4 and not re.search(r"[,;:✔✓]|^\W*$", cell) for cell in cells
    )
    known = any(record.vocabulary.column(cell) for cell in heads)
    graded = any(is_level(cell, record) or re.search(r"\d{4}", cell) for cell in cells)
    if len(heads) < 3 or not short or known or graded or len(block.rows) < 2:
        return []
    lists = [[row[at] for row in block.rows if row[at]] for at in range(len(heads))]
    if not all(lists):
        return []
    record.choose(block.line, "groups-in-columns", " ".join(heads), "groups of skills")
    return [{"name": head, "keywords": words} for head, words in zip(heads, lists, strict=True)]


def _table_of_levels(block: Table, record: Record) -> list[Group] | None:
    """Rows of a group, a skill and how well or long it is mastered; None for other tables."""
    rows = [row for row in (*head_rows(block, record), *block.rows) if any(row)]
    if not rows or not all(is_level(level, record) for _, _, level in rows if level):
        return None
    groups: list[Group] = []
    for name, text, level in rows:
        made: Group = {"name": shown_label(name)} if name else {}
        if level:
            made["level"] = level
        groups.append({**made, "keywords": split_keywords(text)})
    return groups


def head_rows(block: Table, record: Record) -> list[list[str]]:
    """The head of a table as a row of its own; none where it only names the columns."""
    cells = [unstyle(cell) for cell in block.head]
    names = [_column(cell, record) for cell in cells]
    if not all(name for name, cell in zip(names, cells, strict=True) if cell):
        return [block.head]
    for name, cell in zip(names, cells, strict=True):
        for part in cell.split("/") if name else ():
            record.use_label(block.line, part.strip(), f"labels.{name}")
    return []


def _column(cell: str, record: Record) -> str:
    """What a column holds by its head, which may say it in two languages: "Level / Niveau"."""
    told = {record.vocabulary.column(part) for part in cell.split("/")}
    return record.vocabulary.column(cell) or (told.pop() if len(told) == 1 else "")


def _definitions(block: Definitions) -> list[Group] | None:
    """Each term a group; its definitions are lists."""
    groups: list[Group] = []
    for term, below in block.items:
        if not below or not all(isinstance(inner, (Paragraph, List)) for inner in below):
            return None
        words = [w for b in below if isinstance(b, Paragraph) for w in split_keywords(b.text)]
        words += [word for inner in below for word in _inner_words(inner)]
        groups.append({"name": shown_label(term.text), "keywords": words})
    return groups


def _group(name: str, text: str, more: list[str] | None = None) -> Group:
    return {"name": shown_label(name), "keywords": [*split_keywords(text), *(more or [])]}


def split_keywords(text: str) -> list[str]:
    """A list in one line, cut at the strongest separator that stands outside of brackets."""
    text = text.strip().rstrip("\\").strip()
    if re.fullmatch(r"(?:`[^`]+`\s*)+", text):  # badges
        return re.findall(r"`([^`]+)`", text)
    mask = masked(text)
    if text.endswith(".") and not text.endswith(("etc.", "...")) and mask.count(". ") == 0:
        text = text[:-1]
        mask = mask[:-1]
    if len(_DASHES.findall(mask)) > 1 and not _SEPARATORS[0].search(mask):
        return split_top(text, _DASHES)
    for separator in _SEPARATORS:
        if separator.search(mask):
            parts = split_top(text, separator)
            if separator is _SEMICOLON:  # "Go, SQL; LaTeX"
                parts = [one for part in parts for one in split_top(part, _SEPARATORS[-1])]
            return parts
    return [text] if text else []
