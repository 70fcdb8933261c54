"""Who the person is, and how to reach them."""

from __future__ import annotations

from typing import Any

from pydantic import ModelWrapValidatorHandler, PrivateAttr, model_validator

from typeset.profile.fields import Model, Text


class Location(Model):
    """A place in parts, printed in the order given here."""

    address: Text = ""
    postal_code: Text = ""
    city: Text = ""
    region: Text = ""
    country_code: Text = ""


class NetworkProfile(Model):
    """A page or account: `network` names the site, `username` is what is shown."""

    network: Text = ""
    username: Text = ""
    url: Text = ""


class Detail(Model):
    """A contact or fact with no key of its own: a second phone, a permit, a birth date."""

    label: Text = ""
    value: Text


CONTACT_KEYS = ("location", "phone", "email", "url", "profiles", "details")


class Basics(Model):
    """Who the person is. The contact keys are printed in the order they are written."""

    name: Text = ""
    label: Text = ""
    image: Text = ""
    email: Text = ""
    phone: Text = ""
    url: Text = ""
    location: Location | Text = ""
    profiles: list[NetworkProfile] = []
    details: list[Detail] = []
    summary: Text = ""
    _order: tuple[str, ...] = PrivateAttr(default=())

    @model_validator(mode="wrap")
    @classmethod
    def _keep_order(cls, value: Any, handler: ModelWrapValidatorHandler[Basics]) -> Basics:
        basics = handler(value)
        if isinstance(value, dict):
            basics._order = tuple(
                key for key in value if key in CONTACT_KEYS and getattr(basics, key)
            )
        return basics

    @property
    def contact_order(self) -> tuple[str, ...]:
        """The contact keys that hold something, in the author's order."""
        filled = [key for key in CONTACT_KEYS if getattr(self, key)]
        known = [key for key in self._order if key in filled]
        return (*known, *(key for key in filled if key not in known))
