"""The number of a civil servant (NIP): it is printed under what they sign."""

from __future__ import annotations

import re

from registry.lifecycle import Refused


def nip(written: str, field: str) -> str:
    """Its 18 digits: born, appointed, sex, serial. Raises Refused for anything else; `field` is where it was typed."""
    digits = re.sub(r"[\s.-]", "", written)
    if not re.fullmatch(r"[0-9]{18}", digits):
        raise Refused("refused-nip", field=field)
    return digits
