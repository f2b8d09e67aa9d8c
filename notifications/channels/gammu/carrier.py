"""Modems as a carrier of SMS: what is to be sent is put into SMSD's outbox, what became of it stands in its tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import SQLAlchemyError

from notifications.channels.carrier import MODEM, AnswerLost, DeliveryFailed, Outbound, Remedy
from notifications.channels.gammu.cutting import MOST_PARTS, Part, cut, numbered
from notifications.channels.gammu.errors import AWAY
from notifications.channels.gammu.fates import WAITING, Fate, fate
from notifications.channels.gammu.marks import Known, Mark, attempts_of, known, mark, marked
from notifications.channels.gammu.tables import FURTHER, OUTBOX, SENT


class GammuCarrier:
    """One for all threads. Every method raises DeliveryFailed or AnswerLost."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        """By the modem of `sender_address`. Taken is what SMSD has committed; it goes when the modem can."""
        parts, coding = _parts(outbound, tag)
        ours = mark(tag)
        with self._asked() as connection:
            number = _put(connection, sender_address.removeprefix(MODEM), to, ours, coding, parts)
            with _surely():
                connection.commit()
        return Known(number, ours.nonce).sid

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> list[str]:
        """By the tag, which every attempt left in SMSD's tables: words and time say nothing more."""
        found: dict[int, str] = {}
        with self._asked() as connection:
            for table in (SENT, OUTBOX):
                attempts = table.c.CreatorID.startswith(attempts_of(tag), autoescape=True)
                query = select(table.c.id, table.c.CreatorID).where(table.c.DestinationNumber == to, attempts)
                found |= {row.id: row.CreatorID for row in connection.execute(query)}
        written = ((number, marked(found[number])) for number in sorted(found, reverse=True))
        return [Known(number, ours.nonce).sid for number, ours in written if ours is not None]

    def status(self, sid: str) -> Fate:
        number = _number(sid)
        query = select(SENT).where(SENT.c.id == number.number, SENT.c.CreatorID.endswith(f" {number.nonce}"))
        with self._asked() as connection:
            parts = connection.execute(query).all()
        return fate(parts) if parts else WAITING

    def delete_message(self, sid: str) -> None:
        """Of its words nothing stays in SMSD's tables. What it has not sent yet is not sent any more."""
        number = known(sid)
        if number is None:
            return  # one that came in: it was deleted when it was taken over
        with self._asked() as connection:
            for table in (SENT, OUTBOX):
                ours = table.c.id == number.number, table.c.CreatorID.endswith(f" {number.nonce}")
                gone = connection.execute(delete(table).where(*ours)).rowcount
                if gone and table is OUTBOX:
                    connection.execute(delete(FURTHER).where(FURTHER.c.id == number.number))
            with _surely():
                connection.commit()

    @contextmanager
    def _asked(self) -> Iterator[Connection]:
        """Until a commit is asked for, nothing was taken."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise DeliveryFailed(AWAY, Remedy.WHEN_BACK) from error


@contextmanager
def _surely() -> Iterator[None]:
    """A commit whose answer is lost may have been done."""
    try:
        yield
    except SQLAlchemyError as error:
        raise AnswerLost(type(error).__name__) from error


def _parts(outbound: Outbound, tag: str) -> tuple[list[Part], str]:
    found = cut(outbound.body)
    if not outbound.body or len(found.texts) > MOST_PARTS:
        raise DeliveryFailed("gammu-body", Remedy.OUR_CONTENT)
    row = tag.partition(".")[0]
    return numbered(found.texts, int(row) if row else 0), found.coding


def _put(connection: Connection, modem: str, to: str, ours: Mark, coding: str, parts: list[Part]) -> int:
    """All parts in one transaction: SMSD must not see the first without the others."""
    first, *further = parts
    row = {
        "DestinationNumber": to,
        "TextDecoded": first.text,
        "Coding": coding,
        "UDH": first.header,
        "MultiPart": bool(further),
        "SenderID": modem,
        "DeliveryReport": "yes",
        "CreatorID": ours.written,
    }
    number = int(connection.execute(insert(OUTBOX).values(row).returning(OUTBOX.c.id)).scalar_one())
    rows = [
        {"id": number, "SequencePosition": place, "TextDecoded": part.text, "Coding": coding, "UDH": part.header}
        for place, part in enumerate(further, 2)
    ]
    if rows:
        connection.execute(insert(FURTHER), rows)
    return number


def _number(sid: str) -> Known:
    number = known(sid)
    if number is None:
        raise DeliveryFailed("gammu-sid", Remedy.NONE)
    return number
