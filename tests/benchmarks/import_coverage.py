"""What importing places of fixtures and of unseen sources, and how its time grows; as Markdown.

    python -m tests.benchmarks.import_coverage

Words placed and invented are counted against the source's own text; typed are those in fields that
say what they are. In `structured` (JSON Resume, LinkedIn's export and their like) the file's own
keys say that of every word, so that their importers count neither, and the row has dashes; what is
not placed there is what its file hides, or says under keys of no known meaning, and all is told.

F1 compares the fields of the profile with those of the expected one, each by its path and its
words: marks and punctuation may differ. Two careful readers who agree on all that a source says
still write some fields in two ways; these ways are equal here, and no others:

- `lang` is not compared: it is no word of the source.
- A degree is compared whole, `studyType` with `area`, without the words that join the two: on such
  a word alone depends whether a profile splits it ("only where no word falls out").
- An interest is its words, whether they stand as a group's name or as its keywords: "Chess" may be
  either, and says the same.
- A profile elsewhere is its address: the username is a part of it, and the network names its host.
  Where no address is given, all that is given is compared.
- A person's place is its words: it is one string, or its parts where these are sure.
"""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml

from tests.importers.documents.docx_cases import CASES
from tests.importers.documents.making import FOLDER as DOCUMENTS
from tests.importers.documents.making import pdf, read
from tests.importers.fixture_files import FIXTURES, UNSEEN, Fixture
from tests.importers.structured.samples import SAMPLES
from typeset.importers import import_text
from typeset.importers.imported import Imported
from typeset.importers.text.markup.inline import visible_words
from typeset.profile.writing import write_profile
from typeset.typesetting import Press
from typeset.words import words

KILOBYTES = (50, 100, 200, 400, 800)

JOINING = {"in", "im", "of", "de", "en", "em", "di", "van", "i", "w", "по", "в", "з", "في"}
"""Words between a degree and its subject: "BSc in Botany", "Licence de botanique"."""


def main() -> None:
    """Print the coverage tables and the times."""
    print_tables()
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


def print_tables() -> None:
    """Print a row a family of fixtures, then a row a family of unseen sources."""
    with Press() as press:
        _print_table("family", [*_texts(FIXTURES), *_structured(), *_documents(press)])
    _print_table("unseen", _texts(UNSEEN))


@dataclass(frozen=True)
class Reading:
    """A source to be read, and the profile it must become."""

    family: str
    read: Callable[[], Imported]
    expected: str
    counted: bool = True
    """Whether its importer counts the words typed and invented."""


def _texts(fixtures: Iterable[Fixture]) -> list[Reading]:
    return [
        Reading(one.family.replace("_", " "), partial(import_text, one.source), one.expected)
        for one in fixtures
    ]


def _structured() -> list[Reading]:
    return [
        Reading("structured", one.read, one.expected.read_text("utf-8"), counted=False)
        for one in SAMPLES
    ]


def _documents(press: Press) -> Iterator[Reading]:
    def made(kind: str, name: str) -> Imported:
        if kind == "docx":
            return read(CASES[name](), f"{name}.docx")
        page = (DOCUMENTS / kind / f"{name}.html").read_text("utf-8")
        return read(pdf(page, press) if kind == "pdf" else page.encode(), f"{name}.{kind}")

    for kind in ("docx", "html", "pdf"):
        for profile in sorted((DOCUMENTS / kind).glob("*.yaml")):
            reading = partial(made, kind, profile.stem)
            yield Reading(kind.upper(), reading, profile.read_text("utf-8"))


@dataclass
class Counts:
    """What was counted of one or more sources."""

    sources: int = 0
    words: int = 0
    placed: int = 0
    counted: int = 0
    """Words of sources whose importers count those typed and invented."""
    typed: int = 0
    invented: int = 0
    found: int = 0
    expected: int = 0
    right: int = 0

    def add(self, other: Counts) -> None:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    def row(self, name: str) -> str:
        """A row of the table."""
        score = 2 * self.right / (self.found + self.expected)
        invented = f"{self.invented / self.counted:.2%}" if self.counted else "–"
        typed = f"{self.typed / self.counted:.1%}" if self.counted else "–"
        shares = f"{self.placed / self.words:.2%} | {invented} | {typed} | {score:.3f}"
        return f"| {name} | {self.sources:,} | {self.words:,} | {shares} |"


def _print_table(what: str, readings: Iterable[Reading]) -> None:
    families: dict[str, Counts] = {}
    whole = Counts()
    for reading in readings:
        counts = _counts(reading)
        families.setdefault(reading.family, Counts()).add(counts)
        whole.add(counts)
    print(f"| {what} | sources | words | placed | invented | typed | F1 |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, counts in [*families.items(), ("**all**", whole)]:
        print(counts.row(name))
    print()


def _counts(reading: Reading) -> Counts:
    imported = reading.read()
    found = fields(write_profile(imported.profile))
    expected = fields(reading.expected)
    return Counts(
        sources=1,
        words=imported.words,
        placed=imported.placed,
        counted=imported.words if reading.counted else 0,
        typed=imported.typed,
        invented=_invented(imported),
        found=found.total(),
        expected=expected.total(),
        right=(found & expected).total(),
    )


def _invented(imported: Imported) -> int:
    told = (problem for problem in imported.problems if problem.rule == "invented")
    return sum(len(words(problem.message.partition(": ")[2])) for problem in told)


def fields(text: str) -> Counter[tuple[str, str]]:
    """Each filled field of a profile by its path, without the places in lists."""
    data = yaml.load(text, Loader=yaml.BaseLoader)
    return Counter(_leaves({name: data[name] for name in data if name != "lang"}, ""))


def _leaves(data: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(data, dict):
        if path == ".education":
            data = _with_whole_degree(data)
        elif path == ".basics.profiles" and data.get("url"):
            data = {"url": data["url"]}
        elif path == ".basics" and data.get("location"):
            data = {**data, "location": whole_place(data["location"])}
        for name, value in data.items():
            same = path == ".interests" and name in ("name", "keywords")
            yield from _leaves(value, path if same else f"{path}.{name}")
    elif isinstance(data, list):
        for value in data:
            if path != ".sections.entries" or isinstance(value, dict):  # else names of entries
                yield from _leaves(value, path)
    else:
        yield path, " ".join(visible_words(str(data)))


def whole_place(place: str | dict[str, str]) -> str:
    """The words of a place in no order: a postal code may stand before its city or behind it."""
    parts = place.values() if isinstance(place, dict) else [place]
    return " ".join(sorted(word for part in parts for word in visible_words(part)))


def _with_whole_degree(school: dict[str, Any]) -> dict[str, Any]:
    parts = [school[name] for name in ("studyType", "area") if school.get(name)]
    said = [word for part in parts for word in visible_words(part) if word.lower() not in JOINING]
    others = {name: value for name, value in school.items() if name not in ("studyType", "area")}
    return {**others, "degree": " ".join(said)} if said else others


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
