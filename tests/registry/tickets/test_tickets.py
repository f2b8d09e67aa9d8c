"""Conversations handed to an officer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session

from registry import tickets
from registry.actors import Actor
from registry.lifecycle import Refused, Role
from registry.models import Channel, Contact, Ticket, TicketState
from tests.registry.desk import MONDAY, Desk


def opened(desk: Desk) -> Ticket:
    with desk.database.writing() as session:
        contact = session.get_one(Contact, desk.contact_id)
        return tickets.open_ticket(session, desk.citizen(session), contact, desk.office_id, MONDAY)


def another_citizen(session: Session, desk: Desk, number: int) -> Contact:
    address = str(number).encode()
    sender = session.get_one(Contact, desk.contact_id).sender_id
    contact = Contact(sender_id=sender, channel=Channel.SMS, address="62", address_index=address)
    session.add(contact)
    session.flush()
    return contact


def officer(desk: Desk) -> Actor:
    return desk.officers[Role.COUNTER]


def test_asking_twice_keeps_the_ticket(desk: Desk) -> None:
    assert opened(desk).id == opened(desk).id


def test_those_who_asked_earlier_are_ahead(desk: Desk) -> None:
    with desk.database.writing() as session:
        queue = [
            tickets.open_ticket(
                session, desk.citizen(session), another_citizen(session, desk, n), desk.office_id,
                MONDAY + timedelta(minutes=n),
            )
            for n in range(3)
        ]  # fmt: skip
        tickets.take(session, officer(desk), queue[0].id, MONDAY)
        assert [tickets.waiting_ahead(session, ticket) for ticket in queue] == [0, 0, 1]


def test_a_taken_ticket_speaks_and_closes_in_the_chat(desk: Desk) -> None:
    ticket, name = opened(desk), f"P-{officer(desk).officer_id:02d}"
    with desk.database.writing() as session:
        tickets.take(session, officer(desk), ticket.id, MONDAY)
        tickets.take(session, officer(desk), ticket.id, MONDAY)
        tickets.say(session, officer(desk), ticket.id, "Selamat pagi.", MONDAY)
        tickets.close(session, officer(desk), ticket.id, MONDAY)
    assert [body["name"] for body in desk.told()] == ["officer_took", "officer_said", "officer_closed"]
    assert desk.told()[1] == {
        "name": "officer_said", "ticket_id": ticket.id, "officer": name, "officer_id": officer(desk).officer_id,
        "text": "Selamat pagi.",
    }  # fmt: skip


def test_only_who_took_it_speaks(desk: Desk) -> None:
    ticket, other = opened(desk), desk.hire(Role.COUNTER)
    with pytest.raises(Refused, match="refused-state"), desk.database.writing() as session:
        tickets.say(session, officer(desk), ticket.id, "Halo.", MONDAY)
    with desk.database.writing() as session:
        tickets.take(session, officer(desk), ticket.id, MONDAY)
    for act in (tickets.take, tickets.close):
        with pytest.raises(Refused, match="refused-taken"), desk.database.writing() as session:
            act(session, other, ticket.id, MONDAY)


def test_a_printer_takes_no_tickets(desk: Desk) -> None:
    ticket = opened(desk)
    with pytest.raises(Refused, match="refused-role"), desk.database.writing() as session:
        tickets.take(session, desk.officers[Role.PRINTING], ticket.id, MONDAY)


def test_who_needs_no_officer_any_more_leaves_the_queue(desk: Desk) -> None:
    ticket = opened(desk)
    with desk.database.writing() as session:
        tickets.give_up(session, desk.citizen(session), ticket.id, MONDAY)
        assert session.get_one(Ticket, ticket.id).state is TicketState.CLOSED


def test_once_an_officer_has_come_the_citizen_alone_closes_nothing(desk: Desk) -> None:
    ticket = opened(desk)
    with desk.database.writing() as session:
        tickets.take(session, officer(desk), ticket.id, MONDAY)
        tickets.give_up(session, desk.citizen(session), ticket.id, MONDAY)
        assert session.get_one(Ticket, ticket.id).state is TicketState.OPEN


def test_a_silent_talk_ends_and_a_waiting_ticket_does_not(desk: Desk) -> None:
    ticket, name = opened(desk), f"P-{officer(desk).officer_id:02d}"
    with desk.database.writing() as session:
        assert tickets.fall_silent(session, ticket.id, MONDAY) is None
        tickets.take(session, officer(desk), ticket.id, MONDAY)
        assert tickets.fall_silent(session, ticket.id, MONDAY) == name
        assert tickets.fall_silent(session, ticket.id, MONDAY) is None
    with pytest.raises(Refused, match="refused-state"), desk.database.writing() as session:
        tickets.say(session, officer(desk), ticket.id, "Halo.", MONDAY)
