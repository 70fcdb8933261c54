"""The word that ends a section of a form and says no more than that it ends: "以上"."""

from __future__ import annotations

from dataclasses import replace

from typeset.importers.text.markup.blocks import Paragraph
from typeset.importers.text.markup.inline import unstyle
from typeset.importers.text.record import Record
from typeset.importers.text.sections.raw_sections import RawSection
from typeset.importers.text.words.vocabulary import key


def without_last_words(section: RawSection, record: Record) -> list[RawSection]:
    """A section of a known kind without its last line where this is such a word.

    It stands by itself then; what its author wrote in prose it ends as its last paragraph.
    """
    if not section.kinds:
        return [section]
    *blocks, last = section.blocks or [Paragraph([])]
    lines = last.lines if isinstance(last, Paragraph) else []
    if not lines or key(unstyle(lines[-1].text)) not in record.vocabulary["last_words"]:
        return [section]
    *above, word = lines
    if not (blocks or above):
        return [section]
    kept = [Paragraph([*above[:-1], replace(above[-1], hard=False)])] if above else []
    rest = RawSection(section.title, section.line, section.kinds, [*blocks, *kept])
    return [rest, RawSection("", word.number, [], [Paragraph([word])])]
