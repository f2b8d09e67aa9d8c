"""A telephone as an office reaches it: the contact that is known, else a new one under a number of the office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry.models import Channel, Contact, Office, Sender
from registry.vault import vault


def known_contact(session: Session, office: Office, number: str, channels: Sequence[Channel]) -> Contact | None:
    """`number` as registry.families.telephone gives it. The first we had to do with."""
    senders = _senders(session, office, channels)
    addresses = {_address(sender, number) for sender in senders}
    known = select(Contact).where(
        col(Contact.sender_id).in_([sender.id for sender in senders]),
        col(Contact.address_index).in_([vault().blind("address", address) for address in addresses]),
    )
    return session.exec(known.order_by(col(Contact.id))).first()


def writes_by(session: Session, office: Office, channels: Sequence[Channel]) -> bool:
    """Whether the office, or whoever it shares with, has a number there."""
    return bool(_senders(session, office, channels))


def contact_at(
    session: Session, office: Office, number: str, channels: Sequence[Channel], at: datetime
) -> Contact | None:
    """`channels` in the order they are liked. None where the office, and whoever it shares with, has none of them."""
    if known := known_contact(session, office, number, channels):
        return known
    senders = _senders(session, office, channels)
    if not senders:
        return None
    sender = min(senders, key=lambda sender: (channels.index(sender.channel), sender.office_id is None))
    address = _address(sender, number)
    return new_contact(session, office, sender, address, at)


def new_contact(session: Session, office: Office, sender: Sender, address: str, at: datetime) -> Contact:
    """`address` as the channel writes it; nobody may have it at this sender yet."""
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


def _senders(session: Session, office: Office, channels: Sequence[Channel]) -> list[Sender]:
    ours = col(Sender.office_id).is_(None) | (col(Sender.office_id) == office.id)
    return list(session.exec(select(Sender).where(ours, col(Sender.channel).in_(channels))))


def _address(sender: Sender, number: str) -> str:
    return f"{sender.channel}:{number}" if sender.channel in (Channel.WHATSAPP, Channel.WEB) else number
