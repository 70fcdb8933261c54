"""How well terms and relevance agree with what a person marked; the floors may only rise."""

from __future__ import annotations

import pytest

from tests.tailor.posting.postings import Sample, samples
from typeset.tailor.posting import relevance
from typeset.tailor.posting.matching import Keys

_TOP = 15
_PRECISION, _RECALL, _RECALL_OF_ALL = 0.88, 0.70, 0.96
"""Means over all postings. A posting has about 19 labels, of which 15 terms find 0.8 at most."""
_LOWEST_PRECISION = 0.65


def _same(forms: tuple[Keys, ...], label: Keys) -> bool:
    """A term is a label if one holds the other, and is not less than half of it."""
    return any(_inside(label, form) or _inside(form, label, 2) for form in forms)


def _inside(inner: Keys, outer: Keys, times: int = 100) -> bool:
    size = len(inner)
    starts = range(len(outer) - size + 1)
    return len(outer) <= times * size and any(outer[s : s + size] == inner for s in starts)


def _agreement(sample: Sample) -> tuple[float, float, float]:
    """Precision and recall of the first 15 terms, and recall of all."""
    found, labels = sample.terms, sample.labels.values()
    top = found[:_TOP]
    right = sum(any(_same(term.forms, label) for label in labels) for term in top)
    recalls = [
        sum(any(_same(term.forms, label) for term in those) for label in labels) / len(labels)
        for those in (top, found)
    ]
    return right / len(top), recalls[0], recalls[1]


def test_first_terms_are_those_that_a_person_marks() -> None:
    measured = [_agreement(sample) for sample in samples()]
    precision, recall, of_all = (
        sum(column) / len(measured) for column in zip(*measured, strict=True)
    )
    assert (precision >= _PRECISION, recall >= _RECALL, of_all >= _RECALL_OF_ALL) == (True,) * 3, (
        f"precision {precision:.3f}, recall {recall:.3f}, of all {of_all:.3f}"
    )


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_no_posting_is_read_badly(sample: Sample) -> None:
    assert _agreement(sample)[0] >= _LOWEST_PRECISION


@pytest.mark.parametrize("sample", samples("yaml"), ids=lambda sample: sample.name)
def test_what_serves_the_posting_stands_before_what_does_not(sample: Sample) -> None:
    order = list(relevance(sample.terms, sample.profile))
    serving = [address.startswith("serves-") for address in order]
    assert serving == sorted(serving, reverse=True), order


def test_samples_are_in_several_languages() -> None:
    assert {sample.lang for sample in samples("yaml")} >= {"en", "de", "fr", "es", "ja", "zh"}
