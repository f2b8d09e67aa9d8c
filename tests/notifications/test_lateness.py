"""An answer that goes out hours late begins with an apology, once."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import update

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Remedy
from notifications.dispatch import Dispatcher
from notifications.outbox import Message, queue
from registry.models import Contact, Event, EventKind, EventState, Outgoing
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox

LOST = AnswerLost("ReadTimeout")
DOWN = DeliveryFailed("unreachable", Remedy.WHEN_BACK)


def answered(outbox: Outbox, contact: Contact, *texts: str, kind: EventKind = EventKind.MESSAGE) -> None:
    with outbox.database.writing() as session:
        event = Event(contact_id=contact.id, channel=contact.channel, kind=kind, body={}, state=EventState.PROCESSED)
        session.add(event)
        session.flush()
        for text in texts:
            queue(session, contact.id, Message(text), event_id=event.id, due_at=NOON)


def test_answers_hours_late_begin_with_one_apology(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact()
    answered(outbox, contact, "satu", "dua")
    dispatcher.run(at=NOON + timedelta(hours=3))
    assert carrier.texts == ["Maaf, terlambat.\nsatu", "dua"]
    answered(outbox, outbox.contact(), "kabar", kind=EventKind.CASE_EVENT)
    answered(outbox, outbox.contact(), "tepat")
    dispatcher.run(at=NOON + timedelta(minutes=50))
    assert sorted(carrier.texts[2:]) == ["kabar", "tepat"]


def test_what_a_carrier_that_was_away_put_off_begins_with_one_apology(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    """Each try makes it due anew."""
    answered(outbox, outbox.contact(), "satu", "dua")
    with outbox.database.writing() as session:
        session.execute(update(Outgoing).values(created_at=NOON))
    carrier.faults = [DOWN] * 60
    tries = 0
    while carrier.faults:
        dispatcher.run(at=NOON + tries * timedelta(minutes=5))
        tries += 1
    assert timedelta(minutes=5) * tries > timedelta(hours=2)
    dispatcher.run(at=NOON + timedelta(minutes=5) * (tries + 1))
    assert sorted(text.startswith("Maaf, terlambat.\n") for text in carrier.texts) == [False, True]


def test_an_apology_that_may_have_arrived_is_looked_up_by_its_words(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    answered(outbox, outbox.contact(), "satu")
    carrier.faults, carrier.taken_anyway = [LOST], True
    for late in (timedelta(hours=3), timedelta(hours=3, minutes=1)):
        dispatcher.run(at=NOON + late)
    assert carrier.texts == ["Maaf, terlambat.\nsatu"]
