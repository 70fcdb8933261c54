"""Codes of languages and countries → their names, in the language of the document (CLDR)."""

from __future__ import annotations

_PAIRS = """
alb:sq ara:ar arm:hy baq:eu bel:be bos:bs bul:bg cat:ca ces:cs chi:zh cym:cy cze:cs dan:da deu:de
dut:nl ell:el eng:en est:et eus:eu fas:fa fin:fi fra:fr fre:fr geo:ka ger:de gle:ga glg:gl gre:el
heb:he hin:hi hrv:hr hun:hu hye:hy ice:is isl:is ita:it jpn:ja kat:ka kor:ko lav:lv lit:lt ltz:lb
mac:mk mkd:mk mlt:mt nld:nl nob:nb nor:no per:fa pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk
slv:sl spa:es sqi:sq srp:sr swe:sv tur:tr ukr:uk vie:vi wel:cy zho:zh
"""
_TWO_LETTERS = dict(pair.split(":") for pair in _PAIRS.split())
"""Codes of three letters (ISO 639-2) for languages that have one of two, as CLDR wants them."""

_EUROPEAN = {"UK": "GB", "EL": "GR"}
"""Codes that the European Union writes otherwise than ISO 3166."""


def language_name(code: str, lang: str) -> str:
    """The name of a language in `lang`; what is no known code is given back as it is."""
    known = code.lower()
    known = _TWO_LETTERS.get(known, known)
    names = _locale(lang).languages
    return str(names.get(known, code)) if len(known) <= 3 and known.isascii() else code


def country_name(code: str, lang: str) -> str:
    """The name of a country in `lang`; what is no known code is given back as it is."""
    known = _EUROPEAN.get(code.upper(), code.upper())
    return str(_locale(lang).territories.get(known, code)) if len(known) == 2 else code


def country_code(code: str) -> str:
    """A country's code as ISO 3166 has it."""
    return _EUROPEAN.get(code.upper(), code.upper())


def _locale(lang: str):  # type: ignore[no-untyped-def]  # Babel has no types
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(lang.replace("-", "_") or "en")
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")
