"""The mobile vans of an office: their rounds and visits."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest

from registry.actors import Actor
from registry.models import AuditEntry, Event, Office, VanBooking, VanRound
from registry.vans import booking, visits
from tests.backoffice.conftest import AT, Client, Desk

FORM: dict[str, Any] = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "1",
    "nth": "1", "opens": "09.00", "closes": "12.00", "quota": "20", "services": "rekam",
}  # fmt: skip


@pytest.fixture
def keeper(desk: Desk) -> Client:
    return desk.client(desk.officer(desk.office(), "supervisor"))


def test_a_round_is_entered_on_a_plain_form(desk: Desk, keeper: Client) -> None:
    assert "Belum ada jadwal" in keeper.get("/keliling").text
    assert keeper.post("/keliling", **FORM).status_code == 303
    page = keeper.get("/keliling").text
    assert "setiap Selasa" in page and "Selasa, 25-11-2025" in page and "09.00-12.00 WITA" in page
    assert "van_round_added" in [entry.action for entry in desk.all(AuditEntry)]


@pytest.mark.parametrize(("given", "said"), [
    ({"village": "Sepaku"}, "belum ketemu"), ({"opens": "sembilan"}, "seperti 09.00"),
    ({"every": "dates", "dates": "1-1-2020"}, "sudah lewat"), ({"services": "terbang"}, "satu layanan"),
    ({"village": "Gunung Sari"}, "tulis dengan kecamatannya"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_what_was_typed_stays(
    desk: Desk, keeper: Client, given: dict[str, Any], said: str
) -> None:
    answer = keeper.post("/keliling", **FORM | given)
    page = unescape(answer.text)
    assert answer.status_code == 409 and said in page and 'value="Balai Karang Jati"' in page
    assert desk.all(VanRound) == []


def booked(desk: Desk, keeper: Client, **given: str) -> tuple[VanBooking, str]:
    """By a citizen, for the next visit."""
    keeper.post("/keliling", **FORM | given)
    office = desk.all(Office)[0]
    contact = desk.contact(office)
    with desk.database.writing() as session:
        key = visits.upcoming(session, [office], AT)[0].key
        return booking.book(session, Actor.citizen(contact), contact, key, "6471041203150000", 4, AT), key


def test_a_ticket_is_found_and_served(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    found = keeper.post(f"/keliling/{key}/tiket", code=made.code)
    ticket = keeper.get(found.headers["Location"])
    assert ticket.headers["Location"].endswith(f"/keliling/{key}?tiket={made.code}#ticket")
    assert "4 orang" in keeper.get(f"/keliling/{key}?tiket={made.code}").text
    assert keeper.post(f"/keliling/{key}/tiket/{made.id}/dilayani", enrolled="3").status_code == 303
    assert (desk.again(made).state, desk.again(made).enrolled) == ("served", 3)
    again = keeper.post(f"/keliling/{key}/tiket/{made.id}/dilayani")
    assert again.status_code == 409 and "sudah dilayani" in again.text
    assert keeper.post(f"/keliling/{key}/tiket/{made.id}/urungkan").status_code == 303
    assert keeper.post(f"/keliling/{key}/tiket/{made.id}/tidak-hadir").status_code == 303
    done = [entry.action for entry in desk.all(AuditEntry)]
    assert {"van_booked", "van_served", "van_undone", "van_missed"} <= set(done)


def test_at_a_counter_for_the_ikd_what_became_of_each_is_chosen(desk: Desk, keeper: Client) -> None:
    counter = FORM | {"kind": "counter", "vehicle": "", "place": "Loket IKD", "services": "ikd"}
    assert keeper.post("/keliling", **counter).status_code == 303
    office = desk.all(Office)[0]
    contacts = [desk.contact(office), desk.contact(office)]
    with desk.database.writing() as session:
        key = visits.upcoming(session, [office], AT)[0].key
        made = [booking.book_activation(session, Actor.citizen(each), each, key, AT) for each in contacts]
    page = keeper.get(f"/keliling/{key}").text
    assert "Loket di kantor" in page and "Belum: HP tidak cocok" in page
    for each, outcome, status in ((made[0], "active", 303), (made[1], "", 409), (made[1], "phone", 303)):
        answer = keeper.post(f"/keliling/{key}/tiket/{each.id}/dilayani", outcome=outcome)
        assert answer.status_code == status
    assert [(row.activated, row.not_done) for row in desk.all(VanBooking)] == [(1, ""), (0, "phone")]
    assert keeper.post(f"/keliling/{key}/datang", people="3", activated="2").status_code == 303
    page = " ".join(keeper.get(f"/keliling/{key}").text.split())
    assert "<b>3</b> <span>IKD aktif</span>" in page and "Belum: HP tidak cocok" in page


def test_a_code_that_is_none_is_said_so(desk: Desk, keeper: Client) -> None:
    _, key = booked(desk, keeper)
    for written in ("AAAAAA", "https://lain.contoh/x", "%00", "6471041203150000"):
        answer = keeper.post(f"/keliling/{key}/tiket", code=written)
        assert answer.status_code == 409 and "tidak ada di kantor ini" in answer.text


def test_who_comes_without_a_ticket_is_counted(desk: Desk, keeper: Client) -> None:
    _, key = booked(desk, keeper, quota="1")
    assert keeper.post(f"/keliling/{key}/datang", people="2", enrolled="1").status_code == 303
    assert keeper.post(f"/keliling/{key}/datang", people="banyak").status_code == 409
    assert [(each.number, each.state) for each in desk.all(VanBooking)] == [(1, "booked"), (2, "served")]


def test_a_visit_is_called_off_and_who_booked_is_told(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    assert keeper.post(f"/keliling/{key}/batal", reason="").status_code == 409
    assert keeper.post(f"/keliling/{key}/batal", reason="mobilnya rusak").status_code == 303
    assert "Sebabnya: mobilnya rusak" in keeper.get(f"/keliling/{key}").text
    told = [event for event in desk.all(Event) if event.body["name"] == "van_changed"]
    assert [event.contact_id for event in told] == [made.contact_id] and desk.bell.rung


def test_a_visit_is_moved(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    form: dict[str, Any] = {
        "on": "27-11-2025",
        "opens": "10.00",
        "closes": "13.00",
        "place": "Pasar",
        "village": "Karang Rejo",
    }
    assert keeper.post(f"/keliling/{key}/pindah", **form, reason="jalan banjir").status_code == 303
    page = keeper.get(f"/keliling/{key}").text
    assert "Kamis, 27-11-2025" in page and "Dipindah dari 25-11-2025" in page
    late = keeper.post(f"/keliling/{key}/pindah", **form | {"on": "1-1-2020"}, reason="x y z")
    assert late.status_code == 409 and "sudah lewat" in late.text and desk.again(made).state == "booked"


def test_a_round_ends(desk: Desk, keeper: Client) -> None:
    made, _ = booked(desk, keeper)
    assert keeper.post(f"/keliling/putaran/{desk.all(VanRound)[0].id}/akhiri", reason="mobil dijual").status_code == 303
    assert desk.again(made).state == "dropped" and "setiap Selasa" not in keeper.get("/keliling").text


def test_another_office_serves_none_of_it(desk: Desk, keeper: Client) -> None:
    made, key = booked(desk, keeper)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "supervisor"))
    assert other.get(f"/keliling/{key}").status_code == other.get(f"/keliling/tiket/{made.code}").status_code == 404
    posts = (f"{key}/tiket/{made.id}/dilayani", f"{key}/datang", f"{key}/batal", f"{key}/pindah", "putaran/1/akhiri")
    for path in posts:
        assert other.post(f"/keliling/{path}", people="1", reason="mobil rusak").status_code == 404, path
    assert desk.again(made).state == "booked"


def test_another_office_sees_none_of_it(desk: Desk, keeper: Client) -> None:
    keeper.post("/keliling", **FORM)
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "counter"))
    assert "Karang Jati" not in other.get("/keliling").text
    assert other.post("/keliling", **FORM).status_code == 403
