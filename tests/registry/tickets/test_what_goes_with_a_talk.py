"""With the messages of a talk go the notes on it, and the files that officers sent in it."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from registry import tickets
from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import Channel, Contact, Enclosure, Event, EventKind, EventState, Remnant, Ticket, TicketNote
from registry.retention import contacts, messages
from registry.tickets import enclosures, notes
from tests.registry.desk import MONDAY, Desk

KEPT = {"object_key": 32 * "0", "size": 9}


def talk(desk: Desk) -> int:
    """A message, and a day later a note on it and a file. The message's event."""
    officer, later = desk.officers[Role.COUNTER], MONDAY + timedelta(days=1)
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        event = Event(contact_id=contact.id, channel=Channel.WHATSAPP, kind=EventKind.MESSAGE, body={"text": "halo"},
                      state=EventState.PROCESSED, received_at=MONDAY)  # fmt: skip
        session.add(event)
        ticket = tickets.open_ticket(session, Actor.citizen(contact), contact, desk.office_id, MONDAY)
        notes.write_on_ticket(session, officer, ticket.id, "Sudah dicek.", MONDAY)
        notes.write_on_ticket(session, officer, ticket.id, "Masih ditunggu.", later)
        enclosures.enclose(session, ticket, KEPT, MONDAY)
        session.flush()
        return event.id


def test_they_go_with_the_messages_of_their_time(desk: Desk) -> None:
    event_id = talk(desk)
    with desk.database.writing() as session:
        messages.erase(session, desk.contact_id, [session.get_one(Event, event_id)], MONDAY + timedelta(days=40))
    with desk.database.reading() as session:
        assert [note.text for note in session.exec(select(TicketNote))] == ["Masih ditunggu."]
        assert session.exec(select(Enclosure)).all() == []
        assert [remnant.key for remnant in session.exec(select(Remnant))] == [KEPT["object_key"]]


def test_the_rest_goes_with_the_contact(desk: Desk) -> None:
    event_id, at = talk(desk), MONDAY + timedelta(days=40)
    with desk.database.writing() as session:
        messages.erase(session, desk.contact_id, [session.get_one(Event, event_id)], at)
        assert contacts.forget_if_bare(session, contacts.hold(session, desk.contact_id), at)
    with desk.database.reading() as session:
        assert session.exec(select(TicketNote)).all() == [] and len(session.exec(select(Ticket)).all()) == 1
