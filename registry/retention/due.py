"""What the retention finds due: a page at a time along an index, oldest first. Reading it changes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import func, select, text, tuple_
from sqlmodel import SQLModel, col

from registry.database import Database
from registry.families import SPAN
from registry.issuing.download_links import CITIZEN_DAYS
from registry.models import (
    Case,
    Complaint,
    Contact,
    DataRequest,
    Event,
    EventState,
    Filing,
    FormAnswer,
    Sender,
    VanEntry,
)
from registry.models.cases import KEPT as CLOSED
from registry.models.complaints import TOLD
from registry.models.form_door import STILL_HELD
from registry.models.rights import KEPT as ANSWERED
from registry.models.uploads import LOOSE
from registry.retention.limits import Limits

PAGE = 500
FIRST = (datetime(1970, 1, 1, tzinfo=UTC), 0)
# In words, so that SQLite sees that its partial index serves; and with its table, for a case has such a column, too.
BODY_KEPT = text("event.erased_at IS NULL")
EVENTS, UPLOADS, HANDOUTS = (SQLModel.metadata.tables[name].c for name in ("event", "upload", "handout"))


@dataclass(frozen=True)
class OfContact:
    """Rows that belong to one contact, by their ids."""

    contact_id: int
    ids: Sequence[int]

    def __len__(self) -> int:
        return len(self.ids)


def cases(database: Database, limits: Limits) -> Iterator[int]:
    for office_id, cutoff in limits.cutoffs.items():
        wanted = select(col(Case.id)).where(col(Case.office_id) == office_id, CLOSED, col(Case.closed_at) < cutoff)
        yield from _ids(database, wanted.order_by(col(Case.closed_at)))


def messages(database: Database, limits: Limits) -> Iterator[OfContact]:
    """Of the inboxes of contacts none of whose cases is kept any more."""
    case_kept = (
        select(col(Case.id)).where(col(Case.contact_id) == EVENTS.contact_id, col(Case.erased_at).is_(None)).exists()
    )
    wanted = _of_contact(EVENTS.id, EVENTS.contact_id, EVENTS.received_at)
    yield from _pages(database, wanted.where(BODY_KEPT, Event.state != EventState.PENDING, ~case_kept), limits)


def uploads(database: Database, limits: Limits) -> Iterator[OfContact]:
    """Files that no case has taken up: photos of abandoned drafts, of links never finished."""
    wanted = _of_contact(UPLOADS.id, UPLOADS.contact_id, UPLOADS.created_at)
    yield from _pages(database, wanted.where(LOOSE), limits)


def forms(database: Database, limits: Limits) -> Iterator[OfContact]:
    """Those that went out to be signed."""
    yield from _pages(database, _of_contact(HANDOUTS.id, HANDOUTS.contact_id, HANDOUTS.created_at), limits)


def complaints(database: Database, limits: Limits) -> Iterator[int]:
    for office_id, cutoff in limits.cutoffs.items():
        answered = col(Complaint.office_id) == office_id, TOLD, col(Complaint.answered_at) < cutoff
        yield from _ids(database, select(col(Complaint.id)).where(*answered))


def requests(database: Database, limits: Limits) -> Iterator[int]:
    for office_id, cutoff in limits.cutoffs.items():
        closed = col(DataRequest.office_id) == office_id, ANSWERED, col(DataRequest.closed_at) < cutoff
        yield from _ids(database, select(col(DataRequest.id)).where(*closed))


def filings(database: Database, limits: Limits) -> Iterator[datetime]:
    """Which telephone filed for which family, once it does not count any more: up to which time."""
    until = limits.at - SPAN
    with database.reading() as session:
        old = session.execute(select(col(Filing.filed_at)).where(col(Filing.filed_at) < until).limit(1)).first()
    if old is not None:
        yield until


def copies(database: Database, limits: Limits) -> Iterator[int]:
    """Copies of citizens' data whose link has ended."""
    since = limits.at - timedelta(days=CITIZEN_DAYS)
    ended = ANSWERED, col(DataRequest.closed_at) < since, col(DataRequest.object_key).is_not(None)
    yield from _ids(database, select(col(DataRequest.id)).where(*ended))


def van_entries(database: Database, limits: Limits) -> Iterator[int]:
    """What crews of mobile vans wrote down; the office has dealt with it since."""
    for office_id, cutoff in limits.cutoffs.items():
        old = col(VanEntry.office_id) == office_id, col(VanEntry.received_at) < cutoff
        yield from _ids(database, select(col(VanEntry.id)).where(*old))


def answers(database: Database, limits: Limits) -> Iterator[int]:
    """Of offices' forms: those that became no request, whoever was to see to them."""
    for office_id, cutoff in limits.cutoffs.items():
        held = col(FormAnswer.office_id) == office_id, STILL_HELD, col(FormAnswer.received_at) < cutoff
        yield from _ids(database, select(col(FormAnswer.id)).where(*held))


def _of_contact(number: Any, contact_id: Any, since: Any) -> Any:
    office = func.coalesce(col(Contact.office_id), col(Sender.office_id)).label("office_id")
    columns = number.label("id"), contact_id.label("contact_id"), since.label("since"), office
    joined = select(*columns).join(Contact, col(Contact.id) == contact_id)
    return joined.join(Sender, col(Sender.id) == col(Contact.sender_id)).order_by(since, number)


def _pages(database: Database, wanted: Any, limits: Limits) -> Iterator[OfContact]:
    number, _, since, _ = wanted.selected_columns
    after, older = FIRST, wanted.where(since.element < limits.latest).limit(PAGE)
    while True:
        with database.reading() as session:
            page = session.execute(older.where(tuple_(since.element, number.element) > after)).all()
        if not page:
            return
        after = (page[-1].since, page[-1].id)
        passed = sorted((row.contact_id, row.id) for row in page if limits.are_passed(row.office_id, row.since))
        for contact_id, rows in groupby(passed, key=itemgetter(0)):
            yield OfContact(contact_id, [number for _, number in rows])


def _ids(database: Database, wanted: Any) -> Iterator[int]:
    with database.reading() as session:
        found = session.execute(wanted).scalars().all()
    yield from found
