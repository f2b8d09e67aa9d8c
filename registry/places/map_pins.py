"""A shared location as it is kept with an address: "latitude,longitude", and the map it opens on."""

from __future__ import annotations

import re

DECIMALS = 5  # about a metre
NUMBER = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{1,12})?")
PIN = re.compile(r"-?[0-9]{1,2}\.[0-9]{5},-?[0-9]{1,3}\.[0-9]{5}")
MAP = "https://maps.google.com/?q="  # opens in the app that couriers use


def pin(latitude: str, longitude: str) -> str | None:
    """None for what is no place on earth."""
    if not (NUMBER.fullmatch(latitude) and NUMBER.fullmatch(longitude)):
        return None
    north, east = float(latitude), float(longitude)
    if abs(north) > 90 or abs(east) > 180:
        return None
    return f"{north:.{DECIMALS}f},{east:.{DECIMALS}f}"


def map_link(kept: str) -> str | None:
    """Where the pin is seen; none for what is no pin."""
    return MAP + kept if PIN.fullmatch(kept) else None
