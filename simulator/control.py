"""The simulator's own API: what tests, bench and the handset page steer it by."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, jsonify, request
from flask.typing import ResponseReturnValue

from simulator.carrier import carrier
from simulator.delivery import mark_read
from simulator.inbound import Draft, kind_of, receive
from simulator.messages import Media, Message
from simulator.segments import count

control = Blueprint("control", __name__, url_prefix="/simulator")

PLACE = {"latitude": "Latitude", "longitude": "Longitude", "address": "Address", "label": "Label"}
SHOWN_INLINE = ("image/", "audio/", "video/", "application/pdf")
LONGEST_WAIT_SECONDS = 25.0


@control.before_request
def refuse_other_sites() -> None:
    # No login guards this: a page of another site open in the same browser must not steer it.
    if request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        abort(403)


@control.post("/inbound")
def inbound() -> ResponseReturnValue:
    """One citizen's message, as JSON or as a form with `media`."""
    given: dict[str, Any] = request.get_json() if request.is_json else request.form.to_dict()
    upload = request.files.get("media")
    media = Media(upload.mimetype, upload.read(), upload.filename or "") if upload else None
    draft = Draft(
        sender=str(given.get("from", "")),
        to=str(given.get("to", "")),
        body=str(given.get("body", "")),
        profile_name=str(given.get("profile_name", "")),
        payload=str(given.get("payload", "")),
        list_id=str(given.get("list_id", "")),
        replied_to=str(given.get("replied_to", "")),
        place={field: str(given[name]) for name, field in PLACE.items() if given.get(name)},
        media=media,
    )
    try:
        message = receive(carrier(), draft)
    except ValueError as error:
        return jsonify({"error": str(error)}), 400
    return jsonify({"sid": message.sid, "webhook": message.webhook})


@control.get("/messages")
def messages() -> ResponseReturnValue:
    """Messages of one or more addresses changed after revision `since`; `wait` seconds for the first one."""
    since = request.args.get("since", 0, int)
    wait = min(request.args.get("wait", 0.0, float), LONGEST_WAIT_SECONDS)
    store = carrier().store
    if request.args.get("epoch") not in (None, store.epoch):
        since, wait = 0, 0
    revision, found = store.since(request.args.getlist("address"), since, wait)
    return jsonify({"epoch": store.epoch, "revision": revision, "messages": [_shown(message) for message in found]})


@control.get("/media/<sid>/<media_sid>")
def media_file(sid: str, media_sid: str) -> ResponseReturnValue:
    """A file as the handset holds it: also after the account deleted its own copy."""
    message = carrier().store.find(sid)
    media = message.find_media(media_sid) if message else None
    if media is None:
        abort(404)
    answer = Response(media.data, content_type=media.content_type)
    if not media.content_type.startswith(SHOWN_INLINE) or "svg" in media.content_type:
        answer.headers["Content-Disposition"] = "attachment"
    return answer


@control.post("/read")
def read() -> ResponseReturnValue:
    """The handset has shown these messages: a read receipt for each on WhatsApp."""
    found = [carrier().store.find(sid) for sid in request.get_json().get("sids", [])]
    return jsonify({"read": sum(mark_read(carrier(), message) for message in found if message)})


@control.post("/window")
def window() -> ResponseReturnValue:
    """Opens or closes the 24-hour window between a citizen and a sender; `since`: as if they wrote then."""
    given = request.get_json()
    if given.get("open"):
        since = datetime.fromisoformat(given["since"]) if given.get("since") else None
        carrier().store.open_window(given["from"], given["to"], since)
    else:
        carrier().store.close_window(given["from"], given["to"])
    return jsonify({"open": bool(given.get("open"))})


@control.post("/faults")
def faults() -> ResponseReturnValue:
    """Replaces the plan of faults; {} heals."""
    try:
        carrier().faults.set(request.get_json())
    except (ValueError, TypeError, AttributeError) as error:
        return jsonify({"error": str(error)}), 400
    return jsonify(carrier().faults.as_json())


@control.post("/approvals")
def approvals() -> ResponseReturnValue:
    """What WhatsApp decides about templates asked for from now on."""
    verdict = request.get_json().get("verdict")
    if verdict not in ("approved", "pending", "rejected"):
        return jsonify({"error": "verdict is approved, pending or rejected"}), 400
    carrier().verdict = verdict
    return jsonify({"verdict": verdict})


@control.post("/reset")
def reset() -> ResponseReturnValue:
    """Forgets messages, windows and faults; contents stay, for the product remembers their SIDs."""
    carrier().store.reset()
    carrier().faults.set({})
    carrier().verdict = "approved"
    return jsonify({})


@control.get("/state")
def state() -> ResponseReturnValue:
    here = carrier()
    return jsonify(
        {
            "product": here.account.product,
            "senders": [{"address": sender.address, "label": sender.label} for sender in here.account.senders],
            "citizens": here.store.citizens(),
            "contents": len(here.shelf.all()),
            "faults": here.faults.as_json(),
            "verdict": here.verdict,
            "epoch": here.store.epoch,
            "revision": here.store.revision,
        }
    )


def _shown(message: Message) -> dict[str, Any]:
    shape = message.shape
    return {
        "sid": message.sid,
        "serial": message.serial,
        "revision": message.revision,
        "inbound": message.inbound,
        "from": message.sender,
        "to": message.to,
        "body": message.body,
        "status": message.status,
        "error_code": message.error_code,
        "date": message.created.isoformat(),
        "webhook": message.webhook,
        "replied_to": message.replied_to,
        "place": message.place,
        "template": message.template,
        "segments": message.segments,
        "encoding": count(message.body).encoding,
        "buttons": [{"id": key, "title": title} for key, title in shape.buttons] if shape else [],
        "list_button": shape.list_button if shape else "",
        "items": [{"id": i, "item": t, "description": d} for i, t, d in shape.choices] if shape else [],
        "media": [_shown_media(message, media) for media in message.media],
    }


def _shown_media(message: Message, media: Media) -> dict[str, Any]:
    return {
        "sid": media.sid,
        "content_type": media.content_type,
        "kind": kind_of(media.content_type),
        "size": len(media.data),
        "name": media.name,
        "url": f"/simulator/media/{message.sid}/{media.sid}",
    }
