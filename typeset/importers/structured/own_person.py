"""What a résumé under keys of its author's own says of the person → `basics`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from typeset.importers.structured.mapping import Node
from typeset.importers.structured.own_names import of_account, of_person, title_of, words_of
from typeset.importers.structured.own_texts import is_switch, items_of, under
from typeset.importers.structured.spine import join
from typeset.importers.text.words.vocabulary import key, vocabulary

_PAIR = ("network", "url")
"""What a pair's name and value are called, as those of an account are."""
_URL = re.compile(r"https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S+", re.IGNORECASE)
_SCHEME = re.compile(r"(?:mailto|tel|callto):(?://)?", re.IGNORECASE)


def are_pairs(node: Node) -> bool:
    """Whether a list holds nothing but pairs of a name and its value."""
    items = items_of(node)
    return bool(items) and all(
        [of_account(name) for name in item.keys] == list(_PAIR) for item in items
    )


@dataclass
class Person:
    """The person as far as it is read; `rest` are the keys that say something else."""

    basics: dict[str, Any] = field(default_factory=dict)
    summary: list[Node] = field(default_factory=list)
    rest: list[tuple[str, Node]] = field(default_factory=list)
    _places: list[str] = field(default_factory=list)

    def read(self, node: Node, *, inner: bool = False) -> None:
        """The keys of a mapping; `inner` where it is one about the person and nothing else."""
        for name in node.keys:
            value = under(node, name)
            meaning = of_person(name)
            if isinstance(value.value, dict):
                self._mapping(name, meaning, value, inner)
            elif isinstance(value.value, list):
                self._list(name, meaning, value)
            else:
                self._text(name, meaning, value, inner)

    def read_pairs(self, node: Node) -> None:
        """A list of pairs of a name and a value ("name: Full name, value: Ada Long")."""
        for item in items_of(node):
            name, value = (next((n for n in item.keys if of_account(n) == m), "") for m in _PAIR)
            if name and value and isinstance(item.value[name], str):
                label = item.aside(name)
                self._text(label, of_person(label), under(item, value), inner=True)
            else:
                self._account(item)

    def finished(self) -> dict[str, Any]:
        """`basics`, with the parts of the place in the file's order."""
        if self._places:
            self.basics["location"] = join(*self._places)
        return self.basics

    def _mapping(self, name: str, meaning: str, value: Node, inner: bool) -> None:
        if meaning == "name":
            parts = [value.raw(part) for part in value.keys if of_person(part)]
            self._set("name", " ".join(part for part in parts if part))
        elif meaning == "location":
            for part in value.keys:
                self._place(value.raw(part))
        elif meaning == "accounts" or (words_of(name) == "contact" and not inner):
            self._accounts(value)
        elif meaning == "holder" or inner:
            self.read(value, inner=True)
        else:
            self.rest.append((name, value))

    def _list(self, name: str, meaning: str, value: Node) -> None:
        items = items_of(value)
        plain = all(isinstance(item.value, str) for item in items)
        if meaning == "summary" and plain:
            self.summary += items
        elif meaning in ("label", "name", "location") and plain:
            text = join(*(item.raw() for item in items))
            self._place(text) if meaning == "location" else self._set(meaning, text)
        elif meaning in ("accounts", "holder", "email", "phone", "url"):
            for item in items:
                if isinstance(item.value, dict):
                    self._account(item)
                elif isinstance(item.value, str):
                    self._text(name, meaning, item, inner=True)
        else:
            self.rest.append((name, value))

    def _text(self, name: str, meaning: str, value: Node, inner: bool) -> None:
        if is_switch(value):
            return  # it stays unplaced
        address = str(value.value).strip()
        if meaning == "given":
            known = self.basics.get("name", "")
            self.basics["name"] = f"{known} {value.raw()}".strip()
        elif meaning == "location":
            self._place(value.raw())
        elif meaning == "summary":
            self.summary.append(value)
        elif meaning == "image":
            self._set("image", value.raw())
        elif _SCHEME.match(address) or meaning in ("email", "phone"):
            kind = "email" if "@" in address else "phone"
            self._contact(kind, title_of(name), _bare(value))
        elif meaning == "url":
            self._contact("url", title_of(name), value.raw())
        elif (network := _network(name)) and (inner or meaning == "accounts" or _is_account(value)):
            self._profile(network, value)
        elif meaning in ("name", "label"):
            self._set(meaning, value.text())
        elif inner and _URL.fullmatch(address):
            network = "" if meaning in ("accounts", "holder") else title_of(name)
            self._profile(network, value)
        elif inner or meaning == "detail":
            self._detail(title_of(name), value.raw())
        elif len(address.split()) > 3 or len(value.path) == 1:
            self.rest.append((name, value))

    def _accounts(self, value: Node) -> None:
        """A mapping of accounts: each key a network, or a mapping that says its own."""
        for name in value.keys:
            one = under(value, name)
            if isinstance(one.value, dict) and any(
                of_account(inner) == "url" for inner in one.keys
            ):
                self._account(one, title_of(name))
            elif isinstance(one.value, dict):
                self._mapping(name, of_person(name), one, inner=True)
            elif isinstance(one.value, list):
                self._list(name, of_person(name), one)
            else:
                self._text(name, of_person(name), one, inner=True)

    def _account(self, node: Node, network: str = "") -> None:
        """One account, or a contact that has a mapping of its own ("type: email, value: …")."""
        found: dict[str, str] = {}
        for name in node.keys:
            meaning = of_account(name)
            if meaning and meaning not in found and isinstance(node.value[name], str):
                found[meaning] = name
        label = str(node.value[found["network"]]) if "network" in found else network
        address = str(node.value[found["url"]]) if "url" in found else ""
        kind = of_person(label)
        if address and (kind in ("email", "phone") or _SCHEME.match(address)):
            text = _bare(node, found["url"])
            shown = node.aside(found["network"]) if "network" in found else label
            self._contact("email" if "@" in text else "phone", shown, text)
            return
        made = {meaning: node.raw(name) for meaning, name in found.items()}
        if made and not made.get("network"):
            made["network"] = network
        if made:
            self.basics.setdefault("profiles", []).append(made)

    def _profile(self, network: str, value: Node) -> None:
        text = value.raw()
        name = "url" if _URL.fullmatch(text) else "username"
        self.basics.setdefault("profiles", []).append({"network": network, name: text})

    def _contact(self, kind: str, label: str, text: str) -> None:
        """The first one has the profile's key; those after it are details under their labels."""
        if not self.basics.get(kind):
            self.basics[kind] = text
        elif text != self.basics[kind]:
            self._detail(label, text)

    def _place(self, text: str) -> None:
        self.basics.setdefault("location", "")  # contacts keep the file's order
        self._places.append(text)

    def _set(self, name: str, text: str) -> None:
        if self.basics.get(name):
            self._detail("", text)
        elif text:
            self.basics[name] = text

    def _detail(self, label: str, text: str) -> None:
        if text:
            self.basics.setdefault("details", []).append({"label": label, "value": text})


def _bare(node: Node, *keys: str) -> str:
    """An address or number without the scheme that a link to it has."""
    text = node.raw(*keys)
    if scheme := _SCHEME.match(text):
        text = text[scheme.end() :]
        node.seen_as(text, *keys)
    return text


def _network(name: str) -> str:
    """The network that a key names, as it is written: "github" is "GitHub"; or ""."""
    words = key(words_of(name))
    known = (
        one
        for one in vocabulary().networks.values()
        if words in (key(one), key(one).replace(" ", ""))
    )
    return next(known, "")


def _is_account(value: Node) -> bool:
    return bool(re.fullmatch(r"\S+", str(value.value).strip()))
