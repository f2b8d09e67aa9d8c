"""The officers of the demo. They all share one password, which the README prints: never for real citizens."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from sqlmodel import Session

from registry.actors import Actor
from registry.issuing.certificates import Authority, issue_signatory, make_demo_authority
from registry.lifecycle import Role
from registry.models import Office, Officer
from registry.uploads.store import ObjectStore

PASSWORD = "contoh-loket"  # noqa: S105  also the passphrase of the signatories' keys
AGE = timedelta(days=60)  # certificates are older than the oldest case

# username before the dot, petugas.bpp at the counter of Balikpapan; and a name, since it stands beside the role
ROLES = {
    Role.COUNTER: ("petugas", "Wulandari Contoh"),
    Role.SUPERVISOR: ("pengawas", "Hartono Contoh"),
    Role.SIGNATORY: ("kepala", ""),
    Role.PRINTING: ("cetak", "Gunawan Contoh"),
    Role.POST: ("pos", "Saputra Contoh"),
    Role.ADMIN: ("admin", "Anggraini Contoh"),
}

Staff = dict[Role, Actor]


def make_authority(at: datetime) -> Authority:
    """Its `root_pem` belongs into TRUSTED_SIGNERS, so that PDFs signed in the demo can be attached, too."""
    return make_demo_authority(at=at - AGE)


def make_staff(session: Session, office: Office, authority: Authority, store: ObjectStore, at: datetime) -> Staff:
    password = PasswordHasher().hash(PASSWORD)
    staff = {}
    for role, (username, name) in ROLES.items():
        officer = _officer(f"{username}.{office.code.lower()}", name, role, password)
        officer.office_id = office.id
        if role is Role.SIGNATORY:
            officer.name = office.signatory_name
            officer.signing_key = store.put(_key(authority, office, at))
        session.add(officer)
        session.flush()
        staff[role] = Actor.officer(officer)
    return staff


def make_province(session: Session) -> None:
    session.add(_officer("provinsi", "Wibowo Contoh", Role.PROVINCE, PasswordHasher().hash(PASSWORD)))


def _officer(username: str, name: str, role: Role, password: str) -> Officer:
    return Officer(
        username=username, name=name, password_hash=password, roles=[role.value], session_key=secrets.token_hex(16)
    )


def _key(authority: Authority, office: Office, at: datetime) -> bytes:
    return issue_signatory(
        authority, name=office.signatory_name, nip=office.signatory_nip, passphrase=PASSWORD, at=at - AGE
    )
