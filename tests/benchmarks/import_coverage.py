"""What importing places of fixtures and of unseen sources, and how its time grows; as Markdown.

    python -m tests.benchmarks.import_coverage

Words placed and invented are counted against the source's own text; typed are those in
fields that say what they are; F1 compares each field of the profile with the expected one,
by its words: marks and punctuation may differ.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from tests.importers.fixture_files import FIXTURES, UNSEEN, Fixture
from typeset.importers import import_text
from typeset.importers.imported import Imported
from typeset.importers.text.markup.inline import visible_words
from typeset.profile.writing import HINT, write_profile
from typeset.words import words

KILOBYTES = (50, 100, 200, 400, 800)


def main() -> None:
    """Print the coverage table and the times."""
    _print_table("family", FIXTURES)
    _print_table("unseen", UNSEEN)
    print("| source | size | time | a kilobyte |")
    print("|---|--:|--:|--:|")
    for name, make in SHAPES.items():
        _seconds(make(1))
        for size in KILOBYTES:
            source = make(size)
            seconds = statistics.median(_seconds(source) for _ in range(3))
            kilobytes = len(source.encode()) / 1000
            each = seconds / kilobytes * 1000
            print(f"| {name} | {kilobytes:.0f} KB | {seconds:.2f} s | {each:.1f} ms |")


def _print_table(what: str, fixtures: list[Fixture]) -> None:
    families: dict[str, list[Fixture]] = {}
    for fixture in fixtures:
        families.setdefault(fixture.family, []).append(fixture)
    print(f"| {what} | sources | words | placed | invented | typed | F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, members in [*families.items(), ("**all**", fixtures)]:
        print(_row(name.replace("_", " "), members))
    print()


def _row(name: str, fixtures: list[Fixture]) -> str:
    total, placed, typed, invented = 0, 0, 0, 0
    right, found, expected = 0, 0, 0
    for fixture in fixtures:
        imported = import_text(fixture.source)
        total, placed = total + imported.words, placed + imported.placed
        typed += imported.typed
        invented += _invented(imported)
        made = _fields(write_profile(imported.profile).removeprefix(HINT))
        wanted = _fields(fixture.expected)
        right += (made & wanted).total()
        found, expected = found + made.total(), expected + wanted.total()
    score = 2 * right / (found + expected)
    shares = f"{placed / total:.2%} | {invented / total:.2%} | {typed / total:.1%} | {score:.3f}"
    return f"| {name} | {len(fixtures)} | {total:,} | {shares} |"


def _invented(imported: Imported) -> int:
    told = (problem for problem in imported.problems if problem.rule == "invented")
    return sum(len(words(problem.message.partition(": ")[2])) for problem in told)


def _fields(text: str) -> Counter[tuple[str, str]]:
    """Each filled field of a profile by its path, without the places in lists."""
    return Counter(_leaves(yaml.load(text, Loader=yaml.BaseLoader), ""))


def _leaves(data: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from _leaves(value, f"{path}.{name}")
    elif isinstance(data, list):
        for value in data:
            if path != ".sections.entries" or isinstance(value, dict):  # else names of entries
                yield from _leaves(value, path)
    else:
        yield path, " ".join(visible_words(str(data)))


def _filled(kilobytes: int, start: str, entry: Callable[[int], str]) -> str:
    """A source of about that many kilobytes."""
    entries: list[str] = []
    size = 0
    while size < kilobytes * 1000:
        entries.append(entry(len(entries)))
        size += len(entries[-1].encode())
    return start + "".join(entries)


def _positions(n: int) -> str:
    bullets = "".join(
        f"- Raised {n} walls of stone and lime, by *hand*, in {m} days.\n" for m in range(8)
    )
    return (
        f"### Engineer {n}, Works {n}\n*Jan 2001 – Feb 2002 · Town, Land*\n\n"
        f"Built **{n}** mills.\n\n{bullets}\n"
    )


def _plain_positions(n: int) -> str:
    bullets = "".join(f"  - Raised {n} walls of stone and lime in {m} days.\n" for m in range(8))
    return f"Engineer, Works {n} Ltd          Jan 2001 - Feb 2002\nTown, Land\n{bullets}\n"


def _links(n: int) -> str:
    return f"- **Mill {n}** – Built in {n} days. [Drawings](https://mills.example/{n})\n"


def _skills(n: int) -> str:
    return f"- **Craft {n}:** lime, stone, timber {n}, roofs of slate, drawing, survey {n}\n"


def _table(n: int) -> str:
    return f"| 2001–2002 | Engineer | Works {n} Ltd | Town | Raised {n} walls of stone |\n"


HEAD = "# Ada Long\n\n"
SHAPES: dict[str, Callable[[int], str]] = {
    "positions": lambda size: _filled(size, f"{HEAD}## Experience\n\n", _positions),
    "positions, plain text": lambda size: _filled(
        size, "ADA LONG\n\nEXPERIENCE\n\n", _plain_positions
    ),
    "projects with links": lambda size: _filled(size, f"{HEAD}## Projects\n\n", _links),
    "skills": lambda size: _filled(size, f"{HEAD}## Skills\n\n", _skills),
    "a table": lambda size: _filled(
        size,
        f"{HEAD}## Experience\n\n| Dates | Role | Company | Place | Text |\n{'|---' * 5}|\n",
        _table,
    ),
    "short lines and nothing else": lambda size: _filled(size, "", lambda n: f"Raised wall {n}\n"),
    "dated lines and nothing else": lambda size: _filled(
        size, "", lambda n: f"2019-2020 Clerk {n}\n"
    ),
    "one line": lambda size: _filled(size, "", lambda n: f"lime {n}, "),
}
"""Sources by what fills them, each made in any size (in kilobytes)."""


def _seconds(source: str) -> float:
    """Processor time, which other programs disturb least."""
    start = time.process_time()
    import_text(source)
    return time.process_time() - start


if __name__ == "__main__":
    main()
