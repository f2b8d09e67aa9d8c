"""What a crew wrote down without signal, taken in once each when it comes: a ticket served, who came without one, an
enrolment, a photographed paper. What cannot be done any more is kept as a conflict: nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused
from registry.models import VanEntry
from registry.models.vans import IKD
from registry.moves import LOCK, require
from registry.nik import KkNumber, Nik, NumberUnclear
from registry.vans import serving, visits
from registry.vans.serving import CREW

LONGEST = 200  # letters of a field
FIELDS: Mapping[str, tuple[str, ...]] = {
    "served": ("code", "enrolled", "activated", "outcome"),
    "missed": ("code",),
    "walk_in": ("people", "enrolled", "activated"),
    "enrolment": ("name", "nik", "kk_number", "note"),
    "paper": ("name", "note"),
}


@dataclass(frozen=True)
class Given:
    """One entry as the telephone sends it. `photo` are the stored file's values (registry/uploads/keeping.py)."""

    client_id: str
    kind: str
    key: str
    fields: Mapping[str, str]
    made_at: str
    photo: Mapping[str, Any] = field(default_factory=dict)


def known(session: Session, actor: Actor, client_id: str) -> VanEntry | None:
    """An entry that came before. Raises NotFound for another office's."""
    require(actor, CREW)
    found = session.exec(select(VanEntry).where(VanEntry.client_id == client_id)).first()
    if found is not None and found.office_id != actor.office_id:
        raise NotFound
    return found


def take(session: Session, actor: Actor, given: Given, at: datetime) -> VanEntry:
    """Taken in before, it is returned as it was then. Raises Refused for what is no entry at all."""
    if before := known(session, actor, given.client_id):
        return before
    if given.kind not in FIELDS or actor.office_id is None or not _is_uuid(given.client_id):
        raise Refused("refused-van-entry")
    data = {name: given.fields.get(name, "").strip()[:LONGEST] for name in FIELDS[given.kind]}
    entry = VanEntry(
        client_id=given.client_id, office_id=actor.office_id, officer_id=actor.officer_id, kind=given.kind, data=data,
        made_at=_made_at(given.made_at, at), received_at=at,
        object_key=given.photo.get("object_key"), media_type=given.photo.get("media_type"),
    )  # fmt: skip
    entry.visit_id, entry.conflict = _done(session, actor, entry, given.key, at)
    session.add(entry)
    session.flush()
    action = "van_entry_conflict" if entry.conflict else "van_entry_taken"
    audit.record(session, actor, action, office_id=entry.office_id, subject=f"vanentry:{entry.id}", at=at)
    return entry


def clear(session: Session, actor: Actor, entry_id: int, at: datetime) -> VanEntry:
    """Somebody saw to what could not be done."""
    entry = _held(session, actor, entry_id)
    if entry.conflict is None or entry.cleared_at is not None:
        raise Refused("refused-van-cleared")
    entry.cleared_at = at
    session.add(entry)
    audit.record(session, actor, "van_entry_cleared", subject=f"vanentry:{entry.id}", at=at)
    return entry


def unsettled(session: Session, actor: Actor) -> Sequence[str]:
    """The ids of this officer's conflicts that nobody saw to: what the office had and is not among them, the telephone
    may forget."""
    require(actor, CREW)
    mine = VanEntry.office_id == actor.office_id, VanEntry.officer_id == actor.officer_id
    waiting = col(VanEntry.conflict).is_not(None), col(VanEntry.cleared_at).is_(None)
    return session.exec(select(VanEntry.client_id).where(*mine, *waiting)).all()


def conflicts(session: Session, visit_id: int) -> int:
    """How many of a visit nobody saw to yet."""
    open_ones = VanEntry.visit_id == visit_id, col(VanEntry.conflict).is_not(None), col(VanEntry.cleared_at).is_(None)
    return session.exec(select(func.count()).select_from(VanEntry).where(*open_ones)).one()


