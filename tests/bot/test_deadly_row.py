"""A row that ends its process before the turn does, as a crash of the interpreter or too much memory would."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from bot.conversations import ATTEMPTS, OVERDUE, Conversations, Played
from bot.holding import Held
from registry.models import Contact, Event, EventKind, EventState
from registry.models.columns import now
from tests.bot.carrier_forms import numbered, whatsapp
from tests.bot.conftest import Carrier

DISK_FULL = OperationalError("UPDATE", {}, Exception("database or disk is full"))


class Killed(BaseException):
    """Nothing is written any more, and nobody says what happened."""


def overdue(carrier: Carrier) -> int:
    """A second message of the citizen, stored a while ago and not answered."""
    carrier.post(whatsapp("kk saya hilang"))
    with carrier.database.writing() as session:
        contact = session.get_one(Contact, carrier.events()[0].contact_id)
        due_at = now() - 2 * OVERDUE
        event = Event(
            contact_id=contact.id,
            channel=contact.channel,
            kind=EventKind.MESSAGE,
            body={"text": "lanjut"},
            due_at=due_at,
        )
        session.add(event)
        session.flush()
        return event.id


def fails_at(row: int, fault: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    play = Conversations._play

    def played(self: Conversations, session: Session, held: Held) -> Played:
        if held.event.id == row:
            raise fault
        return play(self, session, held)

    monkeypatch.setattr(Conversations, "_play", played)


def test_it_is_put_aside_after_three_deaths_and_the_next_is_answered(
    carrier_anywhere: Carrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    carrier = carrier_anywhere
    row = overdue(carrier)
    fails_at(row, Killed(), monkeypatch)
    for _ in range(ATTEMPTS):
        with pytest.raises(Killed):
            carrier.conversations.drain_due()
    carrier.conversations.drain_due()
    assert [event.state for event in carrier.events()] == [EventState.PROCESSED, EventState.FAILED]
    carrier.post(numbered(whatsapp("lanjut"), 2))
    assert carrier.events()[-1].state is EventState.PROCESSED
    assert carrier.texts()[-2].startswith("Maaf") and carrier.texts()[-1].startswith("KK hilang.")


def test_a_database_that_takes_nothing_is_not_the_rows_fault(
    carrier_anywhere: Carrier, monkeypatch: pytest.MonkeyPatch
) -> None:
    carrier = carrier_anywhere
    row = overdue(carrier)
    with monkeypatch.context() as harm:
        fails_at(row, DISK_FULL, harm)
        for _ in range(2 * ATTEMPTS):
            with pytest.raises(OperationalError):
                carrier.conversations.drain_due()
    assert carrier.events()[-1].attempts == 0
    carrier.conversations.drain_due()
    assert carrier.events()[-1].state is EventState.PROCESSED
