"""DOCX documents as people write them, each by a function; the expected profiles lie in `docx/`."""

from __future__ import annotations

import io
from collections.abc import Callable

from tests.importers.documents.making import bold, docx, p, run, table

_RIGHT = "<w:tabs><w:tab w:val='right' w:pos='9000'/></w:tabs>"
_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='22'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:default='1' w:styleId='Standard'>"
    "<w:name w:val='Normal'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='berschrift1'><w:name w:val='heading 1'/>"
    "<w:basedOn w:val='Standard'/><w:pPr><w:outlineLvl w:val='0'/></w:pPr>"
    "<w:rPr><w:b/><w:sz w:val='28'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Unter'><w:name w:val='Abschnitt'/>"
    "<w:basedOn w:val='berschrift1'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Titel'><w:name w:val='Title'/>"
    "<w:rPr><w:sz w:val='40'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Liste'><w:name w:val='List Bullet'/>"
    "<w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
)
_NUMBERING = (
    "<w:abstractNum w:abstractNumId='4'>"
    "<w:lvl w:ilvl='0'><w:numFmt w:val='bullet'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId='5'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/></w:lvl>"
    "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='4'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='5'/></w:num>"
)


def _item(text: str, depth: int = 0, number: int = 1) -> str:
    numbering = f"<w:numPr><w:ilvl w:val='{depth}'/><w:numId w:val='{number}'/></w:numPr>"
    return p(text, properties=numbering)


def template() -> bytes:
    """Word's own styles, right tab stops and list styles, written by python-docx."""
    from docx import Document
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Inches

    made = Document()
    made.add_heading("Maud Ferrier", 0)
    made.add_paragraph("Hexham, England | maud@example.com | +44 1632 960123")
    made.add_heading("Experience", 1)
    for head, dates, texts in (
        (("Head Gardener", ", Larkfield House"), "Mar 2019 – Present",
         ("Planted 400 limes.", "Lost two of them.")),
        (("Gardener", ", Duke Nurseries"), "2015 – 2019", ("Raised ferns.",)),
    ):  # fmt: skip
        line = made.add_paragraph()
        line.paragraph_format.tab_stops.add_tab_stop(Inches(6), WD_TAB_ALIGNMENT.RIGHT)
        line.add_run(head[0]).bold = True
        line.add_run(f"{head[1]}\t{dates}")
        for text in texts:
            made.add_paragraph(text, style="List Bullet")
    made.add_heading("Education", 1)
    made.add_paragraph().add_run("BSc Horticulture").bold = True
    made.add_paragraph("University of Reading\t2012 – 2015")
    made.add_heading("Skills", 1)
    for label, values in (("Tools: ", "spade, fork, dibber"), ("Languages: ", "English, French")):
        line = made.add_paragraph()
        line.add_run(label).bold = True
        line.add_run(values)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def fake_headings() -> bytes:
    """No style at all: bold capitals as titles, typed bullets, tables for the dates."""
    return docx(
        p(run("Jun Obara", "<w:b/><w:sz w:val='40'/>"))
        + p("Cartographer")
        + p("jun@example.com")
        + p("")
        + p(bold("WORK EXPERIENCE"))
        + table(
            (p("Cartographer, Quillon Maps"), p("2022 – 2025")),
            (p("Surveyor, Tidemark Ltd"), p("2019 – 2022")),
        )
        + p(bold("PROJECTS"))
        + p("•\tDrew the coast of Norden.")
        + p("•\tMeasured tides.")
        + p(bold("EDUCATION"))
        + table(
            (p("2015 – 2019"), p("BSc Geography") + p("University of Leeds") + p("First class.")),
            (p("2013 – 2015"), p("A levels") + p("Northgate School")),
        ),
        styles=_STYLES,
    )


def sidebar() -> bytes:
    """A table of two columns for the page, contacts in the header, a page's number in the foot."""
    page_number = (
        "<w:p><w:r><w:t>Seite </w:t></w:r><w:fldSimple w:instr=' PAGE '><w:r><w:t>1</w:t></w:r>"
        "</w:fldSimple></w:p>"
    )
    left = (
        p(bold("Kenntnisse")) + _item("Schweißen") + _item("Treiben und Planieren")
        + p(bold("Sprachen")) + p("Deutsch, Polnisch")
    )  # fmt: skip
    right = (
        p(bold("Berufserfahrung"))
        + p(bold("Glockengießerin") + run(", Gießerei Hallstein\t2017 – heute"))
        + _item("41 Glocken gegossen, die schwerste mit 3,2 t.")
        + p(bold("Gesellin") + run(", Metallbau Kupke\t2012 – 2017"))
        + _item("Tore und Gitter.")
        + p(bold("Ausbildung"))
        + p("Lehre als Metallbauerin, Metallbau Kupke\t2009 – 2012")
    )
    return docx(
        p("Änne Wuttke", "Titel") + table((left, right)),
        styles=_STYLES,
        numbering=_NUMBERING,
        header1=p("aenne.wuttke@example.com · 0351 5550177"),
        footer1=page_number,
    )


