"""An office that issues: residents in its register, a signatory with a key, a store for PDFs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from sqlmodel import select

from registry import cases
from registry.actors import Actor
from registry.demo.population import RINA, RINAS_KK, population
from registry.issuing import documents
from registry.issuing.certificates import Authority, issue_signatory, make_demo_authority
from registry.issuing.checked_apart import checked
from registry.issuing.issuing_desk import IssuingDesk
from registry.issuing.sign import SigningKey, sign
from registry.issuing.verify import Check
from registry.lifecycle import Role
from registry.models import AuditEntry, Case, Contact, Document, Office, Officer
from registry.places.regions import load_regions
from registry.residents import enrol
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from tests.registry.desk import MONDAY, Desk

FOUNDED = MONDAY - timedelta(days=4 * 365)  # a check also looks at the real clock
NIP = "197001011995031000"
PASSPHRASE = "contoh kata sandi"
KK = {"reason": "lost", "name": "Rina Contoh", "nik": RINA, "kk_number": RINAS_KK, "village": "64.71.04.1003"}
BIRTH = {
    "nik": RINA,
    "kk_number": RINAS_KK,
    "child_name": "Bima Contoh",
    "birth_date": "2026-11-12",
    "birth_place": "Balikpapan",
    "sex": "male",
    "child_number": 3,
    "marriage_proof": "have",
}
REGIONS = load_regions()
RESIDENTS = population(REGIONS, families=1)


# The rules are tried on SQLite, which is quick; what locks, counts or races on both.
BOTH = pytest.mark.parametrize("database_url", ["sqlite", "postgresql"], indirect=True)


class PlainWords:
    """Shows the keys it was asked for."""

    def service(self, code: str) -> str:
        return f"service {code}"

    def paper(self, key: str) -> str:
        return f"paper {key}"

    def long(self, at: datetime) -> str:
        return f"{at:%Y-%m-%d}"


@cache
def authority() -> Authority:
    return make_demo_authority(at=FOUNDED)


@cache
def key_file() -> bytes:
    return issue_signatory(authority(), name="Contoh Kepala", nip=NIP, passphrase=PASSPHRASE, at=FOUNDED)


@cache
def signed_elsewhere() -> bytes:
    """As SIAK's own signatory signs."""
    with pikepdf.new() as document, BytesIO() as written:
        document.add_blank_page()
        document.save(written)
        return sign_elsewhere(written.getvalue())


def sign_elsewhere(pdf: bytes) -> bytes:
    return sign(pdf, SigningKey.open(key_file(), PASSPHRASE), at=MONDAY, reason="-", location="-")


@cache
def checked_once(pdf: bytes, roots: tuple[bytes, ...]) -> Check:
    """Each file costs a process, and most tests pass on the same one."""
    return checked(pdf, roots)


@dataclass
class IssuingOffice:
    """The office's ids, and its issuing desk."""

    front: Desk
    desk: IssuingDesk
    folder: Path

    @property
    def counter(self) -> Actor:
        return self.front.officers[Role.COUNTER]

    @property
    def signatory(self) -> Actor:
        return self.front.officers[Role.SIGNATORY]

    def case(self, service: str = "KK-HR", answers: dict[str, Any] | None = None) -> int:
        """An approved case with its documents."""
        case_id = self.front.open(service)
        with self.desk.database.writing() as session:
            session.get_one(Case, case_id).answers = answers or (BIRTH if service == "AKL" else KK)
            cases.approve(session, self.counter, case_id, MONDAY)
        return case_id

    def document(self, service: str = "KK-HR", answers: dict[str, Any] | None = None) -> int:
        return self.front.documents(self.case(service, answers))[0].id

    def rendered(self, service: str = "KK-HR") -> int:
        document_id = self.document(service)
        self.desk.render_sample(self.counter, document_id, PlainWords(), MONDAY)
        return document_id

    def issued(self, service: str = "KK-HR") -> int:
        document_id = self.rendered(service)
        self.desk.sign(self.signatory, document_id, PASSPHRASE, MONDAY)
        return document_id

    def passed_on(self, service: str = "KK-HR", answers: dict[str, Any] | None = None) -> int:
        """Issued without rendering: a PDF signed elsewhere, whatever the register knows."""
        document_id = self.document(service, answers)
        self.desk.attach_pdf(self.counter, document_id, signed_elsewhere(), MONDAY)
        return document_id

    def corrected_birth_date(self, born_on: date) -> str:
        """The NIK of somebody whose number still holds the date before a correction."""
        rina = next(person for person in RESIDENTS if person.nik == RINA)
        corrected = replace(rina, nik=f"{RINA[:11]}1{RINA[12:]}", born_on=born_on)
        with self.desk.database.writing() as session:
            enrol(session, [corrected])
        return corrected.nik

    def receipt(self, case_id: int) -> int:
        with self.desk.database.writing() as session:
            return documents.open_receipt(session, self.counter, case_id, MONDAY).id

    def read(self, document_id: int) -> Document:
        return self.front.document(document_id)

    def pdf(self, document_id: int) -> bytes:
        return self.desk.store.get(str(self.read(document_id).object_key))

    def files(self) -> list[Path]:
        return [path for path in self.folder.rglob("*") if path.is_file()]

    def deeds(self) -> list[str]:
        with self.desk.database.reading() as session:
            return [entry.action for entry in session.exec(select(AuditEntry).order_by("id"))]

    def contact(self) -> Contact:
        with self.desk.database.reading() as session:
            return session.get_one(Contact, self.front.contact_id)

    def officially(self) -> IssuingOffice:
        return replace(self, desk=replace(self.desk, official=True))


def furnish_issuing(front: Desk, folder: Path, vault: Vault) -> IssuingOffice:
    store = ObjectStore(folder, vault)
    with front.database.writing() as session:
        enrol(session, RESIDENTS)
        office = session.get_one(Office, front.office_id)
        office.signatory_name, office.signatory_nip, office.signatory_title = "Contoh Kepala", NIP, "Kepala Dinas"
        session.get_one(Officer, front.officers[Role.SIGNATORY].officer_id).signing_key = store.put(key_file())
    desk = IssuingDesk(
        front.database,
        store,
        REGIONS,
        public_url="https://loket.contoh.go.id",
        official=False,
        trusted_roots=(authority().root_pem,),
        check=checked_once,
    )
    return IssuingOffice(front, desk, folder)
