"""What a watchman asks: does it run, and how long has the oldest message waited?"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, Response, jsonify
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.exposition import CONTENT_TYPE_LATEST
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from assembly.due import oldest
from registry.database import Database
from registry.migrating import is_current
from registry.models.columns import now


def blueprint(database: Database) -> Blueprint:
    health = Blueprint("health", __name__)
    metrics = CollectorRegistry()
    ProcessCollector(registry=metrics)
    metrics.register(Waiting(database))

    @health.get("/healthz")
    def healthz() -> tuple[Response, int]:
        report = examine(database)
        return jsonify(report), 200 if report["database"] == "ok" and report["migrations"] == "current" else 503

    @health.get("/metrics")
    def scrape() -> Response:
        return Response(generate_latest(metrics), content_type=CONTENT_TYPE_LATEST)

    return health


def examine(database: Database) -> dict[str, Any]:
    """Only the database decides: with Redis away messages are still kept, and go out later."""
    try:
        if not is_current(database):
            return {"database": "ok", "migrations": "behind"}
        with database.reading() as session:
            waited = oldest(session, now())
    except SQLAlchemyError:
        return {"database": "unreachable", "migrations": "unknown"}
    return {"database": "ok", "migrations": "current"} | {f"oldest_{name}_seconds": s for name, s in waited.items()}


class Waiting(Collector):
    """Read from the database at each scrape, so that any process may be asked."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self) -> Iterator[GaugeMetricFamily]:
        with self._database.reading() as session:
            waited = oldest(session, now())
        for name, seconds in waited.items():
            yield GaugeMetricFamily(f"loket_oldest_{name}_seconds", f"How long the oldest {name} row waits", seconds)
