"""What a word is: the unit in which every stage is held to lose nothing."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawing import draws
from typeset.words import clean, count, differences, is_word, tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++, C# and F#", ["C++", ",", "C#", "and", "F#"]),
        ("up 38% (€410,000)", ["up", "38%", "(", "€410", ",", "000", ")"]),
        ("state-of-the-art", ["state", "-", "of", "-", "the", "-", "art"]),
        ("don’t", ["don", "’", "t"]),
        ("ﬁle ofﬁce", ["file", "office"]),
        ("e\u0301te\u0301", ["été"]),
        ("soft\u00adhyphen zero\u200bwidth", ["softhyphen", "zerowidth"]),
        ("a\u00a0b\u202fc", ["a", "b", "c"]),
        ("日本語 text", ["日", "本", "語", "text"]),
        ("서울 a", ["서", "울", "a"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("user@example.com", ["user@example", ".", "com"]),
        ("", []),
    ],
)
def test_tokens(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_words_are_tokens_without_punctuation() -> None:
    assert words("Alpha — beta, (gamma)… £5 & co.") == ["Alpha", "beta", "gamma", "£5", "&", "co"]
    assert [token for token in ["·", "+", "€", "%", "?", "ß"] if is_word(token)] == [
        *("+", "€", "%", "ß")
    ]
    assert count(["one two", "three."]) == 3


@draws(100)
@given(st.text())
def test_white_space_and_line_breaks_change_no_token(text: str) -> None:
    """An extractor that breaks lines elsewhere reads the same tokens."""
    assert tokens(text.replace(" ", "\n")) == tokens(text)
    assert tokens(f"  {text}\n") == tokens(text)


@draws(100)
@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert tokens(clean(text)) == tokens(text)


def test_nothing_differs_in_equal_sequences() -> None:
    assert differences(["a", "b"], ["a", "b"]) == ([], [])


def test_difference_names_what_is_missing_and_added() -> None:
    assert differences(list("abcd"), list("abd")) == (["c"], [])
    assert differences(list("abd"), list("abcd")) == ([], ["c"])


def test_moved_word_is_missing_and_added() -> None:
    missing, added = differences(list("abcde"), list("acdeb"))
    assert (missing, added) == (["b"], ["b"])


@draws(100)
@given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
def test_difference_accounts_for_every_word(expected: list[str], found: list[str]) -> None:
    """Taking away what is missing and adding what is added gives the other multiset."""
    missing, added = differences(expected, found)
    assert Counter(expected) - Counter(missing) + Counter(added) == Counter(found)
    assert (missing == added == []) == (expected == found)
