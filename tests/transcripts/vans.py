"""What the office does about its mobile vans in a transcript, in a line of words."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from registry.actors import Actor
from registry.places.regions import load_regions
from registry.vans import writing

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def happens(session: Session, officer: Actor, words: str, at: datetime) -> None:
    """`comes week tue 09.00-12.00 2, Balai Contoh, Karang Jati`: every such day, for so many families."""
    command, _, rest = words.partition(" ")
    COMMANDS[command](session, officer, rest, at)


def _comes(session: Session, officer: Actor, rest: str, at: datetime) -> None:
    when, place, village = (part.strip() for part in rest.split(",", 2))
    every, weekday, hours, quota = when.split()
    opens, closes = hours.split("-")
    given = {"every": every, "weekday": str(DAYS.index(weekday)), "nth": "1", "opens": opens, "closes": closes}
    given |= {"quota": quota, "place": place, "village": village, "vehicle": "Mobil 1"}
    writing.add(session, officer, given, ["rekam", "kia"], load_regions(), at)


COMMANDS = {"comes": _comes}
