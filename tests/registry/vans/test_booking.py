"""A place in the queue of the van: one a family, never given twice, and what becomes of it."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image
from sqlmodel import Session, col, select

from registry.actors import Actor, NotFound
from registry.lifecycle import Refused, Role
from registry.models import (
    BookingState,
    Channel,
    Contact,
    Event,
    EventKind,
    Office,
    Sender,
    VanBooking,
    VanVisit,
    VisitState,
)
from registry.places.regions import load_regions
from registry.reports.daily import reports
from registry.vans import booking, changing, serving, ticket, visits, writing
from tests.registry.desk import MONDAY, Desk

KK, OTHER = "6471041203150000", "6471041203160000"
FORM = {
    "vehicle": "KT 8001 XX", "place": "Balai Karang Jati", "village": "Karang Jati", "every": "week", "weekday": "1",
    "nth": "1", "opens": "9", "closes": "12", "quota": "1",
}  # fmt: skip
WEDNESDAY = {"on": "25-11-2026", "opens": "10", "closes": "13", "place": "Pasar", "village": "Karang Rejo"}


@pytest.fixture
def key(desk: Desk) -> str:
    """Of tomorrow's visit, which has room for one family."""
    with desk.database.writing() as session:
        made = writing.add(session, desk.officers[Role.SUPERVISOR], FORM, ["rekam"], load_regions(), MONDAY)
        return f"{made.id}-20261124"


def another(desk: Desk) -> int:
    with desk.database.writing() as session:
        sender = session.exec(select(Sender)).first()
        assert sender is not None
        count = len(session.exec(select(Contact)).all())
        contact = Contact(
            sender_id=sender.id, channel=Channel.SMS, address=f"+62812{count:04}", address_index=f"{count}".encode()
        )
        session.add(contact)
        session.flush()
        return contact.id


def book(desk: Desk, key: str, kk: str = KK, contact_id: int | None = None, at: datetime = MONDAY) -> VanBooking:
    with desk.database.writing() as session:
        contact = session.get_one(Contact, contact_id or desk.contact_id)
        return booking.book(session, Actor.citizen(contact), contact, key, kk, 4, at)


def deed(desk: Desk, what: Any, *args: Any, role: Role = Role.SUPERVISOR, at: datetime = MONDAY) -> Any:
    with desk.database.writing() as session:
        return what(session, desk.officers[role], *args, at)


def again(desk: Desk, row: VanBooking) -> VanBooking:
    with desk.database.reading() as session:
        return session.get_one(VanBooking, row.id)


def told(desk: Desk, name: str) -> list[Event]:
    with desk.database.reading() as session:
        timers = session.exec(select(Event).where(Event.kind == EventKind.TIMER).order_by(col(Event.id))).all()
    return [event for event in timers if event.body["name"] == name]


def test_a_place_bears_a_number_and_a_code(desk: Desk, key: str) -> None:
    made = book(desk, key)
    assert (made.number, made.people, made.state) == (1, 4, BookingState.BOOKED)
    assert len(made.code) == booking.CODE_LENGTH and set(made.code) <= set(booking.ALPHABET)
    assert KK.encode() not in (made.kk_index or b"")


def test_who_is_too_late_is_told_so(desk: Desk, key: str) -> None:
    book(desk, key)
    with pytest.raises(Refused) as refused:
        book(desk, key, OTHER, another(desk))
    assert refused.value.reason == "refused-van-full"


