"""A relative whose telephone hears the news of a case. They are told so, and get no document and no answer about it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit, families, inbox
from registry.actors import Actor
from registry.catalogue import Service
from registry.lifecycle import Refused
from registry.models import Case, Channel, Contact, EventKind, Office, Sender
from registry.telling import due
from registry.vault import vault

SMS_FIRST = (Channel.SMS, Channel.WHATSAPP)  # every telephone takes an SMS


def name(
    session: Session, actor: Actor, case: Case, service: Service, office: Office, phone: str, at: datetime
) -> None:
    """Told at once that their number was given, and for what."""
    relative = _contact_of(session, office, phone, at)
    if relative.opted_out_at is not None:
        raise Refused("refused-relative-opted-out")
    case.relative_id = relative.id
    if families.file(session, relative, office, service, case.answers, at).is_over:
        case.flags = list(dict.fromkeys([*case.flags, families.FLAG]))
    session.add(case)
    body = {"name": "relative_named", "case_id": case.id}
    inbox.put(session, relative.id, relative.channel, EventKind.CASE_EVENT, body, due_at=due(relative, office, at))
    audit.record(session, actor, "relative_named", office_id=office.id, case_id=case.id, fields=("relative_id",), at=at)


def _contact_of(session: Session, office: Office, phone: str, at: datetime) -> Contact:
    """As the office knows this number already, else under the number that the office sends SMS from."""
    number = families.telephone(phone)
    senders = _senders(session, office)
    if not senders:
        raise Refused("refused-no-sender")
    addresses = {_address(sender, number) for sender in senders}
    known = select(Contact).where(
        col(Contact.sender_id).in_([sender.id for sender in senders]),
        col(Contact.address_index).in_([vault().blind("address", address) for address in addresses]),
    )
    if contact := session.exec(known.order_by(col(Contact.id))).first():
        return contact
    sender = min(senders, key=lambda sender: (SMS_FIRST.index(sender.channel), sender.office_id is None))
    address = _address(sender, number)
    contact = Contact(
        sender_id=sender.id,
        channel=sender.channel,
        address=address,
        address_index=vault().blind("address", address),
        office_id=office.id,
        created_at=at,
    )
    session.add(contact)
    session.flush()
    return contact


def _senders(session: Session, office: Office) -> list[Sender]:
    ours = col(Sender.office_id).is_(None) | (col(Sender.office_id) == office.id)
    return list(session.exec(select(Sender).where(ours, col(Sender.channel).in_(SMS_FIRST))))


def _address(sender: Sender, number: str) -> str:
    return f"whatsapp:{number}" if sender.channel is Channel.WHATSAPP else number
