"""Who did what, and who looked at which record: the audit log of one office, read in pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, tuple_
from sqlmodel import Session, col, select

from registry.actors import Actor
from registry.lifecycle import Role
from registry.models import AuditEntry, Case
from registry.moves import require
from registry.rights.concerned import hidden

READERS = frozenset({Role.ADMIN, Role.SUPERVISOR})

LOOKS = (
    "case_viewed", "upload_viewed", "document_viewed", "form_viewed", "web_form_viewed", "chat_viewed",
    "complaint_viewed",
    "data_request_viewed", "address_viewed", "case_listed", "card_listed", "report_fetched", "hand_letter_printed",
    "searched", "audit_viewed",
)  # fmt: skip
SHUT = ("access_refused", "record_not_found", "sign_in_failed", "code_wrong", "passphrase_wrong")
PEOPLE = (
    "officer_created", "officer_changed", "officer_disabled", "officer_enabled", "password_changed", "office_changed",
    "service_rule_changed", "helper_registered", "helper_removed", "signed_in", "signed_out", "officer_signed_out",
    "substitute_appointed", "substitute_ended", "number_added", "number_removed", "modem_chosen",
)  # fmt: skip
KINDS = {"looks": LOOKS, "shut": SHUT, "people": PEOPLE}


@dataclass(frozen=True)
class Wanted:
    """`kind` is one of KINDS, or empty for all; of `actions` and `subject` either will do. The days, both included, are
    the office's own."""

    first: date
    last: date
    officer_id: int | None = None
    case_id: int | None = None
    kind: str = ""
    actions: Sequence[str] | None = None  # those meant by what was typed: none of them finds nothing
    subject: str = ""  # as the log writes it: "document:12"


def page(
    session: Session,
    actor: Actor,
    wanted: Wanted,
    zone: str,
    *,
    after: tuple[datetime, int] | None = None,
    size: int = 50,
) -> Sequence[AuditEntry]:
    """The newest first. `after` is (at, id) of the last row of the page before."""
    require(actor, READERS)
    found = select(AuditEntry).where(AuditEntry.office_id == actor.office_id, *_conditions(wanted, ZoneInfo(zone)))
    if kept := hidden(session, actor):
        found = found.where(or_(col(AuditEntry.subject).is_(None), col(AuditEntry.subject).not_in(kept)))
    if after is not None:
        found = found.where(tuple_(col(AuditEntry.at), col(AuditEntry.id)) < after)
    return session.exec(found.order_by(col(AuditEntry.at).desc(), col(AuditEntry.id).desc()).limit(size)).all()


def numbers(session: Session, entries: Sequence[AuditEntry]) -> dict[int, str]:
    """Of the cases that are spoken of, in one statement."""
    ids = {entry.case_id for entry in entries if entry.case_id is not None}
    return dict(session.exec(select(Case.id, Case.number).where(col(Case.id).in_(ids))).all()) if ids else {}


def _conditions(wanted: Wanted, zone: ZoneInfo) -> Iterator[ColumnElement[bool]]:
    yield col(AuditEntry.at) >= datetime.combine(wanted.first, time(), zone)
    yield col(AuditEntry.at) < datetime.combine(wanted.last + timedelta(days=1), time(), zone)
    if wanted.officer_id is not None:
        yield col(AuditEntry.officer_id) == wanted.officer_id
    if wanted.case_id is not None:
        yield col(AuditEntry.case_id) == wanted.case_id
    if wanted.kind:
        yield col(AuditEntry.action).in_(KINDS[wanted.kind])
    if wanted.actions is not None:
        done = col(AuditEntry.action).in_(wanted.actions)
        yield or_(done, col(AuditEntry.subject) == wanted.subject) if wanted.subject else done
