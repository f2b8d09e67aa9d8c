"""What citizens ask about their own data: a copy, a correction, a deletion. Each is recorded and has its clock."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry import audit, cases, claiming, inbox
from registry.actors import Actor
from registry.lifecycle import ENDED, OPEN
from registry.models import Case, Channel, Contact, DataRequest, EventKind, Office
from registry.models import DataRequestKind as Kind
from registry.models import DataRequestState as State
from registry.models.rights import OPEN as UNANSWERED
from registry.telling import due

TERM = timedelta(hours=3 * 24)  # UU 27/2022 Pasal 30, 32, 42-44
WITHDRAWN = "Dibatalkan pemohon, yang meminta datanya dihapus."


def ask(
    session: Session, actor: Actor, contact: Contact, office_id: int, kind: Kind, at: datetime, words: str | None = None
) -> DataRequest:
    """One open request of a kind for each contact: asking twice keeps number and clock, more words are added."""
    request = open_request(session, contact.id, kind)
    if request is None:
        request = DataRequest(kind=kind, contact_id=contact.id, office_id=office_id, created_at=at, due_at=at + TERM)
    request.words = "\n".join(said for said in (request.words, words) if said) or None
    session.add(request)
    session.flush()
    record(session, actor, request, "data_requested", at)
    return request


def open_request(session: Session, contact_id: int, kind: Kind) -> DataRequest | None:
    mine = select(DataRequest).where(DataRequest.contact_id == contact_id, DataRequest.kind == kind, UNANSWERED)
    return session.exec(mine.with_for_update(key_share=True)).first()


def of_contact(session: Session, contact_id: int, request_id: int | None) -> DataRequest | None:
    """None where it is not the contact's own."""
    mine = select(DataRequest).where(DataRequest.contact_id == contact_id, DataRequest.id == request_id)
    return session.exec(mine).first()


def running_cases(session: Session, contact_id: int) -> Sequence[Case]:
    running = select(Case).where(Case.contact_id == contact_id, col(Case.state).not_in(ENDED))
    return session.exec(running.order_by(col(Case.id))).all()


def may_withdraw(contact: Contact, case: Case) -> bool:
    """Not what is already in the making, nor what was opened by whoever had this number before."""
    changed = contact.identity_changed_at
    return case.state in OPEN and (changed is None or changed < case.opened_at)


def ask_deletion(
    session: Session, actor: Actor, contact: Contact, office_id: int, at: datetime, *, withdraw: bool
) -> tuple[DataRequest, Sequence[Case]]:
    """Also the cases it waits for: those that run, but for what `withdraw` ends now."""
    request = ask(session, actor, contact, office_id, Kind.DELETE, at)
    for case in running_cases(session, contact.id) if withdraw else ():
        if may_withdraw(contact, case):
            _take_over(session, actor, case, at)
            cases.withdraw(session, actor, case.id, WITHDRAWN, at)
    session.flush()
    waits_for = running_cases(session, contact.id)
    request.due_at = None if waits_for else at + TERM
    if not waits_for:
        request.state, request.confirmed_at = State.CONFIRMED, at
    session.add(request)
    return request, waits_for


def _take_over(session: Session, actor: Actor, case: Case, at: datetime) -> None:
    """Who records the owner's wish ends also what a colleague holds: the owner's term runs."""
    if actor.officer_id is not None and case.officer_id not in (None, actor.officer_id):
        claiming.claim(session, actor, case.id, at, over=case.officer_id)


def deletion_waiting(session: Session, contact_id: int) -> DataRequest | None:
    request = open_request(session, contact_id, Kind.DELETE)
    return request if request and request.state is State.WAITING else None


def keep_after_all(session: Session, actor: Actor, contact: Contact, at: datetime) -> DataRequest | None:
    """A deletion that still waits is taken back. None when there is none."""
    request = deletion_waiting(session, contact.id)
    if request is not None:
        end(session, actor, request, State.WITHDRAWN, "data_request_withdrawn", at)
    return request


def end(session: Session, actor: Actor, request: DataRequest, state: State, action: str, at: datetime) -> None:
    request.state, request.closed_at = state, at
    request.officer_id = actor.officer_id or request.officer_id
    session.add(request)
    record(session, actor, request, action, at)


def tell(session: Session, request: DataRequest, name: str, at: datetime, **fields: object) -> None:
    """Puts the answer into the chat; after BERHENTI it waits there for MULAI."""
    contact, office = session.get_one(Contact, request.contact_id), session.get_one(Office, request.office_id)
    if contact.channel is Channel.COUNTER:  # who has no telephone is answered where they asked
        return
    body = {"name": name, "request_id": request.id, "number": request.number, **fields}
    inbox.put(session, contact.id, contact.channel, EventKind.OFFICER_WORD, body, due_at=due(contact, office, at))


def record(
    session: Session, actor: Actor, request: DataRequest, action: str, at: datetime, fields: tuple[str, ...] = ()
) -> None:
    subject = f"datarequest:{request.id}"
    audit.record(session, actor, action, office_id=request.office_id, subject=subject, fields=fields, at=at)
