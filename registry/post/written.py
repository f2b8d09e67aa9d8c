"""An address as an officer typed it, part by part: what no courier can go by is told at its field."""

from __future__ import annotations

import re
from collections.abc import Mapping

from registry.lifecycle import Refused
from registry.offices.telephones import e164
from registry.places.regions import Regions

LONGEST = {"name": 80, "street": 160, "rt": 3, "rw": 3, "landmark": 120, "phone": 24}
VILLAGE_DOTS = 3
WORD = re.compile(r"[^\W\d_]{2}")


def read(typed: Mapping[str, str], regions: Regions) -> dict[str, str]:
    """As it is kept, with the postal code that the list has for the village. What is missing is not told here."""
    village = regions.get(typed.get("village", ""))
    if village is None or village.code.count(".") != VILLAGE_DOTS:
        raise Refused("refused-village", field="village")
    words = {part: _words(part, typed.get(part, "")) for part in ("name", "street", "landmark")}
    numbers = {part: _number(part, typed.get(part, "")) for part in ("rt", "rw")}
    place = {"village": village.code, "postal_code": village.postal_code}
    return words | numbers | place | {"phone": _phone(typed.get("phone", ""))}


def _words(part: str, typed: str) -> str:
    if len(typed) > LONGEST[part]:
        raise Refused("refused-address-long", field=part, most=LONGEST[part])
    if typed and not WORD.search(typed):
        raise Refused("refused-address-words", field=part)
    return typed


def _number(part: str, typed: str) -> str:
    if typed and not re.fullmatch(r"[0-9]{1,3}", typed):
        raise Refused("refused-rt-rw", field=part)
    return typed.zfill(3) if typed else ""


def _phone(typed: str) -> str:
    number = e164(typed) if typed else ""
    if number is None:
        raise Refused("refused-phone", field="phone")
    return number
