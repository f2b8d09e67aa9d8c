"""The addresses an office is written to. The carrier has to know them as well: README.md tells how they get there."""

from __future__ import annotations

import re
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

MODEM = re.compile(r"[A-Za-z0-9._-]{1,40}")  # as a modem is called where it is set up: its PhoneID

WRITTEN_TO = (Channel.WHATSAPP, Channel.SMS)  # the counter is a sender, too, and has no number


def listed(session: Session, actor: Actor) -> Sequence[Sender]:
    require(actor, KEEPERS)
    mine = select(Sender).where(Sender.office_id == actor.office_id, col(Sender.channel).in_(WRITTEN_TO))
    return session.exec(mine.order_by(col(Sender.id))).all()


def add(session: Session, actor: Actor, channel: str, written: str, at: datetime, *, modem: str = "") -> Sender:
    """Raises Refused for what is no number, and for one that some office has. Its SIM card is in `modem`, if any."""
    require(actor, KEEPERS)
    if channel not in WRITTEN_TO:
        raise Refused("refused-number")
    number = _number(written)
    address = f"whatsapp:{number}" if channel == Channel.WHATSAPP else number
    if session.exec(select(Sender.id).where(Sender.channel == channel, Sender.address == address)).first():
        raise Refused("refused-number-taken")
    sender = Sender(channel=Channel(channel), address=address, office_id=actor.office_id)
    sender.modem = _modem(session, sender, modem)
    session.add(sender)
    session.flush()
    _record(session, actor, sender, "number_added", at)
    return sender


def put_into(session: Session, actor: Actor, sender_id: int, modem: str, at: datetime) -> None:
    """The SIM card of this number is in that modem from now on; empty: the number goes by Twilio. What is on its way
    goes the way it was given to."""
    require(actor, KEEPERS)
    sender = _own(session, actor, sender_id)
    sender.modem = _modem(session, sender, modem)
    session.add(sender)
    _record(session, actor, sender, "modem_chosen", at)


def remove(session: Session, actor: Actor, sender_id: int, at: datetime) -> None:
    """Only one that nobody has written to: with a conversation it stays, so that its citizens are still answered."""
    require(actor, KEEPERS)
    sender = _own(session, actor, sender_id)
    if session.exec(select(Contact.id).where(Contact.sender_id == sender.id).limit(1)).first():
        raise Refused("refused-number-used")
    _record(session, actor, sender, "number_removed", at)
    session.delete(sender)


def _own(session: Session, actor: Actor, sender_id: int) -> Sender:
    sender = session.get(Sender, sender_id, with_for_update=True)
    if sender is None or sender.office_id is None or sender.office_id != actor.office_id or _is_the_counter(sender):
        raise NotFound
    return sender


def _modem(session: Session, sender: Sender, written: str) -> str | None:
    """A modem has one SIM card, so one number."""
    if not written:
        return None
    if sender.channel is not Channel.SMS:
        raise Refused("refused-modem-channel")
    if not MODEM.fullmatch(written):
        raise Refused("refused-modem")
    holder = session.exec(select(Sender.id).where(Sender.modem == written)).first()
    if holder not in (None, sender.id):
        raise Refused("refused-modem-taken")
    return written


def _is_the_counter(sender: Sender) -> bool:
    return sender.channel not in WRITTEN_TO


def _number(written: str) -> str:
    if number := e164(written):
        return number
    raise Refused("refused-number")


def _record(session: Session, actor: Actor, sender: Sender, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=actor.office_id, subject=f"sender:{sender.id}", at=at)
