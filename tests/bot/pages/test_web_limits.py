"""How much may be asked of the door and written behind it."""

from __future__ import annotations

import pytest

from registry.models import (
    Contact,
    Event,
    Outgoing,
    WebCode,
    WebVisit,
)
from registry.web_door import visits
from tests.bot.pages.web_window import RINA, Site, Window, asks


def test_one_browser_asks_four_codes_a_day_for_a_telephone(door: Site) -> None:
    assert asks(door.window(), RINA, 4) == 200
    assert asks(door.window(), RINA, 1) == 429
    assert asks(door.window(source="10.0.0.2"), RINA, 1) == 200  # its owner still comes in
    door.later(days=1)
    assert asks(door.window(), RINA, 1) == 200


def test_a_telephone_is_not_rung_all_day_by_many(door: Site) -> None:
    for source in range(3):
        assert asks(door.window(source=f"10.0.0.{source}"), RINA, 4) == 200
    assert asks(door.window(source="10.0.0.9"), RINA, 1) == 429
    assert len(door.rows(WebCode)) == 12


def test_one_source_does_not_ring_one_telephone_after_another(door: Site) -> None:
    phones = [f"0812-0000-{number:04d}" for number in range(100, 111)]
    assert [asks(door.window(), phone, 1) for phone in phones] == [200] * 10 + [429]


def test_an_earlier_code_ends_with_the_next(door: Site) -> None:
    window = door.window()
    asks(window, RINA, 1)
    first = door.sms_code("+6281200000596")
    asks(window, RINA, 1)
    if first != door.sms_code("+6281200000596"):
        window.post("/kode", code=first)
    assert door.rows(WebVisit) == []


@pytest.mark.parametrize("phone", ["", "halo", "0812", "+1 202 555 0143", "6471044506900000", "<b>"])
def test_what_is_no_telephone_of_ours_gets_no_code(door: Site, phone: str) -> None:
    window = door.window()
    assert asks(window, phone, 1) == 400
    assert "bukan nomor HP" in window.text
    assert door.rows(WebCode) == []


def test_who_said_berhenti_by_sms_gets_none_and_the_page_does_not_tell(door: Site) -> None:
    asks(door.window(), RINA, 1)
    with door.database.writing() as session:
        session.get_one(Contact, door.contact("+6281200000596").id).opted_out_at = door.clock()
    sent = len(door.rows(Outgoing))
    window = door.window(source="10.0.0.2")
    assert asks(window, RINA, 1) == 200
    assert "Masukkan kode" in window.text
    assert len(door.rows(Outgoing)) == sent


def test_twenty_messages_a_minute_are_enough(door: Site, rina: Window) -> None:
    for number in range(20):
        rina.says(f"halo {number}")
    assert "Terlalu cepat" in rina.says("halo lagi")
    assert rina.status == 429
    rina.get()
    door.later(minutes=2)
    assert rina.says("halo lagi") and rina.status == 200


def test_of_eleven_files_none_is_taken_and_it_is_said(door: Site, rina: Window) -> None:
    before = len(door.rows(Event))
    assert "paling banyak 10 berkas" in rina.sends(*(bytes([number]) * 9 for number in range(11)))
    assert (rina.status, len(door.rows(Event))) == (413, before)


def test_what_was_done_under_a_clock_that_stood_ahead_counts_no_more(door: Site, rina: Window) -> None:
    door.later(hours=3)
    assert asks(door.window(), RINA, 3) == 200  # the fourth: one was asked for to come in
    for number in range(20):
        rina.says(f"halo {number}")
    door.later(hours=-3)
    assert asks(door.window(), RINA, 1) == 200
    assert rina.says("halo lagi") and rina.status == 200


def test_what_counts_no_more_goes(door: Site, rina: Window) -> None:
    door.later(days=2)
    with door.database.writing() as session:
        visits.clear(session, door.clock())
    assert door.rows(WebCode) == door.rows(WebVisit) == []
