"""By whom an office sends its cards, and what is paid for it at the door."""

from __future__ import annotations

from typing import Protocol

from registry.models import Carriage


class Sending(Protocol):
    """An office, as its row or as the chat knows it."""

    @property
    def carriage(self) -> Carriage: ...
    @property
    def courier_name(self) -> str: ...
    @property
    def postage_rupiah(self) -> int: ...


def courier(office: Sending) -> str:
    """The name of who carries cards; none: Kantor Pos."""
    return office.courier_name if office.carriage is Carriage.COURIER else ""


def to_pay(office: Sending) -> int:
    """Rupiah."""
    return 0 if office.carriage is Carriage.POS_PREPAID else office.postage_rupiah
