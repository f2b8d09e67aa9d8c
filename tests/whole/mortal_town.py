"""A small office at its carrier, between one life of the installation and the next."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count

from sqlalchemy import update
from sqlmodel import col, select
from sqlmodel.sql.expression import SelectOfScalar

from assembly.parts import join
from registry.database import Database
from registry.models import Contact, Conversation, Event, EventState, Outgoing, OutgoingState, Upload
from registry.models.columns import now
from registry.models.uploads import IN_WORK
from registry.vault import vault
from settings import Settings
from tests.registry.desk import Desk
from tests.whole.handset import Handset
from tests.whole.mortal import Life, life

OFFICE = "whatsapp:+628110000001"
LEASES = timedelta(minutes=2)  # all of them are shorter
SOON = timedelta(seconds=15)  # a decision is told after ten seconds, an album is complete after two
PATIENCE = 60  # seconds
NUMBERS = count(81200000100)


@dataclass(frozen=True)
class Town:
    """An office and its carrier. Each life of the installation is a process of its own."""

    settings: Settings
    database: Database
    office: Desk

    def life(self) -> AbstractContextManager[Life]:
        return life(join(self.settings))

    def handset(self) -> Handset:
        return Handset(self.settings.twilio_api_url, f"whatsapp:+62{next(NUMBERS)}", OFFICE, PATIENCE)

    def desk_for(self, citizen: Handset) -> Desk:
        with self.database.reading() as session:
            return replace(self.office, contact_id=session.exec(_contact_of(citizen)).one().id)

    def another(self, like: Handset) -> Handset:
        """One whose conversation stands where this one's stands."""
        made = self.handset()
        made.has_written()
        with self.database.writing() as session:
            contact = session.exec(_contact_of(like)).one()
            kept = session.get_one(Conversation, contact.id)
            values = contact.model_dump(exclude={"id", "address", "address_index", "external_index"})
            double = Contact(**values, address=made.address, address_index=_index(made))
            session.add(double)
            session.flush()
            session.add(Conversation(contact_id=double.id, data=kept.data))
        return made

    def rests(self, life: Life) -> bool:
        """It did all there was to do; False: it died before that."""
        end = time.monotonic() + PATIENCE
        while not life.commits.has_struck and not self.is_done:
            assert time.monotonic() < end, "it does not come to rest"
            time.sleep(0.05)
        return not life.commits.has_struck

    @property
    def is_done(self) -> bool:
        """Nothing waits, and nothing was given up."""
        waits = (
            select(Event.id).where(col(Event.state) != EventState.PROCESSED, col(Event.due_at) <= now() + SOON),
            select(Outgoing.id).where(col(Outgoing.state) != OutgoingState.SENT),
            select(Upload.id).where(IN_WORK),
        )
        with self.database.reading() as session:
            return all(session.exec(found.limit(1)).first() is None for found in waits)

    def leases_run_out(self) -> None:
        soon, past = now() + LEASES, now() - LEASES
        with self.database.writing() as session:
            session.execute(update(Outgoing).where(col(Outgoing.leased_until).is_not(None)).values(leased_until=past))
            session.execute(update(Upload).where(IN_WORK, col(Upload.due_at) <= soon).values(due_at=past))


def _contact_of(citizen: Handset) -> SelectOfScalar[Contact]:
    return select(Contact).where(Contact.address_index == _index(citizen))


def _index(citizen: Handset) -> bytes:
    return vault().blind("address", citizen.address)
