"""Parts of a page that keep themselves fresh (static/polling.js asks for them)."""

from __future__ import annotations

from flask import Response, make_response, request


def unless_known(page: str) -> Response:
    """304 when the browser has this very page."""
    response = make_response(page)
    response.headers["Cache-Control"] = "private, no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response
