"""Headings without a heading's mark: known titles, bold lines, capitals, bare lines.

Each rule turns a paragraph that only looks like a heading into one, or cuts its first
line off as one. The rules differ in how sure they are, and run in that order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from typeset.importers.text.blocks import Block, Heading, Line, List, Paragraph, Quote
from typeset.importers.text.contact_pieces import is_contact_line
from typeset.importers.text.dates import find_date, is_only_date
from typeset.importers.text.inline import unlink, unstyle, wholly
from typeset.importers.text.plain import settled
from typeset.importers.text.record import Record
from typeset.importers.text.titles import (
    is_document_title,
    is_page_title,
    kind_of,
    kinds_in,
    kinds_of,
    shown_title,
)
from typeset.importers.text.vocabulary import key

_ENDS = re.compile(r"[.!?:;,…。！？：—–-][\"”’)»]*$")
_LONGEST = 70
_LABELS = frozenset({"languages", "skills", "certificates"})
"""Kinds whose titles also stand as labels within a list of skills."""
_STRUCTURED = frozenset({"work", "education", "skills", "volunteer", "certificates", "awards",
                         "publications", "languages", "references", "interests"})  # fmt: skip


def promote(blocks: list[Block], record: Record, bare: bool) -> list[Block]:
    """Blocks with unmarked headings as headings; `bare` lines only where a source has no marks."""
    blocks = _known_titles(_loud_titles(blocks, record), record, bare)
    if not _section_headings(blocks, record) or not any(_is_marked(b) for b in blocks):
        blocks = _each(blocks, record, _capitals)
    if bare and not any(isinstance(b, Heading) and b.marked for b in blocks):
        blocks = _bare_lines(blocks, record)
    return blocks


def _loud_titles(blocks: list[Block], record: Record) -> list[Block]:
    """Bold lines in capitals as headings, where two known titles or more are written so."""
    loud = [
        block for block in blocks[1:]
        if isinstance(block, Paragraph) and len(block.lines) == 1 and _is_loud(block.text, record)
    ]  # fmt: skip
    known = [block for block in loud if kinds_of(shown_title(block.text), record.vocabulary)]
    if len(known) < 2 or any(_is_marked(block) for block in blocks[1:]):
        return blocks
    told = {id(block) for block in loud}
    for block in loud:
        if not kinds_of(shown_title(block.text), record.vocabulary):
            record.choose(block.line, "title-by-looks", unstyle(block.text), "section title")
    return [
        Heading(2, shown_title(block.text), block.line, marked=False)
        if isinstance(block, Paragraph) and id(block) in told
        else block
        for block in blocks
    ]


def _is_loud(text: str, record: Record) -> bool:
    plain = unlink(unstyle(text))[0].strip().rstrip(":：").strip()
    loud = wholly(text.strip().rstrip(":："))[0] == "strong" and plain.isupper()
    dated = find_date(plain, record.vocabulary)
    return loud and not dated and len(plain) <= _LONGEST and not re.search(r"[@|\d]", plain)


def _is_marked(block: Block) -> bool:
    return isinstance(block, Heading) and block.marked


def _section_headings(blocks: list[Block], record: Record) -> list[Heading]:
    return [
        block for block in blocks
        if isinstance(block, Heading) and kinds_of(unstyle(block.text), record.vocabulary)
    ]  # fmt: skip


def _level(blocks: list[Block], record: Record) -> int:
    """The level that unmarked section headings get: that of the marked ones."""
    return min((block.level for block in _section_headings(blocks, record)), default=2)


def _known_titles(blocks: list[Block], record: Record, bare: bool) -> list[Block]:
    """A paragraph, or its first line, that is a known section title and nothing else."""
    level = _level(blocks, record)
    marked = any(_is_marked(b) for b in _section_headings(blocks, record))
    unseen = _unmarked_titles(blocks, record)
    if unseen and not bare:  # written as plain text is: its lines end where their author ended them
        blocks = [
            Paragraph(settled(block.lines), block.indented)
            if isinstance(block, Paragraph) and not any(line.hard for line in block.lines)
            else block
            for block in blocks
        ]
    grouped = _in_groups(blocks, record) if marked else set()
    firsts = Counter(key(_first_line(block)) for block in blocks if marked)
    # Where titles stand in the margin, an indented line is none.
    out = bare and sum(isinstance(block, Heading) and not block.marked for block in blocks) > 1
    started = over = False  # `over`: titles stand right over their texts
    above: Heading | None = None
    result: list[Block] = []
    for at, block in enumerate(blocks):
        last = result[-1] if result else None
        above = next((one for one in reversed(result[-2:]) if isinstance(one, Heading)), above)
        started = started or (_is_marked(block) and bool(_section_headings([block], record)))
        first = block.lines[0] if isinstance(block, Paragraph) else None
        named = not result and not _opens_section(block, record)  # the first block is the name
        if not first or not isinstance(block, Paragraph) or named or (block.indented and out):
            result.append(block)
            continue
        if run_in := _run_in(block, record):
            title, prose = run_in
            result.append(Heading(level, title, first.number, marked=False))
            result.append(Paragraph([prose, *block.lines[1:]], block.indented))
            continue
        if bare and (title := _capital_title(first.text, record)):
            said = first.text[len(title) :].strip()
            result.append(Heading(level, title, first.number, marked=False))
            result.append(Paragraph([Line(first.number, said, first.hard), *block.lines[1:]]))
            record.choose(first.number, "title-beside-text", first.text, f"section: {title}")
            continue
        beside, tab, said = first.text.partition("\t")
        kind = record.vocabulary.sections.get(record.vocabulary.joined(beside)) if tab else ""
        if tab and not kind and _is_computing(beside, last, record):
            kind = "skills"
        if bare and kind and kind != "contact" and beside[:1].isupper() and said.strip():
            result.append(Heading(level, beside.strip(), first.number, marked=False))
            line = Line(first.number, said.strip(), first.hard)
            result.append(Paragraph([line, *block.lines[1:]], block.indented))
            continue
        title = shown_title(unstyle(first.text))
        loud = bool(wholly(first.text)[0] == "strong" or title.isupper())
        alone = len(block.lines) == 1
        bare_line = bare and not marked and (first.hard or alone) and len(title.split()) < 3
        known = _names_section(title, first, loud, bare_line, record) and (
            loud or not marked or not started or first.number in unseen
        )
        other = key(title) in record.vocabulary["other_sections"] and first.text[:1].isupper()
        cut = at + 1 < len(blocks) and blocks[at + 1].line == first.number  # its text stood beside
        other = other or (cut and _is_computing(title, last, record))
        known = known or (bare and not marked and other and (alone or (over and first.hard)))
        if marked and started and known and at in grouped:
            known = False
        compound = not record.vocabulary.sections.get(record.vocabulary.joined(title))
        if marked and started and known and compound and _is_in_entry(above, record):
            known = False
        again = firsts[key(first.text)] > 1
        if marked and started and known and _is_within(first.text, again, above, record):
            known = False
        if known and (alone or loud or not _is_label(block, last, above, record, bool(unseen))):
            result.append(Heading(level, title, first.number, marked=False))
            over = over or (not alone and not block.indented)
            if not alone:
                lines = settled(block.lines[1:]) if bare or unseen else block.lines[1:]
                result.append(Paragraph(lines, block.indented))
        else:
            result.append(block)
    return result


def _opens_section(block: Block, record: Record) -> bool:
    """Whether the first line of a document, alone, is the title of a section with entries."""
    if not isinstance(block, Paragraph) or len(block.lines) > 1:
        return False
    kinds = kinds_of(shown_title(unstyle(block.text)), record.vocabulary)
    bold = wholly(block.text)[0] == "strong"  # "**Personal details**"
    return bool(_STRUCTURED & set(kinds)) or (bold and kinds == ["contact"])


def _is_in_entry(above: Heading | None, record: Record) -> bool:
    """Whether the last heading is that of an entry: a marked one that names no section."""
    return bool(above and above.marked and not kinds_of(unstyle(above.text), record.vocabulary))


def _is_within(line: str, again: bool, above: Heading | None, record: Record) -> bool:
    """Whether a bold line under the heading of an entry says what follows in it: "Results:".

    Among skills, one with a colon is the label of a list.
    """
    if not above or not above.marked:
        return False
    colon = unstyle(line).rstrip().endswith((":", "："))
    if kinds := kinds_of(unstyle(above.text), record.vocabulary):
        return colon and kinds == ["skills"]
    return colon or again or record.vocabulary.column(shown_title(unstyle(line))) == "text"


def _first_line(block: Block) -> str:
    return block.lines[0].text if isinstance(block, Paragraph) else ""


def _in_groups(blocks: list[Block], record: Record) -> set[int]:
    """The places of blocks with bold lines around them, under one heading, that are no titles."""
    found: set[int] = set()
    begin = 0
    for end in [*(n for n, block in enumerate(blocks) if isinstance(block, Heading)), len(blocks)]:
        named = [at for at in range(begin, end) if _is_group(_first_line(blocks[at]), record)]
        if named:
            found |= {*range(begin, end)} - ({*named} if len(named) == 1 else set())
        begin = end + 1
    return found


def _is_group(line: str, record: Record) -> bool:
    """Whether a line is bold and no title: the name of a group, or of an entry."""
    if wholly(line)[0] != "strong" or known_title(line, record):
        return False
    return not find_date(unstyle(line), record.vocabulary)


def _is_computing(title: str, above: Block | None, record: Record) -> bool:
    """Whether "IT" or the like is a title of its own: right under one it is a label."""
    return not isinstance(above, Heading) and key(title) in record.vocabulary["computing"]


def _unmarked_titles(blocks: list[Block], record: Record) -> set[int]:
    """The lines of known titles that begin a paragraph, where few sections have a marked heading.

    Few are no more than those without: who marks them all means a bare "Languages" as a label.
    """
    marked = [block for block in _section_headings(blocks, record) if block.marked]
    kinds = {kind for block in marked for kind in kinds_of(unstyle(block.text), record.vocabulary)}
    found: dict[int, str] = {}
    for block in blocks[1:]:
        if isinstance(block, Paragraph):
            kind = known_title(block.lines[0].text, record)
            if kind and kind not in kinds:
                found[block.line] = kind
    return set(found) if 0 < len(marked) <= len(set(found.values())) else set()


def known_title(text: str, record: Record) -> str:
    """The kind of a line that is a section's title as the data has it, and nothing else."""
    title = shown_title(unstyle(text))
    return record.vocabulary.sections.get(record.vocabulary.joined(title), "")


