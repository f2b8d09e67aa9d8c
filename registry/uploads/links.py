"""One-time addresses of the page where a citizen sends papers without a chat."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from registry.actors import NotFound
from registry.links import Gone, index, new_token
from registry.models import UploadLink

DAYS = 7
ALIVE = select(UploadLink).where(  # built once: putting it together takes longer than running it
    UploadLink.contact_id == bindparam("contact"),
    col(UploadLink.used_at).is_(None),
    UploadLink.expires_at > bindparam("at"),
)


def create(session: Session, contact_id: int, wanted: Iterable[str], at: datetime) -> str:
    """The token for /u/<token>. `wanted` are keys of papers."""
    token = new_token()
    session.add(
        UploadLink(
            token_index=index("upload", token),
            contact_id=contact_id,
            wanted=list(wanted),
            expires_at=at + timedelta(days=DAYS),
            created_at=at,
        )
    )
    return token


def open(session: Session, token: str, at: datetime) -> UploadLink:
    """Looking does not use it up. Raises NotFound, or Gone when it was used or has expired."""
    return _alive(session.exec(_link(token)).first(), at)


def is_open(session: Session, token: str, at: datetime) -> bool:
    try:
        open(session, token, at)
    except (NotFound, Gone):
        return False
    return True


def hold(session: Session, token: str, at: datetime) -> UploadLink:
    """Locked until the transaction ends. Raises as `open` does."""
    locked = _link(token).with_for_update(key_share=True).execution_options(populate_existing=True)
    return _alive(session.exec(locked).first(), at)


def use(session: Session, token: str, at: datetime) -> UploadLink:
    """In the transaction that stores the papers: of two sendings at once, one gets through. Raises as `open` does."""
    link = hold(session, token, at)
    close(session, link.contact_id, link.wanted, at)
    return link


def close(session: Session, contact_id: int, wanted: Iterable[str], at: datetime) -> None:
    """Every page of the contact for just these papers: they have come, by whichever way."""
    papers = set(wanted)
    for link in session.exec(ALIVE, params={"contact": contact_id, "at": at}):
        if set(link.wanted) == papers:
            link.used_at = at
            session.add(link)


def _link(token: str) -> SelectOfScalar[UploadLink]:
    return select(UploadLink).where(UploadLink.token_index == index("upload", token))


def _alive(link: UploadLink | None, at: datetime) -> UploadLink:
    if link is None:
        raise NotFound
    if link.used_at is not None or link.expires_at <= at:
        raise Gone
    return link
