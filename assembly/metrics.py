"""Figures for Prometheus, read from the records at each scrape: any process of any machine tells all of them
(docs/decisions/039)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlmodel import Session, SQLModel

from assembly.parts import Parts
from assembly.vitals import examine
from notifications.pulse import Pulse
from registry.lifecycle import DocumentState
from registry.models import EventKind, OutgoingKind
from registry.models.columns import now
from registry.models.events import FAILED, IS_PENDING, IS_UNSENT
from registry.models.uploads import IN_WORK

INBOX, OUTBOX, UPLOADS, DOCUMENTS, OFFICES, AUDIT = (
    SQLModel.metadata.tables[name] for name in ("event", "outgoing", "upload", "document", "office", "audit")
)
LAST = 1_000  # rows that quantiles are of: the same work however large the tables
QUANTILES = (0.5, 0.95, 0.99)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
AWAITS = DocumentState.AWAITING_SIGNATURE


class Records(Collector):
    def __init__(self, parts: Parts, pulse: Pulse) -> None:
        self._parts = parts
        self._pulse = pulse

    def collect(self) -> Iterator[Metric]:
        found = examine(self._parts, self._pulse)
        yield _gauge(
            "loket_alert",
            "1 while it lasts; docs/operations.md says what to do",
            "alert",
            dict.fromkeys(found.alerts, 1),
        )
        if not found.serves:
            return
        try:
            with self._parts.database.reading() as session:
                yield from [
                    *_overdue(found.waited),
                    *_waiting(session),
                    *_passed(session),
                    *_faults(session, now()),
                    *_signing(session, now()),
                ]
        except SQLAlchemyError:  # lost between the two; the next scrape tells of it
            return


def _overdue(waited: Mapping[str, float]) -> Iterator[Metric]:
    for name, seconds in waited.items():
        yield GaugeMetricFamily(f"loket_oldest_{name}_seconds", f"How long the oldest {name} row is overdue", seconds)


def _waiting(session: Session) -> Iterator[Metric]:
    boxes: Mapping[str, tuple[Any, Any]] = {
        "undrained": (INBOX, IS_PENDING),
        "unsent": (OUTBOX, IS_UNSENT),
        "unread": (UPLOADS, IN_WORK),
    }
    counts = {
        name: session.scalar(select(func.count()).select_from(table).where(waits)) or 0
        for name, (table, waits) in boxes.items()
    }
    yield _gauge("loket_waiting", "Rows of each box that wait, overdue or not", "box", counts)


def _passed(session: Session) -> Iterator[Metric]:
    """How many rows there have been, by the last number given: nothing is counted."""
    for name, table in (("inbox", INBOX), ("outbox", OUTBOX)):
        last = session.scalar(select(func.max(table.c.id))) or 0
        yield CounterMetricFamily(f"loket_{name}_rows", f"Rows of the {name} so far", last)
    turns = select(INBOX.c.received_at, INBOX.c.processed_at).where(INBOX.c.kind == EventKind.MESSAGE)
    yield _quantiles(
        "loket_turn_seconds", "From arrival to answer, of the last messages", _spans(session, turns, INBOX)
    )
    answers = select(OUTBOX.c.created_at, OUTBOX.c.sent_at).where(OUTBOX.c.kind == OutgoingKind.ANSWER)
    yield _quantiles(
        "loket_send_seconds", "From answer to carrier, of the last answers", _spans(session, answers, OUTBOX)
    )


def _faults(session: Session, at: datetime) -> Iterator[Metric]:
    told = "Messages by the carrier's code or the error's class"
    retried = _by_error(session, IS_UNSENT, OUTBOX.c.error.is_not(None))
    yield _gauge("loket_retried_messages", f"{told}: those to be tried again", "code", retried)
    failed = _by_error(session, FAILED, OUTBOX.c.created_at > at - DAY)
    yield _gauge("loket_failed_messages", f"{told}: those of the last 24 hours that were given up", "code", failed)


def _signing(session: Session, at: datetime) -> Iterator[Metric]:
    offices = select(OFFICES.c.id)  # by each office, as the indexes go
    waits = DOCUMENTS.c.office_id.in_(offices), DOCUMENTS.c.state == AWAITS
    count, since = session.execute(select(func.count(), func.min(DOCUMENTS.c.moved_at)).where(*waits)).one()
    yield GaugeMetricFamily("loket_awaiting_signature", "Documents that wait to be signed", count)
    waited = (at - since).total_seconds() if since else 0
    yield GaugeMetricFamily("loket_oldest_awaiting_signature_seconds", "How long the oldest of them waits", waited)
    signed = AUDIT.c.office_id.in_(offices), AUDIT.c.at > at - HOUR, AUDIT.c.action == "document_signed"
    done = session.scalar(select(func.count()).where(*signed)) or 0
    yield GaugeMetricFamily("loket_signed_last_hour", "Documents signed in the last hour", done)


def _by_error(session: Session, *which: Any) -> Mapping[str, int]:
    counted = select(OUTBOX.c.error, func.count()).where(*which).group_by(OUTBOX.c.error)
    return {error or "none-given": count for error, count in session.execute(counted)}


def _spans(session: Session, rows: Any, table: Any) -> Sequence[float]:
    """In seconds, in order."""
    found = session.execute(rows.order_by(table.c.id.desc()).limit(LAST))
    return sorted((until - since).total_seconds() for since, until in found if until is not None)


def _quantiles(name: str, told: str, spans: Sequence[float]) -> GaugeMetricFamily:
    at = {str(share): spans[int(share * (len(spans) - 1))] for share in QUANTILES} if spans else {}
    return _gauge(name, told, "quantile", at)


def _gauge(name: str, told: str, label: str, values: Mapping[str, float]) -> GaugeMetricFamily:
    family = GaugeMetricFamily(name, told, labels=[label])
    for each, value in values.items():
        family.add_metric([each], value)
    return family
