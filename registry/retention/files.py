"""Uploads: the row goes with all that was read from the file, and the file becomes a remnant. Forms are rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry.models import Handout, Upload, UploadState
from registry.retention.remnants import leave_media, leave_objects


def drop(session: Session, uploads: Sequence[Upload], at: datetime) -> int:
    """A file that another upload holds as well stays until that one goes, too."""
    ids = [upload.id for upload in uploads]
    keys = {upload.object_key for upload in uploads if upload.object_key}
    others = select(Upload.object_key).where(col(Upload.object_key).in_(keys), col(Upload.id).not_in(ids))
    leave_objects(session, sorted(keys - set(session.exec(others))), at)
    for upload in uploads:
        if upload.state is UploadState.TO_FETCH and upload.message_sid and upload.media_sid:
            leave_media(session, upload.message_sid, upload.media_sid, at)  # nobody will fetch it now
    session.execute(delete(Upload).where(col(Upload.id).in_(ids)))
    return len(ids)


def drop_forms(session: Session, contact_id: int, ids: Sequence[int] | None = None) -> int:
    """Those that went out to the contact to be signed: of these ids, else all. One still to be sent fails to go."""
    wanted = select(Handout).where(Handout.contact_id == contact_id)
    forms = session.exec(wanted if ids is None else wanted.where(col(Handout.id).in_(ids))).all()
    session.execute(delete(Handout).where(col(Handout.id).in_([form.id for form in forms])))
    return len(forms)
