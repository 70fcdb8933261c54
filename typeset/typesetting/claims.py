"""One file that is both PDF/A-3a and PDF/UA-1.

WeasyPrint writes the metadata of one standard. The other's claim, `pdfuaid:part`, has to
stand in the same `rdf:RDF`, and PDF/A wants its schema described there too (ISO 19005-3,
6.6.2.3.1; ISO 14289-1, clause 5).
"""

from __future__ import annotations

from typing import Any

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
