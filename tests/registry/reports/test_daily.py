"""The daily report: what Loket knows is there, what nobody told is missing, and what does not fit is flagged."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import select

from registry import cases
from registry.cards import blanks, devices, misprints, printing
from registry.lifecycle import Refused, Role
from registry.models import AuditEntry, Blank, Case, Channel, Contact, DeviceKind, Movement, Office, Sender
from registry.reports import daily
from registry.reports.closing import close_due
from registry.reports.daily import Report
from registry.reports.figures import ALL, DOORS, Flag, flags
from tests.registry.desk import MONDAY, Desk

DAY = date(2026, 11, 23)
EVENING = MONDAY + timedelta(hours=6)  # 15.00 in Balikpapan: the office closes


def read(desk: Desk, day: date = DAY, at: datetime = EVENING) -> Report:
    with desk.database.reading() as session:
        return daily.reports(session, [session.get_one(Office, desk.office_id)], day, at)[0]


def tell(desk: Desk, at: datetime = MONDAY, day: date = DAY, **given: str) -> None:
    with desk.database.writing() as session:
        daily.tell(session, desk.officers[Role.COUNTER], day, given, at)


def stock(desk: Desk, movement: Movement, pieces: int, at: datetime = MONDAY) -> None:
    with desk.database.writing() as session:
        blanks.write_down(
            session, desk.officers[Role.SUPERVISOR], movement, pieces, at, place="", blank=Blank.KTP, reason="basah"
        )


def test_what_loket_knows_is_there_and_the_rest_is_missing(desk: Desk) -> None:
    desk.open()
    desk.open()
    found = read(desk)
    assert (found.figures["layanan_online_masuk"], found.figures["layanan_online_selesai"]) == (2, 0)
    assert "suket_sisa" in found.missing and "alat_cetak_total" in found.missing
    assert set(found.missing) == set(ALL) - found.known


def test_each_request_is_counted_by_the_way_it_came(desk: Desk) -> None:
    senders = ((Channel.WHATSAPP, "whatsapp:+1", None), (Channel.SMS, "+1", None), (Channel.SMS, "+2", "balikpapan-1"),
               (Channel.WEB, "web:BPP", None))  # fmt: skip
    for channel, address, modem in senders:
        case_id = desk.open()
        with desk.database.writing() as session:
            session.add(sender := Sender(channel=channel, address=address, office_id=desk.office_id, modem=modem))
            session.flush()
            session.add(contact := Contact(sender_id=sender.id, channel=channel, address="x", address_index=b"x"))
            session.flush()
            session.get_one(Case, case_id).contact_id = contact.id
    figures = read(desk).figures
    assert [figures[name] for name in DOORS] == [1, 1, 1, 1, 0] and figures["layanan_online_masuk"] == 4


def test_blanks_and_machines_come_from_their_books(desk: Desk) -> None:
    stock(desk, Movement.RECEIVED, 500)
    stock(desk, Movement.SPOILED, 3)
    with desk.database.writing() as session:
        devices.add(session, desk.officers[Role.SUPERVISOR], MONDAY, kind=DeviceKind.PRINTER, name="A", place="",
                    bought_on=None, daily_capacity=200)  # fmt: skip
    found = read(desk).figures
    assert [found[f"blangko_{part}"] for part in ("awal", "terima", "rusak", "sisa")] == [
        0,
        600,
        3,
        597,
    ]
    assert (found["alat_cetak_total"], found["alat_cetak_baik"]) == (1, 1) and read(desk).flags == []


def printed(desk: Desk, at: datetime) -> int:
    document_id = desk.card()
    with desk.database.writing() as session:
        printing.ready_to_print(session, desk.officers[Role.PRINTING], [document_id], at)
        printing.mark_printed(session, desk.officers[Role.PRINTING], [document_id], at)
    return document_id


def spoil(desk: Desk, document_id: int, at: datetime) -> None:
    with desk.database.writing() as session:
        misprints.mark(session, desk.officers[Role.PRINTING], document_id, "cetakan buram", at)


def blank_figures(desk: Desk, day: date, at: datetime) -> dict[str, int]:
    report = read(desk, day, at)
    assert report.flags == []
    return {part: report.figures[f"blangko_{part}"] for part in ("pakai", "rusak", "koreksi")}


def test_a_misprint_of_an_earlier_day_takes_nothing_from_what_is_used_today(desk: Desk) -> None:
    """The report of that day stands; today's says that a blank counted as used was spoiled."""
    stock(desk, Movement.RECEIVED, 5)
    earlier = printed(desk, MONDAY)
    close_due(desk.database, EVENING)
    tuesday, at = DAY + timedelta(days=1), MONDAY + timedelta(days=1)
    spoil(desk, earlier, at)
    assert blank_figures(desk, tuesday, at) == {"pakai": 0, "rusak": 1, "koreksi": 1}
    with desk.database.writing() as session:
        printing.mark_printed(session, desk.officers[Role.PRINTING], [earlier], at)
    spoil(desk, earlier, at)
    assert blank_figures(desk, tuesday, at) == {"pakai": 0, "rusak": 2, "koreksi": 1}


