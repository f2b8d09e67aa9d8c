"""What a signatory signs with: their own PKCS#12 file, locked by their passphrase, or their NIK as BSrE knows it."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel import Session

from registry import audit
from registry.actors import Actor
from registry.issuing.sign import KeyUnusable, SigningKey, WrongPassphrase
from registry.lifecycle import SIGNERS, Refused
from registry.models import Officer
from registry.moves import require
from registry.retention.remnants import leave_objects
from registry.uploads.store import ObjectStore

NIK = re.compile(r"[0-9]{16}")


def keep(
    session: Session, actor: Actor, store: ObjectStore, *, key: bytes, passphrase: str, nik: str, at: datetime
) -> None:
    """What is left out stays as it was. The passphrase only shows that the file is the right one."""
    require(actor, SIGNERS)
    officer = session.get_one(Officer, actor.officer_id)
    if not key and nik in ("", officer.signing_nik):
        raise Refused("refused-key-unchanged", field="key")
    if nik:
        if not NIK.fullmatch(nik):
            raise Refused("refused-signing-nik")
        officer.signing_nik = nik
    if key:
        _expect_open(key, passphrase)
        leave_objects(session, [officer.signing_key] if officer.signing_key else [], at)
        officer.signing_key = store.put(key)
    session.add(officer)
    subject = f"officer:{officer.id}"
    audit.record(session, actor, "signing_key_kept", office_id=officer.office_id, subject=subject, at=at)


def _expect_open(key: bytes, passphrase: str) -> None:
    try:
        SigningKey.open(key, passphrase)
    except WrongPassphrase:
        raise Refused("refused-passphrase") from None
    except KeyUnusable:
        raise Refused("refused-signing-key") from None
