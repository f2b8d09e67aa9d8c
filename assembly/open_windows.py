"""Tells the simulator when each citizen last wrote: what `make run` shows as open is open there too, and stays so
after it was started anew. `python -m assembly.open_windows http://127.0.0.1:8040`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime

import requests
from sqlmodel import Session, col, select

from assembly.parts import parts
from registry.models import Channel, Contact, Sender
from registry.models.columns import now
from registry.models.contacts import WINDOW

PATIENCE = 10.0  # seconds


def last_words(session: Session, at: datetime) -> Iterator[tuple[str, str, datetime]]:
    """Citizen, sender and when: of those whose 24 hours are not over."""
    living = select(Contact, Sender.address).join(Sender, col(Sender.id) == Contact.sender_id)
    on_whatsapp = Contact.channel == Channel.WHATSAPP, col(Contact.window_until) > at
    for contact, sender in session.exec(living.where(*on_whatsapp)).all():
        if contact.window_until is not None:
            yield contact.address, sender, contact.window_until - WINDOW


def tell(simulator: str) -> None:
    with parts().database.reading() as session:
        spoken = list(last_words(session, now()))
    for citizen, sender, at in spoken:
        given: dict[str, str | bool] = {"from": citizen, "to": sender, "open": True, "since": at.isoformat()}
        requests.post(f"{simulator}/simulator/window", json={**given}, timeout=PATIENCE).raise_for_status()


if __name__ == "__main__":
    tell(sys.argv[1])
