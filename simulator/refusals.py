"""Answers of the API that are errors, in Twilio's shape."""

from __future__ import annotations

from flask import Response, jsonify

NOT_FOUND, UNAUTHORIZED, TOO_MANY, TOO_EARLY = 20404, 20003, 20429, 20009

SENTENCES = {
    20009: "Cannot delete this resource before it is complete",
    11751: "Media exceeds the size limit of the messaging channel",
    12300: "Invalid Content-Type",
    20429: "Too Many Requests",
    63013: "This message send failed because it violates Channel provider's policy",
    63016: "Failed to send freeform message because you are outside the allowed window. Use a Message Template.",
    63019: "Media failed to download",
    63021: "Channel invalid content error",
}


class Refusal(Exception):
    """The call is refused; shown as JSON with `code` by the app."""

    def __init__(self, code: int, message: str = "", status: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message or SENTENCES.get(code, f"Error {code}")
        self.status = status or _status(code)

    def response(self) -> Response:
        body = {
            "code": self.code,
            "message": self.message,
            "more_info": f"https://www.twilio.com/docs/errors/{self.code}",
            "status": self.status,
        }
        answer = jsonify(body)
        answer.status_code = self.status
        if self.status == 401:
            answer.headers["WWW-Authenticate"] = 'Basic realm="Twilio API"'
        return answer


def _status(code: int) -> int:
    known = {UNAUTHORIZED: 401, NOT_FOUND: 404, TOO_MANY: 429, TOO_EARLY: 409}
    return known.get(code) or (code - 20000 if 20500 <= code <= 20504 else 400)
