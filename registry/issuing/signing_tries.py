"""What was sent to be signed elsewhere, noted before it goes: after silence nothing is signed twice unawares."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.issuing.drafts import ToSign
from registry.lifecycle import Refused
from registry.models import SigningTry


def open_try(session: Session, to_sign: ToSign) -> SigningTry | None:
    """The last one of this very PDF of which nobody knows how it ended."""
    mine = select(SigningTry).where(
        SigningTry.document_id == to_sign.document_id, SigningTry.object_key == to_sign.replaces
    )
    return session.exec(mine.order_by(col(SigningTry.id).desc())).first()


def begin(session: Session, actor: Actor, to_sign: ToSign, at: datetime, *, again: bool) -> int:
    """Raises Refused while an earlier try is open, unless the signatory knows of it and wants it `again`."""
    if open_try(session, to_sign) is not None and not again:
        raise Refused("refused-perhaps-signed")
    entry = SigningTry(
        document_id=to_sign.document_id, object_key=to_sign.replaces, officer_id=actor.officer_id, begun_at=at
    )
    session.add(entry)
    session.flush()
    return entry.id


def note_id(session: Session, try_id: int, id_dokumen: str | None) -> None:
    session.get_one(SigningTry, try_id).id_dokumen = id_dokumen


def close(session: Session, to_sign: ToSign) -> None:
    """How it ended is known: signed, or surely not."""
    mine = select(SigningTry).where(SigningTry.document_id == to_sign.document_id)
    for entry in session.exec(mine).all():
        session.delete(entry)
