"""Papers of a citizen's earlier requests, for as long as they are kept: to be used again in one for the same NIK."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from sqlalchemy import bindparam, or_
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.filed_before import filed_before
from registry.models import Case, Contact, Paper, PaperState, Upload, UploadState
from registry.vault import vault

MOST = 60  # files; who files for one NIK more often than that is asked for a new photo
GOOD = (PaperState.SENT, PaperState.ACCEPTED, PaperState.SEEN)
WANTED = (  # built once: putting it together takes longer than running it
    select(Upload, Paper.key, Case.number)
    .join(Paper, col(Paper.id) == Upload.paper_id)
    .join(Case, col(Case.id) == Paper.case_id)
    .join(Contact, col(Contact.id) == Case.contact_id)
    .where(Case.contact_id == bindparam("contact"), Case.nik_index == bindparam("nik"))
    .where(or_(col(Contact.identity_changed_at).is_(None), col(Case.opened_at) > col(Contact.identity_changed_at)))
    .where(col(Paper.state).in_(GOOD), col(Paper.flagged).is_(False))
    .where(Upload.state == UploadState.STORED, col(Upload.read).is_not(None))
    .order_by(col(Case.id).desc(), col(Paper.id), col(Upload.id))
    .limit(MOST)
)
OF_THE_FILE = ("state", "verdict", "read", "kind", "media_type", "object_key", "size", "sha256")


@dataclass(frozen=True)
class SentPaper:
    """`number`: of the request it was sent with."""

    key: str
    number: str
    uploads: Sequence[Upload]


def papers(session: Session, contact_id: int, nik: str) -> Sequence[SentPaper]:
    """What was read well and not refused, the newest request first. Of whoever had this telephone before, nothing."""
    if not filed_before(session, contact_id):
        return []
    asked = {"contact": contact_id, "nik": vault().blind("nik", nik)}
    found = groupby(session.exec(WANTED, params=asked), key=lambda row: row[1:])
    return [SentPaper(key, number, [upload for upload, *_ in rows]) for (key, number), rows in found]


def take_over(session: Session, actor: Actor, contact: Contact, upload_ids: Iterable[int]) -> list[int]:
    """Rows of their own for files that lie with another request: what is deleted with the one stays with the other.

    Raises NotFound for a file that is gone, or was never this contact's.
    """
    return [_own(session, actor, contact, upload_id) for upload_id in upload_ids]


def _own(session: Session, actor: Actor, contact: Contact, upload_id: int) -> int:
    upload = session.get(Upload, upload_id)
    if upload is None or upload.contact_id != contact.id:
        raise NotFound
    if upload.paper_id is None:
        return upload_id  # its request was erased meanwhile, and left it to the draft
    copy = Upload(contact_id=contact.id, **{name: getattr(upload, name) for name in OF_THE_FILE})
    session.add(copy)
    session.flush()
    audit.record(session, actor, "paper_taken_over", subject=f"upload:{upload_id}", fields=(f"upload:{copy.id}",))
    return copy.id
