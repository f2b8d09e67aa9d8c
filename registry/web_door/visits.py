"""Browsers that are let into a chat, and the chat of a proven telephone."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor
from registry.links import index, new_token
from registry.models import Channel, Contact, Office, Sender, StatusTry, WebCode, WebVisit
from registry.offices.reaching import known_contact, new_contact

OWN_DEVICE, SHARED_DEVICE = timedelta(days=30), timedelta(hours=4)
CODES_KEPT = timedelta(days=1)  # so long they count against the limits
HERE = (Channel.WEB,)


def enter(
    session: Session, office: Office, phone: str, language: str, *, own_device: bool, at: datetime
) -> tuple[Contact, str]:
    """The telephone's chat at this office, made in `language` when it is new, and the secret for the cookie."""
    sender = page_of(session, office)
    contact = known_contact(session, office, phone, HERE)
    if contact is None:
        contact = new_contact(session, office, sender, f"{Channel.WEB}:{phone}", at)
        contact.language = language
    token = new_token()
    until = at + (OWN_DEVICE if own_device else SHARED_DEVICE)
    session.add(WebVisit(token_index=index("web-visit", token), contact_id=contact.id, created_at=at, until=until))
    audit.record(session, Actor.citizen(contact), "web_entered", office_id=office.id, at=at)
    return contact, token


def find(session: Session, office: Office, token: str, at: datetime) -> tuple[WebVisit, Contact] | None:
    """A cookie of another office's page opens nothing here."""
    wanted = (
        select(WebVisit, Contact)
        .join(Contact, col(Contact.id) == WebVisit.contact_id)
        .join(Sender, col(Sender.id) == Contact.sender_id)
        .where(WebVisit.token_index == index("web-visit", token), col(WebVisit.until) > at)
        .where(Sender.office_id == office.id, col(Contact.forgotten_at).is_(None))
    )
    found = session.exec(wanted).first()
    return (found[0], found[1]) if found else None


def leave(session: Session, token: str) -> None:
    session.execute(delete(WebVisit).where(col(WebVisit.token_index) == index("web-visit", token)))


def clear(session: Session, at: datetime) -> int:
    """What is over: visits, codes and tries that count against no limit any more."""
    gone = delete(WebVisit).where(col(WebVisit.until) <= at).returning(col(WebVisit.id))
    spent = delete(WebCode).where(col(WebCode.created_at) <= at - CODES_KEPT).returning(col(WebCode.id))
    tried = delete(StatusTry).where(col(StatusTry.created_at) <= at - CODES_KEPT).returning(col(StatusTry.id))
    return sum(len(session.execute(each).all()) for each in (gone, spent, tried))


def page_of(session: Session, office: Office) -> Sender:
    """The office's page as an address of ours; made with the first who comes. The caller holds the office's row."""
    address = f"{Channel.WEB}:{office.code}"
    sender = session.exec(select(Sender).where(Sender.channel == Channel.WEB, Sender.address == address)).first()
    if sender is None:
        sender = Sender(channel=Channel.WEB, address=address, office_id=office.id)
        session.add(sender)
        session.flush()
    return sender
