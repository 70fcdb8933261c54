"""How HR-XML writes people, places and organisations: by channels and codes."""

from __future__ import annotations

import re
from typing import Any

from typeset.importers.structured.codes import country_code, country_name
from typeset.importers.structured.mapping import Node
from typeset.importers.structured.spine import join
from typeset.importers.text.markup.inline import escape


def person_basics(person: Node, lang: str) -> dict[str, Any]:
    name = person.child("PersonName")
    basics: dict[str, Any] = {
        "name": join(name.raw("GivenName"), name.raw("FamilyName"), by=" "),
        "profiles": [],
    }
    details: list[dict[str, str]] = []
    for item in person.mappings("Communication"):
        _communication(item, basics, details, lang)
    if person.has("BirthDate"):
        details.append({"label": "Date of birth", "value": person.line("BirthDate")})
    nations = [country_name(i.aside(), lang) for i in person.items("NationalityCode")]
    details.append({"label": "Nationality", "value": ", ".join(map(escape, nations))})
    if person.has("GenderCode"):
        details.append({"label": "Gender", "value": person.line("GenderCode")})
    basics["details"] = [detail for detail in details if detail["value"]]
    return basics


def _communication(
    item: Node, basics: dict[str, Any], details: list[dict[str, str]], lang: str
) -> None:
    """One way to reach the person, by its channel; the first of each is the main one."""
    channel = item.aside("ChannelCode").casefold().replace(" ", "")
    other = item.line("OtherTitle")
    use = item.aside("UseCode")
    if item.has("Address"):
        where = _place(item.child("Address"))
        if not basics.get("location"):
            basics["location"] = where
            item.skip("OtherTitle")
        else:
            details.append({"label": other or use, "value": _line(where, lang)})
    elif channel in ("telephone", "mobiletelephone", "fax", "phone"):
        item.skip("CountryCode")
        dial = item.aside("CountryDialing").lstrip("+")
        number = join(f"+{dial}" if dial else "", item.raw("DialNumber", "URI"), by=" ")
        if not basics.get("phone") and channel != "fax":
            basics["phone"] = number
        else:
            details.append({"label": other or use or channel.title(), "value": number})
    elif channel == "email" and not basics.get("email"):
        basics["email"] = item.raw("URI")
    elif channel == "web" and not basics.get("url"):
        basics["url"] = item.raw("URI")
    elif channel == "socialmedia":
        network = other or (use if use != "other" else "")
        basics["profiles"].append({"network": network, "url": item.raw("URI")})
    else:
        shown = "" if channel in ("email", "web") and not other else other or use
        details.append({"label": shown, "value": item.raw("URI")})


def _place(node: Node) -> dict[str, str]:
    lines = [item.line() for item in node.items("AddressLine")]
    node.skip("@type")
    return {
        "address": join(*lines),
        "postalCode": node.line("PostalCode"),
        "city": node.line("CityName"),
        "region": node.line("CountrySubDivisionCode"),
        "countryCode": country_code(node.aside("CountryCode")),
    }


def _line(place: dict[str, str], lang: str) -> str:
    country = country_name(place["countryCode"], lang) if place["countryCode"] else ""
    town = join(place["postalCode"], place["city"], by=" ")
    return join(place["address"], town, place["region"], country)


def organisation(node: Node, lang: str) -> tuple[dict[str, Any], str]:
    """Name, place and page of an employer or school; what else is told of it, as a line."""
    contact = node.child("OrganizationContact")
    made: dict[str, Any] = {"name": node.line("OrganizationName"), "location": "", "url": ""}
    lines: list[str] = []
    for item in contact.mappings("Communication"):
        item.aside("ChannelCode")
        item.aside("UseCode")
        if item.has("Address"):
            made["location"] = made["location"] or _line(_place(item.child("Address")), lang)
        elif not made["url"] and item.value.get("ChannelCode") == "Web":
            made["url"] = item.raw("URI")
        else:
            lines.append(item.line("URI"))
    links = [link for item in node.items("Link") if (link := item.raw()) != made["url"]]
    lines += [f"<{link}>" if re.match(r"https?://[^\s<>]+$", link) else link for link in links]
    return made, join(node.line("Department"), *lines)
