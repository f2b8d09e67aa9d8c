"""A poster for the wall: whoever scans it writes the office the words that begin one service."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

import phonenumbers

from registry.issuing.render import render_slip
from registry.models import Channel, Sender
from registry.services.service import Service


@dataclass(frozen=True)
class Poster:
    """`number` as people dial it, `keyword` as they shall write it."""

    office: str
    service: str
    number: str
    channel: str  # its name
    keyword: str

    def pdf(self, sender: Sender, at: datetime) -> bytes:
        return render_slip("poster", vars(self), qr=opens_chat(sender, self.keyword), at=at)


def keyword(service: Service) -> str:
    """The plainest words that ask for it."""
    return " ".join(service.wish[0].words).upper()


def dialled(sender: Sender) -> str:
    """0811-0000-001 of an Indonesian number, any other with its country."""
    number = phonenumbers.parse(sender.address.removeprefix("whatsapp:"))
    at_home = phonenumbers.region_code_for_number(number) in ("ID", None)
    form = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, form.NATIONAL if at_home else form.INTERNATIONAL)


def opens_chat(sender: Sender, words: str) -> str:
    """What a telephone's camera takes for a message to this number: WhatsApp's click to chat, or SMSTO."""
    number = sender.address.removeprefix("whatsapp:")
    if sender.channel is Channel.WHATSAPP:
        return f"https://wa.me/{number.removeprefix('+')}?text={quote(words)}"
    return f"SMSTO:{number}:{words}"
