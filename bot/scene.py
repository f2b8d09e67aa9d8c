"""What one turn may touch in the database, gathered in one place for deeds and news."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot.context import Sent
from bot.files import files_of, judged
from bot.flow import JudgedUpload, OfficeCard, SentBefore, ToldBefore
from bot.state import State
from notifications.queues import Queue
from registry import inbox, told_before
from registry.actors import Actor
from registry.catalogue import Catalogue
from registry.database import Step
from registry.models import Contact, KnownContact
from registry.places.regions import Regions
from registry.rights.data_requests import running_cases
from registry.uploads import sent_before


@dataclass
class Scene:
    """`wake` collects the queues that have work after the commit, `timers` what is set with it."""

    session: Session
    known: Contact | KnownContact
    state: State
    office: OfficeCard | None
    offices: tuple[OfficeCard, ...]
    catalogue: Catalogue
    regions: Regions
    public_url: str
    official: bool  # documents are issued for real
    at: datetime
    told_as: int | None = None  # the message that all this comes of, for the log
    released: int = 0  # held messages that this message of the citizen has let go
    wake: set[Queue] = field(default_factory=set)
    timers: list[Step] = field(default_factory=list)
    _sent: dict[str, Sequence[SentBefore]] = field(default_factory=dict)
    _told: Sequence[ToldBefore] | None = None

    @property
    def contact(self) -> Contact:
        """To be changed, or handed on: read whole for whoever first asks for it, and known as that from then on."""
        if not isinstance(self.known, Contact):
            self.known = self.session.get_one(Contact, self.known.id)
        return self.known

    @property
    def citizen(self) -> Actor:
        return Actor.citizen(self.contact)

    @property
    def home(self) -> OfficeCard:
        """Who sorts it out: at a shared address, before any office was chosen, the first one."""
        return self.office or self.offices[0]

    def later(self, name: str, at: datetime, **fields: object) -> None:
        """A timer of this contact's: `bot.hearing.TIMERS` tells what happens then, if it still applies."""
        body = {"name": name, **fields}
        self.timers.append(inbox.timed(self.known.id, self.known.channel, body, at))

    def files(self, ids: Sequence[int]) -> tuple[JudgedUpload, ...]:
        """Those of these uploads that are the contact's and still there, in this order."""
        return files_of(self.session, self.known.id, ids)

    def sent_before(self, nik: str) -> Sequence[SentBefore]:
        """Papers of this contact's earlier requests for a NIK; looked up once a turn."""
        if nik not in self._sent:
            self._sent[nik] = [
                SentBefore(sent.key, sent.number, tuple(map(judged, sent.uploads)))
                for sent in sent_before.papers(self.session, self.known.id, nik)
            ]
        return self._sent[nik]

    def told(self) -> Sequence[ToldBefore]:
        """What this contact's earlier requests were told; looked up once a turn."""
        if self._told is None:
            kept = told_before.requests(self.session, self.known.id)
            self._told = [ToldBefore(case.number, case.service, case.answers) for case in kept]
        return self._told

    def sent(self) -> Sequence[Sent]:
        """This contact's requests that run, the oldest first."""
        running = running_cases(self.session, self.known.id)
        return [Sent(case.id, case.number, case.service, self.office_by_id(case.office_id).code) for case in running]

    def office_by_id(self, office_id: int) -> OfficeCard:
        return next(office for office in self.offices if office.id == office_id)
