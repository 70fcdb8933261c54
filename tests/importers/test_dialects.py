"""Marks of other dialects of Markdown: left out, and told of; a hashtag stays one."""

from __future__ import annotations

from typeset.importers.text.markup.dialects import as_commonmark
from typeset.importers.text.reading import read_markdown
from typeset.importers.text.record import Record


def _plain(text: str) -> tuple[str, list[str]]:
    record = Record("<text>", text)
    return as_commonmark(text, record), [problem.message for problem in record.problems]


def test_headings_need_no_space() -> None:
    tight = "#Ada Long\n\n##Experience\n\n###Founder, Crumb Bells Ltd\n2015 – 2019\n"
    spaced = tight.replace("#A", "# A").replace("#E", "# E").replace("#F", "# F")
    assert read_markdown(tight, "<text>").profile == read_markdown(spaced, "<text>").profile


def test_a_date_set_as_code_does_not_touch_what_is_bold() -> None:
    assert _plain("#### `2010`**Smith**, Holm")[0] == "#### `2010` **Smith**, Holm"
    assert _plain("`x2`**y** and `7`**2**")[0] == "`x2` **y** and `7`**2**"


def test_a_hashtag_is_no_heading() -> None:
    tags = "Rings bells.\n\n#bells #ringing\n\n#towers\n"
    assert _plain(tags) == (tags, [])


def test_lines_stay_where_they_are() -> None:
    text, told = _plain("# Ada\n\n{% for one in\n   jobs %}\nRings.{: .lead }\n")
    assert text == "# Ada\n\n\n\nRings.\n"
    assert len(told) == 2
    assert "{% for one in jobs %}" in told[0]


def test_addresses_of_a_site_are_what_it_makes_of_them() -> None:
    text, _ = _plain("[PDF]({{ '/cv.pdf' | relative_url }}) [Home]({{ site.baseurl }}/home)")
    assert text == "[PDF](/cv.pdf) [Home](/home)"


def test_marks_of_layout_are_told_of_and_other_commands_stay() -> None:
    text, told = _plain("\\vspace{1em}\n\\textbf{Bells}\n\\setlength{\\parindent}{0pt}\n")
    assert text == "\n\\textbf{Bells}\n\n"
    assert len(told) == 2


def test_html_set_in_behind_an_empty_line_is_no_code() -> None:
    source = "# Ada Finch\n\n## Projects\n\n<div>\n    <h3>Atlas</h3>\n    <p>Maps.</p>\n\n"
    source += "    <h3>Herbal</h3>\n    <p>Plants.</p>\n\n</div>\n"
    profile = read_markdown(source, "<text>").profile
    assert [project.name for project in profile.projects] == ["Atlas", "Herbal"]


def test_a_table_of_contents_is_told() -> None:
    links = "- [Work](#work)\n- [Skills](#skills)\n- [Talks](#talks)\n"
    imported = read_markdown(f"# Ada\n\n{links}\n## Skills\n\ngilding\n", "<text>")
    assert [p.span.line for p in imported.problems if p.rule == "contents" and p.span] == [3]
    assert not imported.profile.unplaced
