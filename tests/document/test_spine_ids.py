"""A section shows the entry it names: no other, and none is left out without a word."""

from __future__ import annotations

from typeset.document import build_document, reading_order
from typeset.profile import read_profile

PROFILE = """
work:
  - {name: Acme, summary: paid}
  - {name: Beta, summary: other}
volunteer:
  - {organization: Acme, summary: unpaid}
sections:
  - {kind: work, entries: [acme]}
  - volunteer
"""


def test_one_name_in_two_kinds_means_the_entry_of_its_section() -> None:
    document, problems = build_document(read_profile(PROFILE))
    texts = list(reading_order(document))
    assert texts == ["Experience", "Acme", "paid", "Volunteering", "Acme", "unpaid"]
    assert [problem.message for problem in problems] == [
        "no section names 'beta' (work), so it is not printed"
    ]
