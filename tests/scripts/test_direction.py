"""What runs left to right is set apart on a page that runs right to left, and only there."""

from __future__ import annotations

import pytest

from typeset.document.model import Run
from typeset.theming.render import link_direction, rich_html, text_html


def _marked(text: str) -> str:
    html = str(rich_html((Run(text),), rtl=True))
    return html.replace('<bdi dir="ltr">', "[").replace("</bdi>", "]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("עבודה עם Kubernetes.", "עבודה עם [Kubernetes]."),
        ("ב-C++, ועוד", "ב-[C++], ועוד"),
        ("(Amazon Web Services)", "[(Amazon Web Services)]"),
        ("(ב-Amazon)", "(ב-[Amazon])"),
        ("Amazon Web Services (AWS).", "[Amazon Web Services (AWS)]."),
        ("גרסה Python 3.11 ו־38%", "גרסה [Python 3.11] ו־38%"),
        ("טלפון +972 4 555 0142.", "טלפון [+972 4 555 0142]."),
        ("משנת 2019 – 2021", "משנת 2019 – 2021"),
        ("משרה 2026/17", "משרה [2026/17]"),
        ("שלום עולם", "שלום עולם"),
        ("", ""),
    ],
)
def test_stretches(text: str, expected: str) -> None:
    assert _marked(text) == expected


def test_a_stretch_goes_on_over_a_change_of_style() -> None:
    """Else the engine sets its two halves in the wrong order."""
    text = (Run("עם "), Run("Apache", strong=True), Run(" Kafka"), Run(" ביום"))
    assert str(rich_html(text, rtl=True)) == (
        'עם <bdi dir="ltr"><strong>Apache</strong> Kafka</bdi> ביום'
    )


def test_a_link_is_set_apart_as_a_whole() -> None:
    """Nothing may stand between a link and its characters (PDF/UA-1)."""
    html = str(rich_html((Run("example.com", href="https://example.com"),), rtl=True))
    assert html == '<bdi dir="ltr"><a href="https://example.com">example.com</a></bdi>'
    assert "<bdi" not in str(rich_html((Run("לאתר", href="https://example.com"),), rtl=True))


def test_nothing_is_set_apart_elsewhere() -> None:
    assert "<bdi" not in str(rich_html((Run("שלום world"),)))
    assert str(text_html("+44 20 <b>")) == "+44 20 &lt;b&gt;"
    assert str(link_direction("example.com")) == ""
    assert str(link_direction("example.com", rtl=True)) == ' dir="ltr"'
    assert str(link_direction("אתר", rtl=True)) == ""
