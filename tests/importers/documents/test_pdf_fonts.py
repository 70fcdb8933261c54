"""What a PDF's fonts say: bold by their names, programs and strokes; letters that are icons."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from typeset.importers.documents.pdf import pdf_document
from typeset.importers.documents.pdf_fonts import named_font, program_style
from typeset.importers.documents.pieces import Piece
from typeset.importers.source import Source


@pytest.mark.parametrize(
    ("name", "strong"),
    [
        ("ABCDEF+CMBX12", True),
        ("SFBX1095", True),
        ("CMSSBX10", True),
        ("CMBXTI10", True),
        ("CMR10", False),
        ("CMSY10", False),
        ("SFRM1200", False),
        ("Lato-Bold", True),
        ("Abbott10", False),
    ],
)
def test_a_bold_font_is_known_by_its_name(name: str, strong: bool) -> None:
    assert named_font(name, 0, stroked=False).strong is strong


@pytest.mark.parametrize("style", [0, 1, 2, 3])
def test_an_opentype_font_tells_its_style(style: int) -> None:
    entry = b"head" + bytes(4) + (28).to_bytes(4) + (54).to_bytes(4)
    program = b"\0\1\0\0" + (1).to_bytes(2) + bytes(6) + entry + bytes(44) + style.to_bytes(2)
    assert program_style(program) == (bool(style & 1), bool(style & 2))
    assert program_style(program[:30]) == (False, False)
    assert program_style(b"%!PS-AdobeFont") == (False, False)


def test_stroked_letters_are_bold_and_icons_are_no_text() -> None:
    content = (
        "BT /F1 12 Tf 1 0 0 1 60 700 Tm (Harbour pilot) Tj ET "
        "BT /F1 12 Tf 2 Tr 1 0 0 1 60 660 Tm (Work Experience) Tj ET "
        "BT 0 Tr /F2 12 Tf 1 0 0 1 60 600 Tm (R) Tj /F1 12 Tf 1 0 0 1 76 600 Tm (Hull) Tj ET"
    )
    document = pdf_document(Source(Path("drawn.pdf"), _page(content)))
    pieces = [item for item in document.items if isinstance(item, Piece)]
    assert [(piece.text, piece.look.strong) for piece in pieces] == [
        ("Harbour pilot", False),
        ("Work Experience", True),
        ("Hull", False),
    ]


def _page(content: str) -> bytes:
    """A PDF of one page, with Helvetica as F1 and a font of icons as F2."""
    made = pikepdf.new()
    page = made.add_blank_page(page_size=(400, 800))
    fonts = {"/F1": "/Helvetica", "/F2": "/FontAwesome"}
    page.Resources = pikepdf.Dictionary(
        Font=pikepdf.Dictionary(
            {
                key: pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name(name),
                )
                for key, name in fonts.items()
            }
        )
    )
    page.Contents = made.make_stream(content.encode())
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()
