"""The end of a letter: closing and signature where they stand, enclosures, postscript."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from typeset.importers.text.blocks import (
    Block,
    Heading,
    Line,
    List,
    Paragraph,
    Rule,
    to_markdown,
)
from typeset.importers.text.contacts import is_contact_line
from typeset.importers.text.inline import unstyle
from typeset.importers.text.letter_start import SOLID
from typeset.importers.text.record import Record
from typeset.importers.text.vocabulary import key

_LONGEST_CLOSING = 9
_LAST = 9
"""How many blocks from the end a closing is looked for."""
_MARK = re.compile(r"((?:p\.?\s?){1,3}(?:s|d)|[^\s:.]{1,14})\s*[.:：–—-]?", re.IGNORECASE)


@dataclass
class Ending:
    """What was taken off the end of a letter."""

    closing: str = ""
    signature: str = ""
    enclosures: list[str] = field(default_factory=list)
    postscript: str = ""
    contacts: list[tuple[int, str]] = field(default_factory=list)


def take_ending(blocks: list[Block], record: Record, trial: bool = False) -> Ending:
    """Cut the closing and all after it off `blocks`. On a `trial` nothing is recorded."""
    ending = Ending()
    mark = len(record.labels)
    for index in range(len(blocks) - 1, max(-1, len(blocks) - 1 - _LAST), -1):
        block = blocks[index]
        if not isinstance(block, Paragraph):
            continue
        for at in range(len(block.lines)):
            size, closing, rest = _closing(block, at, record)
            if not closing or not _signs_off(block.lines[at + size :], rest, blocks[index + 1 :]):
                continue
            after = [Line(block.lines[at].number, rest)] if rest else []
            after += block.lines[at + size :]
            following = blocks[index + 1 :]
            ending.closing = closing
            index, at, ending.closing = _two_lines(blocks, index, at, closing, record)
            block = blocks[index]
            assert isinstance(block, Paragraph)
            blocks[index:] = [Paragraph(block.lines[:at])] if at else []
            _read_after(after, following, ending, record)
            if trial:
                del record.labels[mark:]
            return ending
    _read_tail(blocks, ending, record)
    return ending


def _two_lines(
    blocks: list[Block], index: int, at: int, closing: str, record: Record
) -> tuple[int, int, str]:
    """A closing whose first half stands a line above: "此致", then "敬礼"."""
    block = blocks[index]
    if at:
        above, place = block, (index, at - 1)
    elif index and isinstance(blocks[index - 1], Paragraph):
        above = blocks[index - 1]
        place = (index - 1, len(above.lines) - 1 if isinstance(above, Paragraph) else 0)
    else:
        return index, at, closing
    assert isinstance(above, Paragraph)
    text = above.lines[place[1]].text
    known = key(text) in record.vocabulary["closings"] and SOLID.search(text)
    return (*place, f"{text}\\\n{closing}") if known else (index, at, closing)


def _closing(block: Paragraph, at: int, record: Record) -> tuple[int, str, str]:
    """A closing at line `at` of a block: (lines taken, the closing, the rest of its line)."""
    text = block.lines[at].text
    plain = unstyle(text).strip()
    words = plain.split()
    known = record.vocabulary["closings"]
    if at + 1 < len(block.lines) and SOLID.search(text):  # "此致", and "敬礼" under it
        below = block.lines[at + 1].text
        if key(text) in known and key(below) in known:
            return 2, f"{text}\\\n{below}", ""
    for size in range(min(_LONGEST_CLOSING, len(words)), 0, -1):
        phrase = " ".join(words[:size])
        if key(phrase) not in known:
            continue
        if size == len(words):
            return 1, text, ""
        if phrase[-1] in ",!.，" and len(words) - size <= 5 and words[size][:1].isupper():
            return 1, phrase, " ".join(words[size:])
        return 0, "", ""
    # "With warm regards from Lyon,": a short line that ends in a comma and holds a closing.
    if len(words) <= _LONGEST_CLOSING and plain.endswith(",") and record.vocabulary.has(
        "closings", plain.rstrip(","), 3
    ) and not any(word.endswith((".", ";")) for word in words):  # fmt: skip
        return 1, text, ""
    folded = " ".join(line.text for line in block.lines).casefold().replace("’", "'")
    phrases = record.vocabulary["closing_phrases"]
    if at == 0 and len(folded.split()) <= 45 and any(phrase in folded for phrase in phrases):
        end = next(
            (i for i, line in enumerate(block.lines) if line.text.rstrip().endswith((".", ","))),
            len(block.lines) - 1,
        )
        return end + 1, " ".join(line.text for line in block.lines[: end + 1]), ""
    return 0, "", ""


def _signs_off(lines: list[Line], rest: str, following: list[Block]) -> bool:
    """Whether only short lines come after a closing: no closing stands within the body."""
    texts = [rest, *(line.text for line in lines)]
    if any(len(text.split()) > 30 for text in texts):
        return False
    long_ = sum(isinstance(b, Paragraph) and len(b.text.split()) > 60 for b in following)
    return not any(isinstance(block, Heading) for block in following) and not long_


def _read_after(lines: list[Line], following: list[Block], ending: Ending, record: Record) -> None:
    """Read what stands after the closing, line by line."""
    signature: list[str] = []
    groups: list[list[Line]] = [lines] if lines else []
    waiting: str = ""
    for block in following:
        if isinstance(block, Paragraph):
            groups.append(block.lines)
        elif isinstance(block, List):
            groups += [_all_lines(item.blocks) for item in block.items]
        else:
            groups.append([Line(block.line, to_markdown([block]))])
    for group in filter(None, groups):
        waiting = _read_group(group, signature, ending, record, waiting)
    ending.signature = "\\\n".join(signature)


def _all_lines(blocks: list[Block]) -> list[Line]:
    """The lines of an item, with those of the lists in it."""
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            lines += block.lines
        elif isinstance(block, List):
            lines += [line for item in block.items for line in _all_lines(item.blocks)]
        elif text := to_markdown([block]):
            lines.append(Line(block.line, text))
    return lines


def _read_group(
    group: list[Line], signature: list[str], ending: Ending, record: Record, waiting: str
) -> str:
    first = unstyle(group[0].text)
    kind, label, text = _marked(first, record)
    if kind == "postscript":
        ending.postscript = " ".join([ending.postscript, *(line.text for line in group)]).strip()
        return ""
    for line in group:
        kind, label, text = _marked(unstyle(line.text), record)
        if kind == "enclosures":
            record.use_label(line.number, label, "enclosures")
            ending.enclosures += _items(text)
            waiting = "enclosures"
        elif waiting == "enclosures":
            ending.enclosures.append(line.text)
        elif signature and is_contact_line(line.text):
            ending.contacts.append((line.number, line.text))
        elif ending.postscript:
            ending.postscript += f" {line.text}"
        elif signature and _is_note(line.text):
            ending.postscript = line.text
        else:
            signature.append(line.text)
    return waiting


def _is_note(text: str) -> bool:
    """A sentence under the signature: no one signs with it."""
    plain = unstyle(text)
    return len(plain.split()) > 8 or bool(re.match(r"(?:cc|c\.c\.|note)\s*:", plain, re.IGNORECASE))


def _items(text: str) -> list[str]:
    """What is enclosed, one an item: cut at commas only where each part is short."""
    parts = [part.strip() for part in re.split(r"[;·,、，،]", text) if part.strip()]
    short = all(len(part.split()) <= 5 for part in parts)
    return parts if short else [part.strip() for part in re.split(r"[;·；]", text) if part.strip()]


def _marked(text: str, record: Record) -> tuple[str, str, str]:
    """A line's label as postscript or enclosures, the label, and the text after it."""
    match = _MARK.match(text)
    if match and key(match[1].replace(" ", "")) in record.vocabulary["postscript"]:
        return "postscript", match[1], text[match.end() :].strip()
    label, colon, rest = re.sub("：", ":", text).partition(":")
    bare = re.sub(r"\s*\(\d+\)$", "", label).strip()
    if key(bare) in record.vocabulary["enclosures"] and (colon or not rest):
        return "enclosures", label if label == bare else bare, _counted(label, bare) + rest.strip()
    words = text.split()
    if words and key(words[0]) in ("encl", "enc", "encs") and len(words) > 1:
        return "enclosures", words[0], " ".join(words[1:])
    return "", "", ""


def _counted(label: str, bare: str) -> str:
    extra = label[len(bare) :].strip()
    return f"{extra} " if extra else ""


def _read_tail(blocks: list[Block], ending: Ending, record: Record) -> None:
    """A letter without a closing may still end with a short line of a name, or a postscript."""
    while blocks and isinstance(blocks[-1], Rule):
        blocks.pop()
    last = blocks[-1] if blocks else None
    if isinstance(last, Paragraph) and len(blocks) > 1:
        kind, _, _ = _marked(unstyle(last.text), record)
        words = last.text.split()
        if kind == "postscript":
            ending.postscript = " ".join(line.text for line in last.lines)
            blocks.pop()
        elif (
            len(words) <= 4 and not re.search(r"[.!?:,;\d]$", last.text) and words[0][:1].isupper()
        ):
            ending.signature = last.text
            blocks.pop()
