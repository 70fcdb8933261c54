"""What is promised of each program's reading, by theme."""

from tests.conformance.readers.reading import Beside, Kept

BESIDE: dict[str, frozenset[Beside]] = {
    "academic": frozenset({"dates", "contacts"}),
    "classic": frozenset({"dates"}),
    "compact": frozenset({"dates", "titles"}),
    "executive": frozenset({"dates", "titles"}),
    "modern": frozenset({"dates", "contacts", "titles"}),
    "plain": frozenset(),
    "sidebar": frozenset({"dates", "contacts"}),
}


def promised(theme: str, program: str) -> Kept:
    return Kept.ORDER if program != "pdftotext" and program != "pdfminer" else Kept.TEXT
