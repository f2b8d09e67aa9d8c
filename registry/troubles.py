"""What went wrong without a row of its own is noted once, however often it happens, until it goes well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import delete
from sqlmodel import Session, col, select

from registry.database import Database, is_away
from registry.models import Case, Document, Paper, Trouble, TroubleKind, Upload
from registry.models.columns import now
from registry.sole import make_sure

log = structlog.get_logger()


def note(
    database: Database,
    kind: TroubleKind,
    subject: str,
    fault: BaseException,
    office_id: int | None,
    case_id: int | None = None,
) -> None:
    """In a transaction of its own, since that of the deed is lost."""
    with database.writing() as session:
        add(session, kind, subject, type(fault).__name__, now(), office_id, case_id)


def subjects(session: Session, kind: TroubleKind) -> set[str]:
    """What is in trouble of this kind now."""
    return set(session.exec(select(Trouble.subject).where(col(Trouble.kind) == kind)))


@dataclass
class Apart:
    broke: bool = False


@contextmanager
def apart(
    database: Database, subject: str, office_id: int | None = None, case_id: int | None = None
) -> Iterator[Apart]:
    """One row of many: where it breaks that is noted, and the next ones get their turn. The caller sees to it that it
    is not tried at once again. Raises what is no row's fault: the database, a disk, a network."""
    one = Apart()
    try:
        yield one
    except Exception as fault:
        if is_away(fault) or isinstance(fault, OSError):
            raise
        one.broke = True
        log.error("row_broke", subject=subject, exc_info=fault)
        note(database, TroubleKind.ROW, subject, fault, office_id, case_id)


def lost(database: Database, key: str, fault: BaseException) -> None:
    """A file that a record names is not there, or the store cannot be read. Of which case it is says its key."""
    with database.writing() as session:
        found = session.exec(select(Document).where(Document.object_key == key)).first()
        if found is not None:
            add(
                session,
                TroubleKind.FILE,
                f"document:{found.id}",
                type(fault).__name__,
                now(),
                found.office_id,
                found.case_id,
            )
            return
        of_upload = select(Upload.id, Case.office_id, Case.id).where(Upload.object_key == key)
        joined = of_upload.outerjoin(Paper, col(Paper.id) == Upload.paper_id).outerjoin(
            Case, col(Case.id) == Paper.case_id
        )
        number, office_id, case_id = session.exec(joined).first() or (None, None, None)
        add(session, TroubleKind.FILE, f"upload:{number or 'other'}", type(fault).__name__, now(), office_id, case_id)


def settle(session: Session, kind: TroubleKind, failed: Mapping[str, str], at: datetime) -> None:
    """Of a kind that is looked at as a whole: what failed now, by subject and error; whatever else was is over."""
    session.execute(delete(Trouble).where(col(Trouble.kind) == kind, col(Trouble.subject).not_in(failed)))
    for subject, error in failed.items():
        add(session, kind, subject, error, at)


def add(
    session: Session,
    kind: TroubleKind,
    subject: str,
    error: str,
    at: datetime,
    office_id: int | None = None,
    case_id: int | None = None,
) -> datetime:
    """In the transaction of what goes on in spite of it. Since when it has been so."""
    new = Trouble(kind=kind, subject=subject, error=error, office_id=office_id, case_id=case_id, times=0, first_at=at)
    make_sure(session, new, "kind", "subject")
    mine = select(Trouble).where(Trouble.kind == kind, Trouble.subject == subject)
    trouble = session.exec(mine.with_for_update()).one()
    trouble.times, trouble.last_at, trouble.error = trouble.times + 1, at, error
    session.add(trouble)
    return trouble.first_at


def end(database: Database, kind: TroubleKind, subject: str) -> None:
    """As `over`, for what is done every second: it writes only where there was trouble."""
    with database.reading() as session:
        there = session.exec(select(Trouble.id).where(Trouble.kind == kind, Trouble.subject == subject)).first()
    if there is not None:
        with database.writing() as session:
            over(session, kind, subject)


def over(session: Session, kind: TroubleKind, subject: str) -> None:
    """It goes well again, or it never was otherwise."""
    session.execute(delete(Trouble).where(col(Trouble.kind) == kind, col(Trouble.subject) == subject))
