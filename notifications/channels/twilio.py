"""Twilio as a carrier of WhatsApp messages and SMS."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest.api.v2010.account.message import MessageInstance
from twilio.rest.content.v1.content import ContentList
from twilio.rest.content.v1.content.approval_create import ApprovalCreateList

from notifications.channels import media
from notifications.channels.carrier import AnswerLost, Outbound
from notifications.channels.client import twilio_client
from notifications.channels.errors import failure
from notifications.channels.incoming import Incoming
from settings import Settings

LOOKED_AT = 50  # the newest messages to one address
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
LISTED_AT_ONCE = 1_000  # rows of a page, the most there can be
CLOCKS_APART = timedelta(minutes=5)
NOT_TAKEN = ("failed", "undelivered", "canceled")


class TwilioCarrier:
    """One for all threads. Every method raises DeliveryFailed or AnswerLost."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._client = twilio_client(settings)
        self._status_url = f"{settings.public_url}/webhooks/twilio/status"

    def send(self, sender_address: str, to: str, outbound: Outbound, tag: str = "") -> str:
        callback = f"{self._status_url}?tag={tag}" if tag else self._status_url
        with _told():
            message = self._client.messages.create(
                to=to, from_=sender_address, status_callback=callback, **_parameters(outbound)
            )
            return str(message.sid)

    def look_up(self, sender_address: str, to: str, body: str | None, since: datetime, tag: str = "") -> list[str]:
        """By its words: Twilio keeps no tags. Not filtered by DateSent: a message still queued there has none."""
        with _told():
            found = self._client.messages.list(to=to, from_=sender_address, limit=LOOKED_AT)
        earliest = since - CLOCKS_APART
        return [message.sid for message in found if _taken(message, earliest) and _says(message, body)]

    def status(self, sid: str) -> tuple[str, str | None]:
        """What a receipt would say now: the status, and the error code of a failure."""
        with _told():
            message = self._client.messages(sid).fetch()
        return str(message.status), str(message.error_code) if message.error_code else None

    def incoming(self, to: str, since: datetime, until: datetime) -> list[Incoming]:
        """What citizens wrote to this address, oldest first. The list is newest first, its times are whole seconds."""
        with _told():
            found = self._client.messages.list(
                to=to, date_sent_after=since, date_sent_before=until, page_size=LISTED_AT_ONCE
            )
        told = (_incoming(message) for message in reversed(found) if message.direction == "inbound")
        return sorted((each for each in told if since <= each.at <= until), key=lambda each: each.at)

    def media_of(self, message_sid: str) -> list[tuple[str, str]]:
        """SID and type of each file that an inbound message brings."""
        with _told():
            found = self._client.messages(message_sid).media.list()
        return [(str(media.sid), str(media.content_type)) for media in found]

    def fetch_media(self, message_sid: str, media_sid: str, max_bytes: int) -> bytes:
        """The file of an inbound message. Raises media.MediaTooLarge or media.MediaUnavailable, nothing else."""
        return media.fetch(self._settings, message_sid, media_sid, max_bytes)

    def delete_media(self, message_sid: str, media_sid: str) -> None:
        """Removes the carrier's copy; quiet when it is gone already."""
        with _told():
            try:
                self._client.messages(message_sid).media(media_sid).delete()
            except TwilioRestException as error:
                if error.status != 404:
                    raise

    def delete_message(self, sid: str) -> None:
        """With the files it brought or took along; quiet when it is gone already."""
        with _told():
            try:
                self._client.messages(sid).delete()
            except TwilioRestException as error:
                if error.status != 404:
                    raise

    def contents(self) -> dict[tuple[str, str], str]:
        """SIDs of the forms the carrier keeps for us, by name and language."""
        with _told():
            return {(form.friendly_name, form.language): form.sid for form in self._client.content.v1.contents.list()}

    def create_content(self, name: str, language: str, types: Mapping[str, Any], samples: Mapping[str, str]) -> str:
        # The names of types keep their slash and dash: with underscores the library sends an empty form.
        form = {"friendly_name": name, "language": language, "variables": dict(samples), "types": dict(types)}
        with _told():
            return str(self._client.content.v1.contents.create(ContentList.ContentCreateRequest(form)).sid)

    def ask_approval(self, sid: str, name: str) -> None:
        request = ApprovalCreateList.ContentApprovalRequest({"name": name, "category": "UTILITY"})
        with _told():
            self._client.content.v1.contents(sid).approval_create.create(request)

    def approval(self, sid: str) -> str:
        """unsubmitted, received, pending, approved, rejected, paused or disabled."""
        return self.judgement(sid)[0]

    def judgement(self, sid: str) -> tuple[str, str]:
        """WhatsApp's word on a form, as above, and why it was rejected, if it says so."""
        with _told():
            told = self._client.content.v1.contents(sid).approval_fetch().fetch().whatsapp
        return str(told["status"]), str(told.get("rejection_reason") or "")


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except TwilioException as error:
        raise failure(error) from error
    except ValueError as error:
        # An answer that is not JSON: some proxy spoke in the carrier's place.
        raise AnswerLost("not-json") from error


def _incoming(message: MessageInstance) -> Incoming:
    at = message.date_sent or message.date_created or EPOCH
    sender, body = str(message.from_ or ""), str(message.body or "")
    return Incoming(str(message.sid), sender, body, int(message.num_media or 0), at)


def _parameters(outbound: Outbound) -> dict[str, Any]:
    if outbound.content_sid:
        variables = {str(place): value for place, value in enumerate(outbound.variables, 1)}
        return {"content_sid": outbound.content_sid, "content_variables": json.dumps(variables)}
    return {"body": outbound.body} | ({"media_url": [outbound.media_url]} if outbound.media_url else {})


def _taken(message: MessageInstance, earliest: datetime) -> bool:
    ours = str(message.direction).startswith("outbound") and message.status not in NOT_TAKEN
    return ours and (message.date_created is None or message.date_created >= earliest)


def _says(message: MessageInstance, body: str | None) -> bool:
    return body is None or (message.body or "").split() == body.split()
