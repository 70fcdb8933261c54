"""Several laid-out documents in one PDF, tagged as one: a `Part` for each, in its language."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from importlib import import_module
from typing import Any


def bound(documents: Sequence[Any], title: str, keywords: Sequence[str]) -> Any:
    """One `weasyprint.Document` with the pages of all, in order, and the first's metadata.

    Each keeps its own page numbers. `keywords` and `title` are the whole's.
    """
    whole = documents[0].copy([page for document in documents for page in document.pages])
    whole.metadata = copy(documents[0].metadata)
    # What claims and attachments did to the first document's is not the whole's.
    vars(whole.metadata).pop("generate_rdf_metadata", None)
    whole.metadata.attachments = []
    whole.metadata.title, whole.metadata.keywords = title, list(keywords)
    return whole


def tag_parts(pdf: Any, counts: Sequence[int], languages: Sequence[str]) -> None:
    """Group the tags of a `pydyf.PDF` by document; `counts` are the pages of each.

    The engine puts every page's elements under one root (ISO 32000-1, 14.8.4.2: a
    `Document` may hold `Part`s), and knows the language of the whole alone.
    """
    pydyf: Any = import_module("pydyf")
    elements: dict[bytes, Any] = {
        item.reference: item
        for item in pdf.objects
        if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/StructElem"
    }
    root = next(element for element in elements.values() if element["S"] == "/Document")
    number_of = {page: number for number, page in enumerate(pdf.page_references)}
    parts: list[Any] = []
    first = 0
    for count, language in zip(counts, languages, strict=True):
        part = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": "/Part",
                "P": root.reference,
                "Lang": pydyf.String(language),
                "K": pydyf.Array(),
            }
        )
        pdf.add_object(part)
        for reference in root["K"]:
            if first <= number_of[elements[reference]["Pg"]] < first + count:
                elements[reference]["P"] = part.reference
                part["K"].append(reference)
        parts.append(part.reference)
        first += count
    root["K"] = pydyf.Array(parts)
