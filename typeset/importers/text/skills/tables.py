"""Tables of skills → groups: rows of a label and a list, columns under names, levels."""

from __future__ import annotations

import re

from typeset.importers.text.markup.blocks import Table
from typeset.importers.text.markup.inline import masked, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.titles import kinds_of
from typeset.importers.text.skills.levels import Group, is_level, shown_label
from typeset.importers.text.skills.words import labelled_group, split_keywords
from typeset.importers.text.words.dates import find_date
from typeset.importers.text.words.vocabulary import key


def table_groups(block: Table, record: Record) -> list[Group] | None:
    """Rows of a label and what belongs to it; a head row of words is a row of its own."""
    block = _with_listed_lines(block)
    if columns := _columns(block, record):
        return columns
    if levels := _levels_over_skills(block, record):
        return levels
    if beside := _levels_beside_skills(block, record):
        return beside
    if len(block.head) == 3 and (told := _table_of_levels(block, record)):
        return told
    if len(block.head) != 2:
        return _grid(block, record)
    rows = [row for row in (*head_rows(block, record), *block.rows) if any(row)]
    graded = _column(unstyle(block.head[1]), record) == "level" and len(rows) == len(block.rows)
    lists = sum(len(split_keywords(text)) > 1 for _, text in rows)
    graded = graded and lists * 2 <= len(rows)  # "Experience" over what one works with
    if rows and all(name and (graded or is_level(text, record)) for name, text in rows):
        return [{"name": shown_label(name), "level": text} for name, text in rows]
    return [
        labelled_group(name, text) if name else {"keywords": split_keywords(text)}
        for name, text in rows
    ]


def _with_listed_lines(block: Table) -> Table:
    """A table whose cells list their lines ("Go<br>SQL"), but for the labels of its rows."""
    if not block.lines:
        return block
    labelled = len(block.head) == 2

    def listed(at: int, cell: str) -> str:
        lines = [] if labelled and at == 0 else block.lines.get(cell, [])
        return "; ".join(_CELL_BULLET.sub("", line).rstrip(",; ") for line in lines) or cell

    rows = [[listed(at, cell) for at, cell in enumerate(row)] for row in block.rows]
    return Table(block.line, block.head, rows, block.numbers)


_CELL_BULLET = re.compile(r"^\s*[-•*–·]\s+")


def _levels_beside_skills(block: Table, record: Record) -> list[Group]:
    """Rows of a skill and, under heads that all say so, how long and how well it is mastered.

    One column may say what it is used for.
    """
    first, *names = [_column(unstyle(cell).strip(), record) for cell in block.head] or [""]
    told = [name for name in names if name != "level"]
    rows = [row for row in block.rows if any(row)]
    if first in ("", "level") or len(names) < _FEWEST_BESIDE or len(told) == len(names):
        return []
    if told not in ([], ["text"]) or not all(row[0] for row in rows):
        return []
    for cell, name in zip(block.head, [first, *names], strict=True):
        _use_head(block.line, unstyle(cell), name, record)
    groups: list[Group] = []
    for skill, *cells in rows:
        said = [(name, cell) for name, cell in zip(names, cells, strict=False) if cell.strip("-– ")]
        level = ", ".join(cell for name, cell in said if name == "level")
        used = [word for name, cell in said if name == "text" for word in split_keywords(cell)]
        group: Group = {"name": shown_label(skill)}
        group |= {"level": level} if level else {}
        groups.append(group | ({"keywords": used} if used else {}))
    return groups


_FEWEST_BESIDE = 2


def _columns(block: Table, record: Record) -> list[Group]:
    """A table whose head names groups, with what belongs to each under it; none for others.

    A cell may hold more than one skill ("Rhino, Revit"), in the first column as in the others.
    """
    heads = [unstyle(cell).strip() for cell in block.head]
    cells = [cell for row in block.rows for cell in row if cell]
    words = [word for cell in cells for word in split_keywords(cell)]
    short = all(cell and len(cell.split()) <= 3 for cell in heads) and all(
        len(word.split()) <= 4 and not re.search(r"[,;:✔✓]|^\W*$", word) for word in words
    )
    known = not {record.vocabulary.column(cell) for cell in heads} <= _GROUP_NAMES
    graded = any(is_level(cell, record) or re.search(r"\d{4}", cell) for cell in cells)
    lists = sum(len(split_keywords(cell)) > 1 for cell in cells)
    alone = len(block.rows) < 2 and lists * 2 <= len(heads)  # "Excel, R | SQL, Go | Lisp" is enough
    titled = all(kinds_of(cell, record.vocabulary) == ["skills"] for cell in heads)
    two = len(heads) == _FEWEST_BESIDE and titled and len(block.rows) > 1
    if (len(heads) < 3 and not two) or not short or known or graded or alone:
        return []
    if len(words) > len(cells) and not any(len(split_keywords(row[0])) > 1 for row in block.rows):
        return []  # lists behind what heads their row
    below = [
        [word for row in block.rows for word in split_keywords(row[at])] for at in range(len(heads))
    ]
    if not all(below):
        return []
    record.choose(block.line, "groups-in-columns", " ".join(heads), "groups of skills")
    return [{"name": head, "keywords": words} for head, words in zip(heads, below, strict=True)]


