"""Who a document is from: the name and the ways to reach the person."""

from __future__ import annotations

import re
from collections.abc import Iterator

from typeset.document.dates import country_name, home_country
from typeset.document.glue import NBSP, glue, glue_name
from typeset.document.language import Language
from typeset.document.markdown import plain, rich, safe_href, split_url
from typeset.document.model import Contact, Head
from typeset.profile.basics import Basics, Detail, Location, NetworkProfile

# Countries that write the postal code after the town and region (UPU addressing guide).
_CODE_LAST = {
    *("AE", "AU", "BR", "CA", "CN", "EG", "GB", "ID", "IE", "IL", "IN", "JP"),
    *("KR", "NZ", "PK", "RU", "SA", "SG", "TH", "TW", "UA", "US", "ZA"),
}


def build_head(basics: Basics, name: str, language: Language) -> Head:
    """The head of a résumé or letter, contacts in the author's order."""
    return Head(
        name=name,
        label=glue(rich(basics.label), end=False),
        contacts=tuple(_contacts(basics, language)),
        image=basics.image,
    )


def _contacts(basics: Basics, language: Language) -> Iterator[Contact]:
    for key in basics.contact_order:
        if key == "location":
            text = location_words(basics.location, language)
            if text:
                yield Contact("location", text)
        elif key == "phone":
            yield _phone(basics.phone)
        elif key == "email":
            yield Contact("email", basics.email, href=f"mailto:{basics.email}")
        elif key == "url":
            yield Contact("url", show_url(basics.url), href=_web(basics.url))
        elif key == "profiles":
            yield from map(_profile, basics.profiles)
        else:
            yield from (_detail(detail, language) for detail in basics.details)


def _phone(text: str) -> Contact:
    digits = re.sub(r"[^\d+]", "", text.replace("(0)", ""))
    return Contact("phone", glue_name(text), href=f"tel:{digits}" if len(digits) > 4 else "")


def _profile(profile: NetworkProfile) -> Contact:
    """An account: its address where that names the site, else `Site: name`."""
    host = (split_url(_web(profile.url)).hostname or "").replace("-", "")
    site = re.sub(r"\W", "", profile.network).lower()
    if profile.url and (not profile.username or (site and site in host)):
        return Contact("profile", show_url(profile.url), href=_web(profile.url))
    text = profile.username or show_url(profile.url)
    return Contact("profile", text, label=profile.network, href=_web(profile.url))


def _detail(detail: Detail, language: Language) -> Contact:
    line = rich(detail.value)
    text = plain(line)
    if re.fullmatch(r"(https?://|www\.)\S+", text):
        return Contact("url", show_url(text), label=detail.label, href=_web(text))
    if len(line) == 1 and line[0].href:  # a page's name, which leads to it
        return Contact("detail", text, label=detail.label, href=line[0].href)
    if not detail.label:
        if re.fullmatch(r"\S+@\S+\.\w+", text):
            return Contact("email", text, href=f"mailto:{text}")
        if re.fullmatch(r"[+(\d][\d\s()./-]{5,}", text):
            return _phone(text)
    return Contact("detail", text, label=detail.label)


def show_url(url: str) -> str:
    """A web address as it is printed: without scheme, `www.` and a closing slash."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", url, flags=re.IGNORECASE).rstrip("/") or url


def _web(url: str) -> str:
    if not url or split_url(url).scheme:
        return safe_href(url)
    return safe_href(f"https://{url}")


# A postal code, which stands on a line with its town: before it, or after its region.
_POSTAL = re.compile(r"(?<!\w)\d{4,5} (?=[A-ZÀ-Þ])|(?<!\w)[A-Z]{2} (?=\d{5}\b)")


def location_words(location: Location | str, language: Language) -> str:
    """An address on one line, in the order of its country; its own country is not named.

    Chinese, Japanese and Korean go from the largest part to the smallest.
    """
    address = _address(location, language)
    return _POSTAL.sub(lambda match: match[0][:-1] + NBSP, address)


def _address(location: Location | str, language: Language) -> str:
    if isinstance(location, str):
        return plain(rich(location))
    code = location.country_code.upper()
    home = home_country(language)
    country = country_name(code, language) if code and code != home else ""
    if language.address == "large":
        parts = [country, location.region, location.city, location.address]
        address = language.address_join.join(part for part in parts if part)
        return " ".join(part for part in (location.postal_code, address) if part)
    if code in _CODE_LAST:
        region = " ".join(part for part in (location.region, location.postal_code) if part)
        town = [location.city, region]
    else:
        city = " ".join(part for part in (location.postal_code, location.city) if part)
        town = [city, location.region]
    return language.address_join.join(part for part in (location.address, *town, country) if part)
