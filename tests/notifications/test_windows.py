"""Outside the 24 hours: the template goes, the text waits for the citizen's answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from notifications import receipts, windows
from notifications.channels.carrier import DeliveryFailed, Outbound, Remedy
from notifications.dispatch import Dispatcher
from notifications.outbox import Message
from registry.models import Channel, Contact, Content, Outgoing, OutgoingState, Trouble, TroubleKind
from registry.models.contacts import WINDOW
from tests.fakes import FakeCarrier
from tests.notifications.conftest import NOON, WHATSAPP_SENDER, Outbox, no_links, sorry

LATER = NOON + timedelta(minutes=1)
YESTERDAY = NOON - timedelta(hours=1)
READY = Message("KK Anda sudah terbit.", template="case_news", variables=("BPP-00412",), notice="Kabar dari Loket")
CLOSED = DeliveryFailed("63016", Remedy.TEMPLATE)


@pytest.fixture
def dispatcher(outbox: Outbox, carrier: FakeCarrier) -> Dispatcher:
    outbox.form("case_news", "HX1", approval="approved")
    outbox.form("not_yet", "HX2", approval="pending")
    return Dispatcher(outbox.database, carrier, no_links, sorry)


def answer(outbox: Outbox, contact: Contact, at: datetime = LATER) -> int:
    with outbox.database.writing() as session:
        return windows.open_anew(session, session.get_one(Contact, contact.id), at, at)


def open_until(outbox: Outbox, contact: Contact) -> datetime | None:
    with outbox.database.reading() as session:
        return session.get_one(Contact, contact.id).window_until


def test_a_closed_window_sends_the_template_and_holds_the_text(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact(open_until=YESTERDAY)
    row = outbox.put(contact, READY)
    dispatcher.run(at=LATER)
    assert [out for _, out in carrier.sent] == [Outbound(content_sid="HX1", variables=("BPP-00412",))]
    assert [row.state for row in outbox.all_of(contact)] == [OutgoingState.HELD, OutgoingState.SENT]
    assert [row.body["notice"] for row in outbox.all_of(contact)] == ["Kabar dari Loket"] * 2
    assert answer(outbox, contact) == 1
    dispatcher.run(at=LATER)
    assert (carrier.texts[-1], outbox.row(row).state) == (READY.text, OutgoingState.SENT)


@pytest.mark.parametrize("gone", [True, False])
def test_what_was_held_in_a_backup_is_looked_up_before_it_goes(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, gone: bool
) -> None:
    contact = outbox.contact(open_until=YESTERDAY)
    row = outbox.put(contact, READY)
    outbox.change(Outgoing, row, state=OutgoingState.HELD, leased_until=NOON)
    if gone:
        carrier.send(WHATSAPP_SENDER, contact.address, Outbound(READY.text))
    answer(outbox, contact)
    dispatcher.run(at=LATER)
    assert (carrier.texts, outbox.row(row).sid) == ([READY.text], carrier.sids[0])


@pytest.mark.parametrize("template", [None, "not_yet", "unheard_of"])
def test_without_an_approved_template_the_text_waits(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher, template: str | None
) -> None:
    contact = outbox.contact(open_until=YESTERDAY)
    row = outbox.put(contact, Message("Halo", template=template))
    dispatcher.run(at=LATER)
    assert (carrier.sent, outbox.row(row).state, outbox.row(row).error) == ([], OutgoingState.HELD, windows.UNTOLD)


def test_a_template_that_is_not_approved_needs_attention_until_it_is(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    """Then whoever was not told is told, once of all that waits."""
    contact = outbox.contact(open_until=YESTERDAY)
    for text in ("Halo", "Satu lagi"):
        outbox.put(contact, Message(text, template="not_yet"))
    dispatcher.run(at=LATER)
    assert troubles(outbox) == [(TroubleKind.TEMPLATE, "not_yet", 2)]
    with outbox.database.writing() as session:
        session.exec(select(Content).where(Content.name == "not_yet")).one().approval = "approved"
        windows.approved(session, "not_yet", LATER)
    dispatcher.run(at=LATER)
    assert [out.content_sid for _, out in carrier.sent] == ["HX2"]
    assert troubles(outbox) == []


def troubles(outbox: Outbox) -> list[tuple[TroubleKind, str, int]]:
    with outbox.database.reading() as session:
        return [(each.kind, each.subject, each.times) for each in session.exec(select(Trouble))]


def test_what_is_held_does_not_block_what_comes_after(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact(open_until=YESTERDAY)
    outbox.put(contact, "pertama")
    dispatcher.run(at=LATER)
    outbox.change(Contact, contact.id, window_until=LATER + WINDOW)
    outbox.put(contact, "kedua")
    dispatcher.run(at=LATER)
    assert carrier.texts == ["kedua"]


def test_the_carrier_knows_better_that_the_window_is_closed(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [CLOSED]
    contact = outbox.contact()
    row = outbox.put(contact, READY)
    dispatcher.run(at=LATER)
    assert [out.content_sid for _, out in carrier.sent] == ["HX1"]
    assert outbox.row(row).state is OutgoingState.HELD


def test_a_template_that_meets_a_closed_window_is_failed(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    carrier.faults = [CLOSED]
    contact = outbox.contact(open_until=YESTERDAY)
    outbox.put(contact, READY)
    dispatcher.run(at=LATER)
    assert [row.state for row in outbox.all_of(contact)] == [OutgoingState.HELD, OutgoingState.FAILED]


def test_sms_has_no_window(outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher) -> None:
    outbox.put(outbox.contact(Channel.SMS, open_until=YESTERDAY), "halo")
    dispatcher.run(at=LATER)
    assert carrier.texts == ["halo"]


def test_a_receipt_that_the_window_was_closed_brings_the_template(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact()
    row = outbox.put(contact, READY)
    dispatcher.run(at=LATER)
    with outbox.database.writing() as session:
        receipts.record(session, carrier.sids[0], "failed", "63016", LATER)
    dispatcher.run(at=LATER + timedelta(seconds=1))
    assert [out.content_sid for _, out in carrier.sent] == [None, "HX1"]
    assert outbox.row(row).state is OutgoingState.HELD


@pytest.mark.parametrize("ends_in", [timedelta(hours=-1), timedelta(0), timedelta(minutes=59)])
def test_what_may_have_been_held_by_a_clock_that_is_ahead_is_let_go(outbox: Outbox, ends_in: timedelta) -> None:
    contact = outbox.contact(open_until=LATER + ends_in)
    row = outbox.put(contact, READY)
    outbox.change(Outgoing, row, state=OutgoingState.HELD)
    assert answer(outbox, contact) == 1
    assert (outbox.row(row).state, open_until(outbox, contact)) == (OutgoingState.QUEUED, LATER + WINDOW)


def test_the_windows_end_is_written_when_it_moves_by_a_minute_and_never_goes_back(outbox: Outbox) -> None:
    contact = outbox.contact()
    for seconds, kept in ((0, 0), (59, 0), (60, 60), (30, 60), (150, 150)):
        answer(outbox, contact, LATER + timedelta(seconds=seconds))
        assert open_until(outbox, contact) == LATER + timedelta(seconds=kept) + WINDOW


def test_the_same_notice_goes_once_until_the_citizen_answers(
    outbox: Outbox, carrier: FakeCarrier, dispatcher: Dispatcher
) -> None:
    contact = outbox.contact(open_until=YESTERDAY)
    for message in (READY, READY, replace(READY, variables=("BPP-00413",))):
        outbox.put(contact, message)
    dispatcher.run(at=LATER)
    assert [out.variables for _, out in carrier.sent] == [("BPP-00412",), ("BPP-00413",)]
    assert [row.error for row in outbox.all_of(contact)] == [None] * 5
