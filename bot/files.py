"""A contact's uploads as the conversation sees them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlmodel import Session, col, select

from bot.flow import JudgedUpload
from registry.models import Upload, UploadState
from registry.uploads.reading import Reading

SHOWN = 16  # digits of a sum that tell files apart


def files_of(session: Session, contact_id: int, ids: Sequence[int]) -> tuple[JudgedUpload, ...]:
    """Those that are the contact's and still there, in this order."""
    mine = select(Upload).where(col(Upload.id).in_(set(ids)), Upload.contact_id == contact_id)
    known = {upload.id: judged(upload) for upload in session.exec(mine)} if ids else {}
    return tuple(known[number] for number in ids if number in known)


def judged(upload: Upload) -> JudgedUpload:
    kind = upload.kind if upload.state is not UploadState.REFUSED else None
    reading = Reading.from_json(upload.read) if upload.read else None
    return JudgedUpload(upload.id, upload.verdict or "fine", kind, reading, (upload.sha256 or "")[:SHOWN])
