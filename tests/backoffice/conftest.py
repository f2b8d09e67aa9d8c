"""A back office over a real database: an office, its officers, and cases to work on."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import pytest
from argon2 import PasswordHasher
from flask import Flask, session
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from sqlalchemy import inspect
from sqlmodel import select

from backoffice.access import limiter
from backoffice.app import register
from backoffice.parts import Parts, furnish
from bot.interviews import Interviews
from bot.wording import Wording
from notifications.queues import Queue
from registry import cases
from registry.actors import Actor
from registry.database import Database
from registry.issuing.certificates import Authority, make_demo_authority
from registry.models import Case, Channel, Contact, Office, Officer, Sender, Upload, UploadState
from registry.places.regions import load_regions
from registry.residents import Person, enrol
from registry.uploads.store import ObjectStore
from registry.vault import Vault
from settings import Settings
from tests.stocked import stock_up

AT = datetime(2025, 11, 24, 2, 0, tzinfo=UTC)  # Monday, 10.00 WITA
PASSWORD = "tiga kata rahasia"
HOURS = {
    "zone": "Asia/Makassar",
    "weekly": {day: [["08:00", "15:00"]] for day in ("mon", "tue", "wed", "thu", "fri")},
}
NIK = "6471044506900000"
PHOTO = b"\xff\xd8\xff\xe0 a made-up photo"
ANSWERS: dict[str, dict[str, Any]] = {
    "KK-HR": {"reason": "lost", "still_have": "none", "name": "Rina Contoh", "nik": NIK, "kk_number": "",
              "village": "64.71.04.1003"},
    "KTP-BARU": {"enrolled": "yes", "name": "Bima Contoh", "nik": NIK, "kk_number": "", "village": "64.71.04.1003"},
    "PINDAH-DLM": {"movers": "family", "name": "Rina Contoh", "nik": NIK, "kk_number": "", "village": "64.71.04.1003"},
}  # fmt: skip
PERSON: dict[str, Any] = {
    "kk_number": "6471041203150000", "sex": "female", "birth_place": "Balikpapan", "born_on": date(1990, 6, 5),
    "religion": "Islam", "education": "SLTA", "occupation": "Karyawan", "blood_type": "-", "marital_status": "Kawin",
    "married_on": None, "relation": "Istri", "citizenship": "WNI", "passport": "", "stay_permit": "",
    "father": "Ahmad Contoh", "mother": "Siti Contoh", "address": "Jl. Contoh 5", "rt": "002", "rw": "003",
    "village": "64.71.04.1003",
}  # fmt: skip
CHECKED: dict[str, Any] = {"rest": ["paper:police_letter", "paper:ktp", "register"]}  # all that a KK-HR requires
PAPERS = {"KK-HR": ("police_letter", "ktp"), "KTP-BARU": (), "PINDAH-DLM": ()}
_hash = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)  # cheap: each test logs in
Row = TypeVar("Row")


class Bell:
    """Remembers which queues were woken."""

    def __init__(self) -> None:
        self.rung: list[Queue] = []

    def wake(self, queue: Queue) -> None:
        self.rung.append(queue)


def told(event: str, fields: Mapping[str, Any], case: Case, contact: Contact) -> str:
    return f"{case.number} {event}. Sebabnya: {fields.get('reason', '')}. Antrean tetap."


@dataclass
class Desk:
    """The back office, and hands to fill its records with."""

    app: Flask
    database: Database
    store: ObjectStore
    bell: Bell = field(default_factory=Bell)

    def office(self, code: str = "BPP", region: str = "64.71") -> Office:
        office = self.add(
            Office(code=code, name=f"Disdukcapil {code}", region=region, timezone="Asia/Makassar", hours=HOURS,
                   address="Jl. Contoh 1", signatory_name="Ratna Contoh", signatory_nip="196500000000000000",
                   signatory_title="Kepala Dinas")
        )  # fmt: skip
        with self.database.writing() as session:
            stock_up(session, office.id, AT)
        return office

    def officer(self, office: Office | None, *roles: str, name: str = "Siti Contoh") -> Officer:
        count = len(self.all(Officer))
        return self.add(
            Officer(office_id=office.id if office else None, username=f"officer{count}", name=name,
                    password_hash=_hash, roles=list(roles), session_key=f"key{count}")
        )  # fmt: skip

    def contact(self, office: Office, channel: Channel = Channel.WHATSAPP) -> Contact:
        count = len(self.all(Contact))
        sender = self.add(Sender(channel=channel, address=f"+6281200000{count:03}", office_id=office.id))
        return self.add(
            Contact(sender_id=sender.id, channel=channel, address=f"+62812000{count:05}",
                    address_index=f"{count}".encode(), office_id=office.id)
        )  # fmt: skip

    def case(self, office: Office, service: str = "KK-HR", **answers: Any) -> Case:
        contact = self.contact(office)
        papers = {key: [self.upload(contact).id] for key in PAPERS[service]}
        with self.database.writing() as session:
            return cases.open_case(
                session, Actor.citizen(contact), contact=contact, office=session.get_one(Office, office.id),
                service=cases.services()[service], answers={**ANSWERS[service], **answers}, papers=papers, flags=(),
                at=AT,
            )  # fmt: skip

    def upload(
        self, contact: Contact, data: bytes = PHOTO, kind: str = "image", media_type: str = "image/jpeg"
    ) -> Upload:
        return self.add(
            Upload(contact_id=contact.id, state=UploadState.STORED, verdict="fine", kind=kind, media_type=media_type,
                   object_key=self.store.put(data), size=len(data), position=len(self.all(Upload)))
        )  # fmt: skip

    def read(self, upload: Upload, **reading: Any) -> None:
        """As the uploads worker does: what stands on it."""
        with self.database.writing() as session:
            plain: dict[str, Any] = {"kinds": [], "numbers": [], "dated": None, "legible": True, "trouble": None}
            session.get_one(Upload, upload.id).read = plain | reading

    def approved(self, office: Office, service: str = "KK-HR", **answers: Any) -> Case:
        case, officer = self.case(office, service, **answers), self.officer(office, "counter")
        with self.database.writing() as session:
            return cases.approve(session, Actor.officer(officer), case.id, AT)

    def resident(self, nik: str, **known: Any) -> None:
        person = Person(**{**PERSON, "nik": nik, **known})
        with self.database.writing() as session:
            enrol(session, [person])

    def client(self, officer: Officer | None = None) -> Client:
        client = Client(self.app.test_client())
        if officer is not None:
            client.post("/masuk", username=officer.username, password=PASSWORD)
        return client

    def all(self, model: type[Row]) -> list[Row]:
        with self.database.reading() as session:
            return list(session.exec(select(model).order_by(*inspect(model).primary_key)).all())

    def again(self, row: Row) -> Row:
        with self.database.reading() as session:
            return session.get_one(type(row), row.id)  # type: ignore[attr-defined]

    def change(self, row: Row, **values: Any) -> Row:
        with self.database.writing() as session:
            found = session.get_one(type(row), row.id)  # type: ignore[attr-defined]
            for name, value in values.items():
                setattr(found, name, value)
        return found

    def add(self, row: Row) -> Row:
        with self.database.writing() as session:
            session.add(row)
        return row


@dataclass
class Client:
    """A browser of Flask's that fills in the CSRF token as the pages do."""

    flask: FlaskClient

    def get(self, path: str, **given: Any) -> Any:
        return self.flask.get(path, **given)

    def post(self, path: str, *, headers: Mapping[str, str] | None = None, **form: Any) -> Any:
        return self.flask.post(path, data={"csrf_token": self.token(), **form}, headers=headers)

    def token(self) -> str:
        """As every page carries it, without asking for one."""
        with self.flask.session_transaction() as kept:
            secret = kept.setdefault("csrf_token", secrets.token_hex(20))
        with self.flask.application.test_request_context():
            session["csrf_token"] = secret
            return str(generate_csrf())


