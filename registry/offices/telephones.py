"""Telephone numbers as people write them, and as they are dialled from anywhere."""

from __future__ import annotations

import phonenumbers


def e164(written: str) -> str | None:
    """0812... becomes +62812...; none where no telephone can have that number."""
    try:
        number = phonenumbers.parse(written, "ID")
    except phonenumbers.NumberParseException:
        return None
    form = phonenumbers.PhoneNumberFormat.E164
    return phonenumbers.format_number(number, form) if phonenumbers.is_valid_number(number) else None