_SAID = ("summary", "references")
_RUN_IN = re.compile(r"(\*\*)?([^:*]{3,40}):(\*\*)?\s+(\S.*)", re.DOTALL)


def _run_in(block: Paragraph, record: Record) -> tuple[str, Line] | None:
    """A title in capitals, or a bold one of prose, that its text follows: "OBJECTIVE: To be …"."""
    first = block.lines[0]
    style, inner = wholly(first.text)
    if style == "em" and len(block.lines) == 1 and (match := _RUN_IN.fullmatch(inner)):
        said = known_title(match[2], record) == "references"  # "*References: ask …*"
        return (match[2].strip(), Line(first.number, match[4], first.hard)) if said else None
    match = _RUN_IN.fullmatch(first.text)
    kinds = kinds_of(match[2], record.vocabulary) if match else []
    if not match or not kinds:
        return None
    stated = known_title(match[2], record) == "summary"
    prose = (bool(match[1]) or stated) and kinds[0] in _SAID and len(match[4].split()) > 6
    if not prose and not match[2].isupper():
        return None
    return match[2].strip(), Line(first.number, match[4], first.hard)


def _capital_title(text: str, record: Record) -> str:
    """The known title in capitals that a line begins with, before words that are not: "" for none.

    "EDUCATION Northern College of Art".
    """
    words = text.split(" ")
    count = next((at for at, word in enumerate(words) if not word.isupper() and word != "&"), 0)
    title = " ".join(words[:count])
    while title and not known_title(title, record):
        title = title.rpartition(" ")[0]
    after = words[len(title.split())] if title else ""
    return title if len(title) > _SHORTEST_CAPITAL and after[:1].isupper() else ""


