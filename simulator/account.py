"""Who rents from this carrier: one account, its token, its senders, and where its webhooks go."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A telephone number, or the business-scoped id that WhatsApp may show in its place.
ADDRESS = re.compile(r"\+\d{6,15}|whatsapp:(\+\d{6,15}|[A-Z]{2}\.\d{6,20})")


@dataclass(frozen=True)
class Sender:
    """An address the account may send from and be written to; the label is shown on the handset."""

    address: str
    label: str

    @classmethod
    def parse(cls, text: str) -> Sender:
        """Reads `address=label`; raises ValueError when the address is not one."""
        address, _, label = text.partition("=")
        if not ADDRESS.fullmatch(address.strip()):
            raise ValueError(f"{address!r} is not an address such as +628110000002 or whatsapp:+628110000001")
        return cls(address.strip(), label.strip() or address.strip())


@dataclass(frozen=True)
class Account:
    sid: str
    token: str
    product: str
    senders: tuple[Sender, ...]

    @property
    def inbound_url(self) -> str:
        return self.product.rstrip("/") + "/webhooks/twilio/inbound"

    def owns(self, address: str) -> bool:
        return any(sender.address == address for sender in self.senders)


def is_whatsapp(address: str) -> bool:
    return address.startswith("whatsapp:")


def same_channel(one: str, other: str) -> bool:
    return is_whatsapp(one) == is_whatsapp(other)
