"""Into the chat on an office's page, and what must never work there: codes, cookies, forms, another's chat."""

from __future__ import annotations

import pytest

from notifications import outbox
from registry.models import (
    AuditEntry,
    Contact,
    Event,
    EventKind,
    WebCode,
    WebVisit,
)
from registry.retention.contacts import forget_if_bare
from registry.web_door import codes
from tests.bot.pages.web_window import BIMA, RINA, Site, Window, asks


def test_no_code_no_chat(door: Site) -> None:
    window = door.window()
    window.get()
    assert "Kirim kode" in window.post("/tulis", text="halo")
    assert door.rows(Event) == []


def test_a_wrong_code_five_times_and_it_is_over(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    right = door.sms_code("+6281200000596")
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    for left in (4, 3, 2, 1):
        assert f"Sisa percobaan: {left}" in window.post("/kode", code=wrong)
        assert window.status == 403
    assert "tidak berlaku lagi" in window.post("/kode", code=wrong)
    assert "tidak berlaku lagi" in window.post("/kode", code=right)
    assert door.rows(WebVisit) == []
    assert [entry.action for entry in door.rows(AuditEntry)] == ["web_code_spent"]


def test_a_slip_of_the_finger_is_no_try(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    window.post("/kode", code="123")
    assert (window.status, door.rows(WebCode)[0].tries) == (400, 0)


def test_a_code_is_good_for_the_browser_that_asked_alone(door: Site) -> None:
    window, other = door.window(), door.window()
    window.get()
    window.post("", phone=RINA)
    other.get()
    other.post("", phone=BIMA)
    other.post("/kode", code=door.sms_code("+6281200000596"))
    assert door.rows(WebVisit) == []


def test_a_code_ends_after_ten_minutes_and_is_used_once(door: Site) -> None:
    window = door.window()
    window.get()
    window.post("", phone=RINA)
    hidden, code = window.hidden, door.sms_code("+6281200000596")
    door.later(minutes=11)
    assert "tidak berlaku lagi" in window.post("/kode", code=code)
    window.enters(RINA)
    assert len(door.rows(WebVisit)) == 1
    window.post("/kode", hidden, code=door.sms_code("+6281200000596"))
    assert len(door.rows(WebVisit)) == 1


def test_the_cookie_changes_with_the_entrance(door: Site) -> None:
    window = door.window()
    window.get()
    before = window.client.get_cookie("loket_laman", path="/laman/BPP")
    window.enters(RINA)
    after = window.client.get_cookie("loket_laman", path="/laman/BPP")
    assert before is not None and after is not None
    assert before.value != after.value
    assert after.http_only and after.same_site == "Lax" and after.path == "/laman/BPP"


def test_on_an_own_telephone_the_cookie_stays(door: Site) -> None:
    window = door.window()
    window.enters(RINA, own="yes")
    door.later(days=29)
    assert "Mau urus apa?" in window.get()
    door.later(days=2)
    assert "Kirim kode" in window.get()


def test_on_a_shared_device_it_ends_in_hours(door: Site, rina: Window) -> None:
    door.later(hours=5)
    assert "Kirim kode" in rina.get()


def test_who_signs_out_is_out_everywhere_with_that_cookie(door: Site, rina: Window) -> None:
    kept = rina.client.get_cookie("loket_laman", path="/laman/BPP")
    assert kept is not None
    rina.post("/keluar")
    rina.client.set_cookie("loket_laman", kept.value, path="/laman/BPP")
    assert "Kirim kode" in rina.get()


@pytest.mark.parametrize("forged", [{}, {"form": "0" * 32}, {"form": "é"}])
@pytest.mark.parametrize("path", ["", "/kode", "/tulis", "/keluar"])
def test_a_foreign_form_is_refused(door: Site, rina: Window, path: str, forged: dict[str, str]) -> None:
    rina.post(path, forged, text="halo", phone=BIMA, code="123456")
    assert rina.status == 400
    assert door.rows(Event, Event.kind == EventKind.MESSAGE) == []
    assert len(door.rows(WebVisit)) == 1


def test_the_form_of_another_browser_is_refused(door: Site, rina: Window) -> None:
    other = door.window()
    other.enters(BIMA)
    rina.post("/tulis", other.hidden, text="halo")
    assert rina.status == 400


def test_a_cookie_of_one_office_opens_nothing_at_another(door: Site, rina: Window) -> None:
    kept = rina.client.get_cookie("loket_laman", path="/laman/BPP")
    assert kept is not None
    elsewhere = door.window("CLG")
    elsewhere.client.set_cookie("loket_laman", kept.value, path="/laman/CLG")
    assert "Kirim kode" in elsewhere.get()


def test_each_reads_their_own_chat_alone(door: Site, rina: Window) -> None:
    rina.says("kk saya hilang")
    other = door.window()
    assert "saya hilang" not in other.enters(BIMA)
    assert "saya hilang" in rina.get()


def test_another_numbers_file_is_not_there(door: Site, rina: Window) -> None:
    with door.database.writing() as session:
        mine = door.contact("web:+6281200000596").id
        row = outbox.queue(session, mine, outbox.Message("", document_id=1))
    other = door.window()
    other.enters(BIMA)
    other.get(f"/berkas/{row}")
    assert other.status == 404
    rina.get("/berkas/999999")
    assert rina.status == 404


def test_an_older_chat_is_not_shown_to_who_has_the_number_now(door: Site, rina: Window) -> None:
    rina.says("kk saya hilang")
    door.later(days=40)
    assert "saya hilang" not in door.window().enters(RINA)


def test_whose_data_are_deleted_is_out(door: Site, rina: Window) -> None:
    with door.database.writing() as session:
        contact = session.get_one(Contact, door.contact("web:+6281200000596").id)
        assert forget_if_bare(session, contact, door.clock())
    assert door.rows(WebVisit) == []
    assert "Kirim kode" in rina.get()


def test_codes_are_six_digits_of_chance(door: Site) -> None:
    window = door.window()
    asks(window, RINA, 1)
    assert len(door.sms_code("+6281200000596")) == 6
    assert codes.TRIES == 5
