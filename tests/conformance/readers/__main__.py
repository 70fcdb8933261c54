"""Read every page with every program, print what each keeps, exit 1 where a promise breaks.

A program that cannot be had is a break, too: nothing is promised that is not seen.
"""

from __future__ import annotations

import sys
from collections import Counter

from tests.conformance.node import Unavailable
from tests.conformance.pages import (
    Made,
    every_page,
    has_side_column,
    looks,
    sources,
    specimens,
)
from tests.conformance.readers.programs import PROGRAMS
from tests.conformance.readers.promises import promised
from tests.conformance.readers.reading import Kept, Reading, judge

Readings = dict[str, list[tuple[Made, Reading]]]
"""By program."""


def main() -> int:
    """Render, read, print; the exit code."""
    with every_page(looks(), {**sources(), **specimens()}) as pages:
        readings, failed = _read(pages)
    _print_table(readings)
    broken = [
        f"{program} reads {made} with {reading.kept.name.lower()}: {' '.join(reading.words[:12])}"
        for program, of_program in readings.items()
        for made, reading in of_program
        if reading.kept < promised(program, two_columns=has_side_column(made.look))
    ]
    print(*broken, *failed, sep="\n")
    return 1 if broken or failed else 0


def _read(pages: list[Made]) -> tuple[Readings, list[str]]:
    readings: Readings = {}
    failed = []
    for name, program in PROGRAMS.items():
        try:
            texts = program([made.path for made in pages])
        except Unavailable as error:
            failed.append(f"{name} cannot read: {error}")
            continue
        judged = zip(pages, texts, strict=True)
        readings[name] = [(made, judge(text, made.document)) for made, text in judged]
    return readings, failed


def _print_table(readings: Readings) -> None:
    """Theme by program: how many documents are read in order, and how many less so."""
    print("Documents read in order / in words only")
    print(f"{'':20}", *(f"{name:>16}" for name in readings))
    for look in looks():
        cells = []
        for of_program in readings.values():
            counts = Counter(reading.kept for made, reading in of_program if made.look == look)
            cells.append(" / ".join(str(counts[kept]) for kept in (Kept.ORDER, Kept.WORDS)))
        print(f"{look:20}", *(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    sys.exit(main())