def test_of_two_at_once_one_has_the_last_place(desk: Desk, key: str) -> None:
    contacts = [desk.contact_id, another(desk)]
    ready, ended = threading.Barrier(2), list[str]()

    def wants(contact_id: int, kk: str) -> None:
        ready.wait()
        try:
            ended.append(book(desk, key, kk, contact_id).state.value)
        except Refused as refused:
            ended.append(refused.reason)

    threads = [threading.Thread(target=wants, args=each) for each in zip(contacts, (KK, OTHER), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["booked", "refused-van-full"]


def test_a_family_has_one_place(desk: Desk, key: str) -> None:
    book(desk, key)
    number = key.partition("-")[0]
    with pytest.raises(Refused) as refused:
        book(desk, f"{number}-20261201", KK, another(desk))
    assert refused.value.reason == "refused-van-taken"
    with pytest.raises(Refused) as refused:
        book(desk, f"{number}-20261201", KK)
    assert refused.value.reason == "refused-van-twice"


def test_who_forgot_the_number_has_one_place_a_telephone(desk: Desk, key: str) -> None:
    book(desk, key, "")
    with pytest.raises(Refused):
        book(desk, f"{key.partition('-')[0]}-20261201", "")


def test_a_telephone_books_for_few_families(desk: Desk, key: str) -> None:
    days = ("20261201", "20261208", "20261215", "20261222", "20261229")  # each has room for one
    for number, day in enumerate(days):
        book(desk, f"{key.partition('-')[0]}-{day}", f"647104120315{number}000")
    with pytest.raises(Refused) as refused:
        book(desk, key, OTHER)
    assert refused.value.reason == "refused-van-many"
    assert book(desk, key, OTHER, another(desk)).number == 1


def test_a_place_given_back_is_another_family_s(desk: Desk, key: str) -> None:
    made = book(desk, key)
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        booking.cancel(session, Actor.citizen(contact), contact, made.id, MONDAY)
    assert again(desk, made).kk_index is None
    assert book(desk, key, OTHER, another(desk)).number == 2


def test_nobody_gives_back_a_place_of_another(desk: Desk, key: str) -> None:
    made, stranger = book(desk, key), another(desk)
    with desk.database.writing() as session:
        contact = session.get_one(Contact, stranger)
        with pytest.raises(NotFound):
            booking.cancel(session, Actor.citizen(contact), contact, made.id, MONDAY)


@pytest.mark.parametrize("given", ["1-20261125", "99-20261124", "x", "1-2026", ""])
def test_a_visit_that_does_not_come_has_no_places(desk: Desk, key: str, given: str) -> None:
    with pytest.raises(Refused):
        book(desk, given)


def test_when_it_is_over_nobody_books(desk: Desk, key: str) -> None:
    with pytest.raises(Refused):
        book(desk, key, at=MONDAY + timedelta(days=1, hours=3))


def test_the_morning_before_they_are_reminded(desk: Desk, key: str) -> None:
    book(desk, f"{key.partition('-')[0]}-20261201")
    assert [event.due_at.date() for event in told(desk, "van_reminder")] == [date(2026, 11, 30)]


def test_a_visit_that_is_called_off_is_told_to_all_who_booked(desk: Desk, key: str) -> None:
    made = book(desk, key)
    assert deed(desk, changing.cancel, key, "mobilnya rusak") == 1
    assert again(desk, made).state is BookingState.DROPPED
    assert [event.contact_id for event in told(desk, "van_changed")] == [desk.contact_id]
    with pytest.raises(Refused):
        deed(desk, changing.cancel, key, "mobilnya rusak")


def test_another_visit_takes_what_was_told_for_the_first(desk: Desk, key: str) -> None:
    made, later = book(desk, key), f"{key.partition('-')[0]}-20261201"
    deed(desk, changing.cancel, key, "mobilnya rusak")
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        new = booking.book_instead(session, Actor.citizen(contact), contact, later, made.id, MONDAY)
        assert (new.people, new.kk_index) == (4, made.kk_index)
    assert again(desk, made).kk_index is None


def move(session: Session, actor: Actor, key: str, given: dict[str, str], reason: str, at: datetime) -> int:
    return changing.move(session, actor, key, given, reason, load_regions(), at)


def test_a_visit_that_is_moved_keeps_its_tickets(desk: Desk, key: str) -> None:
    made = book(desk, key)
    assert deed(desk, move, key, WEDNESDAY, "jalan banjir") == 1
    with desk.database.reading() as session:
        visit = booking.of(session, made.id)[1]
        offices = session.exec(select(Office)).all()
        first = visits.upcoming(session, offices, MONDAY)[0]
    assert (visit.on, visit.opens, visit.place, visit.state) == (date(2026, 11, 25), "10:00", "Pasar", VisitState.MOVED)
    assert (first.key, first.on, first.taken) == (key, date(2026, 11, 25), 1)
    assert again(desk, made).state is BookingState.BOOKED and len(told(desk, "van_changed")) == 1


@pytest.mark.parametrize(("given", "reason", "refused"), [
    ({"on": "1-1-2020"}, "banjir", "refused-van-day-over"), ({"on": "1-6-2027"}, "banjir", "refused-van-too-far"),
    ({"on": "kapan"}, "banjir", "refused-van-day"), ({"closes": "9"}, "banjir", "refused-van-hours"),
    ({"village": "Sepaku"}, "banjir", "refused-van-village"), ({}, " ", "refused-van-reason"),
])  # fmt: skip
def test_a_move_that_cannot_be_is_refused(
    desk: Desk, key: str, given: dict[str, str], reason: str, refused: str
) -> None:
    with pytest.raises(Refused) as raised:
        deed(desk, move, key, WEDNESDAY | given, reason)
    assert raised.value.reason == refused


def test_a_round_that_ends_tells_all_who_booked(desk: Desk, key: str) -> None:
    made = book(desk, key)
    assert deed(desk, changing.end, int(key.partition("-")[0]), "mobil dijual") == 1
    assert again(desk, made).state is BookingState.DROPPED
    with desk.database.reading() as session:
        assert visits.upcoming(session, session.exec(select(Office)).all(), MONDAY) == []


def test_at_the_van_a_ticket_is_found_as_its_qr_holds_it(desk: Desk, key: str) -> None:
    made = book(desk, key)
    crew = desk.officers[Role.COUNTER]
    with desk.database.reading() as session:
        for written in (made.code, f" {made.code.lower()} ", ticket.address("https://loket.contoh.go.id", made.code)):
            assert serving.find(session, crew, written)[0].id == made.id
        with pytest.raises(NotFound):
            serving.find(session, crew, "AAAAAA")
        with pytest.raises(Refused):
            serving.find(session, desk.officers[Role.POST], made.code)


def test_who_was_served_is_not_served_twice(desk: Desk, key: str) -> None:
    made = book(desk, key)
    deed(desk, serving.serve, made.id, 3)
    with pytest.raises(Refused) as refused:
        deed(desk, serving.serve, made.id, 3)
    assert refused.value.reason == "refused-van-served"
    assert deed(desk, serving.undo, made.id).state is BookingState.BOOKED


def test_who_comes_late_is_served_after_all(desk: Desk, key: str) -> None:
    made = book(desk, key)
    deed(desk, serving.miss, made.id)
    assert deed(desk, serving.serve, made.id, 0).state is BookingState.SERVED


def test_who_never_came_is_written_down_the_day_after(desk: Desk, key: str) -> None:
    made = book(desk, key)
    assert serving.close_over(desk.database, MONDAY + timedelta(days=1, hours=8)) == 0
    assert [serving.close_over(desk.database, MONDAY + timedelta(days=2)) for _ in range(2)] == [1, 0]
    assert again(desk, made).state is BookingState.MISSED and again(desk, made).kk_index is None


def test_of_who_took_no_other_visit_the_family_is_forgotten(desk: Desk, key: str) -> None:
    made = book(desk, key)
    deed(desk, changing.cancel, key, "mobilnya rusak")
    assert again(desk, made).kk_index is not None
    serving.close_over(desk.database, MONDAY + timedelta(days=2))
    assert again(desk, made).kk_index is None and again(desk, made).state is BookingState.DROPPED


def test_a_visit_s_numbers_stand_in_the_daily_report(desk: Desk, key: str) -> None:
    made = book(desk, key)
    deed(desk, serving.serve, made.id, 3)
    deed(desk, serving.walk_in, key, 2, 1)
    with desk.database.reading() as session:
        offices = session.exec(select(Office)).all()
        figures = reports(session, offices, MONDAY.date(), MONDAY + timedelta(hours=1))[0].figures
        visit = session.exec(select(VanVisit)).one()
        count = serving.counts(session, [booking.of(session, made.id)[1]])[key]
    names = ("keliling_kunjungan", "keliling_terlayani", "keliling_tidak_hadir", "rekam_keliling")
    assert [figures[name] for name in names] == [1, 2, 0, 4]
    assert visit.state is VisitState.PLANNED and count[:4] == (0, 2, 0, 4)


@pytest.mark.parametrize(("people", "enrolled"), [(0, 0), (31, 0), (2, 3), (-1, -1)])
def test_a_walk_in_of_nobody_is_none(desk: Desk, key: str, people: int, enrolled: int) -> None:
    with pytest.raises(Refused):
        deed(desk, serving.walk_in, key, people, enrolled)


def test_the_ticket_is_a_picture(desk: Desk, key: str) -> None:
    made = book(desk, key)
    with desk.database.reading() as session:
        picture = Image.open(BytesIO(ticket.draw(*booking.of(session, made.id), "https://loket.contoh.go.id")))
    assert picture.size == (ticket.WIDTH, ticket.HEIGHT) and len(picture.getcolors(1 << 16) or []) > 1
