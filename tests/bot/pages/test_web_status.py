"""Where a request stands, by its number and PIN: the chat's own words, and nothing to who guesses."""

from __future__ import annotations

import re

import pytest

from notifications.outbox import Message
from registry.models import AuditEntry, Case, Outgoing, StatusTry
from registry.web_door import visits
from tests.bot.pages.web_window import ANOTHER, PHOTO, RINA, Site, Window, asks_for_a_card


@pytest.fixture
def filed(door: Site) -> str:
    """The PIN as the chat tells it."""
    window = door.window()
    window.enters(RINA)
    asks_for_a_card(window)
    for photo in (PHOTO, ANOTHER):
        window.sends(photo)
        door.work()
        window.get()
    told = re.search(r"/laman/BPP/status dengan PIN (\d{6})", window.presses("Kirim"))
    assert told
    return told[1]


def looks(window: Window, number: str, pin: str) -> str:
    window.get("/status")
    return window.post("/status", number=number, pin=pin)


@pytest.mark.parametrize("number", ["BPP-00412", "bpp 412", "412"])
def test_who_has_both_hears_what_the_chat_would_tell(door: Site, filed: str, number: str) -> None:
    said = looks(door.window(), number, f"{filed[:3]} {filed[3:]}")
    assert "KK, BPP-00412: menunggu diperiksa, antrean ke-1." in said
    assert "status_seen" in [entry.action for entry in door.rows(AuditEntry)]
    assert "Family card, BPP-00412: in the queue" in door_in_english(door, filed)


def door_in_english(door: Site, pin: str) -> str:
    window = door.window()
    window.get("/status?lang=en")
    return window.post("/status?lang=en", number="412", pin=pin)


def test_the_pin_is_hidden_from_officers(door: Site, filed: str) -> None:
    with_pin = [Message.from_body(row.body) for row in door.rows(Outgoing) if filed in row.body["text"]]
    assert [message.secret for message in with_pin] == [True]


def test_a_wrong_pin_and_an_unknown_number_are_told_alike(door: Site, filed: str) -> None:
    wrong = f"{(int(filed) + 1) % 10**6:06d}"
    window = door.window()
    told = looks(window, "412", wrong)
    assert window.status == 403
    assert told == looks(door.window(), "999", filed)
    assert "KK" not in told
    assert "tidak cocok" in looks(door.window("CLG"), "412", filed)  # another office's page


def test_five_wrong_pins_a_day_from_one_source_and_its_owner_still_looks(door: Site, filed: str) -> None:
    wrong = f"{(int(filed) + 1) % 10**6:06d}"
    window = door.window()
    for _ in range(5):
        looks(window, "412", wrong)
    assert "terlalu sering" in looks(window, "412", filed)
    assert window.status == 429
    assert "menunggu diperiksa" in looks(door.window(source="10.0.0.2"), "412", filed)
    door.later(days=1, minutes=1)
    assert "menunggu diperiksa" in looks(window, "412", filed)


def test_one_source_does_not_guess_at_one_case_after_another(door: Site) -> None:
    window = door.window()
    for number in range(30):
        looks(window, str(number + 1), "123456")
        assert window.status == 403
    looks(window, "77", "123456")
    assert window.status == 429


def test_many_sources_do_not_guess_at_one_case(door: Site, filed: str) -> None:
    wrong = f"{(int(filed) + 1) % 10**6:06d}"
    for source in range(6):
        for _ in range(5):
            looks(door.window(source=f"10.1.0.{source}"), "412", wrong)
    assert "terlalu sering" in looks(door.window(source="10.1.1.1"), "412", filed)


@pytest.mark.parametrize(("number", "pin"), [("", "123456"), ("412", ""), ("412", "12345"), ("412", "abcdef")])
def test_a_slip_of_the_finger_is_no_try(door: Site, number: str, pin: str) -> None:
    window = door.window()
    looks(window, number, pin)
    assert (window.status, door.rows(StatusTry)) == (400, [])


def test_a_foreign_form_is_refused(door: Site, filed: str) -> None:
    window = door.window()
    window.get("/status")
    window.post("/status", {}, number="412", pin=filed)
    assert window.status == 400


def test_each_case_has_a_pin_of_its_own_and_an_erased_one_none(door: Site, filed: str) -> None:
    with door.database.writing() as session:
        session.get_one(Case, door.rows(Case)[0].id).erased_at = door.clock()
    assert "tidak cocok" in looks(door.window(), "412", filed)


def test_tries_go_after_a_day(door: Site) -> None:
    looks(door.window(), "412", "123456")
    assert len(door.rows(StatusTry)) == 1
    door.later(days=2)
    with door.database.writing() as session:
        visits.clear(session, door.clock())
    assert door.rows(StatusTry) == []
