"""Each fixture becomes its profile: every text placed or listed, nothing invented."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.golden import Goldens
from tests.importers.structured.leaves import DATES, keys, leaves, own_leaves
from tests.importers.structured.samples import EXPECTED, NAMES, SAMPLES, Sample, zipped
from typeset.importers import Source, import_source, sniff
from typeset.importers.structured.codes import country_name, language_name
from typeset.importers.text.markup.inline import visible
from typeset.problems import Severity
from typeset.profile import read_profile, write_profile
from typeset.words import count, words

ALL = pytest.mark.parametrize("sample", SAMPLES, ids=str)


@ALL
def test_is_known_by_its_content(sample: Sample, tmp_path: Path) -> None:
    assert sniff(sample.source).name == NAMES[sample.kind]
    if not sample.path.is_dir():
        elsewhere = tmp_path / "source.bin"
        elsewhere.write_bytes(sample.data)
        assert sniff(Source(elsewhere)).name == NAMES[sample.kind]


@ALL
def test_becomes_its_profile(sample: Sample, goldens: Goldens) -> None:
    imported = import_source(sample.source)
    told = [f"# {p.severity}: {p.message}\n" for p in imported.problems]
    goldens.text(sample.expected, write_profile(imported.profile) + "".join(told))


def test_every_expected_file_has_its_fixture() -> None:
    assert set(EXPECTED.glob("*.yaml")) == {sample.expected for sample in SAMPLES}


def test_there_are_four_of_each_format() -> None:
    counted = Counter(sample.kind for sample in SAMPLES)
    assert all(counted[kind] >= 3 for kind in NAMES)  # and a broken one each


@ALL
def test_round_trip(sample: Sample) -> None:
    profile = sample.read().profile
    written = write_profile(profile)
    again = read_profile(written)
    assert again == profile
    assert again.basics.contact_order == profile.basics.contact_order
    assert write_profile(again) == written


@ALL
def test_every_word_is_placed_or_listed(sample: Sample) -> None:
    profile = sample.read().profile
    data = _data(sample)
    held = {word for text in _texts(data) for word in (*words(visible(text)), *words(text))}
    held |= set(_dates(data))  # in a text that is one: "Prize, 2022"
    held |= {word for one in profile.unplaced for word in words(one.text)}
    for path, text in own_leaves(sample):
        if not DATES.search(path[-1]) and not DATES.search(".".join(path[-2:])):
            assert set(words(text)) <= held, (path, text)


@ALL
def test_what_is_unplaced_is_counted_and_told_of(sample: Sample) -> None:
    imported = sample.read()
    told = [p for p in imported.problems if p.rule == "unplaced"]
    assert len(told) == len(imported.profile.unplaced)
    assert all(p.severity is Severity.WARNING and p.span and p.span.line for p in told)
    lost = sum(count([one.text.partition(": ")[2]]) for one in imported.profile.unplaced)
    assert imported.words - imported.placed == lost


@ALL
def test_nothing_is_invented(sample: Sample) -> None:
    known = {word.casefold() for _, text in own_leaves(sample) for word in words(text)}
    known |= {word.casefold() for _, text in leaves(sample) for word in words(text)}
    known |= {word.casefold() for word in keys(sample)}
    for _, text in leaves(sample):
        names = f"{language_name(text, 'en')} {country_name(text, 'en')}"
        known |= {word.casefold() for word in words(names)}
    known |= {"https", "doi", "org", "and", "years"}
    known |= {"date", "of", "birth", "mother", "tongue"}  # what Europass prints for its elements
    known |= {part for word in list(known) for part in word.split("-")}
    for text in _texts(_data(sample)):
        for word in words(visible(text)):
            bare = word.strip("+").casefold()
            assert {word.casefold(), bare} & known, (word, text)


@ALL
def test_dates_keep_their_value(sample: Sample) -> None:
    data = _data(sample)
    values = " ".join(_dates(data)) + " ".join(_texts(data))
    unplaced = " ".join(one.text for one in sample.read().profile.unplaced)
    for path, text in own_leaves(sample):
        if DATES.search(path[-1]):
            for year in re.findall(r"(?:19|20)\d\d", text):
                assert year in values + unplaced, (path, text)
        if re.fullmatch(r"\d{4}-\d\d(-\d\d)?", text):
            assert text in values + unplaced, (path, text)


def test_a_zip_is_read_as_its_folder(tmp_path: Path) -> None:
    for sample in SAMPLES:
        if sample.kind == "linkedin":
            for inside in ("", "Basic_Export_1/"):
                file = tmp_path / "export"
                file.write_bytes(zipped(sample.path, inside))
                imported = import_source(file)
                assert imported.profile == sample.read().profile


def _data(sample: Sample) -> dict[str, Any]:
    data = sample.read().profile.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    for key in ("unplaced", "lang"):
        data.pop(key, None)
    data["sections"] = [item for item in data.get("sections", ()) if isinstance(item, dict)]
    return data


_VALUES = ("startDate", "endDate", "date", "releaseDate")


def _texts(data: Any) -> Iterator[str]:
    """Every text but the dates that are values, and the names of kinds and entries."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key == "entries":
                yield from _texts([item for item in value if isinstance(item, dict)])
            elif key not in (*_VALUES, "kind", "countryCode"):
                yield from _texts(value)
        if code := data.get("countryCode"):
            yield code
    elif isinstance(data, list):
        yield from (text for item in data for text in _texts(item))
    elif isinstance(data, str):
        yield data


def _dates(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            if key in _VALUES:
                yield value
            else:
                yield from _dates(value)
    elif isinstance(data, list):
        for item in data:
            yield from _dates(item)
