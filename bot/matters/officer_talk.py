"""A conversation in an officer's hands: the bot is silent until it is handed back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, select

from bot.effects import Start
from bot.matters.data_rights import ANSWERS
from bot.matters.news import news
from bot.says import Option, Say
from bot.scene import Scene
from bot.wording import Moment
from notifications import windows
from registry import families, tickets
from registry.calendar.working_time import OpeningHours
from registry.models import Case, Office, Ticket, Upload
from registry.rights import complaints

LATER = (Option("!continue", "option-to-loket"), Option("!menu", "option-menu"))
VOICE_IS_RECENT = timedelta(hours=1)
TALK = ("officer_took", "officer_said", "officer_closed", "officer_handed_on", "officer_texted")
UNREAD = timedelta(days=3)  # so long an officer's words wait for a citizen who was told of them
MINUTES_EACH = 4  # what one waiting conversation takes an officer, roughly


def hand_to_officer(scene: Scene) -> Sequence[Say | Start]:
    """Opens a ticket; out of hours it says when it will be answered."""
    office = scene.home
    ticket = tickets.open_ticket(scene.session, scene.citizen, scene.contact, office.id, scene.at)
    scene.state.hand_over(ticket.id)
    scene.state.ticket_told_at = scene.at.isoformat()
    told = scene.state.ticket_told
    scene.state.ticket_told = told or _sent_voice(scene)
    hours = OpeningHours.from_json(scene.session.get_one(Office, office.id).hours)
    opening = hours.next_opening(scene.at)
    scene.state.officer_away = opening > scene.at
    if opening > scene.at:
        args = {"hours": office.hours, "answered": Moment(opening, office.timezone)}
        return [Say("officer-still-away", args) if told else Say("officer-later", args, LATER)]
    ahead = tickets.waiting_ahead(scene.session, ticket)
    args = {"ahead": ahead, "minutes": max(5, (ahead + 1) * MINUTES_EACH // 5 * 5)}
    return [Say("officer-in-line" if told else "officer-waiting", args)]


def _sent_voice(scene: Scene) -> bool:
    """A voice note just sent is a message to the officer: nobody else can hear it."""
    lately = Upload.contact_id == scene.known.id, col(Upload.created_at) > scene.at - VOICE_IS_RECENT
    return scene.session.exec(select(Upload.id).where(*lately, Upload.kind == "voice").limit(1)).first() is not None


def many_families(case: Case, scene: Scene) -> Sequence[Say]:
    """A telephone that files for many families: the request is taken, and an officer sees to it that all is well. The
    bot goes on; the officer speaks when they come."""
    if families.FLAG not in case.flags:
        return []
    tickets.open_ticket(scene.session, scene.citizen, scene.contact, case.office_id, scene.at)
    signal = families.look(scene.session, scene.contact, scene.session.get_one(Office, case.office_id), scene.at)
    return [Say("many-families", {"n": signal.families}, separate=True)]


def open_complaint(words: Sequence[str], scene: Scene) -> Sequence[Say | Start]:
    """Goes to a supervisor alone; the bot stays in the conversation."""
    office = scene.session.get_one(Office, scene.home.id)
    complaint = complaints.file(scene.session, scene.citizen, scene.contact, office, words, scene.at)
    answered = Moment(complaint.due_at, office.timezone)
    by = "head" if complaint.escalated else "supervisor"
    return [Say("complaint-noted", {"number": complaint.number, "answered": answered, "by": by})]


def leave_officer(scene: Scene, *, to_menu: bool = False, withdrawn: bool = False) -> Sequence[Say | Start]:
    """What the citizen wrote for an officer stays in the queue; where nothing was written nobody needs to come."""
    waits = scene.state.ticket_told and not scene.state.officer_talks and not withdrawn
    if scene.state.ticket is not None and not waits:
        tickets.give_up(scene.session, scene.citizen, scene.state.ticket, scene.at)
    told = [Say("officer-given-up")] if withdrawn else [Say("officer-keeps")] if waits else []
    menu = [Start("menu")] if to_menu or not scene.state.top else []
    return [*told, *_come_back(scene), *menu]


def _come_back(scene: Scene) -> Sequence[Say | Start]:
    """The bot speaks again, and tells what it kept to itself; to who wants no notices it tells nothing yet."""
    if scene.known.opted_out_at is not None:
        scene.state.come_back()
        return []
    kept, scene.state.postponed = scene.state.postponed, []
    scene.state.come_back()
    return [said for body in kept for said in news(body, scene)]


def officer_word(body: dict[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """What an officer did or said, as the citizen reads it."""
    if scene.known.opted_out_at is not None:
        return _kept_back(body, scene)
    match body["name"]:
        case "officer_took":
            _talks(body, scene)
            return [Say("officer-took", {"officer": body["officer"]}, template="officer_wrote")]
        case "officer_said":
            _talks(body, scene)
            return [_said(body)]
        case "officer_texted":
            return [Say("officer-texted", {"officer": body["officer"], "text": body["text"]})]
        case "officer_handed_on":
            scene.state.officer_talks = False  # another comes; what is written meanwhile waits for them
            return [Say("officer-handed-on", {"officer": body["officer"]}, template="officer_wrote")]
        case "officer_closed":
            closed = Say("officer-closed", {"officer": body["officer"]}, template="officer_wrote")
            return [closed, *_come_back(scene)]
        case "complaint_answered":
            args = {"number": body["number"], "text": body["text"], "by": body.get("by", "supervisor")}
            return [Say("complaint-answered", args, template="request_answered")]
    return ANSWERS[body["name"]](body, scene)


def _kept_back(body: dict[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """What an officer wrote just when BERHENTI came stays in the outbox, where they see it."""
    match body["name"]:
        case "officer_said":
            return [replace(_said(body), template=None, last=True)]
        case "officer_closed":
            _come_back(scene)
        case "officer_took" | "officer_handed_on" | "officer_texted":
            pass
        case _:
            scene.state.keep_back(body)
    return []


def _said(body: dict[str, Any]) -> Say:
    """A PDF may go with it, or alone."""
    key = "officer-said" if body["text"] else "officer-enclosed"
    args, enclosure = {"officer": body["officer"], "text": body["text"]}, body.get("enclosure_id")
    return Say(key, args, template="officer_wrote", separate=enclosure is not None, enclosure_id=enclosure)


def _talks(body: dict[str, Any], scene: Scene) -> None:
    scene.state.hand_over(body["ticket_id"])
    scene.state.officer_talks = True
    a_word_came(scene)


def a_word_came(scene: Scene) -> None:
    """Of either of them. One timer lies in the inbox; a second one only when it must come sooner than that."""
    state = scene.state
    state.last_word_at = scene.at.isoformat()
    until = _quiet_from(scene).isoformat()
    if state.quiet is None or state.quiet["ticket"] != state.ticket or state.quiet["until"] > until:
        _wait_for_quiet(scene, until)


def _wait_for_quiet(scene: Scene, until: str) -> None:
    scene.state.quiet = {"ticket": scene.state.ticket, "until": until}
    scene.later("quiet", datetime.fromisoformat(until), **scene.state.quiet)


def fallen_silent(body: dict[str, Any], scene: Scene) -> Sequence[Say | Start]:
    """A talk's timer has come. It counts when it is the last one set, and goes back when words came since."""
    state = scene.state
    if state.quiet is None or state.quiet != {"ticket": body["ticket"], "until": body["until"]}:
        return []
    if state.ticket == body["ticket"] and scene.at < (until := _quiet_from(scene)):
        _wait_for_quiet(scene, until.isoformat())
        return []
    state.quiet = None
    officer = tickets.fall_silent(scene.session, body["ticket"], scene.at)
    if officer is None or state.ticket != body["ticket"]:
        return []
    if scene.known.opted_out_at is not None:
        return _come_back(scene)
    return [Say("officer-quiet", {"officer": officer}, template="officer_wrote"), *_come_back(scene)]


def _quiet_from(scene: Scene) -> datetime:
    """Outside the 24 hours the officer's words wait for the citizen's answer, and so do we."""
    office = scene.session.get_one(Office, scene.session.get_one(Ticket, scene.state.ticket).office_id)
    last = datetime.fromisoformat(scene.state.last_word_at or scene.at.isoformat())
    readable = windows.is_open(scene.known.channel, scene.contact.window_until, scene.at)
    return last + (timedelta(minutes=office.quiet_minutes) if readable else UNREAD)