_SHORTEST_CAPITAL = 5


def _names_section(title: str, line: Line, loud: bool, bare: bool, record: Record) -> bool:
    """Whether a line is a section's title: one known as it is, or a compound that stands out."""
    if len(title) > _LONGEST:
        return False
    if record.vocabulary.sections.get(record.vocabulary.joined(title)):
        return True
    first, dash, after = re.sub(r"\s[–—-]\s", " – ", title).partition(" – ")
    lasting = bool(dash) and re.match(r"\D{0,12}\d+\s?\w", after)  # "Experience – 14 years"
    if lasting and record.vocabulary.sections.get(record.vocabulary.joined(first)):
        return record.vocabulary.has("durations", after)
    if not kinds_of(title, record.vocabulary) or find_date(line.text, record.vocabulary):
        return False
    plain = unlink(unstyle(line.text))[0].strip().rstrip(":：").strip()
    return loud or bare or title != plain  # behind a mark, or in a frame


def _is_label(
    block: Paragraph, last: Block | None, section: Heading | None, record: Record, unseen: bool
) -> bool:
    """A line over its list among others of that shape ("Languages" in a list of skills)."""
    if unseen and section and kind_of(unstyle(section.text), record.vocabulary) not in _LABELS:
        return False
    among = kind_of(unstyle(block.lines[0].text), record.vocabulary) in _LABELS
    return (
        among and isinstance(last, Paragraph) and len(last.lines) == len(block.lines) == 2
    ) or (bool(_ENDS.search(block.lines[-1].text)) and len(block.lines) > 4)  # fmt: skip


