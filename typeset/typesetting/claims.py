"""One file that is both PDF/A-3a and PDF/UA-1.

WeasyPrint writes the metadata of one standard. The other's claim, `pdfuaid:part`, has to
stand in the same `rdf:RDF`, and PDF/A wants its schema described there too (ISO 19005-3,
6.6.2.3.1; ISO 14289-1, clause 5).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import IO, Any

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for; the rest is added here."""

_PDFUA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">\
<pdfuaid:part>1</pdfuaid:part></rdf:Description>\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>\
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>\
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>\
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq>\
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

_END = b"</rdf:RDF>"


def claim_accessible(document: Any) -> None:
    """Let the metadata of a `weasyprint.Document` claim PDF/UA-1 beside what it claims."""
    generate = document.metadata.generate_rdf_metadata

    def with_claim(variant: str, version: int, conformance: str) -> bytes:
        rdf: bytes = generate(variant, version, conformance)
        if not rdf.endswith(_END):
            raise ValueError("the engine's metadata is not of the form expected")
        return rdf.removesuffix(_END) + _PDFUA + _END

    document.metadata.generate_rdf_metadata = with_claim


class _Srgb:
    """The sRGB profile that WeasyPrint brings, as its bytes and the name it gives itself."""

    model = "IEC 61966-2-1 Default RGB Colour Space - sRGB"

    def __init__(self, file: IO[bytes]) -> None:
        self._bytes = file.read()

    @property
    def profile(self) -> _Srgb:
        """Where Pillow's class has the name."""
        return self

    def tobytes(self) -> bytes:
        """The profile, unchanged: what Pillow gives back, too."""
        return self._bytes


@contextmanager
def srgb_as_bytes() -> Iterator[None]:
    """While a PDF is written, do not load Pillow (40 ms) to copy the sRGB profile."""
    css: Any = import_module("weasyprint.css")
    original, css.ImageCmsProfile = css.ImageCmsProfile, _Srgb
    try:
        yield
    finally:
        css.ImageCmsProfile = original
