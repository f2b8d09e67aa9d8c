"""A case for somebody at the counter who has no telephone: the news comes by letter, or to a relative's number."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, col, select

from registry import residents
from registry.actors import Actor
from registry.cards import suket
from registry.catalogue import Service
from registry.counter import relatives
from registry.lifecycle import CHECKERS
from registry.models import Case, Channel, Contact, Office, Sender
from registry.moves import LOCK, require
from registry.offices.reaching import new_contact
from registry.opening import open_case
from registry.vault import vault


def file_case(
    session: Session,
    actor: Actor,
    service: Service,
    answers: Mapping[str, Any],
    papers: Iterable[str],
    *,
    relative: str | None,
    official: bool,
    at: datetime,
    once: str = "",
) -> Case:
    """Every paper is still to be seen or photographed. `relative`: a telephone; none: by letter. `once`: the key of
    the form that was sent, by which `filed_before` finds the case. Raises Refused."""
    require(actor, CHECKERS)
    office = session.get_one(Office, actor.office_id)
    case = open_case(
        session,
        actor,
        contact=_at_the_counter(session, office, _address(service, answers, once or secrets.token_hex(8)), at),
        office=office,
        service=service,
        answers=answers,
        papers=dict.fromkeys(papers),
        flags=residents.compare(session, office, service, answers, official=official),
        at=at,
    )
    suket.take_up(session, service, case, at)
    if relative is not None:
        relatives.name(session, actor, case, service, office, relative, at)
    return case


def filed_before(
    session: Session, actor: Actor, service: Service, answers: Mapping[str, Any], once: str
) -> Case | None:
    """The case that the same form with the same answers has made. Others who file for this office wait until this
    transaction has ended: of two that come at once the second finds the first one's."""
    office = session.get_one(Office, actor.office_id, with_for_update=LOCK)
    address = vault().blind("address", _address(service, answers, once))
    theirs = Contact.sender_id == _sender(session, office).id, Contact.address_index == address
    return session.exec(select(Case).join(Contact, col(Contact.id) == Case.contact_id).where(*theirs)).first()


def _address(service: Service, answers: Mapping[str, Any], once: str) -> str:
    """Of whoever stands at the counter. The answers belong to it: who goes back to the form and fills it in for
    somebody else makes another case."""
    filled = json.dumps([once, service.code, answers], sort_keys=True)
    return f"counter:{vault().blind('counter', filled).hex()}"


def _at_the_counter(session: Session, office: Office, address: str, at: datetime) -> Contact:
    """One for each case: who stands there next is somebody else."""
    return new_contact(session, office, _sender(session, office), address, at)


def _sender(session: Session, office: Office) -> Sender:
    address = f"counter:{office.code}"
    mine = select(Sender).where(Sender.channel == Channel.COUNTER, Sender.address == address)
    sender = session.exec(mine).first()
    if sender is None:
        sender = Sender(channel=Channel.COUNTER, address=address, office_id=office.id)
        session.add(sender)
        session.flush()
    return sender
