"""No text gives a traceback: any source is read, or refused with a `TypesetError`."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st
from pydantic import BaseModel

from tests.drawing import draws
from typeset.document import build_document, reading_order
from typeset.loading import Loaded, load
from typeset.pipeline import Settings, prepare, render
from typeset.problems import Problem, TypesetError
from typeset.profile import Profile, read_profile, write_profile
from typeset.profile.basics import Basics
from typeset.profile.dates import PartialDate
from typeset.profile.entries import Work
from typeset.theming import load_theme, parse_options, render_html
from typeset.typesetting import Press

KEYS = [
    *("basics", "name", "label", "work", "position", "startDate", "endDate", "dates", "highlights"),
    *("text", "lead", "prose", "children", "sections", "kind", "title", "body", "entries", "id"),
    *("letter", "date", "recipient", "address", "greeting", "lang", "skills", "keywords", "roles"),
    *(
        "engagements",
        "location",
        "url",
        "profiles",
        "details",
        "value",
        "unplaced",
        "line",
        "image",
    ),
]
KEY = st.sampled_from(KEYS)
SIGNS = st.text(st.sampled_from(list(" \n\t-:#|>*_`[]{}()<>&!?\\\"'@%,.0123456789aZé–’\u00a0")))
WORDS = st.sampled_from([*KEYS, "present", "2020", "2020-01", "today", "<b>", "{{ x }}", "C++"])
SOURCES = st.lists(st.one_of(WORDS, SIGNS, st.text(max_size=12)), max_size=40).map(" ".join)

TEXTS = st.one_of(WORDS, SIGNS, st.text(max_size=12))
DATES = st.sampled_from(["2019", "2020", "2020-05", "2020-05-06", "present", "0000", "2020-13"])


def values(annotation: Any) -> st.SearchStrategy[Any]:
    """Values of a type of the profile's model, as JSON would hold them, nearly all valid."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return st.deferred(lambda: mappings(annotation))
    if get_origin(annotation) is list:
        return st.lists(values(get_args(annotation)[0]), max_size=2)
    if get_origin(annotation) is Literal:
        return st.sampled_from(get_args(annotation))
    if get_origin(annotation) is Annotated:
        return values(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        members = [member for member in get_args(annotation) if member is not NoneType]
        return st.one_of([values(member) for member in members])
    return {PartialDate: DATES, int: st.integers(0, 99)}.get(annotation, TEXTS)


@cache
def mappings(model: type[BaseModel]) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with some of the model's keys."""
    fields = {field.alias or name: field.annotation for name, field in model.model_fields.items()}
    filled = {key: values(annotation) for key, annotation in fields.items()}
    return st.fixed_dictionaries({}, optional=filled)


quick = draws(150, allow=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def _refusal(call: Callable[[], object]) -> list[Problem]:
    """The problems for which `call` refuses, if it does; anything else that it raises is raised."""
    try:
        call()
    except TypesetError as error:
        return list(error.problems) or pytest.fail("an error without a problem")
    return []


def _through(path: Path) -> None:
    """Every stage before the engine."""

    def stages() -> None:
        document, _ = build_document(load(path).profile)
        list(reading_order(document))
        theme = load_theme("classic")
        render_html(document, theme, parse_options(theme.options, {}, "classic"))

    assert all(str(problem) for problem in _refusal(stages))


@quick
@given(SOURCES)
@example("---\n")
@example("- - - -")
@example("{")
@example("\\")
@example("a\n===\n\n---\n")
@example("basics:\n  name: |\n\twrong")
def test_any_text(tmp_path: Path, text: str) -> None:
    for name in ("me.md", "me.txt"):
        (tmp_path / name).write_text(text, "utf-8", newline="")
        _through(tmp_path / name)


@quick
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example("\ud800".encode("utf-8", "surrogatepass"))
def test_any_bytes(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "me").write_bytes(data)
    _through(tmp_path / "me")


@quick
@given(SOURCES)
def test_any_yaml(tmp_path: Path, text: str) -> None:
    (tmp_path / "me.yaml").write_text(f"basics:\n  name: {text}\n", "utf-8", newline="")
    _through(tmp_path / "me.yaml")


@quick
@given(mappings(Profile))
@example({"sections": [{"kind": "work", "entries": []}]})
def test_any_profile(tmp_path: Path, data: dict[str, Any]) -> None:
    """What is read is written and read back the same, and every stage takes it."""
    text = json.dumps(data)
    problems = _refusal(lambda: read_profile(text))
    assert all(problem.span for problem in problems)
    if not problems:
        written = write_profile(read_profile(text))
        assert read_profile(written) == read_profile(text)
        assert write_profile(read_profile(written)) == written
        (tmp_path / "me.json").write_text(text)
        _through(tmp_path / "me.json")


@quick
@given(st.recursive(TEXTS | st.none(), lambda v: st.lists(v) | st.dictionaries(KEY, v)))
def test_any_shape(data: object) -> None:
    """Data of any shape is read, or refused with a place for each problem."""
    assert all(problem.span for problem in _refusal(lambda: read_profile(json.dumps(data))))


# What PDFium reads as two words or as none, by where it stands in a line: rare letters of
# another font than the word around them, and Greek accents that stand alone.
PARTED = "ϟϠͺ΄΅"
LETTERS = [
    chr(code)
    for code in range(0x21, 0x530)
    if unicodedata.category(chr(code))[0] in "LNPS" and chr(code) not in PARTED
]


@pytest.mark.parametrize("first", range(0, len(LETTERS), 120))
def test_every_latin_greek_and_cyrillic_character_is_printed(press: Press, first: int) -> None:
    """Each stands in its PDF in a word, alone and twice, or is refused by its code (Coptic)."""
    some = LETTERS[first : first + 120]
    text = " ".join(f"x{sign}y {sign} {sign}{sign}" for sign in some if not _is_coptic(sign))
    made = Profile(basics=Basics(name="Ada"), work=[Work(name="Acme", summary=_escaped(text))])
    assert render(prepare(Loaded(made, Path("me.yaml")), Settings()), press).problems == ()
    for sign in filter(_is_coptic, some):
        made = Profile(basics=Basics(name=f"Ada {sign}"))
        problems = _refusal(
            partial(render, prepare(Loaded(made, Path("me.yaml")), Settings()), press)
        )
        assert f"U+{ord(sign):04X}" in problems[0].message


def _is_coptic(sign: str) -> bool:
    return unicodedata.name(sign).startswith("COPTIC")


def _escaped(text: str) -> str:
    """`text` as Markdown that means nothing but its characters."""
    return re.sub(r"([\\`*_{}\[\]<>&!#~|])", r"\\\1", text)
