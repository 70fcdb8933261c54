"""Reading is linear: a long résumé, and lines made to trap a pattern, are read at once."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from markdown_it import MarkdownIt

from tests.importers.fixture_files import FIXTURES
from typeset.importers import import_text

LONG = "# Ada Long\n\n## Experience\n\n" + "\n\n".join(
    f"### Engineer {n}, Works {n}\n*Jan 2001 – Feb 2002 · Town, Land*\n\nBuilt **{n}** mills.\n\n"
    + "\n".join(f"- Raised {n} walls of stone and lime, by *hand*, in {m} days." for m in range(8))
    for n in range(360)
)  # fmt: skip


def _seconds(source: str) -> float:
    gc.freeze()  # what other tests hold is not walked through meanwhile
    start = time.process_time()
    import_text(source)
    spent = time.process_time() - start
    gc.unfreeze()
    return spent


def test_a_long_resume_takes_little_more_than_its_markdown() -> None:
    def parsing() -> float:
        start = time.process_time()
        MarkdownIt().parse(LONG)
        return time.process_time() - start

    import_text(FIXTURES[0].source)
    assert len(LONG) > 190_000
    assert any(_seconds(LONG) < 6 * parsing() for _ in range(3))  # three times, on a quiet machine


TRAPS = {
    "stars": "**" * 4000 + "a",
    "brackets": "[" * 4000 + "](",
    "links": "[a](" * 2000,
    "open dates": "2019 – " * 3000,
    "months": "Jan " * 4000,
    "digits": "1 " * 8000,
    "at": "a@" * 4000,
    "dots": "a." * 4000 + "@",
    "colons": "a: " * 3000,
    "bars": "a | " * 3000,
    "spaces": "a" + " " * 8000 + "b",
    "quotes": "“" * 4000,
    "parentheses": "(" * 4000 + "2019" + ")" * 4000,
    "bold labels": "**a:** b " * 2000,
    "placeholders": "{{" * 4000,
    "backslashes": "\\" * 8001,
    "equals signs": "= \n" * 4000,
    "table rules": "|-|\n" * 4000,
    "bare rules": "a\n---" * 3000,
    "divisions": "<div>\n" * 4000,
    "styles": "<style>x" * 4000,
    "dated heads": "Engineer, Acme 2019 - 2020\n\n" * 1000,
    "spelled addresses": "a at b dot " * 3000,
}


_TIMES = 8


def _grows_in_line(seconds: Callable[[int], float], few: int) -> bool:
    """Whether eight times the text takes at most thrice eight times as long; 64 is the square's.

    Of three comparisons one must hold: a busy machine disturbs one, not three.
    """
    seconds(few)  # compiles expressions
    return any(seconds(_TIMES * few) < 3 * _TIMES * max(seconds(few), 0.02) for _ in range(3))


@pytest.mark.parametrize("frame", ["a {}", "# A\n\n## Experience\n\n### {}\n\n{}", "Dear A,\n\n{}"])
@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS)
def test_no_line_is_a_trap(trap: str, frame: str) -> None:
    def seconds(count: int) -> float:
        return _seconds(frame.replace("{}", trap[:count]))

    assert _grows_in_line(seconds, len(trap) // _TIMES)


MANY = {
    "plain lines": "raised wall {}\n",
    "dated roles": "2019-2020 Clerk {}\n",
    "bullets without a space": "*wall {}\n",
    "headings of entries": "### Clerk {}, Acme\n",
    "titles in capitals": "WORK EXPERIENCE\n\nClerk {}\n\n",
    "titles one under the other": "Work\n",
    "titles behind a star": "* EDUCATION\n\na text {}\n\n",
    "bold labels under a heading": "**Results:**\n\ntext {}\n\n",
    "links in HTML": '<a href="http://a.example/{}">a</a> b\n',
    "lists under elements of HTML": "<div>x</div>\n- wall {}\n",
    "lines under ends of elements": "</div>\nwall {}\n",
    "bullets of the letter o": "  o Raised wall {}\n",
    "dots for bullets": "• wall {}\\\n",
    "sign-offs": "Best regards,\nAda {}\n\n---\n\n",
    "words in a line": "word{}, ",
    "letters in a line": "a" * 40,
    "characters without spaces": "林" * 20,
}
_FEW = 150


@pytest.mark.parametrize("frame", ["", "# A\n\n## Experience\n\n"], ids=["bare", "section"])
@pytest.mark.parametrize("unit", MANY.values(), ids=MANY)
def test_time_grows_with_the_text_and_no_faster(unit: str, frame: str) -> None:
    def seconds(count: int) -> float:
        return _seconds(frame + "".join(unit.replace("{}", str(n)) for n in range(count)))

    assert _grows_in_line(seconds, _FEW)


def test_the_package_loads_no_parser_until_it_reads() -> None:
    code = "import sys, typeset.importers as _; print('markdown_it' in sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "False"
