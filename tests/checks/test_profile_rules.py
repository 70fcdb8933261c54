"""Each rule about a profile: one that fails it, and one like it that passes."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from textwrap import dedent

import pytest

import typeset.cli
from tests.say import loaded
from typeset.checks.lint import RULES, lint_profile
from typeset.checks.lint.language import words_of
from typeset.checks.lint.walk import texts
from typeset.loading import load
from typeset.words import words

STARTERS = Path(typeset.cli.__file__).parent / "starters"
TODAY = datetime.date(2026, 3, 1)


def found(text: str) -> set[str]:
    """The names of the rules that have something to say of this profile."""
    profile = loaded(dedent(text)).profile
    return {problem.rule for problem in lint_profile(profile, today=TODAY)}


def quoted(text: str) -> str:
    """A text as YAML reads it."""
    return json.dumps(text, ensure_ascii=False)


def work(*highlights: str, lang: str = "en") -> str:
    """A profile of one position with these highlights."""
    listed = "".join(f"\n      - {quoted(text)}" for text in highlights)
    return f"lang: {lang}\nwork:\n  - name: Acme\n    startDate: 2020\n    highlights:{listed}\n"


def jobs(*dates: str) -> str:
    """A profile with a position for each `start..end`; what follows a blank is its title."""
    text = "lang: en\nwork:\n"
    for number, date in enumerate(dates):
        span, _, title = date.partition(" ")
        start, _, end = span.partition("..")
        text += f"  - {{name: Firm {number}, startDate: {start}, endDate: {end}"
        text += f", position: {title}}}\n" if title else "}\n"
    return text


def letter(**parts: str) -> str:
    """A letter that lacks nothing, changed by `parts`."""
    whole = {
        "date": "2026-02-02", "greeting": "Dear Ms. Varga,", "closing": "Yours,",
        "signature": "Ilse Brandt", "body": "I measure bridges.", **parts,
    }  # fmt: skip
    lines = "".join(f"  {key}: {quoted(value)}\n" for key, value in whole.items() if value)
    return f"lang: en\nletter:\n{lines}  recipient: {{organisation: Vias do Douro}}\n"


LONG = "Measured " + "one more bridge of iron and stone, " * 13
FILLED = "sections: [work]\nwork: [{name: Acme}]"

# rule, a profile that fails it, a profile that passes it
CASES: list[tuple[str, str, str]] = [
    ("email-form", "basics: {email: ada.example.com}", "basics: {email: a.b+c@mail.example.com}"),
    ("email-form", "basics: {email: ada@example}", "basics: {email: jörg@bücher.example}"),
    ("email-form", "basics: {email: 'ada@ex ample.com'}", "basics: {email: o'hara@example.co.uk}"),
    ("phone-digits", "basics: {phone: 555-01}", "basics: {phone: 555-012}"),
    ("link-form", "basics: {url: my homepage}", "basics: {url: example.org/me}"),
    ("link-form", "basics: {url: resume.pdf}", "basics: {url: https://example.org/resume.pdf}"),
    ("link-form", "basics: {url: 'https://nowhere'}", "basics: {url: 'http://example.org:80'}"),
    ("link-form", work("Wrote [it](paper.pdf)."), work("Wrote [it](https://example.org/p).")),
    ("link-form", work("Wrote [it](#top)."), work("Wrote `[it](paper.pdf)`.")),
    ("date-future", jobs("2027-01..present"), jobs("2026-03..present")),
    ("date-future", jobs("2020-01..2027-06"), jobs("2020-01..2026-02")),
    ("date-gap", jobs("2018-01..2020-01", "2015-01..2016-06"),
     jobs("2018-01..2020-01", "2015..2017")),
    ("date-gap", jobs("2018-01..2020-01", "2015-01..2016-06"),
     jobs("2018-01..2020-01", "2015-01..2016-06")
     + "education: [{institution: A, startDate: 2016-09, endDate: 2017-12}]"),
    ("date-overlap", jobs("2015-01..2020-01", "2016-01..2018-01"),
     jobs("2015-01..2020-01", "2016-01..2018-01 Part-time lecturer")),
    ("date-overlap", jobs("2015-01..2020-01", "2016-01..2018-01"),
     jobs("2015-01..2017-01", "2016-01..2018-01")),
    ("date-overlap", jobs("2015-01..2020-01", "2016-01..2018-01"),
     jobs("2015-01..2020-01", "2016-01..2016-04")),
    ("date-precision", jobs("2015-01..2018"), jobs("2015-01..2018-02")),
    ("date-precision", jobs("2015..2018-02"), jobs("2015..2018")),
    ("date-forms", jobs("2019..present", "2015-01..2018-12"),
     jobs("2019-01..present", "2015..2018")),
    ("highlight-opening", work("Responsible for the budget."), work("Held the budget.")),
    ("highlight-opening", work("Measured a.", "Painted b.", "Wrote c.", "The budget of d."),
     work("Measured a.", "The paint of b.", "Wrote c.", "The budget of d.")),
    ("highlight-long", work(LONG), work(LONG[:400])),
    ("verb-repeated", work("Led a.", "Led b.", "Wrote c.", "Led d."),
     work("Led a.", "Led b.", "Wrote c.", "Drew d.")),
    ("full-stops-mixed", work("Led a team.", "Drew a bridge.", "Wrote the book"),
     work("Led a team", "Drew a bridge", "Wrote the book")),
    ("full-stops-mixed", work("Led a team.", "Drew a bridge", "Wrote the book"),
     work("Led it. It went well.", "Drew a bridge", "Wrote the book")),
    ("person-mixed", work("I led a.", "Drew b.", "Wrote c.", "Met d."),
     work("I led a.", "I drew b.", "I wrote c.", "I met d.")),
    ("person-mixed", "lang: en\nbasics: {name: Ada, summary: She draws. I like it.}",
     "lang: en\nbasics: {name: Ada, summary: I draw. My clients like her bridges.}"),
    ("summary-long", f"work: [{{name: A}}]\nbasics: {{summary: {'word ' * 91}}}",
     f"work: [{{name: A}}]\nbasics: {{summary: {'word ' * 90}}}"),
    ("placeholder", letter(body="I would like to join [Company]."),
     letter(body="I would like to join [Acme](https://example.org).")),
    ("placeholder", work("TODO numbers"), work("Wrote a todo program in Rust.")),
    ("placeholder", work("Lorem ipsum dolor."), work("Set lorem in Ipsum, a typeface.")),
    ("placeholder", work("Led {{team}}."), work("Led `{{team}}`, a template.")),
    ("placeholder", work("Worked for <Company Name>."), work("Compared a <b> with b > a [1].")),
    ("template-text", work("What you are glad to be asked about."), work("What you did.")),
    ("template-text", letter(body="When you can start, and how they reach you."), letter()),
    ("word-twice", work("Led the the team."), work("Said that that was it, in Baden Baden.")),
    ("spaces-doubled", work("Led  the team."), work("Led `a  b` and `c` of it.")),
    ("quotes-mixed", work("Wrote “A”.", 'Wrote "B".'), work('Wrote "A".', "Made it 5'10\" tall.")),
    ("quotes-mixed", work("It’s done.", "Isn't it."), work("It’s done.", "The 1960s' end.")),
    ("section-empty", "sections: [work, skills]\nwork: [{name: A}]", FILLED),
    ("section-empty", "sections: [work, {title: Notes}]\nwork: [{name: A}]",
     "sections: [work, {title: Notes, body: Some.}]\nwork: [{name: A}]"),
    ("section-empty", "sections: [summary, work]\nwork: [{name: A}]",
     "sections: [summary, work]\nwork: [{name: A}]\nbasics: {summary: Here.}"),
    ("section-twice", "sections: [work, work]\nwork: [{name: A}]", FILLED),
    ("section-twice", "sections: [{title: A, body: b}, {title: a, body: c}]",
     "sections: [{kind: work, title: Now, entries: [a]}, {kind: work, title: Then}]\n"
     "work: [{name: A, id: a}, {name: B}]"),
    ("letter-greeting", letter(greeting=""), letter()),
    ("letter-closing", letter(closing="", signature=""), letter(closing="")),
    ("letter-date", letter(date=""), letter(date="today")),
    ("letter-addressee", letter(body="I would love to join Three Rivers Medical."),
     letter(body="I would love to join Vias do Douro.")),
    ("letter-addressee", letter(greeting="I am applying to Acme,"),
     letter(body="At Acme I led the work at Trento.")),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "bad", "good"), CASES)
def test_rule(rule: str, bad: str, good: str) -> None:
    assert rule in found(bad)
    assert rule not in found(good)


def test_every_rule_is_tried() -> None:
    assert {rule.name for rule in RULES} == {name for name, _, _ in CASES}


@pytest.mark.parametrize("starter", sorted(STARTERS.iterdir()), ids=lambda path: path.name)
def test_every_sentence_of_a_starter_is_known(starter: Path) -> None:
    left = words_of("en").template
    said = [text for _, text in texts(load(starter).profile) if len(words(text)) > 5]
    assert said
    for text in said:
        assert all(part.lower() in left for part in text.split("\n\n")), text


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_rule_is_silenced(rule: str) -> None:
    bad = next(text for name, text, _ in CASES if name == rule)
    assert rule not in found(f"{dedent(bad)}\nmeta: {{lint: [{rule}]}}\n")


def test_unknown_rule_is_said() -> None:
    profile = loaded("basics: {name: A}\nmeta: {lint: [word-twise]}").profile
    (problem,) = lint_profile(profile)
    assert (problem.rule, problem.hint) == ("rule-unknown", "did you mean 'word-twice'?")


def test_without_a_day_nothing_is_future() -> None:
    assert lint_profile(loaded(jobs("2999-01..present")).profile) == []


@pytest.mark.parametrize("lang", ["fi", "de", "fr", "es"])
def test_other_languages_have_fewer_rules_and_no_wrong_ones(lang: str) -> None:
    assert found(work("I led a.", "The b.", "Made c.", "Made d.", lang=lang)) == set()


def test_a_highlight_with_a_lead_may_begin_as_it_likes() -> None:
    text = """
      lang: en
      work:
        - name: Acme
          highlights:
            - {lead: Bridges, text: the longest of them.}
            - Measured it.
            - Painted it.
            - Sold it.
    """
    assert found(text) == set()
