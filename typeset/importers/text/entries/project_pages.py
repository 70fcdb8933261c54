"""A project's page where its text names it: last, first, or behind a label in a line of its own.

"A club that reads by phone. www.club.example", "GitHub: https://…" under the project's name.
"""

from __future__ import annotations

import re

from typeset.importers.text.entries.bodies import together
from typeset.importers.text.header.addresses import PAGE, is_page
from typeset.importers.text.heads.texts import points_on
from typeset.importers.text.markup.inline import unescape
from typeset.importers.text.parts import Entry, Part
from typeset.importers.text.record import Record

_SAID = ("description", "summary")
_PAGE = rf"(?:\[(?P<shown>[^\s\]]+)\]\((?P<page>https?://[^\s()]+)\)|<?(?P<bare>{PAGE})>?)"
_LAST = re.compile(
    r"(?P<rest>(?:.*(?:\\?\n|[.!?…]\s|[。！？]))?)\s*"
    rf"(?:\*{{0,2}}(?P<label>[^\W\d_][^:：*\n]{{0,24}}?)\s*[:：]\*{{0,2}}\s*)?"
    rf"(?P<open>\()?{_PAGE}(?(open)\))\.?",
    re.DOTALL,
)
_FIRST = re.compile(rf"{_PAGE}(?:\s*\\?\n|\s+(?:[–—-]\s+)?)(?P<rest>\S.*)", re.DOTALL)


def with_pages(parts: list[Part], line: int, record: Record) -> list[Part]:
    """The parts with the pages of the projects that have none yet but within their text."""
    for part in parts:
        for entry in part.entries:
            if "url" in entry:
                _without_shown(entry)
            else:
                _take_page(entry, line, record)
            if "url" not in entry:
                _take_bullet(entry, line, record)
    return parts


def _take_page(entry: Entry, line: int, record: Record) -> None:
    """Give a project the page that one of its texts ends or begins with."""
    for name in _SAID:
        text = entry.get(name, "")
        match = _LAST.fullmatch(text) or _FIRST.fullmatch(text) if "." in text else None
        page = _address(match) if match else ""
        if not match or not page:
            continue
        if label := match.groupdict().get("label") or "":
            list_ = points_on(label, record)
            if not list_:
                continue
            record.use_label(line, label, list_)
        entry["url"] = page
        _set(entry, name, match["rest"].rstrip("\\ \n"))
        if name == "description" and match.re is _FIRST:
            entry |= together(entry.pop(name), entry.get("summary", ""))
        return


def _take_bullet(entry: Entry, line: int, record: Record) -> None:
    """Give a project the page that its last bullet is, behind a label: "Link: https://…"."""
    last = (entry.get("highlights") or [""])[-1]
    match = _LAST.fullmatch(last) if isinstance(last, str) and "." in last else None
    label = match["label"] if match and not match["rest"] else ""
    list_ = points_on(label, record) if label else ""
    if match and list_ and (page := _address(match)):
        record.use_label(line, label, list_)
        entry["url"] = page
        entry["highlights"] = entry["highlights"][:-1]
        if not entry["highlights"]:
            del entry["highlights"]


def _address(match: re.Match[str]) -> str:
    """The page that was found; "" for a link whose words are not its own address."""
    if match["bare"]:
        return unescape(match["bare"]) if is_page(match["bare"]) else ""
    return match["page"] if _shows(match["shown"], match["page"]) else ""


def _shows(shown: str, page: str) -> bool:
    """Whether the words of a link are its address, perhaps without how it begins."""
    return "." in shown and page.rstrip("/").endswith(shown.rstrip("/"))


def _without_shown(entry: Entry) -> None:
    """A description that is only the words of the project's link says no more than its page."""
    said = entry.get("description", "").strip("<>")
    if said and _shows(said, entry["url"]):
        del entry["description"]


def _set(entry: Entry, name: str, text: str) -> None:
    if text:
        entry[name] = text
    else:
        del entry[name]
