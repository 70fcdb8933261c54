"""Job postings of firms that do not exist, each with what a person marked in it.

`<name>.<lang>.md` is a posting, `<name>.<lang>.txt` its key terms in the order of reading.
A profile `<name>.<lang>.yaml` names its highlights `serves-…` and `idle-…`: what a person
would, and would not, show to that employer.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from typeset.profile import read_profile
from typeset.profile.addresses import Addressed
from typeset.tailor.posting import Term, terms
from typeset.tailor.posting.language import language
from typeset.tailor.posting.matching import Keys
from typeset.tailor.posting.terms import keys_of

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Sample:
    """A posting and what is marked in it."""

    name: str
    lang: str

    @property
    def text(self) -> str:
        return self._read("md")

    @property
    def terms(self) -> tuple[Term, ...]:
        return terms(self.text, self.lang)

    @property
    def labels(self) -> dict[str, Keys]:
        """The key terms, with what each is known by."""
        known = language(self.lang)
        return {line: keys_of(line, known) for line in self._read("txt").splitlines()}

    @property
    def profile(self) -> Addressed:
        return Addressed(read_profile(self._read("yaml"), self.name))

    def _read(self, suffix: str) -> str:
        return (FOLDER / f"{self.name}.{self.lang}.{suffix}").read_text("utf-8")


def samples(suffix: str = "md") -> list[Sample]:
    """Every posting that has a file with this suffix."""
    stems = sorted(path.stem for path in FOLDER.glob(f"*.{suffix}"))
    return [Sample(*stem.rsplit(".", 1)) for stem in stems]
