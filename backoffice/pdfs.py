"""A PDF that the desk opens to print it: kept nowhere, neither here nor by the browser."""

from __future__ import annotations

from io import BytesIO

from flask import Response, send_file

# Chromium's own viewer does not open a PDF in a sandbox; what is shown was made here or written anew without scripts.
PDF_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


def shown_pdf(pdf: bytes, name: str) -> Response:
    response = send_file(BytesIO(pdf), mimetype="application/pdf", download_name=f"{name}.pdf")
    response.headers["Content-Security-Policy"] = PDF_POLICY
    response.headers["Cache-Control"] = "private, no-store"
    return response
