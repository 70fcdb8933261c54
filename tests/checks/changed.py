"""A good PDF, and ways to spoil it."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf

from tests.say import loaded
from typeset.checks.verify import verify_pdf
from typeset.pipeline import Settings, prepare, render
from typeset.profile import Profile
from typeset.typesetting import Press

TEXT = """
lang: en
basics:
  name: Odile Varga
  label: Conservator of globes
  email: odile.varga@example.org
  phone: +36 1 555 0148
  url: https://example.org/varga
  summary: Conservator of printed globes, with a workshop in Pécs since 2019.
work:
  - name: Museum of Maps
    position: Head conservator
    startDate: 2019-03
    endDate: present
    highlights:
      - Cleaned forty globes of the seventeenth century without losing a gore.
      - Wrote the [manual](https://example.org/manual) that four museums follow.
  - name: Atelier Kis
    position: Assistant
    startDate: 2015-01
    endDate: 2019-02
    highlights:
      - Mended stands of oak and brass.
education:
  - institution: Academy of Arts
    studyType: MA in Conservation
    startDate: 2012-09
    endDate: 2014-07
"""

Change = Callable[[pikepdf.Pdf], None]
Step = tuple[list[Any], str]


def profile() -> Profile:
    """The profile that the good PDF shows."""
    return loaded(TEXT).profile


def good_pdf(press: Press) -> bytes:
    """The PDF of `TEXT`."""
    return render(prepare(loaded(TEXT), Settings()), press).pdf


def changed(pdf: bytes, change: Change, **saving: Any) -> bytes:
    """The PDF after `change` was done to it."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        change(file)
        out = io.BytesIO()
        file.save(out, **saving)
        return out.getvalue()


def rules(pdf: bytes, known: Profile | None = None) -> set[str]:
    """The names of the rules that find something, notes apart."""
    return {p.rule for p in verify_pdf(pdf, "x.pdf", known).problems if p.severity != "note"}


def notes(pdf: bytes, known: Profile | None = None) -> set[str]:
    """The names of the rules that note something."""
    return {p.rule for p in verify_pdf(pdf, "x.pdf", known).problems if p.severity == "note"}


def steps(file: pikepdf.Pdf) -> list[Step]:
    """The operators of the first page."""
    return [
        (list(step.operands), str(step.operator))
        for step in pikepdf.parse_content_stream(file.pages[0])
    ]


def set_steps(file: pikepdf.Pdf, content: list[Step]) -> None:
    """Give the first page other operators."""
    data = pikepdf.unparse_content_stream(
        [(operands, pikepdf.Operator(name)) for operands, name in content]
    )
    file.pages[0].Contents = file.make_stream(data)


def marked_runs(content: list[Step]) -> list[tuple[int, int]]:
    """Where each marked text begins and ends, with what is marked inside it."""
    runs: list[tuple[int, int]] = []
    starts: list[int] = []
    for position, (_, name) in enumerate(content):
        if name in ("BDC", "BMC"):
            starts.append(position)
        elif name == "EMC":
            start = starts.pop()
            if not starts and any(step[1] == "TJ" for step in content[start:position]):
                runs.append((start, position + 1))
    return runs


def write(file: pikepdf.Pdf, operators: str) -> None:
    """Add operators to the first page, in points from its lower left corner, as an artifact."""
    page = file.pages[0]
    whole = page.Contents.read_bytes()
    page.Contents = file.make_stream(
        b"q\n" + whole + b"\nQ\n/Artifact BMC q " + operators.encode() + b" Q EMC\n"
    )


def text_in_its_font(file: pikepdf.Pdf, run: int = 4) -> str:
    """Operators that show a text of the page once more, in the font that it has there."""
    content = steps(file)
    begin, end = marked_runs(content)[run]
    shown = [operands[0] for operands, name in content[begin:end] if name == "TJ"]
    font = next(operands[0] for operands, name in content[begin:end] if name == "Tf")
    texts = (b"".join(bytes(i) for i in one if isinstance(i, pikepdf.String)) for one in shown)
    text = max(texts, key=len)
    return f"{font} 10 Tf <{text.hex()}> Tj"


def tree(file: pikepdf.Pdf, role: str) -> list[Any]:
    """The elements of the structure tree that have a role."""
    found: list[Any] = []
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        node = waiting.pop()
        if node.get("/S") == pikepdf.Name(f"/{role}"):
            found.append(node)
        kids: Any = node.get("/K", [])
        listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        waiting += [k for k in reversed(listed) if isinstance(k, pikepdf.Dictionary) and "/S" in k]
    return found