def _grid(block: Table, record: Record) -> list[Group] | None:
    """A table whose cells are a skill each, its head's too; None where a cell is anything else."""
    cells = [cell for row in (block.head, *block.rows) for cell in row if cell.strip("-– ")]
    plain = [unstyle(cell).strip() for cell in cells]
    if any(record.vocabulary.column(cell) for cell in plain[: len(block.head)]):
        return None
    if any(is_level(cell, record) or find_date(cell, record.vocabulary) for cell in plain):
        return None
    names = all(
        len(cell.split()) <= _LONGEST_NAME and re.search(r"[^\W\d_]", cell) for cell in plain
    )
    if not names or any(_APART.search(masked(cell)) for cell in plain):
        return None
    return [{"keywords": cells}] if cells else None


_APART = re.compile(r"[,;:·•|✔✓]|[.!?](?=\s|$)")
_LONGEST_NAME = 4


_GROUP_NAMES = {"", "keywords", "language"}
"""What a head may be that names a group: none that is known, "Tools", "Languages"."""


def _levels_over_skills(block: Table, record: Record) -> list[Group]:
    """Columns of a level each: skills, or a mark, beside the group or skill that heads the row.

    The words of a head, and of a row of several lists, are said once and true of each group.
    """
    corner, *levels = (unstyle(cell).strip() for cell in block.head)
    column = _column(corner, record)
    if (corner and not column) or not _are_levels(levels, block, record):
        return []
    if corner:
        record.use_label(block.line, corner, f"labels.{column}")
    used: set[str] = set()
    groups: list[Group] = []
    for number, row in zip(block.numbers[1:], block.rows, strict=False):
        name = shown_label(row[0])
        for level, cell in zip(levels, row[1:], strict=True):
            if not cell:
                continue
            for line, text in ((block.line, level), (number, name)):
                if text in used:
                    record.use_shared(line, text)
            used |= {level, name}
            words = {} if _MARK.fullmatch(cell) else {"keywords": split_keywords(cell)}
            groups.append({"name": name, "level": level, **words})
    record.choose(block.line, "levels-over-skills", " ".join(levels), "levels of skills")
    return groups


def _are_levels(levels: list[str], block: Table, record: Record) -> bool:
    """Whether each row has a name, and in the columns of levels one mark or mostly lists."""
    told = [[cell for cell in row[1:] if cell] for row in block.rows]
    cells = [cell for row in told for cell in row]
    lists = sum(len(split_keywords(cell)) > 1 for cell in cells) * 2 > len(cells)
    marks = all(_MARK.fullmatch(cell) for cell in cells) and all(len(row) == 1 for row in told)
    named = all(row[0] for row in block.rows) and all(told)
    known = any(record.vocabulary.column(level) for level in levels)
    return len(levels) > 1 and all(levels) and named and not known and (marks or lists)


_MARK = re.compile(r"[✓✔☑●•★xX]")


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
        _use_head(block.line, cell, name, record)
    return []


def _use_head(line: int, cell: str, name: str, record: Record) -> None:
    """Write down what names a column: a label, or a title of skills."""
    for part in cell.split("/") if name else ():
        told = name == "level" or record.vocabulary.column(part.strip())
        record.use_label(line, part.strip(), f"labels.{name}" if told else "sections")


def _column(cell: str, record: Record) -> str:
    """What a column holds by its head, which may say it in two languages: "Level / Niveau".

    A title of skills does as well: "Area | Technologies".
    """
    if key(cell) in record.vocabulary.labels["level"]:
        return "level"  # "Years", which elsewhere are those of an entry
    told = {record.vocabulary.column(part) for part in cell.split("/")}
    titled = "keywords" if kinds_of(cell, record.vocabulary) == ["skills"] else ""
    return record.vocabulary.column(cell) or (told.pop() if len(told) == 1 else "") or titled
