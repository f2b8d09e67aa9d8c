"""What the office does about its mobile vans in a transcript, in a line of words."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.models import Contact, Office, VanBooking
from registry.places.regions import load_regions
from registry.vans import booking, changing, visits, writing

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def happens(session: Session, officer: Actor, words: str, at: datetime) -> None:
    """`comes week tue 09.00-12.00 2, Balai Contoh, Karang Jati`: every such day, for so many families. `called off
    REASON`, `moves DAY: REASON`, `booked by another`."""
    command, _, rest = words.partition(" ")
    COMMANDS[command](session, officer, rest, at)


def _comes(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    when, *where = _parts(rest)
    every, *days = when.split()
    _add(session, officer, {"every": every, "nth": "1"}, days, where, ["rekam", "kia"], at)


def _activates(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    """`activates counter wed 09.00-11.00 2, Loket 4, Karang Jati`: the digital identity, every such day."""
    when, *where = _parts(rest)
    kind, *days = when.split()
    _add(session, officer, {"every": "week", "kind": kind}, days, where, ["ikd"], at)


def _parts(rest: str) -> list[str]:
    return [part.strip() for part in rest.split(",", 2)]


def _add(
    session: Session, officer: Actor, given: dict[str, str], days: list[str], where: list[str], services: list[str],
    at: datetime,
) -> None:  # fmt: skip
    (weekday, hours, quota), (place, village) = days, where
    opens, closes = hours.split("-")
    given |= {"weekday": str(DAYS.index(weekday)), "opens": opens, "closes": closes, "quota": quota}
    given |= {"place": place, "village": village, "vehicle": "Mobil 1"}
    writing.add(session, officer, given, services, load_regions(), at)


def _called_off(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    """`called off REASON`, of the visit last booked."""
    changing.cancel(session, officer, _key(session), rest.removeprefix("off "), at)


def _moves(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    """`moves 26-11-2026: REASON`, of the visit last booked, to the same place and hours."""
    day, _, reason = rest.partition(": ")
    given = {"on": day, "opens": "09.00", "closes": "12.00", "place": "Balai Karang Jati", "village": "Karang Jati"}
    changing.move(session, officer, _key(session), given, reason, load_regions(), at)


def _booked(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    """Somebody else takes a place at the next visit."""
    other = session.exec(select(Contact)).first()
    assert other is not None
    key = visits.upcoming(session, session.exec(select(Office)).all(), at)[0].key
    booking.book(session, Actor.citizen(other), other, key, "6471041203160000", 2, at)


def _fills(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    """Somebody else takes a place at the next activation."""
    mine = session.exec(select(Contact)).first()
    assert mine is not None
    other = Contact(sender_id=mine.sender_id, channel=mine.channel, address="+6281299999999", address_index=b"other")
    session.add(other)
    session.flush()
    coming = visits.upcoming(session, session.exec(select(Office)).all(), at)
    key = next(each.key for each in coming if "ikd" in each.round.services)
    booking.book_activation(session, Actor.citizen(other), other, key, at)


def _key(session: Session) -> str:
    last = session.exec(select(VanBooking).order_by(col(VanBooking.id).desc())).first()
    assert last is not None
    return booking.of(session, last.id)[1].key


COMMANDS = {
    "comes": _comes,
    "activates": _activates,
    "fills": _fills,
    "called": _called_off,
    "moves": _moves,
    "booked": _booked,
}
