"""What an office holds of a citizen long after the case was closed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select

from notifications.outbox import Message, queue
from registry.database import Database
from registry.forms import handouts
from registry.lifecycle import CaseState, DocumentState
from registry.models import (
    Case,
    Contact,
    Document,
    Event,
    EventKind,
    EventState,
    Outgoing,
    OutgoingState,
    Paper,
    Rating,
    Shipment,
    Upload,
    UploadState,
)
from registry.retention.journal import Journal
from tests.registry.desk import ADDRESS, MONDAY, Desk, furnish

LONG_AGO = MONDAY - timedelta(days=31)
Row = TypeVar("Row", bound=SQLModel)


@dataclass
class Kept:
    """Fills the records, a transaction a step. `messages` counts the SIDs that were given."""

    desk: Desk
    journal: Journal
    messages: int = field(default=0)

    @property
    def database(self) -> Database:
        return self.desk.database

    def case(self, closed: datetime | None = LONG_AGO, service: str = "KK-HR") -> int:
        """With two papers' photos, a PDF of SIAK's, an envelope, and the reasons that officers wrote."""
        case_id = self.desk.open(service)
        with self.database.writing() as session:
            case = session.get_one(Case, case_id)
            case.reason, case.opened_at = "Sudah pernah terbit", LONG_AGO
            if closed:
                case.state, case.closed_at = CaseState.CLOSED, closed
            for paper in session.exec(select(Paper).where(Paper.case_id == case_id)):
                paper.reason = "buram"
            for upload in session.exec(select(Upload).where(Upload.object_key == None)):  # noqa: E711
                upload.object_key, upload.state = f"{upload.id:032x}", UploadState.STORED
            session.add(Rating(case_id=case_id, contact_id=self.desk.contact_id, office_id=self.desk.office_id, score=1,
                               comment="petugas P-07 marah"))  # fmt: skip
            document = Document(case_id=case_id, office_id=self.desk.office_id, kind="pdf", state=DocumentState.ISSUED,
                                object_key=f"{case_id + 5000:032x}", stuck="nama berbeda")  # fmt: skip
            session.add(document)
            session.flush()
            session.add(
                Shipment(
                    document_id=document.id, address=ADDRESS, fee_rupiah=14_000, tracking_number=f"P26{document.id}"
                )
            )
        return case_id

    def chat(self, at: datetime = LONG_AGO, contact_id: int | None = None, **values: Any) -> None:
        """A message and our answer to it."""
        self.messages += 1
        with self.database.writing() as session:
            contact = session.get_one(Contact, contact_id or self.desk.contact_id)
            event = Event(
                contact_id=contact.id, channel=contact.channel, kind=EventKind.MESSAGE, body={"text": "kk saya hilang"},
                message_sid=f"SM{self.messages:032x}", state=EventState.PROCESSED, received_at=at,
            )  # fmt: skip
            session.add(event)
            session.flush()
            number = queue(session, contact.id, Message("NIK Anda?"), event_id=event.id)
            row = session.get_one(Outgoing, number)
            row.sid, row.state = f"SM{self.messages + 1000:032x}", OutgoingState.SENT
            for name, value in values.items():
                setattr(row, name, value)

    def form(self, at: datetime = LONG_AGO) -> int:
        """One that went out to be signed."""
        wanted = handouts.Wanted("F-1.07", "KTP-H", {"name": "Contoh Warga"}, self.desk.office_id)
        with self.database.writing() as session:
            return handouts.give(session, session.get_one(Contact, self.desk.contact_id), wanted, at).id

    def photo(self, at: datetime = LONG_AGO, **values: Any) -> int:
        """One that no case has taken up."""
        with self.database.writing() as session:
            upload = Upload(contact_id=self.desk.contact_id, state=UploadState.STORED, created_at=at, **values)
            session.add(upload)
            session.flush()
            upload.object_key = values.get("object_key") or f"{upload.id:032x}"
            return upload.id

    def all(self, table: type[Row]) -> list[Row]:
        with self.database.reading() as session:
            return list(session.exec(select(table).order_by(text("1"))).all())


@pytest.fixture
def kept(database: Database, tmp_path: Path) -> Kept:
    return Kept(furnish(database), Journal(tmp_path / "deletions.jsonl"))
