"""What a watchman asks: does it run, what is amiss, and how long has the oldest message waited?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, Response, jsonify
from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.exposition import CONTENT_TYPE_LATEST

from assembly.metrics import Records
from assembly.parts import Parts
from assembly.vitals import examine
from notifications.pulse import Pulse


def alerts_of(parts: Parts) -> Callable[[], Sequence[str]]:
    """For the back office, which tells them in words."""
    pulse = Pulse(parts.settings.redis_url)
    return lambda: examine(parts, pulse).alerts


def blueprint(parts: Parts) -> Blueprint:
    health, pulse = Blueprint("health", __name__), Pulse(parts.settings.redis_url)
    metrics = CollectorRegistry()
    ProcessCollector(registry=metrics)
    metrics.register(Records(parts, pulse))

    @health.get("/healthz")
    def healthz() -> tuple[Response, int]:
        """503 where nothing can be kept. With anything else amiss it is 200, and `alerts` names it."""
        found = examine(parts, pulse)
        return jsonify(found.told | {"alerts": found.alerts}), 200 if found.serves else 503

    @health.get("/metrics")
    def scrape() -> Response:
        return Response(generate_latest(metrics), content_type=CONTENT_TYPE_LATEST)

    return health