@pytest.fixture
def database_url(request: pytest.FixtureRequest) -> str:
    """PostgreSQL, which is the stricter; what locks, counts or pages asks for both by name. SQLite has the browser."""
    return str(request.getfixturevalue(f"{getattr(request, 'param', 'postgresql')}_url"))


@pytest.fixture(scope="session")
def authority() -> Authority:
    return make_demo_authority(at=AT)


@pytest.fixture(scope="session")
def apps() -> dict[str, Flask]:
    """The one app of all tests, once the first has made it: its routes and templates are compiled once."""
    return {}


@pytest.fixture
def desk(
    database: Database,
    settings: Settings,
    tmp_path: Path,
    vault: Vault,
    authority: Authority,
    apps: dict[str, Flask],
) -> Desk:
    root = tmp_path / "root.pem"
    root.write_bytes(authority.root_pem)
    store, bell = ObjectStore(tmp_path / "objects", vault), Bell()
    parts = furnish(
        database=database,
        settings=replace(settings, public_url="http://localhost", redis_url="memory://", trusted_signers=(root,)),
        store=store, waker=bell, catalogue=cases.services(), regions=load_regions(), sentence=told,
        interview=Interviews(database, cases.services(), load_regions(), Wording()), clock=lambda: AT,
    )  # fmt: skip
    return Desk(_app(apps, parts), database, store, bell)


def _app(apps: dict[str, Flask], parts: Parts) -> Flask:
    if "desk" in apps:
        apps["desk"].extensions["backoffice"] = parts
        limiter.init_app(apps["desk"])  # forgets its counts, and any other app that took it meanwhile
    else:
        apps["desk"] = Flask("desk", static_folder=None)
        register(apps["desk"], parts)
    return apps["desk"]


@pytest.fixture
def office(desk: Desk) -> Office:
    return desk.office()


@pytest.fixture
def officer(desk: Desk, office: Office) -> Officer:
    return desk.officer(office, "counter")


@pytest.fixture
def client(desk: Desk, officer: Officer) -> Client:
    return desk.client(officer)
