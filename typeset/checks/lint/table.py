"""The table of rules. A rule is a function in the module of what it is about, and a row here."""

from __future__ import annotations

from typeset.checks.lint import contacts, dates, highlights, letters, sections, spelling, wording
from typeset.checks.lint.rule import Rule
from typeset.problems import Severity

_E, _W, _N = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    # Ways to reach the person
    Rule("email-form", _E, "an address is name@host.domain", contacts.email),
    Rule("phone-digits", _W, "give the whole number, with the code of its area", contacts.phone),
    Rule("link-form", _W, "write https://… , or a domain such as example.org/me", contacts.links),
    # Dates
    Rule("date-future", _W, "check the year", dates.future),
    Rule("date-gap", _N, "an interviewer will ask; a line can answer", dates.gaps),
    Rule("date-overlap", _N, "say which was part-time, or check the dates", dates.overlaps),
    Rule("date-precision", _N, "give both ends of a range in one form", dates.precision),
    Rule("date-forms", _N, "give recent entries as precisely as older ones", dates.forms),
    # Highlights
    Rule("highlight-opening", _N, "begin with what you did: a verb", highlights.opening),
    Rule("highlight-long", _N, "about two lines are read; cut it, or part it", highlights.long),
    Rule("verb-repeated", _N, "another verb says more", highlights.verb_repeated),
    Rule("full-stops-mixed", _N, "end all of an entry's with one, or none", highlights.stops),
    # Wording
    Rule("person-mixed", _N, "keep to one person throughout", wording.person),
    Rule("summary-long", _N, "a summary of 50 words is read; of 100, skipped", wording.summary),
    Rule("placeholder", _W, "fill it in, or delete it", wording.placeholder),
    Rule("template-text", _W, "write your own over it, or delete it", wording.template),
    # Spelling
    Rule("word-twice", _W, "delete one", spelling.word_twice),
    Rule("spaces-doubled", _N, "one space is enough", spelling.doubled_spaces),
    Rule("quotes-mixed", _N, "use one form throughout; “ ” and ’ are the printed ones",
         spelling.mixed_quotes),
    # Sections
    Rule("section-empty", _W, "fill it, or take it out of `sections`", sections.empty),
    Rule("section-twice", _W, "join them, or give one another title", sections.twice),
    # Letters
    Rule("letter-greeting", _N, "set `letter.greeting`", letters.greeting),
    Rule("letter-closing", _N, "set `letter.closing`", letters.closing),
    Rule("letter-date", _N, "set `letter.date`; `today` takes the day from --today", letters.date),
    Rule("letter-addressee", _W, "is it left from another application?", letters.addressee),
)  # fmt: skip
