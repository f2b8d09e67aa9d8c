"""What nobody waits for: kept till morning, however long it lay in the outbox, and from who wants no notices."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from notifications import outbox as box
from notifications.channels.carrier import DeliveryFailed, Remedy
from notifications.dispatch import Dispatcher
from notifications.outbox import Message, queue
from registry.models import Contact, OutgoingKind, OutgoingState
from registry.models.contacts import WINDOW
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox

NIGHT = NOON + timedelta(hours=10)  # 22.00 in Jakarta, where no office is known
MORNING = NOON + timedelta(hours=19, minutes=1)  # 07.01
KINDS = (OutgoingKind.WORD, OutgoingKind.NOTICE)


def put(outbox: Outbox, contact: Contact, text: str, kind: OutgoingKind, due_at: datetime = NOON) -> int:
    with outbox.database.writing() as session:
        return queue(session, contact.id, Message(text), kind=kind, due_at=due_at)


def test_a_notice_that_lay_into_the_night_goes_in_the_morning_once(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    row = put(outbox, outbox.contact(), "sudah terbit", OutgoingKind.NOTICE)
    dispatcher.run(at=NIGHT)
    assert (carrier.texts, outbox.row(row).state) == ([], OutgoingState.QUEUED)
    dispatcher.run(at=MORNING - timedelta(minutes=2))
    assert carrier.texts == []
    dispatcher.run(at=MORNING)
    dispatcher.run(at=MORNING)
    assert carrier.texts == ["sudah terbit"]


@pytest.mark.parametrize("kind", [OutgoingKind.ANSWER, OutgoingKind.WORD])
def test_an_answer_and_an_officers_word_go_at_any_hour(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, kind: OutgoingKind
) -> None:
    put(outbox, outbox.contact(), "NIK Anda?", kind, NIGHT)
    dispatcher.run(at=NIGHT)
    assert carrier.texts == ["NIK Anda?"]


def test_an_answer_does_not_wait_for_a_notice_that_sleeps(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact()
    put(outbox, contact, "sudah terbit", OutgoingKind.NOTICE)
    dispatcher.run(at=NIGHT)
    put(outbox, contact, "NIK Anda?", OutgoingKind.ANSWER, NIGHT)
    dispatcher.run(at=NIGHT)
    dispatcher.run(at=MORNING)
    assert carrier.texts == ["NIK Anda?", "sudah terbit"]


def test_what_sleeps_is_no_failure_of_the_carriers(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    row = put(outbox, outbox.contact(), "sudah terbit", OutgoingKind.NOTICE)
    dispatcher.run(at=NIGHT)
    put(outbox, outbox.contact(), "NIK Anda?", OutgoingKind.ANSWER, NIGHT)
    dispatcher.run(at=NIGHT + timedelta(seconds=20))
    assert (carrier.texts, outbox.row(row).attempts) == (["NIK Anda?"], 1)


def test_who_just_wrote_is_awake(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    contact = outbox.contact(open_until=NIGHT - timedelta(minutes=10) + WINDOW)
    put(outbox, contact, "sudah terbit", OutgoingKind.NOTICE)
    dispatcher.run(at=NIGHT)
    assert carrier.texts == ["sudah terbit"]


@pytest.mark.parametrize("kind", KINDS)
def test_after_berhenti_nothing_of_ours_goes_that_lay_there(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, kind: OutgoingKind
) -> None:
    contact = outbox.contact()
    row = put(outbox, contact, "sudah terbit", kind)
    outbox.change(Contact, contact.id, opted_out_at=NOON)
    dispatcher.run(at=NOON)
    assert (carrier.texts, outbox.row(row).error) == ([], box.OPTED_OUT)


def test_what_is_tried_again_is_looked_at_again(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    carrier.faults = [DeliveryFailed("20429", Remedy.WHEN_BACK)]
    contact = outbox.contact()
    put(outbox, contact, "sudah terbit", OutgoingKind.NOTICE)
    dispatcher.run(at=NOON)
    outbox.change(Contact, contact.id, opted_out_at=NOON)
    dispatcher.run(at=NOON + timedelta(hours=1))
    assert carrier.texts == []


def test_what_they_ask_after_it_is_answered(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    contact = outbox.contact()
    outbox.change(Contact, contact.id, opted_out_at=NOON)
    put(outbox, contact, "sedang diperiksa", OutgoingKind.ANSWER)
    dispatcher.run(at=NOON)
    assert carrier.texts == ["sedang diperiksa"]


def test_berhenti_takes_back_what_is_held_or_queued_of_this_contact(outbox: Outbox) -> None:
    contact, another = outbox.contact(), outbox.contact()
    mine = [put(outbox, contact, "", kind) for kind in OutgoingKind]
    theirs = put(outbox, another, "", OutgoingKind.NOTICE)
    with outbox.database.writing() as session:
        box.withdraw(session, contact.id, NOON)
    left = [row for row in (*mine, theirs) if outbox.row(row).state is OutgoingState.QUEUED]
    assert left == [theirs]
