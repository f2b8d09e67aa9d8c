"""The administrator's page of the office: what it changes holds, who changed it is told, and what cannot be is said."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.office_cards import office_cards
from registry.calendar.working_time import OpeningHours
from registry.models import AuditEntry, Channel, Modem, Office, Sender
from registry.offices import settings
from registry.post.carriage import courier, to_pay
from tests.backoffice.conftest import AT, Client, Desk
from tests.bot.player import BALIKPAPAN, Player

WORK = {
    "papers_by": "page", "release_by": "link", "closed_window": "sms", "signing": "tte",
    "daily_quota": "120", "announcement": "SIAK pusat padam, mohon sabar.",
    "families_limit": "4", "late_hours": "8", "claim_days": "3", "quiet_minutes": "20", "idle_minutes": "60",
    "lookups_a_day": "0", "draft_days": "10", "retention_days": "20",
}  # fmt: skip
HOURS = {
    "week-mon": "08.00-12.00, 13.00-15.00", "week-tue": "08:00 - 15:00", "week-wed": "tutup",
    "spell-0": "Ramadan", "from-0": "24-11-2025", "until-0": "20-12-2025", "spell-0-mon": "08.00-13.00",
    "closed": "25-12-2025 Natal\n26-12-2025 Cuti bersama",
}  # fmt: skip


@pytest.fixture
def client(desk: Desk, office: Office) -> Client:
    return desk.client(desk.officer(office, "admin", name="Ayu Contoh"))


def save(desk: Desk, client: Client, part: str, given: dict[str, str], **more: str) -> Any:
    form: dict[str, Any] = {"seen": settings.version(desk.all(Office)[0], part), **given, **more}
    return client.post(f"/kantor/{part}", **form)


POST = {
    "carriage": "courier",
    "courier_name": "Kurir Contoh",
    "postage_rupiah": "15.000",
    "postage_elsewhere_rupiah": "",
    "reminders_most": "2",
}


def test_how_the_office_sends_cards_is_changed_and_offered_in_the_chat(
    desk: Desk, client: Client, office: Office
) -> None:
    assert save(desk, client, "post", POST).status_code == 303
    with desk.database.reading() as session:
        card = office_cards(session, AT)[0]
    assert (courier(card), to_pay(card)) == ("Kurir Contoh", 15_000)
    save(desk, client, "post", POST | {"carriage": "pos_prepaid"})
    with desk.database.reading() as session:
        card = office_cards(session, AT)[0]
    assert (courier(card), to_pay(card)) == ("", 0)


@pytest.mark.parametrize("fault", [{"courier_name": ""}, {"carriage": "pigeon"}, {"courier_name": "Kurir 🚲"}])
def test_a_way_of_sending_that_cannot_be_is_refused(desk: Desk, client: Client, fault: dict[str, str]) -> None:
    assert save(desk, client, "post", POST | fault).status_code == 409
    assert desk.all(Office)[0].carriage == "pos_cod"


def test_how_the_office_works_is_changed_and_heard_in_the_chat(desk: Desk, client: Client, office: Office) -> None:
    assert save(desk, client, "work", WORK).status_code == 303
    now = desk.again(office)
    assert (now.papers_by, now.daily_quota, now.draft_days) == ("page", 120, 10)
    with desk.database.reading() as session:
        card = office_cards(session, AT)[0]
    player = Player(office=replace(BALIKPAPAN, announcement=card.announcement))
    said = player.type("halo")
    assert "SIAK pusat padam, mohon sabar." in said[0].text


@pytest.mark.parametrize(
    "fault",
    [{"signatory_nip": "abc"}, {"signatory_nip": "123"}, {"signatory_name": "名"}, {"name": "Kantor 😀"}],
)
def test_what_is_printed_on_documents_can_be_printed(desk: Desk, client: Client, fault: dict[str, str]) -> None:
    told = {"name": "Disdukcapil", "address": "Jl. Contoh 1", "signatory_name": "Ratna", "signatory_nip": ""}
    answer = save(desk, client, "name", told | {"signatory_title": "Kepala Dinas"} | fault)
    assert answer.status_code == 409 and desk.all(Office)[0].signatory_name == "Ratna Contoh"


def test_the_page_says_who_changed_what(desk: Desk, client: Client, office: Office) -> None:
    save(desk, client, "work", WORK)
    entry = next(entry for entry in desk.all(AuditEntry) if entry.action == "office_changed")
    assert entry.subject == f"office:{office.id}" and "daily_quota::120" in entry.fields
    assert not any("late_hours" in told for told in entry.fields)
    page = client.get("/kantor").text
    assert re.search(r"Kuota permohonan sehari.*Ayu Contoh", page)


def test_ramadan_and_holidays_hold_for_promises_and_for_what_the_chat_says(desk: Desk, client: Client) -> None:
    assert save(desk, client, "hours", HOURS).status_code == 303
    hours = OpeningHours.from_json(desk.all(Office)[0].hours)
    assert len(hours.weekly[0]) == 2 and hours.weekly[2] == ()
    assert hours.next_opening(AT) == AT and hours.next_opening(AT + timedelta(hours=4)) > AT + timedelta(days=5)
    with desk.database.reading() as session:
        ramadan, after = (office_cards(session, AT + timedelta(days=days))[0].hours for days in (0, 60))
    assert [spans[2] for spans in ramadan.spans] == [("08:00-13:00",)] and ramadan.spans != after.spans
    assert "25-12-2025 Natal" in client.get("/kantor").text


@pytest.mark.parametrize(("part", "given", "said"), [
    ("name", {"name": ""}, "Nama kantor tidak boleh kosong"),
    ("work", {"daily_quota": "0"}, "Kuota permohonan sehari: tulis angka dari 1 sampai 10.000"),
    ("work", {"retention_days": "selamanya"}, "Data dihapus setelah selesai (hari): tulis angka"),
    ("work", {"announcement": "Libur 🙏"}, "hanya huruf, angka"),
    ("work", {"release_by": "pigeon"}, "Pilih salah satu"),
    ("hours", {"week-mon": "pagi"}, "&#34;pagi&#34; belum terbaca"),
    ("hours", {"week-mon": "15.00-08.00"}, "belum berurutan"),
    ("hours", {"week-mon": "29.00-30.00"}, "belum terbaca"),
    ("hours", {"closed": "natal"}, "&#34;natal&#34; belum terbaca"),
    ("hours", {"until-0": "01-01-2025"}, "Ramadan: hari terakhir lebih awal"),
    ("hours", {"week-mon": "13.00-15.00, 08.00-12.00"}, "belum berurutan"),
    ("hours", {"from-1": "20-12-2025", "until-1": "30-12-2025", "spell-1": "Natal"}, "Ramadan dan Natal bertumpuk"),
    ("hours", {"until-0": ""}, "belum terbaca"),
])  # fmt: skip
def test_what_cannot_be_is_told_and_kept_on_the_page(
    desk: Desk, client: Client, part: str, given: dict[str, str], said: str
) -> None:
    before = desk.all(Office)[0]
    whole = {"name": {"name": "Disdukcapil", "address": "Jl. Contoh 1"}, "work": WORK, "hours": HOURS}[part]
    answer = save(desk, client, part, whole, **given)
    assert answer.status_code == 409 and said in answer.text
    assert desk.all(Office)[0] == before
    assert all(f'value="{value}"' in answer.text for value in given.values() if part == "work" and value.isdecimal())


def test_less_time_for_finished_cases_is_asked_about_and_told_with_what_it_was(
    desk: Desk, client: Client, office: Office
) -> None:
    desk.change(desk.case(office), state="closed", closed_at=AT - timedelta(days=20))
    answer = save(desk, client, "work", WORK, retention_days="10")
    assert answer.status_code == 409 and "data 1 permohonan yang sudah selesai akan dihapus" in answer.text
    assert 'name="sure" value="10"' in answer.text and desk.again(office).retention_days == 30
    assert save(desk, client, "work", WORK, retention_days="5", sure="10").status_code == 409
    assert save(desk, client, "work", WORK, retention_days="10", sure="10").status_code == 303
    assert "Data dihapus setelah selesai (hari): 30 → 10" in client.get("/kantor").text


def test_a_page_left_open_does_not_undo_anothers_change(desk: Desk, client: Client, office: Office) -> None:
    seen = settings.version(office, "work")
    save(desk, client, "work", WORK)
    answer = save(desk, client, "work", WORK, seen=seen, daily_quota="77")
    assert answer.status_code == 409 and 'value="77"' in answer.text
    assert answer.text.count("Tersimpan sekarang:") == 1 and "Tersimpan sekarang: 120" in answer.text
    answer = save(desk, client, "work", WORK, seen=seen, by_hand_districts="64.71.04")
    assert answer.text.count("Tersimpan sekarang:") == 1 and "Tersimpan sekarang: –" in answer.text
    assert desk.again(office).daily_quota == 120
    seen = settings.version(office, "hours")
    save(desk, client, "hours", HOURS)
    answer = save(desk, client, "hours", HOURS | {"week-tue": "10.00-12.00"}, seen=seen)
    assert answer.text.count("Tersimpan sekarang:") == 1


def test_what_is_told_to_everybody_is_logged_with_what_it_was(desk: Desk, client: Client, office: Office) -> None:
    save(desk, client, "hours", HOURS)
    save(desk, client, "hours", HOURS | {"week-mon": "08.00-12.00", "closed": "26-12-2025 Cuti: bersama"})
    save(desk, client, "work", WORK)
    client.get("/catatan")
    shown = client.get("/kantor").text.partition("Perubahan terakhir")[2]
    assert "Jam buka, Senin: 08.00-12.00, 13.00-15.00 → 08.00-12.00" in shown
    assert "25-12-2025 Natal; 26-12-2025 Cuti bersama → 26-12-2025 Cuti: bersama" in shown
    assert "Pengumuman di sapaan: – → SIAK pusat padam, mohon sabar." in shown
    assert shown.count("<li>") == 3 and "Ramadan), Senin" in shown


def test_an_officer_without_a_click_is_signed_out(desk: Desk, office: Office) -> None:
    desk.change(office, idle_minutes=30)
    client = desk.client(desk.officer(office, "counter"))
    with client.flask.session_transaction() as kept:
        kept["active"] = int(AT.timestamp()) - 29 * 60
    assert client.get("/antrean", headers={"Sec-Fetch-Dest": "empty"}).status_code == 200
    with client.flask.session_transaction() as kept:
        assert kept["active"] < int(AT.timestamp())  # a page that keeps itself fresh is no click
        kept["active"] -= 2 * 60
    assert client.get("/antrean").headers["Location"].startswith("/masuk")
    assert client.get("/antrean").status_code == 303


def test_only_the_administrator_of_this_office_may(desk: Desk, office: Office) -> None:
    client = desk.client(desk.officer(office, "supervisor"))
    assert client.get("/kantor").status_code == 403 and client.post("/kantor/name", name="x").status_code == 403
    assert "access_refused" in [entry.action for entry in desk.all(AuditEntry)]


def add(client: Client, number: str, channel: str = "whatsapp") -> Any:
    return client.post("/kantor/nomor", channel=channel, number=number)


def test_a_number_is_added_and_who_writes_there_reaches_this_office(desk: Desk, client: Client, office: Office) -> None:
    assert add(client, "0811 0000 099").status_code == 303
    kept = desk.all(Sender)[-1]
    assert (kept.address, kept.office_id) == ("whatsapp:+628110000099", office.id)
    assert "+628110000099" in client.get("/kantor").text
    assert client.post(f"/kantor/nomor/{kept.id}/hapus").status_code == 303 and desk.all(Sender) == []
    assert {"number_added", "number_removed"} <= {entry.action for entry in desk.all(AuditEntry)}


def test_a_number_in_use_is_neither_taken_nor_removed(desk: Desk, client: Client, office: Office) -> None:
    contact = desk.contact(office)
    assert client.post(f"/kantor/nomor/{contact.sender_id}/hapus").status_code == 409
    assert (add(client, "0811 0000 099").status_code, add(client, "+628110000099").status_code) == (303, 409)
    assert (add(client, "halo").status_code, add(client, "0811 0000 098", "counter").status_code) == (409, 409)
    foreign = desk.contact(desk.office("SMD", "64.72"))
    assert client.post(f"/kantor/nomor/{foreign.sender_id}/hapus").status_code == 404


def test_an_sms_number_goes_by_the_modem_its_sim_card_is_in(desk: Desk, office: Office) -> None:
    joined = desk.app.extensions["backoffice"]
    with_modems = replace(joined.settings, gammu_database_url="sqlite:///smsd.db")
    desk.app.extensions["backoffice"] = replace(joined, settings=with_modems)
    client = desk.client(desk.officer(office, "admin"))
    added = client.post("/kantor/nomor", channel="sms", number="0811 0000 099", modem="balikpapan-1")
    sender = desk.all(Sender)[-1]
    assert (added.status_code, sender.modem) == (303, "balikpapan-1") and "balikpapan-1" in client.get("/kantor").text
    assert client.post(f"/kantor/nomor/{sender.id}/modem", modem="").status_code == 303
    assert desk.all(Sender)[-1].modem is None
    assert [entry.action for entry in desk.all(AuditEntry)][-1] == "modem_chosen"


def test_a_modem_has_one_number_and_no_whatsapp(desk: Desk, client: Client, office: Office) -> None:
    desk.add(Sender(channel=Channel.SMS, address="+628110000098", office_id=office.id, modem="satu"))
    refused = [
        client.post("/kantor/nomor", channel=channel, number="0811 0000 099", modem=modem)
        for channel, modem in (("sms", "satu"), ("sms", "modem dua!"), ("whatsapp", "dua"))
    ]
    assert [answer.status_code for answer in refused] == [409, 409, 409] and len(desk.all(Sender)) == 1
    foreign = desk.contact(desk.office("SMD", "64.72"), Channel.SMS)
    assert client.post(f"/kantor/nomor/{foreign.sender_id}/modem", modem="dua").status_code == 404


@pytest.mark.parametrize(
    ("looked", "seen", "said"),
    [
        (0, 1, "Modem siap. Sinyal 42%, TELKOMSEL"),
        (0, 30, "Modem tidak memberi kabar"),
        (0, None, "Modem ini belum pernah terlihat"),
        (10, 11, "Keadaan modem tidak diketahui"),
        (None, None, "Keadaan modem tidak diketahui"),
    ],
)
def test_the_page_says_how_a_modem_does(
    desk: Desk, office: Office, looked: int | None, seen: int | None, said: str
) -> None:
    client = desk.client(desk.officer(office, "admin"))
    desk.add(Sender(channel=Channel.SMS, address="+628110000098", office_id=office.id, modem="satu"))
    if looked is not None:
        seen_at = AT - timedelta(minutes=seen) if seen is not None else None
        at = AT - timedelta(minutes=looked)
        desk.add(Modem(name="satu", looked_at=at, seen_at=seen_at, signal=42, network="TELKOMSEL", waiting=3))
    page = re.sub(r"[\u2068\u2069]", "", client.get("/kantor").text)
    assert said in page and ("3 pesan menunggu dikirim modem" in page) == (looked is not None)
    tile = re.search(r"(\d+)[^0-9]*modem SMS tidak jalan", re.sub(r"<[^>]+>", " ", client.get("/hari-ini").text))
    assert tile and tile[1] == ("0" if said.startswith("Modem siap") else "1")


def test_an_office_without_modems_hears_nothing_of_them(client: Client) -> None:
    assert "odem" not in client.get("/kantor").text + client.get("/hari-ini").text


def test_a_poster_is_printed_for_a_number_of_the_office_alone(desk: Desk, client: Client, office: Office) -> None:
    add(client, "+62811000123")
    sender = desk.all(Sender)[-1]
    answer = client.get(f"/kantor/nomor/{sender.id}/poster?layanan=SUKET")
    assert answer.status_code == 200 and answer.data.startswith(b"%PDF-")
    assert client.get(f"/kantor/nomor/{sender.id}/poster?layanan=XYZ").status_code == 404
    other = desk.client(desk.officer(desk.office("SMD", "64.72"), "admin"))
    assert other.get(f"/kantor/nomor/{sender.id}/poster?layanan=SUKET").status_code == 404


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("8-12", [["08:00", "12:00"]]),
        ("8.00-12", [["08:00", "12:00"]]),
        ("8-3", [["08:00", "15:00"]]),
        ("8-12, 1-3.30", [["08:00", "12:00"], ["13:00", "15:30"]]),
        ("jam 8 sampai 12 dan 13-15.30", [["08:00", "12:00"], ["13:00", "15:30"]]),
        ("08:00 s/d 12:00; 13:00 s.d. 15:00", [["08:00", "12:00"], ["13:00", "15:00"]]),
        ("Pukul 08.00 - 12.00, pukul 13.00 - 15.00", [["08:00", "12:00"], ["13:00", "15:00"]]),
    ],
)
def test_hours_are_read_as_people_write_them(desk: Desk, client: Client, written: str, read: list[list[str]]) -> None:
    assert save(desk, client, "hours", HOURS | {"week-mon": written}).status_code == 303
    assert desk.all(Office)[0].hours["weekly"]["mon"] == read
