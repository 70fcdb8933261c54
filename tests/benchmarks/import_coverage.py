"""What importing places, by family of fixtures, and how its time grows; as Markdown.

    python -m tests.benchmarks.import_coverage

Words placed and invented are counted against the source's own text; typed are those in
fields that say what they are; F1 compares each field of the profile with the expected one.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from tests.importers.fixture_files import FIXTURES, Fixture
from typeset.importers import import_text
from typeset.importers.imported import Imported
from typeset.profile.writing import HINT, write_profile
from typeset.words import words

KILOBYTES = (25, 50, 100, 200)


def main() -> None:
    """Print the coverage table and the times."""
    families: dict[str, list[Fixture]] = {}
    for fixture in FIXTURES:
        families.setdefault(fixture.file, []).append(fixture)
    print("| family | sources | words | placed | invented | typed | F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, fixtures in [*families.items(), ("**all**", FIXTURES)]:
        print(_row(name.replace("_", " "), fixtures))
    print()
    print("| size | time | a kilobyte |")
    print("|--:|--:|--:|")
    import_text(_resume(1))
    for size in KILOBYTES:
        source = _resume(size)
        seconds = statistics.median(_seconds(source) for _ in range(3))
        kilobytes = len(source.encode()) / 1000
        print(f"| {kilobytes:.0f} KB | {seconds:.2f} s | {seconds / kilobytes * 1000:.1f} ms |")


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
            yield from _leaves(value, path)
    else:
        yield path, str(data)


def _resume(kilobytes: int) -> str:
    """A résumé of about that many kilobytes."""
    entries: list[str] = []
    size = 0
    while size < kilobytes * 1000 or not entries:
        number = len(entries)
        bullets = "\n".join(
            f"- Raised {number} walls of stone and lime, by *hand*, in {m} days." for m in range(8)
        )
        entries.append(
            f"### Engineer {number}, Works {number}\n*Jan 2001 – Feb 2002 · Town, Land*\n\n"
            f"Built **{number}** mills.\n\n{bullets}"
        )
        size += len(entries[-1]) + 2
    return "# Ada Long\n\n## Experience\n\n" + "\n\n".join(entries)


def _seconds(source: str) -> float:
    start = time.perf_counter()
    import_text(source)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
