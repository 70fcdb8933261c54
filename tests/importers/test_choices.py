"""What could be read in more than one way is told: the line, the rule, what it became."""

from __future__ import annotations

import pytest

from tests.importers.fixture_files import FIXTURES
from typeset.importers import import_text

TOLD = {
    "Chinese, projects behind their kind, captions": "kind-before-name",
    "German, lists in fences, rows that link to headings": "lines-in-fence",
    "e-mail addresses spelled out": "spelled-address",
    "divisions set columns side by side": "fenced-division",
    "a form of labelled lines": "labelled-lines",
    "a table of bars in plain text, under the names of its columns": "table-of-bars",
    "a period, a role and a firm as sentences over lists": "period-before-head",
    "table rows that come again as headings": "repeated",
    "text beside a margin of dates and titles": "margin-column",
    "titles in the margin, texts set in": "title-in-margin",
    "kinds that only the content tells": "kind-by-content",
    "years for headings": "dated-heading",
    "roles under a bare employer, each with its dates": "role-under-employer",
    "words that share a bracket with the date": "terms-of-date",
    "a name, a calling and a place in one line": "opening-summary",
    "issuers, awarders and remarks": "owner-behind-name",
    "publications under titles of their own": "citation",
    "givers, pages and states of certificates; prizes with remarks": "giver-first",
    "languages and hobbies among personal facts": "labelled-line",
    "one résumé in two languages": "repeated",
    "a statement under its title": "titled-letter",
    "lists in one line, remarks behind a date, and until when it holds": "items-in-a-line",
    "commissions, a year before each": "year-first-projects",
    "employers in bold, roles in italics, titles in bold capitals": "roles-by-style",
    "dates and places set to the right, skills in columns": "groups-in-columns",
    "a side column copied before the name": "name-behind-sidebar",
    "projects that are paragraphs, with names in bold": "names-first",
    "memberships, of which one has no year": "listing",
    "a form with dotted leaders": "dotted-leader",
    "titles nearly known": "title-nearly-known",
    "positions right under the document's title": "no-title",
    "a sentence under each skill": "sentence-whole",
    "lists under how well they are known, in a table of HTML": "levels-over-skills",
    "projects under lines in bold": "title-in-section",
    "titles nobody knows, set as the known ones are": "title-by-looks",
    "a line that one head takes, all heads take": "line-by-neighbours",
    "the last line under each degree is its school": "school-by-layout",
    "a role and its field over the line that names the employer in all heads": "form-by-neighbours",
    "projects with techniques under their names": "techniques-by-layout",
    "certificates under their schools, prizes in a table and in small letters": "line-under-name",
    "languages around skills, skills by how well they are known": "languages-among-skills",
    "sections in the columns of a table": "sections-in-columns",
    "items whose owner is a sentence behind a role and its date, one of them a title": (
        "owner-in-sentence"
    ),
    "languages, how well below each": "levels-in-list",
}


@pytest.mark.parametrize(("title", "rule"), TOLD.items(), ids=list(TOLD))
def test_a_choice_is_told(title: str, rule: str) -> None:
    fixture = next(one for one in FIXTURES if one.title == title)
    told = [choice for choice in import_text(fixture.source).choices if choice.rule == rule]
    assert told
    assert all(0 < choice.line <= fixture.source.count("\n") for choice in told)
    assert all(choice.text and choice.became for choice in told)


def test_what_is_no_text_of_the_document_is_told() -> None:
    fixture = next(one for one in FIXTURES if one.title == "page numbers and running heads")
    told = [p for p in import_text(fixture.source).problems if p.rule == "page-number"]
    assert [problem.span.line for problem in told if problem.span] == [11, 12, 18]
