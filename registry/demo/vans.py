"""The mobile vans of the demo: one an office, with its rounds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from registry.actors import Actor
from registry.calendar.working_time import OpeningHours
from registry.demo.staff import Staff
from registry.lifecycle import Role
from registry.models import Contact, Office, RoundKind, VanBooking
from registry.places.regions import Regions
from registry.vans import booking, serving, visits, writing
from registry.vans.visits import Visit

SATURDAY = 5
# office -> vehicle; where, the village, how it comes back, weekday, which of the month, hours, services, families
VEHICLES = {"BPP": "KT 8001 XX", "SMD": "KT 8002 XX", "MHU": "Perahu 1", "CLG": "A 8003 XX"}
ROUNDS = {
    "BPP": (
        ("Balai Karang Jati", "Karang Jati", "week", 1, 1, "09.00-12.00", "rekam kia", 30),
        ("Pasar Sepinggan", "Sepinggan, Balikpapan Selatan", "fortnight", 3, 1, "08.30-11.30", "rekam kk kia", 25),
        ("Lapangan Margo Mulyo", "Margo Mulyo", "month", 5, 1, "08.00-13.00", "rekam ktp kia ikd", 60),
    ),
    "SMD": (
        ("Kantor Lurah Lempake", "Lempake", "week", 2, 1, "09.00-12.00", "rekam kk", 30),
        ("Balai Makroman", "Makroman", "month", 4, 2, "08.30-11.00", "rekam kia akta", 40),
    ),
    "MHU": (("Dermaga Tiong Ohang", "Tiong Ohang", "month", 1, 1, "09.00-15.00", "rekam kk kia akta", 80),),
    "CLG": (("Kantor Lurah Suralaya", "Suralaya", "week", 3, 1, "09.00-12.00", "rekam ktp kia", 30),),
}  # fmt: skip


# Where the digital identity is activated besides: kind, where, village, weekday, hours, people
ACTIVATIONS = {
    "BPP": (
        ("counter", "Loket 4 (IKD)", "Klandasan Ulu", 2, "08.30-11.30", 20),
        ("group", "RSUD Contoh Balikpapan", "Gunung Bahagia", 4, "13.00-15.00", 120),
    ),
}  # fmt: skip

BEGAN = timedelta(days=15)  # before now, so that a visit of each weekly round is over
FAMILIES = 4  # that come to a visit


def send_out(
    session: Session, office: Office, staff: Staff, contacts: Sequence[Contact], regions: Regions, at: datetime
) -> None:
    """The rounds began two weeks ago; their last visits are over, and families booked the next."""
    hours = OpeningHours.from_json(office.hours)
    for place, village, every, weekday, nth, span, services, quota in ROUNDS[office.code]:
        opens, _, closes = span.partition("-")
        given = {
            "vehicle": VEHICLES[office.code], "place": place, "village": village, "every": every,
            "weekday": str(weekday), "nth": str(nth), "opens": opens, "closes": closes, "quota": str(quota),
        }  # fmt: skip
        writing.add(session, staff[Role.SUPERVISOR], given, services.split(), regions, hours.last_open(at - BEGAN))
    for kind, place, village, weekday, span, quota in ACTIVATIONS.get(office.code, ()):
        opens, _, closes = span.partition("-")
        given = {
            "kind": kind, "place": place, "village": village, "every": "week", "weekday": str(weekday),
            "opens": opens, "closes": closes, "quota": str(quota),
        }  # fmt: skip
        writing.add(session, staff[Role.SUPERVISOR], given, ["ikd"], regions, hours.last_open(at - BEGAN))
    first = (at - BEGAN).date()
    over = [each for each in visits.between(session, [office], first, at.date()) if each.ends_at < at]
    for visit in [each for each in over if each.on.weekday() < SATURDAY]:
        come = _activated if visit.round.kind is not RoundKind.VAN else _served
        come(session, staff, contacts, visit)
    for visit in [each for each in visits.upcoming(session, [office], at) if each.round.kind is RoundKind.VAN][:1]:
        _book(session, contacts, visit, hours.last_open(at))


def _book(session: Session, contacts: Sequence[Contact], visit: Visit, at: datetime) -> list[VanBooking]:
    """One family each."""
    made = []
    town = visit.village.replace(".", "")[:4]
    for number, contact in enumerate(contacts[:FAMILIES]):
        family = f"{town}04120315{number + 1}000"
        made.append(booking.book(session, Actor.citizen(contact), contact, visit.key, family, 2 + number % 3, at))
    return made


def _activated(session: Session, staff: Staff, contacts: Sequence[Contact], visit: Visit) -> None:
    """At an agency the crew writes down how many; at the counter each has a ticket, and one telephone did not suit."""
    crew = staff[Role.COUNTER]
    if visit.round.kind is RoundKind.GROUP:
        serving.walk_in(session, crew, visit.key, 84, 0, visit.ends_at, activated=79)
        return
    before = visit.starts_at - timedelta(days=1, hours=1)
    for number, contact in enumerate(contacts[:FAMILIES]):
        made = booking.book_activation(session, Actor.citizen(contact), contact, visit.key, before)
        told = visit.starts_at + timedelta(minutes=10 * number)
        reason = "" if number else "phone"
        serving.serve(session, crew, made.id, 0, told, activated=int(not reason), not_done=reason)


def _served(session: Session, staff: Staff, contacts: Sequence[Contact], visit: Visit) -> None:
    """All but the last, who did not come."""
    booked = _book(session, contacts, visit, visit.starts_at - timedelta(days=1, hours=1))
    crew = staff[Role.COUNTER]
    for number, each in enumerate(booked[:-1]):
        serving.serve(session, crew, each.id, 1, visit.starts_at + timedelta(minutes=10 * number))
    for each in booked[-1:]:
        serving.miss(session, crew, each.id, visit.ends_at - timedelta(minutes=5))
