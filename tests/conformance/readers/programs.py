"""The programs: each gives the text of every page of every file."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pypdf
from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

from tests import pdf
from tests.conformance import node

Pages = list[str]
Program = Callable[[list[Path]], list[Pages]]


def _pdfium(files: list[Path]) -> list[Pages]:
    return [pdf.texts(file.read_bytes()) for file in files]


def _pypdf(files: list[Path]) -> list[Pages]:
    return [[page.extract_text() for page in pypdf.PdfReader(file).pages] for file in files]


def _pdfminer(files: list[Path]) -> list[Pages]:
    return [_with_layout(file) for file in files]


def _with_layout(file: Path) -> Pages:
    """As `pdf2txt.py` reads it: lines and boxes found by its layout analysis."""
    resources = PDFResourceManager()
    pages = []
    with file.open("rb") as data:
        for page in PDFPage.get_pages(data):
            text = io.StringIO()
            device = TextConverter(resources, text, laparams=LAParams())
            PDFPageInterpreter(resources, device).process_page(page)
            pages.append(text.getvalue())
    return pages


def _poppler(files: list[Path], *options: str) -> list[Pages]:
    program = shutil.which("pdftotext")
    if not program:
        raise node.Unavailable("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    found = []
    for file in files:
        command = [program, "-enc", "UTF-8", *options, str(file), "-"]
        run = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        found.append(run.stdout.split("\f")[:-1])
    return found


def _raw(files: list[Path]) -> list[Pages]:
    return _poppler(files, "-raw")


PROGRAMS: dict[str, Program] = {
    "pdfium": _pdfium,
    "pypdf": _pypdf,
    "pdf.js": partial(node.run, Path(__file__).with_name("pdfjs.mjs")),
    "pdftotext -raw": _raw,
    "pdftotext": _poppler,
    "pdfminer": _pdfminer,
}
"""By name; the last two look for lines and columns on the page, the others read as it is set."""