def test_a_misprint_of_the_same_day_is_spoiled_and_not_used(desk: Desk) -> None:
    stock(desk, Movement.RECEIVED, 5)
    spoil(desk, printed(desk, MONDAY), MONDAY)
    assert blank_figures(desk, DAY, EVENING) == {"pakai": 0, "rusak": 1, "koreksi": 0}


def test_a_clerk_tells_the_rest_and_leaving_empty_is_no_nought(desk: Desk) -> None:
    tell(desk, suket_awal="1.250", suket_terbit="0", suket_ditukar="", nonsense="9", layanan_online_masuk="99")
    found = read(desk)
    assert (found.figures["suket_awal"], found.figures["suket_terbit"]) == (1250, 0)
    assert "suket_ditukar" in found.missing and found.figures["layanan_online_masuk"] == 0
    tell(desk, suket_awal="")
    assert "suket_awal" in read(desk).missing
    with pytest.raises(Refused, match="refused-figure$"):
        tell(desk, suket_awal="banyak")
    with pytest.raises(Refused, match="refused-figure-large"):
        tell(desk, suket_awal=20 * "9")


@pytest.mark.parametrize("day", [DAY + timedelta(days=1), DAY - timedelta(days=32)])
def test_only_days_that_are_are_told(desk: Desk, day: date) -> None:
    with pytest.raises(Refused, match="refused-report-day"):
        tell(desk, day=day, suket_awal="1")


def test_it_closes_with_the_office_and_is_kept_as_it_was(desk: Desk) -> None:
    desk.open()
    assert close_due(desk.database, EVENING - timedelta(minutes=1)) == 0
    assert (close_due(desk.database, EVENING), close_due(desk.database, EVENING)) == (1, 0)
    desk.open(at=EVENING + timedelta(hours=1))
    closed = read(desk, at=EVENING + timedelta(hours=2))
    assert closed.closed_at == EVENING and closed.figures["layanan_online_masuk"] == 1
    with desk.database.reading() as session:
        assert [entry.action for entry in session.exec(select(AuditEntry))].count("report_closed") == 1


def test_the_evening_counts_for_the_next_day(desk: Desk) -> None:
    close_due(desk.database, EVENING)
    desk.open(at=EVENING + timedelta(hours=1))
    assert read(desk, DAY + timedelta(days=1), MONDAY + timedelta(days=1)).figures["layanan_online_masuk"] == 1


def test_a_closed_day_has_no_report(desk: Desk) -> None:
    assert close_due(desk.database, EVENING + timedelta(days=5)) == 0  # Saturday


@pytest.mark.parametrize(("figures", "found"), [
    ({"suket_awal": 10, "suket_terbit": 2, "suket_ditukar": 3, "suket_sisa": 9}, []),
    ({"suket_awal": 10, "suket_terbit": 2, "suket_ditukar": 3, "suket_sisa": 8}, [Flag("identity", "suket_sisa", -1)]),
    ({"suket_awal": 10, "suket_terbit": 2, "suket_sisa": 8}, []),
    ({"wajib_ktp": 5, "sudah_rekam": 5, "belum_rekam": 1}, [Flag("identity", "wajib_ktp", -1)]),
    ({"alat_cetak_total": 5, "alat_cetak_baik": 6}, [Flag("at-most", "alat_cetak_baik", 1)]),
    ({"wajib_ktp": 500, "sudah_rekam": 600}, [Flag("at-most", "sudah_rekam", 100)]),
])  # fmt: skip
def test_what_does_not_fit_together_is_flagged(figures: dict[str, int], found: list[Flag]) -> None:
    assert flags(figures, None) == found


def test_what_does_not_follow_the_day_before_is_flagged() -> None:
    before = {"suket_sisa": 9, "alat_cetak_total": 57}
    assert flags({"suket_awal": 9, "alat_cetak_total": 57}, before) == []
    assert flags({"suket_awal": 11, "alat_cetak_total": 53}, before) == [
        Flag("carried", "suket_awal", 2), Flag("changed", "alat_cetak_total", -4)
    ]  # fmt: skip


def test_how_it_was_signed_is_counted_apart(desk: Desk) -> None:
    case_id = desk.open()
    with desk.database.writing() as session:
        cases.approve(session, desk.officers[Role.COUNTER], case_id, MONDAY)
        for action in ("document_signed", "document_attached", "signed_by_hand"):
            session.add(AuditEntry(action=action, office_id=desk.office_id, at=MONDAY, officer_id=1))
    assert (read(desk).figures["tte_dok"], read(desk).figures["manual_dok"]) == (2, 1)
