"""Parse every English résumé in the theme `plain`: each field within the parser's limits is found.

`classic` sets position, employer and dates on one line, which the parser takes for one text
where they are near: of that theme only what stands in the head is asked for.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from tests import pdf
from tests.conformance import node
from tests.conformance.openresume import package
from tests.conformance.openresume.fields import Field, fields, found
from tests.conformance.openresume.limits import read_lists
from tests.conformance.pages import Made, every_page, sources

THEMES = ("plain", "classic")
_HEAD = frozenset({"email", "phone", "url", "location"})
"""Of `classic`, whose name is not bold, and so not the parser's first choice."""


def main() -> int:
    """Render, parse, print the counts and each limit's; the exit code."""
    try:
        parser = package.sources()
    except node.Unavailable as error:
        print(f"OpenResume: skipped, {error}")
        return 0
    lists = read_lists(parser)
    with every_page(THEMES, sources()) as pages:
        made = [one for one in pages if _is_asked(one)]
        script = Path(__file__).with_name("parse.mjs")
        answers = node.run(script, [one.path for one in made], str(parser))
        texts = [pdf.texts(one.path.read_bytes()) for one in made]
    asked: Counter[str] = Counter()
    limited: Counter[str] = Counter()
    missed = []
    for one, answer, text in zip(made, answers, texts, strict=True):
        for field in fields(one.document, text, lists):
            if field.limit or (one.look == "classic" and field.kind not in _HEAD):
                limited[field.limit] += one.look == "plain"
                continue
            asked[one.look] += 1
            if not found(field, answer):
                missed.append(f"OpenResume reads {one} without {_said(field)}")
    for theme in THEMES:
        lost = sum(f" {theme}/" in line for line in missed)
        print(f"OpenResume, {theme}: {asked[theme] - lost} of {asked[theme]} fields found")
    print("Fields of plain beyond its limits:")
    print(*(f"{n:4}  {limit}" for limit, n in limited.most_common() if limit), sep="\n")
    print(*missed, sep="\n")
    return 1 if missed else 0


def _is_asked(made: Made) -> bool:
    """It reads résumés, in English, of a person."""
    document = made.document
    return document.kind == "resume" and document.lang.startswith("en") and bool(document.head.name)


def _said(field: Field) -> str:
    return f"{field.kind} “{field.value}”"


if __name__ == "__main__":
    sys.exit(main())