def everything() -> bytes:
    """Links, a text box in two forms, notes, revisions, fields, symbols, lists in lists."""
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>"
        + p("odette@example.com")
        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + p("odette@example.com")
        + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    link = "<w:hyperlink r:id='l1'>" + run("example.com/odette") + "</w:hyperlink>"
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        '<w:r><w:instrText> HYPERLINK "https://example.org/net" </w:instrText></w:r>'
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + run("the net atlas")
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    revision = (
        "<w:del><w:r><w:delText>three</w:delText></w:r></w:del><w:ins>" + run("four") + "</w:ins>"
    )
    symbol = "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>§</w:t></w:r>"
    return docx(
        p("Odette Marchand", "Titel")
        + box
        + p("<w:r/>" + link)
        + p("Experience", "berschrift1")
        + p(bold("Net ") + bold("Maker") + run("\nBrume & Fils, Concarneau\n2016 – present"))
        + _item("Mended nets for")
        .replace("</w:p>", run(" ") + revision + run(" harbours.") + "</w:p>")
        + _item("In winter indoors.", 1)
        + _item("Drew")
        .replace("</w:p>", run(" ") + field + run(".")
                 + "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
        + p("Interests", "Unter")
        + p("<w:r/>" + symbol + run(" Tides"))
        + p("<w:r/>" + symbol + run(" Knots")),
        links={"l1": "https://example.com/odette"},
        styles=_STYLES,
        numbering=_NUMBERING,
        footnotes="<w:footnote w:id='2'>" + p("Third edition.") + "</w:footnote>",
        comments="<w:comment w:id='0'>" + p("Is this true?") + "</w:comment>",
    )  # fmt: skip


def letter() -> bytes:
    """A letter, its addresses line by line."""
    lines = (
        "Linnea Brask", "12 Harbour Row", "Lerwick ZE1 0AB", "linnea.brask@example.com", "",
        "14 May 2026", "", "Dr. Owen Tarrant", "Shetland Boat Museum", "Lerwick", "",
        "Re: the post of boat conservator", "", "Dear Dr. Tarrant,", "",
        "For nine years I have kept wooden boats afloat that were meant to be firewood.", "",
        "I could start in August, and would be glad to show you the boats.", "",
        "Yours sincerely,", "", "Linnea Brask",
    )  # fmt: skip
    return docx("".join(p(line) for line in lines), styles=_STYLES)


def line_breaks() -> bytes:
    """A section in one paragraph, by line breaks; a table of languages."""
    return docx(
        p(
            run("Ruben Achterberg", "<w:b/><w:sz w:val='36'/>")
            + run("\nMolenaar\nruben@example.com")
        )
        + p(run("Werkervaring", "<w:b/><w:sz w:val='28'/>"))
        + p(bold("Molenaar, De Witte Wiek")
            + run("\n2014 – heden\n• Maalt 300 ton per jaar.\n• Leidt twee leerlingen op."))
        + p(run("Opleiding", "<w:b/><w:sz w:val='28'/>"))
        + p("Vakdiploma molenaar, Gilde van Molenaars\t2012 – 2014")
        + p(run("Talen", "<w:b/><w:sz w:val='28'/>"))
        + table((p("Nederlands"), p("moedertaal")), (p("Engels"), p("goed")),
                (p("Fries"), p("redelijk"))),
        styles=_STYLES,
    )  # fmt: skip


def places_right() -> bytes:
    """Employer and place over role and dates, a group of skills over its bullets."""
    heads = (
        ("Corbel & Wick", "Ashmere", "Lead Stonemason", "Mar 2019 – Present"),
        ("Quoin Brothers", "Netherby", "Banker", "2015 – 2019"),
    )
    made = p("Isolde Marchbank", "Titel") + p("Ashmere | isolde@example.com | +44 1632 960456")
    made += p("Experience", "berschrift1")
    for owner, place, role, dates in heads:
        made += p(bold(owner) + run(f"\t{place}"), properties=_RIGHT)
        made += p(run(role, "<w:i/>") + run(f"\t{dates}"), properties=_RIGHT)
        made += _item("Cut and set the mouldings.")
    made += p("Skills", "berschrift1") + p(bold("Stone")) + _item("lettering") + _item("carving")
    made += p(bold("Plant")) + _item("saw") + _item("crane")
    return docx(made, styles=_STYLES, numbering=_NUMBERING)


def address_by_paragraphs() -> bytes:
    """A letter whose every line is a paragraph with space after it, parted by empty ones."""
    spaced = _STYLES.replace(
        "<w:docDefaults>",
        "<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after='120'/></w:pPr></w:pPrDefault>",
    )
    lines = (
        "Edmund Tarrow", "12 Mill Lane", "Wexcombe WX4 2AB", "edmund@example.com", "",
        "3 March 2025", "", "Ms Ada Finch", "Finch & Daughters", "", "Dear Ms Finch", "",
        "I should like to look after your orchard, which I have walked past for ten years.", "",
        "Yours sincerely", "", "Edmund Tarrow",
    )  # fmt: skip
    return docx("".join(map(p, lines)), styles=spaced)


CASES: dict[str, Callable[[], bytes]] = {
    "template": template,
    "fake-headings": fake_headings,
    "sidebar": sidebar,
    "everything": everything,
    "letter": letter,
    "line-breaks": line_breaks,
    "places-right": places_right,
    "address-by-paragraphs": address_by_paragraphs,
}
