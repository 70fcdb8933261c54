"""A finished two-page résumé of about 900 words, of a person who does not exist."""

from __future__ import annotations

CSS = """
@page { size: A4; margin: 18mm 20mm }
html { font: 9.6pt/1.38 "Source Sans 3" } body { margin: 0 }
h1 { font: 700 24pt/1.1 "EB Garamond"; margin: 0 } h2 { font-size: 11pt; margin: 14pt 0 4pt }
h3 { font-size: 10pt; margin: 6pt 0 1pt; display: flex; justify-content: space-between }
h3 span { font-weight: 400 } ul { margin: 0; padding-left: 12pt } li { margin: 1pt 0 }
p { margin: 2pt 0 } em { font-style: italic } a { color: inherit }
"""

_BULLETS = (
    "Led the move of 14 services to a shared platform, which cut the cost of hosting by 31% and "
    "the time from change to release from nine days to four hours.",
    "Wrote the scheduling engine that plans 2,300 ferry crossings a day; it has met its deadline "
    "on every day since <em>March 2019</em>, two storms included.",
    "Mentored six engineers, two of whom now lead teams of their own, and began the reading group.",
    "Agreed the first public interface with the harbour office, and kept it stable for five years.",
    "Measured before changing: the slowest query of the booking site went from 4.1 s to 90 ms.",
)


def html(with_style: bool = True) -> str:
    """The page, with its style inside or without any."""
    jobs = "".join(
        f"<h3><b>Senior Engineer, Nordlys Ferries {chr(65 + number)}</b> <span>{2006 + 2 * number}–"
        f"{2008 + 2 * number}</span></h3><ul>"
        + "".join(f"<li>{bullet}</li>" for bullet in _BULLETS)
        + "</ul>"
        for number in range(8)
    )
    style = f"<style>{CSS}</style>" if with_style else ""
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ines Halloran</title>'
        f'<meta name="author" content="Ines Halloran">{style}</head><body>'
        '<h1>Ines Halloran</h1><p>Bergen · <a href="mailto:ines@example.org">ines@example.org</a>'
        ' · +47 55 01 02 03 · <a href="https://example.org">example.org</a></p>'
        "<p>Engineer of timetables and of the machines that keep them, with eighteen years at sea "
        f"and ashore.</p><h2>Work</h2>{jobs}<h2>Languages</h2><p>Norwegian, English, French</p>"
        "</body></html>"
    )
