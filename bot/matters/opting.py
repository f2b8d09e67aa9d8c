"""BERHENTI and MULAI: what would have been told meanwhile is told when the citizen is back, as it stands then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from bot.effects import (
    BookVisit,
    BookVisitInstead,
    ChooseHandover,
    DeleteData,
    HandToOfficer,
    OpenCase,
    OpenComplaint,
    OptOut,
    RequestData,
    Start,
)
from bot.matters import vans
from bot.matters.news import news
from bot.matters.officer_talk import TALK, officer_word
from bot.matters.standing import cases_of, standing
from bot.says import Say
from bot.scene import Scene
from notifications import outbox
from registry import audit
from registry.lifecycle import ENDED
from registry.models import Case, Event, EventKind, Outgoing, OutgoingKind, OutgoingState

Told = Sequence[Say | Start]
DELETION = "delete_data"

# What these end with promises a word later, which will not come.
PROMISING = (
    OpenCase, ChooseHandover, HandToOfficer, OpenComplaint, RequestData, DeleteData, BookVisit, BookVisitInstead
)  # fmt: skip


def opt(effect: OptOut, scene: Scene) -> Told:
    return _out(scene) if effect.out else _in(scene)


def _out(scene: Scene) -> Told:
    """An officer who talks with them cannot any more: so we do."""
    outbox.withdraw(scene.session, scene.contact.id, scene.at)
    scene.contact.opted_out_at = scene.at
    scene.state.stopped = scene.told_as
    scene.state.come_back()
    audit.record(scene.session, scene.citizen, "contact_opted_out", at=scene.at)
    runs = any(case.state not in ENDED for case in cases_of(scene))
    return [Say("opted-out", {"runs": "yes" if runs else "no"}, last=True), *_deletion_open(scene)]


def _deletion_open(scene: Scene) -> Told:
    """Nothing is deleted before that was confirmed: it is said, and asked once more."""
    top = scene.state.top
    return [Say("deletion-open"), Start(DELETION)] if top and top.flow == DELETION else []


def _in(scene: Scene) -> Told:
    """Who writes MULAI without having stopped anything wants to begin; who wrote it before BERHENTI does not."""
    if (scene.told_as or 0) < (scene.state.stopped or 0):
        return []
    scene.state.stopped = None
    since, scene.contact.opted_out_at = scene.contact.opted_out_at, None
    if since is None:
        return [] if scene.state.top or scene.state.ticket is not None else [Start("menu")]
    for body in _unsent(scene, since):
        scene.state.keep_back(body)
    kept, scene.state.postponed = scene.state.postponed, []
    audit.record(scene.session, scene.citizen, "contact_opted_in", at=scene.at)
    told = [said for body in kept for said in _as_it_stands(body, scene)]
    return [Say("opted-in"), *told, *_deletion_open(scene)]


def _unsent(scene: Scene, since: datetime) -> Iterator[dict[str, Any]]:
    """What was said before, and had not left yet."""
    mine = Outgoing.contact_id == scene.contact.id, Outgoing.kind != OutgoingKind.ANSWER
    unsent = select(Outgoing.event_id).where(*mine, Outgoing.state == OutgoingState.FAILED, Outgoing.due_at >= since)
    events = select(Event).where(col(Event.id).in_(unsent), col(Event.erased_at).is_(None)).order_by(col(Event.id))
    return (event.body for event in scene.session.exec(events) if _is_news(event))


def _is_news(event: Event) -> bool:
    name = event.body.get("name")
    of_office = event.kind is EventKind.OFFICER_WORD and name not in TALK
    return event.kind is EventKind.CASE_EVENT or of_office or (event.kind is EventKind.TIMER and name in vans.NEWS)


def _as_it_stands(body: dict[str, Any], scene: Scene) -> Told:
    if body["name"] in vans.NEWS:
        return news(body, scene)
    if "case_id" not in body:
        return officer_word(body, scene)
    case = scene.session.get_one(Case, body["case_id"])
    return standing(case, scene) if case.erased_at is None else []