def _each(
    blocks: list[Block], record: Record, rule: Callable[[Paragraph, Block | None, Record], bool]
) -> list[Block]:
    result: list[Block] = []
    first = blocks[0].text if blocks and isinstance(blocks[0], (Paragraph, Heading)) else ""
    named = 1 if is_document_title(unstyle(first), record.vocabulary) else 0  # then comes the name
    for index, block in enumerate(blocks):
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        if index > named and isinstance(block, Paragraph) and rule(block, following, record):
            text = unstyle(block.lines[0].text).rstrip(":：").strip()
            result.append(Heading(2, text, block.line, marked=False))
            if len(block.lines) > 1:
                result.append(Paragraph(block.lines[1:]))
        else:
            result.append(block)
    return result


def _capitals(block: Paragraph, following: Block | None, record: Record) -> bool:
    """A line in capitals, with text under it that is not its date."""
    text = unlink(unstyle(block.lines[0].text))[0].strip().rstrip(":")
    letters = [character for character in text if character.isalpha()]
    if len(letters) < 4 or not text.isupper() or re.search(r"[\d|·•@,]", text):
        return False
    below: str = block.lines[1].text if len(block.lines) > 1 else ""
    if not below and isinstance(following, Paragraph):
        below = following.lines[0].text
    others = record.vocabulary["other_sections"] | record.vocabulary["miscellany"]
    told = bool(kinds_in(text, record.vocabulary)) or key(text) in others
    dated = not told and find_date(unstyle(below), record.vocabulary)
    return len(text.split()) <= 6 and bool(below or following) and not dated


def _bare_lines(blocks: list[Block], record: Record) -> list[Block]:
    """Single short lines without a sentence's end, over prose, outside of structured sections."""
    result: list[Block] = []
    kind = ""
    # The line under a page's title is its statement, not a section.
    first = blocks[0].text if blocks and isinstance(blocks[0], Paragraph) else ""
    after = 1 if is_page_title(first, record.vocabulary) else 0
    candidates = {
        index
        for index, block in enumerate(blocks)
        if index > after and _is_bare(block, blocks[index + 1 : index + 2], record)
    }
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            kind = kind_of(block.text, record.vocabulary)
        following = blocks[index + 1 : index + 2]
        if (
            isinstance(block, Paragraph)
            and kind not in _STRUCTURED
            and (
                index in candidates
                or (len(candidates) > 1 and index and _is_slogan(block, following))
            )
        ):
            named = kind == "projects"  # under such a title a bare line is a project's name
            result.append(Heading(3 if named else 2, block.text, block.line, marked=False))
            became = "an entry" if named else "section title"
            record.choose(block.line, "bare-line-heading", block.text, became)
            kind = kind if named else ""
        else:
            result.append(block)
    return result


def _is_bare(block: Block, following: list[Block], record: Record) -> bool:
    if not isinstance(block, Paragraph):
        return False
    text = block.text
    if len(block.lines) > 1 or len(text) > _LONGEST or len(text.split()) > 12 or _ENDS.search(text):
        return False
    if re.search(r"\s[|·•]\s", text) or is_contact_line(text) or find_date(text, record.vocabulary):
        return False
    if not following or not isinstance(following[0], (Paragraph, List, Quote)):
        return False
    below = following[0]
    if isinstance(below, Paragraph):
        return not is_only_date(below.lines[0].text, record.vocabulary) and not is_contact_line(
            below.lines[0].text
        )
    return True


def _is_slogan(block: Paragraph, following: list[Block]) -> bool:
    """A heading in sentences of two or three words: "Measure twice. Cut once."."""
    sentences = [part.split() for part in re.split(r"(?<=[.!])\s+", block.text)]
    return (
        len(block.lines) == 1
        and len(sentences) > 1
        and block.text[-1] in ".!"
        and all(len(words) <= 3 for words in sentences)
        and sum(map(len, sentences)) <= 6
        and bool(following)
        and isinstance(following[0], Paragraph)
    )
