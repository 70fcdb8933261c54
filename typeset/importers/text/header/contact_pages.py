"""The rule for pages among contacts: an account, the person's site, or some work that is shown."""

from __future__ import annotations

import re

from typeset.importers.text.header.addresses import is_same_page, is_url
from typeset.importers.text.header.contact_labels import kept_label
from typeset.importers.text.header.contact_values import ICON, in_sentence, is_certain
from typeset.importers.text.header.contacts import Contacts
from typeset.importers.text.markup.inline import unescape, unlink
from typeset.importers.text.record import Record
from typeset.importers.text.words.scripts import CJK
from typeset.importers.text.words.vocabulary import key


def unlinked(value: str) -> tuple[str, str]:
    """The words of a value and its target; none on the site itself, where they are an address."""
    text, target = unlink(value)
    target = "" if target.startswith(("/", "#")) and is_certain(text) else target
    return unescape(ICON.sub("", text)).strip(), target


def page(line: int, label: str, known: str, value: str, found: Contacts, record: Record) -> bool:
    """A page: the person's own, an account somewhere, or a fact with its link."""
    shown, target = unlinked(value)
    address = target or (shown if is_url(shown) else "")
    if not address or target.startswith(("mailto:", "tel:")) or in_sentence(value):
        return False
    network = _network(address, record)
    if known == "location" and not network and not is_url(shown):
        return False  # "Address: 4 Mill Lane, [Leeds](https://…)", with where that is on a map
    found.certain += 1
    if _FILE_ON_SITE.fullmatch(target) or _is_work_shown(label, known, shown, address, record):
        found.detail(label, value)  # "[PDF version](cv.pdf)": a file beside the page, no account
        return True
    if network or (label and known != "url" and key(label) in record.vocabulary.account_names):
        if label and key(label) != key(network):
            network = label
        named = key(shown) == key(network)
        for told in {label if key(label) == key(network) else "", shown if named else ""} - {
            network
        }:
            if told:
                record.use_repeat(line, told)  # "Github", which the profile has as "GitHub"
        found.profile(network, "" if named else shown, address)
    elif not label and _HANDLE.search(address) and is_same_page(shown, address):
        found.profile("", "", target or shown)  # "https://peer.example/@ann": no site of one's own
    elif (
        "url" not in found.basics and is_same_page(shown, address) and (not label or known == "url")
    ):
        found.add("url", target or shown, kept_label(line, label, known, "url", found, record))
    elif "url" not in found.basics and not label and record.vocabulary.label(shown) == "url":
        record.use_label(line, shown, "labels.url")  # "[Website](…)"
        found.add("url", target)
    else:
        found.profile(label, shown, address)
    return True


def _is_work_shown(label: str, known: str, shown: str, address: str, record: Record) -> bool:
    """Whether a page under a name of its own is no account and no site of the person's.

    "[Showreel](https://…)", "Reviews: https://…"; on a network it lies deeper than any account:
    "[CV](https://github.com/ann/ann/blob/main/cv.md)".
    """
    named = label or ("" if is_url(shown) else shown)
    says = key(named)
    nameless = not says or says in record.vocabulary["contact_words"] or named.startswith("@")
    known = known or record.vocabulary.label(named)
    if (
        nameless
        or known
        or _is_kind_of_page(named, record)
        or says in record.vocabulary.account_names
    ):
        return False
    if _network(address, record):
        return not _ACCOUNT.fullmatch(address)
    return not _ACCOUNT_SIGN.search(address)


def _is_kind_of_page(named: str, record: Record) -> bool:
    """Whether a name ends in what a person's page is called: "Baking blog", "技术博客"."""
    *_, last = named.split() or [""]
    pages = record.vocabulary.labels.get("url", frozenset())
    solid = bool(CJK.match(last)) and last.endswith(tuple(one for one in pages if len(one) > 1))
    return solid or key(last) in pages


_HANDLE = re.compile(r"[^/:]/@[\w.-]+/?$")
_ACCOUNT_SIGN = re.compile(r"//[^/]+/(?:@|(?:in|pub|u|users?|profiles?)/)")
"""How the address of an account begins, wherever it is: "https://peer.example/@ann"."""
_ACCOUNT = re.compile(
    r"(?:https?://)?[^/]+/?(?:(?:in|pub|u|users?|profiles?|company|c|channel|citations)/)?"
    r"[^/#]*/?(?:\?[^/#]*)?"
)
"""The address of an account on a network: "https://www.linkedin.com/in/ann/"."""


_FILE_ON_SITE = re.compile(
    r"(?![a-z]+:|//|www\.)(?:\.{0,2}/)?[^\s:?]*\.(?:pdf|html?|md|docx?|txt|php)", re.IGNORECASE
)
"""What a link leads to that is a file of the same site: "cv_fr.html", "./docs/cv.pdf"."""


def _network(address: str, record: Record) -> str:
    host = re.sub(r"^(?:https?://)?(?:www\.)?", "", address.lower()).partition("/")[0]
    networks = record.vocabulary.networks
    return networks.get(host) or networks.get(".".join(host.split(".")[-2:]), "")
