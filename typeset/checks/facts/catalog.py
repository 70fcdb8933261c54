"""What the file says of itself: fonts, links, metadata, claims, attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from typeset.checks.facts.model import Attachment, Font, Link, Metadata
from typeset.checks.facts.objects import as_dict, as_list, name, number, text

_PART = r"{0}:{1}\s*(?:=\s*[\"']|>)\s*([\w.]+)"
_MAX_NAMES = 1_000


def read_metadata(pdf: Any) -> Metadata:
    """Title, author, language and claims."""
    root = pdf.Root
    info = {str(key)[1:]: text(value) for key, value in _info(pdf).items()}
    stream = root.get("/Metadata")
    raw = bytes(stream.read_bytes()) if hasattr(stream, "read_bytes") else b""
    xmp = raw.decode("utf-8", "replace")
    return Metadata(
        info=info,
        xmp=xmp,
        lang=text(root.get("/Lang")),
        title=info.get("Title", "") or _element(xmp, "dc:title"),
        author=info.get("Author", "") or _element(xmp, "dc:creator"),
        shows_title=bool(as_dict(root.get("/ViewerPreferences")).get("/DisplayDocTitle")),
        marked=bool(as_dict(root.get("/MarkInfo")).get("/Marked")),
        claims=tuple(_claims(xmp)),
        encrypted=bool(pdf.is_encrypted),
        scripts=_has_scripts(root),
    )


def _info(pdf: Any) -> Any:
    return as_dict(pdf.trailer.get("/Info"))


def _element(xmp: str, tag: str) -> str:
    found = re.search(rf"<{tag}\b[^>]*>(.*?)</{tag}>", xmp, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def _claims(xmp: str) -> Iterator[str]:
    if part := re.search(_PART.format("pdfuaid", "part"), xmp):
        yield f"PDF/UA-{part[1]}"
    if part := re.search(_PART.format("pdfaid", "part"), xmp):
        level = re.search(_PART.format("pdfaid", "conformance"), xmp)
        yield f"PDF/A-{part[1]}{level[1].lower() if level else ''}"


def _has_scripts(root: Any) -> bool:
    opens = as_dict(root.get("/OpenAction"))
    return "/JavaScript" in as_dict(root.get("/Names")) or name(opens.get("/S")) in (
        "JavaScript",
        "Launch",
    )


def read_fonts(pdf: Any) -> Iterator[Font]:
    """The fonts of all pages, and of the forms on them."""
    seen: set[Any] = set()
    waiting = [as_dict(page.get("/Resources")) for page in pdf.pages]
    while waiting:
        resources = waiting.pop()
        for font in as_dict(resources.get("/Font")).values():
            if _fresh(font, seen) and as_dict(font):
                yield _font(font)
        for form in as_dict(resources.get("/XObject")).values():
            if _fresh(form, seen) and "/Resources" in as_dict(form):
                waiting.append(as_dict(form.get("/Resources")))


def _fresh(value: Any, seen: set[Any]) -> bool:
    key = getattr(value, "objgen", (0, 0))
    fresh = key == (0, 0) or key not in seen
    seen.add(key)
    return fresh and len(seen) < _MAX_NAMES


def _font(font: Any) -> Font:
    kind = name(font.get("/Subtype"))
    inner = as_dict(next(iter(as_list(font.get("/DescendantFonts"))), None)) or font
    descriptor = as_dict(inner.get("/FontDescriptor"))
    files = ("/FontFile", "/FontFile2", "/FontFile3")
    # A simple font has named glyphs, or an encoding that everyone knows; others have neither.
    named = kind in ("Type1", "MMType1") or font.get("/Encoding") is not None
    predefined = kind == "Type0" and not name(font.get("/Encoding")).startswith("Identity")
    return Font(
        name=name(font.get("/BaseFont")).rpartition("+")[2],
        kind=kind,
        embedded=kind == "Type3" or any(key in descriptor for key in files),
        unicode="/ToUnicode" in font
        or predefined
        or (kind in ("Type1", "MMType1", "TrueType") and named),
    )


def read_links(pdf: Any) -> Iterator[Link]:
    """The links of all pages, in order."""
    for page_number, page in enumerate(pdf.pages, 1):
        for annotation in as_list(page.get("/Annots")):
            item = as_dict(annotation)
            if item and name(item.get("/Subtype")) == "Link":
                yield _link(item, page_number)


def _link(item: Any, page: int) -> Link:
    action = as_dict(item.get("/A"))
    edges = [number(edge) for edge in as_list(item.get("/Rect"))][:4] or [0.0] * 4
    left, right = sorted((edges[0], edges[2 % len(edges)]))
    bottom, top = sorted((edges[1 % len(edges)], edges[3 % len(edges)]))
    kind = name(action.get("/S"))
    target = text(action.get("/URI"))
    if kind in ("Launch", "GoToR"):
        file = action.get("/F")
        target = "file:" + (text(as_dict(file).get("/F")) or text(file))
    return Link(
        page=page,
        box=(left, bottom, right, top),
        target=target,
        object=item.objgen[0],
        inside=not target and ("/Dest" in item or kind in ("GoTo", "Named")),
    )


def read_tabs(pdf: Any) -> dict[int, str]:
    """How each page says that one tabs through it; `S` is by structure."""
    return {number: name(page.get("/Tabs")) for number, page in enumerate(pdf.pages, 1)}


def read_attachments(pdf: Any) -> Iterator[Attachment]:
    """The files inside the file."""
    listed = [as_dict(item) for item in as_list(pdf.Root.get("/AF"))]
    tree = [as_dict(as_dict(pdf.Root.get("/Names")).get("/EmbeddedFiles"))]
    for _ in range(_MAX_NAMES):
        if not tree:
            break
        node = tree.pop()
        listed += [as_dict(item) for item in as_list(node.get("/Names"))[1::2]]
        tree += [as_dict(kid) for kid in as_list(node.get("/Kids"))]
    seen: set[Any] = set()
    for item in listed:
        if item and _fresh(item, seen):
            file = as_dict(as_dict(item.get("/EF")).get("/F"))
            size = len(file.read_bytes()) if hasattr(file, "read_bytes") else 0
            label = text(item.get("/UF")) or text(item.get("/F"))
            yield Attachment(label, name(item.get("/AFRelationship")), size)
