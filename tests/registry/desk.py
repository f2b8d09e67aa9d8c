"""A small office for tests: one contact, its officers, and its cases."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, select

from registry import cases
from registry.actors import Actor
from registry.catalogue import load
from registry.database import Database
from registry.lifecycle import CaseState, Role
from registry.models import Case, Channel, Contact, Document, Event, Office, Officer, Paper, Sender, Upload
from tests.stocked import stock_up

MONDAY = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)  # 09.00 in Balikpapan
HOURS = {
    "zone": "Asia/Makassar",
    "weekly": {day: [["08:00", "15:00"]] for day in ("mon", "tue", "wed", "thu")} | {"fri": [["08:00", "11:00"]]},
}
ANSWERS = {"reason": "lost", "name": "Contoh Warga", "nik": "6471010506900000", "village": "64.71.05.1003"}
ADDRESS = {"name": "Contoh Warga", "street": "Jalan Contoh 1", "village": "64.71.05.1003", "phone": "+6281100000000"}
SERVICES = load()
OFFICERS = [role for role in Role if role not in (Role.CITIZEN, Role.SYSTEM)]


@dataclass
class Desk:
    """Holds ids only: every step reads and writes in a transaction of its own."""

    database: Database
    office_id: int
    contact_id: int
    officers: dict[Role, Actor]

    def open(
        self, service: str = "KK-HR", at: datetime = MONDAY, papers: dict[str, Any] | None = None, **answers: Any
    ) -> int:
        """`papers` as open_case takes them; without: one upload for each paper."""
        with self.database.writing() as session:
            contact = session.get_one(Contact, self.contact_id)
            if papers is None:
                papers = {key: [self.upload(session)] for key in ("police_letter", "ktp")}
            case = cases.open_case(
                session,
                self.citizen(session),
                contact=contact,
                office=session.get_one(Office, self.office_id),
                service=SERVICES[service],
                answers=ANSWERS | answers,
                papers=papers,
                flags=[],
                at=at,
            )
            return case.id

    def upload(self, session: Session, verdict: str = "fine") -> int:
        upload = Upload(contact_id=self.contact_id, verdict=verdict)
        session.add(upload)
        session.flush()
        return upload.id

    def new_upload(self) -> int:
        with self.database.writing() as session:
            return self.upload(session)

    def citizen(self, session: Session) -> Actor:
        return Actor.citizen(session.get_one(Contact, self.contact_id))

    def hire(self, *roles: Role) -> Actor:
        with self.database.writing() as session:
            return hire(session, self.office_id, *roles)

    def card(self) -> int:
        """A card of an approved case, waiting for the centre."""
        case_id = self.open("KTP-BARU", papers={})
        with self.database.writing() as session:
            cases.approve(session, self.officers[Role.COUNTER], case_id, MONDAY)
        return self.documents(case_id)[0].id

    def case(self, case_id: int) -> Case:
        with self.database.reading() as session:
            return session.get_one(Case, case_id)

    def state(self, case_id: int) -> CaseState:
        return self.case(case_id).state

    def document(self, document_id: int) -> Document:
        with self.database.reading() as session:
            return session.get_one(Document, document_id)

    def documents(self, case_id: int) -> list[Document]:
        with self.database.reading() as session:
            return list(session.exec(select(Document).where(Document.case_id == case_id).order_by("id")))

    def papers(self, case_id: int) -> dict[str, Paper]:
        with self.database.reading() as session:
            return {paper.key: paper for paper in session.exec(select(Paper).where(Paper.case_id == case_id))}

    def told(self) -> list[dict[str, Any]]:
        """What the contact's inbox holds."""
        with self.database.reading() as session:
            return [event.body for event in session.exec(select(Event).order_by("id"))]


def furnish(database: Database) -> Desk:
    with database.writing() as session:
        office = Office(
            code="BPP", name="Balikpapan", region="64.71", timezone="Asia/Makassar", hours=HOURS, address="Contoh"
        )
        sender = Sender(channel=Channel.WHATSAPP, address="+628110000001")
        session.add_all([office, sender])
        session.flush()
        contact = Contact(sender_id=sender.id, channel=Channel.WHATSAPP, address="6281100000009", address_index=b"9")
        session.add(contact)
        session.flush()
        stock_up(session, office.id, MONDAY)
        officers = {role: officer(office.id, role) for role in OFFICERS}
        session.add_all(officers.values())
        session.flush()
        actors: dict[Role, Actor] = {role: Actor.officer(hired) for role, hired in officers.items()}
        return Desk(database, office.id, contact.id, actors)


def hire(session: Session, office_id: int, *roles: Role) -> Actor:
    hired = officer(office_id, *roles)
    session.add(hired)
    session.flush()
    return Actor.officer(hired)


def officer(office_id: int, *roles: Role) -> Officer:
    name = f"officer {uuid.uuid4().hex}"
    return Officer(office_id=office_id, username=name, name=name, password_hash="-", roles=list(roles), session_key="-")
