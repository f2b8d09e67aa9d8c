"""One conversation in an officer's hands: the whole chat, replies, notes between officers, handed on and closed."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlmodel import Session

from backoffice import chat, officers
from backoffice.access import CHECKERS, SUPERVISOR, actor, desk, opens
from backoffice.acting import Change, act, carry_out, typed
from backoffice.parts import parts
from backoffice.polling import unless_known
from backoffice.ready_replies import ready_replies
from backoffice.words import person_of
from notifications import again
from notifications.queues import Queue
from registry import audit, tickets
from registry.actors import Actor, NotFound
from registry.desk import queue
from registry.lifecycle import Refused
from registry.models import CloseReason, Contact, Office, Ticket, TicketState
from registry.models.contacts import is_open
from registry.tickets import notes
from registry.tickets.texting import LONGEST_SMS, twin
from registry.uploads.inspect import inspect
from registry.uploads.keeping import MAX_BYTES, stored_values
from registry.uploads.verdict import Kind, NotAcceptable, Refusal

NO_PDF = {
    Refusal.LOCKED_PDF: "refused-pdf-locked",
    Refusal.TOO_LARGE: "refused-pdf-large",
    Refusal.TOO_MANY_PAGES: "refused-photo-too-many-pages",
}


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
        lines = _lines(session, ticket)
    return unless_known(render_template("desk/_lines.html", lines=lines, talking=_talking(ticket)))


@desk.get("/percakapan/<int:ticket_id>/keadaan")
@opens(*CHECKERS)
def poll_ticket_state(ticket_id: int) -> ResponseReturnValue:
    """Who holds it, its state and its clock; and whether that is no more what the open page was made for."""
    at = parts().clock()
    with parts().database.reading() as session:
        ticket = _seen(session, actor(), ticket_id)
        contact = session.get_one(Contact, ticket.contact_id)
        cases = queue.latest_of(session, contact.id, ticket.office_id)
        holder = officers.names(session, [ticket.officer_id]).get(ticket.officer_id)
    known = request.args.get("keadaan"), bool(request.args.get("mine"))
    shown = render_template(
        "desk/_ticket_state.html",
        ticket=ticket, contact=contact, cases=cases, holder=holder,
        mine=ticket.officer_id == current_user.officer.id,
        is_open=is_open(contact.channel, contact.window_until, at),
        changed=known != (ticket.state.value, _talking(ticket)),
    )  # fmt: skip
    return unless_known(shown)


@desk.get("/percakapan/<int:ticket_id>/nasib")
@opens(*CHECKERS)
def poll_fate(ticket_id: int) -> ResponseReturnValue:
    """What will become of a reply, above its field: the citizen may write meanwhile, or the 24 hours end."""
    with parts().database.reading() as session:
        ticket = _seen(session, actor(), ticket_id)
        contact = session.get_one(Contact, ticket.contact_id)
        fate = tickets.fate_of(session, ticket, contact, parts().clock())
    return unless_known(render_template("desk/_fate.html", fate=fate.value, longest_sms=LONGEST_SMS))


@desk.post("/percakapan/<int:ticket_id>/ambil")
@opens(*CHECKERS)
def take_ticket(ticket_id: int) -> ResponseReturnValue:
    over = request.form.get("over", type=int)
    return _do(ticket_id, lambda s, who, at: tickets.take(s, who, ticket_id, at, over), "ticket_taken")


@desk.post("/percakapan/<int:ticket_id>/balas")
@opens(*CHECKERS)
def reply(ticket_id: int) -> ResponseReturnValue:
    """Tells what becomes of it: it goes, or a notice goes and it waits."""
    return carry_out(
        lambda: _say(ticket_id),
        again=lambda refusal: _page(ticket_id, refusal),
        then=url_for("desk.show_ticket", ticket_id=ticket_id),
        done="officer_said",
    )


@desk.post("/percakapan/<int:ticket_id>/kirim-lagi")
@opens(*CHECKERS)
def send_again(ticket_id: int) -> ResponseReturnValue:
    """What the carrier refused, once more."""
    message = request.form.get("message", 0, type=int)
    answer = _do(ticket_id, lambda s, who, at: _again(s, who, ticket_id, message, at), "officer_sent_again")
    parts().waker.wake(Queue.SEND)
    return answer


@desk.post("/percakapan/<int:ticket_id>/catatan")
@opens(*CHECKERS)
def note_on_ticket(ticket_id: int) -> ResponseReturnValue:
    text = typed("note")
    return _do(ticket_id, lambda s, who, at: notes.write_on_ticket(s, who, ticket_id, text, at), "note_written")


@desk.post("/percakapan/<int:ticket_id>/teruskan")
@opens(*CHECKERS)
def hand_on_ticket(ticket_id: int) -> ResponseReturnValue:
    to = typed("to")
    return _do(ticket_id, lambda s, who, at: tickets.hand_on(s, who, ticket_id, to, at), "ticket_handed_on")


@desk.post("/percakapan/<int:ticket_id>/tutup")
@opens(*CHECKERS)
def close_ticket(ticket_id: int) -> ResponseReturnValue:
    reason = typed("reason")
    return act(
        lambda s, who, at: tickets.close(s, who, ticket_id, at, reason),
        again=lambda refusal: _page(ticket_id, refusal),
        then=url_for("desk.show_tickets", tab="mine"),
        done="ticket_closed",
    )


def _again(session: Session, who: Actor, ticket_id: int, message: int, at: datetime) -> None:
    ticket = tickets.speak_again(session, who, ticket_id, at)
    contact, office = session.get_one(Contact, ticket.contact_id), session.get_one(Office, ticket.office_id)
    texted = twin(session, contact, office)
    again.send_again(session, message, {contact.id} | ({texted.id} if texted else set()), at)


def _say(ticket_id: int) -> str:
    file = _enclosed()
    try:
        with parts().database.writing() as session:
            fate = tickets.say(session, actor(), ticket_id, typed("text"), parts().clock(), file)
    except Exception:
        if file:
            parts().store.delete(file["object_key"])
        raise
    parts().waker.wake(Queue.DRAIN)
    return fate.value


def _enclosed() -> dict[str, Any] | None:
    """Cleaned and put away before the transaction."""
    sent = request.files.get("pdf")
    data = sent.read(MAX_BYTES + 1) if sent else b""
    if not data:
        return None
    try:
        found = inspect(data, max_bytes=MAX_BYTES)
    except NotAcceptable as refusal:
        raise Refused(NO_PDF.get(refusal.key, "refused-not-a-pdf"), **refusal.numbers) from None
    if found.kind is not Kind.PDF:
        raise Refused("refused-not-a-pdf")
    return stored_values(parts().store, found)


def _do(ticket_id: int, change: Change, done: str) -> ResponseReturnValue:
    return act(
        change,
        again=lambda refusal: _page(ticket_id, refusal),
        then=url_for("desk.show_ticket", ticket_id=ticket_id),
        done=done,
    )


def _page(ticket_id: int, refusal: str | None = None) -> str:
    at = parts().clock()
    with parts().database.writing() as session:
        ticket = _seen(session, actor(), ticket_id)
        contact = session.get_one(Contact, ticket.contact_id)
        cases = queue.latest_of(session, contact.id, ticket.office_id)
        mine = ticket.officer_id == current_user.officer.id
        shown: dict[str, Any] = {
            "lines": _lines(session, ticket),
            "holder": officers.names(session, [ticket.officer_id]).get(ticket.officer_id),
            "replies": ready_replies(session, actor(), contact, cases) if mine else [],
            "colleagues": tickets.colleagues(session, actor()) if mine else [],
        }
        fate = tickets.fate_of(session, ticket, contact, at)
        if refusal is None:
            audit.record(session, actor(), "chat_viewed", subject=f"ticket:{ticket.id}")
    return render_template(
        "desk/ticket.html", **shown,
        ticket=ticket, contact=contact, cases=cases, refusal=refusal, at=at, mine=mine,
        talking=_talking(ticket), may_take=ticket.for_role is None or ticket.for_role in current_user.officer.roles,
        may_take_over=ticket.state.value == "open" and not mine and current_user.may(SUPERVISOR),
        is_open=is_open(contact.channel, contact.window_until, at), fate=fate.value, longest_sms=LONGEST_SMS,
        person=person_of(cases[0]) if cases else "", longest=tickets.LONGEST_REPLY, roles=tickets.ROLES,
        close_reasons=list(CloseReason), typed={name: typed(name) if refusal else "" for name in ("text", "note")},
    )  # fmt: skip


def _talking(ticket: Ticket) -> bool:
    return ticket.state is TicketState.OPEN and ticket.officer_id == current_user.officer.id


def _lines(session: Session, ticket: Ticket) -> list[chat.Line]:
    contact, office = session.get_one(Contact, ticket.contact_id), session.get_one(Office, ticket.office_id)
    found = chat.with_texts(session, chat.lines(session, contact.id, actor()), contact, office)
    return chat.with_notes(session, found, ticket)


def _seen(session: Session, who: Actor, ticket_id: int) -> Ticket:
    """Raises NotFound for another office's."""
    ticket = session.get(Ticket, ticket_id)
    if ticket is None or ticket.office_id != who.office_id:
        raise NotFound
    return ticket
