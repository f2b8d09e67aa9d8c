"""The clock stood five hours ahead and is set right: nothing waits for five hours, and nothing is done twice."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

import pyotp
import pytest
import time_machine
from sqlmodel import select

from assembly.time_gone_back import make_good
from backoffice.passwords import LONGEST_WAIT, begin_attempt
from bot.handlers import missed
from bot.handlers.pace import MOST
from notifications.channels.carrier import DeliveryFailed, Remedy
from notifications.channels.incoming import Incoming
from notifications.dispatch import Dispatcher
from registry.database import Database
from registry.models import (
    Contact,
    Event,
    EventKind,
    EventState,
    Officer,
    Outgoing,
    OutgoingKind,
    OutgoingState,
    SecondFactor,
    Sender,
)
from registry.models.columns import now
from registry.offices import second_factor
from tests.assembly.test_harm import carrier as carrier
from tests.assembly.test_harm import outbox as outbox
from tests.bot.carrier_forms import OFFICE, numbered, sid, whatsapp
from tests.bot.conftest import Carrier
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, no_links, sorry

AHEAD = timedelta(hours=5)


@contextmanager
def standing_ahead() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(now() + AHEAD, tick=True) as clock:
        yield clock


def set_right(database: Database) -> None:
    """As the clock does it each minute."""
    with database.writing() as session:
        make_good(session, now())


def say(carrier: Carrier, *texts: str) -> None:
    for text in texts:
        assert carrier.post(numbered(whatsapp(text), len(carrier.events()) + 1)) == 200


def pending(carrier: Carrier) -> list[Event]:
    return [event for event in carrier.events() if event.state is EventState.PENDING]


def soon(carrier: Carrier) -> None:
    """Some seconds later, and once more: a timer may set another."""
    for seconds in (3, 6):
        with time_machine.travel(now() + timedelta(seconds=seconds), tick=True):
            carrier.conversations.drain_due()


def test_a_line_that_waited_for_the_next_is_answered_soon(carrier: Carrier) -> None:
    with standing_ahead() as clock:
        say(carrier, "kk rusak", "lanjut", "rina contoh")
        clock.shift(timedelta(minutes=2))
        say(carrier, "64710445")
        answered = len(carrier.texts())
        assert len(pending(carrier)) == 2  # the quiet after the line, and the draft's reminder
    set_right(carrier.database)
    soon(carrier)
    assert len(carrier.texts()) == answered + 1
    soon(carrier)
    assert (len(carrier.texts()), len(pending(carrier))) == (answered + 1, 1)


def test_what_comes_now_is_answered_at_once_and_once(carrier: Carrier) -> None:
    with standing_ahead():
        say(carrier, "menu")
    say(carrier, "bantuan")
    answered = [row.event_id for row in carrier.rows(Outgoing)]
    assert set(answered) == {event.id for event in carrier.events() if event.kind is EventKind.MESSAGE}
    set_right(carrier.database)
    soon(carrier)
    assert [row.event_id for row in carrier.rows(Outgoing)] == answered


@pytest.mark.parametrize(("kind", "wait"), [(EventKind.UPLOAD_JUDGED, 0), (EventKind.OFFICER_WORD, 30),
                                            (EventKind.CASE_EVENT, 600), (EventKind.TIMER, 72_000)])  # fmt: skip
def test_a_row_waits_as_long_as_it_was_to_wait(outbox: Outbox, kind: EventKind, wait: int) -> None:
    contact, at, wrong = outbox.contact(), now(), now() + AHEAD
    waits = timedelta(seconds=wait)
    with outbox.database.writing() as session:
        session.add(
            Event(contact_id=contact.id, channel=contact.channel, kind=kind, body={}, received_at=wrong,
                  due_at=wrong + waits)
        )  # fmt: skip
    for minute in range(3):
        with outbox.database.writing() as session:
            make_good(session, at + timedelta(minutes=minute))
    with outbox.database.reading() as session:
        assert session.exec(select(Event)).one().due_at == at + waits


@pytest.mark.parametrize("kind", OutgoingKind)
def test_what_was_to_be_tried_again_is_tried_now_but_for_what_waits_for_the_morning(
    outbox: Outbox, kind: OutgoingKind
) -> None:
    contact, at = outbox.contact(), now()
    with outbox.database.writing() as session:
        for error in ("20503", "night"):
            session.add(Outgoing(contact_id=contact.id, body={}, kind=kind, error=error, attempts=1, due_at=at + AHEAD))
    set_right(outbox.database)
    tried, asleep = (row.due_at for row in outbox.all_of(contact))
    assert tried < at + timedelta(minutes=1) and asleep == at + AHEAD


def test_a_window_that_seems_open_for_hours_is_believed_to_be_closed(outbox: Outbox) -> None:
    """Else the same row would go to the carrier again and again until then."""
    contact = outbox.contact(open_until=NOON + timedelta(hours=24) + AHEAD)
    row, carrier = outbox.put(contact, "halo"), FakeCarrier()
    carrier.faults = [DeliveryFailed("63016", Remedy.TEMPLATE)] * 3
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=NOON)
    assert (outbox.row(row).state, len(carrier.faults)) == (OutgoingState.HELD, 2)
    with outbox.database.reading() as session:
        assert session.get_one(Contact, contact.id).window_until is None


class List:
    """The carrier's: one message an hour ago, whose webhook was lost while the clock stood ahead."""

    def incoming(self, to: str, since: datetime, until: datetime) -> list[Incoming]:
        lost = Incoming(sid(7), "whatsapp:+6281200000077", "bantuan", 0, now() - timedelta(hours=1))
        return [lost] if to == OFFICE and since <= lost.at <= until else []

    def media_of(self, message_sid: str) -> list[tuple[str, str]]:
        return []


