"""What is said of an employer, and not of what one did there: its `description`.

Four signs tell: the text stands between the employer's line and the role's, or over the roles
held there, each with its own texts; its label says so ("事業内容：…"); or it says in one sentence
what kind of firm it is and how many work there ("Product company, 80 employees").
"""

from __future__ import annotations

import re

from typeset.importers.text.header.facts import is_lasting
from typeset.importers.text.heads.lines import RawEntry
from typeset.importers.text.heads.parts import Head
from typeset.importers.text.markup.blocks import Block, Line, Paragraph, to_markdown
from typeset.importers.text.markup.inline import escape_start, unlink, unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.words.vocabulary import key, label_key


def take_said(head: Head, raw: RawEntry, record: Record) -> str:
    """Take what is said of the employer from the texts under a head; "" where nothing is."""
    for remark in head.remarks:
        if _tells_firm(remark, head.who, record):
            head.remarks.remove(remark)
            record.choose(raw.line, "said-of-firm", remark, "description")
            return escape_start(remark)
    first = raw.body[0] if raw.body else None
    if not isinstance(first, Paragraph) or is_lasting(unstyle(first.text), record):
        return ""  # "5 years 6 months" is no word on who employs
    labelled = employer_lines(first.lines, record)
    if labelled:
        left = first.lines[labelled:]
        raw.body[:1] = [Paragraph(left, first.indented)] if left else []
        return _shown(Paragraph(first.lines[:labelled]), "said-of-employer", record)
    alone = len(raw.body) == 1 and raw.employer and bool(raw.inner) and not head.what
    if not _LABEL.match(unstyle(first.text)) and (alone or _is_between(head, raw, first)):
        del raw.body[0]
        return _shown(first, "said-over-roles", record)
    if _tells_firm(first.text, head.who, record):
        del raw.body[0]
        return _shown(first, "said-of-firm", record)
    return ""


def tells_employer(block: Block, record: Record) -> bool:
    """Whether each line of a paragraph tells a fact of the employer by its label."""
    lines = block.lines if isinstance(block, Paragraph) else []
    return bool(lines) and employer_lines(lines, record) == len(lines)


def _shown(block: Block, rule: str, record: Record) -> str:
    text = to_markdown([block])
    record.choose(block.line, rule, text, "description")
    return text


def employer_lines(lines: list[Line], record: Record) -> int:
    """How many lines a paragraph begins with whose labels tell facts of the employer."""
    facts = record.vocabulary["employer_facts"]
    for count, line in enumerate(lines):
        label = _LABEL.match(unstyle(line.text))
        if not label or label_key(label[1]) not in facts:
            return count
    return len(lines)


def _tells_firm(said: str, who: str, record: Record) -> bool:
    """Whether a sentence tells what a firm is and whom it counts: "A web agency of ten people".

    An article alone tells it as well: "A country hotel with two bars"; so do whose it is,
    "Family-run bakery in three towns", and its name: "Larch is a charity for pilots".
    "Core team, five people" and "Studio manager, 12 staff" tell what one did there.
    """
    text = unlink(unstyle(said))[0].strip(" .")
    words = [key(word) for word in _WORD.findall(text)]
    if not 0 < len(words) <= _LONGEST_FIRM or _INNER_END.search(text):
        return False
    words = _without_name(words, who, record)
    named = any(words[0] in record.vocabulary[name] for name in ("indefinites", "firm_leads"))
    begin = words[1:] if named else words
    lists = ("firm_kinds", "organisations") if named else ("firm_kinds",)
    kinds = [record.vocabulary[name] for name in lists]
    most = _FIRM_WORDS + _MORE_NAMED * named
    at = next((at for at, word in enumerate(begin[:most]) if any(word in one for one in kinds)), -1)
    joined = record.vocabulary["and"]
    if at < 0 or record.vocabulary.small_words.intersection(set(begin[:at]) - joined):
        return False  # "Ran an agency of ten people"
    counted = record.vocabulary["headcounts"]  # "40 engineers" are no job
    behind = " ".join(word for word in begin[at + 1 :] if word not in counted)
    is_job = any(record.vocabulary.has(name, behind) for name in ("roles", "units"))
    return (named or _counts_people(begin, record)) and not is_job


def _without_name(words: list[str], who: str, record: Record) -> list[str]:
    """The words of a sentence behind "Larch is", where the employer is called so."""
    names_ = [key(word) for word in _WORD.findall(who)]
    at = next((at for at, word in enumerate(words) if word in record.vocabulary["being"]), 0)
    return words[at + 1 :] if 0 < at < len(words) - 1 and words[:at] == names_[:at] else words


_WORD = re.compile(r"\d+(?:[.,  ]\d+)*|[\w'’-]+")
_INNER_END = re.compile(r"(?<=\w{4})[.!?]\s")
_LONGEST_FIRM = 20
_FIRM_WORDS = 3
_MORE_NAMED = 3


def _counts_people(words: list[str], record: Record) -> bool:
    """Whether people are counted: "80 employees", "1,200 office staff", "de douze personnes"."""
    counted = record.vocabulary["headcounts"]
    for at, word in enumerate(words):
        if word in counted:
            before = words[max(0, at - 2) : at]
            if any(one[:1].isdigit() for one in before):
                return True
            if len(before) == 2 and before[0] in record.vocabulary.small_words:
                return True
    return False


_LABEL = re.compile(r"([^:：]{2,30}?)\s*[:：]")


def _is_between(head: Head, raw: RawEntry, said: Paragraph) -> bool:
    """Whether a text stands under the employer's line of a head and over that of the role."""
    who = _line_of(head.who, raw)
    what = _line_of(head.what, raw)
    return bool(who and what) and who < said.line < what


def _line_of(text: str, raw: RawEntry) -> int:
    """The line of a head on which a text of it stands; 0 for none."""
    shown = ((number, unlink(unstyle(line))[0]) for number, line in raw.head)
    return next((number for number, line in shown if text and line.startswith(text)), 0)
