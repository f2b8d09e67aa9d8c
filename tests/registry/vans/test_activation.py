"""Activation of the digital identity: a slot at a counter or a van, a session at an agency, and what became of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from registry.actors import Actor
from registry.lifecycle import Refused, Role
from registry.models import BookingState, Contact, Office, RoundKind, VanBooking, VanRound
from registry.places.regions import load_regions
from registry.reports.daily import reports
from registry.vans import booking, serving, writing
from tests.registry.desk import MONDAY, Desk
from tests.registry.vans.test_booking import FORM, another, book, deed

COUNTER = {**FORM, "kind": "counter", "vehicle": "", "place": "Loket IKD", "quota": "2"}
GROUP = {**FORM, "kind": "group", "vehicle": "", "place": "Dinas Kesehatan"}


def open_round(desk: Desk, given: dict[str, str], *services: str) -> str:
    """The key of tomorrow's."""
    with desk.database.writing() as session:
        made = writing.add(session, desk.officers[Role.SUPERVISOR], given, services, load_regions(), MONDAY)
        return f"{made.id}-20261124"


def activate(desk: Desk, key: str, contact_id: int | None = None) -> VanBooking:
    with desk.database.writing() as session:
        contact = session.get_one(Contact, contact_id or desk.contact_id)
        return booking.book_activation(session, Actor.citizen(contact), contact, key, MONDAY)


@pytest.fixture
def key(desk: Desk) -> str:
    return open_round(desk, COUNTER, "ikd")


def test_only_a_van_has_a_vehicle(desk: Desk, key: str) -> None:
    with pytest.raises(Refused) as refused:
        open_round(desk, {**COUNTER, "kind": "van"}, "ikd")
    assert refused.value.reason == "refused-van-text"
    with desk.database.reading() as session:
        made = session.exec(select(VanRound)).one()
    assert (made.kind, made.vehicle) == (RoundKind.COUNTER, "")


def test_a_slot_is_one_persons_and_nothing_about_them_is_kept(desk: Desk, key: str) -> None:
    made = activate(desk, key)
    assert (made.people, made.kk_index, made.service) == (1, None, "ikd")
    with pytest.raises(Refused) as refused:
        activate(desk, key)
    assert refused.value.reason == "refused-van-twice"


def test_it_stands_in_no_familys_way_at_the_van(desk: Desk, key: str) -> None:
    van = open_round(desk, FORM, "rekam")
    activate(desk, key)
    assert book(desk, van, "").service == ""
    with pytest.raises(Refused) as refused:
        book(desk, van, "")
    assert refused.value.reason == "refused-van-twice"


def test_the_last_slot_is_given_once(desk: Desk, key: str) -> None:
    activate(desk, key)
    activate(desk, key, another(desk))
    with pytest.raises(Refused) as refused:
        activate(desk, key, another(desk))
    assert refused.value.reason == "refused-van-full"


def test_where_no_ikd_is_activated_there_is_no_slot(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        activate(desk, open_round(desk, FORM, "rekam"))
    assert refused.value.reason == "refused-van-over"


@pytest.mark.parametrize("told", [{}, {"activated": 2}, {"activated": 1, "not_done": "phone"}, {"not_done": "lapar"}])
def test_of_a_slot_is_said_whether_it_is_active_or_why_not(desk: Desk, key: str, told: dict[str, object]) -> None:
    made = activate(desk, key)
    with pytest.raises(Refused) as refused:
        deed(desk, lambda session, who, at: serving.serve(session, who, made.id, 0, at, **told))  # type: ignore[arg-type]
    assert refused.value.reason == "refused-ikd-outcome"


def test_what_became_of_it_can_be_taken_back(desk: Desk, key: str) -> None:
    made = activate(desk, key)
    done = deed(desk, lambda session, who, at: serving.serve(session, who, made.id, 0, at, not_done="network"))
    assert (done.state, done.not_done, done.activated) == (BookingState.SERVED, "network", 0)
    undone = deed(desk, serving.undo, made.id)
    assert (undone.state, undone.not_done) == (BookingState.BOOKED, "")


def test_a_session_of_sixteen_hundred_is_counted_and_is_no_van(desk: Desk, key: str) -> None:
    session_key = open_round(desk, GROUP, "ikd")
    deed(desk, lambda session, who, at: serving.walk_in(session, who, session_key, 1600, 0, at, activated=1583))
    made = activate(desk, key)
    deed(desk, lambda session, who, at: serving.serve(session, who, made.id, 0, at, activated=1))
    other = activate(desk, key, another(desk))
    deed(desk, lambda session, who, at: serving.serve(session, who, other.id, 0, at, not_done="face"))
    with desk.database.reading() as session:
        offices = session.exec(select(Office)).all()
        figures = reports(session, offices, MONDAY.date(), MONDAY + timedelta(hours=1))[0].figures
        visit = booking.of(session, made.id)[1]
        counted, reasons = serving.counts(session, [visit])[key], serving.reasons(session, [visit])[key]
    assert (figures["ikd_aktivasi"], figures["ikd_belum"]) == (1584, 18) and "keliling_terlayani" not in figures
    assert counted == serving.Count(served=2, activated=1, came=2) and reasons == {"face": 1}


@pytest.mark.parametrize(("people", "activated"), [(30, 31), (31, 0), (5, -1)])
def test_at_a_counter_nobody_comes_by_the_thousand(desk: Desk, key: str, people: int, activated: int) -> None:
    with pytest.raises(Refused) as refused:
        deed(desk, lambda session, who, at: serving.walk_in(session, who, key, people, 0, at, activated=activated))
    assert refused.value.reason == "refused-van-people"