def test_what_was_missed_meanwhile_is_taken_in_once(carrier: Carrier) -> None:
    with carrier.database.writing() as session:
        for sender in session.exec(select(Sender)):
            sender.looked_until = now() + AHEAD
    found = [missed.take_in(carrier.database, List(), now() + timedelta(minutes=minute)) for minute in range(6)]
    assert sum(found) == 1 and [event.message_sid for event in carrier.events()] == [sid(7)]


def test_who_wrote_often_is_no_flood_five_hours_later(carrier: Carrier) -> None:
    with standing_ahead():
        say(carrier, *(MOST - 5) * ["bantuan"])
    say(carrier, *30 * ["bantuan"])
    assert pending(carrier) == []


def test_an_officer_who_mistyped_need_not_wait_for_hours(database: Database) -> None:
    at = now()
    with database.writing() as session:
        session.add(Officer(username="petugas", name="P", password_hash="-", session_key="-", roles=[], failures=9))
        session.flush()
        officer = session.exec(select(Officer)).one()
        officer.locked_until = at + LONGEST_WAIT
        assert begin_attempt(session, "petugas", at, known_device=lambda _: False) is None
        officer.locked_until = at + AHEAD
        assert begin_attempt(session, "petugas", at, known_device=lambda _: False) is officer


def test_a_code_typed_under_the_wrong_time_shuts_nobody_out(database: Database) -> None:
    at = now()
    with database.writing() as session:
        session.add(Officer(username="petugas", name="P", password_hash="-", session_key="-", roles=[]))
        session.flush()
        officer_id = session.exec(select(Officer.id)).one()
        totp = pyotp.TOTP(pyotp.random_base32())
        session.add(SecondFactor(officer_id=officer_id, secret=totp.secret, confirmed_at=at))
        session.flush()
        assert second_factor.passes(session, officer_id, totp.at(at + AHEAD), at + AHEAD)
        assert second_factor.passes(session, officer_id, totp.at(at), at)
        assert not second_factor.passes(session, officer_id, totp.at(at), at)
