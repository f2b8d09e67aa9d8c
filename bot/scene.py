"""What one turn may touch in the database, gathered in one place for deeds and news."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from bot.flow import OfficeCard
from bot.state import State
from notifications.queues import Queue
from registry.actors import Actor
from registry.catalogue import Catalogue
from registry.models import Contact
from registry.regions import Regions


@dataclass
class Scene:
    """`wake` collects the queues that have work after the commit."""

    session: Session
    contact: Contact
    state: State
    office: OfficeCard | None
    offices: tuple[OfficeCard, ...]
    catalogue: Catalogue
    regions: Regions
    public_url: str
    official: bool  # documents are issued for real
    at: datetime
    released: int = 0  # held messages that this message of the citizen has let go
    wake: set[Queue] = field(default_factory=set)

    @property
    def citizen(self) -> Actor:
        return Actor.citizen(self.contact)

    def office_by_id(self, office_id: int) -> OfficeCard:
        return next(office for office in self.offices if office.id == office_id)
