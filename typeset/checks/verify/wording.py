"""What the PDF says: words and their order, as four independent readings find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from typeset.checks.bidi import has_right_to_left
from typeset.checks.facts import PdfFacts
from typeset.checks.facts.lines import is_running, position_lines
from typeset.checks.pdf import Rendered, words_in_order
from typeset.checks.pdffile import PdfPage
from typeset.checks.verify.check import Finding, Subject, quoted
from typeset.checks.verify.fields import CONTACT
from typeset.document import Document, reading_order
from typeset.words import differences
from typeset.words import words as all_words


def has_text(subject: Subject) -> Iterator[Finding]:
    """There are letters at all: a scanned page has none."""
    facts = subject.facts
    if facts.sheets and not facts.has_text:
        pictures = any(sheet.images for sheet in facts.sheets)
        what = "only pictures of text: it looks scanned" if pictures else "no text at all"
        yield Finding(
            f"the pages hold {what}",
            "no program can read it; print the document to PDF from where it was written",
        )


def words(subject: Subject) -> Iterator[Finding]:
    """Every word of the profile, once, in order, as PDFium reads the content."""
    yield from _compared(subject, [sheet.text for sheet in subject.facts.sheets])


def streams(subject: Subject) -> Iterator[Finding]:
    """The same by the operators of the content streams and the file's own Unicode maps."""
    if "content streams" not in subject.facts.unread and not _turned(subject):
        yield from _compared(subject, stream_texts(subject.facts))


def in_tags(subject: Subject) -> Iterator[Finding]:
    """The same in the order of the tags, which screen readers follow."""
    if not _turned(subject):
        yield from _compared(subject, [tag_text(subject.facts)])


def by_position(subject: Subject) -> Iterator[Finding]:
    """No word moves when they are read by their place alone, as geometric extractors do."""
    assert subject.document is not None
    if _turned(subject):
        return
    lines = [
        line.text
        for sheet in subject.facts.sheets
        for line in position_lines(sheet)
        if not is_running(line, sheet)
    ]
    expected = [word for text in reading_order(subject.document) for word in all_words(text)]
    missing, added = differences(expected, [word for line in lines for word in all_words(line)])
    moved = list((Counter(missing) & Counter(added)).elements())
    if moved:
        yield Finding(
            f"extractors that read by position would read {quoted(moved)} elsewhere",
            "columns side by side and dates beside a head of two lines do this",
        )


def _turned(subject: Subject) -> bool:
    """Whether some words run right to left: their letters are drawn the other way round, and
    only the reading that turns them back can be held against the document.
    """
    return subject.document is not None and has_right_to_left(reading_order(subject.document))


def _compared(subject: Subject, texts: Sequence[str]) -> Iterator[Finding]:
    document = subject.document
    assert isinstance(document, Document)
    pages = tuple(PdfPage(0, 0, text, frozenset(), ()) for text in texts)
    for problem in words_in_order(Rendered(pages, document, ())):
        yield Finding(problem.message, problem.hint)


def stream_texts(facts: PdfFacts) -> list[str]:
    """Each page's text as its content stream has it."""
    return [
        "".join(s.text for s in facts.stretches if s.page == sheet.number) for sheet in facts.sheets
    ]


def tag_text(facts: PdfFacts) -> str:
    """The text in the order of the tags; what no tag holds is left out."""
    found: dict[tuple[int, int], str] = {}
    for stretch in facts.stretches:
        if not stretch.artifact:
            place = (stretch.page, stretch.marked)
            found[place] = found.get(place, "") + stretch.text
    assert facts.tags is not None
    return "".join(found.get(place, "") for place in facts.tags.contents())


def unmapped(subject: Subject) -> Iterator[Finding]:
    """No glyph without a character, and none of a private code."""
    for sheet in subject.facts.sheets:
        bad = sorted({c for c in sheet.text if c in "\ufffd\0" or "\ue000" <= c <= "\uf8ff"})
        if bad:
            codes = ", ".join(f"U+{ord(c):04X}" for c in bad[:8])
            yield Finding(
                f"page {sheet.number} holds glyphs without text: {codes}",
                "icon fonts and some symbol fonts do this; use words or real characters",
            )


def contact_fields(subject: Subject) -> Iterator[Finding]:
    """An applicant system recovers whose it is, and how to answer."""
    yield from _missed(subject, contact=True)


def fields(subject: Subject) -> Iterator[Finding]:
    """An applicant system recovers positions, degrees and their dates."""
    yield from _missed(subject, contact=False)


def _missed(subject: Subject, *, contact: bool) -> Iterator[Finding]:
    if _turned(subject):
        return
    missed = [
        f"{kind} {value}"
        for kind, value in subject.recovered.missed
        if (kind in CONTACT) is contact
    ]
    if missed:
        yield Finding(
            f"an applicant system may miss {quoted(missed, 6, '; ')}",
            "--view shows the text that it is left with",
        )


def recovered(subject: Subject) -> Iterator[Finding]:
    """How much an applicant system recovers."""
    of = subject.recovered
    if of.expected:
        kept = len(of.expected) - len(of.missed)
        yield Finding(
            f"an applicant system recovers {kept} of {len(of.expected)} fields "
            f"(precision {of.precision:.2f}, recall {of.recall:.2f})"
        )
