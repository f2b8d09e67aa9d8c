"""Puts a notice of a case into its citizen's inbox; the chat finds the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from registry import inbox
from registry.calendar.working_time import next_waking
from registry.models import AuditEntry, Case, Channel, Contact, Event, EventKind, Letter, Office
from registry.models.contacts import WINDOW

NOW = timedelta()
TAKEN_BACK = timedelta(seconds=10)  # so long an officer may undo a decision
SETTLED = timedelta(hours=1)  # after the last document came
JUST_WROTE = timedelta(minutes=30)  # who wrote so lately is awake, whatever the hour


class Home(NamedTuple):
    contact: Contact
    office: Office


def tell(session: Session, case: Case, name: str, at: datetime, after: timedelta = NOW, **fields: object) -> None:
    """Locks nothing of the contact's. `after`: what may have come to nothing, or to more, before it is told.

    For who filed at the counter without a telephone it goes to the relative they named, while that one wants to hear
    it; else it is a letter to print.
    """
    tell_all(session, [(case, fields)], name, at, after)


def tell_all(
    session: Session, told: Sequence[tuple[Case, Mapping[str, Any]]], name: str, at: datetime, after: timedelta = NOW
) -> None:
    """The same news of several cases, each with its own fields, in a few statements."""
    homes = _homes(session, [(case, case.relative_id or case.contact_id) for case, _ in told])
    rows = []
    for case, fields in told:
        if (home := homes.get(case.id)) is None:
            continue
        if home.contact.channel is Channel.COUNTER or (case.relative_id and home.contact.opted_out_at is not None):
            letter = Letter(
                case_id=case.id, office_id=case.office_id, name=name, fields=dict(fields), due_at=at + after
            )
            letter.created_at = at
            session.add(letter)
            continue
        body = {"name": name, "case_id": case.id, **fields}
        news = _row(home.contact, EventKind.CASE_EVENT, body, due(*home, at + after))
        rows.append(news | {"received_at": at})
    inbox.put_all(session, rows)


def reasons_told(session: Session, case: Case, deeds: Sequence[AuditEntry]) -> dict[tuple[datetime, str, str], str]:
    """By when, what was done and to which paper or answer: the reason given. The log keeps none; the news do."""
    times = {deed.at for deed in deeds if "reason" in deed.fields}
    if not times:
        return {}
    hearers = [case.contact_id, case.relative_id or case.contact_id]
    mine = col(Event.contact_id).in_(hearers), Event.kind == EventKind.CASE_EVENT, col(Event.received_at).in_(times)
    told = [(event.received_at, event.body) for event in session.exec(select(Event).where(*mine))]
    letters = session.exec(select(Letter).where(Letter.case_id == case.id, col(Letter.created_at).in_(times)))
    told += [(each.created_at, {"name": each.name, "case_id": case.id, **each.fields}) for each in letters]
    mine_alone = [(at, body) for at, body in told if body.get("case_id") == case.id]
    return {(at, body["name"], subject): why for at, body in mine_alone for subject, why in _reasons(body)}


def _reasons(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """By the subject, as the log names it; of a decision on the whole case by none."""
    if "reason" in body:
        yield f"paper:{body['paper']}" if "paper" in body else "", body["reason"]
    for kind in ("paper", "answer"):
        yield from ((f"{kind}:{key}", why) for key, why in body.get(f"{kind}s", {}).items())


def ask_later(session: Session, cases: Sequence[Case], at: datetime) -> None:
    """Some time after the end the citizens may be asked how it was."""
    homes = _homes(session, [(case, case.contact_id) for case in cases])
    rows = []
    for case in cases:
        if (home := homes.get(case.id)) is not None and home.contact.channel is not Channel.COUNTER:
            body = {"name": "rating", "case_id": case.id}
            due_at = next_waking(at + SETTLED, home.office.timezone)
            rows.append(_row(home.contact, EventKind.TIMER, body, due_at))
    inbox.put_all(session, rows)


def _homes(session: Session, hearers: Sequence[tuple[Case, int]]) -> dict[int, Home]:
    """By case, where its news go, given who hears it. Nothing is kept of who was forgotten, not even where to write."""
    wanted = select(Contact).where(col(Contact.id).in_({number for _, number in hearers}))
    contacts = {each.id: each for each in session.exec(wanted) if each.forgotten_at is None}
    offices = {number: session.get_one(Office, number) for number in {case.office_id for case, _ in hearers}}
    return {case.id: Home(contacts[number], offices[case.office_id]) for case, number in hearers if number in contacts}


def _row(contact: Contact, kind: EventKind, body: dict[str, Any], due_at: datetime) -> dict[str, Any]:
    return {"contact_id": contact.id, "channel": contact.channel, "kind": kind, "body": body, "due_at": due_at}


def due(contact: Contact, office: Office, at: datetime) -> datetime:
    """At once by day or to somebody writing just now, else in the morning."""
    return not_at_night(contact.window_until, office.timezone, at)


def not_at_night(window_until: datetime | None, timezone: str, at: datetime) -> datetime:
    awake = window_until is not None and at - (window_until - WINDOW) < JUST_WROTE
    return at if awake else next_waking(at, timezone)
