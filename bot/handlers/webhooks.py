"""The carrier's webhooks: check the signature, store, acknowledge; then answer while there is room for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hmac import compare_digest
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

import structlog
from twilio.request_validator import RequestValidator
from werkzeug import Request, Response
from werkzeug.exceptions import HTTPException, InternalServerError, MethodNotAllowed, abort

from bot.handlers.arrivals import Arrival, NotOurs, channel_of, store
from bot.handlers.at_once import AtOnce
from bot.handlers.pace import Frequent
from bot.handlers.parsing import MESSAGE_SID, parse
from notifications import receipts
from registry.database import Database
from registry.models.columns import now
from settings import Settings

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

log = structlog.get_logger()

PREFIX = "/webhooks/"
INBOUND, STATUS = f"{PREFIX}twilio/inbound", f"{PREFIX}twilio/status"
LARGEST = 2 * 1024 * 1024  # bytes of a form: 100,000 emoji, each written as twelve, still come through
EMPTY = "<?xml version='1.0' encoding='UTF-8'?><Response/>"


class Door:
    """A WSGI application by itself: no browser comes here, so it does without what an app does for pages."""

    def __init__(self, settings: Settings, database: Database, at_once: AtOnce) -> None:
        self._settings = settings
        self._database = database
        self._at_once = at_once
        self._frequent = Frequent()
        self._validator = RequestValidator(settings.twilio_auth_token)
        self.ways = {INBOUND: self._inbound, STATUS: self._status}

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        return self._answered(Request(environ))(environ, start_response)

    def _answered(self, request: Request) -> WSGIApplication:
        try:
            if request.method != "POST":
                return MethodNotAllowed(["POST"])
            return self.ways[request.path](request)
        except HTTPException as refused:
            return refused
        except Exception as fault:  # the carrier's list tells of it later (missed.py)
            log.error("request_failed", endpoint=request.path, exc_info=fault)
            return InternalServerError()

    def _inbound(self, request: Request) -> Response:
        form = self._checked(request)
        sid = form.get("MessageSid", "")
        if not MESSAGE_SID.fullmatch(sid):
            abort(400)
        arrival = _arrival(form, sid)
        try:
            contact_id = store(self._database, arrival, often=self._frequent.writes(arrival.address, arrival.at))
        except NotOurs:
            log.warning("webhook_not_ours", sid=sid)
            abort(403)
        if contact_id is not None:
            self._at_once.answer(contact_id)
        return Response(EMPTY, content_type="text/xml")

    def _status(self, request: Request) -> Response:
        form = self._checked(request)
        sid, status = form.get("MessageSid", ""), form.get("MessageStatus", "")
        with self._database.writing() as session:
            receipts.record(session, sid, status, form.get("ErrorCode"), now(), tag=request.args.get("tag", ""))
        return Response(status=204)

    def _checked(self, request: Request) -> Mapping[str, str]:
        """The form, if the carrier signed it for our public address. Anything else is a stranger's: 403."""
        form = _form(request)
        query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
        url = self._settings.public_url + request.path + query
        genuine = self._is_signed(url, form, request.headers.get("X-Twilio-Signature", ""))
        if not genuine or form.get("AccountSid") != self._settings.twilio_account_sid:
            log.warning("webhook_refused", path=request.path, signed=genuine)
            abort(403)
        return form

    def _is_signed(self, url: str, form: Mapping[str, str], signature: str) -> bool:
        """For this address as it stands; failing that, with its port or without, as the carrier may write it."""
        expected = self._validator.compute_signature(url, form)
        return compare_digest(expected.encode(), signature.encode()) or self._validator.validate(url, form, signature)


def _form(request: Request) -> dict[str, str]:
    """Without what a page's form needs as well, as files and several values of one name: that took longer than this."""
    request.max_content_length = LARGEST
    return dict(parse_qsl(request.get_data().decode("utf-8", "replace"), keep_blank_values=True))


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
