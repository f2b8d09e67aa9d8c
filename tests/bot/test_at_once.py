"""Messages that arrive in the same moment: each is answered, in order, once."""

from __future__ import annotations

from sqlmodel import Session

from notifications.outbox import Message
from registry.database import Database
from registry.models import Contact, Conversation, Event, EventKind, EventState, Outgoing
from tests.bot.carrier_forms import CITIZEN, numbered, whatsapp
from tests.bot.conftest import Carrier

OTHER = "whatsapp:+6281200000013"


def test_the_same_message_twenty_times_at_once_is_answered_once(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    assert carrier.post_at_once(20 * [whatsapp("kk saya hilang")]) == 20 * [200]
    carrier.conversations.drain_due()
    assert len(carrier.rows(Contact)) == 1
    assert [event.state for event in carrier.events()] == [EventState.PROCESSED]
    assert len(carrier.texts()) == 1


def test_two_first_messages_at_once_are_one_conversation(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    carrier.post_at_once([numbered(whatsapp("kk saya hilang"), number) for number in (1, 2)])
    carrier.conversations.drain_due()
    assert (len(carrier.rows(Contact)), len(conversations(carrier))) == (1, 1)
    assert carrier.texts() == spoken_in_turn(carrier, 2)


def test_twenty_messages_at_once_go_as_if_one_after_the_other(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    forms = [numbered(whatsapp("kk saya hilang"), number) for number in range(1, 21)]
    assert carrier.post_at_once(forms) == 20 * [200]
    carrier.conversations.drain_due()
    answered = [row.event_id for row in carrier.rows(Outgoing)]
    assert answered == sorted(answered)
    assert carrier.texts() == spoken_in_turn(carrier, 20)
    together, in_turn = (timeless(conversation) for conversation in conversations(carrier))
    assert together == in_turn


def test_answers_lie_in_the_order_of_what_they_answer(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    forms = [numbered(whatsapp("bantuan", From=f"{CITIZEN}{n % 3}", ExternalUserId=""), n) for n in range(1, 19)]
    carrier.post_at_once(forms)
    carrier.conversations.drain_due()
    for contact in carrier.rows(Contact):
        answered = [row.event_id for row in carrier.rows(Outgoing) if row.contact_id == contact.id]
        heard = [event.id for event in carrier.events() if event.contact_id == contact.id]
        assert list(dict.fromkeys(answered)) == heard


def test_the_worker_may_drain_while_messages_arrive(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    for number in range(1, 6):
        carrier.post(numbered(whatsapp("kk saya hilang"), number))
        assert carrier.conversations.drain_due() == set()
    assert carrier.texts() == spoken_in_turn(carrier, 5)


def timeless(conversation: Conversation) -> dict[str, object]:
    return {name: value for name, value in conversation.data.items() if not name.endswith(("_at", "_of"))}


def conversations(carrier: Carrier) -> list[Conversation]:
    with carrier.database.reading() as session:
        return [session.get_one(Conversation, contact.id) for contact in carrier.rows(Contact)]


def spoken_in_turn(carrier: Carrier, count: int) -> list[str]:
    """What another citizen hears who says the same without haste."""
    for number in range(101, 101 + count):
        carrier.post(numbered(whatsapp("kk saya hilang", From=OTHER, ExternalUserId="whatsapp:ID.2"), number))
    other = carrier.rows(Contact)[-1].id
    return [Message.from_body(row.body).text for row in carrier.rows(Outgoing) if row.contact_id == other]


def broken_row(database: Database, contact_id: int) -> int:
    """News of a case that there is not: the turn raises each time."""
    with database.writing() as session:
        contact = session.get_one(Contact, contact_id)
        return _put(session, contact, {"name": "document_issued", "case_id": 999_999})


def _put(session: Session, contact: Contact, body: dict[str, object]) -> int:
    event = Event(contact_id=contact.id, channel=contact.channel, kind=EventKind.CASE_EVENT, body=body)
    session.add(event)
    session.flush()
    return event.id


def test_a_row_that_cannot_be_worked_off_is_put_aside_and_the_next_is_answered(carrier_anywhere: Carrier) -> None:
    carrier = carrier_anywhere
    carrier.post(whatsapp("kk saya hilang"))
    row = broken_row(carrier.database, carrier.events()[0].contact_id)
    assert carrier.post(numbered(whatsapp("lanjut"), 2)) == 200
    first, broken, last = carrier.events()
    assert (broken.id, broken.state, broken.attempts) == (row, EventState.FAILED, 3)
    assert last.state is EventState.PROCESSED
    _, answer = carrier.texts()  # news that cannot be told is no citizen's loss of words: nobody apologises
    assert answer.startswith("KK hilang.")


def test_a_row_that_failed_leaves_the_conversation_as_it_was(carrier: Carrier) -> None:
    carrier.post(whatsapp("kk saya hilang"))
    (before,) = conversations(carrier)
    broken_row(carrier.database, carrier.events()[0].contact_id)
    carrier.conversations.drain_due()
    (after,) = conversations(carrier)
    assert before.data == after.data
