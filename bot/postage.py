"""How an office sends cards and who pays for it, in the words of the chat."""

from __future__ import annotations

from typing import Any

from bot.flow import OfficeCard
from bot.wording import Rupiah, Words
from registry.post import carriage

KANTOR_POS = "Kantor Pos"


def fee(office: OfficeCard | None) -> Rupiah | str:
    """For sentences that tell of it in passing: "none" is known before there is an office, "office" pays itself."""
    if office is None:
        return "none"
    rupiah = carriage.to_pay(office)
    return Rupiah(rupiah) if rupiah else "office"


def elsewhere(office: OfficeCard | None) -> Rupiah | str:
    """What it costs to another kabupaten or kota; "none" where that is the same."""
    rupiah = carriage.to_pay_elsewhere(office) if office else 0
    return Rupiah(rupiah) if office and rupiah != carriage.to_pay(office) else "none"


def offered(to_pay: int, courier: str) -> dict[str, Any]:
    """By whom a card would come, and for what."""
    return {"carrier": courier or Words("by-post"), "postage": postage(to_pay)}


def postage(to_pay: int) -> Words:
    return Words("postage-door", {"fee": Rupiah(to_pay)}) if to_pay else Words("postage-office")


def under_way(to_pay: int, courier: str) -> dict[str, Any]:
    """Who has it now, and what they may be paid."""
    pay = Words("pay-door", {"fee": Rupiah(to_pay)}) if to_pay else Words("pay-office")
    return {"carrier": courier or KANTOR_POS, "pay": pay}
