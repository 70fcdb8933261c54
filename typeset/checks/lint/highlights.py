"""The highlights of an entry: how they begin, how long they are, how they end."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from typeset.checks.lint.language import Words
from typeset.checks.lint.rule import Remark, Subject
from typeset.checks.lint.walk import Bullet, all_bullets, bullets, entries
from typeset.document.markdown import plain, rich
from typeset.words import words

_LONG = 420
"""Characters: more than four lines of a page."""
_OFTEN = 3
_SENTENCE_ENDS_INSIDE = re.compile(r"[.!?…]\s+\S")


def opening(subject: Subject) -> Iterator[Remark]:
    """A highlight that tells a duty, or the one among many that begins with no verb."""
    for bullet in all_bullets(subject.profile):
        text = plain(rich(bullet.highlight.text)).lower()
        if weak := next((w for w in subject.words.weak if text.startswith(f"{w} ")), ""):
            yield Remark(
                bullet.path, f"“{weak[0].upper()}{weak[1:]}” tells a duty, not what you did"
            )
    for place in entries(subject.profile):
        plain_ones = [b for b in bullets(place) if not b.highlight.lead]
        verbless = [b for b in plain_ones if _first(b) in subject.words.articles]
        verbs = sum(_is_verb(_first(b), subject.words) for b in plain_ones)
        # One exception among at least three of a kind is an oversight; two are a style.
        if len(verbless) == 1 and verbs >= 3 and verbs == len(plain_ones) - 1:
            yield Remark(verbless[0].path, "this begins without a verb, unlike the others here")


def _first(bullet: Bullet) -> str:
    found = words(plain(rich(bullet.text)))
    return found[0].lower() if found else ""


def _is_verb(word: str, known: Words) -> bool:
    return word in known.verbs or (len(word) > 4 and bool(known.past) and word.endswith(known.past))


def long(subject: Subject) -> Iterator[Remark]:
    """A highlight of more than about four lines."""
    for bullet in all_bullets(subject.profile):
        length = len(plain(rich(bullet.text)))
        if length > _LONG:
            yield Remark(bullet.path, f"this highlight has {length} characters")


def verb_repeated(subject: Subject) -> Iterator[Remark]:
    """One word that begins three highlights of an entry."""
    for place in entries(subject.profile):
        begun: dict[str, list[Bullet]] = defaultdict(list)
        for bullet in bullets(place):
            first = _first(bullet)
            if len(first) > 2 and not bullet.highlight.lead and first not in subject.words.articles:
                begun[first].append(bullet)
        for first, those in begun.items():
            if len(those) >= _OFTEN and not first.isdigit():
                yield Remark(
                    those[_OFTEN - 1].path, f"{len(those)} highlights here begin with “{first}”"
                )


def stops(subject: Subject) -> Iterator[Remark]:
    """Of the highlights that are one sentence, some end with a full stop and some do not."""
    for place in entries(subject.profile):
        with_stop, without = [], []
        for bullet in bullets(place):
            text = plain(rich(bullet.text)).rstrip()
            single = not _SENTENCE_ENDS_INSIDE.search(text) and not bullet.highlight.lead
            if not text or bullet.highlight.children or not single:
                continue
            if text.endswith("."):
                with_stop.append(bullet)
            elif text[-1].isalnum() or text[-1] in ")”’»%":
                without.append(bullet)
        if with_stop and without and len(with_stop) + len(without) > 2:
            odd = min((without, with_stop), key=len)[0]
            missing = odd in without
            what = "ends without a full stop" if missing else "ends with a full stop"
            yield Remark(odd.path, f"this {what}, unlike others of its entry")
