"""The REST API of messages and their media."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice

from flask import Blueprint, Response, jsonify, request
from flask.typing import ResponseReturnValue

from simulator.access import cut_line_if_told, forced_code, guard, missing
from simulator.carrier import carrier
from simulator.messages import Media, Message
from simulator.outgoing import send
from simulator.refusals import TOO_EARLY, Refusal
from simulator.resources import list_page, media_resource, message_resource, messages_uri

api_messages = Blueprint("api_messages", __name__, url_prefix="/2010-04-01/Accounts/<account>")
api_messages.before_request(guard)

MAX_PAGE = 1000
UNDER_WAY = ("accepted", "queued", "sending")


@api_messages.post("/Messages.json")
def create(account: str) -> ResponseReturnValue:
    message = send(carrier(), request.form, forced_code())
    cut_line_if_told()
    # The status of the moment of acceptance: delivery is already under way beside us.
    accepted = {"status": "queued", "date_sent": None, "error_code": None, "error_message": None}
    return jsonify(message_resource(account, message) | accepted), 201


@api_messages.get("/Messages.json")
def index(account: str) -> ResponseReturnValue:
    size = min(max(request.args.get("PageSize", 50, int), 1), MAX_PAGE)
    found = list(islice(_after_token(_matching()), size + 1))
    following = None
    if len(found) > size:
        following = request.args.to_dict() | {"PageSize": str(size), "PageToken": "PA" + found[size - 1].sid}
    rows = [message_resource(account, message) for message in found[:size]]
    return jsonify(list_page(f"{messages_uri(account)}.json", "messages", rows, following))


@api_messages.get("/Messages/<sid>.json")
def show(account: str, sid: str) -> ResponseReturnValue:
    return jsonify(message_resource(account, _message(sid)))


@api_messages.delete("/Messages/<sid>.json")
def delete(account: str, sid: str) -> ResponseReturnValue:
    message = _message(sid)
    if message.status in UNDER_WAY:
        raise Refusal(TOO_EARLY)
    carrier().store.change(message, deleted=True)
    return "", 204


@api_messages.get("/Messages/<sid>/Media.json")
def media_index(account: str, sid: str) -> ResponseReturnValue:
    message = _message(sid)
    rows = [media_resource(account, message, media) for media in message.media if not media.deleted]
    return jsonify(list_page(f"{messages_uri(account)}/{sid}/Media.json", "media_list", rows, None))


@api_messages.get("/Messages/<sid>/Media/<media_sid>.json")
def media_show(account: str, sid: str, media_sid: str) -> ResponseReturnValue:
    return jsonify(media_resource(account, _message(sid), _media(sid, media_sid)))


@api_messages.get("/Messages/<sid>/Media/<media_sid>")
def media_file(account: str, sid: str, media_sid: str) -> ResponseReturnValue:
    media = _media(sid, media_sid)
    return Response(media.data, content_type=media.content_type)


@api_messages.delete("/Messages/<sid>/Media/<media_sid>.json", endpoint="media_delete_json")
@api_messages.delete("/Messages/<sid>/Media/<media_sid>")
def media_delete(account: str, sid: str, media_sid: str) -> ResponseReturnValue:
    _media(sid, media_sid).deleted = True
    return "", 204


def _message(sid: str) -> Message:
    message = carrier().store.find(sid)
    if message is None or message.deleted:
        raise missing()
    return message


def _media(sid: str, media_sid: str) -> Media:
    media = _message(sid).find_media(media_sid)
    if media is None or media.deleted:
        raise missing()
    return media


def _matching() -> Iterator[Message]:
    to, sender = request.args.get("To"), request.args.get("From")
    since, until = _moment("DateSent>"), _moment("DateSent<")
    day = _moment("DateSent")
    for message in carrier().store.newest_first():
        sent = (message.sent or message.created).replace(microsecond=0)
        if message.deleted or (to and message.to != to) or (sender and message.sender != sender):
            continue
        if (since and sent < since) or (until and sent > until) or (day and not day <= sent < day + timedelta(days=1)):
            continue
        yield message


def _after_token(messages: Iterator[Message]) -> Iterator[Message]:
    """The token names the last message of the page before, so that new messages shift nothing."""
    last = carrier().store.find(request.args.get("PageToken", "").removeprefix("PA"))
    return (message for message in messages if last is None or message.serial < last.serial)


def _moment(name: str) -> datetime | None:
    text = request.args.get(name)
    if not text:
        return None
    try:
        if len(text) == len("2026-11-21"):
            return datetime.combine(date.fromisoformat(text), datetime.min.time(), UTC)
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError as error:
        raise Refusal(20001, f"{name} is not a date") from error
