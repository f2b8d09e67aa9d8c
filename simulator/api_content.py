"""The Content API: templates, quick replies, list pickers and WhatsApp's approval of them."""

from __future__ import annotations

import re
from typing import Any

from flask import Blueprint, jsonify, request
from flask.typing import ResponseReturnValue

from simulator.access import guard, missing
from simulator.carrier import carrier
from simulator.content_rules import fault_at_approval, fault_at_creation
from simulator.contents import Content
from simulator.messages import new_sid, now
from simulator.refusals import Refusal
from simulator.resources import CONTENT_API, content_resource

api_content = Blueprint("api_content", __name__, url_prefix="/v1/Content")
api_content.before_request(guard)

INVALID_PARAMETER = 20001
TEMPLATE_NAME = re.compile(r"[a-z0-9_]{1,512}")
CATEGORIES = ("UTILITY", "MARKETING", "AUTHENTICATION")


@api_content.post("")
def create() -> ResponseReturnValue:
    sent = _body()
    types = {name: _filled(part) for name, part in (sent.get("types") or {}).items() if part}
    fault = fault_at_creation(types) or ("" if sent.get("language") else "language is required")
    if fault:
        raise Refusal(INVALID_PARAMETER, fault)
    content = Content(
        sid=new_sid("HX"),
        friendly_name=sent.get("friendly_name") or "",
        language=sent["language"],
        variables=sent.get("variables") or {},
        types=types,
        created=now().strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    carrier().shelf.put(content)
    return jsonify(content_resource(carrier().account.sid, content)), 201


@api_content.get("")
def index() -> ResponseReturnValue:
    size = min(max(request.args.get("PageSize", 50, int), 1), 500)
    page = request.args.get("Page", 0, int)
    contents = carrier().shelf.all()
    url = f"{CONTENT_API}/v1/Content?PageSize={size}&Page="
    more = len(contents) > (page + 1) * size
    meta = {
        "first_page_url": f"{url}0",
        "key": "contents",
        "next_page_url": f"{url}{page + 1}&PageToken=PT{page + 1}" if more else None,
        "page": page,
        "page_size": size,
        "previous_page_url": f"{url}{page - 1}" if page else None,
        "url": f"{url}{page}",
    }
    rows = [content_resource(carrier().account.sid, content) for content in contents[page * size : (page + 1) * size]]
    return jsonify({"contents": rows, "meta": meta})


@api_content.get("/<sid>")
def show(sid: str) -> ResponseReturnValue:
    return jsonify(content_resource(carrier().account.sid, _content(sid)))


@api_content.delete("/<sid>")
def delete(sid: str) -> ResponseReturnValue:
    if not carrier().shelf.remove(sid):
        raise missing()
    return "", 204


@api_content.post("/<sid>/ApprovalRequests/whatsapp")
def ask_approval(sid: str) -> ResponseReturnValue:
    content, sent = _content(sid), _body()
    if not TEMPLATE_NAME.fullmatch(sent.get("name") or ""):
        raise Refusal(INVALID_PARAMETER, "name: lower case letters, digits and underscores only")
    if sent.get("category") not in CATEGORIES:
        raise Refusal(INVALID_PARAMETER, f"category is one of {', '.join(CATEGORIES)}")
    if "twilio/list-picker" in content.types:
        raise Refusal(INVALID_PARAMETER, "twilio/list-picker can only be sent in a session, it cannot be approved")
    fault = fault_at_approval(content)
    content.approval = {
        "allow_category_change": True,
        "category": sent["category"],
        "content_type": content.type_for(whatsapp=True),
        "flows": None,
        "name": sent["name"],
        "rejection_reason": fault or ("Rejected by WhatsApp." if carrier().verdict == "rejected" else ""),
        "status": "rejected" if fault else carrier().verdict,
        "type": "whatsapp",
    }
    carrier().shelf.put(content)
    return jsonify(content.approval | {"status": "received", "rejection_reason": ""}), 201


@api_content.get("/<sid>/ApprovalRequests")
def show_approval(sid: str) -> ResponseReturnValue:
    content = _content(sid)
    return jsonify(
        {
            "account_sid": carrier().account.sid,
            "sid": sid,
            "url": f"{CONTENT_API}/v1/Content/{sid}/ApprovalRequests",
            "whatsapp": content.approval or {"status": "unsubmitted", "type": "whatsapp"},
        }
    )


def _content(sid: str) -> Content:
    content = carrier().shelf.find(sid)
    if content is None:
        raise missing()
    return content


def _body() -> dict[str, Any]:
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Refusal(INVALID_PARAMETER, "A JSON object is expected")
    return sent


def _filled(part: dict[str, Any]) -> dict[str, Any]:
    """The client sends every field a type may have, most of them null."""
    return {name: value for name, value in part.items() if value is not None}
