"""Order, leases, retries and what is lost on the way, against a carrier that fails as it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from notifications.channels.carrier import AnswerLost, DeliveryFailed, Outbound, Remedy
from notifications.claiming import LEASE, claim
from notifications.dispatch import Dispatcher
from notifications.outbox import Message
from notifications.outcomes import record, refused
from notifications.retrying import WAITS
from registry.desk import attention
from registry.models import Channel, Contact, OutgoingState, Sender
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, Outbox, no_links, sorry

LATER = NOON + timedelta(minutes=1)
BUSY = DeliveryFailed("20429", Remedy.WHEN_BACK)
NOT_REACHED = DeliveryFailed("30008", Remedy.AGAIN)
LOST = AnswerLost("ReadTimeout")
DOWN = DeliveryFailed("unreachable", Remedy.WHEN_BACK)


def test_it_sends_a_contacts_messages_in_their_order(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact()
    rows = [outbox.put(contact, f"{n}") for n in range(5)]
    assert dispatcher.run(at=LATER) is False
    assert carrier.texts == ["0", "1", "2", "3", "4"]
    assert {outbox.row(row).state for row in rows} == {OutgoingState.SENT}
    assert outbox.row(rows[4]).sid == carrier.sids[4]


def test_two_dispatchers_send_nothing_twice_and_keep_the_order(outbox: Outbox, carrier: FakeCarrier) -> None:
    contacts = [outbox.contact() for _ in range(8)]
    for n in range(4):
        for contact in contacts:
            outbox.put(contact, f"{n}")
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(Dispatcher(outbox.database, carrier, no_links, sorry).run, at=LATER) for _ in range(2)]
        assert [run.result() for run in runs] == [False, False]
    assert Counter(carrier.sent).total() == len(set(carrier.sent)) == 32
    assert all([out.body for to, out in carrier.sent if to == one.address] == list("0123") for one in contacts)


def test_nothing_goes_before_it_is_due(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    outbox.put(outbox.contact(), "besok", due_at=LATER + timedelta(hours=1))
    dispatcher.run(at=LATER)
    assert not carrier.sent


def test_a_busy_carrier_is_asked_again_later_and_in_order(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [BUSY]
    contact = outbox.contact()
    first, _second = outbox.put(contact, "satu"), outbox.put(contact, "dua")
    dispatcher.run(at=LATER)
    assert (carrier.texts, outbox.row(first).state) == ([], OutgoingState.QUEUED)
    dispatcher.run(at=LATER + WAITS[0] + timedelta(seconds=5))
    assert carrier.texts == ["satu", "dua"]


def tried(outbox: Outbox, dispatcher: Dispatcher, row: int, over: Callable[[], bool]) -> datetime:
    """Each time that this row is due, until it is over; when it is due then."""
    at = LATER
    while not over():
        dispatcher.run(at=at)
        at = outbox.row(row).due_at
    return at


def test_a_retry_blocks_ten_minutes_at_most_then_is_failed_and_visible(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [NOT_REACHED] * (len(WAITS) + 1)
    contact = outbox.contact()
    first, _second = outbox.put(contact, "satu"), outbox.put(contact, "dua")
    at = tried(outbox, dispatcher, first, lambda: outbox.row(first).state is OutgoingState.FAILED)
    assert timedelta(minutes=8) < at - LATER <= timedelta(minutes=10)
    assert (outbox.row(first).error, carrier.texts) == ("30008", ["dua"])


def test_what_a_busy_carrier_puts_off_for_long_lets_the_next_one_pass_and_goes_all_the_same(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [BUSY] * (len(WAITS) + 1)
    contact = outbox.contact()
    first, second = outbox.put(contact, "satu"), outbox.put(contact, "dua")
    at = tried(outbox, dispatcher, first, lambda: outbox.row(second).state is OutgoingState.SENT)
    waits = outbox.row(first)
    assert (waits.state, carrier.texts) == (OutgoingState.QUEUED, ["dua"])
    assert waits.attempts > attention.TEN_MINUTES_OF_TRIES == len(WAITS)  # an officer sees it from now on
    dispatcher.run(at=at)
    assert (outbox.row(first).state, carrier.texts) == (OutgoingState.SENT, ["dua", "satu"])


def test_taken_then_timed_out_is_found_and_not_sent_twice(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults, carrier.taken_anyway = [LOST], True
    row = outbox.put(outbox.contact(), "halo")
    dispatcher.run(at=LATER)
    assert outbox.row(row).state is OutgoingState.UNKNOWN
    dispatcher.run(at=LATER + WAITS[0] + timedelta(seconds=5))
    assert (outbox.row(row).state, outbox.row(row).sid) == (OutgoingState.SENT, carrier.sids[0])
    assert carrier.texts == ["halo"]


def test_timed_out_and_never_taken_is_sent_after_the_look_up(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [LOST]
    row = outbox.put(outbox.contact(), "halo")
    dispatcher.run(at=LATER)
    dispatcher.run(at=LATER + WAITS[0] + timedelta(seconds=5))
    assert (outbox.row(row).state, carrier.texts) == (OutgoingState.SENT, ["halo"])


def test_the_same_words_in_an_earlier_row_are_not_taken_for_the_lost_one(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact()
    outbox.put(contact, "halo")
    dispatcher.run(at=LATER)
    carrier.faults = [LOST]
    again = outbox.put(contact, "halo")
    dispatcher.run(at=LATER)
    dispatcher.run(at=LATER + WAITS[0] + timedelta(seconds=5))
    assert (outbox.row(again).sid, carrier.texts) == (carrier.sids[1], ["halo", "halo"])


def test_a_look_up_that_never_answers_ends_failed_after_a_day(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults, carrier.deaf = [LOST], True
    row = outbox.put(outbox.contact(), "halo")
    at = tried(outbox, dispatcher, row, lambda: outbox.row(row).state is OutgoingState.FAILED)
    assert (outbox.row(row).error, carrier.sent) == ("unknown", [])
    assert timedelta(hours=23) < at - LATER < timedelta(hours=25)


@pytest.mark.parametrize("taken", [True, False])
def test_a_row_whose_sender_died_is_looked_up_first(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, taken: bool
) -> None:
    contact = outbox.contact()
    row = outbox.put(contact, "halo")
    with outbox.database.writing() as session:
        (task,) = claim(session, 1, LATER)
    if taken:
        carrier.send(task.sender_address, task.address, Outbound("halo"))
    dispatcher.run(at=LATER + LEASE / 2)
    assert outbox.row(row).state is OutgoingState.SENDING
    dispatcher.run(at=LATER + LEASE)
    assert (outbox.row(row).state, carrier.texts) == (OutgoingState.SENT, ["halo"])


def test_who_opted_out_is_marked_and_the_message_failed(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [DeliveryFailed("21610", Remedy.BLOCKED)]
    contact = outbox.contact(Channel.SMS)
    row = outbox.put(contact, "halo")
    dispatcher.run(at=LATER)
    assert outbox.row(row).error == "21610"
    with outbox.database.reading() as session:
        assert session.get_one(Contact, contact.id).opted_out_at is not None


def test_a_failed_message_does_not_block_the_next(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    carrier.faults = [DeliveryFailed("21617", Remedy.OUR_CONTENT)]
    contact = outbox.contact()
    first, second = outbox.put(contact, "terlalu panjang"), outbox.put(contact, "dua")
    dispatcher.run(at=LATER)
    assert outbox.row(first).state is OutgoingState.FAILED
    assert outbox.row(second).state is OutgoingState.SENT


def test_our_own_bug_on_one_row_stops_no_other(outbox: Outbox, carrier: FakeCarrier) -> None:
    broken = outbox.put(outbox.contact(), Message("PDF", document_id=7))
    fine = outbox.put(outbox.contact(), "halo")
    Dispatcher(outbox.database, carrier, no_links, sorry).run(at=LATER)
    assert outbox.row(broken).error == "AssertionError"
    assert outbox.row(fine).state is OutgoingState.SENT


def test_who_lost_the_lease_writes_nothing(outbox: Outbox, dispatcher: Dispatcher) -> None:
    row = outbox.put(outbox.contact(), "halo")
    with outbox.database.writing() as session:
        (stalled,) = claim(session, 1, LATER)
    dispatcher.run(at=LATER + LEASE)
    with outbox.database.writing() as session:
        record(session, [refused(stalled, BUSY, LATER + LEASE)], LATER + LEASE)
    assert outbox.row(row).state is OutgoingState.SENT


def test_when_the_carrier_is_back_what_waited_goes_at_once(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    tried_in_vain(outbox, carrier, dispatcher, DOWN)
    outbox.put(outbox.contact(), "baru")
    dispatcher.run(at=LATER + timedelta(seconds=70))  # the next try of the other was to be at 122
    assert carrier.texts == ["baru", "lama"]


def test_a_modem_that_sends_does_not_hurry_what_twilio_put_off(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    outbox.change(Sender, outbox.senders[Channel.SMS], modem="balikpapan")
    tried_in_vain(outbox, carrier, dispatcher, DOWN)
    outbox.put(outbox.contact(Channel.SMS), "lewat modem")
    dispatcher.run(at=LATER + timedelta(seconds=70))
    assert carrier.texts == ["lewat modem"]


@pytest.mark.parametrize("fault", [BUSY, DeliveryFailed("30003", Remedy.AGAIN)])
def test_who_was_too_quick_or_out_of_reach_waits_all_the_same(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, fault: Exception
) -> None:
    tried_in_vain(outbox, carrier, dispatcher, fault)
    outbox.put(outbox.contact(), "baru")
    dispatcher.run(at=LATER + timedelta(seconds=70))
    assert carrier.texts == ["baru"]


def test_a_carrier_that_comes_and_goes_is_not_asked_at_every_success(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [DOWN]
    outbox.put(outbox.contact(), "lama")
    dispatcher.run(at=LATER)
    outbox.put(outbox.contact(), "baru")
    dispatcher.run(at=LATER + timedelta(seconds=1))
    assert carrier.texts == ["baru"]


def tried_in_vain(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, fault: Exception) -> None:
    """Four times within a minute, seconds after each was due: a slow machine takes its time."""
    carrier.faults = [fault] * 4
    outbox.put(outbox.contact(), "lama")
    for seconds in (0, 8, 27, 62):
        dispatcher.run(at=LATER + timedelta(seconds=seconds))
    assert carrier.faults == []
