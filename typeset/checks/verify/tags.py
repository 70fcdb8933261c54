"""The structure tree: what a screen reader is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from typeset.checks.facts import Tag
from typeset.checks.facts.lines import edge_texts, is_running_text
from typeset.checks.verify.check import Finding, Subject, quoted

_HEADING = re.compile(r"H([1-6])")
_LIST = frozenset({"LI", "L", "Caption", "Div", "NonStruct"})
_ITEM = frozenset({"Lbl", "LBody", "Div", "NonStruct", "L", "P", "Span"})


def untagged(subject: Subject) -> Iterator[Finding]:
    """There is a structure tree, and the file says that it is one."""
    facts = subject.facts
    if "structure tree" in facts.unread:
        return
    if facts.tags is None:
        yield Finding(
            "the file has no tags: a screen reader has to guess",
            "choose “tagged” or “accessible” when exporting the PDF",
        )
    elif not facts.metadata.marked:
        yield Finding("the file has tags and does not say so (MarkInfo)")


def stray_text(subject: Subject) -> Iterator[Finding]:
    """All text is in a tag, or is marked as no content."""
    held = set(_tree(subject).contents())
    running = {sheet.number: edge_texts(sheet) for sheet in subject.facts.sheets}
    stray = [
        s.text
        for s in subject.facts.stretches
        if not s.artifact
        and (s.page, s.marked) not in held
        and any(c.isalnum() for c in s.text)
        and not is_running_text(s.text, s.page)
        and "".join(s.text.split()) not in running.get(s.page, ())
    ]
    if stray:
        yield Finding(f"no tag holds {quoted(stray, 4)}")


def order(subject: Subject) -> Iterator[Finding]:
    """The tags come in the order of the content."""
    painted: dict[tuple[int, int], int] = {}
    texts: dict[tuple[int, int], str] = {}
    for position, stretch in enumerate(subject.facts.stretches):
        place = (stretch.page, stretch.marked)
        if stretch.marked >= 0 and not stretch.artifact:
            painted.setdefault(place, position)
            texts[place] = texts.get(place, "") + stretch.text
    last = -1
    for place in _tree(subject).contents():
        if place not in painted:
            continue
        if painted[place] < last:
            before = next(p for p, at in painted.items() if at == last)
            yield Finding(
                f"page {place[0]}: the tags read {quoted([texts[place]], 1)} after "
                f"{quoted([texts[before]], 1)}, the content before"
            )
            return
        last = painted[place]


def headings(subject: Subject) -> Iterator[Finding]:
    """Headings begin at the first level and skip none."""
    level = 0
    for tag in _tree(subject).walk():
        match = _HEADING.fullmatch(tag.role)
        if not match:
            continue
        found = int(match[1])
        if found > level + 1:
            after = f"after a heading of level {level}" if level else "as the first"
            yield Finding(f"a heading of level {found} comes {after}")
        level = found
    if not level:
        yield Finding("there are no headings among the tags")


def lists(subject: Subject) -> Iterator[Finding]:
    """Lists hold items, and items hold bodies."""
    wrong: Counter[str] = Counter()
    for tag in _tree(subject).walk():
        if tag.role == "L":
            wrong.update(f"{kid.role} in a list" for kid in tag.children if kid.role not in _LIST)
            if not any(kid.role == "LI" for kid in tag.walk()):
                wrong["a list without items"] += 1
        elif tag.role == "LI":
            others = [kid.role for kid in tag.children if kid.role not in _ITEM]
            wrong.update(f"{role} in a list's item" for role in others)
        else:
            wrong.update(f"LI in {tag.role}" for kid in tag.children if _lost_item(tag, kid))
    for what, times in wrong.items():
        yield Finding(f"the tags have {what}" + (f", {times} times" if times > 1 else ""))


def _lost_item(parent: Tag, kid: Tag) -> bool:
    return kid.role == "LI" and parent.role not in ("L", "Div", "NonStruct")


def links(subject: Subject) -> Iterator[Finding]:
    """Every link is an element Link, so that it is announced as one."""
    held = {number for tag in _tree(subject).walk() if tag.role == "Link" for number in tag.objects}
    lost = [link.target for link in subject.facts.links if link.object not in held]
    if lost:
        yield Finding(f"no Link among the tags holds the link to {quoted(lost, 3, ', ')}")


def figures(subject: Subject) -> Iterator[Finding]:
    """Every figure says in words what it shows."""
    silent = [
        tag
        for tag in _tree(subject).walk()
        if tag.role in ("Figure", "Formula") and not (tag.alternative.strip() or tag.actual.strip())
    ]
    if silent:
        yield Finding(f"{len(silent)} of the figures say nothing in words (Alt)")


def tab_order(subject: Subject) -> Iterator[Finding]:
    """Where there are links, one tabs through them by structure."""
    linked = {link.page for link in subject.facts.links}
    wrong = [str(s.number) for s in subject.facts.sheets if s.number in linked and s.tabs != "S"]
    if wrong:
        yield Finding(f"the tab order of page {', '.join(wrong)} is not that of the structure")


def _tree(subject: Subject) -> Tag:
    tree = subject.facts.tags
    assert tree is not None
    return tree
