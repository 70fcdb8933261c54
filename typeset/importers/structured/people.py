"""What formats say alike of people: references with their contacts, places in parts, accounts."""

from __future__ import annotations

from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.spine import join


def reference(name: str, about: str, said: str, contacts: list[str]) -> dict[str, str]:
    """Who speaks for the person: name and role, then what they say and how to reach them."""
    return {"name": join(name, about), "reference": join(said, join(*contacts), by="\n\n")}


def place(node: Node, *, country_code: str = "countryCode") -> Any:
    """A place in parts; one verbatim line where its country is no two-letter code."""
    names = {
        "address": ("address", "street"),
        "postalCode": ("postalCode", "postcode", "zip", "code"),
        "city": ("city",),
        "region": ("region", "state"),
        "countryCode": (country_code, "country"),
    }
    parts = {key: node.line(*keys) for key, keys in names.items()}
    country = parts["countryCode"]
    if len(country) == 2 and country.isalpha():
        return parts | {"countryCode": country.upper()}
    if not country:
        return parts
    town = join(parts["region"], parts["postalCode"], by=" ")
    return join(parts["address"], parts["city"], town, country)


def accounts(node: Node, key: str, *, user: str = "username") -> list[dict[str, str]]:
    """Accounts: the network, the name there, the address."""
    made = []
    for item in node.mappings(key):
        item.skip("id", "computed")
        account = {"network": item.raw("network"), "username": item.raw(user)}
        made.append(account | {"url": item.raw("url")})
    return made
