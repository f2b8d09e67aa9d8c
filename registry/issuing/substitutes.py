"""Who signs in the head's place for some days (Plh., Plt.): with their own key, and their own name on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from registry import audit
from registry.actors import Actor, NotFound
from registry.lifecycle import Refused, Role
from registry.models import Office, Officer, Substitute
from registry.moves import LOCK, require
from registry.offices.nip import nip as read_nip

APPOINTERS = frozenset({Role.ADMIN})
LONGEST = 366  # days
# Who answers for what others decide, as the head does: a clerk would sign what they have approved themselves.
STAND_IN = frozenset({Role.SIGNATORY, Role.SUPERVISOR})


def acting(session: Session, office_id: int, day: date) -> Substitute | None:
    """Whose name stands under what the office makes on that day; none: the head's."""
    return session.exec(
        select(Substitute)
        .where(Substitute.office_id == office_id, col(Substitute.ended_at).is_(None))
        .where(col(Substitute.first) <= day, col(Substitute.last) >= day)
        .order_by(col(Substitute.id).desc())
    ).first()


def listed(session: Session, actor: Actor, today: date) -> Sequence[Substitute]:
    """Of this office, those that hold or will."""
    require(actor, APPOINTERS)
    mine = select(Substitute).where(Substitute.office_id == actor.office_id, col(Substitute.ended_at).is_(None))
    return session.exec(mine.where(col(Substitute.last) >= today).order_by(col(Substitute.first))).all()


def may_stand_in(officer: Officer, office: Office | None = None) -> bool:
    """`office`: whose head stands in for nobody."""
    is_head = office is not None and officer.name == office.signatory_name
    return officer.disabled_at is None and bool(STAND_IN & set(officer.roles)) and not is_head


def appoint(
    session: Session, actor: Actor, officer_id: int, *, nip: str, title: str, first: date, last: date, at: datetime
) -> Substitute:
    """One at a time. Raises Refused for days that are none or over, for who answers for nobody's decisions, and for
    oneself: nobody gives the head's power to themselves."""
    require(actor, APPOINTERS)
    officer = session.get(Officer, officer_id, with_for_update=LOCK)
    if officer is None or officer.office_id is None or officer.office_id != actor.office_id:
        raise NotFound
    if not may_stand_in(officer) or officer.id == actor.officer_id:
        raise Refused("refused-substitute-role", field="officer")
    if not title.strip():
        raise Refused("refused-substitute", field="title")
    number = read_nip(nip, "nip")
    _expect_days(first, last, at.astimezone(ZoneInfo(session.get_one(Office, officer.office_id).timezone)).date())
    overlap = select(Substitute.id).where(Substitute.office_id == actor.office_id, col(Substitute.ended_at).is_(None))
    if session.exec(overlap.where(col(Substitute.first) <= last, col(Substitute.last) >= first)).first():
        raise Refused("refused-substitute-overlap")
    substitute = Substitute(
        office_id=officer.office_id, officer_id=officer.id, name=officer.name, nip=number,
        title=title.strip()[:120], first=first, last=last,
    )  # fmt: skip
    session.add(substitute)
    _record(session, actor, officer.id, "substitute_appointed", at)
    return substitute


def _expect_days(first: date, last: date, today: date) -> None:
    if last < first:
        raise Refused("refused-substitute-order", field="last")
    if last < today:
        raise Refused("refused-substitute-over", field="last")
    if (last - first).days > LONGEST:
        raise Refused("refused-substitute-long", field="last")


def end_all(session: Session, actor: Actor, officer_id: int, at: datetime) -> None:
    """Who may not come in any more signs for nobody."""
    theirs = select(Substitute.id).where(Substitute.officer_id == officer_id, col(Substitute.ended_at).is_(None))
    for substitute_id in session.exec(theirs).all():  # one at a time, and few
        end(session, actor, substitute_id, at)


def end(session: Session, actor: Actor, substitute_id: int, at: datetime) -> None:
    """The head is back."""
    require(actor, APPOINTERS)
    substitute = session.get(Substitute, substitute_id, with_for_update=LOCK)
    if substitute is None or substitute.office_id != actor.office_id:
        raise NotFound
    substitute.ended_at = at
    session.add(substitute)
    _record(session, actor, substitute.officer_id, "substitute_ended", at)


def _record(session: Session, actor: Actor, officer_id: int, action: str, at: datetime) -> None:
    subject = f"officer:{officer_id}"
    audit.record(session, actor, action, office_id=actor.office_id, subject=subject, fields=("signatory",), at=at)
