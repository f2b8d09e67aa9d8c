"""Which field a refusal is about, so that the page shows it there as well (static/wrong.js)."""

from __future__ import annotations

from flask import g, has_request_context, request

from registry.lifecycle import Refused

FIELDS = {
    "refused-device-name": "name", "refused-capacity": "daily_capacity", "refused-year": "year",
    "refused-old-password": "old", "refused-password-short": "new", "refused-password-same": "new",
    "refused-signing-key": "key", "refused-passphrase": "passphrase", "refused-signing-nik": "signing_nik",
    "refused-bsre-status": "signing_nik", "refused-news-missing": "news", "refused-news-both": "relative",
    "refused-consent-missing": "consent", "refused-phone": "relative", "refused-number": "number",
    "refused-number-taken": "number", "refused-modem": "modem", "refused-modem-taken": "modem",
    "refused-modem-channel": "modem", "refused-table-long": "table", "refused-table-columns": "table",
    "refused-table-empty": "table", "refused-taken-by": "taken_by", "refused-tracking-number": "tracking",
    "refused-quota-day": "day", "refused-postage": "fee", "refused-pieces": "pieces", "refused-no-blanks": "pieces",
    "refused-why-missing": "reason", "refused-answer-same": "value", "refused-consent-how": "consent",
    "refused-helper-name": "name", "refused-helper-role": "role", "refused-family-limit": "limit",
    "refused-username": "username", "refused-username-taken": "username", "refused-officer-name": "name",
}  # fmt: skip


def remember(refused: Refused) -> None:
    """For the page that is shown next in this request."""
    if has_request_context():
        g.refused = refused


def mark(field: str) -> None:
    """Of this request's form, where the chat's own words say what is wrong."""
    g.refused = Refused("", field=field)


def wrong() -> dict[str, str]:
    """Nothing where the refusal is about no one field. `written`: what stands in a field whose name is not known."""
    refused = g.get("refused")
    if refused is None:
        return {}
    told = refused.args_shown
    field = str(told.get("field", "") or told.get("figure", "")) or FIELDS.get(refused.reason, "")
    written = str(told.get("written", ""))
    return {"field": field, "written": written, "path": request.path} if field or written else {}


def refused_for() -> str:
    """The reason of what was refused in this request."""
    refused = g.get("refused")
    return refused.reason if refused is not None else ""
