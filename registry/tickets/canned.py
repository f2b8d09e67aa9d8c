"""An office's ready replies, and the holes in them that a talk fills: {nama}, {nomor}, {kantor}, {jam}."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import CHECKERS, Refused, Role
from registry.models import CannedReply
from registry.moves import LOCK, require

KEEPERS = frozenset({Role.SUPERVISOR, Role.ADMIN})
HOLES = ("nama", "nomor", "layanan", "janji", "kantor", "alamat", "jam", "petugas")
LONGEST, LONGEST_TITLE, MOST = 1000, 60, 100
HOLE = re.compile(r"\{\s*([^{}]*?)\s*\}")


def replies(session: Session, actor: Actor) -> Sequence[CannedReply]:
    """Of the officer's office, by title."""
    require(actor, CHECKERS | KEEPERS)
    theirs = select(CannedReply).where(CannedReply.office_id == actor.office_id)
    return session.exec(theirs.order_by(col(CannedReply.title), col(CannedReply.id))).all()


def write(session: Session, actor: Actor, given: Mapping[str, str], at: datetime) -> CannedReply:
    """`given`: title, text_id, text_en. Raises Refused for what is missing, too long, or holds an unknown hole."""
    require(actor, KEEPERS)
    if len(replies(session, actor)) >= MOST:
        raise Refused("refused-replies-many", most=MOST)
    if actor.office_id is None:
        raise NotFound
    texts = _checked(given)
    reply = CannedReply(
        office_id=actor.office_id,
        title=texts["title"],
        text_id=texts["text_id"],
        text_en=texts["text_en"],
        changed_at=at,
    )
    session.add(reply)
    session.flush()
    _record(session, actor, reply, "reply_written", at)
    return reply


def change(session: Session, actor: Actor, reply_id: int, given: Mapping[str, str], at: datetime) -> CannedReply:
    """Raises as `write` does."""
    reply = _lock(session, actor, reply_id)
    reply.sqlmodel_update({**_checked(given), "changed_at": at})
    session.add(reply)
    _record(session, actor, reply, "reply_changed", at)
    return reply


def remove(session: Session, actor: Actor, reply_id: int, at: datetime) -> None:
    reply = _lock(session, actor, reply_id)
    _record(session, actor, reply, "reply_removed", at)
    session.delete(reply)


def filled(reply: CannedReply, language: str, known: Mapping[str, str]) -> str:
    """In the citizen's language. What is not known stays a hole, which is not sent (see tickets.say)."""
    text = reply.text_en if language == "en" else reply.text_id
    return HOLE.sub(lambda hole: known.get(hole[1]) or hole[0], text)


def holes_left(text: str) -> str | None:
    """The first one that was not filled."""
    return next((hole[0] for hole in HOLE.finditer(text) if hole[1] in HOLES), None)


def _checked(given: Mapping[str, str]) -> dict[str, str]:
    texts = {name: given.get(name, "").strip() for name in ("title", "text_id", "text_en")}
    if not all(texts.values()):
        raise Refused("refused-reply-empty")
    for name, most in (("title", LONGEST_TITLE), ("text_id", LONGEST), ("text_en", LONGEST)):
        if len(texts[name]) > most:
            raise Refused("refused-text-long", most=most, n=len(texts[name]))
    holes = [hole for name in ("text_id", "text_en") for hole in HOLE.finditer(texts[name])]
    unknown = [hole[0] for hole in holes if hole[1] not in HOLES]
    if unknown:
        raise Refused("refused-hole-unknown", hole=unknown[0], holes=", ".join(f"{{{hole}}}" for hole in HOLES))
    return texts


def _lock(session: Session, actor: Actor, reply_id: int) -> CannedReply:
    require(actor, KEEPERS)
    reply = session.get(CannedReply, reply_id, populate_existing=True, with_for_update=LOCK)
    if reply is None or reply.office_id != actor.office_id:
        raise NotFound
    return reply


def _record(session: Session, actor: Actor, reply: CannedReply, action: str, at: datetime) -> None:
    audit.record(session, actor, action, office_id=reply.office_id, subject=f"reply:{reply.id}", at=at)
