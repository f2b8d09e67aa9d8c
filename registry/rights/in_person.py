"""A request about one's own data by who comes to the office or writes a letter: the same kinds, the same clock."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, select

from registry.actors import Actor, NotFound
from registry.desk.searching import case_number
from registry.lifecycle import Refused
from registry.models import Case, Contact, DataRequest
from registry.models import DataRequestKind as Kind
from registry.moves import require
from registry.retention.contacts import hold
from registry.rights import data_desk
from registry.rights.data_requests import ask, ask_deletion, open_request, record, tell

# How the officer made sure who asks, by how it came. A letter bears a signature and a copy of the KTP.
PROVED_BY = {"counter": ("counter",), "letter": ("letter", "call")}


def take_down(
    session: Session,
    actor: Actor,
    number: str,
    kind: Kind,
    came_by: str,
    identity: str,
    at: datetime,
    *,
    words: str = "",
    withdraw: bool = False,
) -> DataRequest:
    """About whoever filed the case of this number; `withdraw` ends what of theirs still runs. They hear of it in their
    chat, so that an owner who did not ask can object. Raises Refused without a look at who asks."""
    require(actor, data_desk.READERS)
    if identity not in PROVED_BY.get(came_by, ()):
        raise Refused("refused-identity-in-person")
    contact = _owner(session, actor, number)
    office_id = actor.office_id or 0
    if open_request(session, contact.id, kind):
        raise Refused("refused-data-asked")
    if kind is Kind.DELETE:
        request, _ = ask_deletion(session, actor, contact, office_id, at, withdraw=withdraw)
    else:
        if kind is Kind.CORRECT and not words.strip():
            raise Refused("refused-correction-missing", field="text")
        request = ask(session, actor, contact, office_id, kind, at, words.strip() or None)
    request.came_by, request.identity, request.officer_id = came_by, identity, actor.officer_id
    session.add(request)
    tell(session, request, "data_asked_in_person", at, kind=kind.value, came_by=came_by)
    if kind is Kind.ACCESS:
        data_desk.confirm(session, actor, request.id, identity, at)
    else:
        record(session, actor, request, "identity_confirmed", at, fields=(identity,))
    return request


def _owner(session: Session, actor: Actor, number: str) -> Contact:
    """Raises Refused when the office has no such case, or nothing of it is kept any more."""
    wanted = case_number(session, actor.office_id or 0, number)
    mine = select(Case.contact_id).where(Case.number == wanted, Case.office_id == actor.office_id)
    contact_id = session.exec(mine).first()
    if contact_id is None:
        raise Refused("refused-case-unknown", field="number")
    contact = hold(session, contact_id)
    if contact.forgotten_at is not None:
        raise Refused("refused-case-unknown")
    return contact


def copy_to_hand_over(session: Session, actor: Actor, request_id: int, at: datetime) -> tuple[DataRequest, str]:
    """Where the copy lies, for who asked in person. Fetching it is recorded."""
    request = data_desk.look(session, actor, request_id, at)
    if request.came_by == "chat" or request.object_key is None:
        raise NotFound
    record(session, actor, request, "data_copy_fetched", at)
    return request, request.object_key
