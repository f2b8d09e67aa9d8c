"""One-time addresses of the page where a citizen sends papers without a chat."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import bindparam, insert, update
from sqlalchemy import select as columns
from sqlmodel import Session, SQLModel, select
from sqlmodel.sql.expression import SelectOfScalar

from registry.actors import NotFound
from registry.links import Gone, index, new_token
from registry.models import UploadLink

DAYS = 7
LINKS = SQLModel.metadata.tables["uploadlink"]
MADE = insert(LINKS)
ALIVE = columns(LINKS.c.id, LINKS.c.wanted).where(  # built once: putting it together takes longer than running it
    LINKS.c.contact_id == bindparam("contact"), LINKS.c.used_at.is_(None), LINKS.c.expires_at > bindparam("at")
)
USED = update(LINKS).where(LINKS.c.id.in_(bindparam("links", expanding=True))).values(used_at=bindparam("at"))


def create(session: Session, contact_id: int, wanted: Iterable[str], at: datetime) -> str:
    """The token for /u/<token>. `wanted` are keys of papers."""
    token = new_token()
    made = {"token_index": index("upload", token), "contact_id": contact_id, "wanted": list(wanted), "files": 0}
    made |= {"as_it_is": [], "expires_at": at + timedelta(days=DAYS), "created_at": at}
    session.connection().execute(MADE, made)
    return token


def open(session: Session, token: str, at: datetime) -> UploadLink:
    """Looking does not use it up. Raises NotFound, or Gone when it was used or has expired."""
    return _alive(session.exec(_link(token)).first(), at)


def look(session: Session, token: str, at: datetime) -> UploadLink:
    """One that was used, too, until its time is over. Raises NotFound or Gone."""
    link = session.exec(_link(token)).first()
    if link is None:
        raise NotFound
    if link.expires_at <= at:
        raise Gone
    return link


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
    papers, connection = set(wanted), session.connection()
    alive = connection.execute(ALIVE, {"contact": contact_id, "at": at}).all()
    if same := [link_id for link_id, for_papers in alive if set(for_papers) == papers]:
        connection.execute(USED, {"links": same, "at": at})


def _link(token: str) -> SelectOfScalar[UploadLink]:
    return select(UploadLink).where(UploadLink.token_index == index("upload", token))


def _alive(link: UploadLink | None, at: datetime) -> UploadLink:
    if link is None:
        raise NotFound
    if link.used_at is not None or link.expires_at <= at:
        raise Gone
    return link
