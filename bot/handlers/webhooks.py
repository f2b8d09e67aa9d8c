"""The carrier's webhooks: check the signature, store, acknowledge; then answer while there is room for it."""

from __future__ import annotations

from collections.abc import Mapping
from hmac import compare_digest

import structlog
from flask import Blueprint, Response, abort, request
from twilio.request_validator import RequestValidator

from bot.handlers.arrivals import Arrival, NotOurs, channel_of, store
from bot.handlers.at_once import AtOnce
from bot.handlers.parsing import MESSAGE_SID, parse
from notifications import receipts
from registry.database import Database
from registry.models.columns import now
from settings import Settings

log = structlog.get_logger()

PREFIX = "/webhooks/"
INBOUND, STATUS = f"{PREFIX}twilio/inbound", f"{PREFIX}twilio/status"
LARGEST = 2 * 1024 * 1024  # bytes of a form: 100,000 emoji, each written as twelve, still come through
EMPTY = "<?xml version='1.0' encoding='UTF-8'?><Response/>"


def blueprint(settings: Settings, database: Database, at_once: AtOnce) -> Blueprint:
    door = Door(settings, database, at_once)
    webhooks = Blueprint("webhooks", __name__)
    webhooks.add_url_rule(INBOUND, "inbound", door.inbound, methods=["POST"])
    webhooks.add_url_rule(STATUS, "status", door.status, methods=["POST"])
    return webhooks


class Door:
    def __init__(self, settings: Settings, database: Database, at_once: AtOnce) -> None:
        self._settings = settings
        self._database = database
        self._at_once = at_once
        self._validator = RequestValidator(settings.twilio_auth_token)

    def inbound(self) -> Response:
        form = self._checked(INBOUND)
        sid = form.get("MessageSid", "")
        if not MESSAGE_SID.fullmatch(sid):
            abort(400)
        try:
            contact_id = store(self._database, _arrival(form, sid))
        except NotOurs:
            log.warning("webhook_not_ours", sid=sid)
            abort(403)
        if contact_id is not None:
            self._at_once.answer(contact_id)
        return Response(EMPTY, content_type="text/xml")

    def status(self) -> Response:
        form = self._checked(STATUS)
        sid, status = form.get("MessageSid", ""), form.get("MessageStatus", "")
        with self._database.writing() as session:
            receipts.record(session, sid, status, form.get("ErrorCode"), now(), tag=request.args.get("tag", ""))
        return Response(status=204)

    def _checked(self, path: str) -> Mapping[str, str]:
        """The form, if the carrier signed it for our public address. Anything else is a stranger's: 403."""
        request.max_content_length = request.max_form_memory_size = LARGEST
        form = request.form
        query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
        url = self._settings.public_url + path + query
        genuine = self._is_signed(url, form, request.headers.get("X-Twilio-Signature", ""))
        if not genuine or form.get("AccountSid") != self._settings.twilio_account_sid:
            log.warning("webhook_refused", path=path, signed=genuine)
            abort(403)
        return form

    def _is_signed(self, url: str, form: Mapping[str, str], signature: str) -> bool:
        """For this address as it stands; failing that, with its port or without, as the carrier may write it."""
        expected = self._validator.compute_signature(url, form)
        return compare_digest(expected.encode(), signature.encode()) or self._validator.validate(url, form, signature)


def _arrival(form: Mapping[str, str], sid: str) -> Arrival:
    address = form.get("From", "")
    return Arrival(
        channel=channel_of(address),
        to=form.get("To", ""),
        address=address,
        sid=sid,
        external=form.get("ExternalUserId"),
        body=parse(form),
        at=now(),
    )
