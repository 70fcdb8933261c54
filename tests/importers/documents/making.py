"""Documents made in memory: DOCX from WordprocessingML, PDF by typesetting HTML."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from typeset.importers import Imported, import_source
from typeset.importers.source import Source
from typeset.typesetting import Press
from typeset.typesetting import Source as Page

FOLDER = Path(__file__).parent
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NAMES = f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:mc="{_MC}" xmlns:v="urn:schemas-microsoft-com:vml"'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def p(text: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph; `text` may hold runs already."""
    runs = text if text.startswith("<") else run(text)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A run; tabs and line breaks in its text are theirs."""
    parts = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    parts = parts.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{parts}</w:t></w:r>"


def bold(text: str) -> str:
    """A bold run."""
    return run(text, "<w:b/>")


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold paragraphs."""
    made = "".join(
        "<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows
    )
    return f"<w:tbl>{made}</w:tbl>"


def docx(body: str, links: dict[str, str] | None = None, **parts: str) -> bytes:
    """A DOCX; `parts` are the insides of other parts (`styles`, `header1`, `footnotes` …)."""
    kinds = {
        "styles": "styles", "numbering": "numbering", "header1": "header", "footer1": "footer",
        "footnotes": "footnotes", "comments": "comments",
    }  # fmt: skip
    tags = {"header1": "hdr", "footer1": "ftr"}
    relations = "".join(
        f'<Relationship Id="p{name}" Type="{_R}/{kinds[name]}" Target="{name}.xml"/>'
        for name in parts
    )
    relations += "".join(
        f'<Relationship Id="{name}" Type="{_R}/hyperlink" Target="{escape(target)}" '
        f'TargetMode="External"/>'
        for name, target in (links or {}).items()
    )
    files = {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/"
        "content-types'/>",
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}"><Relationship Id="r1" '
        f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{relations}'
        "</Relationships>",
    }
    for name, inner in parts.items():
        tag = tags.get(name, kinds[name])
        files[f"word/{name}.xml"] = f"<w:{tag} {_NAMES}>{inner}</w:{tag}>"
    return zipped({name: text.encode() for name, text in files.items()})


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def pdf(html: str, press: Press) -> bytes:
    """A PDF typeset from a page of HTML."""
    families = ("Source Sans 3", "EB Garamond", "XCharter", "Noto Sans SC", "Open Sans")
    return press.open(Page(html, families=families)).layout().write().pdf


def read(data: bytes, name: str) -> Imported:
    """What import makes of a document."""
    return import_source(Source(Path(name), data))
