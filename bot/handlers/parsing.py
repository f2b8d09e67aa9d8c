"""A carrier's form body, made small and safe: every field of it was written by a stranger."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from unicodedata import category

from registry.places import map_pins

LONGEST = 4_000  # characters of text kept; more is told, not read
LONGEST_LABEL = 80
MEDIA_SID = re.compile(r"/Media/(ME[0-9a-f]{32})$")
MESSAGE_SID = re.compile(r"(SM|MM)[0-9a-f]{32}")
MOST_FILES = 10
DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # marks that turn text round
CONTACT_CARDS = ("text/vcard", "text/x-vcard", "text/directory")


def parse(form: Mapping[str, str]) -> dict[str, Any]:
    """text, button, media (SIDs), location and oddity; what is absent is left out."""
    body: dict[str, Any] = {}
    text = _clean(form.get("Body", ""))
    files = _files(form)
    if text:
        body["text"] = text[:LONGEST]
    if button := form.get("ButtonPayload") or form.get("ListId"):
        body["button"] = button[:200]
    if files and (oddity := _odd_file(form)):
        body["oddity"] = oddity
    elif files:
        body["media"] = files
    elif location := _location(form):
        body |= {"location": location, "oddity": "location"}
    elif oddity := _oddity(form, text, body):
        body["oddity"] = oddity
    return body


def _files(form: Mapping[str, str]) -> list[str]:
    """Only the SIDs in the addresses are used; an address itself is never fetched."""
    count = form.get("NumMedia", "0")
    number = min(int(count), MOST_FILES) if re.fullmatch(r"[0-9]{1,4}", count) else 0
    found = (MEDIA_SID.search(form.get(f"MediaUrl{place}", "")) for place in range(number))
    return [match[1] for match in found if match]


def _odd_file(form: Mapping[str, str]) -> str | None:
    """A sticker or a contact card by what the carrier calls it; all else is judged by its content."""
    kind = form.get("MediaContentType0", "").lower()
    if form.get("MessageType") == "sticker":
        return "sticker"
    return "contact" if kind.startswith(CONTACT_CARDS) or form.get("MessageType") == "contacts" else None


def _oddity(form: Mapping[str, str], text: str, body: Mapping[str, Any]) -> str | None:
    if form.get("MessageType") == "contacts":
        return "contact"
    if len(text) > LONGEST:
        return "long"
    return None if body else "empty"


def _location(form: Mapping[str, str]) -> dict[str, str] | None:
    """The place and what the citizen's handset calls it; no place for what lies on no map."""
    at = map_pins.pin(form.get("Latitude", ""), form.get("Longitude", ""))
    label = " ".join(_clean(form.get("Label", "")).split())[:LONGEST_LABEL]
    return {"at": at, "label": label} if at else None


def _clean(text: str) -> str:
    """Control and direction marks go, line breaks stay; a hard space parts words as a plain one does."""
    spaced = "".join(" " if category(c) == "Zs" else c for c in text)
    return "".join(c for c in spaced if c in "\n\t" or (c.isprintable() and c not in DIRECTION)).strip()
