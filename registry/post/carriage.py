"""By whom an office sends its cards, and what is paid for it at the door."""

from __future__ import annotations

from typing import Protocol

from registry.lifecycle import Refused
from registry.models import Carriage

MOST_RUPIAH = 500_000
TOWN = len("64.71")


class Sending(Protocol):
    """An office, as its row or as the chat knows it."""

    @property
    def region(self) -> str: ...
    @property
    def carriage(self) -> Carriage: ...
    @property
    def courier_name(self) -> str: ...
    @property
    def postage_rupiah(self) -> int: ...
    @property
    def postage_elsewhere_rupiah(self) -> int | None: ...


def courier(office: Sending) -> str:
    """The name of who carries cards; none: Kantor Pos."""
    return office.courier_name if office.carriage is Carriage.COURIER else ""


def to_pay(office: Sending, village: str = "") -> int:
    """Rupiah; while nobody knows where it goes, the price inside the office's own kabupaten or kota."""
    if village and town(village) != office.region:
        return to_pay_elsewhere(office)
    return 0 if office.carriage is Carriage.POS_PREPAID else office.postage_rupiah


def to_pay_elsewhere(office: Sending) -> int:
    """Rupiah, to any other kabupaten or kota."""
    elsewhere = office.postage_elsewhere_rupiah
    return to_pay(office) if elsewhere is None or office.carriage is Carriage.POS_PREPAID else elsewhere


def town(village: str) -> str:
    """The code of its kabupaten or kota."""
    return village[:TOWN]


def agreed(office: Sending, village: str, rupiah: int | None) -> int:
    """What an officer wrote for this envelope, else the office's price for the place. Raises Refused for what is no
    price."""
    if rupiah is None or office.carriage is Carriage.POS_PREPAID:
        return to_pay(office, village)
    if not 0 <= rupiah <= MOST_RUPIAH:
        raise Refused("refused-postage", most=MOST_RUPIAH)
    return rupiah
