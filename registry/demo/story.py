"""One case's past, told from its opening; the steps follow each other on working days."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, select

from registry import cases
from registry.actors import Actor
from registry.calendar.working_time import OpeningHours
from registry.demo.citizens import Wish
from registry.demo.papers import make_upload
from registry.demo.staff import Staff
from registry.issuing import documents
from registry.models import Case, Contact, Document, Office
from registry.places.regions import Regions
from registry.uploads.store import ObjectStore


@dataclass
class Story:
    session: Session
    store: ObjectStore
    regions: Regions
    public_url: str
    office: Office
    staff: Staff
    contact: Contact
    wish: Wish
    post_address: dict[str, str]
    now: datetime
    at: datetime  # of the latest step
    case: Case | None = None

    @property
    def case_id(self) -> int:
        if self.case is None:
            raise LookupError("a story begins with the opening of its case")
        return self.case.id

    @property
    def document_id(self) -> int:
        return self.session.exec(select(col(Document.id)).where(Document.case_id == self.case_id)).one()

    @property
    def citizen(self) -> Actor:
        return Actor.citizen(self.contact)

    def next_day(self) -> datetime:
        """About a day later while the office is open, but never in the future."""
        hours = OpeningHours.from_json(self.office.hours)
        self.at = min(hours.next_opening(self.at + timedelta(hours=20)) + timedelta(minutes=17), self.now)
        return self.at

    def uploads(self, paper: str) -> list[int]:
        upload = make_upload(self.store, self.contact.id, paper, self.wish.papers[paper], self.at)
        self.session.add(upload)
        self.session.flush()
        return [upload.id]

    def file(self, pdf: bytes) -> documents.Filed:
        return documents.Filed(self.store.put(pdf), hashlib.sha256(pdf).hexdigest())

    def open(self, *, brings: bool) -> None:
        self.case = cases.open_case(
            self.session,
            self.citizen,
            contact=self.contact,
            office=self.office,
            service=cases.services()[self.wish.service],
            answers=self.wish.answers,
            papers={paper: None if brings else self.uploads(paper) for paper in self.wish.papers},
            flags=[],
            at=self.at,
        )
        self.session.flush()
