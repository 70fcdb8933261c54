"""What a structured file says, read by other parsers than the importers': paths and texts."""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import yaml

from tests.importers.structured.samples import Sample

Leaf = tuple[tuple[str, ...], str]

ASIDE = {
    "json_resume": r"^meta\.theme$|^selectedTemplate$|^sections\.|\.is[A-Z]\w+$",
    "rendercv": r"^(design|locale|rendercv_settings)\b|icon$",
    "yamlresume": r"^(layouts?\.(?!\d\.sections\.aliases)|locale)|computed",
    "fresh": r"^meta\b|\.private$|^disposition\.remote$",
    "reactive": r"^(id|name|slug|public|picture|metadata)\b|\.(photo|picture)\."
    r"|\.(id|icon|visible|hidden|columns|type|levelNum)$|sections\.profiles\.name",
    "europass": r"DocumentI|PrintingPreferences|Photo|Attachment|Supplier|\.ID\b|Rendering"
    r"|Code$|CompetencyID|Taxonomy|Current|Ongoing|PositionHistory.Country|CountryDialing"
    r"|Telephone.Use|Headline.Type",
    "own_keys": r"^layout$|^contacts\.\d\.type$|^\d\.type$|obsolete$|^0\.(title$|.*\.name$)",
    "linkedin": r"Updated On|Confirmed|Primary$|Creation Date|Status|^Connections|Type$"
    r"|^Recommendations_Received\.csv\.1\b|^Email Addresses\.csv\.0\b",
}
"""What is not the person's: how the file looks, codes beside words, other people's data."""

DATES = re.compile(
    r"date|start|end$|\bfrom$|\bto$|period|\bon$|year|month|\bday\b|FormattedDateTime", re.I
)
"""Keys that hold dates, which become values."""


def leaves(sample: Sample) -> Iterator[Leaf]:
    """Every text of a fixture with its path."""
    if sample.path.is_dir():
        yield from _table_leaves(sample)
    elif sample.path.suffix == ".json":
        yield from _walk(json.loads(sample.path.read_text("utf-8")), ())
    elif sample.path.suffix == ".yaml":
        text = sample.path.read_text("utf-8")
        first, *_ = yaml.load_all(text, Loader=yaml.BaseLoader)  # front matter is closed by "---"
        yield from _walk(first, ())
    else:
        root = ElementTree.fromstring(sample.path.read_text("utf-8"))
        yield from _elements(root, (_bare(root.tag),))


def own_leaves(sample: Sample) -> Iterator[Leaf]:
    """The texts that are the person's, as a reader sees them: without tags of HTML."""
    for path, text in leaves(sample):
        bar = path[-1] == "level" and text.isdigit()  # the length of one that is drawn
        if not bar and not re.search(ASIDE[sample.kind], ".".join(path)):
            yield path, re.sub(r"^(?:tel|mailto):|(?<=\[)PERSONAL:", "", _visible(text))


def _visible(text: str) -> str:
    text = re.sub(r"(?s)<script>.*?</script>", " ", text)
    if re.search(r"</?[a-z]", text):
        text = re.sub(r"</?(?:b|strong|em|a|span)\b[^<>]*>", "", text)
        text = re.sub(r"</?[a-z][^<>]*>", " ", text)
    return html.unescape(text)


def _walk(data: Any, path: tuple[str, ...]) -> Iterator[Leaf]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _walk(value, (*path, str(key)))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _walk(value, (*path, str(index)))
    elif data is not None:
        yield path, str(data).lower() if isinstance(data, bool) else str(data)


def _bare(tag: str) -> str:
    return tag.rpartition("}")[2]


def _elements(element: ElementTree.Element, path: tuple[str, ...]) -> Iterator[Leaf]:
    for key in ("year", "month", "day"):
        if value := element.get(key):
            yield (*path, key), value.lstrip("-")
    if element.text and element.text.strip():
        yield path, element.text
    for child in element:
        yield from _elements(child, (*path, _bare(child.tag)))


def _table_leaves(sample: Sample) -> Iterator[Leaf]:
    for file in sorted(sample.path.iterdir()):
        text = file.read_text("utf-8-sig")
        if text.startswith("Notes:"):
            text = text.partition("\n\n")[2]
        for number, row in enumerate(csv.DictReader(text.splitlines(keepends=True))):
            for key, value in row.items():
                cells = value if isinstance(value, list) else [value or ""]
                for cell in cells:
                    yield (file.name, str(number), str(key or "")), html.unescape(cell)


def keys(sample: Sample) -> Iterator[str]:
    """The words of a file's keys, from which labels and titles may be made."""
    for path, _ in leaves(sample):
        for part in path:
            yield from re.findall(r"[A-Z]?[a-z]+|[A-Z]+", part)
