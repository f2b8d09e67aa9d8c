"""Messages, media, contents and pages of them as the REST API shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import urlencode

from simulator.contents import Content
from simulator.messages import Media, Message
from simulator.refusals import SENTENCES

VERSION = "2010-04-01"
CONTENT_API = "https://content.twilio.com"


def messages_uri(account_sid: str) -> str:
    return f"/{VERSION}/Accounts/{account_sid}/Messages"


def message_resource(account_sid: str, message: Message) -> dict[str, Any]:
    uri = f"{messages_uri(account_sid)}/{message.sid}"
    return {
        "account_sid": account_sid,
        "api_version": VERSION,
        "body": message.body,
        "date_created": _rfc2822(message.created),
        "date_sent": _rfc2822(message.sent),
        "date_updated": _rfc2822(message.updated),
        "direction": "inbound" if message.inbound else "outbound-api",
        "error_code": message.error_code,
        "error_message": SENTENCES.get(message.error_code) if message.error_code else None,
        "from": message.sender,
        "messaging_service_sid": None,
        "num_media": str(len(message.media) or len(message.media_urls)),
        "num_segments": str(message.segments),
        "price": None,
        "price_unit": "USD",
        "sid": message.sid,
        "status": message.status,
        "subresource_uris": {"media": f"{uri}/Media.json"},
        "to": message.to,
        "uri": f"{uri}.json",
    }


def media_resource(account_sid: str, message: Message, media: Media) -> dict[str, Any]:
    return {
        "account_sid": account_sid,
        "content_type": media.content_type,
        "date_created": _rfc2822(media.created),
        "date_updated": _rfc2822(media.created),
        "parent_sid": message.sid,
        "sid": media.sid,
        "uri": f"{messages_uri(account_sid)}/{message.sid}/Media/{media.sid}.json",
    }


def list_page(uri: str, key: str, rows: Sequence[object], following: Mapping[str, str] | None) -> dict[str, Any]:
    """A page of the 2010 API; `following` is the query of the next page, None on the last."""
    return {
        key: rows,
        "end": max(len(rows) - 1, 0),
        "first_page_uri": uri,
        "next_page_uri": f"{uri}?{urlencode(following)}" if following else None,
        "page": 0,
        "page_size": 50,
        "previous_page_uri": None,
        "start": 0,
        "uri": uri,
    }


def content_resource(account_sid: str, content: Content) -> dict[str, Any]:
    url = f"{CONTENT_API}/v1/Content/{content.sid}"
    return {
        "account_sid": account_sid,
        "date_created": content.created,
        "date_updated": content.created,
        "friendly_name": content.friendly_name,
        "language": content.language,
        "links": {
            "approval_create": f"{url}/ApprovalRequests/whatsapp",
            "approval_fetch": f"{url}/ApprovalRequests",
        },
        "sid": content.sid,
        "types": content.types,
        "url": url,
        "variables": content.variables,
    }


def _rfc2822(moment: datetime | None) -> str | None:
    return format_datetime(moment) if moment else None