def looked_at(session: Session, actor: Actor, visit_id: int, at: datetime) -> Sequence[VanEntry]:
    """Those of a visit, the oldest first; that they were read is written down."""
    mine = select(VanEntry).where(VanEntry.visit_id == visit_id, VanEntry.office_id == actor.office_id)
    found = session.exec(mine.order_by(col(VanEntry.made_at), col(VanEntry.id))).all()
    if found:
        audit.record(session, actor, "van_entries_viewed", subject=f"vanvisit:{visit_id}", at=at)
    return found


def photo(session: Session, actor: Actor, entry_id: int, at: datetime) -> VanEntry:
    entry = _held(session, actor, entry_id)
    if entry.object_key is None:
        raise NotFound
    audit.record(session, actor, "van_photo_viewed", subject=f"vanentry:{entry.id}", at=at)
    return entry


def _held(session: Session, actor: Actor, entry_id: int) -> VanEntry:
    require(actor, CREW)
    entry = session.get(VanEntry, entry_id, populate_existing=True, with_for_update=LOCK)
    if entry is None or entry.office_id != actor.office_id:
        raise NotFound
    return entry


def _done(session: Session, actor: Actor, entry: VanEntry, key: str, at: datetime) -> tuple[int | None, str | None]:
    """The visit it belongs to, and why it could not be done."""
    visit = visits.one(session, key)
    row = visit.row if visit and visit.round.office_id == actor.office_id else None
    try:
        row = serving.awaited(session, actor, key).row
        DEEDS[entry.kind](session, actor, entry.data, key, at)
    except Refused as refused:
        return (row.id if row else None), refused.reason
    except NotFound:
        return (row.id if row else None), "refused-van-code" if row else "refused-van-over"
    return (row.id if row else None), None


def _serve(session: Session, actor: Actor, data: Mapping[str, str], key: str, at: datetime) -> None:
    booked, _ = serving.find(session, actor, data["code"])
    enrolled, outcome = _number(data["enrolled"]), data["outcome"] if booked.service == IKD else ""
    activated, not_done = serving.outcome(outcome) if outcome else (_number(data["activated"]), "")
    serving.serve(session, actor, booked.id, enrolled, at, activated=activated, not_done=not_done)


def _miss(session: Session, actor: Actor, data: Mapping[str, str], key: str, at: datetime) -> None:
    booked, _ = serving.find(session, actor, data["code"])
    serving.miss(session, actor, booked.id, at)


def _walk_in(session: Session, actor: Actor, data: Mapping[str, str], key: str, at: datetime) -> None:
    people, enrolled, activated = (_number(data[name]) for name in ("people", "enrolled", "activated"))
    serving.walk_in(session, actor, key, people, enrolled, at, activated=activated)


def _enrol(session: Session, actor: Actor, data: Mapping[str, str], key: str, at: datetime) -> None:
    """Raises Refused for a number that cannot be one: the telephone tells it as well, but its word is not enough."""
    try:
        if data["nik"]:
            Nik.parse(data["nik"])
        if data["kk_number"]:
            KkNumber.parse(data["kk_number"])
    except NumberUnclear:
        raise Refused("refused-van-number") from None
    if not data["name"]:
        raise Refused("refused-van-name")


def _keep(session: Session, actor: Actor, data: Mapping[str, str], key: str, at: datetime) -> None:
    """A photo needs nothing done."""


Deed = Callable[[Session, Actor, Mapping[str, str], str, datetime], None]
DEEDS: Mapping[str, Deed] = {
    "served": _serve, "missed": _miss, "walk_in": _walk_in, "enrolment": _enrol, "paper": _keep,
}  # fmt: skip


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) < 5 else (-1 if written else 0)


def _made_at(written: str, at: datetime) -> datetime:
    """By the telephone's clock, which may be wrong: never later than now."""
    try:
        made = datetime.fromisoformat(written.replace("Z", "+00:00"))
    except ValueError:
        return at
    return min(made, at) if made.tzinfo else at


def _is_uuid(written: str) -> bool:
    try:
        return str(UUID(written)) == written
    except ValueError:
        return False
