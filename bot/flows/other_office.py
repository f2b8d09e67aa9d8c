"""Another office than the one picked, told in passing: "KK saya di samarinda, bukan balikpapan"."""

from __future__ import annotations

import re

from bot.flow import OfficeCard, Talk

KEY = "office"
OF_OFFICE = re.compile(
    r"\b(?:kk|kantor|kab|kabupaten|kota|(?:dis)?dukcapil|office|city|regency)(?:nya)?\b", re.IGNORECASE
)
OF_BIRTH = re.compile(r"\b(?:lahir\w*|born|birth)\b", re.IGNORECASE)


def office_meant(text: str, talk: Talk) -> OfficeCard | None:
    """The one whose kabupaten is called by its whole name: "Samarinda", "kota samarinda"."""
    said = f" {' '.join(re.findall(r'[a-z]+', text.casefold()))} "
    found = [each for each in talk.offices if f" {talk.regions[each.region].short_name.casefold()} " in said]
    return found[0] if len(found) == 1 else None
