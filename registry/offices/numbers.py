"""The addresses an office is written to. The carrier has to know them as well: README.md tells how they get there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused
from registry.models import Channel, Contact, Sender
from registry.moves import require
from registry.offices.settings import KEEPERS
from registry.offices.telephones import e164

WRITTEN_TO = (Channel.WHATSAPP, Channel.SMS)  # the counter is a sender, too, and has no number


def listed(session: Session, actor: Actor) -> Sequence[Sender]:
    require(actor, KEEPERS)
    mine = select(Sender).where(Sender.office_id == actor.office_id, col(Sender.channel).in_(WRITTEN_TO))
    return session.exec(mine.order_by(col(Sender.id))).all()


def add(session: Session, actor: Actor, channel: str, written: str, at: datetime) -> Sender:
    """Raises Refused for what is no number, and for one that some office has."""
    require(actor, KEEPERS)
    if channel not in WRITTEN_TO:
        raise Refused("refused-number")
    number = _number(written)
    address = f"whatsapp:{number}" if channel == Channel.WHATSAPP else number
    if session.exec(select(Sender.id).where(Sender.channel == channel, Sender.address == address)).first():
        raise Refused("refused-number-taken")
    sender = Sender(channel=Channel(channel), address=address, office_id=actor.office_id)
    session.add(sender)
    session.flush()
    _record(session, actor, sender, "number_added", at)
    return sender


def remove(session: Session, actor: Actor, sender_id: int, at: datetime) -> None:
    """Only one that nobody has written to: with a conversation it stays, so that its citizens are still answered."""
    require(actor, KEEPERS)
    sender = session.get(Sender, sender_id, with_for_update=True)
    if sender is None or sender.office_id is None or sender.office_id != actor.office_id or _is_the_counter(sender):
        raise NotFound
    if session.exec(select(Contact.id).where(Contact.sender_id == sender.id).limit(1)).first():
        raise Refused("refused-number-used")
    _record(session, actor, sender, "number_removed", at)
    session.delete(sender)


def _is_the_counter(sender: Sender) -> bool:
    return sender.channel not in WRITTEN_TO


def _number(written: str) -> str:
    if number := e164(written):
        return number
    raise Refused("refused-number")


def _record(session: Session, actor: Actor, sender: Sender, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=actor.office_id, subject=f"sender:{sender.id}", at=at)
