"""Uploads: the row goes with all that was read from the file, and the file becomes a remnant. Forms are rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, SQLModel, col, select

from registry.models import Handout, Upload, UploadState
from registry.retention.remnants import leave_media, leave_objects

UPLOADS = SQLModel.metadata.tables["upload"].c


def drop(session: Session, uploads: Sequence[Upload], at: datetime) -> int:
    """A file that another upload holds as well stays until that one goes, too.

    What a row holds is learned from its deletion: a file may have been fetched since the row was read.
    """
    ids = [upload.id for upload in uploads]
    held = UPLOADS.object_key, UPLOADS.state, UPLOADS.message_sid, UPLOADS.media_sid
    gone = session.execute(delete(Upload).where(UPLOADS.id.in_(ids)).returning(*held)).all()
    keys = {row.object_key for row in gone if row.object_key}
    others = select(Upload.object_key).where(col(Upload.object_key).in_(keys))
    leave_objects(session, sorted(keys - set(session.exec(others))), at)
    for row in gone:
        if row.state is UploadState.TO_FETCH and row.message_sid and row.media_sid:
            leave_media(session, row.message_sid, row.media_sid, at)  # nobody will fetch it now
    return len(gone)


def drop_forms(session: Session, contact_id: int, ids: Sequence[int] | None = None) -> int:
    """Those that went out to the contact to be signed: of these ids, else all. One still to be sent fails to go."""
    wanted = select(Handout).where(Handout.contact_id == contact_id)
    forms = session.exec(wanted if ids is None else wanted.where(col(Handout.id).in_(ids))).all()
    session.execute(delete(Handout).where(col(Handout.id).in_([form.id for form in forms])))
    return len(forms)
