"""Conversations handed to an officer: who waits, the whole chat, the reply, and back to the bot."""

from __future__ import annotations

from typing import Any

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session, col, select

from backoffice import chat, officers
from backoffice.access import CHECKERS, actor, desk, opens
from backoffice.acting import Change, act, typed
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.words import person_of
from registry import audit, queue, tickets
from registry.actors import Actor, NotFound
from registry.models import Case, Contact, Ticket


@desk.get("/percakapan")
@opens(*CHECKERS)
def show_tickets() -> ResponseReturnValue:
    return render_template("desk/tickets.html", **_waiting())


@desk.get("/percakapan/isi")
@opens(*CHECKERS)
def poll_tickets() -> ResponseReturnValue:
    return unless_known(render_template("desk/_tickets.html", **_waiting()))


@desk.get("/percakapan/<int:ticket_id>")
@opens(*CHECKERS)
def show_ticket(ticket_id: int) -> ResponseReturnValue:
    return _page(ticket_id)


@desk.get("/percakapan/<int:ticket_id>/isi")
@opens(*CHECKERS)
def poll_ticket(ticket_id: int) -> ResponseReturnValue:
    """The lines alone, for a page that is open: no look of its own, and nothing when nothing is new."""
    with parts().database.reading() as session:
        ticket = _seen(session, actor(), ticket_id)
        lines = chat.lines(session, ticket.contact_id, actor())
    return unless_known(render_template("desk/_lines.html", lines=lines))


@desk.post("/percakapan/<int:ticket_id>/ambil")
@opens(*CHECKERS)
def take_ticket(ticket_id: int) -> ResponseReturnValue:
    return _do(ticket_id, lambda s, who, at: tickets.take(s, who, ticket_id, at), "ticket_taken")


@desk.post("/percakapan/<int:ticket_id>/balas")
@opens(*CHECKERS)
def reply(ticket_id: int) -> ResponseReturnValue:
    text = typed("text")
    return _do(ticket_id, lambda s, who, at: tickets.say(s, who, ticket_id, text, at), "officer_said")


@desk.post("/percakapan/<int:ticket_id>/tutup")
@opens(*CHECKERS)
def close_ticket(ticket_id: int) -> ResponseReturnValue:
    return act(
        lambda s, who, at: tickets.close(s, who, ticket_id, at),
        again=lambda refusal: _page(ticket_id, refusal),
        then=url_for("desk.show_tickets"),
        done="ticket_closed",
    )


def _waiting() -> dict[str, Any]:
    with parts().database.reading() as session:
        waiting = tickets.open_tickets(session, actor())
        return {
            "waiting": waiting,
            "names": officers.names(session, [ticket.officer_id for ticket in waiting]),
            "people": _people(session, waiting),
        }


def _do(ticket_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: _page(ticket_id, refusal),
        then=url_for("desk.show_ticket", ticket_id=ticket_id),
        done=done,
    )


def _page(ticket_id: int, refusal: str | None = None) -> str:
    with parts().database.writing() as session:
        ticket = _seen(session, actor(), ticket_id)
        contact = session.get_one(Contact, ticket.contact_id)
        cases = queue.latest_of(session, contact.id, ticket.office_id)
        lines = chat.lines(session, contact.id, actor())
        names = officers.names(session, [ticket.officer_id])
        if refusal is None:
            audit.record(session, actor(), "chat_viewed", subject=f"ticket:{ticket.id}", at=parts().clock())
    return render_template(
        "desk/ticket.html",
        ticket=ticket, contact=contact, cases=cases, lines=lines, refusal=refusal, at=parts().clock(),
        holder=names.get(ticket.officer_id), mine=ticket.officer_id == current_user.officer.id,
        person=person_of(cases[0]) if cases else "", longest=tickets.LONGEST_REPLY,
        typed=typed("text") if refusal else "",
    )  # fmt: skip


def _seen(session: Session, who: Actor, ticket_id: int) -> Ticket:
    """Raises NotFound for another office's."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None or ticket.office_id != who.office_id:
        raise NotFound
    return ticket


def _people(session: Session, found: list[Ticket]) -> dict[int, str]:
    """The name on each contact's latest case in this office."""
    contacts = [ticket.contact_id for ticket in found]
    query = select(Case).where(col(Case.contact_id).in_(contacts), Case.office_id == current_user.office.id)
    return {case.contact_id: person_of(case) for case in session.exec(query.order_by(col(Case.id))).all()}
