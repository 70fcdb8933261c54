"""A good PDF passes every check; each way to spoil it is found by the rule that is meant."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from tests.checks.changed import (
    changed,
    good_pdf,
    marked_runs,
    notes,
    profile,
    rules,
    set_steps,
    steps,
    text_in_its_font,
    tree,
    write,
)
from typeset.checks.verify import PDF_CHECKS, verify_pdf
from typeset.typesetting import Press


@pytest.fixture(scope="module")
def good(press: Press) -> bytes:
    return good_pdf(press)


def test_good_pdf_passes(good: bytes) -> None:
    report = verify_pdf(good, "x.pdf", profile())
    assert [str(p) for p in report.problems if p.severity != "note"] == []
    assert (report.recovered.precision, report.recovered.recall) == (1.0, 1.0)
    assert notes(good, profile()) == {"recovered", "claims", "pages"}


def test_what_needs_a_profile_is_left_out_and_said(good: bytes) -> None:
    assert rules(good) == set()
    (left_out,) = (p for p in verify_pdf(good).problems if p.rule == "left-out")
    assert "words, words-streams" in left_out.message


# ---- Each spoils one thing ----


def drop_a_word(file: Pdf) -> None:
    content = steps(file)
    shown = [at for at, (_, name) in enumerate(content) if name == "TJ"]
    del content[shown[6]]
    set_steps(file, content)


def swap_two_blocks(file: Pdf) -> None:
    _swap(file, 6, -1)


def swap_on_one_line(file: Pdf) -> None:
    """PDFium sorts a line by place before it reads it; others do not."""
    _swap(file, -4, -1)


def _swap(file: Pdf, first: int, second: int) -> None:
    content = steps(file)
    runs = marked_runs(content)
    (a, b), (c, d) = runs[first], runs[second]
    set_steps(file, [*content[:a], *content[c:d], *content[b:c], *content[a:b], *content[d:]])


def strip_a_font(file: Pdf) -> None:
    descriptor = _fonts(file)[0].DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def strip_a_unicode_map(file: Pdf) -> None:
    del _fonts(file)[0].ToUnicode


def map_to_private_codes(file: Pdf) -> None:
    for font in _fonts(file):
        data = font.ToUnicode.read_bytes().replace(b"<0065>", b"<E065>")
        font.ToUnicode = file.make_stream(data)


def remove_a_tag(file: Pdf) -> None:
    item = tree(file, "LI")[0]
    item.K = Array()


def turn_the_tags(file: Pdf) -> None:
    parts = tree(file, "L")[0]
    parts.K = Array(list(reversed(list(parts.K))))


def remove_all_tags(file: Pdf) -> None:
    del file.Root.StructTreeRoot


def skip_a_heading(file: Pdf) -> None:
    for heading in tree(file, "H2"):
        heading.S = Name.H4


def begin_below_the_first_heading(file: Pdf) -> None:
    tree(file, "H1")[0].S = Name.P


def break_a_list(file: Pdf) -> None:
    tree(file, "LI")[0].S = Name.P


def hide_a_link_from_the_tags(file: Pdf) -> None:
    tree(file, "Link")[0].S = Name.Span


def figure_without_words(file: Pdf) -> None:
    tree(file, "P")[0].S = Name.Figure


def tab_by_row(file: Pdf) -> None:
    file.pages[0].Tabs = Name.R


def unmark(file: Pdf) -> None:
    file.Root.MarkInfo.Marked = False


def white_text(file: Pdf) -> None:
    write(file, f"BT 1 1 1 rg 60 60 Td {text_in_its_font(file)} ET")


def nearly_white_text(file: Pdf) -> None:
    write(file, f"BT 0.97 g 60 60 Td {text_in_its_font(file)} ET")


def text_in_no_mode(file: Pdf) -> None:
    write(file, f"BT 3 Tr 60 60 Td {text_in_its_font(file)} ET")


def covered_text(file: Pdf) -> None:
    write(file, f"BT 0 g 60 60 Td {text_in_its_font(file)} ET 1 g 50 50 500 30 re f")


def tiny_text(file: Pdf) -> None:
    write(file, f"BT 0 g .3 0 0 .3 60 60 Tm {text_in_its_font(file)} ET")


def pale_text(file: Pdf) -> None:
    write(file, f"BT 0.7 g 60 60 Td {text_in_its_font(file)} ET")


def text_beyond_the_edge(file: Pdf) -> None:
    write(file, f"BT 0 g 580 60 Td {text_in_its_font(file)} ET")


def text_over_text(file: Pdf) -> None:
    one, other = text_in_its_font(file), text_in_its_font(file, -1)
    write(file, f"BT 0 g 60 60 Td {one} ET BT 61 62 Td {other} ET")


def visible_link_elsewhere(file: Pdf) -> None:
    _link(file, "example.org/varga").A.URI = String("https://example.org/someone-else")


def mail_elsewhere(file: Pdf) -> None:
    _link(file, "mailto:").A.URI = String("mailto:odile@example.com")


def link_into_the_machine(file: Pdf) -> None:
    _link(file, "manual").A.URI = String("file:///home/odile/manual.pdf")


def link_nowhere(file: Pdf) -> None:
    _link(file, "manual").A.URI = String("https://localhost-manual")


def link_without_area(file: Pdf) -> None:
    link = _link(file, "manual")
    left, bottom, right, _ = link.Rect
    link.Rect = Array([left, bottom, right, bottom])


def remove_the_language(file: Pdf) -> None:
    del file.Root.Lang


def another_language(file: Pdf) -> None:
    file.Root.Lang = String("de")


def hide_the_title(file: Pdf) -> None:
    file.Root.ViewerPreferences.DisplayDocTitle = False


def name_a_path(file: Pdf) -> None:
    file.docinfo["/Title"] = String("/home/odile/applications/final.docx")


def run_a_script(file: Pdf) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def weigh_too_much(file: Pdf) -> None:
    file.Root.Extra = file.make_stream(os.urandom(2_100_000))


def add_an_empty_page(file: Pdf) -> None:
    file.add_blank_page()


MUTATIONS: list[tuple[Callable[[Pdf], None], set[str]]] = [
    (drop_a_word, {"words", "words-streams", "words-tags"}),
    (swap_two_blocks, {"words", "words-streams", "tag-order"}),
    (swap_on_one_line, {"words-streams", "tag-order"}),
    (strip_a_font, {"font-not-embedded", "claims-not-kept"}),
    (strip_a_unicode_map, {"font-without-unicode"}),
    (map_to_private_codes, {"unmapped-glyph", "words", "words-streams"}),
    (remove_a_tag, {"untagged-text", "words-tags"}),
    (turn_the_tags, {"tag-order", "words-tags"}),
    (remove_all_tags, {"untagged", "claims-not-kept"}),
    (unmark, {"untagged"}),
    (skip_a_heading, {"heading-levels"}),
    (begin_below_the_first_heading, {"heading-levels"}),
    (break_a_list, {"list-tags"}),
    (hide_a_link_from_the_tags, {"link-tags"}),
    (figure_without_words, {"figure-alternative"}),
    (tab_by_row, {"tab-order"}),
    (white_text, {"hidden-text", "words"}),
    (nearly_white_text, {"hidden-text", "words"}),
    (text_in_no_mode, {"hidden-text", "words"}),
    (covered_text, {"hidden-text", "words"}),
    (tiny_text, {"tiny-text", "words"}),
    (pale_text, {"contrast", "words"}),
    (text_beyond_the_edge, {"text-outside-page", "words"}),
    (text_over_text, {"overlapping-text", "words"}),
    (visible_link_elsewhere, {"link-target"}),
    (mail_elsewhere, {"link-target"}),
    (link_into_the_machine, {"link-local"}),
    (link_nowhere, {"link-broken"}),
    (link_without_area, {"link-area"}),
    (remove_the_language, {"language", "claims-not-kept"}),
    (another_language, {"language"}),
    (hide_the_title, {"title", "claims-not-kept"}),
    (name_a_path, {"path-leak"}),
    (run_a_script, {"scripts"}),
    (weigh_too_much, {"file-size"}),
    (add_an_empty_page, {"empty-page"}),
]


@pytest.mark.parametrize(("change", "expected"), MUTATIONS, ids=lambda value: _name(value))
def test_what_is_spoilt_is_found(
    good: bytes, change: Callable[[Pdf], None], expected: set[str]
) -> None:
    found = rules(changed(good, change), profile())
    assert expected <= found
    # Nothing that has no more to do with it than that the words or claims have changed with it.
    assert found - expected <= ALSO


ALSO = {
    "words", "words-streams", "words-tags", "claims-not-kept", "contact-fields", "untagged-text",
    "heading-levels", "list-tags", "link-tags", "contrast", "overlapping-text", "tag-order",
}  # fmt: skip


def test_restrictions_are_found(good: bytes) -> None:
    locked = changed(good, lambda file: None, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "encrypted" in rules(locked, profile())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda file: [file.docinfo.__delitem__("/Author"), file.Root.__delitem__("/Metadata")],
         "author"),
        (lambda file: file.docinfo.__setitem__("/CreationDate", "D:20260101"), "dates-inside"),
        (lambda file: file.attachments.__setitem__("a.txt", b"a"), "attachments"),
    ],
    ids=["author", "dates", "attachments"],
)  # fmt: skip
def test_what_is_only_noted(good: bytes, change: Callable[[Pdf], None], expected: str) -> None:
    assert expected not in notes(good)
    assert expected in notes(changed(good, change))


def test_two_column_reading_is_noted(good: bytes) -> None:
    """Two texts whose places are exchanged are still in order in the file."""

    def move(file: Pdf) -> None:
        content = steps(file)
        begin = [begin for begin, _ in marked_runs(content)]
        places = [at for at, (_, name) in enumerate(content) if name == "Tm"]
        first, second = (next(at for at in places if at > begin[run]) for run in (-9, -2))
        content[first], content[second] = content[second], content[first]
        set_steps(file, content)

    spoilt = changed(good, move)
    assert "words-position" in notes(spoilt, profile())
    assert "words" not in rules(spoilt, profile())


def test_every_row_is_tried() -> None:
    tried = set().union(*(expected for _, expected in MUTATIONS))
    tried |= {"encrypted", "author", "dates-inside", "attachments", "words-position"}
    tried |= {"recovered", "claims", "pages"}  # said of the good one
    elsewhere = {"no-text", "contact-fields", "fields", "short-last-page", "too-long"}
    assert {check.name for check in PDF_CHECKS} == tried | elsewhere


def _fonts(file: Pdf) -> list[Any]:
    return list(file.pages[0].Resources.Font.values())


def _link(file: Pdf, part: str) -> Any:
    return next(link for link in file.pages[0].Annots if part in str(link.A.URI))


def _name(value: object) -> str:
    return value.__name__ if callable(value) and hasattr(value, "__name__") else ""
