"""Answers that the script in an office's own form posts: checked, kept, acknowledged; a worker reads them."""

from __future__ import annotations

import structlog
from flask import Blueprint, Response, abort, jsonify, request

from bot.handlers.webhooks import PREFIX
from notifications.queues import Queue, Wakes
from registry.database import Database
from registry.form_door import forms, signed
from registry.models.columns import now

log = structlog.get_logger()

LARGEST = 128 * 1024  # bytes of an answer
STAMP, SIGNATURE = "X-Loket-Timestamp", "X-Loket-Signature"


def blueprint(database: Database, waker: Wakes) -> Blueprint:
    door = Blueprint("form_answers", __name__)

    @door.post(f"{PREFIX}forms/<token>")
    def take(token: str) -> Response:
        """403 alike for an unknown form, a wrong signature and one that is too old; 200 once it is kept."""
        request.max_content_length = LARGEST
        body, at = request.get_data(), now()
        stamp, signature = request.headers.get(STAMP, ""), request.headers.get(SIGNATURE, "")
        with database.reading() as session:
            found = forms.by_token(session, token)
        if not signed.is_genuine(found, stamp, body, signature, at) or found is None:
            log.warning("form_refused", form=found.id if found else None)
            abort(403)
        cells = signed.parse(body)
        if cells is None:
            abort(400)
        try:
            with database.writing() as session:
                held = forms.hold(session, found.id)
                kept = signed.keep(session, held, cells, at)
        except signed.TooMany:
            abort(429)
        waker.wake(Queue.FORMS)
        return jsonify(status="kept" if kept.new else "known")

    return door
