"""The parts of a DOCX: XML by expat, no entities, bounded; relations by their ids.

Names carry the prefixes that everyone writes (`w:p`, `mc:Choice`, `r:id`), whatever a file
declares, and both the transitional and the strict namespaces mean the same.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from typeset.importers.source import Source
from typeset.problems import Problem, Span, TypesetError
from typeset.words import CONTROL

MAX_DEPTH = 2_000
MAX_ELEMENTS = 1_000_000

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part names by an id: another part, or an address outside."""

    kind: str
    target: str
    outside: bool


@dataclass
class Part:
    """One XML part, its root and relations."""

    name: str
    root: Element
    relations: dict[str, Relation] = field(default_factory=dict)

    def of_kind(self, kind: str) -> str:
        """The name of the first part related in this way, or ""."""
        found = (r for r in self.relations.values() if r.kind == kind and not r.outside)
        return next((self.path(relation.target) for relation in found), "")

    def path(self, target: str) -> str:
        """The name of the part that a relation's target means."""
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.name), target))


@dataclass
class Package:
    """A DOCX."""

    source: Source

    @cached_property
    def document(self) -> Part:
        """The main part. Raises `TypesetError` where there is none."""
        kinds = self._relations("")
        name = next((r.target for r in kinds.values() if r.kind == "officeDocument"), "")
        part = self.part(name.lstrip("/")) or self.part("word/document.xml")
        if part is None:
            self.refuse("docx", "this DOCX holds no document")
        return part

    def part(self, name: str) -> Part | None:
        """A part by its name; None where there is none."""
        if not name or name not in self.source.members:
            return None
        return Part(name, self._parse(name), self._relations(name))

    def refuse(self, rule: str, message: str) -> NoReturn:
        """Raise a `TypesetError` about this file."""
        raise TypesetError(Problem(rule, message, span=Span(self.source.name)))

    def _relations(self, name: str) -> dict[str, Relation]:
        folder, file = posixpath.split(name)
        path = posixpath.join(folder, "_rels", f"{file}.rels")
        if path not in self.source.members:
            return {}
        found: dict[str, Relation] = {}
        for element in self._parse(path):
            kind = element.get("Type", "").rpartition("/")[2]
            outside = element.get("TargetMode") == "External"
            found[element.get("Id", "")] = Relation(kind, element.get("Target", ""), outside)
        return found

    def _parse(self, name: str) -> Element:
        data = self.source.members[name]
        parser = expat.ParserCreate(namespace_separator="}")
        builder = TreeBuilder()
        depth = count = 0

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal depth, count
            depth, count = depth + 1, count + 1
            if depth > MAX_DEPTH or count > MAX_ELEMENTS:
                self.refuse("xml-size", f"{name} is nested too deeply or too large")
            builder.start(_named(tag), {_named(key): value for key, value in attributes.items()})

        def end(tag: str) -> None:
            nonlocal depth
            depth -= 1
            builder.end(_named(tag))

        def declared(*_: object) -> None:
            self.refuse("xml-entity", f"{name} declares entities, which a DOCX may not")

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = lambda text: builder.data(CONTROL.sub("", text))
        parser.StartDoctypeDeclHandler = declared
        try:
            parser.Parse(data, True)
            root = builder.close()
        except expat.ExpatError as error:
            message = expat.errors.messages.get(error.code, str(error.code))
            self.refuse("damaged-docx", f"{name} is damaged: {message}")
        except (AssertionError, ValueError, LookupError) as error:
            self.refuse("damaged-docx", f"{name} is damaged: {error}")
        return root


def _named(name: str) -> str:
    space, found, local = name.rpartition("}")
    if not found:
        return local
    return f"{_PREFIXES[space]}:{local}" if space in _PREFIXES else f"-:{local}"
