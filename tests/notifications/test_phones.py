"""How modems do, as SMSD notes it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from notifications.channels.gammu.phones import phones
from tests.notifications.smsd import Smsd

MINUTE = timedelta(minutes=1)


def test_a_modem_tells_its_network_and_what_it_has_still_to_send(smsd: Smsd) -> None:
    smsd.plugged_in("balikpapan")
    for modem in ("balikpapan", "balikpapan", "samarinda"):
        smsd.change(
            """INSERT INTO outbox ("CreatorID", "SenderID") VALUES ('Loket 1.1 00000000', :modem)""", modem=modem
        )
    found = phones(smsd.engine, ["balikpapan", "samarinda"])
    here, there = found["balikpapan"], found["samarinda"]
    assert (here.signal, here.network, here.waiting) == (42, "TELKOMSEL", 2)
    assert here.silent is not None and timedelta() <= here.silent < MINUTE
    assert (there.silent, there.waiting) == (None, 1)


@pytest.mark.parametrize("minutes", [0, 4, 90])
def test_it_says_since_when_it_has_been_silent(smsd: Smsd, minutes: int) -> None:
    smsd.plugged_in("balikpapan", imei="old")
    smsd.age("phones", 600)
    smsd.plugged_in("balikpapan", signal=-1)
    smsd.change(f"UPDATE phones SET {smsd.aged(minutes)} WHERE \"IMEI\" = '1'")  # noqa: S608 - our own words
    found = phones(smsd.engine, ["balikpapan"])["balikpapan"]
    assert found.signal is None and found.silent is not None
    assert minutes * MINUTE - timedelta(seconds=1) <= found.silent < (minutes + 1) * MINUTE
