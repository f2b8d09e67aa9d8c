"""A conversation in an officer's hands: the bot is silent until it is handed back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.effects import Start
from bot.flow import OfficeCard, Option, Say
from bot.scene import Scene
from bot.wording import Moment
from registry import complaints, tickets
from registry.models import Office, Ticket, TicketState
from registry.working_time import OpeningHours

LATER = (Option("!continue", "option-continue"), Option("!menu", "option-menu"))
MINUTES_EACH = 4  # what one waiting conversation takes an officer, roughly


def hand_to_officer(scene: Scene) -> Sequence[Say | Start]:
    """Opens a ticket; out of hours it says when it will be answered."""
    office = scene.office or _first_known(scene)
    ticket = tickets.open_ticket(scene.session, scene.citizen, scene.contact, office.id, scene.at)
    scene.state.ticket, scene.state.ticket_told = ticket.id, False
    hours = OpeningHours.from_json(scene.session.get_one(Office, office.id).hours)
    opening = hours.next_opening(scene.at)
    if opening > scene.at:
        args = {"hours": office.hours, "answered": Moment(opening, office.timezone)}
        return [Say("officer-later", args, LATER)]
    ahead = tickets.waiting_ahead(scene.session, ticket)
    return [Say("officer-waiting", {"ahead": ahead, "minutes": max(5, (ahead + 1) * MINUTES_EACH // 5 * 5)})]


def open_complaint(words: Sequence[str], scene: Scene) -> Sequence[Say | Start]:
    """Goes to a supervisor alone; the bot stays in the conversation."""
    office = scene.session.get_one(Office, (scene.office or _first_known(scene)).id)
    complaint = complaints.file(scene.session, scene.citizen, scene.contact, office, words, scene.at)
    answered = Moment(complaint.due_at, office.timezone)
    return [Say("complaint-noted", {"number": complaint.number, "answered": answered})]


def _first_known(scene: Scene) -> OfficeCard:
    """A shared number before any office was chosen: the first office's officers sort it out."""
    return scene.offices[0]


def leave_officer(scene: Scene) -> Sequence[Say | Start]:
    """The citizen goes back to the bot: a ticket that nobody took yet is closed with it."""
    ticket = scene.session.get(Ticket, scene.state.ticket)
    if ticket and ticket.state is TicketState.WAITING:
        ticket.state, ticket.closed_at = TicketState.CLOSED, scene.at
        scene.session.add(ticket)
    scene.state.ticket = None
    return [] if scene.state.top else [Start("menu")]


def officer_word(body: dict[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """What an officer did or said, as the citizen reads it."""
    match body["name"]:
        case "officer_took":
            scene.state.ticket = body["ticket_id"]
            return [Say("officer-took", {"officer": body["officer"]})]
        case "officer_said":
            return [Say("officer-said", {"text": body["text"]})]
        case "officer_closed":
            scene.state.ticket = None
            return [Say("officer-closed", {"officer": body["officer"]})]
        case "complaint_answered":
            args = {"number": body["number"], "text": body["text"]}
            return [Say("complaint-answered", args, template="request_answered")]
    raise LookupError(f"No officer's word is called {body['name']}")
