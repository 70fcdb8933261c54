"""A problem says what is wrong, shows where, and says what to do about it."""

from __future__ import annotations

from typeset.problems import (
    EnvironmentProblem,
    Problem,
    Severity,
    Span,
    TypesetError,
    UsageError,
    did_you_mean,
    errors,
)

TEXT = "basics:\n  nmae: Ada\n"


def test_problem_shows_place_line_caret_and_hint() -> None:
    span = Span.of_line("me.yaml", TEXT, line=2, column=3, length=4)
    problem = Problem("extra-forbidden", "there is no key 'nmae' here", span=span, hint="name?")
    assert str(problem).splitlines() == [
        "me.yaml:2:3: error: there is no key 'nmae' here",
        "    nmae: Ada",
        "    ^^^^",
        "  hint: name?",
    ]


def test_problem_without_a_place_is_one_line() -> None:
    assert str(Problem("x", "it rains", Severity.WARNING)) == "warning: it rains"


def test_problem_of_a_whole_file_names_only_the_file() -> None:
    assert str(Problem("x", "it is empty", span=Span("a.md"))) == "a.md: error: it is empty"


def test_span_with_a_line_alone() -> None:
    assert str(Span("a.md", 7, 0)) == "a.md:7"


def test_line_beyond_the_text_has_no_excerpt() -> None:
    assert Span.of_line("a.md", "one", 3).excerpt == ""


def test_tab_in_the_line_does_not_move_the_caret() -> None:
    problem = Problem("x", "m", span=Span("a", 1, 3, 2, "\tab cd"))
    _, line, caret = str(problem).splitlines()
    assert (line, caret) == ("   ab cd", "    ^^")


def test_long_line_is_cut_around_the_place() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    shown, caret = str(Problem("x", "m", span=Span("a", 1, 501, 4, line))).splitlines()[1:]
    assert len(shown) <= 102
    assert shown[caret.index("^") : caret.rindex("^") + 1] == "HERE"


def test_caret_never_leaves_the_line() -> None:
    _, shown, caret = str(Problem("x", "m", span=Span("a", 1, 2, 99, "abc"))).splitlines()
    assert (shown, caret) == ("  abc", "   ^^")
    assert str(Problem("x", "m", span=Span("a", 1, 9, 1, "abc"))).endswith("^")


def test_first_place_stays() -> None:
    placed = Problem("x", "m").at(Span("a", 1, 1))
    assert placed.span == Span("a", 1, 1)
    assert placed.at(Span("b", 2, 2)) is placed


def test_error_holds_all_problems_and_its_exit_code() -> None:
    both = [Problem("x", "first"), Problem("y", "second")]
    error = TypesetError(both)
    assert error.problems == tuple(both)
    assert str(error) == "error: first\nerror: second"
    assert TypesetError(both[0]).problems == (both[0],)
    codes = [kind.exit_code for kind in (TypesetError, UsageError, EnvironmentProblem)]
    assert codes == [1, 2, 3]


def test_errors_leaves_out_warnings_and_notes() -> None:
    found = [Problem("x", severity.value, severity) for severity in Severity]
    assert [problem.message for problem in errors(found)] == ["error"]


def test_did_you_mean_names_the_nearest_or_all() -> None:
    assert did_you_mean("nmae", ["name", "label"]) == "did you mean 'name'?"
    assert did_you_mean("zzz", ["name", "label"]) == "one of: name, label"
    assert did_you_mean("zzz", []) == ""
