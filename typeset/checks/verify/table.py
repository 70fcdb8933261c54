"""The table of checks. A check is a function in the module of what it reads, and a row here."""

from __future__ import annotations

from typeset.checks.verify import file, fonts, links, pages, sight, tags, wording
from typeset.checks.verify.check import Check
from typeset.problems import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE
_TEXT, _TAGS = frozenset({"text"}), frozenset({"text", "tags"})
_WORDS = frozenset({"text", "document"})

PDF_CHECKS: tuple[Check, ...] = (
    # What it says
    Check("no-text", _E, "the text of the pages", wording.has_text),
    Check("words", _E, "words in content order (PDFium)", wording.words, _WORDS),
    Check("words-streams", _E, "words in the content streams (pikepdf)", wording.streams, _WORDS),
    Check("words-tags", _W, "words in the tag tree's order", wording.in_tags, _WORDS | _TAGS),
    Check("words-position", _N, "words by their place on the page", wording.by_position, _WORDS),
    Check("contact-fields", _W, "who it is, as recovered", wording.contact_fields, _WORDS),
    Check("fields", _N, "positions and degrees, as recovered", wording.fields, _WORDS),
    Check("recovered", _N, "how much of that it is", wording.recovered, _WORDS),
    Check("unmapped-glyph", _E, "the characters of the glyphs", wording.unmapped, _TEXT),
    # What is seen
    Check("hidden-text", _E, "the picture of each text", sight.hidden, _TEXT),
    Check("tiny-text", _W, "the size of the text", sight.tiny, _TEXT),
    Check("contrast", _W, "the colours of text and page", sight.low_contrast, _TEXT),
    Check("text-outside-page", _E, "the place of each text", sight.outside, _TEXT),
    Check("overlapping-text", _E, "the place of each text", sight.overlapping_text, _TEXT),
    # Fonts
    Check("font-not-embedded", _E, "the fonts", fonts.not_embedded),
    Check("font-without-unicode", _E, "the fonts' Unicode maps", fonts.without_unicode),
    # Structure
    Check("untagged", _W, "the structure tree", tags.untagged, _TEXT),
    Check("untagged-text", _W, "text that no tag holds", tags.stray_text, _TAGS),
    Check("tag-order", _E, "the tag tree's order and the content's", tags.order, _TAGS),
    Check("heading-levels", _W, "the headings", tags.headings, _TAGS),
    Check("list-tags", _W, "the lists", tags.lists, _TAGS),
    Check("link-tags", _W, "the links' tags", tags.links, _TAGS),
    Check("figure-alternative", _W, "the figures", tags.figures, _TAGS),
    Check("tab-order", _W, "the pages' tab order", tags.tab_order, _TAGS),
    # Links
    Check("link-target", _E, "the links and the words they stand on", links.mismatched, _TEXT),
    Check("link-local", _E, "the links' targets", links.local),
    Check("link-broken", _W, "the links' targets", links.broken),
    Check("link-area", _W, "the links' areas", links.too_small),
    # The file
    Check("language", _W, "the metadata", file.language),
    Check("title", _W, "the metadata", file.title),
    Check("author", _N, "the metadata", file.author),
    Check("path-leak", _W, "the metadata", file.paths),
    Check("dates-inside", _N, "the metadata", file.dates),
    Check("claims", _N, "the metadata", file.claims),
    Check("claims-not-kept", _E, "the metadata and the tags", file.broken_claims),
    Check("encrypted", _W, "the file", file.encrypted),
    Check("scripts", _W, "the file", file.scripts),
    Check("attachments", _N, "the files inside", file.attachments),
    Check("file-size", _W, "the file", file.too_large),
    # The pages
    Check("pages", _N, "the pages", pages.count_and_fill),
    Check("empty-page", _W, "the pages", pages.empty),
    Check("short-last-page", _N, "the last page", pages.short_last, _TEXT),
    Check("too-long", _N, "the pages and the profile's years", pages.too_long, _WORDS),
)
