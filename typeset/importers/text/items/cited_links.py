"""The addresses that end a citation: its DOI, its page, and links such as "[pdf](…)"."""

from __future__ import annotations

import re
from functools import lru_cache

from typeset.importers.text.markup.inline import unlink
from typeset.importers.text.words.vocabulary import any_of, vocabulary
from typeset.words import words

_LINK = re.compile(
    r"[\s,;|·•]*[(（]?(?:(?P<link>\[(?P<shown>[^\[\]]*)\]\(<?(?P<target>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)>?\))"
    r"|<(?P<address>https?://[^\s<>]+)>|(?P<plain>https?://[^\s<>()]+[^\s<>().,;])"
    r"|(?P<said>(?:doi|DOI):?\s*(?P<doi>10\.\d{4,9}/[^\s()<>]*[\w/])))[)）]?[\s.,;|·•]*$"
)


def take_links(text: str) -> tuple[str, str, str]:
    """A citation without the links at its end; its address, and the labelled links as Markdown.

    An address whose words all stand in it leaves the text; a DOI becomes its address.
    """
    url = bracketed = ""
    labelled: list[str] = []
    while match := _LINK.search(text):
        if match["doi"]:
            target = f"https://doi.org/{match['doi']}"
            shown = match["said"]
        else:
            target = match["target"] or match["address"] or match["plain"]
            shown = match["shown"] or ""
        if not match.start():
            break  # the title itself is the link
        # an address or DOI itself, or an icon that shows no word
        told = not words(shown) or bool(re.search(r"\w[./]\w", shown))
        if told and set(words(shown)) <= set(words(target)) and not url:
            url = target
        elif match["link"] and len(shown.split()) <= _LONGEST_LABEL and not re.search(r"\d", shown):
            labelled.insert(0, match["link"])
            bracketed = target if match[0].strip(" ,;.|").startswith(("(", "（")) else bracketed
        elif match["doi"]:
            url = url or target
            labelled.insert(0, shown)
        else:
            break
        text = text[: match.start()]
    links = ", ".join(labelled)
    if len(labelled) == 1:  # "([slides](…))"
        url = url or bracketed
    if not url and text.count("](") == 1:  # the title or the volume leads to the page
        text, url = unlink(text)
    return text.rstrip(" ,;|·•"), url, links


_LONGEST_LABEL = 3


def take_lead(text: str) -> tuple[str, str]:
    """A citation without the words that lead to its address, and these."""
    lead = _leads().search(text)
    return (text[: lead.start()], lead[1]) if lead else (text, "")


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    """What leads to the address that ends a citation: "Tide 4, 2–9. Available at: https://…"."""
    return re.compile(
        rf"(?i)(?:(?<=[.,;:)\]*]\s)|(?<=[.?!]))({any_of(vocabulary(), 'found_at')}):?\s*$"
    )
